// Many practices: a list's rows -> handouts, a manifest, and what was wrong. Knows all of src/batch and one handout.
#ifndef DGS_BATCH_BATCH_H
#define DGS_BATCH_BATCH_H
#include "base/err.h"
#include "order/job.h"
#include "order/order.h"
#include "sandbox/guard.h"

// Makes a handout for each row of the job's list, in the output folder, which is at `place`. A row's settings come
// before those of the order. What is wrong with rows is printed to standard error, a line each; with --json each row's
// line of the manifest goes to standard output. True where every row's handout is there. Else err->kind is, by the
// first of these that is so: DGS_ERR_TERMINATED or DGS_ERR_INTERRUPTED by a signal; what stopped it all (DGS_ERR_DATA:
// the list as a whole, or more bad rows than
// --max-errors before any was made; DGS_ERR_USAGE, _NOINPUT, _CANTCREATE, _IO); DGS_ERR_TEMPORARY where trying again
// helps: full disk, no descriptors, no memory, a worker that was killed, a list that changed meanwhile; DGS_ERR_ROWS
// where some rows are bad.
bool dgs_batch_run(const dgs_batch_job *job, const dgs_order *order, const dgs_place *place, const dgs_guard *guard,
                   dgs_arena *arena, dgs_err *err);

// Merges the manifests that the job names (of a folder, all manifest*.jsonl) into job->merged, which is at `place`, in
// the order of rows. The same row twice is taken once; one that failed here and was made there was made. Missing rows,
// failed ones and those of missing shards are reported on standard error and lead to DGS_ERR_ROWS, with the merged
// manifest written. Manifests that contradict each other (two hashes for one row, one file for two rows) are reported
// and lead to DGS_ERR_DATA, with nothing written. So does a file that has lines, but not one of a manifest, and to
// merge no row at all; where only some lines of a file cannot be read, their number is reported, and it ends with
// DGS_ERR_ROWS. A manifest that changes meanwhile leads to DGS_ERR_TEMPORARY.
bool dgs_batch_merge(const dgs_batch_job *job, const dgs_place *place, dgs_arena *arena, dgs_err *err);
#endif
