#include "image/picture.h"

double dgs_picture_aspect(const dgs_picture *picture)
{
    const dgs_art *art = picture->art;
    const dgs_raster *raster = picture->raster;
    return picture->kind == DGS_PICTURE_ART ? (double)art->w / (double)art->h : (double)raster->w / (double)raster->h;
}
