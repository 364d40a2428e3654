// The booking code as it is placed: its size, its white card, and an outline that covers the dark modules and no more.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "content/content.h"
#include "default_parts.h"
#include "flatten.h"
#include "layout/layout.h"
#include "qr/qr.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_text *text;
static dgs_err err;
static dgs_doc doc;
static dgs_pages pages;

static void set_up(void)
{
    err = (dgs_err){0};
    arena = dgs_arena_new(256u << 20);
    text = dgs_text_new(NULL, &err);
    ck_assert_ptr_nonnull(text);
}

static void tear_down(void)
{
    dgs_text_free(text);
    dgs_arena_free(arena);
}

static const char *url_of(size_t bytes)
{
    static char url[3000];
    ck_assert_uint_lt(bytes, sizeof url);
    strcpy(url, "https://example.org/");
    for (size_t n = strlen(url); n < bytes; n++)
        url[n] = n % 8 == 0 ? '/' : 'a';
    url[bytes] = '\0';
    return url;
}

static bool lay_out(const char *url, dgs_paper paper, bool large_print)
{
    static const dgs_profile nobody;
    dgs_profile profile = nobody;
    const dgs_content_source source = {.parts = DGS_PART_WORKSHEET};
    const dgs_print_options options = {.paper = paper, .large_print = large_print};
    if (url != NULL)
        profile.of[DGS_SETTING_BOOKING_URL] = (dgs_fact){url + strlen("https://"), url};
    ck_assert_msg(dgs_content_load(&source, &profile, arena, &doc, &err), "%s", err.message);
    const dgs_layout_input in = {&doc, &profile.palette, &options, text};
    return dgs_layout_make(&in, arena, &pages, &err);
}

// The one box of the code, and the fill under it.
static const dgs_box *find_code(const dgs_box **card)
{
    const dgs_box *code = NULL;
    for (size_t p = 0; p < pages.npages; p++)
        for (size_t i = 0; i < pages.pages[p].nboxes; i++) {
            const dgs_box *box = &pages.pages[p].boxes[i];
            if (box->node == NULL || box->node->kind != DGS_NODE_QR)
                continue;
            ck_assert_msg(code == NULL, "two codes");
            code = box;
            *card = box - 1;
        }
    return code;
}

START_TEST(size_card_and_quiet_zone)
{
    static const size_t lengths[] = {24, 42, 60, 120, 250, 508, 640};
    const dgs_box *card = NULL;
    size_t bytes = lengths[_i / 4];
    ck_assert_msg(lay_out(url_of(bytes), (dgs_paper)(_i % 2), _i / 2 % 2 == 1), "%s", err.message);
    const dgs_box *code = find_code(&card);
    ck_assert_ptr_nonnull(code);
    ck_assert_int_eq(code->kind, DGS_BOX_ART);
    ck_assert_str_eq(code->node->qr, url_of(bytes));
    double module = code->rect.w / (double)code->art->w;
    ck_assert_msg(module >= DGS_MM(0.4) - 1e-9, "%zu bytes: a module is %.3f mm", bytes, module * 25.4 / 72);
    ck_assert(fabs(code->rect.w - code->rect.h) < 1e-9 && code->art->w == code->art->h);
    ck_assert(code->art->x == -DGS_QR_QUIET && code->art->y == -DGS_QR_QUIET);
    ck_assert(code->color.r == 0 && code->color.g == 0 && code->color.b == 0);
    ck_assert_int_eq(card->kind, DGS_BOX_FILL);
    ck_assert(card->color.r == 255 && card->color.g == 255 && card->color.b == 255);
    // The rounded corner's middle is nearer to the card's than the quiet zone's corner is.
    double dx = code->rect.x - card->rect.x, dy = code->rect.y - card->rect.y, r = card->radius;
    ck_assert(dx >= 0 && dy >= 0 && hypot(fmax(0, r - dx), fmax(0, r - dy)) <= r);
    ck_assert(dx + code->rect.w <= card->rect.w && dy + code->rect.h <= card->rect.h);
}
END_TEST

START_TEST(the_outline_covers_the_dark_modules)
{
    static const size_t lengths[] = {24, 60, 130};
    static outline o;
    dgs_qr qr;
    const dgs_box *card = NULL;
    ck_assert(lay_out(url_of(lengths[_i]), DGS_PAPER_LETTER, false));
    const dgs_box *code = find_code(&card);
    ck_assert_ptr_nonnull(code);
    ck_assert(dgs_qr_make(dgs_str_of(code->node->qr), 177, arena, &qr, &err));
    ck_assert_uint_eq(code->art->npaths, 1);
    ck_assert_int_eq(code->art->paths[0].fill.kind, DGS_PAINT_CURRENT);
    ck_assert_int_eq(code->art->paths[0].stroke.kind, DGS_PAINT_NONE);
    ck_assert(code->art->w == (float)(qr.side + 2 * DGS_QR_QUIET));
    flatten(&code->art->paths[0], &o);
    double length = 0, edges = 0;
    for (size_t i = 0; i < o.n; i++)
        length += hypot(o.b[i].x - o.a[i].x, o.b[i].y - o.a[i].y);
    for (size_t y = 0; y < qr.side; y++)
        for (size_t x = 0; x < qr.side; x++) {
            bool dark = qr.modules[y * qr.side + x] == 1;
            ck_assert_int_eq(inside(&o, (point){(double)x + 0.5, (double)y + 0.5}), dark);
            edges += dark != (x + 1 < qr.side && qr.modules[y * qr.side + x + 1] == 1);
            edges += dark != (y + 1 < qr.side && qr.modules[(y + 1) * qr.side + x] == 1);
            edges += (x == 0 && dark) + (y == 0 && dark);
        }
    ck_assert_msg(length == edges, "lines between dark modules: %g long, %g wanted", length, edges);
}
END_TEST

START_TEST(an_address_for_which_modules_would_be_too_small)
{
    ck_assert(!lay_out(url_of(1500), (dgs_paper)_i, false));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_ptr_nonnull(strstr(err.message, "give a shorter one"));
}
END_TEST

START_TEST(no_booking_page_no_code)
{
    const dgs_box *card = NULL;
    ck_assert(lay_out(NULL, DGS_PAPER_LETTER, false));
    ck_assert_ptr_null(find_code(&card));
}
END_TEST

static Suite *code_suite(void)
{
    Suite *s = suite_create("layout of the booking code");
    TCase *c = tcase_create("code");
    tcase_set_timeout(c, 60);
    tcase_add_checked_fixture(c, set_up, tear_down);
    tcase_add_loop_test(c, size_card_and_quiet_zone, 0, 7 * 4);
    tcase_add_loop_test(c, the_outline_covers_the_dark_modules, 0, 3);
    tcase_add_loop_test(c, an_address_for_which_modules_would_be_too_small, 0, 2);
    tcase_add_test(c, no_booking_page_no_code);
    suite_add_tcase(s, c);
    return s;
}

int main(void)
{
    return run_suite(code_suite());
}
