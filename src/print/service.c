#include "print/service.h"

#include <string.h>
#include <time.h>

enum {
    CONNECT_MS = 15000,
    LOOK_MS = 2000,   // for printers that announce themselves in the network
    SILENCE_MOST = 60 // seconds
};

bool dgs_service_stopped(dgs_service *service)
{
    sigset_t pending;
    if (service->signal == 0 && sigpending(&pending) == 0) {
        if (sigismember(&pending, SIGINT) == 1)
            service->signal = SIGINT;
        else if (sigismember(&pending, SIGTERM) == 1)
            service->signal = SIGTERM;
    }
    return service->signal != 0;
}

void dgs_service_sleep(dgs_service *service, long milliseconds)
{
    if (dgs_service_stopped(service))
        return;
    const struct timespec most = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    int got = sigtimedwait(&service->stops, NULL, &most);
    if (got > 0)
        service->signal = got;
}

bool dgs_service_fail_stopped(const dgs_service *service, dgs_err *err)
{
    return service->signal == SIGINT ? dgs_fail(err, DGS_ERR_INTERRUPTED, "stopped by Ctrl-C: nothing is printed")
                                     : dgs_fail(err, DGS_ERR_TERMINATED, "stopped by a signal: nothing is printed");
}

// libcups calls this each second that it has waited: 0 gives up.
static int wait_more(http_t *http, void *data)
{
    (void)http;
    dgs_service *service = data;
    return !dgs_service_stopped(service) && ++service->silent < service->silent_most;
}

// The program never asks for anything while it runs; a password least of all.
static const char *no_password(const char *prompt, http_t *http, const char *method, const char *resource, void *data)
{
    (void)prompt, (void)http, (void)method, (void)resource, (void)data;
    return NULL;
}

bool dgs_service_open(dgs_service *service, dgs_err *err)
{
    *service = (dgs_service){.silent_most = SILENCE_MOST};
    (void)sigemptyset(&service->stops);
    (void)sigaddset(&service->stops, SIGINT);
    (void)sigaddset(&service->stops, SIGTERM);
    (void)sigprocmask(SIG_BLOCK, &service->stops, &service->before);
    if (!dgs_cups_open(&service->cups, err))
        return false;
    service->cups.cupsSetPasswordCB2(no_password, NULL);
    return true;
}

static void forget(dgs_service *service)
{
    if (service->info != NULL)
        service->cups.cupsFreeDestInfo(service->info);
    service->info = NULL;
    service->dest = NULL;
}

static void disconnect(dgs_service *service)
{
    if (service->http != NULL)
        service->cups.httpClose(service->http);
    service->http = NULL;
}

// A signal that came is taken, so that it does not end the program before its message is printed.
void dgs_service_close(dgs_service *service)
{
    const struct timespec now = {0, 0};
    forget(service);
    if (service->dests != NULL)
        service->cups.cupsFreeDests(service->ndests, service->dests);
    disconnect(service);
    while (service->signal != 0 && sigtimedwait(&service->stops, NULL, &now) > 0) {
    }
    (void)sigprocmask(SIG_SETMASK, &service->before, NULL);
}

static bool keep(dgs_service *service, http_t *http)
{
    disconnect(service);
    service->http = http;
    service->silent = 0;
    if (http != NULL)
        service->cups.httpSetTimeout(http, 1.0, wait_more, service);
    return http != NULL;
}

static bool connect_service(dgs_service *service, dgs_err *err)
{
    const dgs_cups *c = &service->cups;
    if (keep(service,
             c->httpConnect2(c->cupsServer(), c->ippPort(), NULL, AF_UNSPEC, c->cupsEncryption(), 1, CONNECT_MS, NULL)))
        return true;
    return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                    "no print service answers at %s: install and start CUPS (on Debian and Ubuntu: apt install cups), "
                    "or give the printer's own address, like --printer ipp://192.168.1.9/ipp/print",
                    c->cupsServer());
}

