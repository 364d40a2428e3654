// Unit tests of src/batch: names of files, and shards.
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "batch/name.h"
#include "batch/shard.h"
#include "unit.h"

static dgs_name_template made_from;
static dgs_err err;

static bool reads(const char *typed)
{
    err = (dgs_err){0};
    return dgs_name_read(typed, &made_from, &err);
}

static void refused(const char *typed, const char *words)
{
    ck_assert(!reads(typed));
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
}

static const char *named(const char *typed, unsigned long long n, const char *name)
{
    static char out[DGS_FILE_NAME_MAX + 1];
    dgs_settings settings = {.of[DGS_SETTING_NAME].text = name};
    ck_assert_msg(reads(typed), "%s", err.message);
    dgs_name_make(&made_from, n, &settings, NULL, out);
    return out;
}

START_TEST(fields_are_filled_in)
{
    ck_assert_str_eq(named("{n:04}-{name}.pdf", 7, "Willow Creek"), "0007-Willow Creek.pdf");
    ck_assert_str_eq(named("{n}{name}", 12345, "A"), "12345A.pdf");
    ck_assert_str_eq(named("{n:04}", 123456, NULL), "123456.pdf");
    ck_assert_str_eq(named(DGS_NAME_TEMPLATE, 1, NULL), "0001.pdf");
    ck_assert_str_eq(named("{name}", 1, NULL), "handout.pdf");
    ck_assert_str_eq(named("x.PDF", 1, NULL), "x.pdf");
    refused("", "is empty");
    refused("{}", "has a field that is empty: write {n}, {n:04}, or the name of a column");
    refused("{ }", "has a field that is empty");
    refused("{"
            "0123456789012345678901234567890123456789012345678901234567890123"
            "}",
            "has a field that is too long");
    refused("{n:4}", "write {n} or, for four digits, {n:04}");
    refused("{n:0}", "{n:04}");
    refused("{name", "an unmatched brace");
    refused("name}", "an unmatched brace");
    refused("{{name}}", "an unmatched brace");
    refused("a/b", "slash");
    refused("{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}",
            "too many fields");
}
END_TEST

START_TEST(names_are_safe)
{
    ck_assert_str_eq(named("{name}", 1, "../../x"), "_..-..-x.pdf");
    ck_assert_str_eq(named("{name}", 1, "a/b\\c:d*e?f\"g<h>i|j\nk\x7f"), "a-b-c-d-e-f-g-h-i-j-k.pdf");
    ck_assert_str_eq(named("{name}", 1,
                           "A\xe2\x80\xae"
                           "B\xc2\x85"
                           "C\xffZ"),
                     "A-B-C-Z.pdf");
    ck_assert_str_eq(named("{name}", 1,
                           "A\xef\xbf\xbf"
                           "B\xef\xb7\x90"), // characters that are none
                     "A-B.pdf");
    ck_assert_str_eq(named("{name}", 1, "Wil\xe2\x80\x8blow\xef\xb8\x8f"), "Willow.pdf"); // nothing that is not seen
    ck_assert_str_eq(named("{name}", 1, "A. . "), "A.pdf");
    ck_assert_str_eq(named("{name}", 1, "con"), "con-.pdf");
    ck_assert_str_eq(named("{name}", 1, "LPT1.txt"), "LPT1-.txt.pdf");
    ck_assert_str_eq(named("{name}", 1, "console"), "console.pdf");
    ck_assert_str_eq(named("{name}", 1, "com0"), "com0.pdf");
    ck_assert_str_eq(named("{name}", 1, "Ünï"), "Ünï.pdf");
    ck_assert_str_eq(named("{name}", 1, "/"), "handout.pdf");
    ck_assert_str_eq(named("{name}", 1, "... --"), "handout.pdf");
}
END_TEST

START_TEST(no_name_is_an_option_or_hidden)
{
    ck_assert_str_eq(named("{name}", 1, "-rf"), "_-rf.pdf");
    ck_assert_str_eq(named("{name}", 1, "--out"), "_--out.pdf");
    ck_assert_str_eq(named("{name}", 1, "/x"), "_-x.pdf");
    ck_assert_str_eq(named("{name}", 1, ".bashrc"), "_.bashrc.pdf");
    ck_assert_str_eq(named("{name}", 1, "~root"), "_~root.pdf");
    ck_assert_str_eq(named("{name}", 1, "+!ls"), "_+!ls.pdf");
    ck_assert_str_eq(named(" {tagline} -{name}", 1, "x"), "_-x.pdf");
    ck_assert_str_eq(named("{name}", 1, "a-b"), "a-b.pdf");
}
END_TEST

