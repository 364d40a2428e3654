// Attributes and styles of elements in the ways that our reader has, where it has them.
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/svg.h"
#include "image/svg_css.h"
#include "image/svg_pass.h"

// What one property's value becomes: text in the arena, or left as it is; "" = the property says nothing.
typedef const char *change(dgs_svg_pass *p, dgs_svg_node *node, const char *value);

static const char *keep(dgs_svg_pass *p, const char *text)
{
    return dgs_str_copy(p->plain->tree.arena, dgs_str_of(text));
}

static const char *number(dgs_svg_pass *p, double v)
{
    char text[40];
    (void)snprintf(text, sizeof text, "%.9g", v);
    return keep(p, text);
}

static const char *color(dgs_svg_pass *p, dgs_str word)
{
    char hex[8], text[64];
    double alpha;
    if (!dgs_svg_color(word, hex, &alpha))
        return dgs_str_copy(p->plain->tree.arena, word);
    if (alpha >= 1)
        return keep(p, hex);
    long rgb = strtol(hex + 1, NULL, 16);
    (void)snprintf(text, sizeof text, "rgba(%ld,%ld,%ld,%.4g)", rgb >> 16, rgb >> 8 & 255, rgb & 255, alpha);
    return keep(p, text);
}

// The sRGB color that stands before one for a printing press: "#cd853f icc-color(...)".
static dgs_str before_inks(const char *value)
{
    static const char *const inks[] = {"icc-color(", "device-cmyk(", "device-gray(", "device-rgb(", "device-nchannel("};
    dgs_str text = dgs_str_of(value);
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++) {
        const char *at = strstr(value, inks[i]);
        if (at != NULL && (size_t)(at - value) < text.n)
            text.n = (size_t)(at - value);
    }
    return dgs_str_trim(text);
}

static const char *change_color(dgs_svg_pass *p, dgs_svg_node *node, const char *value)
{
    (void)node;
    return color(p, before_inks(value));
}

// currentColor is the page's, unless the drawing says what it is.
static const char *change_paint(dgs_svg_pass *p, dgs_svg_node *node, const char *value)
{
    dgs_str word = before_inks(value);
    if (word.n == 12 && (dgs_str_is(word, "currentColor") || dgs_str_is(word, "currentcolor"))) {
        const char *own = dgs_css_inherited(p->plain->tree.arena, node, "color");
        word = own == NULL || strcmp(own, "currentColor") == 0 ? dgs_str_of("currentColor") : before_inks(own);
    }
    if (dgs_str_is(word, "transparent"))
        return "none";
    return dgs_str_starts(word, "url(") ? keep(p, value) : color(p, word);
}

static const char *change_length(dgs_svg_pass *p, dgs_svg_node *node, const char *value)
{
    double v;
    (void)node;
    return dgs_svg_length(value, &v) ? number(p, v) : value;
}

static const char *change_dashes(dgs_svg_pass *p, dgs_svg_node *node, const char *value)
{
    dgs_buf out = {.arena = p->plain->tree.arena};
    (void)node;
    for (const char *rest = value + strspn(value, ", \t\n"); *rest != '\0';) {
        char one[32];
        double v = 0;
        size_t n = strcspn(rest, ", \t\n");
        (void)snprintf(one, sizeof one, "%.*s", (int)n, rest);
        if (n >= sizeof one || !dgs_svg_length(one, &v))
            return value;
        dgs_buf_addf(&out, "%s%.9g", out.n > 0 ? " " : "", v);
        rest += n + strspn(rest + n, ", \t\n");
    }
    return out.failed ? NULL : out.p == NULL ? "none" : out.p;
}

// Browsers draw the corners up to what is no number, or no pair.
static const char *change_points(dgs_svg_pass *p, dgs_svg_node *node, const char *value)
{
    dgs_buf out = {.arena = p->plain->tree.arena};
    double x, y;
    (void)node;
    for (const char *rest = value;;) {
        (void)dgs_svg_skip_comma(&rest);
        if (dgs_svg_read_number(&rest, &x) != NULL)
            break;
        (void)dgs_svg_skip_comma(&rest);
        if (dgs_svg_read_number(&rest, &y) != NULL)
            break;
        dgs_buf_addf(&out, "%s%.9g %.9g", out.n > 0 ? " " : "", x, y);
    }
    return out.failed ? NULL : out.p == NULL ? "" : out.p;
}