static int no_news(void *data, unsigned flags, cups_dest_t *dest)
{
    (void)flags, (void)dest;
    return !dgs_service_stopped(data);
}

bool dgs_service_fail_silent(const dgs_service *service, const char *name, dgs_err *err)
{
    if (service->signal != 0)
        return dgs_service_fail_stopped(service, err);
    if (service->direct)
        return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                        "no printer answers at %s: check that it is switched on and that the address is right", name);
    return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                    "the print service does not answer for %s: make sure that CUPS is running", name);
}

static bool connect_printer(dgs_service *service, cups_dest_t *dest, dgs_err *err)
{
    char resource[sizeof service->resource];
    service->direct = true;
    if (keep(service, service->cups.cupsConnectDest(dest, CUPS_DEST_FLAGS_DEVICE, CONNECT_MS, NULL, resource,
                                                    sizeof resource, no_news, service)))
        return true;
    return dgs_service_fail_silent(service, dest->name, err);
}

// Nothing can be told while a connection is made, so that a signal then ends the program as it does any other.
static bool connect_first(dgs_service *service, cups_dest_t *printer, dgs_err *err)
{
    (void)sigprocmask(SIG_SETMASK, &service->before, NULL);
    bool ok = printer == NULL ? connect_service(service, err) : connect_printer(service, printer, err);
    (void)sigprocmask(SIG_BLOCK, &service->stops, NULL);
    return ok;
}

bool dgs_service_renew(dgs_service *service, dgs_err *err)
{
    return service->direct ? connect_printer(service, service->dest, err) : connect_service(service, err);
}

static int add_dest(void *data, unsigned flags, cups_dest_t *dest)
{
    dgs_service *service = data;
    if ((flags & (CUPS_DEST_FLAGS_REMOVED | CUPS_DEST_FLAGS_ERROR)) == 0)
        service->ndests = service->cups.cupsCopyDest(dest, service->ndests, &service->dests);
    return !dgs_service_stopped(service);
}

bool dgs_service_find(dgs_service *service, dgs_err *err)
{
    if (service->http == NULL && !connect_first(service, NULL, err))
        return false;
    (void)service->cups.cupsEnumDests(CUPS_DEST_FLAGS_NONE, LOOK_MS, NULL, 0, 0, add_dest, service);
    return true;
}

bool dgs_service_take(dgs_service *service, cups_dest_t *dest, dgs_arena *arena, dgs_err *err)
{
    const dgs_cups *c = &service->cups;
    forget(service);
    service->dest = dest;
    service->silent = 0;
    service->info = c->cupsCopyDestInfo(service->http, dest); // makes a queue for a printer seen in the network
    const char *uri =
        c->cupsGetOption(service->direct ? "device-uri" : "printer-uri-supported", dest->num_options, dest->options);
    service->uri = dgs_str_copy(arena, dgs_str_of(uri));
    if (service->uri == NULL)
        return dgs_fail_memory(err);
    char scheme[32], user[256], host[256];
    int port;
    if (uri == NULL ||
        c->httpSeparateURI(HTTP_URI_CODING_ALL, uri, scheme, sizeof scheme, user, sizeof user, host, sizeof host, &port,
                           service->resource, sizeof service->resource) < HTTP_URI_STATUS_OK)
        strcpy(service->resource, "/");
    return true;
}

// The names of all printers, with commas between; NULL where there is none.
static const char *all_names(const dgs_service *service, dgs_arena *arena)
{
    dgs_buf names = {.arena = arena};
    for (int i = 0; i < service->ndests; i++)
        dgs_buf_addf(&names, "%s%s", i == 0 ? "" : ", ", service->dests[i].name);
    return names.p;
}

bool dgs_service_fail_none(dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                    "the print service has no printer: add one in the settings of this computer or with "
                    "lpadmin(8), or give a printer's own address, like --printer ipp://192.168.1.9/ipp/print");
}

