// A workbook's sheet as a list: its first row with words names the columns.
#include "batch/rows_inner.h"

static void read_heading(dgs_rows *rows, const dgs_book_row *heading)
{
    rows->columns = (dgs_rows_columns){0};
    for (size_t i = 0, column = 0; heading != NULL && i < heading->n; i++, column++) {
        for (; column < heading->cells[i].column; column++)
            dgs_columns_add(rows, DGS_STR(""));
        dgs_columns_add(rows, heading->cells[i].words);
    }
}

// Where the first row has no key, it may be a title that stands above the heading.
bool dgs_sheet_begin(dgs_rows *rows, dgs_err *err)
{
    const dgs_book_row *row;
    read_heading(rows, dgs_book_row_at(rows->book, 0));
    rows->book_at = 1;
    for (size_t i = 1; i <= DGS_TITLE_LINES && rows->columns.known == 0; i++) {
        if ((row = dgs_book_row_at(rows->book, i)) == NULL)
            break;
        read_heading(rows, row);
        rows->columns.line = row->line;
        rows->book_at = i + 1;
        if (!dgs_columns_plausible(&rows->columns))
            rows->columns.known = 0;
    }
    if (rows->columns.known == 0)
        read_heading(rows, dgs_book_row_at(rows->book, 0));
    return dgs_columns_end(rows, err);
}

dgs_rows_got dgs_sheet_next(dgs_rows *rows, dgs_row *row)
{
    for (const dgs_book_row *from; (from = dgs_book_row_at(rows->book, rows->book_at)) != NULL;) {
        rows->book_at++;
        row->line = from->line;
        dgs_rows_begin_row(rows, row);
        for (size_t i = 0; i < from->n; i++) {
            rows->ncells = from->cells[i].column;
            dgs_rows_cell(rows, from->cells[i].words);
        }
        if (dgs_rows_end_row(rows))
            return DGS_ROWS_ROW;
    }
    return DGS_ROWS_END;
}
