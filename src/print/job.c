#include "print/job.h"

#include <string.h>
#include <time.h>

#include "host/say.h"

enum { CHUNK = 32 * 1024, TICK_MS = 250, QUIET_MS = 1000 };

static void clear(dgs_print *print)
{
    if (print->line[0] != '\0')
        dgs_say_clear(print->to);
    print->line[0] = '\0';
}

// A line that the next one takes the place of; on a terminal only.
static void progress(dgs_print *print, const char *what, int sheets)
{
    char line[sizeof print->line], count[40] = "";
    if (print->to == NULL || !print->terminal)
        return;
    if (sheets > 0)
        (void)snprintf(count, sizeof count, ", %d sheet%s printed", sheets, sheets == 1 ? "" : "s");
    (void)snprintf(line, sizeof line, "%.60s: %s%s", print->printer->name, what, count);
    if (strcmp(line, print->line) == 0)
        return;
    dgs_say_over(print->to, "%s", line);
    memcpy(print->line, line, sizeof line);
}

// A line that stays: what the printer lacks, once until it changes.
static void tell_lacks(dgs_print *print)
{
    const char *lacks = dgs_reasons_text(print->printer, print->arena);
    if (lacks == NULL || (lacks[0] == '\0' && print->printer->state == DGS_PRINTER_STOPPED))
        lacks = "stopped";
    if (print->to == NULL || (print->lacks != NULL && strcmp(lacks, print->lacks) == 0))
        return;
    if (lacks[0] != '\0') {
        clear(print);
        dgs_say(print->to, "dgs-pdf: %s: %s", print->printer->name, lacks);
    }
    print->lacks = lacks;
}

// Where this fails the job stays with the printer, so the sentence says so.
static bool cancel(dgs_print *print)
{
    const dgs_cups *c = &print->service->cups;
    dgs_err ignored = {0};
    int stopped = print->service->signal;
    clear(print);
    if (print->id == 0)
        return true;
    print->service->signal = 0; // so that libcups waits for the answer
    bool done =
        dgs_service_renew(print->service, &ignored) &&
        c->cupsCancelDestJob(print->service->http, print->service->dest, print->id) <= IPP_STATUS_OK_CONFLICTING;
    print->service->signal = stopped;
    return done;
}

// Why it ends stands before, as a clause.
static bool give_up(dgs_print *print, dgs_err *err, dgs_err_kind kind, const char *why)
{
    int id = print->id;
    if (!cancel(print))
        return dgs_fail(err, kind, "%s: %s, and job %d could not be canceled: cancel it at the printer",
                        print->printer->name, why, id);
    return dgs_fail(err, kind, "%s: %s; %s", print->printer->name, why,
                    id == 0 ? "nothing is printed" : "the job is canceled");
}

static bool stopped(dgs_print *print, dgs_err *err)
{
    bool interrupted = print->service->signal == SIGINT;
    return give_up(print, err, interrupted ? DGS_ERR_INTERRUPTED : DGS_ERR_TERMINATED,
                   interrupted ? "stopped by Ctrl-C" : "stopped by a signal");
}

static bool refused(dgs_print *print, dgs_err *err)
{
    const dgs_cups *c = &print->service->cups;
    const char *name = print->printer->name, *reason = c->cupsLastErrorString();
    if (dgs_service_stopped(print->service))
        return stopped(print, err);
    switch (c->cupsLastError()) {
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
    case IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED:
        return dgs_fail(err, DGS_ERR_TEMPORARY, "%s accepts no jobs now: let it accept jobs again, then try again",
                        name);
    case IPP_STATUS_ERROR_BUSY:
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
    case IPP_STATUS_ERROR_TEMPORARY:
    case IPP_STATUS_ERROR_TIMEOUT:
    case IPP_STATUS_ERROR_TOO_MANY_JOBS:
    case IPP_STATUS_ERROR_DEVICE:
        return dgs_fail(err, DGS_ERR_TEMPORARY, "%s did not accept the job (%s): try again later", name, reason);
    case IPP_STATUS_ERROR_NOT_AUTHENTICATED:
    case IPP_STATUS_ERROR_NOT_AUTHORIZED:
    case IPP_STATUS_ERROR_FORBIDDEN:
        return dgs_fail(err, DGS_ERR_UNAVAILABLE, "%s does not let you print: ask your administrator for permission",
                        name);
    default:
        return dgs_fail(err, DGS_ERR_UNAVAILABLE, "%s did not accept the job (%s): check its display or web page", name,
                        reason);
    }
}

static bool write_all(dgs_print *print, dgs_str pdf)
{
    const dgs_service *s = print->service;
    for (size_t at = 0, n; at < pdf.n; at += n) {
        n = pdf.n - at < CHUNK ? pdf.n - at : CHUNK;
        print->service->silent = 0;
        if (dgs_service_stopped(print->service) ||
            s->cups.cupsWriteRequestData(s->http, pdf.p + at, n) != HTTP_STATUS_CONTINUE)
            return false;
    }
    return true;
}

