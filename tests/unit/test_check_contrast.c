// Unit tests of src/check: contrast of what is painted, on pages built by hand and on the built-in handout.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "content/content.h"
#include "default_parts.h"
#include "layout/layout.h"
#include "profile/palette.h"
#include "unit.h"

static const dgs_color black = {0, 0, 0}, white = {255, 255, 255}, grey = {0x76, 0x76, 0x76}; // 4.54:1 on white
static const dgs_color dark = {0x59, 0x59, 0x59}, pale = {0x95, 0x95, 0x95};                  // 7.00:1 and 2.99:1
static dgs_arena *arena;
static dgs_report report;
static dgs_palette palette;
static dgs_err err;

static void open_arena(void)
{
    arena = dgs_arena_new(64 << 20);
    ck_assert_ptr_nonnull(arena);
    palette = (dgs_palette){.dark = {0, 0, 0x80}};
    err = (dgs_err){0};
}

static void close_arena(void)
{
    dgs_arena_free(arena);
}

static void look(const dgs_box *boxes, size_t n)
{
    const dgs_page page = {.boxes = boxes, .nboxes = n};
    const dgs_pages pages = {.width = 612, .height = 792, .pages = &page, .npages = 1};
    report = (dgs_report){.arena = arena};
    ck_assert(dgs_check_pages(&pages, &palette, &report, &err));
}

#define LOOK(boxes) look(boxes, sizeof(boxes) / sizeof *(boxes))

static dgs_run run_of(const char *words, dgs_color color)
{
    return (dgs_run){.size = 12, .color = color, .x = 100, .width = 100, .text = dgs_str_of(words)};
}

static dgs_box text_of(const dgs_run *run)
{
    return (dgs_box){.kind = DGS_BOX_TEXT, .rect = {100, 100, 100, 12}, .baseline = 109, .runs = run, .nruns = 1};
}

static dgs_box shape(dgs_box_kind kind, dgs_color color)
{
    return (dgs_box){.kind = kind, .rect = {90, 90, 120, 32}, .color = color, .line = 1};
}

static void says(const char *words)
{
    ck_assert_uint_eq(report.n, 1);
    const char *sentence = report.findings[0].sentence;
    ck_assert_msg(strstr(sentence, words) != NULL, "'%s' does not say '%s'", sentence, words);
    ck_assert_ptr_nonnull(strstr(sentence, "choose another"));
}

START_TEST(text_on_paper)
{
    dgs_run run = run_of("Drink water", dark);
    const dgs_box box = text_of(&run);
    look(&box, 1);
    ck_assert_uint_eq(report.n, 0);
    run.color = grey;
    look(&box, 1);
    says("the words \"Drink water\" of color #767676 on #ffffff: the contrast is 4.54:1 and must be 7:1");
    run.text = DGS_STR(" \n"); // nothing to read
    look(&box, 1);
    ck_assert_uint_eq(report.n, 0);
}
END_TEST

START_TEST(text_on_a_fill)
{
    dgs_run run = run_of("Book", white);
    dgs_box boxes[] = {shape(DGS_BOX_FILL, dark), text_of(&run)};
    LOOK(boxes);
    ck_assert_uint_eq(report.n, 0);
    boxes[0].color = grey;
    LOOK(boxes);
    says("#ffffff on #767676: the contrast is 4.54:1 and must be 7:1");
    palette.field = (dgs_ground){.filled = true, .fill = grey}; // of the brand colour
    LOOK(boxes);
    ck_assert_uint_eq(report.n, 0);
    palette.badge = palette.field;
    palette.field.filled = false;
    LOOK(boxes);
    ck_assert_uint_eq(report.n, 0);
    boxes[0].color = palette.badge.fill = (dgs_color){0x78, 0x78, 0x78};
    LOOK(boxes);
    says("must be 4.5:1");
}
END_TEST

START_TEST(bullets_are_marks)
{
    dgs_run run = run_of("\xe2\x80\xa2 ", grey);
    dgs_box boxes[] = {text_of(&run)};
    LOOK(boxes);
    ck_assert_uint_eq(report.n, 0);
    run.color = pale;
    LOOK(boxes);
    says("the contrast is 2.99:1 and must be 3:1");
    run = run_of("\xe2\x80\xa2 Water", grey);
    LOOK(boxes);
    says("must be 7:1");
}
END_TEST

START_TEST(what_is_painted_later_does_not_count)
{
    const dgs_run run = run_of("Book", white);
    dgs_box boxes[] = {shape(DGS_BOX_FILL, black), text_of(&run), shape(DGS_BOX_FILL, white)};
    LOOK(boxes);
    ck_assert_uint_eq(report.n, 0);
    dgs_box hidden[] = {shape(DGS_BOX_FILL, black), shape(DGS_BOX_FILL, white), text_of(&run)};
    LOOK(hidden);
    says("#ffffff on #ffffff: the contrast is 1:1");
}
END_TEST

