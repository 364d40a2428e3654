// What a booking box holds: the call, whom to call, and the code to scan.
#include <math.h>

#include "layout/block.h"

// Contacts, one a line and close together; the code stands apart from them.
static bool contacts_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *right,
                         const dgs_node *contacts)
{
    for (const dgs_node *n = contacts->first; n != NULL; n = n->next) {
        dgs_style style = dgs_style_body(ctx, scheme);
        style.leading -= ctx->look->constant.box.contact;
        bool para = n->kind == DGS_NODE_PARA;
        if (n->kind != DGS_NODE_QR &&
            !(para ? dgs_block_leaf(ctx, region, right, n, &style, 0) : dgs_block_add(ctx, scheme, region, right, n)))
            return false;
    }
    return true;
}

typedef struct call { // what to do, and whom to call
    dgs_galley what, whom;
    dgs_region left, right; // that they are composed for
} call;

static bool call_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *box, call *c)
{
    for (const dgs_node *n = box->first; n != NULL; n = n->next)
        if (!(n->kind == DGS_NODE_CONTACTS ? contacts_add(ctx, scheme, &c->right, &c->whom, n)
                                           : dgs_block_add(ctx, scheme, &c->left, &c->what, n)))
            return false;
    return true;
}

// Shares the width so that the columns, and then their words, take the least height: a long address asks for a wide
// right column.
static bool call_level(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, const dgs_node *box,
                       call *out)
{
    const double most = ctx->look->share.call_most, least = ctx->look->share.call_least,
                 width = dgs_region_width(region);
    const int tries = 15; // fewer made one box in five taller
    double lowest = INFINITY, fewest = INFINITY;
    for (int i = 0; i < tries; i++) {
        double left = floor(width * (most - i * (most - least) / tries));
        call c = {.left = dgs_region_strip(region, left), .right = dgs_region_strip(region, width - left)};
        if (!call_add(ctx, scheme, box, &c))
            return false;
        double l = dgs_galley_height(&c.what, 0, c.what.natoms), r = dgs_galley_height(&c.whom, 0, c.whom.natoms);
        double height = fmax(l, r);
        if (height > lowest || (height >= lowest && l + r >= fewest))
            continue;
        lowest = height;
        fewest = l + r;
        *out = c;
    }
    return true;
}

static bool words_stacked(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                          const dgs_node *box)
{
    call c = {.left = *region, .right = *region};
    return call_add(ctx, scheme, box, &c) && dgs_galley_append(ctx, out, &c.what, 0, 0) &&
           dgs_galley_append(ctx, out, &c.whom, 0, ctx->look->gap.box.call);
}

// The same side by side, where there is room and it is no more than a page.
static bool booking_words(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                          const dgs_node *box, double between)
{
    const dgs_region both = dgs_region_strip(region, dgs_region_width(region) - between);
    call c = {0};
    if (!dgs_width_holds(ctx, dgs_region_width(region), ctx->look->em.call))
        return words_stacked(ctx, scheme, region, out, box);
    if (!call_level(ctx, scheme, &both, box, &c))
        return false;
    double l = dgs_galley_height(&c.what, 0, c.what.natoms), r = dgs_galley_height(&c.whom, 0, c.whom.natoms);
    double height = fmax(l, r);
    if (height > region->height)
        return words_stacked(ctx, scheme, region, out, box);
    return dgs_galley_atom(ctx, out, 0, height) && dgs_galley_absorb(ctx, out, &c.what, 0, (height - l) / 2) &&
           dgs_galley_absorb(ctx, out, &c.whom, c.left.right + between, (height - r) / 2);
}

static bool code_below(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                       const dgs_node *box, const dgs_galley *code)
{
    return booking_words(ctx, scheme, region, inner, box, ctx->look->gap.box.card_gutter) &&
           dgs_galley_append(ctx, inner, code, 0, ctx->look->gap.box.qr);
}

// The booking call: words on the left, the code to scan on the right, or below where the box is narrow or the words are
// more than a page.
bool dgs_booking_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                     const dgs_node *box)
{
    const dgs_node *node = dgs_node_find(box, DGS_NODE_QR);
    const double card_gutter = ctx->look->gap.box.card_gutter;
    dgs_galley code = {0}, words = {0};
    double card;
    if (node == NULL)
        return booking_words(ctx, scheme, region, inner, box, ctx->look->gap.box.gutter);
    if (!dgs_qr_card_add(ctx, scheme, region, &code, node, &card))
        return false;
    const dgs_region beside = dgs_region_strip(region, dgs_region_width(region) - card - card_gutter);
    if (!dgs_width_holds(ctx, beside.right, ctx->look->em.call_qr))
        return code_below(ctx, scheme, region, inner, box, &code);
    if (!booking_words(ctx, scheme, &beside, &words, box, card_gutter))
        return false;
    double w = dgs_galley_height(&words, 0, words.natoms), c = dgs_galley_height(&code, 0, code.natoms);
    double height = fmax(w, c);
    if (height > region->height)
        return code_below(ctx, scheme, region, inner, box, &code);
    return dgs_galley_atom(ctx, inner, 0, height) && dgs_galley_absorb(ctx, inner, &words, 0, (height - w) / 2) &&
           dgs_galley_absorb(ctx, inner, &code, beside.right + card_gutter, (height - c) / 2);
}
