// Unit tests of src/content: whom a copy is for, and what of the practice stands beside it.
#include "content_folder.h"
#include "unit.h"

static dgs_client client;

static const char SIGNS[] = ALL_SIGNS;
static const char GUIDE[] =
    "# Steps\n\nGo on.\n\n## ![](walking.svg) Drink\n\nA cup.\n\n## ![](side-lying.svg) Rest\n\nBed.\n";

static void open_all(void)
{
    open_folder();
    client = (dgs_client){0};
    put("emergency.md", SIGNS);
    put("guide.md", GUIDE);
}

static bool load_client_for(const dgs_profile *profile, unsigned parts)
{
    const dgs_content_source source = {
        .content = &content, .files = &dgs_files_given, .parts = parts, .client = &client};
    err = (dgs_err){0};
    return dgs_content_load(&source, profile, arena, &doc, &err);
}

static bool load_client(unsigned parts)
{
    return load_client_for(&NOBODY, parts);
}

static void say_all(void)
{
    client = (dgs_client){.name = " Maria Lopez ",
                          .date = "24 November 2026",
                          .next_visit = "8 December",
                          .therapist = "Ana Perez",
                          .notes = {"Walk", "Rest *well*"},
                          .nnotes = 2,
                          .focus = 1u << 2};
}

START_TEST(all_that_is_said_stands_in_the_first_part)
{
    say_all();
    ck_assert_msg(load_client(ALL_PARTS), "%s", err.message);
    dump_has("  part guide\n"
             "    heading 1 #steps: Steps\n"
             "    client\n"
             "      para: **For Maria Lopez** · 24 November 2026\n"
             "      para: Your therapist: Ana Perez\n"
             "      para: Next visit: 8 December\n"
             "    para: Go on.\n"
             "    box notes\n"
             "      heading 2 #notes-for-you: **Notes for you**\n"
             "      list bullet\n"
             "        item: Walk\n"
             "        item: Rest *well*\n"
             "    step 1 walking.svg\n"
             "      heading 2 #drink: Drink\n"
             "      para: A cup.\n"
             "    step 2 side-lying.svg\n"
             "      heading 2 #rest: Rest\n"
             "      mark: Start here\n",
             true);
}
END_TEST

START_TEST(without_the_guide_the_client_stands_in_the_part_that_is_first)
{
    say_all();
    client.focus = 0;
    put("article.md", "# Why\n\nWords.\n\n## Call a doctor today if\n\nx\n");
    ck_assert_msg(load_client(DGS_PART_ARTICLE | DGS_PART_WORKSHEET), "%s", err.message);
    dump_has("1 #why: Why\n    client\n      para: **For", true);
    dump_has("      para: Next visit: 8 December\n    box emergency-short\n", true);
    dump_has("    para: Words.\n    box notes\n", true);
}
END_TEST

START_TEST(what_is_not_said_leaves_nothing)
{
    ck_assert(load_client(ALL_PARTS));
    char *none = dump();
    ck_assert(load(ALL_PARTS));
    char *plain = dump();
    ck_assert_str_eq(none, plain);
    free(none);
    free(plain);
    client.date = "May";
    ck_assert(load_client(ALL_PARTS));
    dump_has("    client\n      para: May\n    para: Go on.\n    step 1", true);
    client = (dgs_client){.name = "Al"};
    ck_assert(load_client(ALL_PARTS));
    dump_has("      para: **For Al**\n    para", true);
}
END_TEST

START_TEST(the_emergency_box_moves_before_the_notes)
{
    say_all();
    ck_assert(load_client(ALL_PARTS));
    dgs_content_emergency_first(&doc);
    dump_has("    para: Go on.\n    box emergency\n", true);
    dump_has("      para: " CALL_NOW_DUMPED "\n    box notes\n", true);
}
END_TEST

// Each private text is marked as such, and nothing else is.
START_TEST(private_words_know_their_option)
{
    static const struct {
        const char *text, *option;
    } all[] = {{"For Maria Lopez", "--client"},
               {"24 November 2026", "--date"},
               {"Ana Perez", "--therapist"},
               {"8 December", "--next-visit"},
               {"Walk", "--note"},
               {"Rest *well*", "--note"},
               {"8 December", "--next-visit"}}; // on the worksheet too
    size_t n = 0;
    say_all();
    ck_assert(load_client(ALL_PARTS));
    for (const dgs_node *node = doc.root; node != NULL; node = dgs_node_walk(doc.root, node)) {
        bool any = false;
        for (size_t i = 0; i < node->nspans; i++)
            if (node->spans[i].option != NULL) {
                any = true;
                ck_assert_uint_lt(n, sizeof all / sizeof *all);
                ck_assert(dgs_str_is(node->spans[i].text, all[n].text));
                ck_assert_str_eq(node->spans[i].option, all[n++].option);
            }
        ck_assert(dgs_node_private(node) == any);
        ck_assert(node->kind != DGS_NODE_HEADING || !any);
    }
    ck_assert_uint_eq(n, sizeof all / sizeof *all);
}
END_TEST

