// Unit tests of src/profile: the palette, for many colours, second accents and inks; what a practice is told of it.
#include "unit.h"

#include <math.h>

#include "profile/palette.h"

static const dgs_color WHITE = {255, 255, 255};
static const dgs_ink inks[] = {DGS_INK_COLOR, DGS_INK_GRAY, DGS_INK_SAVER};
enum { INKS = sizeof inks / sizeof *inks };

static dgs_color rgb(unsigned v)
{
    return (dgs_color){(uint8_t)(v >> 16), (uint8_t)(v >> 8), (uint8_t)v};
}

static void same(dgs_color a, dgs_color b)
{
    ck_assert_msg(dgs_color_same(a, b), "#%02x%02x%02x is not #%02x%02x%02x", a.r, a.g, a.b, b.r, b.g, b.b);
}

static void at_least(dgs_color a, dgs_color b, double least)
{
    double ratio = dgs_contrast(a, b);
    ck_assert_msg(ratio >= least, "#%02x%02x%02x on #%02x%02x%02x: %.3f:1, not %g:1", a.r, a.g, a.b, b.r, b.g, b.b,
                  ratio, least);
}

// A ground without a fill shows the paper.
static dgs_color seen(const dgs_ground *ground)
{
    return ground->filled ? ground->fill : WHITE;
}

static void check_field(const dgs_ground *field)
{
    at_least(field->text, seen(field), 4.5);
    if (field->outlined)
        at_least(field->outline, WHITE, 3);
    else
        at_least(field->fill, WHITE, 1.3);
}

static void check_texts(const dgs_palette *p)
{
    const dgs_color tint = seen(&p->tint), alert_tile = seen(&p->alert_tile);
    const dgs_color texts[] = {p->ink, p->quiet, p->dark, p->tint.text};
    const double body = p->mode == DGS_INK_SAVER ? 7 : 12;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        at_least(texts[i], WHITE, 7);
        at_least(texts[i], tint, 7);
    }
    at_least(p->ink, tint, body);
    at_least(p->ink, alert_tile, body);
    at_least(p->alert_tile.text, alert_tile, body);
    at_least(p->alert, WHITE, 7);
    at_least(p->alert, alert_tile, 7);
    at_least(p->alert_cap.text, seen(&p->alert_cap), 7);
    at_least(p->accent.text, p->accent.fill, p->mode == DGS_INK_SAVER ? 4.5 : 7); // a sign, never words
}

static int gray_of(dgs_color color)
{
    return dgs_color_gray(color).g;
}

// What a printer without colours makes of it: the lighter of what programs do, which weigh light or the channels.
static int printed(dgs_color c)
{
    int by_channels = (299 * c.r + 587 * c.g + 114 * c.b) / 1000, by_light = gray_of(c);
    return by_channels > by_light ? by_channels : by_light;
}

static void check_marks(const dgs_palette *p)
{
    const dgs_color marks[] = {p->brand, p->icon, p->line, p->accent.outline};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        at_least(marks[i], WHITE, 3);
        at_least(marks[i], seen(&p->tint), 3);
    }
    at_least(p->rule, WHITE, 1.3);
    ck_assert_double_le(dgs_contrast(p->rule, WHITE), 2.5); // still a hairline
    if (p->tint.filled) {
        ck_assert_double_le(dgs_contrast(p->tint.fill, WHITE), 1.25); // still a tint
        ck_assert_int_le(printed(p->tint.fill), 236);                 // a paler one is lost on a grey printer
    }
    ck_assert_int_le(printed(p->alert), 90);
}

static void check_grounds(const dgs_palette *p)
{
    const dgs_ground *grounds[] = {&p->tint, &p->field, &p->badge, &p->alert_tile, &p->alert_cap};
    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++) {
        ck_assert(grounds[i]->filled || grounds[i]->outlined);
        if (grounds[i]->outlined)
            at_least(grounds[i]->outline, WHITE, 1.3);
        if (p->mode == DGS_INK_SAVER) {
            ck_assert(grounds[i]->outlined);
            same(seen(grounds[i]), WHITE);
        }
    }
    check_field(&p->field);
    check_field(&p->badge);
    if (p->numeral.filled)
        check_field(&p->numeral);
    ck_assert(p->accent.filled && p->accent.outlined);
    same(p->numeral.text, p->brand);
}

