// The signs of an emergency and those that need a doctor today: no edited text goes without one of them. What there
// has to be is what the built-in emergency.md names, form by form.
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

// The next "(sign:name)" of a form, which ends where the next "#" heading begins; false when there is none left.
static bool next_sign(dgs_str *form, dgs_str *id)
{
    static const char mark[] = "](sign:", heading[] = "\n# ";
    for (size_t i = 0; i + sizeof mark <= form->n; i++) {
        if (memcmp(form->p + i, heading, sizeof heading - 1) == 0)
            return false;
        if (memcmp(form->p + i, mark, sizeof mark - 1) != 0)
            continue;
        size_t start = i + sizeof mark - 1, end = start;
        while (end < form->n && form->p[end] != ')')
            end++;
        *id = (dgs_str){form->p + start, end - start};
        *form = (dgs_str){form->p + end, form->n - end};
        return true;
    }
    return false;
}

// Goes on to the text under the next heading.
static void next_form(dgs_str *text)
{
    for (size_t i = 0; i + 3 <= text->n; i++)
        if (memcmp(text->p + i, "\n# ", 3) == 0) {
            *text = (dgs_str){text->p + i + 3, text->n - i - 3};
            return;
        }
}

bool dgs_signs_check(dgs_loader *loader, const dgs_signs *signs)
{
    const dgs_node *const forms[] = {signs->full, signs->brief, signs->today};
    dgs_str text = dgs_source_builtin("emergency.md"), id;
    for (size_t i = 0; signs->custom && i < sizeof forms / sizeof *forms; i++) {
        for (dgs_str form = text; next_sign(&form, &id);)
            if (!names(forms[i], id))
                return dgs_fail(loader->err, DGS_ERR_DATA,
                                "%s:%d: the sign \"%s\" is missing under this heading: put it back as "
                                "[words](sign:%s), every handout carries all signs",
                                forms[i]->file, forms[i]->line, dgs_text_short(loader, id), dgs_text_short(loader, id));
        next_form(&text);
    }
    return true;
}
