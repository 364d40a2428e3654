// Galleys -> pages: where columns and pages end.
#include "layout/flow.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "layout/variable.h"

typedef struct sheet_boxes { // one page in the making
    dgs_box *boxes;
    size_t n, cap;
    size_t *bands; // where the boxes of each band of the page begin
    size_t nbands, cap_bands;
    double end; // how far down it is filled, once it is
} sheet_boxes;

struct dgs_flow {
    const dgs_context *ctx;
    const dgs_scheme *scheme;
    const dgs_sheet *sheet;
    const dgs_running *running;
    sheet_boxes *pages;
    size_t npages, cap_pages;
    double y;           // where the next block may begin
    bool at_top;        // nothing stands on the page yet
    double band, above; // the height of the last band, and where the one before it ends
};

typedef enum owner { OWNER_NODE, OWNER_LAYOUT, OWNER_HEADER, OWNER_FOOTER } owner;

dgs_flow *dgs_flow_new(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_sheet *sheet,
                       const dgs_running *running)
{
    dgs_flow *flow = dgs_arena_alloc(ctx->arena, sizeof *flow);
    if (flow == NULL) {
        dgs_fail_memory(ctx->err);
        return NULL;
    }
    *flow = (dgs_flow){.ctx = ctx, .scheme = scheme, .sheet = sheet, .running = running};
    return flow;
}

static bool place_box(dgs_flow *flow, dgs_box box, dgs_point at, owner whose)
{
    sheet_boxes *page = &flow->pages[flow->npages - 1];
    box.rect.x += at.x;
    box.rect.y += at.y;
    box.baseline += at.y;
    if (whose != OWNER_NODE)
        box.node = NULL;
    if (whose == OWNER_HEADER || whose == OWNER_FOOTER)
        box.furniture = whose == OWNER_HEADER ? DGS_FURNITURE_HEADER : DGS_FURNITURE_FOOTER;
    if (box.kind == DGS_BOX_TEXT && !dgs_box_own_runs(flow->ctx, &box, whose != OWNER_NODE))
        return false;
    dgs_box *placed = DGS_PUSH(flow->ctx->arena, page->boxes, page->n, page->cap);
    if (placed == NULL)
        return dgs_fail_memory(flow->ctx->err);
    *placed = box;
    return true;
}

static bool place_atom(dgs_flow *flow, const dgs_galley *galley, const dgs_atom *atom, dgs_point at, owner whose)
{
    for (size_t i = 0; i < atom->nboxes; i++)
        if (!place_box(flow, galley->boxes[atom->first + i], at, whose))
            return false;
    return true;
}

typedef struct placing {
    dgs_point at;
    double extra; // added above atoms that may stretch
    owner whose;
} placing;

// Places the atoms [from, to) one below the other; the first one's space above is dropped. A table's head that is
// repeated is furniture: it was read where the table began.
static bool place(dgs_flow *flow, const dgs_galley *galley, size_t from, size_t to, placing p)
{
    const dgs_atom *head = from < to ? dgs_galley_head(galley, from) : NULL;
    if (head != NULL && !place_atom(flow, galley, head, p.at, OWNER_LAYOUT))
        return false;
    p.at.y += head == NULL ? 0 : head->height;
    for (size_t i = from; i < to; i++) {
        const dgs_atom *atom = &galley->atoms[i];
        if (i > from)
            p.at.y += atom->before + (atom->stretch ? p.extra : 0);
        if (!place_atom(flow, galley, atom, p.at, p.whose))
            return false;
        p.at.y += atom->height;
    }
    return true;
}

// What to add above each atom that may stretch so that [from, to) comes to be `height` tall; 0 where it would be more
// than `most`, or nothing stretches.
static double extra_for(const dgs_galley *galley, size_t from, size_t to, double height, double most)
{
    size_t n = 0;
    for (size_t i = from + 1; i < to; i++)
        n += galley->atoms[i].stretch ? 1 : 0;
    double missing = height - dgs_galley_height(galley, from, to);
    return n == 0 || missing <= 0 || missing > most * (double)n ? 0 : missing / (double)n;
}

