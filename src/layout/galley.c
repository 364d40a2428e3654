#include "layout/galley.h"

#include <math.h>

bool dgs_galley_atom(const dgs_context *ctx, dgs_galley *galley, double before, double height)
{
    dgs_atom *atom = DGS_PUSH(ctx->arena, galley->atoms, galley->natoms, galley->cap_atoms);
    if (atom == NULL)
        return dgs_fail_memory(ctx->err);
    *atom = (dgs_atom){.before = before, .height = height, .first = galley->nboxes};
    return true;
}

dgs_atom *dgs_galley_last(dgs_galley *galley)
{
    return galley->natoms == 0 ? NULL : &galley->atoms[galley->natoms - 1];
}

bool dgs_galley_box(const dgs_context *ctx, dgs_galley *galley, dgs_box box)
{
    dgs_box *added = DGS_PUSH(ctx->arena, galley->boxes, galley->nboxes, galley->cap_boxes);
    if (added == NULL)
        return dgs_fail_memory(ctx->err);
    *added = box;
    dgs_galley_last(galley)->nboxes++;
    return true;
}

// The lines under a line's links.
static bool underline(const dgs_context *ctx, dgs_galley *galley, const dgs_line *line, double x, double baseline)
{
    for (size_t i = 0; i < line->nruns; i++) {
        const dgs_run *run = &line->runs[i];
        double y = baseline + 0.12 * run->size;
        double width = fmin(run->width, line->width - run->x); // not under the blank at the line's end
        dgs_box rule = {.kind = DGS_BOX_RULE,
                        .rect = {x + run->x, y, width, 0},
                        .color = run->color,
                        .line = dgs_stroke(ctx, 0.05 * run->size)};
        bool hangs = i + 1 == line->nruns && run->level % 2 != 0 && dgs_str_is(run->text, " "); // as well, at the left
        if (run->link != NULL && !run->link->quiet && width > 0 && !hangs && !dgs_galley_box(ctx, galley, rule))
            return false;
    }
    return true;
}

bool dgs_galley_line(const dgs_context *ctx, dgs_galley *galley, const dgs_node *node, const dgs_line *line,
                     const dgs_style *style, dgs_point at)
{
    double baseline = at.y + dgs_line_baseline(ctx, line, style);
    if (style->underline && !underline(ctx, galley, line, at.x, baseline))
        return false;
    dgs_box box = {.kind = DGS_BOX_TEXT,
                   .rect = {at.x, baseline - 0.75 * style->size, line->width, style->size},
                   .node = node,
                   .baseline = baseline,
                   .runs = line->runs,
                   .nruns = line->nruns};
    return dgs_galley_box(ctx, galley, box);
}

void dgs_galley_hold(dgs_galley *galley, const dgs_line *line, const dgs_style *style)
{
    dgs_atom *last = dgs_galley_last(galley);
    last->height = fmax(last->height, dgs_line_height(line, style));
}

bool dgs_galley_lines(const dgs_context *ctx, dgs_galley *galley, const dgs_node *node, const dgs_lines *lines,
                      const dgs_style *style, dgs_point at)
{
    for (size_t i = 0; i < lines->n; i++) {
        if (!dgs_galley_atom(ctx, galley, i == 0 ? at.y : 0, dgs_line_height(&lines->lines[i], style)) ||
            !dgs_galley_line(ctx, galley, node, &lines->lines[i], style, (dgs_point){at.x, 0}))
            return false;
        dgs_galley_last(galley)->keep = (i == 0 && lines->n > 1) || i + 2 == lines->n;
    }
    return true;
}

bool dgs_galley_absorb(const dgs_context *ctx, dgs_galley *galley, const dgs_galley *inner, double x, double y)
{
    for (size_t i = 0; i < inner->natoms; i++) {
        const dgs_atom *atom = &inner->atoms[i];
        if (i > 0)
            y += atom->before;
        for (size_t k = 0; k < atom->nboxes; k++) {
            dgs_box box = inner->boxes[atom->first + k];
            box.rect.x += x;
            box.rect.y += y;
            box.baseline += y;
            if (!dgs_galley_box(ctx, galley, box))
                return false;
        }
        y += atom->height;
    }
    return true;
}

bool dgs_galley_append(const dgs_context *ctx, dgs_galley *galley, const dgs_galley *inner, double x, double before)
{
    for (size_t i = 0; i < inner->natoms; i++) {
        const dgs_atom *atom = &inner->atoms[i];
        if (!dgs_galley_atom(ctx, galley, i == 0 ? before : atom->before, atom->height))
            return false;
        dgs_galley_last(galley)->keep = atom->keep;
        dgs_galley_last(galley)->stretch = atom->stretch;
        dgs_galley_last(galley)->head = atom->head;
        for (size_t k = 0; k < atom->nboxes; k++) {
            dgs_box box = inner->boxes[atom->first + k];
            box.rect.x += x;
            if (!dgs_galley_box(ctx, galley, box))
                return false;
        }
    }
    return true;
}

