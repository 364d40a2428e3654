#include "batch/charset.h"

#include <ctype.h>
#include <string.h>

#include "base/form.h"
#include "base/utf8.h"

enum { PAGE = 128 };

// The characters of the bytes from 0x80 on, as Unicode's mapping files have them (MAPPINGS/VENDORS/MICSFT/WINDOWS and
// APPLE/ROMAN.TXT). Bytes that Windows leaves open are control characters there, as its own decoder makes them.
static const uint16_t pages[][PAGE] = {
    [DGS_CHARSET_WINDOWS_1250] =
        {
            0x20ac, 0x81,   0x201a, 0x83,  0x201e, 0x2026, 0x2020, 0x2021, 0x88,   0x2030, 0x160,  0x2039, 0x15a,
            0x164,  0x17d,  0x179,  0x90,  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x98,   0x2122,
            0x161,  0x203a, 0x15b,  0x165, 0x17e,  0x17a,  0xa0,   0x2c7,  0x2d8,  0x141,  0xa4,   0x104,  0xa6,
            0xa7,   0xa8,   0xa9,   0x15e, 0xab,   0xac,   0xad,   0xae,   0x17b,  0xb0,   0xb1,   0x2db,  0x142,
            0xb4,   0xb5,   0xb6,   0xb7,  0xb8,   0x105,  0x15f,  0xbb,   0x13d,  0x2dd,  0x13e,  0x17c,  0x154,
            0xc1,   0xc2,   0x102,  0xc4,  0x139,  0x106,  0xc7,   0x10c,  0xc9,   0x118,  0xcb,   0x11a,  0xcd,
            0xce,   0x10e,  0x110,  0x143, 0x147,  0xd3,   0xd4,   0x150,  0xd6,   0xd7,   0x158,  0x16e,  0xda,
            0x170,  0xdc,   0xdd,   0x162, 0xdf,   0x155,  0xe1,   0xe2,   0x103,  0xe4,   0x13a,  0x107,  0xe7,
            0x10d,  0xe9,   0x119,  0xeb,  0x11b,  0xed,   0xee,   0x10f,  0x111,  0x144,  0x148,  0xf3,   0xf4,
            0x151,  0xf6,   0xf7,   0x159, 0x16f,  0xfa,   0x171,  0xfc,   0xfd,   0x163,  0x2d9,
        },
    [DGS_CHARSET_WINDOWS_1251] =
        {
            0x402, 0x403,  0x201a, 0x453, 0x201e, 0x2026, 0x2020, 0x2021, 0x20ac, 0x2030, 0x409,  0x2039, 0x40a,
            0x40c, 0x40b,  0x40f,  0x452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x98,   0x2122,
            0x459, 0x203a, 0x45a,  0x45c, 0x45b,  0x45f,  0xa0,   0x40e,  0x45e,  0x408,  0xa4,   0x490,  0xa6,
            0xa7,  0x401,  0xa9,   0x404, 0xab,   0xac,   0xad,   0xae,   0x407,  0xb0,   0xb1,   0x406,  0x456,
            0x491, 0xb5,   0xb6,   0xb7,  0x451,  0x2116, 0x454,  0xbb,   0x458,  0x405,  0x455,  0x457,  0x410,
            0x411, 0x412,  0x413,  0x414, 0x415,  0x416,  0x417,  0x418,  0x419,  0x41a,  0x41b,  0x41c,  0x41d,
            0x41e, 0x41f,  0x420,  0x421, 0x422,  0x423,  0x424,  0x425,  0x426,  0x427,  0x428,  0x429,  0x42a,
            0x42b, 0x42c,  0x42d,  0x42e, 0x42f,  0x430,  0x431,  0x432,  0x433,  0x434,  0x435,  0x436,  0x437,
            0x438, 0x439,  0x43a,  0x43b, 0x43c,  0x43d,  0x43e,  0x43f,  0x440,  0x441,  0x442,  0x443,  0x444,
            0x445, 0x446,  0x447,  0x448, 0x449,  0x44a,  0x44b,  0x44c,  0x44d,  0x44e,  0x44f,
        },
    [DGS_CHARSET_WINDOWS_1252] =
        {
            0x20ac, 0x81,   0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,  0x2039, 0x152,
            0x8d,   0x17d,  0x8f,   0x90,  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,  0x2122,
            0x161,  0x203a, 0x153,  0x9d,  0x17e,  0x178,  0xa0,   0xa1,   0xa2,   0xa3,   0xa4,   0xa5,   0xa6,
            0xa7,   0xa8,   0xa9,   0xaa,  0xab,   0xac,   0xad,   0xae,   0xaf,   0xb0,   0xb1,   0xb2,   0xb3,
            0xb4,   0xb5,   0xb6,   0xb7,  0xb8,   0xb9,   0xba,   0xbb,   0xbc,   0xbd,   0xbe,   0xbf,   0xc0,
            0xc1,   0xc2,   0xc3,   0xc4,  0xc5,   0xc6,   0xc7,   0xc8,   0xc9,   0xca,   0xcb,   0xcc,   0xcd,
            0xce,   0xcf,   0xd0,   0xd1,  0xd2,   0xd3,   0xd4,   0xd5,   0xd6,   0xd7,   0xd8,   0xd9,   0xda,
            0xdb,   0xdc,   0xdd,   0xde,  0xdf,   0xe0,   0xe1,   0xe2,   0xe3,   0xe4,   0xe5,   0xe6,   0xe7,
            0xe8,   0xe9,   0xea,   0xeb,  0xec,   0xed,   0xee,   0xef,   0xf0,   0xf1,   0xf2,   0xf3,   0xf4,
            0xf5,   0xf6,   0xf7,   0xf8,  0xf9,   0xfa,   0xfb,   0xfc,   0xfd,   0xfe,   0xff,
        },
    [DGS_CHARSET_MAC_ROMAN] =
        {
            0xc4,   0xc5,   0xc7,   0xc9,   0xd1,   0xd6,   0xdc,   0xe1,   0xe0,   0xe2,   0xe4,  0xe3,   0xe5,
            0xe7,   0xe9,   0xe8,   0xea,   0xeb,   0xed,   0xec,   0xee,   0xef,   0xf1,   0xf3,  0xf2,   0xf4,
            0xf6,   0xf5,   0xfa,   0xf9,   0xfb,   0xfc,   0x2020, 0xb0,   0xa2,   0xa3,   0xa7,  0x2022, 0xb6,
            0xdf,   0xae,   0xa9,   0x2122, 0xb4,   0xa8,   0x2260, 0xc6,   0xd8,   0x221e, 0xb1,  0x2264, 0x2265,
            0xa5,   0xb5,   0x2202, 0x2211, 0x220f, 0x3c0,  0x222b, 0xaa,   0xba,   0x3a9,  0xe6,  0xf8,   0xbf,
            0xa1,   0xac,   0x221a, 0x192,  0x2248, 0x2206, 0xab,   0xbb,   0x2026, 0xa0,   0xc0,  0xc3,   0xd5,
            0x152,  0x153,  0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0xf7,   0x25ca, 0xff,  0x178,  0x2044,
            0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02, 0x2021, 0xb7,   0x201a, 0x201e, 0x2030, 0xc2,  0xca,   0xc1,
            0xcb,   0xc8,   0xcd,   0xce,   0xcf,   0xcc,   0xd3,   0xd4,   0xf8ff, 0xd2,   0xda,  0xdb,   0xd9,
            0x131,  0x2c6,  0x2dc,  0xaf,   0x2d8,  0x2d9,  0x2da,  0xb8,   0x2dd,  0x2db,  0x2c7,
        },
};

