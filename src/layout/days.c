// A tracker: cards of one form, a day each, side by side. A card is its number, boxes to tick with their words, and a
// ring to write a number in.
#include <math.h>

#include "layout/block.h"

enum { WEEK = 7 };

typedef struct cards {
    size_t n, across; // how many there are, how many stand side by side
    bool weeks;       // a page may end after each seven of them
    bool apart;       // and before the first of them, where no page holds that below what is above it
    bool rows;        // and after each row, where no page holds seven
    double width, height;
    dgs_galley *of; // what each holds
} cards;

// The heading in its two parts: "Day " and "1". The first is empty where it is a word, or where its spans say more than
// their text.
static bool heading_parts(const dgs_context *ctx, const dgs_node *heading, const char **word, const char **number)
{
    const char *text = dgs_node_text(ctx->arena, heading);
    if (text == NULL)
        return dgs_fail_memory(ctx->err);
    dgs_str all = dgs_str_of(text);
    size_t end = all.n;
    while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9')
        end--;
    bool plain = end < all.n && end > 0 && text[end - 1] == ' ';
    for (size_t i = 0; i < heading->nspans; i++)
        plain = plain && heading->spans[i].lang == NULL && heading->spans[i].expansion == NULL;
    *number = plain ? text + end : NULL;
    *word = plain ? dgs_str_copy(ctx->arena, (dgs_str){text, end}) : "";
    return *word != NULL ? true : dgs_fail_memory(ctx->err);
}

static double cap_of(const dgs_context *ctx, const dgs_style *style)
{
    return dgs_text_metrics(ctx->text, style->face)->cap_height * style->size / DGS_UNITS_PER_EM;
}

static dgs_style number_style(const dgs_context *ctx, const dgs_scheme *scheme)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = style.strong = scheme->face.title;
    style.color = style.strong_color = style.link_color = scheme->heading;
    dgs_style_type(&style, ctx->look->size.day);
    return style;
}

// On the number's baseline: lines have their capitals in the middle.
static dgs_style word_style(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_style *number)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    style.leading = number->leading + cap_of(ctx, number) - cap_of(ctx, &style);
    return style;
}

// A heading without a number is a line, or several, of its own.
static bool word_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                     const dgs_node *heading, double *widest)
{
    dgs_style style = number_style(ctx, scheme);
    dgs_lines lines;
    dgs_style_type(&style, ctx->look->size.sub);
    if (!dgs_lines_break(ctx, heading->spans, heading->nspans, &style, dgs_region_width(region), &lines))
        return false;
    *widest = fmax(*widest, lines.widest);
    return dgs_galley_lines(ctx, card, heading, &lines, &style, (dgs_point){0, 0});
}

static bool heading_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                        const dgs_node *heading, double *widest)
{
    const char *word = "", *number = NULL;
    dgs_lines before, after;
    if (!heading_parts(ctx, heading, &word, &number))
        return false;
    if (number == NULL)
        return word_add(ctx, scheme, region, card, heading, widest);
    const dgs_style style = number_style(ctx, scheme), small = word_style(ctx, scheme, &style);
    if (!dgs_lines_plain(ctx, word, &small, &before) || !dgs_lines_plain(ctx, number, &style, &after))
        return false;
    double x = before.widest + ctx->look->gap.day.number;
    *widest = fmax(*widest, x + after.widest);
    return dgs_galley_atom(ctx, card, 0, style.leading) &&
           dgs_galley_line(ctx, card, heading, &before.lines[0], &small, (dgs_point){0, 0}) &&
           dgs_galley_line(ctx, card, heading, &after.lines[0], &style, (dgs_point){x, 0});
}

// The words from x on, in the middle of the last atom, which grows with them.
static bool words_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *card, const dgs_node *leaf,
                      double x, const dgs_lines *lines)
{
    const dgs_style style = dgs_style_body(ctx, scheme);
    dgs_atom *atom = dgs_galley_last(card);
    dgs_point at = {x, (atom->height - (double)lines->n * style.leading) / 2};
    for (size_t i = 0; i < lines->n; i++, at.y += style.leading)
        if (!dgs_galley_line(ctx, card, leaf, &lines->lines[i], &style, at))
            return false;
    return true;
}

