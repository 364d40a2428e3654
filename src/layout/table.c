// Tables: column widths from what the cells hold, one atom a row.
#include <math.h>

#include "layout/inner.h"

static const double pad = 4, tick_size = DGS_MM(6), row_least = 19;
enum { WEEK = 7 }; // days of a tracker that no page parts

typedef struct columns {
    size_t n;
    double *x, *width; // of each column
    dgs_type type;     // of the cells' text
} columns;

static size_t cells_in(const dgs_node *row)
{
    size_t n = 0;
    for (const dgs_node *cell = row->first; cell != NULL; cell = cell->next)
        n++;
    return n;
}

static dgs_style cell_style(const dgs_lay *lay, const dgs_node *cell, dgs_type type)
{
    dgs_style style = dgs_style_body(lay);
    dgs_style_type(&style, type);
    style.feature = DGS_FEATURE_TABULAR;
    if (cell->header && cell->parent == cell->parent->parent->first) {
        style.face = style.strong = lay->weights.strong;
        style.color = style.strong_color = style.link_color = lay->palette->field.text;
    }
    return style;
}

// What the cell takes on one line, and what its longest word takes.
static bool cell_widths(dgs_lay *lay, const dgs_node *cell, dgs_type type, double *natural, double *least)
{
    dgs_style style = cell_style(lay, cell, type);
    dgs_lines lines, words;
    if (!dgs_lines_break(lay, cell->spans, cell->nspans, &style, 2000, &lines) ||
        !dgs_lines_words(lay, cell->spans, cell->nspans, &style, &words))
        return false;
    double tick = dgs_node_tick(cell) != DGS_TICK_NONE ? dgs_scaled(lay, tick_size) : 0;
    *natural = fmax(*natural, fmax(tick, lines.widest) + 2 * pad);
    *least = fmax(*least, fmax(tick, words.widest) + 2 * pad);
    return true;
}

// Shares the width out: each column gets what its longest word needs, and of the rest what it would take on one line;
// what is left over goes to all alike.
static void share(double width, const double *natural, const double *least, size_t n, double *out)
{
    double sum_natural = 0, sum_least = 0;
    for (size_t i = 0; i < n; i++) {
        sum_natural += natural[i];
        sum_least += least[i];
    }
    for (size_t i = 0; i < n; i++) {
        if (sum_natural <= width)
            out[i] = natural[i] + (width - sum_natural) / (double)n;
        else if (sum_least < width)
            out[i] = least[i] + (natural[i] - least[i]) * (width - sum_least) / (sum_natural - sum_least);
        else
            out[i] = least[i] * width / sum_least;
    }
}

// The widths of all columns, as cell_widths() has them; *sum is that of the least ones.
static bool column_widths(dgs_lay *lay, const dgs_node *table, const columns *c, double *natural, double *least,
                          double *sum)
{
    *sum = 0;
    for (size_t i = 0; i < c->n; i++)
        natural[i] = least[i] = 0;
    for (const dgs_node *row = table->first; row != NULL; row = row->next) {
        size_t i = 0;
        for (const dgs_node *cell = row->first; cell != NULL && i < c->n; cell = cell->next, i++)
            if (!cell_widths(lay, cell, c->type, &natural[i], &least[i]))
                return false;
    }
    for (size_t i = 0; i < c->n; i++)
        *sum += least[i];
    return true;
}

