#include "layout/layout.h"

static const char *const kinds[] = {
    [DGS_BOX_TEXT] = "text", [DGS_BOX_FILL] = "fill", [DGS_BOX_FRAME] = "frame",     [DGS_BOX_RULE] = "rule",
    [DGS_BOX_DOT] = "dot",   [DGS_BOX_ART] = "art",   [DGS_BOX_PICTURE] = "picture", [DGS_BOX_AREA] = "area"};

static const char *const furniture[] = {
    [DGS_FURNITURE_LAYOUT] = "layout", [DGS_FURNITURE_HEADER] = "header", [DGS_FURNITURE_FOOTER] = "footer"};

static void dump_box(const dgs_box *box, size_t page, dgs_buf *to)
{
    dgs_buf_addf(to, "%zu %.2f %.2f %.2f %.2f %s ", page, box->rect.x, box->rect.y, box->rect.w, box->rect.h,
                 kinds[box->kind]);
    if (box->node == NULL)
        dgs_buf_addf(to, "%s -", furniture[box->furniture]);
    else
        dgs_buf_addf(to, "%s %zu", dgs_node_kind_name(box->node->kind), box->node->index);
    if (box->kind == DGS_BOX_TEXT && box->nruns > 0) {
        dgs_buf_addf(to, " %g: ", (double)box->runs[0].size);
        for (size_t i = 0; i < box->nruns; i++)
            dgs_buf_add(to, box->runs[i].text.p, box->runs[i].text.n);
    }
    dgs_buf_addc(to, '\n');
}

bool dgs_layout_dump(const dgs_pages *pages, dgs_buf *to)
{
    dgs_buf_addf(to, "paper %.2f %.2f pages %zu", pages->width, pages->height, pages->npages);
    if (pages->margin > 0)
        dgs_buf_addf(to, " cut %.2f", pages->margin);
    for (size_t p = 0; p < pages->npages && pages->pages[p].height > 0; p++)
        dgs_buf_addf(to, "%s %.2f", p == 0 ? " high" : "", pages->pages[p].height);
    dgs_buf_addc(to, '\n');
    for (size_t p = 0; p < pages->npages; p++)
        for (size_t i = 0; i < pages->pages[p].nboxes; i++)
            dump_box(&pages->pages[p].boxes[i], p + 1, to);
    return !to->failed;
}
