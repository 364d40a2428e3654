// One line of text that a person typed: what may be in it. Knows nothing of what the text is for.
#ifndef DGS_BASE_LINE_H
#define DGS_BASE_LINE_H
#include "base/err.h"
#include "base/str.h"

// Gives a typed line without the spaces around it and without what no reader sees (dgs_utf8_ignorable), composed
// (base/form.h), in the arena.
// `what` names it in messages: "--tagline". Fails with DGS_ERR_DATA when nothing is left, for bytes that are not UTF-8,
// for control characters, tabs and line ends, and for more than `most` characters (code points, composed). No message
// repeats the text.
bool dgs_line_take(dgs_arena *arena, const char *what, size_t most, dgs_str typed, const char **out, dgs_err *err);
#endif
