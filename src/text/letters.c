#include <hb.h>

#include "base/utf8.h"
#include "text/text.h"

typedef struct letters {
    uint32_t *to;
    size_t n, most;
} letters;

static void add(letters *l, hb_unicode_funcs_t *unicode, hb_codepoint_t c)
{
    hb_codepoint_t first, second;
    if (hb_unicode_decompose(unicode, c, &first, &second)) {
        add(l, unicode, first);
        if (second != 0)
            add(l, unicode, second);
        return;
    }
    if (l->n < l->most)
        l->to[l->n] = c;
    l->n++;
}

// Accents that do not touch each other stand in the order of their classes (Unicode 15, 3.11, D108).
static void order(letters *l, hb_unicode_funcs_t *unicode)
{
    for (size_t i = 1; i < l->n; i++)
        for (size_t k = i; k > 0; k--) {
            hb_unicode_combining_class_t a = hb_unicode_combining_class(unicode, l->to[k - 1]);
            hb_unicode_combining_class_t b = hb_unicode_combining_class(unicode, l->to[k]);
            uint32_t moved = l->to[k];
            if (b == HB_UNICODE_COMBINING_CLASS_NOT_REORDERED || a <= b)
                break;
            l->to[k] = l->to[k - 1];
            l->to[k - 1] = moved;
        }
}

size_t dgs_text_letters(dgs_str utf8, uint32_t *to, size_t most)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    letters l = {.to = to, .most = most};
    for (int32_t c; (c = dgs_utf8_next(&utf8)) >= 0;)
        add(&l, unicode, (hb_codepoint_t)c);
    if (l.n <= most)
        order(&l, unicode);
    return l.n;
}
