// Pictures as XObjects: vector art as forms, pixels as images; each made once, however often it is painted.
#ifndef DGS_PDF_PICTURE_H
#define DGS_PDF_PICTURE_H
#include "pdf/canvas.h"
#include "pdf/writer.h"

typedef struct dgs_xobject {
    const dgs_art *art;
    const dgs_raster *raster;
    int object;
} dgs_xobject;

typedef struct dgs_pictures {
    dgs_xobject *items;
    size_t n, cap;
} dgs_pictures;

// The number of the resource (/X<number>) that a box of kind ART or PICTURE paints, made where it is new; -1 on
// failure.
int dgs_pictures_number(dgs_writer *writer, const dgs_box *box);

// Paints the image /X<number> of a raster into the rectangle: turned upright, and only what is shown of it.
void dgs_raster_paint(dgs_canvas *canvas, dgs_rect rect, int number, const dgs_raster *raster);

// For picture.c: the objects themselves; NULL on failure, with the error set.
dgs_object *dgs_art_make(dgs_writer *writer, const dgs_art *art);
dgs_object *dgs_raster_make(dgs_writer *writer, const dgs_raster *raster);
#endif
