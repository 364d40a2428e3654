// Placed boxes on pages, as plain data: the seam between layout and the rooms that paint, dump or check. Points, y down
// from the top left of the page.
#ifndef DGS_LAYOUT_PAGES_H
#define DGS_LAYOUT_PAGES_H
#include "content/doc.h"
#include "text/text.h"

#define DGS_TARGET 18.0 // points, 24 pixels of CSS: the least side of what a finger is to hit (WCAG 2.2, 2.5.8)

typedef struct dgs_run { // one font, size, color and link on one line
    dgs_face face;
    dgs_face usual; // the style's face, which would set what the family has
    float size;     // points
    dgs_color color;
    float x, width; // from the page's left edge; width is what the glyphs' advances take
    float outline;  // ems; the face has one weight, and is made bold by this; 0 where it is not
    uint8_t level;  // of UAX 9; where it is odd, the first of the glyphs is at the right
    const dgs_glyph *glyphs;
    size_t nglyphs;
    dgs_str text; // what the glyphs' clusters point into
    const dgs_active *link;
    const char *lang, *expansion; // as the span has them
} dgs_run;

typedef enum dgs_box_kind {
    DGS_BOX_TEXT,    // runs on one baseline
    DGS_BOX_FILL,    // a filled rectangle, its corners rounded by `radius`
    DGS_BOX_FRAME,   // its outline, `line` wide, drawn inside the rectangle
    DGS_BOX_RULE,    // a straight line from (x, y) to (x + w, y + h), `line` wide, butt ends
    DGS_BOX_DOT,     // a filled ellipse in the rectangle
    DGS_BOX_ART,     // vector art scaled to the rectangle; `color` for currentColor
    DGS_BOX_PICTURE, // pixels scaled to the rectangle
    DGS_BOX_AREA,    // paints nothing: where a FIELD lies that has no box or line drawn for it
    DGS_BOX_VARIABLE // never on a page: of layout alone, while it composes
} dgs_box_kind;

typedef enum dgs_furniture { // of boxes without a node: the kind of artifact (ISO 32000-1, 14.8.2.2)
    DGS_FURNITURE_LAYOUT,    // rules, fills, icons
    DGS_FURNITURE_HEADER,
    DGS_FURNITURE_FOOTER
} dgs_furniture;

typedef struct dgs_box {
    dgs_box_kind kind;
    dgs_rect rect;        // for text: the runs' width, one em high, three quarters of it above the baseline
    const dgs_node *node; // whose content it is; NULL = furniture, an artifact. A FIELD's is its area, for a pen
    dgs_furniture furniture;
    double baseline; // TEXT: y
    const dgs_run *runs;
    size_t nruns;
    dgs_color color; // all but TEXT and PICTURE
    double line, radius;
    const dgs_art *art;
    const dgs_raster *raster;
    // FRAME, RULE, DOT: nothing is lost where it goes unseen (a hairline, the white round a leader), or it is the
    // ground of something, so no contrast is asked of it (WCAG 2.1, 1.4.11). A FILL never needs any.
    bool decoration;
    size_t block, atom; // VARIABLE: which atom of which block is here
} dgs_box;

typedef struct dgs_page_part { // neighbors among a page's boxes
    size_t first, nboxes;
    bool variable; // composed again for each practice (dgs_node.variable); the others are the template's
    size_t shared; // 0, or the number of those furniture pieces that are the same on all their pages
} dgs_page_part;

typedef struct dgs_page {
    const dgs_box *boxes; // in paint order; boxes with nodes are in reading order, a FIELD's next to its leaf's
    size_t nboxes;
    double height;               // 0 = the sheet's; less on a screen, where a page ends below what it holds
    const dgs_page_part *pieces; // all the boxes in their order; none where nothing of the document is variable
    size_t npieces;
    const dgs_box *places; // of layout alone: the VARIABLE boxes of the variable pieces
    size_t nplaces;
} dgs_page;

typedef struct dgs_turn { // to be read
    size_t page, piece;
} dgs_turn;

typedef struct dgs_pages {
    double width, height; // of the sheet
    // For a print shop: from the sheet's edge to where it is cut, and how far color runs beyond the cut. 0 = an office
    // page, which is not cut.
    double margin, bleed;
    const dgs_page *pages;
    size_t npages;
    // A booklet's sheets: the pieces of their sides, one for each page, in the order of reading. None where pages are
    // read as they come.
    const dgs_turn *turns;
    size_t nturns;
    // By dgs_node.index: the page (0-based) and the top edge of the first box of that node or of one below it;
    // page -1 where nothing of it was placed.
    const int *node_page;
    const double *node_top;
    size_t nnodes;                       // so many they are
    double link;                         // the least height of a link's area, for a finger; 0 = as its words are
    const struct dgs_template *template; // for dgs_layout_refill(); NULL where nothing is variable
} dgs_pages;
#endif
