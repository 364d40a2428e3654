// Shaping a word at a time: the same words come again and again, and a line may then be broken at any blank without
// shaping it anew. What is lost is kerning against the blank itself, a thousandth of an em in this family.
#include <stdlib.h>
#include <string.h>

#include "text/builtin.h"
#include "text/fonts.h"
#include "text/marks.h"
#include "text/memory.h"

// Texts come from strangers. The hash that the built-in words have is for those alone.
static uint64_t hash_of(const dgs_text *text, dgs_face face, dgs_feature feature, dgs_str s)
{
    dgs_key key = text->host.key;
    key.half[0] ^= (uint64_t)face << 8 ^ (uint64_t)feature;
    return dgs_keyed_hash(&key, s);
}

static dgs_word_slot *find_slot(dgs_text *text, dgs_face face, dgs_feature feature, dgs_str s, uint64_t hash)
{
    for (size_t i = (size_t)hash & (text->nslots - 1);; i = (i + 1) & (text->nslots - 1)) {
        dgs_word_slot *slot = &text->slots[i];
        if (!slot->used ||
            (slot->hash == hash && slot->face == face && slot->feature == feature && dgs_str_eq(slot->utf8, s)))
            return slot;
        text->looks++;
    }
}

// Keeps the table at most half full.
static bool make_room(dgs_text *text)
{
    if (text->nwords * 2 < text->nslots)
        return true;
    dgs_text grown = *text;
    grown.nslots = text->nslots == 0 ? 1024 : text->nslots * 2;
    grown.slots = calloc(grown.nslots, sizeof *grown.slots);
    if (grown.slots == NULL)
        return false;
    for (size_t i = 0; i < text->nslots; i++) {
        dgs_word_slot *old = &text->slots[i];
        if (old->used)
            *find_slot(&grown, old->face, old->feature, old->utf8, old->hash) = *old;
    }
    free(text->slots);
    text->slots = grown.slots;
    text->nslots = grown.nslots;
    text->looks = grown.looks;
    return true;
}

// The bytes from glyph i's cluster to the next one; 0 where glyph i goes on with the cluster of the one before.
static size_t cluster_length(const hb_glyph_info_t *info, unsigned n, unsigned i, size_t end)
{
    if (i > 0 && info[i - 1].cluster == info[i].cluster)
        return 0;
    for (unsigned k = i + 1; k < n; k++)
        if (info[k].cluster != info[i].cluster)
            return info[k].cluster - info[i].cluster;
    return end - info[i].cluster;
}

static bool copy_glyphs(dgs_text *text, hb_font_t *font, dgs_str s, dgs_word *out, dgs_err *err)
{
    unsigned n = hb_buffer_get_length(text->buffer);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(text->buffer, NULL);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(text->buffer, NULL);
    dgs_glyph *glyphs = dgs_arena_array(text->arena, n, sizeof *glyphs);
    if (glyphs == NULL)
        return dgs_fail_memory(err);
    int32_t advance = 0;
    for (unsigned i = 0; i < n; i++) {
        size_t length = cluster_length(info, n, i, s.n);
        if (length > UINT8_MAX)
            return dgs_fail(err, DGS_ERR_DATA, "a letter carries too many accents: leave some out");
        glyphs[i] = (dgs_glyph){.gid = (uint16_t)info[i].codepoint,
                                .advance = (int16_t)pos[i].x_advance,
                                .width = (int16_t)hb_font_get_glyph_h_advance(font, info[i].codepoint),
                                .dx = (int16_t)pos[i].x_offset,
                                .dy = (int16_t)pos[i].y_offset,
                                .cluster = info[i].cluster,
                                .length = (uint8_t)length};
        advance += glyphs[i].advance;
    }
    *out = (dgs_word){glyphs, n, advance};
    return true;
}

static bool is_ascii(dgs_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

// Accents and letter forms of single languages (ccmp, locl) never touch ASCII, and looking for them takes a third of
// the time, so they are left off there.
static bool shape(dgs_text *text, dgs_face face, dgs_feature feature, dgs_str s, dgs_word *out, dgs_err *err)
{
    hb_font_t *font = text->faces[face].font;
    hb_feature_t features[3];
    unsigned n = 0;
    if (feature == DGS_FEATURE_TABULAR)
        features[n++] = (hb_feature_t){HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    bool plain = is_ascii(s);
    if (plain) {
        features[n++] = (hb_feature_t){HB_TAG('c', 'c', 'm', 'p'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
        features[n++] = (hb_feature_t){HB_TAG('l', 'o', 'c', 'l'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    dgs_memory_watch();
    hb_buffer_reset(text->buffer);
    hb_buffer_add_utf8(text->buffer, s.p, (int)s.n, 0, (int)s.n);
    hb_buffer_set_direction(text->buffer, HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(text->buffer);
    hb_shape(font, text->buffer, features, n);
    if (!plain)
        dgs_marks_place(font, text->faces[face].metrics.x_height, text->buffer);
    if (dgs_memory_held() && !copy_glyphs(text, font, s, out, err))
        return false;
    return dgs_memory_held() || dgs_fail_memory(err);
}

bool dgs_text_shape(dgs_text *text, dgs_face face, dgs_feature feature, dgs_str utf8, dgs_word *out, dgs_err *err)
{
    if (dgs_builtin_word_find(face, feature, utf8, dgs_text_hash(face, feature, utf8), out))
        return true;
    if (!make_room(text))
        return dgs_fail_memory(err);
    uint64_t hash = hash_of(text, face, feature, utf8);
    dgs_word_slot *slot = find_slot(text, face, feature, utf8, hash);
    if (!slot->used) {
        char *copy = dgs_str_copy(text->arena, utf8);
        dgs_word word;
        if (copy == NULL)
            return dgs_fail_memory(err);
        if (!shape(text, face, feature, utf8, &word, err))
            return false;
        *slot = (dgs_word_slot){hash, {copy, utf8.n}, word, face, feature, true};
        text->nwords++;
    }
    *out = slot->word;
    return true;
}

unsigned long long dgs_text_looks(const dgs_text *text)
{
    return text->looks;
}
