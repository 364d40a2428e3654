#include "image/svg_tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "image/svg_line.h"

#define NS_SVG "http://www.w3.org/2000/svg"
#define NS_XLINK "http://www.w3.org/1999/xlink"
#define NS_XML "http://www.w3.org/XML/1998/namespace"
#define NS_BETWEEN '\x1f'

enum {
    TEXT_MAX = 4 * DGS_SVG_FILE_MAX, // bytes: entities make more of a file than it has
    ENTITY_MAX = 256,                // bytes
    JOINS_MOST = 256                 // bytes of a text to which the next piece is joined: expat gives it line by line
};

typedef struct reader {
    XML_Parser parser;
    dgs_svg_tree *tree;
    const char *name;
    dgs_err *err;
    dgs_svg_node *open;
    size_t nelements, depth, skipped, ntext, nentities; // skipped: open elements of others, and what is in them
    bool bare;                                          // the root has no namespace
    bool failed;
} reader;

static void fail(reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void fail(reader *r, const char *format, ...)
{
    char message[256];
    va_list args;
    if (r->failed)
        return;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    r->failed = true;
    (void)XML_StopParser(r->parser, XML_FALSE);
    (void)dgs_fail(r->err, DGS_ERR_DATA, "%s:%lu: %s", r->name, dgs_svg_line_now(r->parser), message);
}

static void fail_memory(reader *r)
{
    r->failed = true;
    (void)XML_StopParser(r->parser, XML_FALSE);
    (void)dgs_fail_memory(r->err);
}

// The name without its namespace, where that is `wanted` or, of a file without namespaces, none; else NULL.
static const char *local(const char *name, const char *wanted, bool bare)
{
    const char *between = strrchr(name, NS_BETWEEN);
    if (between == NULL)
        return bare ? name : NULL;
    size_t n = (size_t)(between - name);
    return strlen(wanted) == n && memcmp(name, wanted, n) == 0 ? between + 1 : NULL;
}

static bool counts(reader *r, size_t n)
{
    r->ntext += n;
    if (r->ntext > TEXT_MAX)
        fail(r, "its entities make more than %d MB of it: save it as plain SVG without them", TEXT_MAX / DGS_MB);
    return !r->failed;
}

static void take_attribute(reader *r, dgs_svg_node *node, const char *name, const char *value)
{
    const char *own = local(name, "", true), *link = local(name, NS_XLINK, false), *xml = local(name, NS_XML, false);
    bool spaces = xml != NULL && strcmp(xml, "space") == 0;
    if (link != NULL && strcmp(link, "href") == 0 && dgs_svg_get(node, "href") == NULL)
        own = "href";
    if (spaces)
        own = "xml:space";
    if (own == NULL || strchr(own, NS_BETWEEN) != NULL || !counts(r, strlen(value)))
        return;
    char *kept = dgs_str_copy(r->tree->arena, dgs_str_of(own)), *text = dgs_str_copy(r->tree->arena, dgs_str_of(value));
    if (kept == NULL || text == NULL || !dgs_svg_set(r->tree->arena, node, kept, text))
        fail_memory(r);
}

static bool within_limits(reader *r)
{
    if (++r->nelements > DGS_SVG_ELEMENTS_MAX)
        fail(r, "there are more than %d elements: make it simpler", DGS_SVG_ELEMENTS_MAX);
    else if (r->depth + r->skipped >= DGS_SVG_DEPTH_MAX)
        fail(r, "elements are nested more than %d deep: use fewer groups", DGS_SVG_DEPTH_MAX);
    return !r->failed;
}

static void XMLCALL on_start(void *data, const char *name, const char **attributes)
{
    reader *r = data;
    if (r->failed || !within_limits(r))
        return;
    if (r->open == NULL)
        r->bare = strchr(name, NS_BETWEEN) == NULL;
    const char *own = local(name, NS_SVG, r->bare);
    if (r->open == NULL && (own == NULL || strcmp(own, "svg") != 0)) {
        const char *between = strrchr(name, NS_BETWEEN);
        fail(r, "is not an SVG drawing, it starts with <%.40s>: use a file saved as SVG",
             between == NULL ? name : between + 1);
        return;
    }
    // What others put into a foreignObject is the text that it shows.
    bool shown = own == NULL && r->open != NULL && dgs_svg_is(r->open, "foreignObject");
    if (r->skipped > 0 || (own == NULL && !shown)) {
        r->skipped++;
        return;
    }
    char *kept = dgs_str_copy(r->tree->arena, dgs_str_of(own == NULL ? "foreignObject" : own));
    dgs_svg_node *node = kept == NULL ? NULL : dgs_svg_new(r->tree->arena, r->open, kept);
    if (node == NULL) {
        fail_memory(r);
        return;
    }
    node->line = dgs_svg_line_now(r->parser);
    if (r->open == NULL)
        r->tree->root = node;
    r->open = node;
    r->depth++;
    for (const char **a = attributes; *a != NULL && !r->failed; a += 2)
        take_attribute(r, node, a[0], a[1]);
}

static void XMLCALL on_end(void *data, const char *name)
{
    (void)name;
    reader *r = data;
    if (r->failed)
        return;
    if (r->skipped > 0) {
        r->skipped--;
        return;
    }
    r->open = r->open->parent;
    r->depth--;
}

static void XMLCALL on_text(void *data, const char *text, int n)
{
    reader *r = data;
    if (r->failed || r->skipped > 0 || r->open == NULL || n <= 0 || !counts(r, (size_t)n))
        return;
    dgs_svg_node *last = r->open->last;
    bool joins = last != NULL && last->name == NULL && last->text.n < JOINS_MOST;
    size_t before = joins ? last->text.n : 0;
    char *kept = dgs_arena_alloc(r->tree->arena, before + (size_t)n + 1);
    dgs_svg_node *node = joins ? last : dgs_svg_new(r->tree->arena, r->open, NULL);
    if (kept == NULL || node == NULL) {
        fail_memory(r);
        return;
    }
    if (before > 0)
        memcpy(kept, last->text.p, before);
    memcpy(kept + before, text, (size_t)n);
    node->text = (dgs_str){kept, before + (size_t)n};
}

static void XMLCALL on_entity(void *data, const char *name, int parameter, const char *value, int n, const char *base,
                              const char *system, const char *public, const char *notation)
{
    (void)base, (void)public, (void)notation;
    reader *r = data;
    dgs_str text = {value, value == NULL ? 0 : (size_t)n};
    bool space = dgs_str_starts(text, "http://") || dgs_str_starts(text, "https://") || dgs_str_starts(text, "urn:");
    for (size_t i = 0; i < text.n; i++)
        space = space && strchr("<&%\"' ", text.p[i]) == NULL;
    if (parameter != 0 || system != NULL || !space || text.n > ENTITY_MAX || ++r->nentities > DGS_SVG_ENTITIES_MAX)
        fail(r, "the entity %.40s is not supported, only those for namespaces are: save it as plain SVG without it",
             name);
}

static void XMLCALL on_instruction(void *data, const char *target, const char *text)
{
    (void)text;
    reader *r = data;
    r->tree->refers = r->tree->refers || strcmp(target, "xml-stylesheet") == 0;
}

static bool run(reader *r, dgs_str bytes)
{
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, on_start, on_end);
    XML_SetCharacterDataHandler(r->parser, on_text);
    XML_SetEntityDeclHandler(r->parser, on_entity);
    XML_SetProcessingInstructionHandler(r->parser, on_instruction);
    bool read = XML_Parse(r->parser, bytes.p, (int)bytes.n, 1) == XML_STATUS_OK;
    if (r->failed)
        return false;
    enum XML_Error problem = XML_GetErrorCode(r->parser);
    if (!read && problem == XML_ERROR_NO_MEMORY)
        fail_memory(r);
    else if (!read)
        fail(r, "is not well-formed SVG (%s): save it again", XML_ErrorString(problem));
    return read;
}

