// What is printed for people: nothing of a stranger steers a terminal, and JSON stays JSON.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "host/say.h"
#include "unit.h"

static char *said;
static size_t said_n;
static FILE *to;

static void set_up(void)
{
    to = open_memstream(&said, &said_n);
    ck_assert_ptr_nonnull(to);
}

static void tear_down(void)
{
    free(said);
}

static void ck_said(const char *wanted)
{
    ck_assert_int_eq(fclose(to), 0);
    ck_assert_str_eq(said, wanted);
}

START_TEST(a_line_has_one_end_and_no_control)
{
    dgs_say(to, "%s: %d pages", "a\x1b[31m\nb\x7f\xc2\x9b\xe2\x80\xae\xe2\x80\xa8\t", 4);
    ck_said("a?[31m?b?????: 4 pages\n");
}
END_TEST

START_TEST(what_is_too_long_is_cut_between_characters)
{
    char *name = malloc(40001);
    for (size_t i = 0; i < 40000; i += 2)
        memcpy(name + i, "\xc3\xa9", 3);
    dgs_say(to, "x%s", name);
    free(name);
    ck_assert_int_eq(fclose(to), 0);
    ck_assert_uint_gt(said_n, 10000);
    ck_assert_uint_lt(said_n, 13000);
    ck_assert_uint_eq(dgs_utf8_check((dgs_str){said, said_n}), said_n);
    ck_assert_int_eq(said[said_n - 1], '\n');
}
END_TEST

START_TEST(a_line_over_another)
{
    dgs_say_over(to, "%s", "one\r\x1b[2J");
    dgs_say_clear(to);
    ck_said("\r\033[Kone??[2J\r\033[K");
}
END_TEST

START_TEST(a_text_keeps_its_lines)
{
    dgs_say_text(to, DGS_STR("one\ntwo\r\x1b\xff\xe2\x80\xae\n"));
    ck_said("one\ntwo ???\n");
}
END_TEST

START_TEST(json_says_the_same_by_escapes)
{
    dgs_say_json(to, DGS_STR("{\"a\":\t\"\x7f\xc2\x9b\xe2\x80\xae\xf3\xa0\x81\x81 \xc3\xa9\"}\r\n{}\n"));
    ck_said("{\"a\": \"\\u007f\\u009b\\u202e\\udb40\\udc41 \xc3\xa9\"} \n{}\n");
}
END_TEST

START_TEST(joiners_and_selectors_pass_where_scripts_need_them)
{
    dgs_say(to, "%s",
            "\xf0\x9f\x91\xa9\xe2\x80\x8d\xe2\x9a\x95\xef\xb8\x8f \xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xb1 a\xe2\x80\x8d"
            "b\xe2\x80\x8c"
            "c\xef\xb8\x8f");
    ck_said("\xf0\x9f\x91\xa9\xe2\x80\x8d\xe2\x9a\x95\xef\xb8\x8f \xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xb1 a?b?c?\n");
}
END_TEST

// Bidi_Control, Cc, Zl and Zp of Unicode 15, and what is not seen.
START_TEST(what_has_no_place_in_a_message)
{
    static const struct range {
        int32_t from, to;
    } hidden[] = {{0, 0x1f},        {0x7f, 0x9f},     {0xad, 0xad},       {0x61c, 0x61c},
                  {0x115f, 0x1160}, {0x180e, 0x180e}, {0x200b, 0x200b},   {0x200e, 0x200f},
                  {0x2028, 0x202e}, {0x2060, 0x206f}, {0x3164, 0x3164},   {0xfeff, 0xfeff},
                  {0xffa0, 0xffa0}, {0xfff9, 0xfffb}, {0x1bca0, 0x1bca3}, {0xe0000, 0xe007f}};
    static const int32_t seen[] = {' ', '~', 0xa0, 0xe9, 0x5d0, 0x627, 0x2019, 0x2027, 0x202f, 0x4e00, 0xfffc, 0x1f469};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        for (int32_t cp = hidden[i].from; cp <= hidden[i].to; cp++)
            ck_assert_msg(dgs_utf8_hides(0x5d0, cp), "U+%04X", (unsigned)cp);
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
        ck_assert_msg(!dgs_utf8_hides(0, seen[i]), "U+%04X", (unsigned)seen[i]);
    fclose(to);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("say");
    TCase *tests = tcase_create("say");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_line_has_one_end_and_no_control);
    tcase_add_test(tests, what_is_too_long_is_cut_between_characters);
    tcase_add_test(tests, a_line_over_another);
    tcase_add_test(tests, a_text_keeps_its_lines);
    tcase_add_test(tests, json_says_the_same_by_escapes);
    tcase_add_test(tests, joiners_and_selectors_pass_where_scripts_need_them);
    tcase_add_test(tests, what_has_no_place_in_a_message);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
