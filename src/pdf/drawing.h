// Vector art -> the operators of a form XObject. Knows nothing of objects or pages; the build tool bake.c uses it too,
// so that built-in art is written and compressed once.
#ifndef DGS_PDF_DRAWING_H
#define DGS_PDF_DRAWING_H
#include "image/picture.h"

typedef struct dgs_extent {
    double w, h;
} dgs_extent;

// What the form of some art takes in its own units, from (0, 0).
dgs_extent dgs_drawing_extent(const dgs_art *art);

// Appends the operators. What takes the current color gets the one that is set where the form is painted, to fill and
// to stroke. Colors of a role are set by it, in the form's color space A (dgs_canvas_add_art_space).
// `small` takes longer and fewer bytes.
void dgs_drawing_write(const dgs_art *art, bool small, dgs_buf *out);
#endif
