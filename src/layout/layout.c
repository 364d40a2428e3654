#include "layout/layout.h"

#include "layout/design.h"
#include "layout/furniture.h"
#include "layout/slot.h"

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

// The type area begins under the masthead, whose height the practice's name decides.
static dgs_sheet sheet_of(const dgs_lay *lay, dgs_paper paper)
{
    const double margin = papers[paper].margin;
    double w = papers[paper].width, h = papers[paper].height;
    return (dgs_sheet){
        .width = w, .height = h, .left = margin, .right = w - margin, .head_top = lay->look->fixed.page.head};
}

// Masthead and foot, as they are or as slots.
static bool running_make(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_running *out)
{
    if (lay->frame == NULL)
        return dgs_masthead_make(lay, scheme, region, &out->masthead) &&
               dgs_foot_make(lay, scheme, region, &out->foot, &out->number_y);
    const dgs_node *masthead = lay->doc->root->first, *imprint = lay->doc->root->last;
    if (dgs_slot_add(lay, scheme, region, &out->masthead, masthead) == NULL)
        return false;
    const dgs_slot *foot = dgs_slot_add(lay, scheme, region, &out->foot, imprint);
    out->number_y = foot == NULL ? 0 : foot->number_y;
    return foot != NULL;
}

static bool sheet_fit(const dgs_lay *lay, const dgs_running *running, dgs_sheet *sheet)
{
    double head = dgs_galley_height(&running->masthead, 0, running->masthead.natoms);
    double foot = dgs_galley_height(&running->foot, 0, running->foot.natoms);
    const dgs_look_table *look = lay->look;
    bool much = head + foot > look->len.furniture; // a practice that says much there does so at the cost of the air
    sheet->head_top = much ? DGS_EDGE : sheet->head_top;
    sheet->top = sheet->head_top + head + (much ? look->fixed.page.much_under : look->fixed.page.under_head);
    sheet->foot_top = sheet->height - DGS_FOOT_EDGE - foot;
    sheet->bottom = sheet->foot_top - (much ? look->fixed.page.much_above : look->fixed.page.above_foot);
    if (sheet->bottom - sheet->top < look->share.area * sheet->height)
        return dgs_fail(
            lay->err, DGS_ERR_DATA,
            "what stands at the head and foot of each page leaves too little room: say less there (address, "
            "hours, disclaimer), or take larger paper");
    return true;
}

static bool parts_add(const dgs_lay *lay, const dgs_scheme *scheme, dgs_paper paper, dgs_pages *out)
{
    dgs_sheet sheet = sheet_of(lay, paper);
    dgs_running running = {0};
    dgs_makeup makeup = {.lay = lay, .scheme = scheme, .page = {.right = sheet.right - sheet.left}};
    if (!running_make(lay, scheme, &makeup.page, &running) || !sheet_fit(lay, &running, &sheet))
        return false;
    makeup.page.height = sheet.bottom - sheet.top;
    makeup.flow = dgs_flow_new(lay, scheme, &sheet, &running);
    if (makeup.flow == NULL)
        return false;
    for (const dgs_node *n = lay->doc->root->first; n != NULL; n = n->next)
        if (n->kind == DGS_NODE_PART && !dgs_part_add(&makeup, n))
            return false;
    return dgs_flow_finish(makeup.flow, out);
}

bool dgs_layout_make(const dgs_layout_input *in, dgs_arena *arena, dgs_pages *out, dgs_err *err)
{
    const dgs_look *look = in->look;
    if (look->booklet && look->paper != DGS_PAPER_LETTER && look->paper != DGS_PAPER_A4)
        return dgs_fail(err, DGS_ERR_USAGE, "a booklet is folded from letter or a4 paper: take one of these");
    dgs_lay lay;
    const dgs_scheme scheme = dgs_scheme_page(in->palette);
    return dgs_lay_make(&lay, in, arena, err) && dgs_text_open(in->text, scheme.face.text, err) &&
           parts_add(&lay, &scheme, dgs_look_page(look), out);
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
