// What is filled in with a pen: each box to tick and each line to write on has a FIELD, whose name and words can be
// said.
#include "content_folder.h"
#include "unit.h"

static const char *label_of(const dgs_node *field)
{
    dgs_buf label = {.arena = arena};
    dgs_field_add_label(&label, field);
    ck_assert(!label.failed);
    return label.p == NULL ? "" : label.p;
}

static const char *name_of(const dgs_node *field)
{
    dgs_buf name = {.arena = arena};
    dgs_field_add_name(&name, field);
    ck_assert(!name.failed);
    return name.p;
}

// The field of the tree with this number in reading order, from 0.
static const dgs_node *field_at(const dgs_node *root, size_t number)
{
    for (const dgs_node *n = root; n != NULL; n = dgs_node_walk(root, n))
        if (n->kind == DGS_NODE_FIELD && number-- == 0)
            return n;
    ck_abort_msg("there are not so many fields");
    return NULL;
}

static size_t count_fields(void)
{
    size_t n = 0;
    for (const dgs_node *node = doc.root; node != NULL; node = dgs_node_walk(doc.root, node))
        n += node->kind == DGS_NODE_FIELD;
    return n;
}

static void put_worksheet(const char *text)
{
    put("guide.md", "# Guide\n\nWords.\n");
    put("article.md", "# Article\n\nWords.\n");
    put("emergency.md", ALL_SIGNS);
    put("worksheet.md", text);
}

static void load_worksheet(const char *text)
{
    put_worksheet(text);
    ck_assert_msg(load(DGS_PART_WORKSHEET), "%s", err.message);
}

START_TEST(a_cell_is_called_by_its_row_and_column)
{
    load_worksheet("# T\n\n## Days\n\n| Day | *Water*, cups |\n| --- | --- |\n| Day 1 | [ ] |\n| | [x] |\n");
    const dgs_node *first = field_at(doc.root, 0), *second = field_at(doc.root, 1);
    ck_assert_str_eq(label_of(first), "Day 1, Water, cups");
    ck_assert_ptr_eq(dgs_field_row(first), first->parent->parent->first);
    ck_assert_str_eq(dgs_node_text(arena, dgs_field_column(first)), "Water, cups");
    ck_assert_str_eq(dgs_node_text(arena, dgs_field_heading(first)), "Days");
    ck_assert_str_eq(label_of(second), "Water, cups"); // its row has no head
    ck_assert_int_eq(dgs_node_tick(first->parent), DGS_TICK_OPEN);
    ck_assert_int_eq(dgs_node_tick(second->parent), DGS_TICK_DONE);
}
END_TEST

START_TEST(a_cell_that_heads_others_has_none_over_it)
{
    load_worksheet("# T\n\n| [ ] | B |\n| --- | --- |\n| [x] | b |\n");
    const dgs_node *corner = field_at(doc.root, 0), *head = field_at(doc.root, 1);
    ck_assert(dgs_field_row(corner) == NULL && dgs_field_column(corner) == NULL);
    ck_assert_ptr_null(dgs_field_row(head));
    ck_assert_ptr_eq(dgs_field_column(head), corner->parent);
    ck_assert_str_eq(label_of(corner), "T");
}
END_TEST

START_TEST(an_empty_cell_beside_a_box_is_written_in)
{
    load_worksheet(
        "# T\n\n| Day | A | B |\n| --- | --- | --- |\n| 1 | [ ] | |\n| 2 | [x] | 4 |\n| 3 | no | |\n| | | [ ] |\n");
    static const char *const labels[] = {"1, A", "1, B", "2, A", "A", "B"};
    for (size_t i = 0; i < 5; i++)
        ck_assert_str_eq(label_of(field_at(doc.root, i)), labels[i]);
    ck_assert_int_eq(field_at(doc.root, 1)->active->kind, DGS_ACTIVE_LINE);
    ck_assert_int_eq(field_at(doc.root, 3)->active->kind, DGS_ACTIVE_LINE);
    ck_assert_uint_eq(count_fields(), 5);
}
END_TEST