static bool fail_name(dgs_service *service, const char *name, dgs_arena *arena, dgs_err *err)
{
    const char **names = dgs_arena_array(arena, (size_t)service->ndests + 1, sizeof *names);
    const char *all = all_names(service, arena);
    if (names == NULL)
        return dgs_fail_memory(err);
    for (int i = 0; i < service->ndests; i++)
        names[i] = service->dests[i].name;
    const char *near = name == NULL ? NULL : dgs_str_nearest(name, names);
    if (all == NULL)
        return dgs_service_fail_none(err);
    if (name == NULL)
        return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                        "there is no default printer: name one with --printer, of these: %.400s", all);
    if (near != NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "printer '%.80s' not found: did you mean %s? See dgs-pdf printers.", name,
                        near);
    return dgs_fail(err, DGS_ERR_USAGE, "printer '%.80s' not found: name one of these: %.400s", name, all);
}

static cups_dest_t *choose_address(dgs_service *service, const char *address, dgs_err *err)
{
    const dgs_cups *c = &service->cups;
    char scheme[32], user[256], host[256], resource[sizeof service->resource];
    int port;
    bool good = c->httpSeparateURI(HTTP_URI_CODING_ALL, address, scheme, sizeof scheme, user, sizeof user, host,
                                   sizeof host, &port, resource, sizeof resource) >= HTTP_URI_STATUS_OK &&
                (strcmp(scheme, "ipp") == 0 || strcmp(scheme, "ipps") == 0) && host[0] != '\0';
    service->dests = good ? c->cupsGetDestWithURI(address, address) : NULL;
    service->ndests = service->dests != NULL;
    if (service->dests == NULL) {
        (void)dgs_fail(err, DGS_ERR_USAGE,
                       "'%.200s' is not a printer's address: write it like ipp://192.168.1.9/ipp/print", address);
        return NULL;
    }
    return connect_first(service, service->dests, err) ? service->dests : NULL;
}

static cups_dest_t *choose_name(dgs_service *service, const char *name, dgs_arena *arena, dgs_err *err)
{
    if (!connect_first(service, NULL, err))
        return NULL;
    service->dests = service->cups.cupsGetNamedDest(service->http, name, NULL);
    service->ndests = service->dests != NULL;
    if (service->dests != NULL)
        return service->dests;
    if (!dgs_service_find(service, err))
        return NULL;
    if (name == NULL && service->ndests == 1) // without a usual printer, the only one is meant
        return service->dests;
    (void)fail_name(service, name, arena, err);
    return NULL;
}

bool dgs_service_choose(dgs_service *service, const char *name, dgs_arena *arena, dgs_err *err)
{
    bool address = name != NULL && strstr(name, "://") != NULL;
    cups_dest_t *dest = address ? choose_address(service, name, err) : choose_name(service, name, arena, err);
    return dest != NULL && dgs_service_take(service, dest, arena, err);
}

ipp_t *dgs_service_ask(dgs_service *service, int job, const char *const *attributes, int n)
{
    const dgs_cups *c = &service->cups;
    ipp_t *request = c->ippNewRequest(job != 0 ? IPP_OP_GET_JOB_ATTRIBUTES : IPP_OP_GET_PRINTER_ATTRIBUTES);
    c->ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, service->uri);
    if (job != 0)
        c->ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    c->ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, c->cupsUser());
    c->ippAddStrings(request, IPP_TAG_OPERATION, IPP_CONST_TAG(IPP_TAG_KEYWORD), "requested-attributes", n, NULL,
                     attributes);
    service->silent = 0;
    ipp_t *answer = c->cupsDoRequest(service->http, request, service->resource);
    if (answer != NULL && c->cupsLastError() > IPP_STATUS_OK_CONFLICTING) {
        c->ippDelete(answer);
        answer = NULL;
    }
    return answer;
}
