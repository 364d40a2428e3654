// A content stream in the making: operators with as few changes of the graphics state as can be. Points, y up.
#ifndef DGS_PDF_CANVAS_H
#define DGS_PDF_CANVAS_H
#include "base/color.h"
#include "base/str.h"

typedef struct dgs_canvas {
    dgs_buf buf;
    double height; // of the page: y is turned round here and nowhere else
    bool has_fill, has_stroke;
    dgs_color fill, stroke;
    double line; // width; < 0 = not set yet
    int font;    // number of the font resource; < 0 = not set yet
    double size;
    bool in_text;
    long text_x, text_y; // start of the line in the text object, hundredths
} dgs_canvas;

void dgs_canvas_begin(dgs_canvas *canvas, dgs_arena *arena, double height);

// Colors of a role are painted by it: they are looked up in the page's resources, which dgs_canvas_add_spaces()
// writes, and the stream is the same whatever they are there.
void dgs_canvas_fill_color(dgs_canvas *canvas, dgs_color color);
void dgs_canvas_stroke_color(dgs_canvas *canvas, dgs_color color);
void dgs_canvas_add_spaces(const dgs_color colors[DGS_ROLES], dgs_buf *to);    // "/ColorSpace <<...>>"
void dgs_canvas_add_art_space(const dgs_color colors[DGS_ROLES], dgs_buf *to); // "/A [...]": that of drawings' roles
void dgs_canvas_line_width(dgs_canvas *canvas, double width);

// Numbers with two decimals, each followed by a space; a point's y is turned round.
void dgs_canvas_num(dgs_canvas *canvas, double v);
void dgs_canvas_point(dgs_canvas *canvas, double x, double y);

// Text objects: begins one when there is none, and moves its line's start to a place on the page.
void dgs_canvas_text_at(dgs_canvas *canvas, double x, double y);
void dgs_canvas_font(dgs_canvas *canvas, int font, double size);
void dgs_canvas_end_text(dgs_canvas *canvas);

// Shapes, painted at once. Rectangles are on the page, y down.
void dgs_canvas_fill_rect(dgs_canvas *canvas, dgs_rect rect, double radius);
void dgs_canvas_frame(dgs_canvas *canvas, dgs_rect rect, double radius, double line);
void dgs_canvas_rule(dgs_canvas *canvas, dgs_rect rect, double line);
void dgs_canvas_dot(dgs_canvas *canvas, dgs_rect rect);

// Paints the XObject /X<number>, which takes `w` by `h` of its own units from its origin, into the rectangle.
void dgs_canvas_picture(dgs_canvas *canvas, dgs_rect rect, int number, double w, double h);
#endif
