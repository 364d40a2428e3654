// Unit tests of src/print: the test page on every paper and in every ink, and the pen that sets it.
#include <math.h>
#include <string.h>

#include "layout/qr_art.h"
#include "print/pen.h"
#include "print/testpage.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_text *text;
static dgs_err err;
static dgs_handout page;
static const dgs_printer office = {
    .name = "Office",
    .papers = {[DGS_PAPER_LETTER] = {true, true, {12, 12, 12, 12}}, [DGS_PAPER_A5] = {true, true, {12, 12, 12, 12}}}};

static void set_up(void)
{
    err = (dgs_err){0};
    arena = dgs_arena_new(64u << 20);
    text = dgs_text_new(NULL, &err);
    ck_assert_msg(text != NULL, "%s", err.message);
}

static void tear_down(void)
{
    dgs_text_free(text);
    dgs_arena_free(arena);
}

static void compose(dgs_paper paper, dgs_ink ink, bool practice)
{
    dgs_settings settings = {.of = {[DGS_SETTING_NAME] = {.text = practice ? "Willow Creek Massage" : NULL},
                                    [DGS_SETTING_BOOKING_URL] = {.text = practice ? "willow.example/book" : NULL},
                                    [DGS_SETTING_COLOR] = {.text = practice ? "#ffd200" : NULL},
                                    [DGS_SETTING_ACCENT] = {.text = practice ? "#7a2048" : NULL},
                                    [DGS_SETTING_PAPER] = {.text = dgs_papers[paper].word}}};
    const dgs_order order = {.settings = &settings, .options = {.ink = ink}};
    ck_assert_msg(dgs_testpage_compose(&order, &office, text, arena, &page, &err), "%s", err.message);
    ck_assert_int_eq(page.profile.paper, paper);
}

static const dgs_box *boxes(size_t *n)
{
    ck_assert_uint_eq(page.pages.npages, 1);
    *n = page.pages.pages[0].nboxes;
    return page.pages.pages[0].boxes;
}

static bool overlap(dgs_rect a, dgs_rect b)
{
    return a.x + a.w > b.x + 0.3 && b.x + b.w > a.x + 0.3 && a.y + a.h > b.y + 0.3 && b.y + b.h > a.y + 0.3;
}

static bool near_edge(const dgs_box *b) // of the stairs or their numbers
{
    const double deep = DGS_MM(17);
    return b->rect.x < deep || b->rect.y < deep || b->rect.x + b->rect.w > page.pages.width - deep ||
           b->rect.y + b->rect.h > page.pages.height - deep;
}

static void nothing_collides(void)
{
    size_t n;
    const dgs_box *all = boxes(&n);
    for (size_t i = 0; i < n; i++) {
        const dgs_box *a = &all[i];
        ck_assert_msg(a->rect.x >= 0 && a->rect.y >= 0 && a->rect.x + a->rect.w <= page.pages.width &&
                          a->rect.y + a->rect.h <= page.pages.height,
                      "box %zu at %.1f,%.1f is off the page", i, a->rect.x, a->rect.y);
        if (a->kind != DGS_BOX_TEXT && a->kind != DGS_BOX_ART)
            continue;
        for (size_t k = 0; k < n; k++) {
            const dgs_box *b = &all[k];
            dgs_rect r = b->rect;
            if (b->kind == DGS_BOX_RULE) // has a width of its own
                r = (dgs_rect){r.x - 0.4, r.y - 0.4, r.w + 0.8, r.h + 0.8};
            bool solid = b->kind == DGS_BOX_TEXT || b->kind == DGS_BOX_ART || b->kind == DGS_BOX_RULE;
            if (k == i || !solid || (b->kind == DGS_BOX_RULE && near_edge(a)))
                continue;
            ck_assert_msg(!overlap(a->rect, r), "%.*s lies on box %zu at %.1f,%.1f",
                          a->kind == DGS_BOX_TEXT ? (int)a->runs[0].text.n : 0,
                          a->kind == DGS_BOX_TEXT ? a->runs[0].text.p : "", k, r.x, r.y);
        }
    }
}

