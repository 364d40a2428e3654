// The page with what is said of a client, and with all that a practice can say of itself: how many pages it takes, and
// that everything has its place.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/content.h"
#include "default_parts.h"
#include "host/folder.h"
#include "layout/layout.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_text *text;
static dgs_err err;
static dgs_profile profile;
static dgs_doc doc;
static dgs_pages pages;

static const dgs_settings ALL_FIELDS = {
    .of = {[DGS_SETTING_NAME].text = "Willow Creek Massage",
           [DGS_SETTING_TAGLINE].text = "Hands-on care for people who sit, lift and run",
           [DGS_SETTING_THERAPIST].text = "Ana Perez, LMT",
           [DGS_SETTING_LICENSE].text = "12345",
           [DGS_SETTING_PHONE].text = "(555) 010-4477",
           [DGS_SETTING_EMAIL].text = "hello@willowcreek.example",
           [DGS_SETTING_WEBSITE].text = "https://willowcreek.example/",
           [DGS_SETTING_BOOKING_URL].text = "https://willowcreek.example/book",
           [DGS_SETTING_ADDRESS].text = "12 Mill Lane\nSpringfield",
           [DGS_SETTING_HOURS].text = "Mon–Fri 9–5\nSat 10–2",
           [DGS_SETTING_FOOTER_NOTE].text = "Member of the massage therapists’ guild. Gift cards at the desk."}};
static const char LONG_NAME[] = "The Northern Valley Cooperative of Independent Massage, Bodywork and Rehabilitation "
                                "Therapists of Upper Springfield LLC";
static const dgs_client SHORT = {.name = "Maria Lopez",
                                 .date = "24 November 2026",
                                 .next_visit = "Tue 8 December, 3 pm",
                                 .focus = 1u << 1 | 1u << 4};

static void open_all(void)
{
    err = (dgs_err){0};
    arena = dgs_arena_new(256u << 20);
    text = dgs_text_new(NULL, &err);
    ck_assert(arena != NULL && text != NULL);
}

static void close_all(void)
{
    dgs_text_free(text);
    dgs_arena_free(arena);
}

static int page_of(const void *ctx, const dgs_node *node)
{
    return ((const dgs_pages *)ctx)->node_page[node->index];
}

static void make(const dgs_settings *settings, const dgs_client *client, const dgs_print_options *options,
                 unsigned parts)
{
    const dgs_content_source source = {.files = &dgs_files_given, .parts = parts, .client = client};
    ck_assert_msg(dgs_profile_make(settings, options->ink, arena, &profile, &err), "%s", err.message);
    ck_assert_msg(dgs_content_load(&source, &profile, arena, &doc, &err), "%s", err.message);
    const dgs_layout_input in = {&doc, &profile.palette, options, text};
    for (int round = 0; round < 6; round++) {
        ck_assert_msg(dgs_layout_make(&in, arena, &pages, &err), "%s", err.message);
        bool again = dgs_content_set_pages(&doc, page_of, &pages);
        if (dgs_layout_emergency_first(&pages, &doc)) {
            if (again)
                continue;
            return;
        }
        dgs_content_emergency_first(&doc);
    }
}

static bool overlap(dgs_rect a, dgs_rect b)
{
    const double touch = 0.3;
    return a.x + a.w > b.x + touch && b.x + b.w > a.x + touch && a.y + a.h > b.y + touch && b.y + b.h > a.y + touch;
}

// Words lie on no other words, inside the page, and in reading order.
static void sound(void)
{
    size_t last = 0;
    for (size_t p = 0; p < pages.npages; p++)
        for (size_t i = 0; i < pages.pages[p].nboxes; i++) {
            const dgs_box *a = &pages.pages[p].boxes[i];
            ck_assert(a->rect.x >= DGS_EDGE && a->rect.x + a->rect.w <= pages.width - DGS_EDGE);
            ck_assert(a->rect.y >= DGS_EDGE && a->rect.y + a->rect.h <= pages.height - DGS_FOOT_EDGE + 0.01);
            for (size_t k = i + 1; a->kind == DGS_BOX_TEXT && k < pages.pages[p].nboxes; k++)
                ck_assert(pages.pages[p].boxes[k].kind != DGS_BOX_TEXT ||
                          !overlap(a->rect, pages.pages[p].boxes[k].rect));
            if (a->node == NULL || a->node->kind == DGS_NODE_FIELD ||             // which is read with what holds it
                a->node->kind == DGS_NODE_STEP || a->node->kind == DGS_NODE_PART) // the words under its picture
                continue;
            ck_assert_uint_ge(a->node->index, last);
            last = a->node->index;
        }
    ck_assert(dgs_layout_emergency_first(&pages, &doc));
    for (const dgs_node *n = doc.root; n != NULL; n = dgs_node_walk(doc.root, n))
        ck_assert(n->nspans == 0 || pages.node_page[n->index] >= 0);
}

static int page_with(dgs_node_kind kind)
{
    for (const dgs_node *n = doc.root; n != NULL; n = dgs_node_walk(doc.root, n))
        if (n->kind == kind)
            return pages.node_page[n->index];
    return -1;
}

// A short greeting has a box as high as its words (0.6 inch for two lines), and leaves the head its picture.
START_TEST(a_short_welcome_has_a_low_box_above_the_picture)
{
    const dgs_print_options options = {.paper = DGS_PAPER_LETTER};
    dgs_settings settings = {
        .of = {[DGS_SETTING_NAME].text = "Willow Creek", [DGS_SETTING_WELCOME].text = "Small steps count."}};
    make(&settings, NULL, &options, ALL_PARTS);
    size_t white = 0, art = 0;
    for (size_t i = 0; i < pages.pages[0].nboxes; i++) {
        const dgs_box *box = &pages.pages[0].boxes[i];
        if (box->kind == DGS_BOX_FILL && box->decoration && box->color.r == 255 && box->rect.w > 150 &&
            box->rect.y < DGS_INCH(3)) {
            white++;
            ck_assert_double_le(box->rect.h, DGS_INCH(0.8));
        }
        art += box->kind == DGS_BOX_ART && box->rect.y < DGS_INCH(3) ? 1 : 0;
    }
    ck_assert_uint_eq(white, 1);
    ck_assert_uint_ge(art, 1);
}
END_TEST

