#include "pdf/picture.h"

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
    wanted.object = wanted.art != NULL ? dgs_art_make(writer, wanted.art) : dgs_raster_make(writer, wanted.raster);
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
