#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check/report.h"
#include "command/inner.h"
#include "content/content.h"
#include "handout/handout.h"
#include "host/engine.h"
#include "host/say.h"
#include "host/tell.h"
#include "layout/layout.h"
#include "save/save.h"

static bool save_pdf(dgs_process *p, const dgs_handout *handout, const dgs_source *from, dgs_err *err)
{
    dgs_str pdf;
    const dgs_job *job = &p->job;
    if (!dgs_handout_write(handout, p->text, NULL, p->arena, &pdf, err))
        return false;
    const char *name = job->out == NULL ? "the handout" : job->out;
    if (!job->dry_run && strcmp(name, "-") == 0)
        return dgs_save_stream(STDOUT_FILENO, "standard output", pdf, err);
    if (!job->dry_run && !dgs_save_at(&p->place, name, pdf, err))
        return false;
    if (!job->quiet)
        dgs_say(stderr, "%s: %zu page%s, %zu KB%s%s%s", name, handout->pages.npages,
                handout->pages.npages == 1 ? "" : "s", (pdf.n + 1023) / 1024, from->profile == NULL ? "" : ", with ",
                from->profile == NULL ? "" : from->profile, job->dry_run ? "; nothing was written" : "");
    return true;
}

static bool dump(dgs_process *p, const dgs_handout *handout, dgs_err *err)
{
    dgs_str pdf;
    dgs_buf text = {.arena = p->arena};
    bool whole = true;
    if (p->job.dump == DGS_DUMP_TAGS && !dgs_handout_write(handout, p->text, &text, p->arena, &pdf, err))
        return false;
    if (p->job.dump == DGS_DUMP_CONTENT)
        whole = dgs_content_dump(&handout->doc, &text);
    if (p->job.dump == DGS_DUMP_LAYOUT)
        whole = dgs_layout_dump(&handout->pages, &text);
    if (!whole || text.failed)
        return dgs_fail_memory(err);
    dgs_say_text(stdout, (dgs_str){text.p, text.n});
    return dgs_say_flush(true, err);
}

static bool deliver(dgs_process *p, const dgs_handout *handout, const dgs_source *from, dgs_err *err)
{
    size_t warnings = dgs_report_warnings(&handout->report);
    if (!p->job.quiet)
        dgs_tell_notes(&handout->report, stderr);
    if (p->job.strict && warnings > 0)
        return dgs_fail(err, DGS_ERR_STRICT, "%zu warning%s, and --strict is given: nothing was written", warnings,
                        warnings == 1 ? "" : "s");
    return p->job.dump == DGS_DUMP_NONE ? save_pdf(p, handout, from, err) : dump(p, handout, err);
}

// Whether the handout would replace this file, which it is made from.
static bool keeps(const dgs_process *p, const char *what, const char *path, dgs_err *err)
{
    struct stat out, in;
    if (p->place.folder < 0 || path == NULL || !dgs_place_stat(&p->place, &out) || stat(path, &in) != 0 ||
        out.st_dev != in.st_dev || out.st_ino != in.st_ino)
        return true;
    return dgs_fail(err, DGS_ERR_USAGE, "%s: is the %s that the handout is made from: name another file after --out",
                    p->job.out, what);
}

bool dgs_command_make(dgs_process *p, dgs_err *err)
{
    dgs_job *job = &p->job;
    dgs_handout handout;
    dgs_source from = {0};
    bool to_stdout = job->dump == DGS_DUMP_NONE && !job->dry_run && strcmp(job->out, "-") == 0;
    if (to_stdout && isatty(STDOUT_FILENO))
        return dgs_fail(err, DGS_ERR_USAGE,
                        "a terminal cannot show a PDF: name a file after --out, or send the output to a program");
    dgs_order order;
    if (!dgs_command_order(p, &from, &order, err) || !keeps(p, "profile", from.profile, err) ||
        !keeps(p, "logo", from.settings.of[DGS_SETTING_LOGO].text, err))
        return false;
    if (!dgs_sandbox_compose(&p->bounds, &p->place, from.settings.of[DGS_SETTING_LOGO].text, err))
        return false;
    p->text = dgs_host_text(err);
    if (p->text == NULL)
        return false;
    if (!dgs_handout_compose(&order, p->text, p->arena, &handout, err)) {
        dgs_tell_findings(&handout.report, stderr);
        return false;
    }
    return deliver(p, &handout, &from, err);
}
