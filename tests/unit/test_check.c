// Unit tests of src/check: each finding in a document, what is no finding, and the report that collects them.
#include "base/utf8.h"
#include "check/check.h"
#include "content_folder.h"
#include "host/tell.h"
#include "unit.h"

static const char SIGNS[] = ALL_SIGNS;
static const char PICTURE[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h4v2z\"/>"
                              "<circle id=\"at-middle\" cx=\"4\" cy=\"4\" r=\"0\" fill=\"none\"/></svg>";
static dgs_text *text;
static dgs_report report;

static void open_all(void)
{
    err = (dgs_err){0};
    open_folder();
    text = dgs_text_new(NULL, &err);
    ck_assert_ptr_nonnull(text);
    put("emergency.md", SIGNS);
    put("dot.svg", PICTURE);
}

static void close_all(void)
{
    dgs_text_free(text);
    close_folder();
}

static void check_loaded(bool loaded)
{
    ck_assert_msg(loaded, "%s", err.message);
    report = (dgs_report){.arena = arena};
    ck_assert_msg(dgs_check_document(&doc, text, &report, &err), "%s", err.message);
}

static void check(const char *file, const char *markdown, unsigned parts)
{
    put(file, markdown);
    check_loaded(load(parts));
}

static void found(size_t i, const char *file, int line, const char *words)
{
    ck_assert_uint_lt(i, report.n);
    const dgs_finding *f = &report.findings[i];
    ck_assert_ptr_nonnull(f->file);
    ck_assert_str_eq(f->file, path_of(file));
    ck_assert_msg(f->line == line, "line %d, not %d: %s", f->line, line, f->sentence);
    ck_assert_msg(strstr(f->sentence, words) != NULL, "'%s' does not say '%s'", f->sentence, words);
}

typedef struct mistake {
    const char *markdown;
    int line;
    const char *words;
} mistake;

// Printed or not, a mistake is one.
static void one_finding_each(const char *file, const mistake *m, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
            check(file, m[i].markdown, parts);
            ck_assert_msg(report.n == 1, "%zu findings in: %s", report.n, m[i].markdown);
            found(0, file, m[i].line, m[i].words);
        }
}

#define ONE_FINDING_EACH(file, list) one_finding_each(file, list, sizeof(list) / sizeof *(list))

static void no_finding(const char *file, const char *markdown)
{
    check(file, markdown, ALL_PARTS);
    ck_assert_msg(report.n == 0, "%s in: %s", report.n == 0 ? "" : report.findings[0].sentence, markdown);
}

START_TEST(skipped_heading_levels)
{
    static const mistake list[] = {
        {"# T\n\n### U\n", 3, "write ## instead of ###"},
        {"# T\n\n#### U\n", 3, "write ## instead of ####"},
        {"# T\n\n## U\n\n#### V\n", 5, "write ### instead of ####"},
        {"# T\n\n### U\n\n#### V\n", 3, "write ## instead of ###"},
        {"# T\n\n## U\n\n### V\n\n## W\n\n#### X\n", 9, "write ### instead of ####"},
        {"# T\n\n> [!KEY]\n>\n> ### A\n>\n> b\n", 5, "write ## instead of ###"},
        {"# T\n\n## U\n\n> #### A\n>\n> b\n", 5, "write ### instead of ####"},
    };
    ONE_FINDING_EACH("article.md", list);
    check("article.md", "# T\n\n#### U\n\n### V\n\n## W\n\n### X\n", DGS_PART_ARTICLE);
    ck_assert_uint_eq(report.n, 2);
    found(0, "article.md", 3, "write ## instead of ####");
    found(1, "article.md", 5, "write ## instead of ###");
    for (const dgs_node *n = doc.root; n != NULL; n = dgs_node_walk(doc.root, n)) // as tagged, none is skipped
        ck_assert(n->kind != DGS_NODE_HEADING || (n->level >= 1 && n->level <= 3));
    no_finding("article.md",
               "# T\n\n## U\n\n### V\n\n#### W\n\n## X\n\n> ## A\n>\n> b\n\n> [!KEY]\n>\n> ## B\n>\n> c\n");
}
END_TEST

