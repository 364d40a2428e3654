// Nodes -> atoms, one function a kind.
#include "layout/block.h"

#include "layout/variable.h"

typedef bool composer(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                      const dgs_node *node);

// A FIELD takes no space among its siblings.
static const dgs_node *sibling_before(const dgs_node *node)
{
    const dgs_node *before = NULL;
    for (const dgs_node *n = node->parent->first; n != node; n = n->next)
        before = n->kind == DGS_NODE_FIELD ? before : n;
    return before;
}

// The space above a block: little under its heading, half a line between paragraphs.
static double space_above(const dgs_lay *lay, const dgs_node *node)
{
    const dgs_spaces *gap = &lay->look->gap;
    const dgs_node *before = sibling_before(node);
    if (before == NULL)
        return 0;
    if (before->kind == DGS_NODE_HEADING || before->kind == DGS_NODE_MARK)
        return before->level > 0 && node->kind != DGS_NODE_SECTION ? gap->block.tight : gap->block.usual;
    bool tight = node->parent->kind == DGS_NODE_BOX && node->kind == DGS_NODE_PARA;
    if (tight || (node->kind == DGS_NODE_LIST && before->kind == DGS_NODE_PARA))
        return gap->block.list;
    if (node->kind == DGS_NODE_BOX || node->kind == DGS_NODE_FIGURE || node->kind == DGS_NODE_TABLE)
        return gap->block.apart;
    return gap->block.usual;
}

bool dgs_block_leaf(const dgs_lay *lay, const dgs_lay_region *region, dgs_galley *galley, const dgs_node *node,
                    const dgs_style *style, double before)
{
    double measure = dgs_lay_width(region);
    if (node->kind == DGS_NODE_PARA && measure > lay->look->em.line * style->size)
        measure = lay->look->em.line * style->size;
    dgs_lines lines;
    return dgs_lines_break(lay, node->spans, node->nspans, style, measure, &lines) &&
           dgs_galley_lines(lay, galley, node, &lines, style, (dgs_point){region->left, before});
}

static bool heading(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                    const dgs_node *node)
{
    dgs_style style = dgs_style_heading(lay, scheme, node);
    size_t from = galley->natoms;
    if (!dgs_block_leaf(lay, region, galley, node, &style, 0))
        return false;
    for (size_t i = from; i < galley->natoms; i++)
        galley->atoms[i].keep = true; // with its text
    return true;
}

static bool para(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                 const dgs_node *node)
{
    dgs_style style = dgs_style_body(lay, scheme);
    return dgs_block_leaf(lay, region, galley, node, &style, space_above(lay, node));
}

// A line to write on across the region, after its label.
static bool blank_part(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                       const dgs_node *node, const dgs_lines *label)
{
    const double rule_y = lay->look->len.blank.line, gap = lay->look->len.blank.label_gap;
    dgs_style style = dgs_style_body(lay, scheme);
    double start = region->left;
    if (label->n > 0) {
        const dgs_point at = {region->left, rule_y - style.leading + lay->look->len.blank.lift};
        if (!dgs_galley_line(lay, galley, node, &label->lines[0], &style, at))
            return false;
        start += label->widest + gap;
    }
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {start, rule_y, region->right - start, 0},
                    .node = dgs_node_field(node),
                    .color = scheme->line,
                    .line = dgs_stroke(lay, lay->look->constant.stroke.rule)};
    return dgs_galley_box(lay, galley, rule);
}

static bool label_of(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_node *node, double measure,
                     dgs_lines *label)
{
    dgs_style style = dgs_style_body(lay, scheme);
    return dgs_lines_break(lay, node->spans, node->nspans, &style, measure, label);
}

// Whether the label stands on one line and leaves room to write behind it.
static bool leaves_room(const dgs_lay *lay, const dgs_lines *label, double measure)
{
    return label->n <= 1 && label->widest + lay->look->len.blank.least <= measure;
}

// Two labelled lines in a row share one line of the page where both keep room to write.
static bool shares_line(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_node *one, const dgs_node *two,
                        double half, bool *out)
{
    dgs_lines a, b;
    *out = false;
    if (one == NULL || two == NULL || one->kind != DGS_NODE_BLANK || two->kind != DGS_NODE_BLANK || one->nspans == 0 ||
        two->nspans == 0)
        return true;
    if (!label_of(lay, scheme, one, half, &a) || !label_of(lay, scheme, two, half, &b))
        return false;
    *out = leaves_room(lay, &a, half) && leaves_room(lay, &b, half);
    return true;
}

