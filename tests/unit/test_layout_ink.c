// The handout laid out to save ink: outlines instead of areas, thinner lines, letters of the usual weight, and all
// promises of every page.
#include "laid_out.h"
#include "layout/care.h"
#include "unit.h"

enum { PAPERS = 5 };

typedef struct count {
    size_t of[DGS_FACES];
} count;

// Characters by the face that they are set in.
static count count_faces(const made *m)
{
    count c = {{0}};
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            for (size_t k = 0; b->kind == DGS_BOX_TEXT && k < b->nruns; k++)
                c.of[b->runs[k].face] += b->runs[k].text.n;
        }
    return c;
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

// The sum of all filled areas, square points.
static double fills_of(const made *m)
{
    double sum = 0;
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            bool white = b->color.r == 255 && b->color.g == 255 && b->color.b == 255;
            sum += b->kind == DGS_BOX_FILL && !white ? b->rect.w * b->rect.h : 0;
        }
    return sum;
}

START_TEST(letters_keep_their_weight)
{
    made usual, saver;
    dgs_print_options options = {.large_print = _i >= PRACTICES};
    make(&usual, NULL, _i % PRACTICES, options, ALL_PARTS);
    options.ink = DGS_INK_SAVER;
    make(&saver, NULL, _i % PRACTICES, options, ALL_PARTS);
    count all = count_faces(&usual), saved = count_faces(&saver);
    ck_assert_uint_gt(saved.of[DGS_FACE_REGULAR], 2000);
    if (!options.large_print) // whose pages may end elsewhere, and repeat other headings
        ck_assert_uint_eq(saved.of[DGS_FACE_REGULAR], all.of[DGS_FACE_REGULAR] + all.of[DGS_FACE_DISPLAY]);
    ck_assert_uint_eq(saved.of[DGS_FACE_DISPLAY], 0);
    ck_assert_uint_eq(saved.of[DGS_FACE_SEMIBOLD], all.of[DGS_FACE_SEMIBOLD] + all.of[DGS_FACE_BOLD]);
    ck_assert_uint_eq(saved.of[DGS_FACE_BOLD], 0);
    unmake(&usual);
    unmake(&saver);
}
END_TEST

START_TEST(no_area_is_filled)
{
    made usual, saver;
    make(&usual, NULL, 1, (dgs_print_options){.ink = DGS_INK_COLOR}, ALL_PARTS);
    make(&saver, NULL, 1, (dgs_print_options){.ink = DGS_INK_SAVER}, ALL_PARTS);
    ck_assert_double_gt(fills_of(&usual), 10000);
    ck_assert_double_eq(fills_of(&saver), 0);
    unmake(&usual);
    unmake(&saver);
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
    tcase_add_loop_test(c, letters_keep_their_weight, 0, 2 * PRACTICES);
    tcase_add_test(c, no_area_is_filled);
    tcase_add_test(c, lines_are_thinner);
    tcase_add_loop_test(c, every_promise_holds, 0, 2 * PAPERS);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
