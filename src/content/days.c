// A tracker: a table whose body holds nothing but boxes to tick and cells to write in, a row for each day. It is read
// as sections, one a day, each with its heading and its boxes by name: whoever hears the page would else have to keep a
// grid of seventy cells in mind.
#include <string.h>

#include "content/loader.h"

enum { WEEK = 7 }; // rows: fewer are no tracker but a table to fill in

static bool is_number(const dgs_node *cell)
{
    dgs_str s = cell->nspans == 1 ? dgs_str_trim(cell->spans[0].text) : (dgs_str){"", 0};
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

// Whether a cell's words may stand in several places: links belong to one, and a practice's words change in one.
static bool can_be_copied(const dgs_node *cell)
{
    for (size_t i = 0; i < cell->nspans; i++)
        if (cell->spans[i].link != NULL || cell->spans[i].variable != NULL)
            return false;
    return cell->nspans > 0;
}

static bool heads_can_be_copied(const dgs_node *head)
{
    for (const dgs_node *cell = head->first; cell != NULL; cell = cell->next)
        if (!can_be_copied(cell))
            return false;
    return true;
}

static bool is_day(const dgs_node *row)
{
    bool ticks = false;
    const dgs_node *first = row->first;
    if (!can_be_copied(first) || dgs_node_field(first) != NULL)
        return false;
    for (const dgs_node *cell = first->next; cell != NULL; cell = cell->next) {
        if (cell->nspans > 0 || dgs_node_field(cell) == NULL)
            return false;
        ticks = ticks || dgs_node_tick(cell) != DGS_TICK_NONE;
    }
    return ticks;
}

bool dgs_days_in(const dgs_node *table)
{
    size_t days = 0;
    if (!heads_can_be_copied(table->first))
        return false;
    for (const dgs_node *row = table->first->next; row != NULL; row = row->next, days++)
        if (!is_day(row))
            return false;
    return days >= WEEK;
}

// Adds the words of a cell; `apart` puts a blank before them.
static bool add_words(dgs_loader *loader, dgs_node *leaf, const dgs_node *cell, bool apart)
{
    size_t n = leaf->nspans + cell->nspans + (apart ? 1 : 0);
    dgs_span *spans = dgs_arena_array(loader->arena, n, sizeof *spans);
    if (spans == NULL)
        return dgs_loader_memory(loader);
    if (leaf->nspans > 0)
        memcpy(spans, leaf->spans, leaf->nspans * sizeof *spans);
    if (apart)
        spans[leaf->nspans] = (dgs_span){.text = dgs_str_of(" ")};
    memcpy(spans + n - cell->nspans, cell->spans, cell->nspans * sizeof *spans);
    leaf->spans = spans;
    leaf->nspans = n;
    return true;
}

// "Day 1", or the row's own word: "Monday".
static bool add_heading(dgs_loader *loader, const dgs_node *head, const dgs_node *row, const dgs_node *above,
                        dgs_node *day)
{
    dgs_node *heading = dgs_loader_node(loader, day, DGS_NODE_HEADING, row->line);
    bool number = is_number(row->first);
    if (heading == NULL || (number && !add_words(loader, heading, head->first, false)) ||
        !add_words(loader, heading, row->first, number))
        return false;
    heading->level = above == NULL ? 1 : above->level + 1;
    heading->written = above == NULL ? 1 : above->written + 1;
    return dgs_resolve_name(loader, heading);
}

// A box with the words over its column as an item, a cell to write in with them as a line.
static bool add_field(dgs_loader *loader, const dgs_node *words, const dgs_node *cell, dgs_node *day)
{
    bool tick = dgs_node_tick(cell) != DGS_TICK_NONE;
    dgs_node *into = day, *field = cell->first;
    if (tick && day->last->kind == DGS_NODE_LIST)
        into = day->last;
    else if (tick)
        into = dgs_loader_node(loader, day, DGS_NODE_LIST, cell->line);
    if (into == NULL)
        return false;
    into->list = tick ? DGS_LIST_TICK : into->list;
    dgs_node *leaf = dgs_loader_node(loader, into, tick ? DGS_NODE_ITEM : DGS_NODE_BLANK, cell->line);
    if (leaf == NULL || !add_words(loader, leaf, words, false))
        return false;
    dgs_node_detach(field);
    dgs_node_append(leaf, field);
    return true;
}

static bool add_day(dgs_loader *loader, const dgs_node *head, const dgs_node *row, const dgs_node *above,
                    dgs_node *days)
{
    dgs_node *day = dgs_loader_node(loader, days, DGS_NODE_SECTION, row->line);
    if (day == NULL || !add_heading(loader, head, row, above, day))
        return false;
    const dgs_node *words = head->first->next;
    for (const dgs_node *cell = row->first->next, *next; cell != NULL; cell = next, words = words->next) {
        next = cell->next;
        if (!add_field(loader, words, cell, day))
            return false;
    }
    return true;
}

bool dgs_days_make(dgs_loader *loader, dgs_node *table)
{
    const dgs_node *head = table->first, *above = dgs_heading_above(table);
    dgs_node *days = dgs_loader_node(loader, NULL, DGS_NODE_DAYS, table->line);
    if (days == NULL)
        return false;
    dgs_node_insert(table, days);
    dgs_node_detach(table);
    for (const dgs_node *row = head->next; row != NULL; row = row->next)
        if (!add_day(loader, head, row, above, days))
            return false;
    return true;
}

// What is heard next when the days of a section are over: what stands after them, which is asked then, else the next
// part. NULL where that is the end, as on a card: whoever has heard enough can stop.
static dgs_node *after_days(const dgs_node *days)
{
    const dgs_node *part = days->parent;
    if (part->kind != DGS_NODE_SECTION)
        return NULL;
    if (days->next != NULL)
        return days->next;
    while (part->kind != DGS_NODE_PART)
        part = part->parent;
    return part->next != NULL && part->next->kind == DGS_NODE_PART ? part->next->first : NULL;
}

// "after-your-14-days", where it has no id of its own; what it is called, without a question mark.
static const char *call_it(dgs_loader *loader, dgs_node *place, const char *id)
{
    dgs_buf own = {.arena = loader->arena};
    dgs_buf_addf(&own, "after-%s", id);
    place->id = place->id == NULL ? own.p : place->id;
    char *words = own.failed ? NULL : (char *)dgs_node_text(loader->arena, place);
    if (words == NULL)
        return NULL;
    size_t n = strlen(words);
    while (n > 0 && strchr("?.: ", words[n - 1]) != NULL)
        words[--n] = '\0';
    return words;
}

// The heading above leads past the days: its words are heard right before them, and on paper nothing is added.
static bool add_skip(dgs_loader *loader, dgs_node *days)
{
    dgs_node *heading = dgs_heading_above(days), *place = after_days(days);
    for (size_t i = 0; heading != NULL && i < heading->nspans; i++)
        if (heading->spans[i].link != NULL)
            return true;
    if (heading == NULL || place == NULL || place->nspans == 0)
        return true;
    dgs_active *link = dgs_arena_alloc(loader->arena, sizeof *link);
    const char *words = link == NULL ? NULL : call_it(loader, place, heading->id);
    if (words == NULL)
        return dgs_loader_memory(loader);
    const dgs_fill with = {"label", words};
    const char *contents = dgs_strings_fill(loader, DGS_STRING_SKIP_DAYS, &with, 1);
    if (contents == NULL)
        return false;
    *link = (dgs_active){.kind = DGS_ACTIVE_WITHIN, .target = place, .contents = contents, .quiet = true};
    for (size_t i = 0; i < heading->nspans; i++)
        heading->spans[i].link = link;
    return true;
}

bool dgs_days_skip(dgs_loader *loader, dgs_node *root)
{
    const char *words = loader->strings[DGS_STRING_SKIP_DAYS];
    if (words == NULL || *words == '\0')
        return true;
    for (dgs_node *n = root; n != NULL; n = (dgs_node *)dgs_node_walk(root, n))
        if (n->kind == DGS_NODE_DAYS && !add_skip(loader, n))
            return false;
    return true;
}
