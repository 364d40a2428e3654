// Pictures with their labels and caption. Labels are real text that stands outside the art, flush with the figure's
// edges. Straight leaders run from label to named point.
#include <math.h>

#include "layout/plate.h"

static const double small_height = 84, raster_most = 300; // of pictures without labels
static const double caption_gap = 5;
static const double leader = 0.75, halo = 2.25, dot = 3.5, dot_halo = 5.5;

static const dgs_anchor *anchor_of(const dgs_art *art, const char *name)
{
    for (size_t i = 0; i < art->nanchors; i++)
        if (dgs_str_is(dgs_str_of(art->anchors[i].name), name))
            return &art->anchors[i];
    return NULL;
}

static bool labels_read(dgs_lay *lay, dgs_plate *p, const dgs_node *figure)
{
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) {
        if (n->kind != DGS_NODE_LABEL)
            continue;
        const dgs_anchor *anchor = anchor_of(p->art, n->id);
        if (anchor == NULL || p->n == DGS_LABELS_MAX)
            return dgs_fail(lay->err, DGS_ERR_DATA, "%s:%d: this label cannot be placed: name a point of the picture",
                            n->file, n->line);
        dgs_label *l = &p->labels[p->n++];
        double from, to; // the art at the anchor's height: the leader takes the side where it crosses less of it
        dgs_silhouette_extent(p->shape, anchor->y, anchor->y, &from, &to);
        *l = (dgs_label){.node = n, .anchor = anchor, .left = anchor->x - from <= to - anchor->x};
    }
    return true;
}

static void swap_labels(dgs_label *a, dgs_label *b)
{
    dgs_label keep = *a;
    *a = *b;
    *b = keep;
}

static void sort_by_anchor(dgs_plate *p)
{
    for (size_t i = 1; i < p->n; i++)
        for (size_t k = i; k > 0 && p->labels[k].anchor->y < p->labels[k - 1].anchor->y; k--)
            swap_labels(&p->labels[k], &p->labels[k - 1]);
}

static bool leader_add(dgs_lay *lay, dgs_galley *galley, const dgs_label *l, double x)
{
    const dgs_color white = {255, 255, 255};
    dgs_rect r = dgs_plate_leader(l);
    r.x += x;
    dgs_rect tip = {x + l->tip_x, l->tip_y, 0, 0};
    dgs_box under = {.kind = DGS_BOX_RULE, .rect = r, .color = white, .line = halo, .decoration = true};
    dgs_color ink = l->anchor->alert ? lay->palette->alert : lay->palette->ink;
    dgs_box line = {.kind = DGS_BOX_RULE, .rect = r, .color = ink, .line = dgs_stroke(lay, leader)};
    dgs_box outer = {.kind = DGS_BOX_DOT,
                     .rect = {tip.x - dot_halo / 2, tip.y - dot_halo / 2, dot_halo, dot_halo},
                     .color = white,
                     .decoration = true};
    dgs_box inner = {.kind = DGS_BOX_DOT, .rect = {tip.x - dot / 2, tip.y - dot / 2, dot, dot}, .color = ink};
    if (l->anchor->alert) // it has a mark of its own in the art
        return dgs_galley_box(lay, galley, under) && dgs_galley_box(lay, galley, line);
    return dgs_galley_box(lay, galley, under) && dgs_galley_box(lay, galley, outer) &&
           dgs_galley_box(lay, galley, line) && dgs_galley_box(lay, galley, inner);
}

static bool labels_add(dgs_lay *lay, dgs_galley *galley, const dgs_plate *p, const dgs_node *figure, double x)
{
    for (size_t i = 0; i < p->n; i++)
        if (!leader_add(lay, galley, &p->labels[i], x))
            return false;
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) // read in the content's order
        for (size_t i = 0; i < p->n; i++) {
            const dgs_label *l = &p->labels[i];
            for (size_t k = 0; l->node == n && k < l->lines.n; k++) {
                const dgs_line *line = &l->lines.lines[k];
                double at = l->x + (l->left == l->inner ? l->lines.widest - line->width : 0);
                if (!dgs_galley_line(lay, galley, n, line, &p->style, x + at, l->y + (double)k * p->style.leading))
                    return false;
            }
        }
    return true;
}