START_TEST(every_paper_and_ink)
{
    for (int paper = 0; paper < DGS_PAPERS; paper++)
        for (int ink = DGS_INK_COLOR; ink <= DGS_INK_SAVER; ink++)
            for (int practice = 0; practice < 2; practice++) {
                compose((dgs_paper)paper, (dgs_ink)ink, practice == 1);
                double width, height;
                dgs_paper_size((dgs_paper)paper, &width, &height);
                ck_assert_double_eq_tol(page.pages.width, width, 1e-9);
                ck_assert_double_eq_tol(page.pages.height, height, 1e-9);
                nothing_collides();
            }
}
END_TEST

// The ticks of the ruler: 101 of them, a millimetre apart.
START_TEST(the_ruler_is_true)
{
    size_t n, ticks = 0;
    double first = 0, last = 0;
    compose(DGS_PAPER_LETTER, DGS_INK_COLOR, true);
    const dgs_box *all = boxes(&n);
    for (size_t i = 0; i < n; i++) {
        if (all[i].node == NULL || all[i].node->kind != DGS_NODE_FIGURE || all[i].kind != DGS_BOX_RULE ||
            all[i].rect.h <= 0)
            continue;
        if (ticks > 0)
            ck_assert_double_eq_tol(all[i].rect.x - last, 72 / 25.4, 1e-9);
        else
            first = all[i].rect.x;
        last = all[i].rect.x;
        ticks++;
    }
    ck_assert_uint_eq(ticks, 101);
    ck_assert_double_eq_tol(last - first, 7200 / 25.4, 1e-9);
}
END_TEST

// Stairs on all four sides, from one millimetre to twelve.
START_TEST(the_stairs_are_true)
{
    size_t n;
    compose(DGS_PAPER_A5, DGS_INK_COLOR, false);
    const dgs_box *all = boxes(&n);
    for (int mm = 1; mm <= 12; mm++) {
        int found = 0;
        for (size_t i = 0; i < n; i++) {
            dgs_rect r = all[i].rect;
            double deep = mm * 72 / 25.4;
            bool level = r.h == 0 && fabs(r.w - 3 * 72 / 25.4) < 1e-6, upright = r.w == 0 && r.h > 8 && r.h < 9;
            if (all[i].kind != DGS_BOX_RULE || all[i].node != NULL)
                continue;
            found += (level && (fabs(r.y - deep) < 1e-6 || fabs(page.pages.height - r.y - deep) < 1e-6)) ||
                     (upright && (fabs(r.x - deep) < 1e-6 || fabs(page.pages.width - r.x - deep) < 1e-6));
        }
        ck_assert_int_eq(found, 4);
    }
}
END_TEST

// A practice sees each of its colours once: the titles of a yellow one are those of the text.
START_TEST(colours_once)
{
    for (int practice = 0; practice < 2; practice++) {
        size_t n, fills = 0;
        compose(DGS_PAPER_LETTER, DGS_INK_COLOR, practice == 1);
        const dgs_box *all = boxes(&n);
        for (size_t i = 0; i < n; i++)
            fills += all[i].kind == DGS_BOX_FILL && all[i].radius > 0;
        ck_assert_uint_eq(fills, 6);
    }
}
END_TEST

