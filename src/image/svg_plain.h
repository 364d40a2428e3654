// An SVG drawing as another program wrote it -> one that says the same in fewer ways, so that our reader, or else a
// drawing program, shows it as a browser does; and what of it will not be shown so. Knows no page.
#ifndef DGS_IMAGE_SVG_PLAIN_H
#define DGS_IMAGE_SVG_PLAIN_H
#include "base/drawer.h"
#include "image/svg_tree.h"

typedef struct dgs_svg_box {
    double x, y, w, h;
} dgs_svg_box;

typedef struct dgs_svg_plain {
    dgs_svg_tree tree;
    bool embeds_font; // a style sheet brings one along
    bool sizeless;    // neither viewBox nor size: what is painted tells it
    // What a browser shows and the drawing program will not, or not so, each with what to do (dgs_picture).
    const char **remarks;
    size_t nremarks, cap_remarks;
} dgs_svg_plain;

// Reads and simplifies. Style sheets and variables are put in place, colors written as #rrggbb, sizes without units;
// feDropShadow becomes the primitives it stands for; what refers to other files, scripts and what moves is taken out.
// Fails with DGS_ERR_DATA beyond the limits or for what is not SVG.
bool dgs_svg_plain_read(dgs_arena *arena, const char *name, dgs_str bytes, dgs_svg_plain *out, dgs_err *err);

// Adds remarks on text: what the drawer does not set as a browser does, fonts that it does not have, letters that none
// of its fonts has.
bool dgs_svg_plain_text(dgs_svg_plain *plain, const dgs_drawer *drawer, dgs_err *err);

// Adds a remark on what may be the cause, where nothing of it was drawn.
bool dgs_svg_plain_empty(dgs_svg_plain *plain, dgs_err *err);

bool dgs_svg_plain_view(dgs_svg_plain *plain, const dgs_svg_box *view, dgs_err *err); // gives it that view box
bool dgs_svg_plain_write(const dgs_svg_plain *plain, dgs_str *out, dgs_err *err);

// Adds a remark; one that is there already is not added again. False when memory ends.
bool dgs_svg_remark(dgs_svg_plain *plain, dgs_err *err, const char *format, ...) __attribute__((format(printf, 3, 4)));

// A color as CSS has them (Color 4) as #rrggbb in `out`, and its alpha; false if it is
// unknown.
bool dgs_svg_color(dgs_str text, char out[8], double *alpha);

// A length in pixels (CSS, 96 an inch); false if it is not one, or a share of something.
bool dgs_svg_length(const char *text, double *out);
#endif
