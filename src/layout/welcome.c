// The therapist's greeting: a paragraph, and the name under it.
#include "layout/block.h"

static bool words_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                      const dgs_node *welcome)
{
    const dgs_style style = dgs_style_body(lay, scheme);
    for (const dgs_node *n = welcome->first; n != NULL; n = n->next)
        if (!dgs_block_leaf(lay, region, galley, n, &style, n == welcome->first ? 0 : lay->look->gap.signature))
            return false;
    return true;
}

// One piece that no page end cuts, so that the name stays with the words; line by line only where a page is too low.
bool dgs_welcome_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                     const dgs_node *welcome)
{
    dgs_galley whole = {0};
    if (!words_add(lay, scheme, region, &whole, welcome))
        return false;
    double height = dgs_galley_height(&whole, 0, whole.natoms);
    if (height > region->height)
        return words_add(lay, scheme, region, galley, welcome);
    return dgs_galley_atom(lay, galley, 0, height) && dgs_galley_absorb(lay, galley, &whole, 0, 0);
}
