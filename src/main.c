// dgs-pdf: the flow from the command line to the file.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check/check.h"
#include "cli/cli.h"
#include "content/content.h"
#include "image/image.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "profile/profile.h"
#include "save/save.h"

enum { ARENA_CAP = 512 * 1024 * 1024 };

typedef struct handout { // what one run makes, in the order of making
    dgs_job job;
    dgs_profile profile;
    dgs_doc doc;
    dgs_text *text;
    dgs_pages pages;
    dgs_str pdf;
} handout;

static int page_of(const void *ctx, const dgs_node *node)
{
    return ((const dgs_pages *)ctx)->node_page[node->index];
}

// Lays out until the page numbers in the text are those of the pages, and the emergency signs stand on the first one.
static bool lay_out(handout *h, dgs_arena *arena, dgs_err *err)
{
    enum { ROUNDS = 4 };
    bool moved = false;
    for (int round = 0; round < ROUNDS; round++) {
        if (!dgs_layout_make(&h->doc, &h->profile.palette, h->job.paper, h->text, arena, &h->pages, err))
            return false;
        bool again = dgs_content_set_pages(&h->doc, page_of, &h->pages);
        if (!moved && !dgs_layout_emergency_first(&h->pages, &h->doc)) {
            dgs_content_emergency_first(&h->doc);
            moved = again = true;
        }
        if (!again)
            return true;
    }
    return true; // numbers that chase each other: the last ones stand
}

// SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch): whole seconds since 1970.
static bool read_date(dgs_pdf_options *options, dgs_err *err)
{
    const char *value = getenv("SOURCE_DATE_EPOCH");
    if (value == NULL)
        return true;
    const long long year_9999 = 253402300799;
    char *end;
    errno = 0;
    long long seconds = strtoll(value, &end, 10);
    if (errno != 0 || value[0] < '0' || value[0] > '9' || *end != '\0' || seconds > year_9999)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "SOURCE_DATE_EPOCH is \"%s\": set it to whole seconds since 1970, or unset it", value);
    options->has_date = true;
    options->date = seconds;
    return true;
}

static bool flush_stdout(bool printed, dgs_err *err)
{
    if (printed && fflush(stdout) == 0)
        return true;
    return dgs_fail(err, DGS_ERR_IO, "standard output could not be written: check where it leads");
}

static bool write_pdf(handout *h, dgs_arena *arena, dgs_err *err)
{
    dgs_pdf_options options = {.producer = "dgs-pdf " DGS_VERSION, .claim = true};
    bool tags = h->job.dump == DGS_DUMP_TAGS;
    if (tags)
        options.tags = stdout;
    if (!read_date(&options, err) || !dgs_pdf_write(&h->pages, &h->doc, h->text, &options, arena, &h->pdf, err))
        return false;
    if (tags)
        return flush_stdout(ferror(stdout) == 0, err);
    if (strcmp(h->job.out, "-") == 0)
        return dgs_save_stream(STDOUT_FILENO, "standard output", h->pdf, err);
    if (!dgs_save_file(h->job.out, h->pdf, err))
        return false;
    if (!h->job.quiet)
        fprintf(stderr, "%s: %zu pages, %zu KB\n", h->job.out, h->pages.npages, (h->pdf.n + 1023) / 1024);
    return true;
}

// Reads, checks and lays out. A document with findings is not laid out: layout counts on words where it sets them.
static bool compose(handout *h, dgs_arena *arena, dgs_err *err)
{
    dgs_content_source source = {.dir = h->job.content_dir, .parts = h->job.parts, .labels = h->job.labels};
    dgs_report report = {.arena = arena};
    if (!dgs_profile_from_job(&h->job, arena, &h->profile, err) ||
        !dgs_content_load(&source, &h->profile, arena, &h->doc, err))
        return false;
    h->text = dgs_text_new(err);
    return h->text != NULL && dgs_check_document(&h->doc, h->text, &report, err) &&
           dgs_report_close(&report, stderr, err) && lay_out(h, arena, err) &&
           dgs_check_pages(&h->pages, &h->profile.palette, &report, err) && dgs_report_close(&report, stderr, err);
}

static bool make_handout(handout *h, dgs_arena *arena, dgs_err *err)
{
    if (!compose(h, arena, err))
        return false;
    if (h->job.dump == DGS_DUMP_CONTENT)
        return flush_stdout(dgs_content_dump(&h->doc, stdout), err);
    if (h->job.dump == DGS_DUMP_LAYOUT)
        return flush_stdout(dgs_layout_dump(&h->pages, stdout), err);
    return write_pdf(h, arena, err);
}

static bool print_version(void)
{
    return printf("dgs-pdf " DGS_VERSION "\n%s, %s, %s, %s\n", dgs_pdf_library(), dgs_text_library(),
                  dgs_image_library(), dgs_content_library()) > 0;
}

static bool run(int argc, char **argv, handout *h, dgs_arena *arena, dgs_err *err)
{
    if (!dgs_cli_parse(argc, argv, arena, &h->job, err))
        return false;
    if (h->job.action == DGS_ACTION_VERSION)
        return flush_stdout(print_version(), err);
    if (h->job.action == DGS_ACTION_HELP)
        return flush_stdout(dgs_cli_help(stdout), err);
    if (h->job.action == DGS_ACTION_MAN)
        return flush_stdout(dgs_cli_man(stdout), err);
    bool to_stdout = h->job.dump == DGS_DUMP_NONE && strcmp(h->job.out, "-") == 0;
    if (to_stdout && isatty(STDOUT_FILENO))
        return dgs_fail(err, DGS_ERR_USAGE,
                        "a PDF is not for the terminal: name a file after --out, or send the output to a program");
    return make_handout(h, arena, err);
}

int main(int argc, char **argv)
{
    dgs_err err = {0};
    handout h = {0};
    (void)signal(SIGXFSZ, SIG_IGN); // a file-size limit is then an error of write(2) like any other
    (void)signal(SIGPIPE, SIG_IGN);
    dgs_arena *arena = dgs_arena_new(ARENA_CAP);
    bool ok = arena != NULL ? run(argc, argv, &h, arena, &err) : dgs_fail_memory(&err);
    dgs_text_free(h.text);
    dgs_arena_free(arena);
    if (!ok)
        fprintf(stderr, "dgs-pdf: %s\n", err.message);
    return ok ? 0 : (int)err.kind;
}
