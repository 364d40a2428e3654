// Unit tests of src/content: variables in the text, and the built-in files as files to edit.
#include "content/loader.h"
#include "content_folder.h"
#include "image/builtin.h"
#include "image/image.h"
#include "unit.h"

static dgs_profile practice;
static dgs_client client;

static void open_all(void)
{
    open_folder();
    practice = (dgs_profile){0};
    client = (dgs_client){0};
    put("emergency.md", ALL_SIGNS);
}

static bool load_all(unsigned parts)
{
    const dgs_content_source source = {
        .content = &content, .files = &dgs_files_given, .parts = parts, .client = &client};
    err = (dgs_err){0};
    return dgs_content_load(&source, &practice, arena, &doc, &err);
}

// Loads one article, alone, and looks for lines in its dump.
static void article_has(const char *markdown, const char *lines, bool wanted)
{
    put("article.md", markdown);
    ck_assert_msg(load_all(DGS_PART_ARTICLE), "%s", err.message);
    char *text = dump();
    ck_assert_msg((strstr(text, lines) != NULL) == wanted, "%s '%s' in:\n%.3000s", wanted ? "no" : "there is", lines,
                  text);
    free(text);
}

static void refused(const char *file, const char *markdown, int line, const char *words)
{
    char start[160];
    put(file, markdown);
    (void)snprintf(start, sizeof start, "%s:%d: ", path_of(file), line);
    ck_assert_msg(!load_all(ALL_PARTS), "taken: %s", markdown);
    ck_assert_msg(err.kind == DGS_ERR_DATA, "kind %d: %s", (int)err.kind, err.message);
    ck_assert_msg(strncmp(err.message, start, strlen(start)) == 0, "'%s' does not begin with '%s'", err.message, start);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
}

static void give_all(void)
{
    practice = (dgs_profile){.of = {[DGS_SETTING_NAME] = {"Willow"},
                                    [DGS_SETTING_TAGLINE] = {"Calm"},
                                    [DGS_SETTING_THERAPIST] = {"Ana"},
                                    [DGS_SETTING_LICENSE] = {"12"},
                                    [DGS_SETTING_WELCOME] = {"Hello"},
                                    [DGS_SETTING_PHONE] = {"555", "tel:555"},
                                    [DGS_SETTING_EMAIL] = {"a@b.example", "mailto:a@b.example"},
                                    [DGS_SETTING_WEBSITE] = {"w.example", "https://w.example/"},
                                    [DGS_SETTING_BOOKING_URL] = {"w.example/book", "https://w.example/book"},
                                    [DGS_SETTING_ADDRESS] = {"1 Mill, X"},
                                    [DGS_SETTING_HOURS] = {"Mon · Tue"}}};
    client = (dgs_client){.name = "Al", .date = "May", .next_visit = "June", .therapist = "Eve"};
}

START_TEST(each_variable_has_its_value)
{
    static const struct {
        const char *name, *value;
    } all[] = {{"practice.name", "Willow"},
               {"practice.tagline", "Calm"},
               {"practice.therapist", "Ana"},
               {"practice.license", "12"},
               {"practice.welcome", "Hello"},
               {"practice.phone", "555"},
               {"practice.email", "a@b.example"},
               {"practice.website", "w.example"},
               {"practice.booking_url", "w.example/book"},
               {"practice.address", "1 Mill, X"},
               {"practice.hours", "Mon · Tue"},
               {"client.name", "Al"},
               {"client.date", "May"},
               {"client.next_visit", "June"},
               {"client.therapist", "Eve"}};
    give_all();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        char markdown[160], line[160];
        (void)snprintf(markdown, sizeof markdown, "# T\n\nSee {{%s}}, {{ %s | none }}.\n", all[i].name, all[i].name);
        (void)snprintf(line, sizeof line, "    para: See %s, %s.\n", all[i].value, all[i].value);
        article_has(markdown, line, true);
    }
    client.therapist = NULL; // the practice's own
    article_has("# T\n\n{{client.therapist}}\n", "    para: Ana\n", true);
}
END_TEST

