// Unit tests of src/handout: practices that differ in one setting, whichever, one made after the other with what was
// kept of the first. It walks the table of settings, so that a new one is tested without a word here.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "handout/cache.h"
#include "host/folder.h"
#include "unit.h"

enum { VALUES_MAX = 20, ARENA = 128 << 20 };

static dgs_arena *kept, *rows, *alone; // for all of a test; for rows that are made in turn; for those made alone
static dgs_text *text;
static dgs_err err;
static char folder[32], logos[3][64];

static void put(const char *name, const char *bytes)
{
    FILE *to = fopen(name, "w");
    ck_assert_ptr_nonnull(to);
    ck_assert_int_ge(fputs(bytes, to), 0);
    ck_assert_int_eq(fclose(to), 0);
}

static void open_all(void)
{
    static const char *const svg[] = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4v2z\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path fill=\"#248\" d=\"M0 0h4v2h-4z\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 5\"><path d=\"M0 0h2v5z\"/></svg>"};
    strcpy(folder, "/tmp/dgs-facts-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    for (size_t i = 0; i < 3; i++) {
        (void)snprintf(logos[i], sizeof logos[i], "%s/%zu.svg", folder, i);
        put(logos[i], svg[i]);
    }
    kept = dgs_arena_new(ARENA);
    rows = dgs_arena_new(ARENA);
    alone = dgs_arena_new(ARENA);
    text = dgs_text_new(NULL, &err);
    ck_assert(kept != NULL && rows != NULL && alone != NULL && text != NULL);
}

static void close_all(void)
{
    for (size_t i = 0; i < 3; i++)
        (void)unlink(logos[i]);
    ck_assert_int_eq(rmdir(folder), 0);
    dgs_text_free(text);
    dgs_arena_free(kept);
    dgs_arena_free(rows);
    dgs_arena_free(alone);
}

typedef struct values {
    const char *of[VALUES_MAX]; // the first is none
    size_t n;
} values;

static void add(values *v, const char *value)
{
    ck_assert_ptr_nonnull(value);
    ck_assert_uint_lt(v->n, VALUES_MAX);
    v->of[v->n++] = value;
}

// The same text in other letters, which are as wide as the first or nearly so.
static const char *turned(const char *value)
{
    char *other = dgs_str_copy(kept, dgs_str_of(value));
    ck_assert_ptr_nonnull(other);
    static const char from[] = "eoau12", to[] = "oeua21";
    for (char *p = other; *p != '\0'; p++) {
        const char *at = strchr(from, *p);
        *p = at == NULL ? *p : to[at - from];
    }
    ck_assert_str_ne(other, value);
    return other;
}

// Words, as many as a line may have.
static const char *longest(size_t most)
{
    dgs_buf words = {.arena = kept};
    for (size_t i = 1; i <= most; i++)
        dgs_buf_addc(&words, i % 7 == 0 && i < most ? ' ' : (char)('a' + i % 26));
    ck_assert(!words.failed);
    return words.p;
}

static const char *joined(const char *one, const char *two)
{
    dgs_buf both = {.arena = kept};
    dgs_buf_addf(&both, "%s\n%s", one, two);
    ck_assert(!both.failed);
    return both.p;
}

static void add_words(values *v, const dgs_setting_about *about)
{
    add(v, about->example);
    add(v, turned(about->example));
    if (about->kind == DGS_KIND_LINES)
        add(v, joined(about->example, longest(about->most)));
    else if (about->kind == DGS_KIND_TEXT || about->kind == DGS_KIND_ALT)
        add(v, longest(about->most));
}

// What the setting may be: none, its example, and others of its kind.
static values values_of(const dgs_setting_about *about)
{
    static const char *const colors[] = {"#0b5f5a", "#7a2048", "#f2c230", "#808080"};
    static const char *const regions[] = {"US", "CA", "GB", "AU"};
    values v = {.n = 1};
    switch (about->kind) {
    case DGS_KIND_PHONE:
        add(&v, about->example);
        add(&v, "(503) 555-0143");
        add(&v, "+44 20 7946 0991 ext. 12");
        break;
    case DGS_KIND_FILE:
        for (size_t i = 0; i < 3; i++)
            add(&v, logos[i]);
        break;
    case DGS_KIND_COLOR:
        for (size_t i = 0; i < sizeof colors / sizeof *colors; i++)
            add(&v, colors[i]);
        break;
    case DGS_KIND_COUNTRY:
        for (size_t i = 0; i < sizeof regions / sizeof *regions; i++)
            add(&v, regions[i]);
        break;
    case DGS_KIND_PARTS: // all 7 choices are in e2e/handout_parts
        add(&v, "guide");
        add(&v, "article, worksheet");
        add(&v, about->otherwise);
        break;
    case DGS_KIND_KEYWORD:
        for (const dgs_keyword *k = about->keywords; k->word != NULL; k++)
            add(&v, k->word);
        if (about->otherwise != NULL)
            add(&v, about->otherwise);
        break;
    default:
        add_words(&v, about);
    }
    return v;
}