// What a drawing says is seen by its outlines, and its areas differ when the colour file is printed in grey.
static void check_art(const dgs_palette *p)
{
    const dgs_art_palette *art = &p->art;
    const dgs_color areas[] = {art->dark, art->cloth, art->object, art->ground, WHITE};
    same(art->ink, p->ink);
    for (size_t i = 1; i < sizeof areas / sizeof *areas; i++)
        at_least(art->ink, areas[i], 3);
    if (p->mode == DGS_INK_SAVER) {
        at_least(art->ink, art->dark, 5);
        for (size_t i = 0; i < sizeof areas / sizeof *areas; i++)
            ck_assert_double_le(dgs_contrast(areas[i], WHITE), 1.7);
        return;
    }
    at_least(art->object, art->dark, 3);
    at_least(WHITE, art->dark, 7);
    ck_assert_int_le(gray_of(art->ground), 236); // a paler tint is lost on a grey printer
    for (size_t i = 0; i + 1 < sizeof areas / sizeof *areas; i++)
        ck_assert_msg(gray_of(areas[i + 1]) - gray_of(areas[i]) >= 14, "areas %zu and %zu are %d and %d in grey", i,
                      i + 1, gray_of(areas[i]), gray_of(areas[i + 1]));
}

static void is_gray(dgs_color c)
{
    ck_assert_msg(c.r == c.g && c.g == c.b, "#%02x%02x%02x is no grey", c.r, c.g, c.b);
}

static void check_gray(const dgs_palette *p)
{
    const dgs_color all[] = {p->ink,
                             p->quiet,
                             p->dark,
                             p->brand,
                             p->accent.fill,
                             p->icon,
                             p->line,
                             p->rule,
                             p->alert,
                             p->tint.fill,
                             p->tint.text,
                             p->field.fill,
                             p->field.outline,
                             p->field.text,
                             p->badge.fill,
                             p->badge.outline,
                             p->badge.text,
                             p->alert_tile.fill,
                             p->alert_tile.text,
                             p->art.cloth,
                             p->art.dark,
                             p->art.ground,
                             p->art.object};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        is_gray(all[i]);
    const dgs_color fills[] = {WHITE, p->tint.fill, p->field.fill};
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < i; k++)
            at_least(fills[i], fills[k], 1.1);
}

static void check_palette(dgs_color brand, const dgs_color *second, dgs_ink ink)
{
    const dgs_palette p = dgs_palette_of(brand, second, ink);
    ck_assert_int_eq(p.mode, ink);
    check_texts(&p);
    check_marks(&p);
    check_grounds(&p);
    check_art(&p);
    if (ink == DGS_INK_GRAY)
        check_gray(&p);
}

// A linear congruential generator (Knuth, MMIX), so that each run has the same colours.
static unsigned next_color(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*seed >> 40);
}

START_TEST(random_colors_keep_the_promises)
{
    uint64_t seed = 20260101;
    for (int i = 0; i < 20000; i++) {
        dgs_color brand = rgb(next_color(&seed)), second = rgb(next_color(&seed));
        check_palette(brand, i % 2 == 0 ? NULL : &second, inks[i % INKS]);
    }
}
END_TEST

static const unsigned hard[] = {0x000000, 0xffffff, 0x808080, 0xffff00, 0x00ffff, 0xff00ff, 0xff0000, 0x00ff00,
                                0x0000ff, 0x39ff14, 0xf7c6d0, 0x0b5f5a, 0xfffff0, 0xfff8e7, 0xfefefe, 0xeeeeee,
                                0xdddddd, 0x757575, 0x777777, 0x9b1c1c, 0xfdecea, 0x010101, 0xffe600};
enum { HARD = sizeof hard / sizeof *hard };

START_TEST(hard_colors_keep_the_promises)
{
    for (int i = 0; i < HARD; i++)
        for (int k = -1; k < HARD; k++)
            for (int ink = 0; ink < INKS; ink++) {
                dgs_color second = rgb(hard[k < 0 ? 0 : k]);
                check_palette(rgb(hard[i]), k < 0 ? NULL : &second, inks[ink]);
            }
}
END_TEST

static int strongest(dgs_color c)
{
    return c.r > c.g && c.r > c.b ? 'r' : c.g > c.b ? 'g' : 'b';
}

static dgs_palette colored(unsigned brand)
{
    return dgs_palette_of(rgb(brand), NULL, DGS_INK_COLOR);
}

