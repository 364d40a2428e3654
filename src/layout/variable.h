// Variable blocks: what is variable is composed apart, so that the template around it can be kept for the next
// practice.
#ifndef DGS_LAYOUT_VARIABLE_H
#define DGS_LAYOUT_VARIABLE_H
#include "layout/galley.h"

typedef struct dgs_variable_block {
    const dgs_node *node; // MASTHEAD, IMPRINT, or a BOX
    dgs_region region;    // that it is composed for
    dgs_galley galley;
    double number_y; // of an IMPRINT's
} dgs_variable_block;

typedef struct dgs_template {
    dgs_variable_block *blocks;
    size_t n, cap;
    double air;                 // that it was made with (dgs_look_measure)
    struct dgs_template *other; // of a layout that was made to choose among, and so on; or NULL
} dgs_template;

// Composes a variable node and adds its atoms to the galley, each as a box of kind VARIABLE: where that comes to stand,
// the atom's own boxes will (dgs_variable_blocks_expand). What the template does with these boxes cannot depend on what
// is in them. Returns the block; NULL when it fails, and err is set.
const dgs_variable_block *dgs_variable_block_add(const dgs_context *ctx, const dgs_scheme *scheme,
                                                 const dgs_region *region, dgs_galley *galley, const dgs_node *node);
// The boxes of a page with the blocks' in place of them.
bool dgs_variable_blocks_expand(const dgs_context *ctx, const dgs_box *boxes, size_t n, dgs_page *out);
#endif
