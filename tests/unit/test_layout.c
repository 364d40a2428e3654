// The built-in content on every paper, with every choice of parts and several practices, held against the promises of
// the page: nothing overlaps, nothing is cut or lost, reading order is content order, no loose lines.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/content.h"
#include "layout/layout.h"
#include "text/break.h"
#include "unit.h"

typedef struct made {
    dgs_arena *arena;
    dgs_text *text;
    dgs_profile profile;
    dgs_doc doc;
    dgs_pages pages;
} made;

static const dgs_job practices[] = {
    {0},
    {.practice_name = "Willow Creek Massage",
     .tagline = "Hands-on care for people who sit, lift and run",
     .phone = "(555) 010-4477",
     .email = "hello@willowcreek.example",
     .website = "https://willowcreek.example/",
     .booking_url = "https://willowcreek.example/book",
     .address = {"12 Mill Lane", "Springfield"},
     .naddress = 2},
    {.practice_name = "The Northern Valley Cooperative of Independent Massage, Bodywork and Rehabilitation Therapists "
                      "of Upper Springfield LLC",
     .phone = "+1 555 010 4477 ext. 12",
     .email = "a.very.long.address.indeed@northern-valley-cooperative.example"},
    {.practice_name = "Điều trị xoa bóp", .tagline = "Μάλαξη – Массаж – Łagodność"},
};
enum { PRACTICES = sizeof practices / sizeof *practices, PAPERS = 2, PARTS = 7 };

static int page_of(const void *ctx, const dgs_node *node)
{
    return ((const dgs_pages *)ctx)->node_page[node->index];
}

static void make(made *m, const char *dir, int practice, dgs_paper paper, unsigned parts)
{
    dgs_err err = {0};
    *m = (made){.arena = dgs_arena_new(256u << 20), .text = dgs_text_new(&err)};
    dgs_job job = practices[practice];
    dgs_content_source source = {.dir = dir, .parts = parts};
    ck_assert_msg(dgs_profile_from_job(&job, m->arena, &m->profile, &err), "%s", err.message);
    ck_assert_msg(dgs_content_load(&source, &m->profile, m->arena, &m->doc, &err), "%s", err.message);
    do
        ck_assert_msg(dgs_layout_make(&m->doc, &m->profile.palette, paper, m->text, m->arena, &m->pages, &err), "%s",
                      err.message);
    while (dgs_content_set_pages(&m->doc, page_of, &m->pages));
}

static void unmake(made *m)
{
    dgs_text_free(m->text);
    dgs_arena_free(m->arena);
}

static const char *words(const dgs_box *box)
{
    static char text[400];
    size_t n = 0;
    for (size_t i = 0; i < box->nruns; i++)
        for (size_t k = 0; k < box->runs[i].text.n && n + 1 < sizeof text; k++)
            text[n++] = box->runs[i].text.p[k];
    text[n] = '\0';
    return text;
}

static bool overlap(dgs_rect a, dgs_rect b)
{
    const double touch = 0.3;
    return a.x + a.w > b.x + touch && b.x + b.w > a.x + touch && a.y + a.h > b.y + touch && b.y + b.h > a.y + touch;
}

static bool solid(const dgs_box *box) // what text may not lie on
{
    return box->kind == DGS_BOX_TEXT || box->kind == DGS_BOX_PICTURE || (box->kind == DGS_BOX_ART && box->node == NULL);
}

static void no_overlap(const dgs_page *page, size_t number)
{
    for (size_t i = 0; i < page->nboxes; i++)
        for (size_t k = i + 1; k < page->nboxes; k++) {
            const dgs_box *a = &page->boxes[i], *b = &page->boxes[k];
            if (solid(a) && solid(b) && overlap(a->rect, b->rect))
                ck_abort_msg("page %zu: \"%s\" at %.1f,%.1f overlaps box %zu at %.1f,%.1f", number, words(a), a->rect.x,
                             a->rect.y, k, b->rect.x, b->rect.y);
        }
}

static void inside_margins(const made *m, const dgs_page *page, size_t number)
{
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_rect r = page->boxes[i].rect;
        bool inside = r.x >= DGS_EDGE && r.y >= DGS_EDGE && r.x + r.w <= m->pages.width - DGS_EDGE &&
                      r.y + r.h <= m->pages.height - DGS_FOOT_EDGE + 0.01;
        ck_assert_msg(inside, "page %zu: box %zu \"%s\" at %.1f,%.1f %.1f x %.1f is outside", number, i,
                      words(&page->boxes[i]), r.x, r.y, r.w, r.h);
    }
}

