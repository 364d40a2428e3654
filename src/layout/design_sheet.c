// A sheet to write on: sections side by side, a box at the foot.
#include <math.h>

#include "layout/design.h"

static size_t tick_rows(const dgs_node *section)
{
    size_t n = 0;
    for (const dgs_node *table = section->first; table != NULL; table = table->next)
        for (const dgs_node *row = table->kind == DGS_NODE_TABLE ? table->first : NULL; row != NULL; row = row->next)
            n++;
    return n;
}

// Two sections; the one with the table is the wider. Its rows to tick are as high as the page leaves them room.
static bool section_pair(const dgs_makeup *m, const dgs_node *one, const dgs_node *two, double below)
{
    const dgs_look *look = m->ctx->look;
    const double before = look->gap.page.sheet, width = m->page.right, gutter = look->gap.page.gutter;
    const double wide = floor((width - gutter) * look->share.table), narrow = width - gutter - wide;
    bool table_left = dgs_node_child(one, DGS_NODE_TABLE) != NULL;
    const double left_width = table_left ? wide : narrow;
    dgs_galley left = {0}, right = {0}, *tall = table_left ? &left : &right;
    const dgs_node *with_table = table_left ? one : two;
    if (!dgs_design_add(m, left_width, &left, one) || !dgs_design_add(m, width - gutter - left_width, &right, two))
        return false;
    double spare = dgs_flow_room(m->flow, before) - below - dgs_galley_height(tall, 0, tall->natoms);
    size_t rows = tick_rows(with_table);
    if (rows > 0 && spare > 0) {
        dgs_region region = dgs_region_strip(&m->page, wide);
        region.row_extra = fmin(look->constant.fill.row, spare / (double)rows);
        *tall = (dgs_galley){0};
        if (!dgs_block_add(m->ctx, m->scheme, &region, tall, with_table))
            return false;
    }
    return dgs_flow_pair(m->flow, &left, &right, left_width + gutter, before);
}

// A block by itself, across the page. The rows to tick are as high as they can be without taking a page more.
static bool alone(const dgs_makeup *m, const dgs_node *node, double below)
{
    const dgs_look *look = m->ctx->look;
    const double before = look->gap.page.sheet, step = look->constant.fill.row_step;
    dgs_galley galley = {0};
    if (!dgs_block_add(m->ctx, m->scheme, &m->page, &galley, node))
        return false;
    size_t pages = dgs_flow_ahead(m->flow, &galley, before, below);
    for (double extra = look->len.table.more; extra > 0 && tick_rows(node) > 0; extra -= step) {
        dgs_region region = m->page;
        dgs_galley higher = {0};
        region.row_extra = extra;
        if (!dgs_block_add(m->ctx, m->scheme, &region, &higher, node))
            return false;
        if (dgs_flow_ahead(m->flow, &higher, before, below) <= pages)
            return dgs_flow_galley(m->flow, &higher, before);
    }
    return dgs_flow_galley(m->flow, &galley, before);
}

static bool is_section(const dgs_node *node)
{
    return node != NULL && node->kind == DGS_NODE_SECTION;
}

bool dgs_design_sheet(const dgs_makeup *m, const dgs_node *part)
{
    dgs_galley foot = {0};
    const double above_foot = m->ctx->look->gap.page.sheet_foot;
    bool last_box = part->last != NULL && part->last->kind == DGS_NODE_BOX;
    if (last_box && !dgs_block_add(m->ctx, m->scheme, &m->page, &foot, part->last))
        return false;
    double below = foot.natoms == 0 ? 0 : dgs_galley_height(&foot, 0, foot.natoms) + above_foot;
    for (const dgs_node *n = part->first; n != NULL; n = n->next) {
        if (last_box && n == part->last)
            return dgs_flow_bottom(m->flow, &foot, above_foot);
        bool pair = n->lined_pages == 0 && dgs_design_in_columns(m) && is_section(n) && is_section(n->next);
        bool ok = n->lined_pages > 0 ? dgs_lined_add(m, n, below)
                  : pair             ? section_pair(m, n, n->next, below)
                                     : alone(m, n, below);
        if (!ok)
            return false;
        n = pair ? n->next : n;
    }
    return true;
}
