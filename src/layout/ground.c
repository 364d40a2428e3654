// What sets boxes, badges and rows off the page. The palette decides how: with or without a fill.
#include "layout/galley.h"

static double line_of(const dgs_context *ctx)
{
    return dgs_stroke(ctx, ctx->look->constant.stroke.outline);
}

static bool fill_add(const dgs_context *ctx, dgs_galley *galley, const dgs_ground *ground, dgs_ground_shape shape,
                     dgs_rect rect, double radius)
{
    dgs_box fill = {.kind = shape == DGS_GROUND_DISC ? DGS_BOX_DOT : DGS_BOX_FILL,
                    .rect = rect,
                    .color = ground->fill,
                    .radius = radius,
                    .decoration = true};
    return dgs_galley_box(ctx, galley, fill);
}

static bool rule_add(const dgs_context *ctx, dgs_galley *galley, const dgs_ground *ground, dgs_rect rect)
{
    dgs_box rule = {
        .kind = DGS_BOX_RULE, .rect = rect, .color = ground->outline, .line = line_of(ctx), .decoration = true};
    return dgs_galley_box(ctx, galley, rule);
}

static bool outline_add(const dgs_context *ctx, dgs_galley *galley, const dgs_ground *ground, dgs_ground_shape shape,
                        dgs_rect rect, double radius)
{
    double line = line_of(ctx);
    dgs_box frame = {.kind = DGS_BOX_FRAME,
                     .rect = rect,
                     .color = ground->outline,
                     .line = line,
                     .radius = shape == DGS_GROUND_DISC ? rect.h / 2 : radius,
                     .decoration = true};
    if (shape == DGS_GROUND_ROW)
        return true;
    if (shape == DGS_GROUND_HEAD)
        return rule_add(ctx, galley, ground, (dgs_rect){rect.x, rect.y + rect.h - line / 2, rect.w, 0});
    if (shape == DGS_GROUND_SLICE)
        return rule_add(ctx, galley, ground, (dgs_rect){rect.x + line / 2, rect.y, 0, rect.h});
    return dgs_galley_box(ctx, galley, frame);
}

bool dgs_ground_add(const dgs_context *ctx, dgs_galley *galley, const dgs_ground *ground, dgs_ground_shape shape,
                    dgs_rect rect, double radius)
{
    return (!ground->filled || fill_add(ctx, galley, ground, shape, rect, radius)) &&
           (!ground->outlined || outline_add(ctx, galley, ground, shape, rect, radius));
}
