// The pairs of colours that have to have contrast, kept so that another palette can be held against them at once.
#include <math.h>

#include "check/rules.h"
#include "profile/palette.h"

static bool same_pair(const dgs_pair *a, const dgs_pair *b)
{
    return dgs_color_same_role(a->ink, b->ink) && dgs_color_same_role(a->ground, b->ground) &&
           fabs(a->least - b->least) < 1e-6;
}

bool dgs_pairs_add(dgs_pairs *pairs, dgs_arena *arena, dgs_pair pair)
{
    for (size_t i = pairs->n; i-- > 0;) // most of a page is of the pair that came last
        if (same_pair(&pairs->pairs[i], &pair))
            return true;
    dgs_pair *to = DGS_PUSH(arena, pairs->pairs, pairs->n, pairs->cap);
    if (to != NULL)
        *to = pair;
    return to != NULL;
}

static double luminance(const double *of_role, dgs_color color)
{
    return color.role == DGS_ROLE_OWN ? dgs_color_luminance(color) : of_role[color.role];
}

bool dgs_check_pairs_hold(const dgs_pairs *pairs, const dgs_palette *palette)
{
    dgs_color colors[DGS_ROLES];
    double of_role[DGS_ROLES];
    if (pairs->refused || !dgs_palette_alike(&pairs->palette, palette))
        return false;
    dgs_palette_colors(palette, colors);
    for (int role = 0; role < DGS_ROLES; role++)
        of_role[role] = dgs_color_luminance(colors[role]);
    for (size_t i = 0; i < pairs->n; i++) {
        const dgs_pair *pair = &pairs->pairs[i];
        double ratio = dgs_contrast_of_light(luminance(of_role, pair->ink), luminance(of_role, pair->ground));
        if (ratio < pair->least)
            return false;
    }
    return true;
}