START_TEST(headings_without_words)
{
    static const mistake list[] = {
        {"#\n\nx\n", 1, "a heading has no text"},
        {"# T\n\n##\n", 3, "a heading has no text"},
        {"# T\n\n## &nbsp;\n", 3, "a heading has no text"},
        {"# T\n\n## &#x200b;&#xad;\n", 3, "a heading has no text"},
        {"# T\n\n## <!-- x -->\n", 3, "a heading has no text"},
        {"# T\n\n> ##\n>\n> b\n", 3, "a heading has no text"},
    };
    ONE_FINDING_EACH("article.md", list);
    check("guide.md", "# T\n\n## ![](dot.svg)\n\nx\n", ALL_PARTS);
    ck_assert_uint_gt(report.n, 0);
    found(report.n - 1, "guide.md", 3, "a heading has no text");
    check("emergency.md",
          "# Call 911\n\n" CALL_NOW "\n\n#\n\n" CALL_NOW "\n\n# Today\n\n" CALL_TODAY "\n\n# Limits\n\n" LIMITS "\n",
          DGS_PART_GUIDE); // the short form, not printed
    found(report.n - 2, "emergency.md", 5, "a heading has no text");
}
END_TEST

START_TEST(list_items_without_words)
{
    static const mistake list[] = {
        {"# T\n\n-\n", 3, "a list item has no text"},        {"# T\n\n- a\n-\n", 4, "a list item has no text"},
        {"# T\n\n- [ ]\n", 3, "a list item has no text"},    {"# T\n\n- - a\n", 3, "a list item has no text"},
        {"# T\n\n1. a\n2.\n", 4, "a list item has no text"},
    };
    ONE_FINDING_EACH("article.md", list);
}
END_TEST

START_TEST(pictures_without_words)
{
    static const mistake list[] = {
        {"# T\n\n![](dot.svg)\n", 3, "picture dot.svg has no alternative text"},
        {"# T\n\n![&nbsp;](dot.svg)\n", 3, "no alternative text"},
        {"# T\n\n![](dot.svg)\nWith a caption.\n", 3, "no alternative text"},
        {"# T\n\n![dot.svg](dot.svg)\n", 3, "has only its file name"},
        {"# T\n\n![A](dot.svg)\n\n- [](#middle)\n", 5, "a label has no text"},
    };
    ONE_FINDING_EACH("article.md", list);
    no_finding("article.md", "# T\n\n![A dot](dot.svg)\n\n- [It](#middle)\n");
}
END_TEST

START_TEST(pictures_with_too_many_words)
{
    dgs_buf markdown = {.arena = arena};
    dgs_buf_adds(&markdown, "# T\n\n![");
    for (int i = 0; i < DGS_ALT_MAX; i++)
        dgs_buf_adds(&markdown, "\xc3\xa9"); // characters count, not bytes
    size_t n = markdown.n;
    dgs_buf_adds(&markdown, "](dot.svg)\n");
    no_finding("article.md", markdown.p);
    markdown.n = n;
    dgs_buf_adds(&markdown, "e](dot.svg)\n");
    check("article.md", markdown.p, ALL_PARTS);
    ck_assert_uint_eq(report.n, 1);
    found(0, "article.md", 3, "251 characters long: use 250 at most");
}
END_TEST

START_TEST(tables_without_headings)
{
    static const mistake list[] = {
        {"# T\n\n| | |\n| --- | --- |\n| a | b |\n", 3, "no column headings"},
        {"# T\n\n| |\n| --- |\n| a |\n", 3, "no column headings"},
        {"# T\n\n| [ ] | [x] |\n| --- | --- |\n| a | b |\n", 3, "no column headings"},
        {"# T\n\n| A | | |\n| --- | --- | --- |\n| a | b | c |\n", 3, "column 2 of the table has no heading"},
        {"# T\n\n| | B | &nbsp; |\n| --- | --- | --- |\n| a | b | c |\n", 3, "column 3 of the table has no heading"},
        {"# T\n\n> | A | |\n> | --- | --- |\n> | a | b |\n", 3, "column 2 of the table has no heading"},
    };
    ONE_FINDING_EACH("article.md", list);
    no_finding("article.md", "# T\n\n| | B |\n| --- | --- |\n| a | |\n| | [ ] |\n");
}
END_TEST

