// What each command does, from its job to what it writes and says. Knows every room; nobody but main.c knows it.
#ifndef DGS_COMMAND_COMMAND_H
#define DGS_COMMAND_COMMAND_H
#include "base/files.h"
#include "cli/job.h"
#include "sandbox/sandbox.h"
#include "text/text.h"

typedef struct dgs_process { // what lives as long as the program
    dgs_job job;
    dgs_arena *arena;
    dgs_text *text;
    dgs_bounds bounds;
    dgs_place place;   // where the output goes
    dgs_files content; // of the job's folder, where it names one
} dgs_process;

// Reads the command line and does what it asks for; *p holds what that takes, to be left by dgs_command_leave()
// whatever comes of it. err->kind is the program's exit status.
bool dgs_command_run(int argc, char **argv, dgs_process *p, dgs_err *err);

void dgs_command_leave(dgs_process *p);
#endif
