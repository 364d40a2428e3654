// Unit tests of src/base: arena, errors.
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limits.h"
#include "unit.h"

static dgs_arena *arena;

static void open_arena(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
}

static void close_arena(void)
{
    dgs_arena_free(arena);
    arena = NULL;
}

static bool all_zero(const void *p, size_t n)
{
    const unsigned char *bytes = p;
    for (size_t i = 0; i < n; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

START_TEST(arena_gives_zeroed_aligned_memory)
{
    for (size_t size = 0; size < 100; size++) {
        unsigned char *p = dgs_arena_alloc(arena, size);
        ck_assert_ptr_nonnull(p);
        ck_assert_uint_eq((uintptr_t)p % alignof(max_align_t), 0);
        ck_assert(all_zero(p, size));
        memset(p, 0xff, size);
    }
}
END_TEST

START_TEST(arena_tells_its_cap_from_the_machines_memory)
{
    dgs_arena *small = dgs_arena_new(3 * DGS_MB);
    dgs_err err = {0};
    ck_assert_ptr_nonnull(dgs_arena_alloc(small, 3 * DGS_MB));
    (void)dgs_fail_memory(&err);
    ck_assert(!dgs_arena_explain(small, &err)); // the cap is reached and nothing was refused
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    ck_assert_ptr_null(dgs_arena_alloc(small, 1));
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_str_eq(err.message, "the handout takes more than 3 MB of memory: use smaller pictures or a shorter text");
    dgs_arena_reset(small);
    err = (dgs_err){0};
    (void)dgs_fail_memory(&err);
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    char *p = dgs_arena_alloc(small, 8);
    ck_assert_ptr_null(dgs_arena_grow(small, p, 8, 3 * DGS_MB + 1));
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    err = (dgs_err){0};
    (void)dgs_fail(&err, DGS_ERR_IO, "something else");
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_IO);
    dgs_arena_free(small);
}
END_TEST

START_TEST(arena_hands_out_no_more_than_its_cap)
{
    dgs_arena *small = dgs_arena_new(64);
    ck_assert_ptr_null(dgs_arena_alloc(small, 65));
    ck_assert_ptr_null(dgs_arena_alloc(small, SIZE_MAX));
    ck_assert_ptr_nonnull(dgs_arena_alloc(small, 64));
    ck_assert_uint_eq(dgs_arena_used(small), 64);
    ck_assert_ptr_null(dgs_arena_alloc(small, 1));
    ck_assert_ptr_null(dgs_arena_alloc(small, 0));
    dgs_arena_free(small);
    dgs_arena_free(NULL);
}
END_TEST

START_TEST(arena_without_room_for_alignment_refuses)
{
    dgs_arena *odd = dgs_arena_new(alignof(max_align_t) + 1);
    ck_assert_ptr_null(dgs_arena_alloc(odd, alignof(max_align_t) + 1));
    ck_assert_ptr_nonnull(dgs_arena_alloc(odd, 1));
    dgs_arena_free(odd);
}
END_TEST

START_TEST(arena_array_refuses_a_product_that_overflows)
{
    ck_assert_ptr_null(dgs_arena_array(arena, SIZE_MAX / 2, 3));
    ck_assert_ptr_null(dgs_arena_array(arena, 2, SIZE_MAX));
    ck_assert_ptr_nonnull(dgs_arena_array(arena, 0, 8));
    ck_assert_ptr_nonnull(dgs_arena_array(arena, 8, 0));
    int *ints = dgs_arena_array(arena, 1000, sizeof *ints);
    ck_assert_ptr_nonnull(ints);
    ck_assert(all_zero(ints, 1000 * sizeof *ints));
}
END_TEST

START_TEST(arena_takes_blocks_larger_than_its_own)
{
    unsigned char *large = dgs_arena_alloc(arena, 600 * 1024);
    ck_assert_ptr_nonnull(large);
    large[600 * 1024 - 1] = 1;
    ck_assert_ptr_nonnull(dgs_arena_alloc(arena, 16));
}
END_TEST

START_TEST(arena_grows_the_newest_block_in_place)
{
    char *p = dgs_arena_alloc(arena, 20);
    memset(p, 'x', 20);
    size_t before = dgs_arena_used(arena);
    char *more = dgs_arena_grow(arena, p, 20, 4000);
    ck_assert_ptr_eq(more, p);
    ck_assert_int_eq(more[19], 'x');
    ck_assert(all_zero(more + 20, 3980));
    ck_assert_uint_le(dgs_arena_used(arena) - before, 4000);
}
END_TEST

START_TEST(arena_copies_an_older_block_when_it_grows)
{
    char *p = dgs_arena_alloc(arena, 32);
    memset(p, 'x', 32);
    char *behind = dgs_arena_alloc(arena, 32);
    memset(behind, 'y', 32);
    char *more = dgs_arena_grow(arena, p, 32, 64);
    ck_assert_ptr_nonnull(more);
    ck_assert_ptr_ne(more, p);
    ck_assert_mem_eq(more, p, 32);
    ck_assert(all_zero(more + 32, 32));
    ck_assert_int_eq(behind[0], 'y');
}
END_TEST

START_TEST(arena_that_cannot_grow_leaves_the_block_alone)
{
    dgs_arena *small = dgs_arena_new(64);
    char *p = dgs_arena_alloc(small, 48);
    memset(p, 'x', 48);
    ck_assert_ptr_null(dgs_arena_grow(small, p, 48, 80));
    ck_assert_ptr_null(dgs_arena_grow(small, p, 48, SIZE_MAX));
    ck_assert_int_eq(p[47], 'x');
    ck_assert_ptr_eq(dgs_arena_grow(small, p, 48, 48), p);
    ck_assert_ptr_eq(dgs_arena_grow(small, p, 48, 10), p);
    ck_assert_ptr_eq(dgs_arena_grow(small, p, 48, 64), p);
    dgs_arena_free(small);
}
END_TEST

START_TEST(arena_grows_from_nothing)
{
    char *p = dgs_arena_grow(arena, NULL, 0, 10);
    ck_assert_ptr_nonnull(p);
    ck_assert(all_zero(p, 10));
}
END_TEST

START_TEST(arena_push_keeps_every_item)
{
    int *items = NULL;
    size_t count = 0, cap = 0;
    for (int i = 0; i < 1000; i++) {
        int *item = DGS_PUSH(arena, items, count, cap);
        ck_assert_ptr_nonnull(item);
        ck_assert_int_eq(*item, 0);
        *item = i;
        if (i % 7 == 0)
            ck_assert_ptr_nonnull(dgs_arena_alloc(arena, 3)); // forces copies
    }
    ck_assert_uint_eq(count, 1000);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(items[i], i);
}
END_TEST

START_TEST(arena_push_fails_at_the_cap)
{
    dgs_arena *small = dgs_arena_new(8 * sizeof(int));
    int *items = NULL, *item = NULL;
    size_t count = 0, cap = 0;
    for (int i = 0; i < 8; i++) {
        item = DGS_PUSH(small, items, count, cap);
        ck_assert_ptr_nonnull(item);
    }
    item = DGS_PUSH(small, items, count, cap);
    ck_assert_ptr_null(item);
    ck_assert_uint_eq(count, 8);
    dgs_arena_free(small);
}
END_TEST

START_TEST(arena_reserve_refuses_a_size_that_overflows)
{
    size_t cap = SIZE_MAX / 2 + 1;
    ck_assert_ptr_null(dgs_arena_reserve(arena, NULL, cap, &cap, 1));
    cap = SIZE_MAX / 8;
    ck_assert_ptr_null(dgs_arena_reserve(arena, NULL, cap, &cap, 16));
    ck_assert_uint_eq(cap, SIZE_MAX / 8);
}
END_TEST

START_TEST(err_keeps_the_first_failure)
{
    dgs_err err = {0};
    ck_assert(!dgs_fail(&err, DGS_ERR_DATA, "%s: line %d", "a.md", 7));
    ck_assert(!dgs_fail(&err, DGS_ERR_IO, "later"));
    ck_assert(!dgs_fail_memory(&err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_str_eq(err.message, "a.md: line 7");
}
END_TEST

START_TEST(err_masks_control_characters)
{
    dgs_err err = {0};
    (void)dgs_fail(&err, DGS_ERR_DATA, "%s", "a\x1b[2Jb\nc\x7f\td\xc3\xa9");
    ck_assert_str_eq(err.message, "a?[2Jb?c??d\xc3\xa9");
    err = (dgs_err){0};
    (void)dgs_fail(&err, DGS_ERR_DATA, "'%.3s' or %s", "\xc3\xa9\xe2\x82\xac",
                   "\xff\x80z"); // a cut character, and bytes
    ck_assert_str_eq(err.message, "'\xc3\xa9?' or ?z");
}
END_TEST

// U+009B is CSI: a terminal may obey it like ESC [.
START_TEST(err_masks_the_controls_of_latin_1_too)
{
    dgs_err err = {0};
    (void)dgs_fail(&err, DGS_ERR_DATA, "%s",
                   "a\xc2\x9b"
                   "2Jb");
    ck_assert_ptr_null(strstr(err.message, "\xc2\x9b"));
}
END_TEST

START_TEST(err_cuts_a_message_that_is_too_long)
{
    dgs_err err = {0};
    char longest[4000];
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    (void)dgs_fail(&err, DGS_ERR_USAGE, "%s", longest);
    ck_assert_uint_eq(strlen(err.message), sizeof err.message - 1);
}
END_TEST

START_TEST(err_for_memory_has_its_exit_code)
{
    dgs_err err = {0};
    ck_assert(!dgs_fail_memory(&err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    ck_assert_int_eq(DGS_ERR_MEMORY, 75);
}
END_TEST

static TCase *arena_case(void)
{
    TCase *c = tcase_create("arena");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, arena_gives_zeroed_aligned_memory);
    tcase_add_test(c, arena_hands_out_no_more_than_its_cap);
    tcase_add_test(c, arena_tells_its_cap_from_the_machines_memory);
    tcase_add_test(c, arena_without_room_for_alignment_refuses);
    tcase_add_test(c, arena_array_refuses_a_product_that_overflows);
    tcase_add_test(c, arena_takes_blocks_larger_than_its_own);
    tcase_add_test(c, arena_grows_the_newest_block_in_place);
    tcase_add_test(c, arena_copies_an_older_block_when_it_grows);
    tcase_add_test(c, arena_that_cannot_grow_leaves_the_block_alone);
    tcase_add_test(c, arena_grows_from_nothing);
    tcase_add_test(c, arena_push_keeps_every_item);
    tcase_add_test(c, arena_push_fails_at_the_cap);
    tcase_add_test(c, arena_reserve_refuses_a_size_that_overflows);
    return c;
}

static TCase *err_case(void)
{
    TCase *c = tcase_create("err");
    tcase_add_test(c, err_keeps_the_first_failure);
    tcase_add_test(c, err_masks_control_characters);
    tcase_add_test(c, err_masks_the_controls_of_latin_1_too);
    tcase_add_test(c, err_cuts_a_message_that_is_too_long);
    tcase_add_test(c, err_for_memory_has_its_exit_code);
    return c;
}

static Suite *base_suite(void)
{
    Suite *suite = suite_create("base");
    suite_add_tcase(suite, arena_case());
    suite_add_tcase(suite, err_case());
    return suite;
}

int main(void)
{
    return run_suite(base_suite());
}
