#include "text/memory.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>

#include "text/text.h"

enum { CRASHES = 2 };

static const int crashes[CRASHES] = {SIGSEGV, SIGABRT};
static struct sigaction before[CRASHES];
static sigjmp_buf way_out;
static bool ended; // a font keeps what it could not make, so there is no way back

void dgs_memory_watch(void)
{
    errno = 0;
}

bool dgs_memory_held(void)
{
    ended = ended || errno == ENOMEM;
    return !ended;
}

bool dgs_text_usable(void)
{
    return !ended;
}

static void restore(void)
{
    for (int i = 0; i < CRASHES; i++)
        (void)sigaction(crashes[i], &before[i], NULL);
}

// A crash for any other reason comes again when this returns, and ends the process as it should.
static void leave(int number)
{
    (void)number;
    if (errno == ENOMEM)
        siglongjmp(way_out, 1);
    restore();
}

bool dgs_memory_guard(void (*call)(void *ctx), void *ctx)
{
    struct sigaction action = {.sa_handler = leave};
    for (int i = 0; i < CRASHES; i++)
        (void)sigaction(crashes[i], &action, &before[i]);
    dgs_memory_watch();
    if (sigsetjmp(way_out, 1) == 0)
        call(ctx);
    else
        ended = true;
    bool held = dgs_memory_held();
    restore();
    return held;
}
