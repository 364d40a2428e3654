// PNG and SVG files -> pictures, under limits. Knows nothing of pages or PDF.
#ifndef DGS_IMAGE_IMAGE_H
#define DGS_IMAGE_IMAGE_H
#include "base/err.h"
#include "image/picture.h"

// What a picture may hold at most; beyond it is DGS_ERR_DATA.
enum {
    DGS_IMAGE_FILE_MAX = 32 * 1024 * 1024, // bytes of a PNG file
    DGS_IMAGE_SIDE_MAX = 20000,            // pixels a side
    DGS_IMAGE_PIXELS_MAX = 50 * 1000 * 1000,
    DGS_SVG_FILE_MAX = 2 * 1024 * 1024, // bytes of an SVG file
    DGS_SVG_DEPTH_MAX = 32,             // nested elements
    DGS_SVG_POINTS_MAX = 500000
};

// Reads PNG bytes. Anything that PNG allows is taken (1 to 16 bits, palette, grey, alpha, tRNS, interlaced, gamma is
// ignored); 8-bit non-interlaced grey, RGB and palette pictures without tRNS keep their compressed stream, after every
// row was decoded once to check it, unless libpng found a flaw in it. Other palette pictures become plain rows of
// indices, their transparency apart; an index beyond the palette is an error. `name` stands in error messages.
// Everything lives in the arena.
bool dgs_png_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err);

// Reads SVG text in the strict subset that assets/README.md describes. Entities, scripts, styles sheets, text,
// references and unknown elements or attributes are errors `name:line: ...`.
bool dgs_svg_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_art *out, dgs_err *err);

// Reads a picture file of either kind, told apart by its first bytes. `what` names its use in errors ("logo").
bool dgs_image_load(dgs_arena *arena, const char *what, const char *path, dgs_picture *out, dgs_err *err);

const char *dgs_image_library(void); // "libpng 1.6.39, expat 2.5.0"
#endif
