// Unit tests of src/print: from pages and a printer's abilities to the attributes of a job, without a printer.
#include <string.h>

#include "base/geometry.h"
#include "print/plan.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_err err;
static dgs_report report;
static dgs_printer office; // can do everything, holds Letter
static dgs_sheets sheets;  // four pages of Letter in colour
static dgs_plan plan;
static const char *letter[] = {"na_letter_8.5x11in"}, *a4[] = {"iso_a4_210x297mm"};

static void set_up(void)
{
    const double margin = DGS_MM(4);
    arena = dgs_arena_new(1 << 20);
    err = (dgs_err){0};
    report = (dgs_report){.arena = arena};
    office = (dgs_printer){.name = "Office",
                           .accepting = true,
                           .answers = true,
                           .state = DGS_PRINTER_IDLE,
                           .tells_papers = true,
                           .usual = letter[0],
                           .loaded = letter,
                           .nloaded = 1,
                           .color = DGS_YES,
                           .long_edge = DGS_YES,
                           .short_edge = DGS_YES,
                           .unscaled = DGS_YES,
                           .fitting = DGS_YES,
                           .monochrome = DGS_YES,
                           .collates = DGS_YES,
                           .pdf = DGS_YES,
                           .copies = 99};
    office.papers[DGS_PAPER_LETTER] = (dgs_printer_paper){true, true, {margin, margin, margin, margin}};
    office.papers[DGS_PAPER_A4] = (dgs_printer_paper){true, false, {margin, margin, margin, margin}};
    sheets = (dgs_sheets){.paper = DGS_PAPER_LETTER,
                          .npages = 4,
                          .ink = DGS_INK_COLOR,
                          .unused = {DGS_MM(7), DGS_MM(7), DGS_MM(12), DGS_MM(7)},
                          .copies = 1};
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

static void make(void)
{
    ck_assert_msg(dgs_plan_make(&office, &sheets, arena, &report, &plan, &err), "%s", err.message);
}

static const char *value(const char *name)
{
    for (size_t i = 0; i < plan.n; i++)
        if (strcmp(plan.options[i].name, name) == 0)
            return plan.options[i].value;
    return "-";
}

#define HAS(name, wanted) ck_assert_str_eq(value(name), wanted)

static void one_note(dgs_note_level level, const char *piece)
{
    ck_assert_uint_eq(report.nnotes, 1);
    ck_assert_int_eq(report.notes[0].level, level);
    ck_assert_msg(strstr(report.notes[0].sentence, piece) != NULL, "%s", report.notes[0].sentence);
}

static void refuses(dgs_err_kind kind, const char *piece)
{
    ck_assert(!dgs_plan_make(&office, &sheets, arena, &report, &plan, &err));
    ck_assert_int_eq(err.kind, kind);
    ck_assert_msg(strstr(err.message, piece) != NULL, "%s", err.message);
}

START_TEST(the_usual_handout)
{
    make();
    HAS("copies", "1");
    HAS("multiple-document-handling", "-");
    HAS("media", "na_letter_8.5x11in");
    HAS("sides", "two-sided-long-edge");
    HAS("print-color-mode", "color");
    HAS("print-scaling", "none");
    ck_assert_uint_eq(report.nnotes, 0);
}
END_TEST

START_TEST(copies_are_collated)
{
    sheets.copies = 3;
    make();
    HAS("copies", "3");
    HAS("multiple-document-handling", "separate-documents-collated-copies");
    sheets.copies = 100;
    refuses(DGS_ERR_USAGE, "Office makes at most 99 copies at once: write --copies 99");
}
END_TEST

START_TEST(one_page_has_one_side)
{
    sheets.npages = 1;
    make();
    HAS("sides", "one-sided");
    ck_assert_uint_eq(report.nnotes, 0);
}
END_TEST

START_TEST(a_booklet_turns_over_the_short_edge)
{
    sheets.booklet = true;
    sheets.npages = 2;
    make();
    HAS("sides", "two-sided-short-edge");
    office.short_edge = DGS_NO;
    make();
    HAS("sides", "one-sided");
    one_note(DGS_NOTE_WARNING, "by hand");
}
END_TEST

START_TEST(a_printer_for_one_side)
{
    office.long_edge = office.short_edge = DGS_NO;
    make();
    HAS("sides", "one-sided");
    one_note(DGS_NOTE_NOTICE, "on one side only: 4 sheets");
}
END_TEST

START_TEST(sides_that_nothing_is_known_of)
{
    office.long_edge = office.short_edge = DGS_UNKNOWN;
    make();
    HAS("sides", "-");
    one_note(DGS_NOTE_NOTICE, "does not say whether it prints on both sides");
}
END_TEST

START_TEST(grey)
{
    ck_assert_int_eq(dgs_plan_ink(&office, DGS_INK_COLOR), DGS_INK_COLOR);
    office.color = DGS_NO;
    ck_assert_int_eq(dgs_plan_ink(&office, DGS_INK_COLOR), DGS_INK_GRAY);
    ck_assert_int_eq(dgs_plan_ink(&office, DGS_INK_SAVER), DGS_INK_SAVER);
    sheets.ink = DGS_INK_GRAY;
    make();
    HAS("print-color-mode", "monochrome");
    office.color = office.monochrome = DGS_UNKNOWN;
    ck_assert_int_eq(dgs_plan_ink(&office, DGS_INK_COLOR), DGS_INK_COLOR);
    make();
    HAS("print-color-mode", "-");
    sheets.ink = DGS_INK_COLOR;
    make();
    HAS("print-color-mode", "-");
}
END_TEST

START_TEST(other_paper_in_it)
{
    sheets.paper = DGS_PAPER_A4;
    make();
    HAS("media", "iso_a4_210x297mm");
    one_note(DGS_NOTE_WARNING,
             "the handout is for A4, and Office has Letter in it: put A4 in, or write --paper letter");
}
END_TEST

START_TEST(the_usual_paper_is_taken_for_loaded)
{
    office.nloaded = 0;
    office.papers[DGS_PAPER_LETTER].loaded = false;
    make();
    ck_assert_uint_eq(report.nnotes, 0);
    office.usual = a4[0];
    make();
    one_note(DGS_NOTE_WARNING, "Office has A4 in it: put Letter in");
}
END_TEST

START_TEST(paper_that_it_does_not_take)
{
    sheets.paper = DGS_PAPER_LEGAL;
    refuses(DGS_ERR_USAGE,
            "the handout is for Legal, which Office does not support: write --paper letter or --paper a4");
}
END_TEST

START_TEST(no_paper_of_ours)
{
    office.papers[DGS_PAPER_LETTER].supported = office.papers[DGS_PAPER_A4].supported = false;
    refuses(DGS_ERR_USAGE, "which Office does not support: choose another printer");
}
END_TEST

START_TEST(paper_that_nothing_is_known_of)
{
    office.tells_papers = false;
    memset(office.papers, 0, sizeof office.papers);
    make();
    HAS("media", "na_letter_8.5x11in");
    HAS("print-scaling", "none");
    one_note(DGS_NOTE_NOTICE, "does not say which paper it takes: make sure that Letter is in it");
}
END_TEST

START_TEST(margins_that_it_cannot_reach)
{
    office.papers[DGS_PAPER_LETTER].margins.bottom = DGS_MM(12.7);
    make();
    HAS("print-scaling", "fit");
    one_note(DGS_NOTE_NOTICE,
             "Office cannot print the last 12.7 mm at the bottom of Letter, and the handout reaches to 12.0 mm from "
             "there: its pages are printed a little smaller, to fit");
    report.nnotes = 0;
    office.fitting = DGS_NO;
    make();
    HAS("print-scaling", "-");
    one_note(DGS_NOTE_NOTICE, "a little may be cut off");
    report.nnotes = 0;
    sheets.test_page = true; // shows just that, so it is never scaled
    make();
    HAS("print-scaling", "none");
    ck_assert_uint_eq(report.nnotes, 0);
}
END_TEST

START_TEST(margins_that_touch)
{
    office.papers[DGS_PAPER_LETTER].margins = sheets.unused;
    make();
    HAS("print-scaling", "none");
    ck_assert_uint_eq(report.nnotes, 0);
}
END_TEST

START_TEST(no_pdf)
{
    office.pdf = DGS_NO;
    refuses(DGS_ERR_UNAVAILABLE, "Office does not support PDF");
    office.pdf = DGS_UNKNOWN;
    err = (dgs_err){0};
    make();
}
END_TEST

START_TEST(the_part_that_is_unused)
{
    const dgs_box first[] = {{.rect = {50, 40, 100, 100}}, {.rect = {60, 700, 500, 20}}},
                  second[] = {{.rect = {30, 300, 400, 10}}};
    const dgs_page of[] = {{first, 2}, {second, 1}};
    dgs_pages pages = {.width = 612, .height = 792, .pages = of, .npages = 2};
    dgs_margins m = dgs_sheets_unused(&pages);
    ck_assert_double_eq_tol(m.top, 40, 1e-9);
    ck_assert_double_eq_tol(m.right, 52, 1e-9);
    ck_assert_double_eq_tol(m.bottom, 72, 1e-9);
    ck_assert_double_eq_tol(m.left, 30, 1e-9);
    pages.width = 792, pages.height = 612; // on its side, whichever
    const dgs_page low[] = {{second, 1}};
    pages.pages = low;
    pages.npages = 1;
    m = dgs_sheets_unused(&pages);
    ck_assert_double_eq_tol(m.top, 30, 1e-9);
    ck_assert_double_eq_tol(m.bottom, 30, 1e-9);
    ck_assert_double_eq_tol(m.left, 300, 1e-9);
    ck_assert_double_eq_tol(m.right, 300, 1e-9);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("print");
    TCase *tc = tcase_create("plan");
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_test(tc, the_usual_handout);
    tcase_add_test(tc, copies_are_collated);
    tcase_add_test(tc, one_page_has_one_side);
    tcase_add_test(tc, a_booklet_turns_over_the_short_edge);
    tcase_add_test(tc, a_printer_for_one_side);
    tcase_add_test(tc, sides_that_nothing_is_known_of);
    tcase_add_test(tc, grey);
    tcase_add_test(tc, other_paper_in_it);
    tcase_add_test(tc, the_usual_paper_is_taken_for_loaded);
    tcase_add_test(tc, paper_that_it_does_not_take);
    tcase_add_test(tc, no_paper_of_ours);
    tcase_add_test(tc, paper_that_nothing_is_known_of);
    tcase_add_test(tc, margins_that_it_cannot_reach);
    tcase_add_test(tc, margins_that_touch);
    tcase_add_test(tc, no_pdf);
    tcase_add_test(tc, the_part_that_is_unused);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
