#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/form.h"
#include "image/image.h"
#include "image/svg.h"
#include "image/svg_line.h"
#include "image/svg_plain.h"

enum { GEOMETRY_MAX = 6 };

// What an element says of itself.
typedef struct shape {
    const char *id;
    double geometry[GEOMETRY_MAX];
    unsigned given; // bits: which of the geometry was there
    const char *data;
} shape;

typedef struct element element;

typedef struct svg {
    XML_Parser parser;
    dgs_arena *arena;
    const char *name;
    dgs_err *err;
    bool failed;
    bool beyond; // what failed may be more than our subset has; else it is wrong for any program
    size_t nelements;
    size_t depth;   // of open elements
    size_t skipped; // open elements in and with one that is passed over
    const element *open[DGS_SVG_DEPTH_MAX + 1];
    dgs_svg_style styles[DGS_SVG_DEPTH_MAX + 1];
    dgs_svg_path outline; // all paths one behind the other
    double width, height; // of the root, where they are given
    dgs_art art;
    dgs_path *paths;
    size_t cap_paths;
    dgs_anchor *anchors;
    size_t cap_anchors;
} svg;

typedef enum role { ROLE_ROOT, ROLE_GROUP, ROLE_SHAPE, ROLE_TEXT } role;

struct element {
    const char *name;
    role role;
    unsigned required;                      // bits: those of the geometry that must be there
    const char *geometry[GEOMETRY_MAX + 1]; // the attributes that are numbers, up to a NULL
    const char *data;                       // the attribute that is an outline; required
    void (*draw)(dgs_svg_path *o, const shape *s);
};

__attribute__((format(printf, 2, 3))) static bool fail(svg *s, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(message, sizeof message, format, args);
    va_end(args);
    s->failed = s->beyond = true;
    (void)XML_StopParser(s->parser, XML_FALSE); // fails only where the parser stands already
    return dgs_fail(s->err, DGS_ERR_DATA, "%s:%lu: %s", s->name, dgs_svg_line_now(s->parser),
                    n < 0 ? "it cannot be read" : message);
}

// After fail(): no other program should be tried on this file.
static bool wrong(svg *s)
{
    s->beyond = false;
    return false;
}

static bool fail_memory(svg *s)
{
    s->failed = true;
    (void)XML_StopParser(s->parser, XML_FALSE);
    return dgs_fail_memory(s->err);
}

static bool has(const shape *s, unsigned at)
{
    return (s->given >> at & 1) != 0;
}

static void draw_path(dgs_svg_path *o, const shape *s)
{
    dgs_svg_path_data(o, s->data);
}

static void draw_polyline(dgs_svg_path *o, const shape *s)
{
    dgs_svg_poly(o, s->data, false);
}

static void draw_polygon(dgs_svg_path *o, const shape *s)
{
    dgs_svg_poly(o, s->data, true);
}

static void draw_line(dgs_svg_path *o, const shape *s)
{
    dgs_svg_move(o, s->geometry[0], s->geometry[1]);
    dgs_svg_line(o, s->geometry[2], s->geometry[3]);
}

// A negative length is an error; one of 0 paints nothing.
static bool drawable(dgs_svg_path *o, double a, double b)
{
    if (a < 0 || b < 0)
        o->problem = "a length must not be negative";
    return a > 0 && b > 0;
}

static void draw_circle(dgs_svg_path *o, const shape *s)
{
    const double *g = s->geometry;
    if (drawable(o, g[2], g[2]))
        dgs_svg_ellipse(o, g[0], g[1], g[2], g[2]);
}

static void draw_ellipse(dgs_svg_path *o, const shape *s)
{
    const double *g = s->geometry;
    if (drawable(o, g[2], g[3]))
        dgs_svg_ellipse(o, g[0], g[1], g[2], g[3]);
}

