// Pictures as plain data: vector art and checked pixels. What PNG, JPEG, WebP and SVG become; nothing here reads a
// file.
#ifndef DGS_IMAGE_PICTURE_H
#define DGS_IMAGE_PICTURE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/geometry.h"
#include "base/str.h"

// Vector art: paths in view-box units, y down, every transform already applied.

typedef enum dgs_paint_kind {
    DGS_PAINT_NONE,
    DGS_PAINT_COLOR,
    DGS_PAINT_CURRENT // the color that the page gives to the art (SVG: currentColor)
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

// How many points the operators of a path need.
size_t dgs_path_points(const dgs_path *path);

typedef struct dgs_anchor { // a named point: an element with r="0" whose id is at-NAME
    const char *name;       // NAME, without "at-"
    float x, y;
    bool alert; // the element has a stroke: what the point shows is the one thing to look out for
} dgs_anchor;

enum { DGS_SILHOUETTE_ROWS = 96 };

// How far art with anchors reaches to both sides, in rows of one height from the top of its view box to the bottom:
// what the layout room needs to set labels next to it.
typedef struct dgs_silhouette {
    float y, h;                                                  // of the view box
    float left[DGS_SILHOUETTE_ROWS], right[DGS_SILHOUETTE_ROWS]; // infinity and -infinity in a row without paint
} dgs_silhouette;

typedef struct dgs_art {
    float x, y, w, h; // the view box
    const dgs_path *paths;
    size_t npaths;
    const dgs_anchor *anchors;
    size_t nanchors;
    dgs_str stream; // of built-in art: what the pdf room wrote and compressed of it at build time; else empty
    const dgs_silhouette *silhouette; // of built-in art with anchors: made at build time; else NULL
    bool whole; // all points are whole numbers of the view box, and so is its size: they are written as such
} dgs_art;

// Whether any of it takes the color that the page gives, or has the color of a role.
bool dgs_art_takes_current(const dgs_art *art);
bool dgs_art_takes_roles(const dgs_art *art);

typedef enum dgs_encoding { // of color samples, 8 bits each
    DGS_PIXELS_PLAIN,       // rows of w * channels bytes
    DGS_PIXELS_DEFLATE,     // a PNG's own IDAT stream (zlib, PNG row filters), inflated once and checked
    DGS_PIXELS_JPEG         // a JPEG file of gray or RGB, decoded once and checked, without what says who took it where
} dgs_encoding;

typedef struct dgs_window { // some of a raster's pixels, as they are kept: x, y from the first row's first pixel
    uint32_t x, y, w, h;
} dgs_window;

typedef struct dgs_raster {
    uint32_t w, h;
    uint8_t channels; // 1 gray, 3 RGB; 1 with a palette
    uint8_t
        orientation; // 2 to 8: how to turn what is kept to look at it (Exif 2.3, 4.6.4 A, Orientation); else as it is
    dgs_str palette; // RGB triples, or empty
    double dpi_x, dpi_y; // 0 = not said
    dgs_encoding encoding;
    dgs_str samples;
    dgs_str alpha;      // plain rows of w bytes, or empty: opaque
    dgs_window visible; // all but the transparent or white margin; w 0: nothing can be seen on white paper
    dgs_window shown;   // what is to be painted; w 0: all of it
    const char *remark; // as a picture's, or NULL
} dgs_raster;

typedef enum dgs_picture_kind { DGS_PICTURE_ART, DGS_PICTURE_RASTER } dgs_picture_kind;

typedef struct dgs_picture {
    dgs_picture_kind kind;
    const dgs_art *art;
    const dgs_raster *raster;
    // What may look different from what its maker saw, and what to do: each goes after the file's name and ": ".
    const char *const *remarks;
    size_t nremarks;
    bool pale;              // of a logo: made for dark grounds
    unsigned long long key; // of one from dgs_logos: never that of another picture; 0 = not from there
} dgs_picture;

// Fails with DGS_ERR_DATA where a picture says that it has more pixels than DGS_IMAGE_SIDE_MAX and _PIXELS_MAX allow.
bool dgs_raster_check_size(const char *name, uint32_t w, uint32_t h, dgs_err *err);

// The pixels that are shown, across and down, as one looks at them: turned and without what is cut off.
void dgs_raster_size(const dgs_raster *raster, uint32_t *across, uint32_t *down);

// How fine it prints when what is shown of it is `width` points wide: pixels an inch.
double dgs_raster_dpi(const dgs_raster *raster, double width);

// Width to height, of what is shown.
double dgs_picture_aspect(const dgs_picture *picture);
#endif
