// Excel's workbooks: ECMA-376, part 1, 18 (SpreadsheetML), and part 2 (its package).
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "batch/book_inner.h"

enum { PART_NAME_MAX = 256, ID_MAX = 64, STYLES_MAX = 65536, COLUMNS = 16384, LINES = 1048576 };

typedef struct format { // of numbers, by the workbook's own number for it
    int id;
    const char *code;
} format;

typedef struct reading {
    dgs_book *book;
    char main[PART_NAME_MAX], sheet[PART_NAME_MAX], strings[PART_NAME_MAX], styles[PART_NAME_MAX]; // parts
    char id[ID_MAX]; // of the sheet, in the relations
    format *formats;
    size_t nformats, formats_cap;
    int *xfs; // a cell's style -> the number of its format
    size_t nxfs, xfs_cap;
    bool in_xfs;
    dgs_str *shared; // strings that cells name by number
    size_t nshared, shared_cap;
    dgs_buf words;    // of the string or cell in hand
    bool take, aside; // words are of it; within a phonetic run, which is not shown
    char kind[12];    // of the cell
    size_t column, style;
    int line;
} reading;

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static void on_nothing(void *ctx, const char *element)
{
    (void)ctx, (void)element;
}

static void no_words(void *ctx, dgs_str words)
{
    (void)ctx, (void)words;
}

static void on_words(void *ctx, dgs_str words)
{
    reading *r = ctx;
    if (r->take && !r->aside && r->words.n + words.n <= DGS_ROW_MAX)
        dgs_buf_add(&r->words, words.p, words.n);
}

// "_x000D_" is the character U+000D, which XML would not keep, and "_x005F_" the line before such words.
static dgs_str without_escapes(dgs_str words, dgs_buf *to)
{
    for (size_t i = 0; i < words.n; i++) {
        char code[5] = "", *end = code;
        if (i + 7 <= words.n && words.p[i] == '_' && words.p[i + 1] == 'x' && words.p[i + 6] == '_')
            memcpy(code, words.p + i + 2, 4);
        unsigned long cp = strtoul(code, &end, 16);
        bool escape = end == code + 4 && code[0] != '+' && code[0] != '-' && cp > 0 && cp < 0x80;
        dgs_buf_addc(to, escape ? (char)cp : words.p[i]);
        i += escape ? 6 : 0;
    }
    return (dgs_str){to->p, to->n};
}

static void clear_words(reading *r)
{
    r->words.n = 0;
    dgs_buf_adds(&r->words, "");
}

// The part that a relation of the part `base` leads to.
static void place_part(const char *base, const char *target, char out[PART_NAME_MAX])
{
    size_t folder = 0;
    for (size_t i = 0; base[i] != '\0'; i++)
        folder = base[i] == '/' ? i + 1 : folder;
    while (target[0] == '.' && target[1] == '.' && target[2] == '/') {
        target += 3;
        while (folder > 0 && base[--folder] != '/')
            ;
        folder = folder > 0 ? folder + 1 : 0;
    }
    if (target[0] == '/')
        (void)snprintf(out, PART_NAME_MAX, "%s", target + 1);
    else
        (void)snprintf(out, PART_NAME_MAX, "%.*s%s", (int)folder, base, target);
}

static bool ends_in(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);
    return n >= m && is(s + n - m, end);
}

static void on_root_relation(void *ctx, const char *element, const char **attributes)
{
    reading *r = ctx;
    const char *type = dgs_book_attribute(attributes, "Type"), *target = dgs_book_attribute(attributes, "Target");
    if (is(element, "Relationship") && type != NULL && target != NULL && ends_in(type, "/officeDocument"))
        place_part("", target, r->main);
}

static void on_relation(void *ctx, const char *element, const char **attributes)
{
    reading *r = ctx;
    const char *type = dgs_book_attribute(attributes, "Type"), *target = dgs_book_attribute(attributes, "Target"),
               *id = dgs_book_attribute(attributes, "Id");
    if (!is(element, "Relationship") || type == NULL || target == NULL || id == NULL)
        return;
    if (ends_in(type, "/sharedStrings"))
        place_part(r->main, target, r->strings);
    else if (ends_in(type, "/styles"))
        place_part(r->main, target, r->styles);
    else if (is(id, r->id))
        place_part(r->main, target, r->sheet);
}

