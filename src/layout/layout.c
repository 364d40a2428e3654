#include "layout/layout.h"

#include "layout/inner.h"

static const struct {
    double width, height, margin;
} papers[] = {
    [DGS_PAPER_LETTER] = {612, 792, 48}, [DGS_PAPER_A4] = {595.276, 841.89, 42} // ISO 216, to a thousandth
};

// The type area: it begins under the masthead, whose height the practice's name decides.
static dgs_sheet sheet_of(dgs_paper paper)
{
    const double head = 24, margin = papers[paper].margin;
    double w = papers[paper].width, h = papers[paper].height;
    return (dgs_sheet){.width = w, .height = h, .left = margin, .right = w - margin, .head_top = head};
}

static bool sheet_fit(dgs_lay *lay)
{
    const double under_head = 17, above_foot = 12;
    if (!dgs_masthead_make(lay, &lay->masthead) || !dgs_foot_make(lay, &lay->foot))
        return false;
    dgs_sheet *sheet = &lay->sheet;
    sheet->top = sheet->head_top + dgs_galley_height(&lay->masthead, 0, lay->masthead.natoms) + under_head;
    sheet->foot_top = sheet->height - DGS_FOOT_EDGE - dgs_galley_height(&lay->foot, 0, lay->foot.natoms);
    sheet->bottom = sheet->foot_top - above_foot;
    return true;
}

bool dgs_layout_make(const dgs_doc *doc, const dgs_palette *palette, dgs_paper paper, dgs_text *text, dgs_arena *arena,
                     dgs_pages *out, dgs_err *err)
{
    dgs_lay lay = {.doc = doc,
                   .palette = palette,
                   .tone = dgs_tone_page(palette),
                   .text = text,
                   .arena = arena,
                   .err = err,
                   .sheet = sheet_of(paper)};
    if (!sheet_fit(&lay))
        return false;
    dgs_flow *flow = dgs_flow_new(&lay);
    if (flow == NULL)
        return false;
    for (const dgs_node *n = doc->root->first; n != NULL; n = n->next)
        if (n->kind == DGS_NODE_PART && !dgs_part_add(&lay, flow, n))
            return false;
    return dgs_flow_finish(flow, out);
}

bool dgs_layout_emergency_first(const dgs_pages *pages, const dgs_doc *doc)
{
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n))
        if (n->kind == DGS_NODE_BOX && (n->box == DGS_BOX_EMERGENCY || n->box == DGS_BOX_EMERGENCY_SHORT))
            return pages->node_page[n->index] == 0;
    return false;
}