START_TEST(devices_of_windows_are_avoided)
{
    static const char *const devices[] = {"PRN",  "Aux",  "nul",  "CONIN$", "conout$",
                                          "COM¹", "com²", "LPT³", "lpt9",   "con "};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        char name[40], wanted[40];
        (void)snprintf(name, sizeof name, "%s.x", devices[i]);
        (void)snprintf(wanted, sizeof wanted, "%s-.x.pdf", devices[i]);
        ck_assert_str_eq(named("{name}", 1, name), wanted);
    }
    static const char *const others[] = {"COM⁴", "COM¹¹", "COM10", "conin", "LPT", "com¼"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char wanted[40];
        (void)snprintf(wanted, sizeof wanted, "%s.pdf", others[i]);
        ck_assert_str_eq(named("{name}", 1, others[i]), wanted);
    }
}
END_TEST

START_TEST(names_are_composed)
{
    ck_assert_str_eq(named("{name}", 1, "Cafe\u0301"), "Café.pdf");
    ck_assert_str_eq(named("e{name}", 1, "\u0301"), "é.pdf");
    ck_assert_str_eq(named("Cafe\u0301 {n}", 1, NULL), "Café 1.pdf");
}
END_TEST

START_TEST(long_names_are_cut_before_a_character)
{
    char name[2000];
    for (size_t shift = 0; shift < 4; shift++) {
        memset(name, 'x', shift);
        name[shift] = '\0';
        for (int i = 0; i < 300; i++)
            strcat(name, "按");
        const char *out = named("{n:04}-{name}.pdf", 1, name);
        ck_assert_uint_le(strlen(out), DGS_FILE_NAME_MAX);
        ck_assert_uint_ge(strlen(out), DGS_FILE_NAME_MAX - 4);
        ck_assert_uint_eq(dgs_utf8_check(dgs_str_of(out)), strlen(out));
        ck_assert_str_eq(out + strlen(out) - 4, ".pdf");
    }
}
END_TEST

START_TEST(templates_tell_whether_names_can_collide)
{
    ck_assert(reads(DGS_NAME_TEMPLATE) && made_from.unique);
    ck_assert(reads("{n}") && made_from.unique);
    ck_assert(reads("{n}{name}") && !made_from.unique);
    ck_assert(reads("{n}0-{name}") && !made_from.unique);
    ck_assert(reads("{name}-{n}") && !made_from.unique);
    ck_assert(reads("x") && !made_from.unique);
}
END_TEST

