// What each command may still do, and from when on. Knows what commands read and write, nothing of how.
//
// dgs_sandbox_begin() is called before any input is read: no network, no writing but where the command's output goes,
// nothing that steers the machine (DGS_CELL_WARY). Then the helper that runs rsvg-convert is started, where a logo may
// want it. Then composing goes on in DGS_CELL_COMPOSE: it reads the logo and the content folder, writes next to the
// output, and can start nothing. The kinds of cells are described in sandbox/enter.h. With --no-sandbox none of this is
// done, and the helper alone is confined. A process that talks over a connection is not in any: it
// composes in another one, which begins with its guard.
#ifndef DGS_SANDBOX_SANDBOX_H
#define DGS_SANDBOX_SANDBOX_H
#include "sandbox/guard.h"
#include "save/place.h"

// What a command reads and writes.
typedef struct dgs_bounds {
    const char *output;      // the file or folder to write; "-" = standard output; NULL = none
    const char *content_dir; // to read; NULL = none
    const char *list;        // whose rows name logos next to it; NULL = none
    bool talks;              // over a connection, in this process: it is in no cell
    bool personal;           // a client's data are in use
    bool off;                // --no-sandbox
    bool quiet;
} dgs_bounds;

// Before input is read. Finds where the output goes: *place is to be written to from then on, and to be left
// (dgs_place_leave()), also after a failure. Tells on standard error where there is no sandbox, unless asked to be
// quiet. Also takes the process's memory from core files where a client's data are in use.
bool dgs_sandbox_begin(const dgs_bounds *bounds, dgs_place *place, dgs_err *err);

// Before one handout is composed with this logo (NULL = none), for this place (NULL = nowhere): starts the helper and
// closes.
bool dgs_sandbox_compose(const dgs_bounds *bounds, const dgs_place *place, const char *logo, dgs_err *err);

// The guard of a command that composes in another process, which it starts for one handout: the composer starts the
// helper and closes. `bounds` must live as long as the guard.
dgs_guard dgs_sandbox_one(const dgs_bounds *bounds);

// The same for a command that composes rows in many: before it begins, starts the helper and closes for the first
// process; *guard is what closes further, in workers too.
bool dgs_sandbox_rows(const dgs_bounds *bounds, const dgs_place *place, dgs_guard *guard, dgs_err *err);

enum { DGS_SANDBOX_KINDS = 40 };

// "seccomp, Landlock 7", of this kernel, in `text`.
const char *dgs_sandbox_kinds(char text[DGS_SANDBOX_KINDS]);
#endif
