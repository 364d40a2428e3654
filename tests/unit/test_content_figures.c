// The built-in figures, measured: that they are one family, that the thing to look at is seen on what is around it in
// every ink and in many colours, and that they show what their words say.
#include <stdlib.h>
#include <string.h>

#include "base/color.h"
#include "flatten.h"
#include "image/builtin.h"
#include "image/grayscale.h"
#include "profile/palette.h"
#include "unit.h"

typedef struct figure {
    const char *name;
    const char *objects[2]; // the one thing to look at, which may be a pair; the paths of it that are areas
} figure;

static const figure figures[] = {
    {"back-lying.svg", {"lower-pillow", "upper-pillow"}},
    {"body-outline.svg", {NULL}}, // is there to be marked
    {"calendar-page.svg", {"visit"}},
    {"massage-table.svg", {"towel"}},
    {"pain-map.svg", {"pain", "low-back"}},
    {"saddle.svg", {"numb"}},
    {"side-lying.svg", {"pillow"}},
    {"sitting-well.svg", {"backrest"}},
    {"sitting.svg", {"wallet"}},
    {"walking.svg", {"clock", "half-hour"}},
    {"warm-pack.svg", {"pack"}},
    {"water-and-tea.svg", {"straw"}},
};
enum { FIGURES = sizeof figures / sizeof *figures, CONTOUR = 4, THINNEST = 3, OUTSIDE = 5 };

static const dgs_color white = {255, 255, 255};

static const dgs_art *art_of(const char *name)
{
    const dgs_art *art = dgs_builtin_art_find(name);
    ck_assert_msg(art != NULL, "there is no %s", name);
    return art;
}

static size_t place_of(const dgs_art *art, const char *id)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].id != NULL && strcmp(art->paths[i].id, id) == 0)
            return i;
    ck_abort_msg("nothing is called %s", id);
}

static const outline *outline_of(const char *name, const char *id)
{
    static outline outlines[8]; // the last eight stay valid
    static size_t turn;
    const dgs_art *art = art_of(name);
    outline *o = &outlines[turn++ % 8];
    flatten(&art->paths[place_of(art, id)], o);
    return o;
}

typedef struct extent {
    double left, top, right, bottom;
} extent;

static void widen(extent *e, const outline *o, double by)
{
    for (size_t i = 0; i < 2 * o->n; i++) {
        const point p = i % 2 == 0 ? o->a[i / 2] : o->b[i / 2];
        e->left = fmin(e->left, p.x - by);
        e->right = fmax(e->right, p.x + by);
        e->top = fmin(e->top, p.y - by);
        e->bottom = fmax(e->bottom, p.y + by);
    }
}

static extent extent_of(const outline *o)
{
    extent e = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    widen(&e, o, 0);
    return e;
}

static bool is_role(const dgs_paint *paint, dgs_role role)
{
    return paint->kind == DGS_PAINT_COLOR && paint->color.role == role;
}

START_TEST(colors_are_of_the_family)
{
    static const unsigned own[] = {0xe6d0bd, 0xcfa27f, 0xa9744f, 0xe0bba8, 0xc08a69, 0x96603f, 0xb08f76, 0x3a3330,
                                   0x7d5b45, 0xb9b6b2, 0xffffff, 0xa3161c, 0xe9a79f, 0xa9cfe3, 0xcfc8bc};
    const dgs_art *art = art_of(figures[_i].name);
    ck_assert(dgs_art_takes_roles(art));
    ck_assert(!dgs_art_takes_current(art));
    for (size_t i = 0; i < art->npaths; i++)
        for (int k = 0; k < 2; k++) {
            const dgs_paint *paint = k == 0 ? &art->paths[i].fill : &art->paths[i].stroke;
            const dgs_color c = paint->color;
            bool known = paint->kind == DGS_PAINT_NONE || c.role != DGS_ROLE_OWN;
            for (size_t n = 0; n < sizeof own / sizeof *own; n++)
                known = known || own[n] == ((unsigned)c.r << 16 | (unsigned)c.g << 8 | c.b);
            ck_assert_msg(known, "%s: path %zu is #%02x%02x%02x", figures[_i].name, i + 1, c.r, c.g, c.b);
        }
}
END_TEST

