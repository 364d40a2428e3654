// Pictures with their labels and caption. Labels are real text that stands outside the art, flush with the figure's
// edges. Straight leaders run from label to named point.
#include <math.h>

#include "layout/block.h"
#include "layout/plate.h"

static const dgs_anchor *anchor_of(const dgs_art *art, const char *name)
{
    for (size_t i = 0; i < art->nanchors; i++)
        if (dgs_str_is(dgs_str_of(art->anchors[i].name), name))
            return &art->anchors[i];
    return NULL;
}

static bool labels_read(const dgs_context *ctx, dgs_plate *p, const dgs_node *figure)
{
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) {
        if (n->kind != DGS_NODE_LABEL)
            continue;
        const dgs_anchor *anchor = anchor_of(p->art, n->id);
        if (anchor == NULL || p->n == DGS_LABELS_MAX)
            return dgs_fail(ctx->err, DGS_ERR_DATA, "%s:%d: this label cannot be placed: name a point of the picture",
                            n->file, n->line);
        dgs_label *l = &p->labels[p->n++];
        double from, to; // the art at the anchor's height: the leader takes the side where it crosses less of it
        dgs_silhouette_extent(p->shape, anchor->y, anchor->y, &from, &to);
        *l = (dgs_label){.node = n, .anchor = anchor, .left = anchor->x - from <= to - anchor->x};
    }
    return true;
}

// How much further a leader would run to the other side, as a share of the art's breadth there.
static double detour(const dgs_plate *p, const dgs_label *l)
{
    double from, to;
    dgs_silhouette_extent(p->shape, l->anchor->y, l->anchor->y, &from, &to);
    return fabs(2 * l->anchor->x - from - to) / fmax(to - from, 1);
}

// How far above or below a point the nearest label of a side has its own.
static double room_at(const dgs_plate *p, double y, bool left)
{
    double room = INFINITY;
    for (size_t i = 0; i < p->n; i++)
        if (p->labels[i].left == left)
            room = fmin(room, fabs(p->labels[i].anchor->y - y));
    return room;
}

// The label of a side that is little further from the other one and has most room there; NULL when none is.
static dgs_label *mover(dgs_plate *p, bool left)
{
    const double little = 1.0 / 3;
    dgs_label *best = NULL;
    double most = 0;
    for (size_t i = 0; i < p->n; i++) {
        dgs_label *l = &p->labels[i];
        double room = room_at(p, l->anchor->y, !left);
        if (l->left != left || detour(p, l) > little || room <= most)
            continue;
        most = room;
        best = l;
    }
    return best;
}

// Where one side is crowded and the other is not, labels change sides.
static void balance_sides(dgs_plate *p)
{
    const size_t crowd = 5;
    size_t of[2] = {0, 0};
    for (size_t i = 0; i < p->n; i++)
        of[p->labels[i].left]++;
    const bool crowded = of[true] > of[false];
    while (of[crowded] > crowd && 5 * of[crowded] > 8 * of[!crowded]) {
        dgs_label *l = mover(p, crowded);
        if (l == NULL)
            return;
        l->left = !crowded;
        of[crowded]--;
        of[!crowded]++;
    }
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

static bool leader_add(const dgs_context *ctx, dgs_galley *galley, const dgs_plate *p, const dgs_label *l)
{
    const dgs_color white = {255, 255, 255};
    const double dot = ctx->look->constant.stroke.dot, dot_halo = ctx->look->constant.stroke.dot_halo;
    dgs_rect r = dgs_plate_leader(p, l), tip = {l->tip_x, l->tip_y, 0, 0};
    dgs_box under = {
        .kind = DGS_BOX_RULE, .rect = r, .color = white, .line = ctx->look->constant.stroke.halo, .decoration = true};
    dgs_color ink = l->anchor->alert ? ctx->palette->alert : ctx->palette->ink;
    dgs_box line = {
        .kind = DGS_BOX_RULE, .rect = r, .color = ink, .line = dgs_stroke(ctx, ctx->look->constant.stroke.leader)};
    dgs_box outer = {.kind = DGS_BOX_DOT,
                     .rect = {tip.x - dot_halo / 2, tip.y - dot_halo / 2, dot_halo, dot_halo},
                     .color = white,
                     .decoration = true};
    dgs_box inner = {.kind = DGS_BOX_DOT, .rect = {tip.x - dot / 2, tip.y - dot / 2, dot, dot}, .color = ink};
    if (l->anchor->alert) // it has a mark of its own in the art
        return dgs_galley_box(ctx, galley, under) && dgs_galley_box(ctx, galley, line);
    return dgs_galley_box(ctx, galley, under) && dgs_galley_box(ctx, galley, outer) &&
           dgs_galley_box(ctx, galley, line) && dgs_galley_box(ctx, galley, inner);
}

static bool labels_add(const dgs_context *ctx, dgs_galley *galley, const dgs_plate *p, const dgs_node *figure)
{
    for (size_t i = 0; i < p->n; i++)
        if (!leader_add(ctx, galley, p, &p->labels[i]))
            return false;
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) // read in the content's order
        for (size_t i = 0; i < p->n; i++) {
            const dgs_label *l = &p->labels[i];
            double more = 0;
            for (size_t k = 0; l->node == n && k < l->lines.n; k++) {
                const dgs_line *line = &l->lines.lines[k];
                double in = l->x + (l->left ? l->lines.widest - line->width : 0);
                const dgs_point at = {in, l->y + (double)k * p->style.leading + more};
                more += dgs_line_height(line, &p->style) - p->style.leading;
                if (!dgs_galley_line(ctx, galley, n, line, &p->style, at))
                    return false;
            }
        }
    return true;
}

