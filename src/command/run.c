#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "cli/cli.h"
#include "command/inner.h"
#include "content/content.h"
#include "host/file.h"
#include "host/named.h"
#include "host/say.h"
#include "image/image.h"
#include "pdf/pdf.h"

static bool find_input(dgs_process *p, const char *what, const char **name, dgs_err *err)
{
    return *name == NULL ||
           (dgs_named_input(p->arena, what, *name, name, err) && dgs_named_hint(p->arena, what, *name, err));
}

static bool find_output(dgs_process *p, const char **name, dgs_err *err)
{
    return *name == NULL || strcmp(*name, "-") == 0 || dgs_named_output(p->arena, *name, name, err);
}

// Files as people name them; those that are read, in the form that their names have on the disk.
static bool find_files(dgs_process *p, dgs_err *err)
{
    dgs_job *job = &p->job;
    const char *found;
    for (size_t i = 0; i < job->batch.nmerge; i++) {
        if (!dgs_file_find(p->arena, job->batch.merge[i], &found, err))
            return false;
        job->batch.merge[i] = (char *)found;
    }
    if (!find_output(p, &job->out, err) || !find_output(p, &job->batch.out_dir, err))
        return false;
    if (job->command == DGS_COMMAND_INIT || job->command == DGS_COMMAND_INIT_CONTENT) // whose folder and file are made
        return find_output(p, &job->content_dir, err) && find_output(p, &job->file, err);
    return find_input(p, "content folder", &job->content_dir, err) &&
           find_input(p, "list of practices", &job->file, err);
}

static const char *output_of(const dgs_job *job)
{
    switch (job->command) {
    case DGS_COMMAND_MAKE:
        return job->dry_run || job->dump != DGS_DUMP_NONE ? NULL : job->out;
    case DGS_COMMAND_MANIFEST:
        return job->out;
    case DGS_COMMAND_BATCH:
        return job->dry_run ? NULL : job->batch.out_dir;
    case DGS_COMMAND_INIT:
    case DGS_COMMAND_INIT_CONTENT:
        return job->content_dir != NULL ? job->content_dir : job->file != NULL ? job->file : DGS_PROFILE_NAME;
    default:
        return NULL;
    }
}

// Printing goes over a connection; composing is then done in another process.
static bool begin(dgs_process *p, dgs_err *err)
{
    const dgs_job *job = &p->job;
    p->bounds = (dgs_bounds){.output = output_of(job),
                             .content_dir = job->content_dir,
                             .list = job->command == DGS_COMMAND_BATCH ? job->file : NULL,
                             .talks = job->command == DGS_COMMAND_PRINT || job->command == DGS_COMMAND_PRINTERS,
                             .personal = job->client_stdin || dgs_client_any(&job->client),
                             .off = job->no_sandbox,
                             .quiet = job->quiet};
    return dgs_sandbox_begin(&p->bounds, &p->place, err);
}

static bool print_version(void)
{
    char sandbox[DGS_SANDBOX_KINDS];
    dgs_say(stdout, "dgs-pdf %s", DGS_VERSION);
    dgs_say(stdout, "%s, %s, %s, %s", dgs_pdf_library(), dgs_text_library(), dgs_image_library(),
            dgs_content_library());
    dgs_say(stdout, "sandbox: %s", dgs_sandbox_kinds(sandbox));
    return ferror(stdout) == 0;
}

static void say_renamed(const dgs_job *job)
{
    for (size_t i = 0; i < job->nrenamed && !job->quiet; i++)
        dgs_say(stderr, "dgs-pdf: notice: --%s is now written %s: both work", job->renamed[i].typed,
                job->renamed[i].now);
}

static bool ends_in(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcasecmp(name + n - m, end) == 0;
}

// A settings file that was given as --practice, which is short for --practice-name, would be printed as the name.
static void say_file_as_name(const dgs_job *job)
{
    struct stat about;
    const char *name = job->given.of[DGS_SETTING_NAME].text;
    if (job->quiet || name == NULL)
        return;
    bool file = stat(name, &about) == 0 && S_ISREG(about.st_mode);
    if (file || ends_in(name, ".ini") || ends_in(name, ".txt"))
        dgs_say(stderr,
                "dgs-pdf: notice: '%s' is used as the practice's name: for a file of settings, write --profile %s",
                name, name);
}

bool dgs_command_run(int argc, char **argv, dgs_process *p, dgs_err *err)
{
    static dgs_command_body *const bodies[] = {
        [DGS_COMMAND_MAKE] = dgs_command_make,
        [DGS_COMMAND_INIT] = dgs_command_init,
        [DGS_COMMAND_INIT_CONTENT] = dgs_command_init_content,
        [DGS_COMMAND_PROFILE] = dgs_command_profile,
        [DGS_COMMAND_BATCH] = dgs_command_batch,
        [DGS_COMMAND_MANIFEST] = dgs_command_manifest,
        [DGS_COMMAND_PRINT] = dgs_command_print,
        [DGS_COMMAND_PRINTERS] = dgs_command_printers,
    };
    *p = (dgs_process){.arena = dgs_arena_new(DGS_MEMORY_MAX), .place.folder = -1};
    if (p->arena == NULL)
        return dgs_fail_memory(err);
    if (!dgs_cli_parse(argc, argv, p->arena, &p->job, err))
        return false;
    if (p->job.action == DGS_ACTION_VERSION)
        return dgs_say_flush(print_version(), err);
    if (p->job.action == DGS_ACTION_HELP)
        return dgs_say_flush(dgs_cli_help(stdout, p->job.command), err);
    if (p->job.action == DGS_ACTION_MAN)
        return dgs_say_flush(dgs_cli_man(stdout), err);
    say_renamed(&p->job);
    say_file_as_name(&p->job);
    return find_files(p, err) && begin(p, err) && bodies[p->job.command](p, err);
}

void dgs_command_leave(dgs_process *p)
{
    dgs_text_free(p->text);
    dgs_place_leave(&p->place);
    dgs_arena_free(p->arena);
}
