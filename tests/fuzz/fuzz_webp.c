// Bytes as a WebP picture: read, painted, trimmed, painted again.
#include "fuzz_raster.h"
#include "image/webp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    dgs_raster raster;
    dgs_err err = {0};
    if (fuzz_open(&in, data, n)) {
        bool ok = dgs_webp_parse(in.arena, "picture.webp", in.bytes, &raster, &err);
        fuzz_check(ok, &err);
        if (ok)
            fuzz_raster(&raster, in.arena);
    }
    fuzz_close(&in);
    return 0;
}
