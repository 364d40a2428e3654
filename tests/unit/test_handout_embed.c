// Unit tests of src/handout: the public header, as a program that embeds the engine uses it.
#include "handout/dgs-handout.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

static dgs_handout_order *order;
static dgs_handout_error error;
static const char logo[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'><path d='M0 0h2v1H0z'/></svg>";
static const char gradient[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'><linearGradient id='a'/>"
                               "<rect width='2' height='1' fill='url(#a)'/></svg>";

static void set_up(void)
{
    error = (dgs_handout_error){0};
    order = dgs_handout_order_new(NULL);
    ck_assert_ptr_nonnull(order);
}

static void tear_down(void)
{
    dgs_handout_order_free(order);
}

static void set(const char *key, const char *value)
{
    ck_assert_msg(dgs_handout_order_set(order, key, value, &error), "%s", error.message);
}

static dgs_handout_result *make(void)
{
    dgs_handout_result *result = dgs_handout_make(order, &error);
    ck_assert_msg(result != NULL, "%s", error.message);
    return result;
}

// A copy of the PDF, to be freed.
static char *made(size_t *size)
{
    dgs_handout_result *result = make();
    const void *pdf = dgs_handout_pdf(result, size);
    ck_assert_msg(pdf != NULL, "%s", dgs_handout_finding_at(result, 0).sentence);
    char *copy = malloc(*size);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, pdf, *size);
    dgs_handout_result_free(result);
    return copy;
}

static bool same(const char *a, size_t na, const char *b, size_t nb)
{
    return na == nb && memcmp(a, b, na) == 0;
}

START_TEST(an_order_can_be_changed_and_made_again)
{
    size_t n, other, again;
    char *plain = made(&n);
    ck_assert(strncmp(plain, "%PDF-1.7", 8) == 0);
    set("name", "Willow Creek Massage");
    set("large_print", "yes");
    char *branded = made(&other);
    ck_assert(!same(plain, n, branded, other));
    set("name", NULL);
    set("large_print", NULL);
    char *last = made(&again);
    ck_assert(same(plain, n, last, again));
    free(plain);
    free(branded);
    free(last);
}
END_TEST

START_TEST(every_key_of_the_look_changes_the_handout)
{
    static const char *const keys[][2] = {{"large_print", "yes"}, {"booklet", "yes"}, {"ink", "gray"},
                                          {"ink", "saver"},       {"paper", "a4"},    {"parts", "guide"},
                                          {"labels", "clinical"}};
    size_t n, other;
    char *plain = made(&n);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        set(keys[i][0], keys[i][1]);
        char *changed = made(&other);
        ck_assert_msg(!same(plain, n, changed, other), "%s", keys[i][0]);
        free(changed);
        set(keys[i][0], NULL);
    }
    free(plain);
}
END_TEST

START_TEST(wrong_keys_and_words_are_refused)
{
    ck_assert(!dgs_handout_order_set(order, "phne", "1", &error));
    ck_assert_int_eq(error.fault, DGS_HANDOUT_REFUSED);
    ck_assert_str_eq(error.message, "key 'phne' not found, did you mean phone: correct it");
    ck_assert(!dgs_handout_order_set(order, "ink", "blue", &error));
    ck_assert_ptr_nonnull(strstr(error.message, "saver"));
    ck_assert(!dgs_handout_order_set(order, "booklet", "perhaps", NULL)); // who asks for no words gets none
    ck_assert(!dgs_handout_order_date(order, INT64_MAX, &error));
    ck_assert_ptr_nonnull(strstr(error.message, "9999"));
}
END_TEST

