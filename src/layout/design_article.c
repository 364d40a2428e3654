// An article: bands under each other, plain sections in columns between them.
#include <math.h>

#include "layout/design.h"

typedef struct article {
    const dgs_makeup *m;
    const dgs_look *look;
    bool two;              // columns, where the page holds them
    double column;         // the width of what waits
    dgs_galley waiting;    // what is to be set in columns
    const dgs_node *first; // of what waits, where that is no section
} article;

static bool columns_flush(article *a)
{
    const dgs_columns columns = dgs_design_columns(a->m);
    bool ok = true;
    if (a->waiting.natoms > 0)
        ok = a->two ? dgs_flow_columns(a->m->flow, &a->waiting, &columns, a->look->gap.page.band)
                    : dgs_flow_stretched(a->m->flow, &a->waiting, a->look->gap.page.band,
                                         a->look->constant.fill.section, 0);
    a->waiting = (dgs_galley){0};
    return ok;
}

// A block that is no section, under what stands in the columns already.
static bool below_others(article *a, const dgs_node *node)
{
    size_t from = a->waiting.natoms;
    if (from == 0)
        a->first = node;
    if (!dgs_design_add(a->m, a->column, &a->waiting, node))
        return false;
    if (node->kind == DGS_NODE_BOX && from > 0 && from < a->waiting.natoms)
        a->waiting.atoms[from].before = a->look->gap.page.box;
    return true;
}

static bool band(article *a, const dgs_node *node, double before)
{
    dgs_galley galley = {0};
    const dgs_atom *above = dgs_galley_last(&a->waiting);
    if (above != NULL && above->keep) // a heading that waits for it
        return below_others(a, node);
    return columns_flush(a) && dgs_design_add(a->m, a->m->page.right, &galley, node) &&
           dgs_flow_galley(a->m->flow, &galley, before);
}

// A section of groups: its own words across, the groups side by side.
static bool groups_make(const article *a, const dgs_node *section, size_t ngroups, dgs_galley *all)
{
    const double width = a->m->page.right, gutter = dgs_design_columns(a->m).gutter;
    const double column = (width - gutter * (double)(ngroups - 1)) / (double)ngroups;
    *all = (dgs_galley){0};
    const dgs_node *n = section->first;
    for (; n != NULL && n->kind != DGS_NODE_SECTION; n = n->next)
        if (!dgs_design_add(a->m, width, all, n))
            return false;
    if (all->natoms > 0)
        dgs_galley_last(all)->keep = true;
    if (!dgs_galley_atom(a->m->ctx, all, a->look->gap.page.groups, 0))
        return false;
    double x = 0, tallest = 0;
    for (; n != NULL; n = n->next, x += column + gutter) {
        dgs_galley group = {0};
        if (!dgs_design_add(a->m, column, &group, n) || !dgs_galley_absorb(a->m->ctx, all, &group, x, 0))
            return false;
        tallest = fmax(tallest, dgs_galley_height(&group, 0, group.natoms));
    }
    dgs_galley_last(all)->height = tallest;
    return true;
}

// The number of groups of a section that is to be set as groups side by side, or 0.
static size_t groups_in(const dgs_node *section)
{
    size_t groups = 0;
    for (const dgs_node *n = section->first; n != NULL; n = n->next) {
        if (n->kind == DGS_NODE_SECTION && dgs_node_find(n, DGS_NODE_TABLE) != NULL) // its words need the whole width
            return 0;
        if (n->kind == DGS_NODE_SECTION)
            groups++;
        else if (groups > 0) // a block after the first group
            return 0;
    }
    return groups >= 2 && groups <= 3 ? groups : 0;
}

// What the band after the picture's takes on the page, so that the picture leaves it room; 0 where that is not known.
static bool height_after(const article *a, const dgs_node *before, double *height)
{
    *height = 0;
    const dgs_node *next = before->next;
    dgs_galley galley;
    if (next == NULL || next->kind != DGS_NODE_SECTION || groups_in(next) == 0)
        return true;
    if (!groups_make(a, next, groups_in(next), &galley))
        return false;
    *height = a->look->gap.page.band + dgs_galley_height(&galley, 0, galley.natoms);
    return true;
}

