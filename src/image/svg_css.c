#include "image/svg_css.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "image/svg_select.h"

typedef struct rule {
    dgs_selector selector;
    dgs_str declarations;
    size_t order;
} rule;

typedef struct sheets {
    dgs_svg_tree *tree;
    const char *name;
    dgs_css_said *said;
    rule *rules;
    size_t nrules, cap_rules, work;
    dgs_err *err;
} sheets;

// The bytes up to a character of `ends` that is in no string, comment or brackets; all where there is none.
static size_t upto(dgs_str s, const char *ends)
{
    int depth = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '\\') {
            i++;
            continue;
        }
        if (c == '"' || c == '\'') {
            const char *end = memchr(s.p + i + 1, c, s.n - i - 1);
            i = end == NULL ? s.n : (size_t)(end - s.p);
            continue;
        }
        if (depth == 0 && c != '\0' && strchr(ends, c) != NULL)
            return i;
        depth += c == '(' || c == '[' || c == '{' ? 1 : (c == ')' || c == ']' || c == '}') && depth > 0 ? -1 : 0;
    }
    return s.n;
}

static dgs_str take(dgs_str *rest, size_t n)
{
    dgs_str part = {rest->p, n < rest->n ? n : rest->n};
    *rest = (dgs_str){rest->p + part.n, rest->n - part.n};
    return part;
}

bool dgs_css_declaration(dgs_str *rest, dgs_str *property, dgs_str *value)
{
    while (rest->n > 0) {
        dgs_str one = dgs_str_trim(take(rest, upto(*rest, ";")));
        (void)take(rest, 1);
        const char *colon = one.n == 0 ? NULL : memchr(one.p, ':', one.n);
        if (colon == NULL)
            continue;
        size_t n = (size_t)(colon - one.p);
        *property = dgs_str_trim((dgs_str){one.p, n});
        *value = dgs_str_trim((dgs_str){colon + 1, one.n - n - 1});
        return true;
    }
    return false;
}

// Without its comments and the marks that hid it from browsers of old.
static bool without_comments(dgs_arena *arena, dgs_str text, dgs_str *out)
{
    char *kept = dgs_arena_alloc(arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; kept != NULL && i < text.n;) {
        bool comment = text.n - i >= 2 && memcmp(text.p + i, "/*", 2) == 0;
        size_t mark = text.n - i >= 4 && memcmp(text.p + i, "<!--", 4) == 0  ? 4
                      : text.n - i >= 3 && memcmp(text.p + i, "-->", 3) == 0 ? 3
                                                                             : 0;
        if (comment) {
            i += 2;
            while (i < text.n && (text.n - i < 2 || memcmp(text.p + i, "*/", 2) != 0))
                i++;
            i += 2;
            kept[n++] = ' ';
        } else if (mark > 0) {
            i += mark;
        } else {
            kept[n++] = text.p[i++];
        }
    }
    *out = (dgs_str){kept, n};
    return kept != NULL;
}

static void note_odd(const sheets *s, dgs_str text)
{
    enum { SHOWN = 30 };
    text = dgs_str_trim(text);
    if (s->said->odd == NULL && text.n > 0)
        s->said->odd = dgs_str_copy(s->tree->arena, (dgs_str){text.p, text.n < SHOWN ? text.n : SHOWN});
}

static bool add_rule(sheets *s, dgs_str selector, dgs_str declarations)
{
    rule r = {.declarations = declarations, .order = s->nrules};
    dgs_select_verdict verdict = dgs_select_read(s->tree->arena, selector, &r.selector);
    if (verdict == DGS_SELECT_MEMORY)
        return dgs_fail_memory(s->err);
    if (verdict == DGS_SELECT_ODD)
        note_odd(s, selector);
    if (verdict != DGS_SELECT_GOOD)
        return true;
    if (s->nrules >= DGS_SVG_RULES_MAX)
        return dgs_fail(s->err, DGS_ERR_DATA,
                        "%s: its style sheets have more than %d rules: save it with attributes instead", s->name,
                        DGS_SVG_RULES_MAX);
    rule *kept = DGS_PUSH(s->tree->arena, s->rules, s->nrules, s->cap_rules);
    if (kept == NULL)
        return dgs_fail_memory(s->err);
    *kept = r;
    return true;
}

static bool holds(dgs_str text, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= text.n; i++)
        if (strncasecmp(text.p + i, word, n) == 0)
            return true;
    return false;
}

