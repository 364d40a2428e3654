// The parts that the SVG reader is made of: values, styles and outlines under construction. Knows nothing of XML or
// elements; only svg*.c include it.
#ifndef DGS_IMAGE_SVG_H
#define DGS_IMAGE_SVG_H
#include "base/arena.h"
#include "image/picture.h"

// x' = a x + c y + e, y' = b x + d y + f
typedef struct dgs_svg_matrix {
    double a, b, c, d, e, f;
} dgs_svg_matrix;

enum { DGS_SVG_NUMBER_MAX = 1000000 }; // the largest magnitude of a number or a coordinate

// The readers return NULL when all went well, or what is wrong as a phrase to be in a sentence. They ignore
// the locale.

// Steps over white space and at most one comma; true when there was a comma.
bool dgs_svg_skip_comma(const char **p);
void dgs_svg_skip_space(const char **p);

// One number at *p, which is moved after it.
const char *dgs_svg_read_number(const char **p, double *out);
bool dgs_svg_at_number(const char *p);

// A whole value of one to `most` numbers, separated by white space or commas.
const char *dgs_svg_read_numbers(const char *text, double *out, size_t most, size_t *count);

// A whole value: none, currentColor, black, white, #rgb or #rrggbb; or url(#dgs-ROLE) and a color, the one of that
// role in the handout's palette: other programs, which find nothing of that name, paint the color.
const char *dgs_svg_read_paint(const char *text, dgs_paint *out);

// A whole list of transforms, put before what *m does already.
const char *dgs_svg_read_transform(const char *text, dgs_svg_matrix *m);

// What an element inherits and may set: how it is painted and where.
typedef struct dgs_svg_style {
    dgs_paint fill, stroke;
    bool even_odd;
    double width, miter_limit;
    uint8_t cap, join, ndash;
    double dash[DGS_DASH_MAX];
    dgs_svg_matrix matrix;
} dgs_svg_style;

// Sets one property of fill and stroke; *known tells whether there is one of that name.
const char *dgs_svg_set_property(dgs_svg_style *st, dgs_str name, dgs_str value, bool *known);

// Sets the properties of a style attribute; *wrong is the part that a problem is about.
const char *dgs_svg_set_style(dgs_svg_style *st, const char *text, dgs_str *wrong);

// What drawing programs write and nothing painted depends on: an element with all that is in it (metadata, definitions,
// elements of other namespaces), an attribute whatever its value, a property of that value.
bool dgs_svg_element_idle(const char *name);
bool dgs_svg_attribute_idle(const char *name);
bool dgs_svg_property_idle(dgs_str name, dgs_str value);

// An outline under construction. Coordinates are given in the element's own system; `matrix` makes view-box units of
// them. The first problem stays in `problem` and further calls do nothing, so that a caller may check once at the end.
typedef struct dgs_svg_path {
    dgs_arena *arena;
    dgs_svg_matrix matrix;
    uint8_t *ops;
    size_t nops, cap_ops;
    float *points; // x, y pairs
    size_t npoints, cap_points;
    bool pen_down;         // a subpath is begun: its MOVE is written
    bool moved;            // nothing was drawn since the last move
    double x, y;           // the current point
    double from_x, from_y; // the first point of the subpath
    const char *problem;
    bool no_memory;
    bool full; // there are as many points as there may be
} dgs_svg_path;

void dgs_svg_begin(dgs_svg_path *o, const dgs_svg_matrix *matrix); // the next element's outline
void dgs_svg_move(dgs_svg_path *o, double x, double y);
void dgs_svg_line(dgs_svg_path *o, double x, double y);
void dgs_svg_curve(dgs_svg_path *o, const double v[6]);
void dgs_svg_close(dgs_svg_path *o);
// As the path command A: rx, ry, rotation in degrees, large arc or not, sweep or not, x, y (SVG 1.1, appendix F.6).
void dgs_svg_arc(dgs_svg_path *o, const double v[7]);
void dgs_svg_ellipse(dgs_svg_path *o, double cx, double cy, double rx, double ry);

// The value of d, and of points (a polygon is closed).
void dgs_svg_path_data(dgs_svg_path *o, const char *d);
void dgs_svg_poly(dgs_svg_path *o, const char *points, bool closed);
#endif