// One weight for what is filled; the ground, water and seams have no contour of ink.
START_TEST(contours_have_one_weight)
{
    const dgs_art *art = art_of(figures[_i].name);
    size_t contours = 0;
    for (size_t i = 0; i < art->npaths; i++) {
        const dgs_path *path = &art->paths[i];
        if (path->stroke.kind == DGS_PAINT_NONE)
            continue;
        ck_assert_msg(path->cap == 1 && path->join == 1, "%s: path %zu is not round", figures[_i].name, i + 1);
        ck_assert_msg(path->stroke_width >= THINNEST, "%s: path %zu is too thin", figures[_i].name, i + 1);
        if (is_role(&path->stroke, DGS_ROLE_ART_INK) && path->stroke_width == CONTOUR)
            contours++; // an area's, or one that is open where the picture ends
        if (path->fill.kind == DGS_PAINT_NONE || !is_role(&path->stroke, DGS_ROLE_ART_INK))
            continue;
        ck_assert_msg(path->stroke_width == CONTOUR, "%s: path %zu has a contour of %g", figures[_i].name, i + 1,
                      (double)path->stroke_width);
    }
    ck_assert_uint_ge(contours, 2);
}
END_TEST

static bool is_object(const figure *f, const char *id)
{
    for (size_t i = 0; i < 2; i++)
        if (f->objects[i] != NULL && id != NULL && strcmp(f->objects[i], id) == 0)
            return true;
    return false;
}

// The eye has one thing to go to: no other area has its colour.
START_TEST(one_thing_has_the_color_of_the_object)
{
    const figure *f = &figures[_i];
    const dgs_art *art = art_of(f->name);
    for (size_t i = 0; i < art->npaths; i++) {
        const dgs_path *path = &art->paths[i];
        if (is_role(&path->fill, DGS_ROLE_ART_OBJECT))
            ck_assert_msg(is_object(f, path->id), "%s: path %zu has the object's colour", f->name, i + 1);
    }
    for (size_t i = 0; i < 2 && f->objects[i] != NULL; i++) {
        const dgs_path *path = &art->paths[place_of(art, f->objects[i])];
        bool hurts = path->ndash > 0;
        ck_assert_msg(hurts || is_role(&path->fill, DGS_ROLE_ART_OBJECT), "%s: %s", f->name, f->objects[i]);
    }
}
END_TEST

START_TEST(figures_are_cropped_to_what_they_show)
{
    static outline o;
    const dgs_art *art = art_of(figures[_i].name);
    extent e = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < art->npaths; i++) {
        flatten(&art->paths[i], &o);
        widen(&e, &o, art->paths[i].stroke.kind == DGS_PAINT_NONE ? 0 : (double)art->paths[i].stroke_width / 2);
    }
    const double spare[] = {e.left - (double)art->x, e.top - (double)art->y, (double)(art->x + art->w) - e.right,
                            (double)(art->y + art->h) - e.bottom};
    for (size_t k = 0; k < 4; k++)
        ck_assert_msg(spare[k] >= 0 && spare[k] <= 5, "%s: %.1f units are empty at side %zu", figures[_i].name,
                      spare[k], k);
    ck_assert(art->whole);
}
END_TEST

// The place of the path whose fill is seen at a point, or npaths: paper.
static size_t on_top(const dgs_art *art, point p)
{
    static outline o;
    for (size_t i = art->npaths; i-- > 0;) {
        if (art->paths[i].fill.kind == DGS_PAINT_NONE)
            continue;
        flatten(&art->paths[i], &o);
        if (inside(&o, p))
            return i;
    }
    return art->npaths;
}

// The paths that lie next to the edge of one of them, where that is seen: near[i] for each path and for paper.
static void look_around(const dgs_art *art, size_t place, bool *near)
{
    static outline edge;
    flatten(&art->paths[place], &edge);
    for (size_t i = 0; i < edge.n; i += 4) {
        const point a = edge.a[i], b = edge.b[i], mid = {(a.x + b.x) / 2, (a.y + b.y) / 2};
        const double length = hypot(b.x - a.x, b.y - a.y);
        for (int side = -1; side <= 1 && length > 0; side += 2) {
            const double by = side * OUTSIDE / length;
            const point out = {mid.x - (b.y - a.y) * by, mid.y + (b.x - a.x) * by};
            const point in = {mid.x + (b.y - a.y) * by, mid.y - (b.x - a.x) * by};
            if (on_top(art, in) == place && !inside(&edge, out))
                near[on_top(art, out)] = true;
        }
    }
}

