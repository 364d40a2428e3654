// Abbreviations and what they stand for: a screen reader says the long form (ISO 32000-1, 14.9.5).
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "content/loader.h"

typedef struct abbreviation {
    dgs_str brief, full;
} abbreviation;

// Takes the next "DGS = deep gluteal syndrome" off a list that is parted by semicolons.
static bool next_pair(dgs_str *list, abbreviation *out)
{
    *list = dgs_str_trim(*list);
    if (list->n == 0)
        return false;
    const char *semicolon = memchr(list->p, ';', list->n);
    dgs_str pair = {list->p, semicolon == NULL ? list->n : (size_t)(semicolon - list->p)};
    size_t taken = pair.n + (semicolon == NULL ? 0 : 1);
    *list = (dgs_str){list->p + taken, list->n - taken};
    const char *equals = pair.n == 0 ? NULL : memchr(pair.p, '=', pair.n);
    *out = (abbreviation){{pair.p, 0}, {pair.p, 0}};
    if (equals == NULL)
        return true;
    size_t at = (size_t)(equals - pair.p);
    out->brief = dgs_str_trim((dgs_str){pair.p, at});
    out->full = dgs_str_trim((dgs_str){equals + 1, pair.n - at - 1});
    return true;
}

bool dgs_abbreviations_check(dgs_loader *loader, const char *value, int line)
{
    dgs_str list = dgs_str_of(value);
    abbreviation a;
    while (next_pair(&list, &a))
        if (a.brief.n == 0 || a.full.n == 0 || memchr(a.brief.p, ' ', a.brief.n) != NULL)
            return dgs_loader_fail(loader, line,
                                   "the abbreviations are unclear: write them like \"DGS = deep gluteal syndrome; "
                                   "NHS = National Health Service\"");
    return true;
}

static bool in_word(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

// "deep gluteal syndrome (DGS" says already what it means.
static bool explained(dgs_str before, dgs_str full)
{
    const size_t bracket = 2;
    return before.n >= full.n + bracket && memcmp(before.p + before.n - bracket, " (", bracket) == 0 &&
           strncasecmp(before.p + before.n - bracket - full.n, full.p, full.n) == 0;
}

// The first place from `from` on where the abbreviation stands as a word of its own, unexplained; text.n where none.
static size_t find_word(dgs_str text, size_t from, const abbreviation *a)
{
    for (size_t i = from; i + a->brief.n <= text.n; i++) {
        size_t end = i + a->brief.n;
        bool whole = (i == 0 || !in_word(text.p[i - 1])) && (end == text.n || !in_word(text.p[end]));
        if (whole && memcmp(text.p + i, a->brief.p, a->brief.n) == 0 && !explained((dgs_str){text.p, i}, a->full))
            return i;
    }
    return text.n;
}

typedef struct spans {
    dgs_span *items;
    size_t n, cap;
} spans;

static bool add_span(dgs_loader *loader, spans *out, const dgs_span *like, dgs_str text, const char *expansion)
{
    if (text.n == 0)
        return true;
    dgs_span *span = DGS_PUSH(loader->arena, out->items, out->n, out->cap);
    if (span == NULL)
        return dgs_loader_memory(loader);
    *span = *like;
    span->text = text;
    span->expansion = expansion;
    return true;
}

// Splits one span round every place of the abbreviation.
static bool split(dgs_loader *loader, spans *out, const dgs_span *span, const abbreviation *a, const char *full)
{
    dgs_str text = span->text;
    size_t done = 0, at;
    while ((at = find_word(text, done, a)) < text.n) {
        if (!add_span(loader, out, span, (dgs_str){text.p + done, at - done}, NULL) ||
            !add_span(loader, out, span, (dgs_str){text.p + at, a->brief.n}, full))
            return false;
        done = at + a->brief.n;
    }
    return add_span(loader, out, span, (dgs_str){text.p + done, text.n - done}, NULL);
}

static bool stands_in(const dgs_node *leaf, const abbreviation *a)
{
    for (size_t i = 0; i < leaf->nspans; i++)
        if (leaf->spans[i].expansion == NULL && leaf->spans[i].page_of == NULL &&
            find_word(leaf->spans[i].text, 0, a) < leaf->spans[i].text.n)
            return true;
    return false;
}

static bool mark_leaf(dgs_loader *loader, dgs_node *leaf, const abbreviation *a, const char *full)
{
    spans out = {0};
    for (size_t i = 0; i < leaf->nspans; i++) {
        const dgs_span *span = &leaf->spans[i];
        bool as_is = span->expansion != NULL || span->page_of != NULL;
        if (!(as_is ? add_span(loader, &out, span, span->text, span->expansion) : split(loader, &out, span, a, full)))
            return false;
    }
    leaf->spans = out.items;
    leaf->nspans = out.n;
    return true;
}

static bool mark_below(dgs_loader *loader, dgs_node *node, const abbreviation *a, const char *full)
{
    if (node->file != NULL && stands_in(node, a) && !mark_leaf(loader, node, a, full))
        return false;
    for (dgs_node *child = node->first; child != NULL; child = child->next)
        if (!mark_below(loader, child, a, full))
            return false;
    return true;
}

bool dgs_abbreviations_mark(dgs_loader *loader, dgs_node *root)
{
    dgs_str list = dgs_str_of(loader->strings[DGS_STRING_ABBREVIATIONS]);
    abbreviation a;
    while (next_pair(&list, &a)) {
        const char *full = dgs_str_copy(loader->arena, a.full);
        if (full == NULL)
            return dgs_loader_memory(loader);
        if (!mark_below(loader, root, &a, full))
            return false;
    }
    return true;
}
