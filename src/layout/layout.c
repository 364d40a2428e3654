#include "layout/layout.h"

#include <math.h>

#include "layout/design.h"
#include "layout/furniture.h"
#include "layout/variable.h"

static const struct { // ISO 216 to a thousandth of a point
    double width, height, margin;
} papers[] = {
    [DGS_PAPER_LETTER] = {612, 792, 48},      [DGS_PAPER_A4] = {595.276, 841.89, 42},
    [DGS_PAPER_LEGAL] = {612, 1008, 48},      [DGS_PAPER_A5] = {419.528, 595.276, 30},
    [DGS_PAPER_HALF_LETTER] = {396, 612, 27}, [DGS_PAPER_PHONE] = {270, 740, 14},
};

void dgs_paper_size(dgs_paper paper, double *width, double *height)
{
    *width = papers[paper].width;
    *height = papers[paper].height;
}

// The type area begins under the masthead, whose height the practice's name decides.
static dgs_sheet sheet_of(const dgs_context *ctx, dgs_paper paper)
{
    const double margin = papers[paper].margin;
    double w = papers[paper].width, h = papers[paper].height;
    return (dgs_sheet){
        .width = w, .height = h, .left = margin, .right = w - margin, .head_top = ctx->look->constant.page.head};
}

static bool is_card(const dgs_doc *doc)
{
    const dgs_node *part = dgs_node_child(doc->root, DGS_NODE_PART);
    return part != NULL && part->design == DGS_DESIGN_CARD;
}

// Half a sheet, which is cut across; nothing stands at its head and foot.
static dgs_sheet card_of(const dgs_context *ctx, dgs_paper paper)
{
    dgs_sheet sheet = sheet_of(ctx, paper);
    const double edge = ctx->look->constant.card_page.edge;
    sheet.height /= 2;
    sheet.left = ctx->look->constant.card_page.side;
    sheet.right = sheet.width - sheet.left;
    sheet.head_top = sheet.top = sheet.next_top = edge;
    sheet.bottom = sheet.foot_top = sheet.height - edge;
    return sheet;
}

// Masthead and foot, as they are or as variable blocks.
static bool running_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_running *out)
{
    if (ctx->template == NULL)
        return dgs_masthead_make(ctx, scheme, region, &out->masthead) &&
               dgs_foot_make(ctx, scheme, region, &out->foot, &out->number_y);
    const dgs_node *masthead = ctx->doc->root->first, *imprint = ctx->doc->root->last;
    if (dgs_variable_block_add(ctx, scheme, region, &out->masthead, masthead) == NULL)
        return false;
    const dgs_variable_block *foot = dgs_variable_block_add(ctx, scheme, region, &out->foot, imprint);
    out->number_y = foot == NULL ? 0 : foot->number_y;
    return foot != NULL;
}

// A screen has no edge where a page has to end: the page grows with its masthead, with large type, and with the air
// that is tried where the first one does not hold the signs of an emergency below what it begins with.
static void screen_fit(const dgs_context *ctx, dgs_running *running, dgs_sheet *sheet)
{
    const dgs_look *look = ctx->look;
    const double head = dgs_galley_height(&running->masthead, 0, running->masthead.natoms);
    running->once = true;
    running->number_y = 0;
    sheet->next_top = sheet->head_top;
    sheet->top = sheet->head_top + head + (head > 0 ? look->constant.page.under_head : 0);
    sheet->height = floor(sheet->height * look->unit * look->tall) + sheet->top - sheet->head_top;
    sheet->foot_top = sheet->height - look->constant.page.head - look->size.small.leading;
    sheet->bottom = sheet->foot_top - look->constant.page.above_foot;
}

static bool sheet_fit(const dgs_context *ctx, dgs_paper paper, dgs_running *running, dgs_sheet *sheet)
{
    if (paper == DGS_PAPER_PHONE) {
        screen_fit(ctx, running, sheet);
        return true;
    }
    double head = dgs_galley_height(&running->masthead, 0, running->masthead.natoms);
    double foot = dgs_galley_height(&running->foot, 0, running->foot.natoms);
    const dgs_look *look = ctx->look;
    bool much = head + foot > look->len.furniture; // a practice that says much there does so at the cost of the air
    sheet->head_top = much ? DGS_EDGE : sheet->head_top;
    sheet->top = sheet->head_top + head + (much ? look->constant.page.much_under : look->constant.page.under_head);
    sheet->next_top = sheet->top;
    sheet->foot_top = sheet->height - DGS_FOOT_EDGE - foot;
    sheet->bottom = sheet->foot_top - (much ? look->constant.page.much_above : look->constant.page.above_foot);
    if (sheet->bottom - sheet->top < look->share.area * sheet->height)
        return dgs_fail(ctx->err, DGS_ERR_DATA,
                        "the head and foot of each page leave too little room: shorten them (address, hours, "
                        "disclaimer), or use larger paper");
    return true;
}

