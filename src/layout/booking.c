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

// Shares the width so that the columns, and then their words, take the least height: a long address asks for a wide
// right column.
static bool call_level(dgs_lay *lay, double width, const dgs_node *box, dgs_galley *left, dgs_galley *right)
{
    const double most = 0.48, least = 0.32;
    const int tries = 15;
    double lowest = INFINITY, fewest = INFINITY;
    for (int i = 0; i < tries; i++) {
        double share = floor(width * (most - i * (most - least) / tries));
        dgs_galley l = {.width = share}, r = {.width = width - share};
        if (!call_add(lay, &l, &r, box))
            return false;
        double lh = dgs_galley_height(&l, 0, l.natoms), rh = dgs_galley_height(&r, 0, r.natoms), height = fmax(lh, rh);
        if (height > lowest || (height >= lowest && lh + rh >= fewest))
            continue;
        lowest = height;
        fewest = lh + rh;
        *left = l;
        *right = r;
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

static bool code_below(dgs_lay *lay, dgs_galley *inner, const dgs_node *box, const dgs_galley *code)
{
    const double below = 8;
    return booking_words(lay, inner, box, card_gutter) && dgs_galley_append(lay, inner, code, 0, below);
}

// The booking call: words on the left, the code to scan on the right, or below where the box is narrow or the words are
// more than a page.
bool dgs_booking_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *box)
{
    const dgs_node *node = dgs_node_find(box, DGS_NODE_CODE);
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