// A practice that says nothing, or everything.
static dgs_settings practice(bool all)
{
    dgs_settings settings = {0};
    for (unsigned i = 0; all && i < DGS_SETTINGS; i++)
        settings.of[i].text = dgs_setting_table[i].kind == DGS_KIND_FILE ? logos[0] : dgs_setting_table[i].example;
    if (all) // its example needs a logo, which not all of them have
        settings.of[DGS_SETTING_MASTHEAD].text = "name";
    return settings;
}

// Bytes of what is made of the settings alone.
static dgs_str make_alone(const dgs_settings *settings)
{
    const dgs_order order = {.settings = settings, .files = &dgs_files_given};
    dgs_handout_file file = {0};
    ck_assert_msg(dgs_cache_make(NULL, &order, text, alone, &file, &err), "%s", err.message);
    return file.pdf.bytes;
}

// The second's bytes, made after the first; *shared is whether it took over the first one's pages.
static dgs_str make_after(const dgs_settings *first, const dgs_settings *second, dgs_cache *cache, bool *shared)
{
    const dgs_order orders[] = {{.settings = first, .files = &dgs_files_given},
                                {.settings = second, .files = &dgs_files_given}};
    dgs_handout_file one = {0}, two = {0};
    ck_assert_msg(dgs_cache_make(cache, &orders[0], text, rows, &one, &err), "%s", err.message);
    const dgs_node *root = one.handout.doc.root;
    ck_assert_msg(dgs_cache_make(cache, &orders[1], text, rows, &two, &err), "%s", err.message);
    *shared = two.handout.doc.root == root;
    return two.pdf.bytes;
}

// Makes the values of a setting one after the other, each pair in both orders. Returns how many took over the pages of
// the one before.
static size_t walk(dgs_setting setting, bool all)
{
    values v = values_of(&dgs_setting_table[setting]);
    size_t taken = 0;
    for (size_t k = 0; k < v.n; k++) {
        dgs_settings first = practice(all), second;
        if (setting == DGS_SETTING_MASTHEAD) // of a logo, there has to be one
            first.of[DGS_SETTING_LOGO].text = logos[0];
        second = first;
        second.of[setting].text = v.of[k];
        dgs_str want = make_alone(&second);
        for (size_t i = 0; i < v.n; i++) {
            if (i == k)
                continue;
            dgs_cache *cache = dgs_cache_new(&err);
            bool shared;
            ck_assert_ptr_nonnull(cache);
            first.of[setting].text = v.of[i];
            dgs_str got = make_after(&first, &second, cache, &shared);
            ck_assert_msg(dgs_str_eq(got, want), "%s: '%s' after '%s', in a practice that gives %s, is not as alone",
                          dgs_setting_table[setting].key, v.of[k] == NULL ? "nothing" : v.of[k],
                          v.of[i] == NULL ? "nothing" : v.of[i], all ? "everything" : "nothing else");
            ck_assert(!shared || !dgs_setting_printed(setting) || (v.of[i] == NULL) == (v.of[k] == NULL));
            taken += shared;
            dgs_cache_free(cache);
            dgs_arena_reset(rows);
        }
        dgs_arena_reset(alone);
    }
    return taken;
}

// That pages are taken over at all, or the walk would show nothing: words and pictures change in place.
START_TEST(no_setting_takes_over_the_pages_of_another_value)
{
    dgs_setting setting = (dgs_setting)_i;
    size_t taken = walk(setting, false) + walk(setting, true);
    ck_assert_msg(taken > 0, "%s: nothing was taken over", dgs_setting_table[setting].key);
}
END_TEST

START_TEST(the_table_is_whole)
{
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        const dgs_setting_about *about = &dgs_setting_table[i];
        ck_assert(about->key != NULL && about->option != NULL && about->help != NULL && about->example != NULL);
        ck_assert_int_eq(about->argument == NULL, about->keywords == dgs_yes_keywords);
        bool words = about->kind <= DGS_KIND_WEB || about->kind == DGS_KIND_ALT;
        ck_assert_int_eq(about->most > 0, words);
        ck_assert_int_eq(about->kind == DGS_KIND_LINES, about->lines > 0 && about->between != NULL);
        ck_assert_int_eq(about->kind == DGS_KIND_KEYWORD, about->keywords != NULL);
        if (about->variable == NULL)
            continue;
        ck_assert_int_eq(strncmp(about->variable, "practice.", 9), 0);
        ck_assert_str_eq(about->variable + 9, about->key);
    }
}
END_TEST

static Suite *facts_suite(void)
{
    Suite *suite = suite_create("handout facts");
    TCase *c = tcase_create("facts");
    tcase_add_checked_fixture(c, open_all, close_all);
    tcase_set_timeout(c, 60);
    tcase_add_loop_test(c, no_setting_takes_over_the_pages_of_another_value, 0, DGS_SETTINGS);
    tcase_add_test(c, the_table_is_whole);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(facts_suite());
}