static bool measure(dgs_lay *lay, const dgs_node *table, double x, double width, columns *c)
{
    double sum;
    *c = (columns){.n = cells_in(table->first), .type = lay->sizes.body};
    double *natural = dgs_arena_array(lay->arena, c->n, sizeof *natural);
    double *least = dgs_arena_array(lay->arena, c->n, sizeof *least);
    c->x = dgs_arena_array(lay->arena, c->n, sizeof *c->x);
    c->width = dgs_arena_array(lay->arena, c->n, sizeof *c->width);
    if (c->x == NULL || c->width == NULL || natural == NULL || least == NULL)
        return dgs_fail_memory(lay->err);
    if (!column_widths(lay, table, c, natural, least, &sum))
        return false;
    if (sum > width) { // rather smaller than broken between letters
        c->type = lay->sizes.cell;
        if (!column_widths(lay, table, c, natural, least, &sum))
            return false;
    }
    share(width, natural, least, c->n, c->width);
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
static bool tick_cell(dgs_lay *lay, dgs_galley *galley, const dgs_node *cell, double x, double width, double height)
{
    double side = dgs_scaled(lay, tick_size);
    dgs_rect rect = {x + (width - side) / 2, (height - side) / 2, side, side};
    if (!dgs_tick_box(lay, galley, dgs_node_field(cell), rect))
        return false;
    if (dgs_node_tick(cell) != DGS_TICK_DONE)
        return true;
    dgs_style style = dgs_style_body(lay);
    style.size = lay->sizes.head.size;
    style.color = lay->palette->accent;
    dgs_lines lines;
    if (!dgs_lines_plain(lay, "\xe2\x9c\x93", &style, &lines) || lines.n == 0)
        return false;
    return dgs_galley_line(lay, galley, cell, &lines.lines[0], &style, x + (width - lines.widest) / 2,
                           (height - style.leading) / 2);
}

typedef struct row_lines {
    dgs_lines *of; // by cell
    double height;
} row_lines;

static bool break_cells(dgs_lay *lay, const dgs_node *row, const columns *c, row_lines *out)
{
    out->of = dgs_arena_array(lay->arena, c->n, sizeof *out->of);
    if (out->of == NULL)
        return dgs_fail_memory(lay->err);
    bool ticks = has_ticks(row);
    out->height = dgs_scaled(lay, row_least) + (ticks ? lay->row_extra : 0);
    size_t i = 0;
    for (const dgs_node *cell = row->first; cell != NULL && i < c->n; cell = cell->next, i++) {
        dgs_style style = cell_style(lay, cell, c->type);
        if (!dgs_lines_break(lay, cell->spans, cell->nspans, &style, c->width[i] - 2 * pad, &out->of[i]))
            return false;
        out->height = fmax(out->height, (double)out->of[i].n * style.leading + (ticks ? 0 : pad));
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

static bool cells_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *row, const columns *c, const row_lines *lines)
{
    size_t i = 0;
    for (const dgs_node *cell = row->first; cell != NULL && i < c->n; cell = cell->next, i++) {
        if (dgs_node_tick(cell) != DGS_TICK_NONE && !tick_cell(lay, galley, cell, c->x[i], c->width[i], lines->height))
            return false;
        dgs_style style = cell_style(lay, cell, c->type);
        bool middle = centred(row->parent, i);
        double y = (lines->height - (double)lines->of[i].n * style.leading) / 2;
        for (size_t k = 0; k < lines->of[i].n; k++, y += style.leading) {
            const dgs_line *line = &lines->of[i].lines[k];
            double x = c->x[i] + (middle ? (c->width[i] - line->width) / 2 : pad);
            if (!dgs_galley_line(lay, galley, cell, line, &style, x, y))
                return false;
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

static bool row_fits(dgs_lay *lay, const dgs_galley *galley, const dgs_node *row, double height, size_t number)
{
    double head = number == 0 ? 0 : galley->atoms[galley->natoms - number].height;
    if (head + height <= dgs_page_height(lay))
        return true;
    return dgs_fail(lay->err, DGS_ERR_DATA, "%s:%d: this row of the table is taller than a page: shorten its words",
                    row->file == NULL ? "table" : row->file, row->line);
}

static bool row_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *row, const columns *c, size_t number)
{
    row_lines lines = {0};
    if (!break_cells(lay, row, c, &lines) || !row_fits(lay, galley, row, lines.height, number) ||
        !dgs_galley_atom(lay, galley, 0, lines.height))
        return false;
    bool head = row == row->parent->first, example = !head && row == row->parent->first->next && has_ticks(row);
    double left = c->x[0], width = c->x[c->n - 1] + c->width[c->n - 1] - left;
    const dgs_ground *ground = head ? &lay->palette->field : &lay->palette->tile;
    dgs_ground_shape shape = head ? DGS_GROUND_HEAD : DGS_GROUND_ROW;
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {left, lines.height, width, 0},
                    .color = lay->tone.rule,
                    .line = dgs_stroke(lay, 0.75),
                    .decoration = true};
    if ((head || example) &&
        !dgs_ground_add(lay, galley, ground, shape, (dgs_rect){left, 0, width, lines.height}, head ? 4 : 0))
        return false;
    if (!cells_add(lay, galley, row, c, &lines))
        return false;
    dgs_galley_last(galley)->keep = !may_end(row, number);
    dgs_galley_last(galley)->head = number;
    return head || dgs_galley_box(lay, galley, rule);
}

bool dgs_table_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *table, double x)
{
    columns c;
    if (table->first == NULL || table->first->first == NULL)
        return true;
    if (!measure(lay, table, x, galley->width - x, &c))
        return false;
    size_t number = 0;
    for (const dgs_node *row = table->first; row != NULL; row = row->next)
        if (!row_add(lay, galley, row, &c, number++))
            return false;
    return true;
}
