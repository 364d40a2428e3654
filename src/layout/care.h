// Care cards, which say how soon to get help.
#ifndef DGS_LAYOUT_CARE_H
#define DGS_LAYOUT_CARE_H
#include "layout/block.h"

bool dgs_care_is(dgs_box_role role);
// Adds the card as one atom; where a page cannot hold it, its words without a frame.
bool dgs_care_add(const dgs_context *ctx, const dgs_region *region, dgs_galley *galley, const dgs_node *box);
#endif
