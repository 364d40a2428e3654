#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

// One '?' for each control character (C0, DEL, C1) and for each piece that is not UTF-8, such as a character that the
// limit of a quotation has cut.
static void mask(char *s)
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

bool dgs_fail(dgs_err *err, dgs_err_kind kind, const char *format, ...)
{
    if (err->kind != DGS_OK)
        return false;
    err->kind = kind;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    if (n < 0)
        strcpy(err->message, "an error that could not be worded");
    mask(err->message);
    return false;
}

bool dgs_fail_memory(dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_MEMORY, "not enough memory: close other programs and try again");
}
