// Logos: what is trimmed, what is pale, how large they get, and what another program draws.
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "convert/convert.h"
#include "host/folder.h"
#include "image/bounds.h"
#include "image/logo.h"
#include "image/trim.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_err err;

static void set_up(void)
{
    (void)signal(SIGPIPE, SIG_IGN);
    arena = dgs_arena_new(256 * 1024 * 1024);
    ck_assert_ptr_nonnull(arena);
    err = (dgs_err){0};
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

enum { W = 8, H = 6 };

// A raster from a drawing of W x H characters: ' ' margin, '#' black, '+' white ink, '.' nearly white or transparent.
static dgs_raster draw(const char *rows, bool alpha)
{
    dgs_raster r = {.w = W, .h = H, .channels = 3};
    char *samples = dgs_arena_alloc(arena, (size_t)W * H * 3), *cover = dgs_arena_alloc(arena, (size_t)W * H);
    for (size_t i = 0; i < (size_t)W * H; i++) {
        bool ink = rows[i] == '#' || rows[i] == '+';
        memset(samples + 3 * i, rows[i] == '#' ? 0 : rows[i] == '.' ? 251 : 255, 3);
        cover[i] = (char)(ink ? 255 : rows[i] == '.' ? 8 : 0);
    }
    r.samples = (dgs_str){samples, (size_t)W * H * 3};
    if (alpha)
        r.alpha = (dgs_str){cover, (size_t)W * H};
    return r;
}

static const char two[] = "        "
                          "  .     "
                          "   #    "
                          "     #. "
                          "        "
                          "        ";

START_TEST(trim_rows)
{
    for (int alpha = 0; alpha < 2; alpha++) {
        dgs_raster r = draw(two, alpha == 1);
        dgs_trim_find(&r);
        ck_assert(r.visible.x == 3 && r.visible.y == 2 && r.visible.w == 3 && r.visible.h == 2);
        dgs_trim_apply(&r);
        ck_assert(r.w == 3 && r.h == 2 && r.shown.w == 0 && r.samples.n == 18);
        for (size_t i = 0; i < 6; i++)
            ck_assert_int_eq(r.samples.p[3 * i] == 0, i == 0 || i == 5);
        ck_assert_uint_eq(r.alpha.n, alpha == 1 ? 6 : 0);
        if (alpha == 1)
            ck_assert(memcmp(r.alpha.p, "\377\0\0\0\0\377", 6) == 0);
    }
}
END_TEST

START_TEST(trim_nothing)
{
    dgs_raster blank = draw("                                                ", true), white = blank;
    white.alpha.n = 0;
    dgs_raster *both[] = {&blank, &white};
    for (int i = 0; i < 2; i++) {
        dgs_trim_find(both[i]);
        ck_assert_uint_eq(both[i]->visible.w, 0);
        dgs_trim_apply(both[i]);
        ck_assert(both[i]->w == W && both[i]->h == H);
        ck_assert(!dgs_trim_pale(both[i]));
    }
    dgs_raster kept = draw(two, false); // a stream that is kept is not cut
    dgs_trim_find(&kept);
    kept.encoding = DGS_PIXELS_JPEG;
    kept.orientation = 6;
    dgs_trim_apply(&kept);
    ck_assert(kept.w == W && kept.shown.w == 3 && kept.shown.x == 3);
    uint32_t across, down;
    dgs_raster_size(&kept, &across, &down);
    ck_assert(across == 2 && down == 3);
    ck_assert_double_eq_tol(dgs_raster_dpi(&kept, 0.72), 200, 1e-9);
}
END_TEST

START_TEST(trim_palette)
{
    dgs_raster r = {.w = 4, .h = 1, .channels = 1, .palette = {"\377\377\377\0\0\0\372\372\372", 9}};
    r.samples = (dgs_str){"\0\1\2\0", 4};
    dgs_trim_find(&r);
    ck_assert(r.visible.x == 1 && r.visible.w == 1);
}
END_TEST

START_TEST(pale_pixels)
{
    char rows[W * H + 1];
    memset(rows, '+', W * H);
    rows[W * H] = '\0';
    dgs_raster white = draw(rows, true), opaque = draw(rows, false);
    ck_assert(dgs_trim_pale(&white));
    ck_assert(!dgs_trim_pale(&opaque)); // it has its own ground
    memset(rows, '#', 2);               // 2 of 48: less than 5 %
    white = draw(rows, true);
    ck_assert(dgs_trim_pale(&white));
    rows[2] = '#';
    white = draw(rows, true);
    ck_assert(!dgs_trim_pale(&white));
    ck_assert(dgs_color_pale((dgs_color){255, 240, 120}));  // 1.2:1
    ck_assert(!dgs_color_pale((dgs_color){200, 205, 210})); // 1.6:1
}
END_TEST

#define SVG(body) "<svg viewBox='0 0 100 100'>" body "</svg>"

START_TEST(art_bounds)
{
    static const struct {
        const char *svg;
        double x, y, w, h;
        bool pale;
    } cases[] = {
        {SVG("<rect x='10' y='20' width='30' height='5'/>"), 10, 20, 30, 5, false},
        {SVG("<circle cx='50' cy='50' r='20'/>"), 30, 30, 40, 40, false},
        {SVG("<path d='M20 50 C20 10 80 10 80 50'/>"), 20, 20, 60, 30, false},
        {SVG("<path d='M20 20 L40 20' stroke='#000' stroke-width='4' stroke-linejoin='round'/>"), 18, 18, 24, 4, false},
        {SVG("<rect width='100' height='100' fill='#fff'/><rect x='10' y='20' width='30' height='5'/>"), 10, 20, 30, 5,
         false},
        {SVG("<rect x='10' y='20' width='30' height='5' fill='white'/>"), 10, 20, 30, 5, true},
        {SVG("<rect x='10' y='20' width='30' height='5' fill='#fff8e0' stroke='#eee' stroke-linejoin='round'/>"), 9.5,
         19.5, 31, 6, true},
        {SVG("<rect x='10' y='20' width='30' height='5' fill='currentColor'/>"), 10, 20, 30, 5, false},
        {SVG("<rect x='90' y='-20' width='30' height='50'/>"), 90, 0, 10, 30, false},
        {SVG("<rect x='190' y='20' width='30' height='50'/>"), 0, 0, 100, 100, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        dgs_art art;
        ck_assert_msg(dgs_svg_parse(arena, "a.svg", dgs_str_of(cases[i].svg), &art, &err), "%s", err.message);
        ck_assert_int_eq(dgs_bounds_pale(&art), cases[i].pale);
        dgs_bounds_apply(&art);
        ck_assert_double_eq_tol((double)art.x, cases[i].x, 0.01);
        ck_assert_double_eq_tol((double)art.y, cases[i].y, 0.01);
        ck_assert_double_eq_tol((double)art.w, cases[i].w, 0.01);
        ck_assert_double_eq_tol((double)art.h, cases[i].h, 0.01);
    }
}
END_TEST

// Every shape keeps its proportions and the bounds; from 1:3 to 6:1 the areas differ by less than a half.
START_TEST(optical_size)
{
    for (double aspect = 0.01; aspect < 100; aspect *= 1.1)
        for (int pale = 0; pale < 2; pale++) {
            dgs_art art = {.w = (float)(aspect * 100), .h = 100};
            dgs_picture picture = {.kind = DGS_PICTURE_ART, .art = &art, .pale = pale == 1};
            dgs_logo_extent place = dgs_logo_fit(&picture);
            double w = place.w - 2 * place.pad, h = place.h - 2 * place.pad;
            ck_assert_double_le(place.w, 132.001);
            ck_assert_double_le(place.h, 56.001);
            ck_assert_double_eq_tol(w / h / aspect, 1, 0.001);
            ck_assert_int_eq(place.pad > 0, pale == 1);
            if (aspect > 0.4 && aspect < 6 && pale == 0) {
                ck_assert_double_ge(w * h, 42 * 42 / 1.5);
                ck_assert_double_le(w * h, 42 * 42 * 1.5);
            }
        }
}
END_TEST

// A wide wordmark is larger than a logo of its shape, but not higher than 42 points or wider than half a page.
START_TEST(size_of_a_wordmark)
{
    for (double aspect = 0.01; aspect < 100; aspect *= 1.1)
        for (int pale = 0; pale < 2; pale++) {
            dgs_art art = {.w = (float)(aspect * 100), .h = 100};
            dgs_picture picture = {.kind = DGS_PICTURE_ART, .art = &art, .pale = pale == 1};
            dgs_logo_extent place = dgs_logo_fit_wordmark(&picture), logo = dgs_logo_fit(&picture);
            double w = place.w - 2 * place.pad, h = place.h - 2 * place.pad;
            ck_assert_double_eq_tol(w / h / aspect, 1, 0.001);
            ck_assert_double_ge(place.w, logo.w - 0.001);
            if (aspect <= 1)
                ck_assert_double_eq(place.w, logo.w);
            else
                ck_assert_double_le(h, 42.001);
            ck_assert_double_le(place.w, 250.001);
        }
    dgs_art wide = {.w = 600, .h = 100};
    const dgs_picture picture = {.kind = DGS_PICTURE_ART, .art = &wide};
    ck_assert_double_ge(dgs_logo_fit_wordmark(&picture).w, 160);
}
END_TEST

static const char gradient[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><linearGradient id='a'>"
                               "<stop offset='0' stop-color='#f00'/><stop offset='1' stop-color='#00f'/>"
                               "</linearGradient><rect x='30' y='40' width='40' height='20' fill='url(#a)'/></svg>";

static bool load(const char *text, dgs_picture *out)
{
    char path[] = "test_logo_XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    err = (dgs_err){0};
    bool ok = dgs_logo_load(arena, &(dgs_logo_source){&dgs_files_at, &dgs_convert_drawer, path}, out, &err);
    unlink(path);
    return ok;
}

START_TEST(converted)
{
    dgs_picture picture;
    ck_assert(dgs_convert_begin(NULL, &err));
    if (!dgs_convert_drawer.ready(NULL))
        return;
    ck_assert_msg(load(gradient, &picture), "%s", err.message);
    ck_assert_int_eq(picture.kind, DGS_PICTURE_RASTER);
    ck_assert_double_eq_tol(dgs_picture_aspect(&picture), 2, 0.02);
    dgs_logo_extent place = dgs_logo_fit(&picture);
    ck_assert_double_ge(dgs_raster_dpi(picture.raster, place.w), 580);
    const unsigned char *first = (const unsigned char *)picture.raster->samples.p;
    const unsigned char *last = first + picture.raster->samples.n - 3;
    ck_assert(first[0] > 240 && first[2] < 15 && last[0] < 15 && last[2] > 240);
    ck_assert(!load("<svg viewBox='0 0 1 1'><text>a</text></svg", &picture));
    ck_assert_msg(strstr(err.message, "is not well-formed SVG") != NULL, "%s", err.message);
    dgs_convert_end();
}
END_TEST

START_TEST(not_installed)
{
    dgs_picture picture;
    setenv("PATH", "relative:/no/such/folder:", 1);
    ck_assert(dgs_convert_begin(NULL, &err) && !dgs_convert_drawer.ready(NULL));
    ck_assert(!load(gradient, &picture));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strstr(err.message, ":1: <linearGradient> is not supported") != NULL &&
                      strstr(err.message, "librsvg2-bin") != NULL && strstr(err.message, "PNG") != NULL,
                  "%s", err.message);
    ck_assert(!load("<!DOCTYPE svg><svg/>", &picture));
    ck_assert_ptr_null(strstr(err.message, "librsvg2-bin"));
}
END_TEST

static char folder[600], program[640];

// Puts a script in the place of rsvg-convert.
static void stand_in(const char *script)
{
    ck_assert_ptr_nonnull(getcwd(folder, sizeof folder - 20));
    strcat(folder, "/stand_in_XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(program, sizeof program, "%s/rsvg-convert", folder);
    FILE *f = fopen(program, "w");
    ck_assert_ptr_nonnull(f);
    ck_assert_int_ge(fputs(script, f), 0);
    ck_assert_int_eq(fclose(f), 0);
    ck_assert_int_eq(chmod(program, 0700), 0);
    setenv("PATH", folder, 1);
}

// A program that hangs, fails, floods, says nothing or prints no PNG, one that looks at what it was given, and one that
// would write a file.
START_TEST(other_programs)
{
    static const struct {
        const char *script, *words;
    } cases[] = {
        {"#!/bin/sh\nexit 1\n", "cannot draw it"},
        {"#!/bin/sh\nexec /bin/cat /dev/zero\n", "cannot draw it"},
        {"#!/bin/sh\nexec /bin/cat\n", "is not a PNG picture"},
        {"#!/bin/sh\nexit 0\n", "is not a PNG picture"},
        {"#!/bin/sh\nexec /bin/sleep 3600\n", "needs too long to draw it: save the logo as PNG"},
        {"#!/bin/sh\n[ -z \"$SECRET$HOME\" ] && [ \"$(ulimit -f)\" = 0 ] || exit 1\n"
         "[ \"$(ulimit -t) $(ulimit -v) $(ulimit -c)\" = '10 1048576 0' ] || exit 1\n" // 10 seconds, 1 GB, no core file
         "for fd in 3 4 5 6 7 8 9; do [ ! -e /proc/self/fd/$fd ] || exit 1; done\nexec /bin/cat\n",
         "is not a PNG picture"},
        {"#!/bin/sh\necho cache >\"$0.cache\" 2>/dev/null\n/bin/rm \"$0.cache\"\nexec /bin/cat\n",
         "is not a PNG picture"},
    };
    setenv("SECRET", "word", 1);
    int open_file = dup(0);
    stand_in(cases[_i].script);
    dgs_picture picture;
    ck_assert(dgs_convert_begin(NULL, &err) && dgs_convert_drawer.ready(NULL));
    bool ok = load(gradient, &picture);
    dgs_convert_end();
    close(open_file);
    unlink(program);
    rmdir(folder);
    ck_assert(!ok);
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strstr(err.message, cases[_i].words) != NULL, "%s", err.message);
}
END_TEST

static Suite *image_logo_suite(void)
{
    Suite *suite = suite_create("image_logo");
    TCase *tc = tcase_create("image_logo");
    tcase_set_timeout(tc, 60);
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_test(tc, trim_rows);
    tcase_add_test(tc, trim_nothing);
    tcase_add_test(tc, trim_palette);
    tcase_add_test(tc, pale_pixels);
    tcase_add_test(tc, art_bounds);
    tcase_add_test(tc, optical_size);
    tcase_add_test(tc, size_of_a_wordmark);
    tcase_add_test(tc, converted);
    tcase_add_loop_test(tc, other_programs, 0, 7);
    tcase_add_test(tc, not_installed);
    suite_add_tcase(suite, tc);
    return suite;
}

int main(void)
{
    return run_suite(image_logo_suite());
}