static void runs_fit_their_box(const dgs_page *page)
{
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_box *b = &page->boxes[i];
        for (size_t k = 0; b->kind == DGS_BOX_TEXT && k < b->nruns; k++) {
            double blank = b->runs[k].size * 0.3; // the blank at a line's end counts not
            ck_assert(b->runs[k].x >= b->rect.x - 0.01);
            ck_assert(b->runs[k].x + b->runs[k].width <= b->rect.x + b->rect.w + blank);
        }
    }
}

static void body_is_large_enough(const dgs_page *page)
{
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_box *b = &page->boxes[i];
        bool small_allowed = b->node == NULL || b->node->kind == DGS_NODE_TAGLINE ||
                             b->node->parent->kind == DGS_NODE_IMPRINT || b->node->parent->kind == DGS_NODE_CONTACTS;
        if (b->kind == DGS_BOX_TEXT && !small_allowed)
            ck_assert_msg(b->runs[0].size >= 12, "\"%s\" is set in %g pt", words(b), (double)b->runs[0].size);
    }
}

// Boxes with nodes stand in reading order, over all pages.
static void in_reading_order(const made *m)
{
    size_t last = 0;
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            if (b->node == NULL)
                continue;
            ck_assert_msg(b->node->index >= last, "page %zu: \"%s\" comes too late", p + 1, words(b));
            last = b->node->index;
        }
}

// All words of a leaf, without blanks; marks that layout adds before them are skipped.
static void nothing_lost(const made *m)
{
    for (const dgs_node *n = m->doc.root; n != NULL; n = dgs_node_walk(m->doc.root, n)) {
        dgs_buf want = {.arena = m->arena}, got = want;
        for (size_t i = 0; i < n->nspans; i++)
            for (size_t k = 0; k < n->spans[i].text.n; k++)
                if (strchr(" \n", n->spans[i].text.p[k]) == NULL && (unsigned char)n->spans[i].text.p[k] != 0xc2 &&
                    (unsigned char)n->spans[i].text.p[k] != 0xa0)
                    dgs_buf_addc(&want, n->spans[i].text.p[k]);
        for (size_t p = 0; p < m->pages.npages; p++)
            for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
                const dgs_box *b = &m->pages.pages[p].boxes[i];
                for (size_t r = 0; b->kind == DGS_BOX_TEXT && b->node == n && r < b->nruns; r++)
                    for (size_t k = 0; k < b->runs[r].text.n; k++)
                        if (strchr(" \n", b->runs[r].text.p[k]) == NULL &&
                            (unsigned char)b->runs[r].text.p[k] != 0xc2 && (unsigned char)b->runs[r].text.p[k] != 0xa0)
                            dgs_buf_addc(&got, b->runs[r].text.p[k]);
            }
        if (want.n == 0)
            continue;
        ck_assert_msg(got.n >= want.n, "lost: \"%s\" became \"%s\"", want.p, got.p == NULL ? "" : got.p);
        ck_assert_str_eq(got.p + got.n - want.n, want.p);
    }
}

// The box after a heading's last one stands on the same page; a step stands on one page.
static void held_together(const made *m)
{
    for (const dgs_node *n = m->doc.root; n != NULL; n = dgs_node_walk(m->doc.root, n)) {
        if (n->kind == DGS_NODE_HEADING && n->next != NULL && m->pages.node_page[n->next->index] >= 0)
            ck_assert_int_eq(m->pages.node_page[n->index], m->pages.node_page[n->next->index]);
        for (const dgs_node *c = n->kind == DGS_NODE_STEP ? n->first : NULL; c != NULL; c = c->next)
            ck_assert_int_eq(m->pages.node_page[n->index], m->pages.node_page[c->index]);
    }
}

// No paragraph of four lines or more leaves one line alone on a page.
static void no_widows(const made *m)
{
    for (const dgs_node *n = m->doc.root; n != NULL; n = dgs_node_walk(m->doc.root, n)) {
        size_t total = 0, on_page[DGS_PAGES_MAX] = {0};
        for (size_t p = 0; n->kind == DGS_NODE_PARA && p < m->pages.npages; p++)
            for (size_t i = 0; i < m->pages.pages[p].nboxes; i++)
                if (m->pages.pages[p].boxes[i].node == n && m->pages.pages[p].boxes[i].kind == DGS_BOX_TEXT) {
                    on_page[p]++;
                    total++;
                }
        for (size_t p = 0; p < m->pages.npages; p++)
            ck_assert_msg(on_page[p] != 1 || total < 4, "a line of node %zu stands alone on page %zu", n->index, p + 1);
    }
}

