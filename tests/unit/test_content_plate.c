// The plate of the hip, measured: what must be true of its anatomy (by the ids and the at-points in the file), and that
// its fills differ without colour.
#include <stdlib.h>
#include <string.h>

#include "base/color.h"
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
    static const char *const order[] = {"depth",
                                        "femur",
                                        "pubic-ramus",
                                        "obturator-internus-inside",
                                        "hip-bone",
                                        "sacrospinous-ligament",
                                        "quadratus-femoris",
                                        "gemellus-inferior",
                                        "obturator-internus",
                                        "gemellus-superior",
                                        "sciatic-nerve",
                                        "piriformis",
                                        "coccyx",
                                        "sacrum",
                                        "sacrotuberous-ligament",
                                        "gluteus-maximus",
                                        "iliotibial-tract",
                                        "body-ground",
                                        "opening-edge",
                                        "pressing-point"};
    for (size_t i = 0; i + 1 < sizeof order / sizeof *order; i++)
        ck_assert_msg(place_of(order[i]) < place_of(order[i + 1]), "%s is drawn before %s", order[i + 1], order[i]);
}
END_TEST

// A dashed line would need words that say what it is.
START_TEST(no_line_is_dashed)
{
    for (size_t i = 0; i < hip->npaths; i++)
        ck_assert_uint_eq(hip->paths[i].ndash, 0);
}
END_TEST

// The body is painted over what lies inside it, as a frame around the opening. So what is inside is seen in the opening
// or runs on below the skin, and none of it hangs out of the body.
START_TEST(what_lies_inside_is_seen_in_the_opening_or_covered)
{
    static const char *const inner[] = {"femur",      "hip-bone",        "quadratus-femoris", "sciatic-nerve",
                                        "piriformis", "gluteus-maximus", "gluteus-medius",    "sacrum"};
    static outline skin, opening; // even-odd, as inside() is
    flatten(&hip->paths[place_of("body-ground")], &skin);
    flatten(&hip->paths[place_of("depth")], &opening);
    ck_assert(hip->paths[place_of("body-ground")].even_odd);
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        const outline *o = outline_of(inner[i]);
        for (size_t k = 0; k < o->n; k++)
            ck_assert_msg(inside(&opening, o->a[k]) || inside(&skin, o->a[k]), "%s hangs out of the body", inner[i]);
    }
    for (size_t i = 0; i < opening.n; i++) // its ground ends below the skin
        ck_assert(inside(&skin, opening.a[i]));
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

