#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/say.h"
#include "check/report.h"
#include "command/inner.h"
#include "content/content.h"
#include "handout/handout.h"
#include "layout/layout.h"
#include "sandbox/sandbox.h"
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

static bool put_dump(dgs_process *p, const dgs_handout *handout, FILE *to, dgs_err *err)
{
    dgs_str pdf;
    bool put = true;
    if (p->job.dump == DGS_DUMP_TAGS && !dgs_handout_write(handout, p->text, to, p->arena, &pdf, err))
        return false;
    if (p->job.dump == DGS_DUMP_CONTENT)
        put = dgs_content_dump(&handout->doc, to);
    if (p->job.dump == DGS_DUMP_LAYOUT)
        put = dgs_layout_dump(&handout->pages, to);
    return (put && ferror(to) == 0) || dgs_fail_memory(err);
}

// By way of memory: what stands in a dump may be a stranger's.
static bool dump(dgs_process *p, const dgs_handout *handout, dgs_err *err)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    bool ok = to != NULL && put_dump(p, handout, to, err);
    if (to == NULL || fclose(to) != 0)
        ok = dgs_fail_memory(err);
    if (ok)
        dgs_say_text(stdout, (dgs_str){text, n});
    free(text);
    return ok && dgs_say_flush(ferror(stdout) == 0, err);
}

static bool deliver(dgs_process *p, const dgs_handout *handout, const dgs_source *from, dgs_err *err)
{
    size_t warnings = dgs_report_warnings(&handout->report);
    if (!p->job.quiet)
        dgs_report_tell(&handout->report, stderr);
    if (p->job.strict && warnings > 0)
        return dgs_fail(err, DGS_ERR_STRICT, "%zu warning%s, and --strict is given: nothing was written", warnings,
                        warnings == 1 ? "" : "s");
    return p->job.dump == DGS_DUMP_NONE ? save_pdf(p, handout, from, err) : dump(p, handout, err);
}

bool dgs_command_make(dgs_process *p, dgs_err *err)
{
    dgs_job *job = &p->job;
    dgs_handout handout;
    dgs_source from = {0};
    bool to_stdout = job->dump == DGS_DUMP_NONE && !job->dry_run && strcmp(job->out, "-") == 0;
    if (to_stdout && isatty(STDOUT_FILENO))
        return dgs_fail(err, DGS_ERR_USAGE,
                        "a PDF is not for the terminal: name a file after --out, or send the output to a program");
    dgs_order order;
    if (!dgs_command_order(p, &from, &order, err))
        return false;
    if (!dgs_sandbox_compose(job, &p->place, from.settings.of[DGS_SETTING_LOGO].text, err))
        return false;
    p->text = dgs_text_new(err);
    return p->text != NULL && dgs_handout_compose(&order, p->text, p->arena, stderr, &handout, err) &&
           deliver(p, &handout, &from, err);
}
