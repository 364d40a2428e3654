// The labels of the hip, for both sets, both papers and as long as a translation may make them: all are there, each
// leader leads to its point, and nothing crosses or covers anything else. And the silhouette that they keep off.
#include <stdlib.h>
#include <string.h>

#include "content/content.h"
#include "default_parts.h"
#include "flatten.h"
#include "image/builtin.h"
#include "layout/layout.h"
#include "layout/silhouette.h"
#include "unit.h"

enum { MOST = 24, PIECES = 12 }; // labels; lines of one label

typedef struct name_box { // one label as it was set
    const dgs_node *node;
    dgs_rect lines[PIECES];
    size_t n;
    point from, to; // its leader
    dgs_color color;
    bool led;
} name_box;

typedef struct made {
    dgs_arena *arena;
    dgs_text *text;
    dgs_profile profile;
    dgs_doc doc;
    dgs_pages pages;
    dgs_err err;
    const dgs_box *art;
    name_box labels[MOST];
    size_t n, wanted;
} made;

static made m;

// Each word of each label grows by this share.
static void lengthen(double share)
{
    for (const dgs_node *n = m.doc.root; n != NULL; n = dgs_node_walk(m.doc.root, n))
        for (size_t i = 0; n->kind == DGS_NODE_LABEL && i < n->nspans; i++) {
            dgs_buf longer = {.arena = m.arena};
            size_t word = 0;
            dgs_str old = n->spans[i].text;
            for (size_t k = 0; k <= old.n; k++) {
                bool end = k == old.n || old.p[k] == ' ';
                for (size_t more = end ? (size_t)ceil((double)word * share) : 0; more > 0; more--)
                    dgs_buf_addc(&longer, "nertasi"[more % 7]);
                word = end ? 0 : word + 1;
                if (k < old.n)
                    dgs_buf_addc(&longer, old.p[k]);
            }
            n->spans[i].text = (dgs_str){longer.p, longer.n};
        }
}

static int page_of(const void *ctx, const dgs_node *node)
{
    return ((const dgs_pages *)ctx)->node_page[node->index];
}

static name_box *label_of(const dgs_node *node)
{
    for (size_t i = 0; i < m.n; i++)
        if (m.labels[i].node == node)
            return &m.labels[i];
    ck_assert_uint_lt(m.n, MOST);
    m.labels[m.n] = (name_box){.node = node};
    return &m.labels[m.n++];
}

static void find_boxes(const dgs_page *page)
{
    for (size_t i = 0; i < page->nboxes; i++) {
        const dgs_box *b = &page->boxes[i];
        if (b->kind == DGS_BOX_ART && b->node != NULL && b->node->first != NULL &&
            b->node->first->kind == DGS_NODE_LABEL)
            m.art = b;
        if (b->kind != DGS_BOX_TEXT || b->node == NULL || b->node->kind != DGS_NODE_LABEL)
            continue;
        name_box *l = label_of(b->node);
        ck_assert_uint_lt(l->n, PIECES);
        l->lines[l->n++] = b->rect;
    }
}

static point tip_of(const dgs_node *label)
{
    const dgs_art *art = m.art->art;
    for (size_t i = 0; i < art->nanchors; i++)
        if (strcmp(art->anchors[i].name, label->id) == 0)
            return (point){m.art->rect.x + (art->anchors[i].x - art->x) * m.art->rect.w / art->w,
                           m.art->rect.y + (art->anchors[i].y - art->y) * m.art->rect.h / art->h};
    ck_abort_msg("no point %s", label->id);
}

// The rule that ends at each label's point.
static void find_leaders(const dgs_page *page)
{
    for (size_t i = 0; i < m.n; i++) {
        name_box *l = &m.labels[i];
        l->to = tip_of(l->node);
        for (size_t k = 0; k < page->nboxes; k++) {
            const dgs_box *b = &page->boxes[k];
            point from = {b->rect.x, b->rect.y}, to = {from.x + b->rect.w, from.y + b->rect.h};
            if (b->kind != DGS_BOX_RULE || b->decoration || hypot(to.x - l->to.x, to.y - l->to.y) > 0.1)
                continue;
            l->from = from;
            l->color = b->color;
            l->led = true;
        }
    }
}

