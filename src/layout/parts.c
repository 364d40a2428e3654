// How each part of the handout is set. The look follows from what the part holds, so that edited content keeps it.
#include <math.h>

#include "layout/inner.h"

static const double gutter = 24, band_gap = 16, box_gap = 10;
static const double column_least = 18.5, intro_least = 20; // em

static double full_width(const dgs_lay *lay)
{
    return lay->sheet.right - lay->sheet.left;
}

static double column_width(const dgs_lay *lay)
{
    return (full_width(lay) - gutter) / 2;
}

// Whether the page holds two columns whose lines are long enough to read.
static bool in_columns(const dgs_lay *lay)
{
    return dgs_width_holds(lay, column_width(lay), column_least);
}

// ---- the guide: title beside its introduction, steps, emergency signs at the foot ----

static bool stands_in_hero(const dgs_node *node)
{
    return node->kind == DGS_NODE_HEADING || node->kind == DGS_NODE_CLIENT || node->kind == DGS_NODE_PARA ||
           node->kind == DGS_NODE_WELCOME;
}

typedef struct hero {
    dgs_galley *title, *client, *intro;
} hero;

// What stands before the first step: paragraphs into one galley, the title and the client's name each into another.
static bool hero_fill(dgs_lay *lay, const dgs_node *part, const hero *to, const dgs_node **rest)
{
    const dgs_node *n = part->first;
    for (; n != NULL && stands_in_hero(n); n = n->next) {
        dgs_galley *galley = n->kind == DGS_NODE_CLIENT    ? to->client
                             : n->kind == DGS_NODE_HEADING ? to->title
                                                           : to->intro;
        if (!dgs_block_add(lay, galley, n, 0))
            return false;
    }
    *rest = n;
    return true;
}

// The title on the left, the introduction on the right, the client's name and visits in a row below them; all under
// each other where that is too narrow, or more than a page.
static bool hero_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *part, const dgs_node **rest)
{
    const double lower = 6; // the introduction, so that its first line is level with the title's
    const hero in_one = {galley, galley, galley};
    dgs_galley title = {.width = floor(galley->width * 0.42)}, client = {.width = galley->width};
    dgs_galley intro = {.width = galley->width - title.width - gutter};
    if (!dgs_width_holds(lay, intro.width, intro_least))
        return hero_fill(lay, part, &in_one, rest);
    if (!hero_fill(lay, part, &(hero){&title, &client, &intro}, rest))
        return false;
    double l = dgs_galley_height(&title, 0, title.natoms), r = dgs_galley_height(&intro, 0, intro.natoms);
    double above = fmax(l, r + lower), below = dgs_galley_height(&client, 0, client.natoms);
    double gap = below > 0 ? dgs_scaled(lay, lower) : 0;
    if (above + gap + below > dgs_page_height(lay))
        return hero_fill(lay, part, &in_one, rest);
    return dgs_galley_atom(lay, galley, 0, above + gap + below) && dgs_galley_absorb(lay, galley, &title, 0, 0) &&
           dgs_galley_absorb(lay, galley, &client, 0, above + gap) &&
           dgs_galley_absorb(lay, galley, &intro, title.width + gutter, lower);
}

// Sets the steps a little closer where that spares a page.
static bool squeeze(dgs_galley *galley, double missing)
{
    const double most_each = 5;
    size_t n = 0;
    for (size_t i = 1; i < galley->natoms; i++)
        n += galley->atoms[i].stretch ? 1 : 0;
    if (missing > most_each * (double)n)
        return false;
    for (size_t i = 1; i < galley->natoms; i++)
        galley->atoms[i].before -= galley->atoms[i].stretch ? missing / (double)n : 0;
    return true;
}

// Whether the part ends with boxes alone from here on, which stand at the foot of the page.
static bool boxes_from(const dgs_node *node)
{
    while (node != NULL && (node->kind == DGS_NODE_BOX || node->lined_pages > 0))
        node = node->next;
    return node == NULL;
}

// Steps and what else stands above the foot; the boxes at the end, of which those for a doctor today by themselves.
static bool guide_fill(dgs_lay *lay, const dgs_node *from, dgs_galley *steps, dgs_galley *foot, dgs_galley *today)
{
    for (const dgs_node *n = from; n != NULL; n = n->next) {
        bool is_today = n->kind == DGS_NODE_BOX && n->box == DGS_BOX_TODAY;
        dgs_galley *to = !boxes_from(n) ? steps : is_today ? today : foot;
        if (n->lined_pages == 0 && !dgs_block_add(lay, to, n, 0))
            return false;
    }
    return true;
}

