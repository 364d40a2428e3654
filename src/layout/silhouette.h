// The outline of vector art, row by row: where labels may stand beside it. View-box units.
#ifndef DGS_LAYOUT_SILHOUETTE_H
#define DGS_LAYOUT_SILHOUETTE_H
#include "image/picture.h"

enum { DGS_SILHOUETTE_ROWS = 96 };

typedef struct dgs_silhouette {
    double y, h;
    double left[DGS_SILHOUETTE_ROWS], right[DGS_SILHOUETTE_ROWS]; // of what is painted; +-infinity in an empty row
} dgs_silhouette;

void dgs_silhouette_of(const dgs_art *art, dgs_silhouette *out);

// The extent between two heights; +-infinity where nothing is painted.
void dgs_silhouette_extent(const dgs_silhouette *s, double from, double to, double *left, double *right);
#endif
