#include "profile/palette.h"

#include <math.h>
#include <stdbool.h>

// Colours are changed in OKLCH, where lightness, chroma and hue are what eyes take them for, so that a darker brand
// colour is still that colour. OKLab: Bjorn Ottosson, "A perceptual color space for image processing", 2020, with its
// matrices; LCH are its polar coordinates. sRGB: IEC 61966-2-1:1999.

typedef struct oklch {
    double l, c, h; // lightness 0-1, chroma, hue in radians
} oklch;

typedef struct linear { // linear-light sRGB
    double r, g, b;
} linear;

static const dgs_color WHITE = {255, 255, 255};

static double to_linear(uint8_t v)
{
    double s = v / 255.0;
    return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
}

static uint8_t from_linear(double v)
{
    v = fmin(1, fmax(0, v));
    double s = v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055;
    return (uint8_t)lround(s * 255);
}

static oklch to_oklch(dgs_color color)
{
    double r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
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

// The sRGB colour of this lightness and hue with as much of the chroma as sRGB has there.
static dgs_color from_oklch(oklch color)
{
    linear rgb = oklch_linear(color);
    for (int step = 0; step < 100 && !in_gamut(rgb); step++) {
        color.c *= 0.96;
        rgb = oklch_linear(color);
    }
    return (dgs_color){from_linear(rgb.r), from_linear(rgb.g), from_linear(rgb.b)};
}

// WCAG 2.1, "relative luminance"; its threshold 0.03928 is a misprint of 0.04045, without effect on 8-bit values.
static double luminance(dgs_color color)
{
    return 0.2126 * to_linear(color.r) + 0.7152 * to_linear(color.g) + 0.0722 * to_linear(color.b);
}

double dgs_contrast(dgs_color a, dgs_color b)
{
    double la = luminance(a), lb = luminance(b);
    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

// The colour, darkened until it has the contrast to white and to `tile`.
static dgs_color darken(oklch color, dgs_color tile, double contrast)
{
    dgs_color out = from_oklch(color);
    while (color.l > 0 && (dgs_contrast(out, WHITE) < contrast || dgs_contrast(out, tile) < contrast)) {
        color.l = fmax(0, color.l - 0.004);
        out = from_oklch(color);
    }
    return out;
}

dgs_palette dgs_palette_of(dgs_color brand)
{
    oklch color = to_oklch(brand);
    dgs_color tile = from_oklch((oklch){0.965, fmin(color.c, 0.018), color.h});
    return (dgs_palette){
        .ink = from_oklch((oklch){0.22, fmin(color.c, 0.015), color.h}),
        .quiet = darken((oklch){0.45, fmin(color.c, 0.02), color.h}, tile, 7),
        .accent = darken(color, tile, 7),
        .tile = tile,
        .rule = darken((oklch){0.86, fmin(color.c, 0.04), color.h}, WHITE, 1.3),
        .on_accent = WHITE,
        .alert = {0x9b, 0x1c, 0x1c},
        .alert_tile = {0xfd, 0xec, 0xea},
    };
}
