#include "batch/rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/utf8.h"
#include "batch/charset.h"
#include "batch/rows_inner.h"
#include "host/file.h"

enum { ROWS_ARENA_CAP = 1024 * 1024, AT_ONCE = 16 * 1024, RAW_AT_ONCE = AT_ONCE / DGS_CHARSET_GROWS };

static size_t read_some(dgs_rows *rows, char *to, size_t n)
{
    ssize_t got;
    do
        got = read(rows->fd, to, n);
    while (got < 0 && errno == EINTR);
    rows->unread |= got < 0;
    return got > 0 ? (size_t)got : 0;
}

// Reads and decodes; a character whose end is not read yet waits for the next time, and at the end of the file is none.
static size_t decode_some(dgs_rows *rows)
{
    size_t n = 0;
    while (n == 0) {
        size_t got = read_some(rows, rows->raw + rows->nraw, RAW_AT_ONCE - rows->nraw);
        if (got == 0)
            return 0;
        dgs_str from = {rows->raw, rows->nraw + got};
        n = dgs_charset_decode(rows->encoding, &from, rows->bytes);
        memmove(rows->raw, from.p, from.n);
        rows->nraw = from.n;
    }
    return n;
}

// What a read gives is what was there before a change that shows only after it: a change shows no later than the bytes
// that it puts there.
static bool refill(dgs_rows *rows)
{
    rows->at = 0;
    rows->end = rows->encoding == DGS_CHARSET_UTF_8 ? read_some(rows, rows->bytes, AT_ONCE) : decode_some(rows);
    (void)dgs_rows_precheck(rows);
    return rows->end > 0;
}

// A byte that is there.
static char take_byte(dgs_rows *rows)
{
    char c = rows->bytes[rows->at++];
    rows->line += c == '\r' || (c == '\n' && !rows->after_cr);
    rows->after_cr = c == '\r';
    return c;
}

int dgs_rows_byte(dgs_rows *rows)
{
    return rows->at < rows->end || refill(rows) ? (unsigned char)take_byte(rows) : -1;
}

size_t dgs_rows_chunk(dgs_rows *rows, size_t most)
{
    size_t n = 0;
    while (n < most && (rows->at < rows->end || refill(rows))) {
        char c = rows->piece[n++] = take_byte(rows);
        if (c == '\n' || c == '\r')
            break;
    }
    rows->piece[n] = '\0';
    rows->piece_n = n;
    return n;
}

bool dgs_rows_restart(dgs_rows *rows, dgs_err *err)
{
    rows->at = rows->end = rows->nraw = 0;
    rows->line = 1;
    rows->after_cr = false;
    return lseek(rows->fd, (off_t)rows->start, SEEK_SET) == (off_t)rows->start ||
           dgs_fail(err, DGS_ERR_IO, "%s: the list could not be read: check the disk", rows->path);
}

static bool ends_in(const char *path, const char *end)
{
    size_t n = strlen(path), m = strlen(end);
    return n > m && strcasecmp(path + n - m, end) == 0;
}

static bool open_file(dgs_rows *rows, dgs_err *err)
{
    if (strcmp(rows->path, "-") == 0)
        (void)dgs_fail(err, DGS_ERR_NOINPUT,
                       "standard input cannot be read twice: save the list of practices as a file, and name that");
    else
        rows->fd = dgs_file_open("list of practices", rows->path, DGS_FILE_AGAIN, err);
    return rows->fd >= 0 && (dgs_file_identity_of(rows->fd, &rows->identity) ||
                             dgs_fail(err, DGS_ERR_IO, "%s: the list could not be read: check the disk", rows->path));
}

// Files that people take for lists.
static bool fail_beginning(const dgs_rows *rows, dgs_str first, dgs_err *err)
{
    static const struct beginning {
        const char *words, *what;
    } beginnings[] = {
        {"<!DOCTYPE html", "a web page, despite its name: open it in a spreadsheet and save it as .xlsx or CSV UTF-8"},
        {"<html", "a web page, despite its name: open it in a spreadsheet and save it as .xlsx or CSV UTF-8"},
        {"<table", "a web page, despite its name: open it in a spreadsheet and save it as .xlsx or CSV UTF-8"},
        {"<?xml",
         "XML, perhaps an old or flat workbook: open it in a spreadsheet and save it as .xlsx, .ods or CSV UTF-8"},
        {"BEGIN:VCARD", "a file of contacts (vCard): export the contacts as CSV"},
        {"TABLE\r\n0,1", "a table in an old format (DIF): open it in a spreadsheet and save it as .xlsx or CSV UTF-8"},
        {"TABLE\n0,1", "a table in an old format (DIF): open it in a spreadsheet and save it as .xlsx or CSV UTF-8"},
        {"ID;PCALCOOO", "a sheet in an old format (SYLK): open it in a spreadsheet and save it as .xlsx or CSV UTF-8"},
        {"ID;PWXL;", "a sheet in an old format (SYLK): open it in a spreadsheet and save it as .xlsx or CSV UTF-8"},
        {"%PDF-", "a PDF: export the list as CSV or .xlsx from its program"},
        {"{\\rtf", "a formatted document (RTF): save it as plain text, or the list as CSV"},
    };
    first = dgs_utf8_trim((dgs_str){first.p + rows->start, first.n - rows->start});
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t n = strlen(beginnings[i].words);
        if (first.n >= n && strncasecmp(first.p, beginnings[i].words, n) == 0)
            return !dgs_fail(err, DGS_ERR_DATA, "%s: is %s", rows->path, beginnings[i].what);
    }
    return false;
}

