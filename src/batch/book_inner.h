// What the kinds of workbooks share. Private to the reading of workbooks.
#ifndef DGS_BATCH_BOOK_INNER_H
#define DGS_BATCH_BOOK_INNER_H
#include <expat.h>

#include "batch/book.h"
#include "batch/zip.h"

enum { DGS_SHEET_NAME_MAX = 128 };

struct dgs_book {
    dgs_arena *arena;
    const char *path, *sheet; // its file; the sheet that is asked for, or NULL
    dgs_str zip;
    dgs_book_row *rows;
    size_t nrows, cap;
    dgs_book_cell *cells; // of the row that is being read
    size_t ncells, cells_cap, ncells_all;
    size_t nsheets;
    char name[DGS_SHEET_NAME_MAX]; // of the one that is read; empty = not found yet
    char others[400];              // names, for a message
    dgs_err *err;
};

// Starts and ends of elements by their local names; words of elements between.
typedef struct dgs_book_xml {
    void (*begin)(void *ctx, const char *element, const char **attributes);
    void (*end)(void *ctx, const char *element);
    void (*words)(void *ctx, dgs_str words);
} dgs_book_xml;

// Parses a file of the archive. Fails where it is not XML or has a DOCTYPE, which no workbook has; ends, and is false,
// as soon as book->err is set.
bool dgs_book_parse(dgs_book *book, const char *name, const dgs_book_xml *xml, void *ctx);

// The value of an attribute, by its local name, where it has no other; NULL = there is none.
const char *dgs_book_attribute(const char **attributes, const char *name);

// Whether this sheet, the next one of the workbook, is the one to read. Notes its name.
bool dgs_book_wants(dgs_book *book, const char *name, bool hidden);

// The cells of the row in hand, from left to right: words, which are copied, or something that is not read. Then the
// row's end; `times` rows are alike.
void dgs_book_add(dgs_book *book, size_t column, dgs_str words);
void dgs_book_add_unread(dgs_book *book, size_t column);
void dgs_book_end_row(dgs_book *book, int line, int times);

bool dgs_book_read_xlsx(dgs_book *book);
bool dgs_book_read_ods(dgs_book *book);

// A number as the format shows it (ECMA-376, 18.8.31): digits, signs between them, thousands, decimals, per cent. False
// for what is beyond that, such as dates.
bool dgs_book_number(const char *format, double value, dgs_buf *to);
#endif
