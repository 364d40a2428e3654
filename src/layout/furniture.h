// Masthead and foot: who gives the handout out, on every page.
#ifndef DGS_LAYOUT_FURNITURE_H
#define DGS_LAYOUT_FURNITURE_H
#include "layout/galley.h"

// Both are made once: the first page's masthead and the last page's foot carry nodes, elsewhere they are furniture.
// Each becomes one atom in an empty galley; the page number stands *number_y below the top of the foot.
bool dgs_masthead_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out);
bool dgs_foot_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                   double *number_y);

// The size of the logo with its tile; nothing without a logo.
dgs_rect dgs_logo_rect(const dgs_context *ctx, const dgs_region *region, const dgs_node *logo);
// Adds it to the last atom, at the left edge and in the middle of `height`.
bool dgs_logo_add(const dgs_context *ctx, const dgs_region *region, dgs_galley *out, const dgs_node *logo,
                  double height);
#endif
