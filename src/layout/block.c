// Nodes -> atoms, one function a kind.
#include "layout/block.h"

#include <math.h>

#include "layout/variable.h"

typedef bool composer(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
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
static double space_above(const dgs_context *ctx, const dgs_node *node)
{
    const dgs_spaces *gap = &ctx->look->gap;
    const dgs_node *before = sibling_before(node);
    if (before == NULL)
        return 0;
    if (before->kind == DGS_NODE_HEADING || before->kind == DGS_NODE_BADGE)
        return before->level > 0 && node->kind != DGS_NODE_SECTION ? gap->block.tight : gap->block.usual;
    bool tight = node->parent->kind == DGS_NODE_BOX && node->kind == DGS_NODE_PARA;
    if (node->kind == DGS_NODE_LIST &&
        before->kind == DGS_NODE_PARA) // belongs to it, and stays level with what is beside
        return 0;
    if (tight || node->kind == DGS_NODE_DAYS)
        return gap->block.list;
    if (node->kind == DGS_NODE_BOX && before->kind == DGS_NODE_BOX)
        return gap->block.usual;
    if (node->kind == DGS_NODE_BOX || node->kind == DGS_NODE_FIGURE || node->kind == DGS_NODE_TABLE)
        return gap->block.apart;
    return gap->block.usual;
}

bool dgs_block_leaf(const dgs_context *ctx, const dgs_region *region, dgs_galley *galley, const dgs_node *node,
                    const dgs_style *style, double before)
{
    double measure = dgs_region_width(region);
    bool read = node->kind == DGS_NODE_PARA || node->kind == DGS_NODE_CAPTION;
    if (read && measure > ctx->look->em.line * style->size)
        measure = ctx->look->em.line * style->size;
    dgs_lines lines;
    return dgs_lines_break(ctx, node->spans, node->nspans, style, measure, &lines) &&
           dgs_galley_lines(ctx, galley, node, &lines, style, (dgs_point){region->left, before});
}

static bool heading(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *node)
{
    dgs_style style = dgs_style_heading(ctx, scheme, node);
    size_t from = galley->natoms;
    if (!dgs_block_leaf(ctx, region, galley, node, &style, 0))
        return false;
    for (size_t i = from; i < galley->natoms; i++)
        galley->atoms[i].keep = true; // with its text
    return true;
}

static bool para(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                 const dgs_node *node)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    return dgs_block_leaf(ctx, region, galley, node, &style, space_above(ctx, node));
}

// A line for words is as far below the one before it as handwriting asks; for a number a finger's width is enough.
static double blank_height(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *node)
{
    const dgs_style style = dgs_style_body(ctx, scheme);
    bool number = dgs_field_is_number(dgs_node_field(node));
    return number ? fmax(DGS_TARGET, style.leading + ctx->look->len.blank.lift) : ctx->look->len.blank.height;
}

// A line to write on across the region, after its label.
static bool blank_part(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                       const dgs_node *node, const dgs_lines *label)
{
    const double under = ctx->look->len.blank.height - ctx->look->len.blank.line, gap = ctx->look->len.blank.label_gap;
    const double rule_y = blank_height(ctx, scheme, node) - under;
    dgs_style style = dgs_style_body(ctx, scheme);
    double start = region->left;
    if (label->n > 0) {
        const dgs_point at = {region->left, rule_y - style.leading + ctx->look->len.blank.lift};
        if (!dgs_galley_line(ctx, galley, node, &label->lines[0], &style, at))
            return false;
        start += label->widest + gap;
    }
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {start, rule_y, region->right - start, 0},
                    .node = dgs_node_field(node),
                    .color = scheme->line,
                    .line = dgs_stroke(ctx, ctx->look->constant.stroke.rule)};
    return dgs_galley_box(ctx, galley, rule);
}

static bool label_of(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *node, double measure,
                     dgs_lines *label)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    return dgs_lines_break(ctx, node->spans, node->nspans, &style, measure, label);
}

// Whether the label stands on one line and leaves room to write behind it: words, or a number of two digits.
static bool leaves_room(const dgs_context *ctx, const dgs_node *node, const dgs_lines *label, double measure)
{
    const bool number = dgs_field_is_number(dgs_node_field(node));
    const double behind = ctx->look->len.blank.label_gap + (number ? DGS_TARGET : ctx->look->constant.blank.least);
    return label->n == 0 || (label->n == 1 && label->widest + behind <= measure);
}

// How many labelled lines stand right before this one: of those in a row, each two may share a line of the page.
static size_t lines_before(const dgs_node *blank)
{
    size_t n = 0;
    for (const dgs_node *b = blank->parent->first; b != blank; b = b->next)
        if (b->kind != DGS_NODE_FIELD)
            n = b->kind == DGS_NODE_BLANK && b->nspans > 0 ? n + 1 : 0;
    return n;
}

