// Words to people: all that is printed for a terminal to show goes through here, so that no caller can forget that a
// stranger may have written a part of it. What tests/static/rules.py calls "said" holds the rest of the source to it.
// Knows nothing of what is said.
#ifndef DGS_HOST_SAY_H
#define DGS_HOST_SAY_H
#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"

// All of them mask what dgs_utf8_hides(): line ends too, but for those that these functions put themselves. Whether it
// could be written ferror(to) says.

// One line; its end is added. What is beyond 12 KB is cut.
void dgs_say(FILE *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Whether all of it was `said` to standard output, and that took it; else fails with DGS_ERR_IO.
bool dgs_say_flush(bool said, dgs_err *err);

// On a terminal: a line that stays open, instead of the one that was open before.
void dgs_say_over(FILE *to, const char *format, ...) __attribute__((format(printf, 2, 3)));
void dgs_say_clear(FILE *to); // takes that line away

// Many lines, which the text holds.
void dgs_say_text(FILE *to, dgs_str text);

// JSON text, of any number of lines. It stays JSON and says the same: \u escapes stand for what would be masked.
void dgs_say_json(FILE *to, dgs_str json);
#endif
