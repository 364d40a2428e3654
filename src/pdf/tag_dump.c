// The structure tree as text: what a screen reader walks.
#include <string.h>

#include "pdf/tag_inner.h"

static void dump_sayings(const dgs_content_item *p, dgs_buf *to)
{
    for (const dgs_saying *s = p->first; s != NULL; s = s->next)
        dgs_buf_add(to, s->text.p, s->text.n);
}

// The element's words, those of its Links and Spans in brackets where they stand.
static void dump_words(const dgs_element *element, dgs_buf *to)
{
    const dgs_element *within = dgs_element_next_inline(element->first);
    for (const dgs_content_item *p = element->items; p != NULL || within != NULL;) {
        if (within == NULL || (p != NULL && !dgs_element_stands_before(within, p))) {
            dump_sayings(p, to);
            p = p->next;
            continue;
        }
        dgs_buf_addc(to, '[');
        dump_words(within, to);
        dgs_buf_addc(to, ']');
        within = dgs_element_next_inline(within->next);
    }
}

void dgs_element_dump(const dgs_element *element, int depth, dgs_buf *to)
{
    element = element->variable ? element->filled : element;
    dgs_buf_addf(to, "%*s%s", depth * 2, "", element->role);
    if (element->attributes != NULL && strstr(element->attributes, "/Scope") != NULL)
        dgs_buf_adds(to, strstr(element->attributes, "/Column") != NULL ? " column" : " row");
    if (element->alt != NULL)
        dgs_buf_addf(to, " \"%s\"", element->alt);
    if (element->active != NULL)
        dgs_buf_addf(to, ": %s", element->active->contents);
    if (element->run != NULL && element->run->lang != NULL)
        dgs_buf_addf(to, " in %s", element->run->lang);
    if (element->run != NULL && element->run->expansion != NULL)
        dgs_buf_addf(to, ": %s", element->run->expansion);
    if (!dgs_element_is_inline(element) && element->alt == NULL &&
        (element->items != NULL || dgs_element_next_inline(element->first) != NULL)) {
        dgs_buf_adds(to, ": ");
        dump_words(element, to);
    }
    dgs_buf_addc(to, '\n');
    for (const dgs_element *e = element->first; e != NULL; e = e->next)
        if (e->keep)
            dgs_element_dump(e, depth + 1, to);
}
