// The signs of an emergency and those that need a doctor today: no edited text goes without one of them. What there
// has to be is what the package's manifest asks for, form by form.
#include <string.h>

#include "content/loader.h"

static bool names(const dgs_node *tree, dgs_str id)
{
    for (const dgs_node *n = tree; n != NULL; n = dgs_node_walk(tree, n))
        for (size_t i = 0; i < n->nspans; i++)
            if (n->spans[i].sign != NULL && dgs_str_is(id, n->spans[i].sign))
                return true;
    return false;
}

bool dgs_signs_cover(const dgs_node *tree, const dgs_node *box)
{
    for (const dgs_node *n = box; n != NULL; n = dgs_node_walk(box, n))
        for (size_t i = 0; i < n->nspans; i++)
            if (n->spans[i].sign != NULL && !names(tree, dgs_str_of(n->spans[i].sign)))
                return false;
    return true;
}

bool dgs_signs_next(const char **list, dgs_str *id)
{
    *list += strspn(*list, ", ");
    *id = (dgs_str){*list, strcspn(*list, ", ")};
    *list += id->n;
    return id->n > 0;
}

bool dgs_signs_check(dgs_loader *loader, const dgs_signs *signs)
{
    dgs_str id;
    for (size_t i = 0; signs->custom && i < dgs_package_forms(loader->package); i++)
        for (const char *list = loader->package->signs[i]; dgs_signs_next(&list, &id);)
            if (!names(signs->form[i], id))
                return dgs_fail(loader->err, DGS_ERR_DATA,
                                "%s:%d: the sign \"%s\" is missing under this heading: put it back as "
                                "[words](sign:%s), since every handout must have all signs",
                                signs->form[i]->file, signs->form[i]->line, dgs_text_short(loader, id),
                                dgs_text_short(loader, id));
    return true;
}
