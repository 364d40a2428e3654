// Boxes -> content streams, every piece of them marked as an element's content or as an artifact.
#ifndef DGS_PDF_PAINT_H
#define DGS_PDF_PAINT_H
#include "pdf/writer.h"

// Paints one page: its content stream, marks, pictures and links.
bool dgs_paint_page(dgs_writer *writer, size_t page);
#endif
