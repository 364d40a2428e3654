#include "pdf/tag.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "pdf/string.h"

typedef struct saying { // one run of a piece
    struct saying *next;
    dgs_str text;
} saying;

typedef struct piece { // of an element's content
    struct piece *next;
    saying *first, *last; // its words, where they are to be dumped
    size_t page;
    int mcid;               // for a marked sequence
    const dgs_object *link; // for an annotation
} piece;

struct dgs_element {
    const char *role;
    const dgs_node *node; // NULL for what the tree adds
    const char *attributes, *alt;
    const dgs_link *link; // of a Link
    const dgs_run *run;   // of a Span
    dgs_element *parent, *first, *last, *next;
    piece *pieces, *last_piece;
    bool keep;
    bool begun; // LBody: its label was painted
    bool covers;
    size_t cover_page;
    dgs_rect cover;
    dgs_object *object;
};

typedef struct holder { // of a mark or an annotation
    dgs_element *element;
} holder;

typedef struct page_marks {
    holder *holders; // by MCID
    size_t n, cap;
} page_marks;

struct dgs_tags {
    dgs_element *root;
    dgs_element **owners; // by node index: where the node's own content goes, or NULL
    page_marks *pages;
    holder *links; // by StructParent less the number of pages
    size_t nlinks, link_cap;
};

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

// ---- from content to elements ----

typedef enum shape {
    LEAF,   // one element that holds the text
    GROUP,  // an element for the children; content of its own goes into a P before them
    BARE,   // an element for the children alone
    LISTED, // LI > Lbl, LBody
    PICTURE
} shape;

