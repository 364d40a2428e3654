// For O_PATH, which POSIX has not.
#define _GNU_SOURCE
#include "sandbox/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "convert/convert.h"
#include "host/late.h"
#include "host/say.h"
#include "sandbox/beneath.h"
#include "sandbox/enter.h"

// The folder of a path, in `folder`; "." where it names none.
static const char *folder_of(const char *path, char folder[PATH_MAX])
{
    dgs_str in = dgs_path_folder(path);
    (void)snprintf(folder, PATH_MAX, "%.*s", in.n == 0 ? 1 : (int)in.n, in.n == 0 ? "." : in.p);
    return folder;
}

// What has to be writable so that the place can get a new file or folder, open in *held: a folder itself; a device or
// pipe itself; else the folder that the place is in. 0 where there is nothing to write, and where saving will tell what
// is wrong with the name; false only where descriptors or memory end.
static bool hold(const dgs_place *place, int *held, dgs_err *err)
{
    struct stat st;
    *held = 0;
    if (place->folder < 0)
        return true;
    bool itself = dgs_place_stat(place, &st) && !S_ISREG(st.st_mode) && !S_ISLNK(st.st_mode);
    int fd = itself ? dgs_place_open(place, O_PATH) : openat(place->folder, ".", O_PATH | O_CLOEXEC);
    if (fd < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOMEM))
        return dgs_fail(err, DGS_ERR_TEMPORARY, "too many files are open (%s): close other programs and try again",
                        strerror(errno));
    *held = fd < 0 ? 0 : fd;
    return true;
}

static void leave(int held)
{
    if (held > 0)
        (void)close(held); // only named
}

// "-" is standard output, which is open.
static void find_output(const char *output, dgs_place *out)
{
    *out = (dgs_place){.folder = -1};
    if (output != NULL && strcmp(output, "-") != 0)
        dgs_place_find(AT_FDCWD, output, out);
}

static void tell_what_lacks(const dgs_bounds *bounds)
{
    if (bounds->quiet)
        return;
    if (bounds->off || !dgs_cell_seccomp())
        dgs_say(stderr, "dgs-pdf: there is no sandbox (%s): an error in reading pictures or text could do harm",
                bounds->off ? "--no-sandbox" : "this system has no seccomp");
    else if (dgs_cell_landlock() == 0)
        dgs_say(
            stderr,
            "dgs-pdf: Landlock is not available: an error in reading pictures or text could reach all of your files");
}

bool dgs_sandbox_begin(const dgs_bounds *bounds, dgs_place *place, dgs_err *err)
{
    int held;
    find_output(bounds->output, place);
    if ((bounds->personal && !dgs_cell_hide_memory(err)) || !hold(place, &held, err))
        return false;
    const dgs_access allowed[] = {{.rights = DGS_ACCESS_WRITE, .held = held},
                                  // where the helper's streams lead
                                  {.path = "/dev/null", .rights = DGS_ACCESS_WRITE}};
    tell_what_lacks(bounds);
    bool ok = bounds->off || bounds->talks || dgs_cell_enter(DGS_CELL_WARY, allowed, 2, err);
    leave(held);
    return ok;
}

// Programs, their libraries, fonts and settings, as they are found on a machine; nothing that users keep.
static bool confine_helper(const char *program)
{
    char folder[PATH_MAX];
    dgs_err err = {0};
    const unsigned use = DGS_ACCESS_READ | DGS_ACCESS_RUN;
    const dgs_access allowed[] = {{.path = "/usr", .rights = use},
                                  {.path = "/lib", .rights = use},
                                  {.path = "/lib64", .rights = use},
                                  {.path = "/bin", .rights = use},
                                  {.path = "/opt", .rights = use},
                                  {.path = folder_of(program, folder), .rights = use},
                                  {.path = "/etc", .rights = DGS_ACCESS_READ},
                                  {.path = "/var/cache/fontconfig", .rights = DGS_ACCESS_READ},
                                  {.path = "/dev/null", .rights = DGS_ACCESS_READ | DGS_ACCESS_WRITE},
                                  {.path = "/dev/urandom", .rights = DGS_ACCESS_READ}};
    return dgs_cell_enter(DGS_CELL_HELPER, allowed, sizeof allowed / sizeof *allowed, &err);
}

// What pictures may need can be loaded only now.
static bool load_late(bool pictures, dgs_err *err)
{
    return !pictures || dgs_late_open == NULL || dgs_late_open(err);
}