static dgs_color painted(const dgs_paint *paint, const dgs_color colors[DGS_ROLES])
{
    return paint->color.role == DGS_ROLE_OWN ? paint->color : colors[paint->color.role];
}

static void check_object(const char *name, const dgs_art *art, size_t place, const bool *near,
                         const dgs_color colors[DGS_ROLES])
{
    const dgs_path *path = &art->paths[place];
    const dgs_color fill = painted(&path->fill, colors), line = painted(&path->stroke, colors);
    ck_assert_msg(dgs_contrast(fill, line) >= 3, "%s: the object and its edge are %.2f:1", name,
                  dgs_contrast(fill, line));
    for (size_t i = 0; i <= art->npaths; i++) {
        if (!near[i])
            continue;
        const dgs_color other = i == art->npaths ? white : painted(&art->paths[i].fill, colors);
        double seen = fmax(dgs_contrast(fill, other), dgs_contrast(line, other));
        ck_assert_msg(seen >= 3, "%s: the object on path %zu is %.2f:1", name, i + 1, seen);
    }
}

START_TEST(the_object_is_seen_in_every_ink)
{
    static const dgs_color brands[] = {{0x0b, 0x5f, 0x5a}, {0xf2, 0xc2, 0},    {0x11, 0x11, 0x11}, {0xe8, 0x6a, 0x92},
                                       {0x7a, 0x20, 0x48}, {0x1d, 0x4e, 0xd8}, {0xff, 0xff, 0xff}, {0xe0, 0x6c, 0x1a}};
    const figure *f = &figures[_i];
    const dgs_art *art = art_of(f->name);
    dgs_arena *arena = dgs_arena_new(1 << 20);
    dgs_art gray, outlines;
    ck_assert(dgs_art_gray(arena, art, &gray) && dgs_art_outline(arena, art, &outlines));
    const dgs_art *const arts[] = {[DGS_INK_COLOR] = art, [DGS_INK_GRAY] = &gray, [DGS_INK_SAVER] = &outlines};
    for (size_t k = 0; k < 2 && f->objects[k] != NULL; k++) {
        size_t place = place_of(art, f->objects[k]), seen = 0;
        bool near[256] = {false};
        ck_assert_uint_lt(art->npaths, sizeof near);
        look_around(art, place, near);
        for (size_t i = 0; i <= art->npaths; i++)
            seen += near[i];
        ck_assert_msg(seen > 0, "%s: %s is not seen", f->name, f->objects[k]);
        for (size_t b = 0; b < sizeof brands / sizeof *brands; b++)
            for (int ink = DGS_INK_COLOR; ink <= DGS_INK_SAVER; ink++) {
                dgs_color colors[DGS_ROLES];
                const dgs_palette palette = dgs_palette_of(brands[b], NULL, (dgs_ink)ink);
                dgs_palette_colors(&palette, colors);
                check_object(f->name, arts[ink], place, near, colors);
            }
    }
    dgs_arena_free(arena);
}
END_TEST

static point middle(const outline *o)
{
    extent e = extent_of(o);
    return (point){(e.left + e.right) / 2, (e.top + e.bottom) / 2};
}

START_TEST(the_pillow_lies_between_the_knees)
{
    const dgs_art *art = art_of("side-lying.svg");
    const outline *pillow = outline_of("side-lying.svg", "pillow");
    const outline *upper = outline_of("side-lying.svg", "upper-leg"),
                  *lower = outline_of("side-lying.svg", "lower-leg");
    ck_assert_double_lt(middle(upper).y, middle(pillow).y);
    ck_assert_double_lt(middle(pillow).y, middle(lower).y);
    ck_assert_uint_lt(place_of(art, "lower-leg"), place_of(art, "pillow"));
    ck_assert_uint_lt(place_of(art, "pillow"), place_of(art, "upper-leg"));
    const extent e = extent_of(pillow), leg = extent_of(upper), bed = extent_of(outline_of("side-lying.svg", "bed"));
    ck_assert_double_lt(extent_of(lower).bottom, bed.bottom - 25); // on the bed's top, not over its edge
    ck_assert_double_lt(e.right, bed.right - 40);
    ck_assert(e.left > leg.left && e.left < (leg.left + leg.right) / 2); // it begins above the knee
    ck_assert(e.right > leg.right);                                      // and reaches below the ankle
    // Both legs are seen whole: it is no thicker than they are together, and covers less than half of the lower one.
    const extent under = extent_of(lower);
    ck_assert_double_lt(e.bottom - e.top, (leg.bottom - leg.top + under.bottom - under.top) / 2);
    size_t covered = 0;
    for (size_t i = 0; i < lower->n; i++)
        covered += inside(pillow, lower->b[i]);
    ck_assert_uint_lt(covered, lower->n / 2);
}
END_TEST

