#include "profile/palette.h"

#include <math.h>

// Colours are changed in OKLCH, where lightness, chroma and hue are what eyes take them for, so that a darker brand
// colour is still that colour. OKLab: Bjorn Ottosson, "A perceptual color space for image processing", 2020, with its
// matrices; LCH are its polar coordinates.

typedef struct oklch {
    double l, c;     // lightness 0-1, chroma
    double cos, sin; // of the hue
} oklch;

typedef struct linear { // linear-light sRGB
    double r, g, b;
} linear;

static const dgs_color WHITE = {255, 255, 255};

// What WCAG 2.1 asks: 1.4.6, 1.4.3, 1.4.11. Dark words on a colour of middle lightness need more than white ones.
static const double text_least = 7, field_least = 4.5, dark_on_field_least = 5.5, graphic_least = 3;
static const double edge_least = 1.3; // a ground that can be told from paper without an outline

// No hue: multiplied by the chroma 0.
static const double NO_COS = 1, NO_SIN = 0;

static oklch to_oklch(dgs_color color)
{
    double r = dgs_color_linear(color.r), g = dgs_color_linear(color.g), b = dgs_color_linear(color.b);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    double hue = atan2(bb, a);
    return (oklch){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, hypot(a, bb), cos(hue), sin(hue)};
}

