#include "text/memory.h"

#include <errno.h>

static _Atomic bool ended; // a font keeps what it could not make, so there is no way back

void dgs_memory_watch(void)
{
    errno = 0;
}

bool dgs_memory_held(void)
{
    if (errno == ENOMEM)
        ended = true;
    return !ended;
}

bool dgs_text_usable(void)
{
    return !ended;
}

bool dgs_memory_guard(const dgs_text_host *host, void (*call)(void *ctx), void *ctx)
{
    dgs_memory_watch();
    if (host->guard == NULL)
        call(ctx);
    else if (!host->guard(call, ctx))
        ended = true;
    return dgs_memory_held();
}
