// The notices and warnings of many handouts, each kind once, with the number of rows that have it. Knows no list.
#ifndef DGS_BATCH_TALLY_H
#define DGS_BATCH_TALLY_H
#include "check/report.h"

enum { DGS_TALLY_MAX = 32 }; // kinds; the rules have fewer, and what is beyond is in the manifest alone

typedef struct dgs_tally_kind {
    dgs_note_level level;
    char *kind, *sentence;          // malloc'ed; the sentence is that of the first row
    unsigned long long first, last; // rows
    unsigned long long rows;
} dgs_tally_kind;

typedef struct dgs_tally { // starts as zeros
    dgs_tally_kind of[DGS_TALLY_MAX];
    size_t n;
} dgs_tally;

// Counts a row's note; several of a kind in the same row count once. Rows come in ascending order. Where memory ends
// the note is not counted.
void dgs_tally_add(dgs_tally *tally, unsigned long long row, const dgs_note *note);

// Prints a line for each kind to standard error, in the order in which they came: "list.csv: row 3 and 11 others: ...".
void dgs_tally_say(const dgs_tally *tally, const char *list);
void dgs_tally_free(dgs_tally *tally);
#endif
