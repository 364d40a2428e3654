// What one part of the writing hands to the other: the file's head and the numbers that tie it to the rest. It outlives
// the fixed part's store of objects.
#ifndef DGS_PDF_FIXED_H
#define DGS_PDF_FIXED_H
#include "pdf/font.h"
#include "pdf/picture.h"
#include "pdf/serial.h"
#include "pdf/tag.h"

typedef struct dgs_fixed_page {
    int object;
    int *contents; // the content streams, in their order
    size_t ncontents, contents_cap;
    size_t nmarks;
    dgs_str marks;       // "12 0 R 13 0 R ", by MCID, for the parent tree
    dgs_str annotations; // "7 0 R "
} dgs_fixed_page;

typedef struct dgs_fixed_root { // of a variable piece of the structure tree
    const dgs_node *node;
    dgs_element *place; // where it is in the fixed tree
    int object, parent;
} dgs_fixed_root;

struct dgs_fixed_part {
    dgs_head head;
    int catalog, page_tree;                       // written
    int info, metadata, resources, tree, parents; // reserved
    int art_spaces;                               // reserved where a fixed drawing has colors of roles, else 0
    const dgs_element *document;                  // the structure tree's first element
    int document_number;
    dgs_fixed_page *page; // one for each page
    int *shared;          // content streams, by dgs_page_part.shared
    size_t nshared;
    dgs_fonts fonts;
    dgs_pictures pictures;
    dgs_fixed_root *roots;
    size_t nroots, roots_cap;
    size_t nannotations;
    dgs_str annotation_parents; // "4 12 0 R\n", for the parent tree
};

// The pieces of a page; one for all of it where the document has none.
size_t dgs_fixed_pieces(const dgs_page *page);
dgs_page_part dgs_fixed_piece(const dgs_page *page, size_t i);
#endif
