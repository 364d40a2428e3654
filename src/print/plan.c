#include "print/plan.h"

#include <math.h>
#include <string.h>

#include "base/geometry.h"

dgs_ink dgs_plan_ink(const dgs_printer *printer, dgs_ink wanted)
{
    return printer->color == DGS_NO && wanted == DGS_INK_COLOR ? DGS_INK_GRAY : wanted;
}

static dgs_margins nearer(dgs_margins a, dgs_margins b)
{
    return (dgs_margins){fmin(a.top, b.top), fmin(a.right, b.right), fmin(a.bottom, b.bottom), fmin(a.left, b.left)};
}

dgs_margins dgs_sheets_unused(const dgs_pages *pages)
{
    dgs_margins unused = {pages->height, pages->width, pages->height, pages->width};
    for (size_t p = 0; p < pages->npages; p++)
        for (size_t i = 0; i < pages->pages[p].nboxes; i++) {
            dgs_rect r = pages->pages[p].boxes[i].rect;
            dgs_margins box = {r.y, pages->width - r.x - r.w, pages->height - r.y - r.h, r.x};
            unused = nearer(unused, box);
        }
    if (pages->width <= pages->height)
        return unused;
    double ends = fmin(unused.left, unused.right), sides = fmin(unused.top, unused.bottom);
    return (dgs_margins){ends, sides, ends, sides};
}

// How much of the paper's edge has something on it that the printer cannot reach: points, at the worst edge.
static double beyond(const dgs_margins *printer, const dgs_margins *unused, const char **edge, double *reach,
                     double *has)
{
    const struct {
        const char *name;
        double reach, has;
    } edges[] = {{"top", printer->top, unused->top},
                 {"right", printer->right, unused->right},
                 {"bottom", printer->bottom, unused->bottom},
                 {"left", printer->left, unused->left}};
    double worst = 0;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        if (edges[i].reach - edges[i].has <= worst)
            continue;
        worst = edges[i].reach - edges[i].has;
        *edge = edges[i].name;
        *reach = edges[i].reach;
        *has = edges[i].has;
    }
    return worst;
}

static void put(dgs_plan *plan, const char *name, const char *value)
{
    plan->options[plan->n].name = name;
    plan->options[plan->n++].value = value;
}

typedef struct planner {
    const dgs_printer *printer;
    const dgs_sheets *sheets;
    dgs_arena *arena;
    dgs_report *report;
    dgs_plan *plan;
    dgs_err *err;
} planner;

// Our papers that `which` is true of, as --paper takes them: "letter or a4".
static const char *papers_of(const planner *p, bool loaded)
{
    dgs_buf words = {.arena = p->arena};
    for (size_t i = 0; i < DGS_PAPERS; i++)
        if (p->printer->papers[i].supported && (!loaded || p->printer->papers[i].loaded))
            dgs_buf_addf(&words, "%s--paper %s", words.n == 0 ? "" : " or ", dgs_papers[i].word);
    return words.p;
}

static const char *loaded_names(const planner *p)
{
    const dgs_printer *printer = p->printer;
    dgs_buf words = {.arena = p->arena};
    for (size_t i = 0; i < printer->nloaded; i++)
        dgs_buf_addf(&words, "%s%s", i == 0 ? "" : " and ", dgs_paper_name(printer->loaded[i]));
    return words.p == NULL ? dgs_paper_name(printer->usual) : words.p;
}

static bool plan_media(planner *p)
{
    const dgs_printer *printer = p->printer;
    const dgs_paper_about *paper = &dgs_papers[p->sheets->paper];
    const dgs_printer_paper *own = &printer->papers[p->sheets->paper];
    if (!printer->tells_papers) {
        put(p->plan, "media", paper->media);
        return dgs_report_note(p->report, p->err, DGS_NOTE_NOTICE,
                               "%s does not say which paper it takes: make sure that %s is in it", printer->name,
                               paper->name);
    }
    if (!own->supported) {
        const char *others = papers_of(p, false);
        return dgs_fail(p->err, DGS_ERR_USAGE, "the handout is for %s, which %s does not support: %s%s", paper->name,
                        printer->name, others == NULL ? "choose another printer" : "write ",
                        others == NULL ? "" : others);
    }
    put(p->plan, "media", paper->media);
    bool usual = printer->nloaded == 0 && (printer->usual[0] == '\0' || strcmp(printer->usual, paper->media) == 0);
    if (own->loaded || usual)
        return true;
    const char *others = papers_of(p, true);
    return dgs_report_note(
        p->report, p->err, DGS_NOTE_WARNING, "the handout is for %s, and %s has %s in it: put %s in%s%s", paper->name,
        printer->name, loaded_names(p), paper->name, others == NULL ? "" : ", or write ", others == NULL ? "" : others);
}

