// Pages of a booklet -> sheets to print on both sides and to fold.
#include <string.h>

#include "layout/layout.h"

typedef struct imposing {
    const dgs_pages *pages;
    double left[2]; // where the left and the right page begin, from the sheet's left edge
    dgs_arena *arena;
} imposing;

static bool move_box(const imposing *m, dgs_box *box, double x)
{
    box->rect.x += x;
    if (box->kind != DGS_BOX_TEXT || box->nruns == 0)
        return true;
    dgs_run *runs = dgs_arena_array(m->arena, box->nruns, sizeof *runs);
    if (runs == NULL)
        return false;
    memcpy(runs, box->runs, box->nruns * sizeof *runs);
    for (size_t i = 0; i < box->nruns; i++)
        runs[i].x += (float)x;
    box->runs = runs;
    return true;
}

// The pages, counted from 0, of one side of a sheet: the first of `n` stands on the right of the first side.
static void pages_of(size_t side, size_t n, size_t *left, size_t *right)
{
    size_t near = side, far = n - 1 - side;
    *left = side % 2 == 0 ? far : near;
    *right = side % 2 == 0 ? near : far;
}

static bool make_side(const imposing *m, size_t left, size_t right, dgs_page *out)
{
    const dgs_page *halves[2] = {&m->pages->pages[left], &m->pages->pages[right]};
    dgs_box *boxes = dgs_arena_array(m->arena, halves[0]->nboxes + halves[1]->nboxes, sizeof *boxes), *next = boxes;
    dgs_page_part *pieces = dgs_arena_array(m->arena, 2, sizeof *pieces);
    if (boxes == NULL || pieces == NULL)
        return false;
    for (int i = 0; i < 2; i++) {
        pieces[i] = (dgs_page_part){.first = (size_t)(next - boxes), .nboxes = halves[i]->nboxes};
        for (size_t k = 0; k < halves[i]->nboxes; k++, next++) {
            *next = halves[i]->boxes[k];
            if (!move_box(m, next, m->left[i]))
                return false;
        }
    }
    *out = (dgs_page){.boxes = boxes, .nboxes = (size_t)(next - boxes), .pieces = pieces, .npieces = 2};
    return true;
}

bool dgs_layout_impose(const dgs_pages *pages, const dgs_print_options *options, dgs_arena *arena, dgs_pages *out,
                       dgs_err *err)
{
    size_t sides = pages->npages / 2;
    double width, height; // of the sheet, which lies on its long edge
    dgs_paper_size(options->paper, &height, &width);
    imposing m = {pages, {width / 2 - pages->width, width / 2}, arena};
    dgs_page *made = dgs_arena_array(arena, sides, sizeof *made);
    dgs_turn *turns = dgs_arena_array(arena, pages->npages, sizeof *turns);
    int *node_page = dgs_arena_array(arena, pages->nnodes, sizeof *node_page);
    if (pages->npages % 4 != 0)
        return dgs_fail(err, DGS_ERR_SOFTWARE, "a booklet of %zu pages cannot be folded: report this as a bug",
                        pages->npages);
    if (made == NULL || turns == NULL || node_page == NULL)
        return dgs_fail_memory(err);
    for (size_t side = 0; side < sides; side++) {
        size_t left, right;
        pages_of(side, pages->npages, &left, &right);
        if (!make_side(&m, left, right, &made[side]))
            return dgs_fail_memory(err);
        turns[left] = (dgs_turn){side, 0};
        turns[right] = (dgs_turn){side, 1};
        for (size_t i = 0; i < pages->nnodes; i++)
            if (pages->node_page[i] == (int)left || pages->node_page[i] == (int)right)
                node_page[i] = (int)side;
    }
    for (size_t i = 0; i < pages->nnodes; i++)
        if (pages->node_page[i] < 0)
            node_page[i] = -1;
    *out = *pages;
    out->template = NULL; // a sheet is made as a whole
    out->width = width;
    out->height = height;
    out->pages = made;
    out->npages = sides;
    out->turns = turns;
    out->nturns = pages->npages;
    out->node_page = node_page;
    return true;
}
