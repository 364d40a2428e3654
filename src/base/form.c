#include "base/form.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

// Characters that are composed, stand on no other one and are never the second half of a composed one: nearly all that
// comes from Europe. The others are left to utf8proc.
static bool is_settled(int32_t cp)
{
    static const struct range {
        int32_t from, to;
    } ranges[] = {{0, 0x2ff},       {0x388, 0x482},   {0x48a, 0x590},   {0x1e00, 0x1eff}, {0x2002, 0x20cf},
                  {0x2100, 0x2125}, {0x2127, 0x2129}, {0x212c, 0x2328}, {0x232b, 0x2adb}, {0x2ade, 0x2cee},
                  {0x2e00, 0x2e79}, {0x3005, 0x3029}, {0x3400, 0x9fff}, {0xac00, 0xd7a3}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && cp >= ranges[i].from; i++)
        if (cp <= ranges[i].to)
            return true;
    return false;
}

// The length of the head that is composed already. Each byte below 0xcc belongs to a character below U+0300.
static size_t settled_head(dgs_str text)
{
    size_t i = 0;
    while (i < text.n) {
        if ((unsigned char)text.p[i] < 0xcc) {
            i++;
            continue;
        }
        dgs_str rest = {text.p + i, text.n - i};
        if (!is_settled(dgs_utf8_next(&rest)))
            return i;
        i = text.n - rest.n;
    }
    return i;
}

bool dgs_form_mark(int32_t cp)
{
    return cp >= 0x300 && utf8proc_get_property(cp)->combining_class != 0;
}

// utf8proc sorts the marks of a letter by exchanging neighbours, so that many of them would take the square of their
// number.
static bool is_bounded(dgs_str text)
{
    size_t marks = 0;
    for (int32_t cp; (cp = dgs_utf8_next(&text)) >= 0;) {
        marks = dgs_form_mark(cp) ? marks + 1 : 0;
        if (marks > DGS_FORM_MARKS)
            return false;
    }
    return text.n == 0; // else it is no UTF-8
}

static utf8proc_ssize_t decompose(dgs_str text, int32_t *to, size_t room, utf8proc_option_t form)
{
    return utf8proc_decompose((const utf8proc_uint8_t *)text.p, (utf8proc_ssize_t)text.n, to, (utf8proc_ssize_t)room,
                              UTF8PROC_STABLE | form);
}

static bool change(dgs_arena *arena, dgs_str *text, utf8proc_option_t form)
{
    if (!is_bounded(*text))
        return true;
    utf8proc_ssize_t n = decompose(*text, NULL, 0, form);
    int32_t *characters = n < 0 ? NULL : dgs_arena_array(arena, (size_t)n + 1, sizeof *characters);
    if (characters == NULL)
        return n < 0; // which no UTF-8 gives
    (void)decompose(*text, characters, (size_t)n, form);
    utf8proc_ssize_t bytes = utf8proc_reencode(characters, n, UTF8PROC_STABLE | form);
    if (bytes >= 0)
        *text = (dgs_str){(const char *)characters, (size_t)bytes};
    return true;
}

bool dgs_form_compose(dgs_arena *arena, dgs_str *text)
{
    return settled_head(*text) == text->n || change(arena, text, UTF8PROC_COMPOSE);
}