START_TEST(taken_names_are_found)
{
    dgs_names *names = dgs_names_new(&err);
    unsigned long long other;
    ck_assert_ptr_nonnull(names);
    for (unsigned long long n = 1; n <= 5000; n++) {
        char name[40];
        (void)snprintf(name, sizeof name, "Name %llu.pdf", n);
        ck_assert(dgs_names_take(names, name, n, &other, &err));
        ck_assert_uint_eq(other, 0);
    }
    static const struct {
        const char *first, *second;
    } pairs[] = {{"x.pdf", "X.PDF"},
                 {"Ä", "ä"},
                 {"Ž", "ž"},
                 {"Ł", "ł"},
                 {"Ω", "ω"},
                 {"Я", "я"},
                 {"Ё", "ё"},
                 {"Café", "Cafe\u0301"},
                 {"Σίσυφος", "ΣΊΣΥΦΟΣ"},
                 {"İz", "i\u0307Z"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        ck_assert(dgs_names_take(names, pairs[i].first, 6000 + i, &other, &err) && other == 0);
        ck_assert(dgs_names_take(names, pairs[i].second, 7000, &other, &err));
        ck_assert_uint_eq(other, 6000 + i);
    }
    ck_assert(dgs_names_take(names, "name 77.PDF", 9000, &other, &err));
    ck_assert_uint_eq(other, 77);
    static const char *const alone[] = {"ılca", "ilca", "İlca", "Straße", "STRASSE"};
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        ck_assert(dgs_names_take(names, alone[i], 8000 + i, &other, &err) && other == 0);
    dgs_names_free(names);
}
END_TEST

// FNV-1a without a key, by which names met in one place of the table before.
static uint64_t weak_hash(const char *name)
{
    uint64_t hash = 14695981039346656037u;
    for (; *name != '\0'; name++)
        for (int i = 0; i < 3; i++)
            hash = (hash ^ (i == 0 ? (unsigned char)*name : 0u)) * 1099511628211u;
    return hash;
}

START_TEST(names_chosen_to_meet_are_found_as_fast_as_others)
{
    enum { NAMES = 2000, BITS = 0x3ff };
    dgs_names *names = dgs_names_new(&err);
    unsigned long long other;
    ck_assert_ptr_nonnull(names);
    for (unsigned long long n = 1, i = 0; n <= NAMES; i++) {
        char name[40];
        (void)snprintf(name, sizeof name, "%llu.pdf", i);
        if ((weak_hash(name) & BITS) != 0)
            continue;
        ck_assert(dgs_names_take(names, name, n, &other, &err) && other == 0);
        n++;
    }
    // In one place of such a table each of them would be compared with a fourth of those before it.
    ck_assert_uint_lt(dgs_names_looks(names), NAMES * 16);
    dgs_names_free(names);
}
END_TEST

START_TEST(a_long_name_is_told_from_others_to_the_end_of_what_a_file_system_takes)
{
    char name[5000];
    unsigned long long other;
    dgs_names *names = dgs_names_new(&err);
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    ck_assert(dgs_names_take(names, name, 1, &other, &err) && other == 0);
    name[4000] = 'b';
    ck_assert(dgs_names_take(names, name, 2, &other, &err) && other == 0);
    ck_assert(dgs_names_take(names, name, 3, &other, &err) && other == 2);
    dgs_names_free(names);
}
END_TEST

static dgs_shard shard_of(dgs_batch_job batch)
{
    dgs_shard shard;
    err = (dgs_err){0};
    ck_assert_msg(dgs_shard_find(&batch, &shard, &err), "%s", err.message);
    return shard;
}

START_TEST(shards_take_every_nth_row)
{
    char name[80];
    for (unsigned long count = 1; count <= 7; count++)
        for (unsigned long long row = 1; row <= 50; row++) {
            unsigned had = 0;
            for (unsigned long i = 0; i < count; i++) {
                dgs_shard shard = shard_of((dgs_batch_job){.shard_index = i, .shard_count = count});
                had += dgs_shard_has(&shard, row);
            }
            ck_assert_uint_eq(had, 1);
        }
    dgs_shard whole = shard_of((dgs_batch_job){0});
    dgs_shard_manifest(&whole, name);
    ck_assert_str_eq(name, "manifest.jsonl");
    dgs_shard one = shard_of((dgs_batch_job){.shard_index = 2, .shard_count = 7});
    dgs_shard_manifest(&one, name);
    ck_assert_str_eq(name, "manifest-2-of-7.jsonl");
}
END_TEST

START_TEST(engines_tell_the_shard)
{
    setenv("SLURM_ARRAY_TASK_ID", "14", 1);
    setenv("SLURM_ARRAY_TASK_MIN", "10", 1);
    setenv("SLURM_ARRAY_TASK_STEP", "2", 1);
    setenv("SLURM_ARRAY_TASK_COUNT", "5", 1);
    dgs_shard shard = shard_of((dgs_batch_job){.shard_from = DGS_SHARD_FROM_SLURM});
    ck_assert(shard.index == 2 && shard.count == 5 && shard.named);
    setenv("JOB_COMPLETION_INDEX", "3", 1);
    shard = shard_of((dgs_batch_job){.shard_from = DGS_SHARD_FROM_KUBERNETES, .shards = 4});
    ck_assert(shard.index == 3 && shard.count == 4);
    setenv("AWS_BATCH_JOB_ARRAY_INDEX", "0", 1);
    shard = shard_of((dgs_batch_job){.shard_from = DGS_SHARD_FROM_AWS, .shards = 4});
    ck_assert(shard.index == 0 && shard.count == 4);
    setenv("AWS_BATCH_JOB_ARRAY_INDEX", "-1", 1);
    dgs_batch_job job = {.shard_from = DGS_SHARD_FROM_AWS, .shards = 4};
    ck_assert(!dgs_shard_find(&job, &shard, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "is not a number"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("batch_name");
    TCase *tests = tcase_create("names");
    tcase_add_test(tests, fields_are_filled_in);
    tcase_add_test(tests, names_are_safe);
    tcase_add_test(tests, no_name_is_an_option_or_hidden);
    tcase_add_test(tests, devices_of_windows_are_avoided);
    tcase_add_test(tests, names_are_composed);
    tcase_add_test(tests, long_names_are_cut_before_a_character);
    tcase_add_test(tests, templates_tell_whether_names_can_collide);
    tcase_add_test(tests, taken_names_are_found);
    tcase_add_test(tests, names_chosen_to_meet_are_found_as_fast_as_others);
    tcase_add_test(tests, a_long_name_is_told_from_others_to_the_end_of_what_a_file_system_takes);
    tcase_add_test(tests, shards_take_every_nth_row);
    tcase_add_test(tests, engines_tell_the_shard);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