START_TEST(a_profile_fills_what_is_not_set)
{
    static const char profile[] = "name = Of the profile\nphone = 555-0100\nlogo = logo.svg\n",
                      wrong[] = "\nname Willow\n";
    set("name", "Set before");
    ck_assert(dgs_handout_order_profile(order, "practice.ini", profile, sizeof profile - 1, &error));
    ck_assert(dgs_handout_order_file(order, "logo.svg", logo, sizeof logo - 1, &error));
    size_t n, other;
    char *first = made(&n);
    dgs_handout_order_free(order);
    set_up();
    set("name", "Set before");
    set("phone", "555-0100");
    set("logo", "logo.svg");
    ck_assert(dgs_handout_order_file(order, "logo.svg", logo, sizeof logo - 1, &error));
    char *second = made(&other);
    ck_assert(same(first, n, second, other));
    ck_assert(!dgs_handout_order_profile(order, "mine.ini", wrong, sizeof wrong - 1, &error));
    ck_assert(strncmp(error.message, "mine.ini:2: ", 12) == 0);
    free(first);
    free(second);
}
END_TEST

START_TEST(what_is_wrong_is_a_finding)
{
    set("email", "no address");
    dgs_handout_result *result = make();
    size_t size = 1;
    ck_assert_ptr_null(dgs_handout_pdf(result, &size));
    ck_assert_uint_eq(size, 0);
    ck_assert_uint_eq(dgs_handout_page_count(result), 0);
    ck_assert_int_eq(dgs_handout_result_fault(result), DGS_HANDOUT_REFUSED);
    ck_assert_uint_eq(dgs_handout_finding_count(result), 1);
    dgs_handout_finding finding = dgs_handout_finding_at(result, 0);
    ck_assert_int_eq(finding.level, DGS_HANDOUT_ERROR);
    ck_assert(strncmp(finding.sentence, "--email", 7) == 0);
    dgs_handout_result_free(result);
}
END_TEST

START_TEST(findings_outlive_the_order)
{
    static const char article[] =
        "# T\n\n![](logo.svg)\n\n#### Too deep\n\nx [y](https://example.org/)\n\n![](logo.svg)\n";
    char *name = strdup("article.md"), *copy = strdup(article);
    ck_assert(name != NULL && copy != NULL);
    ck_assert(dgs_handout_order_file(order, "logo.svg", logo, sizeof logo - 1, &error));
    ck_assert(dgs_handout_order_file(order, name, copy, strlen(copy), &error));
    dgs_handout_result *result = make();
    tear_down();
    order = NULL;
    free(name);
    free(copy);
    ck_assert_uint_ge(dgs_handout_finding_count(result), 2);
    dgs_handout_finding first = dgs_handout_finding_at(result, 0), second = dgs_handout_finding_at(result, 1);
    ck_assert_str_eq(first.file, "article.md");
    ck_assert_int_eq(first.line, 3);
    ck_assert_int_gt(second.line, first.line);
    ck_assert_int_eq(second.level, DGS_HANDOUT_ERROR);
    dgs_handout_result_free(result);
}
END_TEST

START_TEST(a_notice_comes_with_the_pdf)
{
    set("color", "#ffff00");
    dgs_handout_result *result = make();
    size_t size;
    ck_assert_ptr_nonnull(dgs_handout_pdf(result, &size));
    ck_assert_uint_gt(dgs_handout_page_count(result), 2);
    ck_assert_int_eq(dgs_handout_result_fault(result), DGS_HANDOUT_OK);
    ck_assert_uint_eq(dgs_handout_finding_count(result), 1);
    ck_assert_int_eq(dgs_handout_finding_at(result, 0).level, DGS_HANDOUT_NOTICE);
    ck_assert_ptr_null(dgs_handout_finding_at(result, 0).file);
    dgs_handout_result_free(result);
}
END_TEST

START_TEST(a_client_is_taken_and_taken_away)
{
    static const char lines[] = "client = Maria Lopez\nfocus = 1\n";
    size_t n, other, again;
    char *nobody = made(&n);
    ck_assert_msg(dgs_handout_order_client(order, lines, sizeof lines - 1, &error), "%s", error.message);
    char *somebody = made(&other);
    ck_assert(!same(nobody, n, somebody, other));
    ck_assert(dgs_handout_order_client(order, NULL, 0, &error));
    char *last = made(&again);
    ck_assert(same(nobody, n, last, again));
    ck_assert(!dgs_handout_order_client(order, "clent = Maria\n", 14, &error));
    ck_assert_ptr_null(strstr(error.message, "Maria"));
    free(nobody);
    free(somebody);
    free(last);
}
END_TEST

