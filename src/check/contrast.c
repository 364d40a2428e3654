#include <math.h>

#include "base/utf8.h"
#include "check/rules.h"

static const double text_least = 7, field_least = 4.5, graphic_least = 3;

typedef struct pair {
    dgs_color ink, ground;
} pair;

typedef struct subject { // what is held against its ground
    const dgs_run *run;  // words, or NULL
    const char *name;    // anything else, and words that are private
    dgs_color ink;
    double least;
} subject;

typedef struct judge {            // one page while it is judged
    const dgs_checking *checking; // NULL: pairs are collected, not judged
    dgs_pairs *pairs;
    dgs_arena *arena;
    const dgs_palette *palette;
    const dgs_page *page;
    const dgs_box **grounds; // the page's boxes that can lie under another, of those below the one that is judged
    size_t ngrounds;
    pair *told; // pairs that are too near, of all pages
    size_t ntold, cap;
    pair last; // the pair judged last, and its ratio: most of a page is of one pair
    double last_ratio;
} judge;

// Whether a run is the mark of a list's item, which has to be seen, not read.
static bool is_bullet(dgs_str text)
{
    const int32_t bullet = 0x2022;
    bool found = false;
    for (int32_t cp = dgs_utf8_next(&text); cp >= 0; cp = dgs_utf8_next(&text)) {
        if (cp != bullet && cp != ' ')
            return false;
        found = found || cp == bullet;
    }
    return found;
}

static bool fills(const dgs_ground *ground, dgs_color color)
{
    return ground->filled && dgs_color_same(ground->fill, color);
}

// Vector art lets its ground through: layout keeps text off its paths.
static bool is_ground(const dgs_box *box)
{
    return box->kind == DGS_BOX_DOT || box->kind == DGS_BOX_FILL || box->kind == DGS_BOX_PICTURE;
}

static bool covers(const dgs_box *box, double x, double y)
{
    const dgs_rect r = box->rect;
    if (box->kind == DGS_BOX_DOT) {
        double across = (x - r.x - r.w / 2) / (r.w / 2), down = (y - r.y - r.h / 2) / (r.h / 2);
        return across * across + down * down <= 1;
    }
    return x >= r.x && x <= r.x + r.w && y >= r.y && y <= r.y + r.h;
}

// What lies at this point under the box that is judged: NULL = paper.
static const dgs_box *ground_at(const judge *j, double x, double y)
{
    for (size_t i = j->ngrounds; i-- > 0;)
        if (covers(j->grounds[i], x, y))
            return j->grounds[i];
    return NULL;
}

// Whether this pair of colours is told for the first time.
static bool first_time(judge *j, dgs_color ink, dgs_color ground, bool *first)
{
    *first = true;
    for (size_t i = 0; i < j->ntold; i++)
        if (dgs_color_same(j->told[i].ink, ink) && dgs_color_same(j->told[i].ground, ground))
            *first = false;
    if (!*first)
        return true;
    pair *p = DGS_PUSH(j->checking->report->arena, j->told, j->ntold, j->cap);
    if (p == NULL)
        return dgs_fail_memory(j->checking->err);
    *p = (pair){ink, ground};
    return true;
}

// What the finding calls it; NULL after a failed allocation, which is recorded.
static const char *name_of(const judge *j, const subject *what)
{
    if (what->name != NULL || what->run == NULL)
        return what->name;
    const char *quote = dgs_report_quote(j->checking->report, j->checking->err, what->run->text, 0);
    dgs_buf name = {.arena = j->checking->report->arena};
    if (quote == NULL)
        return NULL;
    dgs_buf_addf(&name, "the words \"%s\"", quote);
    if (name.failed)
        dgs_fail_memory(j->checking->err);
    return name.failed ? NULL : name.p;
}

static bool tell(judge *j, const subject *what, dgs_color ground, double least)
{
    bool first;
    if (!first_time(j, what->ink, ground, &first))
        return false;
    if (!first)
        return true;
    const char *name = name_of(j, what);
    dgs_color ink = what->ink;
    double ratio = floor(dgs_contrast(ink, ground) * 100) / 100; // never rounded up to what is asked
    return name != NULL && dgs_report_add(j->checking->report, j->checking->err, NULL, 0,
                                          "%s of color #%02x%02x%02x on #%02x%02x%02x: the contrast is %g:1 and must "
                                          "be %g:1, so choose another --color",
                                          name, ink.r, ink.g, ink.b, ground.r, ground.g, ground.b, ratio, least);
}

static double contrast(judge *j, dgs_color ink, dgs_color ground)
{
    if (j->last_ratio == 0 || !dgs_color_same(j->last.ink, ink) || !dgs_color_same(j->last.ground, ground)) {
        j->last = (pair){ink, ground};
        j->last_ratio = dgs_contrast(ink, ground);
    }
    return j->last_ratio;
}

