// Unit tests of src/base: strings, buffers, UTF-8.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "unit.h"

static dgs_arena *arena;

static void open_arena(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
}

static void close_arena(void)
{
    dgs_arena_free(arena);
    arena = NULL;
}

START_TEST(str_compares_by_length_and_bytes)
{
    ck_assert(dgs_str_eq(DGS_STR("ab"), DGS_STR("ab")));
    ck_assert(!dgs_str_eq(DGS_STR("ab"), DGS_STR("abc")));
    ck_assert(!dgs_str_eq(DGS_STR("a\0b"), DGS_STR("a\0c")));
    ck_assert(dgs_str_eq(dgs_str_of(NULL), DGS_STR("")));
    ck_assert(dgs_str_eq((dgs_str){NULL, 0}, (dgs_str){"x", 0}));
    ck_assert(dgs_str_is(DGS_STR("guide"), "guide"));
    ck_assert(!dgs_str_is(DGS_STR("guide"), "guid"));
}
END_TEST

START_TEST(str_starts_looks_at_no_byte_too_many)
{
    ck_assert(dgs_str_starts(DGS_STR("https://x"), "https://"));
    ck_assert(!dgs_str_starts((dgs_str){"https://x", 4}, "https://"));
    ck_assert(dgs_str_starts(DGS_STR(""), ""));
    ck_assert(!dgs_str_starts(dgs_str_of(NULL), "a"));
}
END_TEST

START_TEST(str_trim_takes_blanks_off_both_ends)
{
    ck_assert(dgs_str_is(dgs_str_trim(DGS_STR(" \t\r\na b\n ")), "a b"));
    ck_assert_uint_eq(dgs_str_trim(DGS_STR(" \n\t ")).n, 0);
    ck_assert_uint_eq(dgs_str_trim(DGS_STR("")).n, 0);
    ck_assert(dgs_str_is(dgs_str_trim(DGS_STR("\xc2\xa0")), "\xc2\xa0"));
}
END_TEST

START_TEST(str_copy_ends_with_nul_and_fails_at_the_cap)
{
    char *copy = dgs_str_copy(arena, (dgs_str){"abcdef", 3});
    ck_assert_str_eq(copy, "abc");
    ck_assert_str_eq(dgs_str_copy(arena, dgs_str_of(NULL)), "");
    dgs_arena *small = dgs_arena_new(16);
    ck_assert_ptr_null(dgs_str_copy(small, DGS_STR("sixteen letters!")));
    dgs_arena_free(small);
}
END_TEST

START_TEST(distance_counts_edits_without_case)
{
    ck_assert_uint_eq(dgs_str_distance("", ""), 0);
    ck_assert_uint_eq(dgs_str_distance("", "abc"), 3);
    ck_assert_uint_eq(dgs_str_distance("abc", ""), 3);
    ck_assert_uint_eq(dgs_str_distance("kitten", "sitting"), 3);
    ck_assert_uint_eq(dgs_str_distance("Paper", "paper"), 0);
    ck_assert_uint_eq(dgs_str_distance("papre", "paper"), 2);
    ck_assert_uint_eq(dgs_str_distance("worksheet", "worksheets"), 1);
}
END_TEST

START_TEST(distance_is_the_same_both_ways)
{
    static const char *const words[] = {"guide", "article", "worksheet", "letter", "a4", "", "x"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t j = 0; j < sizeof words / sizeof *words; j++)
            ck_assert_uint_eq(dgs_str_distance(words[i], words[j]), dgs_str_distance(words[j], words[i]));
}
END_TEST

START_TEST(distance_gives_up_on_long_words)
{
    char at_limit[64], over[65];
    memset(at_limit, 'a', 63);
    at_limit[63] = '\0';
    memset(over, 'a', 64);
    over[64] = '\0';
    ck_assert_uint_eq(dgs_str_distance(at_limit, at_limit), 0);
    ck_assert_uint_eq(dgs_str_distance(over, "a"), SIZE_MAX);
    ck_assert_uint_eq(dgs_str_distance("a", over), SIZE_MAX);
}
END_TEST

