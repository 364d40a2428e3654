// The built-in art, measured: what must be true of the hip's anatomy (by the ids and the at-points in the file), that
// its fills differ without colour, and that the icons are one family.
#include <stdlib.h>
#include <string.h>

#include "flatten.h"
#include "image/builtin.h"
#include "unit.h"

static const dgs_art *hip;

static void find_hip(void)
{
    hip = dgs_builtin_art_find("piriformis.svg");
    ck_assert_ptr_nonnull(hip);
}

static size_t place_of(const char *id)
{
    for (size_t i = 0; i < hip->npaths; i++)
        if (hip->paths[i].id != NULL && strcmp(hip->paths[i].id, id) == 0)
            return i;
    ck_abort_msg("nothing is called %s", id);
}

static const outline *outline_of(const char *id)
{
    static outline outlines[4]; // the last four stay valid
    static size_t turn;
    outline *o = &outlines[turn++ % 4];
    flatten(&hip->paths[place_of(id)], o);
    return o;
}

static point anchor_of(const char *name)
{
    for (size_t i = 0; i < hip->nanchors; i++)
        if (strcmp(hip->anchors[i].name, name) == 0)
            return (point){hip->anchors[i].x, hip->anchors[i].y};
    ck_abort_msg("no point at-%s", name);
}

static point middle_of(const char *id)
{
    const outline *o = outline_of(id);
    point sum = {0, 0};
    for (size_t i = 0; i < o->n; i++) {
        sum.x += o->a[i].x / (double)o->n;
        sum.y += o->a[i].y / (double)o->n;
    }
    return sum;
}

