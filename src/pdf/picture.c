#include "pdf/picture.h"

#include "pdf/grayscale.h"

static dgs_object *make(dgs_writer *writer, const dgs_box *box)
{
    if (box->kind == DGS_BOX_PICTURE) {
        const dgs_raster *raster = dgs_grayscale_raster(writer, box);
        return raster == NULL ? NULL : dgs_raster_make(writer, raster);
    }
    const dgs_art *art = dgs_grayscale_art(writer, box);
    return art == NULL ? NULL : dgs_art_make(writer, art);
}

int dgs_pictures_number(dgs_writer *writer, const dgs_box *box)
{
    dgs_pictures *pictures = writer->pictures;
    dgs_xobject wanted = {0};
    if (box->kind == DGS_BOX_PICTURE)
        wanted.raster = box->raster;
    else
        wanted.art = box->art;
    for (size_t i = 0; i < pictures->n; i++)
        if (pictures->items[i].art == wanted.art && pictures->items[i].raster == wanted.raster)
            return (int)i;
    const dgs_object *object = make(writer, box);
    if (object == NULL)
        return -1;
    wanted.object = dgs_object_number(object);
    dgs_xobject *item = DGS_PUSH(writer->arena, pictures->items, pictures->n, pictures->cap);
    if (item == NULL) {
        (void)dgs_fail_memory(writer->err);
        return -1;
    }
    *item = wanted;
    return (int)pictures->n - 1;
}
