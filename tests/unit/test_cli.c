// Unit tests of src/cli: what each option does to the job, what each mistake is answered, help and man page.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "order/package.h"
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

static const char *given(dgs_setting setting)
{
    return job.given.of[setting].text;
}

static void refused(bool ok, const char *words)
{
    ck_assert(!ok);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
}

START_TEST(out_alone_gives_the_defaults)
{
    ck_assert(PARSE("--out", "handout.pdf"));
    ck_assert_int_eq(job.command, DGS_COMMAND_MAKE);
    ck_assert_int_eq(job.action, DGS_ACTION_RUN);
    ck_assert_str_eq(job.out, "handout.pdf");
    ck_assert_int_eq(job.dump, DGS_DUMP_NONE);
    ck_assert_int_eq(job.labels, DGS_LABELS_PATIENT);
    ck_assert_ptr_null(given(DGS_SETTING_NAME));
    ck_assert_ptr_null(job.content_dir);
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        ck_assert_ptr_null(job.given.of[i].text);
    ck_assert(!job.quiet);
}
END_TEST

START_TEST(every_option_reaches_the_job)
{
    ck_assert(PARSE("-o", "x.pdf", "--practice-name", "A", "--tagline", "B", "--phone=C", "--email", "D", "--website",
                    "E", "--booking-url", "F", "--logo", "G", "--color", "H", "--content", "I", "-q"));
    ck_assert_str_eq(job.out, "x.pdf");
    ck_assert_str_eq(given(DGS_SETTING_NAME), "A");
    ck_assert_str_eq(given(DGS_SETTING_TAGLINE), "B");
    ck_assert_str_eq(given(DGS_SETTING_PHONE), "C");
    ck_assert_str_eq(given(DGS_SETTING_EMAIL), "D");
    ck_assert_str_eq(given(DGS_SETTING_WEBSITE), "E");
    ck_assert_str_eq(given(DGS_SETTING_BOOKING_URL), "F");
    ck_assert_str_eq(given(DGS_SETTING_LOGO), "G");
    ck_assert_str_eq(given(DGS_SETTING_COLOR), "H");
    ck_assert_str_eq(job.content_dir, "I");
    ck_assert(job.quiet);
}
END_TEST

// The value of --paper, as the profile room asks for it.
static bool paper(unsigned *out)
{
    err = (dgs_err){0};
    return dgs_setting_keyword(DGS_SETTING_PAPER, &job.given.of[DGS_SETTING_PAPER], arena, out, &err);
}

static bool parts(unsigned *out)
{
    err = (dgs_err){0};
    return dgs_package_parts(dgs_package_builtin(NULL), &job.given, arena, out, &err);
}

START_TEST(keywords_are_known_in_any_case)
{
    unsigned value;
    ck_assert(PARSE("--out", "x", "--paper", "A4", "--parts", "Guide, worksheet"));
    ck_assert(paper(&value));
    ck_assert_uint_eq(value, DGS_PAPER_A4);
    ck_assert(parts(&value));
    ck_assert_uint_eq(value, 9);
    ck_assert(PARSE("--out", "x", "--labels", "Clinical"));
    ck_assert_int_eq(job.labels, DGS_LABELS_CLINICAL);
    ck_assert(PARSE("--dump", "tags"));
    ck_assert_int_eq(job.dump, DGS_DUMP_TAGS);
    ck_assert(PARSE("--dump", "content"));
    ck_assert_int_eq(job.dump, DGS_DUMP_CONTENT);
    ck_assert_ptr_null(job.out);
    ck_assert(PARSE("--dump", "layout"));
    ck_assert_int_eq(job.dump, DGS_DUMP_LAYOUT);
}
END_TEST

START_TEST(the_last_of_two_wins)
{
    ck_assert(PARSE("--out", "a", "--paper", "a4", "--phone", "1", "-o", "b", "--paper", "letter", "--phone", "2"));
    ck_assert_str_eq(job.out, "b");
    ck_assert_str_eq(given(DGS_SETTING_PAPER), "letter");
    ck_assert_str_eq(given(DGS_SETTING_PHONE), "2");
}
END_TEST

