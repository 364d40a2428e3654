// The handout on every paper, in the usual print and in large print, and as a booklet: the promises of every page, and
// those that only these have.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "laid_out.h"
#include "unit.h"

enum { PAPERS = 5, NAMED = 3, TRACKER_TICKS = 4 * 15 };

static const dgs_box *box_with(const dgs_page *page, const char *text)
{
    for (size_t i = 0; i < page->nboxes; i++)
        if (page->boxes[i].kind == DGS_BOX_TEXT && strncmp(words(&page->boxes[i]), text, strlen(text)) == 0)
            return &page->boxes[i];
    return NULL;
}

// The boxes to tick of the tracker are easy to hit, and each page that holds some of them has the table's head above.
static void tracker_can_be_used(const made *m)
{
    const double least = 14;
    size_t ticks = 0;
    for (size_t p = 0; p < m->pages.npages; p++) {
        const dgs_page *page = &m->pages.pages[p];
        const dgs_box *head = box_with(page, "Water"), *before = NULL;
        for (size_t i = 0; i < page->nboxes; i++) {
            const dgs_box *b = &page->boxes[i];
            double side = m->options.large_print ? 1.4 * DGS_MM(6) : DGS_MM(6);
            if (b->kind != DGS_BOX_FRAME || fabs(b->rect.w - b->rect.h) > 0.01 || b->rect.w < side - 0.01)
                continue;
            ck_assert_double_ge(b->rect.w, least);
            ck_assert_msg(head != NULL && head->rect.y < b->rect.y, "page %zu: the table has no head", p + 1);
            ck_assert(before == NULL || !overlap(before->rect, b->rect));
            before = b;
            ticks++;
        }
    }
    ck_assert_uint_eq(ticks, TRACKER_TICKS);
}

// The signs of an emergency come before the steps where not all of these stand on the first page.
static void emergency_comes_first(const made *m)
{
    const dgs_node *box = NULL, *first = NULL, *last = NULL;
    for (const dgs_node *n = m->doc.root; n != NULL; n = dgs_node_walk(m->doc.root, n)) {
        if (n->kind == DGS_NODE_STEP) {
            first = first == NULL ? n : first;
            last = n;
        }
        if (n->kind == DGS_NODE_BOX && n->box == DGS_BOX_EMERGENCY)
            box = n;
    }
    ck_assert(box != NULL && last != NULL);
    ck_assert_int_eq(m->pages.node_page[box->index], 0);
    if (m->pages.node_page[last->last->index] > 0)
        ck_assert_uint_lt(box->index, first->index);
}

// No page but the last of a part is left half empty. Where a part ends is not known here, so: most pages are full.
static void pages_are_filled(const made *m)
{
    size_t empty = 0;
    for (size_t p = 0; p < m->pages.npages; p++) {
        double low = 0;
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            bool counts = b->furniture == DGS_FURNITURE_LAYOUT && !(b->node != NULL && is_small_print(b->node));
            low = counts ? fmax(low, b->rect.y + b->rect.h) : low;
        }
        empty += low < m->pages.height / 2;
    }
    ck_assert_msg(empty <= 2 + m->pages.npages / 8, "%zu of %zu pages are half empty", empty, m->pages.npages);
}

START_TEST(every_paper_and_print)
{
    made m;
    dgs_print_options options = {.paper = (dgs_paper)(_i / NAMED % PAPERS), .large_print = _i / NAMED / PAPERS == 1};
    make(&m, NULL, _i % NAMED, options, ALL_PARTS);
    check_all(&m);
    tracker_can_be_used(&m);
    emergency_comes_first(&m);
    pages_are_filled(&m);
    ck_assert_uint_eq(m.pages.npages % 2, 0);
    unmake(&m);
}
END_TEST

START_TEST(every_choice_of_parts_on_small_paper_and_in_large_print)
{
    static const dgs_print_options looks[] = {{.paper = DGS_PAPER_HALF_LETTER},
                                              {.paper = DGS_PAPER_LETTER, .large_print = true},
                                              {.paper = DGS_PAPER_A5, .large_print = true}};
    made m;
    make(&m, NULL, 1, looks[_i / ALL_PARTS], (unsigned)(_i % ALL_PARTS) + 1);
    check_all(&m);
    ck_assert_uint_eq(m.pages.npages % 2, 0);
    unmake(&m);
}
END_TEST

// The least distance between the baselines of two paragraphs, one right below the other on a page.
static double least_step(const made *m)
{
    double least = INFINITY;
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 1; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *a = &m->pages.pages[p].boxes[i - 1], *b = a + 1;
            bool paras = a->kind == DGS_BOX_TEXT && b->kind == DGS_BOX_TEXT && a->node != NULL && b->node != NULL &&
                         a->node->kind == DGS_NODE_PARA && a->node->next == b->node && b->node->kind == DGS_NODE_PARA &&
                         a->node->parent->kind == DGS_NODE_SECTION;
            least = paras && b->baseline > a->baseline ? fmin(least, b->baseline - a->baseline) : least;
        }
    return least;
}