#define DAYS_HEAD_OF_TABLE "| Day | Water | *Heat* | Pain |\n|---|---|---|---|\n"
#define DAYS_HEAD "# T\n\n## Days\n\nStart ___\n\n" DAYS_HEAD_OF_TABLE
#define DAYS_OF_SIX \
    "| 1 | [ ] | [x] | |\n| 2 | [ ] | [ ] | |\n| 3 | [ ] | [ ] | |\n| 4 | [ ] | [ ] | |\n| 5 | [ ] | [ ] | |\n" \
    "| 6 | [ ] | [ ] | |\n"

// Whoever hears the page hears a heading for each day and boxes by name, no grid.
START_TEST(a_tracker_is_read_as_days)
{
    load_worksheet(DAYS_HEAD DAYS_OF_SIX "| Sunday | [ ] | [ ] | |\n");
    const dgs_node *days = dgs_node_find(doc.root, DGS_NODE_DAYS);
    ck_assert(days != NULL && dgs_node_find(doc.root, DGS_NODE_TABLE) == NULL);
    ck_assert_str_eq(dgs_node_text(arena, days->first->first), "Day 1");
    ck_assert_int_eq(days->first->first->level, days->parent->first->level + 1);
    ck_assert_str_eq(dgs_node_text(arena, days->last->first), "Sunday");
    static const char *const labels[] = {"Start", "Day 1, Water", "Day 1, Heat", "Day 1, Pain", "Day 2, Water"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        char name[16];
        (void)snprintf(name, sizeof name, "days-%zu", i + 1);
        ck_assert_str_eq(label_of(field_at(doc.root, i)), labels[i]);
        ck_assert_str_eq(name_of(field_at(doc.root, i)), name);
    }
    ck_assert_int_eq(field_at(doc.root, 2)->active->tick, DGS_TICK_DONE);
    ck_assert_int_eq(field_at(doc.root, 3)->parent->kind, DGS_NODE_BLANK);
    ck_assert_str_eq(label_of(field_at(doc.root, 1 + 7 * 3 - 1)), "Sunday, Pain");
    ck_assert_str_eq(dgs_node_text(arena, dgs_field_day(field_at(doc.root, 1))), "Day 1");
    ck_assert_str_eq(dgs_node_text(arena, dgs_field_heading(field_at(doc.root, 1))), "Days");
    ck_assert_uint_eq(count_fields(), 1 + 7 * 3);
}
END_TEST

START_TEST(other_tables_stay_tables)
{
    static const char *const last[] = {
        "",                           // too few days
        "| 7 | [ ] | no | |\n",       // words
        "| 7 | [ ] | [ ] | 4 |\n",    // an example
        "| | [ ] | [ ] | |\n",        // a day without a name
        "| 7 | | | |\n",              // nothing to tick
        "| [7](#t) | [ ] | [ ] | |\n" // a link, which belongs to one place
    };
    for (size_t i = 0; i < sizeof last / sizeof *last; i++) {
        dgs_buf text = {.arena = arena};
        dgs_buf_addf(&text, "%s%s%s", DAYS_HEAD, DAYS_OF_SIX, last[i]);
        load_worksheet(text.p);
        ck_assert_ptr_nonnull(dgs_node_find(doc.root, DGS_NODE_TABLE));
        ck_assert_ptr_null(dgs_node_find(doc.root, DGS_NODE_DAYS));
    }
}
END_TEST

START_TEST(items_and_lines_are_called_by_their_words)
{
    load_worksheet("# T\n\n## Ask\n\n- [ ] one *two*\n  - [x] inner\n\nName: ___\n\n___\n\nA\\\nB ___\n");
    static const struct {
        dgs_active_kind kind;
        const char *label, *name;
    } wanted[] = {{DGS_ACTIVE_TICK, "one two", "ask-1"},
                  {DGS_ACTIVE_TICK, "inner", "ask-2"},
                  {DGS_ACTIVE_LINE, "Name", "ask-3"},
                  {DGS_ACTIVE_LINE, "Name", "ask-4"},
                  {DGS_ACTIVE_LINE, "A B", "ask-5"}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const dgs_node *field = field_at(doc.root, i);
        ck_assert_int_eq(field->active->kind, wanted[i].kind);
        ck_assert_str_eq(label_of(field), wanted[i].label);
        ck_assert_str_eq(name_of(field), wanted[i].name);
        ck_assert_ptr_eq(dgs_node_field(field->parent), field);
    }
}
END_TEST