// How much of one extent's breadth another one has.
static double breadth_share(extent of, extent in)
{
    return (of.right - of.left) / (in.right - in.left);
}

START_TEST(the_pack_is_wrapped_and_held_on_the_buttock)
{
    const char *name = "warm-pack.svg";
    const dgs_art *art = art_of(name);
    const outline *pack = outline_of(name, "pack"), *towel = outline_of(name, "towel");
    const outline *trousers = outline_of(name, "trousers"), *hand = outline_of(name, "holding-hand");
    size_t top = 0, on_it = 0;
    for (size_t i = 0; i < trousers->n; i++)
        top = trousers->b[i].y < trousers->b[top].y ? i : top;
    const extent e = extent_of(pack), around = extent_of(towel);
    ck_assert(around.left < trousers->b[top].x && trousers->b[top].x < around.right); // the highest point of the hips
    ck_assert_uint_lt(place_of(art, "trousers"), place_of(art, "pack")); // in front of the body, over its top line
    ck_assert(e.top < trousers->b[top].y - 5 && e.bottom > trousers->b[top].y + 20);
    ck_assert_uint_lt(place_of(art, "pack"), place_of(art, "towel")); // which goes around it: its open end shows it
    ck_assert(around.left < e.left && around.right < e.right && around.top < e.top && around.bottom > e.bottom);
    ck_assert_double_gt(breadth_share(around, e), 0.75);
    for (size_t i = 0; i < hand->n; i++)
        on_it += inside(towel, hand->b[i]);
    ck_assert_uint_gt(on_it, hand->n / 2);
    ck_assert_uint_lt(place_of(art, "towel"), place_of(art, "holding-hand"));
    const extent all = {(double)art->x, (double)art->y, (double)(art->x + art->w), (double)(art->y + art->h)};
    ck_assert_double_gt(breadth_share(e, all), 0.15); // it is seen in a picture that is printed an inch wide
    ck_assert_double_lt(breadth_share(e, all), 0.25); // and is as large as packs are
    // The whole person is seen: the bed goes on after the feet.
    ck_assert_double_lt(extent_of(outline_of(name, "foot")).right, extent_of(outline_of(name, "bed")).right - 10);
}
END_TEST

START_TEST(a_neck_joins_head_and_trunk)
{
    const char *name = "warm-pack.svg";
    const extent neck = extent_of(outline_of(name, "neck")), head = extent_of(outline_of(name, "head"));
    const extent shirt = extent_of(outline_of(name, "shirt"));
    ck_assert(neck.left < head.right && neck.right > shirt.left); // overlaps both
    ck_assert_double_lt(shirt.left - head.right, (head.right - head.left) / 4);
    ck_assert_double_gt(neck.bottom - neck.top, (head.bottom - head.top) / 2);
}
END_TEST

// How low the outline reaches on one side of a line.
static double lowest(const outline *o, double x, bool left)
{
    double y = -INFINITY;
    for (size_t i = 0; i < o->n; i++)
        if ((o->b[i].x < x) == left)
            y = fmax(y, o->b[i].y);
    return y;
}

// How far a point lies below the line from the begin of an outline to its end.
static double across(const outline *o, point p)
{
    const point a = o->a[0], b = o->b[o->n - 1];
    return ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / hypot(b.x - a.x, b.y - a.y);
}