// Spreads a little room left at the foot of a page over the spaces between its bands.
static void settle(dgs_flow *flow)
{
    const dgs_look *look = flow->ctx->look;
    if (flow->npages == 0)
        return;
    sheet_boxes *page = &flow->pages[flow->npages - 1];
    double left = flow->sheet->bottom - flow->y;
    bool keep_free = left > look->constant.fill.left && look->air >= 1; // narrow spaces are for pages that need them
    if (page->nbands < 3 || left <= 0 || keep_free)
        return;
    double each = fmin(look->constant.fill.band, left / (double)(page->nbands - 1));
    for (size_t band = 1; band < page->nbands; band++)
        for (size_t i = page->bands[band]; i < page->n; i++) {
            page->boxes[i].rect.y += each;
            page->boxes[i].baseline += each;
        }
}

static void end_page(dgs_flow *flow)
{
    settle(flow);
    if (flow->npages > 0)
        flow->pages[flow->npages - 1].end = flow->y;
}

bool dgs_flow_page(dgs_flow *flow)
{
    const dgs_context *ctx = flow->ctx;
    const dgs_sheet *sheet = flow->sheet;
    const dgs_galley *masthead = &flow->running->masthead;
    end_page(flow);
    if (flow->npages == DGS_PAGES_MAX)
        return dgs_fail(ctx->err, DGS_ERR_DATA, "the content takes more than %d pages: shorten it", DGS_PAGES_MAX);
    if (DGS_PUSH(ctx->arena, flow->pages, flow->npages, flow->cap_pages) == NULL)
        return dgs_fail_memory(ctx->err);
    bool first = flow->npages == 1, bare = flow->running->once && !first;
    flow->y = first ? sheet->top : sheet->next_top;
    flow->at_top = true;
    owner whose = first ? OWNER_NODE : OWNER_HEADER; // it is read once
    const placing head = {{sheet->left, sheet->head_top}, 0, whose};
    return masthead->natoms == 0 || bare || place(flow, masthead, 0, masthead->natoms, head); // a card has none
}

// The least that a page holds.
static double page_height(const dgs_flow *flow)
{
    return flow->sheet->bottom - flow->sheet->top;
}

double dgs_flow_room(const dgs_flow *flow, double before)
{
    const dgs_sheet *sheet = flow->sheet;
    const double lift = flow->npages == sheet->lifted && !flow->at_top ? sheet->lift : 0;
    return sheet->bottom - lift - flow->y - (flow->at_top ? 0 : before);
}

size_t dgs_flow_pages(const dgs_flow *flow)
{
    return flow->npages;
}

void dgs_flow_skip(dgs_flow *flow, double height)
{
    flow->y += height;
}

static bool begin_band(dgs_flow *flow)
{
    sheet_boxes *page = &flow->pages[flow->npages - 1];
    size_t *band = DGS_PUSH(flow->ctx->arena, page->bands, page->nbands, page->cap_bands);
    if (band == NULL)
        return dgs_fail_memory(flow->ctx->err);
    *band = page->n;
    return true;
}

static void advance(dgs_flow *flow, double before, double height)
{
    flow->above = flow->y;
    flow->band = height;
    flow->y += (flow->at_top ? 0 : before) + height;
    flow->at_top = false;
}

static dgs_point start(const dgs_flow *flow, double before)
{
    return (dgs_point){flow->sheet->left, flow->y + (flow->at_top ? 0 : before)};
}

// The end of what goes into the room on this page; on an empty page at least one atom, however tall.
static size_t fit_page(const dgs_flow *flow, const dgs_galley *galley, size_t from, double room)
{
    size_t end = dgs_galley_fit(galley, from, room);
    if (end > from || !flow->at_top)
        return end;
    do // too much that must stay together: cut it where it has to be
        end++;
    while (end < galley->natoms && dgs_galley_height(galley, from, end + 1) <= room);
    return end;
}

static bool refuse_atom(const dgs_flow *flow, const dgs_galley *galley, const dgs_atom *atom)
{
    const dgs_node *node = NULL;
    for (size_t i = 0; node == NULL && i < atom->nboxes; i++)
        node = galley->boxes[atom->first + i].node;
    while (node != NULL && node->file == NULL)
        node = node->parent;
    if (node == NULL)
        return dgs_fail(flow->ctx->err, DGS_ERR_DATA, "a part of the text is taller than a page: shorten it");
    return dgs_fail(flow->ctx->err, DGS_ERR_DATA, "%s:%d: this is taller than a page: shorten it", node->file,
                    node->line);
}

