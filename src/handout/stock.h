// What one process keeps of the handouts that it has made: frames, which are laid out and written once and then filled
// for one practice after the other. Nothing of it changes a byte of any handout.
#ifndef DGS_HANDOUT_STOCK_H
#define DGS_HANDOUT_STOCK_H
#include "handout/handout.h"

typedef struct dgs_stock dgs_stock;

// NULL when memory is short; freed by dgs_stock_free(). One stock is for orders that differ in their settings only, and
// for one dgs_text.
dgs_stock *dgs_stock_new(dgs_err *err);
void dgs_stock_free(dgs_stock *stock);

// The handout that these orders are about. *out is the stock's or, without one, in the arena. Fails as
// dgs_package_find() does.
bool dgs_stock_package(dgs_stock *stock, const dgs_order *order, dgs_arena *arena, const dgs_package **out,
                       dgs_err *err);

// Composes and writes, as dgs_handout_compose() and dgs_handout_write() do. *out and *pdf are in the arena or in the
// stock, and last until the arena is reset or the next handout is made. `stock` may be NULL.
bool dgs_stock_make(dgs_stock *stock, const dgs_order *order, dgs_text *text, dgs_arena *arena, dgs_handout *out,
                    dgs_pdf *pdf, dgs_err *err);
#endif