START_TEST(nothing_private_stands_in_what_is_said_about_the_handout)
{
    say_all();
    for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
        client.focus = (parts & DGS_PART_GUIDE) != 0 ? 2 : 0;
        ck_assert_msg(load_client(parts), "%s", err.message);
        const char *const said[] = {doc.about.title, doc.about.subject, doc.about.imprint, doc.about.page_of};
        for (size_t i = 0; i < sizeof said / sizeof *said; i++)
            ck_assert(strstr(said[i], "Maria") == NULL && strstr(said[i], "Walk") == NULL);
        ck_assert_ptr_null(doc.author);
    }
}
END_TEST

typedef struct wrong {
    dgs_client client;
    const char *words;
} wrong;

START_TEST(errors_name_the_option_and_never_the_text)
{
    char name[400], note[400];
    memset(name, 'S', sizeof name);
    memset(note, 'S', sizeof note);
    name[DGS_CLIENT_NAME_MAX + 1] = note[DGS_CLIENT_NOTE_MAX + 1] = '\0';
    const wrong list[] = {
        {{.name = name}, "--client has 81 characters, but at most 80"},
        {{.date = name}, "--date has 81 characters, but at most 40"},
        {{.next_visit = name}, "--next-visit has 81 characters, but at most 80"},
        {{.therapist = name}, "--therapist has 81 characters, but at most 80"},
        {{.notes = {"a", note}, .nnotes = 2}, "--note has 201 characters, but at most 200"},
        {{.name = "SS\xff"}, "--client is not valid UTF-8 at byte 3"},
        {{.date = "SS\x1b[1m"}, "--date has the control character U+001B"},
        {{.next_visit = "SS\nSS"}, "--next-visit has a line break (the control character U+000A)"},
        {{.therapist = "SS\tS"}, "--therapist has the control character U+0009"},
        {{.notes = {"SS\xe2\x80\xaeSS"}, .nnotes = 1}, "--note has the control character U+202E"},
        {{.name = ""}, "--client is empty"},
        {{.notes = {"\xe2\x80\x8b \xc2\xa0"}, .nnotes = 1}, "--note is empty"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        client = list[i].client;
        ck_assert_msg(!load_client(ALL_PARTS), "taken: %s", list[i].words);
        ck_assert_int_eq(err.kind, DGS_ERR_DATA);
        ck_assert_msg(strstr(err.message, list[i].words) != NULL, "'%s' does not say '%s'", err.message, list[i].words);
        ck_assert_ptr_null(strstr(err.message, "SS"));
    }
}
END_TEST

START_TEST(the_longest_texts_are_taken)
{
    char name[2 * DGS_CLIENT_NAME_MAX + 1] = "";
    for (int i = 0; i < DGS_CLIENT_NAME_MAX; i++)
        strcat(name, "é");
    client.name = name;
    ck_assert_msg(load_client(ALL_PARTS), "%s", err.message);
}
END_TEST

START_TEST(steps_that_are_not_there_are_told)
{
    static const struct {
        unsigned focus, parts;
        const char *words;
    } list[] = {{1u << 3, 7, "--focus 3: this step does not exist: name steps from 1 to 2"},
                {1u << 1 | 1u << 9, 7, "--focus 9: this"},
                {1, 7, "--focus 0: this"},
                {2, DGS_PART_ARTICLE, "also print the part guide"}};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        client.focus = list[i].focus;
        ck_assert(!load_client(list[i].parts));
        ck_assert_int_eq(err.kind, DGS_ERR_USAGE);
        ck_assert_msg(strstr(err.message, list[i].words) != NULL, "'%s' does not say '%s'", err.message, list[i].words);
    }
    put("guide.md", "# T\n\nWords.\n");
    client.focus = 2;
    ck_assert(!load_client(ALL_PARTS));
    ck_assert_ptr_nonnull(strstr(err.message, "this part has none"));
}
END_TEST

// A guide may have more steps than a focus can name.
START_TEST(many_steps_are_no_trouble)
{
    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, "# T\n\nx\n");
    for (int i = 0; i < 70; i++)
        dgs_buf_adds(&text, "\n## ![](walking.svg) S\n\nx\n");
    put("guide.md", text.p);
    client.focus = 1u << 9;
    ck_assert_msg(load_client(ALL_PARTS), "%s", err.message);
    dump_has("      heading 2 #s-8: S\n      mark: Start here\n", true);
}
END_TEST

