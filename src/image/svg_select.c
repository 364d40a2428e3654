#include "image/svg_select.h"

#include <string.h>

#include "base/limits.h"

static bool name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           (unsigned char)c >= 0x80;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static dgs_str take_name(dgs_str *rest)
{
    size_t n = 0;
    while (n < rest->n && name_char(rest->p[n]))
        n++;
    dgs_str name = {rest->p, n};
    *rest = (dgs_str){rest->p + n, rest->n - n};
    return name;
}

static void skip(dgs_str *rest, size_t n)
{
    *rest = (dgs_str){rest->p + n, rest->n - n};
}

static void skip_blanks(dgs_str *rest)
{
    while (rest->n > 0 && blank(rest->p[0]))
        skip(rest, 1);
}

static dgs_str unquoted(dgs_str text)
{
    text = dgs_str_trim(text);
    if (text.n >= 2 && (text.p[0] == '"' || text.p[0] == '\'') && text.p[text.n - 1] == text.p[0])
        return (dgs_str){text.p + 1, text.n - 2};
    return text;
}

// "[name]", "[name=value]" and the like, from the character after the bracket on.
static bool read_attribute(dgs_str *rest, dgs_select_test *out)
{
    const char *end = rest->n == 0 ? NULL : memchr(rest->p, ']', rest->n);
    if (end == NULL)
        return false;
    dgs_str in = {rest->p, (size_t)(end - rest->p)};
    skip(rest, in.n + 1);
    in = dgs_str_trim(in);
    *out = (dgs_select_test){.kind = DGS_SELECT_ATTRIBUTE, .name = take_name(&in)};
    skip_blanks(&in);
    if (in.n == 0)
        return out->name.n > 0;
    out->how = in.p[0];
    bool pair = out->how != '=';
    if (strchr("=~^$*|", out->how) == NULL || in.n < 2 || (pair && in.p[1] != '='))
        return false;
    skip(&in, pair ? 2 : 1);
    out->value = unquoted(in);
    return out->name.n > 0;
}

// After a colon. What needs a pointer, a window or a click is never so on paper.
static dgs_select_verdict read_pseudo(dgs_str *rest, dgs_select_test *out)
{
    static const char *const never[] = {"hover",  "active", "focus",        "focus-visible", "focus-within", "visited",
                                        "target", "before", "after",        "selection",     "placeholder",  "checked",
                                        "empty",  "link",   "first-letter", "first-line",    "host",         NULL};
    bool element = rest->n > 0 && rest->p[0] == ':';
    skip(rest, element ? 1 : 0);
    dgs_str name = take_name(rest);
    *out = (dgs_select_test){.kind = DGS_SELECT_ROOT};
    if (dgs_str_is(name, "root"))
        return DGS_SELECT_GOOD;
    out->kind = dgs_str_is(name, "last-child") ? DGS_SELECT_LAST : DGS_SELECT_FIRST;
    if (dgs_str_is(name, "first-child") || dgs_str_is(name, "last-child"))
        return DGS_SELECT_GOOD;
    for (size_t i = 0; never[i] != NULL; i++)
        if (dgs_str_is(name, never[i]))
            return DGS_SELECT_NEVER;
    return element ? DGS_SELECT_NEVER : DGS_SELECT_ODD;
}

static dgs_select_verdict read_test(dgs_str *rest, dgs_select_test *out)
{
    char c = rest->p[0];
    if (c != '#' && c != '.' && c != '[' && c != ':') {
        *out = (dgs_select_test){.kind = DGS_SELECT_TYPE};
        if (c == '*')
            skip(rest, 1);
        else
            out->name = take_name(rest);
        bool good = c == '*' || out->name.n > 0;
        if (good && rest->n > 0 && rest->p[0] == '|') // svg|path: all there are, are of SVG
            return skip(rest, 1), rest->n > 0 ? read_test(rest, out) : DGS_SELECT_ODD;
        return good ? DGS_SELECT_GOOD : DGS_SELECT_ODD;
    }
    skip(rest, 1);
    if (c == '[')
        return read_attribute(rest, out) ? DGS_SELECT_GOOD : DGS_SELECT_ODD;
    if (c == ':')
        return read_pseudo(rest, out);
    *out = (dgs_select_test){.kind = c == '#' ? DGS_SELECT_ID : DGS_SELECT_CLASS, .name = take_name(rest)};
    return out->name.n > 0 ? DGS_SELECT_GOOD : DGS_SELECT_ODD;
}

// CSS 2.1, 6.4.3: ids before classes, attributes and the like before types.
static unsigned weight(const dgs_select_test *test)
{
    if (test->kind == DGS_SELECT_TYPE)
        return test->name.n > 0;
    return test->kind == DGS_SELECT_ID ? 1000000 : 1000;
}