static void draw_round_rect(dgs_svg_path *o, const double *g, double rx, double ry)
{
    double x = g[0], y = g[1], right = x + g[2], bottom = y + g[3];
    dgs_svg_move(o, x + rx, y);
    dgs_svg_line(o, right - rx, y);
    dgs_svg_arc(o, (double[]){rx, ry, 0, 0, 1, right, y + ry});
    dgs_svg_line(o, right, bottom - ry);
    dgs_svg_arc(o, (double[]){rx, ry, 0, 0, 1, right - rx, bottom});
    dgs_svg_line(o, x + rx, bottom);
    dgs_svg_arc(o, (double[]){rx, ry, 0, 0, 1, x, bottom - ry});
    dgs_svg_line(o, x, y + ry);
    dgs_svg_arc(o, (double[]){rx, ry, 0, 0, 1, x + rx, y});
    dgs_svg_close(o);
}

static void draw_rect(dgs_svg_path *o, const shape *s)
{
    const double *g = s->geometry;
    double rx = has(s, 4) ? g[4] : g[5], ry = has(s, 5) ? g[5] : g[4]; // one stands for both
    if (rx < 0 || ry < 0)
        o->problem = "a length must not be negative";
    if (!drawable(o, g[2], g[3]) || o->problem != NULL)
        return;
    if (rx > 0 && ry > 0) {
        draw_round_rect(o, g, fmin(rx, g[2] / 2), fmin(ry, g[3] / 2));
        return;
    }
    dgs_svg_move(o, g[0], g[1]);
    dgs_svg_line(o, g[0] + g[2], g[1]);
    dgs_svg_line(o, g[0] + g[2], g[1] + g[3]);
    dgs_svg_line(o, g[0], g[1] + g[3]);
    dgs_svg_close(o);
}

static const element elements[] = {
    {"svg", ROLE_ROOT, 0, {NULL}, NULL, NULL},
    {"g", ROLE_GROUP, 0, {NULL}, NULL, NULL},
    {"path", ROLE_SHAPE, 0, {NULL}, "d", draw_path},
    {"rect", ROLE_SHAPE, 1 << 2 | 1 << 3, {"x", "y", "width", "height", "rx", "ry"}, NULL, draw_rect},
    {"circle", ROLE_SHAPE, 1 << 2, {"cx", "cy", "r"}, NULL, draw_circle},
    {"ellipse", ROLE_SHAPE, 1 << 2 | 1 << 3, {"cx", "cy", "rx", "ry"}, NULL, draw_ellipse},
    {"line", ROLE_SHAPE, 0, {"x1", "y1", "x2", "y2"}, NULL, draw_line},
    {"polyline", ROLE_SHAPE, 0, {NULL}, "points", draw_polyline},
    {"polygon", ROLE_SHAPE, 0, {NULL}, "points", draw_polygon},
    {"title", ROLE_TEXT, 0, {NULL}, NULL, NULL},
    {"desc", ROLE_TEXT, 0, {NULL}, NULL, NULL},
};

static const element *element_named(const char *name)
{
    for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
        if (strcmp(elements[i].name, name) == 0)
            return &elements[i];
    return NULL;
}

static bool check_place(svg *s, const element *e)
{
    const element *parent = s->open[s->depth];
    bool container = parent->role == ROLE_ROOT || parent->role == ROLE_GROUP;
    if (e->role == ROLE_ROOT || parent->role == ROLE_TEXT || (!container && e->role != ROLE_TEXT))
        return fail(s, "<%s> is not allowed inside <%s>: move it out", e->name, parent->name);
    return true;
}

// Nor is another program let near what goes beyond these.
static bool within_limits(svg *s)
{
    if (++s->nelements > DGS_SVG_ELEMENTS_MAX)
        return fail(s, "there are more than %d elements: make it simpler", DGS_SVG_ELEMENTS_MAX) || wrong(s);
    if (s->depth + s->skipped == DGS_SVG_DEPTH_MAX)
        return fail(s, "elements are nested more than %d deep: use fewer groups", DGS_SVG_DEPTH_MAX) || wrong(s);
    return true;
}