START_TEST(the_practice_says_who_treats_when_and_what_else)
{
    dgs_profile p = {.of = {[DGS_SETTING_NAME] = {"Willow"},
                            [DGS_SETTING_TAGLINE] = {"Calm"},
                            [DGS_SETTING_THERAPIST] = {"Ana Perez, LMT"},
                            [DGS_SETTING_LICENSE] = {"12345"},
                            [DGS_SETTING_FOOTER_NOTE] = {"Member of the *guild*"},
                            [DGS_SETTING_PHONE] = {"1", "tel:1"},
                            [DGS_SETTING_HOURS] = {"Mon–Fri 9–5 · Sat 10–2"}}};
    ck_assert_msg(load_for(&p, NULL, ALL_PARTS), "%s", err.message);
    dump_has("    tagline: Calm\n    therapist: Ana Perez, LMT · License 12345\n", true);
    dump_has("        para: Phone: 1 <tel:1>\n        para: Hours: Mon–Fri 9–5 · Sat 10–2\n", true);
    dump_has("    para: Checked November 2026. Next check November 2028.\n    note: Member of the *guild*\n", true);
    p.of[DGS_SETTING_THERAPIST].text = NULL;
    ck_assert(load_for(&p, NULL, ALL_PARTS));
    dump_has("    therapist: License 12345\n", true);
    p.of[DGS_SETTING_LICENSE].text = NULL;
    p.of[DGS_SETTING_THERAPIST].text = "Ana";
    ck_assert(load_for(&p, NULL, ALL_PARTS));
    dump_has("    therapist: Ana\n", true);
}
END_TEST

START_TEST(hours_alone_leave_the_lines_for_a_stamp)
{
    const dgs_profile p = {.of = {[DGS_SETTING_HOURS] = {"Daily"}}};
    ck_assert(load_for(&p, NULL, ALL_PARTS));
    dump_has("        blank: Phone or stamp\n"
             "          field line #book-your-next-massage-1: Phone or stamp\n        blank\n"
             "          field line #book-your-next-massage-2: Phone or stamp\n        para: Hours: Daily\n",
             true);
}
END_TEST

START_TEST(a_logo_may_have_its_own_words)
{
    dgs_profile p = {.of = {[DGS_SETTING_NAME] = {"Willow"}, [DGS_SETTING_LOGO_ALT] = {"A tree by a brook"}}};
    put("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4v2z\"/></svg>");
    p.of[DGS_SETTING_LOGO].text = path_of("logo.svg");
    ck_assert_msg(load_for(&p, NULL, ALL_PARTS), "%s", err.message);
    dump_has("    logo logo.svg: A tree by a brook\n", true);
}
END_TEST

START_TEST(a_full_arena_is_said_wherever_it_ends)
{
    const dgs_profile p = {.of = {[DGS_SETTING_THERAPIST] = {"A"},
                                  [DGS_SETTING_LICENSE] = {"1"},
                                  [DGS_SETTING_WELCOME] = {"W"},
                                  [DGS_SETTING_FOOTER_NOTE] = {"F"},
                                  [DGS_SETTING_HOURS] = {"H"}}};
    say_all();
    const dgs_content_source source = {
        .content = &content, .files = &dgs_files_given, .parts = ALL_PARTS, .client = &client};
    bool ok = false;
    for (size_t cap = 0; !ok && cap < (4u << 20); cap += 2080) {
        dgs_arena *small = dgs_arena_new(cap);
        err = (dgs_err){0};
        ok = dgs_content_load(&source, &p, small, &doc, &err);
        ck_assert_msg(err.kind == (ok ? DGS_OK : DGS_ERR_MEMORY), "%zu: %s", cap, err.message);
        dgs_arena_free(small);
    }
    ck_assert(ok);
}
END_TEST

static Suite *client_suite(void)
{
    Suite *suite = suite_create("content client");
    TCase *c = tcase_create("client");
    tcase_add_checked_fixture(c, open_all, close_folder);
    tcase_set_timeout(c, 60);
    tcase_add_test(c, all_that_is_said_stands_in_the_first_part);
    tcase_add_test(c, without_the_guide_the_client_stands_in_the_part_that_is_first);
    tcase_add_test(c, what_is_not_said_leaves_nothing);
    tcase_add_test(c, the_emergency_box_moves_before_the_notes);
    tcase_add_test(c, private_words_know_their_option);
    tcase_add_test(c, nothing_private_stands_in_what_is_said_about_the_handout);
    tcase_add_test(c, errors_name_the_option_and_never_the_text);
    tcase_add_test(c, the_longest_texts_are_taken);
    tcase_add_test(c, steps_that_are_not_there_are_told);
    tcase_add_test(c, many_steps_are_no_trouble);
    tcase_add_test(c, the_practice_says_who_treats_when_and_what_else);
    tcase_add_test(c, hours_alone_leave_the_lines_for_a_stamp);
    tcase_add_test(c, a_logo_may_have_its_own_words);
    tcase_add_test(c, a_full_arena_is_said_wherever_it_ends);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(client_suite());
}