// Large print's lines are 24 pt high; the 7.5 pt between paragraphs grow to 10.5 where that takes no sheet of paper
// more.
START_TEST(the_spaces_of_large_print_grow_with_its_type)
{
    enum { FULL, LESS, KINDS };
    size_t n[KINDS] = {0};
    for (int i = 0; i < PAPERS * NAMED; i++) {
        made m;
        make(&m, NULL, i % NAMED, (dgs_print_options){.paper = (dgs_paper)(i / NAMED), .large_print = true},
             DGS_PART_ARTICLE | DGS_PART_CARE);
        double step = least_step(&m);
        ck_assert_double_ge(step, 24 + 7.5 - 0.01);
        n[step > 24 + 7.5 * 1.4 - 0.01 ? FULL : LESS]++;
        unmake(&m);
    }
    ck_assert_uint_gt(n[FULL], n[LESS]);
    ck_assert_uint_gt(n[LESS], 0);
}
END_TEST

static long number_after(const char *text)
{
    return strtol(text + strlen("Page "), NULL, 10);
}

// The numbers of the two pages on one side of a sheet, from left to right; each keeps to its half.
static void read_side(const dgs_pages *sheets, size_t side, long *left, long *right)
{
    *left = *right = 0;
    for (size_t i = 0; i < sheets->pages[side].nboxes; i++) {
        const dgs_box *b = &sheets->pages[side].boxes[i];
        double middle = sheets->width / 2, edge = 18;
        bool on_left = b->rect.x < middle;
        ck_assert(on_left ? b->rect.x + b->rect.w <= middle - edge : b->rect.x >= middle + edge);
        ck_assert(b->rect.x >= edge && b->rect.x + b->rect.w <= sheets->width - edge);
        for (size_t k = 0; k < b->nruns; k++)
            ck_assert((b->runs[k].x < middle) == on_left);
        if (b->kind == DGS_BOX_TEXT && b->node == NULL && strncmp(words(b), "Page ", 5) == 0)
            *(on_left ? left : right) = number_after(words(b));
    }
}

static const dgs_print_options booklets[] = {{.paper = DGS_PAPER_LETTER, .booklet = true},
                                             {.paper = DGS_PAPER_A4, .booklet = true},
                                             {.paper = DGS_PAPER_A4, .booklet = true, .large_print = true}};

START_TEST(a_booklet_can_be_folded)
{
    made m;
    dgs_pages sheets;
    dgs_err err = {0};
    make(&m, NULL, _i % NAMED, booklets[_i / NAMED], ALL_PARTS);
    check_all(&m);
    long n = (long)m.pages.npages;
    ck_assert_int_eq(n % 4, 0);
    ck_assert(dgs_layout_impose(&m.pages, &m.options, m.arena, &sheets, &err));
    ck_assert_double_eq(sheets.width, m.options.paper == DGS_PAPER_LETTER ? 792 : 841.89);
    ck_assert_double_eq(sheets.height, m.options.paper == DGS_PAPER_LETTER ? 612 : 595.276);
    ck_assert_uint_eq(sheets.npages * 2, m.pages.npages);
    for (size_t side = 0; side < sheets.npages; side++) {
        long left, right, s = (long)side;
        read_side(&sheets, side, &left, &right);
        ck_assert_int_eq(left, s % 2 == 0 ? n - s : s + 1);
        ck_assert_int_eq(right, s % 2 == 0 ? s + 1 : n - s);
    }
    for (size_t i = 0; i < m.doc.count; i++) {
        int page = m.pages.node_page[i];
        ck_assert_int_eq(sheets.node_page[i], page < 0 ? -1 : page < n / 2 ? page : (int)n - 1 - page);
    }
    unmake(&m);
}
END_TEST

START_TEST(a_booklet_ends_with_the_booking_call)
{
    made m;
    make(&m, NULL, 1, booklets[0], ALL_PARTS);
    ck_assert_ptr_nonnull(box_with(&m.pages.pages[m.pages.npages - 1], "Book your next massage"));
    unmake(&m);
}
END_TEST

