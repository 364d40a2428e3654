#include "layout/layout.h"

#include "layout/inner.h"

static const struct { // ISO 216 to a thousandth of a point
    double width, height, margin;
} papers[] = {
    [DGS_PAPER_LETTER] = {612, 792, 48},      [DGS_PAPER_A4] = {595.276, 841.89, 42},
    [DGS_PAPER_LEGAL] = {612, 1008, 48},      [DGS_PAPER_A5] = {419.528, 595.276, 30},
    [DGS_PAPER_HALF_LETTER] = {396, 612, 27},
};

void dgs_paper_size(dgs_paper paper, double *width, double *height)
{
    *width = papers[paper].width;
    *height = papers[paper].height;
}

dgs_paper dgs_look_page(const dgs_look *look)
{
    if (!look->booklet)
        return look->paper;
    return look->paper == DGS_PAPER_A4 ? DGS_PAPER_A5 : DGS_PAPER_HALF_LETTER;
}

// The type area: it begins under the masthead, whose height the practice's name decides.
static dgs_sheet sheet_of(dgs_paper paper)
{
    const double head = 24, margin = papers[paper].margin;
    double w = papers[paper].width, h = papers[paper].height;
    return (dgs_sheet){.width = w, .height = h, .left = margin, .right = w - margin, .head_top = head};
}

// Masthead and foot, as they are or as slots.
static bool furniture_make(dgs_lay *lay)
{
    const dgs_node *masthead = lay->doc->root->first, *imprint = lay->doc->root->last;
    if (lay->frame == NULL)
        return dgs_masthead_make(lay, &lay->masthead) && dgs_foot_make(lay, &lay->foot);
    return dgs_slot_add(lay, &lay->masthead, masthead, 0) && dgs_slot_add(lay, &lay->foot, imprint, 0);
}

static bool sheet_fit(dgs_lay *lay)
{
    if (!furniture_make(lay))
        return false;
    double head = dgs_galley_height(&lay->masthead, 0, lay->masthead.natoms);
    double foot = dgs_galley_height(&lay->foot, 0, lay->foot.natoms);
    bool much = head + foot > dgs_scaled(lay, 72); // a practice that says much there does so at the cost of the air
    const double under_head = much ? 13 : 17, above_foot = much ? 7 : 12, least = 0.25;
    dgs_sheet *sheet = &lay->sheet;
    sheet->head_top = much ? DGS_EDGE : sheet->head_top;
    sheet->top = sheet->head_top + head + under_head;
    sheet->foot_top = sheet->height - DGS_FOOT_EDGE - foot;
    sheet->bottom = sheet->foot_top - above_foot;
    if (dgs_page_height(lay) < least * sheet->height)
        return dgs_fail(
            lay->err, DGS_ERR_DATA,
            "what stands at the head and foot of each page leaves too little room: say less there (address, "
            "hours, disclaimer), or take larger paper");
    return true;
}

bool dgs_layout_make(const dgs_doc *doc, const dgs_palette *palette, const dgs_look *look, dgs_text *text,
                     dgs_arena *arena, dgs_pages *out, dgs_err *err)
{
    if (look->booklet && look->paper != DGS_PAPER_LETTER && look->paper != DGS_PAPER_A4)
        return dgs_fail(err, DGS_ERR_USAGE, "a booklet is folded from letter or a4 paper: take one of these");
    dgs_lay lay = {.doc = doc,
                   .look = look,
                   .palette = palette,
                   .tone = dgs_tone_page(palette),
                   .sizes = dgs_sizes_of(look),
                   .weights = dgs_weights_of(palette),
                   .text = text,
                   .arena = arena,
                   .err = err,
                   .sheet = sheet_of(dgs_look_page(look))};
    if (doc->root->first->live && (lay.frame = dgs_arena_alloc(arena, sizeof *lay.frame)) == NULL)
        return dgs_fail_memory(err);
    if (!dgs_text_open(text, lay.weights.text, err) || !sheet_fit(&lay))
        return false;
    dgs_flow *flow = dgs_flow_new(&lay);
    if (flow == NULL)
        return false;
    for (const dgs_node *n = doc->root->first; n != NULL; n = n->next)
        if (n->kind == DGS_NODE_PART && !dgs_part_add(&lay, flow, n))
            return false;
    return dgs_flow_finish(flow, out);
}

size_t dgs_layout_missing(const dgs_pages *pages, const dgs_look *look)
{
    size_t sides = look->booklet ? 4 : 2;
    return pages->npages == 1 && !look->booklet ? 0 : (sides - pages->npages % sides) % sides;
}

bool dgs_layout_emergency_first(const dgs_pages *pages, const dgs_doc *doc)
{
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n))
        if (n->kind == DGS_NODE_BOX && (n->box == DGS_BOX_EMERGENCY || n->box == DGS_BOX_EMERGENCY_SHORT))
            return pages->node_page[n->index] == 0;
    return false;
}
