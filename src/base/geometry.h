// Points, rectangles and colors. Lengths are PostScript points (1/72 in); x runs right and y DOWN from the top left
// corner of the page; only the pdf room turns y round.
#ifndef DGS_BASE_GEOMETRY_H
#define DGS_BASE_GEOMETRY_H
#include <stdint.h>

#define DGS_MM(mm) (72.0 * (mm) / 25.4)
#define DGS_INCH(in) (72.0 * (in))

typedef struct dgs_point {
    double x, y;
} dgs_point;

typedef struct dgs_rect {
    double x, y, w, h;
} dgs_rect;

typedef struct dgs_color {
    uint8_t r, g, b; // sRGB
    uint8_t role;    // dgs_role: which of the palette's colors it is; 0 = one of its own, the same in every palette
} dgs_color;
#endif
