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

typedef struct rows { // leaves one behind the other
    dgs_galley *galley;
    double x;  // where the last one ends
    bool fits; // false where one of them is no words
} rows;

// Makes the row as tall as that; what is in it stays in its middle.
static void row_hold(dgs_galley *galley, double height)
{
    dgs_atom *row = dgs_galley_last(galley);
    double down = (height - row->height) / 2;
    if (down <= 0)
        return;
    row->height = height;
    for (size_t i = 0; i < row->nboxes; i++) {
        galley->boxes[row->first + i].rect.y += down;
        galley->boxes[row->first + i].baseline += down;
    }
}

// Lines below one another, for what is wider than a row; the last of them is the row that goes on.
static bool row_lines(const dgs_context *ctx, rows *r, const dgs_node *leaf, const dgs_lines *lines,
                      const dgs_style *style)
{
    for (size_t i = 0; i < lines->n; i++)
        if (!dgs_galley_atom(ctx, r->galley, 0, dgs_line_height(&lines->lines[i], style)) ||
            !dgs_galley_line(ctx, r->galley, leaf, &lines->lines[i], style, (dgs_point){0, 0}))
            return false;
    r->x = lines->lines[lines->n - 1].width + ctx->look->constant.furniture.contact_row;
    return true;
}

static bool row_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, rows *r,
                    const dgs_node *leaf)
{
    const double one_line = 2000, width = dgs_region_width(region); // wider than any paper
    dgs_style style = dgs_style_body(ctx, scheme);
    style.leading -= ctx->look->constant.box.contact;
    dgs_lines lines;
    if (!dgs_lines_break(ctx, leaf->spans, leaf->nspans, &style, one_line, &lines))
        return false;
    if (lines.n > 1 || lines.widest > width)
        return dgs_lines_break(ctx, leaf->spans, leaf->nspans, &style, width, &lines) &&
               row_lines(ctx, r, leaf, &lines, &style);
    if (r->x + lines.widest > width) {
        r->x = 0;
        if (!dgs_galley_atom(ctx, r->galley, 0, style.leading))
            return false;
    }
    const double x = r->x;
    r->x += lines.widest + ctx->look->constant.furniture.contact_row;
    const double height = dgs_line_height(&lines.lines[0], &style);
    row_hold(r->galley, height);
    const dgs_point at = {x, (dgs_galley_last(r->galley)->height - height) / 2};
    return dgs_galley_line(ctx, r->galley, leaf, &lines.lines[0], &style, at);
}

static bool all_blank(const dgs_node *contacts)
{
    for (const dgs_node *n = contacts->first; n != NULL; n = n->next)
        if (n->kind != DGS_NODE_BLANK)
            return false;
    return contacts->first != NULL;
}

// The lines to write on of a practice that stamps or writes who it is, side by side and level. They do not fit where
// they would be too short to write on.
static bool blanks_row(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, rows *r,
                       const dgs_node *contacts)
{
    const double gutter = ctx->look->gap.box.gutter;
    size_t n = 0;
    for (const dgs_node *blank = contacts->first; blank != NULL; blank = blank->next)
        n++;
    const double width = (dgs_region_width(region) - gutter * (double)(n - 1)) / (double)n;
    const dgs_region column = dgs_region_strip(region, width);
    dgs_galley *own = dgs_arena_array(ctx->arena, n, sizeof *own);
    double tallest = 0;
    if (own == NULL)
        return dgs_fail_memory(ctx->err);
    r->fits = r->fits && width >= ctx->look->constant.blank.least;
    n = 0;
    for (const dgs_node *blank = contacts->first; blank != NULL && r->fits; blank = blank->next, n++) {
        own[n] = (dgs_galley){0};
        if (!dgs_block_add(ctx, scheme, &column, &own[n], blank))
            return false;
        tallest = fmax(tallest, dgs_galley_height(&own[n], 0, own[n].natoms));
    }
    bool ok = dgs_galley_atom(ctx, r->galley, 0, tallest);
    for (size_t i = 0; i < n && ok; i++)
        ok = dgs_galley_absorb(ctx, r->galley, &own[i], (double)i * (width + gutter),
                               tallest - dgs_galley_height(&own[i], 0, own[i].natoms));
    return ok;
}