bool dgs_svg_tree_read(dgs_arena *arena, const char *name, dgs_str bytes, dgs_svg_tree *out, dgs_err *err)
{
    *out = (dgs_svg_tree){.arena = arena};
    if (bytes.n > DGS_SVG_FILE_MAX)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the drawing is larger than %d KB: make it simpler", name,
                        DGS_SVG_FILE_MAX / 1024);
    reader r = {.parser = XML_ParserCreateNS(NULL, NS_BETWEEN), .tree = out, .name = name, .err = err};
    if (r.parser == NULL)
        return dgs_fail_memory(err);
    bool ok = run(&r, bytes);
    XML_ParserFree(r.parser);
    return ok;
}

const char *dgs_svg_get(const dgs_svg_node *node, const char *name)
{
    for (size_t i = 0; i < node->nattributes; i++)
        if (strcmp(node->attributes[i].name, name) == 0)
            return node->attributes[i].value;
    return NULL;
}

bool dgs_svg_set(dgs_arena *arena, dgs_svg_node *node, const char *name, const char *value)
{
    for (size_t i = 0; i < node->nattributes; i++)
        if (strcmp(node->attributes[i].name, name) == 0) {
            node->attributes[i].value = value;
            return true;
        }
    dgs_svg_attribute *a = DGS_PUSH(arena, node->attributes, node->nattributes, node->cap_attributes);
    if (a != NULL)
        *a = (dgs_svg_attribute){name, value};
    return a != NULL;
}

void dgs_svg_unset(dgs_svg_node *node, const char *name)
{
    size_t kept = 0;
    for (size_t i = 0; i < node->nattributes; i++)
        if (strcmp(node->attributes[i].name, name) != 0)
            node->attributes[kept++] = node->attributes[i];
    node->nattributes = kept;
}

