// Unit tests of src/content/package.c: what a manifest says, and that the build reads the built-in ones as it does.
#include "content/package.h"

#include "content_folder.h"
#include "unit.h"

static const char SMALL[] = "# Small\n\nWords for people.\n\n- keyword: small\n- language: de\n- about: A small one\n"
                            "- part: one, one.md, sheet, 1 page\n- part: two, two.md, steps, 2 pages\n"
                            "- emergency: emergency.md\n- full: chest, legs\n- brief: chest,legs\n- today: ill\n"
                            "\n## Sources\n\n- source: nowhere\n";

static const dgs_package *package;

static bool find(const char *keyword)
{
    err = (dgs_err){0};
    return dgs_package_find(keyword, &content, arena, &package, &err);
}

static void refused(const char *words)
{
    ck_assert(!find(NULL));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strstr(err.message, words) != NULL, "'%s' does not say '%s'", err.message, words);
    ck_assert_msg(strstr(err.message, "/handout.md:") != NULL, "'%s' names no line", err.message);
}

// SMALL with `to` in the place of `from`.
static void put_changed(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    ck_assert_msg(at != NULL, "no '%s'", from);
    dgs_buf changed = {.arena = arena};
    dgs_buf_add(&changed, text, (size_t)(at - text));
    dgs_buf_adds(&changed, to);
    dgs_buf_adds(&changed, at + strlen(from));
    put("handout.md", changed.p);
}

static const char *exported(const dgs_package *of, const char *name)
{
    const dgs_content_file *files;
    size_t n;
    ck_assert(dgs_content_export(of, arena, &files, &n, &err));
    for (size_t i = 0; i < n; i++)
        if (strcmp(files[i].name, name) == 0)
            return dgs_str_copy(arena, files[i].bytes);
    ck_abort_msg("no %s", name);
}

START_TEST(the_build_reads_a_manifest_as_the_program_does)
{
    for (size_t i = 0; i < dgs_nbuiltin_packages; i++) {
        const dgs_package *baked = &dgs_builtin_packages[i];
        put("handout.md", exported(baked, "handout.md"));
        ck_assert_msg(find(NULL), "%s", err.message);
        ck_assert_ptr_ne(package, baked);
        ck_assert_str_eq(package->keyword, baked->keyword);
        ck_assert_str_eq(package->language, baked->language);
        ck_assert_str_eq(package->about, baked->about);
        ck_assert_str_eq(package->emergency, baked->emergency);
        ck_assert_int_eq(package->builtin, baked->builtin);
        ck_assert_uint_eq(dgs_package_forms(package), dgs_package_forms(baked));
        for (size_t k = 0; k < dgs_package_forms(baked); k++)
            ck_assert_str_eq(package->signs[k], baked->signs[k]);
        ck_assert_uint_eq(package->nparts, baked->nparts);
        for (size_t k = 0; k < baked->nparts; k++) {
            const dgs_package_part *one = &package->parts[k], *other = &baked->parts[k];
            ck_assert_str_eq(one->keyword, other->keyword);
            ck_assert_str_eq(one->file, other->file);
            ck_assert(one->design == other->design && one->pages == other->pages);
        }
    }
}
END_TEST

START_TEST(the_default_has_the_parts_that_tests_name)
{
    const dgs_package *usual = dgs_package_builtin(NULL);
    ck_assert_str_eq(usual->keyword, "deep-gluteal");
    ck_assert_uint_eq(usual->nparts, 5);
    ck_assert_str_eq(usual->parts[0].keyword, "guide");
    ck_assert_str_eq(usual->parts[1].keyword, "article");
    ck_assert_str_eq(usual->parts[2].keyword, "care");
    ck_assert_str_eq(usual->parts[3].keyword, "worksheet");
    ck_assert_str_eq(usual->parts[4].keyword, "card");
    ck_assert_str_eq(dgs_builtin_parts, "guide, article, care, worksheet");
    ck_assert_ptr_null(dgs_package_builtin("no-such"));
}
END_TEST

// What a manifest asks for is in the built-in text, which is not checked when it is read, form by form.
START_TEST(built_in_signs_are_all_in_the_built_in_text)
{
    for (size_t i = 0; i < dgs_nbuiltin_packages; i++) {
        const dgs_package *of = &dgs_builtin_packages[i];
        const dgs_content_source source = {.content = &content, .package = of, .parts = ~0u};
        put(of->emergency, exported(of, of->emergency));
        ck_assert_msg(dgs_content_load(&source, &NOBODY, arena, &doc, &err), "%s", err.message);
    }
}
END_TEST