static const struct {
    shape shape;
    const char *role;
} kinds[DGS_NODE_KINDS] = {
    [DGS_NODE_DOC] = {GROUP, "Document"},  [DGS_NODE_MASTHEAD] = {GROUP, "Sect"},
    [DGS_NODE_PART] = {GROUP, "Part"},     [DGS_NODE_SECTION] = {GROUP, "Sect"},
    [DGS_NODE_STEP] = {GROUP, "Sect"},     [DGS_NODE_BOX] = {GROUP, "Sect"},
    [DGS_NODE_HEADING] = {LEAF, "H1"},     [DGS_NODE_PARA] = {LEAF, "P"},
    [DGS_NODE_LIST] = {BARE, "L"},         [DGS_NODE_ITEM] = {LISTED, "LI"},
    [DGS_NODE_TABLE] = {BARE, "Table"},    [DGS_NODE_ROW] = {BARE, "TR"},
    [DGS_NODE_CELL] = {LEAF, "TD"},        [DGS_NODE_FIGURE] = {PICTURE, "Figure"},
    [DGS_NODE_LABEL] = {LEAF, "P"},        [DGS_NODE_CAPTION] = {LEAF, "Caption"},
    [DGS_NODE_BLANK] = {LEAF, "P"},        [DGS_NODE_CONTACTS] = {GROUP, "Sect"},
    [DGS_NODE_CODE] = {PICTURE, "Figure"}, [DGS_NODE_LOGO] = {PICTURE, "Figure"},
    [DGS_NODE_NAME] = {LEAF, "P"},         [DGS_NODE_TAGLINE] = {LEAF, "P"},
    [DGS_NODE_THERAPIST] = {LEAF, "P"},    [DGS_NODE_CLIENT] = {GROUP, "Sect"},
    [DGS_NODE_MARK] = {LEAF, "P"},         [DGS_NODE_IMPRINT] = {GROUP, "Sect"},
    [DGS_NODE_NOTE] = {LEAF, "P"},
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

static const char *attributes(const dgs_node *node)
{
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

// A caption stands after its Figure, not in it: a screen reader that says a Figure's Alt passes over what it holds.
static bool add_node(dgs_writer *writer, dgs_element *parent, const dgs_node *node)
{
    dgs_element **owner = &writer->tags->owners[node->index];
    shape form = kinds[node->kind].shape;
    dgs_element *element = add_element(writer, parent, leaf_role(node), node), *inner = element;
    if (element == NULL)
        return false;
    element->attributes = attributes(node);
    if (form == PICTURE)
        element->alt = node->alt;
    if (form == LISTED) {
        if (node->parent != NULL && node->parent->list != DGS_LIST_TICK &&
            add_element(writer, element, "Lbl", NULL) == NULL)
            return false;
        inner = add_element(writer, element, "LBody", NULL);
    }
    *owner = form == GROUP ? add_element(writer, element, "P", NULL) : form == BARE ? NULL : inner;
    if (inner == NULL || (form == GROUP && *owner == NULL))
        return false;
    for (const dgs_node *child = node->first; child != NULL; child = child->next)
        if (!add_node(writer, child->kind == DGS_NODE_CAPTION && parent != NULL ? parent : inner, child))
            return false;
    if (node->parent == NULL)
        writer->tags->root = element;
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
    return add_node(writer, NULL, writer->doc->root);
}

// ---- what painting asks and tells ----

dgs_element *dgs_tags_owner(dgs_writer *writer, const dgs_box *box, size_t run)
{
    if (box->node == NULL)
        return NULL;
    dgs_element *owner = writer->tags->owners[box->node->index];
    if (owner == NULL)
        return NULL;
    bool text = box->kind == DGS_BOX_TEXT;
    if (!text && kinds[box->node->kind].shape == GROUP)
        return NULL;
    // The first run of an item with a label is that label.
    dgs_element *label = owner->parent == NULL ? NULL : owner->parent->first;
    if (text && run == 0 && !owner->begun && label != NULL && strcmp(label->role, "Lbl") == 0) {
        owner->begun = true;
        return label;
    }
    return owner;
}

dgs_element *dgs_tags_link(dgs_writer *writer, dgs_element *owner, const dgs_link *link)
{
    for (dgs_element *e = owner->first; e != NULL; e = e->next)
        if (e->link == link)
            return e;
    dgs_element *element = add_element(writer, owner, "Link", NULL);
    if (element != NULL)
        element->link = link;
    return element;
}

dgs_element *dgs_tags_span(dgs_writer *writer, dgs_element *owner, const dgs_run *run)
{
    dgs_element *element = add_element(writer, owner, "Span", NULL);
    if (element != NULL)
        element->run = run;
    return element;
}

const char *dgs_tags_role(const dgs_element *element)
{
    return element->role;
}

static bool add_piece(dgs_writer *writer, dgs_element *element, piece content)
{
    piece *p = dgs_arena_alloc(writer->arena, sizeof *p);
    if (p == NULL)
        return dgs_fail_memory(writer->err);
    *p = content;
    if (element->last_piece == NULL)
        element->pieces = p;
    else
        element->last_piece->next = p;
    element->last_piece = p;
    return true;
}

int dgs_tags_mark(dgs_writer *writer, dgs_element *element, size_t page)
{
    page_marks *marks = &writer->tags->pages[page];
    int mcid = (int)marks->n;
    holder *slot = DGS_PUSH(writer->arena, marks->holders, marks->n, marks->cap);
    if (slot == NULL) {
        (void)dgs_fail_memory(writer->err);
        return -1;
    }
    slot->element = element;
    return add_piece(writer, element, (piece){.page = page, .mcid = mcid}) ? mcid : -1;
}

bool dgs_tags_say(dgs_writer *writer, dgs_element *element, dgs_str text)
{
    piece *p = element->last_piece;
    if (writer->options->tags == NULL || p == NULL)
        return true;
    saying *s = dgs_arena_alloc(writer->arena, sizeof *s);
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
    holder *slot = DGS_PUSH(writer->arena, tags->links, tags->nlinks, tags->link_cap);
    if (slot == NULL)
        return dgs_fail_memory(writer->err);
    slot->element = element;
    dgs_object_set_int(annotation, "StructParent", (int)(writer->pages->npages + tags->nlinks - 1));
    return add_piece(writer, element, (piece){.page = page, .link = annotation});
}

void dgs_tags_cover(dgs_element *element, size_t page, dgs_rect area)
{
    if (element->node != NULL && element->node->kind == DGS_NODE_LABEL)
        element = element->parent;
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

// ---- writing ----

// An element is kept when it or one below it was painted; of a table every cell, so that its rows stay even.
static bool mark_kept(dgs_element *element)
{
    bool keep = element->pieces != NULL;
    for (dgs_element *e = element->first; e != NULL; e = e->next)
        keep |= mark_kept(e);
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

// Numbers in the order of reading.
static void number_elements(dgs_writer *writer, dgs_element *element)
{
    element->object = dgs_object_new(writer->objects);
    for (dgs_element *e = element->first; e != NULL; e = e->next)
        if (e->keep)
            number_elements(writer, e);
}

static void add_piece_ref(dgs_writer *writer, dgs_buf *buf, const piece *p, size_t own_page)
{
    const dgs_object *page = writer->page[p->page].object;
    if (p->link == NULL && p->page == own_page) {
        dgs_buf_addint(buf, p->mcid);
        return;
    }
    dgs_buf_adds(buf, p->link == NULL ? "<</Type /MCR" : "<</Type /OBJR");
    if (p->page != own_page) {
        dgs_buf_adds(buf, " /Pg ");
        dgs_object_add_ref(buf, page);
    }
    if (p->link == NULL) {
        dgs_buf_addf(buf, " /MCID %d>>", p->mcid);
        return;
    }
    dgs_buf_adds(buf, " /Obj ");
    dgs_object_add_ref(buf, p->link);
    dgs_buf_adds(buf, ">>");
}

static bool is_inline(const dgs_element *element)
{
    return element->link != NULL || element->run != NULL;
}

// The next Link or Span from here on.
static const dgs_element *next_inline(const dgs_element *element)
{
    while (element != NULL && !is_inline(element))
        element = element->next;
    return element;
}

// The first mark of the element or of those in it.
static const piece *first_mark(const dgs_element *element)
{
    for (const piece *p = element->pieces; p != NULL; p = p->next)
        if (p->link == NULL)
            return p;
    for (const dgs_element *e = element->first; e != NULL; e = e->next) {
        const piece *p = first_mark(e);
        if (p != NULL)
            return p;
    }
    return element->pieces;
}

static void add_kid_ref(dgs_buf *buf, const dgs_element *kid)
{
    dgs_object_add_ref(buf, kid->object);
    dgs_buf_addc(buf, ' ');
}

static bool stands_before(const dgs_element *element, const piece *b)
{
    const piece *a = first_mark(element);
    return b->link == NULL && (a->page < b->page || (a->page == b->page && a->mcid < b->mcid));
}

// A leaf's own text comes before the blocks inside it, and its Links and Spans stand where they were painted.
static void add_kids(dgs_writer *writer, dgs_buf *buf, const dgs_element *element)
{
    size_t own_page = element->pieces == NULL ? 0 : element->pieces->page;
    const dgs_element *within = next_inline(element->first);
    for (const piece *p = element->pieces; p != NULL; p = p->next) {
        for (; within != NULL && stands_before(within, p); within = next_inline(within->next))
            add_kid_ref(buf, within);
        add_piece_ref(writer, buf, p, own_page);
        dgs_buf_addc(buf, ' ');
    }
    for (; within != NULL; within = next_inline(within->next))
        add_kid_ref(buf, within);
    for (const dgs_element *kid = element->first; kid != NULL; kid = kid->next)
        if (kid->keep && !is_inline(kid))
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
    buf->n = 0;
    dgs_buf_adds(buf, "/S /");
    dgs_buf_adds(buf, element->role);
    dgs_buf_adds(buf, " /P ");
    dgs_object_add_ref(buf, parent);
    if (element->pieces != NULL) {
        dgs_buf_adds(buf, " /Pg ");
        dgs_object_add_ref(buf, writer->page[element->pieces->page].object);
    }
    if (element->attributes != NULL)
        dgs_buf_addf(buf, " %s", element->attributes);
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

// From marks back to elements: an array for each page, an element for each annotation.
static void write_parent_tree(dgs_writer *writer, dgs_buf *buf, dgs_object *object)
{
    const dgs_tags *tags = writer->tags;
    buf->n = 0;
    dgs_buf_adds(buf, "/Nums [");
    for (size_t page = 0; page < writer->pages->npages; page++) {
        dgs_buf_addf(buf, "%zu [", page);
        for (size_t i = 0; i < tags->pages[page].n; i++) {
            dgs_object_add_ref(buf, tags->pages[page].holders[i].element->object);
            dgs_buf_addc(buf, ' ');
        }
        dgs_buf_adds(buf, "]\n");
    }
    for (size_t i = 0; i < tags->nlinks; i++) {
        dgs_buf_addf(buf, "%zu ", writer->pages->npages + i);
        dgs_object_add_ref(buf, tags->links[i].element->object);
        dgs_buf_addc(buf, '\n');
    }
    dgs_buf_addc(buf, ']');
    if (!buf->failed)
        dgs_object_set_entries(object, (dgs_str){buf->p, buf->n});
}

// ---- dump ----

static void dump_sayings(const piece *p, FILE *to)
{
    for (const saying *s = p->first; s != NULL; s = s->next)
        (void)fwrite(s->text.p, 1, s->text.n, to);
}

// The element's words, those of its Links and Spans in brackets where they stand.
static void dump_words(const dgs_element *element, FILE *to)
{
    const dgs_element *within = next_inline(element->first);
    for (const piece *p = element->pieces; p != NULL || within != NULL;) {
        if (within == NULL || (p != NULL && !stands_before(within, p))) {
            dump_sayings(p, to);
            p = p->next;
            continue;
        }
        (void)fputc('[', to);
        dump_words(within, to);
        (void)fputc(']', to);
        within = next_inline(within->next);
    }
}

static void dump_element(const dgs_element *element, int depth, FILE *to)
{
    (void)fprintf(to, "%*s%s", depth * 2, "", element->role);
    if (element->attributes != NULL && strstr(element->attributes, "/Scope") != NULL)
        (void)fputs(strstr(element->attributes, "/Column") != NULL ? " column" : " row", to);
    if (element->alt != NULL)
        (void)fprintf(to, " \"%s\"", element->alt);
    if (element->link != NULL)
        (void)fprintf(to, ": %s", element->link->contents);
    if (element->run != NULL && element->run->lang != NULL)
        (void)fprintf(to, " in %s", element->run->lang);
    if (element->run != NULL && element->run->expansion != NULL)
        (void)fprintf(to, ": %s", element->run->expansion);
    if (!is_inline(element) && element->alt == NULL &&
        (element->pieces != NULL || next_inline(element->first) != NULL)) {
        (void)fputs(": ", to);
        dump_words(element, to);
    }
    (void)fputc('\n', to);
    for (const dgs_element *e = element->first; e != NULL; e = e->next)
        if (e->keep)
            dump_element(e, depth + 1, to);
}

bool dgs_tags_end(dgs_writer *writer)
{
    dgs_tags *tags = writer->tags;
    (void)mark_kept(tags->root);
    keep_cells(tags->root, false);
    dgs_object *tree = dgs_object_new(writer->objects);
    dgs_object *parents = dgs_object_new(writer->objects);
    number_elements(writer, tags->root);
    dgs_object_set_name(tree, "Type", "StructTreeRoot");
    dgs_object_set_ref(tree, "K", tags->root->object);
    dgs_object_set_ref(tree, "ParentTree", parents);
    dgs_object_set_int(tree, "ParentTreeNextKey", (int)(writer->pages->npages + tags->nlinks));
    dgs_buf buf = {.arena = writer->arena};
    write_element(writer, &buf, tags->root, tree);
    write_parent_tree(writer, &buf, parents);
    dgs_object_set_ref(writer->catalog, "StructTreeRoot", tree);
    for (size_t page = 0; page < writer->pages->npages; page++)
        dgs_object_set_int(writer->page[page].object, "StructParents", (int)page);
    if (writer->options->tags != NULL)
        dump_element(tags->root, 0, writer->options->tags);
    return dgs_objects_ok(writer->objects, writer->err) && (!buf.failed || dgs_fail_memory(writer->err));
}
