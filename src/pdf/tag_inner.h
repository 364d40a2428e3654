// The structure tree in the making, as the files of tag.h share it.
#ifndef DGS_PDF_TAG_INNER_H
#define DGS_PDF_TAG_INNER_H
#include "pdf/fixed.h"

typedef struct dgs_saying { // one run of a content item
    struct dgs_saying *next;
    dgs_str text;
} dgs_saying;

typedef struct dgs_content_item { // of an element's content
    struct dgs_content_item *next;
    dgs_saying *first, *last; // its words, where they are to be dumped
    size_t page;
    size_t turn;                  // when it was painted: how many items of the part came before
    int mcid;                     // for a marked sequence
    const dgs_object *annotation; // or NULL
} dgs_content_item;

struct dgs_element {
    const char *role;
    const dgs_node *node; // NULL for what the tree adds
    const char *attributes, *alt;
    const dgs_active *active; // of a Link
    const dgs_run *run;       // of a Span
    dgs_element *parent, *first, *last, *next;
    dgs_content_item *items, *last_item;
    bool keep;
    bool variable;             // of the fixed tree: here stands an element of the variable part
    const dgs_element *filled; // that one, where the tree is to be dumped
    bool begun;                // LBody: its label was painted
    bool covers;
    size_t cover_page;
    dgs_rect cover;
    dgs_object *object;
};

typedef struct dgs_holder { // of a mark or an annotation
    dgs_element *element;
} dgs_holder;

typedef struct dgs_page_mcids {
    dgs_holder *holders; // by MCID
    size_t n, cap;
} dgs_page_mcids;

struct dgs_tags {
    dgs_element *root;    // of the fixed part
    dgs_element **roots;  // of the variable part: by fixed root
    dgs_element **owners; // by node index: where the node's own content goes, or NULL
    dgs_page_mcids *pages;
    size_t nitems;
    dgs_element *pen;        // says that the fields are for a pen; NULL = not yet, or never
    dgs_holder *annotations; // by StructParent less the number of pages
    size_t nannotations, annotation_cap;
};

bool dgs_element_is_inline(const dgs_element *element); // a Link or a Span

// The next Link or Span from here on.
const dgs_element *dgs_element_next_inline(const dgs_element *element);

// Whether the element's first content item comes before this one of its parent's.
bool dgs_element_stands_before(const dgs_element *element, const dgs_content_item *b);

// Adds the tree as text, for dgs_pdf_options.tags.
void dgs_element_dump(const dgs_element *element, int depth, dgs_buf *to);
#endif
