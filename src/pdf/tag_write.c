// The structure tree -> objects, each part of it to its own.
#include <math.h>
#include <string.h>

#include "pdf/string.h"
#include "pdf/tag_inner.h"

// An element is kept when it or one below it was painted; of a table every cell, so that its rows stay even.
static bool mark_kept(const dgs_writer *writer, dgs_element *element)
{
    bool keep = element->variable ? writer->pages->node_page[element->node->index] >= 0 : element->items != NULL;
    for (dgs_element *e = element->first; e != NULL; e = e->next)
        keep |= mark_kept(writer, e);
    return element->keep = keep;
}

static void keep_cells(dgs_element *element, bool in_table)
{
    bool table = element->node != NULL && element->node->kind == DGS_NODE_TABLE && element->keep;
    bool cell = element->node != NULL && (element->node->kind == DGS_NODE_ROW || element->node->kind == DGS_NODE_CELL);
    element->keep |= in_table && cell;
    for (dgs_element *e = element->first; e != NULL; e = e->next)
        keep_cells(e, (in_table && cell) || table);
}

// Numbers in the order of reading, but for those of the variable part.
static void number_elements(dgs_writer *writer, dgs_element *element)
{
    if (element->object == NULL)
        element->object = element->variable ? dgs_object_reserve(writer->objects) : dgs_object_new(writer->objects);
    for (dgs_element *e = element->first; e != NULL; e = e->next)
        if (e->keep)
            number_elements(writer, e);
}

static void add_item_ref(dgs_writer *writer, dgs_buf *buf, const dgs_content_item *p, size_t own_page)
{
    const dgs_object *page = writer->page[p->page].object;
    if (p->annotation == NULL && p->page == own_page) {
        dgs_buf_addint(buf, p->mcid);
        return;
    }
    dgs_buf_adds(buf, p->annotation == NULL ? "<</Type /MCR" : "<</Type /OBJR");
    if (p->page != own_page) {
        dgs_buf_adds(buf, " /Pg ");
        dgs_object_add_ref(buf, page);
    }
    if (p->annotation == NULL) {
        dgs_buf_addf(buf, " /MCID %d>>", p->mcid);
        return;
    }
    dgs_buf_adds(buf, " /Obj ");
    dgs_object_add_ref(buf, p->annotation);
    dgs_buf_adds(buf, ">>");
}

bool dgs_element_is_inline(const dgs_element *element)
{
    return element->active != NULL || element->run != NULL;
}

// The next Link or Span from here on.
const dgs_element *dgs_element_next_inline(const dgs_element *element)
{
    while (element != NULL && !dgs_element_is_inline(element))
        element = element->next;
    return element;
}

// The first content item of the element or of those in it.
static const dgs_content_item *first_item(const dgs_element *element)
{
    for (const dgs_content_item *p = element->items; p != NULL; p = p->next)
        if (p->annotation == NULL)
            return p;
    for (const dgs_element *e = element->first; e != NULL; e = e->next) {
        const dgs_content_item *p = first_item(e);
        if (p != NULL)
            return p;
    }
    return element->items;
}

static void add_kid_ref(dgs_buf *buf, const dgs_element *kid)
{
    dgs_object_add_ref(buf, kid->object);
    dgs_buf_addc(buf, ' ');
}

bool dgs_element_stands_before(const dgs_element *element, const dgs_content_item *b)
{
    const dgs_content_item *a = first_item(element);
    return b->annotation == NULL && a->turn < b->turn;
}

// A leaf's own text comes before the blocks inside it, and its Links and Spans stand where they were painted.
static void add_kids(dgs_writer *writer, dgs_buf *buf, const dgs_element *element)
{
    size_t own_page = element->items == NULL ? 0 : element->items->page;
    const dgs_element *within = dgs_element_next_inline(element->first);
    for (const dgs_content_item *p = element->items; p != NULL; p = p->next) {
        for (; within != NULL && dgs_element_stands_before(within, p); within = dgs_element_next_inline(within->next))
            add_kid_ref(buf, within);
        add_item_ref(writer, buf, p, own_page);
        dgs_buf_addc(buf, ' ');
    }
    for (; within != NULL; within = dgs_element_next_inline(within->next))
        add_kid_ref(buf, within);
    for (const dgs_element *kid = element->first; kid != NULL; kid = kid->next)
        if (kid->keep && !dgs_element_is_inline(kid))
            add_kid_ref(buf, kid);
}