const char *dgs_charset_word(dgs_charset encoding)
{
    for (const dgs_keyword *k = dgs_charset_keywords; k->word != NULL; k++)
        if (k->value == (unsigned)encoding)
            return k->word;
    return "utf-8";
}

static bool is_utf16(dgs_str first, size_t zero)
{
    enum { LOOK = 4 };
    return first.n >= LOOK && first.p[zero] == '\0' && first.p[1 - zero] != '\0' && first.p[2 + zero] == '\0' &&
           first.p[3 - zero] != '\0';
}

dgs_charset dgs_charset_find(dgs_str first, dgs_charset given, size_t *skip)
{
    static const char mark[] = "\xef\xbb\xbf", twice[] = "\xc3\xaf\xc2\xbb\xc2\xbf"; // of the mark, encoded again
    *skip = 0;
    if (dgs_str_starts(first, "\xff\xfe") || dgs_str_starts(first, "\xfe\xff")) {
        *skip = 2;
        return first.p[0] == '\xff' ? DGS_CHARSET_UTF_16_LE : DGS_CHARSET_UTF_16_BE;
    }
    while (dgs_str_starts((dgs_str){first.p + *skip, first.n - *skip}, mark))
        *skip += sizeof mark - 1;
    if (dgs_str_starts((dgs_str){first.p + *skip, first.n - *skip}, twice))
        *skip += sizeof twice - 1;
    if (*skip > 0)
        return DGS_CHARSET_UTF_8;
    bool big = is_utf16(first, 0);
    if (given == DGS_CHARSET_UTF_16)
        return big ? DGS_CHARSET_UTF_16_BE : DGS_CHARSET_UTF_16_LE;
    if (given != DGS_CHARSET_FIND)
        return given;
    return big ? DGS_CHARSET_UTF_16_BE : is_utf16(first, 1) ? DGS_CHARSET_UTF_16_LE : DGS_CHARSET_UTF_8;
}

