// The therapist's greeting: a paragraph, and the name under it.
#include "layout/inner.h"

static bool words_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *welcome, double x)
{
    const double above_name = dgs_scaled(lay, 2); // less than between paragraphs: the name belongs to the words
    dgs_style style = dgs_style_body(lay);
    for (const dgs_node *n = welcome->first; n != NULL; n = n->next)
        if (!dgs_block_leaf(lay, galley, n, &style, x, n == welcome->first ? 0 : above_name))
            return false;
    return true;
}

// One piece that no page end cuts, so that the name stays with the words; line by line only where a page is too low.
bool dgs_welcome_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *welcome, double x)
{
    dgs_galley whole = {.width = galley->width};
    if (!words_add(lay, &whole, welcome, x))
        return false;
    double height = dgs_galley_height(&whole, 0, whole.natoms);
    if (height > dgs_page_height(lay))
        return words_add(lay, galley, welcome, x);
    return dgs_galley_atom(lay, galley, 0, height) && dgs_galley_absorb(lay, galley, &whole, 0, 0);
}
