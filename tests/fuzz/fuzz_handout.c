// The whole handout, from the command line to the PDF: options one a line, a profile, a client's data, guide.md,
// strings.md and a logo, parted by FS; what is empty is not given.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "fuzz.h"
#include "handout/handout.h"
#include "host/folder.h"

enum { ARGS = 24 };

typedef struct parts {
    dgs_str options, profile, client, guide, strings, logo;
} parts;

static dgs_str given(const char *name, dgs_str bytes)
{
    if (bytes.n > 0)
        (void)fuzz_put(name, bytes);
    return bytes;
}

// Options that name files are not for a fuzzer; getopt takes their beginnings too.
static bool harmless(const char *option)
{
    static const char *const files[] = {"--logo", "--pro", "--con"};
    if (strncmp(option, "--logo-alt", 10) == 0)
        return true;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strncmp(option, files[i], strlen(files[i])) == 0)
            return false;
    return option[0] == '-' && option[1] == '-' && option[2] != '\0';
}

static int add_options(dgs_str options, dgs_arena *arena, char **argv, int argc)
{
    while (options.n > 0 && argc < ARGS) {
        const char *end = memchr(options.p, '\n', options.n);
        size_t n = end == NULL ? options.n : (size_t)(end - options.p);
        char *option = dgs_str_copy(arena, (dgs_str){options.p, n});
        if (option == NULL)
            return 0;
        if (harmless(option))
            argv[argc++] = option;
        n += end != NULL;
        options = (dgs_str){options.p + n, options.n - n};
    }
    return argc;
}

static bool parse(const parts *p, dgs_arena *arena, dgs_job *job, dgs_err *err)
{
    char words[][16] = {"dgs-pdf", "--out=x.pdf", "--no-profile"}, profile[128], logo[128], content[128];
    char *argv[ARGS + 5] = {words[0], words[1]};
    int argc = 2;
    (void)snprintf(profile, sizeof profile, "--profile=%s/practice.ini", fuzz_folder());
    (void)snprintf(logo, sizeof logo, "--logo=%s/logo", fuzz_folder());
    (void)snprintf(content, sizeof content, "--content=%s", fuzz_folder());
    argv[argc++] = p->profile.n > 0 ? profile : words[2];
    if (p->logo.n > 0)
        argv[argc++] = logo;
    if (p->guide.n + p->strings.n > 0)
        argv[argc++] = content;
    argc = add_options(p->options, arena, argv, argc);
    if (argc == 0)
        return dgs_fail_memory(err);
    for (int i = 0; i < argc; i++) // the job may point into them
        if ((argv[i] = dgs_str_copy(arena, dgs_str_of(argv[i]))) == NULL)
            return dgs_fail_memory(err);
    return dgs_cli_parse(argc, argv, arena, job, err);
}

static bool compose(const parts *p, const fuzz_input *in, dgs_str *pdf, dgs_err *err)
{
    dgs_job job = {0};
    dgs_settings settings;
    dgs_handout handout;
    dgs_buf tags = {.arena = in->arena};
    if (!parse(p, in->arena, &job, err) || !dgs_client_read(p->client, "client", in->arena, &job.client, err))
        return false;
    settings = job.given;
    if (job.profile != NULL && !dgs_profile_read(p->profile, job.profile, in->arena, &settings, err))
        return false;
    const dgs_files content = dgs_folder_files(fuzz_folder());
    dgs_order order = {.settings = &settings,
                       .options = job.options,
                       .client = p->client.n > 0 ? &job.client : NULL,
                       .content = job.content_dir == NULL ? NULL : &content,
                       .files = &dgs_files_given,
                       .labels = job.labels,
                       .date = {true, 1700000000}};
    if (!dgs_handout_compose(&order, fuzz_text(), in->arena, &handout, err))
        return false;
    fuzz_places(&handout.pages);
    if (dgs_handout_write(&handout, fuzz_text(), (in->choice & 1) != 0 ? &tags : NULL, in->arena, pdf, err))
        return true;
    if (!fuzz_ended(in, err))
        fuzz_broken(err->message); // what was composed can be written
    return false;
}

static parts put_parts(dgs_str rest)
{
    parts p;
    p.options = fuzz_part(&rest);
    p.profile = fuzz_part(&rest);
    p.client = fuzz_part(&rest);
    p.guide = given("guide.md", fuzz_part(&rest));
    p.strings = given("strings.md", fuzz_part(&rest));
    p.logo = given("logo", rest);
    return p;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char *const names[] = {"guide.md", "strings.md", "logo"};
    fuzz_input in;
    if (fuzz_open(&in, data, n)) {
        dgs_str pdf;
        dgs_err err = {0};
        parts p = put_parts(in.bytes);
        bool ok = compose(&p, &in, &pdf, &err);
        fuzz_check(ok, &err);
        if (ok)
            fuzz_keep(pdf);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            fuzz_remove(names[i]);
    }
    fuzz_close(&in);
    return 0;
}
