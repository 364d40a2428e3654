// In which order a handout is heard.
#include "content/doc.h"

enum { INTRODUCTION, SIGNS, BODY, TRACKER };

// What the signs of an emergency are heard before.
static bool is_body(const dgs_node *node)
{
    return node->kind == DGS_NODE_STEP || node->kind == DGS_NODE_SECTION || node->kind == DGS_NODE_BLANK ||
           node->kind == DGS_NODE_DAYS || (node->kind == DGS_NODE_BOX && node->box == DGS_BOX_NOTES);
}

static bool is_signs(const dgs_node *node)
{
    return node->kind == DGS_NODE_BOX && (node->box == DGS_BOX_EMERGENCY || node->box == DGS_BOX_EMERGENCY_SHORT);
}

dgs_heard dgs_node_heard(const dgs_node *parent)
{
    dgs_heard heard = {0};
    if (parent->kind != DGS_NODE_PART)
        return heard;
    for (const dgs_node *n = parent->first; n != NULL && heard.signs == NULL; n = n->next) {
        heard.signs = is_signs(n) ? n : NULL;
        heard.body = heard.body == NULL && is_body(n) ? n : heard.body;
    }
    if (heard.signs == NULL || heard.body == NULL) // none, or they stand there
        heard = (dgs_heard){0};
    return heard;
}

// What follows the days under their own heading, such as "What changed since day 1?", is asked after them.
static bool is_tracker(const dgs_node *node)
{
    bool among = node->kind == DGS_NODE_DAYS && node->parent->kind != DGS_NODE_SECTION;
    return among || (node->kind == DGS_NODE_SECTION && dgs_node_child(node, DGS_NODE_DAYS) != NULL);
}

unsigned dgs_heard_turn(const dgs_heard *heard, const dgs_node *child)
{
    if (is_tracker(child))
        return TRACKER;
    if (heard->signs == NULL)
        return BODY;
    if (child == heard->signs)
        return SIGNS;
    for (const dgs_node *n = heard->body; n != NULL; n = n->next)
        if (n == child)
            return BODY;
    return INTRODUCTION;
}
