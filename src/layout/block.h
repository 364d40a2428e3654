// Nodes -> atoms, one composer a kind of node. Each is given the context, the scheme in force, its region, the galley
// that it adds to, and its node; it changes the galley alone.
#ifndef DGS_LAYOUT_BLOCK_H
#define DGS_LAYOUT_BLOCK_H
#include "layout/galley.h"

// Any block, by its kind, with the space above it.
bool dgs_block_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                   const dgs_node *node);
bool dgs_block_children(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                        const dgs_node *parent);
// The words of a node as lines in a style of the caller's.
bool dgs_block_leaf(const dgs_context *ctx, const dgs_region *region, dgs_galley *galley, const dgs_node *node,
                    const dgs_style *style, double before);

bool dgs_step_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *step);
bool dgs_box_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                 const dgs_node *box);
bool dgs_client_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *client);
bool dgs_welcome_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                     const dgs_node *welcome);
bool dgs_badge_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                   const dgs_node *badge); // after the step's heading
bool dgs_list_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *list);
bool dgs_table_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                   const dgs_node *table);
bool dgs_days_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *days);
bool dgs_figure_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *figure);

// What stands under the picture of a heading, a decoration: words of that heading's step or part, heard right after it.
typedef struct dgs_picture_words {
    dgs_lines lines;
    dgs_style style;
    double width, height; // of the picture's column; with the space above, 0 without words
    const dgs_node *node; // whose picture it is
} dgs_picture_words;
bool dgs_picture_words_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *node, double width,
                            dgs_picture_words *out);
// The picture, a decoration, with the words under it, whose column begins at `x`: into the last atom.
bool dgs_picture_put(const dgs_context *ctx, dgs_galley *galley, const dgs_art *art, dgs_rect rect,
                     const dgs_picture_words *words, double x);

// What a box of these roles holds, into a galley of its own.
bool dgs_notes_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                   const dgs_node *box);
bool dgs_booking_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                     const dgs_node *box);

// The card of a QR code with its caption, one atom, into an empty galley; *width is the card's, at most the region's.
// Modules are at least 0.4 mm wide. The code has level M and is no larger than it needs to be for that; where the
// largest card is too small it has level L. Fails with DGS_ERR_DATA where that does not help either.
bool dgs_qr_card_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                     const dgs_node *code, double *width);

// A list in two columns, which keeps its lines short enough to read; in one where a page does not hold them.
bool dgs_box_list_in_two(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                         const dgs_node *list);

// A box to tick, in the last atom.
bool dgs_tick_box(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *field,
                  dgs_rect rect);
#endif