static bool caption_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                        const dgs_node *figure, double before)
{
    for (const dgs_node *n = figure->first; n != NULL; n = n->next) {
        dgs_style style = dgs_style_body(ctx, scheme);
        if (n->kind == DGS_NODE_CAPTION && !dgs_block_leaf(ctx, region, galley, n, &style, before))
            return false;
    }
    return true;
}

static bool plate_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                      const dgs_node *figure)
{
    dgs_plate p = {.look = ctx->look,
                   .art = figure->picture->art,
                   .style = dgs_style_body(ctx, scheme),
                   .width = dgs_region_width(region)};
    const double caption_gap = ctx->look->gap.picture.below;
    dgs_galley caption = {0}, inner = {0};
    dgs_style_type(&p.style, ctx->look->size.label);
    p.shape = dgs_silhouette_of(p.art, ctx->arena);
    if (p.shape == NULL)
        return dgs_fail_memory(ctx->err);
    if (!caption_add(ctx, scheme, region, &caption, figure, 0) || !labels_read(ctx, &p, figure))
        return false;
    double words = dgs_galley_height(&caption, 0, caption.natoms) + caption_gap, above, below;
    double page = region->height, most = region->figure > 0 ? fmin(region->figure - words, page) : page;
    balance_sides(&p);
    sort_by_anchor(&p);
    if (!dgs_plate_fit(ctx, region, &p, most))
        return false;
    dgs_plate_overhangs(&p, &above, &below);
    dgs_box art = {.kind = DGS_BOX_ART,
                   .rect = {p.x, 0, p.art->w * p.scale, p.art->h * p.scale},
                   .node = figure,
                   .color = ctx->palette->dark,
                   .art = p.art};
    if (!dgs_galley_atom(ctx, &inner, 0, art.rect.h) || !dgs_galley_box(ctx, &inner, art) ||
        !labels_add(ctx, &inner, &p, figure) || !dgs_galley_atom(ctx, galley, 0, above + art.rect.h + below) ||
        !dgs_galley_absorb(ctx, galley, &inner, region->left, above))
        return false;
    dgs_galley_last(galley)->keep = true;
    return dgs_galley_append(ctx, galley, &caption, 0, caption_gap);
}

// Whether the caption's lines name the halves of the picture: two at most, each within its half.
static bool names_halves(const dgs_lines *lines, double half)
{
    for (size_t i = 0; i < lines->n; i++)
        if (i == 2 || lines->lines[i].width > half)
            return false;
    return true;
}

// The caption's lines side by side, each in the middle of its half of the picture; another caption stands below it.
static bool caption_under(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region,
                          dgs_galley *galley, const dgs_node *figure, dgs_rect picture)
{
    const dgs_node *caption = dgs_node_child(figure, DGS_NODE_CAPTION);
    const double unbroken = 1e4; // points: wider than any caption, so that a line ends only where it is told to
    dgs_style style = dgs_style_body(ctx, scheme);
    dgs_lines lines = {0};
    if (caption != NULL && !dgs_lines_break(ctx, caption->spans, caption->nspans, &style, unbroken, &lines))
        return false;
    if (!names_halves(&lines, picture.w / 2))
        return caption_add(ctx, scheme, region, galley, figure, ctx->look->gap.picture.below);
    if (lines.n > 0 && !dgs_galley_atom(ctx, galley, ctx->look->gap.picture.words, style.leading))
        return false;
    for (size_t i = 0; i < lines.n; i++) {
        const double middle = picture.x + picture.w * (i == 0 ? 0.25 : 0.75);
        if (!dgs_galley_line(ctx, galley, caption, &lines.lines[i], &style,
                             (dgs_point){middle - lines.lines[i].width / 2, 0}))
            return false;
    }
    return true;
}