// Whoever makes an atom that could be taller than a page has another way for such words, so that this only holds what
// was forgotten off the paper's edge.
static bool atoms_fit(const dgs_flow *flow, const dgs_galley *galley)
{
    const double rounding = 0.01;
    for (size_t i = 0; i < galley->natoms; i++)
        if (galley->atoms[i].height > page_height(flow) + rounding)
            return refuse_atom(flow, galley, &galley->atoms[i]);
    return true;
}

size_t dgs_flow_ahead(const dgs_flow *flow, const dgs_galley *galley, double before, double below)
{
    dgs_flow at = *flow;
    for (size_t from = 0; from < galley->natoms;) {
        size_t end = fit_page(&at, galley, from, dgs_flow_room(&at, before));
        if (end > from)
            advance(&at, before, dgs_galley_height(galley, from, end));
        from = end;
        if (from < galley->natoms || dgs_flow_room(&at, 0) < below) {
            at.npages++;
            at.y = flow->sheet->next_top;
            at.at_top = true;
        }
    }
    return at.npages - flow->npages;
}

bool dgs_flow_galley(dgs_flow *flow, const dgs_galley *galley, double before)
{
    return dgs_flow_stretched(flow, galley, before, 0, 0);
}

bool dgs_flow_stretched(dgs_flow *flow, const dgs_galley *galley, double before, double most, double below)
{
    if (!atoms_fit(flow, galley))
        return false;
    for (size_t from = 0; from < galley->natoms;) {
        double room = dgs_flow_room(flow, before) - below;
        size_t end = fit_page(flow, galley, from, room);
        if (end > from) {
            double extra = end == galley->natoms ? extra_for(galley, from, end, room, most)
                                                 : fmin(most, extra_for(galley, from, end, room, INFINITY));
            const placing p = {start(flow, before), extra, OWNER_NODE};
            if (!begin_band(flow) || !place(flow, galley, from, end, p))
                return false;
            advance(flow, before, extra > 0 ? room : dgs_galley_height(galley, from, end));
            from = end;
        }
        if (from < galley->natoms && !dgs_flow_page(flow))
            return false;
    }
    return true;
}

// The height that columns are stretched to: down to the foot of the page where little is missing, else level.
static double stretched_height(const dgs_flow *flow, const dgs_galley *galley, size_t from, const size_t *ends,
                               size_t n, double before)
{
    double tallest = 0, room = dgs_flow_room(flow, before);
    bool fill = true;
    for (size_t i = 0, begin = from; i < n; begin = ends[i++]) {
        tallest = fmax(tallest, dgs_galley_height(galley, begin, ends[i]));
        fill = fill && extra_for(galley, begin, ends[i], room, flow->ctx->look->constant.fill.section) > 0;
    }
    return fill && ends[n - 1] == galley->natoms ? room : tallest;
}

// Places the columns that ends[] describes side by side.
static bool place_columns(dgs_flow *flow, const dgs_galley *galley, size_t from, const size_t *ends,
                          const dgs_columns *columns, double before)
{
    const double half = flow->ctx->look->size.body.leading / 2;
    double height = stretched_height(flow, galley, from, ends, columns->n, before);
    placing p = {.at = start(flow, before), .whose = OWNER_NODE};
    if (!begin_band(flow))
        return false;
    for (size_t i = 0; i < columns->n; from = ends[i++]) {
        p.at.x = flow->sheet->left + (double)i * (columns->width + columns->gutter);
        p.extra = extra_for(galley, from, ends[i], height, flow->ctx->look->constant.fill.section);
        p.extra = half * floor(p.extra / half); // so that lines side by side stay level
        if (!place(flow, galley, from, ends[i], p))
            return false;
    }
    advance(flow, before, height);
    return true;
}