START_TEST(links_without_words)
{
    static const mistake list[] = {
        {"# T\n\n[](https://example.org)\n", 3, "a link has no text"},
        {"# T\n\na\nb [ ](https://example.org) c\n", 4, "a link has no text"},
        {"# T\n\na [](#t) b\n", 3, "a link has no text"},
        {"# T\n\n- a [](mailto:a@example.org)\n", 3, "a link has no text"},
        {"# T\n\n| A | B |\n| --- | --- |\n| a | b [](tel:5550100) |\n", 5, "a link has no text"},
    };
    ONE_FINDING_EACH("article.md", list);
    no_finding("article.md", "# T\n\na [b](#t) [**c**](https://example.org)\n");
}
END_TEST

START_TEST(links_that_say_their_address)
{
    static const mistake list[] = {
        {"# T\n\n<https://example.org>\n", 3, "its address, \"https://example.org\""},
        {"# T\n\na\n[https://example.org/a](https://example.org/b)\n", 4, "https://example.org/a"},
        {"# T\n\n[HTTP://EXAMPLE.ORG](https://example.org)\n", 3, "its address"},
        {"# T\n\n[**www.example.org**](https://www.example.org/)\n", 3, "www.example.org"},
        {"# T\n\n[example.org/a](https://example.org/a/)\n", 3, "example.org/a"},
        {"# T\n\n[tel:5550100](tel:5550100)\n", 3, "its address"},
        {"# T\n\n- a\n  - <https://example.org/>\n", 4, "its address"},
    };
    ONE_FINDING_EACH("article.md", list);
    no_finding("article.md", "# T\n\n[The list at www.example.org](https://www.example.org) [example.org](https://"
                             "example.org) <anna@example.org> [555 0100](tel:5550100)\n");
    no_finding("article.md", "# T\n\n> [!BOOK]\n> Come\n"); // the practice's own links may, they are printed to be read
    const dgs_profile practice = {
        .of = {[DGS_SETTING_NAME] = {"N"}, [DGS_SETTING_WEBSITE] = {"www.example.org/a", "https://www.example.org/a"}}};
    check_loaded(load_for(&practice, folder, ALL_PARTS));
    ck_assert_uint_eq(report.n, 0);
}
END_TEST

START_TEST(characters_without_a_glyph)
{
    static const mistake list[] = {
        {"# T\n\na\nb ཀ c\n", 3, "no character \"ཀ\" (U+0F40), which is in \"a b ཀ c\""},
        {"# T\n\nཀ ཁ ཀ\n", 3, "no characters \"ཀ\" (U+0F40) and \"ཁ\" (U+0F41), which are in \"ཀ ཁ ཀ\""},
        {"# T\n\n## ཀ\n", 3, "U+0F40"},
        {"# T\n\n- **ཀ** [x](https://example.org)\n", 3, "U+0F40"},
        {"# T\n\n| A | B |\n| --- | --- |\n| a | ཀ |\n", 5, "U+0F40"},
        {"# T\n\n![A](dot.svg)\nཀ\n", 3, "U+0F40"},
        {"# T\n\nཀ ___\n", 3, "U+0F40"},
        {"# T\n\n{{page #t}} ཀ\n", 3, "U+0F40"}, // left out with the page
        {"# T\n\nཏཐདནཔཕབམཙཚ\n", 3, "\"མ\" (U+0F58) and others"},
    };
    ONE_FINDING_EACH("article.md", list);
    no_finding("article.md",
               "# T\n\nŁódź, Việt, Ελλάδα, Русский – “a” … 1⁄2 ≥ ✓\n\n![ཀ](dot.svg)\n"); // alt: not painted
}
END_TEST

