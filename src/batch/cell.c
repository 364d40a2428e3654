// A row's cells: what they hold, and what a spreadsheet or an export has spoiled.
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/form.h"
#include "base/utf8.h"
#include "batch/charset.h"
#include "batch/rows_inner.h"

static void __attribute__((format(printf, 2, 0))) add_fault(dgs_row *row, const char *format, va_list args)
{
    size_t n = strlen(row->fault);
    if (n > 0 && n + 1 < sizeof row->fault)
        row->fault[n++] = '\n';
    (void)vsnprintf(row->fault + n, sizeof row->fault - n, format, args);
    for (char *p = row->fault + n; *p != '\0'; p++) // a line end begins the next fault
        if (*p == '\n')
            *p = ' ';
    dgs_utf8_mask(row->fault + n);
}

void dgs_rows_fault(dgs_row *row, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_fault(row, format, args);
    va_end(args);
}

void dgs_rows_break(dgs_row *row, const char *format, ...)
{
    row->fault[0] = '\0'; // what cells seemed to be
    row->broken = true;
    va_list args;
    va_start(args, format);
    add_fault(row, format, args);
    va_end(args);
}

enum { SAMPLE = 60 }; // bytes of a cell that a message shows

// With what it would become by the code page that it is most likely in.
static void tell_encoding(dgs_row *row, const char *key, dgs_str cell)
{
    char sample[SAMPLE * DGS_CHARSET_GROWS + 1];
    dgs_charset page = dgs_charset_guess(cell);
    dgs_str head = {cell.p, cell.n < SAMPLE ? cell.n : SAMPLE};
    size_t n = dgs_charset_decode(page, &head, sample);
    sample[n] = '\0';
    const char *word = dgs_charset_word(page);
    dgs_rows_fault(row,
                   "%s is not valid UTF-8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8), or add --encoding %s, "
                   "which reads \"%s\"",
                   key, word, sample);
}

// What a spreadsheet shows where a column is too narrow for a number.
static bool is_all_hashes(dgs_str cell)
{
    size_t n = 0;
    while (n < cell.n && cell.p[n] == '#')
        n++;
    return n == cell.n;
}

// "#N/A", "#REF!", "#¿NOMBRE?", "Err:502": what a spreadsheet shows where a formula fails, in the languages of western
// Europe and America; and what databases and programs write where there is nothing.
static bool is_error_value(dgs_str cell)
{
    static const char *const words[] = {"#N/A",   "#NA", "#N/D", "#NV", "#N/B",      "NULL", "null", "<null>",
                                        "(null)", "\\N", "NaN",  "nan", "undefined", "N/A",  "n/a",  "[object Object]"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cell.p[0] == words[i][0] && dgs_str_is(cell, words[i]))
            return true;
    if (dgs_str_starts(cell, "Err:") && cell.n > 4 && isdigit((unsigned char)cell.p[4]))
        return true;
    if (cell.n < 3 || cell.p[0] != '#')
        return false;
    size_t i = 1;
    while (i < cell.n && ((unsigned char)cell.p[i] >= 0x80 || isupper((unsigned char)cell.p[i]) ||
                          isdigit((unsigned char)cell.p[i]) || strchr("/_#", cell.p[i]) != NULL))
        i++;
    return (i + 1 == cell.n && (cell.p[i] == '!' || cell.p[i] == '?')) || is_all_hashes(cell);
}

// The byte is one of a letter: ASCII's, or of one that is not ASCII.
static bool is_of_letter(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0xc3 || ((unsigned char)c & 0xc0) == 0x80;
}

// A letter that another program could not write became a question mark: "?ó?ta", "Caf?s", "M?LLER". In words none
// stands between letters or before one, but for a sentence that begins without a blank ("Sore?Call").
static bool has_lost_letters(dgs_str cell, dgs_setting_kind kind)
{
    if (kind != DGS_KIND_TEXT && kind != DGS_KIND_LINES)
        return false;
    for (size_t i = 0; i + 1 < cell.n; i++) {
        if (cell.p[i] != '?' || !is_of_letter(cell.p[i + 1]))
            continue;
        bool begins = i == 0 || isspace((unsigned char)cell.p[i - 1]);
        bool sentence = isupper((unsigned char)cell.p[i + 1]) && !(i > 0 && isupper((unsigned char)cell.p[i - 1]));
        if (begins || (is_of_letter(cell.p[i - 1]) && !sentence))
            return true;
    }
    return false;
}

