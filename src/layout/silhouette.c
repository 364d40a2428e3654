#include "layout/silhouette.h"

#include <math.h>

static void mark_point(dgs_silhouette *s, double x, double y)
{
    int row = (int)floor((y - s->y) / s->h * DGS_SILHOUETTE_ROWS);
    if (row < 0 || row >= DGS_SILHOUETTE_ROWS)
        return;
    s->left[row] = x < s->left[row] ? x : s->left[row];
    s->right[row] = x > s->right[row] ? x : s->right[row];
}

// Marks enough points behind a, which is marked already, up to b, that no row is jumped over.
static void mark_line(dgs_silhouette *s, const float *a, const float *b)
{
    int steps = 1 + (int)ceil(fabs((double)b[1] - (double)a[1]) / s->h * DGS_SILHOUETTE_ROWS);
    for (int i = 1; i <= steps; i++) {
        double t = (double)i / steps;
        mark_point(s, a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
    }
}

// A curve runs inside the polygon of its control points: marking that is quick, and only a little too wide.
static void mark_curve(dgs_silhouette *s, const float *a, const float *p)
{
    mark_line(s, a, p);
    mark_line(s, p, p + 2);
    mark_line(s, p + 2, p + 4);
}

static void mark_path(dgs_silhouette *s, const dgs_path *path)
{
    const float *p = path->points, *at = p, *start = p;
    for (size_t i = 0; i < path->nops; i++) {
        switch ((dgs_path_op)path->ops[i]) {
        case DGS_PATH_MOVE:
            start = at = p;
            mark_point(s, (double)p[0], (double)p[1]);
            p += 2;
            break;
        case DGS_PATH_LINE:
            mark_line(s, at, p);
            at = p;
            p += 2;
            break;
        case DGS_PATH_CURVE:
            mark_curve(s, at, p);
            at = p + 4;
            p += 6;
            break;
        case DGS_PATH_CLOSE:
            mark_line(s, at, start);
            at = start;
            break;
        }
    }
}

void dgs_silhouette_of(const dgs_art *art, dgs_silhouette *out)
{
    out->y = art->y;
    out->h = art->h;
    for (int i = 0; i < DGS_SILHOUETTE_ROWS; i++) {
        out->left[i] = INFINITY;
        out->right[i] = -INFINITY;
    }
    for (size_t i = 0; i < art->npaths; i++)
        mark_path(out, &art->paths[i]);
}

void dgs_silhouette_extent(const dgs_silhouette *s, double from, double to, double *left, double *right)
{
    int first = (int)floor((from - s->y) / s->h * DGS_SILHOUETTE_ROWS);
    int last = (int)ceil((to - s->y) / s->h * DGS_SILHOUETTE_ROWS);
    *left = INFINITY;
    *right = -INFINITY;
    for (int row = first < 0 ? 0 : first; row <= last && row < DGS_SILHOUETTE_ROWS; row++) {
        *left = s->left[row] < *left ? s->left[row] : *left;
        *right = s->right[row] > *right ? s->right[row] : *right;
    }
}
