// Selectors of style sheets (Selectors 3), of which those that can hold of a picture are understood. Private to the
// reader of style sheets.
#ifndef DGS_IMAGE_SVG_SELECT_H
#define DGS_IMAGE_SVG_SELECT_H
#include "image/svg_tree.h"

typedef struct dgs_select_test { // one condition of an element
    enum {
        DGS_SELECT_TYPE,
        DGS_SELECT_ID,
        DGS_SELECT_CLASS,
        DGS_SELECT_ATTRIBUTE,
        DGS_SELECT_ROOT,
        DGS_SELECT_FIRST,
        DGS_SELECT_LAST
    } kind;
    char how; // of an attribute: 0 it is there, '=' equal, '~' a word, '^' begins, '$' ends, '*' holds, '|' begins a
              // name
    dgs_str name, value;
} dgs_select_test;

typedef struct dgs_select_step { // an element, and how it lies to that of the next step
    char to_next;                // ' ' above, '>' right above; 0 = it is the last
    dgs_select_test *tests;
    size_t ntests, cap_tests;
} dgs_select_step;

typedef struct dgs_selector {
    dgs_select_step *steps;
    size_t nsteps, cap_steps;
    unsigned specificity;
} dgs_selector;

typedef enum dgs_select_verdict {
    DGS_SELECT_GOOD,
    DGS_SELECT_NEVER,
    DGS_SELECT_ODD,
    DGS_SELECT_MEMORY
} dgs_select_verdict;

// Reads one selector, without commas. NEVER: nothing in a still picture is meant, such as with :hover.
dgs_select_verdict dgs_select_read(dgs_arena *arena, dgs_str text, dgs_selector *out);

// *work grows by each look at an element; from DGS_SVG_MATCHES_MAX on nothing matches any more.
bool dgs_select_matches(const dgs_selector *selector, const dgs_svg_node *node, size_t *work);
#endif