START_TEST(a_field_keeps_the_own_color)
{
    static const unsigned kept[] = {0x0b5f5a, 0x000000, 0xffff00, 0x39ff14, 0xf7c6d0, 0xff6f61, 0x20487a, 0xcccccc};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        same(colored(kept[i]).field.fill, rgb(kept[i]));
    same(colored(0x0b5f5a).field.text, WHITE);
    at_least(colored(0xffff00).field.text, rgb(0xffff00), 12); // nearly black
    ck_assert(colored(0xffff00).field.outlined);
    ck_assert(!colored(0x0b5f5a).field.outlined);
    ck_assert(!colored(0xf7c6d0).field.outlined);
}
END_TEST

// Near the alarm's red a large area is pale; letters and marks are the practice's own.
START_TEST(no_field_looks_like_the_alarm)
{
    static const unsigned near[] = {0xa3161c, 0x9b1c1c, 0xc00000, 0xff0000, 0x800020, 0x7a2048, 0xad1457, 0xe86a92};
    const dgs_color alert = {0xa3, 0x16, 0x1c};
    for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
        const dgs_palette p = colored(near[i]);
        same(p.alert, alert);
        same(p.alert_cap.fill, alert);
        ck_assert(!p.alert_tile.filled);
        at_least(p.field.fill, alert, 4.5);
        at_least(p.field.fill, p.tint.fill, 1.1);
        if (dgs_contrast(rgb(near[i]), p.tint.fill) >= 3)
            same(p.brand, rgb(near[i]));
    }
}
END_TEST

// A light colour, or a yellow or orange that could only be read as a brown, is a ground under ink.
START_TEST(no_light_color_is_set_in_letters)
{
    static const unsigned light[] = {0xf2c200, 0xffff00, 0xffe600, 0xf7c6d0, 0xe8963a, 0xd9a400, 0xcccccc};
    for (size_t i = 0; i < sizeof light / sizeof *light; i++) {
        const dgs_palette p = colored(light[i]);
        same(p.dark, p.ink);
        same(p.brand, p.ink);
        same(p.icon, p.ink);
        ck_assert(p.numeral.filled);
        same(p.numeral.fill, rgb(light[i]));
        at_least(p.ink, p.numeral.fill, 7);
    }
    ck_assert(!colored(0x0b5f5a).numeral.filled && !colored(0x8b5a2b).numeral.filled);
    same(colored(0x0b5f5a).brand, rgb(0x0b5f5a));
    ck_assert_int_eq(strongest(colored(0x8b5a2b).dark), 'r'); // a brown that was chosen
}
END_TEST

static void accent_is(unsigned brand, unsigned accent)
{
    same(colored(brand).accent.fill, rgb(accent));
    same(colored(brand).art.object, rgb(accent));
}

START_TEST(the_accent_is_opposite)
{
    const unsigned warm = 0xee973f, teal = 0x55c2bc;
    accent_is(0x0b5f5a, warm);
    accent_is(0x111111, warm);
    accent_is(0x7a2048, warm);
    accent_is(0xf2c200, teal);
    accent_is(0xb5542b, teal);
    const dgs_color second = rgb(0x3050c0);
    ck_assert_int_eq(strongest(dgs_palette_of(rgb(0x0b5f5a), &second, DGS_INK_COLOR).accent.fill), 'b');
}
END_TEST

START_TEST(a_grey_stays_a_grey)
{
    dgs_palette gray = colored(0x808080);
    same(gray.field.fill, rgb(0x757575)); // the lightest grey that carries white words
    same(gray.field.text, WHITE);
    is_gray(gray.dark);
    is_gray(gray.tint.fill);
    is_gray(gray.ink);
}
END_TEST

START_TEST(white_prints_as_charcoal)
{
    dgs_palette white = colored(0xffffff);
    is_gray(white.dark);
    at_least(white.dark, WHITE, 10);
    same(white.field.fill, white.dark);
    same(white.field.text, WHITE);
    dgs_color cream = colored(0xfff8e7).field.fill; // stays warm, and can be told from paper
    ck_assert_uint_gt(cream.r, cream.b);
    at_least(cream, WHITE, 1.3);
}
END_TEST

START_TEST(a_darker_color_keeps_its_hue)
{
    same(colored(0x084b47).dark, rgb(0x084b47));
    ck_assert_int_eq(strongest(colored(0xff6060).dark), 'r');
    ck_assert_int_eq(strongest(colored(0x20a020).dark), 'g');
    ck_assert_int_eq(strongest(colored(0x8080ff).dark), 'b');
    ck_assert_int_eq(strongest(dgs_palette_of(rgb(0xff6060), NULL, DGS_INK_SAVER).dark), 'r');
}
END_TEST

