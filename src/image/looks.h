// Whether a picture file says more of its look than its pixels do, for those who take only the pixels.
#ifndef DGS_IMAGE_LOOKS_H
#define DGS_IMAGE_LOOKS_H
#include "base/err.h"
#include "base/str.h"

typedef enum dgs_looks {
    DGS_LOOKS_PLAIN,  // no, or it cannot be read
    DGS_LOOKS_TURNED, // by Exif
    DGS_LOOKS_OTHER   // its colors are not sRGB's
} dgs_looks;

// False only when memory ends.
bool dgs_jpeg_looks(dgs_arena *arena, dgs_str bytes, dgs_looks *out, dgs_err *err);
bool dgs_png_looks(dgs_arena *arena, dgs_str bytes, dgs_looks *out, dgs_err *err);
#endif
