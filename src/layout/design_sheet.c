// A sheet to write on: questions side by side, a tracker across the page, a box at the foot.
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
static bool alone(const dgs_makeup *m, const dgs_node *node, double below, dgs_galley *out)
{
    const dgs_look *look = m->ctx->look;
    const double before = look->gap.page.sheet, step = look->constant.fill.row_step;
    if (!dgs_block_add(m->ctx, m->scheme, &m->page, out, node))
        return false;
    size_t pages = dgs_flow_ahead(m->flow, out, before, below);
    for (double extra = look->len.table.more; extra > 0 && tick_rows(node) > 0; extra -= step) {
        dgs_region region = m->page;
        dgs_galley higher = {0};
        region.row_extra = extra;
        if (!dgs_block_add(m->ctx, m->scheme, &region, &higher, node))
            return false;
        if (dgs_flow_ahead(m->flow, &higher, before, below) <= pages) {
            *out = higher;
            return true;
        }
    }
    return true;
}

// A section with a tracker, across the page.
static bool tracker(const dgs_makeup *m, const dgs_node *section, dgs_galley *out)
{
    const dgs_node *rest;
    if (!dgs_design_head_beside(m, section->first, out, &rest))
        return false;
    for (; rest != NULL; rest = rest->next)
        if (!dgs_block_add(m->ctx, m->scheme, &m->page, out, rest))
            return false;
    return true;
}

// What is asked with nothing but a line to write on.
static const dgs_node *only_blank(const dgs_node *question)
{
    const dgs_node *blank = question->first->next;
    bool only = blank != NULL && blank->kind == DGS_NODE_BLANK && blank->nspans == 0 && blank->next == NULL;
    return only ? blank : NULL;
}

// Its line stands beside the question where that leaves room to write, else below.
static bool line_question(const dgs_makeup *m, double width, dgs_galley *out, const dgs_node *question, double before)
{
    const dgs_look *look = m->ctx->look;
    const dgs_node *heading = question->first, *blank = only_blank(question);
    const dgs_style style = dgs_style_heading(m->ctx, m->scheme, heading);
    dgs_lines lines;
    if (!dgs_lines_break(m->ctx, heading->spans, heading->nspans, &style, width, &lines))
        return false;
    double start = lines.widest + look->len.blank.label_gap;
    if (lines.n != 1 || width - start < look->constant.blank.least) {
        dgs_galley own = {0};
        return dgs_design_add(m, width, &own, question) && dgs_galley_append(m->ctx, out, &own, 0, before);
    }
    const dgs_point at = {0, look->len.blank.line - style.leading + look->len.blank.lift};
    const dgs_box rule = {.kind = DGS_BOX_RULE,
                          .rect = {start, look->len.blank.line, width - start, 0},
                          .node = dgs_node_field(blank),
                          .color = m->scheme->line,
                          .line = dgs_stroke(m->ctx, look->constant.stroke.rule)};
    return dgs_galley_atom(m->ctx, out, before, look->len.blank.height) &&
           dgs_galley_line(m->ctx, out, heading, &lines.lines[0], &style, at) && dgs_galley_box(m->ctx, out, rule);
}

typedef struct questions {       // one behind the other
    const dgs_node *first, *end; // the one behind the last
    const dgs_node *picture;     // the first of them, where it is a picture to mark; else NULL
} questions;

static questions questions_from(const dgs_node *node)
{
    questions q = {.first = node, .end = node};
    while (q.end != NULL && dgs_style_is_question(q.end))
        q.end = q.end->next;
    if (q.end != node && dgs_node_child(node, DGS_NODE_FIGURE) != NULL)
        q.picture = node;
    return q;
}

