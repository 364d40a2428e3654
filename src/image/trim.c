#include "image/trim.h"

#include <string.h>

#include "base/color.h"

enum { WHITE_LEAST = 250, ALPHA_MOST = 8, PALE_PERCENT = 95 };

static const double pale_contrast = 1.5;

static bool is_white(const uint8_t *rgb)
{
    return rgb[0] >= WHITE_LEAST && rgb[1] >= WHITE_LEAST && rgb[2] >= WHITE_LEAST;
}

void dgs_trim_color(dgs_trim *trim, const dgs_raster *raster)
{
    *trim = (dgs_trim){.w = raster->w, .channels = raster->channels, .left = raster->w, .top = UINT32_MAX};
    const uint8_t *palette = (const uint8_t *)raster->palette.p;
    for (unsigned v = 0; v < 256; v++)
        trim->margin[v] = raster->palette.n == 0 ? v >= WHITE_LEAST
                                                 : 3 * v + 2 < raster->palette.n && is_white(palette + (size_t)3 * v);
}

void dgs_trim_alpha(dgs_trim *trim, uint32_t w)
{
    *trim = (dgs_trim){.w = w, .channels = 1, .left = w, .top = UINT32_MAX};
    for (unsigned v = 0; v <= ALPHA_MOST; v++)
        trim->margin[v] = true;
}

static bool is_margin(const dgs_trim *trim, const uint8_t *pixel)
{
    return trim->margin[pixel[0]] && (trim->channels == 1 || (trim->margin[pixel[1]] && trim->margin[pixel[2]]));
}

void dgs_trim_row(dgs_trim *trim, const uint8_t *row, uint32_t y)
{
    uint32_t first = 0, behind = trim->w;
    while (first < trim->w && is_margin(trim, row + (size_t)first * trim->channels))
        first++;
    if (first == trim->w)
        return;
    while (behind > trim->right && behind > first && is_margin(trim, row + (size_t)(behind - 1) * trim->channels))
        behind--;
    trim->left = first < trim->left ? first : trim->left;
    trim->right = behind > trim->right ? behind : trim->right;
    trim->top = y < trim->top ? y : trim->top;
    trim->bottom = y + 1;
}

dgs_window dgs_trim_end(const dgs_trim *trim)
{
    if (trim->bottom == 0)
        return (dgs_window){0};
    return (dgs_window){trim->left, trim->top, trim->right - trim->left, trim->bottom - trim->top};
}

void dgs_trim_find(dgs_raster *raster)
{
    bool by_alpha = raster->alpha.n > 0;
    const uint8_t *rows = (const uint8_t *)(by_alpha ? raster->alpha.p : raster->samples.p);
    dgs_trim trim;
    if (by_alpha)
        dgs_trim_alpha(&trim, raster->w);
    else
        dgs_trim_color(&trim, raster);
    for (uint32_t y = 0; y < raster->h; y++)
        dgs_trim_row(&trim, rows + (size_t)y * raster->w * trim.channels, y);
    raster->visible = dgs_trim_end(&trim);
}

// Moves the rows of the window together, in place.
static dgs_str cut(dgs_str rows, const dgs_raster *raster, size_t channels)
{
    const dgs_window *v = &raster->visible;
    size_t width = v->w * channels, whole = raster->w * channels;
    if (rows.n == 0)
        return rows;
    const char *from = rows.p + v->y * whole + v->x * channels;
    char *to = (char *)rows.p;
    for (uint32_t y = 0; y < v->h; y++)
        memmove(to + y * width, from + y * whole, width);
    return (dgs_str){rows.p, v->h * width};
}

void dgs_trim_apply(dgs_raster *raster)
{
    const dgs_window v = raster->visible;
    if (v.w == 0 || (v.w == raster->w && v.h == raster->h))
        return;
    if (raster->encoding != DGS_PIXELS_PLAIN) {
        raster->shown = v;
        return;
    }
    raster->samples = cut(raster->samples, raster, raster->channels);
    raster->alpha = cut(raster->alpha, raster, 1);
    raster->w = v.w;
    raster->h = v.h;
    raster->visible = (dgs_window){0, 0, v.w, v.h};
}

// The share of each channel in a colour's luminance, by the sample's value.
typedef struct luminance {
    double r[256], g[256], b[256];
} luminance;

static bool too_light(double y)
{
    return 1.05 / (y + 0.05) < pale_contrast;
}

bool dgs_color_pale(dgs_color c)
{
    return too_light(dgs_color_luminance(c));
}

static const uint8_t *color_of(const dgs_raster *raster, size_t pixel)
{
    const uint8_t *sample = (const uint8_t *)raster->samples.p + pixel * raster->channels;
    return raster->palette.n == 0 ? sample : (const uint8_t *)raster->palette.p + (size_t)3 * *sample;
}

bool dgs_trim_pale(const dgs_raster *raster)
{
    if (raster->alpha.n == 0 || raster->encoding != DGS_PIXELS_PLAIN)
        return false;
    luminance l;
    for (unsigned v = 0; v < 256; v++) {
        l.r[v] = 0.2126 * dgs_color_linear((uint8_t)v);
        l.g[v] = 0.7152 * dgs_color_linear((uint8_t)v);
        l.b[v] = 0.0722 * dgs_color_linear((uint8_t)v);
    }
    bool grey = raster->channels == 1 && raster->palette.n == 0;
    size_t pixels = (size_t)raster->w * raster->h;
    uint64_t ink = 0, light = 0;
    for (size_t i = 0; i < pixels; i++) {
        uint8_t alpha = (uint8_t)raster->alpha.p[i];
        if (alpha == 0)
            continue;
        const uint8_t *c = color_of(raster, i);
        ink += alpha;
        light += too_light(l.r[c[0]] + l.g[c[grey ? 0 : 1]] + l.b[c[grey ? 0 : 2]]) ? alpha : 0;
    }
    return ink > 0 && light * 100 >= ink * PALE_PERCENT;
}