START_TEST(the_second_accent_colors_marks_and_badges)
{
    const dgs_color second = rgb(0xb4551e);
    dgs_palette one = colored(0x0b5f5a), two = dgs_palette_of(rgb(0x0b5f5a), &second, DGS_INK_COLOR);
    same(one.icon, rgb(0x0b5f5a));
    same(one.badge.fill, rgb(0x0b5f5a));
    same(two.icon, second);
    same(two.badge.fill, second);
    same(two.dark, one.dark);
    same(two.brand, one.brand);
    same(two.field.fill, one.field.fill);
    same(two.rule, one.rule);
}
END_TEST

START_TEST(greys_keep_the_contrast_of_colors)
{
    uint64_t seed = 7;
    for (int i = 0; i < 200; i++) {
        dgs_color a = rgb(next_color(&seed)), b = rgb(next_color(&seed));
        double want = dgs_contrast(a, b), got = dgs_contrast(dgs_color_gray(a), dgs_color_gray(b));
        ck_assert_double_le(fabs(got / want - 1), 0.03); // 8 bits a channel
    }
    same(dgs_color_gray(rgb(0x123456)), dgs_color_gray(dgs_color_gray(rgb(0x123456))));
    ck_assert_double_eq_tol(dgs_color_luminance(rgb(0x00ff00)), 0.7152, 1e-9);
    ck_assert_double_eq_tol(dgs_contrast(WHITE, rgb(0)), 21, 1e-9);
    for (int v = 0; v < 256; v++)
        ck_assert_int_eq(dgs_color_channel(dgs_color_linear((uint8_t)v)), v);
}
END_TEST

START_TEST(linear_light_is_that_of_the_standard)
{
    for (int v = 0; v < 256; v++) {
        double s = v / 255.0, want = s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
        ck_assert_double_eq_tol(dgs_color_linear((uint8_t)v), want, 1e-15);
    }
}
END_TEST

// The words of a tile are the ink; every other colour that has a role has one of its own.
START_TEST(each_role_has_its_color)
{
    const dgs_color second = rgb(0xb4551e);
    for (int ink = 0; ink < INKS; ink++) {
        const dgs_palette p = dgs_palette_of(rgb(0x7a2048), &second, inks[ink]);
        dgs_color colors[DGS_ROLES];
        dgs_palette_colors(&p, colors);
        for (int role = DGS_ROLE_OWN + 1; role < DGS_ROLES; role++)
            ck_assert_int_eq(colors[role].role, role);
        const struct {
            dgs_color color;
            dgs_role role;
        } some[] = {{p.ink, DGS_ROLE_INK},
                    {p.dark, DGS_ROLE_DARK},
                    {p.brand, DGS_ROLE_BRAND},
                    {p.numeral.text, DGS_ROLE_BRAND},
                    {p.accent.fill, DGS_ROLE_ACCENT},
                    {p.accent.outline, DGS_ROLE_INK},
                    {p.alert_cap.fill, DGS_ROLE_OWN},
                    {p.icon, DGS_ROLE_ICON},
                    {p.field.fill, DGS_ROLE_FIELD},
                    {p.badge.text, DGS_ROLE_BADGE_TEXT},
                    {p.tint.text, DGS_ROLE_INK},
                    {p.alert_tile.text, DGS_ROLE_INK},
                    {p.alert, DGS_ROLE_OWN},
                    {p.alert_tile.fill, DGS_ROLE_OWN}};
        for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
            ck_assert_int_eq(some[i].color.role, (int)some[i].role);
            if (some[i].role != DGS_ROLE_OWN)
                same(colors[some[i].role], some[i].color);
        }
    }
}
END_TEST

START_TEST(what_has_no_role_never_changes)
{
    uint64_t seed = 20260102;
    for (int ink = 0; ink < INKS; ink++) {
        const dgs_palette first = dgs_palette_of(rgb(0), NULL, inks[ink]);
        for (int i = 0; i < 300; i++) {
            dgs_color brand = rgb(next_color(&seed)), second = rgb(next_color(&seed));
            const dgs_palette p = dgs_palette_of(brand, i % 2 == 0 ? NULL : &second, inks[ink]);
            same(p.alert, first.alert);
            same(p.alert_cap.fill, first.alert_cap.fill);
            same(p.alert_tile.fill, first.alert_tile.fill);
            same(p.alert_tile.outline, first.alert_tile.outline);
        }
    }
}
END_TEST

