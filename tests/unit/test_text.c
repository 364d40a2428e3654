#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/break.h"
#include "text/builtin.h"
#include "text/text.h"
#include "unit.h"

static dgs_text *text;
static dgs_arena *arena;
static dgs_err err;

static void setup(void)
{
    err = (dgs_err){0};
    text = dgs_text_new(NULL, &err);
    arena = dgs_arena_new(64 << 20);
    ck_assert_ptr_nonnull(text);
    ck_assert_ptr_nonnull(arena);
}

static void teardown(void)
{
    dgs_text_free(text);
    dgs_arena_free(arena);
}

static void open_display(void)
{
    ck_assert_msg(dgs_text_open(text, DGS_FACE_DISPLAY, &err), "%s", err.message);
}

static dgs_word shaped(dgs_face face, dgs_feature feature, const char *s)
{
    dgs_word w;
    ck_assert(dgs_text_shape(text, face, feature, dgs_str_of(s), &w, &err));
    return w;
}

START_TEST(metrics_are_those_of_the_family)
{
    open_display();
    for (int face = 0; face < DGS_FACES_FAMILY; face++) {
        const dgs_face_metrics *m = dgs_text_metrics(text, (dgs_face)face);
        ck_assert_int_gt(m->ascent, m->cap_height);
        ck_assert_int_gt(m->cap_height, m->x_height);
        ck_assert_int_lt(m->descent, 0);
        ck_assert_int_lt(m->bbox[1], m->bbox[3]);
    }
    ck_assert_int_eq(dgs_text_metrics(text, DGS_FACE_REGULAR)->weight, 400);
    ck_assert_int_eq(dgs_text_metrics(text, DGS_FACE_SEMIBOLD)->weight, 600);
    ck_assert_int_eq(dgs_text_metrics(text, DGS_FACE_BOLD)->weight, 700);
    ck_assert_str_eq(dgs_text_metrics(text, DGS_FACE_BOLD)->postscript_name, "SourceSans3-Bold");
    ck_assert_str_eq(dgs_text_metrics(text, DGS_FACE_DISPLAY)->postscript_name, "Fraunces-SemiBold");
}
END_TEST

START_TEST(the_face_of_titles_is_opened_when_asked_for)
{
    ck_assert_uint_eq(dgs_text_glyphs(text, DGS_FACE_DISPLAY), 0);
    open_display();
    size_t n = dgs_text_glyphs(text, DGS_FACE_DISPLAY);
    ck_assert_uint_gt(n, 500);
    const dgs_glyph *first = shaped(DGS_FACE_DISPLAY, 0, "piriformis").glyphs;
    open_display();
    ck_assert_uint_eq(dgs_text_glyphs(text, DGS_FACE_DISPLAY), n);
    ck_assert_ptr_eq(shaped(DGS_FACE_DISPLAY, 0, "piriformis").glyphs, first);
    ck_assert_int_ne(shaped(DGS_FACE_DISPLAY, 0, "heat").advance, shaped(DGS_FACE_BOLD, 0, "heat").advance);
}
END_TEST

// So that the check of a text's characters need not know which faces it will be set in.
START_TEST(every_face_of_the_family_has_the_same_characters)
{
    const uint32_t last = 0x1ffff;
    for (uint32_t cp = 0x20; cp <= last; cp++)
        for (int face = 1; face < DGS_FACE_DISPLAY; face++)
            ck_assert_msg(dgs_text_has(text, (dgs_face)face, cp) == dgs_text_has(text, DGS_FACE_REGULAR, cp),
                          "U+%04X in face %d", (unsigned)cp, face);
}
END_TEST

START_TEST(kerning_brings_letters_together)
{
    int apart = shaped(DGS_FACE_REGULAR, 0, "A").advance + shaped(DGS_FACE_REGULAR, 0, "V").advance;
    ck_assert_int_lt(shaped(DGS_FACE_REGULAR, 0, "AV").advance, apart);
}
END_TEST

START_TEST(a_ligature_is_one_glyph_of_two_letters)
{
    dgs_word w = shaped(DGS_FACE_REGULAR, 0, "ft");
    ck_assert_uint_eq(w.n, 1);
    ck_assert_uint_eq(w.glyphs[0].cluster, 0);
    ck_assert_uint_eq(w.glyphs[0].length, 2);
}
END_TEST

