// The root of a drawing: which part of the plane is shown.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "image/svg.h"
#include "image/svg_css.h"
#include "image/svg_pass.h"

static bool size_of(dgs_svg_pass *p, const char *property, double *out)
{
    const char *text = dgs_css_get(p->plain->tree.arena, p->plain->tree.root, property);
    return text != NULL && dgs_svg_length(text, out) && *out > 0;
}

static bool view_box_of(const dgs_svg_node *root, dgs_svg_box *out)
{
    double v[4];
    size_t n = 0;
    const char *text = dgs_svg_get(root, "viewBox");
    if (text == NULL || dgs_svg_read_numbers(text, v, 4, &n) != NULL || n != 4 || v[2] <= 0 || v[3] <= 0)
        return false;
    *out = (dgs_svg_box){v[0], v[1], v[2], v[3]};
    return true;
}

// Its numbers are none, or so large that programs do not agree on them.
static bool tell_view_box(dgs_svg_pass *p)
{
    double v[4];
    size_t n = 0;
    const char *text = dgs_svg_get(p->plain->tree.root, "viewBox");
    return text == NULL || (dgs_svg_read_numbers(text, v, 4, &n) == NULL && n == 4 && v[2] > 0 && v[3] > 0) ||
           dgs_svg_remark(p->plain, p->err,
                          "its view box (%.40s) is not supported, so it may look different: save it again", text);
}

// Where in the room that is left over, from 0 to 1, the drawing lies along one axis: "xMid" and the like.
static double align(const char *word, char axis)
{
    const char *at = word == NULL ? NULL : strchr(word, axis == 'x' ? 'x' : 'Y');
    if (at == NULL)
        return 0.5;
    return strncmp(at + 1, "Min", 3) == 0 ? 0 : strncmp(at + 1, "Max", 3) == 0 ? 1 : 0.5;
}

// All that is drawn goes into a group that is stretched.
static bool stretch(dgs_svg_pass *p, const dgs_svg_box *box, double w, double h)
{
    dgs_svg_node *root = p->plain->tree.root, *group = dgs_svg_new(p->plain->tree.arena, NULL, "g");
    char text[160];
    (void)snprintf(text, sizeof text, "scale(%.9g %.9g) translate(%.9g %.9g)", w / box->w, h / box->h, -box->x,
                   -box->y);
    const char *kept = dgs_str_copy(p->plain->tree.arena, dgs_str_of(text));
    if (group == NULL || kept == NULL || !dgs_svg_set(p->plain->tree.arena, group, "transform", kept))
        return dgs_fail_memory(p->err);
    group->parent = root;
    group->first = root->first;
    group->last = root->last;
    for (dgs_svg_node *n = group->first; n != NULL; n = n->next)
        n->parent = group;
    root->first = root->last = group;
    return true;
}

// SVG 2, 8.2: of a size with another shape than the view box more is shown, or less, or it is stretched.
static bool fit(dgs_svg_pass *p, dgs_svg_box *box, double w, double h)
{
    const double alike = 0.001;
    const char *how = dgs_svg_get(p->plain->tree.root, "preserveAspectRatio");
    double across = w / box->w, down = h / box->h;
    if (fabs(across / down - 1) < alike)
        return true;
    if (how != NULL && strstr(how, "none") != NULL) {
        bool ok = stretch(p, box, w, h);
        *box = (dgs_svg_box){0, 0, w, h};
        return ok;
    }
    double scale = how != NULL && strstr(how, "slice") != NULL ? fmax(across, down) : fmin(across, down);
    dgs_svg_box shown = {.w = w / scale, .h = h / scale};
    shown.x = box->x + (box->w - shown.w) * align(how, 'x');
    shown.y = box->y + (box->h - shown.h) * align(how, 'y');
    *box = shown;
    return true;
}

bool dgs_svg_frame(dgs_svg_pass *p)
{
    static const char *const gone[] = {"width", "height", "x", "y", "preserveAspectRatio", "viewBox", "transform"};
    dgs_svg_node *root = p->plain->tree.root;
    double w = 0, h = 0;
    dgs_svg_box box = {0};
    bool boxed = view_box_of(root, &box), wide = size_of(p, "width", &w), high = size_of(p, "height", &h);
    if (boxed && wide && high && !fit(p, &box, w, h))
        return false;
    if (!boxed && !tell_view_box(p))
        return false;
    if (!boxed && wide && high)
        box = (dgs_svg_box){0, 0, w, h};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        dgs_svg_unset(root, gone[i]);
    p->plain->sizeless = box.w <= 0;
    p->view = box;
    return p->plain->sizeless || dgs_svg_plain_view(p->plain, &box, p->err);
}

bool dgs_svg_plain_view(dgs_svg_plain *plain, const dgs_svg_box *view, dgs_err *err)
{
    char text[128];
    (void)snprintf(text, sizeof text, "%.9g %.9g %.9g %.9g", view->x, view->y, view->w, view->h);
    const char *kept = dgs_str_copy(plain->tree.arena, dgs_str_of(text));
    return (kept != NULL && dgs_svg_set(plain->tree.arena, plain->tree.root, "viewBox", kept)) || dgs_fail_memory(err);
}
