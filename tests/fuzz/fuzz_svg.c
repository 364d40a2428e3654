// Bytes as an SVG drawing: read, trimmed as a logo is, painted as it is and trimmed.
#include "fuzz.h"
#include "image/bounds.h"
#include "image/image.h"
#include "image/logo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    dgs_art art;
    bool beyond;
    dgs_err err = {0};
    if (fuzz_open(&in, data, n)) {
        bool ok = dgs_svg_try(in.arena, "drawing.svg", in.bytes, &art, &beyond, &err);
        fuzz_check(ok, &err);
        if (ok) {
            dgs_picture picture = {.kind = DGS_PICTURE_ART, .art = &art};
            fuzz_paint(&picture, in.arena);
            picture.pale = dgs_bounds_pale(&art);
            dgs_bounds_apply(&art);
            dgs_logo_extent place = dgs_logo_fit(&picture);
            if (!(place.w > 0 && place.h > 0 && place.w <= 132.01 && place.h <= 56.01))
                fuzz_broken("a logo does not fit its place");
            fuzz_paint(&picture, in.arena);
        }
    }
    fuzz_close(&in);
    return 0;
}
