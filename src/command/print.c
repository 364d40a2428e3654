#include "print/print.h"

#include <stdio.h>

#include "base/say.h"
#include "command/inner.h"
#include "sandbox/sandbox.h"

bool dgs_command_print(dgs_process *p, dgs_err *err)
{
    dgs_source from = {0};
    dgs_order order;
    const dgs_guard guard = dgs_sandbox_print(&p->job);
    return dgs_command_order(p, &from, &order, err) && dgs_print_run(&p->job, &order, &guard, p->arena, stdout, err) &&
           dgs_say_flush(true, err);
}

bool dgs_command_printers(dgs_process *p, dgs_err *err)
{
    return dgs_print_list(p->job.json, p->arena, stdout, err) && dgs_say_flush(true, err);
}