// One below the other, where the page is narrow.
static bool questions_stack(const dgs_makeup *m, const questions *q, dgs_galley *out)
{
    const dgs_look *look = m->ctx->look;
    dgs_region region = m->page;
    region.picture = look->len.sheet.most;
    region.under = true;
    for (const dgs_node *n = q->first; n != q->end; n = n->next) {
        double before = out->natoms == 0 ? 0 : look->gap.sheet.question;
        dgs_galley own = {0};
        bool line = only_blank(n) != NULL;
        if (line ? !line_question(m, m->page.right, out, n, before)
                 : !dgs_block_add(m->ctx, m->scheme, &region, &own, n) ||
                       !dgs_galley_append(m->ctx, out, &own, 0, before))
            return false;
    }
    return true;
}

// Boxes to tick in two columns, then the lines to write on.
static bool questions_add(const dgs_makeup *m, const questions *q, double width, dgs_galley *out)
{
    const dgs_look *look = m->ctx->look;
    const double gutter = look->gap.sheet.gutter, half = (width - gutter) / 2;
    const dgs_columns two = {2, half, gutter};
    dgs_galley ticks = {0};
    for (const dgs_node *n = q->picture == NULL ? q->first : q->first->next; n != q->end; n = n->next)
        if (only_blank(n) == NULL) {
            dgs_galley own = {0};
            if (!dgs_design_add(m, half, &own, n))
                return false;
            for (size_t i = 0; i + 1 < own.natoms; i++)
                own.atoms[i].keep = true;
            if (!dgs_galley_append(m->ctx, &ticks, &own, 0, look->gap.sheet.question))
                return false;
        }
    bool level = dgs_galley_levels(m->ctx, &ticks, &m->page, two.n);
    if (ticks.natoms > 0 && !(level ? dgs_galley_columns(m->ctx, out, &ticks, &two, (dgs_point){0, 0})
                                    : dgs_galley_append(m->ctx, out, &ticks, 0, 0)))
        return false;
    for (const dgs_node *n = q->picture == NULL ? q->first : q->first->next; n != q->end; n = n->next)
        if (only_blank(n) != NULL && !line_question(m, width, out, n, 0))
            return false;
    return true;
}

// The picture to mark on the left, as high as what stands beside it but within its bounds.
static bool marked(const dgs_makeup *m, const questions *q, double height, dgs_galley *out)
{
    const dgs_look *look = m->ctx->look;
    dgs_region region = dgs_region_strip(&m->page, look->len.sheet.mark);
    dgs_galley least = {0};
    region.picture = look->len.sheet.least;
    region.under = true;
    if (!dgs_block_add(m->ctx, m->scheme, &region, &least, q->picture))
        return false;
    region.picture += fmax(0, height - dgs_galley_height(&least, 0, least.natoms));
    region.picture = fmin(look->len.sheet.most, region.picture);
    return dgs_block_add(m->ctx, m->scheme, &region, out, q->picture);
}

static bool questions_set(const dgs_makeup *m, const questions *q)
{
    const dgs_look *look = m->ctx->look;
    const double before = look->gap.page.sheet, x = look->len.sheet.mark + look->gap.page.gutter;
    dgs_galley left = {0}, right = {0};
    if (!dgs_design_in_columns(m))
        return questions_stack(m, q, &right) && dgs_flow_galley(m->flow, &right, before);
    if (q->picture == NULL)
        return questions_add(m, q, m->page.right, &right) && dgs_flow_galley(m->flow, &right, before);
    return questions_add(m, q, m->page.right - x, &right) &&
           marked(m, q, dgs_galley_height(&right, 0, right.natoms), &left) &&
           dgs_flow_pair(m->flow, &left, &right, x, before);
}

static bool is_section(const dgs_node *node)
{
    return node != NULL && node->kind == DGS_NODE_SECTION;
}

static bool has_days(const dgs_node *node)
{
    return is_section(node) && dgs_node_child(node, DGS_NODE_DAYS) != NULL;
}

static double height_of(const dgs_makeup *m, const dgs_galley *galley)
{
    return galley->natoms == 0 ? 0 : dgs_galley_height(galley, 0, galley->natoms) + m->ctx->look->gap.page.sheet_foot;
}