// What the file is, by its first bytes before its name: mail programs and downloads change names.
static bool find_kind(dgs_rows *rows, dgs_err *err)
{
    size_t n = read_some(rows, rows->bytes, AT_ONCE);
    const dgs_str first = {rows->bytes, n};
    (void)dgs_rows_precheck(rows);
    if (dgs_book_is(first))
        rows->kind = DGS_ROWS_BOOK;
    else if (ends_in(rows->path, ".jsonl") || ends_in(rows->path, ".ndjson"))
        rows->kind = DGS_ROWS_JSON_LINES;
    else
        rows->kind = ends_in(rows->path, ".json") ? DGS_ROWS_JSON : DGS_ROWS_CSV;
    rows->encoding = dgs_charset_find(first, rows->how.encoding, &rows->start);
    if (rows->kind == DGS_ROWS_BOOK)
        return true;
    if (fail_beginning(rows, first, err))
        return false;
    return rows->how.sheet == NULL ||
           dgs_fail(err, DGS_ERR_USAGE,
                    "%s: --sheet is for workbooks (.xlsx, .ods), and this is not one: remove --sheet", rows->path);
}

static bool could_be_read(const dgs_rows *rows, dgs_err *err)
{
    return !rows->unread ||
           dgs_fail(err, DGS_ERR_IO, "%s: the list could not be read completely: check the disk", rows->path);
}

// A workbook is read once, and its cells are kept.
static bool begin_book(dgs_rows *rows, dgs_err *err)
{
    if (rows->book != NULL)
        return dgs_sheet_begin(rows, err);
    rows->book = dgs_book_read(rows->fd, rows->path, rows->how.sheet, err);
    (void)dgs_rows_precheck(rows);
    return rows->book != NULL && dgs_sheet_begin(rows, err);
}

bool dgs_rows_begin(dgs_rows *rows, dgs_err *err)
{
    static bool (*const begins[])(dgs_rows *rows, dgs_err *err) = {[DGS_ROWS_CSV] = dgs_csv_begin,
                                                                   [DGS_ROWS_JSON_LINES] = dgs_json_begin,
                                                                   [DGS_ROWS_JSON] = dgs_json_begin,
                                                                   [DGS_ROWS_BOOK] = begin_book};
    rows->count = 0;
    return dgs_rows_restart(rows, err) && begins[rows->kind](rows, err) && could_be_read(rows, err);
}

dgs_rows *dgs_rows_open(const char *path, const dgs_rows_how *how, dgs_err *err)
{
    dgs_rows *rows = calloc(1, sizeof *rows);
    if (rows == NULL) {
        dgs_fail_memory(err);
        return NULL;
    }
    rows->path = path;
    rows->how = how == NULL ? (dgs_rows_how){DGS_CHARSET_FIND, NULL, NULL, 0} : *how;
    rows->fd = -1;
    rows->delimiter = ',';
    rows->arena = dgs_arena_new(ROWS_ARENA_CAP);
    rows->piece = malloc(DGS_ROW_MAX + 2);
    rows->bytes = malloc(AT_ONCE);
    rows->raw = malloc(RAW_AT_ONCE);
    bool ok = (rows->arena != NULL && rows->piece != NULL && rows->bytes != NULL && rows->raw != NULL) ||
              dgs_fail_memory(err);
    if (!ok || !open_file(rows, err) || !find_kind(rows, err) || !dgs_rows_begin(rows, err)) {
        dgs_rows_close(rows);
        return NULL;
    }
    return rows;
}

bool dgs_rows_precheck(dgs_rows *rows)
{
    rows->changed |= !dgs_file_unchanged(rows->fd, rows->path, &rows->identity);
    return !rows->changed;
}

bool dgs_rows_changed(const dgs_rows *rows)
{
    return rows->changed;
}

void dgs_rows_close(dgs_rows *rows)
{
    if (rows == NULL)
        return;
    if (rows->parser_open)
        csv_free(&rows->parser);
    if (rows->fd >= 0)
        (void)close(rows->fd); // only read from
    dgs_arena_free(rows->arena);
    free(rows->piece);
    free(rows->bytes);
    free(rows->raw);
    dgs_book_free(rows->book);
    free(rows);
}

const char *dgs_rows_sheet(const dgs_rows *rows)
{
    return rows->book == NULL ? NULL : dgs_book_sheet(rows->book);
}

const char *dgs_rows_delimiter(const dgs_rows *rows)
{
    return rows->kind != DGS_ROWS_CSV ? NULL
           : rows->delimiter == ';'   ? "semicolons"
           : rows->delimiter == '\t'  ? "tabs"
           : rows->delimiter == '|'   ? "vertical bars"
                                      : NULL;
}

dgs_rows_got dgs_rows_next(dgs_rows *rows, dgs_row *row, dgs_err *err)
{
    dgs_arena_reset(rows->arena);
    *row = (dgs_row){.n = rows->count + 1, .line = rows->line};
    rows->err = err;
    dgs_rows_got got = rows->kind == DGS_ROWS_CSV    ? dgs_csv_next(rows, row, err)
                       : rows->kind == DGS_ROWS_BOOK ? dgs_sheet_next(rows, row)
                                                     : dgs_json_next(rows, row, err);
    if (err->kind != DGS_OK)
        return DGS_ROWS_FAILED;
    if (!could_be_read(rows, err)) // whatever there was of the row
        return DGS_ROWS_FAILED;
    rows->count += got == DGS_ROWS_ROW;
    return got;
}