static dgs_select_verdict read_step(dgs_arena *arena, dgs_str *rest, dgs_selector *out)
{
    dgs_select_step *step = DGS_PUSH(arena, out->steps, out->nsteps, out->cap_steps);
    if (step == NULL)
        return DGS_SELECT_MEMORY;
    while (rest->n > 0 && !blank(rest->p[0]) && strchr(">+~", rest->p[0]) == NULL) {
        dgs_select_test test, *kept;
        dgs_select_verdict verdict = read_test(rest, &test);
        if (verdict != DGS_SELECT_GOOD)
            return verdict;
        if ((kept = DGS_PUSH(arena, step->tests, step->ntests, step->cap_tests)) == NULL)
            return DGS_SELECT_MEMORY;
        *kept = test;
        out->specificity += weight(&test);
    }
    skip_blanks(rest);
    if (rest->n > 0) {
        bool sign = rest->p[0] == '>';
        if (rest->p[0] == '+' || rest->p[0] == '~')
            return DGS_SELECT_ODD;
        step->to_next = sign ? rest->p[0] : ' ';
        skip(rest, sign ? 1 : 0);
        skip_blanks(rest);
    }
    return step->ntests > 0 ? DGS_SELECT_GOOD : DGS_SELECT_ODD;
}

dgs_select_verdict dgs_select_read(dgs_arena *arena, dgs_str text, dgs_selector *out)
{
    enum { STEPS_MAX = 8 };
    *out = (dgs_selector){0};
    text = dgs_str_trim(text);
    dgs_select_verdict verdict = text.n == 0 ? DGS_SELECT_ODD : DGS_SELECT_GOOD;
    while (text.n > 0 && verdict == DGS_SELECT_GOOD)
        verdict = out->nsteps == STEPS_MAX ? DGS_SELECT_ODD : read_step(arena, &text, out);
    if (verdict == DGS_SELECT_GOOD && out->steps[out->nsteps - 1].to_next != 0)
        return DGS_SELECT_ODD;
    return verdict;
}

static bool has_word(const char *list, dgs_str word)
{
    for (dgs_str rest = dgs_str_of(list); rest.n > 0;) {
        skip_blanks(&rest);
        size_t n = 0;
        while (n < rest.n && !blank(rest.p[n]))
            n++;
        if (dgs_str_eq((dgs_str){rest.p, n}, word))
            return true;
        skip(&rest, n);
    }
    return false;
}

static bool holds(dgs_str text, dgs_str part)
{
    for (size_t i = 0; part.n > 0 && i + part.n <= text.n; i++)
        if (memcmp(text.p + i, part.p, part.n) == 0)
            return true;
    return false;
}

static bool attribute_is(const dgs_select_test *test, const dgs_svg_node *node)
{
    const char *value = NULL;
    for (size_t i = 0; i < node->nattributes; i++)
        if (dgs_str_is(test->name, node->attributes[i].name))
            value = node->attributes[i].value;
    if (value == NULL || test->how == 0)
        return value != NULL;
    dgs_str text = dgs_str_of(value), part = test->value;
    bool longer = text.n >= part.n && part.n > 0;
    switch (test->how) {
    case '=':
        return dgs_str_eq(text, part);
    case '~':
        return has_word(value, part);
    case '^':
        return longer && memcmp(text.p, part.p, part.n) == 0;
    case '$':
        return longer && memcmp(text.p + text.n - part.n, part.p, part.n) == 0;
    case '*':
        return holds(text, part);
    default:
        return longer && memcmp(text.p, part.p, part.n) == 0 && (text.n == part.n || text.p[part.n] == '-');
    }
}

static bool is_first(const dgs_svg_node *node)
{
    const dgs_svg_node *n = node->parent == NULL ? node : node->parent->first;
    while (n != node && n->name == NULL)
        n = n->next;
    return node->parent != NULL && n == node;
}

static bool is_last(const dgs_svg_node *node)
{
    for (const dgs_svg_node *n = node->next; n != NULL; n = n->next)
        if (n->name != NULL)
            return false;
    return node->parent != NULL;
}

static bool passes(const dgs_select_test *test, const dgs_svg_node *node)
{
    switch (test->kind) {
    case DGS_SELECT_TYPE:
        return test->name.n == 0 || dgs_str_is(test->name, node->name);
    case DGS_SELECT_ID:
        return dgs_str_eq(test->name, dgs_str_of(dgs_svg_get(node, "id")));
    case DGS_SELECT_CLASS:
        return has_word(dgs_svg_get(node, "class"), test->name);
    case DGS_SELECT_ATTRIBUTE:
        return attribute_is(test, node);
    case DGS_SELECT_ROOT:
        return node->parent == NULL;
    case DGS_SELECT_FIRST:
        return is_first(node);
    default:
        return is_last(node);
    }
}

static bool step_matches(const dgs_select_step *step, const dgs_svg_node *node)
{
    for (size_t i = 0; i < step->ntests; i++)
        if (!passes(&step->tests[i], node))
            return false;
    return true;
}

// Whether the first `n` steps match so that the last of them is this element.
static bool matches_up(const dgs_selector *s, size_t n, const dgs_svg_node *node, size_t *work)
{
    ++*work;
    if (!step_matches(&s->steps[n - 1], node))
        return false;
    if (n == 1)
        return true;
    bool near = s->steps[n - 2].to_next == '>';
    for (const dgs_svg_node *other = node->parent; other != NULL && *work <= DGS_SVG_MATCHES_MAX;
         other = other->parent) {
        if (matches_up(s, n - 1, other, work))
            return true;
        if (near)
            break;
    }
    return false;
}

bool dgs_select_matches(const dgs_selector *selector, const dgs_svg_node *node, size_t *work)
{
    return matches_up(selector, selector->nsteps, node, work);
}