// It does not begin in mid air: above the ring its way below the muscle is seen, fainter than the nerve itself.
START_TEST(the_nerve_is_seen_faintly_through_piriformis)
{
    const outline *below = outline_of("nerve-below"), *muscle = outline_of("piriformis");
    const outline *nerve = outline_of("sciatic-nerve");
    size_t top = 0, bottom = 0;
    for (size_t i = 0; i < below->n; i++) {
        top = below->a[i].y < below->a[top].y ? i : top;
        bottom = below->a[i].y > below->a[bottom].y ? i : bottom;
        ck_assert(inside(muscle, below->a[i]));
    }
    ck_assert_double_gt(below->a[bottom].y - below->a[top].y, 30);
    double nearest = INFINITY;
    for (size_t i = 0; i < nerve->n; i++)
        nearest = fmin(nearest, distance(nerve->a[i], below->a[bottom]));
    ck_assert_double_lt(nearest, 4);
    ck_assert_uint_gt(place_of("nerve-below"), place_of("piriformis"));
    const dgs_color faint = hip->paths[place_of("nerve-below")].fill.color;
    const dgs_color flesh = hip->paths[place_of("piriformis")].fill.color;
    const dgs_color bright = hip->paths[place_of("sciatic-nerve")].fill.color;
    ck_assert_double_ge(dgs_contrast(faint, flesh), 1.3);
    ck_assert_double_ge(dgs_contrast(bright, faint), 2 * dgs_contrast(faint, flesh));
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

START_TEST(the_nerve_and_the_thigh_bone_run_on_below_the_skin)
{
    const outline *skin = outline_of("body-ground");
    for (int k = 0; k < 2; k++) {
        const outline *o = outline_of(k == 0 ? "sciatic-nerve" : "femur");
        size_t bottom = 0;
        for (size_t i = 0; i < o->n; i++)
            bottom = o->a[i].y > o->a[bottom].y ? i : bottom;
        ck_assert(inside(skin, o->a[bottom]));
    }
}
END_TEST

// A ring, so that the crossing is seen through it.
START_TEST(the_mark_is_a_ring_where_muscle_and_nerve_meet)
{
    const dgs_path *ring = &hip->paths[place_of("pressing-point")];
    point mark = middle_of("pressing-point");
    ck_assert(inside(outline_of("sciatic-nerve"), mark));
    ck_assert(!inside(outline_of("piriformis"), mark)); // about half of what it shows is nerve
    ck_assert_int_eq(ring->fill.kind, DGS_PAINT_NONE);
    const outline *muscle = outline_of("piriformis"), *nerve = outline_of("sciatic-nerve"), *o = outline_of(ring->id);
    size_t on_muscle = 0, on_nerve = 0;
    for (size_t i = 0; i < o->n; i++) {
        on_muscle += inside(muscle, o->a[i]);
        on_nerve += inside(nerve, o->a[i]) && !inside(muscle, o->a[i]);
    }
    ck_assert_uint_gt(on_muscle, o->n / 4); // it goes around both
    ck_assert_uint_gt(on_nerve, o->n / 20);
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
                                           {"psis", "hip-bone"},
                                           {"sacrotuberous-ligament", "sacrotuberous-ligament"},
                                           {"sit-bone", "hip-bone"},
                                           {"sciatic-nerve", "sciatic-nerve"},
                                           {"hip-bone", "hip-bone"},
                                           {"piriformis", "piriformis"},
                                           {"thigh-bone", "femur"},
                                           {"greater-trochanter", "femur"},
                                           {"gemelli", "gemellus-inferior"},
                                           {"obturator-internus", "obturator-internus-inside"},
                                           {"quadratus-femoris", "quadratus-femoris"},
                                           {"gluteus-medius", "gluteus-medius"},
                                           {"gluteus-maximus", "gluteus-maximus"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *top = on_top(anchor_of(names[i][0]));
        ck_assert_msg(strcmp(top, names[i][1]) == 0, "at-%s lies in %s", names[i][0], top);
    }
    ck_assert_double_lt(distance_to(outline_of("pressing-point"), anchor_of("pressing-point")), 0.5);
    ck_assert_uint_eq(hip->nanchors, sizeof names / sizeof *names + 1);
}
END_TEST

START_TEST(only_the_place_of_pressure_is_to_be_looked_out_for)
{
    for (size_t i = 0; i < hip->nanchors; i++)
        ck_assert(hip->anchors[i].alert == (strcmp(hip->anchors[i].name, "pressing-point") == 0));
}
END_TEST

START_TEST(the_landmarks_of_the_hip_bone_stand_out)
{
    const outline *bone = outline_of("hip-bone");
    point psis = anchor_of("psis"), spine = anchor_of("ischial-spine"), sit = anchor_of("sit-bone");
    spine.x -= 5.5; // the dot of its label lies next to its tip, which it would hide
    ck_assert_double_lt(distance_to(bone, psis), 7);
    ck_assert_double_lt(distance_to(bone, spine), 4);
    // Published distances between the landmarks: 130 mm in the body, up to 139 on pictures; from behind they look less.
    double down = distance(psis, sit);
    ck_assert_msg(down > 115 && down < 145, "the sit bone is %.0f mm below", down);
    // The spine is a point between two notches: the bone's inner edge is further out above and below it.
    for (int k = -1; k <= 1; k += 2) {
        double edge = NAN;
        for (size_t i = 0; i < bone->n; i++) {
            double at = crossing((point){20, spine.y + k * 9}, (point){100, spine.y + k * 9}, bone->a[i], bone->b[i]);
            edge = isnan(edge) || at < edge ? at : edge;
        }
        ck_assert_double_gt(20 + 80 * edge, spine.x + 3);
    }
}
END_TEST

static void height_of(const char *id, double *top, double *bottom)
{
    const outline *o = outline_of(id);
    *top = INFINITY;
    *bottom = -INFINITY;
    for (size_t i = 0; i < o->n; i++) {
        *top = fmin(*top, o->a[i].y);
        *bottom = fmax(*bottom, o->a[i].y);
    }
}

// A sacrum is about half as long as a hip bone, whose crest rises to the vertebra above it.
START_TEST(the_sacrum_and_the_hip_bone_are_of_one_scale)
{
    double sacrum, sacrum_end, bone, bone_end;
    height_of("sacrum", &sacrum, &sacrum_end);
    height_of("hip-bone", &bone, &bone_end);
    double share = (sacrum_end - sacrum) / (bone_end - bone);
    ck_assert_msg(share > 0.45 && share < 0.56, "it is %.2f as long", share);
    ck_assert_double_gt(sacrum - bone, 20);
}
END_TEST

// How wide it is at a height.
static double breadth(const outline *o, double y)
{
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < o->n; i++) {
        double at = crossing((point){-200, y}, (point){200, y}, o->a[i], o->b[i]);
        left = isnan(at) ? left : fmin(left, at * 400 - 200);
        right = isnan(at) ? right : fmax(right, at * 400 - 200);
    }
    ck_assert_double_lt(left, right);
    return right - left;
}

