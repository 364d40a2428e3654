// Objects -> the bytes of a file: streams first, all else in object streams, then a cross-reference stream.
#ifndef DGS_PDF_SERIAL_H
#define DGS_PDF_SERIAL_H
#include "pdf/object.h"

// Writes the file with its catalog and information dictionary; *out is in the arena.
bool dgs_pdf_serialise(dgs_objects *objects, const dgs_object *catalog, const dgs_object *info, dgs_arena *arena,
                       dgs_str *out, dgs_err *err);
#endif
