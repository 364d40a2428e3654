#include "layout/variable.h"

#include "layout/block.h"
#include "layout/furniture.h"

static bool compose(const dgs_context *ctx, const dgs_scheme *scheme, dgs_variable_block *block)
{
    dgs_context inside = *ctx;
    inside.template = NULL; // no variable block holds another
    if (block->node->kind == DGS_NODE_MASTHEAD)
        return dgs_masthead_make(&inside, scheme, &block->region, &block->galley);
    if (block->node->kind == DGS_NODE_IMPRINT)
        return dgs_foot_make(&inside, scheme, &block->region, &block->galley, &block->number_y);
    return (block->node->kind == DGS_NODE_WELCOME ? dgs_welcome_add : dgs_box_add)(&inside, scheme, &block->region,
                                                                                   &block->galley, block->node);
}

const dgs_variable_block *dgs_variable_block_add(const dgs_context *ctx, const dgs_scheme *scheme,
                                                 const dgs_region *region, dgs_galley *galley, const dgs_node *node)
{
    size_t number = ctx->template->n;
    dgs_variable_block *block = DGS_PUSH(ctx->arena, ctx->template->blocks, ctx->template->n, ctx->template->cap);
    if (block == NULL) {
        dgs_fail_memory(ctx->err);
        return NULL;
    }
    *block = (dgs_variable_block){.node = node, .region = *region, .galley.above = dgs_galley_kept(galley)};
    if (!compose(ctx, scheme, block))
        return NULL;
    for (size_t i = 0; i < block->galley.natoms; i++) {
        const dgs_atom *atom = &block->galley.atoms[i];
        const dgs_box place = {.kind = DGS_BOX_VARIABLE, .node = node, .block = number, .atom = i};
        if (!dgs_galley_atom(ctx, galley, atom->before, atom->height) || !dgs_galley_box(ctx, galley, place))
            return NULL;
        dgs_galley_last(galley)->keep = atom->keep;
        dgs_galley_last(galley)->stretch = atom->stretch;
    }
    return block;
}

// Furniture carries no nodes and no links.
static bool copy_box(const dgs_context *ctx, const dgs_box *from, const dgs_box *place, dgs_box *to)
{
    *to = *from;
    to->rect.x += place->rect.x;
    to->rect.y += place->rect.y;
    to->baseline += place->rect.y;
    if (place->node == NULL) {
        to->node = NULL;
        to->furniture = place->furniture;
    }
    return to->kind != DGS_BOX_TEXT || dgs_box_own_runs(ctx, to, place->node == NULL);
}

static const dgs_galley *galley_of(const dgs_template *template, const dgs_box *place)
{
    return &template->blocks[place->block].galley;
}

static bool expand_slot(const dgs_context *ctx, const dgs_box *place, dgs_page *page, dgs_box *to)
{
    const dgs_galley *galley = galley_of(ctx->template, place);
    const dgs_atom *atom = &galley->atoms[place->atom];
    for (size_t i = 0; i < atom->nboxes; i++)
        if (!copy_box(ctx, &galley->boxes[atom->first + i], place, &to[i]))
            return false;
    page->nboxes += atom->nboxes;
    return true;
}

// Adds a piece that begins where the boxes end.
static dgs_page_part *begin_piece(dgs_page *page, dgs_page_part *pieces, bool variable)
{
    dgs_page_part *piece = &pieces[page->npieces++];
    *piece = (dgs_page_part){.first = page->nboxes, .variable = variable};
    return piece;
}

bool dgs_variable_blocks_expand(const dgs_context *ctx, const dgs_box *boxes, size_t n, dgs_page *out)
{
    size_t all = n, places = 0;
    for (size_t i = 0; i < n; i++)
        if (boxes[i].kind == DGS_BOX_VARIABLE) {
            all += galley_of(ctx->template, &boxes[i])->atoms[boxes[i].atom].nboxes;
            places++;
        }
    dgs_box *to = dgs_arena_array(ctx->arena, all, sizeof *to);
    dgs_box *kept = dgs_arena_array(ctx->arena, places, sizeof *kept);
    dgs_page_part *pieces = dgs_arena_array(ctx->arena, 2 * places + 1, sizeof *pieces), *piece = NULL;
    if (to == NULL || kept == NULL || pieces == NULL)
        return dgs_fail_memory(ctx->err);
    *out = (dgs_page){.boxes = to, .pieces = pieces, .places = kept};
    for (size_t i = 0; i < n; i++) {
        bool variable = boxes[i].kind == DGS_BOX_VARIABLE;
        if (variable || piece == NULL || piece->variable)
            piece = begin_piece(out, pieces, variable);
        if (!variable)
            to[out->nboxes++] = boxes[i];
        else if (!expand_slot(ctx, &boxes[i], out, &to[out->nboxes]))
            return false;
        else
            kept[out->nplaces++] = boxes[i];
        piece->shared = variable && boxes[i].node == NULL ? boxes[i].block + 1 : 0;
        piece->nboxes = out->nboxes - piece->first;
    }
    return true;
}

