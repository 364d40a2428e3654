// Bookmarks, from the headings of levels 1 to 3.
#ifndef DGS_PDF_OUTLINE_H
#define DGS_PDF_OUTLINE_H
#include "pdf/writer.h"

// Writes the outline and its catalog entry; none where no heading is on a page.
bool dgs_outline_write(dgs_writer *writer);
#endif
