#include "check/check.h"

#include "base/utf8.h"

// What every face of the family has for sure; most text is made of it.
static bool plain(int32_t cp)
{
    return (cp >= 0x20 && cp < 0x7f) || cp == '\n' || cp == 0xa0;
}

static bool has_glyph(const dgs_text *text, uint32_t cp)
{
    for (int face = 0; face < DGS_FACES; face++)
        if (!dgs_text_has(text, (dgs_face)face, cp))
            return false;
    return true;
}

static bool missing(const dgs_node *node, int32_t cp, dgs_arena *arena, dgs_err *err)
{
    char character[5] = {0};
    (void)dgs_utf8_put((uint32_t)cp, character);
    const char *words = dgs_node_text(arena, node);
    if (words == NULL)
        return dgs_fail_memory(err);
    if (node->file != NULL)
        return dgs_fail(err, DGS_ERR_DATA, "%s:%d: the font has no character \"%s\" (U+%04X): write it in another way",
                        node->file, node->line, character, (unsigned)cp);
    return dgs_fail(err, DGS_ERR_DATA,
                    "the font has no character \"%s\" (U+%04X), which stands in \"%.120s\": write it in another way",
                    character, (unsigned)cp, words);
}

bool dgs_check_glyphs(const dgs_doc *doc, const dgs_text *text, dgs_arena *arena, dgs_err *err)
{
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n))
        for (size_t i = 0; i < n->nspans; i++) {
            dgs_str rest = n->spans[i].text;
            for (int32_t cp = dgs_utf8_next(&rest); cp >= 0; cp = dgs_utf8_next(&rest))
                if (!plain(cp) && !has_glyph(text, (uint32_t)cp))
                    return missing(n, cp, arena, err);
        }
    return true;
}
