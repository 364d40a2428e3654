// The handout on every paper, in the usual print and in large print, and as a booklet: the promises of every page, and
// those that only these have.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "laid_out.h"
#include "unit.h"

enum { PAPERS = 5, NAMED = 3 };

static const dgs_box *box_with(const dgs_page *page, const char *text)
{
    for (size_t i = 0; i < page->nboxes; i++)
        if (page->boxes[i].kind == DGS_BOX_TEXT && strncmp(words(&page->boxes[i]), text, strlen(text)) == 0)
            return &page->boxes[i];
    return NULL;
}

static bool is_below(const dgs_node *node, const dgs_node *above)
{
    while (node != NULL && node != above)
        node = node->parent;
    return node != NULL;
}

// No card is cut; its boxes are as far apart as a finger needs on a screen, its ring takes a number of two digits.
static void card_is_whole(const made *m, const dgs_node *day)
{
    const double unit = m->options.large_print ? 1.4 : 1;
    const dgs_page *page = &m->pages.pages[m->pages.node_page[day->index]];
    double tick = 0;
    size_t ticks = 0, rings = 0;
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_box *b = &page->boxes[i];
        if (b->node == NULL || b->node->kind != DGS_NODE_FIELD || !is_below(b->node, day))
            continue;
        bool is_tick = b->node->active->kind == DGS_ACTIVE_TICK;
        ck_assert(!is_tick || ticks == 0 || b->rect.y - tick >= 18 * unit - 0.01);
        ck_assert(is_tick || (b->rect.w >= 22 * unit - 0.01 && b->rect.y > tick));
        tick = is_tick ? b->rect.y : tick;
        ticks += is_tick;
        rings += !is_tick;
    }
    ck_assert_uint_eq(ticks, 4);
    ck_assert_uint_eq(rings, 1);
}

static bool says_on_page(const made *m, int page, const char *text, double above)
{
    const dgs_page *p = &m->pages.pages[page];
    for (size_t i = 0; i < p->nboxes; i++)
        if (p->boxes[i].kind == DGS_BOX_TEXT && p->boxes[i].rect.y < above && strcmp(words(&p->boxes[i]), text) == 0)
            return true;
    return false;
}

// Whether the page on which the days begin has room for seven of them above its foot.
static bool a_page_holds_a_week(const made *m, const dgs_node *days)
{
    const dgs_page *page = &m->pages.pages[m->pages.node_page[days->first->index]];
    const double top = m->pages.node_top[days->first->index];
    double height = 0, foot = m->pages.height;
    size_t across = 0;
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_box *b = &page->boxes[i];
        bool card = b->kind == DGS_BOX_FRAME && b->node == NULL && fabs(b->rect.y - top) < 24;
        across += card;
        height = card ? b->rect.h : height;
        if (b->furniture == DGS_FURNITURE_FOOTER)
            foot = fmin(foot, b->rect.y);
    }
    return across > 0 && top + ceil(7.0 / (double)across) * height < foot;
}

// The tracker's heading stands on each of its pages; where there are several, each holds whole weeks.
static void tracker_can_be_used(const made *m)
{
    const dgs_node *days = dgs_node_find(m->doc.root, DGS_NODE_DAYS);
    int page = -1;
    size_t n = 0;
    for (const dgs_node *day = days->first; day != NULL; day = day->next, n++) {
        card_is_whole(m, day);
        int own = m->pages.node_page[day->index];
        ck_assert(own == page || n % 7 == 0 || !a_page_holds_a_week(m, days));
        ck_assert_msg(says_on_page(m, own, "Your 14 days", m->pages.node_top[day->index]),
                      "page %d: the tracker has no heading", own + 1);
        page = own;
    }
    ck_assert_uint_eq(n, 14);
}

// A sentence fits on each line to write on, below a picture a few words, after a scale a number; lines below each other
// are as far apart as handwriting asks.
static void lines_can_be_written_on(const made *m)
{
    for (size_t p = 0; p < m->pages.npages; p++) {
        const dgs_box *before = NULL;
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            if (b->kind != DGS_BOX_RULE || b->node == NULL || b->node->kind != DGS_NODE_FIELD ||
                b->node->active->kind != DGS_ACTIVE_LINE)
                continue;
            bool pictured = dgs_node_child(b->node->parent->parent, DGS_NODE_FIGURE) != NULL;
            double least = dgs_field_is_number(b->node) ? DGS_TARGET : pictured ? DGS_MM(35) : DGS_MM(70);
            ck_assert_msg(b->rect.w >= least - 0.01, "page %zu: a line of %.1f", p + 1, b->rect.w);
            double apart = before == NULL ? 0 : b->rect.y - before->rect.y;
            ck_assert_msg(apart < 0.01 || apart >= DGS_MM(9) - 0.01, "page %zu: lines %.1f apart", p + 1, apart);
            before = dgs_field_is_number(b->node) ? NULL : b; // two digits leave room for a hand below them
        }
    }
}

// The call to book never takes a page for itself.
static void booking_is_not_alone(const made *m)
{
    for (size_t p = 0; p < m->pages.npages; p++) {
        size_t booking = 0, others = 0;
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_node *box = m->pages.pages[p].boxes[i].node;
            if (box == NULL || is_small_print(box))
                continue;
            while (box != NULL && box->kind != DGS_NODE_BOX)
                box = box->parent;
            bool books = box != NULL && box->box == DGS_BOX_BOOK;
            booking += books;
            others += !books;
        }
        ck_assert_msg(booking == 0 || others > 0, "page %zu holds nothing but the call to book", p + 1);
    }
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
    lines_can_be_written_on(&m);
    if (!options.large_print || (options.paper != DGS_PAPER_A5 && options.paper != DGS_PAPER_HALF_LETTER))
        booking_is_not_alone(&m); // there contacts and a code fill a page of large print
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

// How far down a page of the content goes, of the paper's height; what all pages have does not count.
static double depth(const made *m, size_t page)
{
    const dgs_pages *pages = &m->pages;
    const dgs_node *imprint = m->doc.root->first;
    double end = 0;
    while (imprint->kind != DGS_NODE_IMPRINT)
        imprint = imprint->next;
    for (size_t i = 0; i < pages->pages[page].nboxes; i++) {
        const dgs_box *box = &pages->pages[page].boxes[i];
        if (box->node != NULL && box->node->index < imprint->index)
            end = fmax(end, box->rect.y + box->rect.h);
    }
    return end / pages->height;
}

// Without that, the second page of the care alone ends at 0.28 of Letter's height and at 0.21 of A4's.
START_TEST(a_thin_last_page_gets_more_of_the_page_before_it)
{
    static const dgs_paper papers[] = {DGS_PAPER_LETTER, DGS_PAPER_A4};
    made m;
    make(&m, NULL, 0, (dgs_print_options){.paper = papers[_i]}, DGS_PART_CARE);
    check_all(&m);
    ck_assert_uint_eq(m.pages.npages, 2);
    ck_assert_double_ge(depth(&m, 1), 0.35);
    unmake(&m);
}
END_TEST

static Suite *variants_suite(void)
{
    Suite *s = suite_create("layout variants");
    TCase *pages = tcase_create("pages");
    tcase_set_timeout(pages, 120);
    tcase_add_loop_test(pages, every_paper_and_print, 0, PAPERS * 2 * NAMED);
    tcase_add_test(pages, the_spaces_of_large_print_grow_with_its_type);
    tcase_add_loop_test(pages, a_thin_last_page_gets_more_of_the_page_before_it, 0, 2);
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
