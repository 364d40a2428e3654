// Pictures with their labels and caption. Labels are real text that stands outside the art, flush with the figure's
// edges; the art is made as large as they allow. Straight leaders run from label to named point.
#include <math.h>

#include "layout/inner.h"
#include "layout/silhouette.h"

static const double height_most = 300, label_most = 72, label_gap = 6, art_gap = 8, air = 3;
static const double overhang = 16;                      // how far labels may stand above and below the art
static const double small_height = 84, caption_gap = 5; // of pictures without labels
static const double label_leading = 14, leader = 0.75, halo = 2.25, dot = 3.5, dot_halo = 5.5;

enum { LABELS_MAX = 24 };

typedef struct label {
    const dgs_node *node;
    const dgs_anchor *anchor;
    dgs_lines lines;
    bool left;
    double x, y, height; // of its block, in the figure
    double tip_x, tip_y; // where the leader ends
} label;

typedef struct plate {
    const dgs_art *art;
    dgs_silhouette shape;
    dgs_style style;
    double width;    // of the whole figure
    double scale, x; // of the art in it
    label labels[LABELS_MAX];
    size_t n;
} plate;

static const dgs_anchor *anchor_of(const dgs_art *art, const char *name)
{
    for (size_t i = 0; i < art->nanchors; i++)
        if (dgs_str_is(dgs_str_of(art->anchors[i].name), name))
            return &art->anchors[i];
    return NULL;
}

static bool labels_read(dgs_lay *lay, plate *p, const dgs_node *figure)
{
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) {
        if (n->kind != DGS_NODE_LABEL)
            continue;
        const dgs_anchor *anchor = anchor_of(p->art, n->id);
        if (anchor == NULL || p->n == LABELS_MAX)
            return dgs_fail(lay->err, DGS_ERR_DATA, "%s:%d: this label cannot be placed: name a point of the picture",
                            n->file, n->line);
        label *l = &p->labels[p->n++];
        double from, to; // the art at the anchor's height: the leader takes the side where it crosses less of it
        dgs_silhouette_extent(&p->shape, anchor->y, anchor->y, &from, &to);
        *l = (label){.node = n, .anchor = anchor, .left = anchor->x - from <= to - anchor->x};
        if (!dgs_lines_break(lay, n->spans, n->nspans, &p->style, label_most, &l->lines))
            return false;
        l->height = (double)l->lines.n * label_leading;
    }
    return true;
}

static void swap_labels(label *a, label *b)
{
    label keep = *a;
    *a = *b;
    *b = keep;
}

static void sort_by_anchor(plate *p)
{
    for (size_t i = 1; i < p->n; i++)
        for (size_t k = i; k > 0 && p->labels[k].anchor->y < p->labels[k - 1].anchor->y; k--)
            swap_labels(&p->labels[k], &p->labels[k - 1]);
}

// Whether a label may stand at height y: the art, with air around it, keeps out of its way.
static bool is_free(const plate *p, const label *l, double y)
{
    double left, right, taken = l->lines.widest + art_gap;
    double from = p->art->y + (y - air) / p->scale, to = p->art->y + (y + l->height + air) / p->scale;
    dgs_silhouette_extent(&p->shape, from, to, &left, &right);
    if (left > right)
        return true;
    double art_left = p->x + (left - p->art->x) * p->scale, art_right = p->x + (right - p->art->x) * p->scale;
    return l->left ? art_left >= taken : art_right <= p->width - taken;
}

// The free height nearest to the label's point, between two bounds.
static bool nearest_free(const plate *p, const label *l, double from, double to, double *y)
{
    const double step = 3;
    double want = fmin(fmax(l->tip_y - l->height / 2, from), to);
    for (double away = 0; away <= to - from; away += step) {
        for (int way = -1; way <= 1; way += 2) {
            *y = want + way * away;
            if (*y >= from && *y <= to && is_free(p, l, *y))
                return true;
        }
    }
    return false;
}