START_TEST(nearest_finds_what_was_meant_or_nothing)
{
    static const char *const list[] = {"guide", "article", "worksheet", "practice-name", NULL};
    static const char *const none[] = {NULL};
    ck_assert_str_eq(dgs_str_nearest("gide", list), "guide");
    ck_assert_str_eq(dgs_str_nearest("Artcle", list), "article");
    ck_assert_str_eq(dgs_str_nearest("work", list), "worksheet");
    ck_assert_str_eq(dgs_str_nearest("practise-name", list), "practice-name");
    ck_assert_ptr_null(dgs_str_nearest("zzzzzz", list));
    ck_assert_ptr_null(dgs_str_nearest("", list));
    ck_assert_ptr_null(dgs_str_nearest("guide", none));
}
END_TEST

START_TEST(buf_joins_pieces_and_ends_with_nul)
{
    dgs_buf buf = {.arena = arena};
    dgs_buf_add(&buf, "", 0);
    ck_assert_str_eq(buf.p, "");
    dgs_buf_adds(&buf, "ab");
    dgs_buf_addc(&buf, 'c');
    dgs_buf_addf(&buf, "-%d-%s", 7, "x");
    dgs_buf_add(&buf, "\0y", 2);
    ck_assert_uint_eq(buf.n, 9);
    ck_assert_mem_eq(buf.p, "abc-7-x\0y", 10);
    ck_assert(!buf.failed);
}
END_TEST

START_TEST(buf_grows_over_other_allocations)
{
    dgs_buf buf = {.arena = arena};
    for (int i = 0; i < 5000; i++) {
        dgs_buf_addf(&buf, "%04d", i);
        if (i % 100 == 0)
            ck_assert_ptr_nonnull(dgs_arena_alloc(arena, 1));
    }
    ck_assert(!buf.failed);
    ck_assert_uint_eq(buf.n, 20000);
    ck_assert_int_eq(strncmp(buf.p + 4 * 4999, "4999", 5), 0);
}
END_TEST

START_TEST(buf_that_failed_stays_failed)
{
    dgs_arena *small = dgs_arena_new(512);
    dgs_buf buf = {.arena = small};
    char block[300] = {0};
    dgs_buf_adds(&buf, "kept");
    dgs_buf_add(&buf, block, sizeof block);
    dgs_buf_add(&buf, block, sizeof block);
    ck_assert(buf.failed);
    size_t n = buf.n;
    dgs_buf_adds(&buf, "x");
    dgs_buf_addf(&buf, "%d", 1);
    dgs_buf_addnum(&buf, 1);
    ck_assert_uint_eq(buf.n, n);
    ck_assert_int_eq(strncmp(buf.p, "kept", 4), 0);
    dgs_arena_free(small);
}
END_TEST

static const struct {
    double v;
    const char *text;
} numbers[] = {
    {0, "0"},         {-0.0, "0"},        {1, "1"},
    {-1, "-1"},       {12, "12"},         {100, "100"},
    {1000, "1000"},   {0.5, "0.5"},       {-0.5, "-0.5"},
    {0.001, "0.001"}, {-0.001, "-0.001"}, {0.0004, "0"},
    {-0.0004, "0"},   {0.0006, "0.001"},  {1.999, "1.999"},
    {1.9996, "2"},    {-1.9996, "-2"},    {10.01, "10.01"},
    {10.1, "10.1"},   {612.25, "612.25"}, {841.8898, "841.89"},
    {32767, "32767"}, {32767.5, "32767"}, {-32768, "-32767"},
    {1e300, "32767"}, {-1e300, "-32767"}, {INFINITY, "0"},
    {-INFINITY, "0"}, {NAN, "0"},         {1e-300, "0"},
    {5e-324, "0"},
};

