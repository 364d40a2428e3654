// The head of a part of steps: on one ground its title, what introduces it, and its picture; for a client or with a
// greeting a panel with those words takes the picture's place.
#include <math.h>

#include "layout/design.h"

typedef struct hero {
    const dgs_makeup *m;
    const dgs_node *kicker; // a first paragraph in bold, which stands above the title; or NULL
    const dgs_art *picture; // NULL: none
    bool panel;
    double words, side; // widths
} hero;

static bool in_panel(const dgs_node *n)
{
    return n->kind == DGS_NODE_CLIENT || n->kind == DGS_NODE_WELCOME ||
           (n->kind == DGS_NODE_BOX && n->box == DGS_BOX_NOTES);
}

static bool in_hero(const dgs_node *n)
{
    return n->kind == DGS_NODE_HEADING || n->kind == DGS_NODE_PARA || in_panel(n);
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
    hero h = {.m = m, .words = m->page.right};
    if (part->picture != NULL && part->picture->kind == DGS_PICTURE_ART)
        h.picture = part->picture->art;
    const dgs_node *first = dgs_node_child(part, DGS_NODE_PARA);
    h.kicker = first != NULL && all_strong(first) ? first : NULL;
    for (const dgs_node *n = part->first; n != NULL && in_hero(n); n = n->next)
        h.panel = h.panel || in_panel(n);
    h.side = floor(fmin(h.panel ? look->len.hero.panel : look->len.hero.picture, m->page.right * look->share.hero));
    double words = m->page.right - h.side - look->gap.hero.gutter;
    if ((h.picture == NULL && !h.panel) || !dgs_width_holds(m->ctx, words, look->em.hero))
        h.side = 0;
    else
        h.words = words;
    return h;
}

static bool kicker_add(const hero *h, dgs_galley *galley)
{
    const dgs_context *ctx = h->m->ctx;
    dgs_style style = dgs_style_body(ctx, h->m->scheme);
    dgs_style_type(&style, ctx->look->size.kicker);
    style.strong_color = h->m->scheme->heading;
    const dgs_region region = dgs_region_strip(&h->m->page, h->words);
    dgs_lines lines;
    // On one line across the whole ground, where the picture leaves it room above; else as wide as the title.
    if (!dgs_lines_break(ctx, h->kicker->spans, h->kicker->nspans, &style, region.right, &lines) ||
        !dgs_galley_lines(ctx, galley, h->kicker, &lines, &style, (dgs_point){0, 0}))
        return false;
    dgs_galley_last(galley)->keep = true;
    return true;
}

// Words stand close under the title, whose letters leave room enough.
static bool word_add(const hero *h, dgs_galley *words, const dgs_node *n)
{
    size_t from = words->natoms;
    if (!dgs_design_add(h->m, h->words, words, n))
        return false;
    if (n->kind == DGS_NODE_PARA && from < words->natoms)
        words->atoms[from].before = h->m->ctx->look->gap.hero.intro;
    return true;
}

// What stands on the left, or without anything beside it.
static bool words_make(const hero *h, const dgs_node *part, dgs_galley *words)
{
    if (h->kicker != NULL && !kicker_add(h, words))
        return false;
    for (const dgs_node *n = part->first; n != NULL && in_hero(n); n = n->next)
        if (n != h->kicker && (!in_panel(n) || h->side == 0) && !word_add(h, words, n))
            return false;
    return true;
}

static bool panel_make(const hero *h, const dgs_node *part, dgs_galley *panel)
{
    const dgs_context *ctx = h->m->ctx;
    const dgs_region strip = dgs_region_strip(&h->m->page, h->side - 2 * ctx->look->gap.hero.panel);
    for (const dgs_node *n = part->first; h->panel && n != NULL && in_hero(n); n = n->next) {
        bool notes = n->kind == DGS_NODE_BOX, more = panel->natoms > 0;
        size_t from = panel->natoms;
        if (in_panel(n) && !(notes ? dgs_notes_add(ctx, h->m->scheme, &strip, panel, n)
                                   : dgs_design_add(h->m, strip.right, panel, n)))
            return false;
        if (more && panel->natoms > from)
            panel->atoms[from].before = ctx->look->gap.block.usual;
    }
    return true;
}

// The picture stands on the ground's lower edge, as on a floor.
static bool side_add(const hero *h, dgs_galley *galley, const dgs_galley *panel, double height)
{
    const dgs_context *ctx = h->m->ctx;
    const dgs_look *look = ctx->look;
    const double x = h->m->page.right - h->side, pad = look->gap.hero.pad;
    if (h->panel) {
        double tall = dgs_galley_height(panel, 0, panel->natoms) + 2 * look->gap.hero.panel;
        const dgs_rect rect = {x, (height - tall) / 2, h->side, tall};
        dgs_box white = {.kind = DGS_BOX_FILL,
                         .rect = rect,
                         .color = {255, 255, 255},
                         .radius = look->constant.corner.box,
                         .decoration = true};
        return dgs_galley_box(ctx, galley, white) &&
               dgs_galley_absorb(ctx, galley, panel, x + look->gap.hero.panel, rect.y + look->gap.hero.panel);
    }
    double scale = fmin(h->side / h->picture->w, (height - 2 * pad) / h->picture->h);
    dgs_rect rect = {0, 0, h->picture->w * scale, h->picture->h * scale};
    rect.x = x + (h->side - rect.w) / 2;
    rect.y = height - pad - rect.h;
    dgs_box art = {
        .kind = DGS_BOX_ART, .rect = rect, .color = ctx->palette->icon, .art = h->picture, .decoration = true};
    return dgs_galley_box(ctx, galley, art);
}

bool dgs_hero_add(const dgs_makeup *m, dgs_galley *galley, const dgs_node *part, const dgs_node **rest)
{
    const dgs_context *ctx = m->ctx;
    const double pad = ctx->look->gap.hero.pad, out = ctx->look->constant.out;
    const hero h = hero_of(m, part);
    dgs_galley words = {0}, panel = {0};
    *rest = part->first;
    while (*rest != NULL && in_hero(*rest))
        *rest = (*rest)->next;
    if (!words_make(&h, part, &words) || (h.side > 0 && !panel_make(&h, part, &panel)))
        return false;
    double left = dgs_galley_height(&words, 0, words.natoms);
    double right = h.panel && h.side > 0 ? dgs_galley_height(&panel, 0, panel.natoms) + 2 * ctx->look->gap.hero.panel : 0;
    double height = fmax(left, right) + 2 * pad;
    if (height > m->page.height) // more than a page: without a ground, and in one
        return dgs_galley_append(ctx, galley, &words, 0, 0) && dgs_galley_append(ctx, galley, &panel, 0, pad);
    const dgs_rect ground = {-out, 0, m->page.right + 2 * out, height};
    return dgs_galley_atom(ctx, galley, 0, height) &&
           dgs_ground_add(ctx, galley, &ctx->palette->tile, DGS_GROUND_BOX, ground, ctx->look->constant.corner.hero) &&
           dgs_galley_absorb(ctx, galley, &words, 0, (height - left) / 2) &&
           (h.side == 0 || side_add(&h, galley, &panel, height));
}
