#include "pdf/tag_inner.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "pdf/field.h"

static dgs_element *add_element(dgs_writer *writer, dgs_element *parent, const char *role, const dgs_node *node)
{
    dgs_element *element = dgs_arena_alloc(writer->arena, sizeof *element);
    if (element == NULL) {
        (void)dgs_fail_memory(writer->err);
        return NULL;
    }
    *element = (dgs_element){.role = role, .node = node, .parent = parent};
    if (parent == NULL)
        return element;
    if (parent->last == NULL)
        parent->first = element;
    else
        parent->last->next = element;
    parent->last = element;
    return element;
}

typedef enum tag_form {
    LEAF,   // one element that holds the text
    GROUP,  // an element for the children; content of its own goes into a P before them
    BARE,   // an element for the children alone
    LISTED, // LI > Lbl, LBody
    PICTURE,
    FIELD // a Form that a pen fills in, with the words that it is called by; they are heard as its Alt
} tag_form;

static const struct {
    tag_form form;
    const char *role;
} kinds[DGS_NODE_KINDS] = {
    [DGS_NODE_DOC] = {GROUP, "Document"},    [DGS_NODE_MASTHEAD] = {GROUP, "Sect"},
    [DGS_NODE_PART] = {GROUP, "Part"},       [DGS_NODE_SECTION] = {GROUP, "Sect"},
    [DGS_NODE_STEP] = {GROUP, "Sect"},       [DGS_NODE_BOX] = {GROUP, "Sect"},
    [DGS_NODE_HEADING] = {LEAF, "H1"},       [DGS_NODE_PARA] = {LEAF, "P"},
    [DGS_NODE_LIST] = {BARE, "L"},           [DGS_NODE_ITEM] = {LISTED, "LI"},
    [DGS_NODE_TABLE] = {BARE, "Table"},      [DGS_NODE_DAYS] = {BARE, "Div"},
    [DGS_NODE_ROW] = {BARE, "TR"},           [DGS_NODE_CELL] = {LEAF, "TD"},
    [DGS_NODE_FIGURE] = {PICTURE, "Figure"}, [DGS_NODE_LABEL] = {LEAF, "P"},
    [DGS_NODE_CAPTION] = {LEAF, "Caption"},  [DGS_NODE_BLANK] = {LEAF, "P"},
    [DGS_NODE_CONTACTS] = {GROUP, "Sect"},   [DGS_NODE_QR] = {PICTURE, "Figure"},
    [DGS_NODE_LOGO] = {PICTURE, "Figure"},   [DGS_NODE_NAME] = {LEAF, "P"},
    [DGS_NODE_TAGLINE] = {LEAF, "P"},        [DGS_NODE_THERAPIST] = {LEAF, "P"},
    [DGS_NODE_CLIENT] = {GROUP, "Sect"},     [DGS_NODE_BADGE] = {LEAF, "P"},
    [DGS_NODE_IMPRINT] = {GROUP, "Sect"},    [DGS_NODE_NOTE] = {LEAF, "P"},
    [DGS_NODE_FIELD] = {FIELD, "Form"},      [DGS_NODE_WELCOME] = {GROUP, "BlockQuote"},
};

static const char *leaf_role(const dgs_node *node)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (node->kind == DGS_NODE_HEADING)
        return headings[node->level < 1 ? 0 : node->level > 6 ? 5 : node->level - 1];
    if (node->kind == DGS_NODE_CELL && node->header)
        return "TH";
    return kinds[node->kind].role;
}

// A printed form says what its fields are (ISO 14289-1, 7.14; ISO 32000-1, 14.8.5.6).
static const char *field_attributes(const dgs_active *field)
{
    static const char *const ticks[] = {[DGS_TICK_NONE] = "/A <</O /PrintField /Role /tv>>",
                                        [DGS_TICK_OPEN] = "/A <</O /PrintField /Role /cb /checked /off>>",
                                        [DGS_TICK_DONE] = "/A <</O /PrintField /Role /cb /checked /on>>"};
    return ticks[field->tick];
}

