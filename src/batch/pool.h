// Worker processes: tasks go out to any of them, answers come back in the order of the tasks. Knows nothing of what
// tasks and answers say.
#ifndef DGS_BATCH_POOL_H
#define DGS_BATCH_POOL_H
#include "base/err.h"
#include "base/wire.h"

typedef enum dgs_pool_next { DGS_POOL_TASK, DGS_POOL_END, DGS_POOL_FAILED } dgs_pool_next;

typedef struct dgs_pool_calls {
    void *ctx; // of all of them
    // Fills in the next task. DGS_POOL_FAILED, with err set, ends the run.
    dgs_pool_next (*next)(void *ctx, dgs_wire *task, dgs_err *err);
    // Makes the answer; in a worker process, which began as a copy of this one when the task was near. False: the
    // answer stands, but the process is fit for no other task, and a new one takes its place.
    bool (*work)(void *ctx, dgs_str task, dgs_wire *answer);
    // Takes an answer; `died` is NULL, or tells how the worker died that had the task: "was killed (signal 9)". Then
    // there is no answer, and `passing` tells whether that may pass: something outside killed it, or memory ended.
    bool (*done)(void *ctx, dgs_str task, dgs_str answer, const char *died, bool passing, dgs_err *err);
    // Called often, and at least ten times a second. True ends the run: workers finish what they hold within two
    // seconds, or else the task that each is at within five more, or are ended; tasks without an answer are dropped.
    bool (*stop)(void *ctx);
    // First of all in a worker. Anything but DGS_OK, which it has told, ends the worker with that code. NULL = nothing
    // is to be done.
    dgs_err_kind (*begin)(void *ctx);
} dgs_pool_calls;

// Runs all tasks with `jobs` processes; SIGPIPE is ignored by then. A worker that dies loses the one task that it was
// at. No more than a fixed number of tasks for each worker is held at a time. True also when it was stopped. Fails
// where `next` or `done` fail, and with DGS_ERR_TEMPORARY where not even one process can be started.
bool dgs_pool_run(const dgs_pool_calls *calls, size_t jobs, dgs_err *err);

// Zeros that this process and those that it begins from here on share, at one address; pages that nobody writes to take
// no memory. NULL when memory ends. Given back by dgs_pool_unshare(), which takes NULL too.
void *dgs_pool_share(size_t n);
void dgs_pool_unshare(void *memory, size_t n);

// The processor cores that this process may use.
size_t dgs_pool_cores(void);
#endif
