// Lists: hanging bullets, numbers and boxes to tick. Bullets and numbers are text, the labels of their items; boxes are
// drawn, each for the item's FIELD.
#include <stdio.h>

#include "layout/block.h"

static double indent_of(const dgs_context *ctx, dgs_list_style style)
{
    const dgs_lengths *len = &ctx->look->len;
    return style == DGS_LIST_TICK ? len->list.tick : style == DGS_LIST_NUMBER ? len->list.number : len->list.bullet;
}

// The text of a tick, or of an item's number: shaped as a line of its own.
static bool small_line(const dgs_context *ctx, dgs_galley *galley, const dgs_node *node, const char *utf8,
                       const dgs_style *style, dgs_point at)
{
    dgs_lines lines;
    return dgs_lines_plain(ctx, utf8, style, &lines) &&
           (lines.n == 0 || dgs_galley_line(ctx, galley, node, &lines.lines[0], style, at));
}

bool dgs_tick_box(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *field,
                  dgs_rect rect)
{
    dgs_box frame = {.kind = DGS_BOX_FRAME,
                     .rect = rect,
                     .node = field,
                     .color = scheme->line,
                     .line = dgs_stroke(ctx, ctx->look->constant.stroke.tick),
                     .radius = 0.14 * rect.h};
    return dgs_galley_box(ctx, galley, frame);
}

// What stands before the item's first line; a number is text of its own, with a blank behind it.
static bool marker(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *item,
                   const dgs_style *style, dgs_point at)
{
    if (item->parent->list == DGS_LIST_NUMBER) {
        char number[16];
        (void)snprintf(number, sizeof number, "%d. ", item->number);
        return small_line(ctx, galley, item, number, style, at);
    }
    if (item->parent->list == DGS_LIST_BULLET) {
        dgs_style bullet = *style;
        bullet.face = scheme->face.heading;
        bullet.color = scheme->icon;
        return small_line(ctx, galley, item, "\xe2\x80\xa2 ", &bullet, at);
    }
    double side = ctx->look->len.list.box;
    dgs_rect rect = {at.x, style->leading / 2 + at.y - side / 2, side, side};
    if (!dgs_tick_box(ctx, scheme, galley, dgs_node_field(item), rect))
        return false;
    return dgs_node_tick(item) != DGS_TICK_DONE ||
           small_line(ctx, galley, item, "\xe2\x9c\x93 ", style, (dgs_point){at.x + 1, at.y});
}

static bool item_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                     const dgs_node *item, double before)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    double indent = indent_of(ctx, item->parent->list);
    const dgs_region words = dgs_region_from(region, region->left + indent);
    dgs_lines lines;
    if (!dgs_lines_break(ctx, item->spans, item->nspans, &style, dgs_region_width(region) - indent, &lines))
        return false;
    for (size_t i = 0; i < lines.n || i == 0; i++) {
        double height = i < lines.n ? dgs_line_height(&lines.lines[i], &style) : style.leading;
        if (!dgs_galley_atom(ctx, galley, i == 0 ? before : 0, height))
            return false;
        double down = lines.n == 0 ? 0 : dgs_line_down(ctx, &lines.lines[0], &style);
        if (i == 0 && !marker(ctx, scheme, galley, item, &style, (dgs_point){region->left, down}))
            return false;
        if (i < lines.n && !dgs_galley_line(ctx, galley, item, &lines.lines[i], &style, (dgs_point){words.left, 0}))
            return false;
        dgs_galley_last(galley)->keep = i + 1 < lines.n && (i == 0 || i + 2 == lines.n);
    }
    return dgs_block_children(ctx, scheme, &words, galley, item);
}

// The widest item of a list, with its marker, or a huge number when one takes more than `most`.
static bool items_fit(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *list, double most, bool *fit)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    *fit = true;
    for (const dgs_node *item = list->first; item != NULL && *fit; item = item->next) {
        dgs_lines lines;
        if (!dgs_lines_break(ctx, item->spans, item->nspans, &style, most, &lines))
            return false;
        *fit = lines.n <= 1 && lines.widest <= most && dgs_node_child(item, DGS_NODE_LIST) == NULL;
    }
    return true;
}

static bool in_order(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                     const dgs_node *list)
{
    double between = list->list == DGS_LIST_TICK ? ctx->look->gap.tick.between : 0;
    for (const dgs_node *item = list->first; item != NULL; item = item->next) {
        if (!item_add(ctx, scheme, region, galley, item, item == list->first ? 0 : between))
            return false;
        if (item != list->first && item->next == list->last) // the last one does not stand alone
            dgs_galley_last(galley)->keep = true;
    }
    return true;
}

// Short items to tick stand two to a line, read down the columns.
static bool two_columns(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                        const dgs_node *list)
{
    const double gutter = ctx->look->gap.tick.gutter;
    const dgs_columns two = {2, (dgs_region_width(region) - gutter) / 2, gutter};
    const dgs_region column = dgs_region_strip(region, two.width);
    dgs_galley inner = {0};
    if (!in_order(ctx, scheme, &column, &inner, list))
        return false;
    if (!dgs_galley_levels(ctx, &inner, region, 2))
        return in_order(ctx, scheme, region, galley, list);
    return dgs_galley_columns(ctx, galley, &inner, &two, (dgs_point){region->left, 0});
}

bool dgs_list_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *list)
{
    bool in_two = list->list == DGS_LIST_TICK && list->first != list->last;
    double half = (dgs_region_width(region) - ctx->look->gap.tick.gutter) / 2;
    if (in_two && !items_fit(ctx, scheme, list, half - indent_of(ctx, DGS_LIST_TICK), &in_two))
        return false;
    if (in_two)
        return two_columns(ctx, scheme, region, galley, list);
    return in_order(ctx, scheme, region, galley, list);
}