START_TEST(the_wallet_in_the_pocket_lifts_one_side)
{
    const char *name = "sitting.svg";
    const dgs_art *art = art_of(name);
    const outline *wallet = outline_of(name, "wallet");
    const outline *trousers = outline_of(name, "trousers"), *shirt = outline_of(name, "shirt");
    const outline *pocket = outline_of(name, "pocket");
    size_t held = 0;
    for (size_t i = 0; i < wallet->n; i++)
        held += inside(pocket, wallet->b[i]);
    ck_assert_uint_eq(held, 2); // its lower corners: it looks out of the pocket, through which it is seen
    ck_assert(inside(pocket, (point){middle(wallet).x, extent_of(wallet).bottom - 12}));
    ck_assert_double_lt(extent_of(wallet).top, extent_of(pocket).top - 5);
    ck_assert_uint_eq(place_of(art, "pocket") + 1, place_of(art, "wallet"));
    const double mid = middle(trousers).x;
    ck_assert_double_gt(middle(wallet).x, mid);
    ck_assert_double_gt(lowest(trousers, mid, true), lowest(trousers, mid, false) + 12);
    ck_assert_double_gt(lowest(shirt, mid, true), lowest(shirt, mid, false) + 10);
    const double bottom = extent_of(pocket).bottom; // it is sat on
    ck_assert_double_lt(fabs(extent_of(outline_of(name, "seat")).top - bottom), 12);
    // The half of it in the pocket is hidden by the pocket's front.
    const outline *front = outline_of(name, "pocket-front");
    ck_assert_uint_gt(place_of(art, "pocket-front"), place_of(art, "wallet"));
    ck_assert(!inside(front, (point){middle(wallet).x, extent_of(wallet).top + 12}));
    ck_assert_double_eq_tol(extent_of(front).top, extent_of(pocket).top, 1);
    const outline *tilt = outline_of(name, "tilt"); // it rises to the wallet's side, and does not run over the wallet
    ck_assert(tilt->a[0].x < mid && tilt->b[tilt->n - 1].x > mid);
    ck_assert_double_gt(tilt->a[0].y, tilt->b[tilt->n - 1].y + 40);
    for (size_t i = 0; i < wallet->n; i++)
        ck_assert(across(tilt, wallet->b[i]) > 8);
}
END_TEST

// It is next to the person, so that it hides nothing, and its cross is seen.
START_TEST(a_sign_next_to_the_sitter_says_no)
{
    const char *name = "sitting.svg";
    const dgs_art *art = art_of(name);
    const dgs_path *sign = &art->paths[place_of(art, "not")], *cross = &art->paths[place_of(art, "cross")];
    const extent e = extent_of(outline_of(name, "not"));
    ck_assert_double_gt(e.left, extent_of(outline_of(name, "hair")).right + 20);
    ck_assert_double_lt(e.bottom, extent_of(outline_of(name, "wallet")).top);
    ck_assert_double_ge(dgs_contrast(sign->fill.color, cross->stroke.color), 4.5);
}
END_TEST

START_TEST(both_feet_are_flat)
{
    static const char *const shoes[] = {"near-shoe", "far-shoe"};
    for (size_t k = 0; k < 2; k++) {
        const outline *shoe = outline_of("sitting-well.svg", shoes[k]);
        const extent e = extent_of(shoe);
        double sole = 0;
        for (size_t i = 0; i < shoe->n; i++)
            if (fabs(shoe->a[i].y - e.bottom) < 1 && fabs(shoe->b[i].y - e.bottom) < 1)
                sole += fabs(shoe->b[i].x - shoe->a[i].x);
        ck_assert_msg(sole > 0.9 * (e.right - e.left), "%s stands on %.0f of %.0f units", shoes[k], sole,
                      e.right - e.left);
        ck_assert_double_eq_tol(e.bottom, extent_of(outline_of("sitting-well.svg", shoes[0])).bottom, 1);
    }
}
END_TEST

START_TEST(pillows_lie_under_the_knees)
{
    const outline *pillow = outline_of("back-lying.svg", "upper-pillow"),
                  *legs = outline_of("back-lying.svg", "trousers");
    size_t knee = 0;
    for (size_t i = 0; i < legs->n; i++)
        knee = legs->b[i].y < legs->b[knee].y ? i : knee;
    const extent e = extent_of(pillow);
    ck_assert(e.left < legs->b[knee].x && legs->b[knee].x < e.right);
    ck_assert(inside(legs, (point){legs->b[knee].x, e.top})); // the leg rests on it
}
END_TEST