static void add_figure_entries(dgs_writer *writer, dgs_buf *buf, const dgs_element *element)
{
    if (element->alt != NULL) {
        dgs_buf_adds(buf, " /Alt ");
        dgs_pdf_add_text(buf, element->alt);
    }
    if (!element->covers)
        return;
    dgs_rect c = element->cover;
    const double box[] = {c.x, writer->pages->height - c.y - c.h, c.x + c.w, writer->pages->height - c.y};
    dgs_buf_adds(buf, " /A <</O /Layout /Placement /Block /BBox [");
    for (int i = 0; i < 4; i++) {
        dgs_buf_addnum(buf, round(box[i] * 100) / 100);
        dgs_buf_addc(buf, ' ');
    }
    dgs_buf_adds(buf, "]>>");
}

static void add_spoken_entries(dgs_buf *buf, const dgs_element *element)
{
    if (element->run != NULL && element->run->lang != NULL) {
        dgs_buf_adds(buf, " /Lang ");
        dgs_pdf_add_text(buf, element->run->lang);
    }
    if (element->run != NULL && element->run->expansion != NULL) {
        dgs_buf_adds(buf, " /E ");
        dgs_pdf_add_text(buf, element->run->expansion);
    }
}

static void write_element(dgs_writer *writer, dgs_buf *buf, const dgs_element *element, const dgs_object *parent)
{
    if (element->variable)
        return;
    buf->n = 0;
    dgs_buf_adds(buf, "/S /");
    dgs_buf_adds(buf, element->role);
    dgs_buf_adds(buf, " /P ");
    dgs_object_add_ref(buf, parent);
    if (element->items != NULL) {
        dgs_buf_adds(buf, " /Pg ");
        dgs_object_add_ref(buf, writer->page[element->items->page].object);
    }
    if (element->attributes != NULL) {
        dgs_buf_addc(buf, ' ');
        dgs_buf_adds(buf, element->attributes);
    }
    add_figure_entries(writer, buf, element);
    add_spoken_entries(buf, element);
    dgs_buf_adds(buf, " /K [");
    add_kids(writer, buf, element);
    dgs_buf_addc(buf, ']');
    if (!buf->failed)
        dgs_object_set_entries(element->object, (dgs_str){buf->p, buf->n});
    for (const dgs_element *e = element->first; e != NULL; e = e->next)
        if (e->keep)
            write_element(writer, buf, e, element->object);
}

// From marks back to elements: "12 0 R " for each mark of the page.
static void add_marks(const dgs_tags *tags, size_t page, dgs_buf *buf)
{
    for (size_t i = 0; i < tags->pages[page].n; i++) {
        dgs_object_add_ref(buf, tags->pages[page].holders[i].element->object);
        dgs_buf_addc(buf, ' ');
    }
}

// And from annotations, whose keys begin with `first`.
static void add_annotations(const dgs_tags *tags, size_t first, dgs_buf *buf)
{
    for (size_t i = 0; i < tags->nannotations; i++) {
        dgs_buf_addf(buf, "%zu", first + i);
        dgs_buf_addc(buf, ' ');
        dgs_object_add_ref(buf, tags->annotations[i].element->object);
        dgs_buf_addc(buf, '\n');
    }
}

// An array for each page, an element for each annotation.
static void write_parent_tree(dgs_writer *writer, dgs_buf *buf, dgs_object *object)
{
    const dgs_fixed_part *fixed = writer->fixed;
    size_t npages = writer->pages->npages;
    buf->n = 0;
    dgs_buf_adds(buf, "/Nums [");
    for (size_t page = 0; page < npages; page++) {
        dgs_buf_addint(buf, (long long)page);
        dgs_buf_adds(buf, " [");
        dgs_buf_add(buf, fixed->page[page].marks.p, fixed->page[page].marks.n);
        add_marks(writer->tags, page, buf);
        dgs_buf_adds(buf, "]\n");
    }
    dgs_buf_add(buf, fixed->annotation_parents.p, fixed->annotation_parents.n);
    add_annotations(writer->tags, npages + fixed->nannotations, buf);
    dgs_buf_addc(buf, ']');
    if (!buf->failed)
        dgs_object_set_entries(object, (dgs_str){buf->p, buf->n});
}