// A still picture on a light ground of an unknown size.
static bool medium_holds(sheets *s, dgs_str query)
{
    query = dgs_str_trim(query);
    if (query.n == 0)
        return true;
    bool sized =
        holds(query, "width") || holds(query, "height") || holds(query, "aspect") || holds(query, "resolution");
    s->said->sized = s->said->sized || sized;
    bool otherwise = holds(query, "not ") || sized || holds(query, "dark") || holds(query, "print") ||
                     holds(query, "speech") || holds(query, "contrast") || holds(query, "forced") ||
                     holds(query, "hover") || holds(query, "pointer");
    return !otherwise;
}

static bool read_sheet(sheets *s, dgs_str text, int depth);

// What a still picture on paper has no use for; what moves is told where it is asked for.
static bool says_nothing(dgs_str head)
{
    static const char *const idle[] = {"@media", "@page",      "@keyframes",     "@-webkit-keyframes", "@-moz-",
                                       "@-ms-",  "@namespace", "@color-profile", "@counter-style",     NULL};
    for (size_t i = 0; idle[i] != NULL; i++)
        if (dgs_str_starts(head, idle[i]))
            return true;
    return false;
}

// "@..." up to its end; a block that holds is read as if it were not in one.
static bool read_at_rule(sheets *s, dgs_str *rest, int depth)
{
    enum { NESTED_MOST = 4 };
    dgs_str head = take(rest, upto(*rest, ";{"));
    bool block = rest->n > 0 && rest->p[0] == '{';
    (void)take(rest, 1);
    dgs_str body = block ? take(rest, upto(*rest, "}")) : (dgs_str){0};
    if (block)
        (void)take(rest, 1);
    if (dgs_str_starts(head, "@import"))
        s->said->refers = true;
    else if (dgs_str_starts(head, "@font-face"))
        s->said->embeds_font = true;
    else if (block && depth < NESTED_MOST &&
             (dgs_str_starts(head, "@layer") ||
              (dgs_str_starts(head, "@media") && medium_holds(s, (dgs_str){head.p + 6, head.n - 6}))))
        return read_sheet(s, body, depth + 1);
    else if (block && !says_nothing(head))
        note_odd(s, head);
    return true;
}

static bool read_sheet(sheets *s, dgs_str text, int depth)
{
    for (;;) {
        text = dgs_str_trim(text);
        if (text.n == 0)
            return true;
        if (text.p[0] == '@') {
            if (!read_at_rule(s, &text, depth))
                return false;
            continue;
        }
        dgs_str selectors = take(&text, upto(text, "{"));
        (void)take(&text, 1);
        dgs_str body = take(&text, upto(text, "}"));
        (void)take(&text, 1);
        while (selectors.n > 0) {
            if (!add_rule(s, take(&selectors, upto(selectors, ",")), body))
                return false;
            (void)take(&selectors, 1);
        }
    }
}

static bool read_style(sheets *s, dgs_svg_node *node)
{
    const char *media = dgs_svg_get(node, "media"), *type = dgs_svg_get(node, "type");
    dgs_str text;
    dgs_buf all = {.arena = s->tree->arena};
    for (const dgs_svg_node *n = node->first; n != NULL; n = n->next)
        dgs_buf_add(&all, n->text.p, n->text.n);
    if (all.failed || !without_comments(s->tree->arena, (dgs_str){all.p, all.n}, &text))
        return dgs_fail_memory(s->err);
    bool css = type == NULL || type[0] == '\0' || strcasecmp(type, "text/css") == 0;
    return !css || !medium_holds(s, dgs_str_of(media)) || read_sheet(s, text, 0);
}

static bool read_styles(sheets *s)
{
    dgs_svg_node *root = s->tree->root, *next;
    for (dgs_svg_node *n = root; n != NULL; n = next) {
        bool style = dgs_svg_is(n, "style");
        next = style ? dgs_svg_walk_past(root, n) : dgs_svg_walk(root, n);
        if (!style)
            continue;
        if (!read_style(s, n))
            return false;
        dgs_svg_take_out(n);
    }
    return true;
}

typedef struct said_here { // a declaration that holds of an element
    dgs_str property, value;
    unsigned long long rank; // the larger one wins
} said_here;

typedef struct heap {
    said_here *of;
    size_t n, cap;
} heap;

static bool is_important(dgs_str *value)
{
    const char *mark = value->n == 0 ? NULL : memchr(value->p, '!', value->n);
    while (mark != NULL) {
        dgs_str rest = {mark + 1, value->n - (size_t)(mark + 1 - value->p)};
        if (dgs_str_trim(rest).n == 9 && strncasecmp(dgs_str_trim(rest).p, "important", 9) == 0) {
            *value = dgs_str_trim((dgs_str){value->p, (size_t)(mark - value->p)});
            return true;
        }
        mark = rest.n == 0 ? NULL : memchr(rest.p, '!', rest.n);
    }
    return false;
}

