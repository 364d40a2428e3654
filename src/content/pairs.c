// Files of lines like "- key: words": strings.md and handout.md.
#include <string.h>

#include "content/loader.h"

static bool read_pair(dgs_loader *loader, dgs_str text, int line, dgs_pair_take *take, void *ctx)
{
    const char *colon = text.n == 0 ? NULL : memchr(text.p, ':', text.n);
    if (colon == NULL)
        return dgs_loader_fail(loader, line, "this line has no key: write it like \"- key: words\"");
    dgs_str key = dgs_str_trim((dgs_str){text.p, (size_t)(colon - text.p)});
    dgs_str value = dgs_str_trim((dgs_str){colon + 1, text.n - (size_t)(colon + 1 - text.p)});
    return take(ctx, loader, key, value, line);
}

static bool read_item(dgs_loader *loader, cmark_node *item, dgs_pair_take *take, void *ctx)
{
    int line = cmark_node_get_start_line(item);
    cmark_node *paragraph = cmark_node_first_child(item);
    if (paragraph == NULL || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH ||
        cmark_node_next(paragraph) != NULL)
        return dgs_loader_fail(loader, line, "this item is not a line like \"- key: words\"");
    dgs_node leaf = {0};
    if (!dgs_inline_read(loader, cmark_node_first_child(paragraph), line, DGS_FIELDS_KEEP, &leaf))
        return false;
    for (size_t i = 0; i < leaf.nspans; i++)
        if (leaf.spans[i].link != NULL)
            return dgs_loader_fail(loader, line, "these words cannot be a link: remove the [] and ()");
    const char *text = dgs_node_text(loader->arena, &leaf);
    return text == NULL ? dgs_loader_memory(loader) : read_pair(loader, dgs_str_of(text), line, take, ctx);
}

static bool read_list(dgs_loader *loader, cmark_node *list, dgs_pair_take *take, void *ctx)
{
    for (cmark_node *item = cmark_node_first_child(list); item != NULL; item = cmark_node_next(item))
        if (!read_item(loader, item, take, ctx))
            return false;
    return true;
}

bool dgs_pairs_read(dgs_loader *loader, cmark_node *root, bool prose, dgs_pair_take *take, void *ctx)
{
    for (cmark_node *n = cmark_node_first_child(root); n != NULL; n = cmark_node_next(n)) {
        int line = cmark_node_get_start_line(n);
        cmark_node_type type = cmark_node_get_type(n);
        bool ok = type == CMARK_NODE_HEADING || (prose && type == CMARK_NODE_PARAGRAPH);
        if (type == CMARK_NODE_LIST)
            ok = read_list(loader, n, take, ctx);
        else if (type == CMARK_NODE_HTML_BLOCK)
            ok = dgs_comment(n, line, loader);
        if (!ok)
            return dgs_loader_fail(loader, line, "this file may only have lines like \"- key: words\"");
    }
    return true;
}
