// Fields: the boxes to tick and the lines to write on, and what can be said of each.
#include <string.h>

#include "content/loader.h"

static bool is_day(const dgs_node *node)
{
    return node->parent != NULL && node->parent->kind == DGS_NODE_DAYS;
}

// Days are passed over: their fields are counted through, so that names stay when a day is called anew.
dgs_node *dgs_heading_above(const dgs_node *node)
{
    for (; node != NULL; node = node->parent)
        if (node->first != NULL && node->first->kind == DGS_NODE_HEADING && !is_day(node))
            return node->first;
    return NULL;
}

// The leaf with words before a line, where nothing but lines without words stands between.
static const dgs_node *line_before(dgs_loader *loader, const dgs_node *holder)
{
    const dgs_node *last = loader->last_line;
    loader->last_line = holder;
    if (last == NULL || last->next != holder)
        return NULL;
    return last->nspans > 0 ? last : dgs_node_field(last)->active->goes_on;
}

bool dgs_field_add(dgs_loader *loader, dgs_node *holder, dgs_active_kind kind, dgs_tick tick)
{
    dgs_node *field = dgs_loader_node(loader, holder, DGS_NODE_FIELD, holder->line);
    dgs_active *active = dgs_arena_alloc(loader->arena, sizeof *active);
    if (field == NULL || active == NULL)
        return dgs_loader_memory(loader);
    *active = (dgs_active){.kind = kind, .tick = tick};
    if (holder->kind == DGS_NODE_BLANK)
        active->goes_on = line_before(loader, holder);
    field->active = active;
    dgs_node *heading = dgs_heading_above(holder);
    if (heading != NULL)
        field->number = ++heading->fields;
    return true;
}

const dgs_node *dgs_node_field(const dgs_node *node)
{
    return node->first != NULL && node->first->kind == DGS_NODE_FIELD ? node->first : NULL;
}

dgs_tick dgs_node_tick(const dgs_node *node)
{
    const dgs_node *first = node->first; // not by dgs_node_field(): tables ask this of each cell, again and again
    return first != NULL && first->kind == DGS_NODE_FIELD ? first->active->tick : DGS_TICK_NONE;
}

const dgs_node *dgs_field_heading(const dgs_node *field)
{
    return dgs_heading_above(field->parent);
}

const dgs_node *dgs_field_day(const dgs_node *field)
{
    const dgs_node *node = field->parent;
    while (node != NULL && !is_day(node))
        node = node->parent;
    return node == NULL ? NULL : node->first;
}

const dgs_node *dgs_field_row(const dgs_node *field)
{
    const dgs_node *cell = field->parent, *first = cell->kind == DGS_NODE_CELL ? cell->parent->first : NULL;
    return first != NULL && first != cell && first->header ? first : NULL;
}

const dgs_node *dgs_field_column(const dgs_node *field)
{
    const dgs_node *cell = field->parent;
    if (cell->kind != DGS_NODE_CELL || cell->parent == cell->parent->parent->first)
        return NULL;
    const dgs_node *column = cell->parent->parent->first->first;
    for (const dgs_node *n = cell->parent->first; n != NULL && n != cell && column != NULL; n = n->next)
        column = column->next;
    return column;
}

// Whether a leaf says anything that is not about a client.
static bool says(const dgs_node *leaf)
{
    for (size_t i = 0; leaf != NULL && i < leaf->nspans; i++)
        if (leaf->spans[i].option == NULL && leaf->spans[i].text.n > 0)
            return true;
    return false;
}

// That, on one line.
static void add_words(dgs_buf *to, const dgs_node *leaf)
{
    for (size_t i = 0; leaf != NULL && i < leaf->nspans; i++) {
        const dgs_span *span = &leaf->spans[i];
        for (size_t k = 0; span->option == NULL && k < span->text.n; k++)
            dgs_buf_addc(to, span->text.p[k] == '\n' ? ' ' : span->text.p[k]);
    }
}

// Whether a leaf ends in the numbers of a scale, "0 · 1 · 2", of which one is chosen: they name nothing.
static bool is_scale(const dgs_node *leaf)
{
    enum { LEAST = 3 };
    const dgs_str s = leaf->nspans == 1 ? leaf->spans[0].text : (dgs_str){"", 0};
    size_t numbers = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool digit = s.p[i] >= '0' && s.p[i] <= '9', before = i > 0 && s.p[i - 1] >= '0' && s.p[i - 1] <= '9';
        if (!digit && ((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= 'A' && s.p[i] <= 'Z')))
            return false;
        numbers += digit && !before ? 1 : 0;
    }
    return numbers >= LEAST;
}