static bool tell_picture(judge *j, const subject *what)
{
    const char *name = name_of(j, what);
    return name != NULL &&
           dgs_report_add(j->checking->report, j->checking->err, NULL, 0,
                          "%s would be on a picture, where it may be unreadable: choose another picture", name);
}

// Of the next palette's colours another could look like this one's field: where pairs are collected, only its role
// makes a field.
static bool is_field(const judge *j, const dgs_color color)
{
    if (j->palette->mode == DGS_INK_SAVER)
        return false;
    if (j->pairs != NULL)
        return color.role == DGS_ROLE_FIELD || color.role == DGS_ROLE_BADGE || color.role == DGS_ROLE_NUMERAL;
    return fills(&j->palette->field, color) || fills(&j->palette->badge, color) || fills(&j->palette->numeral, color);
}

// Holds what is painted at a point against what lies there.
static bool judge_point(judge *j, double x, double y, const subject *what)
{
    const dgs_box *ground = ground_at(j, x, y);
    if (ground != NULL && ground->kind == DGS_BOX_PICTURE) {
        if (j->pairs == NULL)
            return tell_picture(j, what);
        j->pairs->refused = true;
        return true;
    }
    dgs_color color = ground == NULL ? (dgs_color){255, 255, 255} : ground->color;
    double least = ground != NULL && is_field(j, color) ? fmin(field_least, what->least) : what->least;
    if (j->pairs != NULL)
        return dgs_pairs_add(j->pairs, j->arena, (dgs_pair){what->ink, color, least});
    return contrast(j, what->ink, color) >= least || tell(j, what, color, least);
}

// A run is looked at in its middle and near both ends, since it may reach over the edge of its ground.
static bool judge_run(judge *j, size_t number, const dgs_run *run)
{
    static const double places[] = {0.5, 0.1, 0.9};
    const dgs_rect rect = j->page->boxes[number].rect;
    const dgs_node *node = j->page->boxes[number].node;
    const char *name = node != NULL && dgs_node_private(node) ? "a text about the client" : NULL;
    const subject what = {
        .run = run, .name = name, .ink = run->color, .least = is_bullet(run->text) ? graphic_least : text_least};
    if (!dgs_has_words(run->text))
        return true;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!judge_point(j, run->x + run->width * places[i], rect.y + rect.h / 2, &what))
            return false;
    return true;
}

// A logo may look as it likes (WCAG 2.1, 1.4.3 and 1.4.11).
static bool judge_box(judge *j, size_t number)
{
    static const char *const names[] = {
        [DGS_BOX_FRAME] = "a box to check", [DGS_BOX_RULE] = "a line", [DGS_BOX_DOT] = "a dot",
        [DGS_BOX_ART] = "a drawing",        [DGS_BOX_PICTURE] = NULL,  [DGS_BOX_AREA] = NULL,
    };
    const dgs_box *box = &j->page->boxes[number];
    for (size_t i = 0; box->kind == DGS_BOX_TEXT && i < box->nruns; i++)
        if (!judge_run(j, number, &box->runs[i]))
            return false;
    if (names[box->kind] == NULL || box->decoration)
        return true;
    if (box->kind == DGS_BOX_ART &&
        ((box->node != NULL && box->node->kind == DGS_NODE_LOGO) || !dgs_art_takes_current(box->art)))
        return true;
    const subject what = {.name = names[box->kind], .ink = box->color, .least = graphic_least};
    return judge_point(j, box->rect.x + box->rect.w / 2, box->rect.y + box->rect.h / 2, &what);
}

static bool judge_pages(judge *j, const dgs_pages *pages)
{
    for (size_t p = 0; p < pages->npages; p++) {
        j->page = &pages->pages[p];
        j->ngrounds = 0;
        j->grounds = dgs_arena_array(j->arena, j->page->nboxes + 1, sizeof *j->grounds);
        if (j->grounds == NULL)
            return false;
        for (size_t i = 0; i < j->page->nboxes; i++) {
            if (!judge_box(j, i))
                return false;
            if (is_ground(&j->page->boxes[i]))
                j->grounds[j->ngrounds++] = &j->page->boxes[i];
        }
    }
    return true;
}

bool dgs_check_pages(const dgs_pages *pages, const dgs_palette *palette, dgs_report *report, dgs_err *err)
{
    const dgs_checking checking = {.report = report, .err = err};
    judge j = {.checking = &checking, .arena = report->arena, .palette = palette};
    return judge_pages(&j, pages) || (err->kind == DGS_OK && dgs_fail_memory(err));
}

bool dgs_check_pairs_of(const dgs_pages *pages, const dgs_palette *palette, dgs_arena *arena, dgs_pairs *out,
                        dgs_err *err)
{
    *out = (dgs_pairs){.palette = *palette};
    judge j = {.pairs = out, .arena = arena, .palette = palette};
    return judge_pages(&j, pages) || dgs_fail_memory(err);
}
