// The open fonts: shared between the files of this room only.
#ifndef DGS_TEXT_FONTS_H
#define DGS_TEXT_FONTS_H
#include <hb.h>

#include "base/arena.h"
#include "text/seal.h"
#include "text/text.h"

typedef struct dgs_open_face {
    hb_face_t *face;
    hb_font_t *font;
    dgs_face_metrics metrics;
} dgs_open_face;

typedef struct dgs_word_slot { // of the hash table of shaped words
    uint64_t hash;
    dgs_str utf8;
    dgs_word word;
    hb_language_t language; // NULL in the family
    uint16_t kind;          // face, feature and direction
    bool used;
} dgs_word_slot;

struct dgs_text {
    dgs_open_face faces[DGS_FACES];
    hb_buffer_t *buffer;
    dgs_arena *arena; // of the words
    dgs_word_slot *slots;
    size_t nslots, nwords; // nslots is a power of two
    dgs_text_host host;
    dgs_seal seal;        // of its data file
    const char *language; // of names; or NULL
    bool guessed;         // that of Chinese characters
    unsigned long long looks;
};

// False, saying that the data file is not what it was, or that memory ended.
bool dgs_face_damaged(dgs_err *err);

// A face with nothing but these tables of another, to make a subset of: HarfBuzz would go through all characters of the
// others first. The caller destroys *out, also after false, which is that memory ended.
bool dgs_face_lean(hb_face_t *face, const hb_tag_t *tables, size_t n, hb_face_t **out);
#endif
