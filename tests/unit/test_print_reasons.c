// Unit tests of src/print: what a printer lacks, in words.
#include <string.h>

#include "print/printer.h"
#include "unit.h"

START_TEST(words_for_people)
{
    ck_assert_str_eq(dgs_reason_words("media-empty-error"), "out of paper: put some in");
    ck_assert_str_eq(dgs_reason_words("media-empty"), "out of paper: put some in");
    ck_assert_str_eq(dgs_reason_words("toner-low-warning"), "low on toner");
    ck_assert_str_eq(dgs_reason_words("cover-open-report"), "a cover is open: close it");
    ck_assert_ptr_null(dgs_reason_words("stopped-partly"));
    ck_assert_ptr_null(dgs_reason_words("com.example-disco-error"));
    ck_assert_ptr_null(dgs_reason_words("media"));
    ck_assert_ptr_null(dgs_reason_words("media-empty-errors"));
    ck_assert_ptr_null(dgs_reason_words("-error"));
    ck_assert_ptr_null(dgs_reason_words(""));
}
END_TEST

START_TEST(what_stops_a_job)
{
    ck_assert(dgs_reason_stops("media-empty-error"));
    ck_assert(dgs_reason_stops("media-jam"));
    ck_assert(dgs_reason_stops("offline-report"));
    ck_assert(dgs_reason_stops("connecting-to-device"));
    ck_assert(!dgs_reason_stops("media-empty-warning")); // another tray has some
    ck_assert(!dgs_reason_stops("toner-low-error"));
    ck_assert(!dgs_reason_stops("com.example-disco-error"));
}
END_TEST

START_TEST(several_reasons)
{
    dgs_arena *arena = dgs_arena_new(1 << 16);
    dgs_printer printer = {.reasons = {"media-empty-error", "stopped-partly", "media-empty-warning", "cover-open"},
                           .nreasons = 4};
    ck_assert_str_eq(dgs_reasons_text(&printer, arena), "out of paper: put some in; a cover is open: close it");
    printer.nreasons = 0;
    ck_assert_str_eq(dgs_reasons_text(&printer, arena), "");
    dgs_arena_free(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("print reasons");
    TCase *tc = tcase_create("reasons");
    tcase_add_test(tc, words_for_people);
    tcase_add_test(tc, what_stops_a_job);
    tcase_add_test(tc, several_reasons);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