START_TEST(without_a_value_the_paragraph_goes_or_other_words_stand_in)
{
    article_has("# T\n\nRing {{practice.phone}} now.\n\nx\n", "Ring", false);
    article_has("# T\n\nx\n\n- one\n- call {{practice.phone}}\n  - inner\n\nend\n", "      item: one\n    para: end",
                true);
    article_has("# T\n\nx\n\n- call {{practice.phone}}\n\nend\n", "    para: x\n    para: end\n", true);
    article_has("# T\n\nx\n\n> call {{practice.phone}}\n\nend\n", "    para: x\n    para: end\n", true);
    article_has("# T\n\nx\n\nVisit {{client.next_visit}} ___\n", "blank", false);
    article_has("# T\n\nAt {{practice.name|our place}}.\n", "    para: At our place.\n", true);
    article_has("# T\n\nAt {{practice.name|our place}}{{practice.name|our place}}.\n", "At our placeour place.\n",
                true);
    practice.of[DGS_SETTING_NAME].text = "Willow";
    article_has("# T\n\nAt {{practice.name|our place}}{{practice.name|our place}}.\n", "At WillowWillow.\n", true);
    article_has("# T\n\n- [ ] {{practice.name}}\n\n**{{practice.name}}**\n",
                "      item [ ]: Willow\n        field tick #t-1: Willow\n    para: **Willow**\n", true);
}
END_TEST

START_TEST(values_stand_wherever_words_stand)
{
    practice.of[DGS_SETTING_NAME].text = "Willow";
    article_has("# At {{practice.name|us}}\n\n[back](#at-us)\n", "1 #at-us: At Willow\n", true);
    ck_assert_str_eq(doc.about.title, "At Willow");
    ck_assert_str_eq(doc.root->first->next->last->spans[0].link->contents, "At Willow");
    article_has("# T\n\n| {{practice.name\\|us}} | b |\n| --- | --- |\n| c | {{client.name\\|you}} |\n",
                "        cell header: Willow\n        cell header: b\n      row\n        cell header: c\n"
                "        cell: you\n",
                true);
    article_has("# T\n\n![A](walking.svg)\nBy {{practice.name|us}}.\n", "caption: By Willow.", true);
}
END_TEST

// Whatever a value holds, it stays the words that it is.
START_TEST(values_are_never_read_as_markdown)
{
    static const char *const values[] = {
        "*a* **b** _c_",
        "[x](https://evil.example)",
        "{{practice.phone}}",
        "{{page #t}}",
        "<b>h</b>",
        "`code`",
        "![a](b)",
        "# T",
        "| a | b |",
        "&lt;",
        "\\*",
        "- [ ] x",
        "[x] a",
        "a ___",
        "___",
        "[!KEY]",
        "<!-- c -->",
        "1. x",
        "%s%n",
        "}}",
        "|",
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        dgs_buf lines = {.arena = arena};
        client.name = values[i];
        dgs_buf_addf(&lines,
                     "    para: %s\n    para: To %s!\n    list bullet\n      item: %s\n    box note\n      para: %s\n",
                     values[i], values[i], values[i], values[i]);
        article_has("# T\n\n{{client.name}}\n\nTo {{client.name}}!\n\n- {{client.name}}\n\n> {{client.name}}\n",
                    lines.p, true);
    }
}
END_TEST

START_TEST(values_about_a_client_are_private)
{
    client.name = "Al";
    practice.of[DGS_SETTING_NAME].text = "Willow";
    put("article.md", "# T\n\nDear {{client.name}}, from {{practice.name}}, {{client.date|today}}.\n");
    ck_assert(load_all(DGS_PART_ARTICLE));
    const dgs_node *para = doc.root->first->next->last;
    ck_assert_int_eq(para->kind, DGS_NODE_PARA);
    for (size_t i = 0; i < para->nspans; i++) {
        bool name = dgs_str_is(para->spans[i].text, "Al");
        ck_assert((para->spans[i].option != NULL) == name);
    }
    ck_assert(dgs_node_private(para));
}
END_TEST

