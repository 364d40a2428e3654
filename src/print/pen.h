// Sets single things on one page: lines of text, shapes, a QR code, each with its place in a small document tree. Knows
// nothing of what the page is for.
#ifndef DGS_PRINT_PEN_H
#define DGS_PRINT_PEN_H
#include "content/doc.h"
#include "layout/pages.h"
#include "text/text.h"

typedef struct dgs_pen {
    dgs_arena *arena;
    dgs_text *text;
    dgs_err *err;
    dgs_node *root;
    size_t nnodes;
    dgs_box *boxes;
    size_t nboxes, cap;
    bool failed; // err is set; what is asked for afterwards does nothing
} dgs_pen;

typedef struct dgs_hand { // how words are set
    dgs_face face;
    double size, leading; // points
    dgs_color color;
} dgs_hand;

// Adds a node after the parent's last one; `words`, which may be NULL, become its text. Nodes are made in the order of
// reading. The root has no parent. NULL when memory ends.
dgs_node *dgs_pen_node(dgs_pen *pen, dgs_node *parent, dgs_node_kind kind, const char *words);

// Sets words of a node (NULL: furniture) in lines from the top left corner on; returns the height that they take.
double dgs_pen_words(dgs_pen *pen, const dgs_node *node, const dgs_hand *hand, const char *words, double x, double y,
                     double measure);

// The width of words on one line.
double dgs_pen_width(dgs_pen *pen, const dgs_hand *hand, const char *words);

// Adds a shape, as the layout room's boxes are.
void dgs_pen_box(dgs_pen *pen, dgs_box box);

// Adds a QR code with its quiet zone and modules of this width; returns its side, all in points.
double dgs_pen_qr(dgs_pen *pen, const dgs_node *node, const char *says, double module, double x, double y);

// The page as it is now. *doc and *pages are the pen's and in its arena.
bool dgs_pen_finish(dgs_pen *pen, double width, double height, dgs_doc *doc, dgs_pages *pages);
#endif
