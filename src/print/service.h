// A conversation with the print service, or with a printer itself: one connection, the destinations, and the signals
// that end it. Knows nothing of handouts. Private to the room, as all headers but print.h are.
#ifndef DGS_PRINT_SERVICE_H
#define DGS_PRINT_SERVICE_H
#include <signal.h>

#include "base/str.h"
#include "print/cups.h"

typedef struct dgs_service {
    dgs_cups cups;
    http_t *http;       // NULL: not connected
    cups_dest_t *dests; // all printers, or the chosen one alone
    int ndests;
    cups_dest_t *dest;   // of them, the one that is spoken of
    cups_dinfo_t *info;  // what it can do; NULL: it does not answer
    bool direct;         // the printer itself is connected, without a service
    sigset_t stops;      // SIGINT and SIGTERM, which are blocked while this lasts
    sigset_t before;     // what was blocked before
    int signal;          // the one that came, or 0
    int silent;          // seconds since the other side last answered
    int silent_most;     // then it is given up
    const char *uri;     // of dest; in the arena
    char resource[1024]; // the path in that
} dgs_service;

// Opens libcups and blocks the signals. To be closed, also where this fails.
bool dgs_service_open(dgs_service *service, dgs_err *err);
void dgs_service_close(dgs_service *service);

// Chooses a printer and connects: by its name, by an address with "://" in it (then no service is needed), or for NULL
// the default printer. Fails with DGS_ERR_USAGE for an unknown name, DGS_ERR_UNAVAILABLE where nothing answers or there
// is no usual printer.
bool dgs_service_choose(dgs_service *service, const char *name, dgs_arena *arena, dgs_err *err);

// Finds all printers that the service has or sees in the network. Fails with DGS_ERR_UNAVAILABLE where no service
// answers.
bool dgs_service_find(dgs_service *service, dgs_err *err);
bool dgs_service_fail_none(dgs_err *err); // there are none; returns false
bool dgs_service_fail_silent(const dgs_service *service, const char *name, dgs_err *err); // the chosen one; the same

// Speaks of one of them from now on.
bool dgs_service_take(dgs_service *service, cups_dest_t *dest, dgs_arena *arena, dgs_err *err);

// Asks the printer for attributes, or for those of a job where `job` is not 0. The caller frees the answer (ippDelete);
// NULL where none came.
ipp_t *dgs_service_ask(dgs_service *service, int job, const char *const *attributes, int n);

// Connects once more: after a signal the old connection may be in the middle of a message.
bool dgs_service_renew(dgs_service *service, dgs_err *err);

// Whether one of the signals has come; keeps which.
bool dgs_service_stopped(dgs_service *service);
bool dgs_service_fail_stopped(const dgs_service *service, dgs_err *err); // by it, before there is a job; returns false

// Lets time pass, until a signal comes at most.
void dgs_service_sleep(dgs_service *service, long milliseconds);
#endif
