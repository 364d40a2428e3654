// Lists: hanging bullets, numbers and boxes to tick. Bullets and numbers are text, the labels of their items; boxes are
// drawn, each for the item's FIELD.
#include <stdio.h>

#include "layout/inner.h"

static const double tick_side = 12;  // more than 4 mm
static const double tick_gutter = 6; // between two columns of them

static double indent_of(const dgs_lay *lay, dgs_list_style style)
{
    const double bullet = 14, number = 20, tick = 18;
    return dgs_scaled(lay, style == DGS_LIST_TICK ? tick : style == DGS_LIST_NUMBER ? number : bullet);
}

// The text of a tick, or of an item's number: shaped as a line of its own.
static bool small_line(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, const char *utf8, const dgs_style *style,
                       double x, double y)
{
    dgs_lines lines;
    return dgs_lines_plain(lay, utf8, style, &lines) &&
           (lines.n == 0 || dgs_galley_line(lay, galley, node, &lines.lines[0], style, x, y));
}

bool dgs_tick_box(dgs_lay *lay, dgs_galley *galley, const dgs_node *field, dgs_rect rect)
{
    dgs_box frame = {.kind = DGS_BOX_FRAME,
                     .rect = rect,
                     .node = field,
                     .color = lay->tone.line,
                     .line = dgs_stroke(lay, 0.9),
                     .radius = 0.14 * rect.h};
    return dgs_galley_box(lay, galley, frame);
}

// What stands before the item's first line; a number is text of its own, with a blank behind it.
static bool mark(dgs_lay *lay, dgs_galley *galley, const dgs_node *item, const dgs_style *style, double x)
{
    double middle = style->leading / 2;
    if (item->parent->list == DGS_LIST_NUMBER) {
        char number[16];
        (void)snprintf(number, sizeof number, "%d. ", item->number);
        return small_line(lay, galley, item, number, style, x, 0);
    }
    if (item->parent->list == DGS_LIST_BULLET) {
        dgs_style bullet = *style;
        bullet.face = lay->weights.heading;
        bullet.color = lay->tone.mark;
        return small_line(lay, galley, item, "\xe2\x80\xa2 ", &bullet, x, 0);
    }
    double side = dgs_scaled(lay, tick_side);
    dgs_rect rect = {x, middle - side / 2, side, side};
    if (!dgs_tick_box(lay, galley, dgs_node_field(item), rect))
        return false;
    return dgs_node_tick(item) != DGS_TICK_DONE || small_line(lay, galley, item, "\xe2\x9c\x93 ", style, x + 1, 0);
}

static bool item_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *item, double x, double before)
{
    dgs_style style = dgs_style_body(lay);
    double indent = indent_of(lay, item->parent->list);
    dgs_lines lines;
    if (!dgs_lines_break(lay, item->spans, item->nspans, &style, galley->width - x - indent, &lines))
        return false;
    for (size_t i = 0; i < lines.n || i == 0; i++) {
        if (!dgs_galley_atom(lay, galley, i == 0 ? before : 0, style.leading))
            return false;
        if (i == 0 && !mark(lay, galley, item, &style, x))
            return false;
        if (i < lines.n && !dgs_galley_line(lay, galley, item, &lines.lines[i], &style, x + indent, 0))
            return false;
        dgs_galley_last(galley)->keep = i + 1 < lines.n && (i == 0 || i + 2 == lines.n);
    }
    return dgs_block_children(lay, galley, item, x + indent);
}

// The widest item of a list, with its mark, or a huge number when one takes more than `most`.
static bool items_fit(dgs_lay *lay, const dgs_node *list, double most, bool *fit)
{
    dgs_style style = dgs_style_body(lay);
    *fit = true;
    for (const dgs_node *item = list->first; item != NULL && *fit; item = item->next) {
        dgs_lines lines;
        if (!dgs_lines_break(lay, item->spans, item->nspans, &style, most, &lines))
            return false;
        *fit = lines.n <= 1 && lines.widest <= most && dgs_node_child(item, DGS_NODE_LIST) == NULL;
    }
    return true;
}

static bool in_order(dgs_lay *lay, dgs_galley *galley, const dgs_node *list, double x)
{
    double between = list->list == DGS_LIST_TICK ? 1 : 0;
    for (const dgs_node *item = list->first; item != NULL; item = item->next) {
        if (!item_add(lay, galley, item, x, item == list->first ? 0 : between))
            return false;
        if (item != list->first && item->next == list->last) // the last one does not stand alone
            dgs_galley_last(galley)->keep = true;
    }
    return true;
}

// Short items to tick stand two to a line, read down the columns.
static bool two_columns(dgs_lay *lay, dgs_galley *galley, const dgs_node *list, double x)
{
    dgs_galley inner = {.width = (galley->width - x - tick_gutter) / 2};
    if (!in_order(lay, &inner, list, 0))
        return false;
    if (!dgs_columns_fit(lay, &inner, 2))
        return in_order(lay, galley, list, x);
    return dgs_columns_add(lay, galley, &inner, 2, tick_gutter, x, 0);
}

bool dgs_list_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *list, double x)
{
    bool in_two = list->list == DGS_LIST_TICK && list->first != list->last;
    if (in_two && !items_fit(lay, list, (galley->width - x - tick_gutter) / 2 - indent_of(lay, DGS_LIST_TICK), &in_two))
        return false;
    if (in_two)
        return two_columns(lay, galley, list, x);
    return in_order(lay, galley, list, x);
}
