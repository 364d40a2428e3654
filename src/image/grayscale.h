// Pictures for printing with less: in gray, and as outlines. Knows nothing of files or pages.
#ifndef DGS_IMAGE_GRAYSCALE_H
#define DGS_IMAGE_GRAYSCALE_H
#include "base/arena.h"
#include "image/picture.h"

// All three make new pictures in the arena, which share what stays the same with the old ones, and are false only when
// memory ends. Grays are those of dgs_color_gray(): by luminance, so that neighbors keep their contrast.

// Colors of a role stay: they are the palette's.

bool dgs_art_gray(dgs_arena *arena, const dgs_art *art, dgs_art *out);

// Lines become thinner, fills nearly white. White lines between dark areas become dark ones between pale areas, and
// areas of the page's color are outlined in it, in art that has colors of its own; an icon, all of the page's color,
// keeps its fills.
bool dgs_art_outline(dgs_arena *arena, const dgs_art *art, dgs_art *out);

// Plain rows of RGB become rows of gray, and of a palette only the palette changes, however its rows are kept. Other
// rows of RGB have to be decoded before; gray ones stay.
bool dgs_raster_gray(dgs_arena *arena, const dgs_raster *raster, dgs_raster *out);
#endif
