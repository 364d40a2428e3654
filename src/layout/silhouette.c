#include "layout/silhouette.h"

#include <math.h>

static double row_at(const dgs_silhouette *s, double y)
{
    return (y - (double)s->y) / (double)s->h * DGS_SILHOUETTE_ROWS;
}

static int clamp_row(double row)
{
    return row <= 0 ? 0 : row >= DGS_SILHOUETTE_ROWS ? DGS_SILHOUETTE_ROWS : (int)row;
}

static void mark_point(dgs_silhouette *s, double x, double y)
{
    int row = (int)floor(row_at(s, y));
    if (row < 0 || row >= DGS_SILHOUETTE_ROWS)
        return;
    s->left[row] = fminf(s->left[row], (float)x);
    s->right[row] = fmaxf(s->right[row], (float)x);
}

// Marks enough points behind a, which is marked already, up to b, that no row is jumped over.
static void mark_line(dgs_silhouette *s, const float *a, const float *b)
{
    int steps = 1 + (int)ceil(fabs((double)b[1] - (double)a[1]) / (double)s->h * DGS_SILHOUETTE_ROWS);
    for (int i = 1; i <= steps; i++) {
        double t = (double)i / steps;
        mark_point(s, a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
    }
}

// A curve runs inside the polygon of its ends and control points: marking that is quick, and only a little too wide.
static void mark_curve(dgs_silhouette *s, const float *a, const float *p)
{
    mark_line(s, a, p + 4);
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

void dgs_silhouette_make(const dgs_art *art, dgs_silhouette *out)
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

const dgs_silhouette *dgs_silhouette_of(const dgs_art *art, dgs_arena *arena)
{
    if (art->silhouette != NULL)
        return art->silhouette;
    dgs_silhouette *made = dgs_arena_alloc(arena, sizeof *made);
    if (made != NULL)
        dgs_silhouette_make(art, made);
    return made;
}

void dgs_silhouette_extent(const dgs_silhouette *s, double from, double to, double *left, double *right)
{
    int first = clamp_row(row_at(s, from)), end = clamp_row(ceil(row_at(s, to)) + 1);
    float least = INFINITY, most = -INFINITY;
    for (int row = first; row < end; row++) {
        least = s->left[row] < least ? s->left[row] : least;
        most = s->right[row] > most ? s->right[row] : most;
    }
    *left = (double)least;
    *right = (double)most;
}