START_TEST(clusters_cover_the_text)
{
    static const char *const samples[] = {"office", "Điều trị đau", "Μάλαξη", "Массаж", "e\xcc\x81tude", "naïve – “x”"};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        dgs_word w = shaped(DGS_FACE_BOLD, 0, samples[i]);
        size_t bytes = 0, at = 0;
        for (size_t k = 0; k < w.n; k++) {
            ck_assert_uint_ne(w.glyphs[k].gid, 0);
            if (w.glyphs[k].length > 0) {
                ck_assert_uint_eq(w.glyphs[k].cluster, at);
                at += w.glyphs[k].length;
            }
            bytes += w.glyphs[k].length;
        }
        ck_assert_uint_eq(bytes, strlen(samples[i]));
    }
}
END_TEST

START_TEST(tabular_figures_have_one_width)
{
    int width = shaped(DGS_FACE_REGULAR, DGS_FEATURE_TABULAR, "0").advance;
    for (const char *d = "123456789"; *d != '\0'; d++)
        ck_assert_int_eq(shaped(DGS_FACE_REGULAR, DGS_FEATURE_TABULAR, (char[]){*d, 0}).advance, width);
}
END_TEST

START_TEST(the_same_word_is_shaped_once)
{
    const dgs_glyph *first = shaped(DGS_FACE_REGULAR, 0, "piriformis").glyphs;
    for (int i = 0; i < 3000; i++) { // past the first size of the table
        char word[16];
        snprintf(word, sizeof word, "w%d", i);
        (void)shaped(DGS_FACE_REGULAR, 0, word);
    }
    ck_assert_ptr_eq(shaped(DGS_FACE_REGULAR, 0, "piriformis").glyphs, first);
    ck_assert_ptr_ne(shaped(DGS_FACE_BOLD, 0, "piriformis").glyphs, first);
}
END_TEST

// By the hash of the built-in words they would all stand in one place.
START_TEST(words_chosen_to_meet_are_found_as_fast_as_others)
{
    enum { WORDS = 1500, BITS = 0x3ff };
    for (unsigned long n = 0, i = 0; n < WORDS; i++) {
        char word[24];
        (void)snprintf(word, sizeof word, "w%lu", i);
        if ((dgs_text_hash(DGS_FACE_REGULAR, DGS_FEATURE_NONE, dgs_str_of(word)) & BITS) != 0)
            continue;
        (void)shaped(DGS_FACE_REGULAR, DGS_FEATURE_NONE, word);
        n++;
    }
    ck_assert_uint_lt(dgs_text_looks(text), WORDS * 16);
}
END_TEST

START_TEST(coverage_is_told)
{
    ck_assert(dgs_text_has(text, DGS_FACE_REGULAR, 'A'));
    ck_assert(dgs_text_has(text, DGS_FACE_BOLD, 0x1ea4));     // Vietnamese
    ck_assert(dgs_text_has(text, DGS_FACE_BOLD, 0x2713));     // check mark
    ck_assert(dgs_text_has(text, DGS_FACE_REGULAR, 0x232));   // Y with a macron, of its parts
    ck_assert(!dgs_text_has(text, DGS_FACE_REGULAR, 0x1e71)); // t with a circumflex below, which has no glyph
    ck_assert(!dgs_text_has(text, DGS_FACE_REGULAR, 0xac00)); // Hangul, of whose parts there is none
    ck_assert(!dgs_text_has(text, DGS_FACE_REGULAR, 0x4e2d));
    ck_assert(!dgs_text_has(text, DGS_FACE_REGULAR, 0x0627));
}
END_TEST

START_TEST(a_subset_holds_what_was_asked_for)
{
    size_t n = dgs_text_glyphs(text, DGS_FACE_REGULAR);
    uint8_t *used = calloc(n, 1);
    dgs_word w = shaped(DGS_FACE_REGULAR, 0, "heat");
    for (size_t i = 0; i < w.n; i++)
        used[w.glyphs[i].gid] = 1;
    dgs_subset s;
    ck_assert(dgs_text_subset(text, DGS_FACE_REGULAR, &(dgs_wanted){.used = used}, arena, &s, &err));
    ck_assert_uint_eq(s.nold, n);
    ck_assert_uint_ge(s.nnew, 5);
    ck_assert_uint_lt(s.file.n, 20000);
    for (size_t i = 0; i < w.n; i++) {
        uint16_t id = s.new_id[w.glyphs[i].gid];
        ck_assert_uint_lt(id, s.nnew);
        ck_assert_uint_gt(id, 0);
        ck_assert_int_eq(s.widths[id], w.glyphs[i].width);
    }
    ck_assert_uint_eq(s.new_id[0], 0);
    free(used);
}
END_TEST

