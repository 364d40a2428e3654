// Unit tests of src/content: what no document tree can be made of is told with its file, its line and what to do.
#include <sys/stat.h>
#include <time.h>

#include "content_folder.h"
#include "unit.h"

static const char SIGNS[] = ALL_SIGNS;
static const char PICTURE[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h4v2z\"/>"
                              "<circle id=\"at-middle\" cx=\"4\" cy=\"4\" r=\"0\" fill=\"none\"/></svg>";

static void refused(const char *file, int line, const char *words)
{
    char start[160];
    (void)snprintf(start, sizeof start, "%s:%d: ", path_of(file), line);
    ck_assert_msg(err.kind == DGS_ERR_DATA, "kind %d: %s", (int)err.kind, err.message);
    ck_assert_msg(strncmp(err.message, start, strlen(start)) == 0, "'%s' does not begin with '%s'", err.message, start);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
}

typedef struct mistake {
    const char *markdown;
    int line;
    const char *words;
} mistake;

static void refused_all(const char *file, const mistake *m, size_t n)
{
    put("emergency.md", SIGNS);
    put("dot.svg", PICTURE);
    for (size_t i = 0; i < n; i++) {
        put(file, m[i].markdown);
        for (unsigned parts = 1; parts <= 2; parts++) { // printed or not, a mistake is one
            ck_assert_msg(!load(parts), "taken: %s", m[i].markdown);
            refused(file, m[i].line, m[i].words);
        }
    }
}

#define REFUSED_ALL(file, list) refused_all(file, list, sizeof(list) / sizeof *(list))

START_TEST(headings)
{
    static const mistake list[] = {
        {"", 1, "begin with a # title"},
        {"\n\nText first.\n\n# T\n", 3, "begin with a # title"},
        {"## T\n\nx\n", 1, "begin with a # title"},
        {"# T\n", 1, "nothing under this title"},
        {"# T\n\nx\n\n# U\n", 5, "a second # title"},
        {"# T\n\n## U\n### V\n#### W\n##### X\n", 6, "the lowest heading is ####"},
        {"# T\n\n## ![](dot.svg)\n", 3, "picture"},
        {"# T\n\n### ![](dot.svg) U\n", 3, "picture"}, // a skipped level hides no other mistake
        {"# ![](dot.svg) T\n\nx\n", 1, "only the title and the ## headings of guide.md can begin with a picture"},
        {"# T\n\n## x ![](dot.svg)\n", 3, "is inside a text"},
        {"# T\n\n## {{page #t}}\n", 3, "is not allowed here"},
        {"# T\n\n- a\n\n  ## U\n", 5, "a list item has one paragraph"},
    };
    REFUSED_ALL("article.md", list);
}
END_TEST

START_TEST(steps)
{
    static const mistake list[] = {
        {"# T\n\n## ![](dot.svg) A\n\n### B\n", 5, "a step cannot have headings"},
        {"# T\n\n## ![](dot.svg) A\n\n#### B\n", 5, "a step cannot have headings"},
        {"# T\n\n## A\n\n### ![](dot.svg) B\n", 5, "only the title and the ## headings of guide.md"},
        {"# T\n\n## ![](nodot.svg) A\n", 3, "picture 'nodot.svg' not found"},
        {"# T\n\n## ![](walkin.svg) A\n", 3, "did you mean 'walking.svg'"},
        {"# T\n\n## ![](../x.svg) A\n", 3, "name its file"},
        {"# T\n\n## ![](/etc/passwd) A\n", 3, "name its file"},
    };
    put("emergency.md", SIGNS);
    put("dot.svg", PICTURE);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        put("guide.md", list[i].markdown);
        ck_assert(!load(ALL_PARTS));
        refused("guide.md", list[i].line, list[i].words);
    }
}
END_TEST

