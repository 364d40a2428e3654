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
        int32_t cp = dgs_utf8_next(&s);
        if (cp < 0)
            return -1;
        if (unprintable(cp))
            return cp;
    }
    return -1;
}

size_t dgs_utf8_length(dgs_str s)
{
    size_t n = 0;
    while (dgs_utf8_next(&s) >= 0)
        n++;
    return n;
}

void dgs_utf8_mask(char *s)
{
    dgs_str rest = {s, strlen(s)};
    char *to = s;
    while (rest.n > 0) {
        const char *from = rest.p;
        int32_t cp = dgs_utf8_next(&rest);
        if (cp < 0)
            do
                rest = (dgs_str){rest.p + 1, rest.n - 1};
            while (rest.n > 0 && ((unsigned char)*rest.p & 0xc0) == 0x80);
        if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0)) {
            *to++ = '?';
            continue;
        }
        memmove(to, from, (size_t)(rest.p - from));
        to += rest.p - from;
    }
    *to = '\0';
}
