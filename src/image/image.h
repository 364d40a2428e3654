// PNG, JPEG, WebP and SVG files -> pictures, under limits. Knows nothing of pages or PDF.
#ifndef DGS_IMAGE_IMAGE_H
#define DGS_IMAGE_IMAGE_H
#include "base/err.h"
#include "base/files.h"
#include "base/limits.h"
#include "image/picture.h"

// Reads PNG bytes. Anything that PNG allows is taken (1 to 16 bits, palette, gray, alpha, tRNS, interlaced); 8-bit
// non-interlaced gray, RGB and palette pictures without tRNS keep their compressed stream, after every row was decoded
// once to check it, unless libpng found a flaw in it. Other palette pictures become plain rows of indices, their
// transparency apart; an index beyond the palette is an error. Where a profile, or gamma and chromaticities, say that
// colors are others than sRGB's (image/icc.h), they become sRGB; how to turn it is followed (eXIf). `name` is in
// error messages. Everything lives in the arena.
bool dgs_png_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err);

// Reads JPEG bytes (ITU-T T.81, T.871), baseline or progressive. Gray, RGB and YCbCr keep their compressed stream,
// after all of it was decoded once to check it; what the file says next to its pixels (Exif with place and camera,
// thumbnails, comments, whatever is after its end) is dropped, only how to turn it, its density and its profile
// are followed: where that says other colors than sRGB's, the picture becomes plain rows of sRGB. CMYK without one and
// YCCK become plain rows of RGB: R = (1 - C)(1 - K), G and B alike, with C, M, Y, K the inks from 0 to 1, which a file
// with an Adobe segment tells from 1 down to 0. 12-bit, arithmetic, lossless and hierarchical files are refused, as is
// anything libjpeg only warns of. Else as above.
bool dgs_jpeg_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err);

// The pixels of a JPEG raster of RGB, which dgs_jpeg_parse() found sound, as plain rows; all else stays.
bool dgs_jpeg_decode(dgs_arena *arena, const dgs_raster *raster, dgs_raster *out, dgs_err *err);

// Reads SVG text in the strict subset that assets/README.md describes. Entities, scripts, styles sheets, text,
// references and unknown elements or attributes are errors `name:line: ...`.
// What editors leave behind without painting it (metadata, their own elements and attributes, unused definitions) is
// ignored.
bool dgs_svg_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_art *out, dgs_err *err);

// The same; on failure *beyond tells whether the drawing only asks for more than our subset has, so that another
// program may be able to draw it, once it is made plain (image/svg_plain.h): it may have a DOCTYPE with entities.
bool dgs_svg_try(dgs_arena *arena, const char *name, dgs_str bytes, dgs_art *out, bool *beyond, dgs_err *err);

typedef struct dgs_image_source {
    const dgs_files *files;  // where it is; NULL = nowhere
    const char *what, *path; // `what` names its use in errors ("logo")
} dgs_image_source;

// Reads a picture file of any kind, told apart by its first bytes.
bool dgs_image_load(dgs_arena *arena, const dgs_image_source *from, dgs_picture *out, dgs_err *err);

// The same; where it fails for an SVG drawing that goes beyond our subset (dgs_svg_try), *beyond becomes its bytes.
bool dgs_image_try(dgs_arena *arena, const dgs_image_source *from, dgs_picture *out, dgs_str *beyond, dgs_err *err);

const char *dgs_image_library(void); // "libpng 1.6.39, libjpeg-turbo 2.1.5, ..."
#endif
