// One color, or two -> the colors of a handout that read well. Knows nothing of pages.
#ifndef DGS_PROFILE_PALETTE_H
#define DGS_PROFILE_PALETTE_H
#include "profile/profile.h"

// The palette of the practice's color and, where it has one, its second accent, which then colors the icons, the
// bullets and the numbers of the steps; NULL: all is of the one color. Every promise of dgs_palette holds for every
// color.
//
// Colors are kept as they are where they read well, else darkened in OKLCH, which keeps the hue. A field keeps the
// practice's own color, under white words (4.5:1) or nearly black ones (5.5:1, since dark words on a color of middle
// lightness are hard on the eyes); between the two it is darkened for white words. A pale color that could not be
// told from paper is darkened until it can; a vivid one, such as yellow, gets an outline instead. One near the alert's
// red has a pale field. White prints as charcoal.
//
// DGS_INK_GRAY: every color is a gray, that of the same luminance where it may stay; no two kinds of ground are alike.
// DGS_INK_SAVER: no ground is filled but the accent, each is outlined; words and lines are as
// light as their contrast allows.
//
// Each color that the practice's can change has a role of its own, but for the words of tint, alert tile and accent
// and the accent's outline, which are the ink, and the words of a numeral, which are the brand; the others are the same
// in every palette of that ink, and have none.
dgs_palette dgs_palette_of(dgs_color brand, const dgs_color *second, dgs_ink ink);

// The palette's colors by role; that of DGS_ROLE_OWN means nothing.
void dgs_palette_colors(const dgs_palette *palette, dgs_color out[DGS_ROLES]);

// Whether the two differ in their colors only: of one ink, with the same grounds filled and outlined. Layout looks at
// nothing else, so pages laid out with the one are those of the other but for the colors of the roles.
bool dgs_palette_alike(const dgs_palette *a, const dgs_palette *b);

typedef enum dgs_color_use {
    DGS_COLOR_HEADINGS,
    DGS_COLOR_ICONS,
    DGS_COLOR_FIELDS,
    DGS_COLOR_NEAR_ALERT // fields are pale, since a full one would look like the alarm
} dgs_color_use;

typedef struct dgs_color_change {
    dgs_color_use use;
    dgs_color typed, used;
} dgs_color_change;

enum { DGS_COLOR_CHANGES = 3 };

// Where a color that the practice gave is not what is printed, since it would not be read or seen, or would be taken
// for the alarm; returns how many. A change of letters that no eye sees does not count. None where ink is saved or
// gray: there no color is as it was given.
size_t dgs_palette_changes(const dgs_profile *profile, dgs_color_change out[DGS_COLOR_CHANGES]);

// The theme that the practice names and a color of its own puts out of force; NULL where there is none, or where the
// color is the theme's.
const char *dgs_palette_idle_theme(const dgs_profile *profile);
#endif