// The words of the section before it, then the picture across the page in the room that is left.
static bool figure_band(article *a, const dgs_node *section, const dgs_node *figure)
{
    const dgs_context *ctx = a->m->ctx;
    dgs_region whole = a->m->page;
    double after;
    dgs_galley words = {0};
    const dgs_node *n = section == NULL ? figure : section->first;
    for (; n != figure; n = n->next)
        if (!dgs_design_add(a->m, whole.right, &words, n))
            return false;
    if (!columns_flush(a) || !height_after(a, section == NULL ? figure : section, &after))
        return false;
    double above = dgs_galley_height(&words, 0, words.natoms);
    if (above > 0)
        above += a->look->gap.block.apart;
    whole.figure = dgs_flow_room(a->m->flow, a->look->gap.page.band) - after - above;
    if (!dgs_block_add(ctx, a->m->scheme, &whole, &words, figure) ||
        !dgs_flow_galley(a->m->flow, &words, a->look->gap.page.band))
        return false;
    for (n = figure->next; section != NULL && n != NULL; n = n->next)
        if (!dgs_design_add(a->m, a->column, &a->waiting, n))
            return false;
    return true;
}

static bool is_plate(const dgs_node *n)
{
    return n->kind == DGS_NODE_FIGURE && dgs_node_child(n, DGS_NODE_LABEL) != NULL;
}

static bool plain_figure(const dgs_node *n)
{
    return n != NULL && n->kind == DGS_NODE_FIGURE && dgs_node_child(n, DGS_NODE_LABEL) == NULL;
}

// How many pictures without labels the section ends with, after words alone.
static size_t pictures_in(const dgs_node *section)
{
    size_t pictures = 0;
    for (const dgs_node *n = section->first; n != NULL; n = n->next) {
        if (plain_figure(n))
            pictures++;
        else if (pictures > 0 || n->kind == DGS_NODE_SECTION)
            return 0;
    }
    return pictures;
}

// A section of pictures: its words across, the pictures side by side with their captions, as one piece.
static bool pictures_make(const article *a, const dgs_node *section, size_t npictures, dgs_galley *all)
{
    const double width = a->m->page.right, gutter = dgs_design_columns(a->m).gutter;
    const double column = (width - gutter * (double)(npictures - 1)) / (double)npictures;
    dgs_region strip = dgs_region_strip(&a->m->page, column);
    strip.picture = a->look->len.picture.row;
    *all = (dgs_galley){0};
    const dgs_node *n = section->first;
    for (; !plain_figure(n); n = n->next)
        if (!dgs_design_add(a->m, width, all, n))
            return false;
    if (all->natoms > 0)
        dgs_galley_last(all)->keep = true;
    if (!dgs_galley_atom(a->m->ctx, all, a->look->gap.page.groups, 0))
        return false;
    enum { MOST = 4 };
    dgs_galley each[MOST] = {{0}};
    double tallest = 0;
    for (size_t i = 0; i < npictures; i++, n = n->next) {
        if (!dgs_block_add(a->m->ctx, a->m->scheme, &strip, &each[i], n))
            return false;
        tallest = fmax(tallest, dgs_galley_height(&each[i], 0, each[i].natoms));
    }
    for (size_t i = 0; i < npictures; i++) {
        double y = (tallest - dgs_galley_height(&each[i], 0, each[i].natoms)) / 2;
        if (!dgs_galley_absorb(a->m->ctx, all, &each[i], (double)i * (column + gutter), y))
            return false;
    }
    dgs_galley_last(all)->height = tallest;
    return true;
}

// Whether something waits before the first section, and the picture after it is to stand beside it.
static bool leads(const article *a, const dgs_node *figure)
{
    return a->two && a->waiting.natoms > 0 && plain_figure(figure) && figure->parent->kind == DGS_NODE_PART &&
           figure->picture->kind == DGS_PICTURE_ART;
}

// The words that a part begins with, and beside them, as high as they are, a picture.
static bool lead(article *a, const dgs_node *figure)
{
    const double width = a->m->page.right, gutter = dgs_design_columns(a->m).gutter;
    const double wide = floor(width * a->look->share.lead);
    dgs_galley words = {0}, picture = {0};
    for (const dgs_node *n = a->first; n != figure; n = n->next)
        if (!dgs_design_add(a->m, wide, &words, n))
            return false;
    dgs_region strip = dgs_region_strip(&a->m->page, width - wide - gutter);
    a->waiting = (dgs_galley){0};
    strip.picture = dgs_galley_height(&words, 0, words.natoms);
    return dgs_block_add(a->m->ctx, a->m->scheme, &strip, &picture, figure) &&
           dgs_flow_pair(a->m->flow, &words, &picture, wide + gutter, a->look->gap.block.usual);
}

