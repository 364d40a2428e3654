// Bytes as a JPEG picture: read, decoded, painted, trimmed, painted again.
#include "fuzz_raster.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    dgs_raster raster, plain;
    dgs_err err = {0};
    if (fuzz_open(&in, data, n)) {
        bool ok = dgs_jpeg_parse(in.arena, "picture.jpg", in.bytes, &raster, &err);
        fuzz_check(ok, &err);
        if (ok) {
            dgs_raster whole = raster;
            fuzz_raster(&raster, in.arena);
            bool packed = whole.encoding == DGS_PIXELS_JPEG && whole.channels == 3;
            if (packed && !dgs_jpeg_decode(in.arena, &whole, &plain, &err) && err.kind != DGS_ERR_MEMORY)
                fuzz_broken("a JPEG that was found sound cannot be decoded");
        }
    }
    fuzz_close(&in);
    return 0;
}
