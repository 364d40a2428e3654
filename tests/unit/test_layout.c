// The built-in content on the usual papers, with every choice of parts and several practices, held against the promises
// of the page.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "laid_out.h"
#include "text/break.h"
#include "unit.h"

enum { PAPERS = 2, PARTS = ALL_PARTS };

START_TEST(every_paper_and_choice_of_parts)
{
    // Without the guide the emergency signs take room on the first page, and without the care part so do those for a
    // doctor today, and whom a step could harm. A practice's contacts may ask for a sheet more under the worksheet.
    // More than one page are an even number.
    static const size_t most[] = {0, 2, 2, 4, 2, 2, 4, 4, 2, 4, 4, 6, 4, 4, 6, 6};
    int practice = _i % PRACTICES, paper = _i / PRACTICES % PAPERS;
    unsigned parts = (unsigned)(_i / PRACTICES / PAPERS) + 1;
    made m;
    make(&m, NULL, practice, (dgs_print_options){.paper = (dgs_paper)paper}, parts);
    check_all(&m);
    ck_assert(m.pages.npages == 1 || m.pages.npages % 2 == 0);
    ck_assert_uint_le(m.pages.npages, most[parts]);
    unmake(&m);
}
END_TEST

// Lists too long for columns, in groups, in a box and to tick.
static void write_long_article(const char *path)
{
    FILE *to = fopen(path, "w");
    ck_assert_ptr_nonnull(to);
    fputs("# Long\n\n## Call a doctor today if\n\n- It hurts\n\n## Groups\n\n### One\n\n", to);
    for (int i = 0; i < 150; i++)
        fprintf(to, "- item number %d of many\n", i);
    fputs("\n### Two\n\n- one\n- two\n\n## To tick\n\n", to);
    for (int i = 0; i < 300; i++)
        fprintf(to, "- [ ] tick %d\n", i);
    fputs("\n> [!KEY]\n>\n> ## A box\n>\n", to);
    for (int i = 0; i < 200; i++)
        fprintf(to, "> - entry %d of a very long box\n", i);
    ck_assert_int_eq(fclose(to), 0);
}

