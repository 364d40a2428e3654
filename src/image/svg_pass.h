// The steps that make a drawing plain. Private to svg_plain.c and what is next to it.
#ifndef DGS_IMAGE_SVG_PASS_H
#define DGS_IMAGE_SVG_PASS_H
#include "image/svg_plain.h"

typedef struct dgs_svg_pass {
    dgs_svg_plain *plain;
    dgs_err *err;
    dgs_svg_box view; // the root's, once dgs_svg_frame() has found it; w 0: it has none
} dgs_svg_pass;

enum { DGS_SVG_QUOTE = 40 };

// The first words in a node, for a message; empty where it has none.
bool dgs_svg_quote(dgs_svg_pass *p, const dgs_svg_node *node, char out[DGS_SVG_QUOTE]);

// The root: what a browser shows of it becomes its view box, its size goes.
bool dgs_svg_frame(dgs_svg_pass *p);

// What an element's attributes and style say, in the ways that our reader has where it has them.
bool dgs_svg_properties(dgs_svg_pass *p, dgs_svg_node *node);

typedef struct dgs_svg_said { // of an element, by an attribute or, css, by its style
    const char *name, *value;
    bool css;
} dgs_svg_said;

// Adds a remark where the drawing program may show a value, or an element, unlike a browser.
bool dgs_svg_doubt(dgs_svg_pass *p, const dgs_svg_node *node, const dgs_svg_said *said);
bool dgs_svg_doubt_element(dgs_svg_pass *p, const dgs_svg_node *node);
bool dgs_svg_doubt_picture(dgs_svg_pass *p, const char *link); // "data:image/jpeg;base64,..."

// Invalid numbers of filters become the default.
void dgs_svg_filters(const dgs_svg_plain *plain);

// feDropShadow -> blur, offset, flood, composite, merge (Filter Effects 1, 9.15).
bool dgs_svg_shadows(dgs_svg_pass *p);
#endif
