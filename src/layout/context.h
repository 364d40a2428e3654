// What every composer is given: the context of the whole layout, which is const from the first block on, and a region,
// which each passes on smaller to what it holds.
//
// Composing has two steps. Blocks become atoms in a galley, an endless strip: an atom is what no page or column end may
// cut (a line, a step, a picture with its labels). Then the flow places atoms in columns on pages.
#ifndef DGS_LAYOUT_CONTEXT_H
#define DGS_LAYOUT_CONTEXT_H
#include "layout/layout.h"
#include "layout/look.h"
#include "qr/qr.h"

typedef struct dgs_code { // the QR code that was made last
    const char *text;
    size_t modules; // at most
    dgs_qr qr;
    const dgs_art *art; // NULL: none yet
} dgs_code;

typedef struct dgs_context {
    const dgs_doc *doc;
    const dgs_look *look;
    const dgs_palette *palette;
    dgs_text *text;
    dgs_arena *arena;
    dgs_err *err;
    struct dgs_template *template;    // where variable blocks are noted (variable.h); NULL where nothing is variable
    struct dgs_line_builder *builder; // the working memory of lines.c
    dgs_code *code;                   // the same of qr_card.c
} dgs_context;

// The room that a block is composed for: points, x from the left edge of the galley that it is added to.
typedef struct dgs_region {
    double left, right; // its edges
    double height;      // of a page's type area: no atom may be taller
    double whole;       // a section that takes at most this is not cut
    double figure;      // a labeled picture and its caption are made to fit this height; 0 = any
    double picture;     // a picture without labels is made so high; 0 = as usual
    bool under;         // the caption of a picture without labels stands under its halves
    bool strip;         // a booking box takes as little height as it can
    double row_extra;   // added to the rows of tables with boxes to tick, to fill a page
} dgs_region;

// Fills the context in; what it points to lives in the arena. `air` as in dgs_look_measure().
bool dgs_context_make(dgs_context *ctx, const dgs_layout_input *in, double air, dgs_arena *arena, dgs_err *err);

double dgs_region_width(const dgs_region *region);
// The region of a galley of its own, which is `width` wide; all else is as it is here.
dgs_region dgs_region_strip(const dgs_region *region, double width);
// The same galley from `x` on.
dgs_region dgs_region_from(const dgs_region *region, double x);

double dgs_stroke(const dgs_context *ctx, double points);               // a line's width, which is less to save ink
bool dgs_width_holds(const dgs_context *ctx, double width, double ems); // so many ems of body text
#endif
