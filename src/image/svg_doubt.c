// What an element asks for that the program which draws it does not do, or not as a browser does.
#include <string.h>
#include <strings.h>

#include "image/svg_pass.h"

static bool is_one(const char *const *list, const char *word)
{
    for (size_t i = 0; list[i] != NULL; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

static bool has_one(const char *const *list, const char *text)
{
    for (size_t i = 0; list[i] != NULL; i++)
        if (strstr(text, list[i]) != NULL)
            return true;
    return false;
}

// Colors of newer kinds; a name that is none is left out by browsers too.
static bool is_strange_color(const char *name, const char *value)
{
    static const char *const paints[] = {"fill",        "stroke",         "color", "stop-color",
                                         "flood-color", "lighting-color", NULL};
    static const char *const known[] = {"url(", "icc-color(", "device-", NULL};
    char hex[8];
    double alpha;
    return is_one(paints, name) && strchr(value, '(') != NULL && !has_one(known, value) &&
           !dgs_svg_color(dgs_str_of(value), hex, &alpha);
}

// Lengths that depend on a font or a window. In text they are those of the text's own size.
static bool is_strange_length(const dgs_svg_node *node, const char *name, const char *value)
{
    static const char *const lengths[] = {"x",  "y",  "width", "height", "cx", "cy",           "r", "rx",
                                          "ry", "x1", "y1",    "x2",     "y2", "stroke-width", NULL};
    static const char *const units[] = {"em", "ex", "ch", "lh", "vw", "vh", "vmin", "vmax", NULL};
    return is_one(lengths, name) && !dgs_svg_is(node, "text") && !dgs_svg_is(node, "tspan") && has_one(units, value);
}

// Of a browser's root alone: nothing is drawn there but its children.
static bool is_of_root(const dgs_svg_node *node, bool css, const char *name, const char *value)
{
    static const char *const of_root[] = {"clip-path", "mask", "filter", NULL};
    static const char *const grounds[] = {"background", "background-color", NULL};
    char hex[8];
    double alpha = 1;
    if (node->parent != NULL || strcmp(value, "none") == 0)
        return false;
    if (is_one(grounds, name)) // a white ground is the paper's own
        return !dgs_svg_color(dgs_str_of(value), hex, &alpha) || (alpha > 0 && strcmp(hex, "#ffffff") != 0);
    return is_one(of_root, name) || (css && strcmp(name, "transform") == 0) || strcmp(name, "background-image") == 0;
}

static bool is_strange_effect(const char *name, const char *value)
{
    static const char *const functions[] = {"grayscale(", "brightness(", "contrast(", "hue-rotate(", "invert(",
                                            "saturate(",  "sepia(",      "opacity(",  NULL};
    static const char *const behind[] = {"BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint", NULL};
    if (strcmp(name, "filter") == 0)
        return has_one(functions, value);
    return strncmp(name, "in", 2) == 0 && (name[2] == '\0' || name[2] == '2') && is_one(behind, value);
}

static bool is_strange(const char *name, const char *value)
{
    static const struct {
        const char *name;
        const char *fine[4]; // the values that programs agree on
    } properties[] = {
        {"all", {NULL}},
        {"d", {NULL}},
        {"mask-image", {"none"}},
        {"-webkit-mask-image", {"none"}},
        {"vector-effect", {"none", "inherit"}},
        {"color-interpolation", {"sRGB", "auto", "inherit"}},
        {"image-rendering", {"auto", "optimizeQuality", "optimizeSpeed"}},
    };
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (strcmp(properties[i].name, name) == 0)
            return !is_one(properties[i].fine, value);
    return false;
}

// Values that are worked out by rules of CSS.
static bool is_reckoned(const char *value)
{
    static const char *const words[] = {"initial", "unset", "revert", "revert-layer", NULL};
    static const char *const functions[] = {"calc(", "min(", "max(", "clamp(", "env(", "attr(", NULL};
    return is_one(words, value) || has_one(functions, value);
}

bool dgs_svg_doubt(dgs_svg_pass *p, const dgs_svg_node *node, const dgs_svg_said *said)
{
    const char *name = said->name, *value = said->value;
    bool path = !said->css && (strcmp(name, "d") == 0 || strcmp(name, "href") == 0);
    if (path || strcmp(name, "style") == 0 || strcmp(name, "id") == 0 || strcmp(name, "class") == 0)
        return true;
    bool odd = is_strange(name, value) || is_strange_color(name, value) || is_strange_length(node, name, value) ||
               is_of_root(node, said->css, name, value) || is_strange_effect(name, value) ||
               (said->css && is_reckoned(value)) || strcmp(name, "pathLength") == 0;
    return !odd || dgs_svg_remark(p->plain, p->err,
                                  "it has %.30s: %.40s, which may look different: see whether it does, or in your "
                                  "drawing program save it as PNG",
                                  name, value);
}

// Where the part that is seen has another shape than the place it gets.
bool dgs_svg_doubt_element(dgs_svg_pass *p, const dgs_svg_node *node)
{
    const char *units = dgs_svg_get(node, "patternUnits"), *what = NULL;
    if (dgs_svg_is(node, "pattern") && dgs_svg_get(node, "viewBox") != NULL &&
        (units == NULL || strcmp(units, "userSpaceOnUse") != 0))
        what = "a pattern with a view box";
    if (dgs_svg_is(node, "symbol") && dgs_svg_get(node, "preserveAspectRatio") != NULL)
        what = "a symbol with preserveAspectRatio";
    if (dgs_svg_is(node, "symbol") && (dgs_svg_get(node, "width") != NULL || dgs_svg_get(node, "height") != NULL))
        what = "a symbol with a size of its own";
    if (dgs_svg_is(node, "svg") && node->parent != NULL && dgs_svg_get(node, "id") != NULL &&
        dgs_svg_is(node->parent, "defs"))
        what = "a drawing that is used as a symbol";
    return what == NULL ||
           dgs_svg_remark(p->plain, p->err, "it has %s, which may look different: save it as PNG", what);
}
