// Whom this copy is for: the client's name and visits, the notes, and the badge on a step to begin with.
#include <math.h>

#include "layout/block.h"

// Name, therapist and next visit in a row, as many as the width holds; in a narrow column one under the other.
bool dgs_client_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *client)
{
    const double between = ctx->look->len.client.between;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.leading -= ctx->look->len.client.tight;
    double right = region->right;
    for (const dgs_node *n = client->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(ctx, n->spans, n->nspans, &style, dgs_region_width(region), &lines))
            return false;
        for (size_t i = 0; i < lines.n; i++) {
            bool same_row = i == 0 && n != client->first && right + between + lines.widest <= region->right;
            double start = same_row ? right + between : region->left;
            if ((!same_row && !dgs_galley_atom(ctx, galley, 0, style.leading)) ||
                !dgs_galley_line(ctx, galley, n, &lines.lines[i], &style, (dgs_point){start, 0}))
                return false;
            dgs_galley_hold(galley, &lines.lines[i], &style);
            dgs_galley_last(galley)->keep = true;
            right = lines.n == 1 ? start + lines.widest : region->right;
        }
    }
    return true;
}

// Notes beside their title; under it where there is no room for both, or a page does not hold it.
bool dgs_notes_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                   const dgs_node *box)
{
    const dgs_node *title = box->first, *list = box->last;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.strong_color = scheme->heading;
    const double width = dgs_region_width(region), split = floor(width * ctx->look->share.notes);
    const dgs_region on_left = dgs_region_strip(region, split), on_right = dgs_region_strip(region, width - split);
    dgs_galley left = {0}, right = {0};
    if (!dgs_block_leaf(ctx, &on_left, &left, title, &style, 0) || !dgs_block_add(ctx, scheme, &on_right, &right, list))
        return false;
    double height = fmax(dgs_galley_height(&left, 0, left.natoms), dgs_galley_height(&right, 0, right.natoms));
    if (!dgs_width_holds(ctx, width, ctx->look->em.notes) || height > region->height)
        return dgs_block_leaf(ctx, region, inner, title, &style, 0) && dgs_block_add(ctx, scheme, region, inner, list);
    return dgs_galley_atom(ctx, inner, 0, height) && dgs_galley_absorb(ctx, inner, &left, 0, 0) &&
           dgs_galley_absorb(ctx, inner, &right, split, 0);
}

// "Start here", in a badge on the heading's last line, or under it where that is full.
bool dgs_badge_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                   const dgs_node *badge)
{
    const double pad = ctx->look->len.client.start_pad, gap = ctx->look->len.client.start_gap;
    const double edge = ctx->look->gap.start;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = scheme->face.strong;
    style.color = ctx->palette->badge.text;
    dgs_lines lines;
    if (!dgs_lines_break(ctx, badge->spans, badge->nspans, &style, dgs_region_width(region) - 2 * pad, &lines))
        return false;
    double width = lines.widest + 2 * pad, height = dgs_lines_tallest(&lines, &style) + 2 * edge;
    const dgs_atom *last = dgs_galley_last(galley);
    const dgs_box *line = last == NULL || last->nboxes == 0 ? NULL : &galley->boxes[galley->nboxes - 1];
    double right = line == NULL ? region->right : line->rect.x + line->rect.w + gap;
    bool beside = line != NULL && lines.n == 1 && right + width <= region->right && last->height >= height;
    for (size_t i = 0; i < lines.n; i++) {
        if (!beside && !dgs_galley_atom(ctx, galley, 0, height))
            return false;
        double left = beside ? right : region->left, top = (dgs_galley_last(galley)->height - height) / 2;
        dgs_rect rect = {left, top, lines.lines[i].width + 2 * pad, height};
        if (!dgs_ground_add(ctx, galley, &ctx->palette->badge, DGS_GROUND_BOX, rect, height / 2) ||
            !dgs_galley_line(ctx, galley, badge, &lines.lines[i], &style, (dgs_point){left + pad, top + edge}))
            return false;
        dgs_galley_last(galley)->keep = true;
    }
    return true;
}
