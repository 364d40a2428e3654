// SVG text -> PNG bytes by another program, rsvg-convert, which gets nothing of this process but the text. Knows
// nothing of pictures.
#ifndef DGS_IMAGE_CONVERT_H
#define DGS_IMAGE_CONVERT_H
#include "base/err.h"
#include "base/str.h"

enum { DGS_CONVERT_SECONDS = 10 };

// Where rsvg-convert is: in the first folder of PATH that is given from the root and has it; NULL = not installed, or
// no memory.
const char *dgs_convert_find(dgs_arena *arena);

// Draws the SVG as large as fits into `across` by `down` pixels. The program reads it from a pipe and has no folder
// that the drawing's references could start from, no descriptor but its pipes, nothing in its environment but PATH, and
// limits on time, memory and files. Fails with DGS_ERR_DATA when it cannot draw it (the message begins with `name`).
// The caller ignores SIGPIPE.
bool dgs_convert_svg(dgs_arena *arena, const char *program, const char *name, dgs_str svg, unsigned across,
                     unsigned down, dgs_str *png, dgs_err *err);
#endif
