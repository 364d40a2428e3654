// sRGB colors as light: luminance, contrast, and the gray of a color. Knows nothing of pages or pictures.
#ifndef DGS_BASE_COLOR_H
#define DGS_BASE_COLOR_H
#include <stdbool.h>

#include "base/geometry.h"

// The places of a handout's palette whose colors a practice changes: a page that is painted by them is the same for
// every practice. First those that its color makes, then those that its second accent makes, then the one that both
// make, then those of drawings, which both make, too.
typedef enum dgs_role {
    DGS_ROLE_OWN,
    DGS_ROLE_INK,
    DGS_ROLE_QUIET,
    DGS_ROLE_DARK,
    DGS_ROLE_BRAND,
    DGS_ROLE_LINE,
    DGS_ROLE_RULE,
    DGS_ROLE_TINT,
    DGS_ROLE_TINT_EDGE,
    DGS_ROLE_FIELD,
    DGS_ROLE_FIELD_EDGE,
    DGS_ROLE_FIELD_TEXT,
    DGS_ROLE_NUMERAL,
    DGS_ROLE_ICON,
    DGS_ROLE_BADGE,
    DGS_ROLE_BADGE_EDGE,
    DGS_ROLE_BADGE_TEXT,
    DGS_ROLE_ACCENT,
    DGS_ROLE_ART_INK,
    DGS_ROLE_ART_CLOTH,
    DGS_ROLE_ART_DARK,
    DGS_ROLE_ART_GROUND,
    DGS_ROLE_ART_OBJECT,
    DGS_ROLES // one more than the last
} dgs_role;

bool dgs_color_same(dgs_color a, dgs_color b);      // to the eye: whatever their roles
bool dgs_color_same_role(dgs_color a, dgs_color b); // of one role; of none: to the eye
bool dgs_color_is_gray(dgs_color color);

// A channel as linear light, 0 to 1, and back, rounded and held to the range (IEC 61966-2-1:1999).
double dgs_color_linear(uint8_t channel);
uint8_t dgs_color_channel(double linear);

// Relative luminance, 0 to 1 (WCAG 2.1): 0.2126 R + 0.7152 G + 0.0722 B of linear light, as ITU-R BT.709 weighs them.
double dgs_color_luminance(dgs_color color);

// The contrast ratio of two colors, 1 to 21 (WCAG 2.1, "contrast ratio").
double dgs_contrast(dgs_color a, dgs_color b);
double dgs_contrast_of_light(double a, double b); // of two luminances

// The gray of the same luminance, of no role, so that colors keep the contrast they have to each other.
dgs_color dgs_color_gray(dgs_color color);
#endif
