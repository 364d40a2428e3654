// What the kinds of lists share. Private to the reading of rows.
#ifndef DGS_BATCH_ROWS_INNER_H
#define DGS_BATCH_ROWS_INNER_H
#include <csv.h>

#include "batch/book.h"
#include "batch/rows.h"
#include "host/file.h"

enum {
    DGS_PIECE_MAX = 4096,
    DGS_COLUMNS_MAX = 1024,      // a spreadsheet's empty columns may be many; words beyond are reported
    DGS_COLUMNS_UNUSED_MAX = 12, // names that are reported
    DGS_COLUMN_NAME_MAX = 60,    // bytes of a name, for messages
    DGS_TITLE_LINES = 10         // rows that may be above a heading
};

typedef enum dgs_address_part { // but for the street, which is the setting itself
    DGS_ADDRESS_SUITE,
    DGS_ADDRESS_CITY,
    DGS_ADDRESS_STATE,
    DGS_ADDRESS_ZIP,
    DGS_ADDRESS_PARTS
} dgs_address_part;

// Of a column: these, a dgs_setting below them, or a dgs_address_part from DGS_COLUMN_PART on.
typedef enum dgs_column { DGS_COLUMN_UNUSED = DGS_SETTINGS, DGS_COLUMN_UNNAMED, DGS_COLUMN_PART } dgs_column;

typedef struct dgs_address { // a row's
    const char *text[DGS_ADDRESS_PARTS];
    dgs_address_part order[DGS_ADDRESS_PARTS]; // of the columns
    size_t n;
} dgs_address;

typedef struct dgs_rows_columns { // of the first line, or of all objects
    unsigned char of[DGS_COLUMNS_MAX];
    size_t n, known;
    char name[DGS_SETTINGS][DGS_COLUMN_NAME_MAX]; // as it is there; empty = there is none
    char part[DGS_ADDRESS_PARTS][DGS_COLUMN_NAME_MAX];
    size_t wanted[DGS_NAME_COLUMNS_MAX]; // numbers of columns, 1 = the first; 0 = not there
    int line;                            // where the names stand; 0 = in the first one with words
    char unused[DGS_COLUMNS_UNUSED_MAX][DGS_COLUMN_NAME_MAX];
    size_t nunused; // more than these, perhaps
    char problems[600];
    bool others; // not only two columns for one key
} dgs_rows_columns;

typedef enum dgs_rows_kind {
    DGS_ROWS_CSV,
    DGS_ROWS_JSON_LINES,
    DGS_ROWS_JSON, // an array of objects, or objects one after the other
    DGS_ROWS_BOOK
} dgs_rows_kind;

struct dgs_rows {
    int fd; // one for all passes; -1: not open
    const char *path;
    dgs_rows_how how;
    dgs_rows_kind kind;
    dgs_file_identity identity; // as it was when it was opened
    bool changed, unread;       // it is not as it was; the disk failed
    char *raw;                  // what was read at once, where it is not UTF-8
    size_t nraw;                // bytes of a character that the next read completes
    dgs_charset encoding;
    size_t start; // the length of the byte order mark
    char *bytes;  // what was read at once, as UTF-8
    size_t at, end;
    dgs_arena *arena; // the cells of one row
    bool ended, in_array;
    int line;                 // of the next byte
    bool after_cr;            // the last byte was a CR
    unsigned long long count; // rows given
    char *piece;              // a line, or as much of it as is read at once
    size_t piece_n;
    dgs_rows_columns columns;
    // CSV
    struct csv_parser parser;
    bool parser_open, sep_line; // the first line tells the delimiter: "sep=;"
    char delimiter;
    bool heading_read;
    dgs_row *row; // the one being filled
    size_t ncells, row_bytes;
    bool row_done;
    size_t stray;                      // the last cell with words whose column has no name; 0 = none
    bool words, words_used;            // there are any; in a column that is used
    bool wanted[DGS_NAME_COLUMNS_MAX]; // which the object has
    dgs_address address;
    dgs_err *err;
    // workbook
    dgs_book *book; // NULL = none
    size_t book_at;
};

// Reads up to the next line end, or `most` bytes, into rows->piece. 0 at the end of the file.
size_t dgs_rows_chunk(dgs_rows *rows, size_t most);

// The next byte; -1 at the end of the file.
int dgs_rows_byte(dgs_rows *rows);

// Goes to the first byte of text again.
bool dgs_rows_restart(dgs_rows *rows, dgs_err *err);

// Adds what is wrong with the row. Of a broken one no cell is what it seems, so that none of them is looked at.
void dgs_rows_fault(dgs_row *row, const char *format, ...) __attribute__((format(printf, 2, 3)));
void dgs_rows_break(dgs_row *row, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Puts a cell into the row: a copy, trimmed, composed (base/form.h) but for a file's name, with LF for every line end
// and a space for a tab; nothing where it is blank. What a spreadsheet or an export has spoiled is a
// fault.
void dgs_rows_put(dgs_rows *rows, dgs_row *row, dgs_setting setting, dgs_str cell);

// What a cell says, as dgs_rows_put() puts it; NULL where it is blank, or a fault. `key` is its name in messages.
char *dgs_rows_text(dgs_rows *rows, dgs_row *row, const char *key, dgs_setting_kind kind, dgs_str cell);

// Whether this is the name of a wanted column, and of which.
bool dgs_columns_wanted(const dgs_rows *rows, dgs_str name, size_t *which);

// Puts a cell into the row for a wanted column.
void dgs_rows_put_wanted(dgs_rows *rows, dgs_row *row, size_t which, dgs_str cell);

// Whether a column of this name is a part of the address.
bool dgs_address_part_find(const char *name, dgs_address_part *out);
void dgs_address_begin(dgs_address *address);
void dgs_address_add(dgs_address *address, dgs_address_part part, char *text); // which NULL and a second one are not

// The address with all its lines: the street, which may be NULL and may hold all of it already, then its parts in the
// order in which they came. False when memory ends.
bool dgs_address_join(const dgs_address *address, const char *street, dgs_arena *arena, const char **out);

// Whether this can be a heading below a title: it has two keys at least.
bool dgs_columns_plausible(const dgs_rows_columns *columns);

// A heading's cells one after the other, then its end: fails with DGS_ERR_DATA, with all that is wrong with it.
void dgs_columns_add(dgs_rows *rows, dgs_str cell);
bool dgs_columns_end(dgs_rows *rows, dgs_err *err);

// Notes a name that is not a key; the same one once.
void dgs_columns_unused(dgs_rows_columns *columns, const char *name);

// Whether it is so near to the key `near` that it must be meant: one letter more, less or other.
bool dgs_columns_mistyped(const char *name, const char *near);

// A row's cells one after the other, one that cannot be read as NULL; then its end: false where it has no words at all,
// and is not a row.
void dgs_rows_cell(dgs_rows *rows, dgs_str cell);
bool dgs_rows_end_row(dgs_rows *rows);
void dgs_rows_begin_row(dgs_rows *rows, dgs_row *row);

bool dgs_csv_begin(dgs_rows *rows, dgs_err *err); // reads the heading
dgs_rows_got dgs_csv_next(dgs_rows *rows, dgs_row *row, dgs_err *err);
bool dgs_json_begin(dgs_rows *rows, dgs_err *err);
dgs_rows_got dgs_json_next(dgs_rows *rows, dgs_row *row, dgs_err *err);
bool dgs_sheet_begin(dgs_rows *rows, dgs_err *err); // reads the heading
dgs_rows_got dgs_sheet_next(dgs_rows *rows, dgs_row *row);
#endif
