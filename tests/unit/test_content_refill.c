// Unit tests of src/content: a document that is refilled for another practice is what loading it would give.
#include "content_folder.h"
#include "unit.h"

// A bit for each setting that is a fact of a document.
enum {
    NAME = 1,
    TAGLINE = 2,
    THERAPIST = 4,
    LICENSE = 8,
    PHONE = 16,
    EMAIL = 32,
    WEBSITE = 64,
    BOOKING = 128,
    ADDRESS = 256,
    HOURS = 512,
    NOTE = 1024,
    WELCOME = 2048,
    LOGO_ALT = 4096, // a shape has both
    LOGO = 8192,
    ALL = 2 * LOGO - 1
};
static const dgs_setting SETTINGS[] = {
    DGS_SETTING_NAME,        DGS_SETTING_TAGLINE, DGS_SETTING_THERAPIST,   DGS_SETTING_LICENSE, DGS_SETTING_PHONE,
    DGS_SETTING_EMAIL,       DGS_SETTING_WEBSITE, DGS_SETTING_BOOKING_URL, DGS_SETTING_ADDRESS, DGS_SETTING_HOURS,
    DGS_SETTING_FOOTER_NOTE, DGS_SETTING_WELCOME, DGS_SETTING_LOGO_ALT,    DGS_SETTING_LOGO};

static dgs_arena *row;

static void open_both(void)
{
    open_folder();
    row = dgs_arena_new(64 << 20);
    ck_assert_ptr_nonnull(row);
}

static void close_both(void)
{
    dgs_arena_free(row);
    close_folder();
}

// Takes out what the bits do not name.
static void keep(dgs_profile *p, unsigned has)
{
    for (size_t i = 0; i < sizeof SETTINGS / sizeof *SETTINGS; i++)
        if ((has >> i & 1) == 0)
            p->of[SETTINGS[i]] = (dgs_fact){0};
}

// Short and plain, or odd: long, in other scripts, with abbreviations and with what looks like a field or Markdown.
static dgs_profile practice(unsigned has, bool odd)
{
    static char logo[2][96];
    (void)snprintf(logo[odd], sizeof *logo, "%s/%s", folder, odd ? "dot.svg" : "logo.svg");
    const char *text[DGS_SETTINGS] = {
        [DGS_SETTING_NAME] = odd ? "DGS & NHS {{phone}} Żółć “Ø”" : "Willow Creek",
        [DGS_SETTING_TAGLINE] = odd ? "*DGS* means deep gluteal syndrome (DGS)" : "Calm",
        [DGS_SETTING_THERAPIST] =
            odd ? "Zoë Ωmega-Łódź, LMT, a very long name with many letters behind it" : "Ana Perez",
        [DGS_SETTING_LICENSE] = odd ? "{{license}} 77" : "12",
        [DGS_SETTING_WELCOME] =
            odd ? "*Welcome*, DGS & {{practice.name}}: a [link](x) and # more words than the other" : "Hi.",
        [DGS_SETTING_PHONE] = odd ? "+44 20 7946 0000 ext. 12" : "555",
        [DGS_SETTING_EMAIL] = odd ? "dgs@nhs.example" : "a@b.example",
        [DGS_SETTING_WEBSITE] = odd ? "dgs.example/a/b/c" : "w.example",
        [DGS_SETTING_BOOKING_URL] = odd ? "dgs.example/book?x=%7B" : "w.example/book",
        [DGS_SETTING_ADDRESS] =
            odd ? "A long line of an address, DGS House, 1234 Old Mill Lane, Suite 5, and one more line "
                  "of it, and then another one"
                : "1 Mill",
        [DGS_SETTING_HOURS] = odd ? "Monday to Friday, 8 to 6, the DGS hour at noon · Saturday · Sunday" : "Daily",
        [DGS_SETTING_FOOTER_NOTE] = odd ? "NHS and DGS, {{name}}" : "Member of a guild",
        [DGS_SETTING_LOGO_ALT] = odd ? "A dot for DGS" : "A leaf",
        [DGS_SETTING_LOGO] = logo[odd],
    };
    const char *url[DGS_SETTINGS] = {
        [DGS_SETTING_PHONE] = odd ? "tel:+442079460000" : "tel:555",
        [DGS_SETTING_EMAIL] = odd ? "mailto:dgs@nhs.example" : "mailto:a@b.example",
        [DGS_SETTING_WEBSITE] = odd ? "https://dgs.example/a/b/c" : "https://w.example/",
        [DGS_SETTING_BOOKING_URL] = odd ? "https://dgs.example/book?x=%7B" : "https://w.example/book",
    };
    dgs_profile p = {0};
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        p.of[i] = (dgs_fact){.text = text[i], .url = url[i]};
    keep(&p, has);
    return p;
}

