// Care cards: when to call for help, a doctor today, or to make a visit. A solid cap says which of the three it is.
#include "layout/care.h"

#include <math.h>
#include <string.h>

bool dgs_care_is(dgs_box_role role)
{
    return role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT || role == DGS_BOX_NOW ||
           role == DGS_BOX_TODAY || role == DGS_BOX_VISIT;
}

static const dgs_ground *cap_of(const dgs_palette *palette, dgs_box_role role)
{
    return role == DGS_BOX_TODAY   ? &palette->care_today
           : role == DGS_BOX_VISIT ? &palette->care_visit
                                   : &palette->alert_cap;
}

// What is bold in the heading stands large; the rest below it, or before it, small.
static size_t same_emphasis(const dgs_node *heading, size_t from)
{
    size_t end = from;
    while (end < heading->nspans && heading->spans[end].emphasis == heading->spans[from].emphasis)
        end++;
    return end;
}

static dgs_style cap_style(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *heading, size_t from,
                           dgs_color color)
{
    bool large = heading->spans[from].emphasis == DGS_EMPH_STRONG;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = style.strong = large ? DGS_FACE_BOLD : DGS_FACE_SEMIBOLD;
    style.color = style.strong_color = style.link_color = color;
    style.underline = false;
    const dgs_box_role role = heading->parent->box;
    bool emergency = role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT;
    dgs_style_type(&style, !large ? ctx->look->size.kicker : emergency ? ctx->look->size.cap : ctx->look->size.head);
    if (large)
        dgs_style_title(ctx, scheme, &style, heading->spans, heading->nspans);
    return style;
}

// A paragraph between heading and list stands in the cap: it is for all of the signs.
static const dgs_node *in_cap(const dgs_node *box)
{
    const dgs_node *n = box->first->next;
    return n->kind == DGS_NODE_PARA && n->next != NULL && n->next->kind == DGS_NODE_LIST ? n : NULL;
}

static bool cap_words(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *box, dgs_color color,
                      double width, dgs_galley *cap)
{
    const dgs_node *para = in_cap(box);
    const dgs_region strip = {.right = width};
    dgs_style style = dgs_style_body(ctx, scheme);
    style.color = style.strong_color = style.link_color = color;
    return para == NULL || dgs_block_leaf(ctx, &strip, cap, para, &style, ctx->look->gap.block.list);
}

// The blank between what is large and what is small ends the one before it, where it is read and not seen.
static bool blank_to_end(const dgs_context *ctx, dgs_span *span, dgs_style *style)
{
    dgs_buf text = {.arena = ctx->arena};
    const dgs_str words = dgs_str_trim(span->text);
    dgs_buf_add(&text, words.p, words.n);
    dgs_buf_addc(&text, ' ');
    span->text = (dgs_str){text.p, text.n};
    style->goes_on = true;
    return !text.failed || dgs_fail_memory(ctx->err);
}

static bool cap_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *box, dgs_color color,
                     double width, dgs_galley *cap)
{
    const dgs_node *heading = box->first;
    const dgs_region strip = {.right = width};
    for (size_t from = 0, to; from < heading->nspans; from = to) {
        to = same_emphasis(heading, from);
        dgs_style style = cap_style(ctx, scheme, heading, from, color);
        dgs_span *own = dgs_arena_array(ctx->arena, to - from, sizeof *own);
        dgs_lines lines;
        if (own == NULL)
            return dgs_fail_memory(ctx->err);
        memcpy(own, heading->spans + from, (to - from) * sizeof *own);
        own->text = dgs_str_trim(own->text);
        if (to < heading->nspans && !blank_to_end(ctx, &own[to - from - 1], &style))
            return false;
        if (!dgs_lines_break(ctx, own, to - from, &style, strip.right, &lines) ||
            !dgs_galley_lines(ctx, cap, heading, &lines, &style,
                              (dgs_point){0, from == 0 ? 0 : ctx->look->gap.care.cap}))
            return false;
    }
    return cap_words(ctx, scheme, box, color, width, cap);
}

// As wide as its longest word asks for.
static bool cap_width(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region,
                      const dgs_node *heading, double *width)
{
    const dgs_look *look = ctx->look;
    double widest = look->len.care.cap;
    for (size_t from = 0, to; from < heading->nspans; from = to) {
        to = same_emphasis(heading, from);
        dgs_style style = cap_style(ctx, scheme, heading, from, scheme->ink);
        dgs_lines lines;
        if (!dgs_lines_words(ctx, heading->spans + from, to - from, &style, &lines))
            return false;
        widest = fmax(widest, lines.widest + 1);
    }
    *width = fmin(widest, dgs_region_width(region) * look->share.cap);
    return true;
}

