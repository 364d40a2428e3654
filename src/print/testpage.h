// One page that shows what a printer makes of edges, lengths, colors, small text and a QR code. Knows nothing of jobs.
#ifndef DGS_PRINT_TESTPAGE_H
#define DGS_PRINT_TESTPAGE_H
#include "handout/handout.h"
#include "print/printer.h"

// The smallest that a handout has, next to DGS_QR_MODULE: its text at head and foot, and a line to write on. Points.
#define DGS_TESTPAGE_TEXT 10.0
#define DGS_TESTPAGE_LINE 0.5

// Composes it on the paper and in the colors of the order, as a handout that dgs_handout_write() takes. All of *out is
// in the arena. Fails as dgs_profile_make() does, and with DGS_ERR_USAGE for a phone's pages.
bool dgs_testpage_compose(const dgs_order *order, const dgs_printer *printer, dgs_text *text, dgs_arena *arena,
                          dgs_handout *out, dgs_err *err);
#endif
