// SHA-256 (FIPS 180-4) by a library that uses the processor's own instructions. Knows only bytes.
#ifndef DGS_BATCH_SHA256_H
#define DGS_BATCH_SHA256_H
#include "base/str.h"

enum { DGS_SHA256_HEX = 64 };

// The hash as small hexadecimal digits, with a NUL behind them.
void dgs_sha256_hex(dgs_str bytes, char out[DGS_SHA256_HEX + 1]);
#endif