typedef struct attempt {
    double air;
    size_t lifted; // as a sheet has it
    double lift;
    double top, bottom; // of the type area
    dgs_pages pages;
    dgs_template *template;
} attempt;

static bool parts_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_paper paper, attempt *out)
{
    bool card = is_card(ctx->doc);
    dgs_sheet sheet = card ? card_of(ctx, paper) : sheet_of(ctx, paper);
    dgs_running running = {0};
    dgs_makeup makeup = {.ctx = ctx, .scheme = scheme, .page = {.right = sheet.right - sheet.left}};
    if (!card && (!running_make(ctx, scheme, &makeup.page, &running) || !sheet_fit(ctx, paper, &running, &sheet)))
        return false;
    makeup.page.height = sheet.bottom - sheet.top;
    sheet.lifted = out->lifted;
    sheet.lift = out->lift;
    out->top = sheet.top;
    out->bottom = sheet.bottom;
    makeup.flow = dgs_flow_new(ctx, scheme, &sheet, &running);
    if (makeup.flow == NULL)
        return false;
    for (const dgs_node *n = ctx->doc->root->first; n != NULL; n = n->next)
        if (n->kind == DGS_NODE_PART && !dgs_part_add(&makeup, n))
            return false;
    if (running.once && !dgs_flow_end(makeup.flow, &running.foot, ctx->look->constant.page.above_foot))
        return false;
    return dgs_flow_finish(makeup.flow, &out->pages);
}

size_t dgs_layout_missing(const dgs_pages *pages, const dgs_print_options *options)
{
    size_t sides = options->booklet ? 4 : 2;
    if (options->paper == DGS_PAPER_PHONE) // no sheet to turn over
        return 0;
    return pages->npages == 1 && !options->booklet ? 0 : (sides - pages->npages % sides) % sides;
}

static const dgs_node *emergency_of(const dgs_doc *doc)
{
    for (const dgs_node *n = doc->root; n != NULL; n = dgs_node_walk(doc->root, n))
        if (n->kind == DGS_NODE_BOX && (n->box == DGS_BOX_EMERGENCY || n->box == DGS_BOX_EMERGENCY_SHORT))
            return n;
    return NULL;
}

bool dgs_layout_emergency_first(const dgs_pages *pages, const dgs_doc *doc)
{
    const dgs_node *box = emergency_of(doc);
    return box != NULL && pages->node_page[box->index] == (is_card(doc) ? 1 : 0);
}

bool dgs_layout_emergency_whole(const dgs_pages *pages, const dgs_doc *doc)
{
    const dgs_node *box = emergency_of(doc);
    for (const dgs_node *n = box; n != NULL; n = dgs_node_walk(box, n))
        if (pages->node_page[n->index] > pages->node_page[box->index])
            return false;
    return dgs_layout_emergency_first(pages, doc);
}

// Lays out once. The template is there even where that fails.
static bool make(const dgs_layout_input *in, dgs_arena *arena, attempt *out, dgs_err *err)
{
    dgs_context ctx = {0};
    const dgs_scheme scheme = dgs_scheme_page(in->palette);
    bool ok = dgs_context_make(&ctx, in, out->air, arena, err) && dgs_text_open(in->text, scheme.face.text, err) &&
              dgs_text_open(in->text, scheme.face.title, err) &&
              parts_add(&ctx, &scheme, dgs_print_options_page(in->options), out);
    out->template = ctx.template;
    return ok;
}

static size_t sheets(const dgs_pages *pages, const dgs_print_options *options)
{
    size_t sides = options->booklet ? 4 : 2;
    return (pages->npages + sides - 1) / sides;
}

// Whether it takes no sheet more, and the signs of an emergency stand on the first page still.
static bool as_good(const dgs_pages *pages, const dgs_pages *than, const dgs_layout_input *in)
{
    return sheets(pages, in->options) <= sheets(than, in->options) &&
           (dgs_layout_emergency_first(pages, in->doc) || !dgs_layout_emergency_first(than, in->doc));
}

// Whether other spaces may do better: where a part of usual print takes more than its page, or a screen's first page
// lacks the signs.
static bool is_wanting(const dgs_pages *pages, const dgs_layout_input *in)
{
    size_t parts = 0;
    for (const dgs_node *n = in->doc->root->first; n != NULL; n = n->next)
        parts += n->kind == DGS_NODE_PART ? 1 : 0;
    return (pages->npages > parts && in->options->paper != DGS_PAPER_PHONE) ||
           !dgs_layout_emergency_first(pages, in->doc);
}