static void make(dgs_labels labels, dgs_paper paper, double share)
{
    const dgs_settings settings = {0};
    const dgs_print_options options = {.paper = paper};
    const dgs_content_source source = {.parts = ALL_PARTS, .labels = labels};
    m = (made){.arena = dgs_arena_new(256u << 20), .text = dgs_text_new(NULL, &m.err)};
    ck_assert(dgs_profile_make(&settings, DGS_INK_COLOR, m.arena, &m.profile, &m.err));
    ck_assert_msg(dgs_content_load(&source, &m.profile, m.arena, &m.doc, &m.err), "%s", m.err.message);
    lengthen(share);
    const dgs_layout_input in = {&m.doc, &m.profile.palette, &options, m.text};
    do
        ck_assert_msg(dgs_layout_make(&in, m.arena, &m.pages, &m.err), "%s", m.err.message);
    while (dgs_content_set_pages(&m.doc, page_of, &m.pages));
    for (const dgs_node *n = m.doc.root; n != NULL; n = dgs_node_walk(m.doc.root, n))
        m.wanted += n->kind == DGS_NODE_LABEL;
    for (size_t p = 0; p < m.pages.npages; p++) {
        find_boxes(&m.pages.pages[p]);
        if (m.art != NULL && m.n > 0 && !m.labels[0].led)
            find_leaders(&m.pages.pages[p]);
    }
}

static void unmake(void)
{
    dgs_text_free(m.text);
    dgs_arena_free(m.arena);
}

static bool crosses(point a, point b, dgs_rect r)
{
    point corners[4] = {{r.x, r.y}, {r.x + r.w, r.y}, {r.x + r.w, r.y + r.h}, {r.x, r.y + r.h}};
    for (int i = 0; i < 4; i++)
        if (!isnan(crossing(a, b, corners[i], corners[(i + 1) % 4])))
            return true;
    return a.x > r.x && a.x < r.x + r.w && a.y > r.y && a.y < r.y + r.h;
}

static bool overlap(dgs_rect a, dgs_rect b)
{
    return a.x + a.w > b.x && b.x + b.w > a.x && a.y + a.h > b.y && b.y + b.h > a.y;
}

static void all_are_there(size_t count)
{
    ck_assert_ptr_nonnull(m.art);
    ck_assert_uint_eq(m.wanted, count);
    ck_assert_uint_eq(m.n, count);
    for (size_t i = 0; i < m.n; i++) {
        const name_box *l = &m.labels[i];
        ck_assert_msg(l->led, "no leader goes to %s", l->node->id);
        double middle = (l->lines[0].y + l->lines[l->n - 1].y + l->lines[l->n - 1].h) / 2;
        ck_assert_msg(fabs(l->from.y - middle) < 4, "the leader of %s does not begin at it", l->node->id);
    }
}

static void leaders_cross_nothing(void)
{
    for (size_t i = 0; i < m.n; i++)
        for (size_t k = 0; k < m.n; k++) {
            const name_box *a = &m.labels[i], *b = &m.labels[k];
            ck_assert_msg(i == k || isnan(crossing(a->from, a->to, b->from, b->to)), "the leaders of %s and %s cross",
                          a->node->id, b->node->id);
            for (size_t j = 0; j < b->n; j++)
                ck_assert_msg(!crosses(a->from, a->to, b->lines[j]), "the leader of %s runs through %s", a->node->id,
                              b->node->id);
        }
}

