#include "image/logo.h"

#include <math.h>

#include "image/bounds.h"
#include "image/svg.h"
#include "image/svg_plain.h"
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

// A drawing without view box and size is drawn on a large ground, to see where it is, and then on smaller ones round
// that.
static bool find_view(dgs_arena *arena, const dgs_logo_source *from, dgs_svg_plain *plain, dgs_err *err)
{
    enum { SIDE = 1024, TIMES = 3 };
    dgs_svg_box view = {-4096, -4096, 8192, 8192};
    for (int i = 0; i < TIMES; i++) {
        dgs_str svg, png;
        dgs_raster raster;
        const dgs_drawing drawing = {from->path, {0}, SIDE, SIDE};
        dgs_drawing now = drawing;
        if (!dgs_svg_plain_view(plain, &view, err) || !dgs_svg_plain_write(plain, &svg, err))
            return false;
        now.svg = svg;
        if (!from->drawer->draw(from->drawer->ctx, &now, arena, &png, err) ||
            !dgs_png_parse(arena, from->path, png, &raster, err))
            return false;
        double pixel = fmax(view.w, view.h) / SIDE;
        const dgs_window *seen = &raster.visible;
        if (seen->w == 0)
            return true;
        view = (dgs_svg_box){view.x + (seen->x - 1.0) * pixel, view.y + (seen->y - 1.0) * pixel,
                             (seen->w + 2.0) * pixel, (seen->h + 2.0) * pixel};
    }
    return dgs_svg_plain_view(plain, &view, err);
}

// By the drawing program.
static bool load_drawn(dgs_arena *arena, const dgs_logo_source *from, dgs_svg_plain *plain, const dgs_err *reason,
                       dgs_picture *out, dgs_err *err)
{
    const dgs_drawer *drawer = from->drawer;
    dgs_str svg;
    if (drawer == NULL || !drawer->ready(drawer->ctx))
        return dgs_fail(err, DGS_ERR_DATA, "%s; or %s%ssave the logo as PNG", reason->message,
                        drawer == NULL ? "" : drawer->get_it, drawer == NULL ? "" : ", or ");
    return dgs_svg_plain_text(plain, drawer, err) && (!plain->sizeless || find_view(arena, from, plain, err)) &&
           dgs_svg_plain_write(plain, &svg, err) && convert(arena, from, svg, out, err) &&
           (out->kind == DGS_PICTURE_ART || out->raster->visible.w > 0 || dgs_svg_plain_empty(plain, err));
}

// An SVG that our reader does not take as it is: made plain it may, and so it stays vector.
static bool load_beyond(dgs_arena *arena, const dgs_logo_source *from, dgs_str bytes, dgs_picture *out, dgs_err *err)
{
    static const dgs_svg_box all = {-DGS_SVG_NUMBER_MAX / 2.0, -DGS_SVG_NUMBER_MAX / 2.0, DGS_SVG_NUMBER_MAX,
                                    DGS_SVG_NUMBER_MAX};
    dgs_svg_plain plain;
    dgs_err reason = {0};
    dgs_str svg;
    bool beyond;
    dgs_art *art = dgs_arena_alloc(arena, sizeof *art);
    if (art == NULL)
        return dgs_fail_memory(err);
    if (!dgs_svg_plain_read(arena, from->path, bytes, &plain, err) ||
        (plain.sizeless && !dgs_svg_plain_view(&plain, &all, err)) || !dgs_svg_plain_write(&plain, &svg, err))
        return false;
    *out = (dgs_picture){.kind = DGS_PICTURE_ART, .art = art};
    bool ok = dgs_svg_try(arena, from->path, svg, art, &beyond, &reason);
    if (!ok && !beyond && art->npaths == 0 && plain.nremarks > 0) // what is left out was all that there is
        return dgs_fail(err, DGS_ERR_DATA, "%s: the logo cannot be drawn: %s", from->path, plain.remarks[0]);
    if (!ok && !beyond)
        return dgs_fail(err, reason.kind, "%s", reason.message);
    ok = ok ? trim(arena, out, err) : load_drawn(arena, from, &plain, &reason, out, err);
    out->remarks = plain.remarks;
    out->nremarks = plain.nremarks;
    return ok;
}

bool dgs_logo_load(dgs_arena *arena, const dgs_logo_source *from, dgs_picture *out, dgs_err *err)
{
    dgs_err reason = {0};
    dgs_str beyond;
    if (dgs_image_try(arena, &(dgs_image_source){from->files, "logo", from->path}, out, &beyond, &reason))
        return trim(arena, out, err);
    if (beyond.n == 0)
        return dgs_fail(err, reason.kind, "%s", reason.message);
    return load_beyond(arena, from, beyond, out, err);
}