START_TEST(what_is_longer_than_a_page_flows_on)
{
    char folder[] = "/tmp/dgs-layout-XXXXXX", path[64];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/article.md", folder);
    write_long_article(path);
    made m;
    make(&m, folder, 0, (dgs_print_options){.paper = (dgs_paper)_i}, DGS_PART_ARTICLE);
    check_all(&m);
    ck_assert_uint_gt(m.pages.npages, 5);
    unmake(&m);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

// What is set beside something else where a page holds both: an introduction, a title, a caption, a call to book.
static const struct side_by_side {
    unsigned part;
    const char *file, *before, *after; // round very many words
} SIDES[] = {
    {DGS_PART_GUIDE, "guide.md", "# Steps\n\n", "\n\n## ![](walking.svg) Drink\n\nSix cups.\n"},
    {DGS_PART_GUIDE, "guide.md", "# ", "\n\nWords.\n\n## ![](walking.svg) Drink\n\nSix cups.\n"},
    {DGS_PART_ARTICLE, "article.md",
     "# Article\n\n## Call a doctor today if\n\n- It hurts\n\n## Water\n\n![A glass](walking.svg)\n", "\n"},
    {DGS_PART_WORKSHEET, "worksheet.md",
     "# Sheet\n\n## Your 14 days\n\nFill in.\n\n## Find your triggers\n\nWhere?\n\n> [!BOOK]\n> ## Book\n> ", "\n"},
};
enum { NSIDES = sizeof SIDES / sizeof *SIDES };

static void write_long_side(const struct side_by_side *side, const char *path)
{
    FILE *to = fopen(path, "w");
    ck_assert_ptr_nonnull(to);
    fputs(side->before, to);
    for (int i = 0; i < 900; i++)
        fprintf(to, "word %d ", i);
    fputs("end.", to);
    fputs(side->after, to);
    ck_assert_int_eq(fclose(to), 0);
}

START_TEST(what_stands_beside_something_flows_on_too)
{
    const struct side_by_side *side = &SIDES[_i % NSIDES];
    char folder[] = "/tmp/dgs-layout-XXXXXX", path[64];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/%s", folder, side->file);
    write_long_side(side, path);
    made m;
    make(&m, folder, 1, (dgs_print_options){.paper = (dgs_paper)(_i / NSIDES)}, side->part);
    for (size_t p = 0; p < m.pages.npages; p++) {
        no_overlap(&m.pages.pages[p], p + 1);
        inside_margins(&m, &m.pages.pages[p], p + 1);
    }
    in_reading_order(&m);
    nothing_lost(&m);
    ck_assert_uint_gt(m.pages.npages, 2);
    unmake(&m);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

START_TEST(the_same_input_gives_the_same_boxes)
{
    made a, b;
    make(&a, NULL, 1, (dgs_print_options){.paper = DGS_PAPER_A4}, ALL_PARTS);
    make(&b, NULL, 1, (dgs_print_options){.paper = DGS_PAPER_A4}, ALL_PARTS);
    dgs_buf texts[2] = {{.arena = a.arena}, {.arena = b.arena}};
    ck_assert(dgs_layout_dump(&a.pages, &texts[0]));
    ck_assert(dgs_layout_dump(&b.pages, &texts[1]));
    ck_assert_str_eq(texts[0].p, texts[1].p);
    ck_assert_ptr_nonnull(strstr(texts[0].p, "Drink water"));
    unmake(&a);
    unmake(&b);
}
END_TEST

// Adds the words of a leaf to the pieces of one long paragraph.
static size_t add_pieces(made *m, const dgs_node *n, dgs_break_item *pieces, size_t count, size_t most)
{
    dgs_err err = {0};
    dgs_word w;
    for (const char *p = dgs_node_text(m->arena, n); *p != '\0' && count < most; p += strspn(p, " \n")) {
        size_t length = strcspn(p, " \n");
        ck_assert(dgs_text_shape(m->text, DGS_FACE_REGULAR, DGS_FEATURE_NONE, (dgs_str){p, length}, &w, &err));
        pieces[count++] = (dgs_break_item){.width = w.advance * 0.012, .space = 2.4};
        p += length;
    }
    return count;
}

// The content's own paragraphs are too short to leave a choice (two or three lines), so each part is set as one.
START_TEST(lines_are_more_even_than_greedy_ones)
{
    static const double measures[] = {150, 200, 250, 320, 400};
    enum { MOST = 2000 };
    static dgs_break_item pieces[MOST];
    static size_t ends[MOST];
    double even = 0, greedy = 0;
    made m;
    make(&m, NULL, 0, (dgs_print_options){.paper = DGS_PAPER_LETTER}, ALL_PARTS);
    for (const dgs_node *part = m.doc.root->first; part != NULL; part = part->next) {
        size_t n = 0;
        for (const dgs_node *leaf = part; leaf != NULL; leaf = dgs_node_walk(part, leaf))
            if (leaf->kind == DGS_NODE_PARA || leaf->kind == DGS_NODE_ITEM)
                n = add_pieces(&m, leaf, pieces, n, MOST);
        for (int i = 0; n > 50 && i < 5; i++) {
            size_t lines = dgs_break_lines(pieces, n, measures[i], m.arena, ends);
            even += dgs_break_slack(pieces, n, measures[i], ends, lines);
            lines = dgs_break_greedy(pieces, n, measures[i], ends);
            greedy += dgs_break_slack(pieces, n, measures[i], ends, lines);
        }
    }
    ck_assert(greedy > 0);
    ck_assert_msg(even <= 0.97 * greedy, "squared slack %.0f, greedy %.0f", even, greedy);
    unmake(&m);
}
END_TEST

static Suite *layout_suite(void)
{
    Suite *s = suite_create("layout");
    TCase *pages = tcase_create("pages");
    tcase_set_timeout(pages, 120);
    tcase_add_loop_test(pages, every_paper_and_choice_of_parts, 0, PRACTICES * PAPERS * PARTS);
    tcase_add_loop_test(pages, what_is_longer_than_a_page_flows_on, 0, PAPERS);
    tcase_add_loop_test(pages, what_stands_beside_something_flows_on_too, 0, NSIDES * PAPERS);
    tcase_add_test(pages, lines_are_more_even_than_greedy_ones);
    tcase_add_test(pages, the_same_input_gives_the_same_boxes);
    suite_add_tcase(s, pages);
    return s;
}

int main(void)
{
    return run_suite(layout_suite());
}
