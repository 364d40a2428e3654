// The profile: where it is.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "command/inner.h"
#include "host/file.h"
#include "host/named.h"
#include "profile/profile.h"

// A profile that was looked for, and not named, may have been put there by another user: nothing of it is waited for.
static bool read_profile(const char *file, bool named, dgs_arena *arena, dgs_settings *settings, dgs_err *err)
{
    dgs_str text = {0};
    return (named ? dgs_file_read_given : dgs_file_read)(arena, "profile", file, DGS_INI_FILE_MAX, &text, err) &&
           dgs_profile_read(text, file, arena, settings, err);
}

// Looks for dgs-pdf/practice.ini in the folders of a list with colons between; relative ones do not count (XDG Base
// Directory Specification 0.8).
static const char *find_in(dgs_arena *arena, const char *folders, const char *under)
{
    while (folders != NULL && *folders != '\0') {
        dgs_str folder = {folders, strcspn(folders, ":")};
        const char *path = folders[0] == '/' ? dgs_path_join(arena, folder, under) : NULL;
        if (path != NULL && access(path, F_OK) == 0)
            return path;
        folders += folder.n + (folders[folder.n] == ':');
    }
    return NULL;
}

static const char *or_else(const char *value, const char *otherwise)
{
    return value == NULL || value[0] == '\0' ? otherwise : value;
}

static const char *look_for_profile(dgs_arena *arena)
{
    if (access(DGS_PROFILE_NAME, F_OK) == 0)
        return DGS_PROFILE_NAME;
    const char *home = or_else(getenv("XDG_CONFIG_HOME"), NULL);
    const char *found = home != NULL ? find_in(arena, home, "dgs-pdf/" DGS_PROFILE_NAME)
                                     : find_in(arena, getenv("HOME"), ".config/dgs-pdf/" DGS_PROFILE_NAME);
    return found != NULL ? found
                         : find_in(arena, or_else(getenv("XDG_CONFIG_DIRS"), "/etc/xdg"), "dgs-pdf/" DGS_PROFILE_NAME);
}

bool dgs_command_profile_settings(const char *named, bool search, dgs_arena *arena, dgs_settings *settings,
                                  const char **file, dgs_err *err)
{
    named = or_else(named, search ? or_else(getenv("DGS_PDF_PROFILE"), NULL) : NULL);
    *file = named != NULL ? named : search ? look_for_profile(arena) : NULL;
    if (*file != NULL &&
        (!dgs_named_input(arena, "profile", *file, file, err) || !dgs_named_hint(arena, "profile", *file, err) ||
         !read_profile(*file, named != NULL, arena, settings, err)))
        return false;
    dgs_value *logo = &settings->of[DGS_SETTING_LOGO], *fonts = &settings->of[DGS_SETTING_FONTS];
    if (fonts->text != NULL && (!dgs_named_input(arena, "fonts", fonts->text, &fonts->text, err) ||
                                !dgs_named_hint(arena, "fonts", fonts->text, err)))
        return false;
    return logo->text == NULL || (dgs_named_input(arena, "logo", logo->text, &logo->text, err) &&
                                  dgs_named_hint(arena, "logo", logo->text, err));
}