// The leaf whose words name a field: its own, of a line without words that of the line that it goes on from, else the
// heading.
static const dgs_node *named_by(const dgs_node *field)
{
    if (says(field->parent) && !is_scale(field->parent))
        return field->parent;
    return says(field->active->goes_on) ? field->active->goes_on : dgs_field_heading(field);
}

// What the field is comes behind its words.
static void end_words(dgs_buf *to)
{
    while (!to->failed && to->n > 0 && strchr("?.: ", to->p[to->n - 1]) != NULL)
        to->p[--to->n] = '\0';
}

void dgs_field_add_label(dgs_buf *to, const dgs_node *field)
{
    const dgs_node *day = dgs_field_day(field);
    const dgs_node *row = day == NULL ? dgs_field_row(field) : day;
    const dgs_node *column = day == NULL ? dgs_field_column(field) : field->parent;
    if (!says(row) && !says(column)) {
        add_words(to, named_by(field));
    } else {
        add_words(to, row);
        dgs_buf_adds(to, says(row) && says(column) ? ", " : "");
        add_words(to, column);
    }
    end_words(to);
}

void dgs_field_add_question(dgs_buf *to, const dgs_node *field)
{
    const dgs_node *heading = dgs_field_heading(field);
    bool answer = field->active->kind == DGS_ACTIVE_TICK && field->parent->kind == DGS_NODE_ITEM &&
                  dgs_field_day(field) == NULL && named_by(field) != heading;
    if (answer && says(heading)) {
        add_words(to, heading);
        end_words(to);
        dgs_buf_adds(to, ", ");
    }
    dgs_field_add_label(to, field);
}

void dgs_field_add_name(dgs_buf *to, const dgs_node *field)
{
    const dgs_node *heading = dgs_field_heading(field);
    dgs_buf_addf(to, "%s-%d", heading == NULL ? "field" : heading->id, field->number);
}

bool dgs_field_is_number(const dgs_node *field)
{
    return field->active->kind == DGS_ACTIVE_LINE && (dgs_field_day(field) != NULL || is_scale(field->parent));
}

bool dgs_field_is_open(const dgs_node *field)
{
    for (const dgs_node *n = field->parent; n != NULL; n = n->parent)
        if (n->kind == DGS_NODE_BOX && n->box == DGS_BOX_BOOK)
            return false;
    return field->active->tick != DGS_TICK_DONE;
}

static dgs_string sentence_of(const dgs_node *field)
{
    static const dgs_string strings[DGS_ACTIVE_KINDS] = {[DGS_ACTIVE_TICK] = DGS_STRING_TICK_ALT,
                                                         [DGS_ACTIVE_LINE] = DGS_STRING_LINE_ALT,
                                                         [DGS_ACTIVE_LINES] = DGS_STRING_LINES_ALT};
    if (field->active->tick == DGS_TICK_DONE)
        return DGS_STRING_TICKED_ALT;
    if (!dgs_field_is_open(field))
        return DGS_STRING_PRACTICE_ALT;
    return dgs_field_is_number(field) ? DGS_STRING_NUMBER_ALT : strings[field->active->kind];
}

// The string of the kind with the label in it, "Day 1, Water: check box"; the label alone in a folder of content that
// has no words for it.
static bool describe(dgs_loader *loader, dgs_node *field)
{
    dgs_buf label = {.arena = loader->arena};
    dgs_field_add_label(&label, field);
    dgs_buf_addc(&label, '\0');
    if (label.failed)
        return dgs_loader_memory(loader);
    const dgs_string sentence = sentence_of(field);
    const dgs_fill with = {"label", label.p};
    field->alt = loader->strings[sentence] == NULL ? with.value : dgs_strings_fill(loader, sentence, &with, 1);
    return field->alt != NULL;
}

bool dgs_fields_describe(dgs_loader *loader, dgs_node *root)
{
    for (dgs_node *n = root; n != NULL; n = (dgs_node *)dgs_node_walk(root, n))
        if (n->kind == DGS_NODE_FIELD && !describe(loader, n))
            return false;
    return true;
}
