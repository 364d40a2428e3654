#include "layout/lay.h"

#include <math.h>

#include "layout/lines.h"
#include "layout/variable.h"

bool dgs_lay_make(dgs_lay *lay, const dgs_layout_input *in, double air, dgs_arena *arena, dgs_err *err)
{
    dgs_look_table *look = dgs_arena_alloc(arena, sizeof *look);
    if (look == NULL)
        return dgs_fail_memory(err);
    dgs_look_measure(in->look, air, look);
    *lay = (dgs_lay){.doc = in->doc,
                     .look = look,
                     .palette = in->palette,
                     .text = in->text,
                     .arena = arena,
                     .err = err,
                     .builder = dgs_line_builder_new(arena)};
    bool variable = in->doc->root->first->variable;
    if (variable)
        lay->template = dgs_arena_alloc(arena, sizeof *lay->template);
    if (lay->builder == NULL || (variable && lay->template == NULL))
        return dgs_fail_memory(err);
    if (variable)
        lay->template->air = air;
    return true;
}

double dgs_lay_width(const dgs_lay_region *region)
{
    return region->right - region->left;
}

dgs_lay_region dgs_lay_strip(const dgs_lay_region *region, double width)
{
    dgs_lay_region strip = *region;
    strip.left = 0;
    strip.right = width;
    return strip;
}

dgs_lay_region dgs_lay_from(const dgs_lay_region *region, double x)
{
    dgs_lay_region rest = *region;
    rest.left = x;
    return rest;
}

double dgs_stroke(const dgs_lay *lay, double points)
{
    const double thinnest = 0.5; // what every office printer draws without gaps
    return lay->palette->mode == DGS_INK_SAVER ? fmin(points, fmax(thinnest, points * 0.6)) : points;
}

bool dgs_width_holds(const dgs_lay *lay, double width, double ems)
{
    return width >= ems * lay->look->size.body.size;
}
