// A text taken apart into characters, each with its face and its level. Private to this room.
#ifndef DGS_TEXT_PARAGRAPH_H
#define DGS_TEXT_PARAGRAPH_H
#include "base/arena.h"
#include "text/text.h"

typedef struct dgs_paragraphs { // all the characters, which may be of several dgs_paragraphs
    dgs_text *text;
    uint32_t *cp;
    uint8_t *face;
    uint8_t *script; // the face of the letters that it belongs to
    uint8_t *level, *base;
    uint32_t *piece; // which it is of
    size_t n;
    bool turned; // any of it runs from right to left
} dgs_paragraphs;

// Chooses the faces, and opens them; and the face of the letters that each character belongs to. Faces are chosen for
// whole clusters: what is on a letter is set with it. False when memory ends.
bool dgs_paragraphs_choose(dgs_paragraphs *p, dgs_arena *arena);

// Works out the levels (UAX 9). By a higher protocol (4.3, HL3 and HL4) a telephone number, a price, and a number with
// the Latin words after it run from left to right as one, so that "90 min, $85" stays whole in a line of Hebrew; two
// telephone numbers in it keep their order. False when memory ends.
bool dgs_paragraphs_level(dgs_paragraphs *p, const dgs_piece *pieces, dgs_arena *arena);
#endif