START_TEST(both_hands_massage_the_hips)
{
    const char *name = "massage-table.svg";
    const dgs_art *art = art_of(name);
    const outline *sheet = outline_of(name, "sheet"), *towel = outline_of(name, "towel");
    const outline *hands[] = {outline_of(name, "left-hand"), outline_of(name, "right-hand")};
    const extent covered = extent_of(sheet), on = extent_of(towel);
    ck_assert(on.left > covered.left && on.right < covered.left + 0.6 * (covered.right - covered.left)); // on the hips
    ck_assert_double_eq_tol(on.top, covered.top, 2);
    for (size_t k = 0; k < 2; k++) {
        size_t pressing = 0;
        for (size_t i = 0; i < hands[k]->n; i++)
            pressing += inside(towel, hands[k]->b[i]);
        ck_assert_uint_gt(pressing, hands[k]->n / 2);
    }
    // They are paler than what they lie on and than the tunic, so that a gray printer keeps them apart.
    const dgs_path *hand = &art->paths[place_of(art, "left-hand")];
    const dgs_color cloth = art->paths[place_of(art, "towel")].fill.color;
    ck_assert_double_ge(dgs_contrast(hand->fill.color, cloth), 1.5);
    ck_assert_double_ge(dgs_contrast(hand->fill.color, art->paths[place_of(art, "tunic")].fill.color), 2.5);
    ck_assert_double_ge(dgs_contrast(hand->stroke.color, cloth), 3);
    ck_assert_double_ge(dgs_contrast(art->paths[place_of(art, "table")].fill.color, white), 4.5); // and the table
}
END_TEST

START_TEST(people_differ_in_skin)
{
    static const unsigned tones[] = {0xe6d0bd, 0xcfa27f, 0xa9744f};
    for (size_t k = 0; k < sizeof tones / sizeof *tones; k++) {
        size_t people = 0;
        for (size_t f = 0; f < FIGURES; f++) {
            const dgs_art *art = art_of(figures[f].name);
            bool has = false;
            for (size_t i = 0; i < art->npaths; i++) {
                const dgs_color c = art->paths[i].fill.color;
                has = has || tones[k] == ((unsigned)c.r << 16 | (unsigned)c.g << 8 | c.b);
            }
            people += has;
        }
        ck_assert_uint_ge(people, 2);
        const dgs_color tone = {(uint8_t)(tones[k] >> 16), (uint8_t)(tones[k] >> 8), (uint8_t)tones[k]};
        const dgs_color ink = {0x22, 0x30, 0x2f};
        ck_assert_double_ge(dgs_contrast(tone, ink), 3); // faces and fingers are drawn on it
    }
}
END_TEST

// Water that has the practice's color looks like something else.
START_TEST(water_is_level_and_has_no_color_of_the_practice)
{
    const dgs_art *art = art_of("water-and-tea.svg");
    const dgs_path *water = &art->paths[place_of(art, "water")];
    ck_assert_int_eq(water->fill.color.role, DGS_ROLE_OWN);
    const outline *o = outline_of("water-and-tea.svg", "water");
    const extent e = extent_of(o);
    double level = 0;
    for (size_t i = 0; i < o->n; i++)
        if (o->a[i].y < e.top + 1 && o->b[i].y < e.top + 1)
            level += fabs(o->b[i].x - o->a[i].x);
    ck_assert_double_gt(level, 0.95 * (e.right - e.left));
}
END_TEST

START_TEST(pain_is_mapped_from_the_low_back_to_the_calf)
{
    const char *name = "pain-map.svg";
    const dgs_art *art = art_of(name);
    const extent body = extent_of(outline_of(name, "body")), shorts = extent_of(outline_of(name, "shorts"));
    const extent back = extent_of(outline_of(name, "low-back")), leg = extent_of(outline_of(name, "pain"));
    ck_assert(back.bottom < shorts.top && back.top > body.top + (body.bottom - body.top) * 0.25);
    ck_assert(leg.top > shorts.top && leg.top < (shorts.top + shorts.bottom) / 2);  // from the buttock
    ck_assert_double_gt(leg.bottom, body.bottom - (body.bottom - body.top) * 0.22); // to the calf
    static const char *const zones[] = {"pain", "low-back"};
    for (size_t k = 0; k < 2; k++) {
        const dgs_path *zone = &art->paths[place_of(art, zones[k])], *skin = &art->paths[place_of(art, "body")];
        ck_assert_uint_ge(zone->ndash, 2); // an edge that grey print keeps
        ck_assert_double_ge(dgs_contrast(zone->stroke.color, zone->fill.color), 3);
        ck_assert_double_ge(dgs_contrast(zone->stroke.color, skin->fill.color), 3);
        ck_assert_int_ge(dgs_color_gray(skin->fill.color).g - dgs_color_gray(zone->fill.color).g, 14);
    }
}
END_TEST

