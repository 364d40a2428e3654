#include "profile/host.h"

#include <idn2.h>
#include <string.h>

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
        {'-', '-', COMMON},           {'0', '9', COMMON},           {'a', 'z', LATIN},          {0xb7, 0xb7, COMMON},
        {0xdf, 0xf6, LATIN},          {0xf8, 0x137, LATIN},         {0x139, 0x148, LATIN},      {0x14a, 0x17f, LATIN},
        {0x1a0, 0x1a1, LATIN},        {0x1af, 0x1b0, LATIN},        {0x1cd, 0x1dc, LATIN},      {0x1e6, 0x1f0, LATIN},
        {0x1f8, 0x21b, LATIN},        {0x226, 0x233, LATIN},        {0x259, 0x259, LATIN},      {0x300, 0x331, COMMON},
        {0x386, 0x3ce, GREEK},        {0x430, 0x45f, CYRILLIC},     {0x48a, 0x52f, CYRILLIC},   {0x561, 0x586, ARMENIAN},
        {0x5d0, 0x5ea, HEBREW},       {0x620, 0x6d5, ARABIC},       {0x6ee, 0x6ff, ARABIC},     {0x780, 0x7b1, THAANA},
        {0x900, 0x963, DEVANAGARI},   {0x966, 0x97f, DEVANAGARI},   {0x980, 0x9fe, BENGALI},    {0xa01, 0xa75, GURMUKHI},
        {0xa81, 0xaff, GUJARATI},     {0xb01, 0xb71, ORIYA},        {0xb82, 0xbef, TAMIL},      {0xc00, 0xc6f, TELUGU},
        {0xc80, 0xcf2, KANNADA},      {0xd00, 0xd7f, MALAYALAM},    {0xd82, 0xdf3, SINHALA},    {0xe01, 0xe59, THAI},
        {0xe81, 0xedf, LAO},          {0xf00, 0xfbc, TIBETAN},      {0x1000, 0x109d, MYANMAR},  {0x10d0, 0x10ff, GEORGIAN},
        {0x1200, 0x135f, ETHIOPIC},   {0x1780, 0x17e9, KHMER},      {0x1e00, 0x1ef9, LATIN},    {0x1f00, 0x1ffc, GREEK},
        {0x3005, 0x3007, HAN},        {0x3041, 0x309e, HIRAGANA},   {0x30a1, 0x30fa, KATAKANA}, {0x30fb, 0x30fc, COMMON},
        {0x30fd, 0x30fe, KATAKANA},   {0x3105, 0x312f, BOPOMOFO},   {0x31a0, 0x31bf, BOPOMOFO}, {0x3400, 0x4dbf, HAN},
        {0x4e00, 0x9fff, HAN},        {0xac00, 0xd7a3, HANGUL},     {0x20000, 0x2a6df, HAN},
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

// Whether the label is what it seems to be. One that looks like Latin is, below a Latin top: сахар.рф is Cyrillic as a
// whole.
static bool is_honest(dgs_str label, bool latin_top)
{
    unsigned scripts = 0;
    bool like_latin = true;
    while (label.n > 0) {
        int32_t cp = dgs_utf8_next(&label);
        script s = cp < 0 ? UNKNOWN : script_of(cp);
        if (s == UNKNOWN)
            return false;
        scripts |= s == COMMON ? 0 : BIT(s);
        like_latin &= s == COMMON || looks_latin(cp);
    }
    return may_mix(scripts) && (scripts == 0 || scripts == BIT(LATIN) || !latin_top || !like_latin);
}

static bool is_ascii(dgs_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

static bool are_honest(const char *host)
{
    const char *top = strrchr(host, '.');
    bool latin_top = top == NULL || is_ascii(dgs_str_of(top));
    for (const char *s = host; *s != '\0'; s += *s == '.') {
        dgs_str label = {s, strcspn(s, ".")};
        s += label.n;
        if (!is_honest(label, latin_top))
            return false;
    }
    return true;
}

bool dgs_host_ascii(dgs_arena *arena, const char *what, const char *typed, dgs_str host, dgs_str *ascii, dgs_err *err)
{
    char *encoded = NULL, *decoded = NULL;
    *ascii = host;
    if (is_ascii(host))
        return true;
    const char *name = dgs_str_copy(arena, host);
    if (name == NULL)
        return dgs_fail_memory(err);
    int state = idn2_to_ascii_8z(name, &encoded, IDN2_NONTRANSITIONAL);
    if (state == IDN2_OK)
        state = idn2_to_unicode_8z8z(encoded, &decoded, 0);
    if (state == IDN2_MALLOC)
        (void)dgs_fail_memory(err);
    else if (state != IDN2_OK)
        (void)dgs_fail(err, DGS_ERR_DATA, "%s '%.120s' has a host name that none can have (%s): check its letters", what,
                       typed, idn2_strerror(state));
    else if (!are_honest(decoded))
        (void)dgs_fail(err, DGS_ERR_DATA,
                       "%s '%.120s' has a host name whose letters are of several scripts or look like others; its real "
                       "name is %.200s: write that if you mean it",
                       what, typed, encoded);
    else if ((*ascii = dgs_str_of(dgs_str_copy(arena, dgs_str_of(encoded)))).p == NULL)
        (void)dgs_fail_memory(err);
    idn2_free(encoded);
    idn2_free(decoded);
    return err->kind == DGS_OK;
}