static void on_workbook(void *ctx, const char *element, const char **attributes)
{
    reading *r = ctx;
    const char *name = dgs_book_attribute(attributes, "name"), *id = dgs_book_attribute(attributes, "id"),
               *state = dgs_book_attribute(attributes, "state");
    if (is(element, "sheet") && name != NULL && id != NULL &&
        dgs_book_wants(r->book, name, state != NULL && !is(state, "visible")))
        (void)snprintf(r->id, sizeof r->id, "%s", id);
}

// The number of a format; -1 where it is none.
static int number_of(const char *text)
{
    char *end;
    long n = strtol(text, &end, 10);
    return end != text && *end == '\0' && n >= 0 && n < STYLES_MAX ? (int)n : -1;
}

static void add_format(reading *r, const char **attributes)
{
    const char *id = dgs_book_attribute(attributes, "numFmtId"), *code = dgs_book_attribute(attributes, "formatCode");
    if (id == NULL || code == NULL || r->nformats >= STYLES_MAX)
        return;
    format *f = DGS_PUSH(r->book->arena, r->formats, r->nformats, r->formats_cap);
    const char *copy = dgs_str_copy(r->book->arena, dgs_str_of(code));
    if (f == NULL || copy == NULL)
        (void)dgs_fail_memory(r->book->err);
    else
        *f = (format){number_of(id), copy};
}

static void add_style(reading *r, const char **attributes)
{
    const char *id = dgs_book_attribute(attributes, "numFmtId");
    if (r->nxfs >= STYLES_MAX)
        return;
    int *xf = DGS_PUSH(r->book->arena, r->xfs, r->nxfs, r->xfs_cap);
    if (xf == NULL)
        (void)dgs_fail_memory(r->book->err);
    else
        *xf = id == NULL ? 0 : number_of(id);
}

static void begin_style(void *ctx, const char *element, const char **attributes)
{
    reading *r = ctx;
    r->in_xfs |= is(element, "cellXfs");
    if (is(element, "numFmt"))
        add_format(r, attributes);
    else if (is(element, "xf") && r->in_xfs)
        add_style(r, attributes);
}

static void end_style(void *ctx, const char *element)
{
    reading *r = ctx;
    r->in_xfs &= !is(element, "cellXfs");
}

