#include "print/print.h"

#include <stdio.h>

#include "command/inner.h"
#include "host/say.h"

bool dgs_command_print(dgs_process *p, dgs_err *err)
{
    dgs_source from = {0};
    dgs_order order;
    dgs_print_job job = p->job.print;
    const dgs_guard guard = dgs_sandbox_one(&p->bounds);
    job.quiet = p->job.quiet;
    job.dry_run = p->job.dry_run;
    job.strict = p->job.strict;
    return dgs_command_order(p, &from, &order, err) && dgs_print_run(&job, &order, &guard, p->arena, stdout, err) &&
           dgs_say_flush(true, err);
}

bool dgs_command_printers(dgs_process *p, dgs_err *err)
{
    return dgs_print_list(p->job.json, p->arena, stdout, err) && dgs_say_flush(true, err);
}