START_TEST(number_is_written_short_and_exact)
{
    dgs_buf buf = {.arena = arena};
    dgs_buf_addnum(&buf, numbers[_i].v);
    ck_assert_str_eq(buf.p, numbers[_i].text);
}
END_TEST

START_TEST(number_reads_back_as_it_was_rounded)
{
    for (int i = -40000; i <= 40000; i += 37) {
        dgs_buf buf = {.arena = arena};
        dgs_buf_addnum(&buf, i / 1000.0);
        ck_assert_int_eq(lround(strtod(buf.p, NULL) * 1000), i);
        ck_assert_ptr_null(strpbrk(buf.p, "eE,+ "));
    }
}
END_TEST

static const struct {
    const char *bytes;
    int32_t cp;
} characters[] = {
    {"A", 'A'},
    {"\x7f", 0x7f},
    {"\xc2\x80", 0x80},
    {"\xdf\xbf", 0x7ff},
    {"\xe0\xa0\x80", 0x800},
    {"\xed\x9f\xbf", 0xd7ff},
    {"\xee\x80\x80", 0xe000},
    {"\xef\xbf\xbf", 0xffff},
    {"\xf0\x90\x80\x80", 0x10000},
    {"\xf4\x8f\xbf\xbf", 0x10ffff},
};

START_TEST(utf8_steps_over_each_length)
{
    dgs_str s = dgs_str_of(characters[_i].bytes);
    size_t n = s.n;
    ck_assert_int_eq(dgs_utf8_next(&s), characters[_i].cp);
    ck_assert_uint_eq(s.n, 0);
    char out[4];
    ck_assert_int_eq(dgs_utf8_put((uint32_t)characters[_i].cp, out), (int)n);
    ck_assert_mem_eq(out, characters[_i].bytes, n);
}
END_TEST

static const char *const invalid[] = {
    "\x80",                     // a continuation without a lead
    "\xbf",                     // the last continuation byte
    "\xc0\x80",                 // overlong NUL
    "\xc1\xbf",                 // overlong U+007F
    "\xe0\x80\x80",             // overlong, three bytes
    "\xe0\x9f\xbf",             // overlong U+07FF
    "\xf0\x80\x80\x80",         // overlong, four bytes
    "\xf0\x8f\xbf\xbf",         // overlong U+FFFF
    "\xed\xa0\x80",             // first surrogate
    "\xed\xbf\xbf",             // last surrogate
    "\xf4\x90\x80\x80",         // U+110000
    "\xf5\x80\x80\x80",         // lead beyond Unicode
    "\xf7\xbf\xbf\xbf",         // the same
    "\xf8\x88\x80\x80\x80",     // five bytes
    "\xfc\x84\x80\x80\x80\x80", // six bytes
    "\xfe",                     // never a byte of UTF-8
    "\xff",                     // nor this
    "\xc3",                     // cut after the first byte of two
    "\xe2\x82",                 // cut after two of three
    "\xf0\x9f\x98",             // cut after three of four
    "\xc3(",                    // no continuation
    "\xe2\x28\xa1",             // second byte wrong
    "\xe2\x82\x28",             // third byte wrong
    "\xf0\x9f\x28\x80",         // third of four wrong
};

START_TEST(utf8_refuses_each_invalid_form)
{
    dgs_str s = dgs_str_of(invalid[_i]), before = s;
    ck_assert_int_eq(dgs_utf8_next(&s), -1);
    ck_assert_ptr_eq(s.p, before.p);
    ck_assert_uint_eq(s.n, before.n);
    ck_assert_uint_eq(dgs_utf8_check(before), 0);
    char with_text[16] = "ab";
    strcat(with_text, invalid[_i]);
    ck_assert_uint_eq(dgs_utf8_check(dgs_str_of(with_text)), 2);
}
END_TEST

