// A step: icon with its number, what to do and why, and what to take care of in a column of its own.
#include <math.h>
#include <stdio.h>

#include "layout/block.h"

static bool tile_add(const dgs_context *ctx, dgs_galley *galley, const dgs_node *step, double x)
{
    const dgs_lengths *len = &ctx->look->len;
    const double top = ctx->look->gap.step.tile, tile = len->step.tile, icon = len->step.icon;
    if (!dgs_ground_add(ctx, galley, &ctx->palette->tile, DGS_GROUND_BOX, (dgs_rect){x, top, tile, tile}, tile / 5))
        return false;
    if (step->picture == NULL || step->picture->kind != DGS_PICTURE_ART)
        return true;
    double inset = (tile - icon) / 2 + ctx->look->gap.step.icon;
    dgs_box art = {.kind = DGS_BOX_ART,
                   .rect = {x + inset, top + inset, icon, icon},
                   .color = ctx->palette->icon,
                   .art = step->picture->art};
    return dgs_galley_box(ctx, galley, art);
}

// The number is part of the heading: it is read before it.
static bool badge_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *step,
                      double x)
{
    const double badge = ctx->look->len.step.badge, out = badge / 3, y = -ctx->look->gap.step.badge;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = scheme->face.heading;
    style.color = ctx->palette->badge.text;
    style.leading = badge;
    char number[16];
    (void)snprintf(number, sizeof number, "%d ", step->number);
    dgs_lines lines;
    if (!dgs_lines_plain(ctx, number, &style, &lines) || lines.n != 1)
        return false;
    const dgs_line *line = &lines.lines[0];
    const dgs_point at = {x - out + (badge - line->width) / 2, y};
    dgs_rect disc = {x - out, y, badge, badge};
    return dgs_ground_add(ctx, galley, &ctx->palette->badge, DGS_GROUND_DISC, disc, 0) &&
           dgs_galley_line(ctx, galley, step->first, line, &style, at);
}

// The last paragraph is the warning.
static bool block_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                      const dgs_node *n, double before)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    style.strong_color = n == n->parent->last ? ctx->palette->accent : scheme->strong;
    return n->kind == DGS_NODE_PARA ? dgs_block_leaf(ctx, region, galley, n, &style, before)
                                    : dgs_block_add(ctx, scheme, region, galley, n);
}

// Room below the heading down to the icon's foot, for words that stand across the whole width.
static bool clear_tile(const dgs_context *ctx, dgs_galley *stack, double tile)
{
    double height = dgs_galley_height(stack, 0, stack->natoms);
    if (height >= tile)
        return true;
    dgs_galley_last(stack)->keep = true;
    if (!dgs_galley_atom(ctx, stack, 0, tile - height))
        return false;
    dgs_galley_last(stack)->keep = true;
    return true;
}

// The step's blocks under each other, beside its icon; on a narrow page only the heading is. Where they take much of a
// page, one may end between two blocks that stand below the icon; else nothing comes between them.
static bool stack_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *stack,
                       const dgs_node *step)
{
    const dgs_look *look = ctx->look;
    const double between = look->gap.step.stacked, tile = look->len.step.tile + look->gap.step.tile_room;
    const double indent = look->len.step.text;
    const dgs_region across = dgs_region_from(region, -indent);
    bool beside = dgs_width_holds(ctx, region->right, look->em.step_text), under_head = false;
    if (!dgs_galley_atom(ctx, stack, 0, 0) || !tile_add(ctx, stack, step, -indent) ||
        !badge_add(ctx, scheme, stack, step, -indent))
        return false;
    for (const dgs_node *n = step->first; n != NULL; n = n->next) {
        bool head = n->kind == DGS_NODE_HEADING || n->kind == DGS_NODE_BADGE;
        if (!head && !beside && !clear_tile(ctx, stack, tile))
            return false;
        size_t from = stack->natoms;
        const dgs_region *where = head || beside ? region : &across;
        if (!block_add(ctx, scheme, where, stack, n, head || under_head ? 0 : between))
            return false;
        for (size_t i = from; i < stack->natoms; i++)
            stack->atoms[i].keep = true;
        dgs_galley_last(stack)->keep = head || dgs_galley_height(stack, 0, stack->natoms) < tile;
        under_head = head;
    }
    bool whole = dgs_galley_height(stack, 0, stack->natoms) <= look->share.stacked * region->height;
    if (!clear_tile(ctx, stack, tile))
        return false;
    for (size_t i = 0; i < stack->natoms; i++)
        stack->atoms[i].keep = (whole || i == 0 || stack->atoms[i].keep) && i + 1 < stack->natoms;
    return true;
}

