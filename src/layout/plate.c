// The art is tried at some sizes and places. For each, every side's labels are set at the heights that make the sum of
// squares of their distances from their points least (dynamic programming over a grid of heights).
#include "layout/plate.h"

#include <math.h>
#include <string.h>

enum { PLACES_MAX = 7, GRID_MAX = 192, LINES_MAX = 4 };

// How the labels are set; the first that leaves the art large is taken.
typedef struct setting {
    double left, right; // what the labels of a side are broken to, or to their longest word
    double overhang;    // how far they may stand above and below the art
} setting;

static const double measure_wide = 72; // no word of so many letters is wider at 12 pt, so none needs to be measured
static const size_t letters_wide = 12;
static const setting settings[] = {{106, 106, 16}, {72, 72, 16},  {50, 106, 40}, {72, 106, 40},
                                   {106, 72, 40},  {50, 144, 40}, {50, 50, 40}};
enum { WIDEST, USUAL, SETTINGS = sizeof settings / sizeof *settings };

// The heights at which labels may stand, and how far the art reaches beside a label of some lines that stands there.
typedef struct grid {
    double first, step;
    size_t n;
    double height[LINES_MAX]; // of a label of so many lines or, the last one, more; 0 = there is none
    double left[LINES_MAX][GRID_MAX], right[LINES_MAX][GRID_MAX]; // points from the art's left edge
} grid;

// How far the art reaches to both sides beside a label, in points from its left edge; infinity and -infinity where it
// does not.
static void extent(const dgs_plate *p, double y, double height, double *left, double *right)
{
    const double air = p->look->gap.picture.air;
    double from = p->art->y + (y - air) / p->scale, to = p->art->y + (y + height + air) / p->scale;
    dgs_silhouette_extent(p->shape, from, to, left, right);
    *left = (*left - p->art->x) * p->scale;
    *right = (*right - p->art->x) * p->scale;
}

// Whether the art, which reaches so far on the label's side, keeps out of its way.
static bool is_free(const dgs_plate *p, const dgs_label *l, double reach)
{
    double taken = l->room + p->look->gap.picture.art;
    return l->left ? p->x + reach >= taken : p->x + reach <= p->width - taken;
}

static size_t kind_of(const dgs_label *l)
{
    return l->lines.n < LINES_MAX ? l->lines.n : LINES_MAX - 1;
}

static void grid_make(const dgs_plate *p, double overhang, grid *g)
{
    double tall = p->art->h * p->scale + 2 * overhang;
    g->first = -overhang;
    g->step = fmax(2, tall / GRID_MAX);
    g->n = (size_t)(tall / g->step);
    for (size_t kind = 0; kind < LINES_MAX; kind++) {
        g->height[kind] = 0;
        for (size_t i = 0; i < p->n; i++)
            if (kind_of(&p->labels[i]) == kind)
                g->height[kind] = fmax(g->height[kind], p->labels[i].height);
        for (size_t j = 0; g->height[kind] > 0 && j < g->n; j++)
            extent(p, g->first + (double)j * g->step, g->height[kind], &g->left[kind][j], &g->right[kind][j]);
    }
}

// What it costs at best to set the labels of a side down to one, at each height of the grid or higher.
typedef struct costs {
    double of[GRID_MAX];
    uint8_t choice[GRID_MAX]; // where the last one of them then is
} costs;

// Adds a label to those above it, the lowest of which takes `taken` of the grid; NULL: there are none.
static void cost_label(const dgs_plate *p, const dgs_label *l, const grid *g, const costs *before, size_t taken,
                       costs *out)
{
    const double *reach = l->left ? g->left[kind_of(l)] : g->right[kind_of(l)];
    double last = (double)g->n - l->height / g->step, best = INFINITY;
    uint8_t at = 0;
    for (size_t j = 0; j < g->n; j++) {
        if (j >= taken && (double)j <= last && is_free(p, l, reach[j])) {
            double way = g->first + (double)j * g->step + l->height / 2 - l->tip_y;
            double cost = way * way + (before == NULL ? 0 : before->of[j - taken]);
            at = cost < best ? (uint8_t)j : at;
            best = cost < best ? cost : best;
        }
        out->of[j] = best;
        out->choice[j] = at;
    }
}

