#include <string.h>

#include "content/loader.h"

// Pipe tables: cmark reads CommonMark, which has none, so the rows are taken from the source lines of the paragraph
// that cmark makes of them, and the words of each cell are given back to cmark.

// The part of a line from its first "|" on; empty when something else than marks of a quote stands before it.
static dgs_str row_text(const dgs_source_file *file, int line, bool first)
{
    dgs_str s = dgs_source_line(file, line);
    const char *bar = s.n == 0 ? NULL : memchr(s.p, '|', s.n);
    if (bar == NULL)
        return (dgs_str){"", 0};
    for (const char *p = s.p; p < bar && !first; p++)
        if (strchr(" \t>", *p) == NULL)
            return (dgs_str){"", 0};
    return dgs_str_trim((dgs_str){bar, s.n - (size_t)(bar - s.p)});
}

// Takes the next cell off a row, from behind its left "|". A "|" after a backslash belongs to the words.
static bool next_cell(dgs_str *row, dgs_str *cell)
{
    if (row->n <= 1)
        return false;
    size_t n = 1;
    while (n < row->n && row->p[n] != '|')
        n += row->p[n] == '\\' && n + 1 < row->n ? 2 : 1;
    *cell = dgs_str_trim((dgs_str){row->p + 1, n - 1});
    *row = (dgs_str){row->p + n, row->n - n};
    return true;
}

static size_t count_cells(dgs_str row)
{
    dgs_str cell;
    size_t n = 0;
    while (next_cell(&row, &cell))
        n++;
    return n;
}

// ":---:" and the like, the cells of the line under the first row.
static bool delimiter(dgs_str cell)
{
    size_t dashes = 0;
    for (size_t i = 0; i < cell.n; i++) {
        bool edge = i == 0 || i + 1 == cell.n;
        if (cell.p[i] != '-' && !(cell.p[i] == ':' && edge))
            return false;
        dashes += cell.p[i] == '-';
    }
    return dashes > 0;
}

static bool delimiter_row(dgs_str row)
{
    dgs_str cell;
    size_t n = 0;
    for (; next_cell(&row, &cell); n++)
        if (!delimiter(cell))
            return false;
    return n > 0;
}

bool dgs_table_starts(const dgs_loader *loader, cmark_node *paragraph)
{
    cmark_node *first = cmark_node_first_child(paragraph);
    const char *text = first == NULL ? NULL : cmark_node_get_literal(first);
    if (text == NULL || cmark_node_get_type(first) != CMARK_NODE_TEXT || text[0] != '|')
        return false;
    dgs_str line = dgs_source_line(loader->file, cmark_node_get_start_line(paragraph));
    return line.n > 0 && memchr(line.p, '|', line.n) != NULL; // "\|" at the start is no table, but "&#124;" neither
}

// The words of a cell as cmark reads them in the middle of a paragraph: the full stop before them keeps "1." or "-"
// from being taken for a list, and is taken off again.
static bool parse_cell(dgs_loader *loader, dgs_str cell, cmark_node **root)
{
    dgs_buf buf = {.arena = loader->arena};
    dgs_buf_addc(&buf, '.');
    for (size_t i = 0; i < cell.n; i++)
        if (cell.p[i] != '\\' || i + 1 == cell.n || cell.p[i + 1] != '|')
            dgs_buf_addc(&buf, cell.p[i]);
    return buf.failed ? dgs_loader_memory(loader) : dgs_markdown_parse(loader, (dgs_str){buf.p, buf.n}, root);
}

static bool read_words(dgs_loader *loader, dgs_str words, int line, dgs_node *cell)
{
    cmark_node *root = NULL;
    if (!parse_cell(loader, words, &root) ||
        !dgs_inline_read(loader, cmark_node_first_child(cmark_node_first_child(root)), line, DGS_FIELDS_FILLED, cell))
        return false;
    dgs_spans_drop_start(cell, 1);
    return true;
}

static bool read_cell(dgs_loader *loader, dgs_str words, int line, bool header, dgs_node *row)
{
    dgs_node *cell = dgs_loader_node(loader, row, DGS_NODE_CELL, line);
    if (cell == NULL)
        return false;
    cell->header = header;
    if (dgs_str_is(words, "[ ]"))
        return dgs_field_add(loader, cell, DGS_ACTIVE_TICK, DGS_TICK_OPEN);
    if (dgs_str_is(words, "[x]") || dgs_str_is(words, "[X]"))
        return dgs_field_add(loader, cell, DGS_ACTIVE_TICK, DGS_TICK_DONE);
    return words.n == 0 || read_words(loader, words, line, cell);
}

// In a row with boxes to tick, a cell that is left empty is to be written in.
static bool add_lines(dgs_loader *loader, const dgs_node *row)
{
    bool ticks = false;
    for (const dgs_node *cell = row->first; cell != NULL; cell = cell->next)
        ticks = ticks || dgs_node_tick(cell) != DGS_TICK_NONE;
    for (dgs_node *cell = row->first; ticks && cell != NULL; cell = cell->next)
        if (!cell->header && cell->nspans == 0 && cell->first == NULL &&
            !dgs_field_add(loader, cell, DGS_ACTIVE_LINE, DGS_TICK_NONE))
            return false;
    return true;
}

static bool read_row(dgs_loader *loader, dgs_str row, int line, size_t columns, dgs_node *table)
{
    bool head = table->first == NULL;
    size_t n = count_cells(row);
    if (n != columns)
        return dgs_loader_fail(loader, line, "this row has %zu cells and the first one %zu: give each row the same", n,
                               columns);
    dgs_node *node = dgs_loader_node(loader, table, DGS_NODE_ROW, line);
    dgs_str cell;
    for (size_t i = 0; node != NULL && next_cell(&row, &cell); i++)
        if (!read_cell(loader, cell, line, head || i == 0, node))
            return false;
    return node != NULL && add_lines(loader, node);
}

bool dgs_table_read(dgs_loader *loader, cmark_node *paragraph, dgs_node *into)
{
    int first = cmark_node_get_start_line(paragraph), last = cmark_node_get_end_line(paragraph);
    dgs_str head = row_text(loader->file, first, true);
    size_t columns = count_cells(head);
    if (last == first || !delimiter_row(row_text(loader->file, first + 1, false)))
        return dgs_loader_fail(loader, first, "a table needs a line like | --- | --- | under its first row");
    if (count_cells(row_text(loader->file, first + 1, false)) != columns)
        return dgs_loader_fail(loader, first + 1, "the line under the first row needs as many --- as that has cells");
    dgs_node *table = dgs_loader_node(loader, into, DGS_NODE_TABLE, first);
    if (table == NULL || !read_row(loader, head, first, columns, table))
        return false;
    for (int line = first + 2; line <= last; line++) {
        dgs_str row = row_text(loader->file, line, false);
        if (row.n == 0)
            return dgs_loader_fail(loader, line,
                                   "this line is in a table: begin it with |, or put an empty line before it");
        if (!read_row(loader, row, line, columns, table))
            return false;
    }
    if (table->first->next == NULL)
        return dgs_loader_fail(loader, first, "the table has no rows under its first one");
    return !dgs_days_in(table) || dgs_days_make(loader, table);
}
