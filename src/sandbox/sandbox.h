// What each command may still do, and from when on. Knows what commands read and write, nothing of how.
//
// dgs_sandbox_begin() is called before any input is read: no network, no writing but where the command's output goes,
// nothing that steers the machine (DGS_CELL_WARY). Then the helper that runs rsvg-convert is started, where a logo may
// want it. Then composing goes on in DGS_CELL_COMPOSE: it reads the logo and the content folder, writes beside the
// output, and can start nothing. The kinds of cells are described in sandbox/enter.h. With --no-sandbox none of this is
// done, and the helper alone is confined. The process that talks with the print service is not in any: print composes
// in another one, which begins with its guard.
#ifndef DGS_SANDBOX_SANDBOX_H
#define DGS_SANDBOX_SANDBOX_H
#include "cli/job.h"
#include "sandbox/guard.h"

// Before input is read. Finds where the output goes: *place is to be written to from then on, and to be left
// (dgs_place_leave()), also after a failure. Tells on standard error where there is no sandbox, unless told to be
// quiet. Also takes the process's memory from core files where a client's data is in use.
bool dgs_sandbox_begin(const dgs_job *job, dgs_place *place, dgs_err *err);

// Before one handout is composed with this logo (NULL = none), for this place (NULL = nowhere): starts the helper and
// closes.
bool dgs_sandbox_compose(const dgs_job *job, const dgs_place *place, const char *logo, dgs_err *err);

// Before a batch begins: starts the helper and closes for the first process; *guard is what closes further, in workers
// too. `job` must live as long as the guard.
bool dgs_sandbox_batch(const dgs_job *job, const dgs_place *place, dgs_guard *guard, dgs_err *err);

// The guard of a print job, whose composer starts the helper and closes. `job` must live as long as it.
dgs_guard dgs_sandbox_print(const dgs_job *job);

enum { DGS_SANDBOX_KINDS = 40 };

// "seccomp, Landlock 7", of this kernel, in `text`.
const char *dgs_sandbox_kinds(char text[DGS_SANDBOX_KINDS]);
#endif
