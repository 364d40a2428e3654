#include "profile/palette.h"

#include <math.h>
#include <strings.h>

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

// Whether a hue lies within so many degrees of another: the cosines and sines of that, the cosine of the distance.
static bool near_hue(oklch color, double cos, double sin, double distance)
{
    return has_hue(color) && color.cos * cos + color.sin * sin > distance;
}

// Whether letters of the colour would not be of that colour any more: a light one is far from what can be read, and a
// dark orange or yellow (within 40 degrees of 80) is a brown.
static bool is_light(oklch color)
{
    return color.l > 0.75 || (color.l > 0.64 && near_hue(color, 0.174, 0.985, 0.766));
}

// Whether a large area of the colour would look like the alert's cap: pinks, plums and reds within 30 degrees of it.
static bool is_near_alert(oklch color)
{
    const double vivid = 0.1, pale = 0.7;
    return color.c > vivid && color.l < pale && near_hue(color, 0.899, 0.438, 0.866);
}

static dgs_color near_black(oklch color)
{
    return from_oklch((oklch){0.2, fmin(color.c, 0.03), color.cos, color.sin});
}

// An area of the colour that is told from paper.
static dgs_ground area_of(dgs_color color)
{
    const double vivid = 0.1;
    dgs_ground out = {.filled = true, .fill = color, .outline = darken(color, WHITE, graphic_least)};
    if (to_oklch(color).c < vivid)
        out.fill = darken(color, WHITE, edge_least);
    out.outlined = dgs_contrast(out.fill, WHITE) < edge_least;
    return out;
}

// A field of the colour, for words.
static dgs_ground field_of(dgs_color color)
{
    dgs_ground out = area_of(color);
    out.text = near_black(to_oklch(color));
    if (dgs_contrast(out.fill, out.text) < dark_on_field_least) {
        out.fill = darken(out.fill, WHITE, field_least);
        out.text = WHITE;
    }
    return out;
}

// The practice's field; pale where a full one would be taken for the alarm.
static dgs_ground brand_field(dgs_color brand)
{
    oklch it = to_oklch(brand);
    if (!is_near_alert(it))
        return field_of(brand);
    return (dgs_ground){.filled = true,
                        .fill = from_oklch((oklch){0.9, fmin(it.c, 0.05), it.cos, it.sin}),
                        .outline = darken(brand, WHITE, graphic_least),
                        .text = near_black(it)};
}

static dgs_ground outlined(dgs_color line, dgs_color text)
{
    return (dgs_ground){.outlined = true, .outline = line, .text = text};
}

// What a printer makes of it without colours: the lighter of what programs do, which weigh light or the channels.
static int lightest_print(dgs_color color)
{
    int by_channels = (299 * color.r + 587 * color.g + 114 * color.b) / 1000, by_light = dgs_color_gray(color).g;
    return by_channels > by_light ? by_channels : by_light;
}

// As pale as a grey printer still shows it: toner leaves what is lighter than about 236 of 255 white.
static dgs_color tint_of(oklch brand)
{
    const int palest = 236;
    oklch it = {0.94, fmin(brand.c, 0.025), brand.cos, brand.sin};
    dgs_color tint = from_oklch(it);
    while (lightest_print(tint) > palest) {
        it.l -= 0.002;
        tint = from_oklch(it);
    }
    return tint;
}

// What draws the eye in drawings: of the second accent's hue, at a lightness and with the most chroma; without one
// the first of the plain ones, orange, or, where the practice's colour is within 40 degrees of that, the second, teal.
static dgs_color object_of(oklch brand, const oklch *second, double l, double chroma, const dgs_color plain[2])
{
    enum { WARM, COOL };
    const double warm_cos = 0.469, warm_sin = 0.883, near = 0.766;
    if (second != NULL && has_hue(*second))
        return from_oklch((oklch){l, fmin(second->c, chroma), second->cos, second->sin});
    return plain[near_hue(brand, warm_cos, warm_sin, near) ? COOL : WARM];
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
    static const dgs_color plain[] = {{0xff, 0xe2, 0xca, 0}, {0xc7, 0xf2, 0xef, 0}}; // OKLCH .93, .045
    return (dgs_art_palette){.ink = ink,
                             .cloth = tone_of(brand, 0.97, 0.02),
                             .dark = tone_of(brand, 0.93, 0.03),
                             .ground = tone_of(brand, 0.97, 0.02),
                             .object = object_of(brand, second, 0.93, 0.045, plain)};
}

