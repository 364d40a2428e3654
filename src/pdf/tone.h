// Pictures as the handout's ink wants them: as they are, in grey, or as outlines.
#ifndef DGS_PDF_TONE_H
#define DGS_PDF_TONE_H
#include "pdf/writer.h"

// The picture of a box of kind ART or PICTURE as it is to be painted; NULL on failure, with the error set. To save ink
// drawings become outlines; photographs and the logo, which is a sign of its own and small, stay as they are.
const dgs_art *dgs_tone_art(dgs_writer *writer, const dgs_box *box);
const dgs_raster *dgs_tone_raster(dgs_writer *writer, const dgs_box *box);
#endif