START_TEST(lines_add_up)
{
    ck_assert(PARSE("--out", "x", "--address", "12 Mill Lane\\nSuite 4", "--address", "Springfield\nOR"));
    ck_assert_str_eq(given(DGS_SETTING_ADDRESS), "12 Mill Lane\nSuite 4\nSpringfield\nOR");
    ck_assert(PARSE("--out", "x", "--address", "a\\nb\\nc\\nd\\ne\\nf"));
    refused(PARSE("--out", "x", "--address", "a\\nb\\nc\\nd\\ne\\nf", "--address", "g"),
            "--address has more than 6 lines");
    ck_assert(PARSE("--out", "x", "--hours", "1\\n2\\n3\\n4\\n5\\n6\\n7"));
    refused(PARSE("--out", "x", "--hours", "1\\n2\\n3\\n4\\n5\\n6\\n7\\n8"), "--hours has more than 7 lines");
}
END_TEST

START_TEST(flags_and_variants_reach_the_job)
{
    ck_assert(PARSE("--out", "x", "--dry-run", "--strict", "--large-print", "--booklet", "--ink", "gray",
                    "--no-profile", "--client-stdin"));
    ck_assert(job.dry_run && job.strict && job.options.large_print && job.options.booklet && job.no_profile &&
              job.client_stdin);
    ck_assert_int_eq(job.options.ink, DGS_INK_GRAY);
    ck_assert(PARSE("-n", "--ink=Saver"));
    ck_assert(job.dry_run && !job.strict);
    ck_assert_int_eq(job.options.ink, DGS_INK_SAVER);
    refused(PARSE("-n", "--ink", "grey"), "--ink 'grey' is invalid: did you mean gray?");
    ck_assert(PARSE("--out", "x", "--profile", "p.ini"));
    ck_assert_str_eq(job.profile, "p.ini");
    refused(PARSE("--out", "x", "--profile", "p.ini", "--no-profile"), "remove one");
}
END_TEST

