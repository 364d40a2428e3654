// Whole zlib streams (RFC 1950) at once, by libdeflate: of the same size as zlib's and made in half the time. Knows
// nothing of PDF.
#ifndef DGS_PDF_PACK_H
#define DGS_PDF_PACK_H
#include "base/str.h"

typedef struct libdeflate_compressor dgs_packer;

typedef enum dgs_pack_effort {
    DGS_PACK_WELL, // what is packed once
    DGS_PACK_FAST, // what is packed for each practice: half the time, a tenth more bytes
    DGS_PACK_BEST, // what is packed when the program is built
} dgs_pack_effort;

// NULL when memory is short; freed by dgs_packer_free().
dgs_packer *dgs_packer_new(dgs_pack_effort effort);
void dgs_packer_free(dgs_packer *packer);

// The compressed bytes, in the arena; false when it is full.
bool dgs_packer_pack(dgs_packer *packer, dgs_str plain, dgs_arena *arena, dgs_str *out);

// Decompresses a zlib stream that holds exactly `n` bytes into `out`; false when it does not, or memory is short.
bool dgs_pack_inflate(dgs_str packed, void *out, size_t n);
#endif