static const char *change_share(dgs_svg_pass *p, dgs_svg_node *node, const char *value)
{
    double v;
    const char *rest = value;
    (void)node;
    if (dgs_svg_read_number(&rest, &v) != NULL || rest[0] != '%')
        return value;
    return number(p, v / 100);
}

enum { ARGUMENTS = 6 };

// "translate(10px, 5%)": numbers in pixels and degrees.
static bool read_arguments(const char *in, size_t length, bool turn, double v[ARGUMENTS], size_t *n)
{
    const char *p = in, *end = in + length;
    *n = 0;
    for (dgs_svg_skip_space(&p); p < end; (void)dgs_svg_skip_comma(&p)) {
        if (*n == ARGUMENTS || dgs_svg_read_number(&p, &v[*n]) != NULL)
            return false;
        size_t unit = 0;
        while (p + unit < end && (isalpha((unsigned char)p[unit]) || p[unit] == '%'))
            unit++;
        dgs_str word = {p, unit};
        double full = dgs_str_is(word, "turn")   ? 360
                      : dgs_str_is(word, "rad")  ? 180 / acos(-1)
                      : dgs_str_is(word, "grad") ? 0.9
                                                 : 1;
        if (unit > 0 && !(turn && (full != 1 || dgs_str_is(word, "deg"))) && !(!turn && dgs_str_is(word, "px")))
            return false;
        v[(*n)++] *= full;
        p += unit;
    }
    return *n > 0;
}

static bool add_function(dgs_buf *out, dgs_str name, const double v[ARGUMENTS], size_t n)
{
    static const struct {
        const char *css, *before, *behind; // how SVG says it, round the number
    } ways[] = {{"translateX", "translate(", " 0)"},
                {"translateY", "translate(0 ", ")"},
                {"scaleX", "scale(", " 1)"},
                {"scaleY", "scale(1 ", ")"},
                {"rotateZ", "rotate(", ")"}};
    static const char *const same[] = {"matrix", "translate", "scale", "rotate", "skewX", "skewY", NULL};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (dgs_str_is(name, ways[i].css) && n == 1) {
            dgs_buf_addf(out, "%s%.9g%s", ways[i].before, v[0], ways[i].behind);
            return true;
        }
    for (size_t i = 0; same[i] != NULL; i++)
        if (dgs_str_is(name, same[i])) {
            dgs_buf_add(out, name.p, name.n);
            for (size_t k = 0; k < n; k++)
                dgs_buf_addf(out, "%c%.9g", k == 0 ? '(' : ' ', v[k]);
            dgs_buf_addc(out, ')');
            return true;
        }
    return false;
}

static bool convert_transform(const char *value, dgs_buf *out)
{
    while (*value != '\0') {
        double v[ARGUMENTS] = {0};
        size_t n = 0;
        (void)dgs_svg_skip_comma(&value);
        const char *open = strchr(value, '('), *close = strchr(value, ')');
        if (*value == '\0')
            return true;
        if (open == NULL || close == NULL || close < open)
            return false;
        dgs_str name = dgs_str_trim((dgs_str){value, (size_t)(open - value)});
        bool turn = dgs_str_starts(name, "rotate") || dgs_str_starts(name, "skew");
        if (!read_arguments(open + 1, (size_t)(close - open - 1), turn, v, &n) || !add_function(out, name, v, n))
            return false;
        value = close + 1;
    }
    return true;
}

// One of the two places of transform-origin; a share is of the view box.
static bool read_origin(const char **text, double from, double whole, double *out)
{
    static const struct {
        const char *word;
        double share;
    } words[] = {{"center", 0.5}, {"left", 0}, {"top", 0}, {"right", 1}, {"bottom", 1}};
    dgs_svg_skip_space(text);
    if (**text == '\0') { // only one is said
        *out = from + whole / 2;
        return whole > 0;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(*text, words[i].word, strlen(words[i].word)) == 0) {
            *out = from + words[i].share * whole;
            *text += strlen(words[i].word);
            return whole > 0;
        }
    if (dgs_svg_read_number(text, out) != NULL)
        return false;
    bool share = **text == '%';
    if (share)
        *out = from + *out / 100 * whole;
    *text += share ? 1 : strncmp(*text, "px", 2) == 0 ? 2 : 0;
    return !share || whole > 0;
}

