#include "pdf/canvas.h"

#include <math.h>

#include "base/color.h"
#include "pdf/string.h"

void dgs_canvas_begin(dgs_canvas *canvas, dgs_arena *arena, double height)
{
    *canvas = (dgs_canvas){.buf = {.arena = arena}, .height = height, .line = -1, .font = -1};
}

static long hundredths(double v)
{
    return lround(fmax(-32767, fmin(32767, v)) * 100);
}

static void add_hundredths(dgs_buf *buf, long v)
{
    dgs_buf_addnum(buf, (double)v / 100);
    dgs_buf_addc(buf, ' ');
}

void dgs_canvas_num(dgs_canvas *canvas, double v)
{
    add_hundredths(&canvas->buf, hundredths(v));
}

void dgs_canvas_point(dgs_canvas *canvas, double x, double y)
{
    dgs_canvas_num(canvas, x);
    dgs_canvas_num(canvas, canvas->height - y);
}

// The colour spaces of the palette (ISO 32000-1, 8.6.6.3), each with the roles that one of the practice's colours,
// or both together, make: greys stay greys where only the other colour has a hue. The first "space" is that of colours
// of no role.
enum { DEVICE, PAGES = 4, SPACES = 5 }; // those of pages are before that of drawings
static const struct {
    const char *name;
    int first, end; // roles
} spaces[SPACES] = {{NULL, DGS_ROLE_OWN, DGS_ROLE_OWN + 1},
                    {"C", DGS_ROLE_OWN + 1, DGS_ROLE_ICON},
                    {"D", DGS_ROLE_ICON, DGS_ROLE_ACCENT},
                    {"E", DGS_ROLE_ACCENT, DGS_ROLE_ART_INK},
                    {"A", DGS_ROLE_ART_INK, DGS_ROLES}};

static int space_of(dgs_color color)
{
    int space = DEVICE;
    while (color.role >= spaces[space].end)
        space++;
    return space;
}

static bool all_gray(const dgs_color *colors, int first, int end)
{
    for (int role = first; role < end; role++)
        if (!dgs_color_is_gray(colors[role]))
            return false;
    return true;
}

static void add_space(const dgs_color colors[DGS_ROLES], int space, dgs_buf *to)
{
    int first = spaces[space].first, end = spaces[space].end;
    bool gray = all_gray(colors, first, end);
    dgs_buf_addf(to, "/%s [/Indexed /%s %d <", spaces[space].name, gray ? "DeviceGray" : "DeviceRGB", end - first - 1);
    for (int role = first; role < end; role++) {
        const uint8_t parts[] = {colors[role].r, colors[role].g, colors[role].b};
        dgs_pdf_add_hex(to, parts, gray ? 1 : 3);
    }
    dgs_buf_adds(to, ">]");
}

void dgs_canvas_add_spaces(const dgs_color colors[DGS_ROLES], dgs_buf *to)
{
    dgs_buf_adds(to, "/ColorSpace <<");
    for (int space = DEVICE + 1; space < PAGES; space++)
        add_space(colors, space, to);
    dgs_buf_adds(to, ">>");
}

void dgs_canvas_add_art_space(const dgs_color colors[DGS_ROLES], dgs_buf *to)
{
    add_space(colors, PAGES, to);
}

typedef struct color_ops {
    const char *gray, *rgb, *space, *index;
} color_ops;

// Greys are set as such: a printer then takes its black ink only.
static void add_device_color(dgs_buf *buf, dgs_color color, const color_ops *ops)
{
    const uint8_t parts[] = {color.r, color.g, color.b};
    bool gray = dgs_color_is_gray(color);
    for (int i = 0; i < (gray ? 1 : 3); i++) {
        dgs_buf_addnum(buf, parts[i] / 255.0);
        dgs_buf_addc(buf, ' ');
    }
    dgs_buf_adds(buf, gray ? ops->gray : ops->rgb);
}

