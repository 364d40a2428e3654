// The profile: where it is, and what it says.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "profile/ini.h"
#include "profile/profile.h"

typedef struct reading {
    dgs_settings *settings;
    dgs_arena *arena;
    const char *file;
} reading;

// An empty value is one that nobody filled in.
static bool take(void *ctx, const char *key, const char *value, int line, dgs_err *err)
{
    const reading *r = ctx;
    dgs_setting setting;
    const char *near;
    if (!dgs_setting_find(key, &setting, &near))
        return dgs_fail(err, DGS_ERR_DATA, "%s:%d: there is no key '%.60s'%s%s: %s", r->file, line, key,
                        near == NULL ? "" : ", did you mean ", near == NULL ? "" : near,
                        near == NULL ? "dgs-pdf init writes a profile with all keys" : "correct that line");
    return value[0] == '\0' || dgs_setting_put(r->settings, setting, (dgs_value){value, r->file, line}, r->arena, err);
}

static const char *join(dgs_arena *arena, dgs_str folder, const char *name)
{
    dgs_buf path = {.arena = arena};
    dgs_buf_add(&path, folder.p, folder.n);
    if (folder.n > 0 && folder.p[folder.n - 1] != '/')
        dgs_buf_addc(&path, '/');
    dgs_buf_adds(&path, name);
    return path.failed ? NULL : path.p;
}

static bool place_logo(dgs_settings *settings, const char *file, dgs_arena *arena, dgs_err *err)
{
    dgs_value *logo = &settings->of[DGS_SETTING_LOGO];
    const char *slash = strrchr(file, '/');
    if (logo->text == NULL || logo->text[0] == '/' || slash == NULL)
        return true;
    logo->text = join(arena, (dgs_str){file, (size_t)(slash - file) + 1}, logo->text);
    return logo->text == NULL ? dgs_fail_memory(err) : true;
}

static bool read_profile(const char *file, dgs_arena *arena, dgs_settings *out, dgs_err *err)
{
    dgs_str text;
    reading r = {out, arena, file};
    return dgs_file_read_given(arena, "profile", file, DGS_INI_FILE_MAX, &text, err) &&
           dgs_ini_read(text, file, take, &r, err) && place_logo(out, file, arena, err);
}

// Looks for dgs-pdf/practice.ini in the folders of a list with colons between; relative ones do not count (XDG Base
// Directory Specification 0.8).
static const char *find_in(dgs_arena *arena, const char *folders, const char *under)
{
    while (folders != NULL && *folders != '\0') {
        dgs_str folder = {folders, strcspn(folders, ":")};
        const char *path = folders[0] == '/' ? join(arena, folder, under) : NULL;
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

static const char *find_profile(const dgs_job *job, dgs_arena *arena)
{
    const char *named = or_else(job->profile, or_else(getenv("DGS_PDF_PROFILE"), NULL));
    if (job->no_profile || named != NULL)
        return job->no_profile ? NULL : named;
    if (access(DGS_PROFILE_NAME, F_OK) == 0)
        return DGS_PROFILE_NAME;
    const char *home = or_else(getenv("XDG_CONFIG_HOME"), NULL);
    const char *found = home != NULL ? find_in(arena, home, "dgs-pdf/" DGS_PROFILE_NAME)
                                     : find_in(arena, getenv("HOME"), ".config/dgs-pdf/" DGS_PROFILE_NAME);
    return found != NULL ? found
                         : find_in(arena, or_else(getenv("XDG_CONFIG_DIRS"), "/etc/xdg"), "dgs-pdf/" DGS_PROFILE_NAME);
}

bool dgs_profile_settings(const dgs_job *job, dgs_arena *arena, dgs_settings *in_force, const char **file, dgs_err *err)
{
    *in_force = (dgs_settings){0};
    *file = find_profile(job, arena);
    if (*file != NULL && (!dgs_file_find(arena, *file, file, err) || !read_profile(*file, arena, in_force, err)))
        return false;
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        if (job->given.of[i].text != NULL)
            in_force->of[i] = job->given.of[i];
    dgs_value *logo = &in_force->of[DGS_SETTING_LOGO];
    return logo->text == NULL || dgs_file_find(arena, logo->text, &logo->text, err);
}

// ---- the client's data, which no message repeats ----

typedef struct client_reading {
    dgs_client *client;
    dgs_arena *arena;
    const char *file;
} client_reading;

static bool take_note(const client_reading *r, const char *copy, int line, dgs_err *err)
{
    if (r->client->nnotes == DGS_NOTES_MAX)
        return dgs_fail(err, DGS_ERR_DATA, "%s:%d: there are more than %d notes: put two into one", r->file, line,
                        DGS_NOTES_MAX);
    r->client->notes[r->client->nnotes++] = copy;
    return true;
}

static bool take_client(void *ctx, const char *key, const char *value, int line, dgs_err *err)
{
    const client_reading *r = ctx;
    const struct {
        const char *key;
        const char **to;
    } texts[] = {{"client", &r->client->name},
                 {"date", &r->client->date},
                 {"next_visit", &r->client->next_visit},
                 {"therapist", &r->client->therapist}};
    if (value[0] == '\0')
        return true;
    const char *copy = dgs_str_copy(r->arena, dgs_str_of(value));
    if (copy == NULL)
        return dgs_fail_memory(err);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(key, texts[i].key) == 0) {
            *texts[i].to = copy;
            return true;
        }
    if (strcmp(key, "note") == 0)
        return take_note(r, copy, line, err);
    if (strcmp(key, "focus") == 0)
        return dgs_cli_steps(value, &r->client->focus) ||
               dgs_fail(err, DGS_ERR_DATA, "%s:%d: focus takes the numbers of steps with commas between", r->file,
                        line);
    return dgs_fail(err, DGS_ERR_DATA,
                    "%s:%d: this key is not known: use client, date, next_visit, therapist, note and focus", r->file,
                    line);
}

bool dgs_profile_read_client(dgs_str text, const char *file, dgs_arena *arena, dgs_client *client, dgs_err *err)
{
    client_reading r = {client, arena, file};
    return dgs_ini_read(text, file, take_client, &r, err);
}