// The worksheet, with its table, stays on the fourth page.
static const dgs_paper PAPERS[] = {DGS_PAPER_LETTER, DGS_PAPER_A4};

START_TEST(all_that_a_practice_can_say_takes_no_page_more_before_the_worksheet)
{
    const dgs_print_options options = {.paper = PAPERS[_i]};
    dgs_settings settings = ALL_FIELDS;
    make(&settings, NULL, &options, ALL_PARTS);
    sound();
    ck_assert_int_eq(page_with(DGS_NODE_DAYS), 3);
    settings.of[DGS_SETTING_NAME].text = LONG_NAME;
    make(&settings, NULL, &options, ALL_PARTS);
    sound();
    ck_assert_int_le(page_with(DGS_NODE_DAYS), 4); // three lines of a name at the head of each page may take one page
    char logo[] = "/tmp/dgs-logo-XXXXXX";
    int fd = mkstemp(logo);
    ck_assert(fd >= 0);
    ck_assert_int_gt(dprintf(fd, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 1\"><path "
                                 "d=\"M0 0h3v1H0z\"/></svg>"),
                     0);
    ck_assert_int_eq(close(fd), 0);
    settings.of[DGS_SETTING_LOGO].text = logo;
    make(&settings, NULL, &options, ALL_PARTS);
    ck_assert_int_eq(unlink(logo), 0);
    sound();
    ck_assert_int_le(page_with(DGS_NODE_DAYS), 4);
}
END_TEST

START_TEST(a_name_a_visit_and_marks_take_no_page_more_before_the_worksheet)
{
    const dgs_print_options options = {.paper = PAPERS[_i]};
    make(&ALL_FIELDS, &SHORT, &options, ALL_PARTS);
    sound();
    ck_assert_int_eq(page_with(DGS_NODE_DAYS), 3);
    ck_assert_int_eq(page_with(DGS_NODE_CLIENT), 0);
}
END_TEST

// The mark stands on its heading's line.
START_TEST(the_mark_stands_beside_its_heading)
{
    const dgs_print_options options = {.paper = PAPERS[_i]};
    size_t marks = 0;
    make(&ALL_FIELDS, &SHORT, &options, ALL_PARTS);
    for (const dgs_node *n = doc.root; n != NULL; n = dgs_node_walk(doc.root, n)) {
        if (n->kind != DGS_NODE_BADGE)
            continue;
        marks++;
        double heading = pages.node_top[n->parent->first->index], mark = pages.node_top[n->index];
        ck_assert_msg(mark - heading < 12, "the heading is at %.1f, the mark at %.1f", heading, mark);
    }
    ck_assert_uint_eq(marks, 2);
}
END_TEST

static char name[DGS_CLIENT_NAME_MAX + 1], note[DGS_CLIENT_NOTE_MAX + 1];

static const char *fill(char *out, size_t n, const char *words)
{
    for (size_t i = 0; i < n; i++)
        out[i] = words[i % strlen(words)];
    out[n - 1] = out[n - 1] == ' ' ? 'x' : out[n - 1];
    out[n] = '\0';
    return out;
}

// The longest texts that are taken, on every paper, in each size.
START_TEST(the_longest_texts_flow_on)
{
    const dgs_print_options options = {
        .paper = (dgs_paper)(_i % 5), .large_print = _i / 5 % 2 == 1, .ink = (dgs_ink)(_i % 3)};
    unsigned parts = _i < 10 ? ALL_PARTS : _i < 20 ? DGS_PART_ARTICLE : DGS_PART_WORKSHEET;
    fill(name, DGS_CLIENT_NAME_MAX, "Long name ");
    fill(note, DGS_CLIENT_NOTE_MAX, "A note of the most letters ");
    const dgs_client longest = {.name = name,
                                .date = "The twenty-fourth of November, MMXXVI",
                                .next_visit = name,
                                .therapist = name,
                                .notes = {note, note, note},
                                .nnotes = 3,
                                .focus = (parts & DGS_PART_GUIDE) != 0 ? 0x3e : 0};
    make(&ALL_FIELDS, &longest, &options, parts);
    sound();
    bool small = options.paper == DGS_PAPER_A5 || options.paper == DGS_PAPER_HALF_LETTER;
    ck_assert_int_le(page_with(DGS_NODE_CLIENT), options.large_print ? small ? 6 : 2 : 1); // after the signs
}
END_TEST

static Suite *client_suite(void)
{
    Suite *suite = suite_create("layout client");
    TCase *c = tcase_create("client");
    tcase_add_checked_fixture(c, open_all, close_all);
    tcase_set_timeout(c, 120);
    tcase_add_loop_test(c, all_that_a_practice_can_say_takes_no_page_more_before_the_worksheet, 0, 2);
    tcase_add_loop_test(c, a_name_a_visit_and_marks_take_no_page_more_before_the_worksheet, 0, 2);
    tcase_add_loop_test(c, the_mark_stands_beside_its_heading, 0, 2);
    tcase_add_loop_test(c, the_longest_texts_flow_on, 0, 30);
    tcase_add_test(c, a_short_welcome_has_a_low_box_above_the_picture);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(client_suite());
}
