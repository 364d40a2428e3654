// INI text -> keys and values, by libinih. Knows no key.
#ifndef DGS_ORDER_INI_H
#define DGS_ORDER_INI_H
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"

// Takes one value; the strings live until it returns. A line that begins with a space continues with the key before it:
// its words come as a value of that key. An empty value comes too.
typedef bool dgs_ini_take(void *ctx, const char *key, const char *value, int line, dgs_err *err);

// Reads all lines: "key = value" or "key: value", comments after # or ; at the start of a line, at most the one
// section [practice]. Fails with DGS_ERR_DATA "file:line: ..." on anything else, on bytes that are not UTF-8, on long
// lines, and where `take` fails.
bool dgs_ini_read(dgs_str text, const char *file, dgs_ini_take *take, void *ctx, dgs_err *err);
#endif
