// The therapist's greeting: a paragraph, and the name under it.
#include "layout/block.h"

static bool words_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                      const dgs_node *welcome)
{
    const dgs_style style = dgs_style_body(ctx, scheme);
    for (const dgs_node *n = welcome->first; n != NULL; n = n->next)
        if (!dgs_block_leaf(ctx, region, galley, n, &style, n == welcome->first ? 0 : ctx->look->gap.signature))
            return false;
    return true;
}

// One piece that no page end cuts, so that the name stays with the words; line by line only where a page is too low.
bool dgs_welcome_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                     const dgs_node *welcome)
{
    dgs_galley whole = {0};
    if (!words_add(ctx, scheme, region, &whole, welcome))
        return false;
    double height = dgs_galley_height(&whole, 0, whole.natoms);
    if (height > region->height)
        return words_add(ctx, scheme, region, galley, welcome);
    return dgs_galley_atom(ctx, galley, 0, height) && dgs_galley_absorb(ctx, galley, &whole, 0, 0);
}