START_TEST(unknown_and_unclear_ones_are_told)
{
    static const struct {
        const char *markdown;
        int line;
        const char *words;
    } list[] = {
        {"# T\n\nx\n{{practise.name}}\n", 4, "variable {{practise.name}} not found, did you mean {{practice.name}}"},
        {"# T\n\n{{phone}}\n", 3, "did you mean {{practice.phone}}"},
        {"# T\n\n{{Client.Name}}\n", 3, "did you mean {{client.name}}"},
        {"# T\n\n{{practice.}}\n", 3, "did you mean {{practice.name}}"},
        {"# T\n\n{{}}\n", 3, "variable {{}} not found"},
        {"# T\n\n{{practice.name your}}\n", 3, "{{practice.name}} is unclear"},
        {"# T\n\n{{practice.name| }}\n", 3, "{{practice.name}} is unclear"},
        {"# T\n\n{{practice.name|a\nb}}\n", 3, "has no }} after it"},
        {"# {{practice.name}}\n\nx\n", 1, "needs words for when it is not known: write {{practice.name|words}}"},
        {"# T\n\n| {{practice.name}} | b |\n| --- | --- |\n| c | d |\n", 3, "needs words"},
        {"# T\n\n## {{client.name|you}}\n\nx\n", 3, "is private and not allowed in a heading"},
        {"# T\n\n[{{practice.name}}](https://a.example)\n", 3, "is not allowed in [ ]"},
        {"# T\n\n![{{practice.name|x}}](walking.svg)\n", 3, "is not allowed in [ ]"},
    };
    client.name = "Secret";
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        refused("article.md", list[i].markdown, list[i].line, list[i].words);
        ck_assert_ptr_null(strstr(err.message, "Secret"));
    }
}
END_TEST

// Nothing that is not said takes a sign away.
START_TEST(the_emergency_signs_stay)
{
    static const char article[] = "# T\n\nx\n";
    put("article.md", article);
    refused("emergency.md", "# Call\n\n- {{practice.phone}}\n\n" SIGNS_IN_SHORT, 3, "needs words");
    refused("emergency.md", "# Call\n\n" CALL_NOW "\n\n# Short\n\n{{client.name}}\n\n# Today\n\nx\n", 7, "needs words");
    put("emergency.md", "# Call\n\nNow, {{client.name|you}}. " CALL_NOW "\n\n" SIGNS_IN_SHORT);
    ck_assert_msg(load_all(ALL_PARTS), "%s", err.message);
    put("emergency.md", "# Call\n\nSee page {{page #your-14-days}}. " CALL_NOW "\n\n" SIGNS_IN_SHORT);
    ck_assert(load_all(ALL_PARTS));
    ck_assert(!load_all(DGS_PART_GUIDE)); // the paragraph is left out, and its signs with it
    ck_assert_msg(strstr(err.message, "emergency.md:1: the sign \"saddle\" is missing") != NULL, "%s", err.message);
}
END_TEST

// A sign of a form may be worded in another way, but not left out, and not moved to another form.
START_TEST(each_form_names_each_of_its_signs)
{
    static const char *const forms[DGS_FORMS] = {CALL_NOW, CALL_NOW, CALL_TODAY, LIMITS};
    for (size_t form = 0; form < DGS_FORMS; form++) {
        const char *signs = forms[form];
        for (const char *s = signs; *s == '['; s = strchr(s, ')') + 1) {
            dgs_buf text = {.arena = arena};
            dgs_buf less = {.arena = arena};
            dgs_buf_add(&less, signs, (size_t)(s - signs));
            dgs_buf_adds(&less, "and");
            dgs_buf_adds(&less, strchr(s, ')') + 1);
            for (size_t i = 0; i < DGS_FORMS; i++)
                dgs_buf_addf(&text, "# Form\n\n%s\n\n", i == form ? less.p : forms[i]);
            ck_assert(!text.failed);
            refused("emergency.md", text.p, 1 + 4 * (int)form, "is missing under this heading");
        }
    }
    refused("emergency.md", "# Call\n\n[](sign:saddle) now\n\n" SIGNS_IN_SHORT, 1, "the sign \"saddle\" is missing");
    refused("emergency.md", "# Call\n\n[a](sign:)\n\n" SIGNS_IN_SHORT, 3, "no name of its own");
}
END_TEST