static const char namespace[] = "http://www.w3.org/2000/svg";

static bool set_view_box(svg *s, const char *value)
{
    double v[4] = {0};
    size_t n = 0;
    const char *problem = dgs_svg_read_numbers(value, v, 4, &n);
    if (problem == NULL && (n != 4 || v[2] <= 0 || v[3] <= 0))
        problem = "write x, y, width and height";
    if (problem != NULL)
        return fail(s, "viewBox=\"%.40s\": %s", value, problem);
    s->art.x = (float)v[0];
    s->art.y = (float)v[1];
    s->art.w = (float)v[2];
    s->art.h = (float)v[3];
    return true;
}

// Of a size with another shape than the view box more of the drawing is shown, or less.
static bool of_its_shape(const svg *s)
{
    const double alike = 0.001;
    return s->width <= 0 || s->height <= 0 || fabs(s->width / s->height * s->art.h / s->art.w - 1) < alike;
}

// The attributes of svg alone. Its size on a web page says nothing here but its shape; so it may be written in any
// unit.
static bool set_root(svg *s, const char *name, const char *value, bool *known)
{
    static const char *const ignored[] = {"width", "height", "x", "y", "preserveAspectRatio", NULL};
    if (strcmp(name, "preserveAspectRatio") == 0 && (strstr(value, "none") != NULL || strstr(value, "slice") != NULL))
        return fail(s, "preserveAspectRatio=\"%.40s\" is not supported: remove it", value);
    for (size_t i = 0; ignored[i] != NULL; i++)
        *known = *known || strcmp(name, ignored[i]) == 0;
    double length = 0;
    if ((strcmp(name, "width") == 0 || strcmp(name, "height") == 0) && dgs_svg_length(value, &length))
        *(name[0] == 'w' ? &s->width : &s->height) = length;
    if (strcmp(name, "viewBox") == 0) {
        *known = true;
        return set_view_box(s, value);
    }
    if (strcmp(name, "xmlns") == 0) {
        *known = true;
        return strcmp(value, namespace) == 0 || fail(s, "xmlns=\"%.80s\" is not SVG: write %s", value, namespace) ||
               wrong(s);
    }
    return true;
}

static bool set_transform(svg *s, dgs_svg_style *st, const char *value)
{
    const char *problem = dgs_svg_read_transform(value, &st->matrix);
    return problem == NULL || fail(s, "transform=\"%.60s\": %s", value, problem);
}

static bool set_geometry(svg *s, const element *e, shape *sh, const char *name, const char *value, bool *known)
{
    for (unsigned i = 0; e->geometry[i] != NULL; i++) {
        if (strcmp(e->geometry[i], name) != 0)
            continue;
        *known = true;
        sh->given |= 1u << i;
        size_t n = 0;
        const char *problem = dgs_svg_read_numbers(value, &sh->geometry[i], 1, &n);
        return problem == NULL || fail(s, "%s=\"%.40s\": %s", name, value, problem);
    }
    return true;
}