static bool stacked(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *step)
{
    double indent = ctx->look->len.step.text;
    const dgs_region beside = dgs_region_strip(region, dgs_region_width(region) - indent);
    size_t from = galley->natoms;
    dgs_galley stack = {0};
    if (!stack_make(ctx, scheme, &beside, &stack, step) ||
        !dgs_galley_append(ctx, galley, &stack, region->left + indent, ctx->look->len.step.above))
        return false;
    galley->atoms[from].stretch = true;
    return true;
}

// A step whose parts are more than this look holds is set as a plain section.
static bool plain(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *step)
{
    const dgs_region beside = dgs_region_from(region, region->left + ctx->look->len.step.text);
    return dgs_block_children(ctx, scheme, &beside, galley, step);
}

typedef struct halves {
    dgs_galley main, aside;
    double width, left, right; // of the main one; the heights of both
} halves;

// What to do into one galley, the warning into the other, `narrow` wide.
static bool halves_fill(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region,
                        const dgs_node *step, double narrow, halves *out)
{
    *out = (halves){.width = dgs_region_width(region) - ctx->look->gap.step.gutter - narrow};
    const dgs_region main = dgs_region_strip(region, out->width), aside = dgs_region_strip(region, narrow);
    for (const dgs_node *n = step->first; n != NULL; n = n->next) {
        bool last = n == step->last;
        if (!block_add(ctx, scheme, last ? &aside : &main, last ? &out->aside : &out->main, n, 0))
            return false;
    }
    out->left = dgs_galley_height(&out->main, 0, out->main.natoms);
    out->right = dgs_galley_height(&out->aside, 0, out->aside.natoms);
    return true;
}

// The warning's column is wider where it is long: a text of its own.
static bool halves_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region,
                        const dgs_node *step, halves *out)
{
    const dgs_shares *share = &ctx->look->share;
    for (size_t i = 0; i < sizeof share->warnings / sizeof *share->warnings; i++) {
        if (!halves_fill(ctx, scheme, region, step, floor(dgs_region_width(region) * share->warnings[i]), out))
            return false;
        if (out->right <= share->longer * out->left)
            break;
    }
    return true;
}

bool dgs_step_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *step)
{
    const dgs_look *look = ctx->look;
    const double x = region->left, indent = look->len.step.text, gutter = look->gap.step.gutter;
    const dgs_region beside = dgs_region_strip(region, dgs_region_width(region) - indent);
    halves both;
    bool usual = step->last != step->first && step->last->kind == DGS_NODE_PARA;
    if (!usual)
        return plain(ctx, scheme, region, galley, step);
    if (!dgs_width_holds(ctx, floor(beside.right * look->share.warnings[0]), look->em.aside))
        return stacked(ctx, scheme, region, galley, step);
    if (!halves_make(ctx, scheme, &beside, step, &both))
        return false;
    double height =
        fmax(fmax(both.left, both.right + look->gap.step.aside_room), look->len.step.tile + look->gap.step.tile_room);
    double aside_x = x + indent + both.width + gutter;
    if (height > region->height)
        return plain(ctx, scheme, region, galley, step);
    if (!dgs_galley_atom(ctx, galley, look->gap.step.between, height))
        return false;
    dgs_galley_last(galley)->stretch = true;
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {aside_x - gutter / 2, look->gap.step.rule, 0, height - look->gap.step.rule_room},
                    .color = scheme->rule,
                    .line = dgs_stroke(ctx, look->constant.stroke.rule),
                    .decoration = true};
    return tile_add(ctx, galley, step, x) && badge_add(ctx, scheme, galley, step, x) &&
           dgs_galley_absorb(ctx, galley, &both.main, x + indent, 0) && dgs_galley_box(ctx, galley, rule) &&
           dgs_galley_absorb(ctx, galley, &both.aside, aside_x, look->gap.step.aside);
}
