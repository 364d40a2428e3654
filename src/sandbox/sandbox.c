#include "sandbox/sandbox.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/say.h"
#include "cli/cli.h"
#include "image/convert.h"
#include "image/logo.h"
#include "sandbox/enter.h"
#include "save/save.h"

// The folder of a path, in `folder`; "." where it names none.
static const char *folder_of(const char *path, char folder[PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    size_t n = slash == NULL ? 0 : (size_t)(slash - path);
    (void)snprintf(folder, PATH_MAX, "%.*s", n == 0 ? 1 : (int)n, slash == NULL ? "." : n == 0 ? "/" : path);
    return folder;
}

// What has to be writable so that `path` can become a new file or folder: a folder itself; a device or pipe itself;
// else the folder that the file lies in or is to lie in, links followed. *to is NULL where there is nothing to write,
// and where saving will tell what is wrong with the name; false only when memory ends.
static bool to_write(const char *path, char place[PATH_MAX], const char **to, dgs_err *err)
{
    struct stat st;
    *to = NULL;
    if (path == NULL || strcmp(path, "-") == 0)
        return true;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
        (void)snprintf(place, PATH_MAX, "%s", path);
        *to = place;
        return true;
    }
    char trimmed[PATH_MAX];
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    (void)snprintf(trimmed, sizeof trimmed, "%.*s", (int)n, path);
    char *target = dgs_save_target(trimmed);
    if (target == NULL)
        return errno != ENOMEM || dgs_fail_memory(err);
    *to = folder_of(target, place);
    free(target);
    return true;
}

static const char *output_of(const dgs_job *job)
{
    switch (job->command) {
    case DGS_COMMAND_MAKE:
        return job->dry_run || job->dump != DGS_DUMP_NONE ? NULL : job->out;
    case DGS_COMMAND_MANIFEST:
        return job->out;
    case DGS_COMMAND_BATCH:
        return job->dry_run ? NULL : job->batch.out_dir;
    case DGS_COMMAND_INIT:
        return job->content_dir != NULL ? job->content_dir : job->file != NULL ? job->file : ".";
    default:
        return NULL;
    }
}

// Printing goes over a connection; composing is then done in another process.
static bool talks(const dgs_job *job)
{
    return job->command == DGS_COMMAND_PRINT || job->command == DGS_COMMAND_PRINTERS;
}

bool dgs_sandbox_begin(const dgs_job *job, dgs_err *err)
{
    const char *output;
    char place[PATH_MAX];
    if (((job->client_stdin || dgs_client_any(&job->client)) && !dgs_cell_hide_memory(err)) ||
        !to_write(output_of(job), place, &output, err))
        return false;
    const dgs_access allowed[] = {{output, DGS_ACCESS_WRITE},
                                  {"/dev/null", DGS_ACCESS_WRITE}}; // where the helper's streams lead
    if (job->no_sandbox || !dgs_cell_seccomp()) {
        if (!job->quiet)
            dgs_say(stderr, "dgs-pdf: there is no sandbox (%s): a fault in reading pictures or texts could do harm",
                    job->no_sandbox ? "--no-sandbox" : "this system has no seccomp");
    }
    return job->no_sandbox || talks(job) || dgs_cell_enter(DGS_CELL_WARY, allowed, 2, err);
}

// Programs, their libraries, fonts and settings, as they are found on a machine; nothing that users keep.
static bool confine_helper(const char *program)
{
    char folder[PATH_MAX];
    dgs_err err = {0};
    const unsigned use = DGS_ACCESS_READ | DGS_ACCESS_RUN;
    const dgs_access allowed[] = {{"/usr", use},
                                  {"/lib", use},
                                  {"/lib64", use},
                                  {"/bin", use},
                                  {"/opt", use},
                                  {folder_of(program, folder), use},
                                  {"/etc", DGS_ACCESS_READ},
                                  {"/var/cache/fontconfig", DGS_ACCESS_READ},
                                  {"/dev/null", DGS_ACCESS_READ | DGS_ACCESS_WRITE},
                                  {"/dev/urandom", DGS_ACCESS_READ}};
    return dgs_cell_enter(DGS_CELL_HELPER, allowed, sizeof allowed / sizeof *allowed, &err);
}

bool dgs_sandbox_compose(const dgs_job *job, const char *logo, dgs_err *err)
{
    const char *output;
    char place[PATH_MAX];
    if ((logo != NULL && dgs_logo_may_be_svg(logo) && !dgs_convert_begin(confine_helper, err)) ||
        !to_write(output_of(job), place, &output, err))
        return false;
    const dgs_access allowed[] = {
        {logo, DGS_ACCESS_READ}, {job->content_dir, DGS_ACCESS_READ}, {output, DGS_ACCESS_READ | DGS_ACCESS_WRITE}};
    return job->no_sandbox || dgs_cell_enter(DGS_CELL_COMPOSE, allowed, sizeof allowed / sizeof *allowed, err);
}

// ---- a batch ----

// The output folder may have been made just now; until then the one that holds it could be written to.
static bool narrow(void *ctx, dgs_err *err)
{
    const dgs_job *job = ctx;
    const dgs_access allowed[] = {{job->batch.out_dir, DGS_ACCESS_WRITE}};
    return dgs_cell_enter(DGS_CELL_PARENT, allowed, 1, err);
}

// A worker reads what rows may name: logos in the list's folder and under it.
static bool enter_worker(void *ctx, const dgs_settings *defaults, bool writes, dgs_err *err)
{
    const dgs_job *job = ctx;
    char folder[PATH_MAX];
    const dgs_access allowed[] = {
        {folder_of(job->file, folder), DGS_ACCESS_READ},
        {defaults->of[DGS_SETTING_LOGO].text, DGS_ACCESS_READ},
        {job->content_dir, DGS_ACCESS_READ},
        {writes ? job->batch.out_dir : NULL, DGS_ACCESS_READ | DGS_ACCESS_WRITE},
    };
    return dgs_cell_enter(DGS_CELL_COMPOSE, allowed, sizeof allowed / sizeof *allowed, err);
}

bool dgs_sandbox_batch(const dgs_job *job, dgs_batch_guard *guard, dgs_err *err)
{
    const char *output;
    char place[PATH_MAX];
    *guard = (dgs_batch_guard){0};
    if (!dgs_convert_begin(confine_helper, err) || !to_write(output_of(job), place, &output, err))
        return false;
    if (job->no_sandbox)
        return true;
    const dgs_access allowed[] = {{output, DGS_ACCESS_WRITE}};
    *guard = (dgs_batch_guard){(void *)job, job->dry_run ? NULL : narrow, enter_worker};
    return dgs_cell_enter(DGS_CELL_PARENT, allowed, 1, err);
}

const char *dgs_sandbox_kinds(char text[DGS_SANDBOX_KINDS])
{
    int abi = dgs_cell_landlock();
    (void)snprintf(text, DGS_SANDBOX_KINDS, abi == 0 ? "%s, no Landlock" : "%s, Landlock %d",
                   dgs_cell_seccomp() ? "seccomp" : "no seccomp", abi);
    return text;
}