START_TEST(foreign_markdown)
{
    static const mistake list[] = {
        {"# T\n\na\n\n<b>x</b>\n", 5, "HTML"},
        {"# T\n\na <b>x</b>\n", 3, "<b> is HTML"},
        {"# T\n\n<div>\nx\n</div>\n", 3, "HTML"},
        {"# T\n\n<!-- a --> b\n", 3, "comment"},
        {"# T\n\n<!-- a --> b <!-- c -->\n", 3, "comment"},
        {"# T\n\n<!-- never ends\n\nx\n", 3, "comment"},
        {"# T\n\n    code\n", 3, "code block"},
        {"# T\n\n```\ncode\n```\n", 3, "code block"},
        {"# T\n\na\nb `c` d\n", 4, "remove the backquotes of `c`"},
        {"# T\n\nx\n\n---\n", 5, "write ___"},
        {"# T\n\nx\n\n***\n", 5, "write ___"},
        {"# T\n\na\nb ![p](dot.svg)\n", 4, "is inside a text"},
        {"# T\n\na&#7;b\n", 3, "U+0007"},
    };
    REFUSED_ALL("article.md", list);
}
END_TEST

START_TEST(bytes)
{
    put("emergency.md", SIGNS);
    put_bytes("article.md", "# T\n\nbad \xff\n", 11);
    ck_assert(!load(ALL_PARTS));
    refused("article.md", 3, "UTF-8");
    put_bytes("article.md", "# T\r\n\r\nx\r\rbell \x07\n", 18);
    ck_assert(!load(ALL_PARTS));
    refused("article.md", 5, "U+0007");
    put_bytes("article.md", "# T\n\na\0b\n", 9);
    ck_assert(!load(ALL_PARTS));
    refused("article.md", 3, "U+0000");
    put("article.md", "# T\n\n\xe2\x80\xae\n");
    ck_assert(!load(ALL_PARTS));
    refused("article.md", 3, "U+202E");
}
END_TEST

START_TEST(boxes_and_lists)
{
    static const mistake list[] = {
        {"# T\n\n> [!KEYS]\n> x\n", 3, "did you mean [!KEY]"},
        {"# T\n\n> [!]\n> x\n", 3, "box [!] not found"},
        {"# T\n\n> [!KEY\n> x\n", 3, "the boxes are [!KEY], [!BOOK], [!NOTE], [!NOW], [!TODAY] and [!VISIT]"},
        {"# T\n\n>\n", 3, "the box is empty"},
        {"# T\n\n> [!KEY]\n", 3, "the box is empty"},
        {"# T\n\n> a\n>\n> > b\n", 5, "a box is not allowed in a box"},
        {"# T\n\n> # A\n", 3, "begins with ##"},
        {"# T\n\n> ## A\n>\n> b\n>\n> ## C\n", 7, "a heading is not allowed here"},
        {"# T\n\n- [ ] a\n- b\n", 4, "a checkbox"},
        {"# T\n\n- a\n- [x] b\n", 4, "a checkbox"},
        {"# T\n\n- a\n\n  b\n", 5, "one paragraph"},
        {"# T\n\n- a\n  > b\n", 4, "one paragraph"},
        {"# T\n\n- a ___\n", 3, "is not allowed in a list"},
    };
    REFUSED_ALL("article.md", list);
}
END_TEST

START_TEST(tables)
{
    static const mistake list[] = {
        {"# T\n\n| a | b |\n", 3, "needs a line like | --- | --- |"},
        {"# T\n\n| a | b |\nx\n", 3, "needs a line like | --- | --- |"},
        {"# T\n\n| a | b |\n| --- |\n| c | d |\n", 4, "as many ---"},
        {"# T\n\n| a | b |\n| --- | --- |\n", 3, "no rows"},
        {"# T\n\n| a | b |\n| --- | --- |\n| c | d |\n| e |\n", 6, "has 1 cells and the first one 2"},
        {"# T\n\n| a | b |\n| --- | --- |\n| c | d | e |\n", 5, "has 3 cells"},
        {"# T\n\n| a | b |\n| --- | --- |\n| c | d |\ntext\n", 6, "begin it with |"},
        {"# T\n\n| a | b |\n| --- | --- |\n| c | `d` |\n", 5, "code is not supported"},
        {"# T\n\n| a | b |\n| --- | --- |\n| c | {{page #t}} |\n", 5, "is not allowed here"},
        {"# T\n\n> | a | b |\n> | --- | --- |\n> | c |\n", 5, "has 1 cells"},
    };
    REFUSED_ALL("article.md", list);
}
END_TEST

