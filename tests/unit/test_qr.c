// The qr room against what ISO/IEC 18004 says of every code: its patterns, its sizes and the level it names itself.
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "qr/qr.h"
#include "unit.h"

enum { ANY = 177 };

static dgs_arena *arena;
static dgs_err err;

static void set_up(void)
{
    arena = dgs_arena_new(16u << 20);
    err = (dgs_err){0};
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

static dgs_qr make(const char *text, size_t most)
{
    dgs_qr qr;
    ck_assert_msg(dgs_qr_make(dgs_str_of(text), most, arena, &qr, &err), "%s", err.message);
    return qr;
}

static dgs_str small_letters(size_t n)
{
    char *text = dgs_arena_alloc(arena, n + 1);
    memset(text, 'a', n);
    return (dgs_str){text, n};
}

static bool dark(const dgs_qr *qr, size_t x, size_t y)
{
    uint8_t module = qr->modules[y * qr->side + x];
    ck_assert(module <= 1);
    return module == 1;
}

// Rings of dark, light and dark round a core, and a light border towards the inside (6.3.3, 6.3.4).
static void finder_at(const dgs_qr *qr, size_t left, size_t top)
{
    for (size_t y = 0; y < 7; y++)
        for (size_t x = 0; x < 7; x++) {
            bool outer = x == 0 || y == 0 || x == 6 || y == 6, core = x >= 2 && x <= 4 && y >= 2 && y <= 4;
            ck_assert_int_eq(dark(qr, left + x, top + y), outer || core);
        }
    size_t column = left == 0 ? 7 : left - 1, row = top == 0 ? 7 : top - 1;
    for (size_t i = 0; i < 8; i++) {
        ck_assert(!dark(qr, column, top == 0 ? i : top - 1 + i));
        ck_assert(!dark(qr, left == 0 ? i : left - 1 + i, row));
    }
}

static const char *const texts[] = {
    "a",
    "https://willowcreek.example/book",
    "HTTPS://WILLOWCREEK.EXAMPLE/1234567890",
    "tel:+15550104477",
    "https://example.org/book?x=1&y=2#day",
    "\xc3\xa9l\xc3\xa8ve \xe6\x8c\x89\xe6\x91\xa9",
    ("https://example.org/a/very/long/path/that/may/have/to/be/broken/over/two/lines/of/"
     "the/box/and/more/and/still/more/words/to/fill/a/larger/code")};
enum { TEXTS = sizeof texts / sizeof *texts };

START_TEST(patterns)
{
    dgs_qr qr = make(texts[_i], ANY);
    ck_assert(qr.side >= 21 && qr.side <= 177 && qr.side % 4 == 1);
    finder_at(&qr, 0, 0);
    finder_at(&qr, qr.side - 7, 0);
    finder_at(&qr, 0, qr.side - 7);
    for (size_t i = 8; i < qr.side - 8; i++) { // timing (6.3.5)
        ck_assert_int_eq(dark(&qr, i, 6), i % 2 == 0);
        ck_assert_int_eq(dark(&qr, 6, i), i % 2 == 0);
    }
    ck_assert(dark(&qr, 8, qr.side - 8)); // always dark (7.9.1)
}
END_TEST

// The first two bits of the format information, unmasked: 01 is level L, 00 is M (7.9.1).
static unsigned named_level(const dgs_qr *qr)
{
    return ((dark(qr, 0, 8) ? 2u : 0u) | (dark(qr, 1, 8) ? 1u : 0u)) ^ 2u;
}

START_TEST(the_level_is_medium_where_it_fits)
{
    // Bytes that versions 1 to 10 hold at levels M and L (table 7).
    static const size_t medium[] = {14, 26, 42, 62, 84, 106, 122, 152, 180, 213};
    static const size_t low[] = {17, 32, 53, 78, 106, 134, 154, 192, 230, 271};
    size_t i = (size_t)_i, side = 21 + 4 * i;
    dgs_qr qr;
    ck_assert(dgs_qr_make(small_letters(medium[i]), ANY, arena, &qr, &err));
    ck_assert_uint_eq(qr.side, side);
    ck_assert_uint_eq(named_level(&qr), 0);
    ck_assert_int_eq(qr.level, DGS_QR_MEDIUM);
    ck_assert(dgs_qr_make(small_letters(medium[i] + 1), ANY, arena, &qr, &err));
    ck_assert_uint_eq(qr.side, side + 4);
    ck_assert(dgs_qr_make(small_letters(medium[i] + 1), side, arena, &qr, &err));
    ck_assert_uint_le(qr.side, side);
    ck_assert_uint_eq(named_level(&qr), 1);
    ck_assert_int_eq(qr.level, DGS_QR_LOW);
    ck_assert(dgs_qr_make(small_letters(low[i]), side + 3, arena, &qr, &err));
    ck_assert_uint_eq(qr.side, side);
    ck_assert(!dgs_qr_make(small_letters(low[i] + 1), side, arena, &qr, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_ptr_nonnull(strstr(err.message, "too long for a QR code"));
}
END_TEST

// Were small letters made capitals to save room, the same address in capitals would give the same code.
START_TEST(letters_stay_as_they_are)
{
    dgs_qr small = make("https://willowcreek.example/book", ANY),
           capital = make("HTTPS://WILLOWCREEK.EXAMPLE/BOOK", ANY);
    ck_assert_uint_lt(capital.side, small.side); // capitals have a shorter mode
    dgs_qr a = make("https://willowcreek.example/Book", ANY);
    ck_assert_uint_eq(a.side, small.side);
    ck_assert(memcmp(a.modules, small.modules, a.side * a.side) != 0);
}
END_TEST

START_TEST(the_same_text_gives_the_same_code)
{
    dgs_qr a = make(texts[_i], ANY), b = make(texts[_i], ANY);
    ck_assert_uint_eq(a.side, b.side);
    ck_assert(memcmp(a.modules, b.modules, a.side * a.side) == 0);
}
END_TEST

START_TEST(refused)
{
    static const dgs_str bad[] = {{"", 0}, {NULL, 0}, {"a\0b", 3}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        dgs_qr qr;
        err = (dgs_err){0};
        ck_assert(!dgs_qr_make(bad[i], ANY, arena, &qr, &err));
        ck_assert_int_eq(err.kind, DGS_ERR_DATA);
        ck_assert_uint_eq(qr.side, 0);
    }
    dgs_qr qr;
    err = (dgs_err){0};
    ck_assert(!dgs_qr_make(small_letters(2954), ANY, arena, &qr, &err)); // more than any code holds
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    err = (dgs_err){0};
    ck_assert(!dgs_qr_make(dgs_str_of("a"), 0, arena, &qr, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
}
END_TEST

START_TEST(memory_that_ends_is_told)
{
    dgs_arena *small = dgs_arena_new(200);
    dgs_qr qr;
    ck_assert(!dgs_qr_make(dgs_str_of("https://willowcreek.example/book"), ANY, small, &qr, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    dgs_arena_free(small);
}
END_TEST

static Suite *qr_suite(void)
{
    Suite *s = suite_create("qr");
    TCase *c = tcase_create("codes");
    tcase_add_checked_fixture(c, set_up, tear_down);
    tcase_add_loop_test(c, patterns, 0, TEXTS);
    tcase_add_loop_test(c, the_level_is_medium_where_it_fits, 0, 10);
    tcase_add_loop_test(c, the_same_text_gives_the_same_code, 0, TEXTS);
    tcase_add_test(c, letters_stay_as_they_are);
    tcase_add_test(c, refused);
    tcase_add_test(c, memory_that_ends_is_told);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(qr_suite());
}
