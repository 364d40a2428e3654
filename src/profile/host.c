#include "profile/host.h"

#include <string.h>

#include "base/form.h"
#include "base/utf8.h"

typedef enum script {
    COMMON, // of no script, or of that of the letter before
    LATIN,
    GREEK,
    CYRILLIC,
    ARMENIAN,
    HEBREW,
    ARABIC,
    THAANA,
    DEVANAGARI,
    BENGALI,
    GURMUKHI,
    GUJARATI,
    ORIYA,
    TAMIL,
    TELUGU,
    KANNADA,
    MALAYALAM,
    SINHALA,
    THAI,
    LAO,
    TIBETAN,
    MYANMAR,
    GEORGIAN,
    ETHIOPIC,
    KHMER,
    HAN,
    HIRAGANA,
    KATAKANA,
    BOPOMOFO,
    HANGUL,
    UNKNOWN
} script;

#define BIT(script) (1u << (script))

// The letters of the scripts that UAX 31 recommends for identifiers (table 5), without letters that only phonetics or
// history use. What IDNA leaves out of them does not come here.
static script script_of(int32_t cp)
{
    static const struct range {
        int32_t from, to;
        script script;
    } ranges[] = {
        {'-', '-', COMMON},         {'0', '9', COMMON},         {'a', 'z', LATIN},          {0xb7, 0xb7, COMMON},
        {0xdf, 0xf6, LATIN},        {0xf8, 0x137, LATIN},       {0x139, 0x148, LATIN},      {0x14a, 0x17f, LATIN},
        {0x1a0, 0x1a1, LATIN},      {0x1af, 0x1b0, LATIN},      {0x1cd, 0x1dc, LATIN},      {0x1e6, 0x1f0, LATIN},
        {0x1f8, 0x21b, LATIN},      {0x226, 0x233, LATIN},      {0x259, 0x259, LATIN},      {0x300, 0x331, COMMON},
        {0x386, 0x3ce, GREEK},      {0x430, 0x45f, CYRILLIC},   {0x48a, 0x52f, CYRILLIC},   {0x561, 0x586, ARMENIAN},
        {0x5d0, 0x5ea, HEBREW},     {0x620, 0x6d5, ARABIC},     {0x6ee, 0x6ff, ARABIC},     {0x780, 0x7b1, THAANA},
        {0x900, 0x963, DEVANAGARI}, {0x966, 0x97f, DEVANAGARI}, {0x980, 0x9fe, BENGALI},    {0xa01, 0xa75, GURMUKHI},
        {0xa81, 0xaff, GUJARATI},   {0xb01, 0xb71, ORIYA},      {0xb82, 0xbef, TAMIL},      {0xc00, 0xc6f, TELUGU},
        {0xc80, 0xcf2, KANNADA},    {0xd00, 0xd7f, MALAYALAM},  {0xd82, 0xdf3, SINHALA},    {0xe01, 0xe59, THAI},
        {0xe81, 0xecd, LAO},        {0xf40, 0xfbc, TIBETAN},    {0x1000, 0x109d, MYANMAR},  {0x10d0, 0x10ff, GEORGIAN},
        {0x1200, 0x135f, ETHIOPIC}, {0x1780, 0x17e9, KHMER},    {0x1e00, 0x1ef9, LATIN},    {0x1f00, 0x1ffc, GREEK},
        {0x3005, 0x3007, HAN},      {0x3041, 0x309e, HIRAGANA}, {0x30a1, 0x30fa, KATAKANA}, {0x30fb, 0x30fc, COMMON},
        {0x30fd, 0x30fe, KATAKANA}, {0x3105, 0x312f, BOPOMOFO}, {0x3400, 0x4dbf, HAN},      {0x4e00, 0x9fff, HAN},
        {0xac00, 0xd7a3, HANGUL},   {0x20000, 0x2a6df, HAN},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && cp >= ranges[i].from; i++)
        if (cp <= ranges[i].to)
            return ranges[i].script;
    return UNKNOWN;
}

// UTS 39, 5.2, highly restrictive: one script, or what Chinese, Japanese and Korean write together.
static bool may_mix(unsigned scripts)
{
    const unsigned together[] = {BIT(LATIN) | BIT(HAN) | BIT(HIRAGANA) | BIT(KATAKANA),
                                 BIT(LATIN) | BIT(HAN) | BIT(BOPOMOFO), BIT(LATIN) | BIT(HAN) | BIT(HANGUL)};
    if ((scripts & (scripts - 1)) == 0)
        return true;
    for (size_t i = 0; i < sizeof together / sizeof *together; i++)
        if ((scripts & ~together[i]) == 0)
            return true;
    return false;
}

