#include "host/say.h"

#include <stdarg.h>

#include "base/utf8.h"

enum { SAID_MAX = 12 * 1024 }; // two paths of the longest kind, and words

// `n` is what vsnprintf(3) said of the line.
static void put(FILE *to, const char *before, char line[SAID_MAX], int n, const char *after)
{
    if (n < 0)
        (void)snprintf(line, SAID_MAX, "a message that could not be worded");
    dgs_utf8_mask(line);
    (void)fprintf(to, "%s%s%s", before, line, after); // at once, so that lines of several processes do not mix
}

void dgs_say(FILE *to, const char *format, ...)
{
    char line[SAID_MAX];
    va_list args;
    va_start(args, format);
    // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): va_start() stands above
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    put(to, "", line, n, "\n");
}

// What a terminal has to do for it (ECMA-48, 8.3.41: erase the line).
static const char over[] = "\r\033[K";

void dgs_say_over(FILE *to, const char *format, ...)
{
    char line[SAID_MAX];
    va_list args;
    va_start(args, format);
    // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): va_start() stands above
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    put(to, over, line, n, "");
    (void)fflush(to);
}

void dgs_say_clear(FILE *to)
{
    (void)fputs(over, to);
    (void)fflush(to);
}

// The UTF-16 code units of a character as JSON has them (RFC 8259, 7).
static void put_escape(int32_t cp, FILE *to)
{
    if (cp < 0x10000)
        (void)fprintf(to, "\\u%04x", (unsigned)cp);
    else
        (void)fprintf(to, "\\u%04x\\u%04x", 0xd800u + ((unsigned)cp - 0x10000u) / 0x400u,
                      0xdc00u + (unsigned)cp % 0x400u);
}

static void put_mark(int32_t cp, FILE *to)
{
    (void)cp;
    (void)fputc('?', to);
}

// In JSON a tab or carriage return stands between values only.
static void put_hidden(int32_t cp, void (*instead)(int32_t cp, FILE *to), FILE *to)
{
    if (cp == '\n')
        (void)fputc('\n', to);
    else if (cp == '\t' || cp == '\r')
        (void)fputc(' ', to);
    else
        instead(cp, to);
}

// Long pieces that are as they should be go out at once.
static void put_all(FILE *to, dgs_str text, void (*instead)(int32_t cp, FILE *to))
{
    const char *whole = text.p;
    int32_t before = 0;
    while (text.n > 0) {
        const char *from = text.p;
        int32_t cp = dgs_utf8_next(&text);
        if (cp >= 0 && !dgs_utf8_hides(before, cp)) {
            before = cp;
            continue;
        }
        (void)fwrite(whole, 1, (size_t)(from - whole), to);
        if (cp < 0)
            text = (dgs_str){text.p + 1, text.n - 1};
        put_hidden(cp < 0 ? '?' : cp, cp < 0 ? put_mark : instead, to);
        before = 0;
        whole = text.p;
    }
    (void)fwrite(whole, 1, (size_t)(text.p - whole), to);
}

void dgs_say_text(FILE *to, dgs_str text)
{
    put_all(to, text, put_mark);
}

void dgs_say_json(FILE *to, dgs_str json)
{
    put_all(to, json, put_escape);
}

bool dgs_say_flush(bool said, dgs_err *err)
{
    return (said && fflush(stdout) == 0 && !ferror(stdout)) ||
           dgs_fail(err, DGS_ERR_IO, "standard output could not be written: check where it goes");
}
