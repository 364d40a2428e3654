#include "text/builtin.h"

uint64_t dgs_text_hash(dgs_face face, dgs_feature feature, dgs_str text)
{
    return dgs_str_hash(DGS_HASH_BEGIN ^ (uint64_t)face ^ (uint64_t)feature << 8, text);
}

bool dgs_builtin_word_find(dgs_face face, dgs_feature feature, dgs_str text, uint64_t hash, dgs_word *out)
{
    if (dgs_nbuiltin_words == 0)
        return false;
    size_t mask = dgs_nbuiltin_words - 1;
    for (size_t i = (size_t)hash & mask; dgs_builtin_words[i].nglyphs > 0; i = (i + 1) & mask) {
        const dgs_builtin_word *w = &dgs_builtin_words[i];
        if (w->face == face && w->feature == feature &&
            dgs_str_eq((dgs_str){dgs_builtin_texts + w->text, w->length}, text)) {
            *out = (dgs_word){dgs_builtin_glyphs + w->glyphs, w->nglyphs, w->advance};
            return true;
        }
    }
    return false;
}