// As small as a handout has them: the text that is laid out says so itself.
START_TEST(as_small_as_a_handout)
{
    size_t n;
    float smallest = 100;
    double module = 0, thinnest = 100;
    compose(DGS_PAPER_LETTER, DGS_INK_COLOR, true);
    const dgs_box *all = boxes(&n);
    for (size_t i = 0; i < n; i++) {
        if (all[i].kind == DGS_BOX_TEXT && all[i].runs[0].size < smallest)
            smallest = all[i].runs[0].size;
        if (all[i].kind == DGS_BOX_RULE && all[i].line < thinnest)
            thinnest = all[i].line;
        if (all[i].kind == DGS_BOX_ART)
            module = all[i].rect.w / (double)all[i].art->w;
    }
    ck_assert_double_eq_tol(module, DGS_QR_MODULE, 1e-4);
    dgs_settings settings = {
        .of = {[DGS_SETTING_NAME] = {.text = "Willow Creek"}, [DGS_SETTING_PHONE] = {.text = "(503) 555-0142"}}};
    const dgs_order order = {.settings = &settings};
    ck_assert_msg(dgs_handout_compose(&order, text, arena, &page, &err), "%s", err.message);
    float least = 100;
    double line = 100;
    for (size_t p = 0; p < page.pages.npages; p++)
        for (size_t i = 0; i < page.pages.pages[p].nboxes; i++) {
            const dgs_box *b = &page.pages.pages[p].boxes[i];
            for (size_t r = 0; b->kind == DGS_BOX_TEXT && r < b->nruns; r++)
                least = fminf(least, b->runs[r].size);
            if (b->kind == DGS_BOX_RULE && !b->decoration)
                line = fmin(line, b->line);
        }
    ck_assert_float_eq_tol(smallest, least, 1e-6f);
    ck_assert_double_le(thinnest, line); // lines of lined paper, which this handout has none of, are thinner
}
END_TEST

START_TEST(words_are_broken_and_kept)
{
    dgs_pen pen = {.arena = arena, .text = text, .err = &err};
    const dgs_hand hand = {DGS_FACE_REGULAR, 12, 16, {0, 0, 0}};
    const char *words = "one two three incomprehensibilities four";
    dgs_node *root = dgs_pen_node(&pen, NULL, DGS_NODE_DOC, NULL),
             *para = dgs_pen_node(&pen, root, DGS_NODE_PARA, words);
    double height = dgs_pen_words(&pen, para, &hand, words, 20, 30, 60);
    ck_assert(!pen.failed);
    ck_assert_double_eq_tol(height, 16 * (double)pen.nboxes, 1e-9);
    ck_assert_uint_eq(pen.nboxes, 4); // a word that is too long has a line of its own
    dgs_buf all = {.arena = arena};
    for (size_t i = 0; i < pen.nboxes; i++) {
        dgs_buf_add(&all, pen.boxes[i].runs[0].text.p, pen.boxes[i].runs[0].text.n);
        ck_assert_double_eq_tol(pen.boxes[i].rect.x, 20, 1e-9);
    }
    ck_assert_str_eq(all.p, words);
}
END_TEST

START_TEST(a_pen_without_memory)
{
    dgs_arena *small = dgs_arena_new(4096);
    dgs_pen pen = {.arena = small, .text = text, .err = &err};
    const dgs_hand hand = {DGS_FACE_REGULAR, 12, 16, {0, 0, 0}};
    dgs_node *root = dgs_pen_node(&pen, NULL, DGS_NODE_DOC, NULL);
    for (int i = 0; i < 1000 && !pen.failed; i++)
        (void)dgs_pen_words(&pen, root, &hand, "words", 0, 0, 100);
    ck_assert(pen.failed);
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    ck_assert_ptr_null(dgs_pen_node(&pen, root, DGS_NODE_PARA, "more"));
    ck_assert(dgs_pen_qr(&pen, root, "more", 1, 0, 0) == 0);
    dgs_arena_free(small);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("print testpage");
    TCase *tc = tcase_create("testpage");
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_test(tc, every_paper_and_ink);
    tcase_add_test(tc, the_ruler_is_true);
    tcase_add_test(tc, the_stairs_are_true);
    tcase_add_test(tc, colours_once);
    tcase_add_test(tc, as_small_as_a_handout);
    tcase_add_test(tc, words_are_broken_and_kept);
    tcase_add_test(tc, a_pen_without_memory);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
