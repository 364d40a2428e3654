// The head of a part of steps, on one ground: a line above the title, the title and what introduces it, and beside them
// a picture, or in its place a panel with a greeting or the notes for a client. Whom the copy is for stands on top.
#include <math.h>

#include "layout/design.h"

typedef struct hero {
    const dgs_makeup *m;
    const dgs_node *part;
    const dgs_node *kicker; // a first paragraph in bold, which stands above the title; or NULL
    const dgs_art *picture; // NULL: none
    bool panel;
    double width, words, side; // of what stands on the ground; of the words and of what is beside them
} hero;

static bool in_panel(const dgs_node *n)
{
    return n->kind == DGS_NODE_WELCOME || (n->kind == DGS_NODE_BOX && n->box == DGS_BOX_NOTES);
}

static bool in_hero(const dgs_node *n)
{
    return n->kind == DGS_NODE_HEADING || n->kind == DGS_NODE_PARA || n->kind == DGS_NODE_CLIENT || in_panel(n);
}

// The first of this kind, where it is not below something that came before the rest.
static const dgs_node *hero_child(const dgs_node *part, dgs_node_kind kind)
{
    const dgs_node *n = part->first;
    while (n != NULL && in_hero(n) && n->kind != kind)
        n = n->next;
    return n != NULL && n->kind == kind ? n : NULL;
}

static bool all_strong(const dgs_node *para)
{
    for (size_t i = 0; i < para->nspans; i++)
        if (para->spans[i].emphasis != DGS_EMPH_STRONG)
            return false;
    return para->nspans > 0;
}

static hero hero_of(const dgs_makeup *m, const dgs_node *part)
{
    const dgs_look *look = m->ctx->look;
    const double width = m->page.right - 2 * look->constant.inset;
    hero h = {.m = m, .part = part, .width = width, .words = width};
    if (part->picture != NULL && part->picture->kind == DGS_PICTURE_ART)
        h.picture = part->picture->art;
    const dgs_node *first = hero_child(part, DGS_NODE_PARA);
    if (first == NULL) // the title alone, since the signs of an emergency come right below it and need the room
        h.picture = NULL;
    h.kicker = first != NULL && all_strong(first) ? first : NULL;
    for (const dgs_node *n = part->first; n != NULL && in_hero(n); n = n->next)
        h.panel = h.panel || in_panel(n);
    h.side = floor(h.panel ? width * look->share.panel : fmin(look->len.hero.picture, width * look->share.hero));
    double words = width - h.side - look->gap.hero.gutter;
    if ((h.picture == NULL && !h.panel) || !dgs_width_holds(m->ctx, words, look->em.hero))
        h.side = 0;
    else
        h.words = words;
    return h;
}

// Above the title: whom the copy is for across the whole ground, and the kicker.
static bool top_make(const hero *h, const dgs_node *part, dgs_galley *top)
{
    const dgs_context *ctx = h->m->ctx;
    const dgs_node *client = hero_child(part, DGS_NODE_CLIENT);
    dgs_style style = dgs_style_body(ctx, h->m->scheme);
    dgs_style_type(&style, ctx->look->size.kicker);
    style.strong_color = h->m->scheme->heading;
    if (client != NULL && !dgs_design_add(h->m, h->width, top, client))
        return false;
    dgs_lines lines; // it may be as long as the ground is wide, since it is one line or two
    return h->kicker == NULL || (dgs_lines_break(ctx, h->kicker->spans, h->kicker->nspans, &style, h->width, &lines) &&
                                 dgs_galley_lines(ctx, top, h->kicker, &lines, &style,
                                                  (dgs_point){0, client == NULL ? 0 : ctx->look->gap.hero.client}));
}

