#include "image/picture.h"

void dgs_raster_size(const dgs_raster *raster, uint32_t *across, uint32_t *down)
{
    bool all = raster->shown.w == 0, lies = raster->orientation >= 5 && raster->orientation <= 8;
    uint32_t w = all ? raster->w : raster->shown.w, h = all ? raster->h : raster->shown.h;
    *across = lies ? h : w;
    *down = lies ? w : h;
}

double dgs_raster_dpi(const dgs_raster *raster, double width)
{
    uint32_t across, down;
    dgs_raster_size(raster, &across, &down);
    return width > 0 ? across * 72.0 / width : 0;
}

double dgs_picture_aspect(const dgs_picture *picture)
{
    if (picture->kind == DGS_PICTURE_ART)
        return (double)picture->art->w / (double)picture->art->h;
    uint32_t across, down;
    dgs_raster_size(picture->raster, &across, &down);
    return (double)across / (double)down;
}

bool dgs_art_takes_current(const dgs_art *art)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].fill.kind == DGS_PAINT_CURRENT || art->paths[i].stroke.kind == DGS_PAINT_CURRENT)
            return true;
    return false;
}
