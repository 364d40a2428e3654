#include <string.h>

#include "content/loader.h"

bool dgs_heading_read(dgs_loader *loader, cmark_node *first, int line, int written, int level, dgs_node *into)
{
    dgs_node *heading = dgs_loader_node(loader, into, DGS_NODE_HEADING, line);
    if (heading == NULL || !dgs_inline_read(loader, first, line, DGS_FIELDS_PUBLIC, heading))
        return false;
    heading->written = written;
    heading->level = level;
    return dgs_resolve_name(loader, heading);
}

bool dgs_comment(cmark_node *html, int line, dgs_loader *loader)
{
    dgs_str text = dgs_str_trim(dgs_str_of(cmark_node_get_literal(html)));
    const char *end = text.n < 7 ? NULL : strstr(text.p + 4, "-->"); // the literal ends with a NUL
    if (dgs_str_starts(text, "<!--") && end == text.p + text.n - 3)
        return true;
    if (dgs_str_starts(text, "<!--"))
        return dgs_loader_fail(loader, line, "a comment here does not end with its line: begin a new line after -->");
    return dgs_loader_fail(loader, line, "HTML is not supported here: write it in Markdown, or remove it");
}

static bool read_html(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    (void)into;
    return dgs_comment(block, cmark_node_get_start_line(block), loader);
}

static bool read_code(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    (void)into;
    return dgs_loader_fail(
        loader, cmark_node_get_start_line(block),
        "code blocks are not supported in a handout: begin the lines at the margin, without ``` around them");
}

static bool read_heading(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    (void)into;
    return dgs_loader_fail(loader, cmark_node_get_start_line(block),
                           "a heading is not allowed here: a box may begin with one, a list may not hold any");
}

static bool read_paragraph(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    cmark_node *first = cmark_node_first_child(block);
    int line = cmark_node_get_start_line(block);
    if (first != NULL && cmark_node_get_type(first) == CMARK_NODE_IMAGE)
        return dgs_figure_read(loader, block, into);
    if (dgs_table_starts(loader, block))
        return dgs_table_read(loader, block, into);
    size_t links = loader->nall_links;
    dgs_node *para = dgs_loader_node(loader, into, DGS_NODE_PARA, line);
    if (para == NULL || !dgs_inline_read(loader, first, line, DGS_FIELDS_ALL, para))
        return false;
    if (dgs_spans_end_in_line(para)) {
        para->kind = DGS_NODE_BLANK;
        dgs_spans_drop_line(para);
        return dgs_field_add(loader, para, DGS_ACTIVE_LINE, DGS_TICK_NONE);
    }
    if (para->nspans == 0 && loader->nall_links == links) // a comment
        dgs_node_detach(para);
    return true;
}

static bool read_rule(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    int line = cmark_node_get_start_line(block);
    dgs_str s = dgs_source_line(loader->file, line);
    if (memchr(s.p, '_', s.n) == NULL)
        return dgs_loader_fail(loader, line, "a rule is not supported here: write ___ for a line to write on");
    dgs_node *blank = dgs_loader_node(loader, into, DGS_NODE_BLANK, line);
    return blank != NULL && dgs_field_add(loader, blank, DGS_ACTIVE_LINE, DGS_TICK_NONE);
}

// "[ ] words" or "[x] words".
static dgs_tick tick_of(const dgs_node *item)
{
    dgs_str s = item->nspans == 0 ? (dgs_str){"", 0} : item->spans[0].text;
    bool end = s.n == 3 || (s.n > 3 && s.p[3] == ' ');
    if (end && dgs_str_starts(s, "[ ]"))
        return DGS_TICK_OPEN;
    return end && (dgs_str_starts(s, "[x]") || dgs_str_starts(s, "[X]")) ? DGS_TICK_DONE : DGS_TICK_NONE;
}