START_TEST(text_over_the_edge_of_its_ground)
{
    const dgs_run run = run_of("Book", white);
    dgs_box boxes[] = {shape(DGS_BOX_FILL, black), text_of(&run)};
    boxes[0].rect.w = 80; // to 170 of 200
    LOOK(boxes);
    says("#ffffff on #ffffff");
    boxes[0].rect = (dgs_rect){120, 90, 200, 32};
    LOOK(boxes);
    says("#ffffff on #ffffff");
}
END_TEST

START_TEST(text_on_a_dot)
{
    dgs_run run = run_of("1", white);
    dgs_box boxes[] = {shape(DGS_BOX_DOT, black), text_of(&run)};
    LOOK(boxes);
    ck_assert_uint_eq(report.n, 0);
    boxes[1].rect.y = 80; // inside its rectangle, outside the ellipse
    boxes[1].rect.x = run.x = 90;
    run.width = 10;
    LOOK(boxes);
    says("#ffffff on #ffffff");
}
END_TEST

START_TEST(text_on_a_picture)
{
    const dgs_run run = run_of("Book", black);
    const dgs_box boxes[] = {shape(DGS_BOX_PICTURE, black), text_of(&run)};
    LOOK(boxes);
    says("the words \"Book\" would be on a picture");
}
END_TEST

