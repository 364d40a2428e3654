#include "batch/sha256.h"

#include <nettle/sha2.h>

void dgs_sha256_hex(dgs_str bytes, char out[DGS_SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t sum[SHA256_DIGEST_SIZE];
    struct sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, bytes.n, (const uint8_t *)bytes.p);
    sha256_digest(&state, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++) {
        out[2 * i] = digits[sum[i] >> 4];
        out[2 * i + 1] = digits[sum[i] & 15];
    }
    out[DGS_SHA256_HEX] = '\0';
}
