// Pages for a print shop: laid on a larger sheet with room for the bleed and for the marks to cut at.
#include <string.h>

#include "layout/layout.h"

static const double mark_length = 18, mark_gap = DGS_MM(3), mark_line = 0.25, strip = 6;

enum { MARKS = 8 };

typedef struct press {
    const dgs_pages *pages; // as they are to be when they are cut
    const dgs_print_options *options;
    dgs_color color; // of the strip that runs off the head of the page
    double margin;   // from the sheet's edge to the cut
    dgs_arena *arena;
} press;

static dgs_box furniture(dgs_box_kind kind, dgs_rect rect, dgs_color color)
{
    return (dgs_box){.kind = kind, .rect = rect, .color = color, .furniture = DGS_FURNITURE_LAYOUT, .decoration = true};
}

// Two marks at each corner, which end where the bleed begins.
static void add_marks(const press *p, dgs_box *to)
{
    double gap = p->options->bleed > mark_gap ? p->options->bleed : mark_gap;
    for (int corner = 0; corner < 4; corner++) {
        double right = corner & 1 ? 1 : 0, low = corner & 2 ? 1 : 0;
        double x = p->margin + right * p->pages->width, y = p->margin + low * p->pages->height;
        double out_x = right > 0 ? 1 : -1, out_y = low > 0 ? 1 : -1;
        *to = furniture(DGS_BOX_RULE, (dgs_rect){x + out_x * gap, y, out_x * mark_length, 0}, (dgs_color){0, 0, 0});
        (to++)->line = mark_line;
        *to = furniture(DGS_BOX_RULE, (dgs_rect){x, y + out_y * gap, 0, out_y * mark_length}, (dgs_color){0, 0, 0});
        (to++)->line = mark_line;
    }
}

static bool move_runs(const press *p, dgs_box *box)
{
    dgs_run *runs = dgs_arena_array(p->arena, box->nruns, sizeof *runs);
    if (runs == NULL)
        return box->nruns == 0;
    memcpy(runs, box->runs, box->nruns * sizeof *runs);
    for (size_t i = 0; i < box->nruns; i++)
        runs[i].x += (float)p->margin;
    box->runs = runs;
    box->baseline += p->margin;
    return true;
}

static bool make_page(const press *p, const dgs_page *from, dgs_page *to)
{
    dgs_box *boxes = dgs_arena_array(p->arena, from->nboxes + 1 + MARKS, sizeof *boxes), *next = boxes;
    if (boxes == NULL)
        return false;
    double bleed = p->options->bleed;
    if (bleed > 0)
        *next++ = furniture(
            DGS_BOX_FILL, (dgs_rect){p->margin - bleed, p->margin - bleed, p->pages->width + 2 * bleed, bleed + strip},
            p->color);
    for (size_t i = 0; i < from->nboxes; i++, next++) {
        *next = from->boxes[i];
        next->rect.x += p->margin;
        next->rect.y += p->margin;
        if (next->kind == DGS_BOX_TEXT && !move_runs(p, next))
            return false;
    }
    if (p->options->crop_marks) {
        add_marks(p, next);
        next += MARKS;
    }
    *to = (dgs_page){.boxes = boxes, .nboxes = (size_t)(next - boxes)};
    return true;
}

bool dgs_layout_press(const dgs_pages *pages, const dgs_print_options *options, dgs_color color, dgs_arena *arena,
                      dgs_pages *out, dgs_err *err)
{
    double gap = options->bleed > mark_gap ? options->bleed : mark_gap;
    press p = {pages, options, color, options->crop_marks ? gap + mark_length : options->bleed, arena};
    dgs_page *to = dgs_arena_array(arena, pages->npages, sizeof *to);
    double *tops = dgs_arena_array(arena, pages->nnodes, sizeof *tops);
    if (to == NULL || tops == NULL)
        return dgs_fail_memory(err);
    for (size_t i = 0; i < pages->npages; i++)
        if (!make_page(&p, &pages->pages[i], &to[i]))
            return dgs_fail_memory(err);
    for (size_t i = 0; i < pages->nnodes; i++)
        tops[i] = pages->node_top[i] + p.margin;
    *out = *pages;
    out->template = NULL; // a sheet is made as a whole
    out->width += 2 * p.margin;
    out->height += 2 * p.margin;
    out->pages = to;
    out->node_top = tops;
    out->bleed = options->bleed;
    out->margin = p.margin;
    return true;
}
