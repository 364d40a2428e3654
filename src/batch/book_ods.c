// LibreOffice's workbooks: OpenDocument 1.3, part 3. A cell holds the words that it shows.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "batch/book_inner.h"

enum { COLUMNS = 16384, LINES = 1048576, BLANKS_MAX = 100 };

typedef struct reading {
    dgs_book *book;
    dgs_buf words; // of the cell
    bool in_sheet, in_cell, in_paragraph;
    size_t aside; // how deep in what is shown beside the cell: a note, a picture
    size_t paragraphs, column, columns;
    int line, lines;
    char value[40]; // of a number, to the last digit
} reading;

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static long repeated(const char **attributes, const char *name, long most)
{
    const char *text = dgs_book_attribute(attributes, name);
    long n = text == NULL ? 1 : strtol(text, NULL, 10);
    return n < 1 ? 1 : n > most ? most : n;
}

static bool is_beside(const char *element)
{
    return is(element, "annotation") || is(element, "frame") || is(element, "shapes") || is(element, "custom-shape");
}

static void begin_cell(reading *r, const char **attributes)
{
    const char *value = dgs_book_attribute(attributes, "value");
    r->in_cell = true;
    r->columns = (size_t)repeated(attributes, "number-columns-repeated", COLUMNS);
    r->paragraphs = 0;
    r->words.n = 0;
    dgs_buf_adds(&r->words, "");
    (void)snprintf(r->value, sizeof r->value, "%s", value == NULL ? "" : value);
}

static void begin_words(reading *r, const char *element, const char **attributes)
{
    if (is(element, "p")) {
        if (r->paragraphs++ > 0)
            dgs_buf_addc(&r->words, '\n');
        r->in_paragraph = true;
    } else if (is(element, "s")) {
        for (long n = repeated(attributes, "c", BLANKS_MAX); n > 0 && r->words.n < DGS_ROW_MAX; n--)
            dgs_buf_addc(&r->words, ' ');
    } else if (is(element, "line-break") || is(element, "tab")) {
        dgs_buf_addc(&r->words, is(element, "tab") ? ' ' : '\n');
    }
}

static void on_begin(void *ctx, const char *element, const char **attributes)
{
    reading *r = ctx;
    const char *name = dgs_book_attribute(attributes, "name");
    if (r->aside > 0 || is_beside(element))
        r->aside++;
    else if (is(element, "table"))
        r->in_sheet = dgs_book_wants(r->book, name == NULL ? "" : name, false);
    else if (!r->in_sheet)
        return;
    else if (is(element, "table-row")) {
        r->lines = (int)repeated(attributes, "number-rows-repeated", LINES);
        r->column = 0;
    } else if (is(element, "table-cell") || is(element, "covered-table-cell"))
        begin_cell(r, attributes);
    else if (r->in_cell)
        begin_words(r, element, attributes);
}

static void on_words(void *ctx, dgs_str words)
{
    reading *r = ctx;
    if (r->in_paragraph && r->aside == 0 && r->words.n + words.n <= DGS_ROW_MAX)
        dgs_buf_add(&r->words, words.p, words.n);
}

// A long number that is shown as 5.03555E+09 is the number.
static bool is_shortened(dgs_str shown, const char *value)
{
    char *end;
    const char *e = shown.n == 0 ? NULL : memchr(shown.p, 'E', shown.n);
    double number = strtod(value, &end);
    return value[0] != '\0' && *end == '\0' && e != NULL && e + 1 < shown.p + shown.n && (e[1] == '+' || e[1] == '-') &&
           number < 1e15 && number > -1e15;
}

static void end_cell(reading *r)
{
    dgs_str shown = {r->words.p, r->words.n};
    dgs_buf whole = {.arena = r->book->arena};
    if (is_shortened(shown, r->value) && dgs_book_number("General", strtod(r->value, NULL), &whole))
        shown = (dgs_str){whole.p, whole.n};
    for (size_t i = 0; i < r->columns && shown.n > 0; i++)
        dgs_book_add(r->book, r->column + i, shown);
    r->column += r->columns;
    r->in_cell = false;
}

static void end_row(reading *r)
{
    dgs_book_end_row(r->book, r->line + 1, r->lines);
    r->line += r->lines;
    r->line = r->line > LINES ? LINES : r->line;
}

static void on_end(void *ctx, const char *element)
{
    reading *r = ctx;
    if (r->aside > 0)
        r->aside--;
    else if (is(element, "table"))
        r->in_sheet = false;
    else if (is(element, "p"))
        r->in_paragraph = false;
    else if (r->in_cell && (is(element, "table-cell") || is(element, "covered-table-cell")))
        end_cell(r);
    else if (r->in_sheet && is(element, "table-row"))
        end_row(r);
    if (r->words.failed)
        (void)dgs_fail_memory(r->book->err);
}

bool dgs_book_read_ods(dgs_book *book)
{
    static const dgs_book_xml content = {on_begin, on_end, on_words};
    reading r = {.book = book, .words.arena = book->arena};
    dgs_buf_adds(&r.words, "");
    return dgs_book_parse(book, "content.xml", &content, &r);
}
