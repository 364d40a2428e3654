#include "image/picture.h"

#include "base/color.h"
#include "base/limits.h"

bool dgs_raster_check_size(const char *name, uint32_t w, uint32_t h, dgs_err *err)
{
    if (w <= DGS_IMAGE_SIDE_MAX && h <= DGS_IMAGE_SIDE_MAX && (uint64_t)w * h <= DGS_IMAGE_PIXELS_MAX)
        return true;
    return dgs_fail(
        err, DGS_ERR_DATA,
        "%s: the picture claims %lu x %lu pixels: use one of at most %d pixels a side and %d million in all", name,
        (unsigned long)w, (unsigned long)h, DGS_IMAGE_SIDE_MAX, DGS_IMAGE_PIXELS_MAX / DGS_MILLION);
}

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

bool dgs_art_takes_roles(const dgs_art *art)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].fill.color.role != DGS_ROLE_OWN || art->paths[i].stroke.color.role != DGS_ROLE_OWN)
            return true;
    return false;
}

bool dgs_art_takes_current(const dgs_art *art)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].fill.kind == DGS_PAINT_CURRENT || art->paths[i].stroke.kind == DGS_PAINT_CURRENT)
            return true;
    return false;
}

size_t dgs_path_points(const dgs_path *path)
{
    static const size_t points[] = {
        [DGS_PATH_MOVE] = 1, [DGS_PATH_LINE] = 1, [DGS_PATH_CURVE] = 3, [DGS_PATH_CLOSE] = 0};
    size_t n = 0;
    for (size_t i = 0; i < path->nops; i++)
        n += points[path->ops[i]];
    return n;
}
