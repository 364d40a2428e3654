#include "host/tell.h"

#include "host/say.h"

void dgs_tell_notes(const dgs_report *report, FILE *to)
{
    for (size_t i = 0; i < report->nnotes; i++)
        dgs_say(to, "dgs-pdf: %s: %s", report->notes[i].level == DGS_NOTE_WARNING ? "warning" : "notice",
                report->notes[i].sentence);
}

void dgs_tell_findings(const dgs_report *report, FILE *to)
{
    for (size_t i = 0; report->refused && i < report->n; i++) {
        dgs_err one = {0};
        (void)dgs_report_fail(&report->findings[i], &one);
        dgs_say(to, "%s%s", report->findings[i].file == NULL ? "dgs-pdf: " : "", one.message);
    }
    if (report->refused && report->more > 0)
        dgs_say(to, "and %zu more", report->more);
}
