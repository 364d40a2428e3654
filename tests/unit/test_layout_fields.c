// What is filled in with a pen: each box to tick and each line to write on that is printed leads to its FIELD, and each
// FIELD is printed once.
#include <stdio.h>

#include "laid_out.h"
#include "unit.h"

enum { CAUSES = 12, TICKS = 9 + 56, LINES = 6, CELLS = 14, STAMP = 2, PAPERS = 5 };

static bool is_even(const dgs_box *box)
{
    double uneven = box->rect.w - box->rect.h;
    return box->kind == DGS_BOX_FRAME && !box->decoration && uneven < 0.01 && uneven > -0.01;
}

// A ring to write a number in: none takes it for a box to tick.
static bool is_ring(const dgs_box *box)
{
    return is_even(box) && box->radius > 0.49 * box->rect.h;
}

static bool is_tick(const dgs_box *box)
{
    return is_even(box) && !is_ring(box);
}

// From a label to its point; a white rim lies under it.
static bool is_leader(const dgs_page *page, size_t number)
{
    const dgs_rect line = page->boxes[number].rect;
    for (size_t i = 0; i < number; i++)
        if (page->boxes[i].kind == DGS_BOX_RULE && page->boxes[i].decoration &&
            memcmp(&page->boxes[i].rect, &line, sizeof line) == 0)
            return true;
    return false;
}

// A rule is a line to write on where no words stand right above it, as they do above the line under a link.
static bool is_line(const dgs_page *page, size_t number)
{
    const dgs_box *rule = &page->boxes[number];
    if (rule->kind != DGS_BOX_RULE || rule->decoration || is_leader(page, number))
        return false;
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_rect r = page->boxes[i].rect;
        if (page->boxes[i].kind == DGS_BOX_TEXT && r.x <= rule->rect.x + 0.01 &&
            r.x + r.w >= rule->rect.x + rule->rect.w - 0.01 && r.y < rule->rect.y && r.y + r.h > rule->rect.y)
            return false;
    }
    return true;
}

// A cell to write in, where nothing is drawn.
static bool is_area(const dgs_box *box)
{
    return box->kind == DGS_BOX_AREA && box->node != NULL && box->node->parent->kind == DGS_NODE_CELL;
}

// How often each node has a box of its own that is no text, by index.
static size_t *count_boxes(const made *m)
{
    size_t *times = dgs_arena_array(m->arena, m->doc.count, sizeof *times);
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            if (b->node != NULL && b->kind != DGS_BOX_TEXT)
                times[b->node->index]++;
        }
    return times;
}

// Every box and line leads to a field of its kind. Returns how many lead to one of this kind.
static size_t printed(const made *m, dgs_active_kind kind)
{
    size_t found = 0;
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_page *page = &m->pages.pages[p];
            const dgs_box *b = &page->boxes[i];
            bool tick = is_tick(b), line = is_line(page, i) || is_area(b) || is_ring(b),
                 of_field = b->node != NULL && b->node->kind == DGS_NODE_FIELD;
            ck_assert_msg((tick || line) == of_field, "page %zu: box %zu at %.1f,%.1f is %sa field's", p + 1, i,
                          b->rect.x, b->rect.y, of_field ? "" : "not ");
            ck_assert(!of_field || tick == (b->node->active->kind == DGS_ACTIVE_TICK));
            found += of_field && b->node->active->kind == kind;
        }
    return found;
}

static void each_is_printed_once(const made *m)
{
    const size_t *times = count_boxes(m);
    for (const dgs_node *n = m->doc.root; n != NULL; n = dgs_node_walk(m->doc.root, n)) {
        if (n->kind != DGS_NODE_FIELD)
            continue;
        ck_assert_int_ge(m->pages.node_page[n->index], 0);
        if (n->active->kind == DGS_ACTIVE_LINES)
            ck_assert_uint_gt(times[n->index], n->parent->lined_pages);
        else
            ck_assert_uint_eq(times[n->index], 1);
    }
}

START_TEST(on_every_paper_and_in_large_print)
{
    made m;
    dgs_print_options options = {.paper = (dgs_paper)(_i % PAPERS), .large_print = _i / PAPERS % 2 == 1};
    size_t stamp = _i / PAPERS / 2 == 0 ? STAMP : 0; // without a practice
    make(&m, NULL, _i / PAPERS / 2, options, ALL_PARTS);
    each_is_printed_once(&m);
    ck_assert_uint_eq(printed(&m, DGS_ACTIVE_TICK), CAUSES + TICKS);
    ck_assert_uint_eq(printed(&m, DGS_ACTIVE_LINE), LINES + CELLS + stamp);
    unmake(&m);
}
END_TEST

START_TEST(in_every_choice_of_parts_and_of_ink)
{
    made m;
    dgs_print_options options = {.ink = (dgs_ink)(_i / ALL_PARTS)};
    unsigned parts = (unsigned)(_i % ALL_PARTS) + 1;
    make(&m, NULL, 1, options, parts);
    each_is_printed_once(&m);
    bool worksheet = (parts & DGS_PART_WORKSHEET) != 0;
    size_t causes = (parts & DGS_PART_ARTICLE) != 0 ? CAUSES : 0;
    ck_assert_uint_eq(printed(&m, DGS_ACTIVE_TICK), causes + (worksheet ? TICKS : 0));
    ck_assert_uint_eq(printed(&m, DGS_ACTIVE_LINE), worksheet ? LINES + CELLS : 0);
    unmake(&m);
}
END_TEST

// Ruled pages for notes are one field, whatever their number.
START_TEST(pages_for_notes_are_one_field)
{
    made m;
    dgs_print_options options = {.paper = DGS_PAPER_LETTER, .booklet = true};
    make(&m, NULL, 1, options, DGS_PART_WORKSHEET);
    check_all(&m);
    each_is_printed_once(&m);
    ck_assert_uint_gt(m.doc.lined->lined_pages, 0);
    ck_assert_uint_gt(printed(&m, DGS_ACTIVE_LINES), 10 * m.doc.lined->lined_pages);
    unmake(&m);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("fields");
    tcase_add_loop_test(c, on_every_paper_and_in_large_print, 0, PAPERS * 2 * 2);
    tcase_add_loop_test(c, in_every_choice_of_parts_and_of_ink, 0, 3 * ALL_PARTS);
    tcase_add_test(c, pages_for_notes_are_one_field);
    Suite *suite = suite_create("fields");
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
