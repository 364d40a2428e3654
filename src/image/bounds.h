// What of vector art can be seen on white paper. Knows nothing of files or pages.
#ifndef DGS_IMAGE_BOUNDS_H
#define DGS_IMAGE_BOUNDS_H
#include "image/picture.h"

// Whether every color in it has a contrast of less than 1.5:1 on white; what takes the page's color never is.
bool dgs_bounds_pale(const dgs_art *art);

// Makes the view box as small as what is painted allows, line widths and mitres included. Paths in white alone do not
// count, unless there are no others.
void dgs_bounds_apply(dgs_art *art);
#endif