static bool same_atoms(const dgs_galley *a, const dgs_galley *b)
{
    if (a->natoms != b->natoms)
        return false;
    for (size_t i = 0; i < a->natoms; i++) {
        const dgs_atom *one = &a->atoms[i], *two = &b->atoms[i];
        if (one->before != two->before || one->height != two->height || one->keep != two->keep ||
            one->stretch != two->stretch)
            return false;
    }
    return true;
}

static const dgs_box *next_heading(const dgs_galley *galley, size_t *at)
{
    for (; *at < galley->nboxes; ++*at)
        if (galley->boxes[*at].node != NULL && galley->boxes[*at].node->kind == DGS_NODE_HEADING)
            return &galley->boxes[(*at)++];
    return NULL;
}

// Headings are where links and bookmarks lead.
static bool same_headings(const dgs_galley *a, const dgs_galley *b)
{
    size_t i = 0, k = 0;
    for (;;) {
        const dgs_box *one = next_heading(a, &i), *two = next_heading(b, &k);
        if (one == NULL || two == NULL)
            return one == two;
        if (one->node != two->node || one->rect.y != two->rect.y)
            return false;
    }
}

// Composes what is variable of a new document, each where the one before it stood.
static bool compose_all(const dgs_context *ctx, const dgs_template *from, bool *fits)
{
    const dgs_scheme scheme = dgs_scheme_page(ctx->palette);
    dgs_template *to = ctx->template;
    *to = (dgs_template){.blocks = dgs_arena_array(ctx->arena, from->n, sizeof *to->blocks), .n = from->n};
    if (to->blocks == NULL)
        return dgs_fail_memory(ctx->err);
    *fits = true;
    for (size_t i = 0; *fits && i < from->n; i++) {
        const dgs_variable_block *before = &from->blocks[i];
        dgs_variable_block *block = &to->blocks[i];
        *block =
            (dgs_variable_block){.node = before->node, .region = before->region, .galley.above = before->galley.above};
        if (!compose(ctx, &scheme, block))
            return false;
        *fits = same_atoms(&before->galley, &block->galley) && same_headings(&before->galley, &block->galley) &&
                before->number_y == block->number_y;
    }
    return true;
}

// Whether the piece is the first of those that are the same.
static bool comes_first(const dgs_pages *pages, size_t page, size_t shared)
{
    for (size_t p = 0; p < page; p++)
        for (size_t i = 0; i < pages->pages[p].npieces; i++)
            if (pages->pages[p].pieces[i].shared == shared)
                return false;
    return true;
}

static bool refill_page(const dgs_context *ctx, const dgs_pages *pages, size_t number, dgs_page *out)
{
    const dgs_page *page = &pages->pages[number];
    size_t all = 0;
    for (size_t i = 0; i < page->nplaces; i++)
        all += galley_of(ctx->template, &page->places[i])->atoms[page->places[i].atom].nboxes;
    dgs_box *boxes = dgs_arena_array(ctx->arena, all, sizeof *boxes);
    dgs_page_part *pieces = dgs_arena_array(ctx->arena, page->npieces, sizeof *pieces);
    if (boxes == NULL || pieces == NULL)
        return dgs_fail_memory(ctx->err);
    *out = (dgs_page){.boxes = boxes, .height = page->height, .pieces = pieces, .npieces = page->npieces};
    for (size_t i = 0, place = 0; i < page->npieces; i++) {
        dgs_page_part *piece = &pieces[i];
        *piece = page->pieces[i];
        piece->first = out->nboxes;
        bool wanted = piece->variable && (piece->shared == 0 || comes_first(pages, number, piece->shared));
        if (wanted && !expand_slot(ctx, &page->places[place], out, &boxes[out->nboxes]))
            return false;
        place += piece->variable;
        piece->nboxes = out->nboxes - piece->first;
    }
    return true;
}

// The choice among layouts falls as it did where every one of them has the same room again.
static bool others_fit(const dgs_layout_input *in, const dgs_template *template, dgs_arena *arena, bool *fits,
                       dgs_err *err)
{
    for (const dgs_template *f = template->other; *fits && f != NULL; f = f->other) {
        dgs_context ctx;
        if (!dgs_context_make(&ctx, in, f->air, arena, err) || !compose_all(&ctx, f, fits))
            return false;
    }
    return true;
}

bool dgs_layout_refill(const dgs_pages *pages, const dgs_layout_input *in, dgs_arena *arena, dgs_pages *out, bool *fits,
                       dgs_err *err)
{
    dgs_context ctx;
    *out = *pages;
    if (!dgs_context_make(&ctx, in, pages->template->air, arena, err) || !compose_all(&ctx, pages->template, fits) ||
        !others_fit(in, pages->template, arena, fits, err))
        return false;
    if (!*fits)
        return true;
    dgs_page *made = dgs_arena_array(arena, pages->npages, sizeof *made);
    if (made == NULL)
        return dgs_fail_memory(err);
    for (size_t i = 0; i < pages->npages; i++)
        if (!refill_page(&ctx, pages, i, &made[i]))
            return false;
    out->pages = made;
    return true;
}
