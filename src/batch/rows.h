// A list of practices, row by row: CSV by libcsv, JSON Lines by libjansson. Knows the profile's keys and nothing of
// what their values mean. Never holds more than a row and a read buffer.
#ifndef DGS_BATCH_ROWS_H
#define DGS_BATCH_ROWS_H
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"
#include "order/setting.h"

enum { DGS_ROWS_FAULT_MAX = 400 }; // bytes of what is wrong with a row

typedef struct dgs_row {
    unsigned long long n; // 1 = the first row under the heading
    int line;             // of the file, where it begins
    const char
        *text[DGS_SETTINGS]; // the cells as they are, until the next row is read; NULL = empty, or no such column
    char fault[DGS_ROWS_FAULT_MAX]; // why this row cannot be used: "has 4 cells, ..."; empty = it can
} dgs_row;

typedef struct dgs_rows dgs_rows;

// Opens the file: one whose name ends in .jsonl or .ndjson holds JSON Lines, any other CSV (RFC 4180; UTF-8 with or
// without a byte order mark; lines may end in CR LF, LF or CR; the delimiter is the one of comma, semicolon
// and tab that is most frequent in the first line). Fails with DGS_ERR_NOINPUT or, where the heading cannot be used,
// with DGS_ERR_DATA: a column that is no key, twice the same, none at all. NULL on failure; freed by dgs_rows_close().
// One that is no regular file fails with DGS_ERR_NOINPUT, before it is opened. `path` lives as long as the rows.
dgs_rows *dgs_rows_open(const char *path, dgs_err *err);
void dgs_rows_close(dgs_rows *rows);

// Goes to the first row again, of the same open file. Fails as dgs_rows_open().
bool dgs_rows_begin(dgs_rows *rows, dgs_err *err);

// Whether the file is not as it was when it was opened, as far as that was seen when bytes were last read: rows given
// up to then are of the file as it was.
bool dgs_rows_changed(const dgs_rows *rows);

// Looks now, also for whether the file still has its name. False where it has changed, once and for all.
bool dgs_rows_precheck(dgs_rows *rows);

// What parts the cells, where it is not the comma: "semicolons", "tabs". Else NULL.
const char *dgs_rows_delimiter(const dgs_rows *rows);

typedef enum dgs_rows_got { DGS_ROWS_ROW, DGS_ROWS_END, DGS_ROWS_FAILED } dgs_rows_got;

// The next row, good or bad: one with too many or too few cells, a cell that is too long, not UTF-8 or holds a NUL, a
// stray quotation mark, JSON that is no object of texts, an unknown key. Blank lines are passed over. Fails with
// DGS_ERR_IO, DGS_ERR_MEMORY or, where a row is longer than DGS_ROW_MAX (a quotation mark that is never closed),
// DGS_ERR_DATA.
dgs_rows_got dgs_rows_next(dgs_rows *rows, dgs_row *row, dgs_err *err);
#endif