// What stands after the page of the steps.
static bool guide_rest(dgs_lay *lay, dgs_flow *flow, const dgs_node *part, const dgs_galley *today)
{
    const dgs_node *notes = part->last->lined_pages > 0 ? part->last : NULL;
    return (today->natoms == 0 || dgs_flow_galley(flow, today, box_gap)) &&
           (notes == NULL || dgs_lined_add(lay, flow, notes, 0));
}

static bool guide(dgs_lay *lay, dgs_flow *flow, const dgs_node *part)
{
    const double above_foot = 6, most_each = 16;
    dgs_galley galley = {.width = full_width(lay)}, foot = galley, today = galley;
    const dgs_node *n;
    if (!hero_add(lay, &galley, part, &n) || !guide_fill(lay, n, &galley, &foot, &today))
        return false;
    double taken = dgs_galley_height(&foot, 0, foot.natoms) + above_foot;
    double spare = dgs_flow_room(flow, 0) - dgs_galley_height(&galley, 0, galley.natoms) - taken;
    double more = dgs_galley_height(&today, 0, today.natoms) + box_gap;
    if (today.natoms > 0 && foot.natoms > 0 && spare >= more) { // both fit
        if (!dgs_galley_append(lay, &foot, &today, 0, box_gap))
            return false;
        today.natoms = 0;
        taken += more;
    }
    if (spare < 0 && !squeeze(&galley, -spare))
        return dgs_flow_stretched(flow, &galley, 0, most_each) && dgs_flow_galley(flow, &foot, above_foot) &&
               guide_rest(lay, flow, part, &today);
    lay->sheet.bottom -= taken; // so that the steps stretch down to the box
    bool ok = dgs_flow_stretched(flow, &galley, 0, most_each);
    lay->sheet.bottom += taken;
    return ok && dgs_flow_bottom(flow, &foot, above_foot) && guide_rest(lay, flow, part, &today);
}

// ---- the article: bands under each other ----

typedef struct article_state {
    dgs_lay *lay;
    dgs_flow *flow;
    dgs_galley columns; // plain sections that wait to be set in columns
} article_state;

static bool columns_flush(article_state *a)
{
    const double most_each = 14;
    bool two = in_columns(a->lay), ok = true;
    if (a->columns.natoms > 0)
        ok = two ? dgs_flow_columns(a->flow, &a->columns, 2, gutter, band_gap)
                 : dgs_flow_stretched(a->flow, &a->columns, band_gap, most_each);
    a->columns = (dgs_galley){.width = two ? column_width(a->lay) : full_width(a->lay)};
    return ok;
}

// A block that is no section, under what stands in the columns already.
static bool below_others(article_state *a, const dgs_node *node)
{
    size_t from = a->columns.natoms;
    if (!dgs_block_add(a->lay, &a->columns, node, 0))
        return false;
    if (node->kind == DGS_NODE_BOX && from > 0 && from < a->columns.natoms)
        a->columns.atoms[from].before = box_gap;
    return true;
}

static bool band(article_state *a, const dgs_node *node, double before)
{
    dgs_galley galley = {.width = full_width(a->lay)};
    const dgs_atom *above = dgs_galley_last(&a->columns);
    if (above != NULL && above->keep) // a heading that waits for it
        return below_others(a, node);
    return columns_flush(a) && dgs_block_add(a->lay, &galley, node, 0) && dgs_flow_galley(a->flow, &galley, before);
}

