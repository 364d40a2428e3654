// Handouts on paper: printers, the attributes of a job, and a job from the first byte to the last sheet. Talks to the
// print service (CUPS) or to a printer itself by IPP; writes no file. Knows nothing of the command line's words.
#ifndef DGS_PRINT_PRINT_H
#define DGS_PRINT_PRINT_H
#include <stdio.h>

#include "handout/handout.h"
#include "order/job.h"
#include "sandbox/guard.h"

// Prints what is asked for: composes the handout (or the test page) for the printer that the job names, in a process of
// its own that begins with the guard, sends it and waits. With --dry-run it prints the attributes to `to` as JSON and
// sends nothing. Notices, progress and what the printer lacks go to standard error, unless the job is quiet. Fails with
// DGS_ERR_USAGE (no such printer, paper that the printer does not take, too many copies), DGS_ERR_UNAVAILABLE (libcups
// or the service is missing, the printer cannot print a PDF), DGS_ERR_TEMPORARY (the printer refuses for now, is
// stopped, or gave the job up), DGS_ERR_INTERRUPTED and DGS_ERR_TERMINATED (a signal; the job is canceled), and as
// composing does.
bool dgs_print_run(const dgs_print_job *job, const dgs_order *order, const dgs_guard *guard, dgs_arena *arena, FILE *to,
                   dgs_err *err);

// Prints what there are of printers, as text or, where the job asks for it, as JSON: [{"name", "default", "state"
// ("idle", "processing", "stopped" or null), "accepting", "reasons": [keywords], "paper": {"usual", "loaded": [],
// "supported": []}, "two_sided", "color" (true, false or null), "description", "location", "model", "uri"}]. Fails with
// DGS_ERR_UNAVAILABLE where there is none.
bool dgs_print_list(bool json, dgs_arena *arena, FILE *to, dgs_err *err);
#endif
