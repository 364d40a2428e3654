#include "text/script.h"

#include <string.h>

#include "base/utf8.h"
#include "text/seal.h"

// One row for each face that is built in: its name here and in a PDF, what it is shaped as, its language.
#define FACES(X) \
    X(THAI, Thai, HB_SCRIPT_THAI, "th") \
    X(LAO, Lao, HB_SCRIPT_LAO, "lo") \
    X(KHMER, Khmer, HB_SCRIPT_KHMER, "km") \
    X(MYANMAR, Myanmar, HB_SCRIPT_MYANMAR, "my") \
    X(DEVANAGARI, Devanagari, HB_SCRIPT_DEVANAGARI, "und-Deva") \
    X(BENGALI, Bengali, HB_SCRIPT_BENGALI, "und-Beng") \
    X(GURMUKHI, Gurmukhi, HB_SCRIPT_GURMUKHI, "pa") \
    X(GUJARATI, Gujarati, HB_SCRIPT_GUJARATI, "gu") \
    X(ORIYA, Oriya, HB_SCRIPT_ORIYA, "or") \
    X(TAMIL, Tamil, HB_SCRIPT_TAMIL, "ta") \
    X(TELUGU, Telugu, HB_SCRIPT_TELUGU, "te") \
    X(KANNADA, Kannada, HB_SCRIPT_KANNADA, "kn") \
    X(MALAYALAM, Malayalam, HB_SCRIPT_MALAYALAM, "ml") \
    X(SINHALA, Sinhala, HB_SCRIPT_SINHALA, "si") \
    X(HEBREW, Hebrew, HB_SCRIPT_HEBREW, "he") \
    X(ARABIC, Arabic, HB_SCRIPT_ARABIC, "und-Arab") \
    X(THAANA, Thaana, HB_SCRIPT_THAANA, "dv") \
    X(ARMENIAN, Armenian, HB_SCRIPT_ARMENIAN, "hy") \
    X(GEORGIAN, Georgian, HB_SCRIPT_GEORGIAN, "ka") \
    X(ETHIOPIC, Ethiopic, HB_SCRIPT_ETHIOPIC, "und-Ethi") \
    X(SIGNS, Symbols, HB_SCRIPT_COMMON, NULL) \
    X(MORE_SIGNS, Symbols2, HB_SCRIPT_COMMON, NULL)

#define DECLARE(id, file, script, language) extern const char dgs_font_##file[], dgs_font_##file##_end[];
FACES(DECLARE)

