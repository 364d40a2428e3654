// How far a batch is, on a terminal: one line that is written over. Knows nothing of rows.
#ifndef DGS_BATCH_PROGRESS_H
#define DGS_BATCH_PROGRESS_H
#include <stdio.h>

#include "base/err.h"

typedef struct dgs_progress { // starts as zeros: says nothing
    FILE *to;
    const char *what;          // "checked"
    unsigned long long total;  // 0 = not known
    unsigned long long passed; // rows that took no time to speak of, and do not count for the rate
    double start, shown;       // seconds
} dgs_progress;

// Begins where `to` is a terminal; else all that follows says nothing.
void dgs_progress_begin(dgs_progress *progress, FILE *to, const char *what, unsigned long long total);
void dgs_progress_show(dgs_progress *progress, unsigned long long done);
void dgs_progress_clear(dgs_progress *progress); // before something else is printed
double dgs_progress_seconds(const dgs_progress *progress);
#endif
