#include <math.h>

#include "image/image.h"
#include "image/svg.h"

void dgs_svg_begin(dgs_svg_path *o, const dgs_svg_matrix *matrix)
{
    o->matrix = *matrix;
    o->pen_down = o->moved = false;
    o->x = o->y = o->from_x = o->from_y = 0;
}

static void out_of_memory(dgs_svg_path *o)
{
    o->problem = "there is not enough memory";
    o->no_memory = true;
}

static void add_number(dgs_svg_path *o, double v)
{
    if (o->problem != NULL)
        return;
    if (!(fabs(v) <= DGS_SVG_NUMBER_MAX)) { // true for NaN
        o->problem = "a coordinate is beyond 1000000";
        return;
    }
    if (o->npoints == 2 * (size_t)DGS_SVG_POINTS_MAX) {
        o->full = true;
        o->problem = "the drawing has too many points";
        return;
    }
    float *to = DGS_PUSH(o->arena, o->points, o->npoints, o->cap_points);
    if (to == NULL)
        out_of_memory(o);
    else
        *to = (float)v;
}

// Adds an op with the points it needs; v holds x, y pairs.
static void add(dgs_svg_path *o, dgs_path_op op, const double *v, size_t npoints)
{
    if (o->problem != NULL)
        return;
    uint8_t *to = DGS_PUSH(o->arena, o->ops, o->nops, o->cap_ops);
    if (to == NULL) {
        out_of_memory(o);
        return;
    }
    *to = (uint8_t)op;
    const dgs_svg_matrix *m = &o->matrix;
    for (; npoints > 0; npoints--, v += 2) {
        add_number(o, m->a * v[0] + m->c * v[1] + m->e);
        add_number(o, m->b * v[0] + m->d * v[1] + m->f);
    }
}

// A MOVE is written only when something is drawn from it: moves that lead nowhere leave no trace.
static void put_pen_down(dgs_svg_path *o)
{
    if (!o->pen_down)
        add(o, DGS_PATH_MOVE, (double[]){o->x, o->y}, 1);
    o->pen_down = true;
    o->moved = false;
}

void dgs_svg_move(dgs_svg_path *o, double x, double y)
{
    o->pen_down = false;
    o->moved = true;
    o->x = o->from_x = x;
    o->y = o->from_y = y;
}

void dgs_svg_line(dgs_svg_path *o, double x, double y)
{
    put_pen_down(o);
    add(o, DGS_PATH_LINE, (double[]){x, y}, 1);
    o->x = x;
    o->y = y;
}

void dgs_svg_curve(dgs_svg_path *o, const double v[6])
{
    put_pen_down(o);
    add(o, DGS_PATH_CURVE, v, 3);
    o->x = v[4];
    o->y = v[5];
}

void dgs_svg_close(dgs_svg_path *o)
{
    if (o->moved) // "M1 2z" is a dot where line ends are round
        put_pen_down(o);
    if (o->pen_down)
        add(o, DGS_PATH_CLOSE, NULL, 0);
    o->pen_down = false;
    o->x = o->from_x;
    o->y = o->from_y;
}

// An ellipse turned by (cos, sin).
typedef struct oval {
    double cx, cy, rx, ry, cos, sin;
} oval;

static void on_oval(const oval *e, double ux, double uy, double out[2])
{
    out[0] = e->cx + e->cos * e->rx * ux - e->sin * e->ry * uy;
    out[1] = e->cy + e->sin * e->rx * ux + e->cos * e->ry * uy;
}

// From angle `from` over `by` on, in pieces of at most a quarter turn; the last piece ends exactly at x, y.
static void draw_oval(dgs_svg_path *o, const oval *e, double from, double by, double x, double y)
{
    int pieces = (int)ceil(fabs(by) / (acos(-1) / 2) - 1e-9);
    pieces = pieces < 1 ? 1 : pieces;
    double step = by / pieces, k = 4.0 / 3 * tan(step / 4), v[6];
    for (int i = 0; i < pieces; i++) {
        double a = from + i * step, b = a + step;
        on_oval(e, cos(a) - k * sin(a), sin(a) + k * cos(a), v);
        on_oval(e, cos(b) + k * sin(b), sin(b) - k * cos(b), v + 2);
        on_oval(e, cos(b), sin(b), v + 4);
        if (i == pieces - 1) {
            v[4] = x;
            v[5] = y;
        }
        dgs_svg_curve(o, v);
    }
}

