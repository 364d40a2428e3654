// Slots: what is live is composed apart, so that the frame round it can be kept for the next practice.
#ifndef DGS_LAYOUT_SLOT_H
#define DGS_LAYOUT_SLOT_H
#include "layout/galley.h"

typedef struct dgs_slot {
    const dgs_node *node;  // MASTHEAD, IMPRINT, or a BOX
    dgs_lay_region region; // that it is composed for
    dgs_galley galley;
    double number_y; // of an IMPRINT's
} dgs_slot;

typedef struct dgs_frame {
    dgs_slot *slots;
    size_t n, cap;
} dgs_frame;

// Composes a live node and adds its atoms to the galley, each as a box of kind SLOT: where that comes to stand, the
// atom's own boxes will (dgs_slots_expand). What the frame does with these boxes cannot depend on what is in them.
// Returns the slot; NULL when it fails, and err is set.
const dgs_slot *dgs_slot_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region,
                             dgs_galley *galley, const dgs_node *node);
// The boxes of a page with the slots' in place of them.
bool dgs_slots_expand(const dgs_lay *lay, const dgs_box *boxes, size_t n, dgs_page *out);
#endif