static char plate[4096];
static size_t plate_size;

static bool draws(void *ctx, const char *svg, size_t svg_size, unsigned across, unsigned down, void **png, size_t *size)
{
    ++*(int *)ctx;
    ck_assert(svg_size > 0 && strstr(svg, "<linearGradient") != NULL); // made plain
    ck_assert(across > 0 && down > 0);
    *png = plate_size == 0 ? NULL : malloc(plate_size);
    if (*png == NULL)
        return false;
    memcpy(*png, plate, plate_size);
    *size = plate_size;
    return true;
}

// A PNG of 2 x 1 pixels: grey, 8 bits.
static void make_plate(void)
{
    static const unsigned char png[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
        0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0xd1, 0x49, 0x20, 0x56, 0x00,
        0x00, 0x00, 0x0b, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0x60, 0x00, 0x00, 0x00, 0x03, 0x00,
        0x01, 0xb8, 0xad, 0x3a, 0x63, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
    memcpy(plate, png, sizeof png);
    plate_size = sizeof png;
}

START_TEST(a_logo_beyond_the_subset_goes_to_the_drawer)
{
    int asked = 0;
    ck_assert(dgs_handout_order_file(order, "logo", gradient, sizeof gradient - 1, &error));
    set("logo", "logo");
    dgs_handout_result *result = make();
    ck_assert_msg(strstr(dgs_handout_finding_at(result, 0).sentence, "; or save the logo as PNG") != NULL, "%s",
                  dgs_handout_finding_at(result, 0).sentence);
    dgs_handout_result_free(result);
    dgs_handout_order_draw(order, draws, &asked);
    result = make();
    ck_assert_int_eq(asked, 1);
    ck_assert_ptr_nonnull(strstr(dgs_handout_finding_at(result, 0).sentence, "cannot be drawn"));
    dgs_handout_result_free(result);
    make_plate();
    result = make();
    size_t size;
    ck_assert_msg(dgs_handout_pdf(result, &size) != NULL, "%s", dgs_handout_finding_at(result, 0).sentence);
    ck_assert_int_gt(asked, 1);
    dgs_handout_result_free(result);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_named)
{
    set("logo", "logo.png");
    dgs_handout_result *result = make();
    ck_assert_str_eq(dgs_handout_finding_at(result, 0).sentence,
                     "logo.png: the logo is missing from the files: add it");
    dgs_handout_result_free(result);
}
END_TEST

typedef struct thread {
    pthread_t id;
    size_t size;
    char *pdf;
} thread;

static void *work(void *ctx)
{
    thread *t = ctx;
    dgs_handout_order *own = dgs_handout_order_new((const uint64_t[2]){1, (uint64_t)(uintptr_t)t});
    for (int i = 0; own != NULL && i < 3; i++) {
        dgs_handout_result *result = dgs_handout_make(own, NULL);
        const void *pdf = result == NULL ? NULL : dgs_handout_pdf(result, &t->size);
        free(t->pdf);
        t->pdf = pdf == NULL ? NULL : malloc(t->size);
        if (t->pdf != NULL)
            memcpy(t->pdf, pdf, t->size);
        dgs_handout_result_free(result);
    }
    dgs_handout_order_free(own);
    return NULL;
}

START_TEST(orders_of_different_threads_do_not_meet)
{
    enum { THREADS = 4 };
    thread threads[THREADS] = {0};
    size_t n;
    char *alone = made(&n);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i].id, NULL, work, &threads[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(threads[i].id, NULL), 0);
        ck_assert(threads[i].pdf != NULL && same(alone, n, threads[i].pdf, threads[i].size));
        free(threads[i].pdf);
    }
    free(alone);
}
END_TEST