static bool read_attribute(svg *s, const element *e, dgs_svg_style *st, shape *sh, const char *name, const char *value)
{
    bool known = true, paints = e->role != ROLE_TEXT;
    if (strcmp(name, "id") == 0) {
        dgs_str id = dgs_str_of(value);
        sh->id = dgs_form_compose(s->arena, &id) ? dgs_str_copy(s->arena, id) : NULL; // a link of a text may name it
        return sh->id != NULL || fail_memory(s);
    }
    if (paints && strcmp(name, "style") == 0)
        return true; // comes after the others, which it outranks
    if (paints && e->role != ROLE_ROOT && strcmp(name, "transform") == 0)
        return set_transform(s, st, value);
    if (e->data != NULL && strcmp(name, e->data) == 0) {
        sh->data = value;
        return true;
    }
    known = false;
    const char *problem = NULL;
    if (paints)
        problem = dgs_svg_set_property(st, dgs_str_of(name), dgs_str_of(value), &known);
    if (problem != NULL)
        return fail(s, "%s=\"%.40s\": %s", name, value, problem);
    if (!known && e->role == ROLE_ROOT && !set_root(s, name, value, &known))
        return false;
    if (!known && !set_geometry(s, e, sh, name, value, &known))
        return false;
    if (strncmp(name, "xmlns:", 6) == 0 && strcmp(name, "xmlns:svg") != 0 && strcmp(value, namespace) == 0)
        return fail(s, "%.40s gives SVG elements a prefix: save it as plain SVG", name);
    known =
        known || dgs_svg_attribute_idle(name) || (paints && dgs_svg_property_idle(dgs_str_of(name), dgs_str_of(value)));
    return known || fail(s, "the attribute %.40s of <%s> is not supported: remove it", name, e->name);
}

static bool read_attributes(svg *s, const element *e, dgs_svg_style *st, shape *sh, const char **attributes)
{
    const char *own_style = NULL;
    for (const char **a = attributes; *a != NULL; a += 2) {
        if (!read_attribute(s, e, st, sh, a[0], a[1]))
            return false;
        if (strcmp(a[0], "style") == 0)
            own_style = a[1];
    }
    dgs_str wrong = {0};
    const char *problem = own_style == NULL ? NULL : dgs_svg_set_style(st, own_style, &wrong);
    if (problem != NULL)
        return fail(s, "style \"%.*s\": %s", wrong.n > 40 ? 40 : (int)wrong.n, wrong.p, problem);
    for (unsigned i = 0; e->geometry[i] != NULL; i++)
        if ((e->required >> i & 1) != 0 && !has(sh, i))
            return fail(s, "<%s> has no %s: add it", e->name, e->geometry[i]);
    if (e->data != NULL && sh->data == NULL)
        return fail(s, "<%s> has no %s: add it", e->name, e->data);
    if (e->role == ROLE_ROOT && s->art.w <= 0)
        return fail(s, "<svg> has no viewBox: add viewBox=\"0 0 WIDTH HEIGHT\"");
    if (e->role == ROLE_ROOT && !of_its_shape(s))
        return fail(s, "<svg> has a width and height of another shape than its viewBox: remove them");
    return true;
}

static bool is_anchor(const element *e, const shape *sh)
{
    return strcmp(e->name, "circle") == 0 && sh->geometry[2] == 0 && sh->id != NULL && strncmp(sh->id, "at-", 3) == 0 &&
           sh->id[3] != '\0';
}

static bool in_reach(double v)
{
    return fabs(v) <= DGS_SVG_NUMBER_MAX;
}

static bool add_anchor(svg *s, const dgs_svg_style *st, const shape *sh)
{
    const char *name = sh->id + 3;
    for (size_t i = 0; i < s->art.nanchors; i++)
        if (strcmp(s->anchors[i].name, name) == 0)
            return fail(s, "there are two points at-%.40s: rename one", name);
    dgs_anchor *a = DGS_PUSH(s->arena, s->anchors, s->art.nanchors, s->cap_anchors);
    if (a == NULL)
        return fail_memory(s);
    const dgs_svg_matrix *m = &st->matrix;
    const double *at = sh->geometry;
    double x = m->a * at[0] + m->c * at[1] + m->e, y = m->b * at[0] + m->d * at[1] + m->f;
    *a = (dgs_anchor){.name = name, .x = (float)x, .y = (float)y, .alert = st->stroke.kind != DGS_PAINT_NONE};
    return (in_reach(x) && in_reach(y)) || fail(s, "the point %.40s is beyond %d", sh->id, DGS_SVG_NUMBER_MAX);
}

