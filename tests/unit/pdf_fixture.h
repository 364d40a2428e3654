// What the tests of the pdf room share: a document and pages to fill by hand, and ways to read the file back.
#ifndef DGS_TESTS_PDF_FIXTURE_H
#define DGS_TESTS_PDF_FIXTURE_H
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "pdf/pdf.h"

enum { MEMORY = 64 * 1024 * 1024, MOST = 400, WIDTH = 612, HEIGHT = 792 };

static dgs_arena *arena;
static dgs_text *text;
static dgs_err err;
static dgs_doc doc;
static dgs_pages pages;
static dgs_page page[2];
static dgs_box boxes[2][MOST];
static dgs_pdf_options options;
static dgs_pdf_input input; // all of these

static inline void set_up(void)
{
    err = (dgs_err){0};
    arena = dgs_arena_new(MEMORY);
    text = dgs_text_new(NULL, &err);
    ck_assert_ptr_nonnull(arena);
    ck_assert_ptr_nonnull(text);
    memset(boxes, 0, sizeof boxes);
    doc = (dgs_doc){.about = {.title = "Pain & <relief>",
                              .subject = "What helps",
                              .language = "en-US",
                              .page_of = "",
                              .imprint = "No doctor"},
                    .author = "Z\xc3\xbcrich Massage"};
    page[0] = (dgs_page){.boxes = boxes[0]};
    page[1] = (dgs_page){.boxes = boxes[1]};
    pages = (dgs_pages){.width = WIDTH, .height = HEIGHT, .pages = page, .npages = 2};
    options = (dgs_pdf_options){.producer = "dgs-pdf test"};
    input = (dgs_pdf_input){&pages, &doc, text, &options};
}

static inline void tear_down(void)
{
    dgs_text_free(text);
    dgs_arena_free(arena);
}

static inline dgs_node *add(dgs_node *parent, dgs_node_kind kind)
{
    dgs_node *node = dgs_arena_alloc(arena, sizeof *node);
    node->kind = kind;
    node->parent = parent;
    node->index = doc.count++;
    if (parent == NULL) {
        doc.root = node;
        return node;
    }
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
    return node;
}

static inline dgs_node *add_text(dgs_node *parent, dgs_node_kind kind, const char *words)
{
    dgs_node *node = add(parent, kind);
    node->nspans = 1;
    node->spans = dgs_arena_alloc(arena, sizeof(dgs_span));
    node->spans[0].text = dgs_str_of(words);
    return node;
}

static inline dgs_box *place(size_t on, dgs_box_kind kind, const dgs_node *node, dgs_rect rect)
{
    dgs_box *box = &boxes[on][page[on].nboxes++];
    *box = (dgs_box){.kind = kind, .rect = rect, .node = node, .color = {20, 60, 90}, .line = 1};
    return box;
}

static inline dgs_str written(void)
{
    dgs_str pdf = {0};
    ck_assert_msg(dgs_pdf_write(&input, arena, &pdf, &err), "%s", err.message);
    return pdf;
}

static inline const char *find(dgs_str where, const char *what)
{
    size_t n = strlen(what);
    for (size_t i = 0; i + n <= where.n; i++)
        if (memcmp(where.p + i, what, n) == 0)
            return where.p + i;
    return NULL;
}

static inline int count(dgs_str where, const char *what)
{
    int times = 0;
    for (const char *at; (at = find(where, what)) != NULL; times++) {
        where.n -= (size_t)(at + 1 - where.p);
        where.p = at + 1;
    }
    return times;
}

static inline dgs_str inflated(const char *from, size_t n)
{
    uLongf room = 4 * 1024 * 1024;
    char *to = dgs_arena_alloc(arena, room);
    ck_assert_int_eq(uncompress((Bytef *)to, &room, (const Bytef *)from, n), Z_OK);
    return (dgs_str){to, room};
}

// The bytes of the stream of the first object whose head holds `key`; inflated where they were packed.
static inline dgs_str stream_of(dgs_str pdf, const char *key)
{
    const char *at = find(pdf, key);
    ck_assert_msg(at != NULL, "no %s", key);
    dgs_str rest = {at, pdf.n - (size_t)(at - pdf.p)};
    const char *start = find(rest, "\nstream\r\n"), *length = find(rest, "/Length ");
    if (length == NULL || length > start)
        for (length = at; strncmp(length, "/Length ", 8) != 0;)
            length--;
    size_t n = strtoul(length + 8, NULL, 10);
    ck_assert_int_eq(memcmp(start + 9 + n, start[8 + n] == '\r' ? "\r\nendstream" : "\nendstream", 10), 0);
    const char *head = at;
    while (memcmp(head, " obj", 4) != 0)
        head--;
    bool packed = find((dgs_str){head, (size_t)(start - head)}, "/FlateDecode") != NULL;
    return packed ? inflated(start + 9, n) : (dgs_str){start + 9, n};
}

// What stands in the object streams.
static inline dgs_str objects_of(dgs_str pdf)
{
    dgs_buf all = {.arena = arena};
    for (const char *at; (at = find(pdf, "/Type /ObjStm")) != NULL;) {
        pdf.n -= (size_t)(at - pdf.p);
        pdf.p = at;
        dgs_str plain = stream_of(pdf, "/Type /ObjStm");
        dgs_buf_add(&all, plain.p, plain.n);
        pdf.n--;
        pdf.p++;
    }
    return (dgs_str){all.p, all.n};
}

// Literal strings as hexadecimal ones, so that tests can look for them as text.
static inline void add_spelled(dgs_buf *to, dgs_str plain)
{
    bool string = false;
    for (size_t i = 0; i < plain.n; i++) {
        char c = plain.p[i];
        if (!string && c != '(') {
            dgs_buf_addc(to, c);
        } else if (!string || c == ')') {
            string = !string;
            dgs_buf_addc(to, string ? '<' : '>');
        } else {
            if (c == '\\')
                c = plain.p[++i] == 'r' ? '\r' : plain.p[i];
            dgs_buf_addf(to, "%02x", (unsigned)(unsigned char)c);
        }
    }
}

// All streams with neither a type nor a subtype nor a length of their own: the maps of fonts, or all others.
static inline dgs_str plain_streams(dgs_str pdf, bool maps)
{
    dgs_buf all = {.arena = arena};
    const char *const head = " 0 obj\n<<\n", *const packed = "/Filter /FlateDecode\n", *const length = "/Length ";
    for (const char *at; (at = find(pdf, head)) != NULL;) {
        pdf.n -= (size_t)(at + strlen(head) - pdf.p);
        pdf.p = at + strlen(head);
        bool is_packed = pdf.n > strlen(packed) && memcmp(pdf.p, packed, strlen(packed)) == 0;
        const char *entry = pdf.p + (is_packed ? strlen(packed) : 0), *start = find(pdf, "\nstream\r\n");
        if (start == NULL || memcmp(entry, length, strlen(length)) != 0)
            continue;
        size_t n = strtoul(entry + strlen(length), NULL, 10);
        dgs_str plain = is_packed ? inflated(start + 9, n) : (dgs_str){start + 9, n};
        if (maps && find(plain, "begincmap") != NULL)
            dgs_buf_add(&all, plain.p, plain.n);
        if (!maps && find(plain, "begincmap") == NULL)
            add_spelled(&all, plain);
    }
    return (dgs_str){all.p, all.n};
}

// All content streams.
static inline dgs_str contents_of(dgs_str pdf)
{
    return plain_streams(pdf, false);
}

#endif
