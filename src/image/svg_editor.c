// What drawing programs write into SVG that paints nothing.
#include <string.h>

#include "image/svg.h"

static bool starts_with_any(const char *name, const char *const *starts)
{
    for (size_t i = 0; starts[i] != NULL; i++)
        if (strncmp(name, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

static bool is_any(const char *name, const char *const *names)
{
    for (size_t i = 0; names[i] != NULL; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

bool dgs_svg_element_idle(const char *name)
{
    static const char *const idle[] = {"metadata", "defs", NULL};
    return is_any(name, idle) || (strchr(name, ':') != NULL && strncmp(name, "svg:", 4) != 0);
}

bool dgs_svg_attribute_idle(const char *name)
{
    static const char *const idle[] = {"version", "baseProfile", "class",     "role",
                                       "lang",    "tabindex",    "focusable", NULL};
    static const char *const starts[] = {"data-", "aria-", NULL};
    return is_any(name, idle) || starts_with_any(name, starts) || strchr(name, ':') != NULL;
}

// Without text, clips and filters most properties have nothing to work on; a few have when they are not as they begin.
bool dgs_svg_property_idle(dgs_str name, dgs_str value)
{
    static const char *const idle[] = {"clip-rule",         "color-interpolation-filters",
                                       "enable-background", "line-height",
                                       "overflow",          "solid-color",
                                       "solid-opacity",     "writing-mode",
                                       "direction",         "white-space",
                                       "dominant-baseline", "baseline-shift",
                                       "shape-padding",     NULL};
    static const char *const starts[] = {
        "-inkscape-",      "font", "text-", "letter-", "word-", "shape-rendering", "image-rendering",
        "color-rendering", NULL};
    static const struct {
        const char *name, *value;
    } plain[] = {{"opacity", "1"},
                 {"fill-opacity", "1"},
                 {"stroke-opacity", "1"},
                 {"stroke-dashoffset", "0"},
                 {"display", "inline"},
                 {"visibility", "visible"},
                 {"paint-order", "normal"},
                 {"mask", "none"},
                 {"clip-path", "none"},
                 {"filter", "none"},
                 {"marker", "none"},
                 {"vector-effect", "none"},
                 {"isolation", "auto"},
                 {"mix-blend-mode", "normal"},
                 {"color-interpolation", "sRGB"}};
    char text[40] = "";
    if (name.n >= sizeof text)
        return false;
    memcpy(text, name.p, name.n);
    if (is_any(text, idle) || starts_with_any(text, starts))
        return true;
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        if (strcmp(text, plain[i].name) == 0 && dgs_str_is(dgs_str_trim(value), plain[i].value))
            return true;
    return false;
}
