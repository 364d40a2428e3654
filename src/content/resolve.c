#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "content/loader.h"

enum { DIGITS_SIZE = 12 }; // room for the number of a page, so that setting it later cannot fail

// Letters, digits and hyphens stay, blanks become hyphens, the rest goes: as GitHub names headings. Of what is not
// ASCII, punctuation goes (Latin-1 signs, U+2000-206F, CJK marks) and capital letters of Latin-1 become small.
static void add_slug(dgs_buf *slug, dgs_str text)
{
    int32_t cp;
    while ((cp = dgs_utf8_next(&text)) >= 0) {
        char bytes[4];
        if (cp >= 'A' && cp <= 'Z')
            cp += 'a' - 'A';
        else if (cp >= 0xc0 && cp <= 0xde && cp != 0xd7)
            cp += 0x20;
        bool word = (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9') || cp == '-' || cp == '_' ||
                    (cp >= 0xdf && cp != 0xf7 && (cp < 0x2000 || cp > 0x206f) && (cp < 0x3000 || cp > 0x303f));
        if (word) {
            size_t n = (size_t)dgs_utf8_put((uint32_t)cp, bytes);
            dgs_buf_add(slug, bytes, n);
        } else if (cp == ' ' || cp == '\n' || cp == 0xa0)
            dgs_buf_addc(slug, '-');
    }
}

static const dgs_heading_name *find(const dgs_loader *loader, const char *id)
{
    for (size_t i = 0; i < loader->nheadings; i++)
        if (strcmp(loader->headings[i].id, id) == 0)
            return &loader->headings[i];
    return NULL;
}

// The id, or "id-1", "id-2", ... where an earlier heading has it.
static bool make_unique(dgs_loader *loader, dgs_buf *slug)
{
    size_t n = slug->n;
    for (int i = 1; !slug->failed && find(loader, slug->p) != NULL; i++) {
        slug->n = n;
        dgs_buf_addf(slug, "-%d", i);
    }
    return !slug->failed;
}

bool dgs_resolve_id(dgs_loader *loader, dgs_node *heading)
{
    dgs_buf slug = {.arena = loader->arena};
    for (size_t i = 0; i < heading->nspans; i++)
        add_slug(&slug, heading->spans[i].text);
    if (slug.n == 0)
        dgs_buf_adds(&slug, "heading");
    if (slug.failed || !make_unique(loader, &slug))
        return dgs_loader_memory(loader);
    heading->id = slug.p;
    return true;
}

bool dgs_resolve_name(dgs_loader *loader, dgs_node *heading)
{
    if (loader->nheadings == DGS_CONTENT_HEADINGS_MAX) // names are compared one by one
        return dgs_loader_fail(loader, heading->line, "there are more than %d headings: remove some",
                               DGS_CONTENT_HEADINGS_MAX);
    return dgs_resolve_id(loader, heading) && dgs_resolve_also(loader, heading->id, heading);
}

bool dgs_resolve_also(dgs_loader *loader, const char *id, dgs_node *heading)
{
    dgs_heading_name *name = DGS_PUSH(loader->arena, loader->headings, loader->nheadings, loader->headings_cap);
    if (name == NULL)
        return dgs_loader_memory(loader);
    *name = (dgs_heading_name){id, heading, loader->file->printed};
    return true;
}

static const dgs_heading_name *look_up(dgs_loader *loader, const char *id, const char *file, int line)
{
    const dgs_heading_name *name = find(loader, id);
    if (name != NULL)
        return name;
    const char **ids = dgs_arena_array(loader->arena, loader->nheadings + 1, sizeof *ids);
    if (ids == NULL) {
        dgs_loader_memory(loader);
        return NULL;
    }
    for (size_t i = 0; i < loader->nheadings; i++)
        ids[i] = loader->headings[i].id;
    dgs_fail(loader->err, DGS_ERR_DATA,
             "%s:%d: heading #%s not found%s: give a heading these words, or name another one", file, line,
             dgs_text_short(loader, dgs_str_of(id)), dgs_loader_hint(loader, id, ids, "#", ""));
    return NULL;
}

static bool resolve_links(dgs_loader *loader)
{
    for (size_t i = 0; i < loader->nlinks; i++) {
        dgs_open_link *open = &loader->links[i];
        const dgs_heading_name *name = look_up(loader, open->id, open->file, open->line);
        if (name == NULL)
            return false;
        if (!name->printed)
            continue;
        open->link->target = name->heading;
        open->link->contents = dgs_node_text(loader->arena, name->heading);
        if (open->link->contents == NULL)
            return dgs_loader_memory(loader);
    }
    return true;
}

// The page of a heading in a handout whose parts have their usual pages: a title is on the first page of its part, what
// is under it in the middle.
static int guess_page(const dgs_loader *loader, const dgs_node *heading)
{
    const dgs_package_part *parts = loader->package->parts;
    const dgs_node *top = heading;
    int page = 1;
    while (top->parent != NULL)
        top = top->parent;
    if (top->kind != DGS_NODE_PART)
        return page;
    for (size_t i = 0; i < top->part; i++)
        page += dgs_package_has(loader->source->parts, i) ? parts[i].pages : 0;
    return heading == top->first ? page : page + parts[top->part].pages / 2;
}

static size_t put_digits(char digits[DIGITS_SIZE], int page)
{
    size_t n = 0;
    if (page > 9)
        digits[n++] = (char)('0' + page / 10);
    digits[n++] = (char)('0' + page % 10);
    return n;
}

// Keeps the promises of one leaf. *keep becomes false when it names a page that is not printed, or lacks a value.
static bool resolve_spans(dgs_loader *loader, dgs_node *leaf, bool *keep)
{
    for (size_t i = 0; i < leaf->nspans; i++) {
        dgs_span *span = &leaf->spans[i];
        if (span->link != NULL && span->link->kind == DGS_ACTIVE_WITHIN && span->link->target == NULL)
            span->link = NULL;
        *keep = *keep && !dgs_variables_missing(span);
        if (span->page_of == NULL)
            continue;
        const dgs_heading_name *name = look_up(loader, span->page_of->id, span->page_of->file, span->page_of->line);
        if (name == NULL)
            return false;
        char *digits = dgs_arena_alloc(loader->arena, DIGITS_SIZE);
        if (digits == NULL)
            return dgs_loader_memory(loader);
        *keep = *keep && name->printed;
        span->page_of = name->heading;
        span->text = (dgs_str){digits, put_digits(digits, guess_page(loader, name->heading))};
    }
    return true;
}

static bool resolve_tree(dgs_loader *loader, dgs_node *node)
{
    for (dgs_node *child = node->first, *next; child != NULL; child = next) {
        bool keep = true;
        next = child->next;
        if (!resolve_spans(loader, child, &keep) || !resolve_tree(loader, child))
            return false;
        bool hollow = (child->kind == DGS_NODE_LIST || child->kind == DGS_NODE_BOX) && child->first == NULL;
        if (!keep || hollow)
            dgs_node_detach(child);
        if (!keep)
            dgs_node_append(loader->unprinted, child);
    }
    return true;
}

bool dgs_resolve_all(dgs_loader *loader, dgs_node *const *trees, size_t n)
{
    for (size_t i = 0; i < n; i++)
        dgs_variables_fill(trees[i]);
    bool ok = resolve_links(loader);
    for (size_t i = 0; ok && i < n; i++)
        ok = resolve_tree(loader, trees[i]);
    return ok;
}

bool dgs_content_set_pages(dgs_doc *doc, int (*page_of)(const void *ctx, const dgs_node *node), const void *ctx)
{
    bool changed = false;
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n))
        for (size_t i = 0; i < n->nspans; i++) {
            dgs_span *span = &n->spans[i];
            int page = span->page_of == NULL ? -1 : page_of(ctx, span->page_of);
            char digits[DIGITS_SIZE];
            int length = snprintf(digits, sizeof digits, "%d", page + 1);
            if (page < 0 || dgs_str_is(span->text, digits))
                continue;
            memcpy((char *)span->text.p, digits, (size_t)length + 1);
            span->text.n = (size_t)length;
            changed = true;
        }
    return changed;
}
