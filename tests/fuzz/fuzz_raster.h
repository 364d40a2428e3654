// What becomes of a checked raster, whatever file it comes from.
#ifndef DGS_TESTS_FUZZ_RASTER_H
#define DGS_TESTS_FUZZ_RASTER_H
#include "fuzz.h"
#include "image/image.h"
#include "image/trim.h"

static inline void fuzz_raster(dgs_raster *raster, dgs_arena *arena)
{
    dgs_picture picture = {.kind = DGS_PICTURE_RASTER, .raster = raster};
    fuzz_paint(&picture, arena);
    picture.pale = dgs_trim_pale(raster);
    dgs_trim_apply(raster);
    dgs_window shown = raster->shown;
    if (shown.w > 0 && (shown.x + shown.w > raster->w || shown.y + shown.h > raster->h || shown.h == 0))
        fuzz_broken("a picture is cut beyond its edge");
    fuzz_paint(&picture, arena);
}
#endif
