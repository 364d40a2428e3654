#include "base/path.h"

#include <ctype.h>
#include <string.h>

const char *dgs_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

dgs_str dgs_path_folder(const char *path)
{
    size_t n = (size_t)(dgs_path_name(path) - path);
    return (dgs_str){path, n > 1 ? n - 1 : n};
}

char *dgs_path_join(dgs_arena *arena, dgs_str folder, const char *name)
{
    dgs_buf path = {.arena = arena};
    dgs_buf_add(&path, folder.p, folder.n);
    if (folder.n > 0 && folder.p[folder.n - 1] != '/')
        dgs_buf_addc(&path, '/');
    dgs_buf_adds(&path, name);
    return path.failed ? NULL : path.p;
}

// An absolute path, an address, one from the home folder or of a Windows machine.
static bool is_whole(const char *name)
{
    bool drive = isalpha((unsigned char)name[0]) && name[1] == ':' && (name[2] == '\\' || name[2] == '/');
    return name[0] == '/' || strncmp(name, "~/", 2) == 0 || strncmp(name, "\\\\", 2) == 0 || drive ||
           strstr(name, "://") != NULL;
}

const char *dgs_path_beside(dgs_arena *arena, const char *file, const char *name)
{
    return dgs_path_join(arena, is_whole(name) ? (dgs_str){"", 0} : dgs_path_folder(file), name);
}