// Whoever comes to a box by the Tab key hears nothing of what stands above it.
START_TEST(an_item_without_its_heading_says_what_is_asked)
{
    load_worksheet("# T\n\n## What hurts?\n\n- [ ] Sitting\n\nName: ___\n\n" DAYS_HEAD_OF_TABLE DAYS_OF_SIX
                   "| 7 | [ ] | [ ] | |\n");
    static const char *const wanted[] = {"What hurts, Sitting", "Name", "Day 1, Water"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        dgs_buf question = {.arena = arena};
        dgs_field_add_question(&question, field_at(doc.root, i));
        ck_assert_str_eq(question.p, wanted[i]);
    }
}
END_TEST

// Neither a client's words nor the practice's are in a name, and a client's not in a label either.
START_TEST(nothing_private_is_said_of_a_field)
{
    put_worksheet("# T {{practice.name|us}}\n\n- [ ] Ask {{client.name|me}}\n- [ ] {{client.name|me}}\n");
    const dgs_client client = {.name = "Maria Lopez"};
    const dgs_profile practice = {.of[DGS_SETTING_NAME].text = "Willow"};
    const dgs_content_source source = {.content = &content, .parts = DGS_PART_WORKSHEET, .client = &client};
    err = (dgs_err){0};
    ck_assert_msg(dgs_content_load(&source, &practice, arena, &doc, &err), "%s", err.message);
    ck_assert_str_eq(dgs_node_text(arena, field_at(doc.root, 0)->parent), "Ask Maria Lopez");
    ck_assert_str_eq(label_of(field_at(doc.root, 0)), "Ask");
    ck_assert_str_eq(label_of(field_at(doc.root, 1)), "T Willow");
    ck_assert_str_eq(name_of(field_at(doc.root, 0)), "t-us-1");
}
END_TEST

// 9 boxes in lists and 56 in the tracker; 5 lines and that of the scale, 14 rings for the pain, and 2 lines for a stamp
// where nothing is known of the practice.
START_TEST(the_built_in_worksheet_has_all_of_them)
{
    const dgs_profile practice = {.of[DGS_SETTING_NAME].text = "Willow",
                                  .of[DGS_SETTING_PHONE] = {.text = "555 0100", .url = "tel:5550100"}};
    ck_assert(load_for(&NOBODY, NULL, DGS_PART_WORKSHEET));
    ck_assert_uint_eq(count_fields(), 9 + 56 + 6 + 14 + 2);
    ck_assert(load_for(&practice, NULL, DGS_PART_WORKSHEET));
    ck_assert_uint_eq(count_fields(), 9 + 56 + 6 + 14);
}
END_TEST

// A field's name is its own, and the same whatever else is printed and whoever hands it out. The 12 boxes of the
// article come before those of the worksheet.
START_TEST(names_are_unique_and_stay)
{
    ck_assert(load_for(&NOBODY, NULL, ALL_PARTS));
    dgs_content_set_lined(&doc, 2);
    size_t n = count_fields();
    const char **names = dgs_arena_array(arena, n, sizeof *names);
    for (size_t i = 0; i < n; i++) {
        names[i] = name_of(field_at(doc.root, i));
        ck_assert_ptr_null(strchr(names[i], '.'));
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(names[k], names[i]);
    }
    ck_assert_int_eq(field_at(doc.root, 12 + 85)->active->kind, DGS_ACTIVE_LINES);
    ck_assert(load_for(&NOBODY, NULL, DGS_PART_WORKSHEET));
    for (size_t i = 0; i < 85; i++)
        ck_assert_str_eq(name_of(field_at(doc.root, i)), names[12 + i]);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("fields");
    tcase_add_checked_fixture(c, open_folder, close_folder);
    tcase_add_test(c, a_cell_is_called_by_its_row_and_column);
    tcase_add_test(c, a_cell_that_heads_others_has_none_over_it);
    tcase_add_test(c, an_empty_cell_beside_a_box_is_written_in);
    tcase_add_test(c, a_tracker_is_read_as_days);
    tcase_add_test(c, other_tables_stay_tables);
    tcase_add_test(c, items_and_lines_are_called_by_their_words);
    tcase_add_test(c, an_item_without_its_heading_says_what_is_asked);
    tcase_add_test(c, nothing_private_is_said_of_a_field);
    tcase_add_test(c, the_built_in_worksheet_has_all_of_them);
    tcase_add_test(c, names_are_unique_and_stay);
    Suite *suite = suite_create("fields");
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
