// Shaping a word at a time: the same words come again and again, and a line may then be broken at any blank without
// shaping it anew. What is lost is kerning against the blank itself, a thousandth of an em in this family.
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/builtin.h"
#include "text/fonts.h"
#include "text/marks.h"
#include "text/memory.h"
#include "text/script.h"

typedef struct setting { // how a text is to be set
    dgs_face face;
    dgs_feature feature;
    bool turned; // from right to left
    hb_language_t language;
} setting;

static uint16_t kind_of(const setting *how)
{
    return (uint16_t)((unsigned)how->face << 8 | (unsigned)how->turned << 1 | (unsigned)how->feature);
}

// Texts come from strangers. The hash that the built-in words have is for those alone.
static uint64_t hash_of(const dgs_text *text, const setting *how, dgs_str s)
{
    dgs_key key = text->host.key;
    key.half[0] ^= kind_of(how);
    return dgs_keyed_hash(&key, s);
}

static dgs_word_slot *find_slot(dgs_text *text, uint16_t kind, hb_language_t language, dgs_str s, uint64_t hash)
{
    for (size_t i = (size_t)hash & (text->nslots - 1);; i = (i + 1) & (text->nslots - 1)) {
        dgs_word_slot *slot = &text->slots[i];
        if (!slot->used ||
            (slot->hash == hash && slot->kind == kind && slot->language == language && dgs_str_eq(slot->utf8, s)))
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
            *find_slot(&grown, old->kind, old->language, old->utf8, old->hash) = *old;
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

// The same from right to left, where the next one is further left.
static size_t turned_length(const hb_glyph_info_t *info, unsigned i, size_t end)
{
    if (i == 0)
        return end - info[i].cluster;
    return info[i - 1].cluster - info[i].cluster;
}

static void reverse(dgs_glyph *glyphs, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        dgs_glyph kept = glyphs[i];
        glyphs[i] = glyphs[n - 1 - i];
        glyphs[n - 1 - i] = kept;
    }
}

// Makes the first of what was shaped from right to left the first: cluster by cluster, since the glyphs of one stay
// from left to right.
static void turn_clusters(dgs_glyph *glyphs, size_t n)
{
    for (size_t from = 0, to; from < n; from = to) {
        to = from + 1;
        while (to < n && glyphs[to].length == 0)
            to++;
        reverse(glyphs + from, to - from);
    }
    reverse(glyphs, n);
}

static bool copy_glyphs(dgs_text *text, const setting *how, dgs_str s, dgs_word *out, dgs_err *err)
{
    hb_font_t *font = text->faces[how->face].font;
    unsigned n = hb_buffer_get_length(text->buffer);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(text->buffer, NULL);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(text->buffer, NULL);
    dgs_glyph *glyphs = dgs_arena_array(text->arena, n, sizeof *glyphs);
    if (glyphs == NULL)
        return dgs_fail_memory(err);
    int32_t advance = 0;
    for (unsigned i = 0; i < n; i++) {
        size_t length = how->turned ? turned_length(info, i, s.n) : cluster_length(info, n, i, s.n);
        if (length > UINT8_MAX)
            return dgs_fail(err, DGS_ERR_DATA, "a letter has too many accents: remove some");
        glyphs[i] = (dgs_glyph){.gid = (uint16_t)info[i].codepoint,
                                .advance = (int16_t)pos[i].x_advance,
                                .width = (int16_t)hb_font_get_glyph_h_advance(font, info[i].codepoint),
                                .dx = (int16_t)pos[i].x_offset,
                                .dy = (int16_t)pos[i].y_offset,
                                .cluster = info[i].cluster,
                                .length = (uint8_t)length};
        advance += glyphs[i].advance;
    }
    if (how->turned)
        turn_clusters(glyphs, n);
    *out = (dgs_word){glyphs, n, advance, 0, 0};
    return true;
}

// How far the ink of what was shaped goes up and down. Of Han and its like it is known without a look at each.
static void measure_ink(hb_font_t *font, dgs_face face, dgs_word *word)
{
    enum { HAN_UP = 880, HAN_DOWN = 120 }; // the em box that they are drawn in
    if (face >= DGS_FACE_HAN_SC) {
        word->up = HAN_UP;
        word->down = HAN_DOWN;
        return;
    }
    for (size_t i = 0; i < word->n; i++) {
        hb_glyph_extents_t e = {0};
        (void)hb_font_get_glyph_extents(font, word->glyphs[i].gid, &e);
        int up = e.y_bearing + word->glyphs[i].dy, down = -(e.y_bearing + e.height + word->glyphs[i].dy);
        word->up = (int16_t)(up > word->up ? up : word->up);
        word->down = (int16_t)(down > word->down ? down : word->down);
    }
}

// A blank is as wide as the family's, whatever its face thinks: 200 units there, which are more of these smaller ones.
// In Telugu signs below the last letter reach into it, and Thaana's letters are wide, so it is wider.
static void settle_blank(dgs_face face, dgs_word *word, dgs_glyph *blank)
{
    enum { BLANK = 217, WIDE = 290 };
    blank->advance = face == DGS_FACE_TELUGU || face == DGS_FACE_THAANA ? WIDE : BLANK;
    word->advance = blank->advance;
}

// Says what it is that the buffer holds. Accents and letter forms of single languages (ccmp, locl) never touch ASCII,
// and looking for them takes a third of the time, so they are left off there.
static void run_harfbuzz(dgs_text *text, const setting *how, dgs_str s, bool plain)
{
    hb_font_t *font = text->faces[how->face].font;
    hb_feature_t features[3];
    unsigned n = 0;
    if (how->feature == DGS_FEATURE_TABULAR)
        features[n++] = (hb_feature_t){HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    if (plain) {
        features[n++] = (hb_feature_t){HB_TAG('c', 'c', 'm', 'p'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
        features[n++] = (hb_feature_t){HB_TAG('l', 'o', 'c', 'l'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    hb_buffer_reset(text->buffer);
    hb_buffer_add_utf8(text->buffer, s.p, (int)s.n, 0, (int)s.n);
    hb_buffer_set_direction(text->buffer, how->turned ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    if (!dgs_face_family(how->face)) {
        hb_buffer_set_script(text->buffer, dgs_script_face_of(how->face)->script);
        hb_buffer_set_language(text->buffer, how->language);
        // A joiner has done its work then; else it would be one glyph more of its cluster.
        hb_buffer_set_flags(text->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    }
    hb_buffer_guess_segment_properties(text->buffer);
    hb_shape(font, text->buffer, features, n);
}

// Whether all outlines that the buffer needs are as they were made.
static bool are_sound(dgs_text *text, dgs_face face)
{
    unsigned n = hb_buffer_get_length(text->buffer);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(text->buffer, NULL);
    for (unsigned i = 0; i < n; i++)
        if (!dgs_seal_glyph(&text->seal, text->host.cjk, text->faces[face].face, info[i].codepoint))
            return false;
    return true;
}

static bool shape(dgs_text *text, const setting *how, dgs_str s, dgs_word *out, dgs_err *err)
{
    hb_font_t *font = text->faces[how->face].font;
    bool family = dgs_face_family(how->face), plain = family && dgs_utf8_ascii(s) == s.n;
    dgs_memory_watch();
    if (how->face >= DGS_FACE_HAN_SC && text->seal.damaged)
        return dgs_face_damaged(err);
    run_harfbuzz(text, how, s, plain);
    if (how->face >= DGS_FACE_HAN_SC && !are_sound(text, how->face))
        return dgs_face_damaged(err);
    if (family && !plain && !how->turned)
        dgs_marks_place(font, text->faces[how->face].metrics.x_height, text->buffer);
    if (dgs_memory_held() && !copy_glyphs(text, how, s, out, err))
        return false;
    if (dgs_memory_held() && !family) {
        measure_ink(font, how->face, out);
        if (out->n == 1 && dgs_str_is(s, " "))
            settle_blank(how->face, out, (dgs_glyph *)out->glyphs); // of the arena, and not seen by others yet
    }
    return dgs_memory_held() || dgs_fail_memory(err);
}

static bool shape_once(dgs_text *text, const setting *how, dgs_str utf8, dgs_word *out, dgs_err *err)
{
    if (!make_room(text))
        return dgs_fail_memory(err);
    uint64_t hash = hash_of(text, how, utf8);
    dgs_word_slot *slot = find_slot(text, kind_of(how), how->language, utf8, hash);
    if (!slot->used) {
        char *copy = dgs_str_copy(text->arena, utf8);
        dgs_word word = {0};
        if (copy == NULL)
            return dgs_fail_memory(err);
        if (!shape(text, how, utf8, &word, err))
            return false;
        *slot = (dgs_word_slot){hash, {copy, utf8.n}, word, how->language, kind_of(how), true};
        text->nwords++;
    }
    *out = slot->word;
    return true;
}

bool dgs_text_shape(dgs_text *text, dgs_face face, dgs_feature feature, dgs_str utf8, dgs_word *out, dgs_err *err)
{
    if (dgs_builtin_word_find(face, feature, utf8, dgs_text_hash(face, feature, utf8), out))
        return true;
    const setting how = {.face = face, .feature = feature};
    return shape_once(text, &how, utf8, out, err);
}

bool dgs_text_shape_stretch(dgs_text *text, const dgs_stretch *stretch, dgs_face face, dgs_str utf8, dgs_word *out,
                            dgs_err *err)
{
    bool turned = stretch->level % 2 != 0;
    if (dgs_face_family(stretch->face) && !turned)
        return dgs_text_shape(text, face, DGS_FEATURE_NONE, utf8, out, err);
    setting how = {.face = dgs_face_family(stretch->face) ? face : stretch->face, .turned = turned};
    if (!dgs_face_family(stretch->face)) {
        const char *language = dgs_text_language(text, stretch->face);
        how.language = language == NULL ? NULL : hb_language_from_string(language, -1);
    }
    return shape_once(text, &how, utf8, out, err);
}

unsigned long long dgs_text_looks(const dgs_text *text)
{
    return text->looks;
}
