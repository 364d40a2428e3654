// What Unicode says of characters for text of both directions. Private to this room.
#ifndef DGS_TEXT_BIDI_TABLE_H
#define DGS_TEXT_BIDI_TABLE_H
#include <stddef.h>
#include <stdint.h>

typedef enum dgs_bidi_class { // UAX 9, table 4, without embeddings, overrides and isolates, which input may not hold
    DGS_BIDI_L,
    DGS_BIDI_R,
    DGS_BIDI_AL,
    DGS_BIDI_EN,
    DGS_BIDI_ES,
    DGS_BIDI_ET,
    DGS_BIDI_AN,
    DGS_BIDI_CS,
    DGS_BIDI_NSM,
    DGS_BIDI_BN,
    DGS_BIDI_B,
    DGS_BIDI_S,
    DGS_BIDI_WS,
    DGS_BIDI_ON
} dgs_bidi_class;

typedef struct dgs_bidi_range {
    uint32_t first, last;
    dgs_bidi_class is;
} dgs_bidi_range;

typedef struct dgs_bidi_pair { // of brackets
    uint16_t open, close;
} dgs_bidi_pair;

extern const dgs_bidi_range dgs_bidi_ranges[]; // by code point; what is in none of them is L
extern const size_t dgs_nbidi_ranges;
extern const dgs_bidi_pair dgs_bidi_pairs[]; // by the opening one
extern const size_t dgs_nbidi_pairs;
#endif