static void words_cover_nothing(void)
{
    for (size_t i = 0; i < m.n; i++)
        for (size_t k = i + 1; k < m.n; k++)
            for (size_t a = 0; a < m.labels[i].n; a++)
                for (size_t b = 0; b < m.labels[k].n; b++)
                    ck_assert_msg(!overlap(m.labels[i].lines[a], m.labels[k].lines[b]), "%s lies on %s",
                                  m.labels[i].node->id, m.labels[k].node->id);
}

// No piece of an outline, as wide as its stroke, comes into the words; nor do they lie inside a filled shape.
static void words_keep_off_the_art(void)
{
    static outline o;
    const dgs_art *art = m.art->art;
    double scale = m.art->rect.h / art->h, x = m.art->rect.x - art->x * scale, y = m.art->rect.y - art->y * scale;
    for (size_t i = 0; i < art->npaths; i++) {
        double half = art->paths[i].stroke.kind == DGS_PAINT_NONE ? 0 : art->paths[i].stroke_width / 2.0;
        flatten(&art->paths[i], &o);
        for (size_t k = 0; k < m.n; k++)
            for (size_t j = 0; j < m.labels[k].n; j++) {
                dgs_rect r = m.labels[k].lines[j];
                dgs_rect in_art = {(r.x - x) / scale - half, (r.y - y) / scale - half, r.w / scale + 2 * half,
                                   r.h / scale + 2 * half};
                bool on = art->paths[i].fill.kind != DGS_PAINT_NONE &&
                          inside(&o, (point){in_art.x + in_art.w / 2, in_art.y + in_art.h / 2});
                for (size_t q = 0; !on && q < o.n; q++)
                    on = crosses(o.a[q], o.b[q], in_art);
                ck_assert_msg(!on, "%s lies on the art", m.labels[k].node->id);
            }
    }
}

// Calm: no leader is steeper than that, and those of a side begin on one line, 6 mm or more apart.
static void leaders_are_of_one_kind(double steep)
{
    const double apart = 17; // points
    for (size_t i = 0; i < m.n; i++) {
        const name_box *a = &m.labels[i];
        ck_assert_msg(fabs(a->to.y - a->from.y) <= steep * fabs(a->to.x - a->from.x) + 0.1, "the leader of %s is steep",
                      a->node->id);
        for (size_t k = 0; k < i; k++) {
            const name_box *b = &m.labels[k];
            ck_assert_msg(hypot(a->from.x - b->from.x, a->from.y - b->from.y) >= apart,
                          "the leaders of %s and %s begin together", a->node->id, b->node->id);
            bool same_side = (a->from.x < a->to.x) == (b->from.x < b->to.x);
            ck_assert_msg(!same_side || fabs(a->from.x - b->from.x) < 0.1, "the leaders of %s and %s begin apart",
                          a->node->id, b->node->id);
        }
    }
}

// How far apart the points of two leaders are, at least.
static double least_apart(void)
{
    double least = INFINITY;
    for (size_t i = 0; i < m.n; i++)
        for (size_t k = 0; k < i; k++)
            least = fmin(least, hypot(m.labels[i].to.x - m.labels[k].to.x, m.labels[i].to.y - m.labels[k].to.y));
    return least;
}

static const dgs_path *path_named(const dgs_art *art, const char *id)
{
    for (size_t i = 0; i < art->npaths; i++)
        if (art->paths[i].id != NULL && strcmp(art->paths[i].id, id) == 0)
            return &art->paths[i];
    ck_abort_msg("nothing is called %s", id);
}

static void leaders_keep_off_the_holes_of_the_sacrum(void)
{
    static outline holes;
    const dgs_art *art = m.art->art;
    double scale = m.art->rect.h / art->h;
    flatten(path_named(art, "foramina"), &holes);
    for (size_t k = 0; k < m.n; k++)
        for (size_t i = 0; i < holes.n; i++) {
            point a = {m.art->rect.x + (holes.a[i].x - art->x) * scale,
                       m.art->rect.y + (holes.a[i].y - art->y) * scale};
            point b = {m.art->rect.x + (holes.b[i].x - art->x) * scale,
                       m.art->rect.y + (holes.b[i].y - art->y) * scale};
            ck_assert_msg(isnan(crossing(m.labels[k].from, m.labels[k].to, a, b)), "the leader of %s crosses a hole",
                          m.labels[k].node->id);
        }
}

