// The outline of vector art, row by row: where labels may be next to it. View-box units. Knows nothing of labels.
#ifndef DGS_LAYOUT_SILHOUETTE_H
#define DGS_LAYOUT_SILHOUETTE_H
#include "base/arena.h"
#include "image/picture.h"

// Made from the art's paths.
void dgs_silhouette_make(const dgs_art *art, dgs_silhouette *out);

// The one that was made at build time; for art without one it is made in the arena. NULL when memory ends.
const dgs_silhouette *dgs_silhouette_of(const dgs_art *art, dgs_arena *arena);

// The extent between two heights; infinity and -infinity where nothing is painted.
void dgs_silhouette_extent(const dgs_silhouette *s, double from, double to, double *left, double *right);
#endif