bool dgs_print_send(dgs_print *print, dgs_str pdf, dgs_err *err)
{
    dgs_service *s = print->service;
    const dgs_cups *c = &s->cups;
    cups_option_t *options = NULL;
    int n = 0;
    for (size_t i = 0; i < print->plan->n; i++)
        n = c->cupsAddOption(print->plan->options[i].name, print->plan->options[i].value, n, &options);
    progress(print, "sending", 0);
    s->silent = 0;
    bool ok = true;
    if (c->cupsCreateDestJob(s->http, s->dest, s->info, &print->id, print->title, n, options) >
        IPP_STATUS_OK_CONFLICTING) {
        print->id = 0;
        clear(print);
        ok = refused(print, err);
    } else if (c->cupsStartDestDocument(s->http, s->dest, s->info, print->id, print->title, CUPS_FORMAT_PDF, 0, NULL,
                                        1) != HTTP_STATUS_CONTINUE ||
               !write_all(print, pdf) ||
               c->cupsFinishDestDocument(s->http, s->dest, s->info) > IPP_STATUS_OK_CONFLICTING) {
        ok = dgs_service_stopped(s) ? stopped(print, err)
                                    : give_up(print, err, DGS_ERR_TEMPORARY,
                                              "the printer stopped listening before it had all of it: try again");
    }
    c->cupsFreeOptions(n, options);
    return ok;
}

typedef struct job_poll { // at the job
    ipp_jstate_t state;
    int sheets;
    bool unreadable; // the printer cannot make anything of the document
    bool forgotten;  // no such job, any more
} job_poll;

static bool poll_job(dgs_print *print, job_poll *out)
{
    static const char *const asked[] = {"job-state", "job-state-reasons", "job-media-sheets-completed"};
    const dgs_cups *c = &print->service->cups;
    ipp_t *answer = dgs_service_ask(print->service, print->id, asked, sizeof asked / sizeof *asked);
    if (answer == NULL) {
        out->forgotten = c->cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND;
        return false;
    }
    ipp_attribute_t *state = c->ippFindAttribute(answer, "job-state", IPP_TAG_ENUM);
    ipp_attribute_t *reasons = c->ippFindAttribute(answer, "job-state-reasons", IPP_TAG_KEYWORD);
    ipp_attribute_t *sheets = c->ippFindAttribute(answer, "job-media-sheets-completed", IPP_TAG_INTEGER);
    *out = (job_poll){.state = state == NULL ? IPP_JSTATE_PENDING : (ipp_jstate_t)c->ippGetInteger(state, 0),
                      .sheets = sheets == NULL ? 0 : c->ippGetInteger(sheets, 0),
                      .unreadable = reasons != NULL && (c->ippContainsString(reasons, "document-format-error") ||
                                                        c->ippContainsString(reasons, "document-unprintable-error") ||
                                                        c->ippContainsString(reasons, "unsupported-document-format"))};
    c->ippDelete(answer);
    return true;
}

static bool gets_on(const dgs_print *print, const job_poll *now)
{
    const dgs_printer *p = print->printer;
    for (size_t i = 0; i < p->nreasons; i++)
        if (dgs_reason_stops(p->reasons[i]))
            return false;
    return p->state == DGS_PRINTER_PROCESSING ||
           (p->state != DGS_PRINTER_STOPPED && now->state == IPP_JSTATE_PROCESSING);
}

static bool out_of_patience(dgs_print *print, dgs_err *err)
{
    dgs_buf why = {.arena = print->arena};
    const char *lacks = dgs_reasons_text(print->printer, print->arena);
    dgs_buf_addf(&why, "the printer is stopped%s%s%s", lacks == NULL || lacks[0] == '\0' ? "" : " (",
                 lacks == NULL ? "" : lacks, lacks == NULL || lacks[0] == '\0' ? "" : ")");
    return give_up(print, err, DGS_ERR_TEMPORARY, why.failed ? "the printer is stopped" : why.p);
}

static bool conclude(dgs_print *print, const job_poll *last, dgs_err *err)
{
    const char *name = print->printer->name;
    clear(print);
    if (last->state == IPP_JSTATE_COMPLETED)
        return true;
    if (last->state == IPP_JSTATE_CANCELED)
        return dgs_fail(err, DGS_ERR_TEMPORARY,
                        "%s: the job was canceled at the printer: print it again if it should "
                        "not have been",
                        name);
    if (last->unreadable)
        return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                        "%s cannot read the PDF: set it up in the print service with another driver", name);
    const char *lacks = dgs_reasons_text(print->printer, print->arena);
    return dgs_fail(err, DGS_ERR_TEMPORARY, "%s could not finish the job%s%s: check the printer, then print again",
                    name, lacks == NULL || lacks[0] == '\0' ? "" : ", ", lacks == NULL ? "" : lacks);
}

static long long now_ms(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool dgs_print_wait(dgs_print *print, unsigned long patience, dgs_err *err)
{
    const long long most = (long long)patience * 1000;
    long long begun = now_ms(), moved = begun;
    job_poll seen = {.state = IPP_JSTATE_PENDING};
    for (;;) {
        job_poll now = seen;
        bool answers = poll_job(print, &now) && dgs_printer_poll(print->service, print->arena, print->printer);
        if (now.forgotten) {
            clear(print);
            print->forgotten = true;
            return true;
        }
        if (answers && now.state > IPP_JSTATE_STOPPED)
            return conclude(print, &now, err);
        if (dgs_service_stopped(print->service))
            return stopped(print, err);
        if (answers && (gets_on(print, &now) || now.sheets != seen.sheets))
            moved = now_ms();
        seen = now;
        if (now_ms() - moved >= most)
            return out_of_patience(print, err);
        if (now_ms() - begun > QUIET_MS)
            tell_lacks(print);
        progress(print,
                 !answers                             ? "does not answer"
                 : now.state == IPP_JSTATE_PROCESSING ? "printing"
                 : now.state == IPP_JSTATE_HELD       ? "held until it is released at the printer"
                                                      : "waiting",
                 now.sheets);
        dgs_service_sleep(print->service, TICK_MS);
    }
}