static bool contact_rows(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, rows *r,
                         const dgs_node *contacts)
{
    if (all_blank(contacts))
        return blanks_row(ctx, scheme, region, r, contacts);
    for (const dgs_node *n = contacts->first; n != NULL && r->fits; n = n->next) {
        r->fits = n->kind == DGS_NODE_PARA || n->kind == DGS_NODE_QR;
        if (n->kind == DGS_NODE_PARA && !row_add(ctx, scheme, region, r, n))
            return false;
    }
    return true;
}

// The heading and the words behind it, then the contacts in rows. *fits is false where that does not hold all of it.
static bool strip_words(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                        const dgs_node *box, bool *fits)
{
    const dgs_node *heading = box->first;
    const double gap = ctx->look->constant.furniture.contact_row;
    dgs_lines lines;
    *fits = heading->kind == DGS_NODE_HEADING;
    if (!*fits)
        return true;
    dgs_style style = dgs_style_heading(ctx, scheme, heading);
    dgs_style_type(&style, ctx->look->size.sub);
    if (!dgs_lines_break(ctx, heading->spans, heading->nspans, &style, dgs_region_width(region), &lines) ||
        !dgs_galley_lines(ctx, out, heading, &lines, &style, (dgs_point){0, 0}))
        return false;
    rows r = {.galley = out, .x = lines.widest + gap, .fits = lines.n == 1};
    for (const dgs_node *n = heading->next; n != NULL && r.fits; n = n->next) {
        bool contacts = n->kind == DGS_NODE_CONTACTS;
        r.fits = contacts || n->kind == DGS_NODE_PARA;
        r.x = contacts ? dgs_region_width(region) : r.x; // they begin a row
        if (contacts ? !contact_rows(ctx, scheme, region, &r, n) : r.fits && !row_add(ctx, scheme, region, &r, n))
            return false;
    }
    *fits = r.fits;
    return true;
}

// The code as small as it can be read, and what it is for on its left, in the middle of the last atom.
static bool strip_code(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                       const dgs_node *code, const dgs_galley *card)
{
    const double height = dgs_galley_last(inner)->height, gap = ctx->look->gap.box.card_gutter;
    const double card_height = dgs_galley_height(card, 0, card->natoms), card_x = region->right - card->boxes[0].rect.w;
    const double room = ctx->look->em.strip_code * ctx->look->size.body.size - 2 * gap;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = scheme->face.strong;
    dgs_lines words = {0};
    if (!dgs_galley_absorb(ctx, inner, card, card_x, (height - card_height) / 2))
        return false;
    if (code->first != NULL && !dgs_lines_break(ctx, code->first->spans, code->first->nspans, &style, room, &words))
        return false;
    dgs_point at = {card_x - gap - words.widest, (height - dgs_lines_height(&words, &style)) / 2};
    for (size_t i = 0; i < words.n; at.y += dgs_line_height(&words.lines[i++], &style))
        if (!dgs_galley_line(ctx, inner, code->first, &words.lines[i], &style, at))
            return false;
    return true;
}

// All of it two lines high, or as the code is, for a page that has no room for more. *fits as above.
static bool strip_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *inner,
                      const dgs_node *box, bool *fits)
{
    const dgs_node *node = dgs_node_find(box, DGS_NODE_QR);
    dgs_galley code = {0}, words = {0};
    double card = 0, caption = ctx->look->em.strip_code * ctx->look->size.body.size;
    if (node != NULL && !dgs_qr_card_add(ctx, scheme, region, &code, node, &card))
        return false;
    const dgs_region beside = dgs_region_strip(region, dgs_region_width(region) - (node == NULL ? 0 : card + caption));
    if (!strip_words(ctx, scheme, &beside, &words, box, fits) || !*fits)
        return !*fits;
    double w = dgs_galley_height(&words, 0, words.natoms), height = fmax(w, dgs_galley_height(&code, 0, code.natoms));
    return dgs_galley_atom(ctx, inner, 0, height) && dgs_galley_absorb(ctx, inner, &words, 0, (height - w) / 2) &&
           (node == NULL || strip_code(ctx, scheme, region, inner, node, &code));
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
    if (region->strip) {
        dgs_region usual = *region;
        bool strip = false;
        usual.strip = false;
        if (!strip_add(ctx, scheme, region, inner, box, &strip))
            return false;
        return strip || dgs_booking_add(ctx, scheme, &usual, inner, box);
    }
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
