// Vector art on a grid of whole numbers, which take less room than fractions. The grid's origin is the view box's lower
// left corner, y up.
#include "pdf/drawing.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/color.h"

// Steps that the longer side of the view box has at least. On art four inches wide a step is 1/500 in or less.
enum { STEPS = 2000 };

typedef struct state { // of the graphics state, as far as it was set
    bool has_fill, has_stroke;
    dgs_color fill, stroke;
    double width, miter_limit; // grid; < 0 = not set yet; 10 is PDF's own start
    int cap, join;
    const dgs_path *dashed; // whose dashes are set, or NULL: none
    double x, y;            // where the grid's origin was moved to: whole numbers
} state;

typedef struct pen {
    dgs_buf *buf;
    const dgs_art *art;
    double scale; // from view box to grid
    bool small;
    state now, outside;
    bool saved; // between q and Q, `outside` holds what Q brings back
} pen;

// 1, 2 or 5 times a power of ten: art is drawn in round decimal numbers, which stay round so, and round ones compress
// best.
static double grid_scale(const dgs_art *art)
{
    static const double round_numbers[] = {1, 2, 5, 10};
    double side = (double)fmaxf(art->w, art->h);
    if (side <= 0 || art->whole)
        return 1;
    double least = STEPS / side, ten = pow(10, floor(log10(least)));
    int i = 0;
    while (i < 3 && round_numbers[i] * ten < least)
        i++;
    return round_numbers[i] * ten;
}

dgs_extent dgs_drawing_extent(const dgs_art *art)
{
    double scale = grid_scale(art);
    return (dgs_extent){(double)art->w * scale, (double)art->h * scale};
}

static void add_step(pen *p, double v)
{
    dgs_buf_addnum(p->buf, round(v));
    dgs_buf_addc(p->buf, ' ');
}

// A point on the grid, from the view box's corner.
static void on_grid(const pen *p, const float xy[2], long out[2])
{
    out[0] = lround((double)(xy[0] - p->art->x) * p->scale);
    out[1] = lround((double)(p->art->y + p->art->h - xy[1]) * p->scale);
}

static void add_point(pen *p, const float xy[2])
{
    add_step(p, (double)(xy[0] - p->art->x) * p->scale - p->now.x);
    add_step(p, (double)(p->art->y + p->art->h - xy[1]) * p->scale - p->now.y);
}

static long letters(long v)
{
    long n = v < 0 ? 2 : 1;
    for (v = labs(v); v >= 10; v /= 10)
        n++;
    return n;
}

// Moves the origin to the corner of what is drawn next where its numbers then take enough letters less: numbers of two
// or three digits make a third of art's bytes.
static void move_origin(pen *p, const dgs_path *path)
{
    const long operator_letters = 8;
    size_t n = dgs_path_points(path);
    long corner[2] = {LONG_MAX, LONG_MAX}, at[2], saved = 0;
    for (size_t i = 0; i < n; i++) {
        on_grid(p, &path->points[2 * i], at);
        corner[0] = at[0] < corner[0] ? at[0] : corner[0];
        corner[1] = at[1] < corner[1] ? at[1] : corner[1];
    }
    for (size_t i = 0; i < n; i++) {
        on_grid(p, &path->points[2 * i], at);
        saved += letters(at[0] - lround(p->now.x)) - letters(at[0] - corner[0]);
        saved += letters(at[1] - lround(p->now.y)) - letters(at[1] - corner[1]);
    }
    if (saved <= operator_letters)
        return;
    dgs_buf_addf(p->buf, "1 0 0 1 %ld %ld cm\n", corner[0] - lround(p->now.x), corner[1] - lround(p->now.y));
    p->now.x = (double)corner[0];
    p->now.y = (double)corner[1];
}

typedef struct color_ops {
    const char *gray, *rgb, *space, *index;
} color_ops;

// A colour of a role is an index into the space of such colours, which is the practice's: no byte here depends on it.
static void set_role(pen *p, bool has_space, uint8_t role, const color_ops *ops)
{
    if (!has_space)
        dgs_buf_adds(p->buf, ops->space);
    dgs_buf_addf(p->buf, "%d %s", role - DGS_ROLE_ART_INK, ops->index);
}

// The current colour is the one in force when the form is painted: it is not set here.
static void set_color(pen *p, const dgs_paint *paint, bool *has, dgs_color *now, const color_ops *ops)
{
    dgs_color c = paint->color;
    if (paint->kind != DGS_PAINT_COLOR || (*has && dgs_color_same_role(*now, c)))
        return;
    bool has_space = *has && now->role != DGS_ROLE_OWN;
    *has = true;
    *now = c;
    if (c.role != DGS_ROLE_OWN) {
        set_role(p, has_space, c.role, ops);
        return;
    }
    const uint8_t parts[] = {c.r, c.g, c.b};
    bool gray = c.r == c.g && c.g == c.b;
    for (int i = 0; i < (gray ? 1 : 3); i++) {
        dgs_buf_addnum(p->buf, parts[i] / 255.0);
        dgs_buf_addc(p->buf, ' ');
    }
    dgs_buf_adds(p->buf, gray ? ops->gray : ops->rgb);
}

