// Nodes -> atoms, one function a kind.
#include "layout/inner.h"

typedef bool compose(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x);

static const dgs_node *sibling_before(const dgs_node *node)
{
    const dgs_node *before = NULL;
    for (const dgs_node *n = node->parent->first; n != node; n = n->next)
        before = n;
    return before;
}

// The space above a block: little under its heading, half a line between paragraphs.
static double space_above(const dgs_node *node)
{
    const dgs_node *before = sibling_before(node);
    if (before == NULL)
        return 0;
    if (before->kind == DGS_NODE_HEADING || before->kind == DGS_NODE_MARK)
        return before->level > 0 && node->kind != DGS_NODE_SECTION ? 2 : 8;
    bool tight = node->parent->kind == DGS_NODE_BOX && node->kind == DGS_NODE_PARA;
    if (tight || (node->kind == DGS_NODE_LIST && before->kind == DGS_NODE_PARA))
        return 4;
    if (node->kind == DGS_NODE_BOX || node->kind == DGS_NODE_FIGURE || node->kind == DGS_NODE_TABLE)
        return 12;
    return 8;
}

bool dgs_block_leaf(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, const dgs_style *style, double x,
                    double before)
{
    const double measure_most = 31; // em: about 70 letters
    double measure = galley->width - x;
    if (node->kind == DGS_NODE_PARA && measure > measure_most * style->size)
        measure = measure_most * style->size;
    dgs_lines lines;
    return dgs_lines_break(lay, node->spans, node->nspans, style, measure, &lines) &&
           dgs_galley_lines(lay, galley, node, &lines, style, x, before);
}

static bool heading(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x)
{
    dgs_style style = dgs_style_heading(lay, node);
    size_t from = galley->natoms;
    if (!dgs_block_leaf(lay, galley, node, &style, x, 0))
        return false;
    for (size_t i = from; i < galley->natoms; i++)
        galley->atoms[i].keep = true; // with its text
    return true;
}

static bool para(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x)
{
    dgs_style style = dgs_style_body(lay);
    return dgs_block_leaf(lay, galley, node, &style, x, space_above(node));
}

// A line to write on, from x to right, behind its label.
static bool blank_part(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, const dgs_lines *label, double x,
                       double right)
{
    const double rule_y = dgs_scaled(lay, 18), gap = dgs_scaled(lay, 6);
    dgs_style style = dgs_style_body(lay);
    double start = x;
    if (label->n > 0) {
        if (!dgs_galley_line(lay, galley, node, &label->lines[0], &style, x,
                             rule_y - style.leading + dgs_scaled(lay, 3)))
            return false;
        start += label->widest + gap;
    }
    dgs_box rule = {.kind = DGS_BOX_RULE,
                    .rect = {start, rule_y, right - start, 0},
                    .color = lay->tone.line,
                    .line = dgs_stroke(lay, 0.75)};
    return dgs_galley_box(lay, galley, rule);
}

static bool label_of(dgs_lay *lay, const dgs_node *node, double measure, dgs_lines *label)
{
    dgs_style style = dgs_style_body(lay);
    return dgs_lines_break(lay, node->spans, node->nspans, &style, measure, label);
}

// Whether the label stands on one line and leaves room to write behind it.
static bool leaves_room(const dgs_lay *lay, const dgs_lines *label, double measure)
{
    return label->n <= 1 && label->widest + dgs_scaled(lay, 44) <= measure;
}

// Two labelled lines in a row share one line of the page where both keep room to write.
static bool shares_line(dgs_lay *lay, const dgs_node *one, const dgs_node *two, double half, bool *out)
{
    dgs_lines a, b;
    *out = false;
    if (one == NULL || two == NULL || one->kind != DGS_NODE_BLANK || two->kind != DGS_NODE_BLANK || one->nspans == 0 ||
        two->nspans == 0)
        return true;
    if (!label_of(lay, one, half, &a) || !label_of(lay, two, half, &b))
        return false;
    *out = leaves_room(lay, &a, half) && leaves_room(lay, &b, half);
    return true;
}

// A label that leaves no room to write stands above its line, as a paragraph does.
static bool label_above(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x, double before)
{
    dgs_style style = dgs_style_body(lay);
    size_t from = galley->natoms;
    if (!dgs_block_leaf(lay, galley, node, &style, x, before))
        return false;
    for (size_t i = from; i < galley->natoms; i++)
        galley->atoms[i].keep = true; // with its line
    return true;
}

