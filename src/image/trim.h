// What of a raster can be seen on white paper: its bounds and whether it is nearly white. Knows nothing of files.
#ifndef DGS_IMAGE_TRIM_H
#define DGS_IMAGE_TRIM_H
#include "image/picture.h"

// Finds the bounds of what can be seen while rows pass by, so that a picture whose compressed stream is kept need not
// be kept as rows too. A row costs as much as its margin is wide.
typedef struct dgs_trim {
    uint32_t w;
    unsigned channels;
    bool margin[256];                  // the samples that a margin is made of
    uint32_t left, top, right, bottom; // of what was seen so far; right and bottom lie after it
} dgs_trim;

// Rows of color samples: white is what has at least 250 of 255 in each channel, so that the noise that JPEG leaves
// round things does not count. With a palette the rows are indices.
void dgs_trim_color(dgs_trim *trim, const dgs_raster *raster);
// Rows of alpha: up to 8 of 255 is taken for nothing.
void dgs_trim_alpha(dgs_trim *trim, uint32_t w);

void dgs_trim_row(dgs_trim *trim, const uint8_t *row, uint32_t y);
dgs_window dgs_trim_end(const dgs_trim *trim); // w 0: nothing was seen

// Sets raster->visible of a raster of plain rows: by its alpha where it has one, else by its colors.
void dgs_trim_find(dgs_raster *raster);

// Cuts the margin off: from the rows themselves where they are plain, else `shown` tells what is left. What has nothing
// that can be seen stays whole.
void dgs_trim_apply(dgs_raster *raster);

// Whether a raster with an alpha is made for dark grounds: 95 % of its ink (alpha counts) has a contrast of less than
// 1.5:1 on white (WCAG 2.1, "contrast ratio"). What is opaque brings its own ground and never is.
bool dgs_trim_pale(const dgs_raster *raster);
// The same of one color.
bool dgs_color_pale(dgs_color color);
#endif
