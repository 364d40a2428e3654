// One pass over the rows of a list: each goes to a worker, answers come back in order and are printed, counted and
// written down. Private to the flow of a batch.
#ifndef DGS_BATCH_PASS_H
#define DGS_BATCH_PASS_H
#include <signal.h>

#include "batch/batch.h"
#include "batch/maker.h"
#include "batch/name.h"
#include "batch/pool.h"
#include "batch/progress.h"
#include "batch/shard.h"
#include "batch/tally.h"

typedef enum dgs_pass_kind {
    DGS_PASS_NAMES, // no workers: names are looked at alone
    DGS_PASS_CHECK,
    DGS_PASS_MAKE
} dgs_pass_kind;

typedef struct dgs_pass_counts {
    unsigned long long rows, made, kept, bad, temporary, warned; // bad: the others too
    unsigned long long listed;                                   // rows of the list, other shards' too
} dgs_pass_counts;

typedef struct dgs_batch {
    const dgs_batch_job *job;
    const dgs_order *order;
    const dgs_place *place; // of the output folder
    const dgs_guard *guard;
    dgs_maker maker;
    dgs_name_template name;
    dgs_shard shard;
    dgs_names *names; // NULL = they cannot collide
    unsigned long long collisions;
    dgs_rows *rows; // open for all passes
    bool changed;   // the list is not the one that was opened: nothing more is to be made of it
    bool content_changed;
    void *logos; // bytes that the workers of both passes share; NULL = none
    dgs_manifest manifest;
    sigset_t signals;    // those that stop a batch; blocked
    int signal;          // the one that came
    bool stopping;       // hand out no more rows
    unsigned char *told; // one bit a row that was told to be bad
    size_t told_n;
    dgs_tally tally; // of what was made
    dgs_progress progress;
    // the pass
    dgs_pass_kind pass;
    dgs_pass_counts counts;
    dgs_wire lines; // of the manifest, not written yet
    size_t nlines;
    unsigned long long last_line;  // its row
    bool fresh;                    // there are handouts among them that are not durable yet
    double lines_since, next_look; // as dgs_progress_seconds() has it; of the list's file
    dgs_err flush_err;
} dgs_batch;

// Goes through all rows of the shard (names: of the list). Counts begin again. True also where it stopped since the
// list has changed: those rows were handed out that are of the list as it was.
bool dgs_pass_run(dgs_batch *batch, dgs_pass_kind pass, size_t jobs, unsigned long long expected, dgs_err *err);
#endif
