#include "cli/setting.h"

#include <string.h>

#include "base/form.h"
#include "cli/options.h"

// What the table of options does not say of a setting.
static const struct {
    const char *key, *example, *otherwise;
    size_t lines;
    const dgs_keyword *keywords;
} MORE[DGS_SETTINGS] = {
    [DGS_SETTING_NAME] = {"name", "Willow Creek Massage", NULL, 0, NULL},
    [DGS_SETTING_TAGLINE] = {"tagline", "Hands that listen", NULL, 0, NULL},
    [DGS_SETTING_THERAPIST] = {"therapist", "Ana Perez, LMT", NULL, 0, NULL},
    [DGS_SETTING_LICENSE] = {"license", "MT 12345", NULL, 0, NULL},
    [DGS_SETTING_PHONE] = {"phone", "(503) 555-0142", NULL, 0, NULL},
    [DGS_SETTING_EMAIL] = {"email", "hello@willowcreek.example", NULL, 0, NULL},
    [DGS_SETTING_WEBSITE] = {"website", "willowcreek.example", NULL, 0, NULL},
    [DGS_SETTING_BOOKING_URL] = {"booking_url", "willowcreek.example/book", NULL, 0, NULL},
    [DGS_SETTING_ADDRESS] = {"address", "12 Mill Lane, Suite 4\nSpringfield, OR 97477", NULL, DGS_ADDRESS_LINES, NULL},
    [DGS_SETTING_HOURS] = {"hours", "Mon to Fri 9 to 5\nSat 10 to 2", NULL, DGS_HOURS_LINES, NULL},
    [DGS_SETTING_LOGO] = {"logo", "logo.png", NULL, 0, NULL},
    [DGS_SETTING_LOGO_ALT] = {"logo_alt", "A willow tree beside a creek", NULL, 0, NULL},
    [DGS_SETTING_COLOR] = {"color", "#0b5f5a", "#0b5f5a", 0, NULL},
    [DGS_SETTING_ACCENT] = {"accent", "#b5542b", NULL, 0, NULL},
    [DGS_SETTING_REGION] = {"region", "US", "US", 0, NULL},
    [DGS_SETTING_PAPER] = {"paper", "letter", "letter", 0, dgs_paper_keywords},
    [DGS_SETTING_PARTS] = {"parts", "guide, article, worksheet", "guide, article, worksheet", 0, dgs_part_keywords},
    [DGS_SETTING_FOOTER_NOTE] = {"footer_note", "Please cancel 24 hours ahead.", NULL, 0, NULL},
};

static const dgs_option *option_of(dgs_setting setting)
{
    size_t i = 0;
    while (dgs_options[i].set != dgs_option_setting || dgs_options[i].value != setting)
        i++;
    return &dgs_options[i];
}

dgs_setting_about dgs_setting_describe(dgs_setting setting)
{
    const dgs_option *o = option_of(setting);
    return (dgs_setting_about){MORE[setting].key,      o->name, o->help, MORE[setting].example, MORE[setting].lines,
                               MORE[setting].otherwise};
}

bool dgs_setting_find(const char *key, dgs_setting *out, const char **near)
{
    const char *keys[DGS_SETTINGS + 1] = {NULL};
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        keys[i] = MORE[i].key;
        if (strcmp(key, keys[i]) != 0)
            continue;
        *out = (dgs_setting)i;
        return true;
    }
    *near = dgs_str_nearest(key, keys);
    return false;
}

const char *dgs_setting_name(dgs_setting setting, const dgs_value *value, dgs_arena *arena)
{
    dgs_buf name = {.arena = arena};
    if (value->file == NULL)
        dgs_buf_addf(&name, "--%s", option_of(setting)->name);
    else
        dgs_buf_addf(&name, "%s:%d: %s", value->file, value->line, MORE[setting].key);
    return name.failed ? NULL : name.p;
}

dgs_err_kind dgs_setting_fault(const dgs_value *value)
{
    return value->file == NULL ? DGS_ERR_USAGE : DGS_ERR_DATA;
}

static bool fail(dgs_setting setting, const dgs_value *value, dgs_arena *arena, dgs_err *err, const char *sentence)
{
    const char *name = dgs_setting_name(setting, value, arena);
    return name == NULL ? dgs_fail_memory(err) : dgs_fail(err, dgs_setting_fault(value), "%s %s", name, sentence);
}

static bool add_lines(dgs_setting setting, dgs_value *to, const dgs_value *value, dgs_arena *arena, dgs_err *err)
{
    dgs_buf all = {.arena = arena};
    size_t lines = 1;
    if (to->text != NULL)
        dgs_buf_addf(&all, "%s\n", to->text);
    for (const char *s = value->text; *s != '\0'; s++) {
        bool typed = s[0] == '\\' && s[1] == 'n';
        dgs_buf_addc(&all, typed ? '\n' : *s);
        s += typed;
    }
    dgs_buf_adds(&all, "");
    if (all.failed)
        return dgs_fail_memory(err);
    for (const char *s = all.p; *s != '\0'; s++)
        lines += *s == '\n';
    if (lines > MORE[setting].lines) {
        const char *name = dgs_setting_name(setting, value, arena);
        return name == NULL ? dgs_fail_memory(err)
                            : dgs_fail(err, dgs_setting_fault(value),
                                       "%s has more than %zu lines: put some on one line", name, MORE[setting].lines);
    }
    *to = (dgs_value){all.p, value->file, to->text == NULL ? value->line : to->line};
    return true;
}

bool dgs_setting_put(dgs_settings *settings, dgs_setting setting, dgs_value value, dgs_arena *arena, dgs_err *err)
{
    dgs_value *to = &settings->of[setting];
    dgs_str text = dgs_str_of(value.text);
    if (setting != DGS_SETTING_LOGO && !dgs_form_compose(arena, &text)) // a file has the name that it has
        return dgs_fail_memory(err);
    value.text = text.p;
    if (MORE[setting].lines > 0)
        return add_lines(setting, to, &value, arena, err);
    if (to->text != NULL && value.file != NULL)
        return fail(setting, &value, arena, err, "is given twice: keep one of the lines");
    value.text = dgs_str_copy(arena, text);
    if (value.text == NULL)
        return dgs_fail_memory(err);
    *to = value;
    return true;
}

bool dgs_setting_keywords(dgs_setting setting, const dgs_value *value, dgs_arena *arena, unsigned *out, dgs_err *err)
{
    const char *name = dgs_setting_name(setting, value, arena);
    return name == NULL ? dgs_fail_memory(err)
                        : dgs_keywords_read(MORE[setting].keywords, name, value->text, setting == DGS_SETTING_PARTS,
                                            arena, dgs_setting_fault(value), out, err);
}
