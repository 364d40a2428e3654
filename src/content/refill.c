// One document for many practices: which of its nodes say something of the practice, and saying it of another one.
#include <string.h>

#include "content/loader.h"

struct dgs_refill {
    const char *strings[DGS_STRINGS];
    const dgs_merge_field *merge_fields;
    size_t nmerge_fields;
    dgs_content_source source; // of the logo
};

static void mark_variable(dgs_node *node, bool above)
{
    node->variable = above || node->kind == DGS_NODE_MASTHEAD || node->kind == DGS_NODE_IMPRINT ||
                     node->kind == DGS_NODE_WELCOME || (node->kind == DGS_NODE_BOX && node->box == DGS_BOX_BOOK);
    for (dgs_node *child = node->first; child != NULL; child = child->next)
        mark_variable(child, node->variable);
}

// Whether a node's words are this practice's or a client's own, beyond what the program adds for every practice.
static bool is_personal(const dgs_node *node)
{
    if (node->kind == DGS_NODE_CLIENT || node->kind == DGS_NODE_BADGE ||
        (node->kind == DGS_NODE_BOX && node->box == DGS_BOX_NOTES))
        return true;
    for (size_t i = 0; i < node->nspans; i++)
        if (node->spans[i].variable != NULL && node->spans[i].variable->value != NULL)
            return true;
    return false;
}

static bool any_personal(const dgs_node *root)
{
    for (const dgs_node *n = root; n != NULL; n = dgs_node_walk(root, n))
        if (is_personal(n))
            return true;
    return false;
}

bool dgs_refill_prepare(dgs_loader *loader, dgs_doc *doc)
{
    doc->refill = dgs_arena_alloc(loader->arena, sizeof *doc->refill);
    if (doc->refill == NULL)
        return dgs_loader_memory(loader);
    memcpy(doc->refill->strings, loader->strings, sizeof loader->strings);
    doc->refill->merge_fields = loader->merge_fields;
    doc->refill->nmerge_fields = loader->nmerge_fields;
    doc->refill->source = *loader->source;
    bool card = dgs_package_card(loader->package, loader->source->parts) != NULL; // small: made as a whole each time
    if (loader->nmerge_fields > 0 && !card) { // else nothing is said of a practice, and every such handout is the same
        mark_variable(doc->root, false);
        mark_variable(doc->unprinted, false);
    }
    doc->refillable = !card && !any_personal(doc->root) && !any_personal(doc->unprinted);
    return true;
}

bool dgs_content_refill(dgs_doc *doc, const dgs_profile *profile, dgs_arena *arena, dgs_err *err)
{
    const struct dgs_refill *refill = doc->refill;
    dgs_loader loader = {
        .arena = arena, .err = err, .source = &refill->source, .profile = profile, .logos = refill->source.logos};
    memcpy(loader.strings, refill->strings, sizeof loader.strings);
    doc->author = profile->of[DGS_SETTING_NAME].text;
    if (!dgs_facts_make(&loader))
        return false;
    for (size_t i = 0; i < refill->nmerge_fields; i++)
        if (!dgs_practice_fill(&loader, &refill->merge_fields[i]))
            return false;
    return true;
}
