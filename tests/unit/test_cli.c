// Unit tests of src/cli: what each option does to the job, what each mistake is answered, help and man page.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "unit.h"

enum { WORDS_MAX = 24 };

static dgs_arena *arena;
static dgs_job job;
static dgs_err err;

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

// Parses the words of a NULL-terminated list, as if they were typed after the program's name.
static bool parse(const char *const *words)
{
    char *argv[WORDS_MAX + 2] = {(char *)"dgs-pdf"};
    int argc = 1;
    for (; *words != NULL && argc <= WORDS_MAX; words++)
        argv[argc++] = (char *)*words; // getopt orders the pointers and leaves the words alone
    err = (dgs_err){0};
    return dgs_cli_parse(argc, argv, arena, &job, &err);
}

#define PARSE(...) parse((const char *const[]){__VA_ARGS__, NULL})

static void refused(bool ok, const char *words)
{
    ck_assert(!ok);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
}

START_TEST(out_alone_gives_the_defaults)
{
    ck_assert(PARSE("--out", "handout.pdf"));
    ck_assert_int_eq(job.action, DGS_ACTION_MAKE);
    ck_assert_str_eq(job.out, "handout.pdf");
    ck_assert_int_eq(job.paper, DGS_PAPER_LETTER);
    ck_assert_uint_eq(job.parts, 7);
    ck_assert_int_eq(job.dump, DGS_DUMP_NONE);
    ck_assert_int_eq(job.labels, DGS_LABELS_PATIENT);
    ck_assert_ptr_null(job.practice_name);
    ck_assert_ptr_null(job.content_dir);
    ck_assert_uint_eq(job.naddress, 0);
    ck_assert(!job.quiet);
}
END_TEST

START_TEST(every_option_reaches_the_job)
{
    ck_assert(PARSE("-o", "x.pdf", "--practice-name", "A", "--tagline", "B", "--phone=C", "--email", "D", "--website",
                    "E", "--booking-url", "F", "--logo", "G", "--color", "H", "--content", "I", "-q"));
    ck_assert_str_eq(job.out, "x.pdf");
    ck_assert_str_eq(job.practice_name, "A");
    ck_assert_str_eq(job.tagline, "B");
    ck_assert_str_eq(job.phone, "C");
    ck_assert_str_eq(job.email, "D");
    ck_assert_str_eq(job.website, "E");
    ck_assert_str_eq(job.booking_url, "F");
    ck_assert_str_eq(job.logo, "G");
    ck_assert_str_eq(job.color, "H");
    ck_assert_str_eq(job.content_dir, "I");
    ck_assert(job.quiet);
}
END_TEST

START_TEST(keywords_are_known_in_any_case)
{
    ck_assert(PARSE("--out", "x", "--paper", "A4", "--parts", "Guide, worksheet"));
    ck_assert_int_eq(job.paper, DGS_PAPER_A4);
    ck_assert_uint_eq(job.parts, 5);
    ck_assert(PARSE("--out", "x", "--labels", "Clinical"));
    ck_assert_int_eq(job.labels, DGS_LABELS_CLINICAL);
    ck_assert(PARSE("--dump", "tags"));
    ck_assert_int_eq(job.dump, DGS_DUMP_TAGS);
    ck_assert(PARSE("--dump", "content"));
    ck_assert_int_eq(job.dump, DGS_DUMP_CONTENT);
    ck_assert_ptr_null(job.out);
    ck_assert(PARSE("--dump", "layout", "--parts", "article"));
    ck_assert_int_eq(job.dump, DGS_DUMP_LAYOUT);
    ck_assert_uint_eq(job.parts, 2);
}
END_TEST

START_TEST(the_last_of_two_wins)
{
    ck_assert(
        PARSE("--out", "a", "--paper", "a4", "--parts", "guide", "-o", "b", "--paper", "letter", "--parts", "article"));
    ck_assert_str_eq(job.out, "b");
    ck_assert_int_eq(job.paper, DGS_PAPER_LETTER);
    ck_assert_uint_eq(job.parts, 2);
}
END_TEST

