// The QR code of a booking box: a white card with the code as vector art and its caption under it.
#include "layout/qr_art.h"

#include <math.h>

#include "layout/block.h"

enum { QUIET = 2 * DGS_QR_QUIET }; // modules on both sides

static bool caption_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                        const dgs_node *caption, double *height)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = scheme->face.strong;
    style.leading = ctx->look->len.qr.caption;
    style.color = ctx->palette->dark; // on white, as headings on the page
    dgs_lines lines;
    if (!dgs_lines_break(ctx, caption->spans, caption->nspans, &style,
                         dgs_region_width(region) - ctx->look->constant.card.edge, &lines))
        return false;
    for (size_t i = 0; i < lines.n; i++) {
        const dgs_point at = {(dgs_region_width(region) - lines.lines[i].width) / 2, *height};
        if (!dgs_galley_line(ctx, card, caption, &lines.lines[i], &style, at))
            return false;
        *height += dgs_line_height(&lines.lines[i], &style);
    }
    *height += ctx->look->constant.card.below;
    return true;
}

// The code and its art: a box that is composed in two ways has one.
static bool made(const dgs_context *ctx, const dgs_node *node, size_t modules)
{
    dgs_code *code = ctx->code;
    if (code->art != NULL && code->text == node->qr && code->modules == modules)
        return true;
    *code = (dgs_code){.text = node->qr, .modules = modules};
    if (!dgs_qr_make(dgs_str_of(node->qr), modules, ctx->arena, &code->qr, ctx->err))
        return false;
    code->art = dgs_qr_art(&code->qr, ctx->arena);
    return code->art != NULL || dgs_fail_memory(ctx->err);
}

bool dgs_qr_card_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *card,
                     const dgs_node *code, double *width)
{
    const dgs_color white = {255, 255, 255}, black = {0, 0, 0};
    const double edge_x = ctx->look->constant.card.x, edge_y = ctx->look->constant.card.y;
    double most = fmin(ctx->look->len.qr.most, dgs_region_width(region) - 2 * edge_x);
    double modules = fmax(0, floor(most / DGS_QR_MODULE) - QUIET);
    if (!made(ctx, code, (size_t)modules))
        return false;
    const dgs_qr qr = ctx->code->qr;
    const dgs_art *art = ctx->code->art;
    double usual = fmin(region->strip ? ctx->look->constant.card.strip_code : ctx->look->len.qr.side, most);
    const double all = (double)(qr.side + QUIET); // modules: as wide as phones like them where the card holds that
    double side = fmax(usual, fmax(all * DGS_QR_MODULE, fmin(all * DGS_QR_MODULE_WELL, most)));
    double height = edge_y + side + (region->strip ? edge_y : 0);
    *width = side + 2 * edge_x;
    const dgs_region inside = dgs_region_strip(region, *width);
    dgs_box ground = {.kind = DGS_BOX_FILL, .color = white, .radius = ctx->look->constant.corner.card};
    dgs_box box = {.kind = DGS_BOX_ART, .rect = {edge_x, edge_y, side, side}, .node = code, .color = black, .art = art};
    if (!dgs_galley_atom(ctx, card, 0, 0) || !dgs_galley_box(ctx, card, ground) || !dgs_galley_box(ctx, card, box))
        return false;
    if (code->first != NULL && !region->strip && !caption_add(ctx, scheme, &inside, card, code->first, &height))
        return false;
    card->boxes[0].rect = (dgs_rect){0, 0, *width, height};
    dgs_galley_last(card)->height = height;
    return true;
}