static size_t count_of(const char *what)
{
    char *text = dump();
    size_t n = 0;
    for (const char *p = text; (p = strstr(p, what)) != NULL; p++)
        n++;
    free(text);
    return n;
}

// The short form for a doctor today, and whom a step could harm, stand in every choice of parts, and where a part that
// is printed names all of a form's signs, they are not said twice.
START_TEST(what_needs_a_doctor_today_stands_once_in_every_choice_of_parts)
{
    put("care.md", "# T\n\n## Before you use heat\n\nx\n\n## Call a doctor today if\n\nx\n");
    for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
        ck_assert_msg(load_all(parts), "%s", err.message);
        ck_assert_uint_eq(count_of("    box today\n"), 1);
        ck_assert_uint_eq(count_of("    box limits\n"), 1);
    }
    put("care.md", "# Before you use heat\n\n" LIMITS "\n\n## Call a doctor today if\n\n" CALL_TODAY "\n");
    for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
        ck_assert_msg(load_all(parts), "%s", err.message);
        size_t boxes = (parts & DGS_PART_CARE) != 0 ? 0 : 1;
        ck_assert_uint_eq(count_of("    box today\n"), boxes);
        ck_assert_uint_eq(count_of("    box limits\n"), boxes);
        ck_assert_uint_eq(count_of(CALL_TODAY_DUMPED), 1);
        ck_assert_uint_eq(count_of(LIMITS_DUMPED), 1);
    }
    put("care.md", "# Before you use heat\n\nx\n\n## Call a doctor today if\n\n" CALL_TODAY "\n"); // one of the two
    ck_assert(load_all(DGS_PART_CARE));
    ck_assert_uint_eq(count_of("    box today\n"), 0);
    ck_assert_uint_eq(count_of("    box limits\n"), 1);
}
END_TEST

// The built-in text says each sign once in each choice of parts too; of those for now, the ids of the short form are
// those of the long one.
START_TEST(the_built_in_signs_stand_once_in_every_choice_of_parts)
{
    for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
        ck_assert_msg(load_for(&NOBODY, NULL, parts), "%s", err.message);
        for (size_t form = DGS_FORM_BRIEF; form < DGS_FORMS; form++) {
            dgs_str id;
            for (const char *all = dgs_package_builtin(NULL)->signs[form]; dgs_signs_next(&all, &id);) {
                char mark[40];
                (void)snprintf(mark, sizeof mark, "<sign %.*s>", (int)id.n, id.p);
                ck_assert_msg(count_of(mark) == 1, "parts %u: %s stands %zu times", parts, mark, count_of(mark));
            }
        }
    }
}
END_TEST

// The words of the region stand for every practice there, and so take no place of their own.
START_TEST(the_region_has_its_words)
{
    static const char words[] = "# T\n\n## Call {{region.call}}\n\nGo to {{region.place}}, see a {{region.physio}}.\n\n"
                                "No doctor? Call {{region.advice}}.\n";
    article_has(words,
                "    section\n      heading 2 #call-911: Call 911\n"
                "      para: Go to an emergency room, see a physical therapist.\n  imprint",
                true);
    practice.country = dgs_country_find("gb");
    article_has(words,
                "    section\n      heading 2 #call-999: Call 999\n"
                "      para: Go to A&E, see a physiotherapist.\n      para: No doctor? Call NHS 111.\n",
                true);
    ck_assert(doc.refillable);
}
END_TEST

