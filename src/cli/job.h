// What the command line asks for, as plain data: words as they were typed, keywords already resolved.
#ifndef DGS_CLI_JOB_H
#define DGS_CLI_JOB_H
#include "order/job.h"
#include "order/order.h"

typedef enum dgs_command {
    DGS_COMMAND_MAKE,
    DGS_COMMAND_INIT,
    DGS_COMMAND_INIT_CONTENT,
    DGS_COMMAND_PROFILE,
    DGS_COMMAND_BATCH,
    DGS_COMMAND_MANIFEST,
    DGS_COMMAND_PRINT,
    DGS_COMMAND_PRINTERS
} dgs_command;
typedef enum dgs_action { DGS_ACTION_RUN, DGS_ACTION_HELP, DGS_ACTION_VERSION, DGS_ACTION_MAN } dgs_action;
typedef enum dgs_dump { DGS_DUMP_NONE, DGS_DUMP_CONTENT, DGS_DUMP_LAYOUT, DGS_DUMP_TAGS } dgs_dump;

enum { DGS_RENAMED_MAX = 4 };
typedef struct dgs_renamed { // an old spelling that was typed, and today's
    const char *typed, *now;
} dgs_renamed;

typedef struct dgs_job {
    dgs_command command;
    dgs_action action;
    const char *out; // "-" = standard output; NULL only with a dump, a dry run, a command that makes no PDF, --help ...
    const char *file;          // INIT: the profile to write; BATCH: the list of practices
    dgs_settings given;        // what options say of the practice
    const char *profile;       // the file after --profile
    bool no_profile;           // look for none
    dgs_print_options options; // paper comes from the settings in force
    dgs_client client;         // without the therapist, who is a setting
    bool client_stdin;         // read the client's data from standard input
    const char *content_dir;
    const char *handout; // the keyword of a built-in one; NULL = the default
    dgs_labels labels;   // of pictures: those for patients, or also those that only therapists need
    dgs_dump dump;
    dgs_batch_job batch; // what its own options say; dgs_command_batch() puts in the rest, as list and quiet
    dgs_print_job print; // the same
    bool quiet, dry_run, strict, force, json, no_sandbox;
    dgs_renamed renamed[DGS_RENAMED_MAX]; // each once
    size_t nrenamed;
} dgs_job;
#endif