static bool plan_sides(planner *p)
{
    const char *one_side_perhaps = "does not say whether it prints on both sides";
    const dgs_sheets *s = p->sheets;
    dgs_known able = s->booklet ? p->printer->short_edge : p->printer->long_edge;
    if (s->npages > 1 && able == DGS_YES) {
        put(p->plan, "sides", s->booklet ? "two-sided-short-edge" : "two-sided-long-edge");
        return true;
    }
    if (able != DGS_UNKNOWN)
        put(p->plan, "sides", "one-sided");
    if (s->npages <= 1)
        return true;
    const char *name = p->printer->name;
    if (s->booklet)
        return dgs_report_note(p->report, p->err, DGS_NOTE_WARNING,
                               "%s %s: a booklet must be turned over the short edge by hand", name,
                               able == DGS_NO ? "prints on one side only" : one_side_perhaps);
    if (able == DGS_UNKNOWN)
        return dgs_report_note(p->report, p->err, DGS_NOTE_NOTICE, "%s %s", name, one_side_perhaps);
    return dgs_report_note(p->report, p->err, DGS_NOTE_NOTICE, "%s prints on one side only: %zu sheets", name,
                           s->npages);
}

static bool plan_color(planner *p)
{
    const dgs_printer *printer = p->printer;
    if (p->sheets->ink == DGS_INK_GRAY && printer->monochrome == DGS_YES)
        put(p->plan, "print-color-mode", "monochrome");
    else if (p->sheets->ink != DGS_INK_GRAY && printer->color == DGS_YES)
        put(p->plan, "print-color-mode", "color");
    return true;
}

static bool plan_scaling(planner *p)
{
    const dgs_printer *printer = p->printer;
    const dgs_printer_paper *paper = &printer->papers[p->sheets->paper];
    const char *edge = NULL;
    double reach = 0, has = 0, hair = DGS_MM(0.05); // margins are told in hundredths of a millimetre
    bool fits = p->sheets->test_page || !paper->supported ||
                beyond(&paper->margins, &p->sheets->unused, &edge, &reach, &has) < hair;
    if (fits && printer->unscaled == DGS_YES)
        put(p->plan, "print-scaling", "none");
    if (fits)
        return true;
    if (printer->fitting == DGS_YES)
        put(p->plan, "print-scaling", "fit");
    return dgs_report_note(
        p->report, p->err, DGS_NOTE_NOTICE,
        "%s cannot print the last %.1f mm at the %s of %s, and the handout reaches to %.1f mm from there: %s",
        printer->name, reach / DGS_MM(1), edge, dgs_papers[p->sheets->paper].name, has / DGS_MM(1),
        printer->fitting == DGS_YES ? "its pages are printed a little smaller, to fit" : "a little may be cut off");
}

static bool plan_copies(planner *p)
{
    unsigned long copies = p->sheets->copies;
    int most = p->printer->copies;
    if (most > 0 && copies > (unsigned long)most)
        return dgs_fail(p->err, DGS_ERR_USAGE, "%s makes at most %d cop%s at once: write --copies %d", p->printer->name,
                        most, most == 1 ? "y" : "ies", most);
    dgs_buf number = {.arena = p->arena};
    dgs_buf_addf(&number, "%lu", copies);
    if (number.failed)
        return dgs_fail_memory(p->err);
    put(p->plan, "copies", number.p);
    if (copies > 1 && p->printer->collates == DGS_YES)
        put(p->plan, "multiple-document-handling", "separate-documents-collated-copies");
    return true;
}

bool dgs_plan_make(const dgs_printer *printer, const dgs_sheets *sheets, dgs_arena *arena, dgs_report *report,
                   dgs_plan *out, dgs_err *err)
{
    *out = (dgs_plan){0};
    planner p = {printer, sheets, arena, report, out, err};
    if (printer->pdf == DGS_NO)
        return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                        "%s does not support PDF: set it up in the print service (on Debian and Ubuntu: apt install "
                        "cups cups-filters), which converts it",
                        printer->name);
    return plan_copies(&p) && plan_media(&p) && plan_sides(&p) && plan_color(&p) && plan_scaling(&p);
}