bool dgs_sandbox_compose(const dgs_bounds *bounds, const dgs_place *place, const char *logo, dgs_err *err)
{
    int held = 0;
    if (!load_late(logo != NULL || bounds->content_dir != NULL, err) ||
        (logo != NULL && dgs_convert_may_want(logo) && !dgs_convert_begin(confine_helper, err)) ||
        (place != NULL && !hold(place, &held, err)))
        return false;
    const dgs_access allowed[] = {{.path = logo, .rights = DGS_ACCESS_READ},
                                  {.path = bounds->content_dir, .rights = DGS_ACCESS_READ},
                                  {.rights = DGS_ACCESS_READ | DGS_ACCESS_WRITE, .held = held}};
    bool ok = bounds->off || dgs_cell_enter(DGS_CELL_COMPOSE, allowed, sizeof allowed / sizeof *allowed, err);
    leave(held);
    return ok;
}

// The output folder may have been made just now; until then the one that holds it could be written to.
static bool narrow(void *ctx, const dgs_folder *out, dgs_err *err)
{
    const dgs_access allowed[] = {{.rights = DGS_ACCESS_WRITE, .held = out->fd}};
    (void)ctx;
    return dgs_cell_enter(DGS_CELL_PARENT, allowed, 1, err);
}

// A worker reads what rows may name: logos in the list's folder and under it.
static bool enter_worker(void *ctx, const dgs_settings *defaults, const dgs_folder *out, dgs_err *err)
{
    const dgs_bounds *bounds = ctx;
    char folder[PATH_MAX];
    const dgs_access allowed[] = {
        {.path = folder_of(bounds->list, folder), .rights = DGS_ACCESS_READ},
        {.path = defaults->of[DGS_SETTING_LOGO].text, .rights = DGS_ACCESS_READ},
        {.path = bounds->content_dir, .rights = DGS_ACCESS_READ},
        {.rights = DGS_ACCESS_READ | DGS_ACCESS_WRITE, .held = out == NULL ? 0 : out->fd},
    };
    return dgs_cell_enter(DGS_CELL_COMPOSE, allowed, sizeof allowed / sizeof *allowed, err);
}

// What enter_worker() lets be read but for the output folder, by the program itself: there may be no Landlock.
static bool may_read(void *ctx, const dgs_settings *defaults, const char *path)
{
    const dgs_bounds *bounds = ctx;
    char folder[PATH_MAX];
    const char *logo = defaults->of[DGS_SETTING_LOGO].text;
    return dgs_beneath(folder_of(bounds->list, folder), path) || (logo != NULL && dgs_beneath(logo, path)) ||
           (bounds->content_dir != NULL && dgs_beneath(bounds->content_dir, path));
}

bool dgs_sandbox_rows(const dgs_bounds *bounds, const dgs_place *place, dgs_guard *guard, dgs_err *err)
{
    int held;
    *guard = (dgs_guard){0};
    if (!load_late(true, err) || !dgs_convert_begin(confine_helper, err) || !hold(place, &held, err))
        return false;
    const dgs_access allowed[] = {{.rights = DGS_ACCESS_WRITE, .held = held}};
    if (!bounds->off)
        *guard = (dgs_guard){(void *)bounds, bounds->output == NULL ? NULL : narrow, enter_worker, may_read};
    bool ok = bounds->off || dgs_cell_enter(DGS_CELL_PARENT, allowed, 1, err);
    leave(held);
    return ok;
}

static bool enter_composer(void *ctx, const dgs_settings *settings, const dgs_folder *out, dgs_err *err)
{
    (void)out; // the PDF goes through a pipe
    return dgs_sandbox_compose(ctx, NULL, settings->of[DGS_SETTING_LOGO].text, err);
}

dgs_guard dgs_sandbox_one(const dgs_bounds *bounds)
{
    return (dgs_guard){.ctx = (void *)bounds, .composer = enter_composer};
}

const char *dgs_sandbox_kinds(char text[DGS_SANDBOX_KINDS])
{
    int abi = dgs_cell_landlock();
    (void)snprintf(text, DGS_SANDBOX_KINDS, abi == 0 ? "%s, no Landlock" : "%s, Landlock %d",
                   dgs_cell_seccomp() ? "seccomp" : "no seccomp", abi);
    return text;
}
