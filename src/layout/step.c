// A step: icon with its number, what to do and why, and what to take care of in a column of its own.
#include <math.h>
#include <stdio.h>

#include "layout/block.h"

static bool tile_add(const dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    const dgs_lengths *len = &lay->look->len;
    const double top = lay->look->gap.step.tile, tile = len->step.tile, icon = len->step.icon;
    if (!dgs_ground_add(lay, galley, &lay->palette->tile, DGS_GROUND_BOX, (dgs_rect){x, top, tile, tile}, tile / 5))
        return false;
    if (step->picture == NULL || step->picture->kind != DGS_PICTURE_ART)
        return true;
    double inset = (tile - icon) / 2 + lay->look->gap.step.icon;
    dgs_box art = {.kind = DGS_BOX_ART,
                   .rect = {x + inset, top + inset, icon, icon},
                   .color = lay->palette->mark,
                   .art = step->picture->art};
    return dgs_galley_box(lay, galley, art);
}

// The number is part of the heading: it is read before it.
static bool badge_add(const dgs_lay *lay, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *step, double x)
{
    const double badge = lay->look->len.step.badge, out = badge / 3, y = -lay->look->gap.step.badge;
    dgs_style style = dgs_style_body(lay, scheme);
    style.face = scheme->face.heading;
    style.color = lay->palette->badge.text;
    style.leading = badge;
    char number[16];
    (void)snprintf(number, sizeof number, "%d ", step->number);
    dgs_lines lines;
    if (!dgs_lines_plain(lay, number, &style, &lines) || lines.n != 1)
        return false;
    const dgs_line *line = &lines.lines[0];
    const dgs_point at = {x - out + (badge - line->width) / 2, y};
    dgs_rect disc = {x - out, y, badge, badge};
    return dgs_ground_add(lay, galley, &lay->palette->badge, DGS_GROUND_DISC, disc, 0) &&
           dgs_galley_line(lay, galley, step->first, line, &style, at);
}

// The last paragraph is the warning.
static bool block_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                      const dgs_node *n, double before)
{
    dgs_style style = dgs_style_body(lay, scheme);
    style.strong_color = n == n->parent->last ? lay->palette->accent : scheme->strong;
    return n->kind == DGS_NODE_PARA ? dgs_block_leaf(lay, region, galley, n, &style, before)
                                    : dgs_block_add(lay, scheme, region, galley, n);
}

// Room below the heading down to the icon's foot, for words that stand across the whole width.
static bool clear_tile(const dgs_lay *lay, dgs_galley *stack, double tile)
{
    double height = dgs_galley_height(stack, 0, stack->natoms);
    if (height >= tile)
        return true;
    dgs_galley_last(stack)->keep = true;
    if (!dgs_galley_atom(lay, stack, 0, tile - height))
        return false;
    dgs_galley_last(stack)->keep = true;
    return true;
}

// The step's blocks under each other, beside its icon; on a narrow page only the heading is. Where they take much of a
// page, one may end between two blocks that stand below the icon; else nothing comes between them.
static bool stack_make(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *stack,
                       const dgs_node *step)
{
    const dgs_look_table *look = lay->look;
    const double between = look->gap.step.stacked, tile = look->len.step.tile + look->gap.step.tile_room;
    const double indent = look->len.step.text;
    const dgs_lay_region across = dgs_lay_from(region, -indent);
    bool beside = dgs_width_holds(lay, region->right, look->em.step_text), under_head = false;
    if (!dgs_galley_atom(lay, stack, 0, 0) || !tile_add(lay, stack, step, -indent) ||
        !badge_add(lay, scheme, stack, step, -indent))
        return false;
    for (const dgs_node *n = step->first; n != NULL; n = n->next) {
        bool head = n->kind == DGS_NODE_HEADING || n->kind == DGS_NODE_MARK;
        if (!head && !beside && !clear_tile(lay, stack, tile))
            return false;
        size_t from = stack->natoms;
        const dgs_lay_region *where = head || beside ? region : &across;
        if (!block_add(lay, scheme, where, stack, n, head || under_head ? 0 : between))
            return false;
        for (size_t i = from; i < stack->natoms; i++)
            stack->atoms[i].keep = true;
        dgs_galley_last(stack)->keep = head || dgs_galley_height(stack, 0, stack->natoms) < tile;
        under_head = head;
    }
    bool whole = dgs_galley_height(stack, 0, stack->natoms) <= look->share.stacked * region->height;
    if (!clear_tile(lay, stack, tile))
        return false;
    for (size_t i = 0; i < stack->natoms; i++)
        stack->atoms[i].keep = (whole || i == 0 || stack->atoms[i].keep) && i + 1 < stack->natoms;
    return true;
}