// Letters that look like Latin ones in most faces (UTS 39, confusables.txt).
static bool looks_latin(int32_t cp)
{
    static const char letters[] = "асԁеһіјӏорԛѕԝхуαικνορτυωհոսօցյզ";
    for (dgs_str rest = dgs_str_of(letters); rest.n > 0;)
        if (dgs_utf8_next(&rest) == cp)
            return true;
    return false;
}

enum { LABEL_MAX = 63 }; // bytes of one, in ASCII: RFC 1035

typedef struct label { // lower case, composed
    int32_t cp[LABEL_MAX];
    size_t n;
} label;

// Whether the label is what it seems to be. One that looks like Latin is, below a Latin top: сахар.рф is Cyrillic as a
// whole.
static bool is_honest(const label *l, bool latin_top)
{
    unsigned scripts = 0;
    bool like_latin = true;
    for (size_t i = 0; i < l->n; i++) {
        script s = script_of(l->cp[i]);
        if (s == UNKNOWN)
            return false;
        scripts |= s == COMMON ? 0 : BIT(s);
        like_latin &= s == COMMON || looks_latin(l->cp[i]);
    }
    return may_mix(scripts) && (scripts == BIT(LATIN) || !latin_top || !like_latin);
}

// What IDNA 2008 takes in the scripts above (RFC 5892): letters, marks and digits, which are not the first sign, nor
// the third and fourth a hyphen; the middle dot between two l; tatweel, which only stretches a line, never. A label
// from right to left begins with a letter (RFC 5893).
static bool is_label(const label *l)
{
    if (l->n == 0 || dgs_form_kind_of(l->cp[0]) == DGS_FORM_MARK || (l->n > 3 && l->cp[2] == '-' && l->cp[3] == '-'))
        return false;
    bool to_left = false;
    for (size_t i = 0; i < l->n; i++) {
        int32_t cp = l->cp[i];
        script s = script_of(cp);
        bool dot = cp == 0xb7 && i > 0 && l->cp[i - 1] == 'l' && i + 1 < l->n && l->cp[i + 1] == 'l';
        to_left |= s == HEBREW || s == ARABIC || s == THAANA;
        if (cp == 0x640 || (cp != '-' && !dot && dgs_form_kind_of(cp) == DGS_FORM_OTHER))
            return false;
    }
    return !to_left || dgs_form_kind_of(l->cp[0]) == DGS_FORM_LETTER;
}

// Punycode, RFC 3492, section 5.
enum { BASE = 36, T_MIN = 1, T_MAX = 26, SKEW = 38, DAMP = 700, FIRST_BIAS = 72, FIRST_N = 0x80 };

static uint32_t adapt(uint32_t delta, uint32_t points, bool first)
{
    uint32_t k = 0;
    delta = first ? delta / DAMP : delta / 2;
    delta += delta / points;
    for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
        delta /= BASE - T_MIN;
    return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static char digit(uint32_t d)
{
    return (char)(d < 26 ? 'a' + d : '0' + d - 26);
}

static void add_number(dgs_buf *to, uint32_t q, uint32_t bias)
{
    for (uint32_t k = BASE;; k += BASE) {
        uint32_t t = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
        if (q < t)
            break;
        dgs_buf_addc(to, digit(t + (q - t) % (BASE - t)));
        q = (q - t) / (BASE - t);
    }
    dgs_buf_addc(to, digit(q));
}

// The smallest character from n on; there is one.
static uint32_t next_character(const label *l, uint32_t n)
{
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < l->n; i++)
        if ((uint32_t)l->cp[i] >= n && (uint32_t)l->cp[i] < least)
            least = (uint32_t)l->cp[i];
    return least;
}

