// Whom this copy is for: the client's name and visits, the notes, and the mark on a step to begin with.
#include <math.h>

#include "layout/inner.h"

// Name, therapist and next visit in a row, as many as the width holds; in a narrow column one under the other.
bool dgs_client_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *client, double x)
{
    const double between = dgs_scaled(lay, 24);
    dgs_style style = dgs_style_body(lay);
    style.leading -= dgs_scaled(lay, 1);
    double right = galley->width;
    for (const dgs_node *n = client->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(lay, n->spans, n->nspans, &style, galley->width - x, &lines))
            return false;
        for (size_t i = 0; i < lines.n; i++) {
            bool same_row = i == 0 && n != client->first && right + between + lines.widest <= galley->width;
            double start = same_row ? right + between : x;
            if ((!same_row && !dgs_galley_atom(lay, galley, 0, style.leading)) ||
                !dgs_galley_line(lay, galley, n, &lines.lines[i], &style, start, 0))
                return false;
            dgs_galley_last(galley)->keep = true;
            right = lines.n == 1 ? start + lines.widest : galley->width;
        }
    }
    return true;
}

// Notes beside their title; under it where there is no room for both, or a page does not hold it.
bool dgs_notes_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *box)
{
    const double beside_from = 34; // em
    const dgs_node *title = box->first, *list = box->last;
    dgs_style style = dgs_style_body(lay);
    style.strong_color = lay->tone.heading;
    dgs_galley left = {.width = floor(inner->width * 0.22)}, right = {.width = inner->width - left.width};
    if (!dgs_block_leaf(lay, &left, title, &style, 0, 0) || !dgs_block_add(lay, &right, list, 0))
        return false;
    double height = fmax(dgs_galley_height(&left, 0, left.natoms), dgs_galley_height(&right, 0, right.natoms));
    if (!dgs_width_holds(lay, inner->width, beside_from) || height > dgs_page_height(lay))
        return dgs_block_leaf(lay, inner, title, &style, 0, 0) && dgs_block_add(lay, inner, list, 0);
    return dgs_galley_atom(lay, inner, 0, height) && dgs_galley_absorb(lay, inner, &left, 0, 0) &&
           dgs_galley_absorb(lay, inner, &right, left.width, 0);
}

// "Start here", in a badge on the heading's last line, or under it where that is full.
bool dgs_mark_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *mark, double x)
{
    const double pad = dgs_scaled(lay, 5), gap = dgs_scaled(lay, 6), edge = 1;
    dgs_style style = dgs_style_body(lay);
    style.face = lay->weights.strong;
    style.color = lay->palette->badge.text;
    dgs_lines lines;
    if (!dgs_lines_break(lay, mark->spans, mark->nspans, &style, galley->width - x - 2 * pad, &lines))
        return false;
    double width = lines.widest + 2 * pad, height = style.leading + 2 * edge;
    const dgs_atom *last = dgs_galley_last(galley);
    const dgs_box *line = last == NULL || last->nboxes == 0 ? NULL : &galley->boxes[galley->nboxes - 1];
    double right = line == NULL ? galley->width : line->rect.x + line->rect.w + gap;
    bool beside = line != NULL && lines.n == 1 && right + width <= galley->width && last->height >= height;
    for (size_t i = 0; i < lines.n; i++) {
        if (!beside && !dgs_galley_atom(lay, galley, 0, height))
            return false;
        double left = beside ? right : x, top = (dgs_galley_last(galley)->height - height) / 2;
        dgs_rect rect = {left, top, lines.lines[i].width + 2 * pad, height};
        if (!dgs_ground_add(lay, galley, &lay->palette->badge, DGS_GROUND_BOX, rect, height / 2) ||
            !dgs_galley_line(lay, galley, mark, &lines.lines[i], &style, left + pad, top + edge))
            return false;
        dgs_galley_last(galley)->keep = true;
    }
    return true;
}
