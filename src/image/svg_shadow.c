// feDropShadow, which not all drawing programs have, as the primitives that it stands for.
#include <stdio.h>
#include <string.h>

#include "image/svg_css.h"
#include "image/svg_pass.h"

typedef struct shadow {
    dgs_svg_pass *p;
    dgs_svg_node *filter, *old; // the primitive that is replaced
    unsigned number;
    const char *in; // what it takes
    bool failed;
} shadow;

static void put(shadow *s, dgs_svg_node *node, const char *name, const char *value)
{
    const char *kept = value == NULL ? NULL : dgs_str_copy(s->p->plain->tree.arena, dgs_str_of(value));
    if (value != NULL && (kept == NULL || !dgs_svg_set(s->p->plain->tree.arena, node, name, kept)))
        s->failed = true;
}

static const char *result(shadow *s, const char *step)
{
    char text[40];
    (void)snprintf(text, sizeof text, "shadow-%u-%s", s->number, step);
    const char *kept = dgs_str_copy(s->p->plain->tree.arena, dgs_str_of(text));
    s->failed = s->failed || kept == NULL;
    return kept;
}

// A new primitive before the old one.
static dgs_svg_node *primitive(shadow *s, const char *name, const char *in, const char *made)
{
    static const char *const same[] = {"x", "y", "width", "height", "color-interpolation-filters"};
    dgs_svg_node *node = dgs_svg_new(s->p->plain->tree.arena, NULL, name), **at = &s->filter->first;
    if (node == NULL) {
        s->failed = true;
        return s->old;
    }
    while (*at != s->old)
        at = &(*at)->next;
    node->parent = s->filter;
    node->next = s->old;
    *at = node;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        put(s, node, same[i], dgs_css_get(s->p->plain->tree.arena, s->old, same[i]));
    put(s, node, "in", in);
    put(s, node, "result", made);
    return node;
}

static const char *own(shadow *s, const char *name, const char *otherwise)
{
    const char *value = dgs_css_get(s->p->plain->tree.arena, s->old, name);
    return value == NULL ? otherwise : value;
}

// Returns what stands where the old one stood.
static dgs_svg_node *replace(shadow *s)
{
    const char *moved = result(s, "moved"), *colored = result(s, "colored");
    put(s, primitive(s, "feGaussianBlur", s->in, result(s, "blurred")), "stdDeviation", own(s, "stdDeviation", "2"));
    dgs_svg_node *offset = primitive(s, "feOffset", result(s, "blurred"), moved);
    put(s, offset, "dx", own(s, "dx", "2"));
    put(s, offset, "dy", own(s, "dy", "2"));
    dgs_svg_node *flood = primitive(s, "feFlood", NULL, result(s, "flood"));
    put(s, flood, "flood-color", own(s, "flood-color", "#000000"));
    put(s, flood, "flood-opacity", own(s, "flood-opacity", "1"));
    dgs_svg_node *composite = primitive(s, "feComposite", result(s, "flood"), colored);
    put(s, composite, "in2", moved);
    put(s, composite, "operator", "in");
    const char *name = dgs_svg_get(s->old, "result");
    dgs_svg_node *merge = primitive(s, "feMerge", NULL, name == NULL ? result(s, "whole") : name);
    const char *layers[] = {colored, s->in};
    for (size_t i = 0; i < 2; i++) {
        dgs_svg_node *layer = dgs_svg_new(s->p->plain->tree.arena, merge, "feMergeNode");
        s->failed = s->failed || layer == NULL;
        if (layer != NULL)
            put(s, layer, "in", layers[i]);
    }
    dgs_svg_take_out(s->old);
    return merge;
}

// What a primitive without `in` takes: what the one before it made.
static const char *taken(shadow *s, dgs_svg_node *before)
{
    const char *in = dgs_svg_get(s->old, "in"),
               *made = before == NULL ? "SourceGraphic" : dgs_svg_get(before, "result");
    if (in != NULL || made != NULL)
        return in != NULL ? in : made;
    made = result(s, "before");
    put(s, before, "result", made);
    return made;
}

bool dgs_svg_shadows(dgs_svg_pass *p)
{
    unsigned number = 0;
    dgs_svg_node *root = p->plain->tree.root;
    for (dgs_svg_node *filter = root; filter != NULL; filter = dgs_svg_walk(root, filter)) {
        dgs_svg_node *before = NULL, *next;
        for (dgs_svg_node *n = dgs_svg_is(filter, "filter") ? filter->first : NULL; n != NULL; n = next) {
            next = n->next;
            if (dgs_svg_is(n, "feDropShadow")) {
                number++;
                shadow s = {.p = p, .filter = filter, .old = n, .number = number};
                s.in = taken(&s, before);
                before = replace(&s);
                if (s.failed)
                    return dgs_fail_memory(p->err);
            } else if (n->name != NULL) {
                before = n;
            }
        }
    }
    return true;
}
