// Set-off boxes: key points, notes, the emergency signs, the booking call.
#include <math.h>

#include "layout/block.h"

typedef struct box_style {
    const dgs_ground *ground;
    bool bar; // of the alert colour at the left
} box_style;

static box_style box_style_of(const dgs_context *ctx, dgs_box_role role)
{
    if (role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT)
        return (box_style){&ctx->palette->alert_tile, ctx->palette->alert_tile.filled};
    if (role == DGS_BOX_BOOK)
        return (box_style){&ctx->palette->field, false};
    return (box_style){&ctx->palette->tile, false};
}

// The heading with the box's icon before it.
static bool heading_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                        const dgs_node *heading)
{
    const dgs_picture *picture = heading->parent->picture;
    bool has_icon = picture != NULL && picture->kind == DGS_PICTURE_ART;
    double icon = ctx->look->len.box_icon;
    const dgs_region beside = dgs_region_from(region, has_icon ? icon + ctx->look->constant.box.icon : 0);
    size_t from = inner->natoms;
    if (!dgs_block_add(ctx, scheme, &beside, inner, heading))
        return false;
    if (!has_icon || inner->natoms == from)
        return true;
    double up = dgs_galley_height(inner, from, inner->natoms - 1); // beside the first line, drawn with the last
    dgs_box art = {.kind = DGS_BOX_ART, .rect = {0, -up, icon, icon}, .color = scheme->icon, .art = picture->art};
    return dgs_galley_box(ctx, inner, art);
}

// A list in two columns, which keeps its lines short enough to read.
static bool list_in_two(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
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

static bool contents_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                         const dgs_node *box)
{
    for (const dgs_node *n = box->first; n != NULL; n = n->next) {
        bool two = n->kind == DGS_NODE_LIST && dgs_width_holds(ctx, region->right, ctx->look->em.list);
        bool ok = n->kind == DGS_NODE_HEADING ? heading_add(ctx, scheme, region, inner, n)
                  : two                       ? list_in_two(ctx, scheme, region, inner, n)
                                              : dgs_block_add(ctx, scheme, region, inner, n);
        if (!ok)
            return false;
    }
    return true;
}

static bool ground_add(const dgs_context *ctx, dgs_galley *galley, const box_style *style, dgs_rect rect, double radius)
{
    const double bar = ctx->look->constant.box.bar;
    dgs_box edge = {.kind = DGS_BOX_FILL, .rect = {rect.x, rect.y, bar, rect.h}, .color = ctx->palette->alert};
    dgs_ground_shape shape = radius > 0 ? DGS_GROUND_BOX : DGS_GROUND_SLICE;
    return dgs_ground_add(ctx, galley, style->ground, shape, rect, style->bar ? 0 : radius) &&
           (!style->bar || dgs_galley_box(ctx, galley, edge));
}

// A box that no page can hold: its ground is cut with its atoms.
static bool sliced(const dgs_context *ctx, const dgs_region *region, dgs_galley *galley, const dgs_galley *inner,
                   const box_style *style, double inset)
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
            !ground_add(ctx, galley, style, (dgs_rect){x, 0, dgs_region_width(region), height}, 0) ||
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
    const dgs_spaces *gap = &ctx->look->gap;
    const dgs_constants *constant = &ctx->look->constant;
    const box_style style = box_style_of(ctx, box->box);
    bool card = dgs_node_find(box, DGS_NODE_QR) != NULL;
    const double side = constant->box.side, inset = style.bar ? side + constant->box.bar : side;
    const double pad = card ? constant->card.round : gap->box.pad;
    const dgs_region inside =
        dgs_region_strip(region, dgs_region_width(region) - inset - (card ? constant->card.round : side));
    const dgs_scheme own = dgs_scheme_box(ctx->palette, box->box);
    dgs_galley inner = {0};
    bool ok = box->box == DGS_BOX_BOOK    ? dgs_booking_add(ctx, &own, &inside, &inner, box)
              : box->box == DGS_BOX_NOTES ? dgs_notes_add(ctx, &own, &inside, &inner, box)
                                          : contents_add(ctx, &own, &inside, &inner, box);
    if (!ok)
        return false;
    double height = dgs_galley_height(&inner, 0, inner.natoms) + 2 * pad, above = dgs_galley_kept(galley);
    if (height + above + (above > 0 ? gap->box.apart : 0) > region->height)
        return sliced(ctx, region, galley, &inner, &style, inset);
    const dgs_rect rect = {region->left, 0, dgs_region_width(region), height};
    return dgs_galley_atom(ctx, galley, 0, height) &&
           ground_add(ctx, galley, &style, rect, ctx->look->constant.corner.box) &&
           dgs_galley_absorb(ctx, galley, &inner, region->left + inset, pad);
}