START_TEST(figures)
{
    static const mistake list[] = {
        {"# T\n\n![A `x`](dot.svg)\n", 3, "code"},
        {"# T\n\n![A](dot.svg) {{page #t}}\n", 3, "is not allowed here"},
        {"# T\n\n![A]()\n", 3, "name its file"},
        {"# T\n\n![A](dots.svg)\n", 3, "picture 'dots.svg' not found"},
        {"# T\n\n![A](piriformis.sgv)\n", 3, "did you mean 'piriformis.svg'"},
    };
    REFUSED_ALL("article.md", list);
    put("article.md", "# T\n\n![A](dot.svg)\n\n- [One](#middle)\n- [Two](#midle)\n");
    ck_assert(!load(DGS_PART_ARTICLE));
    refused("article.md", 6, "does not have the point #midle, did you mean #middle");
    put("dot.svg", "<svg");
    ck_assert(!load(DGS_PART_ARTICLE));
    ck_assert_ptr_nonnull(strstr(err.message, "dot.svg"));
}
END_TEST

START_TEST(links_and_fields)
{
    static const mistake list[] = {
        {"# T\n\n[x](javascript:alert(1))\n", 3, "begin it with https://"},
        {"# T\n\n[x](willow.example)\n", 3, "begin it with https://"},
        {"# T\n\n[x]()\n", 3, "begin it with https://"},
        {"# T\n\n[x](https://nodot)\n", 3, "without a dot"},
        {"# T\n\na\nb\n[x](mailto:nobody)\n", 5, "not an email address"},
        {"# T\n\n[x](tel:12)\n", 3, "is too short"},
        {"# T\n\n[x](#nowhere)\n", 3, "heading #nowhere not found"},
        {"# Title here\n\na\n[x](#title-hero)\n", 4, "did you mean #title-here"},
        {"# T\n\n{{page #nowhere}}\n", 3, "heading #nowhere not found"},
        {"# T\n\n{{pages #t}}\n", 3, "did you mean {{page #heading}}"},
        {"# T\n\n{{name}}\n", 3, "variable {{name}} not found"},
        {"# T\n\n{{page}}\n", 3, "names no heading"},
        {"# T\n\n{{page t}}\n", 3, "names no heading"},
        {"# T\n\na {{page #t\n", 3, "no }} after it"},
    };
    REFUSED_ALL("article.md", list);
}
END_TEST

START_TEST(emergency_signs_cannot_be_taken_away)
{
    static const mistake list[] = {
        {"", 1, "begin with a # title"},
        {"# Call\n\n- a\n", 1, "four # headings"},
        {"# Call\n\n# Short\n\nx\n", 1, "there are no signs"},
        {"# Call\n\nx\n\n# Short\n", 5, "there are no signs"},
        {"# Call\n\nx\n\n# Short\n\ny\n", 5, "four # headings"},
        {"# Call\n\nx\n\n# Short\n\ny\n\n# Today\n", 9, "there are no signs"},
        {"# Call\n\nx\n\n# Short\n\ny\n\n# Today\n\nz\n", 9, "four # headings"},
        {"# Call\n\nx\n\n# Short\n\ny\n\n# Today\n\nz\n\n# Limits\n", 13, "there are no signs"},
        {"# Call\n\nx\n\n# Short\n\ny\n\n# Today\n\nz\n\n# Limits\n\nw\n\n# Fifth\n", 17, "four # headings"},
        {"# Call\n\nx\n\n## More\n", 5, "a heading is not allowed here"},
        {"# Call\n\n<!-- - a -->\n\n# Short\n\nx\n", 1, "there are no signs"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        put("emergency.md", list[i].markdown);
        for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
            ck_assert(!load(parts));
            refused("emergency.md", list[i].line, list[i].words);
        }
    }
}
END_TEST