static unsigned number16(dgs_str s, size_t at)
{
    return (unsigned)(unsigned char)s.p[at] << 8 | (unsigned char)s.p[at + 1];
}

// A table of a TrueType file.
static dgs_str table_of(dgs_str file, const char *tag)
{
    for (unsigned i = 0; i < number16(file, 4); i++) {
        size_t at = 12 + 16 * (size_t)i;
        if (memcmp(file.p + at, tag, 4) == 0)
            return (dgs_str){file.p + (number16(file, at + 8) << 16 | number16(file, at + 10)),
                             number16(file, at + 12) << 16 | number16(file, at + 14)};
    }
    ck_abort_msg("no table %s", tag);
    return (dgs_str){0};
}

START_TEST(composites_stand_behind_the_glyphs)
{
    uint8_t *used = calloc(dgs_text_glyphs(text, DGS_FACE_REGULAR), 1);
    dgs_word w = shaped(DGS_FACE_REGULAR, 0, "xy");
    const dgs_component parts[] = {{w.glyphs[0].gid, 0, 0}, {w.glyphs[1].gid, 100, -50}};
    const dgs_composite composites[] = {{parts, 2, 640}, {NULL, 0, 0}};
    dgs_subset s;
    ck_assert(dgs_text_subset(text, DGS_FACE_REGULAR, &(dgs_wanted){used, composites, 2}, arena, &s, &err));
    ck_assert_uint_eq(s.nnew, 5); // .notdef, x and y before
    ck_assert_uint_eq(s.widths[3], 640);
    ck_assert_uint_eq(s.widths[4], 0);
    dgs_str maxp = table_of(s.file, "maxp"), loca = table_of(s.file, "loca"), glyf = table_of(s.file, "glyf");
    ck_assert_uint_eq(number16(maxp, 4), 5);
    ck_assert_uint_eq(loca.n, 24);
    dgs_str made = {glyf.p + number16(loca, 14), number16(loca, 18) - number16(loca, 14)};
    ck_assert_uint_eq(number16(made, 0), 0xffff);
    ck_assert_uint_eq(number16(made, 10), 0x1023); // more, unscaled, words, x and y
    ck_assert_uint_eq(number16(made, 12), s.new_id[w.glyphs[0].gid]);
    ck_assert_uint_eq(number16(made, 18), 0x1003);
    ck_assert_uint_eq(number16(made, 22), 100);
    ck_assert_uint_eq(number16(made, 24), 0x10000 - 50);
    ck_assert_uint_eq(number16(loca, 18), number16(loca, 22)); // the last has no outline
    uint32_t sum = 0;
    for (size_t i = 0; i < s.file.n; i += 4)
        sum += (uint32_t)number16(s.file, i) << 16 | number16(s.file, i + 2);
    ck_assert_uint_eq(sum, 0xb1b0afba); // OpenType 1.9, "head"
    free(used);
}
END_TEST

// Where the face says nothing, a mark would stand behind its letter.
START_TEST(each_mark_stands_on_its_letter)
{
    static const char *const letters[] = {"e\u0307\u0303", "\u1ebd\u0307", "Y\u0304", "q\u0307", "e\u0323\u0301",
                                          "К\u0300",       "Ŷ\u0301",      "b\u0327", "Σ\u0304", "1\u0308"};
    for (int face = 0; face < DGS_FACES_USUAL; face++)
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            dgs_word w = shaped((dgs_face)face, 0, letters[i]);
            for (size_t k = 1; k < w.n; k++) {
                ck_assert_int_eq(w.glyphs[k].advance, 0);
                int at = w.glyphs[k].dx + w.glyphs[0].advance; // of the mark, whose outline lies round that
                ck_assert_msg(at > w.glyphs[0].advance / 4 && at < w.glyphs[0].advance * 3 / 4, "%s in face %d at %d",
                              letters[i], face, at);
            }
        }
    dgs_word high = shaped(DGS_FACE_REGULAR, 0, "e\u0307\u0303");
    ck_assert_int_gt(high.glyphs[high.n - 1].dy, 100); // clear of the dot
}
END_TEST