// SVG 1.1, F.6.5 and F.6.6: from two points on the ellipse to its middle and the angles.
void dgs_svg_arc(dgs_svg_path *o, const double v[7])
{
    const double rx = fabs(v[0]), ry = fabs(v[1]), x = v[5], y = v[6];
    const bool large = v[3] != 0, sweep = v[4] != 0;
    if (o->x == x && o->y == y)
        return;
    if (rx == 0 || ry == 0) {
        dgs_svg_line(o, x, y);
        return;
    }
    const double pi = acos(-1), turn = fmod(v[2], 360) * pi / 180;
    oval e = {.rx = rx, .ry = ry, .cos = cos(turn), .sin = sin(turn)};
    double hx = (o->x - x) / 2, hy = (o->y - y) / 2;
    // both ends in the system where the ellipse is a circle of radius 1 and the middle of the ends is the origin
    double ux = (e.cos * hx + e.sin * hy) / rx, uy = (-e.sin * hx + e.cos * hy) / ry;
    double far = ux * ux + uy * uy;
    if (far > 1) { // the radii are too small to reach: the smallest ellipse that does
        e.rx *= sqrt(far);
        e.ry *= sqrt(far);
        ux /= sqrt(far);
        uy /= sqrt(far);
        far = 1;
    }
    double side = sqrt(fmax(0, 1 / far - 1)) * (large == sweep ? -1 : 1);
    double mx = side * uy, my = -side * ux;
    double middle[2];
    on_oval(&e, mx, my, middle);
    e.cx = middle[0] + (o->x + x) / 2;
    e.cy = middle[1] + (o->y + y) / 2;
    double from = atan2(uy - my, ux - mx), by = atan2(-uy - my, -ux - mx) - from;
    if (sweep && by < 0)
        by += 2 * pi;
    else if (!sweep && by > 0)
        by -= 2 * pi;
    draw_oval(o, &e, from, by, x, y);
}

void dgs_svg_ellipse(dgs_svg_path *o, double cx, double cy, double rx, double ry)
{
    dgs_svg_move(o, cx + rx, cy);
    draw_oval(o, &(oval){cx, cy, rx, ry, 1, 0}, 0, 2 * acos(-1), cx + rx, cy);
    dgs_svg_close(o);
}

// What path commands remember beside the outline's current point.
typedef struct pen {
    dgs_svg_path *o;
    char last;     // the last command, upper case
    double cx, cy; // its last control point
} pen;

static void move_to(pen *p, const double *v)
{
    dgs_svg_move(p->o, v[0], v[1]);
}

static void line_to(pen *p, const double *v)
{
    dgs_svg_line(p->o, v[0], v[1]);
}

static void across_to(pen *p, const double *v)
{
    dgs_svg_line(p->o, v[0], p->o->y);
}

static void down_to(pen *p, const double *v)
{
    dgs_svg_line(p->o, p->o->x, v[0]);
}

static void curve_to(pen *p, const double *v)
{
    p->cx = v[2];
    p->cy = v[3];
    dgs_svg_curve(p->o, v);
}

// The last control point seen from the other side, where the last command was one of two kinds; else the point itself.
static void reflect(const pen *p, char kind, char smooth_kind, double out[2])
{
    bool same = p->last == kind || p->last == smooth_kind;
    out[0] = same ? 2 * p->o->x - p->cx : p->o->x;
    out[1] = same ? 2 * p->o->y - p->cy : p->o->y;
}

static void smooth_to(pen *p, const double *v)
{
    double all[6] = {0, 0, v[0], v[1], v[2], v[3]};
    reflect(p, 'C', 'S', all);
    curve_to(p, all);
}

// A quadratic curve as the cubic one that it equals.
static void quadratic_to(pen *p, const double *v)
{
    double x = p->o->x, y = p->o->y;
    p->cx = v[0];
    p->cy = v[1];
    dgs_svg_curve(p->o, (double[]){x + (v[0] - x) * 2 / 3, y + (v[1] - y) * 2 / 3, v[2] + (v[0] - v[2]) * 2 / 3,
                                   v[3] + (v[1] - v[3]) * 2 / 3, v[2], v[3]});
}

