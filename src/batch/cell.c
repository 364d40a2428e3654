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
#include "order/keyword.h"

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

// Each letter became a question mark: "????? ???".
static bool has_only_marks(dgs_str cell)
{
    size_t marks = 0;
    for (size_t i = 0; i < cell.n; i++) {
        if (isalnum((unsigned char)cell.p[i]) || (unsigned char)cell.p[i] >= 0xc3) // below it are signs of Latin-1
            return false;
        marks += cell.p[i] == '?';
    }
    return marks > 1;
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

static bool ends_in(dgs_str word, const char *end)
{
    size_t n = strlen(end);
    return word.n > n && strncmp(word.p + word.n - n, end, n) == 0;
}

// "&amp;", "&#39;", "&eacute;": the bytes of the first character's code; 0 = it is none.
static size_t entity(dgs_str s)
{
    static const char *const names[] = {"amp",   "lt",    "gt",    "quot",   "apos",  "nbsp",
                                        "copy",  "reg",   "trade", "ndash",  "mdash", "lsquo",
                                        "rsquo", "ldquo", "rdquo", "hellip", "szlig", "bull"};
    static const char *const marks[] = {"acute", "grave", "uml", "circ", "tilde", "cedil", "slash", "ring", "caron"};
    size_t n = 1;
    while (n < s.n && n < 10 && (isalnum((unsigned char)s.p[n]) || s.p[n] == '#'))
        n++;
    if (n < 3 || n == s.n || s.p[n] != ';')
        return 0;
    const dgs_str word = {s.p + 1, n - 1};
    bool known = word.p[0] == '#';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        known |= dgs_str_is(word, names[i]);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        known |= ends_in(word, marks[i]);
    return known ? n + 1 : 0;
}

// "<br>", "</p>", "<span style=...>": the bytes of it; 0 = it is none.
static size_t tag(dgs_str s)
{
    static const char *const names[] = {"br", "p", "b", "i", "strong", "em", "span", "div", "a", "font", "li", "ul"};
    size_t begin = s.n > 1 && s.p[1] == '/' ? 2 : 1, n = begin;
    const char *end = memchr(s.p, '>', s.n);
    while (n < s.n && isalpha((unsigned char)s.p[n]))
        n++;
    if (end == NULL || n == s.n || strchr("> /", s.p[n]) == NULL)
        return 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == n - begin && strncasecmp(s.p + begin, names[i], n - begin) == 0)
            return (size_t)(end + 1 - s.p);
    return 0;
}

// What a web page has for a character or a line: the first of it, or nothing.
static dgs_str find_markup(dgs_str cell)
{
    for (; cell.n > 0; cell = (dgs_str){cell.p + 1, cell.n - 1}) {
        size_t n = cell.p[0] == '&' ? entity(cell) : cell.p[0] == '<' ? tag(cell) : 0;
        if (n > 0)
            return (dgs_str){cell.p, n < SAMPLE ? n : SAMPLE};
    }
    return (dgs_str){0};
}

// Whether there is nothing that an export can have spoiled: nearly always.
static bool is_unspoiled(dgs_str cell)
{
    for (size_t i = 0; i < cell.n; i++)
        if ((unsigned char)cell.p[i] >= 0x80 || cell.p[i] == '?' || cell.p[i] == '&' || cell.p[i] == '<')
            return false;
    return memchr("#ENnu<(\\[", cell.p[0], sizeof "#ENnu<(\\[" - 1) == NULL; // what error values begin with
}

