// A step of the guide: icon with its number, what to do and why, and what to take care of in a column of its own.
#include <math.h>
#include <stdio.h>

#include "layout/inner.h"

static const double tile = 44, icon = 28, badge = 18, text_x = 60, gutter = 16;

static bool tile_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    const double top = 3;
    dgs_box fill = {.kind = DGS_BOX_FILL, .rect = {x, top, tile, tile}, .color = lay->palette->tile, .radius = 9};
    if (!dgs_galley_box(lay, galley, fill))
        return false;
    if (step->picture == NULL || step->picture->kind != DGS_PICTURE_ART)
        return true;
    double inset = (tile - icon) / 2;
    dgs_box art = {.kind = DGS_BOX_ART,
                   .rect = {x + inset + 1, top + inset + 1, icon, icon},
                   .color = lay->palette->accent,
                   .art = step->picture->art};
    return dgs_galley_box(lay, galley, art);
}

// The number is part of the heading: it is read before it.
static bool badge_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    dgs_style style = dgs_style_body(lay);
    style.face = DGS_FACE_BOLD;
    style.color = lay->palette->on_accent;
    style.leading = badge;
    char number[16];
    (void)snprintf(number, sizeof number, "%d ", step->number);
    dgs_lines lines;
    if (!dgs_lines_plain(lay, number, &style, &lines) || lines.n != 1)
        return false;
    const dgs_line *line = &lines.lines[0];
    dgs_box dot = {.kind = DGS_BOX_DOT, .rect = {x - 6, -3, badge, badge}, .color = lay->palette->accent};
    return dgs_galley_box(lay, galley, dot) &&
           dgs_galley_line(lay, galley, step->first, line, &style, x - 6 + (badge - line->width) / 2, -3);
}

// The last paragraph is the warning.
static bool text_add(dgs_lay *lay, const dgs_node *step, dgs_galley *main, dgs_galley *aside)
{
    for (const dgs_node *n = step->first; n != NULL; n = n->next) {
        bool last = n == step->last && n != step->first;
        dgs_style style = dgs_style_body(lay);
        style.strong_color = last ? lay->palette->accent : lay->tone.strong;
        bool ok = last                       ? dgs_block_leaf(lay, aside, n, &style, 0, 0)
                  : n->kind == DGS_NODE_PARA ? dgs_block_leaf(lay, main, n, &style, 0, 0)
                                             : dgs_block_add(lay, main, n, 0);
        if (!ok)
            return false;
    }
    return true;
}

// A step whose parts are more than this look holds is set as a plain section.
static bool plain(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    for (const dgs_node *n = step->first; n != NULL; n = n->next)
        if (!dgs_block_add(lay, galley, n, x + text_x))
            return false;
    return true;
}

bool dgs_step_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x)
{
    double width = galley->width - x - text_x;
    dgs_galley aside = {.width = floor(width * 0.30)}, main = {.width = width - gutter - aside.width};
    bool usual = step->last != step->first && step->last->kind == DGS_NODE_PARA;
    if (!usual)
        return plain(lay, galley, step, x);
    if (!text_add(lay, step, &main, &aside))
        return false;
    double left = dgs_galley_height(&main, 0, main.natoms), right = dgs_galley_height(&aside, 0, aside.natoms);
    double height = fmax(fmax(left, right + 2), tile + 4), aside_x = x + text_x + main.width + gutter;
    if (height > lay->sheet.bottom - lay->sheet.top)
        return plain(lay, galley, step, x);
    if (!dgs_galley_atom(lay, galley, 8, height))
        return false;
    dgs_galley_last(galley)->stretch = true;
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {aside_x - gutter / 2, 4, 0, height - 6},
                    .color = lay->tone.rule,
                    .line = 0.75,
                    .decoration = true};
    return tile_add(lay, galley, step, x) && badge_add(lay, galley, step, x) &&
           dgs_galley_absorb(lay, galley, &main, x + text_x, 0) && dgs_galley_box(lay, galley, rule) &&
           dgs_galley_absorb(lay, galley, &aside, aside_x, 3);
}