static const char *attributes(const dgs_node *node)
{
    if (node->kind == DGS_NODE_FIELD)
        return field_attributes(node->active);
    static const char *const numbering[] = {
        [DGS_LIST_BULLET] = "/A <</O /List /ListNumbering /Disc>>",
        [DGS_LIST_NUMBER] = "/A <</O /List /ListNumbering /Decimal>>",
        [DGS_LIST_TICK] = "/A <</O /List /ListNumbering /None>>",
    };
    if (node->kind == DGS_NODE_LIST)
        return numbering[node->list];
    if (node->kind != DGS_NODE_CELL || !node->header)
        return NULL;
    bool first_row =
        node->parent == NULL || node->parent->parent == NULL || node->parent->parent->first == node->parent;
    return first_row ? "/A <</O /Table /Scope /Column>>" : "/A <</O /Table /Scope /Row>>";
}

static bool is_variable(const dgs_writer *writer, const dgs_node *node)
{
    return writer->pages->template != NULL && node->variable;
}

static bool add_node(dgs_writer *writer, dgs_element *parent, const dgs_node *node);

static bool has_picture_words(const dgs_node *node)
{
    return node->alt != NULL && (node->kind == DGS_NODE_STEP || node->kind == DGS_NODE_PART);
}

// Where the next child goes: the ring of a day is one more item in the list of its boxes.
static dgs_element *place_of(dgs_writer *writer, dgs_element *parent, const dgs_node *child)
{
    dgs_element *list = parent->last;
    bool ring = child->kind == DGS_NODE_BLANK && dgs_node_field(child) != NULL && dgs_field_is_number(child->first);
    if (!ring || list == NULL || strcmp(list->role, "L") != 0)
        return parent;
    dgs_element *item = add_element(writer, list, "LI", NULL);
    return item == NULL ? NULL : add_element(writer, item, "LBody", NULL);
}

static bool has_open_field(const dgs_node *node)
{
    for (const dgs_node *n = node; n != NULL; n = dgs_node_walk(node, n))
        if (n->kind == DGS_NODE_FIELD && dgs_field_is_open(n))
            return true;
    return false;
}

// Right before the first boxes or lines of a form for a pen a listener hears that none of them can be filled in here.
static bool add_pen_note(dgs_writer *writer, dgs_element *parent, const dgs_node *child)
{
    const char *note = writer->doc->about.pen_note;
    bool fields = child->kind == DGS_NODE_LIST || child->kind == DGS_NODE_TABLE || child->kind == DGS_NODE_DAYS ||
                  child->kind == DGS_NODE_BLANK;
    if (note == NULL || *note == '\0' || writer->options->typing > 0 || writer->variable || writer->tags->pen != NULL ||
        !fields || !has_open_field(child))
        return true;
    writer->tags->pen = add_element(writer, parent, "P", NULL);
    if (writer->tags->pen != NULL)
        writer->tags->pen->alt = note;
    return writer->tags->pen != NULL;
}

// What is said of the pen is printed nowhere, and an element has to hold something: it takes the first box of a field
// that has words to hold.
static bool is_for_pen(const dgs_writer *writer, const dgs_box *box)
{
    const dgs_element *pen = writer->tags->pen;
    return pen != NULL && pen->items == NULL && !writer->variable && box->kind != DGS_BOX_TEXT &&
           box->node->kind == DGS_NODE_FIELD && box->node->parent->nspans > 0 && dgs_field_is_open(box->node);
}

static bool add_child(dgs_writer *writer, dgs_element *parent, const dgs_node *child)
{
    if (!add_pen_note(writer, parent, child))
        return false;
    dgs_element *place = place_of(writer, parent, child), **owner = &writer->tags->owners[child->parent->index];
    if (place == NULL || !add_node(writer, place, child))
        return false;
    if (!has_picture_words(child->parent) || child != child->parent->first)
        return true;
    *owner = add_element(writer, parent, "Figure", NULL); // the words under the picture, after the heading
    if (*owner != NULL)
        (*owner)->alt = child->parent->alt;
    return *owner != NULL;
}