static bool note_roots(dgs_writer *writer, dgs_element *element)
{
    dgs_fixed_part *fixed = writer->fixed;
    for (dgs_element *e = element->first; e != NULL; e = e->next) {
        if (!e->variable && !note_roots(writer, e))
            return false;
        if (!e->variable || !e->keep)
            continue;
        dgs_fixed_root *root = DGS_PUSH(writer->arena, fixed->roots, fixed->nroots, fixed->roots_cap);
        if (root == NULL)
            return dgs_fail_memory(writer->err);
        *root = (dgs_fixed_root){e->node, e, dgs_object_number(e->object), dgs_object_number(element->object)};
    }
    return true;
}

// What the variable part needs for the parent tree, which it writes.
static bool note_parents(dgs_writer *writer)
{
    dgs_fixed_part *fixed = writer->fixed;
    const dgs_tags *tags = writer->tags;
    for (size_t page = 0; page < writer->pages->npages; page++) {
        dgs_buf marks = {.arena = writer->arena};
        add_marks(tags, page, &marks);
        fixed->page[page].marks = (dgs_str){marks.p, marks.n};
        fixed->page[page].nmarks = tags->pages[page].n;
        if (marks.failed)
            return dgs_fail_memory(writer->err);
    }
    dgs_buf annotations = {.arena = writer->arena};
    add_annotations(tags, writer->pages->npages, &annotations);
    fixed->annotation_parents = (dgs_str){annotations.p, annotations.n};
    fixed->nannotations = tags->nannotations;
    return !annotations.failed || dgs_fail_memory(writer->err);
}

static bool end_fixed(dgs_writer *writer)
{
    dgs_tags *tags = writer->tags;
    (void)mark_kept(writer, tags->root);
    keep_cells(tags->root, false);
    const dgs_object *tree = dgs_object_reserve(writer->objects), *parents = dgs_object_reserve(writer->objects);
    number_elements(writer, tags->root);
    writer->fixed->tree = dgs_object_number(tree);
    writer->fixed->parents = dgs_object_number(parents);
    writer->fixed->document = tags->root;
    writer->fixed->document_number = dgs_object_number(tags->root->object);
    dgs_buf buf = {.arena = writer->arena};
    write_element(writer, &buf, tags->root, tree);
    dgs_object_set_ref(writer->catalog, "StructTreeRoot", tree);
    return !buf.failed && note_roots(writer, tags->root) ? note_parents(writer) : dgs_fail_memory(writer->err);
}

static void write_roots(dgs_writer *writer, dgs_buf *buf)
{
    const dgs_fixed_part *fixed = writer->fixed;
    for (size_t i = 0; i < fixed->nroots; i++) {
        dgs_element *element = writer->tags->roots[i];
        (void)mark_kept(writer, element);
        keep_cells(element, false);
        element->object = dgs_object_new_at(writer->objects, fixed->roots[i].object);
        number_elements(writer, element);
        write_element(writer, buf, element, dgs_object_elsewhere(writer->objects, fixed->roots[i].parent));
    }
}

static bool end_variable(dgs_writer *writer)
{
    const dgs_fixed_part *fixed = writer->fixed;
    dgs_buf buf = {.arena = writer->arena};
    dgs_object *tree = dgs_object_new_at(writer->objects, fixed->tree);
    dgs_object *parents = dgs_object_new_at(writer->objects, fixed->parents);
    write_roots(writer, &buf);
    write_parent_tree(writer, &buf, parents);
    dgs_object_set_name(tree, "Type", "StructTreeRoot");
    dgs_object_set_ref(tree, "K", dgs_object_elsewhere(writer->objects, fixed->document_number));
    dgs_object_set_ref(tree, "ParentTree", parents);
    dgs_object_set_int(tree, "ParentTreeNextKey",
                       (int)(writer->pages->npages + fixed->nannotations + writer->tags->nannotations));
    if (writer->options->tags != NULL)
        dgs_element_dump(fixed->document, 0, writer->options->tags);
    return !buf.failed || dgs_fail_memory(writer->err);
}

bool dgs_tags_end(dgs_writer *writer)
{
    return (writer->variable ? end_variable : end_fixed)(writer) && dgs_objects_ok(writer->objects, writer->err);
}