// A word with a sign behind it is not in the table: its glyphs come fresh, the same but for the last one's kerning.
START_TEST(words_shaped_at_build_time_are_as_if_shaped_now)
{
    size_t words = 0;
    open_display();
    for (size_t i = 0; i < dgs_nbuiltin_words; i++) {
        const dgs_builtin_word *w = &dgs_builtin_words[i];
        char longer[256];
        if (w->nglyphs == 0 || w->length + 2u > sizeof longer)
            continue;
        memcpy(longer, dgs_builtin_texts + w->text, w->length);
        memcpy(longer + w->length, "|", 2);
        dgs_word baked, fresh = shaped((dgs_face)w->face, (dgs_feature)w->feature, longer);
        dgs_str word = {longer, w->length};
        ck_assert(w->face < DGS_FACES_USUAL || w->face == DGS_FACE_DISPLAY);
        ck_assert(dgs_builtin_word_find((dgs_face)w->face, (dgs_feature)w->feature, word,
                                        dgs_text_hash((dgs_face)w->face, (dgs_feature)w->feature, word), &baked));
        ck_assert_uint_eq(baked.n + 1, fresh.n);
        for (size_t k = 0; k < baked.n; k++) {
            ck_assert_uint_eq(baked.glyphs[k].gid, fresh.glyphs[k].gid);
            ck_assert_int_eq(baked.glyphs[k].width, fresh.glyphs[k].width);
            ck_assert_uint_eq(baked.glyphs[k].cluster, fresh.glyphs[k].cluster);
            ck_assert_uint_eq(baked.glyphs[k].length, fresh.glyphs[k].length);
            ck_assert(k + 1 == baked.n || baked.glyphs[k].advance == fresh.glyphs[k].advance);
        }
        words++;
    }
    ck_assert_uint_gt(words, 1000);
}
END_TEST

START_TEST(nothing_to_break)
{
    size_t ends[1];
    ck_assert_uint_eq(dgs_break_lines(NULL, 0, 100, arena, ends), 0);
}
END_TEST

START_TEST(lines_fit_and_cover_everything)
{
    dgs_break_item p[200];
    size_t ends[200];
    for (unsigned seed = 1; seed <= 50; seed++) {
        unsigned r = seed * 2654435761u;
        for (size_t i = 0; i < 200; i++) {
            r = r * 1664525u + 1013904223u;
            p[i] = (dgs_break_item){.width = 5 + r % 40, .space = 3};
        }
        double measure = 60 + seed * 4;
        size_t n = dgs_break_lines(p, 200, measure, arena, ends);
        ck_assert_uint_gt(n, 0);
        ck_assert_uint_eq(ends[n - 1], 200);
        for (size_t line = 0, begin = 0; line < n; begin = ends[line++]) {
            double width = 0;
            ck_assert_uint_gt(ends[line], begin);
            for (size_t i = begin; i < ends[line]; i++)
                width += p[i].width + (i + 1 < ends[line] ? 3 : 0);
            ck_assert(width <= measure + 0.02);
        }
        size_t greedy[200];
        size_t g = dgs_break_greedy(p, 200, measure, greedy);
        ck_assert(dgs_break_slack(p, 200, measure, ends, n) <= dgs_break_slack(p, 200, measure, greedy, g) + 1e-6 ||
                  n < g); // a longer last line may cost slack elsewhere
    }
}
END_TEST

START_TEST(pieces_that_must_stay_together_do)
{
    // Greedy would end the first line between the two last pieces.
    dgs_break_item p[] = {{40, 5, 0}, {30, 5, 0}, {20, 5, DGS_BREAK_NEVER}, {30, 5, 0}};
    size_t ends[4];
    size_t n = dgs_break_lines(p, 4, 100, arena, ends);
    ck_assert_uint_eq(n, 2);
    ck_assert_uint_eq(ends[0], 2);
}
END_TEST