static bool words_make(const dgs_context *ctx, const dgs_scheme *scheme, double width, double height, dgs_galley *words,
                       const dgs_node *box)
{
    const dgs_region strip = {.right = width, .height = height};
    for (const dgs_node *n = box->first->next; n != NULL; n = n->next) {
        if (n == in_cap(box))
            continue;
        bool two = n->kind == DGS_NODE_LIST && n->first != n->last && dgs_width_holds(ctx, width, ctx->look->em.list);
        if (!(two ? dgs_box_list_in_two(ctx, scheme, &strip, words, n) : dgs_block_add(ctx, scheme, &strip, words, n)))
            return false;
    }
    return true;
}

// Cap and frame of one color; the words stand on white.
static bool ground_add(const dgs_context *ctx, dgs_galley *galley, const dgs_ground *cap, dgs_rect card, dgs_rect head)
{
    const dgs_constants *c = &ctx->look->constant;
    const double radius = c->corner.box, line = dgs_stroke(ctx, c->stroke.care);
    const bool beside = head.h >= card.h;
    dgs_box frame = {.kind = DGS_BOX_FRAME,
                     .rect = card,
                     .color = cap->filled ? cap->fill : cap->outline,
                     .line = line,
                     .radius = radius,
                     .decoration = true};
    dgs_box fill = {.kind = DGS_BOX_FILL, .rect = card, .color = cap->fill, .radius = radius, .decoration = true};
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = beside ? (dgs_rect){head.x + head.w, card.y, 0, card.h}
                                   : (dgs_rect){card.x, head.y + head.h, card.w, 0},
                    .color = cap->outline,
                    .line = line,
                    .decoration = true};
    if (!cap->filled)
        return dgs_galley_box(ctx, galley, frame) && dgs_galley_box(ctx, galley, rule);
    dgs_box white = fill, round = fill, square = fill; // the white has one outline, so that its edge shows no step
    const double in = line / 2;
    white.color = (dgs_color){255, 255, 255};
    white.rect = (dgs_rect){card.x + line, card.y + line, card.w - 2 * line, card.h - 2 * line};
    white.radius = radius - line;
    round.rect = beside ? (dgs_rect){card.x + in, card.y + in, 2 * radius, card.h - line}
                        : (dgs_rect){card.x + in, card.y + in, card.w - line, 2 * radius};
    round.radius = radius - in;
    square.rect = beside ? (dgs_rect){card.x + radius, card.y + in, head.w - radius, card.h - line}
                         : (dgs_rect){card.x + in, card.y + radius, card.w - line, head.h - radius};
    square.radius = 0;
    return dgs_galley_box(ctx, galley, fill) && dgs_galley_box(ctx, galley, white) &&
           dgs_galley_box(ctx, galley, round) && dgs_galley_box(ctx, galley, square);
}

bool dgs_care_add(const dgs_context *ctx, const dgs_region *region, dgs_galley *galley, const dgs_node *box)
{
    const dgs_look *look = ctx->look;
    const double width = dgs_region_width(region), side = look->constant.box.side, pad = look->gap.box.pad;
    const dgs_scheme scheme = dgs_scheme_box(ctx->palette, box->box);
    const dgs_ground *cap = cap_of(ctx->palette, box->box);
    double head;
    dgs_galley title = {0}, words = {0};
    if (!cap_width(ctx, &scheme, region, box->first, &head))
        return false;
    const bool beside = dgs_width_holds(ctx, width - head - 4 * side, look->em.care);
    head = beside ? head : width - 2 * side;
    const double inside = beside ? width - head - 4 * side : head;
    const dgs_color color = cap->filled ? cap->text : cap->outline;
    if (!cap_make(ctx, &scheme, box, color, head, &title) ||
        !words_make(ctx, &scheme, inside, region->height, &words, box))
        return false;
    const double t = dgs_galley_height(&title, 0, title.natoms) + 2 * pad;
    const double w = dgs_galley_height(&words, 0, words.natoms) + 2 * pad;
    const double height = beside ? fmax(t, w) : t + w;
    if (height + dgs_galley_kept(galley) > region->height)
        return dgs_block_children(ctx, &scheme, region, galley, box);
    const dgs_rect card = {region->left, 0, width, height};
    const dgs_rect top = {region->left, 0, beside ? head + 2 * side : width, beside ? height : t};
    return dgs_galley_atom(ctx, galley, 0, height) && ground_add(ctx, galley, cap, card, top) &&
           dgs_galley_absorb(ctx, galley, &title, region->left + side, pad) &&
           dgs_galley_absorb(ctx, galley, &words, region->left + side + (beside ? head + 2 * side : 0),
                             beside ? (height - w) / 2 + pad : t + pad);
}
