// Objects -> the bytes of a file, in two parts: a head of what no practice changes, and the rest. In each part streams
// come first, then all else in object streams; a cross-reference stream ends the file.
#ifndef DGS_PDF_SERIAL_H
#define DGS_PDF_SERIAL_H
#include <stdint.h>

#include "base/sha256.h"
#include "pdf/object.h"
#include "pdf/pdf.h"

typedef struct dgs_xref_entry { // a row of the cross-reference stream (ISO 32000-1, 7.5.8.3)
    uint8_t type;
    uint32_t where; // offset, or number of the object stream
    uint16_t index; // in that
} dgs_xref_entry;

typedef struct dgs_head {
    dgs_str bytes;
    dgs_sha256 hash;            // of the bytes
    const dgs_xref_entry *xref; // by object number
    int next;                   // number for the rest to begin with; lower ones that have no place are its own too
} dgs_head;

typedef struct dgs_trailer { // numbers of the objects that a reader begins with
    int catalog, info;
} dgs_trailer;

// Writes the file's head; all of *out is in the arena.
bool dgs_pdf_serialise_head(dgs_objects *objects, dgs_arena *arena, dgs_head *out, dgs_err *err);

// Writes the whole file; *out is in the arena. `objects` began with head->next. Its /ID comes from its bytes.
bool dgs_pdf_serialise(dgs_objects *objects, const dgs_head *head, dgs_trailer trailer, dgs_arena *arena, dgs_pdf *out,
                       dgs_err *err);
#endif