bool dgs_svg_is(const dgs_svg_node *node, const char *name)
{
    return node->name != NULL && strcmp(node->name, name) == 0;
}

dgs_svg_node *dgs_svg_new(dgs_arena *arena, dgs_svg_node *parent, const char *name)
{
    dgs_svg_node *node = dgs_arena_alloc(arena, sizeof *node);
    if (node == NULL)
        return NULL;
    node->name = name;
    node->parent = parent;
    if (parent == NULL)
        return node;
    node->line = parent->line;
    if (parent->last != NULL)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

void dgs_svg_take_out(dgs_svg_node *node)
{
    dgs_svg_node *parent = node->parent, *before = NULL;
    if (parent == NULL)
        return;
    for (dgs_svg_node *n = parent->first; n != node; n = n->next)
        before = n;
    if (before == NULL)
        parent->first = node->next;
    else
        before->next = node->next;
    if (parent->last == node)
        parent->last = before;
}

dgs_svg_node *dgs_svg_walk_past(const dgs_svg_node *root, const dgs_svg_node *node)
{
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

dgs_svg_node *dgs_svg_walk(const dgs_svg_node *root, const dgs_svg_node *node)
{
    return node->first != NULL ? node->first : dgs_svg_walk_past(root, node);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void dgs_svg_words(const dgs_svg_node *node, dgs_buf *out, size_t most)
{
    bool space = out->n > 0 && out->p[out->n - 1] == ' ';
    for (const dgs_svg_node *n = node; n != NULL; n = dgs_svg_walk(node, n))
        for (size_t i = 0; n->name == NULL && i < n->text.n && out->n < most && !out->failed; i++) {
            bool blank = is_blank(n->text.p[i]);
            if (!blank || (!space && out->n > 0))
                dgs_buf_addc(out, blank ? ' ' : n->text.p[i]);
            space = blank;
        }
}

static void write_escaped(dgs_buf *out, dgs_str text)
{
    static const struct {
        char c;
        const char *as;
    } escapes[] = {{'&', "&amp;"},  {'<', "&lt;"},   {'>', "&gt;"}, {'"', "&quot;"},
                   {'\n', "&#10;"}, {'\r', "&#13;"}, {'\t', "&#9;"}};
    for (size_t i = 0; i < text.n; i++) {
        const char *as = NULL;
        for (size_t k = 0; k < sizeof escapes / sizeof *escapes; k++)
            as = text.p[i] == escapes[k].c ? escapes[k].as : as;
        if (as != NULL)
            dgs_buf_adds(out, as);
        else
            dgs_buf_addc(out, text.p[i]);
    }
}

typedef struct writer {
    dgs_buf *out;
    const dgs_svg_node *root;
    unsigned long line;
} writer;

// An element begins on the line that it had in the file, for messages. The line ends are in the tag before it, where
// they are no part of any text.
static void go_to_line(writer *w, const dgs_svg_node *node)
{
    while (node != NULL && node->name == NULL)
        node = dgs_svg_walk(w->root, node);
    for (; node != NULL && w->line < node->line && !w->out->failed; w->line++)
        dgs_buf_addc(w->out, '\n');
}

static void write_start(writer *w, const dgs_svg_node *node)
{
    dgs_buf *out = w->out;
    bool root = node == w->root;
    if (root)
        go_to_line(w, node);
    dgs_buf_addc(out, '<');
    dgs_buf_adds(out, node->name);
    if (root)
        dgs_buf_adds(out, " xmlns=\"" NS_SVG "\"");
    for (size_t i = 0; i < node->nattributes; i++) {
        if (strcmp(node->attributes[i].name, "xmlns") == 0)
            continue;
        dgs_buf_addc(out, ' ');
        dgs_buf_adds(out, node->attributes[i].name);
        dgs_buf_adds(out, "=\"");
        write_escaped(out, dgs_str_of(node->attributes[i].value));
        dgs_buf_addc(out, '"');
    }
    go_to_line(w, dgs_svg_walk(w->root, node));
    dgs_buf_adds(out, node->first == NULL ? "/>" : ">");
}

static void write_end(dgs_buf *out, const dgs_svg_node *node)
{
    dgs_buf_adds(out, "</");
    dgs_buf_adds(out, node->name);
    dgs_buf_addc(out, '>');
}

void dgs_svg_write(const dgs_svg_tree *tree, dgs_buf *out)
{
    const dgs_svg_node *root = tree->root;
    writer w = {out, root, 1};
    for (const dgs_svg_node *n = root; n != NULL && !out->failed;) {
        if (n->name == NULL)
            write_escaped(out, n->text);
        else
            write_start(&w, n);
        const dgs_svg_node *next = dgs_svg_walk(root, n);
        if (n->first == NULL) // closes those that end here
            for (; n != root && n->next == NULL; n = n->parent)
                write_end(out, n->parent);
        n = next;
    }
}
