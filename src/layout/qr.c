// The QR code of a booking box: a white card with the code as vector art and its caption under it.
#include "layout/code.h"

#include <math.h>

#include "layout/block.h"

enum { QUIET = 2 * DGS_QR_QUIET }; // modules on both sides

static bool caption_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *card,
                        const dgs_node *caption, double *height)
{
    dgs_style style = dgs_style_body(lay, scheme);
    style.face = scheme->face.strong;
    style.leading = lay->look->len.code.caption;
    style.color = lay->palette->accent; // on white, as headings on the page
    dgs_lines lines;
    if (!dgs_lines_break(lay, caption->spans, caption->nspans, &style,
                         dgs_lay_width(region) - lay->look->constant.card.edge, &lines))
        return false;
    for (size_t i = 0; i < lines.n; i++, *height += style.leading) {
        const dgs_point at = {(dgs_lay_width(region) - lines.lines[i].width) / 2, *height};
        if (!dgs_galley_line(lay, card, caption, &lines.lines[i], &style, at))
            return false;
    }
    *height += lay->look->constant.card.below;
    return true;
}

bool dgs_code_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *card,
                  const dgs_node *code, double *width)
{
    const dgs_color white = {255, 255, 255}, black = {0, 0, 0};
    const double edge_x = lay->look->constant.card.x, edge_y = lay->look->constant.card.y;
    double most = fmin(lay->look->len.code.most, dgs_lay_width(region) - 2 * edge_x);
    double modules = fmax(0, floor(most / DGS_CODE_MODULE) - QUIET);
    dgs_qr qr;
    if (!dgs_qr_make(dgs_str_of(code->code), (size_t)modules, lay->arena, &qr, lay->err))
        return false;
    const dgs_art *art = dgs_code_art(&qr, lay->arena);
    if (art == NULL)
        return dgs_fail_memory(lay->err);
    double side = fmax(fmin(lay->look->len.code.side, most), (double)(qr.side + QUIET) * DGS_CODE_MODULE);
    double height = edge_y + side;
    *width = side + 2 * edge_x;
    const dgs_lay_region inside = dgs_lay_strip(region, *width);
    dgs_box ground = {.kind = DGS_BOX_FILL, .color = white, .radius = lay->look->constant.corner.card};
    dgs_box box = {.kind = DGS_BOX_ART, .rect = {edge_x, edge_y, side, side}, .node = code, .color = black, .art = art};
    if (!dgs_galley_atom(lay, card, 0, 0) || !dgs_galley_box(lay, card, ground) || !dgs_galley_box(lay, card, box))
        return false;
    if (code->first != NULL && !caption_add(lay, scheme, &inside, card, code->first, &height))
        return false;
    card->boxes[0].rect = (dgs_rect){0, 0, *width, height};
    dgs_galley_last(card)->height = height;
    return true;
}