static uint32_t unit(dgs_str from, size_t at, bool big)
{
    const unsigned char *b = (const unsigned char *)from.p + at;
    return big ? (uint32_t)b[0] << 8 | b[1] : (uint32_t)b[1] << 8 | b[0];
}

static size_t decode_utf16(bool big, dgs_str *from, char *to)
{
    size_t n = 0, at = 0;
    while (at + 1 < from->n) {
        uint32_t cp = unit(*from, at, big);
        bool high = cp >= 0xd800 && cp < 0xdc00;
        if (high && at + 3 >= from->n)
            break;
        uint32_t low = high ? unit(*from, at + 2, big) : 0;
        bool pair = low >= 0xdc00 && low < 0xe000;
        if (pair)
            cp = 0x10000 + ((cp - 0xd800) << 10) + (low - 0xdc00);
        else if (cp >= 0xd800 && cp < 0xe000)
            cp = 0xfffd;
        n += (size_t)dgs_utf8_put(cp, to + n);
        at += pair ? 4 : 2;
    }
    *from = (dgs_str){from->p + at, from->n - at};
    return n;
}

size_t dgs_charset_decode(dgs_charset encoding, dgs_str *from, char *to)
{
    size_t n = 0;
    if (encoding == DGS_CHARSET_UTF_16_LE || encoding == DGS_CHARSET_UTF_16_BE)
        return decode_utf16(encoding == DGS_CHARSET_UTF_16_BE, from, to);
    for (size_t i = 0; i < from->n; i++) {
        unsigned char b = (unsigned char)from->p[i];
        n += (size_t)dgs_utf8_put(b < PAGE ? b : pages[encoding][b - PAGE], to + n);
    }
    *from = (dgs_str){from->p + from->n, 0};
    return n;
}

int dgs_charset_byte(dgs_charset page, int32_t cp)
{
    if (cp < PAGE)
        return cp;
    for (int i = 0; i < PAGE; i++)
        if (pages[page][i] == cp)
            return i + PAGE;
    return -1;
}

// Whether all that is not ASCII and stands at a letter is a letter too, as in words; ª and º stand so in Spanish.
static bool reads_as_words(dgs_charset page, dgs_str bytes)
{
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char b = (unsigned char)bytes.p[i];
        bool at_letter = (i > 0 && isalpha((unsigned char)bytes.p[i - 1])) ||
                         (i + 1 < bytes.n && isalpha((unsigned char)bytes.p[i + 1]));
        if (b < PAGE || !at_letter)
            continue;
        int32_t cp = pages[page][b - PAGE];
        bool quote = cp >= 0x2013 && cp <= 0x2026;
        if (!quote && cp != 0xaa && cp != 0xba && dgs_form_kind_of(cp) != DGS_FORM_LETTER)
            return false;
    }
    return true;
}