static bool add_origin(dgs_svg_pass *p, dgs_svg_node *node, dgs_buf *transform, dgs_buf *out)
{
    const char *text = dgs_css_get(p->plain->tree.arena, node, "transform-origin"),
               *box = dgs_css_get(p->plain->tree.arena, node, "transform-box");
    double x = 0, y = 0;
    if (text == NULL) {
        dgs_buf_add(out, transform->p, transform->n);
        return true;
    }
    bool whole = strpbrk(text, "%clrtb") != NULL && strstr(text, "px") == NULL;
    if ((box != NULL && strcmp(box, "view-box") != 0 && whole) || !read_origin(&text, p->view.x, p->view.w, &x) ||
        !read_origin(&text, p->view.y, p->view.h, &y))
        return false;
    dgs_buf_addf(out, "translate(%.9g %.9g) ", x, y);
    dgs_buf_add(out, transform->p, transform->n);
    dgs_buf_addf(out, " translate(%.9g %.9g)", -x, -y);
    return true;
}

static bool move_transform(dgs_svg_pass *p, dgs_svg_node *node, const char *value)
{
    dgs_buf transform = {.arena = p->plain->tree.arena}, out = {.arena = p->plain->tree.arena};
    if (value == NULL || strcmp(value, "none") == 0)
        return true;
    bool ok = convert_transform(value, &transform) && add_origin(p, node, &transform, &out);
    if (transform.failed || out.failed)
        return dgs_fail_memory(p->err);
    if (!ok)
        return dgs_svg_remark(
            p->plain, p->err,
            "a part of it is turned or moved in a way that is not drawn (%.40s): group it, and save it again", value);
    return out.p == NULL || dgs_svg_set(p->plain->tree.arena, node, "transform", out.p) || dgs_fail_memory(p->err);
}

static const struct {
    const char *name;
    change *as;
} changes[] = {
    {"fill", change_paint},
    {"stroke", change_paint},
    {"color", change_color},
    {"stop-color", change_paint},
    {"flood-color", change_paint},
    {"lighting-color", change_paint},
    {"stroke-width", change_length},
    {"stroke-dashoffset", change_length},
    {"stroke-dasharray", change_dashes},
    {"points", change_points},
    {"opacity", change_share},
    {"fill-opacity", change_share},
    {"stroke-opacity", change_share},
    {"stop-opacity", change_share},
    {"flood-opacity", change_share},
};

static const char *const geometry[] = {"x",  "y",  "width", "height", "cx", "cy", "r",
                                       "rx", "ry", "x1",    "y1",     "x2", "y2", NULL};

static bool is_in(const char *const *list, const char *name)
{
    for (size_t i = 0; list[i] != NULL; i++)
        if (strcmp(list[i], name) == 0)
            return true;
    return false;
}

// What only a screen needs, and what only says the same again.
static bool is_idle(const char *name)
{
    static const char *const idle[] = {"cursor",
                                       "pointer-events",
                                       "user-select",
                                       "will-change",
                                       "class",
                                       "transform-origin",
                                       "transform-box",
                                       "color-interpolation",
                                       "enable-background",
                                       "zoomAndPan",
                                       "contentScriptType",
                                       "contentStyleType",
                                       "version",
                                       "baseProfile",
                                       "color-profile",
                                       "externalResourcesRequired",
                                       NULL};
    static const char *const starts[] = {"-webkit-",   "-moz-", "-ms-",  "-o-", "-inkscape-", "-xml-",
                                         "transition", "data-", "aria-", "on",  NULL};
    for (size_t i = 0; starts[i] != NULL; i++)
        if (strncmp(name, starts[i], strlen(starts[i])) == 0)
            return true;
    return is_in(idle, name);
}

static bool tell_value(dgs_svg_pass *p, bool css, const char *name, const char *value, bool *gone)
{
    const char *url = strstr(value, "url(");
    if (strncmp(name, "animation", 9) == 0) {
        *gone = true;
        return dgs_svg_remark(
            p->plain, p->err,
            "the drawing is animated, and only its first image is printed: save it without animation");
    }
    if (url != NULL) {
        url += 4 + strspn(url + 4, " \"'");
        if (*url == '#' || strncmp(url, "data:", 5) == 0)
            return true;
        *gone = true;
        return dgs_svg_remark(
            p->plain, p->err,
            "it refers to another file, %.*s, which is not read: in your drawing program embed the picture",
            (int)strcspn(url, ")\"'") > 60 ? 60 : (int)strcspn(url, ")\"'"), url);
    }
    bool shape = (strcmp(name, "clip-path") == 0 || strncmp(name, "mask", 4) == 0) && strchr(value, '(') != NULL;
    static const char *const newer_names[] = {"offset-path", "rotate", "scale", "translate", "backdrop-filter", NULL};
    bool newer = css && is_in(newer_names, name) && strcmp(value, "none") != 0;
    *gone = shape || newer;
    return !*gone || dgs_svg_remark(p->plain, p->err,
                                    "its style has %.30s, which is not drawn: save it again without that", name);
}