static linear oklch_linear(oklch color)
{
    double a = color.c * color.cos, b = color.c * color.sin;
    double l = color.l + 0.3963377774 * a + 0.2158037573 * b;
    double m = color.l - 0.1055613458 * a - 0.0638541728 * b;
    double s = color.l - 0.0894841775 * a - 1.2914855480 * b;
    l = l * l * l, m = m * m * m, s = s * s * s;
    return (linear){4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

static bool in_gamut(linear c)
{
    const double slack = 1e-4;
    return c.r > -slack && c.g > -slack && c.b > -slack && c.r < 1 + slack && c.g < 1 + slack && c.b < 1 + slack;
}

// Takes chroma away until sRGB has the colour.
static linear fit_gamut(oklch *color)
{
    linear rgb = oklch_linear(*color);
    for (int step = 0; step < 100 && !in_gamut(rgb); step++) {
        color->c *= 0.96;
        rgb = oklch_linear(*color);
    }
    return rgb;
}

// What has no chroma becomes a grey to the bit.
static dgs_color quantised(oklch color, linear rgb)
{
    uint8_t g = dgs_color_channel(rgb.g);
    return color.c < 1e-4 ? (dgs_color){g, g, g} : (dgs_color){dgs_color_channel(rgb.r), g, dgs_color_channel(rgb.b)};
}

// The sRGB colour of this lightness and hue with as much of the chroma as sRGB has there.
static dgs_color from_oklch(oklch color)
{
    linear rgb = fit_gamut(&color);
    return quantised(color, rgb);
}

// What the luminance is at least when chroma is taken away to fit sRGB: it is a sum of three cubes, whose roots lie
// between lightness alone and lightness with all the chroma (the matrices of oklch_linear(), weighed as luminance is).
static double least_luminance(oklch color)
{
    double a = color.c * color.cos, b = color.c * color.sin;
    double l = color.l + fmax(0, 0.3963377774 * a + 0.2158037573 * b);
    double m = color.l - fmax(0, 0.1055613458 * a + 0.0638541728 * b);
    double s = color.l - fmin(0, 0.0894841775 * a + 1.2914855480 * b);
    return 1.1124 * m * m * m - 0.0408 * l * l * l - 0.0718 * s * s * s;
}

// The first colour from this one down that has the contrast to a ground, which is lighter. To be quick, colours that
// are too light by more than what rounding to 8 bits changes (0.0045 at most, at white) are not looked at closely.
static dgs_color darken_from(oklch it, dgs_color ground, double contrast)
{
    const double rounding = 0.01;
    double most = (dgs_color_luminance(ground) + 0.05) / contrast - 0.05 + rounding;
    for (;; it.l = fmax(0, it.l - 0.004)) {
        if (it.l > 0 && least_luminance(it) > most)
            continue;
        oklch fitted = it;
        linear rgb = fit_gamut(&fitted);
        if (it.l > 0 && 0.2126 * rgb.r + 0.7152 * rgb.g + 0.0722 * rgb.b > most)
            continue;
        dgs_color color = quantised(fitted, rgb);
        if (it.l <= 0 || dgs_contrast(color, ground) >= contrast)
            return color;
    }
}

// The colour itself where it has the contrast to a ground, which is light; else darkened until it has.
static dgs_color darken(dgs_color color, dgs_color ground, double contrast)
{
    return dgs_contrast(color, ground) < contrast ? darken_from(to_oklch(color), ground, contrast) : color;
}

static bool has_hue(oklch color)
{
    return color.c >= 0.01;
}

// White paper cannot show white: it is taken for a wish for plainness.
static dgs_color printable(dgs_color color)
{
    oklch it = to_oklch(color);
    return !has_hue(it) && it.l > 0.93 ? from_oklch((oklch){0.33, 0, NO_COS, NO_SIN}) : color;
}

static dgs_color dark_of(oklch color)
{
    return from_oklch((oklch){0.2, fmin(color.c, 0.03), color.cos, color.sin});
}

// A field of the colour.
static dgs_ground field_of(dgs_color color)
{
    const double vivid = 0.1;
    oklch it = to_oklch(color);
    dgs_ground out = {.filled = true, .fill = color, .text = dark_of(it)};
    if (it.c < vivid)
        out.fill = darken(color, WHITE, edge_least);
    if (dgs_contrast(out.fill, out.text) < dark_on_field_least) {
        out.fill = darken(out.fill, WHITE, field_least);
        out.text = WHITE;
    }
    out.outlined = dgs_contrast(out.fill, WHITE) < edge_least;
    out.outline = darken(color, WHITE, graphic_least);
    return out;
}

static dgs_ground outlined(dgs_color line, dgs_color text)
{
    return (dgs_ground){.outlined = true, .outline = line, .text = text};
}

// A pale tint; paler where only that lets headings keep the practice's own colour.
static dgs_color tile_of(dgs_color brand)
{
    const double palest = 0.98;
    oklch it = to_oklch(brand);
    it.l = 0.965;
    it.c = fmin(it.c, 0.018);
    dgs_color tile = from_oklch(it);
    while (it.l < palest && dgs_contrast(brand, tile) < text_least && dgs_contrast(brand, WHITE) >= text_least) {
        it.l += 0.003;
        tile = from_oklch(it);
    }
    return tile;
}

// What draws the eye in drawings: of the second accent's hue, at a lightness and with the most chroma; without one
// the first of the plain ones, orange, or, where the practice's colour is within 40 degrees of that, the second, teal.
static dgs_color object_of(oklch brand, const oklch *second, double l, double chroma, const dgs_color plain[2])
{
    enum { WARM, COOL };
    const double warm_cos = 0.469, warm_sin = 0.883, near = 0.766;
    if (second != NULL && has_hue(*second))
        return from_oklch((oklch){l, fmin(second->c, chroma), second->cos, second->sin});
    bool is_warm = has_hue(brand) && brand.cos * warm_cos + brand.sin * warm_sin > near;
    return plain[is_warm ? COOL : WARM];
}

static dgs_color tone_of(oklch brand, double l, double chroma)
{
    return from_oklch((oklch){l, fmin(brand.c, chroma), brand.cos, brand.sin});
}

// Lightnesses that a grey printer keeps apart; that of cloth is the practice's own where it may be.
static dgs_art_palette art_in_color(oklch brand, const oklch *second, dgs_color ink)
{
    static const dgs_color plain[] = {{0xee, 0x97, 0x3f, 0}, {0x55, 0xc2, 0xbc, 0}}; // OKLCH .75, .145 and .1
    return (dgs_art_palette){.ink = ink,
                             .cloth = tone_of(brand, fmax(0.58, fmin(brand.l, 0.66)), 0.15),
                             .dark = tone_of(brand, 0.4, 0.1),
                             .ground = tone_of(brand, 0.925, 0.03),
                             .object = object_of(brand, second, 0.75, 0.145, plain)};
}

// Lighter areas, not lighter lines.
static dgs_art_palette art_in_outlines(oklch brand, const oklch *second, dgs_color ink)
{
    static const dgs_color plain[] = {{0xfa, 0xce, 0xa9, 0}, {0xa1, 0xe7, 0xe2, 0}}; // OKLCH .88, .07
    return (dgs_art_palette){.ink = ink,
                             .cloth = tone_of(brand, 0.97, 0.02),
                             .dark = tone_of(brand, 0.93, 0.03),
                             .ground = tone_of(brand, 0.97, 0.02),
                             .object = object_of(brand, second, 0.88, 0.07, plain)};
}

static dgs_palette in_color(dgs_color brand, dgs_color second)
{
    oklch it = to_oklch(brand), other = dgs_color_same(brand, second) ? it : to_oklch(second);
    dgs_color ink = from_oklch((oklch){0.22, fmin(it.c, 0.015), it.cos, it.sin});
    dgs_color tile = tile_of(brand);
    dgs_color quiet = darken(from_oklch((oklch){0.45, fmin(it.c, 0.02), it.cos, it.sin}), tile, text_least);
    const dgs_color alert_tile = {0xfd, 0xec, 0xea};
    return (dgs_palette){
        .ink = ink,
        .quiet = quiet,
        .line = quiet,
        .accent = darken(brand, tile, text_least),
        .icon = darken(second, tile, graphic_least),
        .rule = darken(from_oklch((oklch){0.86, fmin(it.c, 0.04), it.cos, it.sin}), WHITE, edge_least),
        .alert = {0x9b, 0x1c, 0x1c},
        .tile = {.filled = true, .fill = tile, .text = ink},
        .field = field_of(brand),
        .badge = field_of(second),
        .alert_tile = {.filled = true, .fill = alert_tile, .text = ink},
        .art = art_in_color(it, dgs_color_same(brand, second) ? NULL : &other, ink),
    };
}

static dgs_color gray_of_lightness(double l)
{
    return from_oklch((oklch){l, 0, NO_COS, NO_SIN});
}

static dgs_color at_most(dgs_color gray, double l)
{
    return gray_of_lightness(fmin(to_oklch(gray).l, l));
}

// A grey says less than a colour, so its steps are larger: paper, tile, alert tile, field, words.
static dgs_palette in_gray(dgs_color brand, dgs_color second)
{
    const double lightest_field = 0.8, lightest_heading = 0.33;
    brand = dgs_color_gray(brand);
    second = dgs_color_gray(second);
    dgs_palette out = in_color(brand, second);
    out.accent = at_most(out.accent, lightest_heading);
    out.alert = out.ink;
    out.tile.fill = gray_of_lightness(0.955);
    out.alert_tile.fill = gray_of_lightness(0.9);
    out.quiet = out.line = darken(out.quiet, out.alert_tile.fill, text_least);
    out.icon = darken(out.icon, out.tile.fill, graphic_least);
    out.field = field_of(at_most(brand, lightest_field));
    out.badge = field_of(at_most(second, lightest_field));
    out.art.object = dgs_color_gray(out.art.object);
    return out;
}

// As light as the contrast on white allows.
static dgs_color lightest(dgs_color color, double contrast)
{
    oklch it = to_oklch(color);
    it.l = 1;
    return darken_from(it, WHITE, contrast);
}

static dgs_palette in_outlines(dgs_color brand, dgs_color second)
{
    dgs_palette out = in_color(brand, second);
    out.ink = lightest(out.ink, text_least);
    out.quiet = lightest(out.quiet, text_least);
    out.accent = lightest(out.accent, text_least);
    out.icon = lightest(out.icon, graphic_least);
    out.line = lightest(out.line, graphic_least);
    out.tile = outlined(out.rule, out.ink);
    out.field = outlined(out.accent, out.ink);
    out.badge = outlined(out.icon, out.ink);
    out.badge.filled = true; // it stands on the corner of a tile, whose outline must not run through the number
    out.badge.fill = WHITE;
    out.alert_tile = outlined(out.alert, out.ink);
    oklch it = to_oklch(brand), other = to_oklch(second);
    out.art = art_in_outlines(it, dgs_color_same(brand, second) ? NULL : &other, out.ink);
    return out;
}

// Where the palette keeps the colour of each role. Words on a tile have the ink's.
static void places_of(dgs_palette *p, dgs_color *places[DGS_ROLES])
{
    dgs_color *const all[DGS_ROLES] = {
        [DGS_ROLE_INK] = &p->ink,
        [DGS_ROLE_QUIET] = &p->quiet,
        [DGS_ROLE_ACCENT] = &p->accent,
        [DGS_ROLE_LINE] = &p->line,
        [DGS_ROLE_RULE] = &p->rule,
        [DGS_ROLE_TILE] = &p->tile.fill,
        [DGS_ROLE_TILE_EDGE] = &p->tile.outline,
        [DGS_ROLE_FIELD] = &p->field.fill,
        [DGS_ROLE_FIELD_EDGE] = &p->field.outline,
        [DGS_ROLE_FIELD_TEXT] = &p->field.text,
        [DGS_ROLE_ICON] = &p->icon,
        [DGS_ROLE_BADGE] = &p->badge.fill,
        [DGS_ROLE_BADGE_EDGE] = &p->badge.outline,
        [DGS_ROLE_BADGE_TEXT] = &p->badge.text,
        [DGS_ROLE_ART_INK] = &p->art.ink,
        [DGS_ROLE_ART_CLOTH] = &p->art.cloth,
        [DGS_ROLE_ART_DARK] = &p->art.dark,
        [DGS_ROLE_ART_GROUND] = &p->art.ground,
        [DGS_ROLE_ART_OBJECT] = &p->art.object,
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        places[i] = all[i];
}

static void give_roles(dgs_palette *palette)
{
    dgs_color *places[DGS_ROLES];
    places_of(palette, places);
    for (int role = DGS_ROLE_OWN + 1; role < DGS_ROLES; role++)
        places[role]->role = (uint8_t)role;
    palette->tile.text = palette->alert_tile.text = palette->ink;
}

void dgs_palette_colors(const dgs_palette *palette, dgs_color out[DGS_ROLES])
{
    dgs_palette copy = *palette;
    dgs_color *places[DGS_ROLES];
    places_of(&copy, places);
    out[DGS_ROLE_OWN] = (dgs_color){0};
    for (int role = DGS_ROLE_OWN + 1; role < DGS_ROLES; role++)
        out[role] = *places[role];
}

static bool same_kind(const dgs_ground *a, const dgs_ground *b)
{
    return a->filled == b->filled && a->outlined == b->outlined;
}

bool dgs_palette_alike(const dgs_palette *a, const dgs_palette *b)
{
    return a->mode == b->mode && same_kind(&a->tile, &b->tile) && same_kind(&a->field, &b->field) &&
           same_kind(&a->badge, &b->badge) && same_kind(&a->alert_tile, &b->alert_tile);
}

dgs_palette dgs_palette_of(dgs_color brand, const dgs_color *second, dgs_ink ink)
{
    static dgs_palette (*const palettes[])(dgs_color, dgs_color) = {
        [DGS_INK_COLOR] = in_color, [DGS_INK_GRAY] = in_gray, [DGS_INK_SAVER] = in_outlines};
    dgs_color one = printable(brand), two = second == NULL ? one : printable(*second);
    dgs_palette out = palettes[ink](one, two);
    out.mode = ink;
    give_roles(&out);
    return out;
}

static size_t tell(dgs_color_change *out, dgs_color_use use, dgs_color typed, dgs_color used)
{
    *out = (dgs_color_change){use, typed, used};
    return dgs_color_same(typed, used) ? 0 : 1;
}

size_t dgs_palette_changes(const dgs_profile *profile, dgs_color_change out[DGS_COLOR_CHANGES])
{
    const dgs_palette *p = &profile->palette;
    const dgs_fact *color = &profile->of[DGS_SETTING_COLOR], *accent = &profile->of[DGS_SETTING_ACCENT];
    size_t n = 0;
    if (p->mode != DGS_INK_COLOR)
        return 0;
    if (color->text != NULL)
        n += tell(&out[n], DGS_COLOR_HEADINGS, dgs_fact_color(color), p->accent);
    if (color->text != NULL)
        n += tell(&out[n], DGS_COLOR_FIELDS, dgs_fact_color(color), p->field.fill);
    if (accent->text != NULL)
        n += tell(&out[n], DGS_COLOR_ICONS, dgs_fact_color(accent), p->icon);
    return n;
}
