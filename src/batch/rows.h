// A list of practices, row by row: CSV by libcsv, JSON by libjansson, workbooks (batch/book.h). Knows the profile's
// keys and nothing of what their values mean. Never holds more than a row and a read buffer, but for a workbook.
#ifndef DGS_BATCH_ROWS_H
#define DGS_BATCH_ROWS_H
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"
#include "batch/name.h"
#include "order/job.h"
#include "order/setting.h"

enum { DGS_ROWS_FAULT_MAX = 2000, DGS_ROWS_UNUSED_MAX = 800 }; // bytes of what is wrong with a row; of names

typedef struct dgs_row {
    unsigned long long n; // 1 = the first row under the heading
    int line;             // of the file, where it begins
    const char
        *text[DGS_SETTINGS]; // the cells as they are, until the next row is read; NULL = empty, or no such column
    const char *column[DGS_NAME_COLUMNS_MAX]; // those of columns that are no keys but wanted; NULL = empty
    bool broken;                    // its cells are not what they seem: a separator or quotation mark is wrong
    char fault[DGS_ROWS_FAULT_MAX]; // why this row cannot be used, sentences with \n between; empty = it can
} dgs_row;

typedef struct dgs_rows dgs_rows;

typedef struct dgs_rows_how { // how a list is read; zeros where nobody told
    dgs_charset encoding;
    const char *sheet;     // of a workbook; NULL = the first
    const dgs_str *wanted; // names of columns that are no keys, for the names of files
    size_t nwanted;        // at most DGS_NAME_COLUMNS_MAX
} dgs_rows_how;

// Opens the file: a workbook by what it begins with; one whose name ends in .jsonl or .ndjson holds JSON Lines, in
// .json objects, any other CSV (RFC 4180; lines may end in CR LF, LF or CR; the mark between cells is the one that a
// line "sep=" tells, else the one of comma, semicolon, tab and bar that is most frequent in the first line). The
// encoding is that of `how`, or what the first bytes show (batch/charset.h). `how` may be NULL; what it holds lives as
// long as the rows. Fails with DGS_ERR_NOINPUT or, where the heading cannot be used, with DGS_ERR_DATA: no column that
// is a key, one that is mistyped, twice the same; all of that at once; with DGS_ERR_USAGE where a wanted column is not
// there. (An object of JSON without a wanted key is a bad row.) NULL on failure; freed by dgs_rows_close(). One
// that is not a regular file fails with DGS_ERR_NOINPUT, before it is opened. `path` lives as long as the rows.
dgs_rows *dgs_rows_open(const char *path, const dgs_rows_how *how, dgs_err *err);
void dgs_rows_close(dgs_rows *rows);

// Goes to the first row again, of the same open file. Fails as dgs_rows_open().
bool dgs_rows_begin(dgs_rows *rows, dgs_err *err);

// Whether the file is not as it was when it was opened, as far as that was seen when bytes were last read: rows given
// up to then are of the file as it was.
bool dgs_rows_changed(const dgs_rows *rows);

// Looks now, also for whether the file still has its name. False where it has changed, once and for all.
bool dgs_rows_precheck(dgs_rows *rows);

// The names of columns, or of the objects' keys up to now, that are not used: "'id' and 'notes'". False where there are
// none.
bool dgs_rows_unused(const dgs_rows *rows, char names[DGS_ROWS_UNUSED_MAX]);

// The line of the heading, where others with words are above it; else 0.
int dgs_rows_heading_line(const dgs_rows *rows);

// Whether the list has columns, and none of them is the practice's name.
bool dgs_rows_nameless(const dgs_rows *rows);

// Whether rows may have this setting: a column has its name, or there are none.
bool dgs_rows_may_have(const dgs_rows *rows, dgs_setting setting);

// The sheet of the workbook that is read, where there are others; else NULL.
const char *dgs_rows_sheet(const dgs_rows *rows);

// What parts the cells, where it is not the comma: "semicolons", "tabs". Else NULL.
const char *dgs_rows_delimiter(const dgs_rows *rows);

typedef enum dgs_rows_got { DGS_ROWS_ROW, DGS_ROWS_END, DGS_ROWS_FAILED } dgs_rows_got;

// The next row, good or bad: one with cells beyond the named columns, a cell that is too long, not UTF-8, holds a NUL,
// an error value of a spreadsheet or text that was encoded twice, a stray quotation mark, JSON that is not an object of
// texts, a mistyped key. Cells that are left out at the end are empty. Blank lines and rows of separators alone are
// ignored. Fails with DGS_ERR_IO, DGS_ERR_MEMORY or, where a row is longer than DGS_ROW_MAX (a quotation mark that
// is never closed) or an array is, DGS_ERR_DATA.
dgs_rows_got dgs_rows_next(dgs_rows *rows, dgs_row *row, dgs_err *err);
#endif
