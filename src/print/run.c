#include <unistd.h>

#include "host/say.h"
#include "host/tell.h"
#include "print/apart.h"
#include "print/job.h"
#include "print/print.h"
#include "print/show.h"

enum { PATIENCE = 300 }; // seconds

typedef struct run {
    const dgs_print_job *job;
    dgs_service service;
    dgs_printer printer;
    dgs_composed work;
    dgs_plan plan;
    const char *title; // the job's name, for everybody to see
    dgs_arena *arena;
    dgs_err *err;
} run;

static bool ask_printer(run *r)
{
    dgs_service *s = &r->service;
    unsigned long wait = r->job->wait;
    if (!dgs_service_open(s, r->err))
        return false;
    if (wait > 0 && wait < (unsigned long)s->silent_most)
        s->silent_most = (int)wait;
    if (!dgs_service_choose(s, r->job->printer, r->arena, r->err) ||
        !dgs_printer_read(s, r->arena, &r->printer, r->err))
        return false;
    if (dgs_service_stopped(s))
        return dgs_service_fail_stopped(s, r->err);
    return r->printer.answers || dgs_service_fail_silent(s, r->printer.name, r->err);
}

static bool plan(run *r)
{
    dgs_report *report = &r->work.report;
    if (!dgs_plan_make(&r->printer, &r->work.sheets, r->arena, report, &r->plan, r->err))
        return false;
    size_t warnings = dgs_report_warnings(report);
    if (!r->job->quiet)
        dgs_tell_notes(report, stderr);
    return !r->job->strict || warnings == 0 ||
           dgs_fail(r->err, DGS_ERR_STRICT, "%zu warning%s, and --strict is given: nothing was printed", warnings,
                    warnings == 1 ? "" : "s");
}

static bool send_and_wait(run *r)
{
    dgs_print print = {.service = &r->service,
                       .printer = &r->printer,
                       .plan = &r->plan,
                       .title = r->title,
                       .arena = r->arena,
                       .to = r->job->quiet ? NULL : stderr,
                       .terminal = isatty(STDERR_FILENO) == 1};
    unsigned long patience = r->job->wait == 0 ? PATIENCE : r->job->wait;
    bool wait = !r->job->no_wait;
    if (!dgs_print_send(&print, r->work.pdf, r->err) || (wait && !dgs_print_wait(&print, patience, r->err)))
        return false;
    size_t pages = r->work.sheets.npages;
    unsigned long copies = r->work.sheets.copies;
    if (!r->job->quiet)
        dgs_say(stderr, "%s: %zu page%s, %lu cop%s, %s (job %d)", r->printer.name, pages, pages == 1 ? "" : "s", copies,
                copies == 1 ? "y" : "ies", wait && !print.forgotten ? "printed" : "sent", print.id);
    return true;
}

bool dgs_print_run(const dgs_print_job *job, const dgs_order *order, const dgs_guard *guard, dgs_arena *arena, FILE *to,
                   dgs_err *err)
{
    run r = {.job = job, .title = job->test_page ? "Test page" : "Handout", .arena = arena, .err = err};
    bool ok = ask_printer(&r) && dgs_compose_apart(job, order, guard, &r.printer, arena, &r.work, err) && plan(&r);
    if (ok && job->dry_run)
        ok = dgs_say_flush(dgs_plan_show(&r.plan, &r.printer, r.title, &r.work, to), err);
    else if (ok)
        ok = send_and_wait(&r);
    dgs_service_close(&r.service);
    return ok;
}

static bool list(dgs_service *service, bool json, dgs_arena *arena, FILE *to, dgs_err *err)
{
    if (!dgs_service_open(service, err) || !dgs_service_find(service, err))
        return false;
    size_t n = (size_t)service->ndests;
    dgs_printer *printers = dgs_arena_array(arena, n + 1, sizeof *printers);
    if (printers == NULL)
        return dgs_fail_memory(err);
    for (size_t i = 0; i < n && !dgs_service_stopped(service); i++)
        if (!dgs_service_take(service, &service->dests[i], arena, err) ||
            !dgs_printer_read(service, arena, &printers[i], err))
            return false;
    if (dgs_service_stopped(service))
        return dgs_service_fail_stopped(service, err);
    if (n == 0)
        return dgs_service_fail_none(err);
    return dgs_say_flush(json ? dgs_printers_json(printers, n, to) : dgs_printers_text(printers, n, arena, to), err);
}

bool dgs_print_list(bool json, dgs_arena *arena, FILE *to, dgs_err *err)
{
    dgs_service service;
    bool ok = list(&service, json, arena, to, err);
    dgs_service_close(&service);
    return ok;
}