// On their own side of the picture these leaders would run over the nerve, so they come from the other one.
static void the_nerve_is_not_crossed_from(const char *id)
{
    static outline nerve;
    const dgs_art *art = m.art->art;
    double scale = m.art->rect.h / art->h;
    flatten(path_named(art, "sciatic-nerve"), &nerve);
    for (size_t k = 0; k < m.n; k++)
        for (size_t i = 0; strcmp(m.labels[k].node->id, id) == 0 && i < nerve.n; i++) {
            point a = {m.art->rect.x + (nerve.a[i].x - art->x) * scale,
                       m.art->rect.y + (nerve.a[i].y - art->y) * scale};
            point b = {m.art->rect.x + (nerve.b[i].x - art->x) * scale,
                       m.art->rect.y + (nerve.b[i].y - art->y) * scale};
            ck_assert(isnan(crossing(m.labels[k].from, m.labels[k].to, a, b)));
        }
}

// The place of pressure has a leader of its own, in the color of the words.
static void one_leader_warns(void)
{
    const dgs_palette *palette = &m.profile.palette;
    for (size_t i = 0; i < m.n; i++) {
        bool warns = strcmp(m.labels[i].node->id, "pressing-point") == 0;
        ck_assert(dgs_color_same(m.labels[i].color, warns ? palette->alert : palette->ink));
    }
    ck_assert(!dgs_color_same(palette->alert, palette->ink));
}

static const double shares[] = {0, 0.35};

START_TEST(labels_and_leaders_are_clear)
{
    dgs_labels labels = _i % 2 == 0 ? DGS_LABELS_PATIENT : DGS_LABELS_CLINICAL;
    dgs_paper paper = _i / 2 % 2 == 0 ? DGS_PAPER_LETTER : DGS_PAPER_A4;
    double share = shares[_i / 4];
    make(labels, paper, share);
    all_are_there(labels == DGS_LABELS_PATIENT ? 6 : 17);
    leaders_cross_nothing();
    leaders_are_of_one_kind(labels == DGS_LABELS_PATIENT ? 0.35 : share == 0 ? 0.8 : 1.2);
    leaders_keep_off_the_holes_of_the_sacrum();
    the_nerve_is_not_crossed_from("sit-bone");
    the_nerve_is_not_crossed_from("obturator-internus");
    one_leader_warns();
    const double apart = labels == DGS_LABELS_CLINICAL && share > 0 ? 16 : 17; // 6 mm, and nearly so with long words
    ck_assert_double_ge(least_apart(), apart);
    words_cover_nothing();
    words_keep_off_the_art();
    if (labels == DGS_LABELS_PATIENT) // sixteen labels in a column may take a page more
        ck_assert_uint_eq(m.pages.npages, 4);
    const double lowest =
        labels == DGS_LABELS_CLINICAL || share > 0 ? 110 : 139; // both hips, in a column next to words
    ck_assert_double_ge(m.art->rect.h, lowest - 0.01);
    unmake();
}
END_TEST

START_TEST(labels_that_are_far_too_long_make_the_art_small)
{
    make(DGS_LABELS_CLINICAL, DGS_PAPER_LETTER, 1.2);
    all_are_there(17);
    words_cover_nothing();
    words_keep_off_the_art();
    unmake();
}
END_TEST

static void same_silhouette(const char *name, const dgs_silhouette *a, const dgs_silhouette *b)
{
    ck_assert_msg(a->y == b->y && a->h == b->h, "%s: another view box", name);
    for (int i = 0; i < DGS_SILHOUETTE_ROWS; i++)
        ck_assert_msg(a->left[i] == b->left[i] && a->right[i] == b->right[i], "%s: row %d differs", name, i);
}

