// Unit tests of src/base/path.h: names of files as words.
#include <string.h>

#include "base/path.h"
#include "unit.h"

static dgs_arena *arena;

static void set_up(void)
{
    arena = dgs_arena_new(1 << 12);
    ck_assert_ptr_nonnull(arena);
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

START_TEST(a_path_is_a_folder_and_a_name)
{
    static const struct {
        const char *path, *folder, *name;
    } paths[] = {{"logo.png", "", "logo.png"},
                 {"art/logo.png", "art", "logo.png"},
                 {"/logo.png", "/", "logo.png"},
                 {"/a/b/c", "/a/b", "c"},
                 {"art/", "art", ""},
                 {"./x", ".", "x"}};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        ck_assert_str_eq(dgs_path_name(paths[i].path), paths[i].name);
        ck_assert(dgs_str_is(dgs_path_folder(paths[i].path), paths[i].folder));
    }
}
END_TEST

START_TEST(parts_are_joined_by_one_slash)
{
    ck_assert_str_eq(dgs_path_join(arena, dgs_str_of("art"), "x"), "art/x");
    ck_assert_str_eq(dgs_path_join(arena, dgs_str_of("art/"), "x"), "art/x");
    ck_assert_str_eq(dgs_path_join(arena, dgs_str_of("/"), "x"), "/x");
    ck_assert_str_eq(dgs_path_join(arena, dgs_str_of(""), "x"), "x");
}
END_TEST

START_TEST(a_name_in_a_file_is_meant_from_its_folder)
{
    ck_assert_str_eq(dgs_path_beside(arena, "sub/p.ini", "pic/logo.png"), "sub/pic/logo.png");
    ck_assert_str_eq(dgs_path_beside(arena, "/p.ini", "logo.png"), "/logo.png");
    ck_assert_str_eq(dgs_path_beside(arena, "p.ini", "logo.png"), "logo.png");
    ck_assert_str_eq(dgs_path_beside(arena, "sub/p.ini", "/a/logo.png"), "/a/logo.png");
    char *longer = malloc(1 << 13);
    ck_assert_ptr_nonnull(longer);
    memset(longer, 'x', (1 << 13) - 1);
    longer[(1 << 13) - 1] = '\0';
    ck_assert_ptr_null(dgs_path_beside(arena, "sub/p.ini", longer));
    free(longer);
}
END_TEST

START_TEST(the_hash_of_words_is_that_of_its_authors)
{
    // http://www.isthe.com/chongo/tech/comp/fnv/: the vectors of the reference code.
    ck_assert_uint_eq(dgs_str_hash(DGS_HASH_BEGIN, dgs_str_of("")), 0xcbf29ce484222325u);
    ck_assert_uint_eq(dgs_str_hash(DGS_HASH_BEGIN, dgs_str_of("a")), 0xaf63dc4c8601ec8cu);
    ck_assert_uint_eq(dgs_str_hash(DGS_HASH_BEGIN, dgs_str_of("foobar")), 0x85944171f73967e8u);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("base_path");
    TCase *tests = tcase_create("paths");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_path_is_a_folder_and_a_name);
    tcase_add_test(tests, parts_are_joined_by_one_slash);
    tcase_add_test(tests, a_name_in_a_file_is_meant_from_its_folder);
    tcase_add_test(tests, the_hash_of_words_is_that_of_its_authors);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
