// Composing in a process of its own, which is in the sandbox and has no connection: what a stranger's logo or text may
// do there does not reach the print service. Private to the room.
#ifndef DGS_PRINT_APART_H
#define DGS_PRINT_APART_H
#include "base/wire.h"
#include "print/compose.h"
#include "sandbox/guard.h"

// dgs_compose() in a copy of this process, which ends with it. Nothing but the standard streams is open there, and it
// begins with the guard's composer, before it reads the logo or the content. *out is in the arena of the caller. Fails
// as dgs_compose() and the guard do; with DGS_ERR_TEMPORARY where no process can be started or something outside killed
// it; with DGS_ERR_SOFTWARE where it ended by a fault of its own or its answer is invalid.
bool dgs_compose_apart(const dgs_print_job *job, const dgs_order *order, const dgs_guard *guard,
                       const dgs_printer *printer, dgs_arena *arena, dgs_composed *out, dgs_err *err);

// What the process answers: what it composed, or, where err->kind says that it failed, why. The answer is taken for one
// of a stranger: an incomplete answer is refused with DGS_ERR_SOFTWARE. Copies and test page are the job's.
void dgs_composed_put(const dgs_composed *work, const dgs_err *err, dgs_wire *to);
bool dgs_composed_take(dgs_str from, const dgs_print_job *job, dgs_arena *arena, dgs_composed *out, dgs_err *err);
#endif