// Two labelled lines in a row share one line of the page where both keep room to write, and both get the same: *width
// is what the first takes with its label. 0 where they share none.
static bool shares_line(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *one, const dgs_node *two,
                        double measure, double *width)
{
    const double gutter = ctx->look->gap.blank.gutter, gap = ctx->look->len.blank.label_gap;
    dgs_lines a, b;
    *width = 0;
    if (one == NULL || two == NULL || one->kind != DGS_NODE_BLANK || two->kind != DGS_NODE_BLANK || one->nspans == 0 ||
        two->nspans == 0 || lines_before(one) % 2 == 1)
        return true;
    if (!label_of(ctx, scheme, one, measure, &a) || !label_of(ctx, scheme, two, measure, &b))
        return false;
    double line = (measure - gutter - a.widest - b.widest - 2 * gap) / 2;
    if (a.n == 1 && b.n == 1 && line >= ctx->look->constant.blank.least)
        *width = a.widest + gap + line;
    return true;
}

// A label that leaves no room to write stands above its line, as a paragraph does.
static bool label_above(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                        const dgs_node *node, double before)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    size_t from = galley->natoms;
    if (!dgs_block_leaf(ctx, region, galley, node, &style, before))
        return false;
    for (size_t i = from; i < galley->natoms; i++)
        galley->atoms[i].keep = true; // with its line
    return true;
}

static bool blank(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *node)
{
    const double height = blank_height(ctx, scheme, node), gutter = ctx->look->gap.blank.gutter;
    double width = dgs_region_width(region), second, first;
    const dgs_node *sibling = sibling_before(node);
    double before = sibling == NULL ? 0 : ctx->look->gap.blank.above;
    dgs_lines label;
    if (!shares_line(ctx, scheme, sibling, node, width, &second) ||
        !shares_line(ctx, scheme, node, node->next, width, &first) || !label_of(ctx, scheme, node, width, &label))
        return false;
    const dgs_region right = dgs_region_from(region, region->left + second + gutter);
    dgs_region left = *region;
    left.right = region->left + first;
    if (second > 0) // beside the one before
        return blank_part(ctx, scheme, &right, galley, node, &label);
    if (!leaves_room(ctx, node, &label, width)) {
        if (!label_above(ctx, scheme, region, galley, node, before))
            return false;
        before = 0;
        label.n = 0;
    }
    return dgs_galley_atom(ctx, galley, before, height) &&
           blank_part(ctx, scheme, first > 0 ? &left : region, galley, node, &label);
}

static bool contacts(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                     const dgs_node *node)
{
    return dgs_block_children(ctx, scheme, region, galley, node);
}

static bool section(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                    const dgs_node *node)
{
    const dgs_spaces *gap = &ctx->look->gap;
    size_t from = galley->natoms;
    if (!dgs_block_children(ctx, scheme, region, galley, node))
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
static bool field(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *node)
{
    (void)ctx, (void)scheme, (void)region, (void)galley, (void)node;
    return true;
}

static composer *const composers[DGS_NODE_KINDS] = {
    [DGS_NODE_HEADING] = heading,       [DGS_NODE_PARA] = para,
    [DGS_NODE_BLANK] = blank,           [DGS_NODE_LIST] = dgs_list_add,
    [DGS_NODE_TABLE] = dgs_table_add,   [DGS_NODE_FIGURE] = dgs_figure_add,
    [DGS_NODE_STEP] = dgs_step_add,     [DGS_NODE_BOX] = dgs_box_add,
    [DGS_NODE_SECTION] = section,       [DGS_NODE_CONTACTS] = contacts,
    [DGS_NODE_CLIENT] = dgs_client_add, [DGS_NODE_BADGE] = dgs_badge_add,
    [DGS_NODE_FIELD] = field,           [DGS_NODE_WELCOME] = dgs_welcome_add,
    [DGS_NODE_DAYS] = dgs_days_add,
};

bool dgs_block_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                   const dgs_node *node)
{
    composer *with = composers[node->kind];
    if (with == NULL)
        return dgs_fail(ctx->err, DGS_ERR_SOFTWARE, "a %s cannot be set here: report this as a bug",
                        dgs_node_kind_name(node->kind));
    size_t from = galley->natoms;
    bool block =
        ctx->template != NULL && node->variable && (node->kind == DGS_NODE_BOX || node->kind == DGS_NODE_WELCOME);
    bool ok = block ? dgs_variable_block_add(ctx, scheme, region, galley, node) != NULL
                    : with(ctx, scheme, region, galley, node);
    if (!ok)
        return false;
    bool own_space = node->kind == DGS_NODE_PARA || node->kind == DGS_NODE_BLANK || node->kind == DGS_NODE_SECTION ||
                     node->kind == DGS_NODE_CLIENT;
    if (!own_space && from > 0 && from < galley->natoms)
        galley->atoms[from].before = space_above(ctx, node);
    return true;
}

bool dgs_block_children(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                        const dgs_node *parent)
{
    for (const dgs_node *n = parent->first; n != NULL; n = n->next)
        if (!dgs_block_add(ctx, scheme, region, galley, n))
            return false;
    return true;
}
