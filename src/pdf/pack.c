#include "pdf/pack.h"

#include <libdeflate.h>

// Of 12; the highest make a handout 1 % smaller and take a third longer for all of it. 11 and 12 give other bytes with
// libdeflate 1.14 (Debian 12) than with 1.23 (Debian 13), and are 0.3 % smaller than 10.
static const int levels[] = {[DGS_PACK_WELL] = 5, [DGS_PACK_FAST] = 1, [DGS_PACK_BEST] = 10};

dgs_packer *dgs_packer_new(dgs_pack_effort effort)
{
    return libdeflate_alloc_compressor(levels[effort]);
}

void dgs_packer_free(dgs_packer *packer)
{
    if (packer != NULL)
        libdeflate_free_compressor(packer);
}

bool dgs_packer_pack(dgs_packer *packer, dgs_str plain, dgs_arena *arena, dgs_str *out)
{
    size_t most = libdeflate_zlib_compress_bound(packer, plain.n);
    char *bytes = dgs_arena_alloc(arena, most);
    size_t n = bytes == NULL ? 0 : libdeflate_zlib_compress(packer, plain.p, plain.n, bytes, most);
    *out = (dgs_str){bytes, n};
    return n > 0;
}

bool dgs_pack_inflate(dgs_str packed, void *out, size_t n)
{
    struct libdeflate_decompressor *unpacker = libdeflate_alloc_decompressor();
    size_t got = 0;
    bool ok = unpacker != NULL &&
              libdeflate_zlib_decompress(unpacker, packed.p, packed.n, out, n, &got) == LIBDEFLATE_SUCCESS && got == n;
    libdeflate_free_decompressor(unpacker);
    return ok;
}
