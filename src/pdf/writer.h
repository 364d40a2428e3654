// What the files of this room share while one document is written. That is done in two parts with a store of objects
// each: first what is fixed, then what is variable (dgs_page_part.variable, dgs_node.variable). Numbers of objects of
// the variable part that the fixed part refers to are reserved there.
#ifndef DGS_PDF_WRITER_H
#define DGS_PDF_WRITER_H
#include "pdf/object.h"
#include "pdf/pdf.h"

typedef struct dgs_pdf_page {
    dgs_object *object;
    dgs_object **annotations; // in painted order
    size_t nannotations, annotation_cap;
} dgs_pdf_page;

typedef struct dgs_writer {
    const dgs_pages *pages;
    const dgs_doc *doc;
    dgs_text *text;
    const dgs_pdf_options *options;
    dgs_arena *arena;
    dgs_err *err;
    bool variable; // which part is written
    dgs_objects *objects;
    struct dgs_fixed_part *fixed; // made by the fixed part; the variable part only reads it
    dgs_object *catalog;
    dgs_pdf_page *page; // one for each page
    bool *painted;      // by dgs_page_part.shared
    struct dgs_fonts *fonts;
    struct dgs_pictures *pictures;
    struct dgs_tags *tags;
    struct dgs_field_place *fields; // of the fixed part, in painted order
    size_t nfields, fields_cap;
} dgs_writer;
#endif
