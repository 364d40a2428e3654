// Outlines of vector art as straight pieces, for tests that measure what was drawn. Independent of what layout does.
#ifndef DGS_TESTS_FLATTEN_H
#define DGS_TESTS_FLATTEN_H
#include <check.h>
#include <math.h>

#include "image/picture.h"

enum { OUTLINE_MAX = 6000, CHORDS = 24 };

typedef struct point {
    double x, y;
} point;

typedef struct outline { // pieces from a[i] to b[i]
    point a[OUTLINE_MAX], b[OUTLINE_MAX];
    size_t n;
} outline;

static inline void add_piece(outline *o, point a, point b)
{
    ck_assert_uint_lt(o->n, OUTLINE_MAX);
    o->a[o->n] = a;
    o->b[o->n++] = b;
}

static inline void add_curve(outline *o, point from, const float *c)
{
    point a = from;
    for (int i = 1; i <= CHORDS; i++) {
        double t = (double)i / CHORDS, u = 1 - t, k[4] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
        point b = {k[0] * from.x + k[1] * c[0] + k[2] * c[2] + k[3] * c[4],
                   k[0] * from.y + k[1] * c[1] + k[2] * c[3] + k[3] * c[5]};
        add_piece(o, a, b);
        a = b;
    }
}

static inline void flatten(const dgs_path *path, outline *o)
{
    const float *p = path->points;
    point start = {0, 0}, at = start;
    o->n = 0;
    for (size_t i = 0; i < path->nops; i++) {
        size_t npoints = path->ops[i] == DGS_PATH_CLOSE ? 0 : path->ops[i] == DGS_PATH_CURVE ? 3 : 1;
        point to = npoints == 0 ? start : (point){p[2 * npoints - 2], p[2 * npoints - 1]};
        if (path->ops[i] == DGS_PATH_MOVE)
            start = to;
        else if (path->ops[i] == DGS_PATH_CURVE)
            add_curve(o, at, p);
        else
            add_piece(o, at, to);
        at = to;
        p += 2 * npoints;
    }
}

// Whether a fill covers the point (even-odd; a shape that is not closed is taken as closed by its last piece).
static inline bool inside(const outline *o, point p)
{
    bool in = false;
    for (size_t i = 0; i < o->n; i++) {
        point a = o->a[i], b = o->b[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
            in = !in;
    }
    return in;
}

// Where a-b crosses c-d, as a share of a-b; NAN when it does not.
static inline double crossing(point a, point b, point c, point d)
{
    double det = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    double t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / det;
    double u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / det;
    return det != 0 && t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : (double)NAN;
}
#endif