START_TEST(the_sacrotuberous_ligament_is_a_fan_that_covers_the_inner_end_of_piriformis)
{
    const outline *ligament = outline_of("sacrotuberous-ligament");
    ck_assert_double_gt(breadth(ligament, 68), 1.5 * breadth(ligament, 100));
    double top = INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < ligament->n; i++) {
        top = fmin(top, ligament->a[i].y);
        bottom = fmax(bottom, ligament->a[i].y);
    }
    ck_assert_double_lt(top, anchor_of("psis").y + 15); // from the rear of the hip bone
    ck_assert_double_gt(bottom, 115);                   // to the sit bone
    // Outward along the muscle: bone, then ligament, then muscle, then what is seen of the nerve in it, each once.
    static const char *const order[] = {"sacrum", "sacrotuberous-ligament", "piriformis", "nerve-below"};
    size_t at = 0;
    for (double x = 22; x <= 60; x += 0.5) {
        const char *now = on_top((point){x, 46});
        if (at < 3 && strcmp(now, order[at + 1]) == 0)
            at++;
        ck_assert_msg(strcmp(now, order[at]) == 0, "%s is seen at %.1f", now, x);
    }
    ck_assert_uint_eq(at, 3);
}
END_TEST

START_TEST(obturator_internus_comes_around_the_lesser_notch)
{
    const outline *within = outline_of("obturator-internus-inside"), *bone = outline_of("hip-bone");
    const outline *without = outline_of("obturator-internus");
    size_t together = 0, inner = 0;
    for (size_t i = 0; i < without->n; i++)
        together += inside(within, without->a[i]);
    for (size_t i = 0; i < within->n; i++)
        inner += within->a[i].x < 45 && !inside(bone, within->a[i]);
    ck_assert_uint_gt(together, 0);
    ck_assert_uint_gt(inner, within->n / 4); // seen inside the pelvis
    double edge = INFINITY;
    for (size_t i = 0; i < without->n; i++)
        edge = fmin(edge, distance_to(bone, without->a[i]));
    ck_assert_double_lt(edge, 1.5); // it turns at the bone's edge
}
END_TEST

