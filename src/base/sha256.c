#include "base/sha256.h"

void dgs_sha256_begin(dgs_sha256 *hash)
{
    sha256_init(&hash->state);
}

void dgs_sha256_add(dgs_sha256 *hash, dgs_str bytes)
{
    sha256_update(&hash->state, bytes.n, (const uint8_t *)bytes.p);
}

void dgs_sha256_sum(const dgs_sha256 *hash, uint8_t out[DGS_SHA256_BYTES])
{
    dgs_sha256 copy = *hash; // the library begins anew with the one that it ends
    sha256_digest(&copy.state, DGS_SHA256_BYTES, out);
}

void dgs_sha256_digits(const dgs_sha256 *hash, char out[DGS_SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t sum[DGS_SHA256_BYTES];
    dgs_sha256_sum(hash, sum);
    for (size_t i = 0; i < sizeof sum; i++) {
        out[2 * i] = digits[sum[i] >> 4];
        out[2 * i + 1] = digits[sum[i] & 15];
    }
    out[DGS_SHA256_HEX] = '\0';
}

void dgs_sha256_hex(dgs_str bytes, char out[DGS_SHA256_HEX + 1])
{
    dgs_sha256 hash;
    dgs_sha256_begin(&hash);
    dgs_sha256_add(&hash, bytes);
    dgs_sha256_digits(&hash, out);
}