static bool add_children(dgs_writer *writer, dgs_element *parent, const dgs_node *node)
{
    const dgs_heard heard = dgs_node_heard(node);
    for (unsigned turn = 0; turn < DGS_HEARD_TURNS; turn++)
        for (const dgs_node *child = node->first; child != NULL; child = child->next)
            if (dgs_heard_turn(&heard, child) == turn && !add_child(writer, parent, child))
                return false;
    return true;
}

// Whether a code's Alt has the words of its caption, which are then heard with it and not again.
static bool is_in_alt(const dgs_writer *writer, const dgs_node *figure)
{
    const char *caption =
        figure->kind != DGS_NODE_QR || figure->first == NULL ? NULL : dgs_node_text(writer->arena, figure->first);
    return caption != NULL && strstr(figure->alt, caption) != NULL;
}

// What stands round a picture, in one element with it and not in the Figure: a screen reader that says a Figure's Alt
// passes over what it holds, and others say both. Labels are a list, so that each is heard, once, after the caption.
static bool add_round(dgs_writer *writer, dgs_element *parent, const dgs_node *figure)
{
    dgs_element *list = NULL;
    if (is_in_alt(writer, figure)) {
        writer->tags->owners[figure->first->index] = writer->tags->owners[figure->index];
        return true;
    }
    for (const dgs_node *child = figure->first; child != NULL; child = child->next)
        if (child->kind != DGS_NODE_LABEL && !add_node(writer, parent, child))
            return false;
    for (const dgs_node *child = figure->first; child != NULL; child = child->next) {
        if (child->kind != DGS_NODE_LABEL)
            continue;
        list = list != NULL ? list : add_element(writer, parent, "L", NULL);
        if (list != NULL)
            list->attributes = "/A <</O /List /ListNumbering /None>>";
        dgs_element *item = list == NULL ? NULL : add_element(writer, list, "LI", NULL);
        dgs_element *into = item == NULL ? NULL : add_element(writer, item, "LBody", NULL);
        writer->tags->owners[child->index] = into;
        if (into == NULL)
            return false;
    }
    return true;
}

// Whether a field's name says all that its leaf does: then the words are an artifact where a viewer's field is named,
// for its Form may hold nothing but the widget (ISO 32000-1, 14.8.4.5), and they would be heard twice.
static bool is_said_by_field(const dgs_node *leaf)
{
    for (size_t i = 0; i < leaf->nspans; i++)
        if (leaf->spans[i].link != NULL || leaf->spans[i].option != NULL)
            return false;
    return true;
}

// Of a line without words that goes on from one before: that one's field, which has more lines then. It is heard once.
static bool goes_on(dgs_writer *writer, const dgs_node *node)
{
    const dgs_node *field = node->kind == DGS_NODE_BLANK && node->nspans == 0 ? dgs_node_field(node) : NULL;
    const dgs_node *before = field == NULL ? NULL : field->active->goes_on;
    if (before == NULL || dgs_field_is_widget(writer, field))
        return false;
    dgs_element **owners = writer->tags->owners;
    owners[node->index] = owners[field->index] = owners[dgs_node_field(before)->index];
    return owners[field->index] != NULL;
}

static bool add_picture(dgs_writer *writer, dgs_element *parent, const dgs_node *node)
{
    if (node->alt == NULL) // a decoration
        return true;
    dgs_element *with =
        node->first == NULL || is_in_alt(writer, node) ? parent : add_element(writer, parent, "Div", NULL);
    dgs_element *figure = with == NULL ? NULL : add_element(writer, with, leaf_role(node), node);
    if (figure == NULL)
        return false;
    figure->alt = node->alt;
    writer->tags->owners[node->index] = figure;
    return add_round(writer, with, node);
}