// A letter that another program could not read became a question mark in a diamond.
static bool is_lossy(dgs_str cell)
{
    for (size_t i = 0; i + 2 < cell.n; i++)
        if (memcmp(cell.p + i, "\xef\xbf\xbd", 3) == 0)
            return true;
    return false;
}

// Whether there is nothing that an export can have spoiled: nearly always.
static bool is_unspoiled(dgs_str cell)
{
    for (size_t i = 0; i < cell.n; i++)
        if ((unsigned char)cell.p[i] >= 0x80 || cell.p[i] == '?')
            return false;
    return memchr("#ENnu<(\\[", cell.p[0], sizeof "#ENnu<(\\[" - 1) == NULL; // what error values begin with
}

static bool cell_is_spoiled(dgs_rows *rows, dgs_row *row, const char *key, dgs_setting_kind kind, dgs_str cell)
{
    const char *once = NULL;
    if (is_unspoiled(cell))
        return false;
    if (is_error_value(cell))
        dgs_rows_fault(row,
                       "%s is '%.*s', which a spreadsheet or database writes if a value is missing or wrong: write the "
                       "value, or clear the cell",
                       key, (int)cell.n, cell.p);
    else if (is_lossy(cell))
        dgs_rows_fault(row, "%s has a letter that another program lost (\xef\xbf\xbd): write it again", key);
    else if (has_lost_letters(cell, kind))
        dgs_rows_fault(
            row,
            "%s has a ? before a letter, as if another program had lost one (\"%.*s\"): export the list again as "
            "UTF-8, or write the letter",
            key, cell.n < SAMPLE ? (int)cell.n : SAMPLE, cell.p);
    else if (!dgs_charset_twice(rows->arena, cell, &once))
        return false;
    else if (once == NULL)
        (void)dgs_fail_memory(rows->err);
    else
        dgs_rows_fault(row,
                       "%s was encoded twice (\"%.*s\", which may have been \"%.*s\"): export the list again "
                       "as UTF-8, or correct it",
                       key, cell.n < SAMPLE ? (int)cell.n : SAMPLE, cell.p, SAMPLE, once);
    return true;
}

static bool cell_is_sound(dgs_row *row, const char *key, dgs_str cell)
{
    if (cell.n > DGS_CELL_MAX)
        dgs_rows_fault(row, "%s has %zu bytes, but at most %d fit: shorten it", key, cell.n, DGS_CELL_MAX);
    else if (cell.n > 0 && memchr(cell.p, '\0', cell.n) != NULL)
        dgs_rows_fault(row, "%s has a NUL byte: save the file as plain text", key);
    else if (dgs_utf8_check(cell) < cell.n)
        tell_encoding(row, key, cell);
    else
        return true;
    return false;
}

// What spreadsheets are told to keep as text: ="0305551234" and '0305551234.
static dgs_str without_guard(dgs_str cell)
{
    if (cell.n >= 3 && dgs_str_starts(cell, "=\"") && memchr(cell.p + 2, '"', cell.n - 2) == cell.p + cell.n - 1)
        return (dgs_str){cell.p + 2, cell.n - 3};
    if (cell.n >= 2 && cell.p[0] == '\'' && (isdigit((unsigned char)cell.p[1]) || strchr("+(", cell.p[1]) != NULL))
        return (dgs_str){cell.p + 1, cell.n - 1};
    return cell;
}

// With LF for every line end, and a blank for a tab, which came out of another program. In words of one line a line end
// stays, and is told: a quotation mark that was forgotten may be what takes it there.
static char *copy_lines(dgs_arena *arena, dgs_str cell, dgs_setting_kind kind)
{
    char *copy = dgs_str_copy(arena, cell), *to = copy;
    if (copy == NULL)
        return NULL;
    for (const char *from = copy; *from != '\0'; from++) {
        bool cr = *from == '\r';
        *to++ = cr ? '\n' : *from == '\t' && kind != DGS_KIND_FILE ? ' ' : *from;
        from += cr && from[1] == '\n';
    }
    *to = '\0';
    return copy;
}

