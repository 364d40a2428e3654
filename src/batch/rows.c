#include "batch/rows.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/form.h"
#include "base/utf8.h"
#include "batch/rows_inner.h"
#include "host/file.h"

enum { ROWS_ARENA_CAP = 1024 * 1024, AT_ONCE = 16 * 1024 };

// What a read gives is what was there before a change that shows only after it: a change shows no later than the bytes
// that it puts there.
static bool refill(dgs_rows *rows)
{
    ssize_t got;
    do
        got = read(rows->fd, rows->bytes, AT_ONCE);
    while (got < 0 && errno == EINTR);
    rows->unread |= got < 0;
    rows->at = 0;
    rows->end = got > 0 ? (size_t)got : 0;
    (void)dgs_rows_precheck(rows);
    return got > 0;
}

size_t dgs_rows_chunk(dgs_rows *rows, size_t most)
{
    size_t n = 0;
    while (n < most && (rows->at < rows->end || refill(rows))) {
        char c = rows->bytes[rows->at++];
        rows->piece[n++] = c;
        rows->line += c == '\r' || (c == '\n' && !rows->after_cr);
        rows->after_cr = c == '\r';
        if (c == '\n' || c == '\r')
            break;
    }
    rows->piece[n] = '\0';
    rows->piece_n = n;
    return n;
}

bool dgs_rows_seek(dgs_rows *rows, long long to, dgs_err *err)
{
    rows->at = rows->end = 0;
    return lseek(rows->fd, (off_t)to, SEEK_SET) == (off_t)to ||
           dgs_fail(err, DGS_ERR_IO, "%s: the list could not be read: check the disk", rows->path);
}

void dgs_rows_fault(dgs_row *row, const char *format, ...)
{
    if (row->fault[0] != '\0')
        return;
    va_list args;
    va_start(args, format);
    (void)vsnprintf(row->fault, sizeof row->fault, format, args);
    va_end(args);
}

static bool cell_is_sound(dgs_row *row, const char *key, dgs_str cell)
{
    if (cell.n > DGS_CELL_MAX)
        dgs_rows_fault(row, "%s has %zu bytes: %d is the most, so shorten it", key, cell.n, DGS_CELL_MAX);
    else if (cell.n > 0 && memchr(cell.p, '\0', cell.n) != NULL)
        dgs_rows_fault(row, "%s holds a NUL byte: save the file as plain text", key);
    else if (dgs_utf8_check(cell) < cell.n)
        dgs_rows_fault(row, "%s is not valid UTF-8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8)", key);
    else
        return true;
    return false;
}

void dgs_rows_put(dgs_rows *rows, dgs_row *row, dgs_setting setting, dgs_str cell)
{
    if (!cell_is_sound(row, dgs_setting_table[setting].key, cell))
        return;
    cell = dgs_str_trim(cell);
    if (cell.n == 0)
        return;
    if (dgs_setting_table[setting].kind == DGS_KIND_FONTS) {
        dgs_rows_fault(row, "fonts are opened once for the whole list: name their file with --fonts or in a profile");
        return;
    }
    if (dgs_setting_table[setting].kind != DGS_KIND_FILE && !dgs_form_compose(rows->arena, &cell)) {
        (void)dgs_fail_memory(rows->err);
        return;
    }
    char *copy = dgs_str_copy(rows->arena, cell), *to = copy;
    if (copy == NULL) {
        (void)dgs_fail_memory(rows->err);
        return;
    }
    for (const char *from = copy; *from != '\0'; from++) {
        bool cr = *from == '\r';
        *to++ = cr ? '\n' : *from;
        from += cr && from[1] == '\n';
    }
    *to = '\0';
    row->text[setting] = copy;
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

// The first bytes: a byte order mark is passed over, one of UTF-16 is told.
static bool skip_mark(dgs_rows *rows, long long *start, dgs_err *err)
{
    *start = 0;
    if (!refill(rows))
        return true;
    dgs_str first = {rows->bytes, rows->end};
    if (dgs_str_starts(first, "\xff\xfe") || dgs_str_starts(first, "\xfe\xff"))
        return dgs_fail(err, DGS_ERR_DATA, "%s: this is UTF-16: save the list as UTF-8 (in a spreadsheet: CSV UTF-8)",
                        rows->path);
    if (dgs_str_starts(first, "\xef\xbb\xbf"))
        *start = 3;
    rows->at = (size_t)*start;
    return true;
}

static bool could_be_read(const dgs_rows *rows, dgs_err *err)
{
    return !rows->unread ||
           dgs_fail(err, DGS_ERR_IO, "%s: the list could not be read to its end: check the disk", rows->path);
}

bool dgs_rows_begin(dgs_rows *rows, dgs_err *err)
{
    long long start;
    rows->line = 1;
    rows->after_cr = false;
    rows->count = 0;
    return dgs_rows_seek(rows, 0, err) && skip_mark(rows, &start, err) &&
           (rows->json || dgs_csv_begin(rows, start, err)) && could_be_read(rows, err);
}

dgs_rows *dgs_rows_open(const char *path, dgs_err *err)
{
    dgs_rows *rows = calloc(1, sizeof *rows);
    if (rows == NULL) {
        dgs_fail_memory(err);
        return NULL;
    }
    rows->path = path;
    rows->fd = -1;
    rows->delimiter = ',';
    rows->json = ends_in(path, ".jsonl") || ends_in(path, ".ndjson");
    rows->arena = dgs_arena_new(ROWS_ARENA_CAP);
    rows->piece = malloc(DGS_ROW_MAX + 2);
    rows->bytes = malloc(AT_ONCE);
    bool ok = (rows->arena != NULL && rows->piece != NULL && rows->bytes != NULL) || dgs_fail_memory(err);
    if (!ok || !open_file(rows, err) || !dgs_rows_begin(rows, err)) {
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
    free(rows);
}

const char *dgs_rows_delimiter(const dgs_rows *rows)
{
    return rows->delimiter == ';' ? "semicolons" : rows->delimiter == '\t' ? "tabs" : NULL;
}

dgs_rows_got dgs_rows_next(dgs_rows *rows, dgs_row *row, dgs_err *err)
{
    dgs_arena_reset(rows->arena);
    *row = (dgs_row){.n = rows->count + 1, .line = rows->line};
    rows->err = err;
    dgs_rows_got got = rows->json ? dgs_jsonl_next(rows, row, err) : dgs_csv_next(rows, row, err);
    if (err->kind != DGS_OK)
        return DGS_ROWS_FAILED;
    if (!could_be_read(rows, err)) // whatever there was of the row
        return DGS_ROWS_FAILED;
    rows->count += got == DGS_ROWS_ROW;
    return got;
}