#define ROW(id, file, script, language) \
    [DGS_FACE_##id] = {"NotoSans" #file "-Regular", script, language, dgs_font_##file, dgs_font_##file##_end},

static const dgs_script_face faces[DGS_FACES] = {
    FACES(ROW)
        // Han characters are shaped alike whatever the script is called; Hangul of single letters is not.
        [DGS_FACE_HAN_SC] = {"NotoSansSC-Regular", HB_SCRIPT_HAN, "zh-Hans", NULL, NULL},
    [DGS_FACE_HAN_TC] = {"NotoSansTC-Regular", HB_SCRIPT_HAN, "zh-Hant", NULL, NULL},
    [DGS_FACE_HAN_JP] = {"NotoSansJP-Regular", HB_SCRIPT_HAN, "ja", NULL, NULL},
    [DGS_FACE_HAN_KR] = {"NotoSansKR-Regular", HB_SCRIPT_HANGUL, "ko", NULL, NULL},
};

// What a practice may say of its names, and the face that it is about.
static const struct {
    const char *language;
    dgs_face face;
} languages[] = {
    {"zh-Hans", DGS_FACE_HAN_SC}, {"zh-Hant", DGS_FACE_HAN_TC}, {"ja", DGS_FACE_HAN_JP},
    {"ko", DGS_FACE_HAN_KR},      {"ar", DGS_FACE_ARABIC},      {"fa", DGS_FACE_ARABIC},
    {"ur", DGS_FACE_ARABIC},      {"he", DGS_FACE_HEBREW},      {"yi", DGS_FACE_HEBREW},
    {"hi", DGS_FACE_DEVANAGARI},  {"mr", DGS_FACE_DEVANAGARI},  {"ne", DGS_FACE_DEVANAGARI},
    {"bn", DGS_FACE_BENGALI},     {"as", DGS_FACE_BENGALI},     {"am", DGS_FACE_ETHIOPIC},
    {"ti", DGS_FACE_ETHIOPIC},
};

const dgs_script_face *dgs_script_face_of(dgs_face face)
{
    return &faces[face];
}

dgs_face dgs_script_language_face(const char *language)
{
    for (size_t i = 0; language != NULL && i < sizeof languages / sizeof *languages; i++)
        if (strcmp(languages[i].language, language) == 0)
            return languages[i].face;
    return DGS_FACE_REGULAR;
}

hb_script_t dgs_script_of(uint32_t code_point)
{
    return hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
}

bool dgs_script_sticks(uint32_t code_point)
{
    hb_unicode_general_category_t is = hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
    return is == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || is == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           is == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || dgs_utf8_ignorable((int32_t)code_point);
}

bool dgs_script_is_common(hb_script_t script)
{
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

static bool is_of_family(hb_script_t script)
{
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

dgs_face dgs_script_choose(hb_script_t script)
{
    if (script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA)
        return DGS_FACE_HAN_JP;
    if (script == HB_SCRIPT_BOPOMOFO)
        return DGS_FACE_HAN_TC;
    for (int face = DGS_FACE_THAI; !is_of_family(script) && face < DGS_FACES; face++)
        if (dgs_script_face_of((dgs_face)face)->script == script)
            return (dgs_face)face;
    return DGS_FACE_REGULAR;
}

// x-heights and capitals of Noto Sans and its like are by so much higher than those of Source Sans 3.
double dgs_text_scale(dgs_face face)
{
    return dgs_face_family(face) ? 1 : 0.92;
}

// Zero width non-joiner: the letters at its sides are near each other but apart.
static bool has_gap(dgs_str utf8)
{
    for (int32_t cp; (cp = dgs_utf8_next(&utf8)) >= 0;)
        if (cp == 0x200c)
            return true;
    return false;
}

static bool has_signs(dgs_str utf8)
{
    for (int32_t cp; (cp = dgs_utf8_next(&utf8)) >= 0;)
        if (dgs_script_sticks((uint32_t)cp))
            return true;
    return false;
}

// The regular weight's stems are 0.09 em wide. Each number was chosen by eye, in titles beside the family's bold.
double dgs_text_outline(dgs_face face, dgs_str utf8)
{
    const double open = 0.044, usual = 0.034, dense = 0.022, fine = 0.016;
    switch (face) {
    case DGS_FACE_HEBREW:
        return has_signs(utf8) ? dense : open;
    case DGS_FACE_ARABIC:
        return has_gap(utf8) ? usual : has_signs(utf8) ? fine : open;
    case DGS_FACE_THAI:
    case DGS_FACE_LAO:
    case DGS_FACE_ARMENIAN:
    case DGS_FACE_GEORGIAN:
        return open;
    case DGS_FACE_KHMER:
    case DGS_FACE_KANNADA:
        return fine;
    case DGS_FACE_BENGALI:
    case DGS_FACE_ORIYA:
    case DGS_FACE_TELUGU:
    case DGS_FACE_SINHALA:
    case DGS_FACE_THAANA:
        return dense;
    default:
        return face >= DGS_FACE_HAN_SC ? dense : usual;
    }
}

// The data file: a line that says what it is, then for each face the numbers of its first byte and of its bytes, four
// bytes each, the high one first; then the faces, zeros up to a whole block, and the sums of all blocks.
bool dgs_script_file(const dgs_text_host *host, dgs_face face, dgs_str *out)
{
    enum { HEAD = 16, ENTRY = 8 };
    if (faces[face].first != NULL) {
        *out = (dgs_str){faces[face].first, (size_t)(faces[face].end - faces[face].first)};
        return true;
    }
    const unsigned char *entry = (const unsigned char *)host->cjk.p + HEAD + ENTRY * (size_t)(face - DGS_FACE_HAN_SC);
    if (host->cjk.n < HEAD + ENTRY * (DGS_FACES - DGS_FACE_HAN_SC))
        return false;
    size_t first = (size_t)entry[0] << 24 | (size_t)entry[1] << 16 | (size_t)entry[2] << 8 | entry[3];
    size_t n = (size_t)entry[4] << 24 | (size_t)entry[5] << 16 | (size_t)entry[6] << 8 | entry[7];
    if (first > host->cjk.n || n > host->cjk.n - first)
        return false;
    *out = (dgs_str){host->cjk.p + first, n};
    return true;
}

bool dgs_text_data(dgs_str file, bool sums)
{
    return file.n == DGS_TEXT_DATA_SIZE && dgs_str_starts(file, "dgs-pdf fonts 2\n") && (!sums || dgs_seal_sums(file));
}

const char dgs_text_other_data[] = "is not the font file of this version: make it again with \"make cjk-fonts\"";
