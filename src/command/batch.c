#include "batch/batch.h"

#include "command/inner.h"
#include "sandbox/sandbox.h"

bool dgs_command_batch(dgs_process *p, dgs_err *err)
{
    dgs_guard guard;
    return dgs_sandbox_batch(&p->job, &p->place, &guard, err) &&
           dgs_batch_run(&p->job, &p->place, &guard, p->arena, err);
}

bool dgs_command_manifest(dgs_process *p, dgs_err *err)
{
    return dgs_batch_merge(&p->job, &p->place, p->arena, err);
}
