// SHA-256 (FIPS 180-4) by a library that uses the processor's own instructions. Knows only bytes.
#ifndef DGS_BASE_SHA256_H
#define DGS_BASE_SHA256_H
#include <nettle/sha2.h>

#include "base/str.h"

enum { DGS_SHA256_BYTES = 32, DGS_SHA256_HEX = 64 };

// A hash of bytes that come piece by piece. A copy continues by itself.
typedef struct dgs_sha256 {
    struct sha256_ctx state;
} dgs_sha256;

void dgs_sha256_begin(dgs_sha256 *hash);
void dgs_sha256_add(dgs_sha256 *hash, dgs_str bytes);

// The hash of what was added so far; more may follow. Digits are small hexadecimal ones, with a NUL after them.
void dgs_sha256_sum(const dgs_sha256 *hash, uint8_t out[DGS_SHA256_BYTES]);
void dgs_sha256_digits(const dgs_sha256 *hash, char out[DGS_SHA256_HEX + 1]);

// Of all bytes at once.
void dgs_sha256_hex(dgs_str bytes, char out[DGS_SHA256_HEX + 1]);
#endif