// The colours of text and lines. They are held against the tint, which is darker than paper.
static void set_letters(dgs_palette *p, dgs_color brand, dgs_color second)
{
    oklch it = to_oklch(brand);
    const dgs_color tint = p->tint.fill;
    p->quiet = darken(from_oklch((oklch){0.45, fmin(it.c, 0.02), it.cos, it.sin}), tint, text_least);
    p->line = p->quiet;
    p->dark = is_light(it) ? p->ink : darken(brand, tint, text_least);
    p->brand = is_light(it) ? p->ink : darken(brand, tint, graphic_least);
    p->icon = is_light(to_oklch(second)) ? p->ink : darken(second, tint, graphic_least);
    p->rule = darken(from_oklch((oklch){0.86, fmin(it.c, 0.04), it.cos, it.sin}), WHITE, edge_least);
}

static dgs_ground numeral_of(const dgs_palette *p, dgs_color brand)
{
    dgs_ground out = area_of(brand);
    if (!is_light(to_oklch(brand)))
        out = (dgs_ground){.fill = WHITE, .outline = WHITE};
    out.text = p->brand;
    return out;
}

static void set_alert(dgs_palette *p, dgs_color alert)
{
    p->alert = alert;
    p->alert_cap = (dgs_ground){.filled = true, .fill = alert, .text = WHITE};
    p->alert_tile = outlined(alert, p->ink);
}

static dgs_palette in_color(dgs_color brand, dgs_color second)
{
    oklch it = to_oklch(brand), other = dgs_color_same(brand, second) ? it : to_oklch(second);
    dgs_color ink = from_oklch((oklch){0.22, fmin(it.c, 0.015), it.cos, it.sin});
    dgs_palette out = {.ink = ink,
                       .tint = {.filled = true, .fill = tint_of(it), .text = ink},
                       .field = brand_field(brand),
                       .badge = field_of(second),
                       .art = art_in_color(it, dgs_color_same(brand, second) ? NULL : &other, ink)};
    set_letters(&out, brand, second);
    set_alert(&out, (dgs_color){0xa3, 0x16, 0x1c, DGS_ROLE_OWN});
    out.care_today = (dgs_ground){.filled = true, .fill = {0xf4, 0xb8, 0x3f, 0}, .text = {0x1f, 0x1a, 0x10, 0}};
    out.care_visit = (dgs_ground){.filled = true, .fill = {0x45, 0x58, 0x6e, 0}, .text = WHITE};
    out.numeral = numeral_of(&out, brand);
    out.accent = (dgs_ground){.filled = true, .outlined = true, .fill = out.art.object, .outline = ink, .text = ink};
    return out;
}

static dgs_color gray_of_lightness(double l)
{
    return from_oklch((oklch){l, 0, NO_COS, NO_SIN});
}

static dgs_color at_most(dgs_color gray, double l)
{
    return gray_of_lightness(fmin(to_oklch(gray).l, l));
}

// A grey says less than a colour, so its steps are larger: paper, tint, field, words.
static dgs_palette in_gray(dgs_color brand, dgs_color second)
{
    const double lightest_field = 0.8, lightest_heading = 0.33;
    brand = dgs_color_gray(brand);
    second = dgs_color_gray(second);
    dgs_palette out = in_color(brand, second);
    out.dark = at_most(out.dark, lightest_heading);
    set_alert(&out, out.ink);
    out.field = field_of(at_most(brand, lightest_field));
    out.badge = field_of(at_most(second, lightest_field));
    if (out.numeral.filled)
        out.numeral.fill = out.field.fill;
    out.art.object = out.accent.fill = dgs_color_gray(out.art.object);
    out.care_today.fill = gray_of_lightness(0.82);
    out.care_today.text = gray_of_lightness(0.2);
    out.care_visit.fill = gray_of_lightness(0.45);
    return out;
}

// As light as the contrast on white allows.
static dgs_color lightest(dgs_color color, double contrast)
{
    oklch it = to_oklch(color);
    it.l = 1;
    return darken_from(it, WHITE, contrast);
}

// Areas are outlines. Letters keep their weight, and are as light as 7:1 allows; lines as 3:1 allows.
static dgs_palette in_outlines(dgs_color brand, dgs_color second)
{
    dgs_palette out = in_color(brand, second);
    out.ink = lightest(out.ink, text_least);
    out.quiet = lightest(out.quiet, text_least);
    out.dark = lightest(out.dark, text_least);
    out.brand = lightest(out.brand, graphic_least);
    out.icon = lightest(out.icon, graphic_least);
    out.line = lightest(out.line, graphic_least);
    out.tint = outlined(out.rule, out.ink);
    out.field = outlined(lightest(out.dark, graphic_least), out.ink);
    out.badge = outlined(out.icon, out.ink);
    out.badge.filled = true; // it stands on the corner of a tile, whose outline must not run through the number
    out.badge.fill = WHITE;
    out.numeral = (dgs_ground){.fill = WHITE, .outline = WHITE, .text = out.brand};
    set_alert(&out, lightest(out.alert, text_least));
    out.alert_cap = outlined(out.alert, out.alert);
    const dgs_color ochre = {0x76, 0x4e, 0x00, 0};
    out.care_today = outlined(ochre, ochre);
    out.care_visit = outlined(out.care_visit.fill, out.care_visit.fill);
    oklch it = to_oklch(brand), other = to_oklch(second);
    out.art = art_in_outlines(it, dgs_color_same(brand, second) ? NULL : &other, out.ink);
    out.accent.fill = out.art.object;
    return out;
}