START_TEST(every_finding_is_told)
{
    check("article.md", "# T\n\n![](dot.svg)\n\n### ཀ\n\n-\n\n<https://example.org>\n\n| |\n| --- |\n| ཁ |\n\n##\n",
          DGS_PART_GUIDE);
    ck_assert_uint_eq(report.n, 8);
    found(0, "article.md", 3, "no alternative text");
    found(1, "article.md", 5, "write ## instead of ###");
    found(2, "article.md", 5, "U+0F40");
    found(3, "article.md", 7, "list item");
    found(4, "article.md", 9, "its address");
    found(5, "article.md", 11, "no column headings");
    found(6, "article.md", 13, "U+0F41");
    found(7, "article.md", 15, "a heading has no text");
}
END_TEST

START_TEST(a_practice_is_told_once)
{
    const dgs_profile practice = {
        .of = {[DGS_SETTING_NAME] = {"Massage 💆"}, [DGS_SETTING_PHONE] = {"５５５", "tel:555"}}};
    check_loaded(load_for(&practice, folder, ALL_PARTS)); // the number stands in the masthead and in the booking box
    ck_assert_uint_eq(report.n, 2);
    for (size_t i = 0; i < report.n; i++)
        ck_assert_ptr_null(report.findings[i].file);
    ck_assert_str_eq(report.findings[0].sentence, "the font has no character \"💆\" (U+1F486), which is in \"Massage "
                                                  "💆\": write it another way");
    ck_assert_str_eq(report.findings[1].sentence, "the font has no character \"５\" (U+FF15), which is in \"５５５\": "
                                                  "write it another way");
}
END_TEST

START_TEST(the_short_words_have_a_place_too)
{
    static const char words[] =
        "- title: T\n- subject: S\n- language: en\n- text-date: May\n- reviewer: ཀ\n- disclaimer: ཁ\n"
        "- page-of: ག {{page}}/{{pages}}\n- stamp: ང\n";
    put_strings(words);
    check_loaded(load(ALL_PARTS));
    ck_assert_uint_eq(report.n, 4);
    found(0, "strings.md", 5, "U+0F40");
    found(1, "strings.md", 6, "U+0F41");
    found(2, "strings.md", 7, "U+0F42");
    found(3, "strings.md", 8, "U+0F44");
}
END_TEST

START_TEST(a_clients_words_are_not_repeated)
{
    const dgs_client client = {.name = "ཅཆ Smith", .notes = {"ཀ"}, .nnotes = 1};
    const dgs_content_source source = {.content = &content, .parts = ALL_PARTS, .client = &client};
    put("article.md", "# T\n\nཁ {{client.name}}\n\n## Call a doctor today if\n\nx\n");
    check_loaded(dgs_content_load(&source, &NOBODY, arena, &doc, &err));
    ck_assert_uint_eq(report.n, 4);
    for (size_t i = 0; i < report.n; i++)
        ck_assert(strstr(report.findings[i].sentence, "ཆ") == NULL &&
                  strstr(report.findings[i].sentence, "Smith") == NULL);
    ck_assert_str_eq(report.findings[0].sentence, "the font has no character U+0F45, nor others that are in --client: "
                                                  "write them another way");
    ck_assert_str_eq(report.findings[1].sentence,
                     "the font has no character U+0F40, which is in --note: write it another way");
    found(2, "article.md", 3, "\"ཁ\" (U+0F41)");
    found(3, "article.md", 3, "--client");
}
END_TEST

START_TEST(the_builtin_content_has_no_finding)
{
    const dgs_profile practice = {.of = {[DGS_SETTING_NAME] = {"Willow"}, [DGS_SETTING_PHONE] = {"555", "tel:555"}}};
    for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
        check_loaded(load_for(parts % 2 == 0 ? &practice : &NOBODY, NULL, parts));
        ck_assert_msg(report.n == 0, "%s", report.n == 0 ? "" : report.findings[0].sentence);
    }
}
END_TEST

