// A step: icon with its number, what to do and why, and what to take care of in a column of its own.
#include <math.h>
#include <stdio.h>

#include "layout/inner.h"

static const double tile_side = 44, icon_side = 28, badge_side = 18, text_x = 60, gutter = 16;

static bool tile_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    const double top = 3, tile = dgs_scaled(lay, tile_side), icon = dgs_scaled(lay, icon_side);
    if (!dgs_ground_add(lay, galley, &lay->palette->tile, DGS_GROUND_BOX, (dgs_rect){x, top, tile, tile}, tile / 5))
        return false;
    if (step->picture == NULL || step->picture->kind != DGS_PICTURE_ART)
        return true;
    double inset = (tile - icon) / 2;
    dgs_box art = {.kind = DGS_BOX_ART,
                   .rect = {x + inset + 1, top + inset + 1, icon, icon},
                   .color = lay->palette->mark,
                   .art = step->picture->art};
    return dgs_galley_box(lay, galley, art);
}

// The number is part of the heading: it is read before it.
static bool badge_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    const double badge = dgs_scaled(lay, badge_side), out = badge / 3;
    dgs_style style = dgs_style_body(lay);
    style.face = lay->weights.heading;
    style.color = lay->palette->badge.text;
    style.leading = badge;
    char number[16];
    (void)snprintf(number, sizeof number, "%d ", step->number);
    dgs_lines lines;
    if (!dgs_lines_plain(lay, number, &style, &lines) || lines.n != 1)
        return false;
    const dgs_line *line = &lines.lines[0];
    dgs_rect disc = {x - out, -3, badge, badge};
    return dgs_ground_add(lay, galley, &lay->palette->badge, DGS_GROUND_DISC, disc, 0) &&
           dgs_galley_line(lay, galley, step->first, line, &style, x - out + (badge - line->width) / 2, -3);
}

// The last paragraph is the warning.
static bool block_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *n, double x, double before)
{
    dgs_style style = dgs_style_body(lay);
    style.strong_color = n == n->parent->last ? lay->palette->accent : lay->tone.strong;
    return n->kind == DGS_NODE_PARA ? dgs_block_leaf(lay, galley, n, &style, x, before)
                                    : dgs_block_add(lay, galley, n, x);
}

static bool text_add(dgs_lay *lay, const dgs_node *step, dgs_galley *main, dgs_galley *aside)
{
    for (const dgs_node *n = step->first; n != NULL; n = n->next)
        if (!block_add(lay, n == step->last ? aside : main, n, 0, 0))
            return false;
    return true;
}

// Room below the heading down to the icon's foot, for words that stand across the whole width.
static bool clear_tile(dgs_lay *lay, dgs_galley *stack, double tile)
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
static bool stack_make(dgs_lay *lay, dgs_galley *stack, const dgs_node *step, double indent)
{
    const double share = 0.4, between = 3, beside_from = 18, tile = dgs_scaled(lay, tile_side) + 4;
    bool beside = dgs_width_holds(lay, stack->width, beside_from), under_head = false;
    if (!dgs_galley_atom(lay, stack, 0, 0) || !tile_add(lay, stack, step, -indent) ||
        !badge_add(lay, stack, step, -indent))
        return false;
    for (const dgs_node *n = step->first; n != NULL; n = n->next) {
        bool head = n->kind == DGS_NODE_HEADING || n->kind == DGS_NODE_MARK;
        if (!head && !beside && !clear_tile(lay, stack, tile))
            return false;
        size_t from = stack->natoms;
        if (!block_add(lay, stack, n, head || beside ? 0 : -indent, head || under_head ? 0 : between))
            return false;
        for (size_t i = from; i < stack->natoms; i++)
            stack->atoms[i].keep = true;
        dgs_galley_last(stack)->keep = head || dgs_galley_height(stack, 0, stack->natoms) < tile;
        under_head = head;
    }
    bool whole = dgs_galley_height(stack, 0, stack->natoms) <= share * dgs_page_height(lay);
    if (!clear_tile(lay, stack, tile))
        return false;
    for (size_t i = 0; i < stack->natoms; i++)
        stack->atoms[i].keep = (whole || i == 0 || stack->atoms[i].keep) && i + 1 < stack->natoms;
    return true;
}

static bool stacked(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    double indent = dgs_scaled(lay, text_x);
    size_t from = galley->natoms;
    dgs_galley stack = {.width = galley->width - x - indent};
    if (!stack_make(lay, &stack, step, indent) ||
        !dgs_galley_append(lay, galley, &stack, x + indent, dgs_scaled(lay, 6)))
        return false;
    galley->atoms[from].stretch = true;
    return true;
}

// A step whose parts are more than this look holds is set as a plain section.
static bool plain(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    for (const dgs_node *n = step->first; n != NULL; n = n->next)
        if (!dgs_block_add(lay, galley, n, x + dgs_scaled(lay, text_x)))
            return false;
    return true;
}

static const double shares[] = {0.30, 0.45, 0.57}; // of the width, for the warning; the first is the usual one

// What to do in one column, the warning in another, which is wider where the warning is long: a text of its own.
static bool columns_make(dgs_lay *lay, const dgs_node *step, double width, dgs_galley *main, dgs_galley *aside)
{
    const double longer = 1.5; // than what stands beside it
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        *aside = (dgs_galley){.width = floor(width * shares[i])};
        *main = (dgs_galley){.width = width - gutter - aside->width};
        if (!text_add(lay, step, main, aside))
            return false;
        double left = dgs_galley_height(main, 0, main->natoms), right = dgs_galley_height(aside, 0, aside->natoms);
        if (right <= longer * left)
            break;
    }
    return true;
}

bool dgs_step_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    const double aside_least = 10; // em
    double indent = dgs_scaled(lay, text_x), width = galley->width - x - indent;
    dgs_galley aside, main;
    bool usual = step->last != step->first && step->last->kind == DGS_NODE_PARA;
    if (!usual)
        return plain(lay, galley, step, x);
    if (!dgs_width_holds(lay, floor(width * shares[0]), aside_least))
        return stacked(lay, galley, step, x);
    if (!columns_make(lay, step, width, &main, &aside))
        return false;
    double left = dgs_galley_height(&main, 0, main.natoms), right = dgs_galley_height(&aside, 0, aside.natoms);
    double height = fmax(fmax(left, right + 2), dgs_scaled(lay, tile_side) + 4);
    double aside_x = x + indent + main.width + gutter;
    if (height > dgs_page_height(lay))
        return plain(lay, galley, step, x);
    if (!dgs_galley_atom(lay, galley, 6, height))
        return false;
    dgs_galley_last(galley)->stretch = true;
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {aside_x - gutter / 2, 4, 0, height - 6},
                    .color = lay->tone.rule,
                    .line = dgs_stroke(lay, 0.75),
                    .decoration = true};
    return tile_add(lay, galley, step, x) && badge_add(lay, galley, step, x) &&
           dgs_galley_absorb(lay, galley, &main, x + indent, 0) && dgs_galley_box(lay, galley, rule) &&
           dgs_galley_absorb(lay, galley, &aside, aside_x, 3);
}
