// Unit tests of src/image: pictures in grey and as outlines.
#include "unit.h"

#include "base/color.h"
#include "image/grayscale.h"

static dgs_arena *arena;

static void open_arena(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
}

static void close_arena(void)
{
    dgs_arena_free(arena);
}

static bool is(dgs_color c, unsigned rgb)
{
    return dgs_color_same(c, (dgs_color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb});
}

static const dgs_paint red = {DGS_PAINT_COLOR, {0xc0, 0x40, 0}}, dark = {DGS_PAINT_COLOR, {0x3a, 0x3a, 0x3a}},
                       white = {DGS_PAINT_COLOR, {255, 255, 255}}, current = {DGS_PAINT_CURRENT, {0}}, none = {0};

START_TEST(art_becomes_grey)
{
    const dgs_path paths[] = {{.fill = red, .stroke = dark, .stroke_width = 1}, {.fill = none, .stroke = current}};
    const dgs_art art = {.w = 24, .h = 24, .paths = paths, .npaths = 2, .stream = DGS_STR("old")};
    dgs_art out;
    ck_assert(dgs_art_gray(arena, &art, &out));
    ck_assert(is(out.paths[0].fill.color, 0x6c6c6c)); // the luminance of c04000
    ck_assert(is(out.paths[0].stroke.color, 0x3a3a3a));
    ck_assert_int_eq(out.paths[1].stroke.kind, DGS_PAINT_CURRENT);
    ck_assert_int_eq(out.paths[1].fill.kind, DGS_PAINT_NONE);
    ck_assert_uint_eq(out.stream.n, 0);
    ck_assert(is(paths[0].fill.color, 0xc04000)); // the old one stays
}
END_TEST

START_TEST(art_becomes_outlines)
{
    const dgs_color paper = {255, 255, 255};
    const dgs_path paths[] = {{.fill = red, .stroke = dark, .stroke_width = 1},
                              {.fill = dark, .stroke = white, .stroke_width = 1},
                              {.fill = current}};
    const dgs_art art = {.w = 240, .h = 120, .paths = paths, .npaths = 3, .stream = DGS_STR("old")};
    dgs_art out;
    ck_assert(dgs_art_outline(arena, &art, &out));
    ck_assert_uint_eq(out.stream.n, 0);
    for (int i = 0; i < 2; i++) {
        ck_assert_double_le(dgs_contrast(out.paths[i].fill.color, paper), 1.3);
        ck_assert_double_ge(dgs_contrast(out.paths[i].stroke.color, paper), 3);
        ck_assert_double_eq_tol((double)out.paths[i].stroke_width, 0.6, 1e-6);
    }
    ck_assert_int_eq(out.paths[2].stroke.kind, DGS_PAINT_CURRENT);
    ck_assert(is(out.paths[2].fill.color, 0xffffff));
    ck_assert_double_eq_tol((double)out.paths[2].stroke_width, 2, 1e-6);
}
END_TEST

// The palette of the ink made the colours of roles.
START_TEST(colors_of_roles_stay)
{
    const dgs_paint cloth = {DGS_PAINT_COLOR, {0x30, 0x90, 0x80, DGS_ROLE_ART_CLOTH}},
                    ink = {DGS_PAINT_COLOR, {0x20, 0x30, 0x30, DGS_ROLE_ART_INK}};
    const dgs_path paths[] = {{.fill = cloth, .stroke = ink, .stroke_width = 4}};
    const dgs_art art = {.w = 240, .h = 120, .paths = paths, .npaths = 1};
    dgs_art gray, outline;
    ck_assert(dgs_art_takes_roles(&art));
    ck_assert(dgs_art_gray(arena, &art, &gray) && dgs_art_outline(arena, &art, &outline));
    const dgs_path *made[] = {gray.paths, outline.paths};
    for (size_t i = 0; i < 2; i++) {
        ck_assert(is(made[i]->fill.color, 0x309080) && made[i]->fill.color.role == DGS_ROLE_ART_CLOTH);
        ck_assert(is(made[i]->stroke.color, 0x203030) && made[i]->stroke.color.role == DGS_ROLE_ART_INK);
    }
    ck_assert_double_eq_tol((double)outline.paths[0].stroke_width, 2.4, 1e-6);
}
END_TEST

START_TEST(icons_become_thinner)
{
    const dgs_path paths[] = {{.stroke = current, .stroke_width = 1.75f}, {.fill = current}};
    const dgs_art art = {.w = 24, .h = 24, .paths = paths, .npaths = 2};
    dgs_art out;
    ck_assert(dgs_art_outline(arena, &art, &out));
    ck_assert_int_eq(out.paths[1].fill.kind, DGS_PAINT_CURRENT);
    ck_assert_int_eq(out.paths[1].stroke.kind, DGS_PAINT_NONE);
    ck_assert_int_eq(out.paths[0].stroke.kind, DGS_PAINT_CURRENT);
    ck_assert_double_eq_tol((double)out.paths[0].stroke_width, 1.05, 1e-6);
}
END_TEST

START_TEST(rows_become_grey)
{
    uint8_t samples[256 * 3];
    for (unsigned i = 0; i < 256; i++) {
        samples[3 * i] = (uint8_t)i;
        samples[3 * i + 1] = (uint8_t)(255 - i);
        samples[3 * i + 2] = (uint8_t)(7 * i);
    }
    const dgs_raster raster = {.w = 16, .h = 16, .channels = 3, .samples = {(const char *)samples, sizeof samples}};
    dgs_raster out;
    ck_assert(dgs_raster_gray(arena, &raster, &out));
    ck_assert_uint_eq(out.channels, 1);
    ck_assert_uint_eq(out.samples.n, 256);
    for (unsigned i = 0; i < 256; i++) {
        dgs_color want = dgs_color_gray((dgs_color){samples[3 * i], samples[3 * i + 1], samples[3 * i + 2]});
        ck_assert_int_le(abs((uint8_t)out.samples.p[i] - want.r), 1);
    }
}
END_TEST

START_TEST(of_a_palette_only_the_palette_changes)
{
    const dgs_raster raster = {.w = 2,
                               .h = 1,
                               .channels = 1,
                               .palette = DGS_STR("\xc0\x40\x00\xff\xff\xff"),
                               .encoding = DGS_PIXELS_DEFLATE,
                               .samples = DGS_STR("packed")};
    const dgs_raster gray = {.w = 2, .h = 1, .channels = 1, .samples = DGS_STR("ab")};
    dgs_raster out;
    ck_assert(dgs_raster_gray(arena, &raster, &out));
    ck_assert_mem_eq(out.palette.p, "\x6c\x6c\x6c\xff\xff\xff", 6);
    ck_assert_ptr_eq(out.samples.p, raster.samples.p);
    ck_assert(dgs_raster_gray(arena, &gray, &out));
    ck_assert_ptr_eq(out.samples.p, gray.samples.p);
}
END_TEST

static Suite *tone_suite(void)
{
    Suite *suite = suite_create("image tone");
    TCase *c = tcase_create("tone");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    suite_add_tcase(suite, c);
    tcase_add_test(c, art_becomes_grey);
    tcase_add_test(c, art_becomes_outlines);
    tcase_add_test(c, colors_of_roles_stay);
    tcase_add_test(c, icons_become_thinner);
    tcase_add_test(c, rows_become_grey);
    tcase_add_test(c, of_a_palette_only_the_palette_changes);
    return suite;
}

int main(void)
{
    return run_suite(tone_suite());
}