bool dgs_flow_columns(dgs_flow *flow, const dgs_galley *galley, const dgs_columns *columns, double before)
{
    size_t ncolumns = columns->n;
    size_t *ends = dgs_arena_array(flow->ctx->arena, ncolumns, sizeof *ends);
    if (ends == NULL)
        return dgs_fail_memory(flow->ctx->err);
    if (!atoms_fit(flow, galley))
        return false;
    for (size_t from = 0; from < galley->natoms; from = ends[ncolumns - 1]) {
        double room = dgs_flow_room(flow, before);
        bool all = dgs_galley_level(galley, from, ncolumns, ends) <= room;
        if (!all && !flow->at_top &&
            room < flow->ctx->look->share.begin * flow->sheet->height) { // too little to begin here
            if (!dgs_flow_page(flow))
                return false;
            ends[ncolumns - 1] = from;
            continue;
        }
        for (size_t i = 0, begin = from; !all && i < ncolumns; begin = ends[i++])
            ends[i] = begin == galley->natoms ? begin
                      : i == 0                ? fit_page(flow, galley, begin, room)
                                              : dgs_galley_fit(galley, begin, room);
        if (!place_columns(flow, galley, from, ends, columns, before))
            return false;
        if (ends[ncolumns - 1] < galley->natoms && !dgs_flow_page(flow))
            return false;
    }
    return true;
}

bool dgs_flow_pair(dgs_flow *flow, const dgs_galley *left, const dgs_galley *right, double x, double before)
{
    double l = dgs_galley_height(left, 0, left->natoms), r = dgs_galley_height(right, 0, right->natoms);
    double height = fmax(l, r);
    if (height > page_height(flow))
        return dgs_flow_galley(flow, left, before) && dgs_flow_galley(flow, right, flow->ctx->look->gap.page.pair);
    if (height > dgs_flow_room(flow, before) && !dgs_flow_page(flow))
        return false;
    const placing at_left = {start(flow, before),
                             extra_for(left, 0, left->natoms, height, flow->ctx->look->constant.fill.section),
                             OWNER_NODE};
    placing at_right = {at_left.at, extra_for(right, 0, right->natoms, height, flow->ctx->look->constant.fill.section),
                        OWNER_NODE};
    at_right.at.x += x;
    if (!begin_band(flow) || !place(flow, left, 0, left->natoms, at_left) ||
        !place(flow, right, 0, right->natoms, at_right))
        return false;
    advance(flow, before, height);
    return true;
}

bool dgs_flow_bottom(dgs_flow *flow, const dgs_galley *galley, double before)
{
    double height = dgs_galley_height(galley, 0, galley->natoms), spare = dgs_flow_room(flow, before) - height;
    if (spare < 0 || flow->running->once) // a page that ends where it is filled has no foot to go to
        return dgs_flow_galley(flow, galley, before);
    return dgs_flow_galley(flow, galley, before + spare);
}

// Moves the last band of the page before, from that box on, to the page that was just begun; `above` is where the one
// before it ends.
static bool band_along(dgs_flow *flow, size_t from, double height, double above)
{
    sheet_boxes *before = &flow->pages[flow->npages - 2], *page = &flow->pages[flow->npages - 1];
    double top = INFINITY;
    for (size_t i = from; i < before->n; i++)
        top = fmin(top, before->boxes[i].rect.y);
    if (!begin_band(flow))
        return false;
    for (size_t i = from; i < before->n; i++) {
        dgs_box *moved = DGS_PUSH(flow->ctx->arena, page->boxes, page->n, page->cap);
        if (moved == NULL)
            return dgs_fail_memory(flow->ctx->err);
        *moved = before->boxes[i];
        moved->rect.y += flow->y - top;
        moved->baseline += flow->y - top;
    }
    before->n = from;
    before->nbands--;
    before->end = above;
    advance(flow, 0, height);
    return true;
}

bool dgs_flow_end(dgs_flow *flow, const dgs_galley *galley, double before)
{
    const double height = dgs_galley_height(galley, 0, galley->natoms), band = flow->band, above = flow->above;
    const sheet_boxes *page = &flow->pages[flow->npages - 1];
    const size_t from = page->nbands > 1 ? page->bands[page->nbands - 1] : 0;
    if (height <= dgs_flow_room(flow, before))
        return dgs_flow_bottom(flow, galley, before);
    return dgs_flow_page(flow) && (from == 0 || band_along(flow, from, band, above)) &&
           dgs_flow_bottom(flow, galley, before);
}

static double foot_top(const dgs_flow *flow)
{
    const double air = flow->ctx->look->constant.page.above_foot;
    return flow->running->once ? flow->pages[flow->npages - 1].end + air : flow->sheet->foot_top;
}