static bool add_path(svg *s, const element *e, const dgs_svg_style *st, const shape *sh, size_t nops)
{
    const dgs_svg_matrix *m = &st->matrix;
    double scale = sqrt(fabs(m->a * m->d - m->b * m->c));
    bool stroked = st->stroke.kind != DGS_PAINT_NONE && st->width * scale > 0; // a PDF line of width 0 would show
    bool filled = st->fill.kind != DGS_PAINT_NONE && e->draw != draw_line;     // so would a filled line
    if (!filled && !stroked)
        return true;
    dgs_path *p = DGS_PUSH(s->arena, s->paths, s->art.npaths, s->cap_paths);
    if (p == NULL)
        return fail_memory(s);
    *p = (dgs_path){.id = sh->id,
                    .even_odd = st->even_odd,
                    .stroke_width = (float)(st->width * scale),
                    .miter_limit = (float)st->miter_limit,
                    .cap = st->cap,
                    .join = st->join,
                    .ndash = st->ndash,
                    .nops = nops};
    if (filled)
        p->fill = st->fill;
    if (stroked)
        p->stroke = st->stroke;
    bool small = in_reach(st->width * scale);
    for (size_t i = 0; i < st->ndash; i++) {
        p->dash[i] = (float)(st->dash[i] * scale);
        small = small && in_reach(st->dash[i] * scale);
    }
    return small || fail(s, "<%s>: its stroke is beyond %d", e->name, DGS_SVG_NUMBER_MAX);
}

static bool add_shape(svg *s, const element *e, const dgs_svg_style *st, const shape *sh)
{
    if (is_anchor(e, sh))
        return add_anchor(s, st, sh);
    dgs_svg_path *o = &s->outline;
    size_t nops = o->nops, npoints = o->npoints, npaths = s->art.npaths;
    dgs_svg_begin(o, &st->matrix);
    e->draw(o, sh);
    if (o->no_memory)
        return fail_memory(s);
    if (o->full)
        return fail(s, "the drawing has more than %d points: make it simpler", DGS_SVG_POINTS_MAX) || wrong(s);
    if (o->problem != NULL)
        return fail(s, "<%s>: %s", e->name, o->problem);
    if (o->nops > nops && !add_path(s, e, st, sh, o->nops - nops))
        return false;
    if (s->art.npaths == npaths) { // paints nothing
        o->nops = nops;
        o->npoints = npoints;
    }
    return true;
}

static void XMLCALL on_start(void *data, const char *name, const char **attributes)
{
    svg *s = data;
    if (s->failed || !within_limits(s))
        return;
    if (s->skipped > 0 || (s->depth > 0 && dgs_svg_element_idle(name))) {
        s->skipped++;
        if (strcmp(name, "style") == 0)
            (void)fail(s, "<style> is not supported: save it with attributes instead of a style sheet");
        return;
    }
    const element *e = element_named(name);
    if (s->depth == 0 && (e == NULL || e->role != ROLE_ROOT)) {
        (void)fail(s, "is not an SVG drawing, it starts with <%.40s>: use a file saved as SVG", name);
        s->beyond = strchr(name, ':') != NULL; // svg:svg may be one
        return;
    }
    if (e == NULL) {
        (void)fail(s, "<%.40s> is not supported: draw with path, rect, circle, ellipse, line, polyline and polygon",
                   name);
        return;
    }
    if (s->depth > 0 && !check_place(s, e))
        return;
    shape sh = {0};
    dgs_svg_style *st = &s->styles[s->depth + 1];
    *st = s->styles[s->depth];
    s->open[++s->depth] = e;
    if (read_attributes(s, e, st, &sh, attributes) && e->draw != NULL)
        (void)add_shape(s, e, st, &sh);
}

static void XMLCALL on_end(void *data, const char *name)
{
    (void)name;
    svg *s = data;
    if (s->failed)
        return;
    if (s->skipped > 0)
        s->skipped--;
    else
        s->depth--;
}