typedef struct row { // of a field: the room for its words and what they take there; the least height
    double room, least;
    dgs_lines words;
} row;

// Begins it: as high as it has to be to be met, and as its words are.
static bool row_begin(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *card, const dgs_node *leaf, row *r)
{
    const dgs_style style = dgs_style_body(ctx, scheme);
    return dgs_lines_break(ctx, leaf->spans, leaf->nspans, &style, r->room, &r->words) &&
           dgs_galley_atom(ctx, card, 0, fmax(r->least, (double)r->words.n * style.leading));
}

static bool tick_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                     const dgs_node *item, double *widest)
{
    const double side = ctx->look->len.list.box, indent = side + ctx->look->gap.day.words;
    dgs_style style = dgs_style_body(ctx, scheme);
    row r = {.room = dgs_region_width(region) - indent, .least = ctx->look->len.day.pitch};
    dgs_lines done;
    if (!row_begin(ctx, scheme, card, item, &r))
        return false;
    *widest = fmax(*widest, indent + r.words.widest);
    double height = dgs_galley_last(card)->height;
    if (!dgs_tick_box(ctx, scheme, card, dgs_node_field(item), (dgs_rect){0, (height - side) / 2, side, side}))
        return false;
    if (dgs_node_tick(item) == DGS_TICK_DONE &&
        (!dgs_lines_plain(ctx, "\xe2\x9c\x93 ", &style, &done) ||
         !dgs_galley_line(ctx, card, item, &done.lines[0], &style, (dgs_point){1, (height - style.leading) / 2})))
        return false;
    return words_add(ctx, scheme, card, item, indent, &r.words);
}

// A ring, which no box to tick is taken for, behind its word.
static bool ring_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                     const dgs_node *blank, double *widest)
{
    const double side = ctx->look->len.day.ring, gap = ctx->look->gap.day.ring;
    row r = {.room = dgs_region_width(region) - gap - side, .least = side};
    if (!row_begin(ctx, scheme, card, blank, &r) || !words_add(ctx, scheme, card, blank, 0, &r.words))
        return false;
    *widest = fmax(*widest, r.words.widest + gap + side);
    dgs_box ring = {.kind = DGS_BOX_FRAME,
                    .rect = {r.words.widest + gap, (dgs_galley_last(card)->height - side) / 2, side, side},
                    .node = dgs_node_field(blank),
                    .color = scheme->line,
                    .line = dgs_stroke(ctx, ctx->look->constant.stroke.tick),
                    .radius = side / 2};
    return dgs_galley_box(ctx, card, ring);
}

// What a card holds, one below the other; *widest grows to what that takes.
static bool day_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                    const dgs_node *day, double *widest)
{
    for (const dgs_node *n = day->first; n != NULL; n = n->next) {
        const dgs_node *item = n->kind == DGS_NODE_LIST ? n->first : NULL;
        if (n->kind == DGS_NODE_HEADING && !heading_add(ctx, scheme, region, card, n, widest))
            return false;
        if (n->kind == DGS_NODE_BLANK && !ring_add(ctx, scheme, region, card, n, widest))
            return false;
        for (; item != NULL; item = item->next)
            if (!tick_add(ctx, scheme, region, card, item, widest))
                return false;
    }
    return true;
}

// Composes what all cards hold; the size comes out as that of the largest.
static bool days_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, const dgs_node *days,
                     cards *out)
{
    out->width = out->height = 0;
    dgs_galley *card = out->of;
    for (const dgs_node *day = days->first; day != NULL; day = day->next, card++) {
        if (!day_add(ctx, scheme, region, card, day, &out->width))
            return false;
        out->height = fmax(out->height, dgs_galley_height(card, 0, card->natoms));
    }
    return true;
}

// As many as there is room for, and in each row the same number or nearly.
static size_t side_by_side(size_t n, size_t most)
{
    size_t across = most < 1 ? 1 : most > WEEK ? WEEK : most, rows = (n + across - 1) / across;
    return rows == 0 ? 1 : (n + rows - 1) / rows;
}

