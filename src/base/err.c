#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

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
    dgs_utf8_mask(err->message);
    return false;
}

bool dgs_fail_memory(dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_MEMORY, "not enough memory: close other programs and try again");
}

const char *dgs_fail_advice(int code)
{
    return code == EACCES || code == EPERM ? "let this user read it" : "check the name";
}
