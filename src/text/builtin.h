// The words of the built-in content, shaped when the program was built: the build tool bake_words.c writes the file
// that defines them. A word that is not among them is shaped when it is needed, and gives the same glyphs.
#ifndef DGS_TEXT_BUILTIN_H
#define DGS_TEXT_BUILTIN_H
#include "text/text.h"

typedef struct dgs_builtin_word { // no pointers: the table then needs no work when the program starts
    uint32_t text, glyphs;        // places in the two arrays below
    int32_t advance;
    uint16_t length, nglyphs; // of the text, of the glyphs; no glyphs: an empty place of the table
    uint8_t face, feature;
} dgs_builtin_word;

// An open hash table: a word is at its hash or after it, before the next empty place. Its size is a power of two,
// or 0 (in the build tool itself).
extern const dgs_builtin_word dgs_builtin_words[];
extern const size_t dgs_nbuiltin_words;
extern const char dgs_builtin_texts[];
extern const dgs_glyph dgs_builtin_glyphs[];

// The hash of a word (FNV-1a), as the table uses it: its words are ours, so what a stranger looks up in it meets no
// more of them than the longest run of full places has.
uint64_t dgs_text_hash(dgs_face face, dgs_feature feature, dgs_str text);

// The word as the table has it; false where it is not there.
bool dgs_builtin_word_find(dgs_face face, dgs_feature feature, dgs_str text, uint64_t hash, dgs_word *out);
#endif