// Places the labels of one side from the top down; the sum of their ways goes to *cost.
static bool place_side(plate *p, bool left, double *cost)
{
    double from = -overhang, below = 0;
    for (size_t i = 0; i < p->n; i++)
        below += p->labels[i].left == left ? p->labels[i].height + label_gap : 0;
    for (size_t i = 0; i < p->n; i++) {
        label *l = &p->labels[i];
        if (l->left != left)
            continue;
        l->tip_y = (l->anchor->y - p->art->y) * p->scale;
        double to = p->art->h * p->scale + overhang - below + label_gap; // room for those that follow
        below -= l->height + label_gap;
        if (to < from)
            return false;
        if (!nearest_free(p, l, from, to, &l->y))
            return false;
        *cost += fabs(l->y + l->height / 2 - l->tip_y);
        from = l->y + l->height + label_gap;
    }
    return true;
}

// Tries the art at every place that the width leaves it, and keeps the one with the shortest ways.
static bool place_art(plate *p)
{
    enum { PLACES = 4 };
    double left, right, best = INFINITY, best_x = 0;
    dgs_silhouette_extent(&p->shape, p->art->y, p->art->y + p->art->h, &left, &right);
    double least = -(left - p->art->x) * p->scale, most = p->width - (right - p->art->x) * p->scale;
    for (int i = 0; least <= most && i <= PLACES; i++) {
        double cost = 0;
        p->x = least + (most - least) * i / PLACES;
        if (place_side(p, true, &cost) && place_side(p, false, &cost) && cost < best) {
            best = cost;
            best_x = p->x;
        }
    }
    double cost = 0;
    p->x = best_x;
    return best < INFINITY && place_side(p, true, &cost) && place_side(p, false, &cost);
}

// What stands above and below the art: labels that found no room beside it.
static void overhangs(const plate *p, double *above, double *below)
{
    *above = *below = 0;
    for (size_t i = 0; i < p->n; i++) {
        const label *l = &p->labels[i];
        *above = fmax(*above, -l->y);
        *below = fmax(*below, l->y + l->height - p->art->h * p->scale);
    }
}

// Whether the art, this tall, leaves its labels room, and all of it is at most `most` high.
static bool fits(plate *p, double height, double most)
{
    double above, below;
    p->scale = height / p->art->h;
    if (!place_art(p))
        return false;
    overhangs(p, &above, &below);
    return above + height + below <= most;
}

// The largest art that fits, found by halving.
static void fit_art(plate *p, double most)
{
    const double least = 140, near = 2;
    double low = least, high = height_most;
    if (!fits(p, low, most)) // a page too full for a picture: it moves to the next one
        most = INFINITY;
    while (low > near && !fits(p, low, most)) // labels too long for the column: small art
        low *= 0.8;
    if (fits(p, high, most))
        low = high;
    while (high - low > near) {
        double middle = (low + high) / 2;
        if (fits(p, middle, most))
            low = middle;
        else
            high = middle;
    }
    (void)fits(p, low, most);
    for (size_t i = 0; i < p->n; i++) {
        label *l = &p->labels[i];
        l->x = l->left ? 0 : p->width - l->lines.widest;
        l->tip_x = p->x + (l->anchor->x - p->art->x) * p->scale;
    }
}

static dgs_rect leader_of(const label *l)
{
    double x = l->left ? l->x + l->lines.widest + 4 : l->x - 4, y = l->y + l->height / 2;
    return (dgs_rect){x, y, l->tip_x - x, l->tip_y - y};
}