// Room that is left on the page, above what stands last as well as above what is `below` it.
static bool last_spread(const dgs_makeup *m, const dgs_galley *last, double below)
{
    const dgs_look *look = m->ctx->look;
    double before = look->gap.page.sheet, room = dgs_flow_room(m->flow, before);
    double spare = room - dgs_galley_height(last, 0, last->natoms) - below;
    return dgs_flow_galley(m->flow, last, before + fmax(0, fmin(look->constant.fill.section, spare / 2)));
}

// Whether the box has room on the page below what stands last.
static bool fits_below(const dgs_makeup *m, const dgs_galley *last, const dgs_galley *box)
{
    const double before = m->ctx->look->gap.page.sheet;
    return dgs_flow_ahead(m->flow, last, before, height_of(m, box)) == dgs_flow_ahead(m->flow, last, before, 0);
}

// The box at the foot in both of its forms. They are made in any case, so that a document that is filled again has to
// find the same choice.
typedef struct foot {
    dgs_galley full, strip;
} foot;

static bool foot_make(const dgs_makeup *m, const dgs_node *box, foot *out)
{
    dgs_region strip = m->page;
    strip.strip = true;
    return box == NULL || (dgs_block_add(m->ctx, m->scheme, &m->page, &out->full, box) &&
                           (box->box != DGS_BOX_BOOK || dgs_block_add(m->ctx, m->scheme, &strip, &out->strip, box)));
}

// What stands last before the box, and the box: in full where the page has room, as a strip where that keeps it on the
// page, else in full with the end of what is before it, so that no page holds it alone.
static bool last_set(const dgs_makeup *m, dgs_galley *last, const foot *f)
{
    const double above = m->ctx->look->gap.page.sheet_foot;
    const dgs_galley *box = fits_below(m, last, &f->full) || f->strip.natoms == 0 ? &f->full : &f->strip;
    if (fits_below(m, last, box) || last->natoms == 0)
        return last_spread(m, last, height_of(m, box)) && dgs_flow_bottom(m->flow, box, above);
    dgs_galley_last(last)->keep = true;
    return dgs_galley_append(m->ctx, last, &f->full, 0, above) &&
           dgs_flow_galley(m->flow, last, m->ctx->look->gap.page.sheet);
}

// Sets the blocks from `n` on that go together, but the last of them into `last` where that is not set yet; returns the
// one behind them in *next.
static bool blocks_set(const dgs_makeup *m, const dgs_node *n, double below, dgs_galley *last, const dgs_node **next)
{
    const questions q = questions_from(n);
    bool pair = dgs_design_in_columns(m) && is_section(n) && is_section(n->next) && !has_days(n) && !has_days(n->next);
    *next = n->next;
    if (n->lined_pages > 0)
        return dgs_lined_add(m, n, below);
    if (q.end != n) {
        *next = q.end;
        return questions_set(m, &q);
    }
    if (n->kind == DGS_NODE_HEADING) {
        if (!dgs_design_head_beside(m, n, last, next))
            return false;
        if (*next != n)
            return true;
        *next = n->next;
    }
    if (has_days(n))
        return tracker(m, n, last);
    if (n->kind == DGS_NODE_BOX)
        return dgs_block_add(m->ctx, m->scheme, &m->page, last, n);
    if (!pair)
        return alone(m, n, below, last);
    *next = n->next->next;
    return section_pair(m, n, n->next, below);
}

bool dgs_design_sheet(const dgs_makeup *m, const dgs_node *part)
{
    const double before = m->ctx->look->gap.page.sheet;
    const dgs_node *box = part->last != NULL && part->last->kind == DGS_NODE_BOX ? part->last : NULL;
    foot f = {0};
    dgs_galley last = {0};
    if (!foot_make(m, box, &f))
        return false;
    for (const dgs_node *n = part->first, *next; n != box; n = next) {
        if (last.natoms > 0 && !dgs_flow_galley(m->flow, &last, before))
            return false;
        last = (dgs_galley){0};
        if (!blocks_set(m, n, height_of(m, &f.full), &last, &next))
            return false;
    }
    return box == NULL ? dgs_flow_galley(m->flow, &last, before) : last_set(m, &last, &f);
}