static void smooth_quadratic_to(pen *p, const double *v)
{
    double all[4] = {0, 0, v[0], v[1]};
    reflect(p, 'Q', 'T', all);
    quadratic_to(p, all);
}

static void arc_to(pen *p, const double *v)
{
    dgs_svg_arc(p->o, v);
}

static void close_path(pen *p, const double *v)
{
    (void)v;
    dgs_svg_close(p->o);
}

typedef struct command {
    char letter;
    size_t nargs, first_point; // arguments from first_point on are coordinates
    void (*draw)(pen *p, const double *v);
} command;

static const command commands[] = {
    {'M', 2, 0, move_to},  {'L', 2, 0, line_to},    {'H', 1, 0, across_to},    {'V', 1, 0, down_to},
    {'C', 6, 0, curve_to}, {'S', 4, 0, smooth_to},  {'Q', 4, 0, quadratic_to}, {'T', 2, 0, smooth_quadratic_to},
    {'A', 7, 5, arc_to},   {'Z', 0, 0, close_path},
};

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static const command *command_of(char letter)
{
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (commands[i].letter == upper(letter))
            return &commands[i];
    return NULL;
}

// The flags of an arc are one character each and may stand without a blank between them and what follows.
static const char *read_flag(const char **p, double *out)
{
    if (**p != '0' && **p != '1')
        return "a flag of an arc must be 0 or 1";
    *out = **p - '0';
    (*p)++;
    return NULL;
}

static const char *read_args(const char **p, const command *c, double *v)
{
    const char *problem = NULL;
    for (size_t i = 0; i < c->nargs && problem == NULL; i++) {
        if (i > 0)
            (void)dgs_svg_skip_comma(p);
        bool flag = c->letter == 'A' && (i == 3 || i == 4);
        problem = flag ? read_flag(p, &v[i]) : dgs_svg_read_number(p, &v[i]);
    }
    return problem;
}

static void make_absolute(const pen *p, const command *c, double *v)
{
    for (size_t i = c->first_point; i < c->nargs; i++)
        v[i] += c->letter == 'V' || (i - c->first_point) % 2 == 1 ? p->o->y : p->o->x;
}

// One letter and all the argument sets behind it.
static const char *read_command(const char **text, pen *p)
{
    char letter = **text;
    const command *c = command_of(letter);
    if (c == NULL)
        return "a path takes M L H V C S Q T A Z and numbers only";
    (*text)++;
    dgs_svg_skip_space(text);
    bool more = true, comma = false;
    while (more) {
        double v[7] = {0};
        const char *problem = read_args(text, c, v);
        if (problem != NULL)
            return problem;
        if (letter != c->letter)
            make_absolute(p, c, v);
        c->draw(p, v);
        p->last = c->letter;
        if (c->letter == 'M') { // further pairs are lines
            letter = letter == 'M' ? 'L' : 'l';
            c = command_of(letter);
        }
        comma = dgs_svg_skip_comma(text);
        more = c->nargs > 0 && dgs_svg_at_number(*text);
    }
    return comma ? "a number is missing after a comma" : NULL;
}

void dgs_svg_path_data(dgs_svg_path *o, const char *d)
{
    pen p = {.o = o};
    dgs_svg_skip_space(&d);
    if (*d != '\0' && upper(*d) != 'M')
        o->problem = "a path starts with M";
    while (*d != '\0' && o->problem == NULL) {
        const char *problem = read_command(&d, &p);
        if (o->problem == NULL)
            o->problem = problem;
    }
}

void dgs_svg_poly(dgs_svg_path *o, const char *points, bool closed)
{
    bool first = true, comma = false;
    dgs_svg_skip_space(&points);
    while (o->problem == NULL && (*points != '\0' || comma)) {
        double v[2] = {0};
        const char *problem = read_args(&points, command_of('L'), v);
        if (problem == NULL && first)
            dgs_svg_move(o, v[0], v[1]);
        else if (problem == NULL)
            dgs_svg_line(o, v[0], v[1]);
        if (o->problem == NULL)
            o->problem = problem;
        first = false;
        comma = dgs_svg_skip_comma(&points);
    }
    if (closed && !first)
        dgs_svg_close(o);
}
