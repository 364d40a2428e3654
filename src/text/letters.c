#include <hb.h>

#include "base/utf8.h"
#include "text/text.h"

static void add(dgs_letters *l, hb_unicode_funcs_t *unicode, hb_codepoint_t c)
{
    hb_codepoint_t first, second;
    if (hb_unicode_decompose(unicode, c, &first, &second)) {
        add(l, unicode, first);
        if (second != 0)
            add(l, unicode, second);
        return;
    }
    if (l->n < DGS_LETTERS_MOST)
        l->of[l->n] = c;
    l->n++;
}

// Accents that do not touch each other stand in the order of their classes (Unicode 15, 3.11, D108).
static void order(dgs_letters *l, hb_unicode_funcs_t *unicode)
{
    for (size_t i = 1; i < l->n; i++)
        for (size_t k = i; k > 0; k--) {
            hb_unicode_combining_class_t a = hb_unicode_combining_class(unicode, l->of[k - 1]);
            hb_unicode_combining_class_t b = hb_unicode_combining_class(unicode, l->of[k]);
            uint32_t moved = l->of[k];
            if (b == HB_UNICODE_COMBINING_CLASS_NOT_REORDERED || a <= b)
                break;
            l->of[k] = l->of[k - 1];
            l->of[k - 1] = moved;
        }
}

void dgs_text_letters(dgs_str utf8, dgs_letters *out)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    out->n = 0;
    for (int32_t c; (c = dgs_utf8_next(&utf8)) >= 0;)
        add(out, unicode, (hb_codepoint_t)c);
    if (out->n <= DGS_LETTERS_MOST)
        order(out, unicode);
}
