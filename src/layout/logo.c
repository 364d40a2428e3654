// The practice's logo in the masthead.
#include <math.h>

#include "image/logo.h"
#include "layout/furniture.h"

// The place that its shape asks for; smaller on a page that is narrower than A4 or Letter.
static dgs_logo_place place_of(const dgs_lay *lay, const dgs_lay_region *region, const dgs_node *logo)
{
    const double full_width = lay->look->constant.page.logo, width = dgs_lay_width(region);
    dgs_logo_place place = dgs_logo_fit(logo->picture);
    double scale = fmin(1, width / full_width);
    return (dgs_logo_place){place.w * scale, place.h * scale, place.pad * scale};
}

dgs_rect dgs_logo_rect(const dgs_lay *lay, const dgs_lay_region *region, const dgs_node *logo)
{
    if (logo == NULL)
        return (dgs_rect){0, 0, 0, 0};
    dgs_logo_place place = place_of(lay, region, logo);
    return (dgs_rect){0, 0, place.w, place.h};
}

bool dgs_logo_add(const dgs_lay *lay, const dgs_lay_region *region, dgs_galley *out, const dgs_node *logo,
                  double height)
{
    if (logo == NULL)
        return true;
    dgs_logo_place place = place_of(lay, region, logo);
    double y = (height - place.h) / 2, pad = place.pad;
    const dgs_picture *picture = logo->picture;
    dgs_box tile = {.kind = DGS_BOX_FILL,
                    .rect = {0, y, place.w, place.h},
                    .color = lay->palette->accent,
                    .radius = lay->look->constant.corner.logo};
    dgs_box box = {.kind = picture->kind == DGS_PICTURE_ART ? DGS_BOX_ART : DGS_BOX_PICTURE,
                   .rect = {pad, y + pad, place.w - 2 * pad, place.h - 2 * pad},
                   .node = logo,
                   .color = lay->palette->accent,
                   .art = picture->art,
                   .raster = picture->raster};
    return (!picture->pale || dgs_galley_box(lay, out, tile)) && dgs_galley_box(lay, out, box);
}
