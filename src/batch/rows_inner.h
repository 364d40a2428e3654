// What the two kinds of rows share. Private to the reading of rows.
#ifndef DGS_BATCH_ROWS_INNER_H
#define DGS_BATCH_ROWS_INNER_H
#include <csv.h>

#include "batch/rows.h"
#include "host/file.h"

struct dgs_rows {
    int fd; // one for all passes; -1: not open
    const char *path;
    dgs_file_identity identity; // as it was when it was opened
    bool changed, unread;       // it is not as it was; the disk failed
    char *bytes;                // what was read at once
    size_t at, end;
    dgs_arena *arena; // the cells of one row
    bool json, ended;
    int line;                 // of the next byte
    bool after_cr;            // the last byte was a CR
    unsigned long long count; // rows given
    char *piece;              // a line, or as much of it as is read at once
    size_t piece_n;
    // CSV
    struct csv_parser parser;
    bool parser_open;
    char delimiter;
    dgs_setting column[DGS_SETTINGS];
    size_t ncolumns;
    bool heading_read;
    dgs_row *row; // the one being filled
    size_t ncells, row_bytes;
    bool row_done;
    dgs_err *err;
};

enum { DGS_PIECE_MAX = 4096 };

// Reads up to the next line end, or `most` bytes, into rows->piece. 0 at the end of the file.
size_t dgs_rows_chunk(dgs_rows *rows, size_t most);

// Notes what is wrong with the row; the first fault stays.
void dgs_rows_fault(dgs_row *row, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Puts a cell into the row: a copy, composed (base/form.h) but for a file's name, with LF for every line end; nothing
// where it is blank.
void dgs_rows_put(dgs_rows *rows, dgs_row *row, dgs_setting setting, dgs_str cell);

// Goes to a place in the file.
bool dgs_rows_seek(dgs_rows *rows, long long to, dgs_err *err);

// Reads the heading, from `start` on.
bool dgs_csv_begin(dgs_rows *rows, long long start, dgs_err *err);
dgs_rows_got dgs_csv_next(dgs_rows *rows, dgs_row *row, dgs_err *err);
dgs_rows_got dgs_jsonl_next(dgs_rows *rows, dgs_row *row, dgs_err *err);
#endif
