// The practice's logo in the masthead.
#include <math.h>

#include "image/logo.h"
#include "layout/furniture.h"

// The place that its shape asks for; smaller on a page that is narrower than A4 or Letter.
static dgs_logo_extent place_of(const dgs_context *ctx, const dgs_region *region, const dgs_node *logo)
{
    const double full_width = ctx->look->constant.page.logo, width = dgs_region_width(region);
    dgs_logo_extent place = logo->wordmark ? dgs_logo_fit_wordmark(logo->picture) : dgs_logo_fit(logo->picture);
    double scale = fmin(1, width / full_width);
    return (dgs_logo_extent){place.w * scale, place.h * scale, place.pad * scale};
}

dgs_rect dgs_logo_rect(const dgs_context *ctx, const dgs_region *region, const dgs_node *logo)
{
    if (logo == NULL)
        return (dgs_rect){0, 0, 0, 0};
    dgs_logo_extent place = place_of(ctx, region, logo);
    return (dgs_rect){0, 0, place.w, place.h};
}

bool dgs_logo_add(const dgs_context *ctx, const dgs_region *region, dgs_galley *out, const dgs_node *logo,
                  double height)
{
    if (logo == NULL)
        return true;
    dgs_logo_extent place = place_of(ctx, region, logo);
    double y = (height - place.h) / 2, pad = place.pad;
    const dgs_picture *picture = logo->picture;
    dgs_box tile = {.kind = DGS_BOX_FILL,
                    .rect = {0, y, place.w, place.h},
                    .color = ctx->palette->dark,
                    .radius = ctx->look->constant.corner.logo};
    dgs_box box = {.kind = picture->kind == DGS_PICTURE_ART ? DGS_BOX_ART : DGS_BOX_PICTURE,
                   .rect = {pad, y + pad, place.w - 2 * pad, place.h - 2 * pad},
                   .node = logo,
                   .color = ctx->palette->dark,
                   .art = picture->art,
                   .raster = picture->raster};
    return (!picture->pale || dgs_galley_box(ctx, out, tile)) && dgs_galley_box(ctx, out, box);
}
