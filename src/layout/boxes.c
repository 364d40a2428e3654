// Set-off boxes: key points, notes, the emergency signs, the booking call.
#include <math.h>

#include "layout/care.h"

static const dgs_ground *ground_of(const dgs_context *ctx, dgs_box_role role)
{
    return role == DGS_BOX_BOOK ? &ctx->palette->field : &ctx->palette->tint;
}

// A list in two columns, which keeps its lines short enough to read.
bool dgs_box_list_in_two(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                         const dgs_node *list)
{
    const double gutter = ctx->look->gap.box.gutter;
    const dgs_columns two = {2, (dgs_region_width(region) - gutter) / 2, gutter};
    const dgs_region half = dgs_region_strip(region, two.width);
    dgs_galley column = {0};
    if (!dgs_block_add(ctx, scheme, &half, &column, list))
        return false;
    if (!dgs_galley_levels(ctx, &column, region, 2))
        return dgs_block_add(ctx, scheme, region, inner, list);
    return dgs_galley_columns(ctx, inner, &column, &two, (dgs_point){0, ctx->look->gap.box.columns});
}

// How many paragraphs the box of key points holds, where it holds nothing else.
static size_t key_points(const dgs_node *box)
{
    size_t n = 0;
    for (const dgs_node *para = box->first; para != NULL; para = para->next, n++)
        if (box->box != DGS_BOX_KEY || para->kind != DGS_NODE_PARA)
            return 0;
    return n;
}

// Key points side by side, which keeps their lines short and the box low.
static bool points_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                       const dgs_node *box, double column)
{
    const double gutter = ctx->look->gap.box.gutter;
    const dgs_region strip = dgs_region_strip(region, column);
    double x = 0, tallest = 0;
    if (!dgs_galley_atom(ctx, inner, 0, 0))
        return false;
    for (const dgs_node *n = box->first; n != NULL; n = n->next, x += column + gutter) {
        dgs_galley one = {0};
        const dgs_style style = dgs_style_body(ctx, scheme);
        if (!dgs_block_leaf(ctx, &strip, &one, n, &style, 0) || !dgs_galley_absorb(ctx, inner, &one, x, 0))
            return false;
        tallest = fmax(tallest, dgs_galley_height(&one, 0, one.natoms));
    }
    dgs_galley_last(inner)->height = tallest;
    return true;
}

static bool contents_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                         const dgs_node *box)
{
    const double points = (double)key_points(box);
    const double column = (dgs_region_width(region) - ctx->look->gap.box.gutter * (points - 1)) / fmax(points, 1);
    if (points > 1 && dgs_width_holds(ctx, column, ctx->look->em.key))
        return points_add(ctx, scheme, region, inner, box, column);
    for (const dgs_node *n = box->first; n != NULL; n = n->next) {
        bool two = n->kind == DGS_NODE_LIST && dgs_width_holds(ctx, region->right, ctx->look->em.list);
        if (!(two ? dgs_box_list_in_two : dgs_block_add)(ctx, scheme, region, inner, n))
            return false;
    }
    return true;
}

// A box that no page can hold: its ground is cut with its atoms.
static bool sliced(const dgs_context *ctx, const dgs_region *region, dgs_galley *galley, const dgs_galley *inner,
                   const dgs_ground *ground, double inset)
{
    const double x = region->left, pad = ctx->look->gap.box.pad;
    for (size_t i = 0; i < inner->natoms; i++) {
        double spare = region->height - inner->atoms[i].height;
        double above = fmin(spare, i == 0 ? pad : inner->atoms[i].before);
        double below = fmin(spare - above, i + 1 == inner->natoms ? pad : 0);
        dgs_galley one = *inner;
        one.atoms += i;
        one.natoms = 1;
        double height = above + inner->atoms[i].height + below;
        if (!dgs_galley_atom(ctx, galley, 0, height) ||
            !dgs_ground_add(ctx, galley, ground, DGS_GROUND_SLICE, (dgs_rect){x, 0, dgs_region_width(region), height},
                            0) ||
            !dgs_galley_absorb(ctx, galley, &one, x + inset, above))
            return false;
        dgs_galley_last(galley)->keep = inner->atoms[i].keep;
    }
    return true;
}

bool dgs_box_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                 const dgs_node *box)
{
    (void)scheme; // a box has a ground of its own, and so colors of its own
    if (dgs_care_is(box->box))
        return dgs_care_add(ctx, region, galley, box);
    const dgs_spaces *gap = &ctx->look->gap;
    const dgs_constants *constant = &ctx->look->constant;
    const dgs_ground *ground = ground_of(ctx, box->box);
    bool card = dgs_node_find(box, DGS_NODE_QR) != NULL;
    const double side = constant->box.side;
    const double pad = region->strip ? constant->card.strip : card ? constant->card.round : gap->box.pad;
    const dgs_region inside =
        dgs_region_strip(region, dgs_region_width(region) - side - (card ? constant->card.round : side));
    const dgs_scheme own = dgs_scheme_box(ctx->palette, box->box);
    dgs_galley inner = {0};
    bool ok = box->box == DGS_BOX_BOOK    ? dgs_booking_add(ctx, &own, &inside, &inner, box)
              : box->box == DGS_BOX_NOTES ? dgs_notes_add(ctx, &own, &inside, &inner, box)
                                          : contents_add(ctx, &own, &inside, &inner, box);
    if (!ok)
        return false;
    double height = dgs_galley_height(&inner, 0, inner.natoms) + 2 * pad, above = dgs_galley_kept(galley);
    if (height + above + (above > 0 ? gap->box.apart : 0) > region->height)
        return sliced(ctx, region, galley, &inner, ground, side);
    const dgs_rect rect = {region->left, 0, dgs_region_width(region), height};
    return dgs_galley_atom(ctx, galley, 0, height) &&
           dgs_ground_add(ctx, galley, ground, DGS_GROUND_BOX, rect, ctx->look->constant.corner.box) &&
           dgs_galley_absorb(ctx, galley, &inner, region->left + side, pad);
}