static void set_number(pen *p, double *now, double wanted, const char *op)
{
    if (fabs(*now - wanted) < 0.0005)
        return;
    *now = wanted;
    dgs_buf_addnum(p->buf, wanted);
    dgs_buf_adds(p->buf, op);
}

static bool same_dashes(const dgs_path *a, const dgs_path *b)
{
    unsigned na = a == NULL ? 0 : a->ndash;
    if (na != b->ndash)
        return false;
    for (unsigned i = 0; i < na; i++)
        if (fabsf(a->dash[i] - b->dash[i]) >= 0.0005f)
            return false;
    return true;
}

static void set_dashes(pen *p, const dgs_path *path)
{
    if (same_dashes(p->now.dashed, path))
        return;
    p->now.dashed = path;
    dgs_buf_addc(p->buf, '[');
    for (unsigned i = 0; i < path->ndash; i++)
        add_step(p, (double)path->dash[i] * p->scale);
    dgs_buf_adds(p->buf, "]0 d\n");
}

static void set_stroke(pen *p, const dgs_path *path)
{
    static const color_ops ops = {"G\n", "RG\n", "/A CS ", "SC\n"};
    state *now = &p->now;
    set_color(p, &path->stroke, &now->has_stroke, &now->stroke, &ops);
    set_number(p, &now->width, round((double)path->stroke_width * p->scale), " w\n");
    if (path->join == 0)
        set_number(p, &now->miter_limit, (double)path->miter_limit, " M\n");
    if (now->cap != path->cap)
        dgs_buf_addf(p->buf, "%d J\n", now->cap = path->cap);
    if (now->join != path->join)
        dgs_buf_addf(p->buf, "%d j\n", now->join = path->join);
    set_dashes(p, path);
}

static void add_outline(pen *p, const dgs_path *path)
{
    static const struct {
        int points;
        const char *op;
    } ops[] = {[DGS_PATH_MOVE] = {1, "m\n"},
               [DGS_PATH_LINE] = {1, "l\n"},
               [DGS_PATH_CURVE] = {3, "c\n"},
               [DGS_PATH_CLOSE] = {0, "h\n"}};
    const float *xy = path->points;
    for (size_t i = 0; i < path->nops; i++) {
        for (int n = ops[path->ops[i]].points; n > 0; n--, xy += 2)
            add_point(p, xy);
        dgs_buf_adds(p->buf, ops[path->ops[i]].op);
    }
}

static void save(pen *p)
{
    p->outside = p->now;
    p->saved = true;
    dgs_buf_adds(p->buf, "q\n");
}

static void restore(pen *p)
{
    p->now = p->outside;
    p->saved = false;
    dgs_buf_adds(p->buf, "Q\n");
}

// Colours of their own are set between q and Q in a drawing that also takes the current colour.
static void paint_path(pen *p, const dgs_path *path, bool takes_current)
{
    bool fill = path->fill.kind != DGS_PAINT_NONE;
    bool stroke = path->stroke.kind != DGS_PAINT_NONE && path->stroke_width > 0;
    if (path->nops == 0 || (!fill && !stroke))
        return;
    bool current = path->fill.kind == DGS_PAINT_CURRENT || path->stroke.kind == DGS_PAINT_CURRENT;
    bool own = path->fill.kind == DGS_PAINT_COLOR || path->stroke.kind == DGS_PAINT_COLOR;
    if (current && p->saved)
        restore(p);
    if (own && takes_current && !p->saved)
        save(p);
    static const color_ops fill_ops = {"g\n", "rg\n", "/A cs ", "sc\n"};
    if (fill)
        set_color(p, &path->fill, &p->now.has_fill, &p->now.fill, &fill_ops);
    if (stroke)
        set_stroke(p, path);
    if (p->small)
        move_origin(p, path);
    add_outline(p, path);
    dgs_buf_addc(p->buf, stroke ? (fill ? 'B' : 'S') : 'f');
    dgs_buf_adds(p->buf, fill && path->even_odd ? "*\n" : "\n");
    if (current && p->saved)
        restore(p);
}

void dgs_drawing_write(const dgs_art *art, bool small, dgs_buf *out)
{
    pen p = {.buf = out, .art = art, .small = small, .scale = grid_scale(art), .now = {.width = -1, .miter_limit = 10}};
    bool takes_current = dgs_art_takes_current(art);
    for (size_t i = 0; i < art->npaths; i++)
        paint_path(&p, &art->paths[i], takes_current);
    if (p.saved)
        restore(&p);
    dgs_buf_addc(out, '\n'); // never empty: some readers take no zlib stream of nothing
}
