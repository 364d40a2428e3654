// Tells a practice where its colours are not printed as it gave them.
#include "check/check.h"
#include "profile/palette.h"

static bool tell(const dgs_color_change *change, dgs_report *report, dgs_err *err)
{
    static const struct {
        const char *what, *why, *instead;
    } words[] = {
        [DGS_COLOR_HEADINGS] = {"color", "is too light for text", "headings are set in"},
        [DGS_COLOR_ICONS] = {"accent", "is too light for icons", "they are drawn in"},
        [DGS_COLOR_NEAR_ALERT] = {"color", "is near the red of the emergency box",
                                  "the booking box and the heads of tables are"},
        [DGS_COLOR_FIELDS] = {"color", "is hard to see on paper or under words",
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
    const char *theme = dgs_palette_idle_theme(profile);
    return theme == NULL ||
           dgs_report_note(report, err, DGS_NOTE_NOTICE,
                           "the color %s is used instead of those of the theme %s: remove one of the two",
                           profile->of[DGS_SETTING_COLOR].text, theme);
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
