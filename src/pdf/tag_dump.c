// The structure tree as text: what a screen reader walks.
#include <string.h>

#include "pdf/tag_inner.h"

static void dump_sayings(const dgs_element_piece *p, FILE *to)
{
    for (const dgs_saying *s = p->first; s != NULL; s = s->next)
        (void)fwrite(s->text.p, 1, s->text.n, to);
}

// The element's words, those of its Links and Spans in brackets where they stand.
static void dump_words(const dgs_element *element, FILE *to)
{
    const dgs_element *within = dgs_element_next_inline(element->first);
    for (const dgs_element_piece *p = element->pieces; p != NULL || within != NULL;) {
        if (within == NULL || (p != NULL && !dgs_element_stands_before(within, p))) {
            dump_sayings(p, to);
            p = p->next;
            continue;
        }
        (void)fputc('[', to);
        dump_words(within, to);
        (void)fputc(']', to);
        within = dgs_element_next_inline(within->next);
    }
}

void dgs_element_dump(const dgs_element *element, int depth, FILE *to)
{
    element = element->live ? element->filled : element;
    (void)fprintf(to, "%*s%s", depth * 2, "", element->role);
    if (element->attributes != NULL && strstr(element->attributes, "/Scope") != NULL)
        (void)fputs(strstr(element->attributes, "/Column") != NULL ? " column" : " row", to);
    if (element->alt != NULL)
        (void)fprintf(to, " \"%s\"", element->alt);
    if (element->active != NULL)
        (void)fprintf(to, ": %s", element->active->contents);
    if (element->run != NULL && element->run->lang != NULL)
        (void)fprintf(to, " in %s", element->run->lang);
    if (element->run != NULL && element->run->expansion != NULL)
        (void)fprintf(to, ": %s", element->run->expansion);
    if (!dgs_element_is_inline(element) && element->alt == NULL &&
        (element->pieces != NULL || dgs_element_next_inline(element->first) != NULL)) {
        (void)fputs(": ", to);
        dump_words(element, to);
    }
    (void)fputc('\n', to);
    for (const dgs_element *e = element->first; e != NULL; e = e->next)
        if (e->keep)
            dgs_element_dump(e, depth + 1, to);
}
