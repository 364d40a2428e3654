// Set-off boxes: key points, notes, the emergency signs, the booking call.
#include <math.h>

#include "layout/inner.h"

static const double two_columns_from = 380; // points of width
static const double pad_x = 14, pad_y = 9, bar = 5, icon = 20, gutter = 20;

typedef struct look {
    dgs_color fill;
    bool bar;
} look;

static look look_of(const dgs_lay *lay, dgs_box_role role)
{
    if (role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT)
        return (look){lay->palette->alert_tile, true};
    if (role == DGS_BOX_BOOK)
        return (look){lay->palette->accent, false};
    return (look){lay->palette->tile, false};
}

// The heading with the box's icon before it.
static bool heading_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *heading)
{
    const dgs_picture *picture = heading->parent->picture;
    bool has_icon = picture != NULL && picture->kind == DGS_PICTURE_ART;
    size_t from = inner->natoms;
    if (!dgs_block_add(lay, inner, heading, has_icon ? icon + 8 : 0))
        return false;
    if (!has_icon || inner->natoms == from)
        return true;
    double up = dgs_galley_height(inner, from, inner->natoms - 1); // beside the first line, drawn with the last
    dgs_box art = {.kind = DGS_BOX_ART, .rect = {0, -up, icon, icon}, .color = lay->tone.accent, .art = picture->art};
    return dgs_galley_box(lay, inner, art);
}

// A list in two columns, which keeps its lines short enough to read.
static bool list_in_two(dgs_lay *lay, dgs_galley *inner, const dgs_node *list)
{
    dgs_galley column = {.width = (inner->width - gutter) / 2};
    if (!dgs_block_add(lay, &column, list, 0))
        return false;
    if (!dgs_columns_fit(lay, &column, 2))
        return dgs_block_add(lay, inner, list, 0);
    return dgs_columns_add(lay, inner, &column, 2, gutter, 0, 2);
}

static bool contents_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *box)
{
    for (const dgs_node *n = box->first; n != NULL; n = n->next) {
        bool two = n->kind == DGS_NODE_LIST && inner->width > two_columns_from;
        bool ok = n->kind == DGS_NODE_HEADING ? heading_add(lay, inner, n)
                  : two                       ? list_in_two(lay, inner, n)
                                              : dgs_block_add(lay, inner, n, 0);
        if (!ok)
            return false;
    }
    return true;
}

// Contacts, one a line and close together.
static bool contacts_add(dgs_lay *lay, dgs_galley *right, const dgs_node *contacts)
{
    for (const dgs_node *n = contacts->first; n != NULL; n = n->next) {
        dgs_style style = dgs_style_body(lay);
        style.leading -= 1;
        bool para = n->kind == DGS_NODE_PARA;
        if (!(para ? dgs_block_leaf(lay, right, n, &style, 0, 0) : dgs_block_add(lay, right, n, 0)))
            return false;
    }
    return true;
}

// The booking call: what to do on the left, whom to call on the right.
static bool booking_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *box)
{
    dgs_galley left = {.width = floor((inner->width - gutter) * 0.48)};
    dgs_galley right = {.width = inner->width - gutter - left.width};
    for (const dgs_node *n = box->first; n != NULL; n = n->next)
        if (!(n->kind == DGS_NODE_CONTACTS ? contacts_add(lay, &right, n) : dgs_block_add(lay, &left, n, 0)))
            return false;
    double l = dgs_galley_height(&left, 0, left.natoms), r = dgs_galley_height(&right, 0, right.natoms);
    double height = fmax(l, r);
    return dgs_galley_atom(lay, inner, 0, height) && dgs_galley_absorb(lay, inner, &left, 0, (height - l) / 2) &&
           dgs_galley_absorb(lay, inner, &right, left.width + gutter, (height - r) / 2);
}

static bool ground_add(dgs_lay *lay, dgs_galley *galley, const look *l, dgs_rect rect, double radius)
{
    dgs_box fill = {.kind = DGS_BOX_FILL, .rect = rect, .color = l->fill, .radius = radius};
    dgs_box edge = {.kind = DGS_BOX_FILL, .rect = {rect.x, rect.y, bar, rect.h}, .color = lay->palette->alert};
    if (l->bar)
        fill.radius = 0;
    return dgs_galley_box(lay, galley, fill) && (!l->bar || dgs_galley_box(lay, galley, edge));
}

// A box that no page can hold: its ground is cut with its atoms.
static bool sliced(dgs_lay *lay, dgs_galley *galley, const dgs_galley *inner, const look *l, double x, double inset)
{
    for (size_t i = 0; i < inner->natoms; i++) {
        double above = i == 0 ? pad_y : inner->atoms[i].before, below = i + 1 == inner->natoms ? pad_y : 0;
        dgs_galley one = *inner;
        one.atoms += i;
        one.natoms = 1;
        double height = above + inner->atoms[i].height + below;
        if (!dgs_galley_atom(lay, galley, 0, height) ||
            !ground_add(lay, galley, l, (dgs_rect){x, 0, galley->width - x, height}, 0) ||
            !dgs_galley_absorb(lay, galley, &one, x + inset, above))
            return false;
        dgs_galley_last(galley)->keep = inner->atoms[i].keep;
    }
    return true;
}

bool dgs_box_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *box, double x)
{
    look l = look_of(lay, box->box);
    double inset = l.bar ? pad_x + bar : pad_x;
    dgs_galley inner = {.width = galley->width - x - inset - pad_x};
    dgs_tone outside = lay->tone;
    lay->tone = dgs_tone_box(lay->palette, box->box);
    bool ok = box->box == DGS_BOX_BOOK ? booking_add(lay, &inner, box) : contents_add(lay, &inner, box);
    lay->tone = outside;
    if (!ok)
        return false;
    double height = dgs_galley_height(&inner, 0, inner.natoms) + 2 * pad_y;
    if (height > lay->sheet.bottom - lay->sheet.top)
        return sliced(lay, galley, &inner, &l, x, inset);
    return dgs_galley_atom(lay, galley, 0, height) &&
           ground_add(lay, galley, &l, (dgs_rect){x, 0, galley->width - x, height}, 8) &&
           dgs_galley_absorb(lay, galley, &inner, x + inset, pad_y);
}