// Of Chinese and Japanese: what is left for the last line is not asked, but for one letter or two.
START_TEST(lines_of_letters_are_full)
{
    dgs_break_item p[21];
    size_t ends[21];
    for (size_t i = 0; i < 21; i++)
        p[i] = (dgs_break_item){.width = 10.5, .cost = DGS_BREAK_LETTER};
    ck_assert_uint_eq(dgs_break_lines(p, 21, 190, arena, ends), 2);
    ck_assert_uint_eq(ends[0], 18);
    ck_assert_uint_eq(dgs_break_lines(p, 20, 190, arena, ends), 2);
    ck_assert_uint_eq(ends[0], 17);
    for (size_t i = 0; i < 21; i++)
        p[i].cost = 0;
    ck_assert_uint_eq(dgs_break_lines(p, 21, 190, arena, ends), 2);
    ck_assert_uint_lt(ends[0], 18);
}
END_TEST

START_TEST(a_forced_end_is_kept)
{
    dgs_break_item p[] = {{10, 5, DGS_BREAK_MUST}, {10, 5, 0}, {10, 5, 0}};
    size_t ends[3];
    ck_assert_uint_eq(dgs_break_lines(p, 3, 100, arena, ends), 2);
    ck_assert_uint_eq(ends[0], 1);
    ck_assert_uint_eq(dgs_break_greedy(p, 3, 100, ends), 2);
    ck_assert_uint_eq(ends[0], 1);
}
END_TEST

START_TEST(a_piece_wider_than_the_line_stands_alone)
{
    dgs_break_item p[] = {{10, 5, 0}, {300, 5, 0}, {10, 5, 0}};
    size_t ends[3];
    ck_assert_uint_eq(dgs_break_lines(p, 3, 100, arena, ends), 3);
}
END_TEST

START_TEST(a_chain_too_long_for_a_line_is_broken_all_the_same)
{
    dgs_break_item p[] = {{60, 5, DGS_BREAK_NEVER}, {60, 5, DGS_BREAK_NEVER}, {60, 5, 0}};
    size_t ends[3];
    size_t n = dgs_break_lines(p, 3, 100, arena, ends);
    ck_assert_uint_eq(n, 3);
    ck_assert_uint_eq(ends[n - 1], 3);
}
END_TEST

static Suite *text_suite(void)
{
    Suite *s = suite_create("text");
    TCase *shape = tcase_create("shape"), *lines = tcase_create("break");
    tcase_add_checked_fixture(shape, setup, teardown);
    tcase_add_test(shape, metrics_are_those_of_the_family);
    tcase_add_test(shape, the_face_of_titles_is_opened_when_asked_for);
    tcase_add_test(shape, every_face_of_the_family_has_the_same_characters);
    tcase_add_test(shape, kerning_brings_letters_together);
    tcase_add_test(shape, a_ligature_is_one_glyph_of_two_letters);
    tcase_add_test(shape, clusters_cover_the_text);
    tcase_add_test(shape, tabular_figures_have_one_width);
    tcase_add_test(shape, the_same_word_is_shaped_once);
    tcase_add_test(shape, words_shaped_at_build_time_are_as_if_shaped_now);
    tcase_add_test(shape, words_chosen_to_meet_are_found_as_fast_as_others);
    tcase_add_test(shape, coverage_is_told);
    tcase_add_test(shape, a_subset_holds_what_was_asked_for);
    tcase_add_test(shape, composites_stand_behind_the_glyphs);
    tcase_add_test(shape, each_mark_stands_on_its_letter);
    tcase_add_checked_fixture(lines, setup, teardown);
    tcase_add_test(lines, nothing_to_break);
    tcase_add_test(lines, lines_fit_and_cover_everything);
    tcase_add_test(lines, pieces_that_must_stay_together_do);
    tcase_add_test(lines, a_forced_end_is_kept);
    tcase_add_test(lines, lines_of_letters_are_full);
    tcase_add_test(lines, a_piece_wider_than_the_line_stands_alone);
    tcase_add_test(lines, a_chain_too_long_for_a_line_is_broken_all_the_same);
    suite_add_tcase(s, shape);
    suite_add_tcase(s, lines);
    return s;
}

int main(void)
{
    return run_suite(text_suite());
}
