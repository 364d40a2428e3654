#include "pdf/picture.h"

static bool takes_color(const dgs_art *art)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].fill.kind == DGS_PAINT_CURRENT || art->paths[i].stroke.kind == DGS_PAINT_CURRENT)
            return true;
    return false;
}

static bool same(const dgs_xobject *a, const dgs_xobject *b)
{
    return a->art == b->art && a->raster == b->raster && a->color.r == b->color.r && a->color.g == b->color.g &&
           a->color.b == b->color.b;
}

int dgs_pictures_number(dgs_writer *writer, const dgs_box *box)
{
    dgs_pictures *pictures = writer->pictures;
    dgs_xobject wanted = {0};
    if (box->kind == DGS_BOX_PICTURE)
        wanted.raster = box->raster;
    else
        wanted.art = box->art;
    if (wanted.art != NULL && takes_color(wanted.art))
        wanted.color = box->color;
    for (size_t i = 0; i < pictures->n; i++)
        if (same(&pictures->items[i], &wanted))
            return (int)i;
    wanted.object =
        wanted.art != NULL ? dgs_art_make(writer, wanted.art, wanted.color) : dgs_raster_make(writer, wanted.raster);
    if (wanted.object == NULL)
        return -1;
    dgs_xobject *item = DGS_PUSH(writer->arena, pictures->items, pictures->n, pictures->cap);
    if (item == NULL) {
        (void)dgs_fail_memory(writer->err);
        return -1;
    }
    *item = wanted;
    return (int)pictures->n - 1;
}
