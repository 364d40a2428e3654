// CSV by libcsv, in its strict mode: a quotation mark where RFC 4180 has none makes the row a bad one, and reading goes
// on with the next line.
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

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
    static const char delimiters[] = {',', ';', '\t', '|'};
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

// The first line that Excel writes and takes, to tell the mark: "sep=;", with or without quotation marks; when it was
// saved again, more marks follow. '\0' where the line is no such.
static char told_mark(dgs_str line)
{
    line = dgs_str_trim(line);
    size_t quote = line.n > 0 && line.p[0] == '"';
    if (line.n < quote + 5 || strncasecmp(line.p + quote, "sep=", 4) != 0)
        return '\0';
    char mark = line.p[quote + 4];
    for (size_t i = quote + 5; i < line.n; i++)
        if (line.p[i] != mark && line.p[i] != '"' && line.p[i] != ',' && line.p[i] != ';')
            return '\0';
    return ispunct((unsigned char)mark) && mark != '"' ? mark : '\0';
}

static void on_cell(void *bytes, size_t n, void *ctx)
{
    dgs_rows *rows = ctx;
    dgs_str cell = {bytes == NULL ? "" : bytes, n};
    if (rows->heading_read)
        dgs_rows_cell(rows, cell);
    else
        dgs_columns_add(rows, cell);
}

// A row of separators alone is none, as a blank line is.
static void on_row(int end, void *ctx)
{
    dgs_rows *rows = ctx;
    (void)end;
    rows->row_done = !rows->heading_read || dgs_rows_end_row(rows);
    if (rows->row_done)
        return;
    dgs_rows_begin_row(rows, rows->row);
    rows->row_bytes = 0;
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
    dgs_rows_break(row,
                   "cell %zu has a quotation mark inside: double it (\"\") and put the whole cell into "
                   "quotation marks",
                   (rows->heading_read ? rows->ncells : rows->columns.n) + 1);
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
    dgs_rows_break(row, "the quotation mark of cell %zu is never closed: close it", rows->ncells + 1);
    rows->row_done = true;
    return true;
}

// A piece ends with its line at the latest, so it never holds the end of more than one row. Blank lines have none.
static bool read_row(dgs_rows *rows, dgs_row *row)
{
    dgs_rows_begin_row(rows, row);
    rows->row_done = false;
    rows->row_bytes = 0;
    while (!rows->row_done && !rows->ended) {
        if (rows->row_bytes == 0)
            row->line = rows->line;
        size_t n = dgs_rows_chunk(rows, DGS_PIECE_MAX);
        bool blank = rows->row_bytes == 0 && dgs_str_trim((dgs_str){rows->piece, n}).n == 0;
        rows->row_bytes += blank ? 0 : n;
        if (rows->row_bytes > DGS_ROW_MAX)
            return dgs_fail(
                rows->err, DGS_ERR_DATA,
                "%s:%d: the row that begins here has more than %d KB: perhaps a quotation mark is not closed",
                rows->path, row->line, DGS_ROW_MAX / 1024);
        if (n == 0 ? !finish(rows, row) : !feed(rows, row))
            return false;
        if (rows->err->kind != DGS_OK)
            return false;
    }
    return true;
}

// A line without any mark between cells that is no key either: it shows no mark, and may be a title above the heading.
static bool shows_no_mark(dgs_str line)
{
    char name[DGS_COLUMN_NAME_MAX];
    const char *near;
    dgs_setting setting;
    (void)snprintf(name, sizeof name, "%.*s", (int)(line.n < sizeof name ? line.n : sizeof name), line.p);
    return count_delimiters(line, find_delimiter(line)) == 0 && !dgs_setting_find(name, &setting, &near);
}

// The mark between cells, by the first line that shows one, or by the line that tells it.
static bool read_mark(dgs_rows *rows, dgs_err *err)
{
    size_t n, lines = 0;
    do
        n = dgs_rows_chunk(rows, DGS_ROW_MAX);
    while (n > 0 && (dgs_str_trim((dgs_str){rows->piece, n}).n == 0 ||
                     (shows_no_mark((dgs_str){rows->piece, n}) && lines++ < DGS_TITLE_LINES)));
    char told = told_mark((dgs_str){rows->piece, n});
    rows->sep_line = told != '\0';
    rows->delimiter = rows->sep_line ? told : find_delimiter((dgs_str){rows->piece, n});
    return rows->sep_line || dgs_rows_restart(rows, err);
}

// Where the first line has no key, it may be a title that stands above the heading.
static bool find_heading(dgs_rows *rows)
{
    const dgs_rows_columns first = rows->columns;
    for (int i = 0; i < DGS_TITLE_LINES && rows->columns.known == 0 && !rows->ended; i++) {
        dgs_row row = {0};
        rows->columns = (dgs_rows_columns){0};
        if (!read_row(rows, &row))
            return false;
        rows->columns.line = row.line;
        if (row.fault[0] != '\0' || !dgs_columns_plausible(&rows->columns))
            rows->columns.known = 0;
    }
    if (rows->columns.known == 0)
        rows->columns = first;
    return true;
}

bool dgs_csv_begin(dgs_rows *rows, dgs_err *err)
{
    dgs_row heading = {0};
    rows->err = err;
    rows->ended = rows->heading_read = false;
    rows->columns = (dgs_rows_columns){0};
    if (!read_mark(rows, err) || !open_parser(rows) || !read_row(rows, &heading))
        return false;
    if (rows->unread)
        return dgs_fail(err, DGS_ERR_IO, "%s: the first row could not be read: check the disk", rows->path);
    if (heading.fault[0] != '\0')
        return dgs_fail(err, DGS_ERR_DATA, "%s:%d: %s", rows->path, heading.line, heading.fault);
    if (!find_heading(rows))
        return false;
    rows->heading_read = true;
    return dgs_columns_end(rows, err);
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