static bool read_item_text(dgs_loader *loader, cmark_node *block, dgs_node *item)
{
    cmark_node *text = cmark_node_first_child(block);
    bool paragraph = text != NULL && cmark_node_get_type(text) == CMARK_NODE_PARAGRAPH;
    if (paragraph && !dgs_inline_read(loader, cmark_node_first_child(text), item->line, DGS_FIELDS_ALL, item))
        return false;
    dgs_tick tick = tick_of(item);
    if (tick != DGS_TICK_NONE) {
        dgs_spans_drop_start(item, 3);
        if (!dgs_field_add(loader, item, DGS_ACTIVE_TICK, tick))
            return false;
    }
    if (dgs_spans_end_in_line(item))
        return dgs_loader_fail(loader, item->line,
                               "a line to write on is not allowed in a list: put it in a paragraph of its own");
    return true;
}

static bool read_list(dgs_loader *loader, cmark_node *block, dgs_node *into);

static bool read_item(dgs_loader *loader, cmark_node *block, dgs_node *list)
{
    dgs_node *item = dgs_loader_node(loader, list, DGS_NODE_ITEM, cmark_node_get_start_line(block));
    if (item == NULL || !read_item_text(loader, block, item))
        return false;
    cmark_node *rest = cmark_node_next(cmark_node_first_child(block));
    for (; rest != NULL; rest = cmark_node_next(rest)) {
        if (cmark_node_get_type(rest) != CMARK_NODE_LIST)
            return dgs_loader_fail(loader, cmark_node_get_start_line(rest),
                                   "a list item has one paragraph and lists under it: begin a new item, or end "
                                   "the list");
        if (!read_list(loader, rest, item))
            return false;
    }
    return true;
}

// A list is a tick list when its items are; half of one is a mistake.
static bool set_style(dgs_loader *loader, dgs_node *list, int start)
{
    if (dgs_node_tick(list->first) != DGS_TICK_NONE)
        list->list = DGS_LIST_TICK;
    int number = start;
    for (dgs_node *item = list->first; item != NULL; item = item->next, number++) {
        if ((dgs_node_tick(item) != DGS_TICK_NONE) != (list->list == DGS_LIST_TICK))
            return dgs_loader_fail(
                loader, item->line,
                "some items of this list have a checkbox and some do not: begin each with [ ], or none");
        item->number = list->list == DGS_LIST_NUMBER ? number : 0;
    }
    return true;
}

static size_t depth_of(const dgs_node *list)
{
    size_t depth = 0;
    for (const dgs_node *node = list; node != NULL; node = node->parent)
        depth += node->kind == DGS_NODE_LIST;
    return depth;
}

static bool read_list(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    int line = cmark_node_get_start_line(block);
    dgs_node *list = dgs_loader_node(loader, into, DGS_NODE_LIST, line);
    if (list == NULL)
        return false;
    if (depth_of(list) > DGS_CONTENT_LISTS_MAX)
        return dgs_loader_fail(loader, line, "lists are nested more than %d deep: use fewer levels",
                               DGS_CONTENT_LISTS_MAX);
    bool ordered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST;
    list->list = ordered ? DGS_LIST_NUMBER : DGS_LIST_BULLET;
    for (cmark_node *n = cmark_node_first_child(block); n != NULL; n = cmark_node_next(n))
        if (!read_item(loader, n, list))
            return false;
    return set_style(loader, list, cmark_node_get_list_start(block));
}

typedef bool block_fn(dgs_loader *loader, cmark_node *block, dgs_node *into);
static block_fn read_box;

bool dgs_block_read(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    static block_fn *const readers[] = {
        [CMARK_NODE_BLOCK_QUOTE] = read_box,     [CMARK_NODE_LIST] = read_list,
        [CMARK_NODE_CODE_BLOCK] = read_code,     [CMARK_NODE_HTML_BLOCK] = read_html,
        [CMARK_NODE_PARAGRAPH] = read_paragraph, [CMARK_NODE_HEADING] = read_heading,
        [CMARK_NODE_THEMATIC_BREAK] = read_rule,
    };
    size_t type = (size_t)cmark_node_get_type(block);
    if (type >= sizeof readers / sizeof *readers || readers[type] == NULL)
        return dgs_loader_fail(loader, cmark_node_get_start_line(block),
                               "this kind of block is not supported here: remove it");
    return readers[type](loader, block, into);
}

