#include "base/str.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

dgs_str dgs_str_of(const char *c_string)
{
    return (dgs_str){c_string, c_string == NULL ? 0 : strlen(c_string)};
}

bool dgs_str_eq(dgs_str a, dgs_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool dgs_str_is(dgs_str a, const char *c_string)
{
    return dgs_str_eq(a, dgs_str_of(c_string));
}

bool dgs_str_starts(dgs_str s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n >= n && memcmp(s.p, prefix, n) == 0;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

dgs_str dgs_str_trim(dgs_str s)
{
    while (s.n > 0 && blank(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n > 0 && blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

uint64_t dgs_str_hash(uint64_t begin, dgs_str s)
{
    uint64_t h = begin;
    for (size_t i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
    return h;
}

char *dgs_str_copy(dgs_arena *arena, dgs_str s)
{
    char *copy = dgs_arena_alloc(arena, s.n + 1);
    if (copy != NULL && s.n > 0)
        memcpy(copy, s.p, s.n);
    return copy;
}

size_t dgs_str_distance(const char *a, const char *b)
{
    enum { LONGEST = 63 };
    size_t na = strlen(a), nb = strlen(b), row[LONGEST + 1];
    if (na > LONGEST || nb > LONGEST)
        return SIZE_MAX;
    for (size_t j = 0; j <= nb; j++)
        row[j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            bool same = tolower((unsigned char)a[i - 1]) == tolower((unsigned char)b[j - 1]);
            size_t best = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[nb];
}

const char *dgs_str_nearest(const char *word, const char *const *list)
{
    const char *nearest = NULL;
    size_t least = strlen(word) / 2 + 1; // half of the letters wrong: another word was meant
    for (; *list != NULL; list++) {
        size_t d = dgs_str_distance(word, *list);
        bool abbreviated = strlen(word) >= 3 && strncmp(word, *list, strlen(word)) == 0;
        if (abbreviated && d > 1)
            d = 1;
        if (d < least) {
            least = d;
            nearest = *list;
        }
    }
    return nearest;
}

static bool make_room(dgs_buf *buf, size_t n)
{
    if (buf->failed)
        return false;
    size_t need = buf->n + n + 1;
    if (need <= buf->cap)
        return true;
    size_t cap = buf->cap == 0 ? 256 : buf->cap;
    while (cap < need)
        cap *= 2;
    char *p = dgs_arena_grow(buf->arena, buf->p, buf->cap, cap);
    if (p == NULL) {
        buf->failed = true;
        return false;
    }
    buf->p = p;
    buf->cap = cap;
    return true;
}

void dgs_buf_reserve(dgs_buf *buf, size_t n)
{
    if (buf->failed || n < buf->cap - buf->n)
        return;
    char *p = dgs_arena_grow(buf->arena, buf->p, buf->cap, buf->n + n + 1);
    if (p == NULL) {
        buf->failed = true;
        return;
    }
    buf->p = p;
    buf->cap = buf->n + n + 1;
}

void dgs_buf_add(dgs_buf *buf, const void *bytes, size_t n)
{
    if (!make_room(buf, n))
        return;
    if (n > 0)
        memcpy(buf->p + buf->n, bytes, n);
    buf->n += n;
    buf->p[buf->n] = '\0';
}

void dgs_buf_adds(dgs_buf *buf, const char *c_string)
{
    dgs_buf_add(buf, c_string, strlen(c_string));
}

void dgs_buf_addc(dgs_buf *buf, char c)
{
    if (!make_room(buf, 1))
        return;
    buf->p[buf->n++] = c;
    buf->p[buf->n] = '\0';
}

// Formats into the room that there is; mostly that is enough, else room is made and it is done again.
void dgs_buf_addf(dgs_buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t room = buf->cap - buf->n;
    int n = buf->failed ? 0 : vsnprintf(room > 0 ? buf->p + buf->n : NULL, room, format, args);
    va_end(args);
    if (n < 0) {
        buf->failed = true;
    } else if ((size_t)n < room) {
        buf->n += (size_t)n;
    } else if (make_room(buf, (size_t)n)) {
        (void)vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
        buf->n += (size_t)n;
    }
    va_end(again);
}

// Writes the digits of `rest` before `end`; returns where they begin.
static char *put_digits(char *end, unsigned long long rest)
{
    do {
        *--end = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    return end;
}

void dgs_buf_addint(dgs_buf *buf, long long v)
{
    char digits[24], *end = digits + sizeof digits;
    char *p = put_digits(end, v < 0 ? 0 - (unsigned long long)v : (unsigned long long)v);
    if (v < 0)
        *--p = '-';
    dgs_buf_add(buf, p, (size_t)(end - p));
}

void dgs_buf_addnum(dgs_buf *buf, double v)
{
    if (!isfinite(v))
        v = 0;
    v = fmax(-32767, fmin(32767, v));
    long thousandths = lround(v * 1000);
    char digits[16], *end = digits + sizeof digits, *p = end;
    unsigned long rest = (unsigned long)(thousandths < 0 ? -thousandths : thousandths);
    for (int place = 0; place < 3; place++, rest /= 10)
        if (p != end || rest % 10 != 0)
            *--p = (char)('0' + rest % 10);
    if (p != end)
        *--p = '.';
    p = put_digits(p, rest);
    if (thousandths < 0)
        *--p = '-';
    dgs_buf_add(buf, p, (size_t)(end - p));
}
