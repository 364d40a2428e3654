#include "image/grayscale.h"

#include "base/color.h"

static dgs_path *copy_paths(dgs_arena *arena, const dgs_art *art, dgs_art *out)
{
    *out = *art;
    out->stream = (dgs_str){0}; // it has the old colours
    dgs_path *paths = dgs_arena_array(arena, art->npaths + 1, sizeof *paths);
    for (size_t i = 0; paths != NULL && i < art->npaths; i++)
        paths[i] = art->paths[i];
    out->paths = paths;
    return paths;
}

// A colour of a role is the palette's, which is grey or saves ink already.
static bool is_own(const dgs_paint *paint)
{
    return paint->color.role == DGS_ROLE_OWN;
}

bool dgs_art_gray(dgs_arena *arena, const dgs_art *art, dgs_art *out)
{
    dgs_path *paths = copy_paths(arena, art, out);
    for (size_t i = 0; paths != NULL && i < art->npaths; i++) {
        if (is_own(&paths[i].fill))
            paths[i].fill.color = dgs_color_gray(paths[i].fill.color);
        if (is_own(&paths[i].stroke))
            paths[i].stroke.color = dgs_color_gray(paths[i].stroke.color);
    }
    return paths != NULL;
}

static const double fill_kept = 0.1, line_kept = 0.62; // of their ink: dark lines then still have 3:1 on white
static const float width_kept = 0.6f;
static const dgs_color line_color = {0x89, 0x89, 0x89};

static uint8_t thin_channel(uint8_t v, double kept)
{
    return (uint8_t)(255.5 - (255 - v) * kept);
}

static dgs_color thin(dgs_color c, double kept)
{
    return (dgs_color){thin_channel(c.r, kept), thin_channel(c.g, kept), thin_channel(c.b, kept)};
}

static bool has_own_colors(const dgs_art *art)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].fill.kind == DGS_PAINT_COLOR || art->paths[i].stroke.kind == DGS_PAINT_COLOR)
            return true;
    return false;
}

static void outline_path(dgs_path *path, float line)
{
    const double light = 0.5;
    const dgs_paint white = {DGS_PAINT_COLOR, {255, 255, 255}};
    bool bare = path->stroke.kind == DGS_PAINT_NONE || path->stroke_width <= 0;
    bool dark = dgs_color_luminance(path->stroke.color) <= light;
    if (is_own(&path->stroke))
        path->stroke.color = dark ? thin(path->stroke.color, line_kept) : line_color;
    if (is_own(&path->fill))
        path->fill.color = thin(path->fill.color, fill_kept);
    if (path->fill.kind != DGS_PAINT_CURRENT)
        return;
    path->stroke = path->fill;
    path->fill = white;
    path->stroke_width = bare ? line : path->stroke_width;
}

bool dgs_art_outline(dgs_arena *arena, const dgs_art *art, dgs_art *out)
{
    const float lines_across = 120; // how many lines of an outline's width the art is high or wide
    float line = (art->w > art->h ? art->w : art->h) / lines_across;
    dgs_path *paths = copy_paths(arena, art, out);
    bool own = has_own_colors(art);
    for (size_t i = 0; paths != NULL && i < art->npaths; i++) {
        paths[i].stroke_width *= width_kept;
        if (own)
            outline_path(&paths[i], line);
    }
    return paths != NULL;
}

enum { LEVELS = 1 << 12 }; // of linear light: in the darkest greys, two a level of 8 bits

typedef struct gray_tables {
    double linear[256];
    uint8_t channel[LEVELS + 1];
} gray_tables;

static void fill_tables(gray_tables *t)
{
    for (int i = 0; i < 256; i++)
        t->linear[i] = dgs_color_linear((uint8_t)i);
    for (int i = 0; i <= LEVELS; i++)
        t->channel[i] = dgs_color_channel((double)i / LEVELS);
}

static bool gray_rows(dgs_arena *arena, const dgs_raster *raster, dgs_raster *out)
{
    size_t pixels = (size_t)raster->w * raster->h;
    const uint8_t *rgb = (const uint8_t *)raster->samples.p;
    uint8_t *gray = dgs_arena_array(arena, pixels, 1);
    gray_tables t;
    if (gray == NULL)
        return false;
    fill_tables(&t);
    for (size_t i = 0; i < pixels; i++, rgb += 3) {
        double light = 0.2126 * t.linear[rgb[0]] + 0.7152 * t.linear[rgb[1]] + 0.0722 * t.linear[rgb[2]];
        gray[i] = t.channel[(int)(light * LEVELS + 0.5)];
    }
    out->channels = 1;
    out->samples = (dgs_str){(const char *)gray, pixels};
    return true;
}

static bool gray_palette(dgs_arena *arena, const dgs_raster *raster, dgs_raster *out)
{
    const uint8_t *from = (const uint8_t *)raster->palette.p;
    uint8_t *to = dgs_arena_array(arena, raster->palette.n, 1);
    for (size_t i = 0; to != NULL && i + 3 <= raster->palette.n; i += 3) {
        dgs_color gray = dgs_color_gray((dgs_color){from[i], from[i + 1], from[i + 2]});
        to[i] = to[i + 1] = to[i + 2] = gray.g;
    }
    out->palette.p = (const char *)to;
    return to != NULL;
}

bool dgs_raster_gray(dgs_arena *arena, const dgs_raster *raster, dgs_raster *out)
{
    *out = *raster;
    if (raster->palette.n > 0)
        return gray_palette(arena, raster, out);
    return raster->channels == 1 || raster->encoding != DGS_PIXELS_PLAIN || gray_rows(arena, raster, out);
}
