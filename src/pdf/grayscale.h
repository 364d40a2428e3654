// Pictures as the handout's ink wants them: as they are, in gray, or as outlines.
#ifndef DGS_PDF_GRAYSCALE_H
#define DGS_PDF_GRAYSCALE_H
#include "pdf/writer.h"

// The picture of a box of kind ART or PICTURE as it is to be painted; NULL on failure, with the error set. To save ink
// drawings become outlines; photographs and the logo, which is a sign of its own and small, stay as they are.
const dgs_art *dgs_grayscale_art(dgs_writer *writer, const dgs_box *box);
const dgs_raster *dgs_grayscale_raster(dgs_writer *writer, const dgs_box *box);
#endif