// The euro sign, dots, dashes, quotation marks and the trade mark sign are what people type of Windows' first 32; the
// rest are Mac Roman's most frequent letters. Where the page makes signs of letters, it may be central Europe's.
dgs_charset dgs_charset_guess(dgs_str bytes)
{
    static const char typed[] = "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0";
    dgs_charset page = DGS_CHARSET_WINDOWS_1252;
    for (size_t i = 0; i < bytes.n; i++)
        if ((unsigned char)bytes.p[i] >= 0x80 && (unsigned char)bytes.p[i] < 0xa0 &&
            memchr(typed, bytes.p[i], sizeof typed - 1) == NULL)
            page = DGS_CHARSET_MAC_ROMAN;
    bool polish = !reads_as_words(page, bytes) && reads_as_words(DGS_CHARSET_WINDOWS_1250, bytes);
    return polish ? DGS_CHARSET_WINDOWS_1250 : page;
}

// The text's characters as bytes of the code page; false where one has none.
static bool encode(dgs_charset page, dgs_str text, dgs_buf *bytes)
{
    while (text.n > 0) {
        int32_t cp = dgs_utf8_next(&text);
        int byte = cp < 0 ? -1 : dgs_charset_byte(page, cp);
        if (byte < 0)
            return false;
        dgs_buf_addc(bytes, (char)byte);
    }
    return true;
}

static bool is_plain(dgs_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] >= 0x80)
            return false;
    return true;
}

// What UTF-8 was most likely before it was taken for a code page: Latin letters, punctuation, signs that people type,
// and emoji. Natural words give other letters: "l’Église" and "CAFÉ™" are Armenian and phonetic ones.
static bool is_usual(int32_t cp)
{
    return (cp >= 0xa0 && cp < 0x180) || (cp >= 0x218 && cp < 0x21c) || (cp >= 0x1e00 && cp < 0x1f00) ||
           (cp >= 0x2010 && cp < 0x2040) || cp == 0x20ac || cp == 0x2122 || cp >= 0x10000;
}

// Greek, Cyrillic, Hebrew, Arabic, scripts of India and south Asia, of east Asia.
static bool is_of_script(int32_t cp)
{
    return (cp >= 0x370 && cp < 0x460) || (cp >= 0x5d0 && cp < 0x700) || (cp >= 0x900 && cp < 0xe80) ||
           (cp >= 0x3000 && cp < 0xa000) || (cp >= 0xac00 && cp < 0xd7a4) || (cp >= 0xff00 && cp < 0xfff0);
}

// Of a script that is not Latin a word has several letters, where one may stand by chance: "ESPAÑ–". A Mac's Roman page
// holds dashes and quotation marks where Cyrillic begins.
static bool reads_as_text(dgs_charset page, dgs_str text)
{
    size_t usual = 0, others = 0;
    while (text.n > 0) {
        int32_t cp = dgs_utf8_next(&text);
        if (cp < PAGE)
            continue;
        usual += is_usual(cp);
        others += is_of_script(cp);
        if (!is_usual(cp) && (page == DGS_CHARSET_MAC_ROMAN || !is_of_script(cp)))
            return false;
    }
    return usual > 0 || others > 1;
}

bool dgs_charset_twice(dgs_arena *arena, dgs_str text, const char **once)
{
    static const dgs_charset between[] = {DGS_CHARSET_WINDOWS_1252, DGS_CHARSET_MAC_ROMAN};
    if (is_plain(text)) // nearly always
        return false;
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        dgs_buf bytes = {.arena = arena};
        bool same = encode(between[i], text, &bytes);
        *once = bytes.failed ? NULL : bytes.p;
        const dgs_str before = {bytes.p, bytes.n};
        if (bytes.failed || (same && dgs_utf8_check(before) == before.n && reads_as_text(between[i], before)))
            return true;
    }
    return false;
}