static bool add_node(dgs_writer *writer, dgs_element *parent, const dgs_node *node)
{
    if (kinds[node->kind].form == PICTURE)
        return add_picture(writer, parent, node);
    if (goes_on(writer, node))
        return true;
    dgs_element **owner = &writer->tags->owners[node->index];
    tag_form form = kinds[node->kind].form;
    dgs_element *element = add_element(writer, parent, leaf_role(node), node), *inner = element;
    if (element == NULL)
        return false;
    element->attributes = attributes(node);
    element->variable = is_variable(writer, node) && !writer->variable;
    if (element->variable)
        return true;
    if (form == FIELD && !dgs_field_is_widget(writer, node))
        element->alt = node->alt;
    if (form == FIELD && element->alt == NULL)
        element->attributes = NULL;
    if (form == LISTED) {
        if (node->parent != NULL && node->parent->list != DGS_LIST_TICK &&
            add_element(writer, element, "Lbl", NULL) == NULL)
            return false;
        inner = add_element(writer, element, "LBody", NULL);
    }
    *owner = form == GROUP ? add_element(writer, element, "P", NULL) : form == BARE ? NULL : inner;
    if (inner == NULL || (form == GROUP && *owner == NULL))
        return false;
    if (!add_children(writer, inner, node))
        return false;
    const dgs_node *field = form == LEAF || form == LISTED ? dgs_node_field(node) : NULL;
    if (field != NULL && !dgs_field_is_widget(writer, field)) // its words name the field: they are said once
        *owner = writer->tags->owners[field->index];
    else if (field != NULL && is_said_by_field(node))
        *owner = NULL;
    if (parent == NULL)
        writer->tags->root = element;
    return true;
}

// The pieces of the tree that the fixed part has left out.
static bool begin_roots(dgs_writer *writer)
{
    const dgs_fixed_part *fixed = writer->fixed;
    dgs_tags *tags = writer->tags;
    tags->roots = dgs_arena_array(writer->arena, fixed->nroots, sizeof(dgs_element *));
    if (tags->roots == NULL)
        return dgs_fail_memory(writer->err);
    for (size_t i = 0; i < fixed->nroots; i++) {
        if (!add_node(writer, NULL, fixed->roots[i].node))
            return false;
        tags->roots[i] = tags->root;
        if (writer->options->tags != NULL)
            fixed->roots[i].place->filled = tags->root;
    }
    return true;
}

bool dgs_tags_begin(dgs_writer *writer)
{
    dgs_tags *tags = dgs_arena_alloc(writer->arena, sizeof *tags);
    writer->tags = tags;
    if (tags == NULL)
        return dgs_fail_memory(writer->err);
    tags->owners = dgs_arena_array(writer->arena, writer->doc->count, sizeof(dgs_element *));
    tags->pages = dgs_arena_array(writer->arena, writer->pages->npages, sizeof *tags->pages);
    if (tags->owners == NULL || tags->pages == NULL)
        return dgs_fail_memory(writer->err);
    return writer->variable ? begin_roots(writer) : add_node(writer, NULL, writer->doc->root);
}

dgs_element *dgs_tags_owner(dgs_writer *writer, const dgs_box *box, size_t run)
{
    if (box->node == NULL)
        return NULL;
    dgs_element *owner = writer->tags->owners[box->node->index];
    if (owner == NULL)
        return NULL;
    if (is_for_pen(writer, box))
        return writer->tags->pen;
    bool text = box->kind == DGS_BOX_TEXT;
    if (dgs_field_is_widget(writer, box->node))
        return NULL;
    if (!text && kinds[box->node->kind].form == GROUP)
        return NULL;
    // The first run of an item with a label is that label.
    dgs_element *label = owner->parent == NULL ? NULL : owner->parent->first;
    if (text && run == 0 && !owner->begun && label != NULL && strcmp(label->role, "Lbl") == 0) {
        owner->begun = true;
        return label;
    }
    return owner;
}

dgs_element *dgs_tags_active(dgs_writer *writer, dgs_element *owner, const dgs_active *active)
{
    static const char *const roles[DGS_ACTIVE_KINDS] = {[DGS_ACTIVE_OUT] = "Link", [DGS_ACTIVE_WITHIN] = "Link"};
    for (dgs_element *e = owner->first; e != NULL; e = e->next)
        if (e->active == active)
            return e;
    dgs_element *element = add_element(writer, owner, roles[active->kind], NULL);
    if (element != NULL)
        element->active = active;
    return element;
}