const dgs_atom *dgs_galley_head(const dgs_galley *galley, size_t from)
{
    const dgs_atom *atom = &galley->atoms[from];
    return atom->head == 0 ? NULL : atom - atom->head;
}

static double head_height(const dgs_galley *galley, size_t from, size_t to)
{
    const dgs_atom *head = from < to ? dgs_galley_head(galley, from) : NULL;
    return head == NULL ? 0 : head->height;
}

double dgs_galley_height(const dgs_galley *galley, size_t from, size_t to)
{
    double height = head_height(galley, from, to);
    for (size_t i = from; i < to; i++)
        height += galley->atoms[i].height + (i > from ? galley->atoms[i].before : 0);
    return height;
}

bool dgs_box_own_runs(const dgs_context *ctx, dgs_box *box, bool furniture)
{
    dgs_run *runs = dgs_arena_array(ctx->arena, box->nruns, sizeof *runs);
    if (runs == NULL)
        return dgs_fail_memory(ctx->err);
    for (size_t i = 0; i < box->nruns; i++) {
        runs[i] = box->runs[i];
        runs[i].x += (float)box->rect.x;
        if (furniture)
            runs[i].link = NULL;
    }
    box->runs = runs;
    return true;
}

// Such as a heading.
double dgs_galley_kept(const dgs_galley *galley)
{
    size_t from = galley->natoms;
    while (from > 0 && galley->atoms[from - 1].keep)
        from--;
    return dgs_galley_height(galley, from, galley->natoms) + (from == 0 ? galley->above : 0);
}

size_t dgs_galley_fit(const dgs_galley *galley, size_t from, double height)
{
    size_t end = from;
    double used = head_height(galley, from, galley->natoms);
    for (size_t i = from; i < galley->natoms; i++) {
        used += galley->atoms[i].height + (i > from ? galley->atoms[i].before : 0);
        if (used > height + 0.01)
            break;
        if (!galley->atoms[i].keep || i + 1 == galley->natoms)
            end = i + 1;
    }
    return end;
}

// Cuts into n columns of at most `height`; false where that does not hold everything.
static bool cut(const dgs_galley *galley, size_t from, size_t n, double height, size_t *ends)
{
    for (size_t i = 0; i < n; i++)
        from = ends[i] = from == galley->natoms ? from : dgs_galley_fit(galley, from, height);
    return from == galley->natoms;
}

// The heights worth trying are those of a first column that ends where it may; the least that holds all is taken by
// halving, since whatever holds in a column holds in a taller one.
double dgs_galley_level(const dgs_galley *galley, size_t from, size_t n, size_t *ends)
{
    double low = 0, high = dgs_galley_height(galley, from, galley->natoms);
    for (int i = 0; i < 40 && high - low > 0.02; i++) {
        double middle = (low + high) / 2;
        if (cut(galley, from, n, middle, ends))
            high = middle;
        else
            low = middle;
    }
    (void)cut(galley, from, n, high, ends); // `high` held all
    double tallest = 0;
    for (size_t i = 0, begin = from; i < n; begin = ends[i++])
        tallest = fmax(tallest, dgs_galley_height(galley, begin, ends[i]));
    return tallest;
}

bool dgs_galley_levels(const dgs_context *ctx, const dgs_galley *galley, const dgs_region *region, size_t ncolumns)
{
    return dgs_galley_height(galley, 0, galley->natoms) <= ctx->look->share.columns * region->height * (double)ncolumns;
}

bool dgs_galley_columns(const dgs_context *ctx, dgs_galley *galley, const dgs_galley *inner, const dgs_columns *columns,
                        dgs_point at)
{
    size_t *ends = dgs_arena_array(ctx->arena, columns->n, sizeof *ends);
    if (ends == NULL)
        return dgs_fail_memory(ctx->err);
    double height = dgs_galley_level(inner, 0, columns->n, ends);
    if (!dgs_galley_atom(ctx, galley, at.y, height))
        return false;
    for (size_t i = 0, begin = 0; i < columns->n; begin = ends[i++]) {
        dgs_galley column = *inner;
        column.atoms += begin;
        column.natoms = ends[i] - begin;
        if (!dgs_galley_absorb(ctx, galley, &column, at.x + (double)i * (columns->width + columns->gutter), 0))
            return false;
    }
    return true;
}