// Sets each label level with its point where the grid made it miss that by a little: a level leader looks calm.
static void level_side(const dgs_plate *p, const grid *g, dgs_label **side, size_t n)
{
    const double label_gap = p->look->gap.picture.label;
    for (size_t i = 0; i < n; i++) {
        dgs_label *l = side[i];
        double left, right, want = l->tip_y - l->height / 2;
        double from = i == 0 ? g->first : side[i - 1]->y + side[i - 1]->height + label_gap;
        double to = (i + 1 == n ? p->art->h * p->scale - g->first : side[i + 1]->y - label_gap) - l->height;
        if (fabs(want - l->y) >= g->step || want < from || want > to)
            continue;
        extent(p, want, l->height, &left, &right);
        if (is_free(p, l, l->left ? left : right))
            l->y = want;
    }
}

// Sets the labels of one side; false when they do not fit.
static bool place_side(dgs_plate *p, const grid *g, bool left, double *cost)
{
    costs best[DGS_LABELS_MAX];
    dgs_label *side[DGS_LABELS_MAX];
    size_t n = 0, taken[DGS_LABELS_MAX + 1] = {0}, j = g->n - 1;
    for (size_t i = 0; i < p->n; i++) {
        dgs_label *l = &p->labels[i];
        if (l->left != left)
            continue;
        l->tip_y = (l->anchor->y - p->art->y) * p->scale;
        cost_label(p, l, g, n == 0 ? NULL : &best[n - 1], taken[n], &best[n]);
        if (best[n].of[j] == INFINITY)
            return false;
        side[n++] = l;
        taken[n] = (size_t)ceil((l->height + p->look->gap.picture.label) / g->step);
    }
    if (n == 0)
        return true;
    *cost += best[n - 1].of[j];
    for (size_t i = n; i-- > 0; j -= taken[i]) { // from the last label upwards
        j = best[i].choice[j];
        side[i]->y = g->first + (double)j * g->step;
    }
    level_side(p, g, side, n);
    return true;
}

static void tips_set(dgs_plate *p)
{
    for (size_t i = 0; i < p->n; i++) {
        dgs_label *l = &p->labels[i];
        l->x = l->left ? l->room - l->lines.widest : p->width - l->room;
        l->tip_x = p->x + (l->anchor->x - p->art->x) * p->scale;
    }
}

dgs_rect dgs_plate_leader(const dgs_plate *p, const dgs_label *l)
{
    const double leader_gap = p->look->gap.picture.leader;
    double x = l->left ? l->x + l->lines.widest + leader_gap : l->x - leader_gap, y = l->y + l->height / 2;
    return (dgs_rect){x, y, l->tip_x - x, l->tip_y - y};
}

