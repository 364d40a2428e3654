// Parts of the pdf room one by one: glyphs, strings, dates, the colour profile, objects and their serialiser.
#include "pdf/icc.h"
#include "pdf/serial.h"
#include "pdf/string.h"
#include "pdf_fixture.h"
#include "unit.h"

Suite *pdf_parts_suite(void);

// A run whose glyphs are given by hand.
static void place_glyphs(dgs_node *node, const dgs_glyph *glyphs, size_t n, const char *words)
{
    dgs_run *run = dgs_arena_alloc(arena, sizeof *run);
    *run = (dgs_run){.size = 10, .x = 72, .width = 10, .glyphs = glyphs, .nglyphs = n, .text = dgs_str_of(words)};
    dgs_box *box = place(0, DGS_BOX_TEXT, node, (dgs_rect){72, 300, 10, 16});
    box->runs = run;
    box->nruns = 1;
    box->baseline = 312;
}

static dgs_node *paragraph(void)
{
    dgs_node *node = add(add(NULL, DGS_NODE_DOC), DGS_NODE_PARA);
    static const int on[2];
    static const double top[2];
    pages.node_page = on;
    pages.node_top = top;
    return node;
}

START_TEST(kerning_and_offsets_move_the_pen)
{
    dgs_node *node = paragraph();
    dgs_word a;
    ck_assert(dgs_text_shape(text, DGS_FACE_REGULAR, DGS_FEATURE_NONE, DGS_STR("a"), &a, &err));
    dgs_glyph glyphs[3] = {a.glyphs[0], a.glyphs[0], a.glyphs[0]};
    glyphs[0].advance = (int16_t)(glyphs[0].width - 30); // kerned
    glyphs[1].dx = 5;
    glyphs[1].dy = 200; // such a one is a glyph of its own, which stands where it is to
    glyphs[1].cluster = 1;
    glyphs[2].dx = 7;
    glyphs[2].cluster = 2;
    place_glyphs(node, glyphs, 3, "aaa");
    dgs_str content = contents_of(written());
    ck_assert_msg(find(content, "[<0001>30<0002>-7<0001>]TJ\n") != NULL, "%s", content.p);
    ck_assert_ptr_nonnull(find(content, "BT\n72 480 Td\n/F0 10 Tf\n"));
}
END_TEST