static bool blank(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x)
{
    const double height = dgs_scaled(lay, 22), gutter = 10;
    double right = galley->width, half = (right - x - gutter) / 2;
    const dgs_node *sibling = sibling_before(node);
    double before = sibling == NULL ? 0 : 2;
    bool second, first;
    dgs_lines label;
    if (!shares_line(lay, sibling, node, half, &second) || !shares_line(lay, node, node->next, half, &first) ||
        !label_of(lay, node, right - x, &label))
        return false;
    if (second) // beside the one before
        return blank_part(lay, galley, node, &label, x + half + gutter, right);
    if (!leaves_room(lay, &label, right - x)) {
        if (!label_above(lay, galley, node, x, before))
            return false;
        before = 0;
        label.n = 0;
    }
    return dgs_galley_atom(lay, galley, before, height) &&
           blank_part(lay, galley, node, &label, x, first ? x + half : right);
}

static bool contacts(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x)
{
    return dgs_block_children(lay, galley, node, x);
}

static bool section(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x)
{
    const double above = 14, above_deeper = 7;
    size_t from = galley->natoms;
    if (!dgs_block_children(lay, galley, node, x))
        return false;
    if (from < galley->natoms) {
        galley->atoms[from].before = node->parent->kind == DGS_NODE_SECTION ? above_deeper : above;
        galley->atoms[from].stretch = true;
    }
    if (dgs_galley_height(galley, from, galley->natoms) <= lay->whole_most)
        for (size_t i = from; i + 1 < galley->natoms; i++)
            galley->atoms[i].keep = true;
    return true;
}

static compose *const composers[DGS_NODE_KINDS] = {
    [DGS_NODE_HEADING] = heading,
    [DGS_NODE_PARA] = para,
    [DGS_NODE_BLANK] = blank,
    [DGS_NODE_LIST] = dgs_list_add,
    [DGS_NODE_TABLE] = dgs_table_add,
    [DGS_NODE_FIGURE] = dgs_figure_add,
    [DGS_NODE_STEP] = dgs_step_add,
    [DGS_NODE_BOX] = dgs_box_add,
    [DGS_NODE_SECTION] = section,
    [DGS_NODE_CONTACTS] = contacts,
    [DGS_NODE_CLIENT] = dgs_client_add,
    [DGS_NODE_MARK] = dgs_mark_add,
    [DGS_NODE_WELCOME] = dgs_welcome_add,
};

bool dgs_block_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x)
{
    compose *with = composers[node->kind];
    if (with == NULL)
        return dgs_fail(lay->err, DGS_ERR_SOFTWARE, "a %s cannot be set here: report this as a bug",
                        dgs_node_kind_name(node->kind));
    size_t from = galley->natoms;
    bool slot = lay->frame != NULL && node->live && (node->kind == DGS_NODE_BOX || node->kind == DGS_NODE_WELCOME);
    if (!(slot ? dgs_slot_add : with)(lay, galley, node, x))
        return false;
    bool own_space = node->kind == DGS_NODE_PARA || node->kind == DGS_NODE_BLANK || node->kind == DGS_NODE_SECTION ||
                     node->kind == DGS_NODE_CLIENT;
    if (!own_space && from > 0 && from < galley->natoms)
        galley->atoms[from].before = space_above(node);
    return true;
}

bool dgs_block_children(dgs_lay *lay, dgs_galley *galley, const dgs_node *parent, double x)
{
    for (const dgs_node *n = parent->first; n != NULL; n = n->next)
        if (!dgs_block_add(lay, galley, n, x))
            return false;
    return true;
}

bool dgs_columns_fit(const dgs_lay *lay, const dgs_galley *inner, size_t ncolumns)
{
    const double share = 0.6; // of the page's height, since columns are never quite level
    return dgs_galley_height(inner, 0, inner->natoms) <= share * dgs_page_height(lay) * (double)ncolumns;
}

bool dgs_columns_add(dgs_lay *lay, dgs_galley *galley, const dgs_galley *inner, size_t ncolumns, double gutter,
                     double x, double before)
{
    size_t *ends = dgs_arena_array(lay->arena, ncolumns, sizeof *ends);
    if (ends == NULL)
        return dgs_fail_memory(lay->err);
    double height = dgs_galley_level(inner, 0, ncolumns, ends);
    if (!dgs_galley_atom(lay, galley, before, height))
        return false;
    for (size_t i = 0, begin = 0; i < ncolumns; begin = ends[i++]) {
        dgs_galley column = *inner;
        column.atoms += begin;
        column.natoms = ends[i] - begin;
        if (!dgs_galley_absorb(lay, galley, &column, x + (double)i * (inner->width + gutter), 0))
            return false;
    }
    return true;
}