START_TEST(utf8_stops_at_the_given_length)
{
    dgs_str cut = {"\xc3\xa9", 1};
    ck_assert_int_eq(dgs_utf8_next(&cut), -1);
    dgs_str nothing = {"x", 0};
    ck_assert_int_eq(dgs_utf8_next(&nothing), -1);
    ck_assert_uint_eq(dgs_utf8_check(nothing), 0);
}
END_TEST

START_TEST(utf8_takes_nul_as_a_character)
{
    dgs_str s = {"\0a", 2};
    ck_assert_int_eq(dgs_utf8_next(&s), 0);
    ck_assert_int_eq(dgs_utf8_next(&s), 'a');
    ck_assert_int_eq(dgs_utf8_control((dgs_str){"a\0", 2}), 0);
}
END_TEST

START_TEST(utf8_round_trip_of_every_code_point)
{
    for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
        if (cp >= 0xd800 && cp < 0xe000)
            continue;
        char bytes[4];
        dgs_str s = {bytes, (size_t)dgs_utf8_put(cp, bytes)};
        if (dgs_utf8_next(&s) != (int32_t)cp || s.n != 0)
            ck_abort_msg("U+%04X does not come back", (unsigned)cp);
    }
}
END_TEST

static const struct {
    const char *text;
    int32_t cp;
} controls[] = {
    {"plain text, \xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", -1},
    {"tab\tand\r\nlines", -1},
    {"\xc2\xa0\xc2\xad\xe2\x80\x8b", -1}, // no-break space, soft hyphen, zero-width space
    {"bell\a", 7},
    {"\x1b[31m", 0x1b},
    {"del\x7f", 0x7f},
    {"\xc2\x80", 0x80},
    {"\xc2\x85", 0x85},
    {"\xc2\x9f", 0x9f},
    {"\xe2\x80\xaa", 0x202a},
    {"\xe2\x80\xae", 0x202e},
    {"\xe2\x81\xa6", 0x2066},
    {"\xe2\x81\xa9", 0x2069},
    {"\xef\xb7\x90", 0xfdd0},
    {"\xef\xbf\xbe", 0xfffe},
    {"\xf4\x8f\xbf\xbf", 0x10ffff},
};

START_TEST(utf8_finds_what_cannot_be_printed)
{
    ck_assert_int_eq(dgs_utf8_control(dgs_str_of(controls[_i].text)), controls[_i].cp);
}
END_TEST

START_TEST(utf8_length_counts_code_points)
{
    ck_assert_uint_eq(dgs_utf8_length(DGS_STR("")), 0);
    ck_assert_uint_eq(dgs_utf8_length(DGS_STR("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80")), 4);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

static TCase *str_case(void)
{
    TCase *c = tcase_create("str");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, str_compares_by_length_and_bytes);
    tcase_add_test(c, str_starts_looks_at_no_byte_too_many);
    tcase_add_test(c, str_trim_takes_blanks_off_both_ends);
    tcase_add_test(c, str_copy_ends_with_nul_and_fails_at_the_cap);
    tcase_add_test(c, distance_counts_edits_without_case);
    tcase_add_test(c, distance_is_the_same_both_ways);
    tcase_add_test(c, distance_gives_up_on_long_words);
    tcase_add_test(c, nearest_finds_what_was_meant_or_nothing);
    tcase_add_test(c, buf_joins_pieces_and_ends_with_nul);
    tcase_add_test(c, buf_grows_over_other_allocations);
    tcase_add_test(c, buf_that_failed_stays_failed);
    tcase_add_loop_test(c, number_is_written_short_and_exact, 0, COUNT(numbers));
    tcase_add_test(c, number_reads_back_as_it_was_rounded);
    return c;
}