// Colors that only newer programs know come after one for all in the same rule: the newer one is left out where it is
// not known here, as an older program does.
static bool is_newer(dgs_str value)
{
    static const char *const newer[] = {"oklch(", "oklab(", "lab(", "lch(", "color-mix(", "hwb(", "light-dark(", NULL};
    for (size_t i = 0; newer[i] != NULL; i++)
        if (dgs_str_starts(value, newer[i]))
            return true;
    return false;
}

static bool collect(sheets *s, heap *out, dgs_str declarations, unsigned long long rank)
{
    enum { PROPERTIES_MOST = 256 }; // of an element; there are not as many that mean something
    const unsigned long long important = 1ull << 62;
    dgs_str property, value;
    while (dgs_css_declaration(&declarations, &property, &value)) {
        unsigned long long own = rank + (is_important(&value) ? important : 0);
        said_here *same = NULL;
        for (size_t i = 0; i < out->n; i++)
            if (dgs_str_eq(out->of[i].property, property))
                same = &out->of[i];
        bool fallback = same != NULL && same->rank == own;
        if (value.n == 0 || (fallback && is_newer(value)) || (same != NULL && same->rank > own) ||
            (same == NULL && out->n == PROPERTIES_MOST))
            continue;
        if (same == NULL)
            same = DGS_PUSH(s->tree->arena, out->of, out->n, out->cap);
        if (same == NULL)
            return dgs_fail_memory(s->err);
        *same = (said_here){property, value, own};
    }
    return true;
}

static const char *style_of(sheets *s, const heap *from)
{
    dgs_buf text = {.arena = s->tree->arena};
    for (size_t i = 0; i < from->n; i++) {
        dgs_buf_add(&text, from->of[i].property.p, from->of[i].property.n);
        dgs_buf_addc(&text, ':');
        dgs_buf_add(&text, from->of[i].value.p, from->of[i].value.n);
        dgs_buf_addc(&text, ';');
    }
    return text.failed || text.n == 0 ? NULL : text.p;
}

// By specificity, then by what came last; the element's own style is above all rules.
static bool settle(sheets *s, dgs_svg_node *node)
{
    const unsigned long long own_style = 1ull << 61;
    heap here = {0};
    for (size_t i = 0; i < s->nrules; i++) {
        const rule *r = &s->rules[i];
        if (dgs_select_matches(&r->selector, node, &s->work) &&
            !collect(s, &here, r->declarations, (unsigned long long)r->selector.specificity << 24 | r->order))
            return false;
    }
    const char *style = dgs_svg_get(node, "style");
    if (!collect(s, &here, dgs_str_of(style), own_style))
        return false;
    if (here.n == 0) {
        dgs_svg_unset(node, "style");
        return true;
    }
    style = style_of(s, &here);
    return (style != NULL && dgs_svg_set(s->tree->arena, node, "style", style)) || dgs_fail_memory(s->err);
}

const char *dgs_css_get(dgs_arena *arena, const dgs_svg_node *node, const char *property)
{
    dgs_str rest = dgs_str_of(dgs_svg_get(node, "style")), name, value, found = {0};
    while (dgs_css_declaration(&rest, &name, &value))
        if (dgs_str_is(name, property))
            found = value;
    return found.n > 0 ? dgs_str_copy(arena, found) : dgs_svg_get(node, property);
}

const char *dgs_css_inherited(dgs_arena *arena, const dgs_svg_node *node, const char *property)
{
    for (; node != NULL; node = node->parent) {
        const char *value = node->name == NULL ? NULL : dgs_css_get(arena, node, property);
        if (value != NULL && strcmp(value, "inherit") != 0)
            return value;
    }
    return NULL;
}

enum { VALUE_MAX = 4096, VARIABLES_DEEP = 8 };

static const char style_to_be[] = "-style"; // no attribute of XML begins so

static bool expand(sheets *s, const dgs_svg_node *node, dgs_str value, int depth, dgs_buf *out);

// The element, this one or one above, that says a custom property, and its value.
static const dgs_svg_node *find_variable(sheets *s, const dgs_svg_node *node, const char *name, const char **value)
{
    for (; node != NULL; node = node->parent) {
        *value = dgs_css_get(s->tree->arena, node, name);
        if (*value != NULL)
            return node;
    }
    return NULL;
}

