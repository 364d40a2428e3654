#include "print/compose.h"

#include <stdio.h>

#include "host/engine.h"
#include "host/tell.h"
#include "print/testpage.h"

unsigned long dgs_compose_copies(const dgs_print_job *job)
{
    return job->copies == 0 ? 1 : job->copies;
}

static dgs_sheets sheets_of(const dgs_print_job *job, const dgs_handout *handout)
{
    return (dgs_sheets){.paper = handout->profile.paper,
                        .npages = handout->pages.npages,
                        .booklet = handout->imposed,
                        .test_page = job->test_page,
                        .ink = handout->profile.palette.mode,
                        .unused = dgs_sheets_unused(&handout->pages),
                        .copies = dgs_compose_copies(job)};
}

static bool compose(const dgs_print_job *job, const dgs_order *order, const dgs_printer *printer, dgs_text *text,
                    dgs_arena *arena, dgs_composed *out, dgs_err *err)
{
    dgs_handout handout;
    dgs_order own = *order;
    dgs_settings settings = *order->settings;
    settings.of[DGS_SETTING_FILLABLE].text = NULL; // paper is filled in by hand
    own.settings = &settings;
    own.options.ink = dgs_plan_ink(printer, order->options.ink);
    bool ok = job->test_page ? dgs_testpage_compose(&own, printer, text, arena, &handout, err)
                             : dgs_handout_compose(&own, text, arena, &handout, err);
    if (!ok)
        dgs_tell_findings(&handout.report, stderr);
    if (!ok || !dgs_handout_write(&handout, text, NULL, arena, &out->pdf, err))
        return false;
    if (handout.profile.paper == DGS_PAPER_PHONE)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "--paper phone is for a screen and cannot be printed: name a paper such as letter");
    if (handout.pages.height < handout.pages.width && !handout.imposed && !job->test_page)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "a card is half a sheet, which printers would center on a whole one: make it with "
                        "--out card.pdf, and print two on a sheet");
    out->sheets = sheets_of(job, &handout);
    out->report = handout.report;
    return own.options.ink == order->options.ink ||
           dgs_report_note(&out->report, err, DGS_NOTE_NOTICE, "%s prints no color: the %s is made in gray",
                           printer->name, job->test_page ? "page" : "handout");
}

bool dgs_compose(const dgs_print_job *job, const dgs_order *order, const dgs_printer *printer, dgs_arena *arena,
                 dgs_composed *out, dgs_err *err)
{
    dgs_text *text = dgs_host_text(err);
    bool ok = text != NULL && compose(job, order, printer, text, arena, out, err);
    dgs_text_free(text);
    return ok;
}