// A picture that would take the whole width leaves its caption room beside it, where it stays large enough so.
static double width_beside(const dgs_context *ctx, const dgs_region *region, double wanted)
{
    const double most = dgs_region_width(region);
    const double beside = most - ctx->look->gap.picture.beside - ctx->look->len.picture.words;
    bool large = beside >= ctx->look->share.picture_beside * fmin(most, wanted);
    return region->under || wanted <= beside || !large ? fmin(most, wanted) : beside;
}

// A picture without labels is kept small, or as high as the region says, its caption beside it where there is room and
// a page holds it, else below. Pixels are printed at 200 dpi or more.
static bool small_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                      const dgs_node *figure)
{
    const double gap = ctx->look->gap.picture.beside, room_beside = ctx->look->len.picture.words;
    const dgs_picture *picture = figure->picture;
    double x = region->left, most = dgs_region_width(region), aspect = dgs_picture_aspect(picture);
    double height = region->picture > 0 ? region->picture : ctx->look->len.picture.height;
    const double head = dgs_galley_kept(galley); // what stands right above it has to share its page
    height = fmin(height, region->height - head - (head > 0 ? ctx->look->gap.block.apart : 0));
    double width = width_beside(ctx, region, height * aspect);
    if (picture->kind == DGS_PICTURE_RASTER)
        width = fmin(most, fmin(dgs_raster_dpi(picture->raster, 1) / 200, ctx->look->constant.picture.pixels * aspect));
    dgs_box box = {.kind = picture->kind == DGS_PICTURE_ART ? DGS_BOX_ART : DGS_BOX_PICTURE,
                   .rect = {x, 0, width, width / aspect},
                   .node = figure,
                   .color = ctx->palette->dark,
                   .art = picture->art,
                   .raster = picture->raster};
    bool beside = most - width - gap >= room_beside;
    const dgs_region words_beside = dgs_region_strip(region, most - width - gap);
    dgs_galley caption = {0};
    if (beside && !caption_add(ctx, scheme, &words_beside, &caption, figure, 0))
        return false;
    double words = dgs_galley_height(&caption, 0, caption.natoms);
    beside = beside && words <= region->height && !region->under;
    if (!dgs_galley_atom(ctx, galley, 0, beside ? fmax(box.rect.h, words) : box.rect.h) ||
        !dgs_galley_box(ctx, galley, box))
        return false;
    if (beside)
        return dgs_galley_absorb(ctx, galley, &caption, x + width + gap, (dgs_galley_last(galley)->height - words) / 2);
    dgs_galley_last(galley)->keep = true;
    if (region->under)
        return caption_under(ctx, scheme, region, galley, figure, box.rect);
    return caption_add(ctx, scheme, region, galley, figure, ctx->look->gap.picture.below);
}

bool dgs_picture_words_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *node, double width,
                            dgs_picture_words *out)
{
    *out = (dgs_picture_words){.style = dgs_style_body(ctx, scheme), .width = width, .node = node};
    if (node->alt == NULL)
        return true;
    dgs_span *span = dgs_arena_alloc(ctx->arena, sizeof *span);
    if (span == NULL)
        return dgs_fail_memory(ctx->err);
    span->text = dgs_str_of(node->alt);
    dgs_style_type(&out->style, ctx->look->size.label);
    if (!dgs_lines_break(ctx, span, 1, &out->style, width, &out->lines))
        return false;
    out->height = (double)out->lines.n * out->style.leading + ctx->look->gap.picture.words;
    return true;
}

bool dgs_picture_put(const dgs_context *ctx, dgs_galley *galley, const dgs_art *art, dgs_rect rect,
                     const dgs_picture_words *words, double x)
{
    dgs_point at = {x, rect.y + rect.h + ctx->look->gap.picture.words};
    dgs_box box = {.kind = DGS_BOX_ART, .rect = rect, .color = ctx->palette->icon, .art = art, .decoration = true};
    if (!dgs_galley_box(ctx, galley, box))
        return false;
    for (size_t i = 0; i < words->lines.n; i++, at.y += words->style.leading) {
        const dgs_line *line = &words->lines.lines[i];
        const dgs_point middle = {at.x + (words->width - line->width) / 2, at.y};
        if (!dgs_galley_line(ctx, galley, words->node, line, &words->style, middle))
            return false;
    }
    return true;
}

bool dgs_figure_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *figure)
{
    bool labels = figure->picture->kind == DGS_PICTURE_ART && dgs_node_find(figure, DGS_NODE_LABEL) != NULL;
    return labels ? plate_add(ctx, scheme, region, galley, figure) : small_add(ctx, scheme, region, galley, figure);
}
