#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "command/inner.h"
#include "content/content.h"
#include "content/package.h"
#include "host/say.h"
#include "profile/profile.h"
#include "save/many.h"
#include "save/save.h"

static bool keep_old(const char *path, bool force, dgs_err *err)
{
    if (force || access(path, F_OK) != 0)
        return true;
    return dgs_fail(err, DGS_ERR_CANTCREATE, "%s already exists: name another file, or replace it with --force", path);
}

static bool save_all(dgs_process *p, const dgs_content_file *files, const char *const *paths, size_t n, dgs_err *err)
{
    dgs_folder folder;
    bool ok = dgs_save_folder(&p->place, p->job.content_dir, &folder, err);
    for (size_t i = 0; ok && i < n; i++) {
        dgs_place place;
        dgs_place_find(folder.fd, files[i].name, &place);
        ok = dgs_save_at(&place, paths[i], files[i].bytes, err);
        dgs_place_leave(&place);
    }
    dgs_save_folder_leave(&folder);
    return ok;
}

// A copy of the built-in content to edit. Nothing is written where any of its files is there already.
bool dgs_command_init_content(dgs_process *p, dgs_err *err)
{
    const dgs_content_file *files;
    const char *dir = p->job.content_dir;
    size_t n;
    const dgs_package *package;
    if (!dgs_package_find(p->job.handout, NULL, p->arena, &package, err) ||
        !dgs_content_export(package, p->arena, &files, &n, err))
        return false;
    const char **paths = dgs_arena_array(p->arena, n, sizeof *paths);
    for (size_t i = 0; paths != NULL && i < n; i++) {
        paths[i] = dgs_path_join(p->arena, dgs_str_of(dir), files[i].name);
        if (paths[i] == NULL || !keep_old(paths[i], p->job.force, err))
            return paths[i] == NULL ? dgs_fail_memory(err) : false;
    }
    if (paths == NULL)
        return dgs_fail_memory(err);
    if (!save_all(p, files, paths, n, err))
        return false;
    if (!p->job.quiet)
        dgs_say(stderr, "%s: edit the text with any text editor, then run: dgs-pdf --out handout.pdf --content %s", dir,
                dir);
    return true;
}

bool dgs_command_init(dgs_process *p, dgs_err *err)
{
    if (p->job.content_dir != NULL)
        return dgs_command_init_content(p, err);
    dgs_str text;
    const char *path = p->job.file == NULL ? DGS_PROFILE_NAME : p->job.file;
    if (!keep_old(path, p->job.force, err) || !dgs_profile_template(&p->job.given, p->arena, &text, err) ||
        !dgs_save_at(&p->place, path, text, err))
        return false;
    bool found = strcmp(dgs_path_name(path), DGS_PROFILE_NAME) == 0; // by a command that does not name it
    if (!p->job.quiet)
        dgs_say(stderr, "%s: fill it in with any text editor, then run: dgs-pdf %s%s%s--out handout.pdf", path,
                found ? "" : "--profile ", found ? "" : path, found ? "" : " ");
    return true;
}
