// Lines for the reader's notes, down to the foot of the page.
#include "layout/inner.h"

static bool rules_add(dgs_lay *lay, dgs_flow *flow, const dgs_node *section, double below)
{
    const double pitch = dgs_scaled(lay, 28);
    dgs_galley rules = {.width = lay->sheet.right - lay->sheet.left};
    double room = dgs_flow_room(flow, 0);
    if (room - below >= 3 * pitch) // else what stands below moves to the next page
        room -= below;
    if (!dgs_galley_atom(lay, &rules, 0, room))
        return false;
    for (int i = 1; i <= (int)(room / pitch); i++) {
        dgs_box rule = {.kind = DGS_BOX_RULE,
                        .rect = {0, i * pitch, rules.width, 0},
                        .node = dgs_node_child(section, DGS_NODE_FIELD),
                        .color = lay->tone.line,
                        .line = 0.5};
        if (!dgs_galley_box(lay, &rules, rule))
            return false;
    }
    return dgs_flow_galley(flow, &rules, 0);
}

bool dgs_lined_add(dgs_lay *lay, dgs_flow *flow, const dgs_node *section, double below)
{
    const double least = dgs_scaled(lay, 200), above = 14;
    dgs_galley words = {.width = lay->sheet.right - lay->sheet.left};
    size_t pages = section->lined_pages;
    if (dgs_flow_room(flow, above) < least) {
        if (!dgs_flow_page(flow))
            return false;
        pages--;
    }
    if (!dgs_block_add(lay, &words, section, 0) || !dgs_flow_galley(flow, &words, above) ||
        !rules_add(lay, flow, section, pages == 0 ? below : 0))
        return false;
    for (; pages > 0; pages--)
        if (!dgs_flow_page(flow) || !rules_add(lay, flow, section, pages == 1 ? below : 0))
            return false;
    return true;
}