static const char *or_none(const char *text)
{
    return text == NULL ? "(none)" : text;
}

static void print_span(FILE *to, const dgs_span *s)
{
    fprintf(to, " [%.*s|%d|%s|%s|%s", (int)s->text.n, s->text.p, (int)s->emphasis, or_none(s->lang),
            or_none(s->expansion), or_none(s->option));
    if (s->link != NULL)
        fprintf(to, "|%s|%zu|%s|%s|%s:%d", or_none(s->link->url), s->link->target == NULL ? 0 : s->link->target->index,
                or_none(s->link->contents), or_none(s->link->words), or_none(s->link->file), s->link->line);
    if (s->page_of != NULL)
        fprintf(to, "|page of %zu", s->page_of->index);
    fputs("]", to);
}

static void print_tree(FILE *to, const dgs_node *root)
{
    for (const dgs_node *n = root; n != NULL; n = dgs_node_walk(root, n)) {
        fprintf(to, "%zu<%zu %s live %d box %d level %d lined %zu %s:%d id %s alt %s code %s picture %s", n->index,
                n->parent == NULL ? 0 : n->parent->index, dgs_node_kind_name(n->kind), n->variable, (int)n->box,
                n->level, n->lined_pages, or_none(n->file), n->line, or_none(n->id), or_none(n->alt), or_none(n->qr),
                or_none(n->picture_name));
        if (n->kind == DGS_NODE_LOGO)
            fprintf(to, " %d %.3f %d", (int)n->picture->kind, dgs_picture_aspect(n->picture), n->picture->pale);
        for (size_t i = 0; i < n->nspans; i++)
            print_span(to, &n->spans[i]);
        fputs("\n", to);
    }
}

static char *everything(void)
{
    char *text = NULL;
    size_t n;
    FILE *to = open_memstream(&text, &n);
    ck_assert_ptr_nonnull(to);
    const dgs_about *about = &doc.about;
    fprintf(to, "%zu %d %s|%s|%s|%s|%s|%s|%s:%d\n", doc.count, doc.refillable, or_none(doc.author), about->title,
            about->subject, about->language, about->page_of, about->imprint, about->file, about->page_of_line);
    print_tree(to, doc.root);
    print_tree(to, doc.unprinted);
    char *dumped = dump();
    fputs(dumped, to);
    free(dumped);
    ck_assert_int_eq(fclose(to), 0);
    return text;
}

static int third_page(const void *ctx, const dgs_node *node)
{
    (void)ctx;
    return node->level + 2;
}

static void change(bool changed)
{
    if (!changed)
        return;
    (void)dgs_content_emergency_first(&doc);
    dgs_content_set_lined(&doc, 2);
    (void)dgs_content_set_pages(&doc, third_page, NULL);
}

static void load_it(const dgs_profile *p, const char *dir, unsigned parts)
{
    ck_assert_msg(load_for(p, dir, parts), "%s", err.message);
}