static const struct {
    const char *text, *seen;
} pasted[] = {
    {"", ""},
    {"plain", "plain"},
    {"\xe2\x80\x8b", ""},                                       // zero-width space
    {"\xef\xbb\xbfWil\xc2\xadlow", "Willow"},                   // byte order mark, soft hyphen
    {"a\xe2\x80\x8d\xe2\x81\xa0z\xef\xb8\x8f", "az"},           // joiners, variation selector
    {"\xe2\x80\x8e\xd8\x9c\xe3\x85\xa4\xf3\xa0\x81\xa1.", "."}, // direction marks, filler, tag
    // Joiners that are at work in Persian, Sinhala and old Malayalam, a place to break in Thai, a variant of Han.
    {"\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"},
    {"\u0dc1\u0dca\u200d\u0dbb", "\u0dc1\u0dca\u200d\u0dbb"},
    {"\u0d28\u0d4d\u200d", "\u0d28\u0d4d\u200d"},
    {"\u0e01\u200b\u0e01", "\u0e01\u200b\u0e01"},
    {"\u845b\U000e0100", "\u845b\U000e0100"},
    {"\u0645\u200c", "\u0645"}, // and those that are not
    {"\u200d\u0e01\u200d\u0e01\u200b", "\u0e01\u0e01"},
    {"a\u200b\u200cb\U000e0100", "ab"},
    {"\xc2\xac\xc2\xa0\xc2\xae\xcd\x8e\xe2\x80\xa0\xef\xbf\xb9",
     "\xc2\xac\xc2\xa0\xc2\xae\xcd\x8e\xe2\x80\xa0\xef\xbf\xb9"},
};

START_TEST(utf8_leaves_out_what_no_reader_sees)
{
    char text[64] = "";
    for (dgs_str rest = dgs_str_of(pasted[_i].text), seen; (seen = dgs_utf8_seen(&rest)).n > 0;)
        strncat(text, seen.p, seen.n);
    ck_assert_str_eq(text, pasted[_i].seen);
}
END_TEST

// Blanks are seen: they part words. The direction overrides are refused, not left out.
START_TEST(utf8_tells_blanks_from_what_is_not_seen)
{
    size_t blanks = 0, ignorable = 0, both = 0;
    for (int32_t cp = 0; cp < 0x110000; cp++) {
        blanks += dgs_utf8_blank(cp);
        ignorable += dgs_utf8_ignorable(cp);
        both += dgs_utf8_blank(cp) && dgs_utf8_ignorable(cp);
    }
    ck_assert_uint_eq(both, 0);
    ck_assert_uint_eq(blanks, 24);
    ck_assert_uint_eq(ignorable, 4174 - 9);
    for (int32_t cp = 0x2066; cp <= 0x2069; cp++)
        ck_assert(!dgs_utf8_ignorable(cp) && !dgs_utf8_ignorable(cp - 0x2066 + 0x202a));
}
END_TEST

static TCase *utf8_case(void)
{
    TCase *c = tcase_create("utf8");
    tcase_add_loop_test(c, utf8_steps_over_each_length, 0, COUNT(characters));
    tcase_add_loop_test(c, utf8_refuses_each_invalid_form, 0, COUNT(invalid));
    tcase_add_test(c, utf8_stops_at_the_given_length);
    tcase_add_test(c, utf8_takes_nul_as_a_character);
    tcase_add_test(c, utf8_round_trip_of_every_code_point);
    tcase_add_loop_test(c, utf8_finds_what_cannot_be_printed, 0, COUNT(controls));
    tcase_add_loop_test(c, utf8_leaves_out_what_no_reader_sees, 0, COUNT(pasted));
    tcase_add_test(c, utf8_tells_blanks_from_what_is_not_seen);
    tcase_add_test(c, utf8_length_counts_code_points);
    return c;
}

static Suite *base_suite(void)
{
    Suite *suite = suite_create("base: text");
    suite_add_tcase(suite, str_case());
    suite_add_tcase(suite, utf8_case());
    return suite;
}

int main(void)
{
    return run_suite(base_suite());
}
