// Pictures as plain data: vector art and checked pixels. What PNG and SVG become; nothing here reads a file.
#ifndef DGS_IMAGE_PICTURE_H
#define DGS_IMAGE_PICTURE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/geometry.h"
#include "base/str.h"

// ---- vector art: paths in view-box units, y down, every transform already applied ----

typedef enum dgs_paint_kind {
    DGS_PAINT_NONE,
    DGS_PAINT_COLOR,
    DGS_PAINT_CURRENT // the colour that the page gives to the art (SVG: currentColor)
} dgs_paint_kind;

typedef struct dgs_paint {
    dgs_paint_kind kind;
    dgs_color color;
} dgs_paint;

typedef enum dgs_path_op {
    DGS_PATH_MOVE,  // 1 point
    DGS_PATH_LINE,  // 1 point
    DGS_PATH_CURVE, // 3 points: cubic Bezier
    DGS_PATH_CLOSE  // no point
} dgs_path_op;

enum { DGS_DASH_MAX = 8 };

typedef struct dgs_path {
    const char *id; // the element's id, or NULL
    dgs_paint fill, stroke;
    bool even_odd;
    float stroke_width; // view-box units
    float miter_limit;
    uint8_t cap, join; // PDF numbers: 0 butt/miter, 1 round, 2 square/bevel (ISO 32000-1, 8.4.3.3-4)
    uint8_t ndash;
    float dash[DGS_DASH_MAX];
    const uint8_t *ops; // dgs_path_op
    size_t nops;
    const float *points; // x, y pairs as the ops need them
} dgs_path;

typedef struct dgs_anchor { // a named point: an element with r="0" whose id is at-NAME
    const char *name;       // NAME, without "at-"
    float x, y;
} dgs_anchor;

typedef struct dgs_art {
    float x, y, w, h; // the view box
    const dgs_path *paths;
    size_t npaths;
    const dgs_anchor *anchors;
    size_t nanchors;
    dgs_str stream; // of built-in art: what the pdf room wrote and compressed of it at build time; else empty
} dgs_art;

// Whether any of it takes the colour that the page gives.
bool dgs_art_takes_current(const dgs_art *art);

// ---- pixels ----

typedef struct dgs_raster {
    uint32_t w, h;
    uint8_t channels;    // 1 grey, 3 RGB; 1 with a palette
    dgs_str palette;     // RGB triples, or empty
    double dpi_x, dpi_y; // 0 = not said
    // The colour samples, 8 bits each: either the PNG's own IDAT stream (zlib, PNG row filters; it was inflated once
    // and checked), or plain rows of w * channels bytes.
    bool deflated;
    dgs_str samples;
    dgs_str alpha; // plain rows of w bytes, or empty: opaque
} dgs_raster;

typedef enum dgs_picture_kind { DGS_PICTURE_ART, DGS_PICTURE_RASTER } dgs_picture_kind;

typedef struct dgs_picture {
    dgs_picture_kind kind;
    const dgs_art *art;
    const dgs_raster *raster;
} dgs_picture;

// Width divided by height.
double dgs_picture_aspect(const dgs_picture *picture);
#endif
