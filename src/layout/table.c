// Tables: column widths from what the cells hold, one atom a row.
#include <math.h>

#include "layout/block.h"

enum { WEEK = 7 }; // days of a tracker that no page parts

typedef struct columns {
    size_t n;
    double *x, *width;       // of each column
    double *natural, *least; // of each: what it takes on one line; what its longest word takes
    dgs_type type;           // of the cells' text
    size_t rows;             // added so far
} columns;

static size_t cells_in(const dgs_node *row)
{
    size_t n = 0;
    for (const dgs_node *cell = row->first; cell != NULL; cell = cell->next)
        n++;
    return n;
}

static dgs_style cell_style(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *cell, dgs_type type)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    dgs_style_type(&style, type);
    style.feature = DGS_FEATURE_TABULAR;
    if (cell->header && cell->parent == cell->parent->parent->first) {
        style.face = style.strong = scheme->face.strong;
        style.color = style.strong_color = style.link_color = ctx->palette->field.text;
    }
    return style;
}

// Makes column i wide enough for the cell.
static bool cell_widths(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *cell, columns *c, size_t i)
{
    const double one_line = 2000; // wider than any paper
    dgs_style style = cell_style(ctx, scheme, cell, c->type);
    dgs_lines lines, words;
    if (!dgs_lines_break(ctx, cell->spans, cell->nspans, &style, one_line, &lines) ||
        !dgs_lines_words(ctx, cell->spans, cell->nspans, &style, &words))
        return false;
    double tick = dgs_node_tick(cell) != DGS_TICK_NONE ? ctx->look->len.table.tick : 0;
    c->natural[i] = fmax(c->natural[i], fmax(tick, lines.widest) + 2 * ctx->look->gap.cell);
    c->least[i] = fmax(c->least[i], fmax(tick, words.widest) + 2 * ctx->look->gap.cell);
    return true;
}

// Shares the width out: each column gets what its longest word needs, and of the rest what it would take on one line;
// what is left over goes to all alike.
static void share(double width, columns *c)
{
    const double *natural = c->natural, *least = c->least;
    double sum_natural = 0, sum_least = 0;
    for (size_t i = 0; i < c->n; i++) {
        sum_natural += natural[i];
        sum_least += least[i];
    }
    for (size_t i = 0; i < c->n; i++) {
        if (sum_natural <= width)
            c->width[i] = natural[i] + (width - sum_natural) / (double)c->n;
        else if (sum_least < width)
            c->width[i] = least[i] + (natural[i] - least[i]) * (width - sum_least) / (sum_natural - sum_least);
        else
            c->width[i] = least[i] * width / sum_least;
    }
}

// What all columns take; *sum is that of the least widths.
static bool column_widths(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *table, columns *c,
                          double *sum)
{
    *sum = 0;
    for (size_t i = 0; i < c->n; i++)
        c->natural[i] = c->least[i] = 0;
    for (const dgs_node *row = table->first; row != NULL; row = row->next) {
        size_t i = 0;
        for (const dgs_node *cell = row->first; cell != NULL && i < c->n; cell = cell->next, i++)
            if (!cell_widths(ctx, scheme, cell, c, i))
                return false;
    }
    for (size_t i = 0; i < c->n; i++)
        *sum += c->least[i];
    return true;
}

static bool measure(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, const dgs_node *table,
                    columns *c)
{
    double sum, x = region->left, width = dgs_region_width(region);
    *c = (columns){.n = cells_in(table->first), .type = ctx->look->size.body};
    c->natural = dgs_arena_array(ctx->arena, c->n, sizeof *c->natural);
    c->least = dgs_arena_array(ctx->arena, c->n, sizeof *c->least);
    c->x = dgs_arena_array(ctx->arena, c->n, sizeof *c->x);
    c->width = dgs_arena_array(ctx->arena, c->n, sizeof *c->width);
    if (c->x == NULL || c->width == NULL || c->natural == NULL || c->least == NULL)
        return dgs_fail_memory(ctx->err);
    if (!column_widths(ctx, scheme, table, c, &sum))
        return false;
    if (sum > width) { // rather smaller than broken between letters
        c->type = ctx->look->size.cell;
        if (!column_widths(ctx, scheme, table, c, &sum))
            return false;
    }
    share(width, c);
    for (size_t i = 0; i < c->n; x += c->width[i++])
        c->x[i] = x;
    return true;
}

static bool has_ticks(const dgs_node *row)
{
    for (const dgs_node *cell = row->first; cell != NULL; cell = cell->next)
        if (dgs_node_tick(cell) != DGS_TICK_NONE)
            return true;
    return false;
}

// A box to tick in the middle of the cell; a tick made is text, so that it is read out.
static bool tick_cell(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *cell,
                      dgs_rect in)
{
    double side = ctx->look->len.table.tick;
    dgs_rect rect = {in.x + (in.w - side) / 2, (in.h - side) / 2, side, side};
    if (!dgs_tick_box(ctx, scheme, galley, dgs_node_field(cell), rect))
        return false;
    if (dgs_node_tick(cell) != DGS_TICK_DONE)
        return true;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.size = ctx->look->size.head.size;
    style.color = ctx->palette->dark;
    dgs_lines lines;
    if (!dgs_lines_plain(ctx, "\xe2\x9c\x93", &style, &lines) || lines.n == 0)
        return false;
    const dgs_point at = {in.x + (in.w - lines.widest) / 2, (in.h - style.leading) / 2};
    return dgs_galley_line(ctx, galley, cell, &lines.lines[0], &style, at);
}

