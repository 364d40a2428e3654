// The handout laid out to save ink: light letters but for the signs of an emergency, thinner lines, and all promises of
// every page.
#include "laid_out.h"
#include "layout/care.h"
#include "unit.h"

enum { PAPERS = 5 };

static bool in_emergency(const dgs_node *node)
{
    for (; node != NULL; node = node->parent)
        if (node->kind == DGS_NODE_BOX && (node->box == DGS_BOX_EMERGENCY || node->box == DGS_BOX_EMERGENCY_SHORT))
            return true;
    return false;
}

typedef struct count {
    size_t of[DGS_FACES];
} count;

// Characters by the face that they are set in.
static count count_faces(const made *m, bool emergency)
{
    count c = {{0}};
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            for (size_t k = 0; b->kind == DGS_BOX_TEXT && in_emergency(b->node) == emergency && k < b->nruns; k++)
                c.of[b->runs[k].face] += b->runs[k].text.n;
        }
    return c;
}

// Headings, and what is set like them: a practice's name, the heads of tables, bullets.
static size_t letters_of_headings(const made *m)
{
    size_t letters = 0;
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            bool like = b->kind == DGS_BOX_TEXT && !in_emergency(b->node) &&
                        (b->node == NULL || b->node->kind == DGS_NODE_HEADING || b->node->kind == DGS_NODE_NAME ||
                         b->node->kind == DGS_NODE_CELL || b->node->kind == DGS_NODE_ITEM ||
                         dgs_care_is(b->node->parent->box)); // what needs a doctor today
            for (size_t k = 0; like && k < b->nruns; k++)
                letters += b->runs[k].face == DGS_FACE_REGULAR ? b->runs[k].text.n : 0;
        }
    return letters;
}

// The widths of all lines and frames of the pages' own together.
static double lines_of(const made *m)
{
    double sum = 0;
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            bool line = b->kind == DGS_BOX_FRAME || b->kind == DGS_BOX_RULE;
            ck_assert(!line || b->line >= 0.5);
            sum += line ? b->line : 0;
        }
    return sum;
}

START_TEST(ink_is_saved_by_light_letters)
{
    made m;
    make(&m, NULL, _i % PRACTICES, (dgs_print_options){.ink = DGS_INK_SAVER, .large_print = _i >= PRACTICES},
         ALL_PARTS);
    count c = count_faces(&m, false), urgent = count_faces(&m, true);
    ck_assert_uint_gt(c.of[DGS_FACE_LIGHT], 2000);
    ck_assert_uint_gt(c.of[DGS_FACE_SEMIBOLD], 100);
    ck_assert_uint_lt(c.of[DGS_FACE_SEMIBOLD], c.of[DGS_FACE_LIGHT] / 2);
    ck_assert_uint_eq(c.of[DGS_FACE_REGULAR], letters_of_headings(&m));
    ck_assert_uint_eq(c.of[DGS_FACE_BOLD], 0);
    ck_assert_uint_eq(urgent.of[DGS_FACE_LIGHT], 0);
    ck_assert_uint_gt(urgent.of[DGS_FACE_REGULAR], 100);
    unmake(&m);
}
END_TEST

START_TEST(the_usual_handout_has_no_light_letters)
{
    made m;
    make(&m, NULL, 1, (dgs_print_options){.ink = _i == 0 ? DGS_INK_COLOR : DGS_INK_GRAY}, ALL_PARTS);
    count c = count_faces(&m, false);
    ck_assert_uint_eq(c.of[DGS_FACE_LIGHT], 0);
    ck_assert_uint_gt(c.of[DGS_FACE_REGULAR], 2000);
    ck_assert_uint_gt(c.of[DGS_FACE_BOLD], 100);
    ck_assert_uint_eq(dgs_text_glyphs(m.text, DGS_FACE_LIGHT), 0); // not even opened
    unmake(&m);
}
END_TEST

START_TEST(lines_are_thinner)
{
    made usual, saver;
    make(&usual, NULL, 1, (dgs_print_options){.ink = DGS_INK_GRAY}, DGS_PART_WORKSHEET);
    make(&saver, NULL, 1, (dgs_print_options){.ink = DGS_INK_SAVER}, DGS_PART_WORKSHEET);
    ck_assert_double_lt(lines_of(&saver), 0.75 * lines_of(&usual));
    unmake(&usual);
    unmake(&saver);
}
END_TEST

START_TEST(every_promise_holds)
{
    made m;
    make(&m, NULL, 1,
         (dgs_print_options){.paper = (dgs_paper)(_i / 2), .ink = DGS_INK_SAVER, .large_print = _i % 2 == 1},
         ALL_PARTS);
    check_all(&m);
    ck_assert_uint_eq(m.pages.npages % 2, 0);
    unmake(&m);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("layout ink");
    TCase *c = tcase_create("ink");
    tcase_set_timeout(c, 60);
    tcase_add_loop_test(c, ink_is_saved_by_light_letters, 0, 2 * PRACTICES);
    tcase_add_loop_test(c, the_usual_handout_has_no_light_letters, 0, 2);
    tcase_add_test(c, lines_are_thinner);
    tcase_add_loop_test(c, every_promise_holds, 0, 2 * PAPERS);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
