#include <stdio.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/say.h"
#include "cli/cli.h"
#include "command/inner.h"
#include "content/content.h"
#include "image/image.h"
#include "pdf/pdf.h"
#include "sandbox/sandbox.h"

// Input files are looked for in both forms of their names.
static bool find_inputs(dgs_process *p, dgs_err *err)
{
    dgs_job *job = &p->job;
    const char *found;
    for (size_t i = 0; i < job->batch.nmerge; i++) {
        if (!dgs_file_find(p->arena, job->batch.merge[i], &found, err))
            return false;
        job->batch.merge[i] = (char *)found;
    }
    if (job->command == DGS_COMMAND_INIT) // whose folder and file are made
        return true;
    return (job->content_dir == NULL || dgs_file_find(p->arena, job->content_dir, &job->content_dir, err)) &&
           (job->file == NULL || dgs_file_find(p->arena, job->file, &job->file, err));
}

static bool print_version(void)
{
    char sandbox[DGS_SANDBOX_KINDS];
    dgs_say(stdout, "dgs-pdf %s", DGS_VERSION);
    dgs_say(stdout, "%s, %s, %s, %s", dgs_pdf_library(), dgs_text_library(), dgs_image_library(),
            dgs_content_library());
    dgs_say(stdout, "sandbox: %s", dgs_sandbox_kinds(sandbox));
    return ferror(stdout) == 0;
}

bool dgs_command_run(int argc, char **argv, dgs_process *p, dgs_err *err)
{
    static dgs_command_body *const bodies[] = {
        [DGS_COMMAND_MAKE] = dgs_command_make,         [DGS_COMMAND_INIT] = dgs_command_init,
        [DGS_COMMAND_PROFILE] = dgs_command_profile,   [DGS_COMMAND_BATCH] = dgs_command_batch,
        [DGS_COMMAND_MANIFEST] = dgs_command_manifest, [DGS_COMMAND_PRINT] = dgs_command_print,
        [DGS_COMMAND_PRINTERS] = dgs_command_printers,
    };
    *p = (dgs_process){.arena = dgs_arena_new(DGS_MEMORY_MAX), .place.folder = -1};
    if (p->arena == NULL)
        return dgs_fail_memory(err);
    if (!dgs_cli_parse(argc, argv, p->arena, &p->job, err))
        return false;
    if (p->job.action == DGS_ACTION_VERSION)
        return dgs_say_flush(print_version(), err);
    if (p->job.action == DGS_ACTION_HELP)
        return dgs_say_flush(dgs_cli_help(stdout, p->job.command), err);
    if (p->job.action == DGS_ACTION_MAN)
        return dgs_say_flush(dgs_cli_man(stdout), err);
    return find_inputs(p, err) && dgs_sandbox_begin(&p->job, &p->place, err) && bodies[p->job.command](p, err);
}

void dgs_command_leave(dgs_process *p)
{
    dgs_text_free(p->text);
    dgs_place_leave(&p->place);
    dgs_arena_free(p->arena);
}