// A section of groups: its own words across, the groups side by side.
static bool groups_make(article_state *a, const dgs_node *section, size_t ngroups, dgs_galley *all)
{
    *all = (dgs_galley){.width = full_width(a->lay)};
    const dgs_node *n = section->first;
    for (; n != NULL && n->kind != DGS_NODE_SECTION; n = n->next)
        if (!dgs_block_add(a->lay, all, n, 0))
            return false;
    if (all->natoms > 0)
        dgs_galley_last(all)->keep = true;
    dgs_galley column = {.width = (all->width - gutter * (double)(ngroups - 1)) / (double)ngroups};
    if (!dgs_galley_atom(a->lay, all, 6, 0))
        return false;
    double x = 0, tallest = 0;
    for (; n != NULL; n = n->next, x += column.width + gutter) {
        dgs_galley group = {.width = column.width};
        if (!dgs_block_add(a->lay, &group, n, 0) || !dgs_galley_absorb(a->lay, all, &group, x, 0))
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
static bool height_after(article_state *a, const dgs_node *section, double *height)
{
    *height = 0;
    const dgs_node *next = section->next;
    dgs_galley galley;
    if (next == NULL || next->kind != DGS_NODE_SECTION || groups_in(next) == 0)
        return true;
    if (!groups_make(a, next, groups_in(next), &galley))
        return false;
    *height = band_gap + dgs_galley_height(&galley, 0, galley.natoms);
    return true;
}

// Text on the left, the picture on the right; what comes after the picture goes into columns.
static bool figure_band(article_state *a, const dgs_node *section, const dgs_node *figure)
{
    double width = full_width(a->lay), after;
    dgs_galley picture = {.width = floor(width * 0.55)}, words = {.width = width - picture.width - gutter};
    const dgs_node *n = section->first;
    for (; n != figure; n = n->next)
        if (!dgs_block_add(a->lay, &words, n, 0))
            return false;
    if (!columns_flush(a) || !height_after(a, section, &after))
        return false;
    a->lay->figure_room = dgs_flow_room(a->flow, band_gap) - after;
    bool ok = dgs_block_add(a->lay, &picture, figure, 0);
    a->lay->figure_room = 0;
    if (!ok || !dgs_flow_pair(a->flow, &words, &picture, gutter, band_gap))
        return false;
    for (n = figure->next; n != NULL; n = n->next)
        if (!dgs_block_add(a->lay, &a->columns, n, 0))
            return false;
    return true;
}

// On a narrow page: the picture below the words before it, in what they leave of the page where that is not too little.
static bool figure_below(article_state *a, const dgs_node *section, const dgs_node *figure)
{
    const double least = 160;
    for (const dgs_node *n = section->first; n != NULL; n = n->next) {
        if (n == figure) {
            if (!columns_flush(a))
                return false;
            double room = dgs_flow_room(a->flow, band_gap);
            a->lay->figure_room = room < dgs_scaled(a->lay, least) ? 0 : room;
        }
        size_t from = a->columns.natoms;
        bool ok = dgs_block_add(a->lay, &a->columns, n, 0);
        a->lay->figure_room = 0;
        if (ok && n == section->first && from > 0) {
            a->columns.atoms[from].before = band_gap;
            a->columns.atoms[from].stretch = true;
        }
        if (!ok || (n == figure && !columns_flush(a)))
            return false;
    }
    return true;
}

// A section on a narrow page, where nothing stands side by side.
static bool narrow_section(article_state *a, const dgs_node *section)
{
    const dgs_node *figure = dgs_node_child(section, DGS_NODE_FIGURE);
    if (figure != NULL && dgs_node_child(figure, DGS_NODE_LABEL) != NULL)
        return figure_below(a, section, figure);
    return dgs_block_add(a->lay, &a->columns, section, 0);
}

static bool article_section(article_state *a, const dgs_node *section)
{
    if (section->lined_pages > 0)
        return columns_flush(a) && dgs_lined_add(a->lay, a->flow, section, 0);
    if (!in_columns(a->lay))
        return narrow_section(a, section);
    const dgs_node *figure = dgs_node_child(section, DGS_NODE_FIGURE);
    size_t groups = groups_in(section);
    dgs_galley all;
    if (groups > 0 && !groups_make(a, section, groups, &all))
        return false;
    if (groups > 0 &&
        dgs_galley_last(&all)->height <= dgs_page_height(a->lay)) // else they are set like any other section
        return columns_flush(a) && dgs_flow_galley(a->flow, &all, band_gap);
    if (figure != NULL && dgs_node_child(figure, DGS_NODE_LABEL) != NULL)
        return figure_band(a, section, figure);
    if (dgs_node_find(section, DGS_NODE_TABLE) != NULL)
        return band(a, section, band_gap);
    return dgs_block_add(a->lay, &a->columns, section, 0);
}

static bool article(dgs_lay *lay, dgs_flow *flow, const dgs_node *part)
{
    article_state a = {.lay = lay, .flow = flow, .columns = {.width = full_width(lay)}};
    if (in_columns(lay))
        a.columns.width = column_width(lay);
    for (const dgs_node *n = part->first; n != NULL; n = n->next) {
        bool plain = n->kind == DGS_NODE_PARA || n->kind == DGS_NODE_LIST || !in_columns(lay);
        bool ok = n->kind == DGS_NODE_SECTION ? article_section(&a, n)
                  : plain                     ? below_others(&a, n)
                                              : band(&a, n, n->kind == DGS_NODE_BOX ? box_gap : band_gap);
        if (!ok)
            return false;
    }
    return columns_flush(&a);
}

// ---- the worksheet: sections side by side, the booking call at the foot ----

static size_t tick_rows(const dgs_node *section)
{
    size_t n = 0;
    for (const dgs_node *table = section->first; table != NULL; table = table->next)
        for (const dgs_node *row = table->kind == DGS_NODE_TABLE ? table->first : NULL; row != NULL; row = row->next)
            n++;
    return n;
}

// Two sections; the one with the table is the wider.
static bool section_pair(dgs_lay *lay, dgs_flow *flow, const dgs_node *one, const dgs_node *two, double below)
{
    const double most_extra = 8;
    double width = full_width(lay), wide = floor((width - gutter) * 0.53), narrow = width - gutter - wide;
    bool table_left = dgs_node_child(one, DGS_NODE_TABLE) != NULL;
    dgs_galley left = {.width = table_left ? wide : narrow}, right = {.width = table_left ? narrow : wide};
    const dgs_node *with_table = table_left ? one : two;
    if (!dgs_block_add(lay, &left, one, 0) || !dgs_block_add(lay, &right, two, 0))
        return false;
    dgs_galley *tall = table_left ? &left : &right;
    double spare = dgs_flow_room(flow, 10) - below - dgs_galley_height(tall, 0, tall->natoms);
    size_t rows = tick_rows(with_table);
    if (rows > 0 && spare > 0) {
        lay->row_extra = fmin(most_extra, spare / (double)rows);
        *tall = (dgs_galley){.width = tall->width};
        bool ok = dgs_block_add(lay, tall, with_table, 0);
        lay->row_extra = 0;
        if (!ok)
            return false;
    }
    return dgs_flow_pair(flow, &left, &right, gutter, 10);
}

// A block by itself, across the page. The rows to tick are as high as they can be without taking a page more.
static bool alone(dgs_lay *lay, dgs_flow *flow, const dgs_node *node, double below)
{
    const double before = 10, step = 2;
    dgs_galley galley = {.width = full_width(lay)}, higher = galley;
    if (!dgs_block_add(lay, &galley, node, 0))
        return false;
    size_t pages = dgs_flow_ahead(flow, &galley, before, below);
    for (double extra = dgs_scaled(lay, 6); extra > 0 && tick_rows(node) > 0; extra -= step) {
        higher = (dgs_galley){.width = galley.width};
        lay->row_extra = extra;
        bool ok = dgs_block_add(lay, &higher, node, 0);
        lay->row_extra = 0;
        if (!ok)
            return false;
        if (dgs_flow_ahead(flow, &higher, before, below) <= pages)
            return dgs_flow_galley(flow, &higher, before);
    }
    return dgs_flow_galley(flow, &galley, before);
}

static bool worksheet(dgs_lay *lay, dgs_flow *flow, const dgs_node *part)
{
    dgs_galley foot = {.width = full_width(lay)};
    const double above_foot = 12;
    bool last_box = part->last != NULL && part->last->kind == DGS_NODE_BOX;
    if (last_box && !dgs_block_add(lay, &foot, part->last, 0))
        return false;
    double below = foot.natoms == 0 ? 0 : dgs_galley_height(&foot, 0, foot.natoms) + above_foot;
    for (const dgs_node *n = part->first; n != NULL; n = n->next) {
        if (last_box && n == part->last)
            return dgs_flow_bottom(flow, &foot, above_foot);
        if (n->lined_pages > 0) {
            if (!dgs_lined_add(lay, flow, n, below))
                return false;
            continue;
        }
        if (in_columns(lay) && n->kind == DGS_NODE_SECTION && n->next != NULL && n->next->kind == DGS_NODE_SECTION) {
            if (!section_pair(lay, flow, n, n->next, below))
                return false;
            n = n->next;
            continue;
        }
        if (!alone(lay, flow, n, below))
            return false;
    }
    return true;
}

// The article may begin below the last steps where these leave much of a page; every other part begins a page.
static bool part_begin(dgs_lay *lay, dgs_flow *flow, const dgs_node *part)
{
    const double above = 16, share = in_columns(lay) ? 0.55 : 0.45;
    bool joins = part->part == DGS_PART_ARTICLE && dgs_flow_pages(flow) > 0;
    if (!joins || dgs_flow_room(flow, above) < share * dgs_page_height(lay))
        return dgs_flow_page(flow);
    dgs_flow_skip(flow, above);
    return true;
}

bool dgs_part_add(dgs_lay *lay, dgs_flow *flow, const dgs_node *part)
{
    const double whole = 0.3; // of a page; columns are cut wherever that makes them level
    lay->whole_most = in_columns(lay) ? 0 : whole * dgs_page_height(lay);
    if (!part_begin(lay, flow, part))
        return false;
    switch (part->part) {
    case DGS_PART_GUIDE:
        return guide(lay, flow, part);
    case DGS_PART_ARTICLE:
        return article(lay, flow, part);
    case DGS_PART_WORKSHEET:
        return worksheet(lay, flow, part);
    }
    return true;
}