START_TEST(the_client_reaches_the_job)
{
    ck_assert(PARSE("--out", "x", "--client", "A", "--date", "B", "--next-visit", "C", "--note", "1", "--note", "2",
                    "--note", "3", "--focus", "1,4"));
    ck_assert_str_eq(job.client.name, "A");
    ck_assert_str_eq(job.client.date, "B");
    ck_assert_str_eq(job.client.next_visit, "C");
    ck_assert_uint_eq(job.client.nnotes, 3);
    ck_assert_str_eq(job.client.notes[2], "3");
    ck_assert_uint_eq(job.client.focus, 1u << 1 | 1u << 4);
    refused(PARSE("--out", "x", "--note", "1", "--note", "2", "--note", "3", "--note", "4"), "more than 3 times");
    static const char *const wrong[] = {"", "0", "10", "1,", ",1", "1;2", "a", "1 2", "-1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        refused(PARSE("--out", "x", "--focus", wrong[i]), "--focus takes the numbers of steps");
}
END_TEST

START_TEST(commands_take_their_own_options)
{
    ck_assert(PARSE("init"));
    ck_assert_int_eq(job.command, DGS_COMMAND_INIT);
    ck_assert_ptr_null(job.file);
    ck_assert(PARSE("init", "--force", "mine.ini", "--practice-name", "A"));
    ck_assert(job.force);
    ck_assert_str_eq(job.file, "mine.ini");
    ck_assert_str_eq(given(DGS_SETTING_NAME), "A");
    ck_assert(PARSE("profile", "--json", "--phone", "1"));
    ck_assert_int_eq(job.command, DGS_COMMAND_PROFILE);
    ck_assert(job.json);
    ck_assert(PARSE("profile", "--help"));
    ck_assert_int_eq(job.action, DGS_ACTION_HELP);
    refused(PARSE("profile", "--out", "x"),
            "--out is not an option of dgs-pdf profile: remove it. See dgs-pdf profile");
    refused(PARSE("--out", "x", "--force"), "--force is only for some commands: write the command first");
    refused(PARSE("init", "a", "b"), "'b' belongs to no option");
    refused(PARSE("init", ""), "the profile's name is empty");
    ck_assert(PARSE("init-content", "words", "--force"));
    ck_assert_int_eq(job.command, DGS_COMMAND_INIT_CONTENT);
    ck_assert_str_eq(job.content_dir, "words");
    refused(PARSE("init-content"), "no folder is named: write dgs-pdf init-content our-text");
    refused(PARSE("profle"), "unknown command 'profle': did you mean dgs-pdf profile?");
}
END_TEST

START_TEST(old_spellings_are_taken_and_noted)
{
    static const struct {
        const char *typed[4], *name, *now;
    } old[] = {{{"--grayscale", "--out", "x"}, "grayscale", "--ink gray"},
               {{"--ink-saver", "--out", "x"}, "ink-saver", "--ink saver"},
               {{"init", "--content", "x"}, "content", "dgs-pdf init-content"},
               {{"batch", "x", "--name=y", "-n"}, "name", "--file-name"}};
    for (size_t i = 0; i < sizeof old / sizeof *old; i++) {
        const char *const *typed = old[i].typed;
        if (typed[3] == NULL)
            ck_assert(PARSE(typed[0], typed[1], typed[2]));
        else
            ck_assert(PARSE(typed[0], typed[1], typed[2], typed[3]));
        ck_assert_uint_eq(job.nrenamed, 1);
        ck_assert_str_eq(job.renamed[0].typed, old[i].name);
        ck_assert_str_eq(job.renamed[0].now, old[i].now);
    }
    ck_assert_str_eq(job.batch.name, "y");
    ck_assert(PARSE("--grayscale", "--ink-saver", "--grayscale", "-n"));
    ck_assert_uint_eq(job.nrenamed, 2);
    ck_assert_int_eq(job.options.ink, DGS_INK_GRAY);
    ck_assert(PARSE("--content", "x", "--ink", "gray", "-n"));
    ck_assert_uint_eq(job.nrenamed, 0);
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
    ck_assert(PARSE("--out", "x", "--prac", "Anna"));
    ck_assert_str_eq(given(DGS_SETTING_NAME), "Anna");
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
    static const struct {
        const char *option, *typed, *words;
    } wrong[] = {
        {"--paper", "leter", "--paper 'leter' is invalid: did you mean letter?"},
        {"--paper", "tabloid", "write letter, a4, legal, a5, half-letter or phone"},
        {"--paper", "", "write letter, a4"},
        {"--paper", "letter,a4", "--paper"},
        {"--parts", "guide,artcle", "--parts: part 'artcle' not found in this handout: did you mean article?"},
        {"--parts", "", "it has guide, article, care, worksheet"},
        {"--parts", "guide,", "it has guide, article, care, worksheet"},
        {"--parts", "guide,,article", "it has guide, article, care, worksheet"},
    };
    unsigned value;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        bool of_paper = strcmp(wrong[i].option, "--paper") == 0;
        ck_assert(PARSE("--out", "x", wrong[i].option, wrong[i].typed));
        refused(of_paper ? paper(&value) : parts(&value), wrong[i].words);
    }
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
    refused(PARSE("-out", "x"), "'-out' has one dash: write --out");
    refused(PARSE("-out=x"), "'-out' has one dash: write --out");
    refused(PARSE("-paper", "a4"), "'-paper' has one dash: write --paper");
    refused(PARSE("Willow", "--out", "x"), "'Willow' is neither a command nor the value of an option");
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

// Two screens of a terminal: 48 lines of 80 columns.
static void fits_two_screens(const char *text)
{
    size_t lines = 0;
    for (const char *line = text; *line != '\0'; lines++) {
        size_t length = strcspn(line, "\n");
        ck_assert_msg(length <= 80, "%zu columns: %.*s", length, (int)length, line);
        ck_assert_msg(length == 0 || line[length - 1] != ' ', "a blank at the end of: %.*s", (int)length, line);
        line += length + 1;
    }
    ck_assert_msg(lines <= 48, "%zu lines: %s", lines, text);
}

static char *help_of(dgs_command command)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    ck_assert_ptr_nonnull(to);
    ck_assert(dgs_cli_help(to, command));
    ck_assert_int_eq(fclose(to), 0);
    return text;
}