static char printed[16384];

static bool close_report(void)
{
    FILE *to = tmpfile();
    ck_assert_ptr_nonnull(to);
    err = (dgs_err){0};
    bool ok = dgs_report_close(&report, &err);
    dgs_tell_findings(&report, to);
    rewind(to);
    printed[fread(printed, 1, sizeof printed - 1, to)] = '\0';
    ck_assert_int_eq(fclose(to), 0);
    return ok;
}

static void add(const char *file, int line, const char *sentence)
{
    ck_assert(dgs_report_add(&report, &err, file, line, "%s", sentence));
}

static dgs_profile practice_with(const char *words, const char *logo)
{
    return (dgs_profile){.of = {[DGS_SETTING_NAME] = {words},
                                [DGS_SETTING_TAGLINE] = {words},
                                [DGS_SETTING_THERAPIST] = {words},
                                [DGS_SETTING_WELCOME] = {words},
                                [DGS_SETTING_PHONE] = {words, "tel:555"},
                                [DGS_SETTING_BOOKING_URL] = {words, "https://w.example/"},
                                [DGS_SETTING_ADDRESS] = {words},
                                [DGS_SETTING_HOURS] = {words},
                                [DGS_SETTING_FOOTER_NOTE] = {words},
                                [DGS_SETTING_LOGO] = {logo}}};
}

// All that is in the report, as text.
static const char *reported(void)
{
    dgs_buf all = {.arena = arena};
    for (size_t i = 0; i < report.n; i++)
        dgs_buf_addf(&all, "%s:%d: %s\n", report.findings[i].file == NULL ? "" : report.findings[i].file,
                     report.findings[i].line, report.findings[i].sentence);
    for (size_t i = 0; i < report.nnotes; i++)
        dgs_buf_addf(&all, "note %d: %s\n", (int)report.notes[i].level, report.notes[i].sentence);
    ck_assert_uint_eq(report.more, 0);
    return all.n == 0 ? "" : all.p;
}

START_TEST(a_refilled_document_is_checked_where_it_changed)
{
    static const char *const words[] = {"Willow", "Żółć", "Massage 💆", "ཀཁ", "ང and ག, ཏཐདནཔཕབམཙཚ", " ཁ"};
    const dgs_raster coarse = {.w = 30, .h = 20, .channels = 3, .visible = {0, 0, 30, 20}}, empty = {.w = 9, .h = 9};
    const dgs_picture logos[] = {{.kind = DGS_PICTURE_RASTER, .raster = &coarse},
                                 {.kind = DGS_PICTURE_RASTER, .raster = &empty}};
    static const unsigned parts[] = {ALL_PARTS, DGS_PART_GUIDE};
    char logo[96];
    put("logo.svg", PICTURE);
    (void)snprintf(logo, sizeof logo, "%s", path_of("logo.svg"));
    const dgs_profile sound = practice_with("Sound", logo);
    for (size_t i = 0; i < 2 * sizeof words / sizeof *words; i++) {
        const dgs_profile practice = practice_with(words[i / 2], logo);
        check_loaded(load_for(&sound, folder, parts[i % 2]));
        ck_assert_str_eq(reported(), "");
        ck_assert(dgs_content_refill(&doc, &practice, arena, &err));
        doc.root->first->first->picture = &logos[i % 2];
        report = (dgs_report){.arena = arena};
        ck_assert(dgs_check_variable(&doc, text, &report, &err));
        const char *variable = reported();
        check_loaded(true);
        ck_assert_str_eq(reported(), variable);
        ck_assert_uint_eq(report.nnotes, 1);
        ck_assert_int_eq(report.n == 0, i / 2 < 2);
    }
}
END_TEST

