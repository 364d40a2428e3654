// One print job: sent from memory, waited for, canceled. Knows nothing of what its bytes are.
#ifndef DGS_PRINT_JOB_H
#define DGS_PRINT_JOB_H
#include <stdio.h>

#include "print/plan.h"

typedef struct dgs_print {
    dgs_service *service;
    dgs_printer *printer; // its state is kept up to date
    const dgs_plan *plan;
    const char *title; // the job's name, for everybody to see: says nothing of a client
    dgs_arena *arena;
    int id;            // of the job; 0 = there is none
    FILE *to;          // progress and what the printer lacks; NULL = nothing
    bool terminal;     // of `to`
    char line[160];    // of progress, which is on it; "" = none
    const char *lacks; // what was told last
    bool forgotten;    // the service keeps nothing of jobs that are done, so how this one ended is not known
} dgs_print;

// Makes the job and sends the PDF. Where that fails the job is canceled. Fails with DGS_ERR_UNAVAILABLE or
// DGS_ERR_TEMPORARY where the printer refuses, DGS_ERR_TEMPORARY where it stops listening, or for a signal.
bool dgs_print_send(dgs_print *print, dgs_str pdf, dgs_err *err);

// Waits until the job is done, `patience` seconds at most while the printer is stopped; then the job is canceled.
// Fails with DGS_ERR_TEMPORARY where it was canceled or given up, DGS_ERR_UNAVAILABLE where the printer cannot read
// the PDF, or for a signal. A job that the service has forgotten is taken for done.
bool dgs_print_wait(dgs_print *print, unsigned long patience, dgs_err *err);
#endif
