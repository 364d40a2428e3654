// Boxes -> content streams, every piece of them marked as an element's content or as an artifact.
#ifndef DGS_PDF_PAINT_H
#define DGS_PDF_PAINT_H
#include "pdf/writer.h"

// Paint one piece of a page, where it is fixed, and the variable pieces of a page: content streams, marks, pictures and
// links. Tags take up pieces in the order in which they are painted.
bool dgs_paint_fixed(dgs_writer *writer, size_t page, size_t piece);
bool dgs_paint_variable(dgs_writer *writer, size_t page);
#endif