// A cell to write in is all of its own field.
static bool line_cell(const dgs_context *ctx, dgs_galley *galley, const dgs_node *cell, dgs_rect in)
{
    const dgs_box area = {.kind = DGS_BOX_AREA, .rect = in, .node = dgs_node_field(cell)};
    return area.node == NULL || dgs_galley_box(ctx, galley, area);
}

typedef struct row_lines {
    dgs_lines *of; // by cell
    double height;
} row_lines;

static bool break_cells(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, const dgs_node *row,
                        const columns *c, row_lines *out)
{
    out->of = dgs_arena_array(ctx->arena, c->n, sizeof *out->of);
    if (out->of == NULL)
        return dgs_fail_memory(ctx->err);
    bool ticks = has_ticks(row);
    out->height = ctx->look->len.table.row + (ticks ? region->row_extra : 0);
    size_t i = 0;
    for (const dgs_node *cell = row->first; cell != NULL && i < c->n; cell = cell->next, i++) {
        dgs_style style = cell_style(ctx, scheme, cell, c->type);
        if (!dgs_lines_break(ctx, cell->spans, cell->nspans, &style, c->width[i] - 2 * ctx->look->gap.cell,
                             &out->of[i]))
            return false;
        out->height = fmax(out->height, dgs_lines_height(&out->of[i], &style) + (ticks ? 0 : ctx->look->gap.cell));
    }
    return true;
}

// A column of ticks or numbers is centred, words stand left.
static bool centred(const dgs_node *table, size_t column)
{
    bool words = false;
    for (const dgs_node *row = table->first->next; row != NULL; row = row->next) {
        const dgs_node *cell = row->first;
        for (size_t i = 0; i < column && cell != NULL; i++)
            cell = cell->next;
        words = words || (cell != NULL && cell->nspans > 0 && cell->spans[0].text.n > 2);
    }
    return !words;
}

static bool cells_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *row,
                      const columns *c, const row_lines *lines)
{
    size_t i = 0;
    for (const dgs_node *cell = row->first; cell != NULL && i < c->n; cell = cell->next, i++) {
        const dgs_rect in = {c->x[i], 0, c->width[i], lines->height};
        bool tick = dgs_node_tick(cell) != DGS_TICK_NONE;
        if (!(tick ? tick_cell(ctx, scheme, galley, cell, in) : line_cell(ctx, galley, cell, in)))
            return false;
        dgs_style style = cell_style(ctx, scheme, cell, c->type);
        bool middle = centred(row->parent, i);
        dgs_point at = {0, (lines->height - dgs_lines_height(&lines->of[i], &style)) / 2};
        for (size_t k = 0; k < lines->of[i].n; k++) {
            const dgs_line *line = &lines->of[i].lines[k];
            at.x = c->x[i] + (middle ? (c->width[i] - line->width) / 2 : ctx->look->gap.cell);
            if (!dgs_galley_line(ctx, galley, cell, line, &style, at))
                return false;
            at.y += dgs_line_height(line, &style);
        }
    }
    return true;
}

// Whether a page may end behind the row: not behind the head, nor inside a week of a tracker, whose first row is the
// example.
static bool may_end(const dgs_node *row, size_t number)
{
    bool in_tracker = row->next != NULL && has_ticks(row) && has_ticks(row->next);
    return number > 0 && (!in_tracker || (number > 1 && (number - 1) % WEEK == 0));
}

// A row stands on its page with the head of its table.
static bool row_fits(const dgs_context *ctx, const dgs_region *region, const dgs_node *row, double head, double height)
{
    if (head + height <= region->height)
        return true;
    return dgs_fail(ctx->err, DGS_ERR_DATA, "%s:%d: this row of the table is taller than a page: shorten its words",
                    row->file == NULL ? "table" : row->file, row->line);
}

static bool row_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *row, columns *c)
{
    row_lines lines = {0};
    size_t number = c->rows++;
    double head_height = number == 0 ? 0 : galley->atoms[galley->natoms - number].height;
    if (!break_cells(ctx, scheme, region, row, c, &lines) || !row_fits(ctx, region, row, head_height, lines.height) ||
        !dgs_galley_atom(ctx, galley, 0, lines.height))
        return false;
    bool head = number == 0, example = number == 1 && has_ticks(row);
    double left = c->x[0], width = c->x[c->n - 1] + c->width[c->n - 1] - left;
    const dgs_ground *ground = head ? &ctx->palette->field : &ctx->palette->tint;
    dgs_ground_shape shape = head ? DGS_GROUND_HEAD : DGS_GROUND_ROW;
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {left, lines.height, width, 0},
                    .color = scheme->rule,
                    .line = dgs_stroke(ctx, ctx->look->constant.stroke.rule),
                    .decoration = true};
    if ((head || example) && !dgs_ground_add(ctx, galley, ground, shape, (dgs_rect){left, 0, width, lines.height},
                                             head ? ctx->look->constant.corner.table : 0))
        return false;
    if (!cells_add(ctx, scheme, galley, row, c, &lines))
        return false;
    dgs_galley_last(galley)->keep = !may_end(row, number);
    dgs_galley_last(galley)->head = number;
    return head || dgs_galley_box(ctx, galley, rule);
}

bool dgs_table_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                   const dgs_node *table)
{
    columns c;
    if (table->first == NULL || table->first->first == NULL)
        return true;
    if (!measure(ctx, scheme, region, table, &c))
        return false;
    for (const dgs_node *row = table->first; row != NULL; row = row->next)
        if (!row_add(ctx, scheme, region, galley, row, &c))
            return false;
    return true;
}