static void XMLCALL on_text(void *data, const char *text, int n)
{
    svg *s = data;
    if (s->failed || s->skipped > 0 || s->open[s->depth]->role == ROLE_TEXT)
        return;
    if (dgs_str_trim((dgs_str){text, (size_t)n}).n > 0)
        (void)fail(s, "text is not supported: remove it or turn it into paths");
}

static void XMLCALL on_doctype(void *data, const char *name, const char *system, const char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    svg *s = data;
    if (!s->failed)
        (void)fail(s, "DOCTYPE and entities are not supported: save it as plain SVG without them");
}

static void XMLCALL on_instruction(void *data, const char *target, const char *text)
{
    (void)text;
    svg *s = data;
    if (!s->failed)
        (void)fail(s, "<?%.40s?> is not supported: remove it", target);
}

// Paths point into the joined outline only now that it no longer moves.
static void give_outlines(svg *s)
{
    static const size_t needs[] = {
        [DGS_PATH_MOVE] = 2, [DGS_PATH_LINE] = 2, [DGS_PATH_CURVE] = 6, [DGS_PATH_CLOSE] = 0};
    const uint8_t *op = s->outline.ops;
    const float *point = s->outline.points;
    for (dgs_path *p = s->paths; p < s->paths + s->art.npaths; p++) {
        p->ops = op;
        p->points = point;
        for (size_t i = 0; i < p->nops; i++)
            point += needs[*op++];
    }
    s->art.paths = s->paths;
    s->art.anchors = s->anchors;
}

static bool run(svg *s, dgs_str bytes)
{
    XML_SetUserData(s->parser, s);
    XML_SetElementHandler(s->parser, on_start, on_end);
    XML_SetCharacterDataHandler(s->parser, on_text);
    XML_SetStartDoctypeDeclHandler(s->parser, on_doctype);
    XML_SetProcessingInstructionHandler(s->parser, on_instruction);
    bool read = XML_Parse(s->parser, bytes.p, (int)bytes.n, 1) == XML_STATUS_OK;
    if (s->failed)
        return false;
    enum XML_Error problem = XML_GetErrorCode(s->parser);
    if (!read && problem == XML_ERROR_NO_MEMORY)
        return fail_memory(s);
    if (!read)
        return fail(s, "is not well-formed SVG (%s): save it again", XML_ErrorString(problem)) || wrong(s);
    if (s->art.npaths == 0)
        return fail(s, "the drawing paints nothing: give a shape a fill or a stroke") || wrong(s);
    give_outlines(s);
    return true;
}

bool dgs_svg_try(dgs_arena *arena, const char *name, dgs_str bytes, dgs_art *out, bool *beyond, dgs_err *err)
{
    *beyond = false;
    if (bytes.n > DGS_SVG_FILE_MAX)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the drawing is larger than %d KB: make it simpler", name,
                        DGS_SVG_FILE_MAX / 1024);
    svg *s = dgs_arena_alloc(arena, sizeof *s);
    if (s == NULL)
        return dgs_fail_memory(err);
    *s = (svg){.arena = arena, .name = name, .err = err, .outline = {.arena = arena}};
    s->styles[0] =
        (dgs_svg_style){.fill = {.kind = DGS_PAINT_COLOR}, .width = 1, .miter_limit = 4, .matrix = {1, 0, 0, 1, 0, 0}};
    s->parser = XML_ParserCreate(NULL);
    if (s->parser == NULL)
        return dgs_fail_memory(err);
    bool ok = run(s, bytes);
    XML_ParserFree(s->parser);
    *out = s->art;
    *beyond = s->beyond;
    return ok;
}

bool dgs_svg_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_art *out, dgs_err *err)
{
    bool beyond;
    return dgs_svg_try(arena, name, bytes, out, &beyond, err);
}