dgs_element *dgs_tags_span(dgs_writer *writer, dgs_element *owner, const dgs_run *run, dgs_element *open)
{
    const dgs_run *last = open == NULL || open->parent != owner ? NULL : open->run;
    bool another = last != NULL && !(dgs_face_family(last->face) && dgs_face_family(run->face));
    if (another && last->lang == run->lang && last->expansion == NULL && run->expansion == NULL) {
        open->run = dgs_face_family(run->face) ? last : run;
        return open;
    }
    dgs_element *element = add_element(writer, owner, "Span", NULL);
    if (element != NULL)
        element->run = run;
    return element;
}

dgs_element *dgs_tags_field(dgs_writer *writer, const dgs_node *field)
{
    dgs_element *first = writer->tags->owners[field->index];
    return first->items == NULL ? first : add_element(writer, first->parent, first->role, NULL);
}

const char *dgs_tags_role(const dgs_element *element)
{
    return element->role;
}

static bool add_item(dgs_writer *writer, dgs_element *element, dgs_content_item content)
{
    dgs_content_item *p = dgs_arena_alloc(writer->arena, sizeof *p);
    if (p == NULL)
        return dgs_fail_memory(writer->err);
    *p = content;
    p->turn = writer->tags->nitems++;
    if (element->last_item == NULL)
        element->items = p;
    else
        element->last_item->next = p;
    element->last_item = p;
    return true;
}

int dgs_tags_mcid(dgs_writer *writer, dgs_element *element, size_t page)
{
    dgs_page_mcids *marks = &writer->tags->pages[page];
    int mcid = (int)(marks->n + (writer->variable ? writer->fixed->page[page].nmarks : 0));
    dgs_holder *item = DGS_PUSH(writer->arena, marks->holders, marks->n, marks->cap);
    if (item == NULL) {
        (void)dgs_fail_memory(writer->err);
        return -1;
    }
    item->element = element;
    return add_item(writer, element, (dgs_content_item){.page = page, .mcid = mcid}) ? mcid : -1;
}

bool dgs_tags_say(dgs_writer *writer, dgs_element *element, dgs_str text)
{
    dgs_content_item *p = element->last_item;
    if (writer->options->tags == NULL || p == NULL)
        return true;
    dgs_saying *s = dgs_arena_alloc(writer->arena, sizeof *s);
    if (s == NULL)
        return dgs_fail_memory(writer->err);
    s->text = text;
    if (p->last == NULL)
        p->first = s;
    else
        p->last->next = s;
    p->last = s;
    return true;
}

bool dgs_tags_annotation(dgs_writer *writer, dgs_element *element, size_t page, dgs_object *annotation)
{
    dgs_tags *tags = writer->tags;
    dgs_holder *item = DGS_PUSH(writer->arena, tags->annotations, tags->nannotations, tags->annotation_cap);
    if (item == NULL)
        return dgs_fail_memory(writer->err);
    item->element = element;
    size_t before = writer->pages->npages + (writer->variable ? writer->fixed->nannotations : 0);
    dgs_object_set_int(annotation, "StructParent", (int)(before + tags->nannotations - 1));
    return add_item(writer, element, (dgs_content_item){.page = page, .annotation = annotation});
}

void dgs_tags_cover(dgs_element *element, size_t page, dgs_rect area)
{
    if (strcmp(element->role, "Figure") != 0 || (element->covers && element->cover_page != page))
        return;
    if (element->covers) {
        dgs_rect c = element->cover;
        double right = fmax(c.x + c.w, area.x + area.w), bottom = fmax(c.y + c.h, area.y + area.h);
        area.x = fmin(c.x, area.x);
        area.y = fmin(c.y, area.y);
        area.w = right - area.x;
        area.h = bottom - area.y;
    }
    element->covers = true;
    element->cover_page = page;
    element->cover = area;
}
