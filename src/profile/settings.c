// What a profile says.
#include "base/path.h"
#include "order/ini.h"
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

static bool place_file(dgs_value *named, const char *file, dgs_arena *arena, dgs_err *err)
{
    if (named->text == NULL)
        return true;
    named->text = dgs_path_beside(arena, file, named->text);
    return named->text == NULL ? dgs_fail_memory(err) : true;
}

bool dgs_profile_read(dgs_str text, const char *file, dgs_arena *arena, dgs_settings *settings, dgs_err *err)
{
    dgs_settings read = {0};
    reading r = {&read, arena, file};
    if (!dgs_ini_read(text, file, take, &r, err) || !place_file(&read.of[DGS_SETTING_LOGO], file, arena, err) ||
        !place_file(&read.of[DGS_SETTING_FONTS], file, arena, err))
        return false;
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        if (settings->of[i].text == NULL)
            settings->of[i] = read.of[i];
    return true;
}
