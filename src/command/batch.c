#include "batch/batch.h"

#include <stdlib.h>

#include "command/inner.h"
#include "convert/convert.h"
#include "host/folder.h"
#include "host/say.h"

static dgs_batch_job job_of(const dgs_job *job)
{
    dgs_batch_job batch = job->batch;
    batch.list = job->file;
    batch.content_dir = job->content_dir;
    batch.merged = job->out;
    batch.quiet = job->quiet;
    batch.dry_run = job->dry_run;
    batch.strict = job->strict;
    batch.json = job->json;
    return batch;
}

// One that nobody named may be there for another purpose, and would be in every handout.
static void tell_unnamed_profile(const dgs_process *p, const char *profile)
{
    const char *named = getenv("DGS_PDF_PROFILE");
    if (profile != NULL && p->job.profile == NULL && (named == NULL || named[0] == '\0') && !p->job.quiet)
        dgs_say(stderr,
                "dgs-pdf: notice: %s: fills the empty cells of the list: name it with --profile, or add --no-profile",
                profile);
}

// A profile may be a pipe, which is waited for; so this is done while signals still end the program.
bool dgs_command_batch(dgs_process *p, dgs_err *err)
{
    dgs_guard guard;
    dgs_source from = {0};
    dgs_order order;
    const dgs_batch_job job = job_of(&p->job);
    if (!dgs_sandbox_rows(&p->bounds, &p->place, &guard, err) || !dgs_command_order(p, &from, &order, err))
        return false;
    tell_unnamed_profile(p, from.profile);
    order.files = &dgs_files_at; // a list is a stranger's: its rows name no pipe to wait for
    return dgs_batch_run(&job, &order, &p->place, &guard, p->arena, err);
}

bool dgs_command_manifest(dgs_process *p, dgs_err *err)
{
    const dgs_batch_job job = job_of(&p->job);
    return dgs_batch_merge(&job, &p->place, p->arena, err);
}
