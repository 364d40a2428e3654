// Unit tests of src/base/line: what may stand in a typed line.
#include <string.h>

#include "base/line.h"
#include "unit.h"

enum { MOST = 5 };

static dgs_arena *arena;
static dgs_err err;
static const char *out;

static void open_arena(void)
{
    arena = dgs_arena_new(4096);
    ck_assert_ptr_nonnull(arena);
}

static void close_arena(void)
{
    dgs_arena_free(arena);
}

static bool take(const char *typed)
{
    err = (dgs_err){0};
    out = NULL;
    return dgs_line_take(arena, "--note", MOST, dgs_str_of(typed), &out, &err);
}

START_TEST(blanks_round_a_line_go)
{
    ck_assert(take(" \tab c\n"));
    ck_assert_str_eq(out, "ab c");
    ck_assert(take("ééééé"));
    ck_assert_str_eq(out, "ééééé");
}
END_TEST

START_TEST(what_no_reader_sees_goes_and_does_not_count)
{
    ck_assert(take("\xef\xbb\xbf A\xc2\xad"
                   "B\xe2\x80\x8b" // zero-width space
                   "C\xe2\x80\x8d"
                   "D\xef\xb8\x8f \xe2\x80\x8b"));
    ck_assert_str_eq(out, "ABCD");
}
END_TEST

START_TEST(what_cannot_be_printed_is_refused_without_repeating_it)
{
    static const char *const list[][2] = {
        {"", "--note is empty"},
        {" \xc2\xa0\xe2\x80\x8b", "--note is empty"},
        {"SS\xff", "--note is not valid UTF-8 at byte 3"},
        {"S\tS", "control character U+0009"},
        {"S\nS", "control character U+000A"},
        {"S\rS", "control character U+000D"},
        {"S\x7fS", "control character U+007F"},
        {"SSSSSS", "--note has 6 characters, but at most 5 fit"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        ck_assert(!take(list[i][0]));
        ck_assert_int_eq(err.kind, DGS_ERR_DATA);
        ck_assert_msg(strstr(err.message, list[i][1]) != NULL, "'%s' does not say '%s'", err.message, list[i][1]);
        ck_assert_ptr_null(strstr(err.message, "SS"));
    }
}
END_TEST

START_TEST(a_full_arena_is_said)
{
    dgs_arena *none = dgs_arena_new(0);
    err = (dgs_err){0};
    ck_assert(!dgs_line_take(none, "--note", MOST, dgs_str_of("a"), &out, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    dgs_arena_free(none);
}
END_TEST

static Suite *line_suite(void)
{
    Suite *suite = suite_create("base line");
    TCase *c = tcase_create("line");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, blanks_round_a_line_go);
    tcase_add_test(c, what_no_reader_sees_goes_and_does_not_count);
    tcase_add_test(c, what_cannot_be_printed_is_refused_without_repeating_it);
    tcase_add_test(c, a_full_arena_is_said);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(line_suite());
}