// A role is told from another by itself and not by its colour, which no byte of the stream may depend on.
static void set_color(dgs_buf *buf, bool *has, dgs_color *now, dgs_color color, const color_ops *ops)
{
    int space = space_of(color);
    if (*has && dgs_color_same_role(*now, color))
        return;
    if (space == DEVICE) {
        add_device_color(buf, color, ops);
    } else {
        if (!*has || space_of(*now) != space)
            dgs_buf_addf(buf, "/%s %s ", spaces[space].name, ops->space);
        dgs_buf_addint(buf, color.role - spaces[space].first);
        dgs_buf_addc(buf, ' ');
        dgs_buf_adds(buf, ops->index);
        dgs_buf_addc(buf, '\n');
    }
    *has = true;
    *now = color;
}

void dgs_canvas_fill_color(dgs_canvas *canvas, dgs_color color)
{
    static const color_ops ops = {"g\n", "rg\n", "cs", "sc"};
    set_color(&canvas->buf, &canvas->has_fill, &canvas->fill, color, &ops);
}

void dgs_canvas_stroke_color(dgs_canvas *canvas, dgs_color color)
{
    static const color_ops ops = {"G\n", "RG\n", "CS", "SC"};
    set_color(&canvas->buf, &canvas->has_stroke, &canvas->stroke, color, &ops);
}

void dgs_canvas_line_width(dgs_canvas *canvas, double width)
{
    if (canvas->line >= 0 && fabs(canvas->line - width) < 0.001)
        return;
    canvas->line = width;
    dgs_buf_addnum(&canvas->buf, width);
    dgs_buf_adds(&canvas->buf, " w\n");
}

void dgs_canvas_text_at(dgs_canvas *canvas, double x, double y)
{
    if (!canvas->in_text) {
        dgs_buf_adds(&canvas->buf, "BT\n");
        canvas->in_text = true;
        canvas->text_x = canvas->text_y = 0;
    }
    long to_x = hundredths(x), to_y = hundredths(canvas->height - y);
    if (to_x == canvas->text_x && to_y == canvas->text_y)
        return;
    add_hundredths(&canvas->buf, to_x - canvas->text_x);
    add_hundredths(&canvas->buf, to_y - canvas->text_y);
    dgs_buf_adds(&canvas->buf, "Td\n");
    canvas->text_x = to_x;
    canvas->text_y = to_y;
}

void dgs_canvas_font(dgs_canvas *canvas, int font, double size)
{
    if (canvas->font == font && fabs(canvas->size - size) < 0.001)
        return;
    canvas->font = font;
    canvas->size = size;
    dgs_buf_adds(&canvas->buf, "/F");
    dgs_buf_addint(&canvas->buf, font);
    dgs_buf_addc(&canvas->buf, ' ');
    dgs_buf_addnum(&canvas->buf, size);
    dgs_buf_adds(&canvas->buf, " Tf\n");
}

void dgs_canvas_end_text(dgs_canvas *canvas)
{
    if (canvas->in_text)
        dgs_buf_adds(&canvas->buf, "ET\n");
    canvas->in_text = false;
}

static void add_op(dgs_canvas *canvas, const char *op)
{
    dgs_buf_adds(&canvas->buf, op);
    dgs_buf_addc(&canvas->buf, '\n');
}

static void add_point(dgs_canvas *canvas, double x, double y)
{
    dgs_canvas_num(canvas, x);
    dgs_canvas_num(canvas, y);
}

static void curve(dgs_canvas *canvas, const double v[6])
{
    for (int i = 0; i < 6; i += 2)
        add_point(canvas, v[i], v[i + 1]);
    add_op(canvas, "c");
}

static void line_to(dgs_canvas *canvas, double x, double y)
{
    add_point(canvas, x, y);
    add_op(canvas, "l");
}

// Moves the origin to the rectangle's lower left corner until end_local(). A handout repeats its round shapes a lot (a
// hundred boxes to tick), and drawn like this each is the same text but for its place, which compresses to nothing.
static void begin_local(dgs_canvas *canvas, dgs_rect rect)
{
    dgs_buf_adds(&canvas->buf, "q 1 0 0 1 ");
    dgs_canvas_point(canvas, rect.x, rect.y + rect.h);
    add_op(canvas, "cm");
}

