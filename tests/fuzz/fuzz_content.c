// Up to six Markdown files, parted by FS, as content: read, checked, laid out; for half of the inputs, and where PDFs
// are kept, written too.
#include "content/content.h"
#include "fuzz.h"
#include "handout/handout.h"

static const char *const FILES[] = {"guide.md",     "article.md", "worksheet.md",
                                    "emergency.md", "strings.md", "handout.md"};
enum { NFILES = sizeof FILES / sizeof *FILES };

static void write_pdf(dgs_handout *handout, const fuzz_input *in)
{
    dgs_str pdf;
    dgs_err err = {0};
    bool ok = dgs_handout_write(handout, fuzz_text(), NULL, in->arena, &pdf, &err);
    fuzz_check(ok, &err);
    if (!ok && !fuzz_ended(in, &err))
        fuzz_broken(err.message); // what was composed can be written
    if (ok)
        fuzz_keep(pdf);
}

static void compose(const fuzz_input *in, const dgs_files *content)
{
    static const dgs_settings nobody = {0},
                              somebody = {
                                  .of = {[DGS_SETTING_NAME] = {.text = "Willow Creek Massage"},
                                         [DGS_SETTING_PHONE] = {.text = "(555) 010-4477"},
                                         [DGS_SETTING_BOOKING_URL] = {.text = "https://willowcreek.example/book"}}};
    static const dgs_client client = {.name = "Maria Lopez", .notes = {"Walk daily"}, .nnotes = 1, .focus = 2};
    unsigned c = in->choice;
    dgs_order order = {.settings = (c & 1) != 0 ? &somebody : &nobody,
                       .options = {.large_print = (c & 2) != 0, .ink = (dgs_ink)((c & 4) / 2), .booklet = (c & 8) != 0},
                       .client = (c & 16) != 0 ? &client : NULL,
                       .content = content,
                       .labels = (c & 32) != 0 ? DGS_LABELS_CLINICAL : DGS_LABELS_PATIENT};
    dgs_handout handout;
    dgs_err err = {0};
    dgs_buf dumped = {.arena = in->arena};
    bool ok = dgs_handout_compose(&order, fuzz_text(), in->arena, &handout, &err);
    fuzz_check(ok, &err);
    if (ok)
        fuzz_places(&handout.pages);
    if (ok && dgs_content_dump(&handout.doc, &dumped) && dgs_layout_dump(&handout.pages, &dumped) && dumped.n == 0)
        fuzz_broken("a handout is dumped as nothing");
    if (ok && ((c & 64) != 0 || fuzz_keeps()))
        write_pdf(&handout, in);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    if (fuzz_open(&in, data, n)) {
        dgs_str rest = in.bytes;
        dgs_memory_file files[NFILES];
        dgs_memory_files memory = {.of = files};
        for (size_t i = 0; i < NFILES; i++) {
            dgs_str part = i + 1 < NFILES ? fuzz_part(&rest) : rest;
            if (part.n > 0 || i == 0)
                files[memory.n++] = (dgs_memory_file){FILES[i], part};
        }
        const dgs_files content = dgs_files_of(&memory);
        compose(&in, &content);
    }
    fuzz_close(&in);
    return 0;
}