// A label has 63 characters at most, so that no delta overflows.
static void add_encoded(dgs_buf *to, const label *l)
{
    uint32_t n = FIRST_N, delta = 0, bias = FIRST_BIAS, plain = 0, done;
    for (size_t i = 0; i < l->n; i++)
        plain += l->cp[i] < FIRST_N;
    dgs_buf_adds(to, plain < l->n ? "xn--" : "");
    for (size_t i = 0; i < l->n; i++)
        if (l->cp[i] < FIRST_N)
            dgs_buf_addc(to, (char)l->cp[i]);
    dgs_buf_adds(to, plain > 0 && plain < l->n ? "-" : "");
    for (done = plain; done < l->n; delta++, n++) {
        uint32_t next = next_character(l, n);
        delta += (next - n) * (done + 1);
        n = next;
        for (size_t i = 0; i < l->n; i++) {
            delta += (uint32_t)l->cp[i] < n;
            if ((uint32_t)l->cp[i] != n)
                continue;
            add_number(to, delta, bias);
            bias = adapt(delta, done + 1, done == plain);
            delta = 0;
            done++;
        }
    }
}

static bool is_ascii(dgs_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

// Letters whose small or plain letter is not the one that every registry takes: İ, ẞ, Ӏ, and sigma's old forms.
static bool has_odd_letter(dgs_str typed)
{
    static const int32_t odd[] = {0x130, 0x1e9e, 0x4c0, 0x3f2, 0x3f9};
    for (int32_t cp; (cp = dgs_utf8_next(&typed)) >= 0;)
        for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
            if (cp == odd[i])
                return true;
    return false;
}

static bool read_label(dgs_arena *arena, dgs_str typed, label *out, bool *whole)
{
    dgs_buf lower = {.arena = arena};
    char bytes[4];
    *whole = !has_odd_letter(typed);
    dgs_buf_adds(&lower, "");
    if (!dgs_form_compose_plain(arena, &typed))
        return false;
    for (int32_t cp; (cp = dgs_utf8_next(&typed)) >= 0;) {
        int n = dgs_utf8_put((uint32_t)dgs_form_lower(cp), bytes);
        dgs_buf_add(&lower, bytes, (size_t)n);
    }
    dgs_str text = {lower.p, lower.n};
    if (lower.failed || !dgs_form_compose(arena, &text))
        return false;
    out->n = 0;
    for (int32_t cp; (cp = dgs_utf8_next(&text)) >= 0;)
        if (out->n < LABEL_MAX)
            out->cp[out->n++] = cp;
        else
            *whole = false;
    return true;
}

typedef struct reading {
    dgs_arena *arena;
    bool label, honest, latin_top; // every label is one, and what it seems to be
    dgs_buf ascii;
} reading;

static bool add_label(reading *r, dgs_str typed)
{
    label l;
    bool whole;
    if (is_ascii(typed)) {
        dgs_buf_add(&r->ascii, typed.p, typed.n);
        return !r->ascii.failed;
    }
    if (!read_label(r->arena, typed, &l, &whole))
        return false;
    r->label &= whole && is_label(&l);
    r->honest &= is_honest(&l, r->latin_top);
    add_encoded(&r->ascii, &l);
    return !r->ascii.failed;
}

static dgs_str top_of(dgs_str host)
{
    size_t n = 0;
    while (n < host.n && host.p[host.n - n - 1] != '.')
        n++;
    return (dgs_str){host.p + host.n - n, n};
}

bool dgs_host_ascii(dgs_arena *arena, const char *what, const char *typed, dgs_str host, dgs_str *ascii, dgs_err *err)
{
    reading r = {arena, true, true, is_ascii(top_of(host)), {.arena = arena}};
    *ascii = host;
    if (is_ascii(host))
        return true;
    for (size_t at = 0; at <= host.n; at++) {
        size_t n = 0;
        while (at + n < host.n && host.p[at + n] != '.')
            n++;
        dgs_buf_adds(&r.ascii, at > 0 ? "." : "");
        if (!add_label(&r, (dgs_str){host.p + at, n}))
            return dgs_fail_memory(err);
        at += n;
    }
    *ascii = (dgs_str){r.ascii.p, r.ascii.n};
    if (!r.label)
        return dgs_fail(err, DGS_ERR_DATA,
                        "%s '%.120s' has a host name with an invalid character: write it with letters, digits and "
                        "hyphens",
                        what, typed);
    return r.honest || dgs_fail(err, DGS_ERR_DATA,
                                "%s '%.120s' has a host name whose letters are of several scripts or look like others; "
                                "its real name is %.200s: write that if you mean it",
                                what, typed, ascii->p);
}
