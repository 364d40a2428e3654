// The section for the reader's own notes: a title, what to write, and lines that layout rules.
#include "content/loader.h"

static dgs_node *add_leaf(dgs_loader *loader, dgs_node *section, dgs_node_kind kind, dgs_string words)
{
    dgs_node *leaf = dgs_loader_node(loader, section, kind, loader->string_lines[words]);
    if (leaf == NULL)
        return NULL;
    leaf->file = loader->strings_file;
    return dgs_loader_span(loader, leaf, loader->strings[words], NULL) ? leaf : NULL;
}

bool dgs_lined_load(dgs_loader *loader, dgs_doc *doc)
{
    doc->lined = dgs_loader_node(loader, loader->unprinted, DGS_NODE_SECTION, 0);
    if (doc->lined == NULL)
        return false;
    dgs_node *title = add_leaf(loader, doc->lined, DGS_NODE_HEADING, DGS_STRING_LINED_TITLE);
    if (title == NULL)
        return false;
    title->level = title->written = 1; // until it stands in a part
    return dgs_resolve_id(loader, title) &&
           add_leaf(loader, doc->lined, DGS_NODE_PARA, DGS_STRING_LINED_TEXT) != NULL &&
           dgs_field_add(loader, doc->lined, DGS_ACTIVE_LINES, DGS_TICK_NONE);
}

static dgs_node *last_part(const dgs_doc *doc)
{
    dgs_node *last = NULL;
    for (dgs_node *n = doc->root->first; n != NULL; n = n->next)
        if (n->kind == DGS_NODE_PART)
            last = n;
    return last;
}

void dgs_content_set_lined(dgs_doc *doc, size_t pages)
{
    dgs_node *lined = doc->lined, *part = last_part(doc);
    if (lined->lined_pages == 0) {
        dgs_node *last = part->last, *before = last;
        if (last->kind == DGS_NODE_BOX && last->box == DGS_BOX_BOOK)
            for (before = part->first; before->next != last;)
                before = before->next;
        dgs_node_detach(lined);
        dgs_node_insert(before, lined);
        lined->first->level = part->first->level + 1;
    }
    lined->lined_pages = pages;
    dgs_node_number(doc);
}
