// Whom this copy is for: the client's name and visits, the notes, and the mark on a step to begin with.
#include <math.h>

#include "layout/block.h"

// Name, therapist and next visit in a row, as many as the width holds; in a narrow column one under the other.
bool dgs_client_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                    const dgs_node *client)
{
    const double between = lay->look->len.client.between;
    dgs_style style = dgs_style_body(lay, scheme);
    style.leading -= lay->look->len.client.tight;
    double right = region->right;
    for (const dgs_node *n = client->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(lay, n->spans, n->nspans, &style, dgs_lay_width(region), &lines))
            return false;
        for (size_t i = 0; i < lines.n; i++) {
            bool same_row = i == 0 && n != client->first && right + between + lines.widest <= region->right;
            double start = same_row ? right + between : region->left;
            if ((!same_row && !dgs_galley_atom(lay, galley, 0, style.leading)) ||
                !dgs_galley_line(lay, galley, n, &lines.lines[i], &style, (dgs_point){start, 0}))
                return false;
            dgs_galley_last(galley)->keep = true;
            right = lines.n == 1 ? start + lines.widest : region->right;
        }
    }
    return true;
}

// Notes beside their title; under it where there is no room for both, or a page does not hold it.
bool dgs_notes_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *inner,
                   const dgs_node *box)
{
    const dgs_node *title = box->first, *list = box->last;
    dgs_style style = dgs_style_body(lay, scheme);
    style.strong_color = scheme->heading;
    const double width = dgs_lay_width(region), split = floor(width * lay->look->share.notes);
    const dgs_lay_region on_left = dgs_lay_strip(region, split), on_right = dgs_lay_strip(region, width - split);
    dgs_galley left = {0}, right = {0};
    if (!dgs_block_leaf(lay, &on_left, &left, title, &style, 0) || !dgs_block_add(lay, scheme, &on_right, &right, list))
        return false;
    double height = fmax(dgs_galley_height(&left, 0, left.natoms), dgs_galley_height(&right, 0, right.natoms));
    if (!dgs_width_holds(lay, width, lay->look->em.notes) || height > region->height)
        return dgs_block_leaf(lay, region, inner, title, &style, 0) && dgs_block_add(lay, scheme, region, inner, list);
    return dgs_galley_atom(lay, inner, 0, height) && dgs_galley_absorb(lay, inner, &left, 0, 0) &&
           dgs_galley_absorb(lay, inner, &right, split, 0);
}

// "Start here", in a badge on the heading's last line, or under it where that is full.
bool dgs_mark_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                  const dgs_node *mark)
{
    const double pad = lay->look->len.client.start_pad, gap = lay->look->len.client.start_gap;
    const double edge = lay->look->gap.start;
    dgs_style style = dgs_style_body(lay, scheme);
    style.face = scheme->face.strong;
    style.color = lay->palette->badge.text;
    dgs_lines lines;
    if (!dgs_lines_break(lay, mark->spans, mark->nspans, &style, dgs_lay_width(region) - 2 * pad, &lines))
        return false;
    double width = lines.widest + 2 * pad, height = style.leading + 2 * edge;
    const dgs_atom *last = dgs_galley_last(galley);
    const dgs_box *line = last == NULL || last->nboxes == 0 ? NULL : &galley->boxes[galley->nboxes - 1];
    double right = line == NULL ? region->right : line->rect.x + line->rect.w + gap;
    bool beside = line != NULL && lines.n == 1 && right + width <= region->right && last->height >= height;
    for (size_t i = 0; i < lines.n; i++) {
        if (!beside && !dgs_galley_atom(lay, galley, 0, height))
            return false;
        double left = beside ? right : region->left, top = (dgs_galley_last(galley)->height - height) / 2;
        dgs_rect rect = {left, top, lines.lines[i].width + 2 * pad, height};
        if (!dgs_ground_add(lay, galley, &lay->palette->badge, DGS_GROUND_BOX, rect, height / 2) ||
            !dgs_galley_line(lay, galley, mark, &lines.lines[i], &style, (dgs_point){left + pad, top + edge}))
            return false;
        dgs_galley_last(galley)->keep = true;
    }
    return true;
}