bool dgs_form_compose_plain(dgs_arena *arena, dgs_str *text)
{
    return change(arena, text, UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

bool dgs_form_decompose(dgs_arena *arena, dgs_str *text)
{
    return change(arena, text, UTF8PROC_DECOMPOSE);
}

size_t dgs_form_compose_in(char *text, size_t n, size_t room)
{
    int32_t characters[DGS_FORM_FOLDED + 1];
    dgs_str all = {text, n};
    if (n > DGS_FORM_ROOM || settled_head(all) == n || !is_bounded(all))
        return n;
    utf8proc_ssize_t count = decompose(all, characters, DGS_FORM_FOLDED, UTF8PROC_COMPOSE);
    if (count < 0 || count > DGS_FORM_FOLDED)
        return n;
    utf8proc_ssize_t bytes = utf8proc_reencode(characters, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (bytes < 0)
        return n;
    const char *composed = (const char *)characters;
    n = (size_t)bytes < room ? (size_t)bytes : room;
    while (n < (size_t)bytes && n > 0 && ((unsigned char)composed[n] & 0xc0) == 0x80)
        n--;
    memcpy(text, composed, n);
    return n;
}

// The lower case of the upper case, so that letters with two lower forms (σ and ς, s and ſ) become one. By that rule
// alone ı and İ would become i, which simple case folding keeps apart; decomposed, İ is an I with a dot.
static uint32_t fold(int32_t cp)
{
    return (uint32_t)(cp == 0x130 || cp == 0x131 ? cp : utf8proc_tolower(utf8proc_toupper(cp)));
}

void dgs_form_fold(dgs_str text, uint32_t out[DGS_FORM_FOLDED], size_t *n)
{
    int32_t characters[DGS_FORM_FOLDED];
    *n = 0;
    utf8proc_ssize_t count = -1;
    if (is_bounded(text))
        count = decompose(text, characters, DGS_FORM_FOLDED, UTF8PROC_DECOMPOSE);
    if (count >= 0 && count <= DGS_FORM_FOLDED)
        for (utf8proc_ssize_t i = 0; i < count; i++)
            out[(*n)++] = fold(characters[i]);
    else
        for (int32_t cp; *n < DGS_FORM_FOLDED && (cp = dgs_utf8_next(&text)) >= 0;)
            out[(*n)++] = fold(cp);
}

int32_t dgs_form_lower(int32_t cp)
{
    return utf8proc_tolower(cp);
}

dgs_form_kind dgs_form_kind_of(int32_t cp)
{
    switch (utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return DGS_FORM_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
        return DGS_FORM_MARK;
    case UTF8PROC_CATEGORY_ND:
        return DGS_FORM_DIGIT;
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CO:
        return DGS_FORM_SIGN;
    default:
        return DGS_FORM_OTHER;
    }
}

static bool is_guise(int32_t cp)
{
    static const struct range {
        int32_t from, to;
    } ranges[] = {{0x2102, 0x2102}, {0x210a, 0x2113},   {0x2115, 0x2115},  {0x2119, 0x211d}, {0x2124, 0x2124},
                  {0x2128, 0x2128}, {0x212c, 0x212d},   {0x212f, 0x2131},  {0x2133, 0x2134}, {0x24b6, 0x24e9},
                  {0xff01, 0xff5e}, {0x1d400, 0x1d7ff}, {0x1f130, 0x1f149}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && cp >= ranges[i].from; i++)
        if (cp <= ranges[i].to)
            return true;
    return false;
}

// Where the first letter is that only looks different; text.n where there is none.
static size_t first_guise(dgs_str text)
{
    const size_t n = text.n;
    for (;;) {
        size_t at = n - text.n;
        while (at < n && (unsigned char)text.p[0] < 0xe2) { // below U+2000
            text.p++;
            at++;
        }
        text.n = n - at;
        if (at == n)
            return n;
        int32_t cp = dgs_utf8_next(&text);
        if (cp < 0)
            return n;
        if (is_guise(cp))
            return at;
    }
}

// Chinese, Japanese and Korean are written with signs of full width.
static bool has_east(dgs_str text)
{
    for (int32_t cp; (cp = dgs_utf8_next(&text)) >= 0;)
        if ((cp >= 0x3040 && cp < 0x3200) || (cp >= 0x3400 && cp < 0xa000) || (cp >= 0xac00 && cp < 0xd7a4) ||
            (cp >= 0xf900 && cp < 0xfb00) || (cp >= 0x20000 && cp < 0x40000))
            return true;
    return false;
}

static bool is_digit(int32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 0xff10 && cp <= 0xff19);
}

// A sign of full width that is not within a number or a time of day; but the tilde means "to" there as well.
static bool is_east_sign(int32_t cp, int32_t before, int32_t after)
{
    bool letter = is_digit(cp) || (cp >= 0xff21 && cp <= 0xff3a) || (cp >= 0xff41 && cp <= 0xff5a);
    return cp >= 0xff01 && cp <= 0xff5e && !letter && (cp == 0xff5e || !is_digit(before) || !is_digit(after));
}

// Moves *rest behind the letter that only looks different at its start.
static bool add_plain(dgs_buf *plain, dgs_str *rest, bool east)
{
    dgs_str one = *rest;
    int32_t before = plain->n > 0 ? plain->p[plain->n - 1] : -1, cp = dgs_utf8_next(rest);
    dgs_str more = *rest;
    one.n -= rest->n;
    if (!(east && is_east_sign(cp, before, dgs_utf8_next(&more))) && !dgs_form_compose_plain(plain->arena, &one))
        return false;
    dgs_buf_add(plain, one.p, one.n);
    return true;
}

bool dgs_form_plain(dgs_arena *arena, dgs_str *text)
{
    dgs_buf plain = {.arena = arena};
    dgs_str rest = *text;
    if (first_guise(rest) == rest.n)
        return true;
    bool east = has_east(*text);
    for (size_t at; (at = first_guise(rest)) < rest.n;) {
        dgs_buf_add(&plain, rest.p, at);
        rest = (dgs_str){rest.p + at, rest.n - at};
        if (!add_plain(&plain, &rest, east))
            return false;
    }
    dgs_buf_add(&plain, rest.p, rest.n);
    *text = (dgs_str){plain.p, plain.n};
    return !plain.failed;
}
