// Two profiles, parted by FS, as two rows of a batch: the second one's handout is filled into the pages of the first
// where it fits them, and has the same bytes as when it is made alone.
#include "fuzz.h"
#include "handout/cache.h"

enum { FIRST_ARENA = 256 * 1024 * 1024 };

static bool read_settings(const char *name, dgs_str profile, dgs_arena *arena, dgs_settings *out, dgs_err *err)
{
    *out = (dgs_settings){0};
    return dgs_profile_read(profile, name, arena, out, err);
}

// Where both ways fail they do so for the same reason.
static void compare(bool filled, dgs_str pdf, const dgs_err *err, bool alone, dgs_str want, const dgs_err *want_err)
{
    if (filled != alone || (!filled && err->kind != want_err->kind))
        fuzz_broken(filled ? want_err->message : err->message);
    if (filled && !dgs_str_eq(pdf, want))
        fuzz_broken("a row is not the handout that is made alone");
}

static void make_rows(const dgs_order *first, const dgs_order *second, const fuzz_input *in, dgs_arena *arena)
{
    dgs_err errs[3] = {0};
    dgs_handout_file files[3] = {0};
    dgs_cache *cache = dgs_cache_new(&errs[0]);
    if (cache == NULL)
        return;
    bool ok = dgs_cache_make(cache, first, fuzz_text(), arena, &files[0], &errs[0]);
    fuzz_check(ok, &errs[0]);
    bool filled = dgs_cache_make(cache, second, fuzz_text(), in->arena, &files[1], &errs[1]);
    fuzz_check(filled, &errs[1]);
    if (filled)
        fuzz_keep(files[1].pdf.bytes);
    bool alone = dgs_cache_make(NULL, second, fuzz_text(), arena, &files[2], &errs[2]);
    fuzz_check(alone, &errs[2]);
    if ((filled || !fuzz_ended(in, &errs[1])) && (alone || errs[2].kind != DGS_ERR_MEMORY))
        compare(filled, files[1].pdf.bytes, &errs[1], alone, files[2].pdf.bytes, &errs[2]);
    dgs_cache_free(cache);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char *const names[] = {"first.ini", "second.ini"};
    fuzz_input in;
    dgs_arena *arena = dgs_arena_new(FIRST_ARENA);
    if (fuzz_open(&in, data, n) && arena != NULL) {
        unsigned c = in.choice;
        dgs_settings settings[2];
        dgs_err err = {0};
        dgs_str rest = in.bytes, first = fuzz_part(&rest);
        bool ok = read_settings(names[0], first, arena, &settings[0], &err) &&
                  read_settings(names[1], rest, arena, &settings[1], &err);
        fuzz_check(ok, &err);
        dgs_order orders[2];
        for (size_t i = 0; i < 2; i++)
            orders[i] = (dgs_order){
                .settings = &settings[i],
                .options = {.large_print = (c & 1) != 0, .ink = (dgs_ink)(c / 2 % 3), .booklet = (c & 8) != 0},
                .labels = (c & 16) != 0 ? DGS_LABELS_CLINICAL : DGS_LABELS_PATIENT};
        if (ok)
            make_rows(&orders[0], &orders[1], &in, arena);
    }
    fuzz_close(&in);
    dgs_arena_free(arena);
    return 0;
}