static void check_all(const made *m)
{
    for (size_t p = 0; p < m->pages.npages; p++) {
        no_overlap(&m->pages.pages[p], p + 1);
        inside_margins(m, &m->pages.pages[p], p + 1);
        runs_fit_their_box(&m->pages.pages[p]);
        body_is_large_enough(&m->pages.pages[p]);
    }
    in_reading_order(m);
    nothing_lost(m);
    held_together(m);
    no_widows(m);
    ck_assert(dgs_layout_emergency_first(&m->pages, &m->doc));
}

START_TEST(every_paper_and_choice_of_parts)
{
    // Without the guide the emergency signs take room on the first page: it costs one page more.
    static const size_t page_count[] = {0, 1, 3, 3, 2, 2, 4, 4};
    int practice = _i % PRACTICES, paper = _i / PRACTICES % PAPERS;
    unsigned parts = (unsigned)(_i / PRACTICES / PAPERS) + 1;
    made m;
    make(&m, NULL, practice, (dgs_paper)paper, parts);
    check_all(&m);
    ck_assert_uint_eq(m.pages.npages, page_count[parts]);
    unmake(&m);
}
END_TEST

// Lists too long for columns, in groups, in a box and to tick.
static void write_long_article(const char *path)
{
    FILE *to = fopen(path, "w");
    ck_assert_ptr_nonnull(to);
    fputs("# Long\n\n## See a doctor soon if\n\n- It hurts\n\n## Groups\n\n### One\n\n", to);
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
    make(&m, folder, 0, (dgs_paper)_i, DGS_PART_ARTICLE);
    check_all(&m);
    ck_assert_uint_gt(m.pages.npages, 5);
    unmake(&m);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

START_TEST(the_same_input_gives_the_same_boxes)
{
    made a, b;
    make(&a, NULL, 1, DGS_PAPER_A4, 7);
    make(&b, NULL, 1, DGS_PAPER_A4, 7);
    char *texts[2] = {NULL, NULL};
    size_t sizes[2] = {0, 0};
    const made *both[2] = {&a, &b};
    for (int i = 0; i < 2; i++) {
        FILE *to = open_memstream(&texts[i], &sizes[i]);
        ck_assert(dgs_layout_dump(&both[i]->pages, to));
        fclose(to);
    }
    ck_assert_str_eq(texts[0], texts[1]);
    ck_assert_ptr_nonnull(strstr(texts[0], "Drink water"));
    free(texts[0]);
    free(texts[1]);
    unmake(&a);
    unmake(&b);
}
END_TEST

// Adds the words of a leaf to the pieces of one long paragraph.
static size_t add_pieces(made *m, const dgs_node *n, dgs_piece *pieces, size_t count, size_t most)
{
    dgs_err err = {0};
    dgs_word w;
    for (const char *p = dgs_node_text(m->arena, n); *p != '\0' && count < most; p += strspn(p, " \n")) {
        size_t length = strcspn(p, " \n");
        ck_assert(dgs_text_shape(m->text, DGS_FACE_REGULAR, DGS_FEATURE_NONE, (dgs_str){p, length}, &w, &err));
        pieces[count++] = (dgs_piece){.width = w.advance * 0.012, .space = 2.4};
        p += length;
    }
    return count;
}

// The content's own paragraphs are too short to leave a choice (two or three lines), so each part is set as one.
START_TEST(lines_are_more_even_than_greedy_ones)
{
    static const double measures[] = {150, 200, 250, 320, 400};
    enum { MOST = 2000 };
    static dgs_piece pieces[MOST];
    static size_t ends[MOST];
    double even = 0, greedy = 0;
    made m;
    make(&m, NULL, 0, DGS_PAPER_LETTER, 7);
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
    ck_assert_msg(even <= 0.9 * greedy, "squared slack %.0f, greedy %.0f", even, greedy);
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
    tcase_add_test(pages, lines_are_more_even_than_greedy_ones);
    tcase_add_test(pages, the_same_input_gives_the_same_boxes);
    suite_add_tcase(s, pages);
    return s;
}

int main(void)
{
    return run_suite(layout_suite());
}