START_TEST(three_rotators_share_one_tendon_on_the_inner_side_of_the_trochanter)
{
    static const char *const muscles[] = {"gemellus-superior", "obturator-internus", "gemellus-inferior"};
    const outline *tendon = outline_of("rotator-tendon"), *femur = outline_of("femur");
    point trochanter = anchor_of("greater-trochanter");
    for (size_t i = 0; i < 3; i++) {
        const outline *o = outline_of(muscles[i]);
        size_t outer = 0;
        for (size_t k = 0; k < o->n; k++)
            outer = o->a[k].x > o->a[outer].x ? k : outer;
        ck_assert_msg(distance_to(tendon, o->a[outer]) < 3, "%s ends at %.1f %.1f", muscles[i], o->a[outer].x,
                      o->a[outer].y);
        ck_assert(inside(femur, (point){o->a[outer].x - 0.5, o->a[outer].y}));
        ck_assert_double_lt(o->a[outer].x, trochanter.x - 12);
    }
}
END_TEST

static double lightness(const char *id) // CIE L* of its fill
{
    double y = dgs_color_luminance(hip->paths[place_of(id)].fill.color);
    return y > 0.008856 ? 116 * cbrt(y) - 16 : 903.3 * y;
}

// Whether the first path is a line that begins where the second does: its contour.
static bool same_start(const dgs_path *line, const dgs_path *area)
{
    static outline a, b;
    if (line->fill.kind != DGS_PAINT_NONE || line->stroke.kind == DGS_PAINT_NONE)
        return false;
    flatten(line, &a);
    flatten(area, &b);
    return a.n > 0 && b.n > 0 && a.a[0].x == b.a[0].x && a.a[0].y == b.a[0].y;
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

// The eye goes to what has a name: what patients' labels do not name has no contour as dark, nor the holes of the bone.
START_TEST(what_has_no_name_is_faded)
{
    static const char *const unnamed[] = {"gemellus-superior", "obturator-internus",     "gemellus-inferior",
                                          "quadratus-femoris", "sacrotuberous-ligament", "iliotibial-tract"};
    const dgs_path *foramina = &hip->paths[place_of("foramina")];
    ck_assert_double_lt(dgs_contrast(foramina->fill.color, hip->paths[place_of("sacrum")].fill.color), 3);
    for (size_t i = 0; i < sizeof unnamed / sizeof *unnamed; i++) {
        const size_t at = place_of(unnamed[i]);
        size_t contour = at + 1; // the next path with a line around the same outline
        while (contour < hip->npaths && !same_start(&hip->paths[contour], &hip->paths[at]))
            contour++;
        ck_assert_uint_lt(contour, hip->npaths);
        ck_assert_msg(dgs_color_luminance(hip->paths[contour].stroke.color) > 0.07, "%s has a dark contour",
                      unnamed[i]);
    }
}
END_TEST

START_TEST(edges_are_seen)
{
    const dgs_path *nerve = &hip->paths[place_of("sciatic-nerve")], *bone = &hip->paths[place_of("hip-bone")];
    const dgs_path *muscle = &hip->paths[place_of("piriformis")], *other = &hip->paths[place_of("quadratus-femoris")];
    ck_assert_double_ge(dgs_contrast(nerve->stroke.color, nerve->fill.color), 3);
    ck_assert_double_ge(dgs_contrast(nerve->stroke.color, bone->fill.color), 3);
    ck_assert_double_ge(dgs_contrast(nerve->stroke.color, other->fill.color), 3);
    ck_assert_double_ge(dgs_contrast(nerve->fill.color, muscle->fill.color), 3);
    ck_assert_double_ge(dgs_contrast(muscle->fill.color, bone->fill.color), 3);
    ck_assert_double_ge(dgs_contrast(muscle->fill.color, other->fill.color), 3);
}
END_TEST

// In grey the nerve and the muscles below it are near each other, so a pale rim parts them on both sides.
START_TEST(a_pale_rim_parts_the_nerve_from_what_it_lies_on)
{
    size_t rim = place_of("nerve-rim"), nerve = place_of("sciatic-nerve");
    const outline *around = outline_of("nerve-rim"), *inner = outline_of("sciatic-nerve");
    const double lowest = 152; // below it the skin covers both
    ck_assert_uint_eq(rim + 1, nerve);
    for (size_t i = 0; i < inner->n; i++) {
        ck_assert(inside(around, inner->a[i]) || inner->a[i].y > lowest);
        ck_assert(inner->a[i].y > lowest || distance_to(around, inner->a[i]) > 1);
    }
    ck_assert_double_ge(dgs_contrast(hip->paths[rim].fill.color, hip->paths[nerve].stroke.color), 7);
}
END_TEST

START_TEST(the_ring_is_seen_on_all_that_it_lies_on)
{
    const dgs_path *ring = &hip->paths[place_of("pressing-point")], *halo = &hip->paths[place_of("pressing-halo")];
    const outline *around = outline_of("pressing-halo"), *o = outline_of("pressing-point");
    ck_assert(halo->even_odd);
    for (size_t i = 0; i < o->n; i++) {
        ck_assert(inside(around, o->a[i]));
        ck_assert_double_gt(distance_to(around, o->a[i]), ring->stroke_width / 2 + 0.5);
    }
    ck_assert_double_ge(dgs_contrast(halo->fill.color, ring->stroke.color), 7);
    // Without color as well: the dark ring is seen on the nerve, its white edges on the muscle.
    ck_assert_double_ge(dgs_contrast(hip->paths[place_of("sciatic-nerve")].fill.color, ring->stroke.color), 3);
    ck_assert_double_ge(dgs_contrast(halo->fill.color, hip->paths[place_of("piriformis")].fill.color), 3);
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

static Suite *content_plate_suite(void)
{
    Suite *s = suite_create("content plate");
    TCase *c = tcase_create("hip");
    tcase_add_checked_fixture(c, find_hip, NULL);
    tcase_add_test(c, what_lies_deeper_is_drawn_first);
    tcase_add_test(c, no_line_is_dashed);
    tcase_add_test(c, what_lies_inside_is_seen_in_the_opening_or_covered);
    tcase_add_test(c, the_nerve_passes_midway_between_sit_bone_and_trochanter);
    tcase_add_test(c, the_nerve_comes_out_from_under_piriformis_without_a_gap);
    tcase_add_test(c, the_nerve_is_seen_faintly_through_piriformis);
    tcase_add_test(c, the_nerve_tapers);
    tcase_add_test(c, the_nerve_crosses_the_short_rotators_on_their_back);
    tcase_add_test(c, the_nerve_and_the_thigh_bone_run_on_below_the_skin);
    tcase_add_test(c, the_mark_is_a_ring_where_muscle_and_nerve_meet);
    tcase_add_test(c, piriformis_runs_from_under_the_sacrum_to_the_trochanter);
    tcase_add_test(c, each_point_lies_in_what_it_names);
    tcase_add_test(c, only_the_place_of_pressure_is_to_be_looked_out_for);
    tcase_add_test(c, the_landmarks_of_the_hip_bone_stand_out);
    tcase_add_test(c, the_sacrum_and_the_hip_bone_are_of_one_scale);
    tcase_add_test(c, the_sacrotuberous_ligament_is_a_fan_that_covers_the_inner_end_of_piriformis);
    tcase_add_test(c, obturator_internus_comes_around_the_lesser_notch);
    tcase_add_test(c, three_rotators_share_one_tendon_on_the_inner_side_of_the_trochanter);
    tcase_add_test(c, what_differs_in_colour_differs_in_grey);
    tcase_add_test(c, what_has_no_name_is_faded);
    tcase_add_test(c, edges_are_seen);
    tcase_add_test(c, a_pale_rim_parts_the_nerve_from_what_it_lies_on);
    tcase_add_test(c, the_ring_is_seen_on_all_that_it_lies_on);
    tcase_add_test(c, the_brand_colour_never_touches_anatomy);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(content_plate_suite());
}
