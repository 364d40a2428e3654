// Unit tests of src/print: what the process that composes answers, which may have been taken over.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "print/apart.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_err err;
static dgs_print_job job;
static dgs_composed work, got;
static dgs_wire wire;

static void set_up(void)
{
    arena = dgs_arena_new(1 << 20);
    err = (dgs_err){0};
    job = (dgs_print_job){.copies = 7};
    wire = (dgs_wire){0};
    got = (dgs_composed){0};
    work = (dgs_composed){.pdf = {"%PDF-1.7 and more", 17},
                          .sheets = {.paper = DGS_PAPER_A5,
                                     .npages = 8,
                                     .booklet = true,
                                     .ink = DGS_INK_GRAY,
                                     .unused = {1, 2.5, 3, 4},
                                     .copies = 99},
                          .report = {.arena = arena}};
    ck_assert(dgs_report_note(&work.report, &err, DGS_NOTE_WARNING, "a coarse logo") &&
              dgs_report_note(&work.report, &err, DGS_NOTE_NOTICE, "a darker colour"));
}

static void tear_down(void)
{
    dgs_wire_free(&wire);
    dgs_arena_free(arena);
}

static void put(void)
{
    dgs_wire_clear(&wire);
    dgs_composed_put(&work, &err, &wire);
    ck_assert(!wire.failed);
    err = (dgs_err){0};
}

static bool take(size_t n)
{
    char *copy = malloc(n == 0 ? 1 : n); // so that a sanitizer sees what is read beyond the end
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, wire.p, n);
    err = (dgs_err){0};
    bool ok = dgs_composed_take((dgs_str){copy, n}, &job, arena, &got, &err);
    free(copy);
    return ok;
}

START_TEST(it_comes_as_it_went)
{
    put();
    ck_assert_msg(take(wire.n), "%s", err.message);
    ck_assert(got.sheets.paper == DGS_PAPER_A5 && got.sheets.npages == 8 && got.sheets.booklet);
    ck_assert(got.sheets.ink == DGS_INK_GRAY && !got.sheets.test_page);
    ck_assert(memcmp(&got.sheets.unused, &work.sheets.unused, sizeof work.sheets.unused) == 0);
    ck_assert_uint_eq(got.sheets.copies, 7); // as the job has it, whatever was answered
    ck_assert(got.pdf.n == 17 && memcmp(got.pdf.p, work.pdf.p, 17) == 0);
    ck_assert_uint_eq(got.report.nnotes, 2);
    ck_assert_str_eq(got.report.notes[0].sentence, "a coarse logo");
    ck_assert(got.report.notes[0].level == DGS_NOTE_WARNING && got.report.notes[1].level == DGS_NOTE_NOTICE);
}
END_TEST

START_TEST(a_failure_comes_with_its_words)
{
    (void)dgs_fail(&err, DGS_ERR_NOINPUT, "logo.png: is missing");
    put();
    ck_assert(!take(wire.n));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert_str_eq(err.message, "logo.png: is missing");
    for (size_t n = 0; n < wire.n; n++) {
        ck_assert(!take(n));
        ck_assert_int_eq(err.kind, DGS_ERR_SOFTWARE);
    }
}
END_TEST

START_TEST(what_is_cut_off_is_refused)
{
    put();
    for (size_t n = 0; n < wire.n; n++) {
        ck_assert(!take(n));
        ck_assert_int_eq(err.kind, DGS_ERR_SOFTWARE);
    }
    dgs_wire_add(&wire, "x", 1);
    ck_assert(!take(wire.n));
}
END_TEST

START_TEST(what_cannot_be_is_refused)
{
    const dgs_composed good = work;
    work.sheets.paper = (dgs_paper)DGS_PAPERS;
    put();
    ck_assert(!take(wire.n) && err.kind == DGS_ERR_SOFTWARE);
    work = good;
    work.sheets.ink = (dgs_ink)(DGS_INK_SAVER + 1);
    put();
    ck_assert(!take(wire.n) && err.kind == DGS_ERR_SOFTWARE);
    work = good;
    work.sheets.npages = 0;
    put();
    ck_assert(!take(wire.n) && err.kind == DGS_ERR_SOFTWARE);
    work = good;
    work.sheets.unused.left = NAN;
    put();
    ck_assert(!take(wire.n) && err.kind == DGS_ERR_SOFTWARE);
    work = good;
    work.report.notes[1].level = (dgs_note_level)(DGS_NOTE_WARNING + 1);
    put();
    ck_assert(!take(wire.n) && err.kind == DGS_ERR_SOFTWARE);
}
END_TEST

// Each byte of the answer is turned: taken or refused, and nothing is read beyond the end. Texts stay harmless.
START_TEST(no_byte_does_harm)
{
    put();
    for (size_t i = 0; i < wire.n; i++)
        for (int bit = 0; bit < 8; bit++) {
            dgs_arena_reset(arena);
            wire.p[i] = (char)(wire.p[i] ^ (1 << bit));
            if (take(wire.n)) {
                ck_assert((int)got.sheets.paper < DGS_PAPERS && got.sheets.ink <= DGS_INK_SAVER && got.pdf.n == 17);
                for (size_t k = 0; k < got.report.nnotes; k++)
                    ck_assert_ptr_null(strpbrk(got.report.notes[k].sentence, "\n\r\33"));
            } else {
                ck_assert_int_ne(err.kind, DGS_OK);
            }
            wire.p[i] = (char)(wire.p[i] ^ (1 << bit));
        }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("print_apart");
    TCase *tests = tcase_create("answers");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, it_comes_as_it_went);
    tcase_add_test(tests, a_failure_comes_with_its_words);
    tcase_add_test(tests, what_is_cut_off_is_refused);
    tcase_add_test(tests, what_cannot_be_is_refused);
    tcase_add_test(tests, no_byte_does_harm);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
