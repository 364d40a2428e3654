#include "layout/design.h"

#include <math.h>

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

// Words beside a heading: what the heading takes on one line, if they keep the width of a column.
static bool beside_width(const dgs_makeup *m, const dgs_node *heading, double *left, bool *fits)
{
    const dgs_style style = dgs_style_heading(m->ctx, m->scheme, heading);
    dgs_lines lines;
    if (!dgs_lines_break(m->ctx, heading->spans, heading->nspans, &style, m->page.right, &lines))
        return false;
    *left = lines.widest + m->ctx->look->gap.page.gutter;
    *fits = lines.n <= 1 && dgs_width_holds(m->ctx, m->page.right - *left, m->ctx->look->em.column);
    return true;
}

bool dgs_design_head_beside(const dgs_makeup *m, const dgs_node *heading, dgs_galley *out, const dgs_node **rest)
{
    double left;
    bool fits;
    *rest = heading;
    if (heading->next == NULL || heading->next->kind != DGS_NODE_PARA)
        return true;
    if (!beside_width(m, heading, &left, &fits))
        return false;
    if (!fits)
        return true;
    dgs_galley title = {0}, words = {0};
    if (!dgs_design_add(m, m->page.right, &title, heading))
        return false;
    for (*rest = heading->next; *rest != NULL && (*rest)->kind == DGS_NODE_PARA; *rest = (*rest)->next)
        if (!dgs_design_add(m, m->page.right - left, &words, *rest))
            return false;
    const dgs_style style = dgs_style_heading(m->ctx, m->scheme, heading), body = dgs_style_body(m->ctx, m->scheme);
    double w = dgs_galley_height(&words, 0, words.natoms), t = dgs_galley_height(&title, 0, title.natoms);
    if (w > m->ctx->look->share.beside * m->page.height) { // they flow, and may be cut
        *rest = heading;
        return true;
    }
    double down = fmax(0, fmin((t - w) / 2, (style.leading - body.leading) / 2));
    if (!dgs_galley_atom(m->ctx, out, 0, fmax(t, w + down)) || !dgs_galley_absorb(m->ctx, out, &title, 0, 0) ||
        !dgs_galley_absorb(m->ctx, out, &words, left, down))
        return false;
    dgs_galley_last(out)->keep = true;
    return true;
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
        [DGS_DESIGN_CARD] = dgs_design_card,
    };
    dgs_makeup own = *m;
    // Columns are cut wherever that makes them level.
    own.page.whole = dgs_design_in_columns(m) ? 0 : m->ctx->look->share.whole * m->page.height;
    return part_begin(&own, part) && designs[part->design](&own, part);
}
