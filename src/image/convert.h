// SVG text -> PNG bytes by another program, rsvg-convert, which gets nothing of this process but the text. Knows
// nothing of pictures.
//
// The program is not started by the process that composes, which may have lost the right to: dgs_convert_begin() leaves
// a helper process behind, from before, that starts it for this process and for those that this one starts.
#ifndef DGS_IMAGE_CONVERT_H
#define DGS_IMAGE_CONVERT_H
#include "base/err.h"
#include "base/str.h"

enum { DGS_CONVERT_SECONDS = 10 };

// Starts the helper, where rsvg-convert is in a folder of PATH that is given from the root. `confine`, which may be
// NULL, is called in it first of all with the program's path; after false the helper ends and no drawing succeeds. One
// helper a process; it ends with the last process that could ask it. Fails with DGS_ERR_TEMPORARY where no process can
// be started.
bool dgs_convert_begin(bool (*confine)(const char *program), dgs_err *err);

// Whether dgs_convert_begin() found the program.
bool dgs_convert_ready(void);

// Draws the SVG as large as fits into `across` by `down` pixels. The program reads it from a pipe and has no folder
// that the drawing's references could start from, no descriptor but its pipes, nothing in its environment but PATH, and
// limits on time (DGS_CONVERT_SECONDS, of the clock and of the processor), memory and files. Fails with DGS_ERR_DATA
// when it cannot draw it (the message begins with `name`). The caller ignores SIGPIPE.
bool dgs_convert_svg(dgs_arena *arena, const char *name, dgs_str svg, unsigned across, unsigned down, dgs_str *png,
                     dgs_err *err);

void dgs_convert_end(void); // lets go of the helper
#endif