// "--name" or "--name, fallback". What a variable is made of is what it was where it was said.
static bool expand_one(sheets *s, const dgs_svg_node *node, dgs_str in, int depth, dgs_buf *out)
{
    size_t n = upto(in, ","), before = out->n;
    const char *value = NULL, *wanted = dgs_str_copy(s->tree->arena, dgs_str_trim((dgs_str){in.p, n}));
    const dgs_svg_node *where = wanted == NULL ? NULL : find_variable(s, node, wanted, &value);
    if (where != NULL && expand(s, where, dgs_str_of(value), depth + 1, out))
        return true;
    out->n = before;
    return n < in.n && expand(s, node, dgs_str_trim((dgs_str){in.p + n + 1, in.n - n - 1}), depth + 1, out);
}

// False where a variable has no value: then the declaration says nothing.
static bool expand(sheets *s, const dgs_svg_node *node, dgs_str value, int depth, dgs_buf *out)
{
    if (depth > VARIABLES_DEEP || ++s->work > DGS_SVG_MATCHES_MAX)
        return false;
    while (value.n > 0) {
        if (!dgs_str_starts(value, "var(")) {
            dgs_buf_addc(out, take(&value, 1).p[0]);
        } else {
            (void)take(&value, 4);
            dgs_str in = take(&value, upto(value, ")"));
            (void)take(&value, 1);
            if (!expand_one(s, node, in, depth, out))
                return false;
        }
        if (out->n > VALUE_MAX || out->failed)
            return false;
    }
    return true;
}

static bool expand_style(sheets *s, dgs_svg_node *node)
{
    dgs_str rest = dgs_str_of(dgs_svg_get(node, "style")), property, value;
    dgs_buf out = {.arena = s->tree->arena};
    while (dgs_css_declaration(&rest, &property, &value)) {
        size_t before = out.n;
        if (dgs_str_starts(property, "--"))
            continue;
        dgs_buf_add(&out, property.p, property.n);
        dgs_buf_addc(&out, ':');
        dgs_buf one = {.arena = s->tree->arena};
        if (expand(s, node, value, 0, &one)) {
            dgs_buf_add(&out, one.p, one.n);
            dgs_buf_addc(&out, ';');
        } else {
            out.n = before;
        }
    }
    const char *style = out.failed ? NULL : dgs_str_copy(s->tree->arena, (dgs_str){out.p, out.n});
    return (style != NULL && dgs_svg_set(s->tree->arena, node, style_to_be, style)) || dgs_fail_memory(s->err);
}

static bool expand_attributes(sheets *s, dgs_svg_node *node)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        dgs_svg_attribute *a = &node->attributes[i];
        dgs_buf out = {.arena = s->tree->arena};
        if (strcmp(a->name, "style") == 0 || strcmp(a->name, style_to_be) == 0 || strstr(a->value, "var(") == NULL)
            continue;
        bool good = expand(s, node, dgs_str_of(a->value), 0, &out);
        if (out.failed)
            return dgs_fail_memory(s->err);
        a->value = good && out.p != NULL ? out.p : "";
    }
    return true;
}

static bool has_variables(const dgs_svg_tree *tree)
{
    for (const dgs_svg_node *n = tree->root; n != NULL; n = dgs_svg_walk(tree->root, n))
        for (size_t i = 0; i < n->nattributes; i++)
            if (strstr(n->attributes[i].value, "--") != NULL)
                return true;
    return false;
}

// The styles stay as they are until all values are found: those of elements above are asked for.
static bool expand_all(sheets *s)
{
    dgs_svg_node *root = s->tree->root;
    if (!has_variables(s->tree))
        return true;
    for (dgs_svg_node *n = root; n != NULL; n = dgs_svg_walk(root, n))
        if (n->name != NULL && (!expand_style(s, n) || !expand_attributes(s, n)))
            return false;
    for (dgs_svg_node *n = root; n != NULL; n = dgs_svg_walk(root, n)) {
        const char *style = n->name == NULL ? NULL : dgs_svg_get(n, style_to_be);
        if (style == NULL)
            continue;
        dgs_svg_unset(n, style_to_be);
        if (style[0] == '\0')
            dgs_svg_unset(n, "style");
        else if (!dgs_svg_set(s->tree->arena, n, "style", style))
            return dgs_fail_memory(s->err);
    }
    return true;
}

bool dgs_css_inline(dgs_svg_tree *tree, const char *name, dgs_css_said *said, dgs_err *err)
{
    *said = (dgs_css_said){0};
    sheets s = {.tree = tree, .name = name, .said = said, .err = err};
    if (!read_styles(&s))
        return false;
    for (dgs_svg_node *n = tree->root; n != NULL; n = dgs_svg_walk(tree->root, n))
        if (n->name != NULL && !settle(&s, n))
            return false;
    return expand_all(&s) &&
           (s.work <= DGS_SVG_MATCHES_MAX ||
            dgs_fail(err, DGS_ERR_DATA, "%s: its style sheets are too complex: save it with attributes instead", name));
}
