// CSV by libcsv, in its strict mode: a quotation mark where RFC 4180 has none makes the row a bad one, and reading goes
// on with the next line.
#include <string.h>

#include "batch/rows_inner.h"

// How often a delimiter separates cells in a line: not between quotation marks.
static size_t count_delimiters(dgs_str line, char delimiter)
{
    size_t n = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.n; i++) {
        quoted ^= line.p[i] == '"';
        n += !quoted && line.p[i] == delimiter;
    }
    return n;
}

static char find_delimiter(dgs_str line)
{
    static const char delimiters[] = {',', ';', '\t'};
    char best = ',';
    size_t most = 0;
    for (size_t i = 0; i < sizeof delimiters; i++) {
        size_t n = count_delimiters(line, delimiters[i]);
        if (n > most) {
            most = n;
            best = delimiters[i];
        }
    }
    return best;
}

static bool take_heading(dgs_rows *rows, dgs_str cell)
{
    const char *near = NULL, *word = dgs_str_copy(rows->arena, dgs_str_trim(cell));
    dgs_setting setting;
    if (word == NULL)
        return dgs_fail_memory(rows->err);
    if (word[0] == '\0')
        return dgs_fail(rows->err, DGS_ERR_DATA,
                        "%s: column %zu has no name in the first line: give it one of the "
                        "profile's keys, or delete it",
                        rows->path, rows->ncells);
    if (!dgs_setting_find(word, &setting, &near))
        return dgs_fail(rows->err, DGS_ERR_DATA, "%s: there is no column '%.60s'%s%s: %s", rows->path, word,
                        near == NULL ? "" : ", did you mean ", near == NULL ? "" : near,
                        near == NULL ? "the first line names keys of a profile, which dgs-pdf init shows"
                                     : "correct the first line");
    for (size_t i = 0; i < rows->ncolumns; i++)
        if (rows->column[i] == setting)
            return dgs_fail(rows->err, DGS_ERR_DATA, "%s: there are two columns '%s': keep one of them", rows->path,
                            word);
    rows->column[rows->ncolumns++] = setting;
    return true;
}

static void on_cell(void *bytes, size_t n, void *ctx)
{
    dgs_rows *rows = ctx;
    dgs_str cell = {bytes == NULL ? "" : bytes, n};
    rows->ncells++;
    if (!rows->heading_read)
        (void)take_heading(rows, cell);
    else if (rows->ncells <= rows->ncolumns)
        dgs_rows_put(rows, rows->row, rows->column[rows->ncells - 1], cell);
}

static void on_row(int end, void *ctx)
{
    dgs_rows *rows = ctx;
    (void)end;
    if (rows->heading_read && rows->ncells != rows->ncolumns)
        dgs_rows_fault(rows->row,
                       "this row has %zu cell%s where the first line names %zu columns: check its separators and "
                       "quotation marks",
                       rows->ncells, rows->ncells == 1 ? "" : "s", rows->ncolumns);
    bool filled = false;
    for (size_t i = 0; i < rows->ncolumns && rows->heading_read; i++)
        filled |= rows->row->text[rows->column[i]] != NULL;
    if (rows->heading_read && !filled)
        dgs_rows_fault(rows->row, "this row has only empty cells: delete the line, or fill it in");
    rows->row_done = true;
}

static bool open_parser(dgs_rows *rows)
{
    if (rows->parser_open)
        csv_free(&rows->parser);
    rows->parser_open = csv_init(&rows->parser, CSV_STRICT | CSV_STRICT_FINI) == 0;
    csv_set_delim(&rows->parser, (unsigned char)rows->delimiter);
    csv_set_blk_size(&rows->parser, DGS_CELL_MAX);
    return rows->parser_open || dgs_fail_memory(rows->err);
}

// Passes over the rest of a line that cannot be read.
static void skip_line(dgs_rows *rows)
{
    while (rows->piece_n > 0 && rows->piece[rows->piece_n - 1] != '\n' && rows->piece[rows->piece_n - 1] != '\r')
        (void)dgs_rows_chunk(rows, DGS_PIECE_MAX);
}

static void stray_mark(dgs_rows *rows, dgs_row *row)
{
    dgs_rows_fault(row,
                   "a quotation mark stands inside cell %zu: double it (\"\") and put the whole cell into "
                   "quotation marks",
                   rows->ncells + 1);
    skip_line(rows);
    rows->row_done = open_parser(rows);
}

static bool feed(dgs_rows *rows, dgs_row *row)
{
    size_t taken = csv_parse(&rows->parser, rows->piece, rows->piece_n, on_cell, on_row, rows);
    if (taken == rows->piece_n)
        return true;
    if (csv_error(&rows->parser) != CSV_EPARSE)
        return dgs_fail_memory(rows->err);
    stray_mark(rows, row);
    return true;
}

// At the end of the file, which may have no line end.
static bool finish(dgs_rows *rows, dgs_row *row)
{
    rows->ended = true;
    if (csv_fini(&rows->parser, on_cell, on_row, rows) == 0)
        return true;
    dgs_rows_fault(row, "the quotation mark of cell %zu is never closed: close it", rows->ncells + 1);
    rows->row_done = true;
    return true;
}

// A piece ends with its line at the latest, so it never holds the end of more than one row. Blank lines have none.
static bool read_row(dgs_rows *rows, dgs_row *row)
{
    rows->row = row;
    rows->row_done = false;
    rows->ncells = rows->row_bytes = 0;
    while (!rows->row_done && !rows->ended) {
        if (rows->row_bytes == 0)
            row->line = rows->line;
        size_t n = dgs_rows_chunk(rows, DGS_PIECE_MAX);
        bool blank = rows->row_bytes == 0 && dgs_str_trim((dgs_str){rows->piece, n}).n == 0;
        rows->row_bytes += blank ? 0 : n;
        if (rows->row_bytes > DGS_ROW_MAX)
            return dgs_fail(rows->err, DGS_ERR_DATA,
                            "%s:%d: the row that begins here has more than %d KB: a quotation mark may not be closed",
                            rows->path, row->line, DGS_ROW_MAX / 1024);
        if (n == 0 ? !finish(rows, row) : !feed(rows, row))
            return false;
        if (rows->err->kind != DGS_OK)
            return false;
    }
    return true;
}

bool dgs_csv_begin(dgs_rows *rows, long long start, dgs_err *err)
{
    dgs_row heading = {0};
    rows->err = err;
    rows->ended = rows->heading_read = false;
    rows->ncolumns = 0;
    (void)dgs_rows_chunk(rows, DGS_ROW_MAX);
    rows->delimiter = find_delimiter((dgs_str){rows->piece, rows->piece_n});
    rows->line = 1;
    rows->after_cr = false;
    if (!dgs_rows_seek(rows, start, err) || !open_parser(rows) || !read_row(rows, &heading))
        return false;
    if (rows->unread)
        return dgs_fail(err, DGS_ERR_IO, "%s: the first line could not be read: check the disk", rows->path);
    if (heading.fault[0] != '\0')
        return dgs_fail(err, DGS_ERR_DATA, "%s:1: %s", rows->path, heading.fault);
    if (rows->ncolumns == 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s: is empty: name the columns in the first line, like name,phone,website",
                        rows->path);
    rows->heading_read = true;
    return true;
}

dgs_rows_got dgs_csv_next(dgs_rows *rows, dgs_row *row, dgs_err *err)
{
    if (rows->ended)
        return DGS_ROWS_END;
    if (!read_row(rows, row))
        return DGS_ROWS_FAILED;
    (void)err;
    return rows->row_done ? DGS_ROWS_ROW : DGS_ROWS_END;
}
