#include "layout/design.h"

static const double column_least = 18.5; // em

dgs_columns dgs_design_columns(const dgs_makeup *m)
{
    const double gutter = 24;
    return (dgs_columns){2, (m->page.right - gutter) / 2, gutter};
}

bool dgs_design_in_columns(const dgs_makeup *m)
{
    return dgs_width_holds(m->lay, dgs_design_columns(m).width, column_least);
}

bool dgs_design_add(const dgs_makeup *m, double width, dgs_galley *galley, const dgs_node *node)
{
    const dgs_lay_region strip = dgs_lay_strip(&m->page, width);
    return dgs_block_add(m->lay, m->scheme, &strip, galley, node);
}

// The article may begin below the last steps where these leave much of a page; every other part begins a page.
static bool part_begin(const dgs_makeup *m, const dgs_node *part)
{
    const double above = 16, share = dgs_design_in_columns(m) ? 0.55 : 0.45;
    bool joins = part->part == DGS_PART_ARTICLE && dgs_flow_pages(m->flow) > 0;
    if (!joins || dgs_flow_room(m->flow, above) < share * m->page.height)
        return dgs_flow_page(m->flow);
    dgs_flow_skip(m->flow, above);
    return true;
}

bool dgs_part_add(const dgs_makeup *m, const dgs_node *part)
{
    static bool (*const designs[])(const dgs_makeup *m, const dgs_node *part) = {
        [DGS_PART_GUIDE] = dgs_design_steps,
        [DGS_PART_ARTICLE] = dgs_design_article,
        [DGS_PART_WORKSHEET] = dgs_design_sheet,
    };
    const double whole = 0.3; // of a page; columns are cut wherever that makes them level
    dgs_makeup own = *m;
    own.page.whole = dgs_design_in_columns(m) ? 0 : whole * m->page.height;
    return part_begin(&own, part) && designs[part->part](&own, part);
}
