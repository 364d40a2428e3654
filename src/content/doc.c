#include "content/doc.h"

#include "base/arena.h"

const char *dgs_node_kind_name(dgs_node_kind kind)
{
    static const char *const names[DGS_NODE_KINDS] = {
        [DGS_NODE_DOC] = "doc",         [DGS_NODE_MASTHEAD] = "masthead",
        [DGS_NODE_PART] = "part",       [DGS_NODE_SECTION] = "section",
        [DGS_NODE_STEP] = "step",       [DGS_NODE_BOX] = "box",
        [DGS_NODE_HEADING] = "heading", [DGS_NODE_PARA] = "para",
        [DGS_NODE_LIST] = "list",       [DGS_NODE_ITEM] = "item",
        [DGS_NODE_TABLE] = "table",     [DGS_NODE_ROW] = "row",
        [DGS_NODE_CELL] = "cell",       [DGS_NODE_FIGURE] = "figure",
        [DGS_NODE_LABEL] = "label",     [DGS_NODE_CAPTION] = "caption",
        [DGS_NODE_BLANK] = "blank",     [DGS_NODE_CONTACTS] = "contacts",
        [DGS_NODE_LOGO] = "logo",       [DGS_NODE_NAME] = "name",
        [DGS_NODE_TAGLINE] = "tagline", [DGS_NODE_THERAPIST] = "therapist",
        [DGS_NODE_CLIENT] = "client",   [DGS_NODE_BADGE] = "mark",
        [DGS_NODE_IMPRINT] = "imprint", [DGS_NODE_QR] = "code",
        [DGS_NODE_NOTE] = "note",       [DGS_NODE_FIELD] = "field",
        [DGS_NODE_WELCOME] = "welcome", [DGS_NODE_DAYS] = "days",
    };
    return names[kind];
}

const char *dgs_node_text(dgs_arena *arena, const dgs_node *node)
{
    dgs_buf buf = {.arena = arena};
    dgs_buf_adds(&buf, "");
    for (size_t i = 0; i < node->nspans; i++)
        dgs_buf_add(&buf, node->spans[i].text.p, node->spans[i].text.n);
    return buf.failed ? NULL : buf.p;
}

bool dgs_node_private(const dgs_node *node)
{
    for (size_t i = 0; i < node->nspans; i++)
        if (node->spans[i].option != NULL)
            return true;
    return false;
}

const dgs_node *dgs_node_walk(const dgs_node *root, const dgs_node *node)
{
    if (node->first != NULL)
        return node->first;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

dgs_node *dgs_node_child(const dgs_node *parent, dgs_node_kind kind)
{
    dgs_node *n = parent->first;
    while (n != NULL && n->kind != kind)
        n = n->next;
    return n;
}

const dgs_node *dgs_node_find(const dgs_node *root, dgs_node_kind kind)
{
    const dgs_node *n = dgs_node_walk(root, root);
    while (n != NULL && n->kind != kind)
        n = dgs_node_walk(root, n);
    return n;
}
