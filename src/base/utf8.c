#include "base/utf8.h"

#include <string.h>

int32_t dgs_utf8_next(dgs_str *s)
{
    if (s->n == 0)
        return -1;
    const unsigned char *b = (const unsigned char *)s->p;
    uint32_t cp = b[0];
    if (cp < 0x80) { // nearly always
        s->p++;
        s->n--;
        return (int32_t)cp;
    }
    size_t len = (cp & 0xe0) == 0xc0 ? 2 : (cp & 0xf0) == 0xe0 ? 3 : (cp & 0xf8) == 0xf0 ? 4 : 0;
    if (len == 0 || len > s->n)
        return -1;
    static const uint32_t mask[] = {0, 0, 0x1f, 0x0f, 0x07}, least[] = {0, 0, 0x80, 0x800, 0x10000};
    cp &= mask[len];
    for (size_t i = 1; i < len; i++) {
        if ((b[i] & 0xc0) != 0x80)
            return -1;
        cp = cp << 6 | (b[i] & 0x3fu);
    }
    if (cp < least[len] || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
        return -1;
    s->p += len;
    s->n -= len;
    return (int32_t)cp;
}

int dgs_utf8_put(uint32_t cp, char out[4])
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    int len = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    static const uint32_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (int i = len - 1; i > 0; i--, cp >>= 6)
        out[i] = (char)(0x80 | (cp & 0x3f));
    out[0] = (char)(lead[len] | cp);
    return len;
}

size_t dgs_utf8_check(dgs_str s)
{
    size_t n = s.n;
    while (s.n > 0)
        if (dgs_utf8_next(&s) < 0)
            return n - s.n;
    return n;
}

static int unprintable(int32_t cp)
{
    if (cp < 0x20)
        return cp != '\t' && cp != '\n' && cp != '\r';
    return (cp >= 0x7f && cp < 0xa0) || (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) ||
           (cp >= 0xfdd0 && cp <= 0xfdef) || (cp & 0xfffe) == 0xfffe;
}

int32_t dgs_utf8_control(dgs_str s)
{
    while (s.n > 0) {
        if (s.p[0] >= ' ' && s.p[0] <= '~') { // of a content's letters, nearly all
            s = (dgs_str){s.p + 1, s.n - 1};
            continue;
        }
        int32_t cp = dgs_utf8_next(&s);
        if (cp < 0)
            return -1;
        if (unprintable(cp))
            return cp;
    }
    return -1;
}

bool dgs_utf8_blank(int32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0xa0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200a) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000;
}