START_TEST(a_manifest_is_read)
{
    put("handout.md", SMALL);
    ck_assert_msg(find(NULL), "%s", err.message);
    ck_assert_str_eq(package->keyword, "small");
    ck_assert_str_eq(package->language, "de");
    ck_assert_uint_eq(package->nparts, 2);
    ck_assert_str_eq(package->parts[1].file, "two.md");
    ck_assert_int_eq(package->parts[1].pages, 2);
    ck_assert_int_eq(package->parts[1].design, DGS_DESIGN_STEPS);
    ck_assert_int_eq(package->builtin, -1);
    ck_assert(find("small") == false && err.kind == DGS_ERR_USAGE); // it is not built in
    ck_assert(!find("deep-gluteal"));
    ck_assert_ptr_nonnull(strstr(err.message, "handout.md says small"));
}
END_TEST

START_TEST(a_folder_without_a_manifest_is_the_built_in_handout)
{
    ck_assert(find(NULL));
    ck_assert_ptr_eq(package, dgs_package_builtin(NULL));
    ck_assert(find("deep-gluteal"));
    ck_assert(!find("deep-glutea"));
    ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
    ck_assert_ptr_nonnull(strstr(err.message, "did you mean deep-gluteal"));
    put("article.md", "# T\n\nWords.\n\n## Call a doctor today if\n\n" CALL_TODAY "\n");
    ck_assert_msg(load(ALL_PARTS), "%s", err.message);
    ck_assert_str_eq(doc.lacking, "handout.md, strings.md, guide.md, care.md, worksheet.md, card.md, emergency.md");
}
END_TEST

