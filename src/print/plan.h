// From the pages and the printer to the attributes of a job. Pure: asks nobody and sends nothing.
#ifndef DGS_PRINT_PLAN_H
#define DGS_PRINT_PLAN_H
#include "check/report.h"
#include "layout/pages.h"
#include "print/printer.h"

enum { DGS_PLAN_OPTIONS = 8 };

typedef struct dgs_sheets { // what is to be printed
    dgs_paper paper;
    size_t npages;
    bool booklet;
    bool test_page;     // which shows the printer's edges: never scaled
    dgs_ink ink;        // as it was composed
    dgs_margins unused; // where no page has anything; points, of the paper held upright
    unsigned long copies;
} dgs_sheets;

typedef struct dgs_plan {
    struct {
        const char *name, *value;
    } options[DGS_PLAN_OPTIONS]; // IPP attributes as libcups takes them
    size_t n;
} dgs_plan;

// The part of the paper that no box of these pages reaches, on the nearest page. Pages that are on their side are
// turned; as nobody knows to which side, each margin is then the smaller of two.
dgs_margins dgs_sheets_unused(const dgs_pages *pages);

// Chooses the attributes that the printer supports: copies, media, sides, print-color-mode, print-scaling. What differs
// from what the handout asks for becomes a note of the report. Fails with DGS_ERR_USAGE for a paper that the printer
// does not take and for too many copies, DGS_ERR_UNAVAILABLE where it prints no PDF.
bool dgs_plan_make(const dgs_printer *printer, const dgs_sheets *sheets, dgs_arena *arena, dgs_report *report,
                   dgs_plan *out, dgs_err *err);

// The ink to compose with for this printer: without color for one that has none.
dgs_ink dgs_plan_ink(const dgs_printer *printer, dgs_ink wanted);
#endif