static bool cell_is_spoiled(dgs_rows *rows, dgs_row *row, const char *key, dgs_setting_kind kind, dgs_str cell)
{
    const char *once = NULL;
    const int shown = (int)(cell.n < SAMPLE ? cell.n : SAMPLE);
    if (is_unspoiled(cell))
        return false;
    const dgs_str markup = find_markup(cell);
    if (markup.n > 0)
        dgs_rows_fault(row,
                       "%s has HTML code (\"%.*s\"): export the list as plain text, or write what the code "
                       "means",
                       key, (int)markup.n, markup.p);
    else if (is_error_value(cell))
        dgs_rows_fault(row,
                       "%s is '%.*s', which a spreadsheet or database writes if a value is missing or wrong: write the "
                       "value, or clear the cell",
                       key, (int)cell.n, cell.p);
    else if (is_lossy(cell))
        dgs_rows_fault(row, "%s has a letter that another program lost (\xef\xbf\xbd): write it again", key);
    else if (has_only_marks(cell))
        dgs_rows_fault(row,
                       "%s has question marks for letters that another program lost (\"%.*s\"): export the list again "
                       "as UTF-8, or write the words",
                       key, shown, cell.p);
    else if (has_lost_letters(cell, kind))
        dgs_rows_fault(
            row,
            "%s has a ? before a letter, as if another program had lost one (\"%.*s\"): export the list again as "
            "UTF-8, or write the letter",
            key, shown, cell.p);
    else if (!dgs_charset_twice(rows->arena, cell, &once))
        return false;
    else if (once == NULL)
        (void)dgs_fail_memory(rows->err);
    else
        dgs_rows_fault(row,
                       "%s was encoded twice (\"%.*s\", which may have been \"%.*s\"): export the list again "
                       "as UTF-8, or correct it",
                       key, shown, cell.p, SAMPLE, once);
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

// The bytes of a line end: CR LF, CR, LF, and what databases and word processors write in its place within a cell,
// which are VT, U+2028 and U+2029.
static size_t line_end(const char *s)
{
    if (s[0] == '\r')
        return s[1] == '\n' ? 2 : 1;
    bool separator = s[0] == '\xe2' && s[1] == '\x80' && (s[2] == '\xa8' || s[2] == '\xa9');
    return separator ? 3 : s[0] == '\n' || s[0] == '\v';
}

// With LF for every line end, and a blank for a tab, which came out of another program. In words of one line a line end
// stays, and is told: a quotation mark that was forgotten may be what takes it there.
static char *copy_lines(dgs_arena *arena, dgs_str cell, dgs_setting_kind kind)
{
    char *copy = dgs_str_copy(arena, cell), *to = copy;
    if (copy == NULL)
        return NULL;
    for (const char *from = copy; *from != '\0';) {
        size_t end = line_end(from);
        *to++ = end > 0 ? '\n' : *from == '\t' && kind != DGS_KIND_FILE ? ' ' : *from;
        from += end > 0 ? end : 1;
    }
    *to = '\0';
    return copy;
}

char *dgs_rows_text(dgs_rows *rows, dgs_row *row, const char *key, dgs_setting_kind kind, dgs_str cell)
{
    if (!cell_is_sound(row, key, cell))
        return NULL;
    cell = dgs_utf8_trim(without_guard(dgs_utf8_trim(cell)));
    if (cell.n == 0 || cell_is_spoiled(rows, row, key, kind, cell))
        return NULL;
    bool whole = kind == DGS_KIND_FILE || dgs_form_compose(rows->arena, &cell);
    char *text = whole ? copy_lines(rows->arena, cell, kind) : NULL;
    if (text == NULL)
        (void)dgs_fail_memory(rows->err);
    return text;
}

// A line of a printed table, a heading that is repeated, or a list whose columns are its rows.
static bool is_no_name(dgs_rows *rows, dgs_row *row, const char *name)
{
    static const char contacts[] = "phone|phonenumber|telephone|tel|email|mail|website|web|url|address|hours";
    enum { LONGEST = 20 };
    char word[DGS_KEYWORD_FOLDED];
    size_t signs = strspn(name, "-=+:._*~#|/\\ "), n = strnlen(name, LONGEST);
    if (name[signs] != '\0' && n == LONGEST)
        return false;
    dgs_keyword_fold((dgs_str){name, n}, word);
    if (name[signs] == '\0')
        dgs_rows_fault(row, "name is '%s', which has no letter: write the practice's name, or delete the line", name);
    else if (strcasecmp(name, rows->columns.name[DGS_SETTING_NAME]) == 0)
        dgs_rows_fault(row, "name is '%s', as the column is called: delete the line", name);
    else if (word[0] != '\0' && dgs_keyword_among(contacts, word))
        dgs_rows_fault(row,
                       "name is '%s', which is what a column is called: write a row for each practice, and name the "
                       "columns in the first line",
                       name);
    else
        return false;
    return true;
}

void dgs_rows_put(dgs_rows *rows, dgs_row *row, dgs_setting setting, dgs_str cell)
{
    const dgs_setting_about *about = &dgs_setting_table[setting];
    const char *text = dgs_rows_text(rows, row, about->key, about->kind, cell);
    if (text != NULL && about->kind == DGS_KIND_FONTS)
        dgs_rows_fault(row, "fonts are opened once for the whole list: name their file with --fonts or in a profile");
    else if (text != NULL && (setting != DGS_SETTING_NAME || !is_no_name(rows, row, text)))
        row->text[setting] = text;
}

void dgs_rows_put_wanted(dgs_rows *rows, dgs_row *row, size_t which, dgs_str cell)
{
    const char *key = dgs_str_copy(rows->arena, rows->how.wanted[which]);
    if (key == NULL)
        (void)dgs_fail_memory(rows->err);
    else if (cell.p == NULL)
        dgs_rows_fault(row,
                       "%s is a date, or a number in an unsupported format, and --file-name uses it: format the cell "
                       "as text, and type what the name should have",
                       key);
    else if (dgs_utf8_trim(cell).n == 0) // the file would get a name that nobody looks for
        dgs_rows_fault(row, "%s is empty, and --file-name uses it: fill it in", key);
    else
        row->column[which] = dgs_rows_text(rows, row, key, DGS_KIND_TEXT, cell);
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
    for (size_t i = 0; i < rows->how.nwanted; i++)
        if (columns->wanted[i] == rows->ncells)
            dgs_rows_put_wanted(rows, rows->row, i, cell);
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
