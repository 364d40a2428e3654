#include "image/picture.h"

double dgs_picture_aspect(const dgs_picture *picture)
{
    const dgs_art *art = picture->art;
    const dgs_raster *raster = picture->raster;
    return picture->kind == DGS_PICTURE_ART ? (double)art->w / (double)art->h : (double)raster->w / (double)raster->h;
}

bool dgs_art_takes_current(const dgs_art *art)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].fill.kind == DGS_PAINT_CURRENT || art->paths[i].stroke.kind == DGS_PAINT_CURRENT)
            return true;
    return false;
}
