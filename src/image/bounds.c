#include "image/bounds.h"

#include <math.h>

#include "image/trim.h"

typedef struct box {
    double left, top, right, bottom;
} box;

static const box nothing = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};

bool dgs_bounds_pale(const dgs_art *art)
{
    for (size_t i = 0; i < art->npaths; i++) {
        const dgs_paint *paints[] = {&art->paths[i].fill, &art->paths[i].stroke};
        for (int k = 0; k < 2; k++)
            if (paints[k]->kind == DGS_PAINT_CURRENT ||
                (paints[k]->kind == DGS_PAINT_COLOR && !dgs_color_pale(paints[k]->color)))
                return false;
    }
    return art->npaths > 0;
}

static bool is_white(const dgs_paint *paint)
{
    const dgs_color c = paint->color;
    return paint->kind == DGS_PAINT_NONE || (paint->kind == DGS_PAINT_COLOR && c.r == 255 && c.g == 255 && c.b == 255);
}

static void include(box *b, double x, double y)
{
    b->left = fmin(b->left, x);
    b->top = fmin(b->top, y);
    b->right = fmax(b->right, x);
    b->bottom = fmax(b->bottom, y);
}

static double at(const double v[4], double t)
{
    double s = 1 - t;
    return s * s * s * v[0] + 3 * s * s * t * v[1] + 3 * s * t * t * v[2] + t * t * t * v[3];
}

// Where one coordinate of a cubic Bezier turns round: the roots of its derivative, a t^2 + 2 b t + c.
static int turns(const double v[4], double t[2])
{
    double a = v[3] - 3 * v[2] + 3 * v[1] - v[0], b = v[2] - 2 * v[1] + v[0], c = v[1] - v[0], d = b * b - a * c;
    if (fabs(a) < 1e-9) {
        t[0] = -c / (2 * b);
        return fabs(b) < 1e-9 ? 0 : 1;
    }
    if (d < 0)
        return 0;
    t[0] = (-b + sqrt(d)) / a;
    t[1] = (-b - sqrt(d)) / a;
    return 2;
}

static void include_curve(box *b, const float *from, const float *to)
{
    const double x[] = {(double)from[0], (double)to[0], (double)to[2], (double)to[4]};
    const double y[] = {(double)from[1], (double)to[1], (double)to[3], (double)to[5]};
    double t[4];
    int n = turns(x, t);
    n += turns(y, t + n);
    include(b, x[3], y[3]);
    for (int i = 0; i < n; i++)
        if (t[i] > 0 && t[i] < 1)
            include(b, at(x, t[i]), at(y, t[i]));
}

static box outline(const dgs_path *path)
{
    box b = nothing;
    const float *point = path->points;
    for (size_t i = 0; i < path->nops; i++) {
        if (path->ops[i] == DGS_PATH_CLOSE)
            continue;
        if (path->ops[i] == DGS_PATH_CURVE) {
            include_curve(&b, point - 2, point);
            point += 6;
            continue;
        }
        include(&b, (double)point[0], (double)point[1]);
        point += 2;
    }
    return b;
}

// How far its line reaches beyond the outline: a mitre by its limit, a square end by its diagonal.
static double reach(const dgs_path *path)
{
    if (path->stroke.kind == DGS_PAINT_NONE)
        return 0;
    double half = (double)path->stroke_width / 2;
    return half * fmax(path->join == 0 ? (double)path->miter_limit : 1, path->cap == 2 ? sqrt(2) : 1);
}

static box painted(const dgs_art *art, bool white_too)
{
    box all = nothing;
    for (size_t i = 0; i < art->npaths; i++) {
        const dgs_path *path = &art->paths[i];
        if (!white_too && is_white(&path->fill) && is_white(&path->stroke))
            continue;
        box b = outline(path);
        double beyond = reach(path);
        include(&all, b.left - beyond, b.top - beyond);
        include(&all, b.right + beyond, b.bottom + beyond);
    }
    return all;
}

void dgs_bounds_apply(dgs_art *art)
{
    box b = painted(art, false);
    if (b.right <= b.left || b.bottom <= b.top)
        b = painted(art, true);
    double left = fmax(b.left, (double)art->x), right = fmin(b.right, (double)(art->x + art->w));
    double top = fmax(b.top, (double)art->y), bottom = fmin(b.bottom, (double)(art->y + art->h));
    if (right <= left || bottom <= top) // a single line without width, or all beyond the view box
        return;
    art->x = (float)left;
    art->y = (float)top;
    art->w = (float)(right - left);
    art->h = (float)(bottom - top);
}
