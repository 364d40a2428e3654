// Bytes as a WebP picture: read, painted, trimmed, painted again.
#include "fuzz_raster.h"
#include "image/webp.h"

// A hundred bytes may be 50 million pixels, which take half a minute to pack under a sanitizer.
enum { PAINTED_MOST = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    dgs_raster raster;
    dgs_err err = {0};
    if (fuzz_open(&in, data, n)) {
        bool ok = dgs_webp_parse(in.arena, "picture.webp", in.bytes, &raster, &err);
        fuzz_check(ok, &err);
        if (ok && (uint64_t)raster.w * raster.h <= PAINTED_MOST)
            fuzz_raster(&raster, in.arena);
    }
    fuzz_close(&in);
    return 0;
}