// A title beside a panel is smaller, so that the panel gets the width.
static bool title_add(const hero *h, dgs_galley *words, const dgs_node *heading)
{
    const dgs_region strip = dgs_region_strip(&h->m->page, h->words);
    dgs_style style = dgs_style_heading(h->m->ctx, h->m->scheme, heading);
    if (h->panel && h->side > 0)
        dgs_style_type(&style, h->m->ctx->look->size.panel_title);
    return dgs_block_leaf(h->m->ctx, &strip, words, heading, &style, 0);
}

static bool word_add(const hero *h, dgs_galley *words, const dgs_node *n)
{
    size_t from = words->natoms;
    if (!dgs_design_add(h->m, h->words, words, n))
        return false;
    if (n->kind == DGS_NODE_PARA && words->natoms > from)
        words->atoms[from].before = h->m->ctx->look->gap.hero.intro;
    return true;
}

// What stands on the left below the title; where nothing stands beside it, all.
static bool words_make(const hero *h, const dgs_node *part, dgs_galley *words)
{
    for (const dgs_node *n = part->first->next; n != NULL && in_hero(n); n = n->next) {
        if (n == h->kicker || n->kind == DGS_NODE_CLIENT || (in_panel(n) && h->side > 0))
            continue;
        if (!word_add(h, words, n))
            return false;
    }
    return true;
}

static bool panel_make(const hero *h, const dgs_node *part, dgs_galley *panel)
{
    const dgs_context *ctx = h->m->ctx;
    const dgs_region strip = dgs_region_strip(&h->m->page, h->side - 2 * ctx->look->gap.hero.panel);
    for (const dgs_node *n = part->first; n != NULL && in_hero(n); n = n->next) {
        size_t from = panel->natoms;
        if (in_panel(n) && !(n->kind == DGS_NODE_BOX ? dgs_notes_add(ctx, h->m->scheme, &strip, panel, n)
                                                     : dgs_design_add(h->m, strip.right, panel, n)))
            return false;
        if (from > 0 && panel->natoms > from)
            panel->atoms[from].before = ctx->look->gap.block.usual;
    }
    return true;
}

static double height_of(const dgs_galley *galley)
{
    return dgs_galley_height(galley, 0, galley->natoms);
}

// A panel's ground is as high as its words, from the top of the room; all of the room where the words leave no more
// than a line of it. Its lines are level with those of the introduction, which begin at `level`. *y is where they
// begin.
static dgs_rect panel_place(const hero *h, const dgs_galley *panel, dgs_rect room, double level, double *y)
{
    const dgs_look *look = h->m->ctx->look;
    const double pad = look->gap.hero.panel, line = look->size.body.leading, words = height_of(panel);
    room.x = h->m->page.right - look->constant.inset - h->side;
    room.w = h->side;
    *y = level - line * floor((level - room.y - pad) / line);
    if (*y + words + pad + line < room.y + room.h)
        return (dgs_rect){room.x, *y - pad, room.w, words + 2 * pad};
    *y = level - line * floor((level - room.y - (room.h - words) / 2) / line + 0.5);
    return room;
}

// How far to the right its words reach.
static double reach_of(const dgs_galley *galley)
{
    double reach = 0;
    for (size_t i = 0; i < galley->nboxes; i++)
        reach = fmax(reach, galley->boxes[i].rect.x + galley->boxes[i].rect.w);
    return reach;
}

// The picture stands on the ground's lower edge, as on a floor, below the words above the title where they reach it.
// `above` is what is taken above it; below a panel, with less than 3/4 inch, it would be too small to see.
static bool picture_add(const hero *h, dgs_galley *galley, double above, double height)
{
    const dgs_context *ctx = h->m->ctx;
    dgs_picture_words words;
    if (h->picture == NULL)
        return true;
    if (!dgs_picture_words_make(ctx, h->m->scheme, h->part, h->side, &words))
        return false;
    const double pad = ctx->look->gap.hero.pad, left = h->width - h->side;
    double room = height - 2 * pad - words.height - above;
    if (h->panel && room < DGS_INCH(0.75))
        return true;
    double scale = fmin(h->side / h->picture->w, room / h->picture->h);
    dgs_rect rect = {0, 0, h->picture->w * scale, h->picture->h * scale};
    rect.x = ctx->look->constant.inset + left + (h->side - rect.w) / 2;
    rect.y = height - pad - words.height - rect.h;
    return dgs_picture_put(ctx, galley, h->picture, rect, &words, ctx->look->constant.inset + left);
}