// "Page 1 of 4", flush right on the foot's first line.
static bool page_number(dgs_flow *flow, size_t total)
{
    const dgs_context *ctx = flow->ctx;
    dgs_buf text = {.arena = ctx->arena};
    const char *p = ctx->doc->about.page_of;
    while (*p != '\0') {
        if (strncmp(p, "{{page}}", 8) == 0) {
            dgs_buf_addf(&text, "%zu", flow->npages);
            p += 8;
        } else if (strncmp(p, "{{pages}}", 9) == 0) {
            dgs_buf_addf(&text, "%zu", total);
            p += 9;
        } else {
            dgs_buf_addc(&text, *p++);
        }
    }
    dgs_style style = dgs_style_small(ctx, flow->scheme);
    style.feature = DGS_FEATURE_TABULAR;
    dgs_lines lines;
    dgs_galley one = {0};
    double right = flow->sheet->right - flow->sheet->left;
    const double y = foot_top(flow) + flow->running->number_y;
    if (text.failed || !dgs_lines_plain(ctx, text.p == NULL ? "" : text.p, &style, &lines))
        return text.failed ? dgs_fail_memory(ctx->err) : false;
    return lines.n == 0 ||
           (dgs_galley_atom(ctx, &one, 0, style.leading) &&
            dgs_galley_line(ctx, &one, NULL, &lines.lines[0], &style, (dgs_point){right - lines.lines[0].width, 0}) &&
            place(flow, &one, 0, 1, (placing){{flow->sheet->left, y}, 0, OWNER_FOOTER}));
}

// The foot and its number. A card has neither.
static bool foot_set(dgs_flow *flow, size_t total)
{
    const dgs_running *running = flow->running;
    owner whose = flow->npages == total ? OWNER_NODE : OWNER_FOOTER;
    const placing p = {{flow->sheet->left, flow->sheet->foot_top}, 0, whose};
    if (running->once)
        return page_number(flow, total);
    return running->foot.natoms == 0 ||
           (page_number(flow, total) && place(flow, &running->foot, 0, running->foot.natoms, p));
}

// A page as it is painted.
static bool finish_page(dgs_flow *flow, const sheet_boxes *page, dgs_page *out)
{
    const double below = flow->sheet->height - flow->sheet->foot_top;
    *out = (dgs_page){.boxes = page->boxes, .nboxes = page->n};
    if (flow->ctx->template != NULL && !dgs_variable_blocks_expand(flow->ctx, page->boxes, page->n, out))
        return false;
    out->height = flow->running->once ? ceil(foot_top(flow) + below) : 0;
    return true;
}

static void note_places(const dgs_pages *pages, int *node_page, double *node_top)
{
    for (size_t p = 0; p < pages->npages; p++)
        for (size_t i = 0; i < pages->pages[p].nboxes; i++) {
            const dgs_box *box = &pages->pages[p].boxes[i];
            for (const dgs_node *n = box->node; n != NULL && node_page[n->index] < 0; n = n->parent) {
                node_page[n->index] = (int)p;
                node_top[n->index] = box->rect.y;
            }
        }
}

bool dgs_flow_finish(dgs_flow *flow, dgs_pages *out)
{
    const dgs_context *ctx = flow->ctx;
    const dgs_sheet *sheet = flow->sheet;
    end_page(flow);
    size_t total = flow->npages, count = ctx->doc->count;
    dgs_page *pages = dgs_arena_array(ctx->arena, total, sizeof *pages);
    int *node_page = dgs_arena_array(ctx->arena, count, sizeof *node_page);
    double *node_top = dgs_arena_array(ctx->arena, count, sizeof *node_top);
    if (pages == NULL || node_page == NULL || node_top == NULL)
        return dgs_fail_memory(ctx->err);
    for (flow->npages = 1; flow->npages <= total; flow->npages++) {
        if (!foot_set(flow, total) || !finish_page(flow, &flow->pages[flow->npages - 1], &pages[flow->npages - 1]))
            return false;
    }
    for (size_t i = 0; i < count; i++)
        node_page[i] = -1;
    *out = (dgs_pages){.width = sheet->width,
                       .height = sheet->height,
                       .pages = pages,
                       .npages = total,
                       .node_page = node_page,
                       .node_top = node_top,
                       .nnodes = count,
                       .link = ctx->look->len.link,
                       .template = ctx->template};
    note_places(out, node_page, node_top);
    return true;
}
