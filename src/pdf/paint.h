// Boxes -> content streams, every piece of them marked as an element's content or as an artifact.
#ifndef DGS_PDF_PAINT_H
#define DGS_PDF_PAINT_H
#include "pdf/writer.h"

// Paint the still or the live pieces of one page: content streams, marks, pictures and links.
bool dgs_paint_still(dgs_writer *writer, size_t page);
bool dgs_paint_live(dgs_writer *writer, size_t page);
#endif