// Cards as wide as their longest words ask for, if the region has so much; then all of them on one page where that
// holds them below what is `above`, which begins with their heading, else in weeks.
static bool cards_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region,
                       const dgs_galley *above, const dgs_node *days, cards *out)
{
    const double pad = ctx->look->gap.day.side, gap = ctx->look->gap.day.between, width = dgs_region_width(region);
    *out = (cards){0};
    for (const dgs_node *day = days->first; day != NULL; day = day->next)
        out->n++;
    out->of = dgs_arena_array(ctx->arena, out->n, sizeof *out->of);
    const dgs_region whole = dgs_region_strip(region, width - 2 * pad);
    if (out->of == NULL)
        return dgs_fail_memory(ctx->err);
    if (!days_add(ctx, scheme, &whole, days, out))
        return false;
    size_t most = (size_t)fmax(1, floor((width + gap) / (out->width + 2 * pad + gap)));
    out->height += ctx->look->gap.day.above + ctx->look->gap.day.below;
    out->across = side_by_side(out->n, most);
    const double all = dgs_galley_height(above, 0, above->natoms);
    double rows = ceil((double)out->n / (double)out->across);
    // Rows of another number than a week's are as well cut after a week, so that the first may stand on a page begun.
    out->weeks = out->n > WEEK && (rows > 2 || all + rows * (out->height + gap) > region->height);
    if (out->weeks)
        out->across = side_by_side(WEEK, most);
    double week = ceil((double)WEEK / (double)out->across) * (out->height + gap);
    out->apart = out->weeks && all + week > region->height;
    out->rows = out->apart && dgs_galley_height(above, 0, above->natoms > 0 ? 1 : 0) + gap + week > region->height;
    out->width = (width - gap * (double)(out->across - 1)) / (double)out->across;
    return true;
}

static bool card_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const cards *c, size_t i,
                     dgs_point at)
{
    const dgs_box frame = {.kind = DGS_BOX_FRAME,
                           .rect = {at.x, at.y, c->width, c->height},
                           .color = ctx->palette->mode == DGS_INK_SAVER ? scheme->rule : scheme->icon,
                           .line = dgs_stroke(ctx, ctx->look->constant.stroke.outline),
                           .radius = ctx->look->constant.corner.box,
                           .decoration = true};
    return dgs_galley_box(ctx, galley, frame) &&
           dgs_galley_absorb(ctx, galley, &c->of[i], at.x + ctx->look->gap.day.side, at.y + ctx->look->gap.day.above);
}

// How many atoms before the one to come the heading lies that the days stand under; 0 where it is not in this galley.
static size_t heading_before(const dgs_galley *galley, const dgs_node *days)
{
    const dgs_node *heading = days->parent->first;
    for (size_t i = galley->natoms; i-- > 0;)
        for (size_t k = 0; k < galley->atoms[i].nboxes; k++)
            if (galley->boxes[galley->atoms[i].first + k].node == heading)
                return galley->natoms - i;
    return 0;
}

// A page may end after a week where the days take more than one, and then repeats their heading; after each row where
// no page holds a week.
bool dgs_days_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *days)
{
    cards c;
    const double gap = ctx->look->gap.day.between;
    const size_t heading = heading_before(galley, days), first = galley->natoms - heading;
    for (size_t i = first; i < galley->natoms; i++)
        galley->atoms[i].keep = true;
    dgs_galley above = *galley;
    above.atoms += first;
    above.natoms = heading;
    if (!cards_make(ctx, scheme, region, &above, days, &c))
        return false;
    if (c.apart && heading > 1)
        dgs_galley_last(galley)->keep = false;
    for (size_t from = 0, to; from < c.n; from = to) {
        size_t week = from / WEEK * WEEK + WEEK, end = c.weeks && week < c.n ? week : c.n;
        to = from + c.across < end ? from + c.across : end;
        bool again = heading > 0 && (c.rows || (c.weeks && from > 0 && from % WEEK == 0) || (c.apart && from == 0));
        double y = again ? gap : 0;
        if (!dgs_galley_atom(ctx, galley, from == 0 ? 0 : gap, c.height + y))
            return false;
        for (size_t i = from; i < to; i++)
            if (!card_add(ctx, scheme, galley, &c, i,
                          (dgs_point){region->left + (double)(i - from) * (c.width + gap), y}))
                return false;
        dgs_galley_last(galley)->keep = to < c.n && !(c.weeks && (to % WEEK == 0 || c.rows));
        dgs_galley_last(galley)->head = again ? galley->natoms - 1 - first : 0;
    }
    return true;
}
