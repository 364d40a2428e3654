// Galleys: filling and measuring an endless strip of atoms. Knows no node but as the owner of a box.
#ifndef DGS_LAYOUT_GALLEY_H
#define DGS_LAYOUT_GALLEY_H
#include "layout/lines.h"

typedef struct dgs_atom {
    double before; // space above, dropped at the head of a column
    double height;
    bool keep;    // no page or column ends after it
    bool stretch; // the space above may grow to fill a page
    size_t head;  // so many atoms before it stands the head of its table, repeated where a page begins with this; or 0
    size_t first, nboxes;
} dgs_atom;

typedef struct dgs_galley {
    double above; // the height of what must stand right above its first atom and is kept elsewhere
    dgs_atom *atoms;
    size_t natoms, cap_atoms;
    dgs_box *boxes; // from their atom's top left; a run's x from its box's left edge
    size_t nboxes, cap_boxes;
} dgs_galley;

typedef struct dgs_columns { // side by side
    size_t n;
    double width, gutter; // of each; between two
} dgs_columns;

bool dgs_galley_atom(const dgs_context *ctx, dgs_galley *galley, double before, double height); // begins an atom
dgs_atom *dgs_galley_last(dgs_galley *galley);
bool dgs_galley_box(const dgs_context *ctx, dgs_galley *galley, dgs_box box); // adds to the last atom
// Adds one line of text to the last atom, the top left of its line box at the point.
bool dgs_galley_line(const dgs_context *ctx, dgs_galley *galley, const dgs_node *node, const dgs_line *line,
                     const dgs_style *style, dgs_point at);
// The last atom becomes as tall as the line, where it is less.
void dgs_galley_hold(dgs_galley *galley, const dgs_line *line, const dgs_style *style);
// Adds all lines, one an atom, at x, the first one y below what is above; no widow, no orphan.
bool dgs_galley_lines(const dgs_context *ctx, dgs_galley *galley, const dgs_node *node, const dgs_lines *lines,
                      const dgs_style *style, dgs_point at);
// Adds the inner galley's boxes to the last atom at (x, y).
bool dgs_galley_absorb(const dgs_context *ctx, dgs_galley *galley, const dgs_galley *inner, double x, double y);
// Appends all atoms, at x.
bool dgs_galley_append(const dgs_context *ctx, dgs_galley *galley, const dgs_galley *inner, double x, double before);
// Atoms of `inner` set in level columns as one atom of `galley`, at x, y below what is above.
bool dgs_galley_columns(const dgs_context *ctx, dgs_galley *galley, const dgs_galley *inner, const dgs_columns *columns,
                        dgs_point at);

// Without the first space above; with the table head that is repeated where [from, to) begins inside a table.
double dgs_galley_height(const dgs_galley *galley, size_t from, size_t to);
double dgs_galley_kept(const dgs_galley *galley); // the height of what must stand right above the next atom
const dgs_atom *dgs_galley_head(const dgs_galley *galley, size_t from); // that head, or NULL
// The end of the atoms from `from` that fit into `height`: a place where a column may end; `from` where none do.
size_t dgs_galley_fit(const dgs_galley *galley, size_t from, double height);
// The cuts that set the galley in `n` columns as level as they can be: ends[i] is the end of column i. Returns the
// height of the tallest.
double dgs_galley_level(const dgs_galley *galley, size_t from, size_t n, size_t *ends);
// Whether the galley, set in columns, makes an atom that any page can hold.
bool dgs_galley_levels(const dgs_context *ctx, const dgs_galley *galley, const dgs_region *region, size_t ncolumns);

// Gives a box of text, placed on its page, its own copy of its runs with x on the page; furniture carries no links.
bool dgs_box_own_runs(const dgs_context *ctx, dgs_box *box, bool furniture);

typedef enum dgs_ground_shape {
    DGS_GROUND_BOX,   // outlined all round
    DGS_GROUND_SLICE, // of a box that goes on: outlined on the left
    DGS_GROUND_DISC,
    DGS_GROUND_HEAD, // of a table: outlined below
    DGS_GROUND_ROW   // never outlined: a table's rules separate its rows
} dgs_ground_shape;

// Adds to the last atom what sets a piece of it off the page, before that piece itself.
bool dgs_ground_add(const dgs_context *ctx, dgs_galley *galley, const dgs_ground *ground, dgs_ground_shape shape,
                    dgs_rect rect, double radius);
#endif
