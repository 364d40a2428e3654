// Vector art -> a form XObject on a grid of whole numbers, which take less room than fractions. Its origin is the view
// box's lower left corner, y up.
#include <math.h>

#include "pdf/picture.h"

// Steps that the longer side of the view box has at least. On art four inches wide a step is 1/500 in or less.
enum { STEPS = 2000 };

typedef struct pen {
    dgs_buf buf;
    const dgs_art *art;
    double scale; // from view box to grid
    dgs_color current;
    bool has_fill, has_stroke;
    dgs_color fill, stroke;
    double width, miter_limit; // grid; < 0 = not set yet; 10 is PDF's own start
    int cap, join;
    const dgs_path *dashed; // whose dashes are set, or NULL: none
} pen;

// A power of ten: art is drawn in round decimal numbers, which stay round so, and round ones compress best.
static double grid_scale(const dgs_art *art)
{
    double side = (double)fmaxf(art->w, art->h);
    return side > 0 ? pow(10, ceil(log10(STEPS / side))) : 1;
}

dgs_extent dgs_art_extent(const dgs_art *art)
{
    double scale = grid_scale(art);
    return (dgs_extent){(double)art->w * scale, (double)art->h * scale};
}

static void add_step(pen *p, double v)
{
    dgs_buf_addnum(&p->buf, round(v));
    dgs_buf_addc(&p->buf, ' ');
}

static void add_point(pen *p, const float xy[2])
{
    add_step(p, (double)(xy[0] - p->art->x) * p->scale);
    add_step(p, (double)(p->art->y + p->art->h - xy[1]) * p->scale);
}

static void set_color(pen *p, const dgs_paint *paint, bool *has, dgs_color *now, const char *op)
{
    dgs_color c = paint->kind == DGS_PAINT_CURRENT ? p->current : paint->color;
    if (*has && now->r == c.r && now->g == c.g && now->b == c.b)
        return;
    *has = true;
    *now = c;
    const uint8_t parts[] = {c.r, c.g, c.b};
    for (int i = 0; i < 3; i++) {
        dgs_buf_addnum(&p->buf, parts[i] / 255.0);
        dgs_buf_addc(&p->buf, ' ');
    }
    dgs_buf_adds(&p->buf, op);
}

static void set_number(pen *p, double *now, double wanted, const char *op)
{
    if (fabs(*now - wanted) < 0.0005)
        return;
    *now = wanted;
    dgs_buf_addnum(&p->buf, wanted);
    dgs_buf_adds(&p->buf, op);
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
    if (same_dashes(p->dashed, path))
        return;
    p->dashed = path;
    dgs_buf_addc(&p->buf, '[');
    for (unsigned i = 0; i < path->ndash; i++)
        add_step(p, (double)path->dash[i] * p->scale);
    dgs_buf_adds(&p->buf, "]0 d\n");
}

static void set_stroke(pen *p, const dgs_path *path)
{
    set_color(p, &path->stroke, &p->has_stroke, &p->stroke, "RG\n");
    set_number(p, &p->width, round((double)path->stroke_width * p->scale), " w\n");
    if (path->join == 0)
        set_number(p, &p->miter_limit, (double)path->miter_limit, " M\n");
    if (p->cap != path->cap)
        dgs_buf_addf(&p->buf, "%d J\n", p->cap = path->cap);
    if (p->join != path->join)
        dgs_buf_addf(&p->buf, "%d j\n", p->join = path->join);
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
        dgs_buf_adds(&p->buf, ops[path->ops[i]].op);
    }
}

static void paint_path(pen *p, const dgs_path *path)
{
    bool fill = path->fill.kind != DGS_PAINT_NONE;
    bool stroke = path->stroke.kind != DGS_PAINT_NONE && path->stroke_width > 0;
    if (path->nops == 0 || (!fill && !stroke))
        return;
    if (fill)
        set_color(p, &path->fill, &p->has_fill, &p->fill, "rg\n");
    if (stroke)
        set_stroke(p, path);
    add_outline(p, path);
    dgs_buf_addc(&p->buf, stroke ? (fill ? 'B' : 'S') : 'f');
    dgs_buf_adds(&p->buf, fill && path->even_odd ? "*\n" : "\n");
}

dgs_object *dgs_art_make(dgs_writer *writer, const dgs_art *art, dgs_color current)
{
    pen p = {.buf = {.arena = writer->arena},
             .art = art,
             .scale = grid_scale(art),
             .current = current,
             .width = -1,
             .miter_limit = 10};
    for (size_t i = 0; i < art->npaths; i++)
        paint_path(&p, &art->paths[i]);
    dgs_buf_addc(&p.buf, '\n'); // never empty: some readers take no zlib stream of nothing
    dgs_extent extent = dgs_art_extent(art);
    dgs_buf entries = {.arena = writer->arena};
    dgs_buf_adds(&entries, "/Type /XObject /Subtype /Form /Resources <<>> /BBox [0 0 ");
    dgs_buf_addnum(&entries, extent.w);
    dgs_buf_addc(&entries, ' ');
    dgs_buf_addnum(&entries, extent.h);
    dgs_buf_adds(&entries, "]\n");
    if (p.buf.failed || entries.failed) {
        (void)dgs_fail_memory(writer->err);
        return NULL;
    }
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_entries(object, (dgs_str){entries.p, entries.n});
    dgs_object_set_stream(object, (dgs_str){p.buf.p, p.buf.n});
    return dgs_objects_ok(writer->objects, writer->err) ? object : NULL;
}