START_TEST(graphics)
{
    static const struct {
        dgs_box_kind kind;
        const char *name;
    } kinds[] = {{DGS_BOX_FRAME, "a box to check"}, {DGS_BOX_RULE, "a line"}, {DGS_BOX_DOT, "a dot"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        dgs_box box = shape(kinds[i].kind, grey);
        look(&box, 1);
        ck_assert_uint_eq(report.n, 0);
        box.color = pale;
        look(&box, 1);
        says("must be 3:1");
        says(kinds[i].name);
        dgs_box on_black[] = {shape(DGS_BOX_FILL, black), box};
        LOOK(on_black);
        ck_assert_uint_eq(report.n, 0);
    }
    const dgs_box fill = shape(DGS_BOX_FILL, pale); // a ground
    look(&fill, 1);
    ck_assert_uint_eq(report.n, 0);
    dgs_box hairline = shape(DGS_BOX_RULE, pale);
    hairline.decoration = true;
    look(&hairline, 1);
    ck_assert_uint_eq(report.n, 0);
}
END_TEST

START_TEST(drawings)
{
    dgs_path path = {.stroke = {.kind = DGS_PAINT_CURRENT}};
    const dgs_art art = {.w = 1, .h = 1, .paths = &path, .npaths = 1};
    const dgs_node figure = {.kind = DGS_NODE_FIGURE}, logo = {.kind = DGS_NODE_LOGO};
    dgs_box box = shape(DGS_BOX_ART, pale);
    box.art = &art;
    look(&box, 1);
    says("a drawing of color #959595 on #ffffff: the contrast is 2.99:1 and must be 3:1");
    box.node = &figure;
    look(&box, 1);
    says("a drawing");
    box.node = &logo; // may look as it likes
    look(&box, 1);
    ck_assert_uint_eq(report.n, 0);
    box.node = &figure;
    path.stroke.kind = DGS_PAINT_COLOR; // takes no colour from the page
    look(&box, 1);
    ck_assert_uint_eq(report.n, 0);
    path.fill.kind = DGS_PAINT_CURRENT;
    look(&box, 1);
    says("a drawing");
}
END_TEST

START_TEST(a_pair_of_colours_is_told_once)
{
    const dgs_run one = run_of("One", grey), two = run_of("Two", grey), three = run_of("Three", pale);
    const dgs_box boxes[] = {text_of(&one), text_of(&two), text_of(&three), text_of(&two)};
    LOOK(boxes);
    ck_assert_uint_eq(report.n, 2);
    ck_assert_ptr_nonnull(strstr(report.findings[0].sentence, "\"One\""));
    ck_assert_ptr_nonnull(strstr(report.findings[1].sentence, "\"Three\""));
}
END_TEST

typedef struct made {
    dgs_text *text;
    dgs_profile profile;
    dgs_doc doc;
} made;

static void load(made *m, const char *color, const char *accent, dgs_ink ink, unsigned parts)
{
    const dgs_settings settings = {.of = {[DGS_SETTING_NAME].text = "Willow Creek Massage",
                                          [DGS_SETTING_PHONE].text = "(555) 010-4477",
                                          [DGS_SETTING_COLOR].text = color,
                                          [DGS_SETTING_ACCENT].text = accent}};
    const dgs_content_source source = {.parts = parts};
    *m = (made){.text = dgs_text_new(NULL, &err)};
    ck_assert_msg(dgs_profile_make(&settings, ink, arena, &m->profile, &err), "%s", err.message);
    ck_assert_msg(dgs_content_load(&source, &m->profile, arena, &m->doc, &err), "%s", err.message);
}

static void look_at(made *m, dgs_paper paper)
{
    dgs_pages pages;
    const dgs_print_options options = {.paper = paper};
    const dgs_palette *p = &m->profile.palette;
    ck_assert_msg(dgs_layout_make(&(dgs_layout_input){&m->doc, p, &options, m->text}, arena, &pages, &err), "%s",
                  err.message);
    report = (dgs_report){.arena = arena};
    ck_assert(dgs_check_pages(&pages, p, &report, &err));
}

START_TEST(every_colour_can_be_read)
{
    enum { COLORS = 200, PAPERS = 2, PARTS = ALL_PARTS };
    srand(1);
    for (int i = 0; i < COLORS; i++) {
        made m;
        char color[8], accent[8];
        (void)snprintf(color, sizeof color, "#%06x", (unsigned)rand() & 0xffffffu);
        (void)snprintf(accent, sizeof accent, "#%06x", (unsigned)rand() & 0xffffffu);
        load(&m, color, i % 2 == 0 ? NULL : accent, (dgs_ink)(i / 2 % 3), (unsigned)(i % PARTS) + 1);
        look_at(&m, i / PARTS % PAPERS == 0 ? DGS_PAPER_LETTER : DGS_PAPER_A4);
        ck_assert_msg(report.n == 0, "%s: %s", color, report.n == 0 ? "" : report.findings[0].sentence);
        dgs_text_free(m.text);
        dgs_arena_free(arena);
        arena = dgs_arena_new(64 << 20);
    }
}
END_TEST

// A palette that breaks its promise, one colour after the other, is seen through.
START_TEST(a_bad_palette_is_found)
{
    made m;
    load(&m, "#005f73", NULL, DGS_INK_COLOR, ALL_PARTS);
    const dgs_palette good = m.profile.palette;
    dgs_palette *p = &m.profile.palette;
    dgs_color *const inks[] = {&p->ink,
                               &p->quiet,
                               &p->dark,
                               &p->field.text,
                               &p->badge.text,
                               &p->alert_cap.text,
                               &p->care_today.text,
                               &p->care_visit.text};
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++) {
        *p = good;
        *inks[i] = (dgs_color){0x90, 0x90, 0x90}; // 3.19:1 on white
        look_at(&m, DGS_PAPER_LETTER);
        ck_assert_msg(report.n > 0, "colour %zu", i);
    }
    *p = good;
    p->icon = (dgs_color){0x9a, 0x9a, 0x9a}; // 2.8:1
    look_at(&m, DGS_PAPER_LETTER);
    ck_assert_uint_gt(report.n, 0);
    *p = good;
    p->line = (dgs_color){0xe0, 0xe0, 0xe0};
    look_at(&m, DGS_PAPER_LETTER);
    bool boxes = false;
    for (size_t i = 0; i < report.n; i++)
        boxes = boxes || strstr(report.findings[i].sentence, "a box to check") != NULL;
    ck_assert(boxes);
    *p = good;
    p->rule = white; // hairlines may go unseen
    look_at(&m, DGS_PAPER_LETTER);
    ck_assert_uint_eq(report.n, 0);
    dgs_text_free(m.text);
}
END_TEST

static dgs_pairs pairs_of(const dgs_box *boxes, size_t n)
{
    const dgs_page page = {boxes, n};
    const dgs_pages pages = {.width = 612, .height = 792, .pages = &page, .npages = 1};
    dgs_pairs pairs;
    ck_assert(dgs_check_pairs_of(&pages, &palette, arena, &pairs, &err));
    return pairs;
}

