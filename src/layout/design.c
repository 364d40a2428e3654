#include "layout/design.h"

dgs_columns dgs_design_columns(const dgs_makeup *m)
{
    const double gutter = m->ctx->look->gap.page.gutter;
    return (dgs_columns){2, (m->page.right - gutter) / 2, gutter};
}

bool dgs_design_in_columns(const dgs_makeup *m)
{
    return dgs_width_holds(m->ctx, dgs_design_columns(m).width, m->ctx->look->em.column);
}

bool dgs_design_add(const dgs_makeup *m, double width, dgs_galley *galley, const dgs_node *node)
{
    const dgs_region strip = dgs_region_strip(&m->page, width);
    return dgs_block_add(m->ctx, m->scheme, &strip, galley, node);
}

// An article may begin below what is before it where that leaves much of a page; every other part begins a page.
static bool part_begin(const dgs_makeup *m, const dgs_node *part)
{
    const dgs_shares *shares = &m->ctx->look->share;
    const double above = m->ctx->look->gap.page.part;
    const double share = dgs_design_in_columns(m) ? shares->joins : shares->joins_narrow;
    bool joins = part->design == DGS_DESIGN_ARTICLE && dgs_flow_pages(m->flow) > 0;
    if (!joins || dgs_flow_room(m->flow, above) < share * m->page.height)
        return dgs_flow_page(m->flow);
    dgs_flow_skip(m->flow, above);
    return true;
}

bool dgs_part_add(const dgs_makeup *m, const dgs_node *part)
{
    static bool (*const designs[DGS_DESIGNS])(const dgs_makeup *m, const dgs_node *part) = {
        [DGS_DESIGN_STEPS] = dgs_design_steps,
        [DGS_DESIGN_ARTICLE] = dgs_design_article,
        [DGS_DESIGN_SHEET] = dgs_design_sheet,
    };
    dgs_makeup own = *m;
    // Columns are cut wherever that makes them level.
    own.page.whole = dgs_design_in_columns(m) ? 0 : m->ctx->look->share.whole * m->page.height;
    return part_begin(&own, part) && designs[part->design](&own, part);
}