START_TEST(a_manifest_that_cannot_be_used_is_told)
{
    static const struct {
        const char *from, *to, *words;
    } list[] = {
        {"- keyword: small\n", "", "the key 'keyword' is missing"},
        {"keyword: small", "keyword: Small Ones", "'Small Ones' is not a keyword"},
        {"keyword: small", "keyword:", "the key 'keyword' is empty"},
        {"- language: de", "- language: de\n- language: fr", "is here twice"},
        {"language: de", "language: German!", "'German!' is not a language"},
        {"language: de", "langage: de", "did you mean 'language'"},
        {"emergency: emergency.md", "emergency: ../emergency.md", "cannot be the emergency file"},
        {"emergency: emergency.md", "emergency: one.md", "the emergency file cannot be a part"},
        {"full: chest, legs", "full: ,", "the key 'full' is empty"},
        {"full: chest, legs", "full: Chest", "'Chest' is not the name of a sign"},
        {"- brief: chest,legs\n", "", "the key 'brief' is missing"},
        {"- today: ill\n", "", "the key 'today' is missing"},
        {"- source: nowhere\n", "", "no source is named"},
        {"source: nowhere", "source:", "no source is named"},
        {"- part: one, one.md, sheet, 1 page\n- part: two, two.md, steps, 2 pages\n", "", "there is no part"},
        {"one, one.md, sheet, 1 page", "one, one.md, shet, 1 page", "did you mean 'sheet'"},
        {"one, one.md, sheet, 1 page", "one, one.md, sheet", "this is not a part"},
        {"one, one.md, sheet, 1 page", "one, one.md, sheet, 1 page, 2", "this is not a part"},
        {"one, one.md, sheet, 1 page", "one, one.md, sheet, 0 pages", "this is not a part"},
        {"one, one.md, sheet, 1 page", "one, one.md, sheet, 10 pages", "this is not a part"},
        {"one, one.md, sheet, 1 page", "one, ../one.md, sheet, 1 page", "this is not a part"},
        {"one, one.md, sheet, 1 page", "one, strings.md, sheet, 1 page", "this is not a part"},
        {"two, two.md", "one, two.md", "an earlier part has this keyword or file"},
        {"two, two.md", "two, one.md", "an earlier part has this keyword or file"},
        {"Words for people.", "| a | b |\n|---|---|\n\n> no", "may only have lines"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        put_changed(SMALL, list[i].from, list[i].to);
        refused(list[i].words);
    }
}
END_TEST

START_TEST(a_handout_has_no_more_parts_than_there_are_bits)
{
    dgs_buf parts = {.arena = arena};
    for (int i = 0; i <= DGS_PARTS_MAX; i++)
        dgs_buf_addf(&parts, "- part: p%d, p%d.md, sheet, 1 page\n", i, i);
    dgs_buf_adds(&parts, "- part: one");
    put_changed(SMALL, "- part: one", parts.p);
    refused("at most 8 parts");
}
END_TEST

START_TEST(an_edited_manifest_keeps_the_signs_of_its_handout)
{
    const dgs_package *usual = dgs_package_builtin(NULL);
    const char *text = exported(usual, "handout.md");
    put_changed(text, "today: weaker, ill", "today: weaker");
    refused("the sign \"ill\" is missing here");
    put_changed(text, "full: saddle, ", "full: ");
    refused("the sign \"saddle\" is missing here");
    put_changed(text, "language: en-US", "language: es-US"); // in another language too
    ck_assert(find(NULL));
    ck_assert_int_eq(package->builtin, -1); // whose files it does not take
    put_changed(text, "today: weaker", "today: another, weaker");
    ck_assert_msg(find(NULL), "%s", err.message);
    const dgs_content_source source = {.content = &content, .package = package, .parts = ALL_PARTS};
    put("emergency.md", ALL_SIGNS);
    ck_assert(!dgs_content_load(&source, &NOBODY, arena, &doc, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "the sign \"another\" is missing under this heading"));
}
END_TEST

// A handout of its own takes no text of another one, its emergency signs least of all.
START_TEST(what_another_handout_lacks_is_not_taken_from_the_built_in_one)
{
    put("handout.md", SMALL);
    ck_assert(find(NULL));
    const dgs_content_source source = {.content = &content, .package = package, .parts = 3};
    ck_assert(!dgs_content_load(&source, &NOBODY, arena, &doc, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "strings.md: is missing, and "));
}
END_TEST

START_TEST(the_first_part_decides_the_form_of_the_signs)
{
    static const struct {
        unsigned parts;
        dgs_box_role role;
        const char *title;
    } list[] = {{1, DGS_BOX_EMERGENCY_SHORT, "T"}, {2, DGS_BOX_EMERGENCY, "Two"}, {3, DGS_BOX_EMERGENCY_SHORT, "T"}};
    put("handout.md", SMALL);
    put_strings("- title: T\n");
    put("one.md", "# One\n\nSee page {{page #last}}.\n");
    put("two.md", "# Two\n\n## ![](walking.svg) Drink\n\nSix cups.\n\n## Last\n\nWords.\n");
    put("emergency.md",
        "# A\n\n[a](sign:chest)[b](sign:legs)\n\n# B\n\n[a](sign:chest)[b](sign:legs)\n\n# C\n\n[c](sign:ill)\n");
    ck_assert(find(NULL));
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        const dgs_content_source source = {.content = &content, .package = package, .parts = list[i].parts};
        err = (dgs_err){0};
        ck_assert_msg(dgs_content_load(&source, &NOBODY, arena, &doc, &err), "%s", err.message);
        const dgs_node *box = dgs_node_find(doc.root, DGS_NODE_BOX);
        ck_assert(box != NULL && box->box == list[i].role);
        ck_assert_str_eq(doc.about.title, list[i].title);
        ck_assert_str_eq(doc.about.language, "de");
        ck_assert_ptr_null(doc.lacking);
    }
    dump_has("part two", true);
    dump_has("See page 3 <page #last>.", true); // one page, then the middle of two
}
END_TEST

// The names that this file puts beside those of content_folder.h.
static void close_all(void)
{
    (void)unlink(path_of("one.md"));
    (void)unlink(path_of("two.md"));
    close_folder();
}

int main(void)
{
    Suite *suite = suite_create("package");
    TCase *tests = tcase_create("package");
    tcase_add_checked_fixture(tests, open_folder, close_all);
    tcase_add_test(tests, the_build_reads_a_manifest_as_the_program_does);
    tcase_add_test(tests, the_default_has_the_parts_that_tests_name);
    tcase_add_test(tests, built_in_signs_are_all_in_the_built_in_text);
    tcase_add_test(tests, a_manifest_is_read);
    tcase_add_test(tests, a_folder_without_a_manifest_is_the_built_in_handout);
    tcase_add_test(tests, a_manifest_that_cannot_be_used_is_told);
    tcase_add_test(tests, a_handout_has_no_more_parts_than_there_are_bits);
    tcase_add_test(tests, an_edited_manifest_keeps_the_signs_of_its_handout);
    tcase_add_test(tests, what_another_handout_lacks_is_not_taken_from_the_built_in_one);
    tcase_add_test(tests, the_first_part_decides_the_form_of_the_signs);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
