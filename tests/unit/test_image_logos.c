// Logos that are kept: the same file is read once, a changed one again, and room is made for others.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/folder.h"
#include "image/logos.h"
#include "unit.h"

static dgs_logos *logos;
static dgs_err err;
static char folder[32];

static void set_up(void)
{
    err = (dgs_err){0};
    strcpy(folder, "/tmp/dgs-logos-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static const char *path_of(int i)
{
    static char path[64];
    (void)snprintf(path, sizeof path, "%s/%d.svg", folder, i);
    return path;
}

static void tear_down(void)
{
    for (int i = 0; i <= DGS_LOGOS_KEPT; i++)
        (void)unlink(path_of(i));
    ck_assert_int_eq(rmdir(folder), 0);
    dgs_logos_free(logos);
    logos = NULL;
}

// A drawing so many times as wide as high, whose points take about so many bytes.
static void put(int i, int wide, int bytes)
{
    FILE *f = fopen(path_of(i), "w");
    ck_assert_ptr_nonnull(f);
    fprintf(f, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 1\"><path id=\"a\" d=\"M0 0h%dv1H0z", wide,
            wide);
    for (int n = 0; n < bytes; n += 8)
        fputs("L0 0", f);
    fputs("\"/></svg>", f);
    ck_assert_int_eq(fclose(f), 0);
}

static const dgs_picture *load(int i)
{
    return dgs_logos_load(logos, &(dgs_logo_source){&dgs_files_at, NULL, path_of(i)}, &err);
}

static const dgs_picture *get(int i, int wide)
{
    const dgs_picture *picture = load(i);
    ck_assert_msg(picture != NULL, "%s", err.message);
    ck_assert_double_eq_tol(dgs_picture_aspect(picture), wide, 1e-6);
    ck_assert_uint_gt(picture->key, 0);
    return picture;
}

static void keep(size_t most)
{
    logos = dgs_logos_new(most, &err);
    ck_assert_ptr_nonnull(logos);
}

START_TEST(a_file_is_read_once)
{
    keep(1 << 20);
    put(1, 2, 1);
    put(2, 3, 1);
    const dgs_picture *one = get(1, 2), *two = get(2, 3);
    ck_assert_ptr_ne(one, two);
    ck_assert_uint_ne(one->key, two->key);
    for (int i = 0; i < 3; i++)
        ck_assert_ptr_eq(get(1, 2), one);
    ck_assert_ptr_eq(get(2, 3), two);
}
END_TEST

START_TEST(a_changed_file_is_read_again)
{
    keep(1 << 20);
    put(1, 2, 1);
    unsigned long long key = get(1, 2)->key;
    const struct timespec long_ago[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    put(1, 3, 1); // as long as before
    ck_assert_int_eq(utimensat(AT_FDCWD, path_of(1), long_ago, 0), 0);
    ck_assert_uint_ne(get(1, 3)->key, key);
    key = get(1, 3)->key;
    ck_assert_int_eq(unlink(path_of(1)), 0);
    ck_assert_ptr_null(load(1));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    err = (dgs_err){0};
    put(1, 4, 1);
    ck_assert_uint_ne(get(1, 4)->key, key);
}
END_TEST

START_TEST(what_cannot_be_read_is_told_each_time)
{
    dgs_arena *arena = dgs_arena_new(1 << 20);
    dgs_err alone = {0};
    dgs_picture picture;
    keep(1 << 20);
    FILE *f = fopen(path_of(1), "w");
    ck_assert_ptr_nonnull(f);
    fputs("no picture", f);
    ck_assert_int_eq(fclose(f), 0);
    ck_assert(!dgs_logo_load(arena, &(dgs_logo_source){&dgs_files_at, NULL, path_of(1)}, &picture, &alone));
    for (int i = 0; i < 2; i++) {
        err = (dgs_err){0};
        ck_assert_ptr_null(load(1));
        ck_assert_str_eq(err.message, alone.message);
        ck_assert_int_eq(err.kind, alone.kind);
    }
    dgs_arena_free(arena);
}
END_TEST

// How many of the first `n` files are kept still: asked from the newest on, so that asking drops none of the rest.
static size_t kept(int n, const unsigned long long *keys)
{
    size_t count = 0;
    for (int i = n; i > 0 && get(i, i)->key == keys[i]; i--)
        count++;
    return count;
}

START_TEST(the_longest_unused_go_first)
{
    unsigned long long keys[DGS_LOGOS_KEPT + 1];
    keep(1 << 24);
    for (int i = 1; i <= DGS_LOGOS_KEPT; i++) {
        put(i, i, 1);
        keys[i] = get(i, i)->key;
    }
    ck_assert_uint_eq(get(1, 1)->key, keys[1]); // used again: the second is the oldest now
    put(0, 99, 1);
    (void)get(0, 99);
    ck_assert_uint_eq(get(1, 1)->key, keys[1]);
    ck_assert_uint_eq(get(3, 3)->key, keys[3]);
    ck_assert_uint_ne(get(2, 2)->key, keys[2]);
}
END_TEST

START_TEST(bytes_have_a_limit)
{
    unsigned long long keys[9];
    keep(200000); // the one that is over it goes when the next one comes
    for (int i = 1; i <= 8; i++) {
        put(i, i, 50000);
        keys[i] = get(i, i)->key;
    }
    size_t n = kept(8, keys);
    ck_assert_msg(n >= 1 && n <= 5, "%zu are kept", n);
    put(1, 1, 400000); // more than all may have: it stays as long as it is the newest
    const dgs_picture *large = get(1, 1);
    ck_assert_ptr_eq(get(1, 1), large);
    (void)get(2, 2);
    ck_assert_uint_eq(kept(2, (const unsigned long long[]){0, 0, get(2, 2)->key}), 1);
}
END_TEST

// Another process would have its own logos, on the same shelf.
START_TEST(what_one_has_read_others_find_on_the_shelf)
{
    const size_t n = 1 << 20;
    void *memory = calloc(1, n);
    dgs_logos *other = dgs_logos_new(1 << 20, &err);
    keep(1 << 20);
    ck_assert(memory != NULL && other != NULL);
    dgs_logos_share(logos, dgs_shelf_in(memory, n));
    dgs_logos_share(other, dgs_shelf_in(memory, n));
    put(1, 2, 1);
    put(2, 3, 1);
    const dgs_picture *one = get(1, 2), *two = get(2, 3);
    ck_assert_uint_ne(one->key, two->key);
    ck_assert_ptr_eq(dgs_logos_load(other, &(dgs_logo_source){&dgs_files_at, NULL, path_of(1)}, &err), one);
    ck_assert((const char *)one > (const char *)memory && (const char *)one < (const char *)memory + n);
    ck_assert_uint_eq(one->art->npaths, 1);
    ck_assert_str_eq(one->art->paths[0].id, "a");
    put(1, 4, 100); // another one of this name
    ck_assert_ptr_ne(get(1, 4), one);
    dgs_logos_free(other);
    dgs_logos_free(logos);
    logos = NULL;
    free(memory);
}
END_TEST

START_TEST(what_finds_no_room_is_kept_by_each)
{
    const size_t n = 100000; // some of it is the list of what there is
    void *memory = calloc(1, n);
    keep(1 << 20);
    ck_assert_ptr_null(dgs_shelf_in(memory, 100));
    dgs_logos_share(logos, dgs_shelf_in(memory, n));
    for (int i = 1; i <= 8; i++)
        put(i, i, i == 8 ? 200000 : 4000);
    const dgs_picture *large = get(8, 8);
    ck_assert((const char *)large < (const char *)memory || (const char *)large >= (const char *)memory + n);
    ck_assert_uint_gt(large->key, DGS_SHELF_LOGOS);
    for (int i = 1; i < 8; i++)
        ck_assert_ptr_eq(get(i, i), get(i, i));
    ck_assert_uint_eq(get(1, 1)->key, 1);
    ck_assert_uint_gt(get(7, 7)->key, DGS_SHELF_LOGOS);
    ck_assert_ptr_eq(get(8, 8), large);
    dgs_logos_free(logos);
    logos = NULL;
    free(memory);
}
END_TEST

START_TEST(a_copy_is_all_of_a_picture)
{
    static const char *const remarks[] = {"one", "two"};
    const dgs_anchor anchors[] = {{"knee", 1, 2, true}};
    const uint8_t ops[] = {DGS_PATH_MOVE, DGS_PATH_CURVE, DGS_PATH_CLOSE};
    const float points[] = {1, 2, 3, 4, 5, 6, 7, 8};
    const dgs_path path = {.id = NULL, .ops = ops, .nops = 3, .points = points};
    const dgs_silhouette silhouette = {.h = 5};
    const dgs_art art = {.paths = &path,
                         .npaths = 1,
                         .anchors = anchors,
                         .nanchors = 1,
                         .stream = {"abc", 3},
                         .silhouette = &silhouette};
    const dgs_raster raster = {
        .w = 1, .h = 1, .channels = 1, .palette = {"rgb", 3}, .samples = {"", 1}, .alpha = {"x", 1}, .remark = "r"};
    const dgs_picture from = {
        .kind = DGS_PICTURE_ART, .art = &art, .raster = &raster, .remarks = remarks, .nremarks = 2, .pale = true};
    const size_t n = dgs_picture_copy(&from, NULL);
    dgs_picture *to = malloc(n);
    ck_assert_ptr_nonnull(to);
    ck_assert_uint_eq(dgs_picture_copy(&from, to), n);
    ck_assert_str_eq(to->remarks[1], "two");
    ck_assert(to->pale && to->art != &art && to->raster != &raster);
    ck_assert_mem_eq(to->art->paths[0].points, points, sizeof points);
    ck_assert_mem_eq(to->art->paths[0].ops, ops, sizeof ops);
    ck_assert_str_eq(to->art->anchors[0].name, "knee");
    ck_assert_float_eq(to->art->silhouette->h, 5);
    ck_assert(dgs_str_is(to->art->stream, "abc") && dgs_str_is(to->raster->palette, "rgb"));
    ck_assert(to->raster->samples.n == 1 && to->raster->alpha.p[0] == 'x');
    ck_assert_str_eq(to->raster->remark, "r");
    free(to);
}
END_TEST

static Suite *logos_suite(void)
{
    Suite *suite = suite_create("image logos");
    TCase *c = tcase_create("logos");
    tcase_add_checked_fixture(c, set_up, tear_down);
    tcase_add_test(c, a_file_is_read_once);
    tcase_add_test(c, a_changed_file_is_read_again);
    tcase_add_test(c, what_cannot_be_read_is_told_each_time);
    tcase_add_test(c, the_longest_unused_go_first);
    tcase_add_test(c, bytes_have_a_limit);
    tcase_add_test(c, what_one_has_read_others_find_on_the_shelf);
    tcase_add_test(c, what_finds_no_room_is_kept_by_each);
    tcase_add_test(c, a_copy_is_all_of_a_picture);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(logos_suite());
}
