// Style sheets in an SVG file (CSS 2.1, Selectors 3, Custom Properties 1): what they say of each element, written at
// the element. Knows nothing of what the properties mean.
#ifndef DGS_IMAGE_SVG_CSS_H
#define DGS_IMAGE_SVG_CSS_H
#include "image/svg_tree.h"

typedef struct dgs_css_said { // of all sheets of a file
    bool refers;              // one asks for another file
    bool embeds_font;
    bool sized;      // one has rules for some sizes of a window
    const char *odd; // a selector that is not understood, or NULL
} dgs_css_said;

// Takes all <style> elements out of the tree and what they say into the style attributes, by the rules of the cascade,
// with !important respected; var() becomes its value, and custom properties are gone. Of what depends on the medium,
// what is for a screen with light colors holds. Fails with DGS_ERR_DATA beyond the limits, or when memory ends.
bool dgs_css_inline(dgs_svg_tree *tree, const char *name, dgs_css_said *said, dgs_err *err);

// The value of a property of this element alone, from its style or, where there is none, its attribute; NULL.
const char *dgs_css_get(dgs_arena *arena, const dgs_svg_node *node, const char *property);
// The same, or of the nearest element above that has it.
const char *dgs_css_inherited(dgs_arena *arena, const dgs_svg_node *node, const char *property);

// One declaration after another of a style attribute: *rest moves on. False at the end.
bool dgs_css_declaration(dgs_str *rest, dgs_str *property, dgs_str *value);
#endif
