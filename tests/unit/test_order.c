// Unit tests of src/order: the table of settings, and a client's data.
#include <string.h>

#include "order/order.h"
#include "order/package.h"
#include "unit.h"

static dgs_arena *arena;
static dgs_err err;

static void set_up(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

START_TEST(every_setting_has_a_key_and_an_example)
{
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        const dgs_setting_about *about = &dgs_setting_table[i];
        dgs_setting found;
        const char *near;
        ck_assert(about->help != NULL && about->example != NULL && about->option != NULL);
        ck_assert(dgs_setting_find(about->key, &found, &near));
        ck_assert_uint_eq(found, i);
    }
    dgs_setting none;
    const char *near;
    ck_assert(!dgs_setting_find("fone", &none, &near));
    ck_assert_str_eq(near, "phone");
}
END_TEST

static bool reads(const char *text, dgs_client *client)
{
    *client = (dgs_client){0};
    err = (dgs_err){0};
    return dgs_client_read(dgs_str_of(text), "standard input", arena, client, &err);
}

START_TEST(a_client_s_data_are_read_and_never_repeated)
{
    dgs_client client;
    ck_assert(reads("client = Maria\ndate = 24 November\nnext_visit = Friday\ntherapist = Ana\nnote = one\n"
                    "note = two\nfocus = 1,4\n",
                    &client));
    ck_assert_str_eq(client.name, "Maria");
    ck_assert_str_eq(client.date, "24 November");
    ck_assert_str_eq(client.next_visit, "Friday");
    ck_assert_str_eq(client.therapist, "Ana");
    ck_assert_uint_eq(client.nnotes, 2);
    ck_assert_uint_eq(client.focus, 1u << 1 | 1u << 4);
    static const char *const wrong[] = {"Maria\n", "clent = Maria\n", "focus = Maria\n",
                                        "note = 1\nnote = 2\nnote = 3\nnote = Maria\n", "client = Maria \xe9\n"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert(!reads(wrong[i], &client));
        ck_assert_int_eq(err.kind, DGS_ERR_DATA);
        ck_assert_ptr_nonnull(strstr(err.message, "standard input:"));
        ck_assert_ptr_null(strstr(err.message, "Maria"));
    }
}
END_TEST

static const dgs_package many = {.keyword = "many",
                                 .parts = {{"a", "a.md", DGS_DESIGN_SHEET, 1},
                                           {"b", "b.md", DGS_DESIGN_STEPS, 1},
                                           {"c", "c.md", DGS_DESIGN_STEPS, 2},
                                           {"d", "d.md", DGS_DESIGN_SHEET, 1},
                                           {"e", "e.md", DGS_DESIGN_SHEET, 1},
                                           {"f", "f.md", DGS_DESIGN_SHEET, 1},
                                           {"g", "g.md", DGS_DESIGN_SHEET, 1},
                                           {"hours", "h.md", DGS_DESIGN_ARTICLE, 9}},
                                 .nparts = DGS_PARTS_MAX};

static bool parts_of(const char *typed, unsigned *out)
{
    const dgs_settings settings = {.of = {[DGS_SETTING_PARTS] = {.text = typed}}};
    err = (dgs_err){0};
    return dgs_package_parts(&many, &settings, arena, out, &err);
}

START_TEST(every_part_of_a_package_has_a_bit_of_its_own)
{
    unsigned parts, seen = 0;
    for (size_t i = 0; i < many.nparts; i++) {
        ck_assert(parts_of(many.parts[i].keyword, &parts));
        ck_assert(parts != 0 && (parts & seen) == 0 && dgs_package_has(parts, i));
        seen |= parts;
    }
    ck_assert(parts_of(NULL, &parts));
    ck_assert_uint_eq(parts, seen);
    ck_assert(parts_of(" Hours , a", &parts));
    ck_assert(dgs_package_has(parts, 0) && dgs_package_has(parts, 7) && !dgs_package_has(parts, 1));
    ck_assert_str_eq(dgs_package_steps(&many)->keyword, "b");
}
END_TEST

START_TEST(a_part_that_there_is_not_is_told_with_those_that_there_are)
{
    unsigned parts;
    ck_assert(!parts_of("a,hous", &parts));
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
    ck_assert_str_eq(err.message, "--parts: part 'hous' not found in this handout: did you mean hours?");
    ck_assert(!parts_of("worksheet", &parts));
    ck_assert_str_eq(err.message,
                     "--parts: part 'worksheet' not found in this handout: it has a, b, c, d, e, f, g, hours");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("order");
    TCase *tests = tcase_create("order");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, every_setting_has_a_key_and_an_example);
    tcase_add_test(tests, a_client_s_data_are_read_and_never_repeated);
    tcase_add_test(tests, every_part_of_a_package_has_a_bit_of_its_own);
    tcase_add_test(tests, a_part_that_there_is_not_is_told_with_those_that_there_are);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