static void end_local(dgs_canvas *canvas, const char *op)
{
    dgs_buf_adds(&canvas->buf, op);
    add_op(canvas, " Q");
}

// How far a Bezier curve's handles reach towards the corner of a quarter of an ellipse.
static const double kappa = 0.5522847498;

// A rectangle from the origin whose corners are quarters of ellipses of rx by ry. What paints it closes it.
static void round_path(dgs_canvas *canvas, double w, double h, double rx, double ry)
{
    double hx = rx * (1 - kappa), hy = ry * (1 - kappa);
    bool ellipse = 2 * rx >= w && 2 * ry >= h; // then there is nothing straight between the corners
    add_point(canvas, rx, 0);
    add_op(canvas, "m");
    if (!ellipse)
        line_to(canvas, w - rx, 0);
    curve(canvas, (double[]){w - hx, 0, w, hy, w, ry});
    if (!ellipse)
        line_to(canvas, w, h - ry);
    curve(canvas, (double[]){w, h - hy, w - hx, h, w - rx, h});
    if (!ellipse)
        line_to(canvas, rx, h);
    curve(canvas, (double[]){hx, h, 0, h - hy, 0, h - ry});
    if (!ellipse)
        line_to(canvas, 0, ry);
    curve(canvas, (double[]){0, hy, hx, 0, rx, 0});
}

static void rect_path(dgs_canvas *canvas, dgs_rect r, double radius, const char *op)
{
    radius = fmin(radius, fmin(r.w, r.h) / 2);
    if (radius > 0) {
        begin_local(canvas, r);
        round_path(canvas, r.w, r.h, radius, radius);
        end_local(canvas, op);
        return;
    }
    dgs_canvas_point(canvas, r.x, r.y + r.h);
    dgs_canvas_num(canvas, r.w);
    dgs_canvas_num(canvas, r.h);
    dgs_buf_adds(&canvas->buf, "re ");
    add_op(canvas, op);
}

void dgs_canvas_fill_rect(dgs_canvas *canvas, dgs_rect rect, double radius)
{
    rect_path(canvas, rect, radius, "f");
}

void dgs_canvas_frame(dgs_canvas *canvas, dgs_rect rect, double radius, double line)
{
    dgs_rect middle = {rect.x + line / 2, rect.y + line / 2, rect.w - line, rect.h - line};
    dgs_canvas_line_width(canvas, line);
    rect_path(canvas, middle, radius - line / 2, "s");
}

void dgs_canvas_rule(dgs_canvas *canvas, dgs_rect rect, double line)
{
    dgs_canvas_line_width(canvas, line);
    dgs_canvas_point(canvas, rect.x, rect.y);
    dgs_buf_adds(&canvas->buf, "m ");
    dgs_canvas_point(canvas, rect.x + rect.w, rect.y + rect.h);
    add_op(canvas, "l S");
}

void dgs_canvas_dot(dgs_canvas *canvas, dgs_rect rect)
{
    begin_local(canvas, rect);
    round_path(canvas, rect.w, rect.h, rect.w / 2, rect.h / 2);
    end_local(canvas, "f");
}

void dgs_canvas_picture(dgs_canvas *canvas, dgs_rect rect, int number, double w, double h)
{
    dgs_buf_adds(&canvas->buf, "q ");
    dgs_pdf_add_scale(&canvas->buf, rect.w / w);
    dgs_buf_adds(&canvas->buf, " 0 0 ");
    dgs_pdf_add_scale(&canvas->buf, rect.h / h);
    dgs_buf_addc(&canvas->buf, ' ');
    dgs_canvas_point(canvas, rect.x, rect.y + rect.h);
    dgs_buf_addf(&canvas->buf, "cm /X%d Do Q\n", number);
}