START_TEST(a_booklet_needs_paper_to_fold)
{
    made m;
    dgs_err err = {0};
    load(&m, NULL, 0, (dgs_print_options){.paper = DGS_PAPER_LEGAL, .booklet = true}, ALL_PARTS);
    ck_assert(
        !dgs_layout_make(&(dgs_layout_input){&m.doc, &m.profile.palette, &m.options, m.text}, m.arena, &m.pages, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
    ck_assert_ptr_nonnull(strstr(err.message, "letter or a4"));
    unmake(&m);
}
END_TEST

static char folder[32], path[64];

static FILE *open_article(void)
{
    strcpy(folder, "/tmp/dgs-layout-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/article.md", folder);
    FILE *to = fopen(path, "w");
    ck_assert_ptr_nonnull(to);
    fputs("# Long\n\n## Call a doctor today if\n\n- It hurts\n\n", to);
    return to;
}

static void remove_article(void)
{
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}

START_TEST(a_heading_stays_with_its_box)
{
    made m;
    FILE *to = open_article();
    fputs("## A box\n\n> [!KEY]\n>\n", to);
    for (int i = 0; i <= _i; i++)
        fprintf(to, "> - entry %d\n", i);
    ck_assert_int_eq(fclose(to), 0);
    make(&m, folder, 0, (dgs_print_options){.paper = DGS_PAPER_A5}, DGS_PART_ARTICLE);
    check_all(&m);
    unmake(&m);
    remove_article();
}
END_TEST

START_TEST(a_table_has_its_head_on_every_page)
{
    made m;
    size_t heads = 0, mute = 0;
    FILE *to = open_article();
    fputs("## A table\n\n| Sign | Meaning |\n| --- | --- |\n", to);
    for (int i = 0; i < 90; i++)
        fprintf(to, "| sign %d | what it means |\n", i);
    ck_assert_int_eq(fclose(to), 0);
    make(&m, folder, 0, (dgs_print_options){.paper = (dgs_paper)_i}, DGS_PART_ARTICLE);
    check_all(&m);
    for (size_t p = 0; p < m.pages.npages; p++) {
        const dgs_box *head = box_with(&m.pages.pages[p], "Meaning"), *row = box_with(&m.pages.pages[p], "sign ");
        ck_assert(row == NULL || (head != NULL && head->rect.y < row->rect.y));
        heads += row != NULL;
        mute += row != NULL && head->node == NULL;
    }
    ck_assert_uint_gt(heads, 2);
    ck_assert_uint_eq(mute, heads - 1); // read once
    unmake(&m);
    remove_article();
}
END_TEST

START_TEST(a_table_of_long_words_is_set_smaller)
{
    made m;
    FILE *to = open_article();
    fputs("## A table\n\n| Rehabilitations | Rehabilitations | Rehabilitations |\n| --- | --- | --- |\n| 1 | a | b |\n",
          to);
    ck_assert_int_eq(fclose(to), 0);
    make(&m, folder, 0, (dgs_print_options){.paper = DGS_PAPER_A5, .large_print = true}, DGS_PART_ARTICLE);
    check_all(&m);
    const dgs_box *word = NULL;
    for (size_t p = 0; p < m.pages.npages && word == NULL; p++)
        word = box_with(&m.pages.pages[p], "Rehabilitations"); // in one piece
    ck_assert_ptr_nonnull(word);
    ck_assert_double_eq((double)word->runs[0].size, 16);
    unmake(&m);
    remove_article();
}
END_TEST

START_TEST(a_row_taller_than_a_page_is_refused)
{
    made m;
    dgs_err err = {0};
    FILE *to = open_article();
    fputs("## A table\n\n| Sign | Meaning |\n| --- | --- |\n| one | ", to);
    for (int i = 0; i < 900; i++)
        fputs("many words ", to);
    fputs("|\n", to);
    ck_assert_int_eq(fclose(to), 0);
    load(&m, folder, 0, (dgs_print_options){.paper = DGS_PAPER_A5}, DGS_PART_ARTICLE);
    ck_assert(
        !dgs_layout_make(&(dgs_layout_input){&m.doc, &m.profile.palette, &m.options, m.text}, m.arena, &m.pages, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strstr(err.message, "article.md:11: ") != NULL, "%s", err.message);
    unmake(&m);
    remove_article();
}
END_TEST

static Suite *variants_suite(void)
{
    Suite *s = suite_create("layout variants");
    TCase *pages = tcase_create("pages");
    tcase_set_timeout(pages, 120);
    tcase_add_loop_test(pages, every_paper_and_print, 0, PAPERS * 2 * NAMED);
    tcase_add_test(pages, the_spaces_of_large_print_grow_with_its_type);
    tcase_add_loop_test(pages, every_choice_of_parts_on_small_paper_and_in_large_print, 0, 21);
    suite_add_tcase(s, pages);
    TCase *booklet = tcase_create("booklet");
    tcase_set_timeout(booklet, 120);
    tcase_add_loop_test(booklet, a_booklet_can_be_folded, 0, 3 * NAMED);
    tcase_add_test(booklet, a_booklet_ends_with_the_booking_call);
    tcase_add_test(booklet, a_booklet_needs_paper_to_fold);
    suite_add_tcase(s, booklet);
    TCase *content = tcase_create("content");
    tcase_set_timeout(content, 120);
    tcase_add_loop_test(content, a_heading_stays_with_its_box, 8, 40);
    tcase_add_loop_test(content, a_table_has_its_head_on_every_page, 0, PAPERS);
    tcase_add_test(content, a_table_of_long_words_is_set_smaller);
    tcase_add_test(content, a_row_taller_than_a_page_is_refused);
    suite_add_tcase(s, content);
    return s;
}

int main(void)
{
    return run_suite(variants_suite());
}
