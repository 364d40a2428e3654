// Colors and faces: the scheme in force, and the styles of text that are made of it.
#ifndef DGS_LAYOUT_STYLE_H
#define DGS_LAYOUT_STYLE_H
#include "layout/context.h"

// The colors and faces in force. It goes down as an argument: a box composes what it holds in a scheme of its own.
typedef struct dgs_scheme {
    dgs_color ink, strong, heading, quiet, link, line, rule, icon;
    struct {
        dgs_face text, strong, heading, title, name; // of titles and numerals; of the practice
    } face;
} dgs_scheme;

dgs_scheme dgs_scheme_page(const dgs_palette *palette);
dgs_scheme dgs_scheme_box(const dgs_palette *palette, dgs_box_role role);

typedef struct dgs_style {
    dgs_face face, strong;
    bool title;           // the face would be that of titles, did it have all letters
    double size, leading; // points
    dgs_color color, strong_color, link_color;
    bool goes_on;   // words of the same text come after it: a space at its very end is kept
    bool underline; // links have a line under them: color is not the only cue (WCAG 2.1, 1.4.1)
    dgs_feature feature;
} dgs_style;

dgs_style dgs_style_body(const dgs_context *ctx, const dgs_scheme *scheme);
dgs_style dgs_style_small(const dgs_context *ctx, const dgs_scheme *scheme);
dgs_style dgs_style_heading(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *heading);
// Whether a section of a sheet asks for nothing but marks: a picture, boxes to tick or lines to write on.
bool dgs_style_is_question(const dgs_node *section);
void dgs_style_type(dgs_style *style, dgs_type type);
// Takes the face of titles where that has all letters of the words; else the style keeps its own.
void dgs_style_title(const dgs_context *ctx, const dgs_scheme *scheme, dgs_style *style, const dgs_span *spans,
                     size_t nspans);
#endif
