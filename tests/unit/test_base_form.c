// Unit tests of src/base/form: composed, decomposed, folded. The judge of all characters is utf8proc as a whole, which
// the code asks only where a text may change.
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/form.h"
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
}

static const char *composed(const char *typed)
{
    dgs_str text = dgs_str_of(typed);
    ck_assert(dgs_form_compose(arena, &text));
    const char *copy = dgs_str_copy(arena, text);
    ck_assert_ptr_nonnull(copy);
    return copy;
}

START_TEST(letters_and_their_marks_become_one)
{
    static const char *const pairs[][2] = {
        {"cafe\u0301", "café"},
        {"Y\u0304stwyth", "Ȳstwyth"},
        {"a\u0302\u0323", "ậ"},       // marks in the wrong order
        {"a\u0323\u0302", "ậ"},       // and in the right one
        {"\u00e2\u0323", "ậ"},        // half composed
        {"e\u0323\u0301", "ẹ\u0301"}, // there is no whole letter
        {"q\u0307", "q\u0307"},
        {"\u1112\u1161\u11ab", "한"}, // Hangul
        {"\uac00\u11a8", "각"},
        {"\u212b\u2126\u212a", "ÅΩK"}, // singletons
        {"\u037e\u0387\u1fef", ";·`"},
        {"\uf900", "豈"}, // a CJK compatibility ideograph
        {"<\u0338", "≮"},
        {"\u0958", "\u0915\u093c"}, // which is never composed
        {"", ""},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        ck_assert_str_eq(composed(pairs[i][0]), pairs[i][1]);
}
END_TEST

START_TEST(what_is_composed_stays_where_it_is)
{
    static const char *const texts[] = {
        "Willow Creek", "Måns “Ärlig” Åström — Łódź", "Тайский массаж Ё", "Nguyễn Thị Hứa", "Μασάζ", "按摩 김"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        dgs_str text = dgs_str_of(texts[i]);
        ck_assert(dgs_form_compose(arena, &text));
        ck_assert_ptr_eq(text.p, texts[i]);
        ck_assert_uint_eq(text.n, strlen(texts[i]));
    }
    ck_assert_uint_eq(dgs_arena_used(arena), 0);
}
END_TEST

// Holds one text against utf8proc.
static void agree(const int32_t *characters, size_t n)
{
    char typed[64];
    size_t bytes = 0;
    for (size_t i = 0; i < n; i++)
        bytes += (size_t)dgs_utf8_put((uint32_t)characters[i], typed + bytes);
    typed[bytes] = '\0';
    utf8proc_uint8_t *wanted = utf8proc_NFC((const utf8proc_uint8_t *)typed);
    ck_assert_ptr_nonnull(wanted);
    dgs_str text = {typed, bytes};
    ck_assert(dgs_form_compose(arena, &text));
    ck_assert_msg(dgs_str_is(text, (const char *)wanted), "U+%04X is composed in another way", (unsigned)characters[0]);
    bytes = dgs_form_compose_in(typed, bytes, sizeof typed);
    ck_assert_msg(dgs_str_is((dgs_str){typed, bytes}, (const char *)wanted), "U+%04X in place",
                  (unsigned)characters[0]);
    free(wanted);
}

START_TEST(every_character_is_composed_as_unicode_says)
{
    for (int32_t cp = 1; cp <= 0xe01ff; cp++) {
        if (cp == 0xd800)
            cp = 0xe000;
        if (cp == 0x4000 || cp == 0x20000) // ideographs, which are all alike
            cp += 0x5000;
        if (cp == 0x30000)
            cp = 0xe0000;
        int32_t parts[8];
        dgs_arena_reset(arena);
        agree(&cp, 1);
        utf8proc_ssize_t n = utf8proc_decompose_char(cp, parts, 8, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE,
                                                     &(int){UTF8PROC_BOUNDCLASS_START});
        if (n > 1)
            agree(parts, (size_t)n);
        if (dgs_form_mark(cp)) // before the mark that comes last of all
            agree((const int32_t[]){'a', 0x345, cp}, 3);
    }
}
END_TEST

START_TEST(what_is_no_utf8_stays)
{
    static const char *const texts[] = {"e\xcc", "\xff", "e\xcc\x81\xff", "\xed\xa0\x80\xcc\x81"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_str_eq(composed(texts[i]), texts[i]);
}
END_TEST

// The marks come in the worst order. They are read up to the limit and stay as they are beyond it; a file of nothing
// else takes no longer for each byte.
START_TEST(a_letter_with_endless_marks_stays)
{
    enum { MANY = 128 * 1024 };
    char *text = malloc(2 * MANY + 2);
    ck_assert_ptr_nonnull(text);
    text[0] = 'a';
    for (size_t i = 0; i < MANY; i++)
        memcpy(text + 1 + 2 * i, i % 2 == 0 ? "\u0301" : "\u0323", 2);
    text[2 * MANY + 1] = '\0';
    dgs_str all = dgs_str_of(text);
    ck_assert(dgs_form_compose(arena, &all));
    ck_assert_ptr_eq(all.p, text);
    ck_assert_uint_eq(dgs_arena_used(arena), 0);
    dgs_str most = {text, 1 + 2 * DGS_FORM_MARKS};
    ck_assert(dgs_form_compose(arena, &most));
    ck_assert(dgs_str_starts(most, "ạ\u0323"));
    free(text);
}
END_TEST

START_TEST(a_full_arena_is_said)
{
    dgs_arena *none = dgs_arena_new(0);
    dgs_str text = dgs_str_of("e\u0301");
    ck_assert(!dgs_form_compose(none, &text));
    text = dgs_str_of("plain");
    ck_assert(dgs_form_compose(none, &text));
    dgs_arena_free(none);
}
END_TEST

START_TEST(in_place_it_is_cut_before_a_character)
{
    char text[DGS_FORM_ROOM] = "\u2126\u2126\u2126"; // 9 bytes become 6
    size_t n = dgs_form_compose_in(text, 9, 5);
    ck_assert_uint_eq(n, 4);
    ck_assert(memcmp(text, "ΩΩ", 4) == 0);
    for (size_t i = 0; i + 2 <= sizeof text; i += 2)
        memcpy(text + i, "\u0344", 2); // each becomes two marks
    ck_assert_uint_le(dgs_form_compose_in(text, sizeof text, sizeof text), sizeof text);
}
END_TEST

static bool same(const char *a, const char *b)
{
    uint32_t one[DGS_FORM_FOLDED], other[DGS_FORM_FOLDED];
    size_t n, m;
    dgs_form_fold(dgs_str_of(a), one, &n);
    dgs_form_fold(dgs_str_of(b), other, &m);
    return n == m && memcmp(one, other, n * sizeof *one) == 0;
}

START_TEST(names_are_folded_simply)
{
    static const char *const alike[][2] = {
        {"Anna", "aNNA"},
        {"Ärzte", "a\u0308rzte"},
        {"Σίσυφος", "ΣΊΣΥΦΟΣ"},
        {"\u017f", "S"},
        {"ẞ", "ß"},
        {"Ё", "ё"},
        {"Ǆ", "ǅ"},
        {"J\u030c", "ǰ"},
        {"J\u0323\u030c", "j\u030c\u0323"},
        {"\u212a", "k"},
        {"Ա", "ա"},
    };
    static const char *const different[][2] = {
        {"ılca", "ilca"},      {"ILCA", "ılca"}, {"İlca", "ilca"}, {"İlca", "ILCA"}, {"İlca", "ılca"},
        {"Straße", "STRASSE"}, {"ﬁ", "fi"},      {"é", "e"},       {"a", "ab"},
    };
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        ck_assert_msg(same(alike[i][0], alike[i][1]), "%s and %s are two", alike[i][0], alike[i][1]);
    for (size_t i = 0; i < sizeof different / sizeof *different; i++)
        ck_assert_msg(!same(different[i][0], different[i][1]), "%s and %s are one", different[i][0], different[i][1]);
}
END_TEST

// Those who copy letters of full width mean plain ones; those who write Chinese, Japanese or Korean mean their signs.
START_TEST(signs_of_full_width_stay_in_the_east)
{
    static const char *const texts[][2] = {
        {"\uff33\uff50\uff41（\uff11！）", "Spa(1!)"},
        {"按摩（推拿），\uff19\uff10分钟", "按摩（推拿），90分钟"},
        {"さくら：\uff19：\uff10\uff10～\uff11\uff17：30", "さくら：9:00～17:30"},
        {"마사지（\uff21）", "마사지（A）"},
        {"ㄓ（a", "ㄓ（a"},
        {"𠮷！", "𠮷！"},
        {"สปา（1）", "สปา(1)"},
        {"\uff10\uff13\uff0d\uff15\uff15", "03-55"},
        {"院（", "院（"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        dgs_str text = dgs_str_of(texts[i][0]);
        ck_assert(dgs_form_plain(arena, &text));
        ck_assert_msg(dgs_str_is(text, texts[i][1]), "%s is %.*s", texts[i][0], (int)text.n, text.p);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("base_form");
    TCase *tests = tcase_create("form");
    tcase_set_timeout(tests, 110);
    tcase_add_checked_fixture(tests, open_arena, close_arena);
    tcase_add_test(tests, letters_and_their_marks_become_one);
    tcase_add_test(tests, what_is_composed_stays_where_it_is);
    tcase_add_test(tests, every_character_is_composed_as_unicode_says);
    tcase_add_test(tests, what_is_no_utf8_stays);
    tcase_add_test(tests, a_letter_with_endless_marks_stays);
    tcase_add_test(tests, a_full_arena_is_said);
    tcase_add_test(tests, signs_of_full_width_stay_in_the_east);
    tcase_add_test(tests, in_place_it_is_cut_before_a_character);
    tcase_add_test(tests, names_are_folded_simply);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
