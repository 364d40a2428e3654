// The commands' bodies and what they share. Private to the room; in the page web/absent.c has the bodies that a page
// has no use for.
#ifndef DGS_COMMAND_INNER_H
#define DGS_COMMAND_INNER_H
#include "command/command.h"
#include "order/order.h"

typedef bool dgs_command_body(dgs_process *p, dgs_err *err);
dgs_command_body dgs_command_make, dgs_command_init, dgs_command_init_content, dgs_command_profile, dgs_command_batch,
    dgs_command_manifest, dgs_command_print, dgs_command_printers;

typedef struct dgs_source { // of the practice's data
    dgs_settings settings;
    const char *profile; // NULL = none
} dgs_source;

// Finds the profile and takes from it the settings that are not given yet. It is the file `named`; without one, where
// `search` is true, that of DGS_PDF_PROFILE, ./practice.ini, or the XDG base directories' dgs-pdf/practice.ini. *file
// is its name, NULL without one. Fails with DGS_ERR_NOINPUT where a named profile is missing, and as dgs_profile_read()
// does.
bool dgs_command_profile_settings(const char *named, bool search, dgs_arena *arena, dgs_settings *settings,
                                  const char **file, dgs_err *err);

// SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch), whole seconds since 1970; none given where it is
// not set. Fails with DGS_ERR_USAGE where it is not a date.
bool dgs_command_date(dgs_date *out, dgs_err *err);

// The settings in force: those of the profile, and over them those of options.
bool dgs_command_settings(const dgs_process *p, dgs_source *from, dgs_err *err);

// The whole order. Reads the client's data from standard input where the job asks for it, and opens the fonts that are
// no part of the program. *order points into *p, *from.
bool dgs_command_order(dgs_process *p, dgs_source *from, dgs_order *order, dgs_err *err);
#endif