START_TEST(pairs_are_of_roles)
{
    palette = dgs_palette_of((dgs_color){0x0b, 0x5f, 0x5a}, NULL, DGS_INK_COLOR);
    const dgs_run ink = run_of("Water", palette.ink), on_field = run_of("Book", palette.field.text);
    dgs_box boxes[] = {text_of(&ink), text_of(&ink), shape(DGS_BOX_FILL, palette.field.fill), text_of(&on_field),
                       shape(DGS_BOX_RULE, palette.line)};
    boxes[4].rect.y = 400;
    dgs_pairs pairs = pairs_of(boxes, 5);
    ck_assert_uint_eq(pairs.n, 3);
    ck_assert(dgs_check_pairs_hold(&pairs, &palette));
    const double least[] = {7, 4.5, 3};
    for (size_t i = 0; i < pairs.n; i++)
        ck_assert_double_eq_tol(pairs.pairs[i].least, least[i], 1e-9);
    dgs_palette other = palette;
    other.field.fill = (dgs_color){0x78, 0x78, 0x78, DGS_ROLE_FIELD}; // white words: 4.4:1
    ck_assert(!dgs_check_pairs_hold(&pairs, &other));
    other.field.fill = (dgs_color){0x76, 0x76, 0x76, DGS_ROLE_FIELD};
    ck_assert(dgs_check_pairs_hold(&pairs, &other));
    other.line = (dgs_color){0x95, 0x95, 0x95, DGS_ROLE_LINE};
    ck_assert(!dgs_check_pairs_hold(&pairs, &other));
    other = palette;
    other.icon = other.rule = other.dark = white; // not painted here
    ck_assert(dgs_check_pairs_hold(&pairs, &other));
    other.field.outlined = !other.field.outlined; // other pages
    ck_assert(!dgs_check_pairs_hold(&pairs, &other));
}
END_TEST

START_TEST(colours_of_no_role_are_in_pairs)
{
    dgs_run run = run_of("Water", dark);
    dgs_box boxes[] = {text_of(&run)};
    dgs_pairs pairs = pairs_of(boxes, 1);
    ck_assert(dgs_check_pairs_hold(&pairs, &palette));
    run.color = grey;
    pairs = pairs_of(boxes, 1);
    ck_assert(!dgs_check_pairs_hold(&pairs, &palette));
}
END_TEST

START_TEST(no_palette_makes_text_on_a_picture_good)
{
    const dgs_run run = run_of("Water", black);
    const dgs_box boxes[] = {shape(DGS_BOX_PICTURE, white), text_of(&run)};
    dgs_pairs pairs = pairs_of(boxes, 2);
    ck_assert(!dgs_check_pairs_hold(&pairs, &palette));
}
END_TEST

// One handout's pairs stand for those of all practices with a palette alike, and see through a bad one.
START_TEST(pairs_of_a_handout_hold_for_others)
{
    enum { OTHERS = 200 };
    srand(2);
    for (int ink = DGS_INK_COLOR; ink <= DGS_INK_SAVER; ink++) {
        made m;
        dgs_pages pages;
        dgs_pairs pairs;
        load(&m, "#005f73", NULL, (dgs_ink)ink, ALL_PARTS);
        const dgs_palette *p = &m.profile.palette;
        const dgs_print_options options = {.paper = DGS_PAPER_LETTER, .ink = (dgs_ink)ink};
        ck_assert_msg(dgs_layout_make(&(dgs_layout_input){&m.doc, p, &options, m.text}, arena, &pages, &err), "%s",
                      err.message);
        ck_assert(dgs_check_pairs_of(&pages, p, arena, &pairs, &err));
        ck_assert_uint_le(pairs.n, 40);
        for (int i = 0; i < OTHERS; i++) {
            dgs_color brand = {(uint8_t)rand(), (uint8_t)rand(), (uint8_t)rand()};
            dgs_palette other = dgs_palette_of(brand, NULL, (dgs_ink)ink);
            ck_assert_int_eq(dgs_check_pairs_hold(&pairs, &other), dgs_palette_alike(p, &other));
            other.quiet = (dgs_color){0x90, 0x90, 0x90, DGS_ROLE_QUIET};
            ck_assert(!dgs_check_pairs_hold(&pairs, &other));
        }
        dgs_text_free(m.text);
    }
}
END_TEST

static Suite *check_contrast_suite(void)
{
    Suite *suite = suite_create("check contrast");
    TCase *c = tcase_create("contrast");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_set_timeout(c, 120); // the sanitizers are slow
    tcase_add_test(c, text_on_paper);
    tcase_add_test(c, text_on_a_fill);
    tcase_add_test(c, bullets_are_marks);
    tcase_add_test(c, what_is_painted_later_does_not_count);
    tcase_add_test(c, text_over_the_edge_of_its_ground);
    tcase_add_test(c, text_on_a_dot);
    tcase_add_test(c, text_on_a_picture);
    tcase_add_test(c, graphics);
    tcase_add_test(c, drawings);
    tcase_add_test(c, a_pair_of_colours_is_told_once);
    tcase_add_test(c, every_colour_can_be_read);
    tcase_add_test(c, a_bad_palette_is_found);
    tcase_add_test(c, pairs_are_of_roles);
    tcase_add_test(c, colours_of_no_role_are_in_pairs);
    tcase_add_test(c, no_palette_makes_text_on_a_picture_good);
    tcase_add_test(c, pairs_of_a_handout_hold_for_others);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(check_contrast_suite());
}
