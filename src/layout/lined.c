// Lines for the reader's notes, down to the foot of the page.
#include "layout/design.h"

static bool rules_add(const dgs_makeup *m, const dgs_node *section, double below)
{
    const double pitch = m->ctx->look->len.lined.pitch;
    dgs_galley rules = {0};
    double room = dgs_flow_room(m->flow, 0);
    if (room - below >= 3 * pitch) // else what stands below moves to the next page
        room -= below;
    if (!dgs_galley_atom(m->ctx, &rules, 0, room))
        return false;
    for (int i = 1; i <= (int)(room / pitch); i++) {
        dgs_box rule = {.kind = DGS_BOX_RULE,
                        .rect = {0, i * pitch, m->page.right, 0},
                        .node = dgs_node_child(section, DGS_NODE_FIELD),
                        .color = m->scheme->line,
                        .line = m->ctx->look->constant.stroke.notes};
        if (!dgs_galley_box(m->ctx, &rules, rule))
            return false;
    }
    return dgs_flow_galley(m->flow, &rules, 0);
}

bool dgs_lined_add(const dgs_makeup *m, const dgs_node *section, double below)
{
    const double least = m->ctx->look->len.lined.least, above = m->ctx->look->gap.page.lined;
    dgs_galley words = {0};
    size_t pages = section->lined_pages;
    if (dgs_flow_room(m->flow, above) < least) {
        if (!dgs_flow_page(m->flow))
            return false;
        pages--;
    }
    if (!dgs_design_add(m, m->page.right, &words, section) || !dgs_flow_galley(m->flow, &words, above) ||
        !rules_add(m, section, pages == 0 ? below : 0))
        return false;
    for (; pages > 0; pages--)
        if (!dgs_flow_page(m->flow) || !rules_add(m, section, pages == 1 ? below : 0))
            return false;
    return true;
}
