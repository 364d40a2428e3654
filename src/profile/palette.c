#include "profile/palette.h"

#include <math.h>

// Colours are changed in OKLCH, where lightness, chroma and hue are what eyes take them for, so that a darker brand
// colour is still that colour. OKLab: Bjorn Ottosson, "A perceptual color space for image processing", 2020, with its
// matrices; LCH are its polar coordinates.

typedef struct oklch {
    double l, c, h; // lightness 0-1, chroma, hue in radians
} oklch;

typedef struct linear { // linear-light sRGB
    double r, g, b;
} linear;

static const dgs_color WHITE = {255, 255, 255};

// What WCAG 2.1 asks: 1.4.6, 1.4.3, 1.4.11. Dark words on a colour of middle lightness need more than white ones.
static const double text_least = 7, field_least = 4.5, dark_on_field_least = 5.5, mark_least = 3;
static const double edge_least = 1.3; // a ground that can be told from paper without an outline

static oklch to_oklch(dgs_color color)
{
    double r = dgs_color_linear(color.r), g = dgs_color_linear(color.g), b = dgs_color_linear(color.b);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return (oklch){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, hypot(a, bb), atan2(bb, a)};
}

static linear oklch_linear(oklch color)
{
    double a = color.c * cos(color.h), b = color.c * sin(color.h);
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

// The sRGB colour of this lightness and hue with as much of the chroma as sRGB has there. What has none becomes a grey
// to the bit.
static dgs_color from_oklch(oklch color)
{
    linear rgb = oklch_linear(color);
    for (int step = 0; step < 100 && !in_gamut(rgb); step++) {
        color.c *= 0.96;
        rgb = oklch_linear(color);
    }
    dgs_color out = {dgs_color_channel(rgb.r), dgs_color_channel(rgb.g), dgs_color_channel(rgb.b)};
    return color.c < 1e-4 ? (dgs_color){out.g, out.g, out.g} : out;
}

// The first colour from this one down that has the contrast to a ground.
static dgs_color darken_from(oklch it, dgs_color ground, double contrast)
{
    dgs_color color = from_oklch(it);
    while (it.l > 0 && dgs_contrast(color, ground) < contrast) {
        it.l = fmax(0, it.l - 0.004);
        color = from_oklch(it);
    }
    return color;
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
    return !has_hue(it) && it.l > 0.93 ? from_oklch((oklch){0.33, 0, 0}) : color;
}

static dgs_color dark_of(oklch color)
{
    return from_oklch((oklch){0.2, fmin(color.c, 0.03), color.h});
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
    out.outline = darken(color, WHITE, mark_least);
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

static dgs_palette in_color(dgs_color brand, dgs_color second)
{
    oklch it = to_oklch(brand);
    dgs_color ink = from_oklch((oklch){0.22, fmin(it.c, 0.015), it.h});
    dgs_color tile = tile_of(brand);
    dgs_color quiet = darken(from_oklch((oklch){0.45, fmin(it.c, 0.02), it.h}), tile, text_least);
    const dgs_color alert_tile = {0xfd, 0xec, 0xea};
    return (dgs_palette){
        .ink = ink,
        .quiet = quiet,
        .line = quiet,
        .accent = darken(brand, tile, text_least),
        .mark = darken(second, tile, mark_least),
        .rule = darken(from_oklch((oklch){0.86, fmin(it.c, 0.04), it.h}), WHITE, edge_least),
        .alert = {0x9b, 0x1c, 0x1c},
        .tile = {.filled = true, .fill = tile, .text = ink},
        .field = field_of(brand),
        .badge = field_of(second),
        .alert_tile = {.filled = true, .fill = alert_tile, .text = ink},
    };
}

static dgs_color gray_of_lightness(double l)
{
    return from_oklch((oklch){l, 0, 0});
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
    out.mark = darken(out.mark, out.tile.fill, mark_least);
    out.field = field_of(at_most(brand, lightest_field));
    out.badge = field_of(at_most(second, lightest_field));
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
    out.mark = lightest(out.mark, mark_least);
    out.line = lightest(out.line, mark_least);
    out.tile = outlined(out.rule, out.ink);
    out.field = outlined(out.accent, out.ink);
    out.badge = outlined(out.mark, out.ink);
    out.badge.filled = true; // it stands on the corner of a tile, whose outline must not run through the number
    out.badge.fill = WHITE;
    out.alert_tile = outlined(out.alert, out.ink);
    return out;
}

dgs_palette dgs_palette_of(dgs_color brand, const dgs_color *second, dgs_ink ink)
{
    static dgs_palette (*const palettes[])(dgs_color, dgs_color) = {
        [DGS_INK_COLOR] = in_color, [DGS_INK_GRAY] = in_gray, [DGS_INK_SAVER] = in_outlines};
    dgs_color one = printable(brand), two = second == NULL ? one : printable(*second);
    dgs_palette out = palettes[ink](one, two);
    out.mode = ink;
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
    size_t n = 0;
    if (p->mode != DGS_INK_COLOR)
        return 0;
    if (profile->has_color)
        n += tell(&out[n], DGS_COLOR_HEADINGS, profile->color, p->accent);
    if (profile->has_color)
        n += tell(&out[n], DGS_COLOR_FIELDS, profile->color, p->field.fill);
    if (profile->has_accent)
        n += tell(&out[n], DGS_COLOR_MARKS, profile->accent, p->mark);
    return n;
}