START_TEST(front_and_back_differ_at_a_glance)
{
    const char *name = "body-outline.svg";
    const dgs_art *art = art_of(name);
    const outline *front = outline_of(name, "front-hair"), *back = outline_of(name, "back-hair");
    const extent face = extent_of(front), nape = extent_of(back);
    ck_assert(face.right < nape.left);
    ck_assert_double_lt(dgs_contrast(art->paths[place_of(art, "back-hair")].fill.color, (dgs_color){0, 0, 0}), 3);
    ck_assert(inside(back, middle(back)));
    ck_assert(!inside(front, (point){middle(front).x, face.bottom - 2})); // a face is below the hair
}
END_TEST

START_TEST(the_numb_area_is_where_a_saddle_is)
{
    const char *name = "saddle.svg";
    const dgs_art *art = art_of(name);
    const extent body = extent_of(outline_of(name, "body")), shorts = extent_of(outline_of(name, "shorts"));
    const outline *numb = outline_of(name, "numb");
    const extent e = extent_of(numb);
    const double mid = (body.left + body.right) / 2;
    ck_assert_double_eq_tol(e.left + e.right, 2 * mid, 2); // both sides
    ck_assert_double_lt(breadth_share(e, body), 0.5);
    ck_assert(e.top > shorts.top && e.top < shorts.bottom && e.bottom > shorts.bottom); // down to the inner thighs
    ck_assert(!inside(numb, (point){mid, e.bottom - 4}));
    const dgs_path *zone = &art->paths[place_of(art, "numb")];
    ck_assert_uint_ge(zone->ndash, 2); // an edge that gray print keeps
    ck_assert_double_ge(dgs_contrast(zone->stroke.color, zone->fill.color), 3);
    ck_assert_double_ge(dgs_contrast(zone->stroke.color, art->paths[place_of(art, "body")].fill.color), 3);
}
END_TEST

static Suite *content_figures_suite(void)
{
    Suite *s = suite_create("content figures");
    TCase *c = tcase_create("family");
    tcase_add_loop_test(c, colors_are_of_the_family, 0, FIGURES);
    tcase_add_loop_test(c, contours_have_one_weight, 0, FIGURES);
    tcase_add_loop_test(c, one_thing_has_the_color_of_the_object, 0, FIGURES);
    tcase_add_loop_test(c, figures_are_cropped_to_what_they_show, 0, FIGURES);
    tcase_add_loop_test(c, the_object_is_seen_in_every_ink, 0, FIGURES);
    suite_add_tcase(s, c);
    c = tcase_create("what they show");
    tcase_add_test(c, the_pillow_lies_between_the_knees);
    tcase_add_test(c, the_pack_is_wrapped_and_held_on_the_buttock);
    tcase_add_test(c, a_neck_joins_head_and_trunk);
    tcase_add_test(c, the_wallet_in_the_pocket_lifts_one_side);
    tcase_add_test(c, a_sign_next_to_the_sitter_says_no);
    tcase_add_test(c, both_feet_are_flat);
    tcase_add_test(c, pillows_lie_under_the_knees);
    tcase_add_test(c, both_hands_massage_the_hips);
    tcase_add_test(c, water_is_level_and_has_no_color_of_the_practice);
    tcase_add_test(c, pain_is_mapped_from_the_low_back_to_the_calf);
    tcase_add_test(c, people_differ_in_skin);
    tcase_add_test(c, front_and_back_differ_at_a_glance);
    tcase_add_test(c, the_numb_area_is_where_a_saddle_is);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(content_figures_suite());
}