// Twice the area of the triangle a, b, p: its sign says on which side of a-b p lies.
static double side_of(double ax, double ay, double bx, double by, double px, double py)
{
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

static bool cross(dgs_rect a, dgs_rect b)
{
    double ax = a.x + a.w, ay = a.y + a.h, bx = b.x + b.w, by = b.y + b.h;
    return side_of(a.x, a.y, ax, ay, b.x, b.y) * side_of(a.x, a.y, ax, ay, bx, by) < 0 &&
           side_of(b.x, b.y, bx, by, a.x, a.y) * side_of(b.x, b.y, bx, by, ax, ay) < 0;
}

// Whether a leader runs through another label's words or too close to them.
static bool strikes(dgs_rect leader, const dgs_label *l)
{
    const double clear = 1.5; // points: two strokes of a leader, so that the two do not touch in print
    dgs_rect words = {l->x - clear, l->y - clear, l->lines.widest + 2 * clear, l->height + 2 * clear};
    return cross(leader, words) || cross(leader, (dgs_rect){words.x, words.y + words.h, words.w, -words.h});
}

static bool overlap(const dgs_plate *p, const dgs_label *a, const dgs_label *b)
{
    const double label_gap = p->look->gap.picture.label;
    return a->x < b->x + b->lines.widest + label_gap && b->x < a->x + a->lines.widest + label_gap &&
           a->y < b->y + b->height && b->y < a->y + a->height;
}

static bool disturb(const dgs_plate *p, const dgs_label *a, const dgs_label *b)
{
    dgs_rect la = dgs_plate_leader(p, a), lb = dgs_plate_leader(p, b);
    return overlap(p, a, b) || cross(la, lb) || strikes(la, b) || strikes(lb, a);
}

static void swap_labels(dgs_label *a, dgs_label *b)
{
    dgs_label keep = *a;
    *a = *b;
    *b = keep;
}

// Leaders that cross or strike words trade their labels' places. False when some still do.
static bool undisturbed(dgs_plate *p, bool *swapped)
{
    *swapped = false;
    for (size_t i = 0; i < p->n; i++) {
        dgs_rect leader = dgs_plate_leader(p, &p->labels[i]);
        if (p->labels[i].left ? leader.w < 0 : leader.w > 0) // back over its own words
            return false;
        if (fabs(leader.h) > p->steep * fabs(leader.w))
            return false;
        for (size_t k = i + 1; k < p->n; k++) {
            if (!disturb(p, &p->labels[i], &p->labels[k]))
                continue;
            *swapped = p->labels[i].left == p->labels[k].left;
            if (*swapped)
                swap_labels(&p->labels[i], &p->labels[k]);
            return false;
        }
    }
    return true;
}

static bool place_labels(dgs_plate *p, const grid *g, bool strict, double *cost)
{
    bool swapped = true;
    tips_set(p);
    for (size_t tries = 0; swapped && tries <= p->n; tries++) {
        *cost = 0;
        if (!place_side(p, g, true, cost) || !place_side(p, g, false, cost))
            return false;
        if (!strict || undisturbed(p, &swapped))
            return true;
    }
    return false;
}

// How far the labels of each side reach, a gap to the art included.
static void reach_of(const dgs_plate *p, double gap, double taken[2])
{
    taken[false] = taken[true] = 0;
    for (size_t i = 0; i < p->n; i++)
        taken[p->labels[i].left] = fmax(taken[p->labels[i].left], p->labels[i].room + gap);
}

// Where the art may stand: spread over the room that the width leaves it, just clear of each side's labels, and midway
// between them.
static size_t places_of(const dgs_plate *p, double *places)
{
    enum { SPREAD = 3 };
    double left, right, taken[2];
    dgs_silhouette_extent(p->shape, p->art->y, p->art->y + p->art->h, &left, &right);
    double least = -(left - p->art->x) * p->scale, most = p->width - (right - p->art->x) * p->scale;
    if (least > most)
        return 0;
    reach_of(p, p->look->gap.picture.art, taken);
    for (int i = 0; i <= SPREAD; i++)
        places[i] = least + (most - least) * i / SPREAD;
    places[SPREAD + 1] = fmin(least + taken[true], most);
    places[SPREAD + 2] = fmax(most - taken[false], least);
    places[SPREAD + 3] = (places[SPREAD + 1] + places[SPREAD + 2]) / 2;
    return SPREAD + 4;
}

// How far the art is from the middle between the words of both sides, twice.
static double off_middle(const dgs_plate *p)
{
    double left, right, taken[2];
    dgs_silhouette_extent(p->shape, p->art->y, p->art->y + p->art->h, &left, &right);
    reach_of(p, 0, taken);
    return 2 * p->x + (left + right - 2 * p->art->x) * p->scale + taken[false] - taken[true] - p->width;
}

// Tries the art at these places, and keeps the one with the shortest ways; of like ones that in the middle, where the
// leaders of both sides are about as long.
static bool place_art(dgs_plate *p, double overhang, bool strict)
{
    dgs_label best_labels[DGS_LABELS_MAX];
    grid g;
    const double middle = 0.02; // of the square of the way to the middle counts: a label's way of 10 is as bad as 70
    double best = INFINITY, best_x = 0, places[PLACES_MAX];
    grid_make(p, overhang, &g);
    size_t nplaces = places_of(p, places);
    for (size_t i = 0; i < nplaces; i++) {
        double cost;
        p->x = places[i];
        if (!place_labels(p, &g, strict, &cost))
            continue;
        cost += middle * off_middle(p) * off_middle(p);
        if (cost >= best)
            continue;
        best = cost;
        best_x = p->x;
        memcpy(best_labels, p->labels, p->n * sizeof *best_labels);
    }
    if (best == INFINITY)
        return false;
    p->x = best_x;
    memcpy(p->labels, best_labels, p->n * sizeof *best_labels);
    return true;
}

void dgs_plate_overhangs(const dgs_plate *p, double *above, double *below)
{
    *above = *below = 0;
    for (size_t i = 0; i < p->n; i++) {
        const dgs_label *l = &p->labels[i];
        *above = fmax(*above, -l->y);
        *below = fmax(*below, l->y + l->height - p->art->h * p->scale);
    }
}

// Whether the art, this tall, leaves its labels room, and all of it is at most `most` high.
static bool fits(dgs_plate *p, double overhang, double height, double most)
{
    double above, below;
    p->scale = height / p->art->h;
    if (!place_art(p, fmin(overhang, fmax((most - height) / 2, settings[0].overhang)), true))
        return false;
    dgs_plate_overhangs(p, &above, &below);
    return above + height + below <= most;
}

// The height of the largest art that fits; 0 when none does. The plate is set to it. Small art has as little room for
// labels beside it as large art, so heights are tried from the top down; the first that fits is refined by halving.
static double largest(dgs_plate *p, double overhang, double most)
{
    const double near = 2, step = 6; // points: less than 2 is not seen, and each height sets all labels again
    const double least = p->look->constant.picture.least;
    double low = fmin(p->look->constant.picture.most, most), high = low;
    while (!fits(p, overhang, low, most)) {
        if (low <= least)
            return 0;
        high = low;
        low = fmax(low - step, least);
    }
    dgs_plate good = *p;
    while (high - low > near) {
        double middle = (low + high) / 2;
        if (fits(p, overhang, middle, most)) {
            low = middle;
            good = *p;
        } else {
            high = middle;
        }
    }
    *p = good;
    return low;
}

// The labels of a side begin on one line, so that no leader comes near the words above and below it.
static void rooms_set(dgs_plate *p)
{
    double widest[2] = {0, 0};
    for (size_t i = 0; i < p->n; i++)
        widest[p->labels[i].left] = fmax(widest[p->labels[i].left], p->labels[i].lines.widest);
    for (size_t i = 0; i < p->n; i++)
        p->labels[i].room = widest[p->labels[i].left];
}

// The words of the point to look out for have the color of its leader.
static dgs_style style_of(const dgs_context *ctx, const dgs_plate *p, const dgs_label *l)
{
    dgs_style style = p->style;
    if (l->anchor->alert)
        style.color = style.strong_color = ctx->palette->alert;
    return style;
}

// How many bytes the longest word has.
static size_t longest_word(const dgs_node *label)
{
    size_t longest = 0, n = 0;
    for (size_t i = 0; i < label->nspans; i++)
        for (size_t k = 0; k < label->spans[i].text.n; k++) {
            n = label->spans[i].text.p[k] == ' ' ? 0 : n + 1;
            longest = n > longest ? n : longest;
        }
    return longest;
}

static bool break_labels(const dgs_context *ctx, dgs_plate *p, const setting *how)
{
    double unit = p->style.size / 12; // the settings are written for labels of 12 pt
    for (size_t i = 0; i < p->n; i++) {
        dgs_label *l = &p->labels[i];
        dgs_style style = style_of(ctx, p, l);
        double measure = unit * (l->left ? how->left : how->right);
        if (measure < unit * measure_wide || longest_word(l->node) > letters_wide) {
            if (!dgs_lines_words(ctx, l->node->spans, l->node->nspans, &style, &l->lines))
                return false;
            measure = fmax(measure, l->lines.widest);
        }
        if (!dgs_lines_break(ctx, l->node->spans, l->node->nspans, &style, measure, &l->lines))
            return false;
        l->height = dgs_lines_height(&l->lines, &p->style);
    }
    rooms_set(p);
    return true;
}

// Whether labels so wide leave the art the breadth that it has at this height.
static bool is_broad(const dgs_plate *p, const setting *how, double height)
{
    const double unit = p->style.size / 12, taken = unit * (how->left + how->right) + 2 * p->look->gap.picture.art;
    return p->width - taken >= height * p->art->w / p->art->h;
}

// The best of the settings; stops at the first that leaves the art large. The widest labels are for art that the page's
// height limits, not their breadth. *height 0: none will do.
static bool fit_settings(const dgs_context *ctx, dgs_plate *p, double most, double *height)
{
    const double all = fmin(p->look->constant.picture.most, most);
    const size_t first = is_broad(p, &settings[WIDEST], all) ? WIDEST : USUAL;
    const double enough = fmin(p->look->constant.picture.enough, 0.8 * most);
    dgs_plate best = *p;
    *height = 0;
    for (size_t i = first; i < SETTINGS && *height < enough; i++) {
        if (!break_labels(ctx, p, &settings[i]))
            return false;
        double found = largest(p, settings[i].overhang, most);
        if (found > *height) {
            *height = found;
            best = *p;
        }
    }
    *p = best;
    return true;
}

// Small art, with all labels above or below it if need be, on one page; leaders may cross where even that does not
// help.
static bool fit_small(const dgs_context *ctx, const dgs_region *region, dgs_plate *p)
{
    enum { SIZES = 20 };
    double stack = 0, height = p->look->constant.picture.least;
    if (!break_labels(ctx, p, &settings[USUAL]))
        return false;
    for (size_t i = 0; i < p->n; i++)
        stack += p->labels[i].height + 2 * p->look->gap.picture.label;
    for (int i = 0; i < 2 * SIZES; i++) {
        p->scale = height / p->art->h;
        double above, below;
        if (place_art(p, stack, i < SIZES)) {
            dgs_plate_overhangs(p, &above, &below);
            if (above + height + below <= region->height || i + 1 == 2 * SIZES)
                return true;
        }
        height = i + 1 == SIZES ? p->look->constant.picture.least : height * 0.8;
    }
    tips_set(p);
    return true;
}

// Leaders of one kind look calm: none is steeper than 19 degrees, else than 37, where that can be.
static bool fit_calm(const dgs_context *ctx, dgs_plate *p, double most, double *height)
{
    const double steepest[] = {0.35, 0.75, INFINITY};
    *height = 0;
    for (size_t i = 0; i < sizeof steepest / sizeof *steepest && *height == 0; i++) {
        p->steep = steepest[i];
        if (!fit_settings(ctx, p, most, height))
            return false;
    }
    return true;
}

bool dgs_plate_fit(const dgs_context *ctx, const dgs_region *region, dgs_plate *p, double most)
{
    double height;
    if (!fit_calm(ctx, p, most, &height))
        return false;
    if (height == 0 && !fit_settings(ctx, p, region->height, &height)) // it moves to the next page
        return false;
    return height > 0 || fit_small(ctx, region, p);
}
