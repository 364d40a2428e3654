#include "batch/book.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "batch/book_inner.h"

static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"; // of Microsoft's compound files, such as .xls

bool dgs_book_is(dgs_str first)
{
    return dgs_str_starts(first, "PK\3\4") || dgs_str_starts(first, compound);
}

typedef struct parsing {
    dgs_book *book;
    const char *name;
    XML_Parser parser;
    const dgs_book_xml *xml;
    void *ctx;
} parsing;

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

const char *dgs_book_attribute(const char **attributes, const char *name)
{
    for (; attributes[0] != NULL; attributes += 2)
        if (strcmp(local(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

static void stop_at_fault(const parsing *p)
{
    if (p->book->err->kind != DGS_OK)
        (void)XML_StopParser(p->parser, XML_FALSE);
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
    const parsing *p = ctx;
    p->xml->begin(p->ctx, local(name), attributes);
    stop_at_fault(p);
}

static void on_end(void *ctx, const char *name)
{
    const parsing *p = ctx;
    p->xml->end(p->ctx, local(name));
    stop_at_fault(p);
}

static void on_words(void *ctx, const char *words, int n)
{
    const parsing *p = ctx;
    p->xml->words(p->ctx, (dgs_str){words, (size_t)n});
    stop_at_fault(p);
}

static bool fail_xml(const parsing *p)
{
    return dgs_fail(
        p->book->err, DGS_ERR_DATA,
        "%s: the workbook cannot be read (%s in it is damaged, or there is a password): open it and save it "
        "again, without a password",
        p->book->path, p->name);
}

static void on_doctype(void *ctx, const char *name, const char *system, const char *public, int inner)
{
    (void)name, (void)system, (void)public, (void)inner;
    (void)fail_xml(ctx);
    stop_at_fault(ctx);
}

static bool parse_some(void *ctx, const char *bytes, size_t n)
{
    const parsing *p = ctx;
    if (XML_Parse(p->parser, bytes, (int)n, XML_FALSE) != XML_STATUS_ERROR)
        return true;
    return XML_GetErrorCode(p->parser) == XML_ERROR_NO_MEMORY ? dgs_fail_memory(p->book->err) : fail_xml(p);
}

bool dgs_book_parse(dgs_book *book, const char *name, const dgs_book_xml *xml, void *ctx)
{
    parsing p = {book, name, XML_ParserCreate(NULL), xml, ctx};
    const dgs_zip_wanted wanted = {book->zip, book->path, name, DGS_BOOK_PART_MAX};
    if (p.parser == NULL)
        return dgs_fail_memory(book->err);
    XML_SetUserData(p.parser, &p);
    XML_SetElementHandler(p.parser, on_begin, on_end);
    XML_SetCharacterDataHandler(p.parser, on_words);
    XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
    bool ok = dgs_zip_unpack(&wanted, parse_some, &p, book->err);
    ok = ok && (XML_Parse(p.parser, "", 0, XML_TRUE) != XML_STATUS_ERROR || fail_xml(&p));
    XML_ParserFree(p.parser);
    return ok && book->err->kind == DGS_OK;
}

static bool is_asked_for(const dgs_book *book, const char *name, bool hidden)
{
    char *end = NULL;
    if (book->sheet == NULL)
        return !hidden && strcmp(name, "Export Summary") != 0; // which Numbers puts before the tables
    unsigned long number = strtoul(book->sheet, &end, 10);
    return strcasecmp(book->sheet, name) == 0 || (*end == '\0' && number == book->nsheets);
}

bool dgs_book_wants(dgs_book *book, const char *name, bool hidden)
{
    size_t n = strlen(book->others);
    book->nsheets++;
    (void)snprintf(book->others + n, sizeof book->others - n, "%s'%.60s'", n == 0 ? "" : ", ", name);
    if (book->name[0] != '\0' || !is_asked_for(book, name, hidden))
        return false;
    (void)snprintf(book->name, sizeof book->name, "%s", name);
    return true;
}

static bool count_cells(dgs_book *book, size_t more)
{
    book->ncells_all += more;
    return book->ncells_all <= DGS_BOOK_CELLS_MAX ||
           dgs_fail(book->err, DGS_ERR_DATA, "%s: the sheet has more than %d cells: save it as CSV UTF-8", book->path,
                    DGS_BOOK_CELLS_MAX);
}

static void add_cell(dgs_book *book, size_t column, dgs_str words)
{
    if (book->err->kind != DGS_OK || !count_cells(book, 1))
        return;
    dgs_book_cell *cell = DGS_PUSH(book->arena, book->cells, book->ncells, book->cells_cap);
    if (cell == NULL)
        (void)dgs_fail_memory(book->err);
    else
        *cell = (dgs_book_cell){column, words};
}

void dgs_book_add(dgs_book *book, size_t column, dgs_str words)
{
    if (dgs_utf8_trim(words).n == 0 || book->err->kind != DGS_OK)
        return;
    const char *copy = dgs_str_copy(book->arena, words);
    if (copy == NULL)
        (void)dgs_fail_memory(book->err);
    else
        add_cell(book, column, (dgs_str){copy, words.n});
}

void dgs_book_add_unread(dgs_book *book, size_t column)
{
    add_cell(book, column, (dgs_str){NULL, 0});
}

void dgs_book_end_row(dgs_book *book, int line, int times)
{
    for (int i = 0; i < times && book->ncells > 0 && book->err->kind == DGS_OK; i++) {
        dgs_book_row *row = DGS_PUSH(book->arena, book->rows, book->nrows, book->cap);
        if (row == NULL) {
            (void)dgs_fail_memory(book->err);
            return;
        }
        *row = (dgs_book_row){line + i, book->cells, book->ncells};
        if (i > 0 && !count_cells(book, book->ncells))
            return;
    }
    if (book->ncells == 0)
        return;
    book->cells = NULL;
    book->ncells = book->cells_cap = 0;
}

const dgs_book_row *dgs_book_row_at(const dgs_book *book, size_t i)
{
    return i < book->nrows ? &book->rows[i] : NULL;
}

const char *dgs_book_sheet(const dgs_book *book)
{
    return book->nsheets > 1 ? book->name : NULL;
}

static bool read_file(dgs_book *book, int fd)
{
    char chunk[16384];
    dgs_buf all = {.arena = book->arena};
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return dgs_fail(book->err, DGS_ERR_IO, "%s: the list could not be read completely: check the disk",
                            book->path);
        if (got == 0)
            break;
        if ((size_t)got > DGS_BOOK_FILE_MAX - all.n)
            return dgs_fail(book->err, DGS_ERR_DATA,
                            "%s: the workbook has more than %d MB: save the sheet as CSV UTF-8", book->path,
                            DGS_BOOK_FILE_MAX / DGS_MB);
        dgs_buf_add(&all, chunk, (size_t)got);
    }
    book->zip = (dgs_str){all.p, all.n};
    return !all.failed || dgs_fail_memory(book->err);
}

static bool fail_kind(const dgs_book *book)
{
    static const struct kind {
        const char *name, *what;
    } kinds[] = {
        {"Index/Document.iwa", "a Numbers document: export it in Numbers as CSV (File, Export To), and name that file"},
        {"Index.zip", "a Numbers document: export it in Numbers as CSV (File, Export To), and name that file"},
        {"xl/workbook.bin", "a binary workbook (.xlsb): save it as .xlsx or as CSV UTF-8"},
        {"word/document.xml", "a Word document, not a list: name a CSV file or a workbook"},
        {"content.xml", "an office document without a table: name a CSV file or a workbook"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (dgs_zip_has(book->zip, kinds[i].name))
            return dgs_fail(book->err, DGS_ERR_DATA, "%s: is %s", book->path, kinds[i].what);
    return dgs_fail(book->err, DGS_ERR_DATA,
                    "%s: is an archive but not a workbook, or is damaged: name a CSV file or a workbook (.xlsx, .ods)",
                    book->path);
}

static bool read_book(dgs_book *book, int fd)
{
    if (!read_file(book, fd))
        return false;
    if (dgs_str_starts(book->zip, compound))
        return dgs_fail(
            book->err, DGS_ERR_DATA,
            "%s: is an old workbook (.xls), or one with a password: save it as .xlsx without a password, or "
            "as CSV UTF-8",
            book->path);
    bool ods = dgs_zip_has(book->zip, "content.xml"), xlsx = dgs_zip_has(book->zip, "[Content_Types].xml");
    if ((!ods && !xlsx) || dgs_zip_has(book->zip, "xl/workbook.bin") || dgs_zip_has(book->zip, "word/document.xml"))
        return fail_kind(book);
    if (!(ods ? dgs_book_read_ods : dgs_book_read_xlsx)(book))
        return false;
    if (book->nsheets == 0)
        return fail_kind(book);
    return book->name[0] != '\0' || dgs_fail(book->err, DGS_ERR_DATA, "%s: sheet '%.60s' not found: it has %s",
                                             book->path, book->sheet == NULL ? "to see" : book->sheet, book->others);
}

dgs_book *dgs_book_read(int fd, const char *path, const char *sheet, dgs_err *err)
{
    dgs_book *book = calloc(1, sizeof *book);
    if (book != NULL)
        book->arena = dgs_arena_new(DGS_BOOK_MEMORY_MAX);
    if (book == NULL || book->arena == NULL) {
        (void)dgs_fail_memory(err);
        dgs_book_free(book);
        return NULL;
    }
    book->path = path;
    book->sheet = sheet;
    book->err = err;
    bool ok = read_book(book, fd) || dgs_arena_explain(book->arena, err);
    if (ok)
        return book;
    dgs_book_free(book);
    return NULL;
}

void dgs_book_free(dgs_book *book)
{
    if (book != NULL)
        dgs_arena_free(book->arena);
    free(book);
}