// On a narrow page: the picture below the words before it, in what they leave of the page where that is not too little.
static bool figure_below(article *a, const dgs_node *section, const dgs_node *figure)
{
    for (const dgs_node *n = section->first; n != NULL; n = n->next) {
        dgs_region region = dgs_region_strip(&a->m->page, a->column);
        if (n == figure) {
            if (!columns_flush(a))
                return false;
            double room = dgs_flow_room(a->m->flow, a->look->gap.page.band);
            region.figure = room < a->look->len.picture.least ? 0 : room;
        }
        size_t from = a->waiting.natoms;
        if (!dgs_block_add(a->m->ctx, a->m->scheme, &region, &a->waiting, n))
            return false;
        if (n == section->first && from > 0) {
            a->waiting.atoms[from].before = a->look->gap.page.band;
            a->waiting.atoms[from].stretch = true;
        }
        if (n == figure && !columns_flush(a))
            return false;
    }
    return true;
}

// A section on a narrow page, where nothing stands side by side.
static bool narrow_section(article *a, const dgs_node *section)
{
    const dgs_node *figure = dgs_node_child(section, DGS_NODE_FIGURE);
    if (figure != NULL && dgs_node_child(figure, DGS_NODE_LABEL) != NULL)
        return figure_below(a, section, figure);
    size_t from = a->waiting.natoms;
    if (!dgs_design_add(a->m, a->column, &a->waiting, section))
        return false;
    bool whole = pictures_in(section) > 0 &&
                 dgs_galley_height(&a->waiting, from, a->waiting.natoms) <= a->m->page.height; // under their heading
    for (size_t i = from; whole && i + 1 < a->waiting.natoms; i++)
        a->waiting.atoms[i].keep = true;
    return true;
}

static bool article_section(article *a, const dgs_node *section)
{
    if (section->lined_pages > 0)
        return columns_flush(a) && dgs_lined_add(a->m, section, 0);
    if (!a->two)
        return narrow_section(a, section);
    const dgs_node *figure = dgs_node_child(section, DGS_NODE_FIGURE);
    size_t groups = groups_in(section);
    dgs_galley all;
    if (groups > 0 && !groups_make(a, section, groups, &all))
        return false;
    if (groups > 0 && dgs_galley_last(&all)->height <= a->m->page.height) // else they are set like any other section
        return columns_flush(a) && dgs_flow_galley(a->m->flow, &all, a->look->gap.page.band);
    if (figure != NULL && dgs_node_child(figure, DGS_NODE_LABEL) != NULL)
        return figure_band(a, section, figure);
    if (pictures_in(section) >= 2 && pictures_in(section) <= 4)
        return pictures_make(a, section, pictures_in(section), &all) && columns_flush(a) &&
               dgs_flow_galley(a->m->flow, &all, a->look->gap.page.band);
    if (dgs_node_find(section, DGS_NODE_TABLE) != NULL)
        return band(a, section, a->look->gap.page.band);
    return dgs_design_add(a->m, a->column, &a->waiting, section);
}

bool dgs_design_article(const dgs_makeup *m, const dgs_node *part)
{
    bool two = dgs_design_in_columns(m);
    article a = {.m = m, .look = m->ctx->look, .two = two, .column = two ? dgs_design_columns(m).width : m->page.right};
    for (const dgs_node *n = part->first; n != NULL; n = n->next) {
        bool plain = n->kind == DGS_NODE_PARA || n->kind == DGS_NODE_LIST || !two;
        bool ok = n->kind == DGS_NODE_SECTION ? article_section(&a, n)
                  : leads(&a, n)              ? lead(&a, n)
                  : is_plate(n)               ? figure_band(&a, NULL, n)
                  : plain                     ? below_others(&a, n)
                          : band(&a, n, n->kind == DGS_NODE_BOX ? a.look->gap.page.box : a.look->gap.page.band);
        if (!ok)
            return false;
    }
    return columns_flush(&a);
}