typedef struct pieces {
    dgs_galley title, top, words, panel;
} pieces;

// What is beside the words: the panel, and below it the picture.
static bool side_add(const hero *h, dgs_galley *galley, const pieces *p, dgs_rect room, double level)
{
    const dgs_context *ctx = h->m->ctx;
    const double inset = ctx->look->gap.hero.panel, pad = ctx->look->gap.hero.pad, height = room.y + room.h + pad;
    if (!h->panel)
        return picture_add(h, galley, reach_of(&p->top) > h->width - h->side ? height_of(&p->top) : 0, height);
    double y;
    dgs_box white = {.kind = DGS_BOX_FILL,
                     .rect = panel_place(h, &p->panel, room, level, &y),
                     .color = {255, 255, 255, 0},
                     .radius = ctx->look->constant.corner.box,
                     .decoration = true};
    const double above = white.rect.y + white.rect.h + inset - pad;
    return dgs_galley_box(ctx, galley, white) && dgs_galley_absorb(ctx, galley, &p->panel, white.rect.x + inset, y) &&
           picture_add(h, galley, above, height);
}

// The title is read first, wherever it stands.
static bool pieces_add(const hero *h, dgs_galley *galley, const pieces *p)
{
    const dgs_context *ctx = h->m->ctx;
    const double pad = ctx->look->gap.hero.pad, in = ctx->look->constant.inset, title = height_of(&p->title);
    const double intro = p->words.natoms > 0 ? p->words.atoms[0].before : 0;
    const double above = p->top.natoms > 0 ? height_of(&p->top) + ctx->look->gap.hero.title : 0;
    const double head = pad + above, left = title + intro + height_of(&p->words);
    const double right = p->panel.natoms > 0 ? height_of(&p->panel) + 2 * ctx->look->gap.hero.panel : 0;
    const double height = head + fmax(left, right) + pad;
    if (height > h->m->page.height) // more than a page: without a ground, one below another
        return dgs_galley_append(ctx, galley, &p->title, 0, 0) && dgs_galley_append(ctx, galley, &p->top, 0, 0) &&
               dgs_galley_append(ctx, galley, &p->words, 0, intro) && dgs_galley_append(ctx, galley, &p->panel, 0, pad);
    const dgs_rect ground = {0, 0, h->m->page.right, height};
    const double middle = head + (height - pad - head - left) / 2;
    return dgs_galley_atom(ctx, galley, 0, height) &&
           dgs_ground_add(ctx, galley, &ctx->palette->tint, DGS_GROUND_BOX, ground, ctx->look->constant.corner.hero) &&
           dgs_galley_absorb(ctx, galley, &p->title, in, middle) && dgs_galley_absorb(ctx, galley, &p->top, in, pad) &&
           dgs_galley_absorb(ctx, galley, &p->words, in, middle + title + intro) &&
           (h->side == 0 ||
            side_add(h, galley, p, (dgs_rect){.y = head, .h = height - pad - head}, middle + title + intro));
}

bool dgs_hero_add(const dgs_makeup *m, dgs_galley *galley, const dgs_node *part, const dgs_node **rest)
{
    const hero h = hero_of(m, part);
    pieces p = {0};
    *rest = part->first;
    while (*rest != NULL && in_hero(*rest))
        *rest = (*rest)->next;
    return title_add(&h, &p.title, part->first) && top_make(&h, part, &p.top) && words_make(&h, part, &p.words) &&
           (h.side == 0 || !h.panel || panel_make(&h, part, &p.panel)) && pieces_add(&h, galley, &p);
}