static double distance(point a, point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

START_TEST(what_lies_deeper_is_drawn_first)
{
    static const char *const order[] = {"femur",
                                        "pubic-ramus",
                                        "hip-bone",
                                        "quadratus-femoris",
                                        "gemellus-inferior",
                                        "obturator-internus",
                                        "gemellus-superior",
                                        "sciatic-nerve",
                                        "piriformis",
                                        "coccyx",
                                        "sacrum",
                                        "gluteus-medius",
                                        "gluteus-maximus",
                                        "pressing-point"};
    for (size_t i = 0; i + 1 < sizeof order / sizeof *order; i++)
        ck_assert_msg(place_of(order[i]) < place_of(order[i + 1]), "%s is drawn before %s", order[i + 1], order[i]);
}
END_TEST

START_TEST(the_buttock_muscles_that_were_taken_away_are_only_outlines)
{
    static const char *const ghosts[] = {"gluteus-medius", "gluteus-maximus"};
    for (size_t i = 0; i < 2; i++) {
        const dgs_path *path = &hip->paths[place_of(ghosts[i])];
        ck_assert_int_eq(path->fill.kind, DGS_PAINT_NONE);
        ck_assert_uint_ge(path->ndash, 2);
    }
}
END_TEST

START_TEST(the_nerve_passes_midway_between_sit_bone_and_trochanter)
{
    point from = anchor_of("sit-bone"), to = anchor_of("greater-trochanter");
    const outline *nerve = outline_of("sciatic-nerve");
    double first = 1, last = 0;
    for (size_t i = 0; i < nerve->n; i++) {
        double at = crossing(from, to, nerve->a[i], nerve->b[i]);
        if (isnan(at))
            continue;
        first = fmin(first, at);
        last = fmax(last, at);
    }
    ck_assert_double_lt(first, last);
    double middle = (first + last) / 2;
    ck_assert_msg(middle >= 0.40 && middle <= 0.55, "it passes at %.0f %%", middle * 100);
}
END_TEST

START_TEST(the_nerve_comes_out_from_under_piriformis_without_a_gap)
{
    const outline *nerve = outline_of("sciatic-nerve"), *muscle = outline_of("piriformis");
    size_t top = 0, bottom = 0, crossings = 0;
    for (size_t i = 0; i < nerve->n; i++) {
        top = nerve->a[i].y < nerve->a[top].y ? i : top;
        bottom = nerve->a[i].y > nerve->a[bottom].y ? i : bottom;
        for (size_t k = 0; k < muscle->n; k++)
            crossings += isnan(crossing(nerve->a[i], nerve->b[i], muscle->a[k], muscle->b[k])) ? 0 : 1;
    }
    ck_assert(inside(muscle, nerve->a[top]));
    ck_assert(!inside(muscle, nerve->a[bottom]));
    ck_assert_uint_eq(crossings, 2); // each edge of the nerve leaves the muscle once
}
END_TEST

// The shortest way across the nerve through its middle at this height.
static double width_at(const outline *nerve, double y)
{
    double left = INFINITY, right = -INFINITY, width = INFINITY;
    for (size_t i = 0; i < nerve->n; i++) {
        double at = crossing((point){-500, y}, (point){500, y}, nerve->a[i], nerve->b[i]);
        if (isnan(at))
            continue;
        left = fmin(left, at * 1000 - 500);
        right = fmax(right, at * 1000 - 500);
    }
    ck_assert_double_lt(left, right);
    const double turn = acos(-1.0) / 36;
    for (int k = 0; k < 36; k++) {
        double sides[2] = {INFINITY, INFINITY};
        for (size_t i = 0; i < 2 * nerve->n; i++) {
            double reach = i % 2 == 0 ? 60 : -60;
            point mid = {(left + right) / 2, y}, end = {mid.x + cos(k * turn) * reach, mid.y + sin(k * turn) * reach};
            double at = crossing(mid, end, nerve->a[i / 2], nerve->b[i / 2]);
            if (!isnan(at))
                sides[i % 2] = fmin(sides[i % 2], at * 60);
        }
        width = fmin(width, sides[0] + sides[1]);
    }
    return width;
}

START_TEST(the_nerve_tapers)
{
    const outline *nerve = outline_of("sciatic-nerve");
    double upper = width_at(nerve, 78), middle = width_at(nerve, 105), lower = width_at(nerve, 138);
    ck_assert_msg(upper >= middle && middle >= lower && upper > lower * 1.05, "it is %.1f, %.1f, %.1f mm wide", upper,
                  middle, lower);
    ck_assert(upper > 8 && upper < 17); // a published mean is 15.6 mm at the muscle's edge
}
END_TEST

START_TEST(the_nerve_crosses_the_short_rotators_on_their_back)
{
    static const char *const under[] = {"gemellus-superior", "obturator-internus", "gemellus-inferior",
                                        "quadratus-femoris"};
    const outline *nerve = outline_of("sciatic-nerve");
    for (size_t i = 0; i < sizeof under / sizeof *under; i++) {
        const outline *muscle = outline_of(under[i]);
        size_t covered = 0;
        for (size_t k = 0; k < nerve->n; k++)
            covered += inside(muscle, nerve->a[k]);
        ck_assert_msg(covered > 0, "the nerve misses %s", under[i]);
        ck_assert_uint_gt(place_of("sciatic-nerve"), place_of(under[i]));
    }
}
END_TEST

START_TEST(the_mark_stands_where_muscle_and_nerve_meet)
{
    point mark = middle_of("pressing-point");
    ck_assert(inside(outline_of("sciatic-nerve"), mark));
    ck_assert(inside(outline_of("piriformis"), mark));
}
END_TEST

START_TEST(piriformis_runs_from_under_the_sacrum_to_the_trochanter)
{
    const outline *muscle = outline_of("piriformis"), *sacrum = outline_of("sacrum"), *femur = outline_of("femur");
    size_t inner = 0, outer = 0, edges = 0;
    for (size_t i = 0; i < muscle->n; i++) {
        inner = muscle->a[i].x < muscle->a[inner].x ? i : inner;
        outer = muscle->a[i].x > muscle->a[outer].x ? i : outer;
    }
    for (size_t i = 0; i < muscle->n; i++)
        if (muscle->a[i].x < muscle->a[inner].x + 6) { // its whole inner end goes under the bone
            ck_assert(inside(sacrum, muscle->a[i]));
            edges++;
        }
    ck_assert_uint_gt(edges, 2);
    ck_assert(!inside(sacrum, anchor_of("piriformis")));
    point end = {muscle->a[outer].x - 0.5, muscle->a[outer].y}, trochanter = anchor_of("greater-trochanter");
    ck_assert(inside(femur, end));
    ck_assert_double_lt(distance(end, trochanter), 22);
    ck_assert_double_lt(end.y, trochanter.y); // at its top, on the inner side
    ck_assert_double_lt(end.x, trochanter.x);
}
END_TEST

static double distance_to(const outline *o, point p)
{
    double nearest = INFINITY;
    for (size_t i = 0; i < o->n; i++)
        nearest = fmin(nearest, distance(p, o->a[i]));
    return nearest;
}

// The structure with a name that lies on top at a point.
static const char *on_top(point p)
{
    static outline o;
    for (size_t i = hip->npaths; i-- > 0;) {
        const dgs_path *path = &hip->paths[i];
        if (path->id == NULL || path->fill.kind == DGS_PAINT_NONE)
            continue;
        flatten(path, &o);
        if (inside(&o, p))
            return path->id;
    }
    return "nothing";
}

START_TEST(each_point_lies_in_what_it_names)
{
    static const char *const names[][2] = {{"sacrum", "sacrum"},
                                           {"coccyx", "coccyx"},
                                           {"ischial-spine", "hip-bone"},
                                           {"sit-bone", "hip-bone"},
                                           {"sciatic-nerve", "sciatic-nerve"},
                                           {"hip-bone", "hip-bone"},
                                           {"piriformis", "piriformis"},
                                           {"thigh-bone", "femur"},
                                           {"greater-trochanter", "femur"},
                                           {"gemelli", "gemellus-superior"},
                                           {"obturator-internus", "obturator-internus"},
                                           {"quadratus-femoris", "quadratus-femoris"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *top = on_top(anchor_of(names[i][0]));
        ck_assert_msg(strcmp(top, names[i][1]) == 0, "at-%s lies in %s", names[i][0], top);
    }
    ck_assert_double_lt(distance_to(outline_of("gluteus-medius"), anchor_of("gluteus-medius")), 1.5);
    ck_assert_double_lt(distance_to(outline_of("gluteus-maximus"), anchor_of("gluteus-maximus")), 1.5);
    ck_assert_uint_eq(hip->nanchors, sizeof names / sizeof *names + 2);
}
END_TEST

static double luminance(dgs_color c)
{
    const double weights[3] = {0.2126, 0.7152, 0.0722};
    const uint8_t channels[3] = {c.r, c.g, c.b};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double v = channels[i] / 255.0;
        sum += weights[i] * (v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double lightness(const char *id) // CIE L* of its fill
{
    double y = luminance(hip->paths[place_of(id)].fill.color);
    return y > 0.008856 ? 116 * cbrt(y) - 16 : 903.3 * y;
}

static double contrast(dgs_color a, dgs_color b)
{
    double la = luminance(a), lb = luminance(b);
    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

START_TEST(what_differs_in_colour_differs_in_grey)
{
    static const char *const groups[4][5] = {
        {"hip-bone", "femur", "sacrum", "coccyx"},
        {"sciatic-nerve"},
        {"gemellus-superior", "obturator-internus", "gemellus-inferior", "quadratus-femoris"},
        {"piriformis"}};
    for (size_t g = 0; g + 1 < 4; g++)
        for (size_t i = 0; groups[g][i] != NULL; i++)
            for (size_t k = 0; groups[g + 1][k] != NULL; k++) // the groups go from light to dark
                ck_assert_msg(lightness(groups[g][i]) - lightness(groups[g + 1][k]) >= 8, "%s is L* %.1f, %s is %.1f",
                              groups[g][i], lightness(groups[g][i]), groups[g + 1][k], lightness(groups[g + 1][k]));
}
END_TEST

START_TEST(edges_are_seen)
{
    const dgs_path *nerve = &hip->paths[place_of("sciatic-nerve")], *bone = &hip->paths[place_of("hip-bone")];
    const dgs_path *muscle = &hip->paths[place_of("piriformis")], *other = &hip->paths[place_of("quadratus-femoris")];
    ck_assert_double_ge(contrast(nerve->stroke.color, nerve->fill.color), 3);
    ck_assert_double_ge(contrast(nerve->stroke.color, bone->fill.color), 3);
    ck_assert_double_ge(contrast(nerve->stroke.color, other->fill.color), 3);
    ck_assert_double_ge(contrast(nerve->fill.color, muscle->fill.color), 3);
    ck_assert_double_ge(contrast(muscle->fill.color, bone->fill.color), 3);
    ck_assert_double_ge(contrast(muscle->fill.color, other->fill.color), 3);
}
END_TEST

// In grey the nerve and the muscles below it are near each other, so a pale rim parts them on both sides.
START_TEST(a_pale_rim_parts_the_nerve_from_what_it_lies_on)
{
    size_t rim = place_of("nerve-rim"), nerve = place_of("sciatic-nerve");
    const outline *around = outline_of("nerve-rim"), *inner = outline_of("sciatic-nerve");
    ck_assert_uint_eq(rim + 1, nerve);
    ck_assert_uint_eq(around->n, inner->n);
    for (size_t i = 0; i < inner->n; i++)
        ck_assert_double_lt(distance(around->a[i], inner->a[i]), 0.01);
    ck_assert_double_ge(hip->paths[rim].stroke_width - hip->paths[nerve].stroke_width, 2);
    ck_assert_double_ge(contrast(hip->paths[rim].stroke.color, hip->paths[nerve].stroke.color), 7);
}
END_TEST

START_TEST(the_brand_colour_never_touches_anatomy)
{
    for (size_t i = 0; i < hip->npaths; i++) {
        ck_assert_int_ne(hip->paths[i].fill.kind, DGS_PAINT_CURRENT);
        ck_assert_int_ne(hip->paths[i].stroke.kind, DGS_PAINT_CURRENT);
    }
}
END_TEST

static bool is_plate(const char *name)
{
    static const char *const plates[] = {"piriformis.svg", "side-lying.svg", "sitting.svg"};
    for (size_t i = 0; i < sizeof plates / sizeof *plates; i++)
        if (strcmp(name, plates[i]) == 0)
            return true;
    return false;
}

START_TEST(icons_are_one_family)
{
    size_t icons = 0;
    for (size_t i = 0; i < dgs_nbuiltin_arts; i++) {
        const dgs_art *art = &dgs_builtin_arts[i].art;
        if (is_plate(dgs_builtin_arts[i].name))
            continue;
        icons++;
        ck_assert_msg(art->x == 0 && art->y == 0 && art->w == 24 && art->h == 24, "%s: not on the grid of 24",
                      dgs_builtin_arts[i].name);
        for (size_t k = 0; k < art->npaths; k++) {
            const dgs_path *path = &art->paths[k];
            bool alike = path->stroke.kind == DGS_PAINT_CURRENT && path->fill.kind != DGS_PAINT_COLOR &&
                         path->stroke_width == 1.75F && path->cap == 1 && path->join == 1 && path->ndash == 0;
            ck_assert_msg(alike, "%s: outline %zu is not of the family", dgs_builtin_arts[i].name, k + 1);
        }
    }
    ck_assert_uint_eq(icons, 12);
}
END_TEST

// Half the stroke stays inside the box, and the drawing fills most of it, so that icons look alike in size.
START_TEST(icons_fill_their_box)
{
    static outline o;
    for (size_t i = 0; i < dgs_nbuiltin_arts; i++) {
        const dgs_art *art = &dgs_builtin_arts[i].art;
        double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
        for (size_t k = 0; !is_plate(dgs_builtin_arts[i].name) && k < art->npaths; k++) {
            flatten(&art->paths[k], &o);
            for (size_t j = 0; j < o.n; j++) {
                left = fmin(left, o.b[j].x - 0.875);
                right = fmax(right, o.b[j].x + 0.875);
                top = fmin(top, o.b[j].y - 0.875);
                bottom = fmax(bottom, o.b[j].y + 0.875);
            }
        }
        if (left > right)
            continue;
        ck_assert_msg(left >= 0.9 && top >= 0.9 && right <= 23.1 && bottom <= 23.1, "%s: %.1f %.1f to %.1f %.1f",
                      dgs_builtin_arts[i].name, left, top, right, bottom);
        ck_assert_msg(fmax(right - left, bottom - top) >= 18.5, "%s: %.1f x %.1f is small", dgs_builtin_arts[i].name,
                      right - left, bottom - top);
        ck_assert_msg(fabs(left + right - 24) <= 2 && fabs(top + bottom - 24) <= 2, "%s: not in the middle: %.1f %.1f",
                      dgs_builtin_arts[i].name, (left + right) / 2, (top + bottom) / 2);
    }
}
END_TEST

START_TEST(plates_are_cropped_to_what_they_show)
{
    static const char *const plates[] = {"side-lying.svg", "sitting.svg"};
    static outline o;
    for (size_t i = 0; i < 2; i++) {
        const dgs_art *art = dgs_builtin_art_find(plates[i]);
        double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
        for (size_t k = 0; k < art->npaths; k++) {
            flatten(&art->paths[k], &o);
            for (size_t j = 0; j < o.n; j++) {
                left = fmin(left, o.b[j].x);
                right = fmax(right, o.b[j].x);
                top = fmin(top, o.b[j].y);
                bottom = fmax(bottom, o.b[j].y);
            }
        }
        double spare[] = {left - art->x, top - art->y, art->x + art->w - right, art->y + art->h - bottom};
        for (size_t k = 0; k < 4; k++)
            ck_assert_msg(spare[k] >= 0 && spare[k] <= 3, "%s: %.1f units are empty at side %zu", plates[i], spare[k],
                          k);
    }
}
END_TEST

static Suite *content_art_suite(void)
{
    Suite *s = suite_create("content art");
    TCase *c = tcase_create("hip");
    tcase_add_checked_fixture(c, find_hip, NULL);
    tcase_add_test(c, what_lies_deeper_is_drawn_first);
    tcase_add_test(c, the_buttock_muscles_that_were_taken_away_are_only_outlines);
    tcase_add_test(c, the_nerve_passes_midway_between_sit_bone_and_trochanter);
    tcase_add_test(c, the_nerve_comes_out_from_under_piriformis_without_a_gap);
    tcase_add_test(c, the_nerve_tapers);
    tcase_add_test(c, the_nerve_crosses_the_short_rotators_on_their_back);
    tcase_add_test(c, the_mark_stands_where_muscle_and_nerve_meet);
    tcase_add_test(c, piriformis_runs_from_under_the_sacrum_to_the_trochanter);
    tcase_add_test(c, each_point_lies_in_what_it_names);
    tcase_add_test(c, what_differs_in_colour_differs_in_grey);
    tcase_add_test(c, edges_are_seen);
    tcase_add_test(c, a_pale_rim_parts_the_nerve_from_what_it_lies_on);
    tcase_add_test(c, the_brand_colour_never_touches_anatomy);
    suite_add_tcase(s, c);
    c = tcase_create("icons and small plates");
    tcase_add_test(c, icons_are_one_family);
    tcase_add_test(c, icons_fill_their_box);
    tcase_add_test(c, plates_are_cropped_to_what_they_show);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(content_art_suite());
}