// Where the palette keeps the colour of each role. What is not named here has the role of another: the words and the
// outline of most grounds are the ink.
static void places_of(dgs_palette *p, dgs_color *places[DGS_ROLES])
{
    dgs_color *const all[DGS_ROLES] = {
        [DGS_ROLE_INK] = &p->ink,
        [DGS_ROLE_QUIET] = &p->quiet,
        [DGS_ROLE_DARK] = &p->dark,
        [DGS_ROLE_BRAND] = &p->brand,
        [DGS_ROLE_LINE] = &p->line,
        [DGS_ROLE_RULE] = &p->rule,
        [DGS_ROLE_TINT] = &p->tint.fill,
        [DGS_ROLE_TINT_EDGE] = &p->tint.outline,
        [DGS_ROLE_FIELD] = &p->field.fill,
        [DGS_ROLE_FIELD_EDGE] = &p->field.outline,
        [DGS_ROLE_FIELD_TEXT] = &p->field.text,
        [DGS_ROLE_NUMERAL] = &p->numeral.fill,
        [DGS_ROLE_ICON] = &p->icon,
        [DGS_ROLE_BADGE] = &p->badge.fill,
        [DGS_ROLE_BADGE_EDGE] = &p->badge.outline,
        [DGS_ROLE_BADGE_TEXT] = &p->badge.text,
        [DGS_ROLE_ACCENT] = &p->accent.fill,
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
    palette->tint.text = palette->alert_tile.text = palette->accent.text = palette->accent.outline = palette->ink;
    palette->numeral.text = palette->brand;
    palette->numeral.outline = palette->field.outline;
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
    return a->mode == b->mode && same_kind(&a->tint, &b->tint) && same_kind(&a->field, &b->field) &&
           same_kind(&a->badge, &b->badge) && same_kind(&a->numeral, &b->numeral);
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

// Whether eyes see it in letters: of patches side by side they see a distance of 0.02 in OKLab.
static bool seen_in_letters(dgs_color a, dgs_color b)
{
    const double least = 0.05;
    oklch one = to_oklch(a), two = to_oklch(b);
    double l = one.l - two.l, x = one.c * one.cos - two.c * two.cos, y = one.c * one.sin - two.c * two.sin;
    return sqrt(l * l + x * x + y * y) > least;
}

static size_t tell(dgs_color_change *out, dgs_color_use use, dgs_color typed, dgs_color used)
{
    *out = (dgs_color_change){use, typed, used};
    bool letters = use == DGS_COLOR_HEADINGS || use == DGS_COLOR_ICONS;
    return (letters ? seen_in_letters(typed, used) : !dgs_color_same(typed, used)) ? 1 : 0;
}

size_t dgs_palette_changes(const dgs_profile *profile, dgs_color_change out[DGS_COLOR_CHANGES])
{
    const dgs_palette *p = &profile->palette;
    const dgs_fact *color = &profile->of[DGS_SETTING_COLOR], *accent = &profile->of[DGS_SETTING_ACCENT];
    dgs_color brand = dgs_fact_color(color);
    size_t n = 0;
    if (p->mode != DGS_INK_COLOR)
        return 0;
    if (color->text != NULL)
        n += tell(&out[n], DGS_COLOR_HEADINGS, brand, p->dark);
    if (color->text != NULL)
        n += tell(&out[n], is_near_alert(to_oklch(brand)) ? DGS_COLOR_NEAR_ALERT : DGS_COLOR_FIELDS, brand,
                  p->field.fill);
    if (accent->text != NULL)
        n += tell(&out[n], DGS_COLOR_ICONS, dgs_fact_color(accent), p->icon);
    return n;
}

const char *dgs_palette_idle_theme(const dgs_profile *profile)
{
    const dgs_fact *theme = &profile->of[DGS_SETTING_THEME], *color = &profile->of[DGS_SETTING_COLOR];
    if (theme->text == NULL || color->text == NULL)
        return NULL;
    const dgs_settings alone = {.of = {[DGS_SETTING_THEME].text = theme->text}};
    bool same = strcasecmp(dgs_setting_otherwise(&alone, DGS_SETTING_COLOR), color->text) == 0;
    return same ? NULL : dgs_theme_keywords[theme->value].word;
}