// Twice the area of the triangle a, b, p: its sign says on which side of a-b p lies.
static double side(double ax, double ay, double bx, double by, double px, double py)
{
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

static bool cross(dgs_rect a, dgs_rect b)
{
    double ax = a.x + a.w, ay = a.y + a.h, bx = b.x + b.w, by = b.y + b.h;
    return side(a.x, a.y, ax, ay, b.x, b.y) * side(a.x, a.y, ax, ay, bx, by) < 0 &&
           side(b.x, b.y, bx, by, a.x, a.y) * side(b.x, b.y, bx, by, ax, ay) < 0;
}

// Leaders of one side that cross trade their labels' places.
static void uncross(plate *p, double most)
{
    for (size_t i = 0; i + 1 < p->n; i++)
        for (size_t k = i + 1; k < p->n; k++)
            if (p->labels[i].left == p->labels[k].left && cross(leader_of(&p->labels[i]), leader_of(&p->labels[k]))) {
                swap_labels(&p->labels[i], &p->labels[k]);
                fit_art(p, most);
            }
}

static bool leader_add(dgs_lay *lay, dgs_galley *galley, const label *l, double x)
{
    const dgs_color white = {255, 255, 255};
    dgs_rect r = leader_of(l);
    r.x += x;
    dgs_rect tip = {x + l->tip_x, l->tip_y, 0, 0};
    dgs_box under = {.kind = DGS_BOX_RULE, .rect = r, .color = white, .line = halo};
    dgs_box line = {.kind = DGS_BOX_RULE, .rect = r, .color = lay->palette->ink, .line = leader};
    dgs_box outer = {
        .kind = DGS_BOX_DOT, .rect = {tip.x - dot_halo / 2, tip.y - dot_halo / 2, dot_halo, dot_halo}, .color = white};
    dgs_box inner = {
        .kind = DGS_BOX_DOT, .rect = {tip.x - dot / 2, tip.y - dot / 2, dot, dot}, .color = lay->palette->ink};
    return dgs_galley_box(lay, galley, under) && dgs_galley_box(lay, galley, outer) &&
           dgs_galley_box(lay, galley, line) && dgs_galley_box(lay, galley, inner);
}

static bool labels_add(dgs_lay *lay, dgs_galley *galley, const plate *p, const dgs_node *figure, double x)
{
    for (size_t i = 0; i < p->n; i++)
        if (!leader_add(lay, galley, &p->labels[i], x))
            return false;
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) // read in the content's order
        for (size_t i = 0; i < p->n; i++) {
            const label *l = &p->labels[i];
            for (size_t k = 0; l->node == n && k < l->lines.n; k++) {
                const dgs_line *line = &l->lines.lines[k];
                double at = l->left ? l->x : p->width - line->width;
                if (!dgs_galley_line(lay, galley, n, line, &p->style, x + at, l->y + (double)k * label_leading))
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
    plate p = {.art = figure->picture->art, .style = dgs_style_body(lay), .width = galley->width - x};
    dgs_galley caption = {.width = galley->width}, inner = caption;
    p.style.leading = label_leading;
    dgs_silhouette_of(p.art, &p.shape);
    if (!caption_add(lay, &caption, figure, x, 0) || !labels_read(lay, &p, figure))
        return false;
    double words = dgs_galley_height(&caption, 0, caption.natoms) + caption_gap, above, below;
    double most = lay->figure_room > 0 ? lay->figure_room - words : INFINITY;
    sort_by_anchor(&p);
    fit_art(&p, most);
    uncross(&p, most);
    overhangs(&p, &above, &below);
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

// A picture without labels is kept small, its caption beside it where there is room, else below. Pixels are printed at
// 200 dpi or more.
static bool small_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *figure, double x)
{
    const double gap = 14, room_beside = 96;
    const dgs_picture *picture = figure->picture;
    double most = galley->width - x, aspect = dgs_picture_aspect(picture);
    double width = fmin(most, small_height * aspect);
    if (picture->kind == DGS_PICTURE_RASTER)
        width = fmin(most, fmin(picture->raster->w * 72.0 / 200, height_most * aspect));
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
    double words = dgs_galley_height(&caption, 0, caption.natoms), height = fmax(box.rect.h, words);
    if (!dgs_galley_atom(lay, galley, 0, height) || !dgs_galley_box(lay, galley, box))
        return false;
    if (beside)
        return dgs_galley_absorb(lay, galley, &caption, x + width + gap, (height - words) / 2);
    dgs_galley_last(galley)->keep = true;
    return caption_add(lay, galley, figure, x, caption_gap);
}

bool dgs_figure_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *figure, double x)
{
    bool labels = figure->picture->kind == DGS_PICTURE_ART && dgs_node_has(figure, DGS_NODE_LABEL);
    return labels ? plate_add(lay, galley, figure, x) : small_add(lay, galley, figure, x);
}