static bool caption_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *figure, double x, double before)
{
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) {
        dgs_style style = dgs_style_body(lay);
        if (n->kind == DGS_NODE_CAPTION && !dgs_block_leaf(lay, galley, n, &style, x, before))
            return false;
    }
    return true;
}

static bool plate_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *figure, double x)
{
    dgs_plate p = {.art = figure->picture->art, .style = dgs_style_body(lay), .width = galley->width - x};
    dgs_galley caption = {.width = galley->width}, inner = caption;
    dgs_style_type(&p.style, lay->sizes.label);
    p.shape = dgs_silhouette_of(p.art, lay->arena);
    if (p.shape == NULL)
        return dgs_fail_memory(lay->err);
    if (!caption_add(lay, &caption, figure, x, 0) || !labels_read(lay, &p, figure))
        return false;
    double words = dgs_galley_height(&caption, 0, caption.natoms) + caption_gap, above, below;
    double page = dgs_page_height(lay), most = lay->figure_room > 0 ? fmin(lay->figure_room - words, page) : page;
    sort_by_anchor(&p);
    if (!dgs_plate_fit(lay, &p, most))
        return false;
    dgs_plate_overhangs(&p, &above, &below);
    dgs_box art = {.kind = DGS_BOX_ART,
                   .rect = {p.x, 0, p.art->w * p.scale, p.art->h * p.scale},
                   .node = figure,
                   .color = lay->palette->accent,
                   .art = p.art};
    if (!dgs_galley_atom(lay, &inner, 0, art.rect.h) || !dgs_galley_box(lay, &inner, art) ||
        !labels_add(lay, &inner, &p, figure, 0) || !dgs_galley_atom(lay, galley, 0, above + art.rect.h + below) ||
        !dgs_galley_absorb(lay, galley, &inner, x, above))
        return false;
    dgs_galley_last(galley)->keep = true;
    return dgs_galley_append(lay, galley, &caption, 0, caption_gap);
}

// A picture without labels is kept small, its caption beside it where there is room and a page holds it, else below.
// Pixels are printed at 200 dpi or more.
static bool small_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *figure, double x)
{
    const double gap = 14, room_beside = dgs_scaled(lay, 96);
    const dgs_picture *picture = figure->picture;
    double most = galley->width - x, aspect = dgs_picture_aspect(picture);
    double width = fmin(most, dgs_scaled(lay, small_height) * aspect);
    if (picture->kind == DGS_PICTURE_RASTER)
        width = fmin(most, fmin(dgs_raster_dpi(picture->raster, 1) / 200, raster_most * aspect));
    dgs_box box = {.kind = picture->kind == DGS_PICTURE_ART ? DGS_BOX_ART : DGS_BOX_PICTURE,
                   .rect = {x, 0, width, width / aspect},
                   .node = figure,
                   .color = lay->palette->accent,
                   .art = picture->art,
                   .raster = picture->raster};
    bool beside = most - width - gap >= room_beside;
    dgs_galley caption = {.width = most - width - gap};
    if (beside && !caption_add(lay, &caption, figure, 0, 0))
        return false;
    double words = dgs_galley_height(&caption, 0, caption.natoms);
    beside = beside && words <= dgs_page_height(lay);
    if (!dgs_galley_atom(lay, galley, 0, beside ? fmax(box.rect.h, words) : box.rect.h) ||
        !dgs_galley_box(lay, galley, box))
        return false;
    if (beside)
        return dgs_galley_absorb(lay, galley, &caption, x + width + gap, (dgs_galley_last(galley)->height - words) / 2);
    dgs_galley_last(galley)->keep = true;
    return caption_add(lay, galley, figure, x, caption_gap);
}

bool dgs_figure_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *figure, double x)
{
    bool labels = figure->picture->kind == DGS_PICTURE_ART && dgs_node_find(figure, DGS_NODE_LABEL) != NULL;
    return labels ? plate_add(lay, galley, figure, x) : small_add(lay, galley, figure, x);
}
