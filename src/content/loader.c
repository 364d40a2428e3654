#include "content/loader.h"

#include <stdarg.h>
#include <stdio.h>

bool dgs_loader_fail(dgs_loader *loader, int line, const char *format, ...)
{
    char sentence[800];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    const char *file = loader->file == NULL ? "content" : loader->file->name;
    return dgs_fail(loader->err, DGS_ERR_DATA, "%s:%d: %s", file, line, n < 0 ? "this cannot be read" : sentence);
}

bool dgs_loader_memory(dgs_loader *loader)
{
    return dgs_fail_memory(loader->err);
}

const char *dgs_loader_hint(dgs_loader *loader, const char *word, const char *const *list, const char *before,
                            const char *after)
{
    const char *nearest = dgs_str_nearest(word, list);
    dgs_buf buf = {.arena = loader->arena};
    if (nearest != NULL)
        dgs_buf_addf(&buf, ", did you mean %s%s%s", before, nearest, after);
    return nearest == NULL || buf.failed ? "" : buf.p;
}

void dgs_node_append(dgs_node *parent, dgs_node *node)
{
    node->parent = parent;
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
}

void dgs_node_insert(dgs_node *before, dgs_node *node)
{
    dgs_node *parent = before->parent;
    node->parent = parent;
    node->next = before->next;
    before->next = node;
    if (parent->last == before)
        parent->last = node;
}

void dgs_node_detach(dgs_node *node)
{
    dgs_node *parent = node->parent, *before = NULL;
    for (dgs_node *n = parent->first; n != node; n = n->next)
        before = n;
    if (before == NULL)
        parent->first = node->next;
    else
        before->next = node->next;
    if (parent->last == node)
        parent->last = before;
    node->parent = node->next = NULL;
}

dgs_node *dgs_loader_node(dgs_loader *loader, dgs_node *parent, dgs_node_kind kind, int line)
{
    dgs_node *node = dgs_arena_alloc(loader->arena, sizeof *node);
    if (node == NULL) {
        dgs_loader_memory(loader);
        return NULL;
    }
    node->kind = kind;
    node->line = line;
    if (line > 0 && loader->file != NULL)
        node->file = loader->file->name;
    if (parent != NULL)
        dgs_node_append(parent, node);
    return node;
}

void dgs_node_number(dgs_doc *doc)
{
    doc->count = 0;
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n))
        ((dgs_node *)n)->index = doc->count++; // the tree is ours: walking hands it out as const
}

bool dgs_loader_span(dgs_loader *loader, dgs_node *leaf, const char *text, const dgs_active *link)
{
    size_t size = sizeof *leaf->spans;
    dgs_span *spans = dgs_arena_grow(loader->arena, leaf->spans, leaf->nspans * size, (leaf->nspans + 1) * size);
    if (spans == NULL)
        return dgs_loader_memory(loader);
    leaf->spans = spans;
    leaf->spans[leaf->nspans++] = (dgs_span){.text = dgs_str_of(text), .link = link};
    return true;
}

bool dgs_loader_join(dgs_loader *loader, const char *const *lines, size_t n, const char *between, const char **out)
{
    dgs_buf all = {.arena = loader->arena};
    for (size_t i = 0; i < n; i++) {
        dgs_buf_adds(&all, i == 0 ? "" : between);
        dgs_buf_adds(&all, lines[i]);
    }
    *out = all.p;
    return all.failed ? dgs_loader_memory(loader) : true;
}
