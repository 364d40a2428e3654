#include "host/folder.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/path.h"
#include "host/file.h"

static bool is_folder(const char *folder, dgs_err *err)
{
    struct stat st;
    if (folder[0] == '\0' || stat(folder, &st) != 0)
        return dgs_fail(err, DGS_ERR_NOINPUT, "%s: cannot open the content folder (%s): check the name", folder,
                        folder[0] == '\0' ? "its name is empty" : strerror(errno));
    return S_ISDIR(st.st_mode) ||
           dgs_fail(err, DGS_ERR_NOINPUT, "%s: is not a folder: name the folder with the text", folder);
}

// A file that is there but cannot be looked at counts as there, so that opening it gives the reason.
static bool find(void *ctx, dgs_arena *arena, const char *name, const char **path, dgs_err *err)
{
    const char *folder = ctx;
    struct stat st;
    if (!is_folder(folder, err))
        return false;
    *path = dgs_path_join(arena, dgs_str_of(folder), name);
    if (*path == NULL)
        return dgs_fail_memory(err);
    if (!dgs_file_find(arena, *path, path, err))
        return false;
    if (stat(*path, &st) != 0 && (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG))
        *path = NULL;
    return true;
}

static bool find_path(void *ctx, dgs_arena *arena, const char *name, const char **path, dgs_err *err)
{
    (void)ctx;
    return dgs_file_find(arena, name, path, err);
}

static bool read_at(void *ctx, dgs_arena *arena, const dgs_file_wanted *wanted, dgs_str *out, dgs_err *err)
{
    (void)ctx;
    return dgs_file_read(arena, wanted->what, wanted->path, wanted->most, out, err);
}

static bool read_given(void *ctx, dgs_arena *arena, const dgs_file_wanted *wanted, dgs_str *out, dgs_err *err)
{
    (void)ctx;
    return dgs_file_read_given(arena, wanted->what, wanted->path, wanted->most, out, err);
}

static bool identify(void *ctx, const char *path, dgs_file_identity *out)
{
    (void)ctx;
    return dgs_file_identity_at(path, out);
}

dgs_files dgs_folder_files(const char *folder)
{
    return (dgs_files){(void *)folder, folder, find, read_at, identify};
}

const dgs_files dgs_files_at = {NULL, "", find_path, read_at, identify};
const dgs_files dgs_files_given = {NULL, "", find_path, read_given, identify};