START_TEST(a_file_that_is_too_large_is_refused)
{
    enum { SIZE = 64 << 20 };
    char *bytes = calloc(1, SIZE);
    ck_assert_ptr_nonnull(bytes);
    ck_assert(dgs_handout_order_file(order, "guide.md", bytes, SIZE, &error));
    dgs_handout_result *result = make();
    ck_assert(strncmp(dgs_handout_finding_at(result, 0).sentence, "guide.md: the content file is larger than ", 42) ==
              0);
    ck_assert(dgs_handout_order_file(order, "guide.md", "# T\n", 4, &error)); // the later one counts
    dgs_handout_result_free(result);
    result = make();
    ck_assert_ptr_null(strstr(dgs_handout_finding_at(result, 0).sentence, "larger"));
    dgs_handout_result_free(result);
    free(bytes);
}
END_TEST

enum { FONTS_SIZE = 28793664 };

// The file that make cjk-fonts makes; nothing where that was not run.
START_TEST(with_their_fonts_chinese_names_are_set)
{
    const char *source = getenv("DGS_SRC");
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/build/dgs-pdf-cjk.fonts", source == NULL ? "." : source);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return;
    char *bytes = malloc(FONTS_SIZE);
    ck_assert_ptr_nonnull(bytes);
    ck_assert_uint_eq(fread(bytes, 1, FONTS_SIZE, file), FONTS_SIZE);
    (void)fclose(file);
    ck_assert_msg(dgs_handout_order_fonts(order, bytes, FONTS_SIZE, &error), "%s", error.message);
    set("name", "\u6309\u6469");
    size_t simplified, traditional;
    char *first = made(&simplified);
    set("name_language", "zh-Hant");
    char *second = made(&traditional);
    ck_assert(!same(first, simplified, second, traditional));
    free(first);
    free(second);
    dgs_handout_order_free(order); // before its fonts
    free(bytes);
    order = NULL;
}
END_TEST

START_TEST(another_file_of_fonts_is_refused_and_names_without_it_too)
{
    set("name", "\u6309\u6469");
    dgs_handout_result *result = make();
    ck_assert_int_eq(dgs_handout_result_fault(result), DGS_HANDOUT_REFUSED);
    ck_assert_ptr_nonnull(strstr(dgs_handout_finding_at(result, 0).sentence, "make cjk-fonts"));
    dgs_handout_result_free(result);
    char *other = calloc(1, FONTS_SIZE);
    ck_assert_ptr_nonnull(other);
    memcpy(other, "dgs-pdf fonts 2\n", 16);
    ck_assert(!dgs_handout_order_fonts(order, other, FONTS_SIZE, &error));
    ck_assert_ptr_nonnull(strstr(error.message, "not the font file of this version"));
    ck_assert(!dgs_handout_order_fonts(order, other, 16, &error));
    free(other);
    size_t size;
    set("name", "\u05e2\u05d9\u05e1\u05d5\u05d9");
    free(made(&size));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("handout embed");
    TCase *c = tcase_create("embed");
    tcase_add_checked_fixture(c, set_up, tear_down);
    tcase_add_test(c, an_order_can_be_changed_and_made_again);
    tcase_add_test(c, every_key_of_the_look_changes_the_handout);
    tcase_add_test(c, wrong_keys_and_words_are_refused);
    tcase_add_test(c, a_profile_fills_what_is_not_set);
    tcase_add_test(c, what_is_wrong_is_a_finding);
    tcase_add_test(c, findings_outlive_the_order);
    tcase_add_test(c, a_notice_comes_with_the_pdf);
    tcase_add_test(c, a_client_is_taken_and_taken_away);
    tcase_add_test(c, a_logo_beyond_the_subset_goes_to_the_drawer);
    tcase_add_test(c, a_file_that_is_not_there_is_named);
    tcase_add_test(c, a_file_that_is_too_large_is_refused);
    tcase_add_test(c, with_their_fonts_chinese_names_are_set);
    tcase_add_test(c, another_file_of_fonts_is_refused_and_names_without_it_too);
    tcase_add_test(c, orders_of_different_threads_do_not_meet);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
