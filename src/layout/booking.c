// What a booking box holds: the call, whom to call, and the code to scan.
#include <math.h>

#include "layout/inner.h"

static const double side_by_side_from = 28, beside_code_from = 14; // em of width for the words
static const double gutter = 20, card_gutter = 12;                 // between columns; where a code's card is one

// Contacts, one a line and close together; the code stands apart from them.
static bool contacts_add(dgs_lay *lay, dgs_galley *right, const dgs_node *contacts)
{
    for (const dgs_node *n = contacts->first; n != NULL; n = n->next) {
        dgs_style style = dgs_style_body(lay);
        style.leading -= 1;
        bool para = n->kind == DGS_NODE_PARA;
        if (n->kind != DGS_NODE_CODE &&
            !(para ? dgs_block_leaf(lay, right, n, &style, 0, 0) : dgs_block_add(lay, right, n, 0)))
            return false;
    }
    return true;
}

static bool call_add(dgs_lay *lay, dgs_galley *left, dgs_galley *right, const dgs_node *box)
{
    for (const dgs_node *n = box->first; n != NULL; n = n->next)
        if (!(n->kind == DGS_NODE_CONTACTS ? contacts_add(lay, right, n) : dgs_block_add(lay, left, n, 0)))
            return false;
    return true;
}

enum { SPLITS = 30 }; // ways to share the width

typedef struct split {
    dgs_galley left, right; // of no width: not composed
    double left_height, right_height;
} split;

static bool split_make(dgs_lay *lay, double width, const dgs_node *box, split splits[SPLITS], int i)
{
    const double most = 0.48, least = 0.32; // of the width, for the left column
    double share = floor(width * (most - i * (most - least) / SPLITS));
    split *s = &splits[i];
    s->left.width = share;
    s->right.width = width - share;
    if (!call_add(lay, &s->left, &s->right, box))
        return false;
    s->left_height = dgs_galley_height(&s->left, 0, s->left.natoms);
    s->right_height = dgs_galley_height(&s->right, 0, s->right.natoms);
    return true;
}

static bool same_height(double a, double b)
{
    return fabs(a - b) < 0.001;
}

// Composes those between two that are composed, but none between two of the same heights: a narrower column is never
// the lower one.
static bool splits_between(dgs_lay *lay, double width, const dgs_node *box, split splits[SPLITS], int from, int to)
{
    const split *a = &splits[from], *b = &splits[to];
    int middle = (from + to) / 2;
    if (to - from < 2 || (same_height(a->left_height, b->left_height) && same_height(a->right_height, b->right_height)))
        return true;
    return split_make(lay, width, box, splits, middle) && splits_between(lay, width, box, splits, from, middle) &&
           splits_between(lay, width, box, splits, middle, to);
}

// Shares the width so that the columns, and then their words, take the least height: a long address asks for a wide
// right column.
static bool call_level(dgs_lay *lay, double width, const dgs_node *box, dgs_galley *left, dgs_galley *right)
{
    split splits[SPLITS] = {0};
    double lowest = INFINITY, fewest = INFINITY;
    if (!split_make(lay, width, box, splits, 0) || !split_make(lay, width, box, splits, SPLITS - 1) ||
        !splits_between(lay, width, box, splits, 0, SPLITS - 1))
        return false;
    for (const split *s = splits; s < splits + SPLITS; s++) {
        double height = fmax(s->left_height, s->right_height), both = s->left_height + s->right_height;
        if (s->left.width <= 0 || height > lowest || (height >= lowest && both >= fewest))
            continue;
        lowest = height;
        fewest = both;
        *left = s->left;
        *right = s->right;
    }
    return true;
}

// What to do, and below it whom to call.
static bool words_stacked(dgs_lay *lay, dgs_galley *out, const dgs_node *box)
{
    const double below = 6;
    dgs_galley call = {.width = out->width}, whom = call;
    return call_add(lay, &call, &whom, box) && dgs_galley_append(lay, out, &call, 0, 0) &&
           dgs_galley_append(lay, out, &whom, 0, below);
}

// The same side by side, where there is room and it is no more than a page.
static bool booking_words(dgs_lay *lay, dgs_galley *out, const dgs_node *box, double between)
{
    dgs_galley left = {0}, right = left;
    if (!dgs_width_holds(lay, out->width, side_by_side_from))
        return words_stacked(lay, out, box);
    if (!call_level(lay, out->width - between, box, &left, &right))
        return false;
    double l = dgs_galley_height(&left, 0, left.natoms), r = dgs_galley_height(&right, 0, right.natoms);
    double height = fmax(l, r);
    if (height > dgs_page_height(lay))
        return words_stacked(lay, out, box);
    return dgs_galley_atom(lay, out, 0, height) && dgs_galley_absorb(lay, out, &left, 0, (height - l) / 2) &&
           dgs_galley_absorb(lay, out, &right, left.width + between, (height - r) / 2);
}

static const dgs_node *code_in(const dgs_node *box)
{
    for (const dgs_node *n = box; n != NULL; n = dgs_node_walk(box, n))
        if (n->kind == DGS_NODE_CODE)
            return n;
    return NULL;
}

static bool code_below(dgs_lay *lay, dgs_galley *inner, const dgs_node *box, const dgs_galley *code)
{
    const double below = 8;
    return booking_words(lay, inner, box, card_gutter) && dgs_galley_append(lay, inner, code, 0, below);
}

// The booking call: words on the left, the code to scan on the right, or below where the box is narrow or the words are
// more than a page.
bool dgs_booking_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *box)
{
    const dgs_node *node = code_in(box);
    dgs_galley code = {0};
    if (node == NULL)
        return booking_words(lay, inner, box, gutter);
    if (!dgs_code_add(lay, &code, node, inner->width))
        return false;
    dgs_galley words = {.width = inner->width - code.width - card_gutter};
    if (!dgs_width_holds(lay, words.width, beside_code_from))
        return code_below(lay, inner, box, &code);
    if (!booking_words(lay, &words, box, card_gutter))
        return false;
    double w = dgs_galley_height(&words, 0, words.natoms), c = dgs_galley_height(&code, 0, code.natoms);
    double height = fmax(w, c);
    if (height > dgs_page_height(lay))
        return code_below(lay, inner, box, &code);
    return dgs_galley_atom(lay, inner, 0, height) && dgs_galley_absorb(lay, inner, &words, 0, (height - w) / 2) &&
           dgs_galley_absorb(lay, inner, &code, words.width + card_gutter, (height - c) / 2);
}
