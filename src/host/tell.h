// A report's findings and notes, printed. Knows no rule.
#ifndef DGS_HOST_TELL_H
#define DGS_HOST_TELL_H
#include <stdio.h>

#include "check/report.h"

// The notes, each on a line of its own: "dgs-pdf: warning: sentence".
void dgs_tell_notes(const dgs_report *report, FILE *to);

// The findings of a report that was refused, each on a line of its own: "file:line: sentence". Of any other nothing:
// one finding alone is the error's message already.
void dgs_tell_findings(const dgs_report *report, FILE *to);
#endif
