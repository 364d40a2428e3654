// A workbook's sheet as rows of words: .xlsx (ECMA-376) and .ods (OpenDocument 1.3), by expat and batch/zip.h. A number
// is as the sheet shows it. Formulas are not computed: what was stored with them is read. Knows nothing of practices.
#ifndef DGS_BATCH_BOOK_H
#define DGS_BATCH_BOOK_H
#include "base/err.h"
#include "base/str.h"

typedef struct dgs_book dgs_book;

// Whether a file that begins so is a workbook or what office programs store in the same way.
bool dgs_book_is(dgs_str first);

// Reads a sheet of the workbook that is open as `fd`: by its name, in capitals or not, by its number from 1 on, or,
// where `sheet` is NULL, the first that is not hidden. Fails with DGS_ERR_DATA where it is not a workbook that can be
// read
// (.numbers, .xls, a password), a limit of base/limits.h is passed, or there is no such sheet; the message says what to
// do. NULL on failure; freed by dgs_book_free(). `path` is its name in messages.
dgs_book *dgs_book_read(int fd, const char *path, const char *sheet, dgs_err *err);
void dgs_book_free(dgs_book *book);

typedef struct dgs_book_cell {
    size_t column; // 0 = A
    dgs_str words; // none where it is a date, or a number in a format that is not read
} dgs_book_cell;

typedef struct dgs_book_row {
    int line;                   // 1 = the sheet's first
    const dgs_book_cell *cells; // those with words, from left to right
    size_t n;
} dgs_book_row;

// The i-th row that has words; NULL after the last one.
const dgs_book_row *dgs_book_row_at(const dgs_book *book, size_t i);

// The sheet that was read, where there are others that could have been; else NULL.
const char *dgs_book_sheet(const dgs_book *book);
#endif
