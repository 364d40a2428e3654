// The order of text that runs in both directions (UAX 9), for one paragraph without embeddings, overrides and isolates,
// which no input may hold. Private to this room.
#ifndef DGS_TEXT_BIDI_H
#define DGS_TEXT_BIDI_H
#include "text/bidi_table.h"

dgs_bidi_class dgs_bidi_class_of(uint32_t cp);

enum { DGS_BIDI_AUTO = -1 };

typedef struct dgs_bidi_room { // by character
    uint8_t *classes;          // the characters' own, by the caller; not the same afterwards
    uint32_t *reach;           // for working
} dgs_bidi_room;

// Rules P2 to I2: the level of each character, odd ones run from right to left. `base` is the paragraph's own, 0 or 1,
// or DGS_BIDI_AUTO for that of the first strong character; returns it. Levels of spaces at a line's end are the line's
// matter (rule L1).
uint8_t dgs_bidi_levels(const uint32_t *cp, size_t n, int base, dgs_bidi_room room, uint8_t *levels);
#endif