bool dgs_utf8_ignorable(int32_t cp)
{
    static const struct range {
        int32_t from, to;
    } ranges[] = {{0xad, 0xad},       {0x34f, 0x34f},    {0x61c, 0x61c},   {0x115f, 0x1160}, {0x17b4, 0x17b5},
                  {0x180b, 0x180f},   {0x200b, 0x200f},  {0x2060, 0x2065}, {0x206a, 0x206f}, {0x3164, 0x3164},
                  {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},  {0xffa0, 0xffa0}, {0xfff0, 0xfff8}, {0x1bca0, 0x1bca3},
                  {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && cp >= ranges[i].from; i++)
        if (cp <= ranges[i].to)
            return true;
    return false;
}

static bool empty(int32_t cp)
{
    return dgs_utf8_blank(cp) || dgs_utf8_ignorable(cp);
}

// Whether a byte is a character that is seen: nearly always at both ends of a text.
static bool is_seen(char c)
{
    return c > ' ' && c < 0x7f;
}

dgs_str dgs_utf8_trim(dgs_str s)
{
    if (s.n > 0 && is_seen(s.p[0]) && is_seen(s.p[s.n - 1]))
        return s;
    for (dgs_str rest = s; s.n > 0 && empty(dgs_utf8_next(&rest)); s = rest)
        ;
    while (s.n > 0) {
        size_t n = s.n - 1; // where the last character begins
        while (n > 0 && s.n - n < 4 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
            n--;
        dgs_str last = {s.p + n, s.n - n};
        if (!empty(dgs_utf8_next(&last)) || last.n > 0)
            break;
        s.n = n;
    }
    return s;
}

static bool is_virama(int32_t cp)
{
    return cp == 0xdca || (cp >= 0x94d && cp <= 0xd4d && (cp & 0x7f) == 0x4d);
}

// Arabic and what is written like it, the scripts of India and Sri Lanka, Myanmar and Khmer.
static bool is_joined(int32_t cp)
{
    return (cp >= 0x600 && cp < 0xe00) || (cp >= 0x1000 && cp < 0x10a0) || (cp >= 0x1780 && cp < 0x1800);
}

// Thai and Lao, Myanmar, Khmer.
static bool is_without_blanks(int32_t cp)
{
    return (cp >= 0xe00 && cp < 0xf00) || (cp >= 0x1000 && cp < 0x10a0) || (cp >= 0x1780 && cp < 0x1800);
}

static bool is_han(int32_t cp)
{
    return (cp >= 0x3400 && cp < 0xa000) || (cp >= 0xf900 && cp < 0xfb00) || (cp >= 0x20000 && cp < 0x40000);
}

// Whether what no reader sees does something where it stands. Joiners: RFC 5892, appendix A, in brief.
static bool has_work(int32_t before, int32_t cp, int32_t after)
{
    if (cp == 0x200c || cp == 0x200d)
        return is_joined(before) && (is_joined(after) || is_virama(before));
    if (cp == 0x200b)
        return is_without_blanks(before) && is_without_blanks(after);
    return cp >= 0xe0100 && cp <= 0xe01ef && is_han(before);
}

// The length of the head of s all of whose characters are ignorable.
static size_t hidden_head(dgs_str s)
{
    dgs_str rest = s;
    size_t n = 0;
    while (n < s.n && (unsigned char)s.p[n] >= 0x80 && dgs_utf8_ignorable(dgs_utf8_next(&rest)))
        n = s.n - rest.n;
    return n;
}

size_t dgs_utf8_ascii(dgs_str s)
{
    const uint64_t high = 0x8080808080808080;
    size_t n = 0;
    for (uint64_t eight; s.n - n >= sizeof eight; n += sizeof eight) {
        memcpy(&eight, s.p + n, sizeof eight);
        if ((eight & high) != 0)
            break;
    }
    while (n < s.n && (unsigned char)s.p[n] < 0x80)
        n++;
    return n;
}

// The length of the head of s none of whose characters are, but for those that are at work.
static size_t seen_head(dgs_str s)
{
    int32_t before = 0;
    size_t n = 0;
    for (;;) {
        size_t ascii = dgs_utf8_ascii((dgs_str){s.p + n, s.n - n}); // seen, and nothing works on it
        before = ascii > 0 ? 0 : before;
        n += ascii;
        if (n == s.n)
            return n;
        dgs_str rest = {s.p + n, s.n - n};
        int32_t cp = dgs_utf8_next(&rest);
        if (dgs_utf8_ignorable(cp)) {
            dgs_str behind = rest;
            if (!has_work(before, cp, dgs_utf8_next(&behind)))
                return n;
        }
        before = cp;
        n = s.n - rest.n;
    }
}

dgs_str dgs_utf8_seen(dgs_str *s)
{
    if (dgs_utf8_ascii(*s) == s->n) { // nearly always
        dgs_str all = *s;
        *s = (dgs_str){all.p + all.n, 0};
        return all;
    }
    size_t hidden = hidden_head(*s);
    dgs_str seen = {s->p + hidden, s->n - hidden};
    seen.n = seen_head(seen);
    *s = (dgs_str){seen.p + seen.n, s->n - hidden - seen.n};
    return seen;
}

size_t dgs_utf8_length(dgs_str s)
{
    size_t n = 0;
    while (dgs_utf8_next(&s) >= 0)
        n++;
    return n;
}

static bool joins(int32_t cp)
{
    return cp == 0x200c || cp == 0x200d || (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0x180b && cp <= 0x180d) ||
           cp == 0x180f;
}

bool dgs_utf8_hides(int32_t before, int32_t cp)
{
    const int32_t latin_end = 0x370;
    if (cp >= ' ' && cp < 0x7f) // nearly always
        return false;
    if (joins(cp))
        return before < latin_end;
    return cp < ' ' || unprintable(cp) || cp == 0x2028 || cp == 0x2029 || (cp >= 0xfff9 && cp <= 0xfffb) ||
           dgs_utf8_ignorable(cp);
}

void dgs_utf8_mask(char *s)
{
    dgs_str rest = {s, strlen(s)};
    char *to = s;
    int32_t before = 0;
    while (rest.n > 0) {
        const char *from = rest.p;
        int32_t cp = dgs_utf8_next(&rest);
        if (cp < 0)
            do
                rest = (dgs_str){rest.p + 1, rest.n - 1};
            while (rest.n > 0 && ((unsigned char)*rest.p & 0xc0) == 0x80);
        if (cp < 0 || dgs_utf8_hides(before, cp)) {
            *to++ = '?';
            before = '?';
            continue;
        }
        before = cp;
        memmove(to, from, (size_t)(rest.p - from));
        to += rest.p - from;
    }
    *to = '\0';
}
