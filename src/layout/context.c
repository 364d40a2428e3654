#include "layout/context.h"

#include <math.h>

#include "layout/lines.h"
#include "layout/variable.h"

bool dgs_context_make(dgs_context *ctx, const dgs_layout_input *in, double air, dgs_arena *arena, dgs_err *err)
{
    dgs_look *look = dgs_arena_alloc(arena, sizeof *look);
    if (look == NULL)
        return dgs_fail_memory(err);
    dgs_look_measure(in->options, air, look);
    *ctx = (dgs_context){.doc = in->doc,
                         .look = look,
                         .palette = in->palette,
                         .text = in->text,
                         .arena = arena,
                         .err = err,
                         .builder = dgs_line_builder_new(arena),
                         .code = dgs_arena_alloc(arena, sizeof(dgs_code))};
    bool variable = in->doc->root->first->variable;
    if (variable)
        ctx->template = dgs_arena_alloc(arena, sizeof *ctx->template);
    if (ctx->builder == NULL || ctx->code == NULL || (variable && ctx->template == NULL))
        return dgs_fail_memory(err);
    if (variable)
        ctx->template->air = air;
    return true;
}

double dgs_region_width(const dgs_region *region)
{
    return region->right - region->left;
}

dgs_region dgs_region_strip(const dgs_region *region, double width)
{
    dgs_region strip = *region;
    strip.left = 0;
    strip.right = width;
    return strip;
}

dgs_region dgs_region_from(const dgs_region *region, double x)
{
    dgs_region rest = *region;
    rest.left = x;
    return rest;
}

double dgs_stroke(const dgs_context *ctx, double points)
{
    const double thinnest = 0.5; // what every office printer draws without gaps
    return ctx->palette->mode == DGS_INK_SAVER ? fmin(points, fmax(thinnest, points * 0.4)) : points;
}

bool dgs_width_holds(const dgs_context *ctx, double width, double ems)
{
    return width >= ems * ctx->look->size.body.size;
}