// Whether an attempt is taken: one with wider spaces that costs nothing, one with narrower spaces that gains something.
static bool is_better(const dgs_pages *pages, const dgs_pages *than, const dgs_layout_input *in)
{
    if (in->options->paper == DGS_PAPER_PHONE)
        return dgs_layout_emergency_first(pages, in->doc);
    bool gains = pages->npages < than->npages || !as_good(than, pages, in);
    return as_good(pages, than, in) && (in->options->large_print || gains);
}

// How much of a page's type area is filled.
static double filled(const attempt *a, size_t page)
{
    const dgs_page *p = &a->pages.pages[page];
    double end = a->top;
    for (size_t i = 0; i < p->nboxes; i++)
        if (p->boxes[i].rect.y < a->bottom)
            end = fmax(end, p->boxes[i].rect.y + p->boxes[i].rect.h);
    return (end - a->top) / (a->bottom - a->top);
}

static const double thin = 0.352; // of the type area: with less the end of a part looks lost on its page

// The first page but one that holds too little, 0 = none; and how many these are.
static size_t thin_pages(const attempt *a, size_t *n)
{
    size_t first = 0;
    *n = 0;
    for (size_t page = 1; page < a->pages.npages; page++)
        if (filled(a, page) < thin) {
            first = first == 0 ? page : first;
            ++*n;
        }
    return first;
}

// Lays out again so that a page with too little gets more of what is on the page before it. The better of both.
static attempt *spread(const dgs_layout_input *in, dgs_arena *arena, attempt *best, attempt *next)
{
    size_t had, has;
    const size_t page = thin_pages(best, &had);
    dgs_err unfit = {0};
    if (page == 0)
        return best;
    *next = (attempt){.air = best->air, .lifted = page};
    next->lift = (thin - filled(best, page)) * (best->bottom - best->top);
    if (!make(in, arena, next, &unfit))
        return best;
    (void)thin_pages(next, &has);
    return has < had && as_good(&next->pages, &best->pages, in) ? next : best;
}

// Tries the spaces one after another, as long as they may do better.
static attempt *made_best(const dgs_layout_input *in, dgs_arena *arena, attempt *tries, size_t n, dgs_err *err)
{
    const bool wider = in->options->large_print && in->options->paper != DGS_PAPER_PHONE;
    attempt *best = tries;
    if (!make(in, arena, best, err))
        return NULL;
    for (attempt *next = tries + 1; next < tries + n; next++) {
        dgs_err unfit = {0};
        if (wider ? best != tries : !is_wanting(&best->pages, in))
            break;
        bool made = make(in, arena, next, &unfit);
        if (!made && unfit.kind != DGS_ERR_DATA) {
            (void)dgs_fail(err, unfit.kind, "%s", unfit.message);
            return NULL;
        }
        best = made && is_better(&next->pages, &best->pages, in) ? next : best;
    }
    return best;
}

// The spaces of large print grow with its type as far as that takes no sheet of paper more; those of usual print shrink
// as far as that spares pages, or brings the signs of an emergency back to the first page. A screen's pages grow until
// the first holds them.
bool dgs_layout_make(const dgs_layout_input *in, dgs_arena *arena, dgs_pages *out, dgs_err *err)
{
    enum { AIRS = 4 };
    static const double wider[AIRS] = {0, 1, 0.5, 0.25}, narrower[AIRS] = {0, -0.25, -0.5, -0.75},
                        taller[AIRS] = {0, 0.1, 0.2, 0.3};
    const dgs_print_options *options = in->options;
    const bool screen = options->paper == DGS_PAPER_PHONE;
    attempt tries[AIRS + 1] = {0};
    for (size_t i = 0; i < AIRS; i++)
        tries[i].air = (screen ? taller : options->large_print ? wider : narrower)[i];
    if (options->booklet && options->paper != DGS_PAPER_LETTER && options->paper != DGS_PAPER_A4)
        return dgs_fail(err, DGS_ERR_USAGE, "a booklet is folded from letter or a4 paper: take one of these");
    attempt *best = made_best(in, arena, tries, AIRS, err);
    if (best == NULL)
        return false;
    if (!screen && !is_card(in->doc) && is_wanting(&best->pages, in))
        best = spread(in, arena, best, tries + AIRS);
    for (attempt *a = tries; a < tries + AIRS + 1; a++)
        if (a != best && a->template != NULL) {
            a->template->other = best->template->other;
            best->template->other = a->template;
        }
    *out = best->pages;
    return true;
}