bool dgs_blocks_read(dgs_loader *loader, cmark_node *first, dgs_node *into)
{
    for (cmark_node *n = first; n != NULL; n = cmark_node_next(n))
        if (!dgs_block_read(loader, n, into))
            return false;
    return true;
}

// The level of the heading that a node stands under.
static int level_above(const dgs_node *node)
{
    for (; node != NULL; node = node->parent)
        if (node->first != NULL && node->first->kind == DGS_NODE_HEADING)
            return node->first->level;
    return 0;
}

// Takes "[!KEY]" off the first paragraph of a box and gives the box that role.
static bool read_marker(dgs_loader *loader, dgs_node *box)
{
    static const char *const names[] = {"NOTE", "KEY", "BOOK", "NOW", "TODAY", "VISIT", NULL};
    static const dgs_box_role roles[] = {DGS_BOX_NOTE, DGS_BOX_KEY,   DGS_BOX_BOOK,
                                         DGS_BOX_NOW,  DGS_BOX_TODAY, DGS_BOX_VISIT};
    dgs_node *para = box->first;
    if (para == NULL || para->kind != DGS_NODE_PARA || para->nspans == 0 || !dgs_str_starts(para->spans[0].text, "[!"))
        return true;
    dgs_str text = para->spans[0].text;
    const char *end = memchr(text.p, ']', text.n);
    size_t n = end == NULL ? text.n : (size_t)(end - text.p);
    dgs_str marker = {text.p + 2, n - 2};
    for (size_t i = 0; end != NULL && names[i] != NULL; i++)
        if (dgs_str_is(marker, names[i])) {
            box->box = roles[i];
            dgs_spans_drop_start(para, n + 1);
            if (para->nspans == 0)
                dgs_node_detach(para);
            return true;
        }
    const char *word = dgs_text_short(loader, marker);
    return dgs_loader_fail(loader, para->line,
                           "box [!%s] not found%s: the boxes are [!KEY], [!BOOK], [!NOTE], [!NOW], [!TODAY] and "
                           "[!VISIT]",
                           word, dgs_loader_hint(loader, word, names, "[!", "]"));
}

// The first heading of a box; `block` is moved past it.
static bool read_box_heading(dgs_loader *loader, cmark_node **block, dgs_node *box)
{
    cmark_node *heading = *block;
    if (heading == NULL || box->first != NULL || cmark_node_get_type(heading) != CMARK_NODE_HEADING)
        return true;
    *block = cmark_node_next(heading);
    return dgs_heading_read(loader, cmark_node_first_child(heading), cmark_node_get_start_line(heading),
                            cmark_node_get_heading_level(heading), level_above(box->parent) + 1, box);
}

static bool read_box(dgs_loader *loader, cmark_node *block, dgs_node *into)
{
    int line = cmark_node_get_start_line(block);
    if (into->kind == DGS_NODE_BOX)
        return dgs_loader_fail(loader, line, "a box is not allowed in a box: remove one >");
    dgs_node *box = dgs_loader_node(loader, into, DGS_NODE_BOX, line);
    cmark_node *n = cmark_node_first_child(block);
    if (box == NULL || !read_box_heading(loader, &n, box))
        return false;
    if (n != NULL && cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH && box->first == NULL) {
        if (!dgs_block_read(loader, n, box) || !read_marker(loader, box))
            return false;
        n = cmark_node_next(n);
    }
    if (!read_box_heading(loader, &n, box) || !dgs_blocks_read(loader, n, box))
        return false;
    if (box->first == NULL)
        return dgs_loader_fail(loader, line, "the box is empty: write its text after the >");
    bool card = box->box == DGS_BOX_NOW || box->box == DGS_BOX_TODAY || box->box == DGS_BOX_VISIT;
    if (card && (box->first->kind != DGS_NODE_HEADING || box->first->next == NULL))
        return dgs_loader_fail(loader, line,
                               "this box says when to get help: begin it with a ## heading, and then words");
    return box->box == DGS_BOX_BOOK ? dgs_practice_contacts(loader, box) : true;
}
