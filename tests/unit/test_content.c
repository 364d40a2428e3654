// Unit tests of src/content: what each construct becomes, what the program adds, links and page numbers.
#include "base/utf8.h"
#include "content_folder.h"
#include "unit.h"

// Loads one article, alone, and looks for lines in its dump.
static void article_has(const char *markdown, const char *lines)
{
    put("article.md", markdown);
    put("emergency.md", ALL_SIGNS);
    ck_assert_msg(load(DGS_PART_ARTICLE), "%s", err.message);
    dump_has(lines, true);
}

static dgs_profile somebody(void)
{
    return (dgs_profile){.of = {[DGS_SETTING_NAME] = {"Willow Creek"},
                                [DGS_SETTING_TAGLINE] = {"Hands that listen"},
                                [DGS_SETTING_PHONE] = {"(503) 555-0142", "tel:5035550142"},
                                [DGS_SETTING_EMAIL] = {"info@willow.example", "mailto:info@willow.example"},
                                [DGS_SETTING_WEBSITE] = {"willow.example", "https://willow.example/"},
                                [DGS_SETTING_BOOKING_URL] = {"willow.example/book", "https://willow.example/book"},
                                [DGS_SETTING_ADDRESS] = {"12 Mill Lane, Springfield"}}};
}

static const char LOGO[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\">"
                           "<path d=\"M0 0h4v2z\"/></svg>";
static const char DOT[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h4v2z\"/>"
                          "<circle id=\"at-middle\" cx=\"4\" cy=\"4\" r=\"0\" fill=\"none\"/></svg>";

static const char GUIDE[] = "# Steps\n\nGo on\nat *page* {{page #find-out}}.\n\n## ![](walking.svg) Drink **more**\n\n"
                            "A cup.\n\n## ![](dot.svg) Rest\n\nSee [the article](#why).\n";
static const char ARTICLE[] =
    "<!-- read by nobody -->\n# Why\n\n> [!KEY]\n>\n> ## Points\n>\n> - One  two\n>   three\n\n"
    "## Parts\n\n![A dot.](dot.svg)\nThe *caption*.\n\n- [Middle](#middle)\n\n### Deep\n\n"
    "3. three\n4. four\n   - inner\n\nSee [this](https://example.org/a), [home](#steps).\\\nNew line.\n";
static const char CARE[] =
    "# Care\n\n> [!NOW]\n>\n> ## **Now**\n>\n> Go.\n\n> [!TODAY]\n>\n> ## Call **today** if\n>\n> Rest.\n>\n"
    "> - It hurts\n\n> [!VISIT]\n>\n> ## Visit\n>\n> It stays.\n";
static const char WORKSHEET[] =
    "# Find out\n\n## Days\n\n- [ ] open\n- [x] done\n\n| Day | A \\| B |\n|:-:|---|\n"
    "| 1. | [x] |\n| -2 |  |\n\n___\n\nName: ___\n\n> plain\n\n> [!BOOK]\n> ## Book\n> Now.\n";
static const char SIGNS[] = "# Call 911\n\n- Bad " CALL_NOW "\n\nMore on page {{page #why}}.\n\n" SIGNS_IN_SHORT;

static const char WHOLE[] = //
    "doc en-US: 5 Easy Steps to Better Health\n"
    "  masthead\n"
    "    tagline: Space for a stamp\n"
    "  part guide\n"
    "    heading 1 #steps: Steps\n"
    "    para: Go on at **page** 4 <page #find-out>.\n"
    "    step 1 walking.svg\n"
    "      heading 2 #drink-more: Drink **more**\n"
    "      para: A cup.\n"
    "    step 2 dot.svg\n"
    "      heading 2 #rest: Rest\n"
    "      para: See the article <#why>.\n"
    "    box emergency\n"
    "      heading 2 #call-911: Call 911\n"
    "      list bullet\n"
    "        item: Bad " CALL_NOW_DUMPED "\n"
    "      para: More on page 2 <page #why>.\n"
    "    box today\n"
    "      heading 2 #today: Today\n"
    "      para: " CALL_TODAY_DUMPED "\n"
    "    box limits\n"
    "      heading 2 #limits: Limits\n"
    "      para: " LIMITS_DUMPED "\n"
    "  part article\n"
    "    heading 2 #why: Why\n"
    "    box key\n"
    "      heading 3 #points: Points\n"
    "      list bullet\n"
    "        item: One two three\n"
    "    section\n"
    "      heading 3 #parts: Parts\n"
    "      figure dot.svg: A dot.\n"
    "        label #middle: Middle\n"
    "        caption: The **caption**.\n"
    "      section\n"
    "        heading 4 #deep: Deep\n"
    "        list number\n"
    "          item 3: three\n"
    "          item 4: four\n"
    "            list bullet\n"
    "              item: inner\n"
    "        para: See this <https://example.org/a>, home <#steps>.\\nNew line.\n"
    "  part care\n"
    "    heading 2 #care: Care\n"
    "    box now\n"
    "      heading 3 #now: **Now**\n"
    "      para: Go.\n"
    "    box today\n"
    "      heading 3 #call-today-if: Call **today** if\n"
    "      para: Rest.\n"
    "      list bullet\n"
    "        item: It hurts\n"
    "    box visit\n"
    "      heading 3 #visit: Visit\n"
    "      para: It stays.\n"
    "  part worksheet\n"
    "    heading 2 #find-out: Find out\n"
    "    section\n"
    "      heading 3 #days: Days\n"
    "      list tick\n"
    "        item [ ]: open\n"
    "          field tick #days-1: open\n"
    "        item [x]: done\n"
    "          field tick #days-2: done\n"
    "      table\n"
    "        row\n"
    "          cell header: Day\n"
    "          cell header: A | B\n"
    "        row\n"
    "          cell header: 1.\n"
    "          cell [x]\n"
    "            field tick #days-3: 1., A | B\n"
    "        row\n"
    "          cell header: -2\n"
    "          cell\n"
    "      blank\n"
    "        field line #days-4: Days\n"
    "      blank: Name:\n"
    "        field line #days-5: Name\n"
    "      box note\n"
    "        para: plain\n"
    "    box book\n"
    "      heading 3 #book: Book\n"
    "      para: Now.\n"
    "      contacts\n"
    "        blank: Phone or stamp\n"
    "          field line #book-1: Phone or stamp\n"
    "        blank\n"
    "          field line #book-2: Phone or stamp\n"
    "  imprint\n"
    "    para: This guide does not replace a doctor.\n"
    "    para: Checked November 2026. Next check November 2028.\n";

static void put_sample(void)
{
    put("guide.md", GUIDE);
    put("article.md", ARTICLE);
    put("care.md", CARE);
    put("worksheet.md", WORKSHEET);
    put("emergency.md", SIGNS);
    put("dot.svg", DOT);
}

START_TEST(each_construct_has_its_place_in_the_tree)
{
    put_sample();
    ck_assert_msg(load(ALL_PARTS), "%s", err.message);
    char *text = dump();
    ck_assert_str_eq(text, WHOLE);
    free(text);
}
END_TEST

START_TEST(line_ends_of_other_systems_and_a_mark_at_the_start_change_nothing)
{
    static const char *const files[] = {GUIDE, ARTICLE, CARE, WORKSHEET, SIGNS};
    static const char *const names[] = {"guide.md", "article.md", "care.md", "worksheet.md", "emergency.md"};
    for (size_t i = 0; i < 5; i++) {
        dgs_buf text = {.arena = arena};
        dgs_buf_adds(&text, "\xef\xbb\xbf");
        for (const char *p = files[i]; *p != '\0'; p++)
            dgs_buf_adds(&text, *p == '\n' ? "\r\n" : (const char[]){*p, '\0'});
        put(names[i], text.p);
    }
    put("dot.svg", DOT);
    ck_assert_msg(load(ALL_PARTS), "%s", err.message);
    char *text = dump();
    ck_assert_str_eq(text, WHOLE);
    free(text);
}
END_TEST

// As pasted from web pages: between any two letters, and written as an entity.
START_TEST(what_no_reader_sees_is_not_in_the_text)
{
    put("guide.md", "# Wil&shy;low\xe2\x80\x8b\n\n\xef\xbb\xbfOne&ZeroWidthSpace; *two\xe2\x80\x8d* "
                    "{{practice.name|\xc2\xadus}}\n\n"
                    "## ![](dot.svg) A step\n\n![A\xe2\x81\xa0 dot](dot.svg)\n");
    put("dot.svg", DOT);
    ck_assert_msg(load(DGS_PART_GUIDE), "%s", err.message);
    dump_has("Willow", true);
    dump_has("A dot", true);
    char *text = dump();
    for (dgs_str rest = dgs_str_of(text); rest.n > 0;)
        ck_assert(!dgs_utf8_ignorable(dgs_utf8_next(&rest)));
    free(text);
    put("guide.md", "# Steps\n\nCall {{practice.name|\xe2\x80\x8b}}.\n");
    ck_assert(!load(DGS_PART_GUIDE));
    ck_assert_ptr_nonnull(strstr(err.message, "{{practice.name}} is unclear"));
}
END_TEST

START_TEST(nodes_say_where_they_come_from)
{
    put_sample();
    ck_assert(load(ALL_PARTS));
    const dgs_node *step = dgs_node_find(doc.root, DGS_NODE_STEP), *row = dgs_node_find(doc.root, DGS_NODE_TABLE)->last;
    ck_assert_int_eq(step->line, 6);
    ck_assert_str_eq(step->file, path_of("guide.md"));
    ck_assert_int_eq(row->line, 11);
    ck_assert_ptr_null(doc.root->file);
    ck_assert_ptr_null(dgs_node_find(doc.root, DGS_NODE_IMPRINT)->file);
    ck_assert(step->picture->kind == DGS_PICTURE_ART);
    ck_assert_str_eq(dgs_node_find(doc.root, DGS_NODE_FIGURE)->picture->art->anchors[0].name, "middle");
}
END_TEST

static void check_node(const dgs_node *n, const int *levels)
{
    if (n->kind == DGS_NODE_HEADING) {
        ck_assert_int_ge(n->level, 1);
        ck_assert_int_le(n->level, *levels + 1);
        ck_assert_ptr_nonnull(n->id);
    }
    if (n->first == NULL)
        ck_assert_ptr_null(n->last);
    for (const dgs_node *child = n->first; child != NULL; child = child->next) {
        ck_assert_ptr_eq(child->parent, n);
        ck_assert(child->next != NULL || n->last == child);
    }
    for (size_t i = 0; i < n->nspans; i++) {
        const dgs_active *link = n->spans[i].link;
        ck_assert_uint_gt(n->spans[i].text.n, 0);
        if (link == NULL)
            continue;
        ck_assert((link->url == NULL) != (link->target == NULL));
        ck_assert(link->contents != NULL && link->contents[0] != '\0');
    }
}

static void check_tree(unsigned parts)
{
    size_t index = 0;
    int level = 0, titles = 0;
    for (const dgs_node *n = doc.root; n != NULL; n = dgs_node_walk(doc.root, n)) {
        ck_assert_uint_eq(n->index, index++);
        check_node(n, &level);
        level = n->kind == DGS_NODE_HEADING ? n->level : level;
        titles += n->kind == DGS_NODE_HEADING && n->level == 1;
        for (size_t i = 0; i < n->nspans; i++) // what is named is there
            if (n->spans[i].page_of != NULL)
                ck_assert_ptr_eq(find_id(n->spans[i].page_of->id), n->spans[i].page_of);
    }
    ck_assert_uint_eq(index, doc.count);
    ck_assert_int_eq(titles, 1); // the document's; the other parts' are below it
    ck_assert((find_box(DGS_BOX_EMERGENCY) != NULL) == ((parts & DGS_PART_GUIDE) != 0));
    ck_assert((find_box(DGS_BOX_EMERGENCY_SHORT) != NULL) == ((parts & DGS_PART_GUIDE) == 0));
    ck_assert((dgs_node_find(doc.root, DGS_NODE_STEP) != NULL) == ((parts & DGS_PART_GUIDE) != 0));
    ck_assert((dgs_node_find(doc.root, DGS_NODE_LABEL) != NULL) == ((parts & DGS_PART_ARTICLE) != 0));
    ck_assert((find_box(DGS_BOX_VISIT) != NULL) == ((parts & DGS_PART_CARE) != 0));
    ck_assert((find_box(DGS_BOX_BOOK) != NULL) == ((parts & DGS_PART_WORKSHEET) != 0));
    dump_has("{{", false);
}

START_TEST(builtin_content_is_sound_in_every_choice_of_parts)
{
    const dgs_profile full = somebody();
    for (unsigned parts = 1; parts <= ALL_PARTS; parts++) {
        ck_assert_msg(load_for(&NOBODY, NULL, parts), "%u: %s", parts, err.message);
        check_tree(parts);
        ck_assert_ptr_null(doc.author);
        ck_assert_msg(load_for(&full, NULL, parts), "%u: %s", parts, err.message);
        check_tree(parts);
        ck_assert_str_eq(doc.author, "Willow Creek");
        ck_assert_str_eq(doc.about.language, "en-US");
        ck_assert_str_eq(doc.about.page_of, "Page {{page}} of {{pages}}");
        ck_assert_ptr_nonnull(doc.about.subject);
    }
    ck_assert(load_for(&NOBODY, NULL, DGS_PART_WORKSHEET));
    ck_assert_str_eq(doc.about.title, "What sets off your pain?");
}
END_TEST

START_TEST(without_the_guide_the_short_signs_stand_behind_the_first_title)
{
    put_sample();
    ck_assert(load(DGS_PART_ARTICLE | DGS_PART_WORKSHEET));
    const dgs_node *part = doc.root->first->next, *box = part->first->next;
    ck_assert_int_eq(part->first->level, 1);
    ck_assert_int_eq(box->box, DGS_BOX_EMERGENCY_SHORT);
    ck_assert_int_eq(box->first->level, 2);
    ck_assert_int_eq(part->next->first->level, 2);
    ck_assert_str_eq(doc.about.title, "Why");
}
END_TEST

START_TEST(nodes_are_found_by_their_kind)
{
    article_has("# T\n\n## S\n\nWords.\n\n- one\n", "");
    const dgs_node *part = dgs_node_child(doc.root, DGS_NODE_PART), *list = dgs_node_find(doc.root, DGS_NODE_LIST);
    ck_assert(part != NULL && part->part == 1 && part->design == DGS_DESIGN_ARTICLE);
    ck_assert(list != NULL && list->kind == DGS_NODE_LIST);
    ck_assert_ptr_eq(dgs_node_child(list->parent, DGS_NODE_LIST), list);
    ck_assert_ptr_null(dgs_node_child(doc.root, DGS_NODE_ITEM)); // deeper
    ck_assert_ptr_null(dgs_node_find(list, DGS_NODE_LIST));      // itself
    ck_assert_ptr_null(dgs_node_find(list, DGS_NODE_TABLE));
    ck_assert_ptr_eq(dgs_node_find(list, DGS_NODE_ITEM), list->first);
    ck_assert_ptr_null(dgs_node_find(list->first, DGS_NODE_ITEM));
}
END_TEST

START_TEST(links_and_pages_that_are_not_printed_go_away)
{
    put_sample();
    ck_assert(load(DGS_PART_GUIDE));
    dump_has("See the article.\n", true); // a plain text
    dump_has("Go on at", false);          // the paragraph names the worksheet's page
    dump_has("More on page", false);
    put("article.md", "# Why\n\n- {{page #steps}}\n\nx\n\n- a\n- {{page #steps}}\n");
    ck_assert(load(DGS_PART_ARTICLE));
    dump_has("Limits\n      para: " LIMITS_DUMPED "\n    para: x\n    list bullet\n      item: a\n  imprint", true);
}
END_TEST

START_TEST(labels_for_therapists_come_when_asked_for)
{
    dgs_content_source source = {.content = &content, .files = &dgs_files_given, .parts = DGS_PART_ARTICLE};
    put("dot.svg", DOT);
    article_has("# A\n\n![B](dot.svg)\nC\n\n- [One](#middle)\n\n* [Two](#middle)\n* [Three](#middle)\n\n- [A](#a)\n",
                "      label #middle: One\n      caption: C\n    list bullet\n      item: A <#a>\n");
    source.labels = DGS_LABELS_CLINICAL;
    ck_assert_msg(dgs_content_load(&source, &NOBODY, arena, &doc, &err), "%s", err.message);
    dump_has("      label #middle: One\n      label #middle: Two\n      label #middle: Three\n      caption: C\n",
             true);
    put("article.md", "# A\n\n![B](dot.svg)\n\n- [One](#middle)\n\n* [Two](#midle)\n");
    ck_assert(!load(DGS_PART_ARTICLE)); // wrong, printed or not
    ck_assert_msg(strstr(err.message, "article.md:7: ") != NULL && strstr(err.message, "did you mean #middle") != NULL,
                  "%s", err.message);
}
END_TEST

START_TEST(headings_are_named_as_on_github)
{
    article_has("# Don’t *try* 2_b-c (Ärzte)!\n\nx\n",
                "heading 1 #dont-try-2_b-c-ärzte: Don’t **try** 2_b-c (Ärzte)!\n");
    article_has("# Why\n\n## Why\n\n### Why\n\n[x](#why-2)\n", "heading 3 #why-2: Why\n");
    article_has("# ???\n\nx\n", "heading 1 #heading: ???\n");
}
END_TEST

START_TEST(blanks_are_single_and_none_stand_at_the_ends)
{
    article_has("# T\n\na  b\t\n   c **d** e\n", "para: a b c **d** e\n");
    article_has("# T\n\na <!-- x --> b<!-- y -->\n", "para: a b\n");
    article_has("# T\n\nx\n\ny <!-- c -->\n", "    para: x\n    para: y\n");
    article_has("# T\n\na&nbsp;b &amp; \\*c\\* &copy;\n", "para: a\xc2\xa0"
                                                          "b & *c* ©\n");
    article_has("# T\n\na  \nb\\\nc\n", "para: a\\nb\\nc\n");
}
END_TEST

START_TEST(links_lead_somewhere_and_say_where)
{
    put("emergency.md", ALL_SIGNS);
    put("article.md", "# T\n\n[Paper](https://doi.org/10.1/caf\xc3\xa9?x=1) <https://example.org>\n"
                      "[mail *us*](mailto:a+b@example.org) [call](tel:+15035550142) [up](#t)\n");
    ck_assert_msg(load(DGS_PART_ARTICLE), "%s", err.message);
    const dgs_node *para = doc.root->first->next->last;
    static const char *const urls[] = {"https://doi.org/10.1/caf%C3%A9?x=1", "https://example.org",
                                       "mailto:a+b@example.org", "tel:+15035550142"};
    static const char *const says[] = {"Paper (doi.org)", "https://example.org (example.org)",
                                       "mail us (a+b@example.org)", "call (+15035550142)"};
    const dgs_active *last = NULL;
    size_t n = 0;
    for (size_t i = 0; i < para->nspans; i++) {
        const dgs_active *link = para->spans[i].link;
        if (link == NULL || link == last)
            continue;
        last = link;
        if (n == 4)
            break;
        ck_assert_str_eq(link->url, urls[n]);
        ck_assert_str_eq(link->contents, says[n]);
        n++;
    }
    ck_assert_uint_eq(n, 4);
    ck_assert_ptr_null(last->url);
    ck_assert_ptr_eq(last->target, doc.root->first->next->first);
    ck_assert_str_eq(last->contents, "T");
}
END_TEST

// The logo says the name, which is its text for those who cannot see it.
START_TEST(a_wordmark_stands_for_the_name)
{
    dgs_profile full = somebody();
    put("logo.svg", LOGO);
    full.of[DGS_SETTING_LOGO].text = path_of("logo.svg");
    full.of[DGS_SETTING_MASTHEAD].value = DGS_MASTHEAD_LOGO;
    ck_assert_msg(load_for(&full, NULL, DGS_PART_WORKSHEET), "%s", err.message);
    dump_has("  masthead\n"
             "    logo logo.svg: Willow Creek\n"
             "    tagline: Hands that listen\n"
             "    contacts\n",
             true);
    ck_assert_str_eq(doc.author, "Willow Creek");
    full.of[DGS_SETTING_LOGO_ALT].text = "A willow";
    ck_assert_msg(load_for(&full, NULL, DGS_PART_WORKSHEET), "%s", err.message);
    dump_has("    logo logo.svg: A willow\n", true);
}
END_TEST

START_TEST(the_practice_stands_at_the_head_and_in_the_booking_box)
{
    dgs_profile full = somebody();
    put("logo.svg", LOGO);
    full.of[DGS_SETTING_LOGO].text = path_of("logo.svg");
    ck_assert_msg(load_for(&full, NULL, DGS_PART_WORKSHEET), "%s", err.message);
    dump_has("  masthead\n"
             "    logo logo.svg\n"
             "    name: Willow Creek\n"
             "    tagline: Hands that listen\n"
             "    contacts\n"
             "      para: (503) 555-0142 <tel:5035550142>\n"
             "      para: info@willow.example <mailto:info@willow.example>\n"
             "      para: willow.example <https://willow.example/>\n",
             true);
    dump_has("      contacts\n"
             "        para: Book online: willow.example/book <https://willow.example/book>\n"
             "        para: Phone: (503) 555-0142 <tel:5035550142>\n"
             "        para: Email: info@willow.example <mailto:info@willow.example>\n"
             "        para: Website: willow.example <https://willow.example/>\n"
             "        para: Address: 12 Mill Lane, Springfield\n",
             true);
    const dgs_node *phone = doc.root->first->last->first;
    ck_assert_str_eq(phone->spans[0].link->contents, "Call (503) 555-0142, or ask for a file to fill in on a screen");
    ck_assert_str_eq(phone->next->next->spans[0].link->contents, "Visit our website");
}
END_TEST

START_TEST(without_a_name_the_sentences_still_read_well)
{
    const dgs_profile p = {
        .of = {[DGS_SETTING_PHONE] = somebody().of[DGS_SETTING_PHONE], [DGS_SETTING_LOGO] = {path_of("logo.svg")}}};
    put("logo.svg", LOGO);
    ck_assert_msg(load_for(&p, NULL, DGS_PART_WORKSHEET), "%s", err.message);
    const dgs_node *logo = doc.root->first->first, *phone = doc.root->first->last->first;
    ck_assert_str_eq(logo->alt, "logo");
    ck_assert_str_eq(phone->spans[0].link->contents, "Phone: (503) 555-0142, or ask for a file to fill in on a screen");
    dump_has("      contacts\n        para: Phone: (503) 555-0142 <tel:5035550142>\n  imprint", true);
}
END_TEST

static void put_own_strings(const char *reviewer, const char *disclaimer)
{
    dgs_buf text = {.arena = arena};
    dgs_buf_addf(&text,
                 "- title: T\n- language: de\n- text-date: May 2027\n- reviewer: %s\n- disclaimer: %s\n"
                 "- text-of: Text of {{ date }}\n- reviewed-by: Reviewed by {{reviewer}}\n",
                 reviewer, disclaimer);
    put_strings(text.p);
}

START_TEST(the_imprint_names_a_reviewer_only_when_there_is_one)
{
    put_own_strings("", "No advice.");
    ck_assert_msg(load(DGS_PART_GUIDE), "%s", err.message);
    ck_assert_str_eq(doc.about.imprint, "No advice. Text of May 2027");
    ck_assert_str_eq(doc.about.title, "T");
    ck_assert_str_eq(doc.about.language, "de");
    put_own_strings("Dr. Ada Smith, June 2027", "No advice");
    ck_assert(load(DGS_PART_GUIDE));
    ck_assert_str_eq(doc.about.imprint, "No advice. Text of May 2027. Reviewed by Dr. Ada Smith, June 2027");
    dump_has("  imprint\n    para: No advice\n    para: Text of May 2027. Reviewed by Dr. Ada Smith, June 2027\n",
             true);
}
END_TEST

static int page_eleven(const void *ctx, const dgs_node *node)
{
    ck_assert_int_eq(node->kind, DGS_NODE_HEADING);
    return *(const int *)ctx;
}

START_TEST(page_numbers_are_set_and_changes_are_told)
{
    int page = 11;
    put_sample();
    ck_assert(load(ALL_PARTS));
    ck_assert(dgs_content_set_pages(&doc, page_eleven, &page));
    dump_has("at **page** 12 <page #find-out>.", true);
    ck_assert(!dgs_content_set_pages(&doc, page_eleven, &page));
    page = -1; // not placed: the number stays
    ck_assert(!dgs_content_set_pages(&doc, page_eleven, &page));
    page = 2147483646;
    ck_assert(dgs_content_set_pages(&doc, page_eleven, &page));
    dump_has("page 2147483647 <page #why>", true);
}
END_TEST

START_TEST(the_emergency_box_moves_before_the_steps_and_then_to_the_title)
{
    put_sample();
    ck_assert(load(ALL_PARTS));
    ck_assert(dgs_content_emergency_first(&doc));
    check_tree(ALL_PARTS);
    dump_has("<page #find-out>.\n    box emergency\n", true);
    dump_has("      para: More on page 2 <page #why>.\n    box today\n      heading 2 #today: Today\n      "
             "para: " CALL_TODAY_DUMPED "\n    box limits\n      heading 2 #limits: Limits\n      para: " LIMITS_DUMPED
             "\n    step 1 walking.svg\n",
             true);
    dump_has("      para: See the article <#why>.\n  part article\n", true);
    ck_assert(dgs_content_emergency_first(&doc));
    check_tree(ALL_PARTS);
    dump_has("    heading 1 #steps: Steps\n    box emergency\n", true);
    ck_assert(!dgs_content_emergency_first(&doc));
    ck_assert(load(DGS_PART_ARTICLE)); // without a guide there is nothing to move
    ck_assert(!dgs_content_emergency_first(&doc));
    dump_has("1 #why: Why\n    box emergency-short", true);
    put("guide.md", "# Steps\n\nOnly words.\n");
    put("emergency.md", ALL_SIGNS);
    ck_assert(load(DGS_PART_GUIDE));
    ck_assert(dgs_content_emergency_first(&doc));
    dump_has("    heading 1 #steps: Steps\n    box emergency", true);
}
END_TEST

START_TEST(a_full_arena_is_said_wherever_it_ends)
{
    dgs_profile full = somebody();
    put_sample();
    put("logo.svg", LOGO);
    full.of[DGS_SETTING_LOGO].text = path_of("logo.svg");
    const dgs_content_source source = {.content = &content, .files = &dgs_files_given, .parts = ALL_PARTS};
    bool ok = false;
    size_t cap = 0;
    for (; !ok && cap < (4u << 20); cap += 208) {
        dgs_arena *small = dgs_arena_new(cap);
        err = (dgs_err){0};
        ok = dgs_content_load(&source, &full, small, &doc, &err);
        ck_assert_msg(err.kind == (ok ? DGS_OK : DGS_ERR_MEMORY), "%zu: %s", cap, err.message);
        dgs_arena_free(small);
    }
    ck_assert(ok);
    ck_assert_uint_gt(cap, 10000);
}
END_TEST

START_TEST(memory_that_ends_is_seen_by_the_dump)
{
    dgs_arena *small = dgs_arena_new(1024);
    dgs_buf to = {.arena = small};
    ck_assert(load_for(&NOBODY, NULL, ALL_PARTS));
    ck_assert(!dgs_content_dump(&doc, &to));
    dgs_arena_free(small);
}
END_TEST

static Suite *content_suite(void)
{
    Suite *suite = suite_create("content");
    TCase *c = tcase_create("content");
    tcase_add_checked_fixture(c, open_folder, close_folder);
    tcase_set_timeout(c, 60); // the sanitizers are slow
    tcase_add_test(c, each_construct_has_its_place_in_the_tree);
    tcase_add_test(c, line_ends_of_other_systems_and_a_mark_at_the_start_change_nothing);
    tcase_add_test(c, what_no_reader_sees_is_not_in_the_text);
    tcase_add_test(c, nodes_say_where_they_come_from);
    tcase_add_test(c, builtin_content_is_sound_in_every_choice_of_parts);
    tcase_add_test(c, without_the_guide_the_short_signs_stand_behind_the_first_title);
    tcase_add_test(c, nodes_are_found_by_their_kind);
    tcase_add_test(c, links_and_pages_that_are_not_printed_go_away);
    tcase_add_test(c, labels_for_therapists_come_when_asked_for);
    tcase_add_test(c, headings_are_named_as_on_github);
    tcase_add_test(c, blanks_are_single_and_none_stand_at_the_ends);
    tcase_add_test(c, links_lead_somewhere_and_say_where);
    tcase_add_test(c, the_practice_stands_at_the_head_and_in_the_booking_box);
    tcase_add_test(c, a_wordmark_stands_for_the_name);
    tcase_add_test(c, without_a_name_the_sentences_still_read_well);
    tcase_add_test(c, the_imprint_names_a_reviewer_only_when_there_is_one);
    tcase_add_test(c, page_numbers_are_set_and_changes_are_told);
    tcase_add_test(c, the_emergency_box_moves_before_the_steps_and_then_to_the_title);
    tcase_add_test(c, a_full_arena_is_said_wherever_it_ends);
    tcase_add_test(c, memory_that_ends_is_seen_by_the_dump);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(content_suite());
}
