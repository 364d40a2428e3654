// WebP files. Knows nothing of other kinds.
#ifndef DGS_IMAGE_WEBP_H
#define DGS_IMAGE_WEBP_H
#include "base/err.h"
#include "image/picture.h"

// Reads WebP bytes, lossy or lossless, into plain rows of RGB, and alpha where not all is opaque. What the file says of
// how to turn it (Exif) and of its colors (ICC) is followed. One that moves is refused.
bool dgs_webp_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err);
#endif