const char *dgs_rows_text(dgs_rows *rows, dgs_row *row, const char *key, dgs_setting_kind kind, dgs_str cell)
{
    if (!cell_is_sound(row, key, cell))
        return NULL;
    cell = dgs_utf8_trim(without_guard(dgs_utf8_trim(cell)));
    if (cell.n == 0 || cell_is_spoiled(rows, row, key, kind, cell))
        return NULL;
    bool whole = kind == DGS_KIND_FILE || dgs_form_compose(rows->arena, &cell);
    const char *text = whole ? copy_lines(rows->arena, cell, kind) : NULL;
    if (text == NULL)
        (void)dgs_fail_memory(rows->err);
    return text;
}

void dgs_rows_put(dgs_rows *rows, dgs_row *row, dgs_setting setting, dgs_str cell)
{
    const dgs_setting_about *about = &dgs_setting_table[setting];
    const char *text = dgs_rows_text(rows, row, about->key, about->kind, cell);
    if (text != NULL && about->kind == DGS_KIND_FONTS)
        dgs_rows_fault(row, "fonts are opened once for the whole list: name their file with --fonts or in a profile");
    else if (text != NULL)
        row->text[setting] = text;
}

void dgs_rows_begin_row(dgs_rows *rows, dgs_row *row)
{
    rows->row = row;
    rows->ncells = rows->stray = 0;
    rows->words = rows->words_used = false;
    dgs_address_begin(&rows->address);
}

// A box to tick that is not, as spreadsheets write it down to the last row of the sheet.
static bool is_unticked(dgs_str cell)
{
    static const char *const words[] = {"FALSE", "FALSCH", "FAUX", "FALSO"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cell.n == strlen(words[i]) && strncasecmp(cell.p, words[i], cell.n) == 0)
            return true;
    return false;
}

void dgs_rows_cell(dgs_rows *rows, dgs_str cell)
{
    const dgs_rows_columns *columns = &rows->columns;
    unsigned column = rows->ncells < columns->n ? columns->of[rows->ncells] : DGS_COLUMN_UNNAMED;
    rows->ncells++;
    bool part = column >= DGS_COLUMN_PART, used = column < DGS_SETTINGS || part, unread = cell.p == NULL,
         words = unread || dgs_utf8_trim(cell).n > 0;
    rows->words |= words && (used || !is_unticked(dgs_utf8_trim(cell)));
    rows->words_used |= words && used;
    if (used && unread)
        dgs_rows_fault(rows->row,
                       "%s is a date, or a number in an unsupported format: format the cell as text, and type what "
                       "should be printed",
                       part ? "address" : dgs_setting_table[column].key);
    else if (part)
        dgs_address_add(&rows->address, (dgs_address_part)(column - DGS_COLUMN_PART),
                        dgs_rows_text(rows, rows->row, "address", DGS_KIND_TEXT, cell));
    else if (used)
        dgs_rows_put(rows, rows->row, (dgs_setting)column, cell);
    else if (words && column == DGS_COLUMN_UNNAMED)
        rows->stray = rows->ncells;
}

bool dgs_rows_end_row(dgs_rows *rows)
{
    size_t named = rows->columns.n;
    while (named > 0 && rows->columns.of[named - 1] == DGS_COLUMN_UNNAMED)
        named--;
    if (!rows->words)
        return false;
    if (rows->stray > named)
        dgs_rows_break(rows->row,
                       "this row has %zu cells, but the first row names %zu columns: check its separators and "
                       "quotation marks",
                       rows->stray, named);
    else if (rows->stray > 0)
        dgs_rows_fault(rows->row,
                       "this row has text in cell %zu, whose column has no name in the first row: name the column, or "
                       "clear the cell",
                       rows->stray);
    else if (!rows->words_used)
        dgs_rows_fault(rows->row, "this row has text only in columns that are not used: delete the row, or fill it in");
    const char **address = &rows->row->text[DGS_SETTING_ADDRESS];
    if (!dgs_address_join(&rows->address, *address, rows->arena, address))
        (void)dgs_fail_memory(rows->err);
    return true;
}