START_TEST(strings)
{
    static const mistake list[] = {
        {"- title: T\n- colour: x\n", 2, "key 'colour' not found"},
        {"- titel: T\n", 1, "did you mean 'title'"},
        {"- title: T\n- title: U\n", 2, "is here twice"},
        {"- title:\n", 1, "'title' is empty"},
        {"- title\n", 1, "has no key"},
        {"- title: [x](https://example.org)\n", 1, "cannot be a link"},
        {"- language: English!\n", 1, "is not a language"},
        {"- language: e\n", 1, "is not a language"},
        {"- text-of: Of {{dat}}\n", 1, "did you mean {{date}}"},
        {"- title: {{name}}\n", 1, "has no {{name}}"},
        {"text\n", 1, "may only have lines"},
        {"- title: T\n\n  more\n", 1, "is not a line like"},
        {"- title: T\n", 2, "the key 'subject' is missing"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        put("strings.md", list[i].markdown);
        ck_assert(!load(ALL_PARTS));
        refused("strings.md", list[i].line, list[i].words);
    }
}
END_TEST

START_TEST(folders)
{
    ck_assert(!load_for(&NOBODY, "/nonexistent/folder", ALL_PARTS));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert(!load_for(&NOBODY, "", ALL_PARTS));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert(!load(ALL_PARTS)); // nothing in it
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "guide.md"));
    put("guide.md", "# T\n\nx\n");
    ck_assert(!load_for(&NOBODY, path_of("guide.md"), ALL_PARTS));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert(load(ALL_PARTS));
    ck_assert(!load(0));
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
    ck_assert_int_eq(mkdir(path_of("article.md"), 0700), 0);
    ck_assert(!load(ALL_PARTS));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert_int_eq(rmdir(path_of("article.md")), 0);
}
END_TEST

typedef struct flood { // head, then a piece many times, then tail
    const char *head, *piece, *tail;
    size_t times;
} flood;

// Whatever is in the file, the answer comes soon and is a handout or a sentence.
static void answers_soon(const flood *f)
{
    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, f->head);
    for (size_t i = 0; i < f->times && text.n < DGS_CONTENT_FILE_MAX - 64; i++)
        dgs_buf_adds(&text, f->piece);
    dgs_buf_adds(&text, f->tail);
    put("article.md", text.p);
    dgs_arena_free(arena);
    arena = dgs_arena_new(256u << 20);
    clock_t before = clock();
    bool ok = load(DGS_PART_ARTICLE);
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    ck_assert_msg(ok || err.kind == DGS_ERR_DATA, "%s", err.message);
    ck_assert_msg(seconds < 10, "%.1f s for '%s' many times", seconds, f->piece);
}

START_TEST(floods_are_answered_soon)
{
    static const flood floods[] = {
        {"# T\n\n", "> ", "x\n", 10000},          {"# T\n\n", "- ", "x\n", 10000},
        {"# T\n\n", "1. ", "x\n", 10000},         {"# T\n\n", "*a ", "\n", 100000},
        {"# T\n\n", "*a **b ", "\n", 100000},     {"# T\n\n", "[a", "\n", 100000},
        {"# T\n\n", "[a](", "\n", 100000},        {"# T\n\n", "![a](<b", "\n", 100000},
        {"# T\n\n", "[a](<b", "\n", 100000},      {"# T\n\n", "`a``", "\n", 100000},
        {"# T\n\n", "<!", "\n", 100000},          {"# T\n\n", "<!-- a", "\n", 100000},
        {"# T\n\n", "a <?", "\n", 100000},        {"# T\n\n", "{{", "\n", 100000},
        {"# T\n\n", "{{page #t}}", "\n", 100000}, {"# T\n\n", "&lt;", "\n", 100000},
        {"# T\n\n", "| a ", "|\n", 100000},       {"# T\n\n|a|\n|-|\n", "|b|\n", "", 100000},
        {"# T\n\n", "[a]: b\n", "x\n", 100000},   {"# T\n\n", "[a]: b\n\n", "x\n", 100000},
        {"# T\n\n", "## a\n", "x\n", 100000},     {"# T\n\n", "x\n\n", "", 100000},
        {"# T\n\n", "- a\n", "", 100000},         {"# T\n\n", "- a\n\n", "", 100000},
        {"# T\n\n", "- [a](#t)\n\n", "", 100000}, {"# T\n\n", "___\n\n", "", 100000},
        {"# T\n\n", "> a\n\n", "", 100000},       {"# T\n\n", "\\\n", "", 100000},
        {"# T\n\n", "\n", "x\n", 200000},         {"# T\n\n", " ", "x\n", 100000},
        {"# T\n\n", "**", "x\n", 100000},         {"# T\n\n", "_*", "x\n", 100000},
    };
    put("emergency.md", SIGNS);
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++)
        answers_soon(&floods[i]);
}
END_TEST