START_TEST(help_begins_with_examples_and_fits_two_screens)
{
    for (size_t c = 0; c < dgs_ncommands; c++) {
        char *text = help_of((dgs_command)c);
        const char *examples = strstr(text, "\nExamples:\n"), *option = strstr(text, "\n      --");
        ck_assert(examples != NULL && option != NULL && examples < option);
        fits_two_screens(text);
        free(text);
    }
}
END_TEST

START_TEST(help_names_each_option_of_its_command_and_no_other)
{
    dgs_options options;
    dgs_options_make(&options);
    for (size_t c = 0; c < dgs_ncommands; c++) {
        char *text = help_of((dgs_command)c), *lists = strstr(text, "\nOutput:\n");
        for (size_t i = 0; i < options.n; i++) {
            char name[80];
            size_t length = (size_t)snprintf(name, sizeof name, "--%s", options.of[i].name);
            const char *usage = strstr(lists, "\nUsage: "), *found = strstr(lists, name);
            while (found != NULL && (isalpha((unsigned char)found[length]) || found[length] == '-'))
                found = strstr(found + 1, name);
            found = found > usage ? NULL : found;
            bool there = options.of[i].help != NULL && dgs_option_is_on(&options.of[i], (dgs_command)c);
            ck_assert_msg((found != NULL) == there || strcmp(name, "--man") == 0, "%s in the help of command %zu: %s",
                          name, c, text);
        }
        free(text);
    }
}
END_TEST

START_TEST(man_page_is_roff_with_every_option)
{
    static const char *const needed[] = {
        ".TH DGS\\-PDF 1", ".SH NAME",          ".SH SYNOPSIS",        ".SH OPTIONS",
        ".SH EXIT STATUS", "SOURCE_DATE_EPOCH", "\\-\\-booking\\-url", "\\-\\-practice\\-name",
        "\\fB75\\fR",      "with \\en"};
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
    ck_assert(!dgs_cli_help(to, DGS_COMMAND_MAKE));
    ck_assert(!dgs_cli_man(to));
    (void)fclose(to);
}
END_TEST

START_TEST(a_form_is_offered_the_options_of_a_handout)
{
    dgs_cli_choice choice;
    bool seen_labels = false;
    size_t n = 0;
    for (; dgs_cli_choice_at(n, &choice); n++) {
        ck_assert_ptr_nonnull(choice.help);
        ck_assert_str_ne(choice.name, "man");     // not shown
        ck_assert_str_ne(choice.name, "color");   // a setting
        ck_assert_str_ne(choice.name, "out-dir"); // of batch
        if (strcmp(choice.name, "labels") == 0)
            seen_labels = choice.argument != NULL && strcmp(choice.keywords[0].word, "patient") == 0;
    }
    ck_assert(seen_labels);
    ck_assert_uint_gt(n, 10);
    ck_assert(!dgs_cli_choice_at(n + 1, &choice));
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
    tcase_add_test(c, lines_add_up);
    tcase_add_test(c, flags_and_variants_reach_the_job);
    tcase_add_test(c, the_client_reaches_the_job);
    tcase_add_test(c, commands_take_their_own_options);
    tcase_add_test(c, old_spellings_are_taken_and_noted);
    tcase_add_test(c, help_version_and_man_stop_where_they_stand);
    tcase_add_test(c, unique_abbreviations_are_taken);
    tcase_add_test(c, unknown_options_name_the_nearest);
    tcase_add_test(c, unknown_keywords_name_the_nearest);
    tcase_add_test(c, what_is_missing_or_too_much_is_said);
    tcase_add_test(c, a_full_arena_is_said);
    tcase_add_test(c, help_begins_with_examples_and_fits_two_screens);
    tcase_add_test(c, help_names_each_option_of_its_command_and_no_other);
    tcase_add_test(c, man_page_is_roff_with_every_option);
    tcase_add_test(c, a_full_disk_is_seen);
    tcase_add_test(c, a_form_is_offered_the_options_of_a_handout);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(cli_suite());
}