START_TEST(palettes_of_one_kind_are_alike)
{
    dgs_palette a = colored(0x0b5f5a), b = colored(0x7a2048), yellow = colored(0xffff00);
    dgs_palette saver = dgs_palette_of(rgb(0x0b5f5a), NULL, DGS_INK_SAVER);
    ck_assert(dgs_palette_alike(&a, &b));
    ck_assert(!dgs_palette_alike(&a, &yellow)); // its fields have outlines
    ck_assert(!dgs_palette_alike(&a, &saver));
}
END_TEST

static size_t changes(unsigned color, const unsigned *accent, dgs_ink ink, dgs_color_change out[DGS_COLOR_CHANGES])
{
    const dgs_color second = rgb(accent == NULL ? 0 : *accent);
    dgs_profile profile = {.of = {[DGS_SETTING_COLOR] = {.text = "#", .value = color}},
                           .palette = dgs_palette_of(rgb(color), accent == NULL ? NULL : &second, ink)};
    if (accent != NULL)
        profile.of[DGS_SETTING_ACCENT] = (dgs_fact){.text = "#", .value = *accent};
    return dgs_palette_changes(&profile, out);
}

START_TEST(changes_are_told)
{
    const unsigned yellow = 0xffff00, teal = 0x0b5f5a; // teal is a little darker in headings, which nobody sees
    dgs_color_change out[DGS_COLOR_CHANGES];
    ck_assert_uint_eq(changes(teal, NULL, DGS_INK_COLOR, out), 0);
    ck_assert_uint_eq(changes(teal, &teal, DGS_INK_COLOR, out), 0);
    ck_assert_uint_eq(changes(0xffe600, NULL, DGS_INK_COLOR, out), 1);
    ck_assert_int_eq(out[0].use, DGS_COLOR_HEADINGS);
    same(out[0].typed, rgb(0xffe600));
    at_least(out[0].used, WHITE, 7);
    ck_assert_uint_eq(changes(0x808080, NULL, DGS_INK_COLOR, out), 2);
    ck_assert_int_eq(out[1].use, DGS_COLOR_FIELDS);
    same(out[1].used, rgb(0x757575));
    ck_assert_uint_eq(changes(teal, &yellow, DGS_INK_COLOR, out), 1);
    ck_assert_int_eq(out[0].use, DGS_COLOR_ICONS);
    ck_assert_uint_eq(changes(0x808080, &yellow, DGS_INK_COLOR, out), 3);
    ck_assert_uint_eq(changes(0x808080, &yellow, DGS_INK_GRAY, out), 0);
    ck_assert_uint_eq(changes(0x808080, &yellow, DGS_INK_SAVER, out), 0);
    ck_assert_uint_eq(changes(0xa3161c, NULL, DGS_INK_COLOR, out), 1);
    ck_assert_int_eq(out[0].use, DGS_COLOR_NEAR_ALERT);
    const dgs_profile plain = {.palette = colored(0xffff00)}; // the colour is not the practice's
    ck_assert_uint_eq(dgs_palette_changes(&plain, out), 0);
}
END_TEST

static Suite *palette_suite(void)
{
    Suite *suite = suite_create("profile palette");
    TCase *c = tcase_create("palette");
    tcase_set_timeout(c, 60);
    suite_add_tcase(suite, c);
    tcase_add_test(c, random_colors_keep_the_promises);
    tcase_add_test(c, hard_colors_keep_the_promises);
    tcase_add_test(c, a_field_keeps_the_own_color);
    tcase_add_test(c, no_field_looks_like_the_alarm);
    tcase_add_test(c, no_light_color_is_set_in_letters);
    tcase_add_test(c, the_accent_is_opposite);
    tcase_add_test(c, a_grey_stays_a_grey);
    tcase_add_test(c, white_prints_as_charcoal);
    tcase_add_test(c, a_darker_color_keeps_its_hue);
    tcase_add_test(c, the_second_accent_colors_marks_and_badges);
    tcase_add_test(c, greys_keep_the_contrast_of_colors);
    tcase_add_test(c, linear_light_is_that_of_the_standard);
    tcase_add_test(c, each_role_has_its_color);
    tcase_add_test(c, what_has_no_role_never_changes);
    tcase_add_test(c, palettes_of_one_kind_are_alike);
    tcase_add_test(c, changes_are_told);
    return suite;
}

int main(void)
{
    return run_suite(palette_suite());
}