static bool stacked(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                    const dgs_node *step)
{
    double indent = lay->look->len.step.text;
    const dgs_lay_region beside = dgs_lay_strip(region, dgs_lay_width(region) - indent);
    size_t from = galley->natoms;
    dgs_galley stack = {0};
    if (!stack_make(lay, scheme, &beside, &stack, step) ||
        !dgs_galley_append(lay, galley, &stack, region->left + indent, lay->look->len.step.above))
        return false;
    galley->atoms[from].stretch = true;
    return true;
}

// A step whose parts are more than this look holds is set as a plain section.
static bool plain(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                  const dgs_node *step)
{
    const dgs_lay_region beside = dgs_lay_from(region, region->left + lay->look->len.step.text);
    return dgs_block_children(lay, scheme, &beside, galley, step);
}

typedef struct halves {
    dgs_galley main, aside;
    double width, left, right; // of the main one; the heights of both
} halves;

// What to do into one galley, the warning into the other, `narrow` wide.
static bool halves_fill(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region,
                        const dgs_node *step, double narrow, halves *out)
{
    *out = (halves){.width = dgs_lay_width(region) - lay->look->gap.step.gutter - narrow};
    const dgs_lay_region main = dgs_lay_strip(region, out->width), aside = dgs_lay_strip(region, narrow);
    for (const dgs_node *n = step->first; n != NULL; n = n->next) {
        bool last = n == step->last;
        if (!block_add(lay, scheme, last ? &aside : &main, last ? &out->aside : &out->main, n, 0))
            return false;
    }
    out->left = dgs_galley_height(&out->main, 0, out->main.natoms);
    out->right = dgs_galley_height(&out->aside, 0, out->aside.natoms);
    return true;
}

// The warning's column is wider where it is long: a text of its own.
static bool halves_make(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region,
                        const dgs_node *step, halves *out)
{
    const dgs_shares *share = &lay->look->share;
    for (size_t i = 0; i < sizeof share->warnings / sizeof *share->warnings; i++) {
        if (!halves_fill(lay, scheme, region, step, floor(dgs_lay_width(region) * share->warnings[i]), out))
            return false;
        if (out->right <= share->longer * out->left)
            break;
    }
    return true;
}

bool dgs_step_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                  const dgs_node *step)
{
    const dgs_look_table *look = lay->look;
    const double x = region->left, indent = look->len.step.text, gutter = look->gap.step.gutter;
    const dgs_lay_region beside = dgs_lay_strip(region, dgs_lay_width(region) - indent);
    halves both;
    bool usual = step->last != step->first && step->last->kind == DGS_NODE_PARA;
    if (!usual)
        return plain(lay, scheme, region, galley, step);
    if (!dgs_width_holds(lay, floor(beside.right * look->share.warnings[0]), look->em.aside))
        return stacked(lay, scheme, region, galley, step);
    if (!halves_make(lay, scheme, &beside, step, &both))
        return false;
    double height =
        fmax(fmax(both.left, both.right + look->gap.step.aside_room), look->len.step.tile + look->gap.step.tile_room);
    double aside_x = x + indent + both.width + gutter;
    if (height > region->height)
        return plain(lay, scheme, region, galley, step);
    if (!dgs_galley_atom(lay, galley, look->gap.step.between, height))
        return false;
    dgs_galley_last(galley)->stretch = true;
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {aside_x - gutter / 2, look->gap.step.rule, 0, height - look->gap.step.rule_room},
                    .color = scheme->rule,
                    .line = dgs_stroke(lay, look->constant.stroke.rule),
                    .decoration = true};
    return tile_add(lay, galley, step, x) && badge_add(lay, scheme, galley, step, x) &&
           dgs_galley_absorb(lay, galley, &both.main, x + indent, 0) && dgs_galley_box(lay, galley, rule) &&
           dgs_galley_absorb(lay, galley, &both.aside, aside_x, look->gap.step.aside);
}
