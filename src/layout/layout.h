// Document tree -> placed boxes on pages. Pure: no file, clock, global or PDF.
#ifndef DGS_LAYOUT_LAYOUT_H
#define DGS_LAYOUT_LAYOUT_H
#include "base/err.h"
#include "base/limits.h"
#include "layout/pages.h"
#include "order/order.h"
#include "profile/profile.h"

// Nothing is placed nearer to the paper's edge than this (printers cannot reach it): points.
#define DGS_EDGE DGS_INCH(0.25)
#define DGS_FOOT_EDGE DGS_INCH(0.5)

// The size of a paper that is held upright, points.
void dgs_paper_size(dgs_paper paper, double *width, double *height);

typedef struct dgs_layout_input { // what is laid out, and how; all the caller's
    const dgs_doc *doc;
    const dgs_palette *palette;
    const dgs_print_options *options;
    dgs_text *text; // shapes the words
} dgs_layout_input;

// Lays the document out. *out and all that it points to live in the arena and point into `doc` and `text`. Fails with
// DGS_ERR_DATA where something cannot be set at all (more than DGS_PAGES_MAX pages, a table's row taller than one),
// DGS_ERR_USAGE for a booklet on paper other than Letter or A4, and DGS_ERR_MEMORY.
bool dgs_layout_make(const dgs_layout_input *in, dgs_arena *arena, dgs_pages *out, dgs_err *err);

// Lays out again what is variable, for a document that is laid out alike: `pages` come from dgs_layout_make() for the
// document as it was before dgs_content_refill(), and the palette fills and outlines the same grounds. Where the new
// words take the room that the old ones took, *fits is true and the boxes of *out, with nothing but variable ones, are
// to the bit those that dgs_layout_make() would have made; shared pieces have their boxes on the first of their pages
// only. Else *fits is false. *out is in the arena, and points into `pages`, which are left as they are.
bool dgs_layout_refill(const dgs_pages *pages, const dgs_layout_input *in, dgs_arena *arena, dgs_pages *out, bool *fits,
                       dgs_err *err);

// Whether the emergency box is on the first page, and of a card on its back. Where the steps take more room than
// that page has, the caller moves the box before them and lays out again.
bool dgs_layout_emergency_first(const dgs_pages *pages, const dgs_doc *doc);
// Whether it ends there, too. Where it does not, the caller moves it in the same way; it may be more than the page even
// so.
bool dgs_layout_emergency_whole(const dgs_pages *pages, const dgs_doc *doc);

// How many pages are missing until no side of a sheet stays empty: more than one page are printed on both sides, and a
// booklet's sheets hold four. The caller puts in as many (dgs_content_set_lined) and lays out again.
size_t dgs_layout_missing(const dgs_pages *pages, const dgs_print_options *options);

// Lays the pages of a booklet, a multiple of four, side by side on the sheets that the options name, as they are to be
// printed on both sides (turned over the short edge), folded and stapled: the last page next to the first, the second
// next to the last but one. Nothing is scaled. *out points into `pages`.
bool dgs_layout_impose(const dgs_pages *pages, const dgs_print_options *options, dgs_arena *arena, dgs_pages *out,
                       dgs_err *err);

// Lays finished pages on sheets for a print shop: larger by the bleed, and by room for crop marks where the options ask
// for them; a strip of `color` at the head of each page runs off its edges. *out points into `pages`.
bool dgs_layout_press(const dgs_pages *pages, const dgs_print_options *options, dgs_color color, dgs_arena *arena,
                      dgs_pages *out, dgs_err *err);

// Adds as text the sheet's size, the number of pages, for a print shop how far from its edges it is cut, and for a
// screen how high each page is; then every box, one a line: page, x, y, width, height (points), kind, the node's kind
// and index ("-" for furniture), and for text its size and words. False when memory ends.
bool dgs_layout_dump(const dgs_pages *pages, dgs_buf *to);
#endif
