#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// C0 controls, DEL, and C1 controls, which are C2 80 to C2 9F in UTF-8.
static void mask_controls(char *s)
{
    for (; *s != '\0'; s++) {
        unsigned char c = (unsigned char)s[0], next = (unsigned char)s[1];
        if (c < 0x20 || c == 0x7f)
            *s = '?';
        if (c == 0xc2 && next >= 0x80 && next < 0xa0)
            s[0] = s[1] = '?';
    }
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
    mask_controls(err->message);
    return false;
}

bool dgs_fail_memory(dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_MEMORY, "not enough memory: close other programs and try again");
}
