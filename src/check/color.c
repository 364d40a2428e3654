// Tells a practice where its colours are not printed as it gave them.
#include <strings.h>

#include "check/check.h"
#include "profile/palette.h"

static bool tell(const dgs_color_change *change, dgs_report *report, dgs_err *err)
{
    static const struct {
        const char *what, *why, *instead;
    } words[] = {
        [DGS_COLOR_HEADINGS] = {"colour", "is too light for text", "headings are set in"},
        [DGS_COLOR_ICONS] = {"accent", "is too light for icons", "they are drawn in"},
        [DGS_COLOR_NEAR_ALERT] = {"colour", "is near the red of the emergency box",
                                  "the booking box and the heads of tables are"},
        [DGS_COLOR_FIELDS] = {"colour", "is hard to see on paper or under words",
                              "the booking box and the heads of tables are"},
    };
    dgs_color a = change->typed, b = change->used;
    return dgs_report_note(report, err, DGS_NOTE_TINT, "the %s #%02x%02x%02x %s: %s #%02x%02x%02x",
                           words[change->use].what, a.r, a.g, a.b, words[change->use].why, words[change->use].instead,
                           b.r, b.g, b.b);
}

// A theme that a color of the practice's own puts out of force.
static bool tell_theme(const dgs_profile *profile, dgs_report *report, dgs_err *err)
{
    const dgs_fact *theme = &profile->of[DGS_SETTING_THEME], *color = &profile->of[DGS_SETTING_COLOR];
    if (theme->text == NULL || color->text == NULL)
        return true;
    dgs_settings alone = {.of = {[DGS_SETTING_THEME].text = theme->text}};
    if (strcasecmp(dgs_setting_otherwise(&alone, DGS_SETTING_COLOR), color->text) == 0)
        return true;
    return dgs_report_note(report, err, DGS_NOTE_NOTICE,
                           "the colour %s is used, and not those of the theme %s: leave one of the two out",
                           color->text, dgs_theme_keywords[theme->value].word);
}

bool dgs_check_colors(const dgs_profile *profile, dgs_report *report, dgs_err *err)
{
    dgs_color_change changes[DGS_COLOR_CHANGES];
    size_t n = dgs_palette_changes(profile, changes);
    for (size_t i = 0; i < n; i++)
        if (!tell(&changes[i], report, err))
            return false;
    return tell_theme(profile, report, err);
}
