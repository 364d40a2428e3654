// Set-off boxes: key points, notes, the emergency signs, the booking call.
#include <math.h>

#include "layout/inner.h"

static const double two_columns_from = 31.5; // em of width
static const double pad_x = 14, pad_y = 7, bar = 5, icon_side = 20, gutter = 20;
static const double pad_card = 6; // above, below and right of the card of a code

typedef struct look {
    const dgs_ground *ground;
    bool bar; // of the alert colour at the left
} look;

static look look_of(const dgs_lay *lay, dgs_box_role role)
{
    if (role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT)
        return (look){&lay->palette->alert_tile, lay->palette->alert_tile.filled};
    if (role == DGS_BOX_BOOK)
        return (look){&lay->palette->field, false};
    return (look){&lay->palette->tile, false};
}

// The heading with the box's icon before it.
static bool heading_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *heading)
{
    const dgs_picture *picture = heading->parent->picture;
    bool has_icon = picture != NULL && picture->kind == DGS_PICTURE_ART;
    double icon = dgs_scaled(lay, icon_side);
    size_t from = inner->natoms;
    if (!dgs_block_add(lay, inner, heading, has_icon ? icon + 8 : 0))
        return false;
    if (!has_icon || inner->natoms == from)
        return true;
    double up = dgs_galley_height(inner, from, inner->natoms - 1); // beside the first line, drawn with the last
    dgs_box art = {.kind = DGS_BOX_ART, .rect = {0, -up, icon, icon}, .color = lay->tone.mark, .art = picture->art};
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
        bool two = n->kind == DGS_NODE_LIST && dgs_width_holds(lay, inner->width, two_columns_from);
        bool ok = n->kind == DGS_NODE_HEADING ? heading_add(lay, inner, n)
                  : two                       ? list_in_two(lay, inner, n)
                                              : dgs_block_add(lay, inner, n, 0);
        if (!ok)
            return false;
    }
    return true;
}

static bool ground_add(dgs_lay *lay, dgs_galley *galley, const look *l, dgs_rect rect, double radius)
{
    dgs_box edge = {.kind = DGS_BOX_FILL, .rect = {rect.x, rect.y, bar, rect.h}, .color = lay->palette->alert};
    dgs_ground_shape shape = radius > 0 ? DGS_GROUND_BOX : DGS_GROUND_SLICE;
    return dgs_ground_add(lay, galley, l->ground, shape, rect, l->bar ? 0 : radius) &&
           (!l->bar || dgs_galley_box(lay, galley, edge));
}

// A box that no page can hold: its ground is cut with its atoms.
static bool sliced(dgs_lay *lay, dgs_galley *galley, const dgs_galley *inner, const look *l, double x, double inset)
{
    for (size_t i = 0; i < inner->natoms; i++) {
        double spare = dgs_page_height(lay) - inner->atoms[i].height;
        double above = fmin(spare, i == 0 ? pad_y : inner->atoms[i].before);
        double below = fmin(spare - above, i + 1 == inner->natoms ? pad_y : 0);
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
    const double between = 12; // at most, to what stands above
    look l = look_of(lay, box->box);
    bool card = dgs_node_find(box, DGS_NODE_CODE) != NULL;
    double inset = l.bar ? pad_x + bar : pad_x, pad = card ? pad_card : pad_y;
    dgs_galley inner = {.width = galley->width - x - inset - (card ? pad_card : pad_x)};
    dgs_tone outside = lay->tone;
    dgs_weights weights_outside = lay->weights;
    lay->tone = dgs_tone_box(lay->palette, box->box);
    lay->weights = dgs_weights_box(lay->palette, box->box);
    bool ok = box->box == DGS_BOX_BOOK    ? dgs_booking_add(lay, &inner, box)
              : box->box == DGS_BOX_NOTES ? dgs_notes_add(lay, &inner, box)
                                          : contents_add(lay, &inner, box);
    lay->tone = outside;
    lay->weights = weights_outside;
    if (!ok)
        return false;
    double height = dgs_galley_height(&inner, 0, inner.natoms) + 2 * pad, above = dgs_galley_kept(galley);
    if (height + above + (above > 0 ? between : 0) > dgs_page_height(lay))
        return sliced(lay, galley, &inner, &l, x, inset);
    return dgs_galley_atom(lay, galley, 0, height) &&
           ground_add(lay, galley, &l, (dgs_rect){x, 0, galley->width - x, height}, 8) &&
           dgs_galley_absorb(lay, galley, &inner, x + inset, pad);
}
