// dgs-pdf: makes the process ready, and leaves the rest to its command.
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>

#include "command/command.h"
#include "host/environment.h"
#include "host/late.h"
#include "host/say.h"
#include "sandbox/descriptors.h"

// Where the stack ends a process dies without a word; a limit that is too low for us can mostly be raised.
static bool have_stack(dgs_err *err)
{
    const rlim_t least = 1024UL * 1024;
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= least) // RLIM_INFINITY is the largest
        return true;
    limit.rlim_cur = least;
    return (limit.rlim_max >= least && setrlimit(RLIMIT_STACK, &limit) == 0) ||
           dgs_fail(err, DGS_ERR_TEMPORARY, "the stack is limited to less than 1 MB: raise the limit (ulimit -s 8192)");
}

int main(int argc, char **argv)
{
    dgs_err err = {0};
    dgs_process p = {.place.folder = -1};
    (void)signal(SIGXFSZ, SIG_IGN); // a file-size limit is then an error of write(2) like any other
    (void)signal(SIGPIPE, SIG_IGN);
    dgs_late_open = dgs_late_libraries;
    bool ok = dgs_descriptors_hold(&err) && have_stack(&err) && dgs_environment_settle(&err);
    dgs_descriptors_close(argc, argv);
    ok = ok && dgs_command_run(argc, argv, &p, &err);
    dgs_command_leave(&p);
    if (!ok)
        dgs_say(stderr, "dgs-pdf: %s", err.message);
    return ok ? 0 : (int)err.kind;
}
