// What printers say of themselves, as tables and as JSON: whoever set one up, or the network, may have written it.
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "print/show.h"
#include "unit.h"

#define EVIL \
    "\x1b]0;owned\x07\xc2\x9b" \
    "2J\xe2\x80\xae\xe2\x80\xa8\xef\xbb\xbf\r\n"

static const char *const loaded[] = {EVIL};
static const dgs_printer stranger = {.name = "Front" EVIL,
                                     .is_default = true,
                                     .accepting = true,
                                     .answers = true,
                                     .reasons = {"odd-" EVIL},
                                     .nreasons = 1,
                                     .loaded = loaded,
                                     .nloaded = 1,
                                     .usual = EVIL,
                                     .description = EVIL,
                                     .location = EVIL,
                                     .model = EVIL,
                                     .uri = "ipp://" EVIL};

static void ck_harmless(const char *text)
{
    static const char *const evil[] = {"\x1b",         "\x07",         "\xc2\x9b", "\xe2\x80\xae",
                                       "\xe2\x80\xa8", "\xef\xbb\xbf", "\r"};
    for (size_t i = 0; i < sizeof evil / sizeof *evil; i++)
        ck_assert_msg(strstr(text, evil[i]) == NULL, "%zu in %s", i, text);
}

START_TEST(the_table_has_a_line_for_each)
{
    char *text = NULL;
    size_t n = 0, lines = 0;
    dgs_arena *arena = dgs_arena_new(1 << 20);
    FILE *to = open_memstream(&text, &n);
    ck_assert(dgs_printers_text(&stranger, 1, arena, to));
    ck_assert_int_eq(fclose(to), 0);
    ck_harmless(text);
    for (const char *s = text; (s = strchr(s, '\n')) != NULL; s++)
        lines++;
    ck_assert_uint_eq(lines, 3);
    ck_assert_ptr_nonnull(strstr(text, "Front?]0;owned??2J"));
    dgs_arena_free(arena);
    free(text);
}
END_TEST

START_TEST(json_says_it_by_escapes)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    ck_assert(dgs_printers_json(&stranger, 1, to));
    ck_assert_int_eq(fclose(to), 0);
    ck_harmless(text);
    json_t *all = json_loads(text, 0, NULL);
    ck_assert_str_eq(json_string_value(json_object_get(json_array_get(all, 0), "model")), EVIL);
    json_decref(all);
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("show");
    TCase *tests = tcase_create("show");
    tcase_add_test(tests, the_table_has_a_line_for_each);
    tcase_add_test(tests, json_says_it_by_escapes);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
