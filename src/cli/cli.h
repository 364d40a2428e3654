// The command line -> a job; --help and the man page. Knows the order that the job holds, and no room that works on it:
// words stay as they were typed.
#ifndef DGS_CLI_CLI_H
#define DGS_CLI_CLI_H
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "cli/job.h"
#include "order/keyword.h"

// Reads the whole command line: a command's word first, if any, then options. Strings of *out point into argv or into
// the arena. argv's order may change (getopt). --help, --version and --man end the reading where they stand. Fails with
// DGS_ERR_USAGE; the message names what was typed and, when one is near, what may have been meant.
bool dgs_cli_parse(int argc, char **argv, dgs_arena *arena, dgs_job *out, dgs_err *err);

// An option of the handout's command as a form may offer it; what is not there is NULL.
typedef struct dgs_cli_choice {
    const char *name; // without "--"
    const char *help;
    const char *argument; // as --help calls it
    const dgs_keyword *keywords;
} dgs_cli_choice;

// The i-th of those that are no settings, in the order of --help. False after the last one.
bool dgs_cli_choice_at(size_t i, dgs_cli_choice *out);

// Both are made from the table of options. False when writing fails.
bool dgs_cli_help(FILE *to, dgs_command command); // at most 80 columns wide
bool dgs_cli_man(FILE *to);                       // roff, for man(7)
#endif