START_TEST(each_glyph_says_its_own_characters)
{
    dgs_node *node = paragraph();
    dgs_word a;
    ck_assert(dgs_text_shape(text, DGS_FACE_REGULAR, DGS_FEATURE_NONE, DGS_STR("ab"), &a, &err));
    ck_assert_uint_eq(a.n, 2);
    dgs_glyph glyphs[] = {a.glyphs[0], a.glyphs[0], a.glyphs[0], a.glyphs[1], a.glyphs[0], a.glyphs[1]};
    glyphs[1].cluster = 1; // the glyph of "a" for "x" too
    glyphs[2].cluster = 2; // one cluster of two glyphs: "c" with an acute
    glyphs[2].length = 2;
    glyphs[3].length = 0;
    glyphs[4].cluster = 4; // and one for which there is no whole character: "q" with a dot and an acute
    glyphs[4].length = 5;
    glyphs[5].length = 0;
    place_glyphs(node, glyphs, 6, "axćq\u0307\u0301");
    dgs_str pdf = written(), content = contents_of(pdf), maps = plain_streams(pdf, true);
    ck_assert_int_eq(count(content, "ActualText"), 0);
    static const char *const said[] = {"<0001> <0061>", "<0003> <0078>", "<0004> <0107>",
                                       "<0005> <0071>", "<0006> <0307>", "<0007> <0301>"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        ck_assert_msg(find(maps, said[i]) != NULL, "no %s in %s", said[i], maps.p);
    ck_assert_ptr_null(find(maps, "<0002>")); // b is only a part of others
    ck_assert_msg(find(content, "000500060007") != NULL, "%s", content.p);
}
END_TEST

START_TEST(the_same_cluster_is_made_once)
{
    dgs_node *node = paragraph();
    dgs_word w;
    ck_assert(dgs_text_shape(text, DGS_FACE_REGULAR, DGS_FEATURE_NONE, DGS_STR("q\u0307q\u0307"), &w, &err));
    ck_assert_uint_eq(w.n, 4);
    place_glyphs(node, w.glyphs, w.n, "q\u0307q\u0307");
    dgs_str pdf = written(), content = contents_of(pdf);
    ck_assert_msg(find(content, "<0003000400030004>") != NULL, "%s", content.p);
    ck_assert_int_eq(count(plain_streams(pdf, true), "> <0071>"), 1);
}
END_TEST

START_TEST(a_missing_glyph_is_refused)
{
    dgs_node *node = paragraph();
    static const dgs_glyph glyph = {.gid = 0, .advance = 500, .width = 500, .length = 1};
    place_glyphs(node, &glyph, 1, "?");
    dgs_str pdf;
    ck_assert(!dgs_pdf_write(&input, arena, &pdf, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_SOFTWARE);
}
END_TEST

START_TEST(pages_without_boxes_are_written)
{
    (void)paragraph();
    dgs_str objects = objects_of(written());
    ck_assert_int_eq(count(objects, "/Type /Page /Tabs /S"), 2);
    ck_assert_int_eq(count(objects, "/S /Document "), 1);
    ck_assert_int_eq(count(objects, "/S /P "), 0);
    ck_assert_int_eq(count(objects, "/Outlines"), 0);
}
END_TEST

START_TEST(text_is_spelled_as_pdf_wants_it)
{
    dgs_buf buf = {.arena = arena};
    dgs_pdf_add_text(&buf, "a(b)\\c");
    dgs_pdf_add_text(&buf, "\xf0\x9f\x92\xa7"); // beyond the first plane: two UTF-16 units
    dgs_pdf_add_scale(&buf, -0.0416667);
    dgs_buf_addc(&buf, ' ');
    dgs_pdf_add_scale(&buf, 12);
    dgs_buf_addc(&buf, ' ');
    dgs_pdf_add_scale(&buf, 0.0000001);
    ck_assert_str_eq(buf.p, "(a\\(b\\)\\\\c)<feffd83ddca7>-0.041667 12 0");
}
END_TEST

START_TEST(dates_only_when_asked)
{
    (void)paragraph();
    dgs_str pdf = written();
    ck_assert_ptr_null(find(pdf, "CreateDate"));
    ck_assert_ptr_null(find(objects_of(pdf), "CreationDate"));
    ck_assert_ptr_nonnull(find(pdf, "Pain &amp; &lt;relief&gt;"));
    options = (dgs_pdf_options){.producer = "dgs-pdf test", .has_date = true, .date = 951782400};
    pdf = written();
    ck_assert_ptr_nonnull(find(pdf, "<xmp:CreateDate>2000-02-29T00:00:00Z</xmp:CreateDate>"));
    ck_assert_ptr_nonnull(find(objects_of(pdf), "(D:20000229000000Z)"));
    ck_assert_ptr_nonnull(find(pdf, "<pdfuaid:part>1</pdfuaid:part>"));
    ck_assert_ptr_nonnull(find(objects_of(pdf), "/OutputIntents [<<"));
}
END_TEST

START_TEST(dates_are_those_of_the_calendar)
{
    static const struct {
        int64_t seconds;
        const char *date;
    } days[] = {
        {0, "1970-01-01T00:00:00Z"},          {68169599, "1972-02-28T23:59:59Z"},
        {68169600, "1972-02-29T00:00:00Z"},   {1709251199, "2024-02-29T23:59:59Z"},
        {4107542400, "2100-03-01T00:00:00Z"}, {1735689599, "2024-12-31T23:59:59Z"},
    };
    (void)paragraph();
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        options.has_date = true;
        options.date = days[i].seconds;
        ck_assert_msg(find(written(), days[i].date) != NULL, "%s", days[i].date);
    }
    options.date = -1; // PDF can say it, but nobody means it
    ck_assert_ptr_null(find(written(), "CreateDate"));
}
END_TEST

START_TEST(the_colour_profile_is_whole)
{
    dgs_str icc = dgs_icc_srgb(arena);
    const uint8_t *p = (const uint8_t *)icc.p;
    ck_assert_uint_eq((size_t)p[2] << 8 | p[3], icc.n);
    ck_assert_int_eq(memcmp(p + 36, "acsp", 4), 0);
    for (size_t i = 0; i < p[131]; i++) {
        const uint8_t *tag = p + 132 + 12 * i;
        size_t offset = (size_t)tag[6] << 8 | tag[7], size = (size_t)tag[10] << 8 | tag[11];
        ck_assert_uint_eq(offset % 4, 0);
        ck_assert_uint_le(offset + size, icc.n);
        ck_assert_uint_ge(size, 20);
    }
}
END_TEST

START_TEST(more_objects_than_one_stream_holds)
{
    enum { OBJECTS = 9000 };
    dgs_objects *objects = dgs_objects_new(arena, 1, DGS_PACK_WELL, &err);
    ck_assert_ptr_nonnull(objects);
    for (int i = 0; i < OBJECTS; i++)
        dgs_object_set_int(dgs_object_new(objects), "N", i);
    dgs_head head;
    ck_assert(dgs_pdf_serialise_head(objects, arena, &head, &err));
    ck_assert_int_eq(count(head.bytes, "/Type /ObjStm /N 4096 "), 2);
    ck_assert_int_eq(count(head.bytes, "/Type /ObjStm /N 808 "), 1);
    ck_assert_int_eq(head.next, OBJECTS + 4);
    dgs_objects_free(objects);
}
END_TEST

START_TEST(two_stores_make_one_file)
{
    dgs_objects *fixed = dgs_objects_new(arena, 1, DGS_PACK_WELL, &err);
    dgs_object *catalog = dgs_object_new(fixed);
    const dgs_object *later = dgs_object_reserve(fixed);
    dgs_object_set_name(catalog, "Type", "Catalog");
    dgs_object_set_ref(catalog, "Later", later);
    dgs_object_set_raw_stream(dgs_object_new(fixed), DGS_STR("still"), "");
    ck_assert_int_eq(dgs_object_number(later), 2);
    dgs_head head;
    ck_assert(dgs_pdf_serialise_head(fixed, arena, &head, &err));
    int number = dgs_object_number(catalog);
    dgs_objects_free(fixed);

    dgs_objects *variable = dgs_objects_new(arena, head.next, DGS_PACK_FAST, &err);
    dgs_object *made = dgs_object_new_at(variable, 2), *info = dgs_object_new(variable);
    dgs_object_set_ref(made, "Back", dgs_object_elsewhere(variable, number));
    dgs_object_set_raw_stream(made, DGS_STR("live"), "");
    ck_assert_int_eq(dgs_object_number(info), head.next);
    dgs_pdf file;
    char sum[DGS_SHA256_HEX + 1];
    const dgs_trailer trailer = {number, dgs_object_number(info)};
    ck_assert(dgs_pdf_serialise(variable, &head, trailer, arena, &file, &err));
    dgs_objects_free(variable);
    dgs_str pdf = file.bytes;
    dgs_sha256_hex(pdf, sum);
    ck_assert_str_eq(file.sha256, sum);
    ck_assert(pdf.n > head.bytes.n && memcmp(pdf.p, head.bytes.p, head.bytes.n) == 0);
    ck_assert_ptr_nonnull(find(pdf, "\n2 0 obj\n<<\n/Back 1 0 R\n/Length 4>>\nstream\r\nlive\nendstream"));
    ck_assert_ptr_nonnull(find(pdf, "/Root 1 0 R /Info 5 0 R "));
}
END_TEST

START_TEST(a_streams_last_carriage_return_is_not_part_of_a_line_end)
{
    dgs_objects *objects = dgs_objects_new(arena, 1, DGS_PACK_FAST, &err);
    dgs_object *object = dgs_object_new(objects);
    dgs_object_set_raw_stream(object, DGS_STR("two\r"), "");
    dgs_buf out = {.arena = arena};
    dgs_object_write(object, &out);
    ck_assert_ptr_nonnull(find((dgs_str){out.p, out.n}, "/Length 4>>\nstream\r\ntwo\r\r\nendstream"));
    dgs_objects_free(objects);
}
END_TEST

START_TEST(faults_of_the_object_layer_are_kept)
{
    dgs_objects *objects = dgs_objects_new(arena, 1, DGS_PACK_WELL, &err);
    dgs_object *object = dgs_object_new(objects);
    char name[200];
    memset(name, 'x', sizeof name);
    name[sizeof name - 1] = '\0';
    dgs_object_set_name(object, "Type", name); // longer than a name may be; libharu itself returns OK
    dgs_object_set_int(object, "N", 1);        // no more than ignored
    ck_assert_ptr_null(dgs_object_new(objects));
    dgs_object_set_ref(object, "R", NULL);
    ck_assert(!dgs_objects_ok(objects, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_SOFTWARE);
    dgs_objects_free(objects);
}
END_TEST

Suite *pdf_parts_suite(void)
{
    Suite *suite = suite_create("pdf_parts");
    TCase *tests = tcase_create("pdf_parts");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, kerning_and_offsets_move_the_pen);
    tcase_add_test(tests, each_glyph_says_its_own_characters);
    tcase_add_test(tests, the_same_cluster_is_made_once);
    tcase_add_test(tests, a_missing_glyph_is_refused);
    tcase_add_test(tests, pages_without_boxes_are_written);
    tcase_add_test(tests, text_is_spelled_as_pdf_wants_it);
    tcase_add_test(tests, dates_only_when_asked);
    tcase_add_test(tests, dates_are_those_of_the_calendar);
    tcase_add_test(tests, the_colour_profile_is_whole);
    tcase_add_test(tests, more_objects_than_one_stream_holds);
    tcase_add_test(tests, two_stores_make_one_file);
    tcase_add_test(tests, a_streams_last_carriage_return_is_not_part_of_a_line_end);
    tcase_add_test(tests, faults_of_the_object_layer_are_kept);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return run_suite(pdf_parts_suite());
}
