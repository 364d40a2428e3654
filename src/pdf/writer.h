// What the files of this room share while one document is written.
#ifndef DGS_PDF_WRITER_H
#define DGS_PDF_WRITER_H
#include "pdf/object.h"
#include "pdf/pdf.h"

typedef struct dgs_annotation {
    dgs_object *object;
} dgs_annotation;

typedef struct dgs_pdf_page {
    dgs_object *object;
    dgs_annotation *annotations; // in painted order
    size_t nannotations, annotation_cap;
} dgs_pdf_page;

typedef struct dgs_writer {
    const dgs_pages *pages;
    const dgs_doc *doc;
    dgs_text *text;
    const dgs_pdf_options *options;
    dgs_arena *arena;
    dgs_err *err;
    dgs_objects *objects;
    dgs_object *catalog, *info;
    dgs_pdf_page *page; // one for each page
    struct dgs_fonts *fonts;
    struct dgs_pictures *pictures;
    struct dgs_tags *tags;
} dgs_writer;
#endif
