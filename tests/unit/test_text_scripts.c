// Scripts beside the family's: faces, directions, joined letters, places where lines may end.
#include <stdlib.h>

#include "base/utf8.h"
#include "host/file.h"
#include "text/bidi.h"
#include "text/script.h"
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

// "A0 B1": each stretch's face, as a letter, and its level.
static const char *items_of(const dgs_piece *pieces, size_t n)
{
    static const char letters[] = "LLLLToKMdbgjOtTkmsHAVaGE*+";
    dgs_stretches parts = {0};
    dgs_buf out = {.arena = arena};
    ck_assert(dgs_text_stretches(text, pieces, n, arena, &parts, &err));
    for (size_t i = 0; i < parts.n; i++)
        dgs_buf_addf(&out, "%s%c%d", i == 0 ? "" : " ", letters[parts.of[i].face], parts.of[i].level);
    ck_assert(!out.failed);
    return out.p;
}

static const char *stretches(const char *utf8)
{
    const dgs_piece piece = {dgs_str_of(utf8), false};
    return items_of(&piece, 1);
}

START_TEST(each_script_has_its_face)
{
    ck_assert_str_eq(stretches("Ana \u0e01\u0e34\u0e19 Ana"), "L0 T0 L0"); // Thai
    ck_assert_str_eq(stretches("\u0905\u0902\u0964 5"), "d0 L0");          // with a danda, which many scripts have
    ck_assert_str_eq(stretches("\u0e01 \u0e01"), "T0"); // a blank between words of one script is theirs
    ck_assert_str_eq(stretches("\u0e01 \u10d0"), "T0 L0 G0");
    ck_assert_str_eq(stretches("a\u2605\u262f"), "L0 +0 *0"); // signs
    ck_assert_str_eq(stretches("\u0f40"), "L0");              // no face has it
}
END_TEST

START_TEST(text_of_the_family_needs_no_look)
{
    ck_assert(dgs_text_simple(DGS_STR("Willow Creek \u201cMassage\u201d \u2013 \u20ac 5, \u0416\u03a9\u1ea4 \u2116")));
    ck_assert(!dgs_text_simple(DGS_STR("Willow \u0e01")));
    ck_assert(!dgs_text_simple(DGS_STR("12345678\u05d0")));
    ck_assert(!dgs_text_simple(DGS_STR("\u2605")));
}
END_TEST

START_TEST(hebrew_and_arabic_run_from_right_to_left)
{
    ck_assert_str_eq(stretches("\u05d0\u05d1 (\u05d2)"), "H1 L1 H1 L1");
    ck_assert_str_eq(stretches("Spa \u0627\u0644, 12"), "L0 A1 L1 L1 L2");
    // Telephone numbers keep their groups, and two of them their order.
    ck_assert_str_eq(stretches("\u0627 04-555-0142\u060c 050-555-0199"), "A1 L1 L2 A1 L1 L2");
    ck_assert_str_eq(stretches("\u05d0 (503) 555-0142"), "H1 L1 L2");
    ck_assert_str_eq(stretches("\u0627 12-3"), "A1 L1 L2 L1 L2"); // too short to be one: the rules alone
    // A value in a sentence moves nothing round it: of two names the first one stays the first.
    const dgs_piece apart[] = {{DGS_STR("of "), false},
                               {DGS_STR("\u05d0"), true},
                               {DGS_STR(", "), false},
                               {DGS_STR("\u05d1"), true},
                               {DGS_STR(" us"), false}};
    ck_assert_str_eq(items_of(apart, 5), "L0 H1 L0 H1 L0");
    dgs_piece together[5];
    for (size_t i = 0; i < 5; i++)
        together[i] = (dgs_piece){apart[i].text, false};
    ck_assert_str_eq(items_of(together, 5), "L0 H1 L1 H1 L0");
}
END_TEST