START_TEST(address_lines_add_up)
{
    ck_assert(PARSE("--out", "x", "--address", "12 Mill Lane\\nSuite 4", "--address", "Springfield\nOR"));
    ck_assert_uint_eq(job.naddress, 4);
    ck_assert_str_eq(job.address[0], "12 Mill Lane");
    ck_assert_str_eq(job.address[1], "Suite 4");
    ck_assert_str_eq(job.address[2], "Springfield");
    ck_assert_str_eq(job.address[3], "OR");
    ck_assert(PARSE("--out", "x", "--address", "a\\nb\\nc\\nd\\ne\\nf"));
    ck_assert_uint_eq(job.naddress, 6);
    refused(PARSE("--out", "x", "--address", "a\\nb\\nc\\nd\\ne\\nf", "--address", "g"),
            "--address has more than 6 lines");
}
END_TEST

START_TEST(help_version_and_man_stop_where_they_stand)
{
    ck_assert(PARSE("--help", "--nonsense"));
    ck_assert_int_eq(job.action, DGS_ACTION_HELP);
    ck_assert(PARSE("-h"));
    ck_assert_int_eq(job.action, DGS_ACTION_HELP);
    ck_assert(PARSE("-V"));
    ck_assert_int_eq(job.action, DGS_ACTION_VERSION);
    ck_assert(PARSE("--version"));
    ck_assert_int_eq(job.action, DGS_ACTION_VERSION);
    ck_assert(PARSE("--man"));
    ck_assert_int_eq(job.action, DGS_ACTION_MAN);
    refused(PARSE("--nonsense", "--help"), "--nonsense");
}
END_TEST

START_TEST(unique_abbreviations_are_taken)
{
    ck_assert(PARSE("--ou", "x", "--prac", "Anna"));
    ck_assert_str_eq(job.practice_name, "Anna");
    refused(PARSE("--out", "x", "--pa", "a4"), "--pa may mean --paper or --parts");
}
END_TEST

START_TEST(unknown_options_name_the_nearest)
{
    refused(PARSE("--papper", "a4"), "unknown option --papper: did you mean --paper? See dgs-pdf --help.");
    refused(PARSE("--papper=a4"), "unknown option --papper: did you mean --paper?");
    refused(PARSE("--colour", "red"), "did you mean --color?");
    refused(PARSE("--practise-name", "A"), "did you mean --practice-name?");
    refused(PARSE("--zzzzzzzz"), "unknown option --zzzzzzzz: see dgs-pdf --help");
    refused(PARSE("--mam"), "unknown option --mam"); // hidden options are not proposed
    ck_assert_ptr_null(strstr(err.message, "--man"));
    refused(PARSE("-x"), "unknown option -x");
    refused(PARSE("-qx"), "unknown option -x");
    refused(PARSE("-\xc3\xa9"), "unknown option -?");
    refused(PARSE("--quiet=yes"), "--quiet takes no value");
}
END_TEST

START_TEST(unknown_keywords_name_the_nearest)
{
    refused(PARSE("--out", "x", "--paper", "leter"), "--paper does not know 'leter': did you mean letter?");
    refused(PARSE("--out", "x", "--paper", "tabloid"), "write letter or a4");
    refused(PARSE("--out", "x", "--paper", ""), "write letter or a4");
    refused(PARSE("--out", "x", "--paper", "letter,a4"), "--paper");
    refused(PARSE("--out", "x", "--parts", "guide,artcle"), "'artcle': did you mean article?");
    refused(PARSE("--out", "x", "--parts", ""), "write guide, article or worksheet");
    refused(PARSE("--out", "x", "--parts", "guide,"), "write guide, article or worksheet");
    refused(PARSE("--out", "x", "--parts", "guide,,article"), "write guide, article or worksheet");
    refused(PARSE("--dump", "layuot"), "did you mean layout?");
}
END_TEST

START_TEST(what_is_missing_or_too_much_is_said)
{
    char *none[] = {(char *)"dgs-pdf", NULL};
    err = (dgs_err){0};
    refused(dgs_cli_parse(1, none, arena, &job, &err), "write dgs-pdf --out handout.pdf");
    refused(PARSE("--practice-name", "Anna"), "write dgs-pdf --out handout.pdf");
    refused(PARSE("--out"), "--out has no value: write --out FILE");
    refused(PARSE("-o"), "--out has no value");
    refused(PARSE("--out", "x", "--phone"), "--phone has no value: write --phone NUMBER");
    refused(PARSE("--out", ""), "--out is empty");
    refused(PARSE("--out", "x", "--content", ""), "--content is empty: name a folder");
    refused(PARSE("--out", "x", "Creek"), "'Creek' belongs to no option");
    refused(PARSE("Willow", "--out", "x"), "'Willow' belongs to no option");
    refused(PARSE("--out", "x", "--", "--paper"), "'--paper' belongs to no option");
}
END_TEST