// The formats that no workbook writes down (18.8.30), as far as they are no dates; NULL = not one of them.
static const char *built_in_format(int id)
{
    static const char *const codes[] = {[0] = "General",  [1] = "0",  [2] = "0.00",   [3] = "#,##0",
                                        [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [49] = "@"};
    return id >= 0 && (size_t)id < sizeof codes / sizeof *codes ? codes[id] : NULL;
}

static const char *format_of(const reading *r)
{
    int id = r->style < r->nxfs ? r->xfs[r->style] : 0;
    for (size_t i = 0; i < r->nformats; i++)
        if (r->formats[i].id == id)
            return r->formats[i].code;
    return built_in_format(id);
}

static void begin_string(void *ctx, const char *element, const char **attributes)
{
    reading *r = ctx;
    (void)attributes;
    if (is(element, "si"))
        clear_words(r);
    r->aside |= is(element, "rPh");
    r->take = is(element, "t");
}

static void end_string(void *ctx, const char *element)
{
    reading *r = ctx;
    r->take = false;
    r->aside &= !is(element, "rPh");
    if (!is(element, "si"))
        return;
    dgs_str *s = DGS_PUSH(r->book->arena, r->shared, r->nshared, r->shared_cap);
    dgs_buf plain = {.arena = r->book->arena};
    dgs_buf_adds(&plain, "");
    dgs_str words = without_escapes((dgs_str){r->words.p, r->words.n}, &plain);
    if (s == NULL || plain.failed || r->words.failed)
        (void)dgs_fail_memory(r->book->err);
    else
        *s = words;
}

// "AB12" is in column 27.
static size_t column_of(const char *place, size_t least)
{
    size_t n = 0;
    for (const char *s = place; s != NULL && *s >= 'A' && *s <= 'Z' && n < COLUMNS; s++)
        n = n * 26 + (size_t)(*s - 'A') + 1;
    return n <= least || n > COLUMNS ? least : n - 1;
}

static void begin_cell(reading *r, const char **attributes)
{
    const char *kind = dgs_book_attribute(attributes, "t"), *style = dgs_book_attribute(attributes, "s");
    r->column = column_of(dgs_book_attribute(attributes, "r"), r->column); // never to the left
    (void)snprintf(r->kind, sizeof r->kind, "%s", kind == NULL ? "n" : kind);
    r->style = style == NULL ? 0 : (size_t)strtoul(style, NULL, 10);
    clear_words(r);
}

static void begin_sheet(void *ctx, const char *element, const char **attributes)
{
    reading *r = ctx;
    if (is(element, "row")) {
        const char *line = dgs_book_attribute(attributes, "r");
        long told = line == NULL ? 0 : strtol(line, NULL, 10);
        r->line = told > r->line && told <= LINES ? (int)told : r->line + 1;
        r->column = 0;
    } else if (is(element, "c")) {
        begin_cell(r, attributes);
    }
    r->aside |= is(element, "rPh");
    r->take = is(element, "v") || is(element, "t");
}

static void add_number(reading *r)
{
    char *end;
    double value = strtod(r->words.p, &end);
    const char *code = format_of(r);
    dgs_buf shown = {.arena = r->book->arena};
    if (*end != '\0' || end == r->words.p || !isfinite(value))
        return;
    if (code == NULL || !dgs_book_number(code, value, &shown))
        dgs_book_add_unread(r->book, r->column);
    else
        dgs_book_add(r->book, r->column, (dgs_str){shown.p, shown.n});
}

static void add_shared(reading *r)
{
    size_t i = (size_t)strtoul(r->words.p, NULL, 10);
    if (i < r->nshared)
        dgs_book_add(r->book, r->column, r->shared[i]);
}

static void end_cell(reading *r)
{
    bool any = r->words.n > 0 && !r->words.failed;
    if (any && is(r->kind, "s"))
        add_shared(r);
    else if (any && is(r->kind, "n"))
        add_number(r);
    else if (any && is(r->kind, "b"))
        dgs_book_add(r->book, r->column, r->words.p[0] == '1' ? DGS_STR("TRUE") : DGS_STR("FALSE"));
    else if (any)
        dgs_book_add(r->book, r->column, (dgs_str){r->words.p, r->words.n});
    r->column++;
}

static void end_sheet(void *ctx, const char *element)
{
    reading *r = ctx;
    r->take = false;
    r->aside &= !is(element, "rPh");
    if (is(element, "c"))
        end_cell(r);
    else if (is(element, "row"))
        dgs_book_end_row(r->book, r->line, 1);
    if (r->words.failed)
        (void)dgs_fail_memory(r->book->err);
}

// The relations of the main part: "xl/workbook.xml" has them in "xl/_rels/workbook.xml.rels".
static void name_relations(const reading *r, char out[PART_NAME_MAX + 16])
{
    const char *slash = strrchr(r->main, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - r->main) + 1;
    (void)snprintf(out, PART_NAME_MAX + 16, "%.*s_rels/%s.rels", (int)folder, r->main, r->main + folder);
}

bool dgs_book_read_xlsx(dgs_book *book)
{
    static const dgs_book_xml root = {on_root_relation, on_nothing, no_words},
                              workbook = {on_workbook, on_nothing, no_words},
                              relations = {on_relation, on_nothing, no_words},
                              styles = {begin_style, end_style, no_words},
                              strings = {begin_string, end_string, on_words},
                              sheet = {begin_sheet, end_sheet, on_words};
    char rels[PART_NAME_MAX + 16];
    reading *r = dgs_arena_alloc(book->arena, sizeof *r);
    if (r == NULL)
        return dgs_fail_memory(book->err);
    *r = (reading){.book = book, .words.arena = book->arena};
    (void)snprintf(r->main, sizeof r->main, "xl/workbook.xml");
    if (!dgs_book_parse(book, "_rels/.rels", &root, r) || !dgs_book_parse(book, r->main, &workbook, r))
        return false;
    if (book->name[0] == '\0') // which is told
        return true;
    name_relations(r, rels);
    return dgs_book_parse(book, rels, &relations, r) &&
           (r->styles[0] == '\0' || dgs_book_parse(book, r->styles, &styles, r)) &&
           (r->strings[0] == '\0' || dgs_book_parse(book, r->strings, &strings, r)) &&
           dgs_book_parse(book, r->sheet, &sheet, r);
}
