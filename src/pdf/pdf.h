// Placed boxes -> a tagged PDF 1.7 file in memory, which claims PDF/UA-1 and PDF/A-2a: object layer over libharu,
// fonts, pictures, tags, metadata, links, bookmarks, serialiser. Knows nothing of Markdown, profiles or files.
#ifndef DGS_PDF_PDF_H
#define DGS_PDF_PDF_H
#include <stdint.h>

#include "base/color.h"
#include "base/sha256.h"
#include "content/doc.h"
#include "layout/pages.h"
#include "order/order.h"
#include "text/text.h"

typedef struct dgs_pdf_options {
    bool has_date;
    int64_t date;                // seconds since 1970 UTC (SOURCE_DATE_EPOCH); without it the file carries no date
    const char *producer;        // "dgs-pdf 0.1.0"
    dgs_ink ink;                 // how pictures are painted; the boxes have their colors already
    dgs_color colors[DGS_ROLES]; // those that the roles of the boxes' colors stand for
    double typing;               // points: the size of what is typed into fields; 0 = fields are for a pen alone
    dgs_buf *tags; // what the structure tree is added to as text, or NULL: one element a line, two spaces for
                   // each level, its role, a figure's Alt in quotes, its words (links in brackets)
} dgs_pdf_options;

typedef struct dgs_pdf_input { // all of it lent
    const dgs_pages *pages;
    const dgs_doc *doc; // that the pages are of
    dgs_text *text;     // lends the fonts
    const dgs_pdf_options *options;
} dgs_pdf_input;

typedef struct dgs_pdf { // a file
    dgs_str bytes;
    char sha256[DGS_SHA256_HEX + 1]; // of the bytes
} dgs_pdf;

// What no practice changes of a document, written: its fonts, its art, and all pages but their variable pieces.
typedef struct dgs_fixed_part dgs_fixed_part;

// Makes the fixed part of a file. *out is in the arena and points into pages, document and text, of which all that is
// not variable must stay as it is. The options must be those of dgs_pdf_fill(), but for the colors.
bool dgs_pdf_fixed(const dgs_pdf_input *in, dgs_arena *arena, dgs_fixed_part **out, dgs_err *err);

// Writes the document on its fixed part: the pages are those that it was made from or come from dgs_layout_refill() of
// them. The bytes are those that dgs_pdf_write() gives for the same document, and in the arena.
bool dgs_pdf_fill(const dgs_fixed_part *fixed, const dgs_pdf_input *in, dgs_arena *arena, dgs_pdf *out, dgs_err *err);

// Writes the document. The same input gives the same bytes. *out is in the arena.
bool dgs_pdf_write(const dgs_pdf_input *in, dgs_arena *arena, dgs_str *out, dgs_err *err);

const char *dgs_pdf_library(void); // "libharu 2.3.0"
#endif