static const char *changed(dgs_svg_pass *p, dgs_svg_node *node, const char *name, const char *value)
{
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        if (strcmp(changes[i].name, name) == 0)
            return changes[i].as(p, node, value);
    return value;
}

static bool take_attributes(dgs_svg_pass *p, dgs_svg_node *node)
{
    size_t kept = 0;
    for (size_t i = 0; i < node->nattributes; i++) {
        dgs_svg_attribute a = node->attributes[i];
        bool gone = is_idle(a.name) && strcmp(a.name, "class") != 0;
        if (!dgs_svg_doubt(p, node, &(dgs_svg_said){a.name, a.value, false}))
            return false;
        if (!gone && strcmp(a.name, "style") != 0 && strcmp(a.name, "href") != 0 &&
            !tell_value(p, false, a.name, a.value, &gone))
            return false;
        if (!gone && is_in(geometry, a.name) && !dgs_svg_is(node, "tspan") && !dgs_svg_is(node, "text"))
            a.value = change_length(p, node, a.value);
        else if (!gone)
            a.value = changed(p, node, a.name, a.value);
        if (a.value == NULL)
            return dgs_fail_memory(p->err);
        if (!gone)
            node->attributes[kept++] = a;
    }
    node->nattributes = kept;
    return true;
}

// Whether the element has that of its geometry from CSS (SVG 2, 7.3 and 8.4).
static bool has_geometry(const dgs_svg_node *node, const char *name)
{
    return is_in(geometry, name) && !dgs_svg_is(node, "text") && !dgs_svg_is(node, "tspan") && strlen(name) > 0;
}

static bool take_declaration(dgs_svg_pass *p, dgs_svg_node *node, const char *name, const char *value, dgs_buf *out)
{
    bool gone = is_idle(name);
    if (!dgs_svg_doubt(p, node, &(dgs_svg_said){name, value, true}))
        return false;
    if (!gone && !tell_value(p, true, name, value, &gone))
        return false;
    if (gone)
        return true;
    if (strcmp(name, "transform") == 0)
        return move_transform(p, node, value);
    value = has_geometry(node, name) ? change_length(p, node, value) : changed(p, node, name, value);
    if (value == NULL)
        return dgs_fail_memory(p->err);
    if (has_geometry(node, name))
        return dgs_svg_set(p->plain->tree.arena, node, keep(p, name), value) || dgs_fail_memory(p->err);
    dgs_buf_adds(out, name);
    dgs_buf_addc(out, ':');
    dgs_buf_adds(out, value);
    dgs_buf_addc(out, ';');
    return true;
}

bool dgs_svg_properties(dgs_svg_pass *p, dgs_svg_node *node)
{
    dgs_arena *arena = p->plain->tree.arena;
    const char *style = dgs_svg_get(node, "style");
    const char *origin = dgs_css_get(arena, node, "transform-origin"), *transform = dgs_svg_get(node, "transform");
    if (origin != NULL && transform != NULL && !move_transform(p, node, transform))
        return false;
    dgs_buf out = {.arena = arena};
    dgs_str rest = dgs_str_of(style), property, value;
    while (dgs_css_declaration(&rest, &property, &value)) {
        char *name = dgs_str_copy(arena, property), *text = dgs_str_copy(arena, value);
        if (name == NULL || text == NULL)
            return dgs_fail_memory(p->err);
        for (char *c = name; *c != '\0'; c++)
            *c = (char)tolower((unsigned char)*c);
        if (!take_declaration(p, node, name, text, &out))
            return false;
    }
    if (out.failed)
        return dgs_fail_memory(p->err);
    dgs_svg_unset(node, "style");
    if (!take_attributes(p, node))
        return false;
    return out.n == 0 || dgs_svg_set(arena, node, "style", out.p) || dgs_fail_memory(p->err);
}
