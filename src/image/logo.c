#include "image/logo.h"

#include <math.h>

#include "image/bounds.h"
#include "image/trim.h"

static const double square = 42, longer = 0.6, shorter = -0.4, width_most = 132, height_most = 56;
static const double wordmark_most = 250, wordmark_shorter = -0.25;
static const double on_tile = 0.8, tile_pad = 6;

// The size that a shape gets, by the rule in the header.
static dgs_logo_extent fit(double aspect)
{
    double e = fmax(aspect, 1 / aspect), along = square * pow(e, longer), across = square * pow(e, shorter);
    dgs_logo_extent place = {aspect >= 1 ? along : across, aspect >= 1 ? across : along, 0};
    double scale = fmin(1, fmin(width_most / place.w, height_most / place.h));
    place.w *= scale;
    place.h *= scale;
    return place;
}

static dgs_logo_extent on_its_ground(const dgs_picture *picture, dgs_logo_extent place, double most)
{
    if (!picture->pale)
        return place;
    double scale = fmin(on_tile, fmin((most - 2 * tile_pad) / place.w, (height_most - 2 * tile_pad) / place.h));
    return (dgs_logo_extent){place.w * scale + 2 * tile_pad, place.h * scale + 2 * tile_pad, tile_pad};
}

dgs_logo_extent dgs_logo_fit(const dgs_picture *picture)
{
    return on_its_ground(picture, fit(dgs_picture_aspect(picture)), width_most);
}

dgs_logo_extent dgs_logo_fit_wordmark(const dgs_picture *picture)
{
    double aspect = dgs_picture_aspect(picture);
    if (aspect <= 1)
        return dgs_logo_fit(picture);
    double h = fmin(square * pow(aspect, wordmark_shorter), wordmark_most / aspect);
    return on_its_ground(picture, (dgs_logo_extent){h * aspect, h, 0}, wordmark_most);
}

typedef struct sheet { // of pixels, for a drawing
    double across, down;
} sheet;

// Draws an SVG into so many pixels.
static bool draw(dgs_arena *arena, const dgs_logo_source *from, dgs_str svg, sheet on, dgs_picture *out, dgs_err *err)
{
    dgs_str png;
    const dgs_drawing drawing = {from->path, svg, (unsigned)ceil(on.across), (unsigned)ceil(on.down)};
    dgs_raster *raster = dgs_arena_alloc(arena, sizeof *raster);
    if (raster == NULL)
        return dgs_fail_memory(err);
    if (!from->drawer->draw(from->drawer->ctx, &drawing, arena, &png, err) ||
        !dgs_png_parse(arena, from->path, png, raster, err))
        return false;
    out->pale = dgs_trim_pale(raster);
    dgs_trim_apply(raster);
    *out = (dgs_picture){.kind = DGS_PICTURE_RASTER, .raster = raster, .pale = out->pale};
    return true;
}

// Draws it once to see its shape and what its margins leave; and once more where that is too little.
static bool convert(dgs_arena *arena, const dgs_logo_source *from, dgs_str svg, dgs_picture *out, dgs_err *err)
{
    const double dpi = 600, near = 0.98, most = 8;
    sheet on = {width_most * dpi / 72, height_most * dpi / 72};
    if (!draw(arena, from, svg, on, out, err))
        return false;
    dgs_logo_extent place = dgs_logo_fit(out);
    double lacks = dpi / dgs_raster_dpi(out->raster, place.w - 2 * place.pad);
    if (lacks * near <= 1)
        return true;
    lacks = fmin(lacks, most);
    return draw(arena, from, svg, (sheet){on.across * lacks, on.down * lacks}, out, err);
}

static bool load_beyond(dgs_arena *arena, const dgs_logo_source *from, dgs_str svg, const dgs_err *reason,
                        dgs_picture *out, dgs_err *err)
{
    const dgs_drawer *drawer = from->drawer;
    if (drawer == NULL || !drawer->ready(drawer->ctx))
        return dgs_fail(err, DGS_ERR_DATA, "%s; or %s%ssave the logo as PNG", reason->message,
                        drawer == NULL ? "" : drawer->get_it, drawer == NULL ? "" : ", or ");
    return convert(arena, from, svg, out, err);
}

// What was read may be shared; a logo has a copy that is its own to cut.
static bool trim(dgs_arena *arena, dgs_picture *picture, dgs_err *err)
{
    if (picture->kind == DGS_PICTURE_ART) {
        dgs_art *art = dgs_arena_alloc(arena, sizeof *art);
        if (art == NULL)
            return dgs_fail_memory(err);
        *art = *picture->art;
        picture->pale = dgs_bounds_pale(art);
        dgs_bounds_apply(art);
        picture->art = art;
        return true;
    }
    dgs_raster *raster = dgs_arena_alloc(arena, sizeof *raster);
    if (raster == NULL)
        return dgs_fail_memory(err);
    *raster = *picture->raster;
    picture->pale = dgs_trim_pale(raster);
    dgs_trim_apply(raster);
    picture->raster = raster;
    return true;
}

bool dgs_logo_load(dgs_arena *arena, const dgs_logo_source *from, dgs_picture *out, dgs_err *err)
{
    dgs_err reason = {0};
    dgs_str beyond;
    if (dgs_image_try(arena, &(dgs_image_source){from->files, "logo", from->path}, out, &beyond, &reason))
        return trim(arena, out, err);
    if (beyond.n == 0)
        return dgs_fail(err, reason.kind, "%s", reason.message);
    return load_beyond(arena, from, beyond, &reason, out, err);
}