// A number and the Latin words behind it are one thing; what is right by the rules alone stays as it is.
START_TEST(numbers_keep_their_words_and_prices_their_signs)
{
    static const struct {
        const char *text, *is;
    } cases[] = {
        {"\u05d0 (90 min, $85)", "H1 L1 L2 L1"},
        {"\u0627: 90 min, $85", "A1 L1 L1 L2"},
        {"\u0627 60/90 min", "A1 L1 L2"},
        {"\u05d0, 12 Mill Lane, 03-555-0142", "H1 L1 L1 L2"},
        {"Spa \u0627 90 min \u0627", "L0 A1 L0 A1"},
        {"\u0627 $85", "A1 L1 L2"},
        {"\u0627 $60-$85, 1,200 \u20ac", "A1 L1 L2 L1 L2"},
        {"\u05d0 12, Tel", "H1 L1 L2 L1 L2"}, // of the street before
        {"\u05d0 Willow 2 (\u05d1) 03-55", "H1 L1 L2 L1 L1 H1 L1 L1 L2"},
        {"Spa \u0627, Room 12, Dubai \u0627", "L0 A1 L0 L0 A1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(stretches(cases[i].text), cases[i].is);
    const dgs_piece apart[] = {{DGS_STR("of "), false}, {DGS_STR("\u05d0 90 min, $85"), true}, {DGS_STR(" 5"), false}};
    ck_assert_str_eq(items_of(apart, 3), "L0 H1 L1 L2 L0");
}
END_TEST

// A word of a stretch that is all of one face.
static dgs_word shaped(const char *utf8)
{
    dgs_stretches list = {0};
    dgs_word word;
    const dgs_piece piece = {dgs_str_of(utf8), false};
    ck_assert(dgs_text_stretches(text, &piece, 1, arena, &list, &err));
    ck_assert_uint_eq(list.n, 1);
    ck_assert(dgs_text_shape_stretch(text, list.of, DGS_FACE_REGULAR, piece.text, &word, &err));
    return word;
}

// The clusters cover the text in its order, also where it is set from right to left.
START_TEST(clusters_are_in_the_order_of_reading)
{
    static const char *const words[] = {"\u0e19\u0e49\u0e33",
                                        "\u0915\u094d\u0937\u093f",
                                        "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd",
                                        "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f",
                                        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
                                        "\u1780\u17d2\u1798\u17c2\u179a",
                                        "\u1000\u103b\u103d\u1014\u103a"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        dgs_word word = shaped(words[i]);
        size_t at = 0;
        ck_assert_uint_gt(word.n, 0);
        for (size_t k = 0; k < word.n; k++) {
            ck_assert_int_ne(word.glyphs[k].gid, 0);
            if (word.glyphs[k].length == 0)
                continue;
            ck_assert_uint_eq(word.glyphs[k].cluster, at);
            at += word.glyphs[k].length;
        }
        ck_assert_uint_eq(at, strlen(words[i]));
    }
}
END_TEST

START_TEST(letters_are_joined_and_their_ink_is_known)
{
    dgs_word alone = shaped("\u0628"), joined = shaped("\u0628\u0628");
    ck_assert_uint_eq(joined.n, 2);
    ck_assert_int_ne(joined.glyphs[0].gid, joined.glyphs[1].gid);
    ck_assert_int_ne(joined.glyphs[0].gid, alone.glyphs[0].gid);
    dgs_word stacked = shaped("\u1000\u103b\u103d\u102f\u1014\u103a"); // Myanmar goes far below the line
    ck_assert_int_gt(stacked.down, 250);
    ck_assert_int_eq(shaped("Ana").up, 0);
}
END_TEST

START_TEST(every_face_is_there_and_fits)
{
    for (int face = DGS_FACE_THAI; face < DGS_FACE_HAN_SC; face++) {
        ck_assert_msg(dgs_text_open(text, (dgs_face)face, &err), "%s", err.message);
        ck_assert_uint_gt(dgs_text_glyphs(text, (dgs_face)face), 10);
        ck_assert_int_eq(strncmp(dgs_text_metrics(text, (dgs_face)face)->postscript_name, "NotoSans", 8), 0);
        ck_assert(dgs_text_scale((dgs_face)face) < 1);
    }
    ck_assert(!dgs_text_open(text, DGS_FACE_HAN_SC, &err)); // without the data file
    ck_assert(dgs_text_lacks_data(text, 0x6309) && dgs_text_lacks_data(text, 0xac00) &&
              !dgs_text_lacks_data(text, 0xf40));
}
END_TEST

START_TEST(the_language_is_what_was_said_or_the_script_tells)
{
    ck_assert_str_eq(dgs_text_language(text, DGS_FACE_THAI), "th");
    ck_assert_str_eq(dgs_text_language(text, DGS_FACE_ARABIC), "und-Arab");
    ck_assert_ptr_null(dgs_text_language(text, DGS_FACE_BOLD));
    dgs_text_speak(text, "fa");
    ck_assert_str_eq(dgs_text_language(text, DGS_FACE_ARABIC), "fa");
    ck_assert_str_eq(dgs_text_language(text, DGS_FACE_THAI), "th");
}
END_TEST

START_TEST(lines_of_chinese_and_japanese_end_between_characters)
{
    ck_assert(dgs_text_may_end(0x6309, 0x6469));
    ck_assert(dgs_text_may_end(0x3042, 'a'));
    ck_assert(!dgs_text_may_end(0x6309, 0x3002)); // no line begins with a full stop
    ck_assert(!dgs_text_may_end(0x30d0, 0x30c3)); // or with a small tsu
    ck_assert(!dgs_text_may_end(0x300c, 0x6309)); // or ends with an opening bracket
    ck_assert(!dgs_text_may_end('a', 'b'));
    ck_assert(!dgs_text_may_end(0xac00, 0xac01)); // Korean words are parted by blanks
    ck_assert(!dgs_text_may_end(0x6309, 0xe0100));
}
END_TEST

START_TEST(bold_is_thinner_where_letters_are_dense)
{
    const dgs_str plain = DGS_STR("\u0645\u062d"), marked = DGS_STR("\u0645\u064f\u062d");
    double usual = dgs_text_outline(DGS_FACE_DEVANAGARI, plain);
    ck_assert(dgs_text_outline(DGS_FACE_ARABIC, plain) > usual);
    ck_assert(dgs_text_outline(DGS_FACE_ARABIC, DGS_STR("\u06cc\u200c\u062e")) <
              dgs_text_outline(DGS_FACE_ARABIC, plain));
    ck_assert(dgs_text_outline(DGS_FACE_HEBREW, marked) < usual);
    ck_assert(dgs_text_outline(DGS_FACE_ARABIC, marked) < dgs_text_outline(DGS_FACE_HEBREW, marked));
    ck_assert(dgs_text_outline(DGS_FACE_KHMER, plain) < dgs_text_outline(DGS_FACE_BENGALI, plain));
    ck_assert(dgs_text_outline(DGS_FACE_KANNADA, plain) < dgs_text_outline(DGS_FACE_TELUGU, plain));
    for (int face = DGS_FACE_HAN_SC; face < DGS_FACES; face++)
        ck_assert(dgs_text_outline((dgs_face)face, plain) < usual);
    for (int face = DGS_FACE_THAI; face < DGS_FACES; face++)
        ck_assert(dgs_text_outline((dgs_face)face, plain) > 0.01 && dgs_text_outline((dgs_face)face, plain) < 0.05);
}
END_TEST

// One line of Unicode's BidiCharacterTest.txt: code points; direction; level of the paragraph; levels; order.
static bool holds(const char *line)
{
    enum { MOST = 256 };
    uint32_t cp[MOST], reach[MOST];
    uint8_t classes[MOST], own[MOST], levels[MOST], seen[MOST];
    size_t n = 0, m = 0, order[MOST], index[MOST];
    char *p = (char *)line;
    for (; *p != ';'; n++) {
        cp[n] = (uint32_t)strtoul(p, &p, 16);
        own[n] = classes[n] = (uint8_t)dgs_bidi_class_of(cp[n]);
        p += *p == ' ';
    }
    long direction = strtol(p + 1, &p, 10), paragraph = strtol(p + 1, &p, 10);
    uint8_t base = dgs_bidi_levels(cp, n, direction == 2 ? DGS_BIDI_AUTO : (int)direction,
                                   (dgs_bidi_room){classes, reach}, levels);
    bool end = true, good = base == paragraph;
    for (size_t i = n; i-- > 0;) { // L1
        end = own[i] == DGS_BIDI_S || own[i] == DGS_BIDI_B || (end && (own[i] == DGS_BIDI_WS || own[i] == DGS_BIDI_BN));
        levels[i] = end ? base : levels[i];
    }
    p++;
    for (size_t i = 0; i < n; i++) {
        p += strspn(p, " ");
        if (*p == 'x') {
            p++;
            continue;
        }
        good = strtol(p, &p, 10) == levels[i] && good;
        index[m] = i;
        seen[m++] = levels[i];
    }
    dgs_text_order(seen, m, order);
    p++;
    for (size_t i = 0; i < m; i++)
        good = (size_t)strtol(p, &p, 10) == index[order[i]] && good;
    return good;
}

static bool is_refused(const char *line)
{
    static const char *const refused[] = {"202A", "202B", "202C", "202D", "202E",
                                          "2066", "2067", "2068", "2069", "2029"};
    for (const char *p = line; *p != ';'; p++)
        for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
            if (strncmp(p, refused[i], 4) == 0)
                return true;
    return false;
}

// All of Unicode's own test but embeddings, overrides, isolates and ends of paragraphs, which no line of input may
// hold.
START_TEST(directions_are_those_of_unicodes_own_test)
{
    static const char path[] = "/usr/share/unicode/BidiCharacterTest.txt"; // of the package unicode-data
    dgs_str file;
    size_t tried = 0;
    ck_assert_msg(dgs_file_read(arena, "test", path, 32 << 20, &file, &err), "%s", err.message);
    for (const char *line = file.p; *line != '\0'; line = strchr(line, '\n') + 1) {
        if (line[0] == '#' || line[0] == '\n' || is_refused(line))
            continue;
        tried++;
        ck_assert_msg(holds(line), "%.200s", line);
    }
    ck_assert_uint_gt(tried, 90000);
}
END_TEST

static Suite *scripts_suite(void)
{
    Suite *s = suite_create("scripts");
    TCase *c = tcase_create("scripts");
    tcase_add_checked_fixture(c, setup, teardown);
    tcase_add_test(c, each_script_has_its_face);
    tcase_add_test(c, text_of_the_family_needs_no_look);
    tcase_add_test(c, hebrew_and_arabic_run_from_right_to_left);
    tcase_add_test(c, numbers_keep_their_words_and_prices_their_signs);
    tcase_add_test(c, bold_is_thinner_where_letters_are_dense);
    tcase_add_test(c, clusters_are_in_the_order_of_reading);
    tcase_add_test(c, letters_are_joined_and_their_ink_is_known);
    tcase_add_test(c, every_face_is_there_and_fits);
    tcase_add_test(c, the_language_is_what_was_said_or_the_script_tells);
    tcase_add_test(c, lines_of_chinese_and_japanese_end_between_characters);
    tcase_add_test(c, directions_are_those_of_unicodes_own_test);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(scripts_suite());
}