// Layout finds the same for the same drawing when it comes from a content folder.
START_TEST(silhouettes_made_at_build_time_are_those_of_the_paths)
{
    dgs_arena *arena = dgs_arena_new(1u << 20);
    size_t n = 0;
    for (size_t i = 0; i < dgs_nbuiltin_arts; i++) {
        const dgs_builtin_art *built = &dgs_builtin_arts[i];
        dgs_art custom = built->art;
        custom.silhouette = NULL;
        ck_assert_msg((built->art.silhouette != NULL) == (built->art.nanchors > 0), "%s", built->name);
        if (built->art.silhouette == NULL)
            continue;
        const dgs_silhouette *computed = dgs_silhouette_of(&custom, arena);
        ck_assert_ptr_nonnull(computed);
        ck_assert_ptr_eq(dgs_silhouette_of(&built->art, arena), built->art.silhouette);
        same_silhouette(built->name, built->art.silhouette, computed);
        n++;
    }
    ck_assert_uint_ge(n, 1);
    dgs_arena_free(arena);
}
END_TEST

// A piece of an outline may be counted to the row above or below it: labels keep off by more than a row.
START_TEST(silhouettes_hold_the_outline)
{
    static outline o;
    const dgs_art *art = dgs_builtin_art_find("piriformis.svg");
    const double row = (double)art->h / DGS_SILHOUETTE_ROWS, near = 0.01;
    for (size_t i = 0; i < art->npaths; i++) {
        flatten(&art->paths[i], &o);
        for (size_t k = 0; k < o.n; k++) {
            double left, right;
            if (o.a[k].y < art->y || o.a[k].y >= art->y + art->h)
                continue;
            dgs_silhouette_extent(art->silhouette, o.a[k].y - row, o.a[k].y + row, &left, &right);
            ck_assert_msg(o.a[k].x >= left - near && o.a[k].x <= right + near, "(%g, %g) lies outside", o.a[k].x,
                          o.a[k].y);
        }
    }
}
END_TEST

START_TEST(an_extent_is_that_of_its_rows)
{
    dgs_silhouette s = {.y = 10, .h = DGS_SILHOUETTE_ROWS};
    double left, right;
    for (int i = 0; i < DGS_SILHOUETTE_ROWS; i++) {
        s.left[i] = i < 50 ? (float)i : INFINITY;
        s.right[i] = i < 50 ? (float)(2 * i) : -INFINITY;
    }
    dgs_silhouette_extent(&s, 13.5, 17.5, &left, &right); // rows 3 to 8
    ck_assert_double_eq(left, 3);
    ck_assert_double_eq(right, 16);
    dgs_silhouette_extent(&s, -1000, 1000, &left, &right);
    ck_assert_double_eq(left, 0);
    ck_assert_double_eq(right, 98);
    const double empty[][2] = {{-20, -5}, {70, 90}, {200, 220}}; // above, in rows without paint, below
    for (size_t i = 0; i < 3; i++) {
        dgs_silhouette_extent(&s, empty[i][0], empty[i][1], &left, &right);
        ck_assert_double_eq(left, INFINITY);
        ck_assert_double_eq(right, -INFINITY);
    }
}
END_TEST

static Suite *layout_labels_suite(void)
{
    Suite *s = suite_create("layout labels");
    TCase *c = tcase_create("hip");
    tcase_add_loop_test(c, labels_and_leaders_are_clear, 0, 8);
    tcase_add_test(c, labels_that_are_far_too_long_make_the_art_small);
    suite_add_tcase(s, c);
    c = tcase_create("silhouette");
    tcase_add_test(c, silhouettes_made_at_build_time_are_those_of_the_paths);
    tcase_add_test(c, silhouettes_hold_the_outline);
    tcase_add_test(c, an_extent_is_that_of_its_rows);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(layout_labels_suite());
}