// A document of one practice, refilled for another and for the first again.
static void holds(unsigned has, const char *dir, unsigned parts, bool odd_first, bool changed)
{
    dgs_profile one = practice(has, odd_first), two = practice(has, !odd_first);
    two.of[DGS_SETTING_LOGO_ALT].text = (has & LOGO_ALT) != 0 ? NULL : "Two";
    ck_assert_uint_eq(dgs_profile_layout_key(&one), dgs_profile_layout_key(&two));
    load_it(&two, dir, parts);
    change(changed);
    char *want_two = everything();
    load_it(&one, dir, parts);
    change(changed);
    char *want_one = everything();
    ck_assert(doc.refillable);
    ck_assert_int_eq(strcmp(want_one, want_two) != 0, (has & ~(unsigned)LOGO_ALT) != 0);
    for (int turn = 0; turn < 3; turn++) {
        const dgs_profile *p = turn == 1 ? &one : &two;
        ck_assert_msg(dgs_content_refill(&doc, p, row, &err), "%s", err.message);
        char *got = everything();
        ck_assert_msg(strcmp(got, turn == 1 ? want_one : want_two) == 0, "settings %x, turn %d: got\n%s\nnot\n%s", has,
                      turn, got, turn == 1 ? want_one : want_two);
        free(got);
        dgs_arena_reset(row);
    }
    free(want_one);
    free(want_two);
    dgs_arena_reset(arena);
}

