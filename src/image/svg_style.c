#include <string.h>

#include "image/svg.h"

static const char *set_fill(dgs_svg_style *st, const char *value)
{
    return dgs_svg_read_paint(value, &st->fill);
}

static const char *set_stroke(dgs_svg_style *st, const char *value)
{
    return dgs_svg_read_paint(value, &st->stroke);
}

// The place of a word in a list of three that ends with NULL.
static const char *pick(const char *value, const char *const *words, const char *problem, uint8_t *out)
{
    for (uint8_t i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], value) == 0) {
            *out = i;
            return NULL;
        }
    return problem;
}

static const char *set_fill_rule(dgs_svg_style *st, const char *value)
{
    static const char *const words[] = {"nonzero", "evenodd", NULL};
    uint8_t at = 0;
    const char *problem = pick(value, words, "write nonzero or evenodd", &at);
    st->even_odd = at == 1;
    return problem;
}

static const char *set_cap(dgs_svg_style *st, const char *value)
{
    static const char *const words[] = {"butt", "round", "square", NULL};
    return pick(value, words, "write butt, round or square", &st->cap);
}

static const char *set_join(dgs_svg_style *st, const char *value)
{
    static const char *const words[] = {"miter", "round", "bevel", NULL};
    return pick(value, words, "write miter, round or bevel", &st->join);
}

static const char *set_width(dgs_svg_style *st, const char *value)
{
    size_t n = 0;
    const char *problem = dgs_svg_read_numbers(value, &st->width, 1, &n);
    return problem == NULL && st->width < 0 ? "it must not be negative" : problem;
}

static const char *set_miter_limit(dgs_svg_style *st, const char *value)
{
    size_t n = 0;
    const char *problem = dgs_svg_read_numbers(value, &st->miter_limit, 1, &n);
    return problem == NULL && st->miter_limit < 1 ? "it must be 1 or more" : problem;
}

// A line of no length before a gap of none is hidden by what follows; programs that draw do not agree on it. Affinity
// ends each pattern with one.
static void drop_empty_dashes(dgs_svg_style *st)
{
    uint8_t kept = 0;
    for (uint8_t i = 0; i + 1 < st->ndash; i += 2) {
        if (st->dash[i] + st->dash[i + 1] <= 0)
            continue;
        st->dash[kept++] = st->dash[i];
        st->dash[kept++] = st->dash[i + 1];
    }
    st->ndash = kept;
}

static const char *set_dash(dgs_svg_style *st, const char *value)
{
    st->ndash = 0;
    if (strcmp(value, "none") == 0)
        return NULL;
    size_t n = 0;
    const char *problem = dgs_svg_read_numbers(value, st->dash, DGS_DASH_MAX, &n);
    double sum = 0;
    for (size_t i = 0; i < n && problem == NULL; i++) {
        sum += st->dash[i];
        if (st->dash[i] < 0)
            problem = "it must not be negative";
    }
    st->ndash = sum > 0 ? (uint8_t)n : 0; // all zero is a full line
    if (st->ndash % 2 == 0)
        drop_empty_dashes(st);
    return problem;
}

static const struct {
    const char *name;
    const char *(*set)(dgs_svg_style *st, const char *value); // NULL, or what is wrong
} properties[] = {
    {"fill", set_fill},
    {"fill-rule", set_fill_rule},
    {"stroke", set_stroke},
    {"stroke-width", set_width},
    {"stroke-linecap", set_cap},
    {"stroke-linejoin", set_join},
    {"stroke-miterlimit", set_miter_limit},
    {"stroke-dasharray", set_dash},
};

const char *dgs_svg_set_property(dgs_svg_style *st, dgs_str name, dgs_str value, bool *known)
{
    char text[256];
    *known = false;
    value = dgs_str_trim(value);
    for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
        if (!dgs_str_is(name, properties[i].name))
            continue;
        *known = true;
        if (value.n >= sizeof text)
            return "it is too long";
        memcpy(text, value.p, value.n);
        text[value.n] = '\0';
        return properties[i].set(st, text);
    }
    return NULL;
}

// "name: value"
static const char *set_declaration(dgs_svg_style *st, dgs_str part)
{
    const char *colon = memchr(part.p, ':', part.n);
    if (colon == NULL)
        return "write it as name: value";
    dgs_str name = {part.p, (size_t)(colon - part.p)}, value = {colon + 1, part.n - (size_t)(colon + 1 - part.p)};
    bool known = false;
    const char *problem = dgs_svg_set_property(st, dgs_str_trim(name), value, &known);
    if (!known && dgs_svg_property_idle(dgs_str_trim(name), value))
        return NULL;
    return known ? problem : "it is not supported: remove it";
}

const char *dgs_svg_set_style(dgs_svg_style *st, const char *text, dgs_str *wrong)
{
    const char *problem = NULL;
    while (*text != '\0' && problem == NULL) {
        size_t n = strcspn(text, ";");
        *wrong = dgs_str_trim((dgs_str){text, n});
        text += n + (text[n] == ';');
        if (wrong->n > 0)
            problem = set_declaration(st, *wrong);
    }
    return problem;
}