START_TEST(a_report_counts)
{
    report = (dgs_report){.arena = arena};
    ck_assert(close_report());
    ck_assert_str_eq(printed, "");
    add("b.md", 7, "mend it");
    add("b.md", 7, "mend it");
    ck_assert(!close_report());
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_str_eq(err.message, "b.md:7: mend it");
    ck_assert_str_eq(printed, "");
    add("b.md", 3, "and\nthis\x1b");
    add("a.md", 9, "and that");
    add(NULL, 0, "the name");
    add("b.md", 7, "a second one here");
    ck_assert(!close_report());
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_str_eq(err.message, "5 problems: fix them and run again; nothing was written");
    ck_assert_str_eq(printed, "dgs-pdf: the name\na.md:9: and that\nb.md:3: and?this?\nb.md:7: mend it\n"
                              "b.md:7: a second one here\n");
}
END_TEST

START_TEST(a_report_has_an_end)
{
    report = (dgs_report){.arena = arena};
    for (int line = 1; line <= DGS_REPORT_MAX + 12; line++)
        add("a.md", line, "mend it");
    add("a.md", 1, "mend it"); // known
    ck_assert(!close_report());
    ck_assert_str_eq(err.message, "62 problems: fix them and run again; nothing was written");
    ck_assert_ptr_nonnull(strstr(printed, "a.md:50: mend it\nand 12 more\n"));
    ck_assert_ptr_null(strstr(printed, "a.md:51:"));
}
END_TEST

START_TEST(a_report_ends_with_memory)
{
    report = (dgs_report){.arena = dgs_arena_new(8)};
    err = (dgs_err){0};
    ck_assert(!dgs_report_add(&report, &err, "a.md", 1, "a sentence longer than the arena"));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    ck_assert_uint_eq(report.n, 0);
    dgs_arena_free(report.arena);
}
END_TEST

START_TEST(quotes_are_cut_between_characters)
{
    report = (dgs_report){.arena = arena};
    ck_assert_str_eq(dgs_report_quote(&report, &err, DGS_STR("two\nlines "), 4), "two lines");
    ck_assert_str_eq(dgs_report_quote(&report, &err, (dgs_str){"", 0}, 0), "");
    dgs_buf umlauts = {.arena = arena};
    for (int i = 0; i < 300; i++)
        dgs_buf_adds(&umlauts, i == 99 ? "x" : "\xc3\xbc");
    for (size_t at = 0; at < umlauts.n; at++) {
        const char *quote = dgs_report_quote(&report, &err, (dgs_str){umlauts.p, umlauts.n}, at);
        ck_assert_uint_eq(dgs_utf8_check(dgs_str_of(quote)), strlen(quote));
        ck_assert_uint_le(strlen(quote), 106);
        ck_assert(at > 240 || at < 198 || strchr(quote, 'x') != NULL || at - 198 > 40);
    }
}
END_TEST

static Suite *check_suite(void)
{
    Suite *suite = suite_create("check");
    TCase *c = tcase_create("document");
    tcase_add_checked_fixture(c, open_all, close_all);
    tcase_set_timeout(c, 120); // the sanitizers are slow
    tcase_add_test(c, skipped_heading_levels);
    tcase_add_test(c, headings_without_words);
    tcase_add_test(c, list_items_without_words);
    tcase_add_test(c, pictures_without_words);
    tcase_add_test(c, pictures_with_too_many_words);
    tcase_add_test(c, tables_without_headings);
    tcase_add_test(c, links_without_words);
    tcase_add_test(c, links_that_say_their_address);
    tcase_add_test(c, characters_without_a_glyph);
    tcase_add_test(c, every_finding_is_told);
    tcase_add_test(c, a_practice_is_told_once);
    tcase_add_test(c, the_short_words_have_a_place_too);
    tcase_add_test(c, the_builtin_content_has_no_finding);
    tcase_add_test(c, a_clients_words_are_not_repeated);
    tcase_add_test(c, a_refilled_document_is_checked_where_it_changed);
    tcase_add_test(c, a_report_counts);
    tcase_add_test(c, a_report_has_an_end);
    tcase_add_test(c, a_report_ends_with_memory);
    tcase_add_test(c, quotes_are_cut_between_characters);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(check_suite());
}
