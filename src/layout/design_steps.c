// A guide in steps: the title beside its introduction, the steps, the emergency signs at the foot.
#include <math.h>

#include "layout/design.h"

// Sets the steps a little closer where that spares a page.
static bool squeeze(dgs_galley *galley, double missing, double most_each)
{
    size_t n = 0;
    for (size_t i = 1; i < galley->natoms; i++)
        n += galley->atoms[i].stretch ? 1 : 0;
    if (missing > most_each * (double)n)
        return false;
    for (size_t i = 1; i < galley->natoms; i++)
        galley->atoms[i].before -= galley->atoms[i].stretch ? missing / (double)n : 0;
    return true;
}

// Whether the part ends with boxes alone from here on, which stand at the foot of the page.
static bool boxes_from(const dgs_node *node)
{
    while (node != NULL && (node->kind == DGS_NODE_BOX || node->lined_pages > 0))
        node = node->next;
    return node == NULL;
}

// Steps and what else stands above the foot; the boxes at the end, of which those for a doctor today by themselves.
static bool guide_fill(const dgs_makeup *m, const dgs_node *from, dgs_galley *steps, dgs_galley *foot,
                       dgs_galley *today)
{
    for (const dgs_node *n = from; n != NULL; n = n->next) {
        bool later = n->kind == DGS_NODE_BOX && (n->box == DGS_BOX_TODAY || n->box == DGS_BOX_LIMITS);
        dgs_galley *to = !boxes_from(n) ? steps : later ? today : foot;
        if (n->lined_pages == 0 && !dgs_design_add(m, m->page.right, to, n))
            return false;
    }
    return true;
}

// What stands after the page of the steps.
static bool guide_rest(const dgs_makeup *m, const dgs_node *part, const dgs_galley *today)
{
    const dgs_node *notes = part->last->lined_pages > 0 ? part->last : NULL;
    return (today->natoms == 0 || dgs_flow_galley(m->flow, today, m->ctx->look->gap.page.box)) &&
           (notes == NULL || dgs_lined_add(m, notes, 0));
}

bool dgs_design_steps(const dgs_makeup *m, const dgs_node *part)
{
    const dgs_look *look = m->ctx->look;
    const double above_foot = look->gap.page.foot, box_gap = look->gap.page.box, most_each = look->constant.fill.step;
    dgs_flow *flow = m->flow;
    dgs_galley galley = {0}, foot = {0}, today = {0};
    const dgs_node *n;
    if (!dgs_hero_add(m, &galley, part, &n) || !guide_fill(m, n, &galley, &foot, &today))
        return false;
    double taken = dgs_galley_height(&foot, 0, foot.natoms) + above_foot;
    double spare = dgs_flow_room(flow, 0) - dgs_galley_height(&galley, 0, galley.natoms) - taken;
    double more = dgs_galley_height(&today, 0, today.natoms) + box_gap;
    if (today.natoms > 0 && foot.natoms > 0 && spare >= more) { // both fit
        if (!dgs_galley_append(m->ctx, &foot, &today, 0, box_gap))
            return false;
        today.natoms = 0;
        taken += more;
    }
    if (spare < 0 && !squeeze(&galley, -spare, look->constant.fill.squeeze))
        return dgs_flow_stretched(flow, &galley, 0, most_each, 0) && dgs_flow_galley(flow, &foot, above_foot) &&
               guide_rest(m, part, &today);
    return dgs_flow_stretched(flow, &galley, 0, most_each, taken) && // the steps stretch down to the box
           dgs_flow_bottom(flow, &foot, above_foot) && guide_rest(m, part, &today);
}
