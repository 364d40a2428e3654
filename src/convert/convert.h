// SVG text -> PNG bytes by another program, rsvg-convert, which gets nothing of this process but the text. Knows
// nothing of pictures.
//
// The program is not started by the process that composes, which may have lost the right to: dgs_convert_begin() leaves
// a helper process there, from before, that starts it for this process and for those that this one starts.
#ifndef DGS_CONVERT_CONVERT_H
#define DGS_CONVERT_CONVERT_H
#include "base/drawer.h"

enum { DGS_CONVERT_SECONDS = 10 };

// Starts the helper, where rsvg-convert is in a folder of PATH that is given from the root. `confine`, which may be
// NULL, is called in it first of all with the program's path; after false the helper ends and no drawing succeeds. One
// helper a process; it ends with the last process that could ask it. Fails with DGS_ERR_TEMPORARY where no process can
// be started.
bool dgs_convert_begin(bool (*confine)(const char *program), dgs_err *err);

// Whether a logo's file may want the program, by its first bytes.
bool dgs_convert_may_want(const char *path);

// The program as the engine calls it: ready where dgs_convert_begin() found it. It reads the SVG from a pipe and has no
// folder that the drawing's references could start from, no descriptor but its pipes, nothing in its environment but
// PATH, and limits on time (DGS_CONVERT_SECONDS, of the clock and of the processor), memory and files. The caller
// ignores SIGPIPE.
extern const dgs_drawer dgs_convert_drawer;

void dgs_convert_end(void); // lets go of the helper
#endif
