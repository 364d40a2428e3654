// What one part of the writing hands to the other: the file's head and the numbers that tie it to the rest. It outlives
// the still part's store of objects.
#ifndef DGS_PDF_STILL_H
#define DGS_PDF_STILL_H
#include "pdf/font.h"
#include "pdf/picture.h"
#include "pdf/serial.h"
#include "pdf/tag.h"

typedef struct dgs_still_page {
    int object;
    int *contents; // the content streams, in their order
    size_t ncontents, contents_cap;
    size_t nmarks;
    dgs_str marks;       // "12 0 R 13 0 R ", by MCID, for the parent tree
    dgs_str annotations; // "7 0 R "
} dgs_still_page;

typedef struct dgs_still_root { // of a live piece of the structure tree
    const dgs_node *node;
    dgs_element *place; // where it stands in the still tree
    int object, parent;
} dgs_still_root;

struct dgs_still {
    dgs_head head;
    int catalog, page_tree;                       // written
    int info, metadata, resources, tree, parents; // reserved
    int art_spaces;                               // reserved where a still drawing has colours of roles, else 0
    const dgs_element *document;                  // the structure tree's first element
    int document_number;
    dgs_still_page *page; // one for each page
    int *shared;          // content streams, by dgs_page_piece.shared
    size_t nshared;
    dgs_fonts fonts;
    dgs_pictures pictures;
    dgs_still_root *roots;
    size_t nroots, roots_cap;
    size_t nlinks;
    dgs_str links; // "4 12 0 R\n", for the parent tree
};

// The pieces of a page; one for all of it where the document has none.
size_t dgs_still_pieces(const dgs_page *page);
dgs_page_piece dgs_still_piece(const dgs_page *page, size_t i);
#endif