static void put_export(const dgs_content_file **files, size_t *n)
{
    ck_assert(dgs_content_export(dgs_package_builtin(NULL), arena, files, n, &err));
    for (size_t i = 0; i < *n; i++)
        put_bytes((*files)[i].name, (*files)[i].bytes.p, (*files)[i].bytes.n);
}

START_TEST(an_exported_folder_gives_the_same_content)
{
    const dgs_content_file *files;
    size_t n;
    put_export(&files, &n);
    ck_assert(load(ALL_PARTS));
    char *exported = dump();
    ck_assert(load_for(&NOBODY, NULL, ALL_PARTS));
    char *builtin = dump();
    ck_assert_str_eq(exported, builtin);
    free(exported);
    free(builtin);
    for (size_t i = 0; i < n; i++)
        (void)unlink(path_of(files[i].name));
}
END_TEST

static size_t points_of(const dgs_path *path)
{
    size_t points = 0;
    for (size_t i = 0; i < path->nops; i++)
        points += path->ops[i] == DGS_PATH_CURVE ? 6 : path->ops[i] == DGS_PATH_CLOSE ? 0 : 2;
    return points;
}

static void same_path(const dgs_path *a, const dgs_path *b)
{
    ck_assert_uint_eq(a->nops, b->nops);
    ck_assert_int_eq(memcmp(a->ops, b->ops, a->nops * sizeof *a->ops), 0);
    ck_assert_int_eq(memcmp(a->points, b->points, points_of(a) * sizeof *a->points), 0);
    ck_assert_int_eq(a->fill.kind, b->fill.kind);
    ck_assert_int_eq(a->stroke.kind, b->stroke.kind);
    ck_assert(a->stroke_width == b->stroke_width);
}

// The art is compiled into the program; its SVG gives the same drawing, to the last bit.
START_TEST(exported_art_is_the_art_in_use)
{
    const dgs_content_file *files;
    size_t n, arts = 0;
    ck_assert(dgs_content_export(dgs_package_builtin(NULL), arena, &files, &n, &err));
    for (size_t i = 0; i < n; i++) {
        const dgs_art *baked = dgs_builtin_art_find(files[i].name);
        dgs_art art;
        if (baked == NULL)
            continue;
        arts++;
        ck_assert_msg(dgs_svg_parse(arena, files[i].name, files[i].bytes, &art, &err), "%s", err.message);
        ck_assert(art.x == baked->x && art.y == baked->y && art.w == baked->w && art.h == baked->h);
        ck_assert_uint_eq(art.npaths, baked->npaths);
        ck_assert_uint_eq(art.nanchors, baked->nanchors);
        for (size_t k = 0; k < art.npaths; k++)
            same_path(&art.paths[k], &baked->paths[k]);
    }
    ck_assert_uint_eq(arts, dgs_nbuiltin_arts);
    ck_assert_uint_eq(arts + 9, n); // the files of words, and the one that tells how
}
END_TEST

static Suite *variables_suite(void)
{
    Suite *suite = suite_create("content variables");
    TCase *c = tcase_create("variables");
    tcase_add_checked_fixture(c, open_all, close_folder);
    tcase_set_timeout(c, 60);
    tcase_add_test(c, each_variable_has_its_value);
    tcase_add_test(c, without_a_value_the_paragraph_goes_or_other_words_stand_in);
    tcase_add_test(c, values_stand_wherever_words_stand);
    tcase_add_test(c, values_are_never_read_as_markdown);
    tcase_add_test(c, values_about_a_client_are_private);
    tcase_add_test(c, unknown_and_unclear_ones_are_told);
    tcase_add_test(c, the_emergency_signs_stay);
    tcase_add_test(c, each_form_names_each_of_its_signs);
    tcase_add_test(c, what_needs_a_doctor_today_stands_once_in_every_choice_of_parts);
    tcase_add_test(c, the_built_in_signs_stand_once_in_every_choice_of_parts);
    tcase_add_test(c, the_region_has_its_words);
    tcase_add_test(c, an_exported_folder_gives_the_same_content);
    tcase_add_test(c, exported_art_is_the_art_in_use);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(variables_suite());
}