START_TEST(a_full_arena_is_said)
{
    dgs_arena *small = dgs_arena_new(0);
    char *argv[] = {(char *)"dgs-pdf", (char *)"--address", (char *)"a", NULL};
    err = (dgs_err){0};
    ck_assert(!dgs_cli_parse(3, argv, small, &job, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    argv[1] = (char *)"--papper";
    err = (dgs_err){0};
    ck_assert(!dgs_cli_parse(3, argv, small, &job, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    dgs_arena_free(small);
}
END_TEST

// What a printer of the room prints.
static char *printed(bool (*print)(FILE *to), size_t *n)
{
    char *text = NULL;
    FILE *to = open_memstream(&text, n);
    ck_assert_ptr_nonnull(to);
    ck_assert(print(to));
    ck_assert_int_eq(fclose(to), 0);
    return text;
}

START_TEST(help_begins_with_examples_and_stays_in_80_columns)
{
    size_t n;
    char *text = printed(dgs_cli_help, &n);
    const char *examples = strstr(text, "Examples:"), *options = strstr(text, "--out FILE");
    ck_assert(examples != NULL && options != NULL && examples < options);
    ck_assert_ptr_nonnull(strstr(text, "SOURCE_DATE_EPOCH"));
    ck_assert_ptr_null(strstr(text, "--man"));
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        ck_assert_msg(length <= 80, "%zu columns: %.*s", length, (int)length, line);
        ck_assert_msg(length == 0 || line[length - 1] != ' ', "a blank at the end of: %.*s", (int)length, line);
        line += length + 1;
    }
    free(text);
}
END_TEST

START_TEST(man_page_is_roff_with_every_option)
{
    static const char *const needed[] = {".TH DGS\\-PDF 1",     ".SH NAME",
                                         ".SH SYNOPSIS",        ".SH OPTIONS",
                                         ".SH EXIT STATUS",     "SOURCE_DATE_EPOCH",
                                         "\\-\\-booking\\-url", "\\-\\-practice\\-name",
                                         "\\fB75\\fR",          "by \\en"};
    size_t n;
    char *text = printed(dgs_cli_man, &n);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        ck_assert_msg(strstr(text, needed[i]) != NULL, "no %s", needed[i]);
    ck_assert_ptr_null(strstr(text, "\n'")); // an unknown request to roff
    free(text);
}
END_TEST

START_TEST(a_full_disk_is_seen)
{
    FILE *to = fopen("/dev/full", "w");
    if (to == NULL)
        return;
    ck_assert_int_eq(setvbuf(to, NULL, _IONBF, 0), 0);
    ck_assert(!dgs_cli_help(to));
    ck_assert(!dgs_cli_man(to));
    (void)fclose(to);
}
END_TEST

static Suite *cli_suite(void)
{
    Suite *suite = suite_create("cli");
    TCase *c = tcase_create("cli");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, out_alone_gives_the_defaults);
    tcase_add_test(c, every_option_reaches_the_job);
    tcase_add_test(c, keywords_are_known_in_any_case);
    tcase_add_test(c, the_last_of_two_wins);
    tcase_add_test(c, address_lines_add_up);
    tcase_add_test(c, help_version_and_man_stop_where_they_stand);
    tcase_add_test(c, unique_abbreviations_are_taken);
    tcase_add_test(c, unknown_options_name_the_nearest);
    tcase_add_test(c, unknown_keywords_name_the_nearest);
    tcase_add_test(c, what_is_missing_or_too_much_is_said);
    tcase_add_test(c, a_full_arena_is_said);
    tcase_add_test(c, help_begins_with_examples_and_stays_in_80_columns);
    tcase_add_test(c, man_page_is_roff_with_every_option);
    tcase_add_test(c, a_full_disk_is_seen);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(cli_suite());
}
