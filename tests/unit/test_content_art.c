// The built-in icons and small plates, measured: that they are one family and fill their boxes.
#include <string.h>

#include "flatten.h"
#include "image/builtin.h"
#include "unit.h"

static bool is_plate(const char *name)
{
    static const char *const plates[] = {
        "back-lying.svg", "body-outline.svg", "calendar-page.svg", "massage-table.svg", "pain-map.svg",
        "piriformis.svg", "saddle.svg",       "side-lying.svg",    "sitting-well.svg",  "sitting.svg",
        "walking.svg",    "warm-pack.svg",    "water-and-tea.svg"};
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
    ck_assert_uint_eq(icons, 6);
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

static Suite *content_art_suite(void)
{
    Suite *s = suite_create("content art");
    TCase *c = tcase_create("icons and small plates");
    tcase_add_test(c, icons_are_one_family);
    tcase_add_test(c, icons_fill_their_box);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(content_art_suite());
}