static const char *nested(const char *mark, size_t times)
{
    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, "# T\n\n");
    for (size_t i = 0; i < times; i++)
        dgs_buf_adds(&text, mark);
    dgs_buf_adds(&text, "x\n");
    return text.p;
}

START_TEST(nesting_is_limited)
{
    put("emergency.md", SIGNS);
    put("article.md", nested(">", 10000));
    ck_assert(!load(ALL_PARTS));
    refused("article.md", 3, "nested more than 16 deep");
    put("article.md", nested("- ", 17));
    ck_assert(!load(ALL_PARTS));
    refused("article.md", 3, "nested more than 16 deep");
    put("article.md", "# T\n\n- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n"
                      "              - h\n                - i\n");
    ck_assert(!load(ALL_PARTS));
    refused("article.md", 11, "lists are nested more than 8 deep");
    put("article.md", "# T\n\n- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n"
                      "              - h\n");
    ck_assert_msg(load(ALL_PARTS), "%s", err.message);
    put("article.md", "# T\n\n**a *b **c *d **e *f **g *h **i *j **k *l **m *n **o *p **q *r **s* t** u* v** w* x** y* "
                      "z** a* b** c* d** e* f** g* h** i* j**\n");
    (void)load(ALL_PARTS); // however cmark reads it, it ends
}
END_TEST

START_TEST(files_and_paragraphs_have_a_size)
{
    dgs_buf text = {.arena = arena};
    put("emergency.md", SIGNS);
    dgs_buf_adds(&text, "# T\n\n");
    while (text.n < 17 * 1024)
        dgs_buf_adds(&text, "words without an empty line\n");
    put("article.md", text.p);
    ck_assert(!load(ALL_PARTS));
    ck_assert_ptr_nonnull(strstr(err.message, "16 KB without an empty line"));
    while (text.n <= DGS_CONTENT_FILE_MAX)
        dgs_buf_adds(&text, "\n\nwords");
    put("article.md", text.p);
    ck_assert(!load(ALL_PARTS));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_ptr_nonnull(strstr(err.message, "larger than 256 KB"));
}
END_TEST

// Wherever the arena ends, in cmark too, loading fails and tells so.
START_TEST(memory_may_end_anywhere)
{
    put("guide.md", "# Guide\n\n## ![](walking.svg) Drink\n\nWords *and* more.\n\n| a | b |\n|---|---|\n| c | d |\n");
    dgs_arena *whole = arena;
    size_t failures = 0;
    for (size_t cap = 64, ok = false; !ok; cap += 1021, failures += !ok) {
        arena = dgs_arena_new(cap);
        ok = load(ALL_PARTS);
        ck_assert_int_eq(err.kind, ok ? DGS_OK : DGS_ERR_MEMORY);
        dgs_arena_free(arena);
    }
    ck_assert_uint_gt(failures, 100);
    arena = whole;
}
END_TEST

static Suite *content_errors_suite(void)
{
    Suite *suite = suite_create("content errors");
    TCase *c = tcase_create("errors");
    tcase_add_checked_fixture(c, open_folder, close_folder);
    tcase_set_timeout(c, 120); // the sanitizers are slow
    tcase_add_test(c, headings);
    tcase_add_test(c, steps);
    tcase_add_test(c, foreign_markdown);
    tcase_add_test(c, bytes);
    tcase_add_test(c, boxes_and_lists);
    tcase_add_test(c, tables);
    tcase_add_test(c, figures);
    tcase_add_test(c, links_and_fields);
    tcase_add_test(c, emergency_signs_cannot_be_taken_away);
    tcase_add_test(c, strings);
    tcase_add_test(c, folders);
    tcase_add_test(c, floods_are_answered_soon);
    tcase_add_test(c, nesting_is_limited);
    tcase_add_test(c, files_and_paragraphs_have_a_size);
    tcase_add_test(c, memory_may_end_anywhere);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(content_errors_suite());
}
