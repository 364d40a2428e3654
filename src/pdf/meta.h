// What the file says about itself: information dictionary, XMP, output intent, and the catalog's entries for readers.
#ifndef DGS_PDF_META_H
#define DGS_PDF_META_H
#include "pdf/writer.h"

bool dgs_meta_fixed(dgs_writer *writer);    // the catalog's entries
bool dgs_meta_variable(dgs_writer *writer); // the dictionary and XMP
#endif