// A label that leaves no room to write stands above its line, as a paragraph does.
static bool label_above(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                        const dgs_node *node, double before)
{
    dgs_style style = dgs_style_body(lay, scheme);
    size_t from = galley->natoms;
    if (!dgs_block_leaf(lay, region, galley, node, &style, before))
        return false;
    for (size_t i = from; i < galley->natoms; i++)
        galley->atoms[i].keep = true; // with its line
    return true;
}

static bool blank(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                  const dgs_node *node)
{
    const double height = lay->look->len.blank.height, gutter = lay->look->gap.blank.gutter;
    double width = dgs_lay_width(region), half = (width - gutter) / 2;
    const dgs_lay_region right = dgs_lay_from(region, region->left + half + gutter);
    dgs_lay_region left = *region;
    left.right = region->left + half;
    const dgs_node *sibling = sibling_before(node);
    double before = sibling == NULL ? 0 : lay->look->gap.blank.above;
    bool second, first;
    dgs_lines label;
    if (!shares_line(lay, scheme, sibling, node, half, &second) ||
        !shares_line(lay, scheme, node, node->next, half, &first) || !label_of(lay, scheme, node, width, &label))
        return false;
    if (second) // beside the one before
        return blank_part(lay, scheme, &right, galley, node, &label);
    if (!leaves_room(lay, &label, width)) {
        if (!label_above(lay, scheme, region, galley, node, before))
            return false;
        before = 0;
        label.n = 0;
    }
    return dgs_galley_atom(lay, galley, before, height) &&
           blank_part(lay, scheme, first ? &left : region, galley, node, &label);
}

static bool contacts(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                     const dgs_node *node)
{
    return dgs_block_children(lay, scheme, region, galley, node);
}

static bool section(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                    const dgs_node *node)
{
    const dgs_spaces *gap = &lay->look->gap;
    size_t from = galley->natoms;
    if (!dgs_block_children(lay, scheme, region, galley, node))
        return false;
    if (from < galley->natoms) {
        galley->atoms[from].before = node->parent->kind == DGS_NODE_SECTION ? gap->block.deeper : gap->block.section;
        galley->atoms[from].stretch = true;
    }
    if (dgs_galley_height(galley, from, galley->natoms) <= region->whole)
        for (size_t i = from; i + 1 < galley->natoms; i++)
            galley->atoms[i].keep = true;
    return true;
}

// What holds a field has placed it already, or will, as lines down to the foot of a page.
static bool field(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                  const dgs_node *node)
{
    (void)lay, (void)scheme, (void)region, (void)galley, (void)node;
    return true;
}

static composer *const composers[DGS_NODE_KINDS] = {
    [DGS_NODE_HEADING] = heading,       [DGS_NODE_PARA] = para,
    [DGS_NODE_BLANK] = blank,           [DGS_NODE_LIST] = dgs_list_add,
    [DGS_NODE_TABLE] = dgs_table_add,   [DGS_NODE_FIGURE] = dgs_figure_add,
    [DGS_NODE_STEP] = dgs_step_add,     [DGS_NODE_BOX] = dgs_box_add,
    [DGS_NODE_SECTION] = section,       [DGS_NODE_CONTACTS] = contacts,
    [DGS_NODE_CLIENT] = dgs_client_add, [DGS_NODE_MARK] = dgs_mark_add,
    [DGS_NODE_FIELD] = field,           [DGS_NODE_WELCOME] = dgs_welcome_add,
};

bool dgs_block_add(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                   const dgs_node *node)
{
    composer *with = composers[node->kind];
    if (with == NULL)
        return dgs_fail(lay->err, DGS_ERR_SOFTWARE, "a %s cannot be set here: report this as a bug",
                        dgs_node_kind_name(node->kind));
    size_t from = galley->natoms;
    bool block =
        lay->template != NULL && node->variable && (node->kind == DGS_NODE_BOX || node->kind == DGS_NODE_WELCOME);
    bool ok = block ? dgs_variable_block_add(lay, scheme, region, galley, node) != NULL
                    : with(lay, scheme, region, galley, node);
    if (!ok)
        return false;
    bool own_space = node->kind == DGS_NODE_PARA || node->kind == DGS_NODE_BLANK || node->kind == DGS_NODE_SECTION ||
                     node->kind == DGS_NODE_CLIENT;
    if (!own_space && from > 0 && from < galley->natoms)
        galley->atoms[from].before = space_above(lay, node);
    return true;
}

bool dgs_block_children(const dgs_lay *lay, const dgs_scheme *scheme, const dgs_lay_region *region, dgs_galley *galley,
                        const dgs_node *parent)
{
    for (const dgs_node *n = parent->first; n != NULL; n = n->next)
        if (!dgs_block_add(lay, scheme, region, galley, n))
            return false;
    return true;
}
