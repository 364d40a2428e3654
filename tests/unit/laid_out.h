// The built-in content laid out, and the promises of every page: nothing overlaps, nothing is cut or lost, reading
// order is content order, no loose lines.
#ifndef DGS_TESTS_LAID_OUT_H
#define DGS_TESTS_LAID_OUT_H
#include <check.h>
#include <string.h>

#include "content/content.h"
#include "default_parts.h"
#include "host/folder.h"
#include "layout/layout.h"

typedef struct made {
    dgs_print_options options;
    dgs_arena *arena;
    dgs_text *text;
    dgs_profile profile;
    dgs_doc doc;
    dgs_pages pages;
} made;

static const dgs_settings practices[] = {
    {.of = {[DGS_SETTING_NAME] = {.text = NULL}}},
    {.of = {[DGS_SETTING_NAME] = {.text = "Willow Creek Massage"},
            [DGS_SETTING_TAGLINE] = {.text = "Hands-on care for people who sit, lift and run"},
            [DGS_SETTING_PHONE] = {.text = "(555) 010-4477"},
            [DGS_SETTING_EMAIL] = {.text = "hello@willowcreek.example"},
            [DGS_SETTING_WEBSITE] = {.text = "https://willowcreek.example/"},
            [DGS_SETTING_BOOKING_URL] = {.text = "https://willowcreek.example/book"},
            [DGS_SETTING_ADDRESS] = {.text = "12 Mill Lane\nSpringfield"}}},
    {.of = {[DGS_SETTING_NAME] =
                {.text =
                     "The Northern Valley Cooperative of Independent Massage, Bodywork and Rehabilitation Therapists "
                     "of Upper Springfield LLC"},
            [DGS_SETTING_PHONE] = {.text = "+1 555 010 4477 ext. 12"},
            [DGS_SETTING_EMAIL] = {.text = "a.very.long.address.indeed@northern-valley-cooperative.example"}}},
    {.of = {[DGS_SETTING_NAME] = {.text = "Điều trị xoa bóp"},
            [DGS_SETTING_TAGLINE] = {.text = "Μάλαξη – Массаж – Łagodność"}}},
};
enum { PRACTICES = sizeof practices / sizeof *practices };

static int page_of(const void *ctx, const dgs_node *node)
{
    return ((const dgs_pages *)ctx)->node_page[node->index];
}

// Lays out as often as it takes, as the program does.
static void lay_out(made *m)
{
    dgs_err err = {0};
    const dgs_layout_input in = {&m->doc, &m->profile.palette, &m->options, m->text};
    for (int round = 0; round < 12; round++) {
        ck_assert_msg(dgs_layout_make(&in, m->arena, &m->pages, &err), "%s", err.message);
        bool again = dgs_content_set_pages(&m->doc, page_of, &m->pages);
        if (!dgs_layout_emergency_first(&m->pages, &m->doc) && dgs_content_emergency_first(&m->doc))
            again = true;
        size_t missing = again ? 0 : dgs_layout_missing(&m->pages, &m->options);
        if (!again && missing == 0)
            return;
        if (!again)
            dgs_content_set_lined(&m->doc, m->doc.lined->lined_pages + missing);
    }
    ck_abort_msg("the pages chase each other");
}

static void load(made *m, const char *dir, int practice, dgs_print_options options, unsigned parts)
{
    dgs_err err = {0};
    *m = (made){.arena = dgs_arena_new(512u << 20), .text = dgs_text_new(NULL, &err), .options = options};
    const dgs_files files = dgs_folder_files(dir == NULL ? "" : dir);
    dgs_content_source source = {.content = dir == NULL ? NULL : &files, .files = &dgs_files_given, .parts = parts};
    ck_assert_msg(dgs_profile_make(&practices[practice], options.ink, m->arena, &m->profile, &err), "%s", err.message);
    ck_assert_msg(dgs_content_load(&source, &m->profile, m->arena, &m->doc, &err), "%s", err.message);
}

static void make(made *m, const char *dir, int practice, dgs_print_options options, unsigned parts)
{
    load(m, dir, practice, options, parts);
    lay_out(m);
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

static bool is_small_print(const dgs_node *n)
{
    return n == NULL || n->kind == DGS_NODE_TAGLINE || n->parent->kind == DGS_NODE_IMPRINT ||
           n->parent->kind == DGS_NODE_CONTACTS;
}

// What stands under the picture of a heading is set beside all words of that step, and heard after its heading.
static bool is_under_picture(const dgs_box *b)
{
    return b->node != NULL && (b->node->kind == DGS_NODE_STEP || b->node->kind == DGS_NODE_PART);
}

// Body text has 12 points, in large print 18; there words beside a picture and in narrow tables have 16. Head and foot
// have 11 and 16, a mark that says what the words after it say 10 and 14.
static void text_is_large_enough(const made *m, const dgs_page *page)
{
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_box *b = &page->boxes[i];
        if (b->kind != DGS_BOX_TEXT)
            continue;
        bool aside = b->node != NULL &&
                     (b->node->kind == DGS_NODE_LABEL || b->node->kind == DGS_NODE_CELL || is_under_picture(b));
        bool mark = b->node == NULL && strcmp(words(b), "!") == 0;
        double least = mark ? 9.99 : is_small_print(b->node) ? 11 : 12;
        if (m->options.large_print)
            least = mark ? 13.99 : is_small_print(b->node) || aside ? 16 : 18;
        ck_assert_msg(b->runs[0].size >= least, "\"%s\" is set in %g pt", words(b), (double)b->runs[0].size);
    }
}

// Where a node is read; a field is read with the leaf that holds it.
static size_t place_of(const dgs_node *node)
{
    return node->kind == DGS_NODE_FIELD && node->parent->kind != DGS_NODE_SECTION ? node->parent->index : node->index;
}

// Boxes with nodes stand in reading order, over all pages.
static void in_reading_order(const made *m)
{
    size_t last = 0;
    for (size_t p = 0; p < m->pages.npages; p++)
        for (size_t i = 0; i < m->pages.pages[p].nboxes; i++) {
            const dgs_box *b = &m->pages.pages[p].boxes[i];
            if (b->node == NULL || is_under_picture(b))
                continue;
            ck_assert_msg(place_of(b->node) >= last, "page %zu: \"%s\" comes too late", p + 1, words(b));
            last = place_of(b->node);
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

// The box after a heading's last one stands on the same page; a step stands on one page, but for large print on small
// paper.
static void held_together(const made *m)
{
    for (const dgs_node *n = m->doc.root; n != NULL; n = dgs_node_walk(m->doc.root, n)) {
        if (n->kind == DGS_NODE_HEADING && n->next != NULL && m->pages.node_page[n->next->index] >= 0)
            ck_assert_int_eq(m->pages.node_page[n->index], m->pages.node_page[n->next->index]);
        bool whole = n->kind == DGS_NODE_STEP && (!m->options.large_print || m->pages.width > 500);
        for (const dgs_node *c = whole ? n->first : NULL; c != NULL; c = c->next)
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
        text_is_large_enough(m, &m->pages.pages[p]);
    }
    in_reading_order(m);
    nothing_lost(m);
    held_together(m);
    no_widows(m);
    ck_assert(dgs_layout_emergency_first(&m->pages, &m->doc));
}
#endif
