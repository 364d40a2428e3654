// What is to be printed, composed for one printer: from the order to the bytes and to what a plan must know of them.
// Needs no print service and leaves nothing behind but plain data, so that it can be done apart from talking to one.
#ifndef DGS_PRINT_COMPOSE_H
#define DGS_PRINT_COMPOSE_H
#include "handout/handout.h"
#include "order/job.h"
#include "print/plan.h"

typedef struct dgs_composed {
    dgs_str pdf;
    dgs_sheets sheets;
    dgs_report report; // its notes
} dgs_composed;

// Composes the handout, or the test page where the job asks for it. A printer without color gets the variant without
// color, which a note says. All of *out is in the arena. Findings are printed to standard error where there are
// several. Fails as dgs_handout_compose() and dgs_handout_write() do.
bool dgs_compose(const dgs_print_job *job, const dgs_order *order, const dgs_printer *printer, dgs_arena *arena,
                 dgs_composed *out, dgs_err *err);

// How many copies the job asks for.
unsigned long dgs_compose_copies(const dgs_print_job *job);
#endif