static const char LEAF[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\">"
                           "<path d=\"M0 0h4v2z\"/></svg>";
static const char SQUARE[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\">"
                             "<path d=\"M0 0h4v4z\" fill=\"#ffffff\"/></svg>";

static void put_small(void)
{
    put("guide.md", "# Steps\n\nDGS {{page #book}}.\n\n## ![](walking.svg) Drink\n\nA [cup](#book) of DGS.\n\n"
                    "> [!BOOK]\n> NHS, page {{page #steps}}\n\n> [!BOOK]\n> Again DGS.\n");
    put("article.md", "# Why\n\nDGS\n\n> [!KEY]\n> Key\n");
    put("worksheet.md", "# Days\n\n- [ ] one\n\n> [!BOOK]\n> ## Book\n> Now DGS.\n");
    put("emergency.md", "# Call 911\n\n- Bad\n\n" CALL_NOW "\n\n" SIGNS_IN_SHORT);
    put("logo.svg", LEAF);
    put("dot.svg", SQUARE);
    put_strings("- stamp: Phone of the DGS place\n- code-caption: Scan, DGS\n- disclaimer: No DGS doctor.\n"
                "- call-link: {{phone}}: {{ name }}{{phone}}\n- license: {{license}}, DGS\n");
}

START_TEST(every_choice_of_settings_can_be_refilled)
{
    put_small();
    for (unsigned has = 0; has < LOGO; has++)
        holds(has, folder, has % 3 == 0 ? DGS_PART_GUIDE : ALL_PARTS, has % 2 == 0, has % 5 == 0);
}
END_TEST

START_TEST(logos_and_parts_can_be_refilled)
{
    put_small();
    for (unsigned parts = 1; parts <= ALL_PARTS; parts++)
        for (unsigned changed = 0; changed < 2; changed++) {
            if (parts != DGS_PART_WORKSHEET && parts != DGS_PART_ARTICLE)
                holds(ALL, folder, parts, changed != 0, changed != 0);
            holds(LOGO | PHONE, NULL, parts, changed == 0, changed != 0);
            holds(LOGO | LOGO_ALT | NAME | BOOKING, NULL, parts, changed == 0, changed != 0);
        }
}
END_TEST

START_TEST(a_shape_tells_what_is_there)
{
    dgs_profile all = practice(ALL, false), other = practice(ALL & ~LOGO_ALT, true);
    uint64_t shape = dgs_profile_layout_key(&all);
    ck_assert_uint_eq(dgs_profile_layout_key(&other), shape);
    for (unsigned i = 1; i < ALL; i *= 2) {
        if (i == LOGO_ALT)
            continue;
        dgs_profile less = practice(ALL & ~i, false);
        ck_assert_uint_ne(dgs_profile_layout_key(&less), shape);
        for (unsigned k = 1; k < i; k *= 2) {
            dgs_profile another = practice(ALL & ~k, false);
            ck_assert_uint_ne(dgs_profile_layout_key(&less), dgs_profile_layout_key(&another));
        }
    }
}
END_TEST

static bool can_refill(const char *article, const dgs_profile *p, const dgs_client *client)
{
    const dgs_content_source source = {
        .content = &content, .files = &dgs_files_given, .parts = DGS_PART_ARTICLE | DGS_PART_GUIDE, .client = client};
    put("article.md", article);
    ck_assert_msg(dgs_content_load(&source, p, arena, &doc, &err), "%s", err.message);
    return doc.refillable;
}

START_TEST(words_of_a_practice_or_client_in_the_text_stand_in_the_way)
{
    const dgs_profile p = practice(NAME | ADDRESS, false);
    put_small();
    ck_assert(can_refill("# T\n\nx\n", &p, NULL));
    ck_assert(!can_refill("# T\n\nAt {{practice.name}}.\n", &p, NULL));
    ck_assert(!can_refill("# {{practice.name|Us}}\n\nx\n", &p, NULL));
    ck_assert(!can_refill("# T\n\n> [!BOOK]\n> {{practice.address}}\n", &p, NULL));
    ck_assert(can_refill("# T\n\nx\n\nAt {{practice.phone}}, {{practice.phone|home}}.\n\n{{practice.phone|home}}\n", &p,
                         NULL));
    put("worksheet.md", "# Book\n\nFrom {{practice.name}}.\n"); // not printed, but checked
    ck_assert(!can_refill("# T\n\nx\n", &p, NULL));
    put("worksheet.md", "# Book\n\nx\n");
    const dgs_client nobody = {0};
    const dgs_client clients[] = {{.name = "Al"}, {.date = "May"}, {.nnotes = 1, .notes = {"Walk."}}, {.focus = 2}};
    ck_assert(can_refill("# T\n\nx\n\nFor {{client.name|you}}.\n", &p, &nobody));
    for (size_t i = 0; i < sizeof clients / sizeof *clients; i++)
        ck_assert(!can_refill("# T\n\nx\n", &p, &clients[i]));
}
END_TEST

START_TEST(logos_that_are_kept_are_used_again)
{
    dgs_logos *logos = dgs_logos_new(1 << 20, &err);
    dgs_profile one = practice(NAME | LOGO, false), two = practice(NAME | LOGO, true);
    const dgs_content_source source = {
        .content = &content, .files = &dgs_files_given, .parts = ALL_PARTS, .logos = logos};
    put_small();
    ck_assert_msg(dgs_content_load(&source, &one, arena, &doc, &err), "%s", err.message);
    const dgs_node *logo = doc.root->first->first;
    const dgs_picture *first = logo->picture;
    ck_assert(dgs_content_refill(&doc, &two, row, &err));
    ck_assert_double_eq_tol(dgs_picture_aspect(logo->picture), 1, 1e-6);
    ck_assert_ptr_ne(logo->picture, first);
    ck_assert(dgs_content_refill(&doc, &one, row, &err));
    ck_assert_ptr_eq(logo->picture, first);
    dgs_logos_free(logos);
}
END_TEST

START_TEST(a_logo_that_cannot_be_read_is_told)
{
    dgs_profile p = practice(NAME | LOGO, false);
    put_small();
    load_it(&p, folder, ALL_PARTS);
    char missing[96];
    (void)snprintf(missing, sizeof missing, "%s/missing.png", folder);
    p.of[DGS_SETTING_LOGO].text = missing;
    ck_assert(!dgs_content_refill(&doc, &p, row, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "missing.png"));
}
END_TEST

static Suite *refill_suite(void)
{
    Suite *suite = suite_create("content refill");
    TCase *c = tcase_create("refill");
    tcase_add_checked_fixture(c, open_both, close_both);
    tcase_set_timeout(c, 60);
    tcase_add_test(c, every_choice_of_settings_can_be_refilled);
    tcase_add_test(c, logos_and_parts_can_be_refilled);
    tcase_add_test(c, a_shape_tells_what_is_there);
    tcase_add_test(c, words_of_a_practice_or_client_in_the_text_stand_in_the_way);
    tcase_add_test(c, logos_that_are_kept_are_used_again);
    tcase_add_test(c, a_logo_that_cannot_be_read_is_told);
    suite_add_tcase(suite, c);
    return suite;
}

int main(void)
{
    return run_suite(refill_suite());
}
