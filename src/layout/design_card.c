// A card to keep: half a sheet. Its front is to be filled in, its back says when to call for help.
#include <math.h>

#include "layout/design.h"

static bool is_sign(const dgs_node *node)
{
    return node->kind == DGS_NODE_BOX &&
           (node->box == DGS_BOX_EMERGENCY || node->box == DGS_BOX_EMERGENCY_SHORT || node->box == DGS_BOX_TODAY);
}

// Who gives it out, at the right of what the front ends with: the name, and the first contact where it has room below.
// Names that are too long for that stay away.
static bool practice_add(const dgs_makeup *m, dgs_galley *to, dgs_rect in)
{
    const dgs_node *masthead = m->ctx->doc->root->first, *name = dgs_node_child(masthead, DGS_NODE_NAME);
    const dgs_node *contacts = dgs_node_child(masthead, DGS_NODE_CONTACTS);
    dgs_style usual = dgs_style_body(m->ctx, m->scheme), strong = usual;
    dgs_lines who = {0}, where = {0};
    strong.face = m->scheme->face.name;
    strong.color = m->scheme->heading;
    if (name != NULL && !dgs_lines_break(m->ctx, name->spans, name->nspans, &strong, in.w, &who))
        return false;
    const dgs_node *contact = contacts == NULL ? NULL : contacts->first;
    if (contact != NULL && !dgs_lines_break(m->ctx, contact->spans, contact->nspans, &usual, in.w, &where))
        return false;
    if ((double)(who.n + where.n) * usual.leading > in.h)
        where.n = 0;
    dgs_point at = {0, in.y + (in.h - (double)(who.n + where.n) * usual.leading) / 2};
    bool fits = (double)who.n * usual.leading <= in.h;
    for (size_t i = 0; fits && i < who.n + where.n; i++, at.y += usual.leading) {
        const dgs_line *line = i < who.n ? &who.lines[i] : &where.lines[i - who.n];
        at.x = in.x + in.w - line->width;
        if (!dgs_galley_line(m->ctx, to, i < who.n ? name : contact, line, i < who.n ? &strong : &usual, at))
            return false;
    }
    return true;
}

// The disclaimer and the text's date, at the foot of the back.
static bool imprint_add(const dgs_makeup *m)
{
    const dgs_node *imprint = dgs_node_child(m->ctx->doc->root, DGS_NODE_IMPRINT);
    const dgs_style style = dgs_style_small(m->ctx, m->scheme);
    dgs_galley foot = {0};
    double x = 0;
    if (!dgs_galley_atom(m->ctx, &foot, 0, style.leading))
        return false;
    for (const dgs_node *n = imprint->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(m->ctx, n->spans, n->nspans, &style, m->page.right, &lines))
            return false;
        if (lines.n != 1 || x + lines.widest > m->page.right)
            continue;
        if (!dgs_galley_line(m->ctx, &foot, n, &lines.lines[0], &style, (dgs_point){x, 0}))
            return false;
        x += lines.widest + m->ctx->look->constant.furniture.foot;
    }
    return dgs_flow_bottom(m->flow, &foot, m->ctx->look->gap.card.foot);
}

// The front, one below the other. The last of it is a box that leaves room for the practice.
static bool front_add(const dgs_makeup *m, const dgs_node *part, dgs_galley *front, double *last)
{
    const dgs_node *n;
    if (!dgs_design_head_beside(m, part->first, front, &n))
        return false;
    for (; n != NULL; n = n->next) {
        dgs_galley own = {0};
        if (is_sign(n))
            continue;
        if (n->kind != DGS_NODE_BOX && !dgs_design_add(m, m->page.right, front, n))
            return false;
        if (n->kind == DGS_NODE_BOX && (!dgs_design_add(m, m->page.right, &own, n) ||
                                        !dgs_galley_append(m->ctx, front, &own, 0, m->ctx->look->gap.card.box)))
            return false;
    }
    *last = dgs_galley_last(front)->height;
    return true;
}

// The boxes of the front that say something, or those that do not.
static bool absorb(const dgs_makeup *m, dgs_galley *whole, const dgs_galley *front, bool words)
{
    double y = 0;
    for (size_t i = 0; i < front->natoms; y += front->atoms[i++].height) {
        y += i > 0 ? front->atoms[i].before : 0;
        for (size_t k = 0; k < front->atoms[i].nboxes; k++) {
            dgs_box box = front->boxes[front->atoms[i].first + k];
            box.rect.y += y;
            box.baseline += y;
            if ((box.node != NULL) == words && !dgs_galley_box(m->ctx, whole, box))
                return false;
        }
    }
    return true;
}

// One atom, so that no card is cut. The practice is read first, as on every page, and stands on the ground of what is
// read last.
static bool front_set(const dgs_makeup *m, const dgs_node *part)
{
    const dgs_look *look = m->ctx->look;
    const double side = look->constant.box.side, words = look->em.line * look->size.body.size; // as paragraphs are
    const double width = m->page.right - 2 * side - words - look->gap.card.practice;
    dgs_galley front = {0}, whole = {0};
    double last;
    if (!front_add(m, part, &front, &last))
        return false;
    double height = dgs_galley_height(&front, 0, front.natoms);
    const dgs_rect in = {m->page.right - side - width, height - last, width, last};
    return dgs_galley_atom(m->ctx, &whole, 0, height) && absorb(m, &whole, &front, false) &&
           practice_add(m, &whole, in) && absorb(m, &whole, &front, true) && dgs_flow_galley(m->flow, &whole, 0);
}

static bool back_set(const dgs_makeup *m, const dgs_node *part)
{
    dgs_galley back = {0};
    for (const dgs_node *n = part->first; n != NULL; n = n->next) {
        dgs_galley own = {0};
        if (is_sign(n) && (!dgs_design_add(m, m->page.right, &own, n) ||
                           !dgs_galley_append(m->ctx, &back, &own, 0, m->ctx->look->gap.card.box)))
            return false;
    }
    return dgs_flow_page(m->flow) && dgs_flow_galley(m->flow, &back, 0) && imprint_add(m);
}

bool dgs_design_card(const dgs_makeup *m, const dgs_node *part)
{
    return front_set(m, part) && back_set(m, part);
}
