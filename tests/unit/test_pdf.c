// The pdf room against a small handout made by hand: two pages with every kind of node and box that there is.
#include <stdio.h>

#include "pdf_fixture.h"
#include "unit.h"

Suite *pdf_suite(void);

static dgs_run shaped(const char *words, double x, dgs_face face, const dgs_active *link)
{
    dgs_word word;
    ck_assert_msg(dgs_text_shape(text, face, DGS_FEATURE_NONE, dgs_str_of(words), &word, &err), "%s", err.message);
    return (dgs_run){.face = face,
                     .size = 12,
                     .x = (float)x,
                     .width = (float)(word.advance * 12 / 1000.0),
                     .glyphs = word.glyphs,
                     .nglyphs = word.n,
                     .text = dgs_str_of(words),
                     .link = link};
}

// A line of up to three runs; the second one may be a link.
static dgs_box *line(size_t on, const dgs_node *node, double x, double y, const char *before, const char *linked,
                     const dgs_active *link)
{
    dgs_box *box = place(on, DGS_BOX_TEXT, node, (dgs_rect){x, y, 0, 16});
    dgs_run *runs = dgs_arena_array(arena, 2, sizeof *runs);
    box->runs = runs;
    if (before != NULL)
        runs[box->nruns++] = shaped(before, x, DGS_FACE_REGULAR, NULL);
    if (linked != NULL) {
        double at = before == NULL ? x : (double)(runs[0].x + runs[0].width);
        runs[box->nruns++] = shaped(linked, at, DGS_FACE_BOLD, link);
    }
    const dgs_run *last = &runs[box->nruns - 1];
    box->rect.w = (double)(last->x + last->width) - x;
    box->baseline = y + 12;
    return box;
}

static const dgs_art *art(void)
{
    static const uint8_t ops[] = {DGS_PATH_MOVE, DGS_PATH_LINE, DGS_PATH_CURVE, DGS_PATH_CLOSE};
    static const float points[] = {2, 2, 22, 2, 30, 10, 20, 20, 12, 22};
    static const dgs_path paths[] = {
        {.fill = {DGS_PAINT_CURRENT, {0, 0, 0}}, .ops = ops, .nops = 4, .points = points, .even_odd = true},
        {.stroke = {DGS_PAINT_COLOR, {255, 0, 0}},
         .stroke_width = 1.5f,
         .miter_limit = 4,
         .cap = 1,
         .ndash = 2,
         .dash = {2, 1},
         .ops = ops,
         .nops = 4,
         .points = points},
    };
    static const dgs_art shared = {.w = 24, .h = 24, .paths = paths, .npaths = 2};
    return &shared;
}

static const dgs_raster *logo(void)
{
    enum { W = 8, H = 5 };
    static uint8_t samples[W * H * 3], alpha[W * H];
    for (unsigned i = 0; i < sizeof samples; i++)
        samples[i] = (uint8_t)(i * 7);
    for (unsigned i = 0; i < sizeof alpha; i++)
        alpha[i] = (uint8_t)(i * 6);
    static dgs_raster raster;
    raster = (dgs_raster){.w = W,
                          .h = H,
                          .channels = 3,
                          .samples = {(const char *)samples, sizeof samples},
                          .alpha = {(const char *)alpha, sizeof alpha}};
    return &raster;
}

static dgs_active web = {.url = "https://example.org/a b?x=(1)&y=\xc3\xa9", .contents = "Opens example.org"};
static dgs_active inner;

static void furnish(void)
{
    for (size_t on = 0; on < 2; on++) {
        line(on, NULL, 72, 20, "A header", NULL, NULL)->furniture = DGS_FURNITURE_HEADER;
        place(on, DGS_BOX_RULE, NULL, (dgs_rect){72, 40, 400, 0});
    }
}

static void add_masthead(dgs_node *root)
{
    dgs_node *masthead = add(root, DGS_NODE_MASTHEAD);
    dgs_node *picture = add(masthead, DGS_NODE_LOGO);
    picture->alt = "Logo of Z\xc3\xbcrich Massage";
    place(0, DGS_BOX_PICTURE, picture, (dgs_rect){72, 45, 40, 25})->raster = logo();
    line(0, add_text(masthead, DGS_NODE_NAME, "Z\xc3\xbcrich Massage"), 130, 50, "Z\xc3\xbcrich Massage", NULL, NULL);
    place(0, DGS_BOX_FILL, masthead, (dgs_rect){400, 45, 60, 20})->radius = 4;
}

static void add_list(dgs_node *section)
{
    dgs_node *list = add(section, DGS_NODE_LIST);
    list->list = DGS_LIST_NUMBER;
    dgs_node *item = add_text(list, DGS_NODE_ITEM, "Drink water");
    dgs_node *ticks = add(item, DGS_NODE_LIST);
    ticks->list = DGS_LIST_TICK;
    dgs_node *ticked = add_text(ticks, DGS_NODE_ITEM, "a glass");
    line(0, item, 72, 200, "1. ", "Drink ", NULL);
    line(0, item, 90, 216, "water ", "often ", &web);
    place(0, DGS_BOX_FRAME, ticked, (dgs_rect){100, 236, 9, 9})->radius = 2;
    place(0, DGS_BOX_FRAME, ticked, (dgs_rect){100, 236, 9, 9});
    line(0, ticked, 116, 232, "a glass ", NULL, NULL);
    place(0, DGS_BOX_DOT, NULL, (dgs_rect){90, 240, 4, 4});
}

static void add_table(dgs_node *section)
{
    static const char *const words[2][2] = {{"Day", "Pain"}, {"Monday", NULL}};
    dgs_node *table = add(section, DGS_NODE_TABLE);
    for (int r = 0; r < 2; r++) {
        dgs_node *row = add(table, DGS_NODE_ROW);
        for (int c = 0; c < 2; c++) {
            dgs_node *cell = add_text(row, DGS_NODE_CELL, words[r][c]);
            cell->header = r == 0 || c == 0;
            if (words[r][c] != NULL)
                line(1, cell, 72 + 90 * c, 100 + 20 * r, words[r][c], NULL, NULL);
        }
        place(1, DGS_BOX_FILL, row, (dgs_rect){72, 100 + 20 * r, 180, 1});
    }
}

static void add_figure(dgs_node *section)
{
    dgs_node *figure = add(section, DGS_NODE_FIGURE);
    figure->alt = "A muscle";
    dgs_node *label = add_text(figure, DGS_NODE_LABEL, "piriformis");
    dgs_node *caption = add_text(figure, DGS_NODE_CAPTION, "The hip from behind");
    place(1, DGS_BOX_ART, figure, (dgs_rect){72, 160, 120, 120})->art = art();
    line(1, label, 200, 180, "piriformis", NULL, NULL);
    line(1, caption, 72, 284, "The hip from behind", NULL, NULL);
    place(1, DGS_BOX_ART, NULL, (dgs_rect){300, 160, 24, 24})->art = art();
    place(1, DGS_BOX_ART, NULL, (dgs_rect){330, 160, 24, 24})->art = art();
    place(1, DGS_BOX_ART, NULL, (dgs_rect){360, 160, 24, 24})->art = art();
    boxes[1][page[1].nboxes - 1].color = (dgs_color){200, 0, 0};
}

static void find_places(void)
{
    int *on = dgs_arena_array(arena, doc.count, sizeof *on);
    double *top = dgs_arena_array(arena, doc.count, sizeof *top);
    for (size_t i = 0; i < doc.count; i++)
        on[i] = -1;
    for (size_t p = 2; p-- > 0;)
        for (size_t b = page[p].nboxes; b-- > 0;)
            if (boxes[p][b].node != NULL) {
                on[boxes[p][b].node->index] = (int)p;
                top[boxes[p][b].node->index] = boxes[p][b].rect.y;
            }
    pages.node_page = on;
    pages.node_top = top;
}

static void make_handout(void)
{
    furnish();
    dgs_node *root = add(NULL, DGS_NODE_DOC);
    add_masthead(root);
    dgs_node *part = add(root, DGS_NODE_PART);
    dgs_node *heading = add_text(part, DGS_NODE_HEADING, "Pain \xe2\x80\x93 relief");
    heading->level = 1;
    line(0, heading, 72, 80, NULL, "Pain \xe2\x80\x93 relief", NULL);
    dgs_node *para = add_text(part, DGS_NODE_PARA, "Find your office's first AVAILABLE week: see our site today");
    line(0, para, 72, 110,
         "Find your of\xef\xac\x81"
         "ce's first AVAILABLE week: ",
         "see our ", &web);
    line(0, para, 72, 126, NULL, "site ", &web);
    dgs_node *section = add(part, DGS_NODE_SECTION);
    dgs_node *second = add_text(section, DGS_NODE_HEADING, "Steps");
    second->level = 2;
    inner = (dgs_active){.kind = DGS_ACTIVE_WITHIN, .target = second};
    line(0, second, 72, 180, "Steps", NULL, NULL);
    add_list(section);
    line(1, para, 72, 60, "today, ", "see Steps", &inner);
    add_table(section);
    add_figure(section);
    dgs_node *third = add_text(part, DGS_NODE_HEADING, "Never placed");
    third->level = 2;
    find_places();
}

START_TEST(same_input_same_bytes)
{
    make_handout();
    dgs_str first = written(), second = written();
    ck_assert(dgs_str_eq(first, second));
    ck_assert(dgs_str_starts(first, "%PDF-1.7\n"));
    ck_assert_ptr_nonnull(find(first, "%%EOF\n"));
}
END_TEST

START_TEST(cross_references_lead_to_objects)
{
    make_handout();
    dgs_str pdf = written();
    size_t start = strtoul(find(pdf, "startxref\n") + 10, NULL, 10);
    dgs_str table = {pdf.p + start, pdf.n - start};
    dgs_str rows = stream_of(table, "/Type /XRef");
    ck_assert_uint_eq(rows.n % 8, 0);
    uint8_t above[7] = {0};
    int plain = 0, packed = 0;
    for (size_t n = 0; n < rows.n / 8; n++) {
        const uint8_t *row = (const uint8_t *)rows.p + n * 8;
        ck_assert_uint_eq(row[0], 2);
        for (int i = 0; i < 7; i++)
            above[i] = (uint8_t)(above[i] + row[i + 1]);
        size_t where = (size_t)above[1] << 24 | (size_t)above[2] << 16 | (size_t)above[3] << 8 | above[4];
        if (above[0] == 1) {
            char head[32];
            snprintf(head, sizeof head, "%zu 0 obj\n", n);
            ck_assert_int_eq(strncmp(pdf.p + where, head, strlen(head)), 0);
            plain++;
        }
        packed += above[0] == 2;
        ck_assert(above[0] != 0 || n == 0);
    }
    ck_assert_int_gt(plain, 5);
    ck_assert_int_gt(packed, 20);
    ck_assert_int_eq(above[0], 1);
}
END_TEST

START_TEST(everything_painted_is_marked_once)
{
    make_handout();
    dgs_str content = contents_of(written());
    int depth = 0, marks = 0;
    bool in_text = false;
    char *copy = dgs_str_copy(arena, content), *save = NULL;
    for (char *op = strtok_r(copy, "\n", &save); op != NULL; op = strtok_r(NULL, "\n", &save)) {
        size_t n = strlen(op);
        if (n > 3 && strcmp(op + n - 3, "BDC") == 0) {
            bool inside = strstr(op, "/ActualText") != NULL;
            ck_assert_int_eq(depth, inside ? 1 : 0);
            ck_assert(inside || !in_text);
            depth++;
            marks++;
        } else if (strcmp(op, "EMC") == 0) {
            depth--;
        } else if (strcmp(op, "BT") == 0 || strcmp(op, "ET") == 0) {
            ck_assert_int_eq(depth, 1);
            in_text = op[0] == 'B';
        } else if (strstr(op, "TJ") != NULL) {
            ck_assert(depth >= 1 && in_text);
        } else if (strstr(op, " Do") != NULL || strcmp(op, "f Q") == 0 || strcmp(op, "s Q") == 0) {
            ck_assert(depth == 1 && !in_text);
        }
    }
    ck_assert_int_eq(depth, 0);
    ck_assert_int_gt(marks, 20);
    ck_assert_int_eq(count(content, "/Type /Pagination /Subtype /Header"), 2);
}
END_TEST

static const struct {
    const char *what;
    int times;
} in_the_tree[] = {
    {"/S /Document ", 1},
    {"/S /Part ", 1},
    {"/S /H1 ", 1},
    {"/S /H2 ", 1},
    {"/S /L ", 3}, // the figure's labels are one
    {"/S /LI ", 3},
    {"/S /Lbl ", 1},
    {"/S /LBody ", 3},
    {"/S /Table ", 1},
    {"/S /TR ", 2},
    {"/S /TH ", 3},
    {"/S /TD ", 1},
    {"/S /Figure ", 2},
    {"/S /Caption ", 1},
    {"/S /Link ", 3},
    {"/Scope /Column", 2},
    {"/Scope /Row", 1},
    {"/ListNumbering /Decimal", 1},
    {"/ListNumbering /None", 2},
    {"/Subtype /Link", 4},
    {"/Type /OBJR", 4},
    {"/Alt (A muscle)", 1},
    {"/Alt <feff", 1},
    {"/BBox [", 2},
    {"/Tabs /S", 2},
    {"/StructParents ", 2},
    {"/Marked true", 1},
    {"/DisplayDocTitle true", 1},
    {"/Lang (en-US)", 1},
    {"/Contents (Opens example.org)", 3},
    {"/Contents (Steps)", 1},
    {"/URI (https://example.org/a%20b?x=\\(1\\)&y=%c3%a9)", 3},
};

START_TEST(the_tree_has_every_role)
{
    make_handout();
    dgs_str objects = objects_of(written());
    for (size_t i = 0; i < sizeof in_the_tree / sizeof *in_the_tree; i++)
        ck_assert_msg(count(objects, in_the_tree[i].what) == in_the_tree[i].times, "%s: %d", in_the_tree[i].what,
                      count(objects, in_the_tree[i].what));
}
END_TEST

START_TEST(a_paragraph_over_two_pages_is_one_element)
{
    make_handout();
    dgs_str objects = objects_of(written());
    const char *mcr = find(objects, "<</Type /MCR /Pg ");
    ck_assert_ptr_nonnull(mcr);
    ck_assert_int_eq(count(objects, "<</Type /MCR"), 1);
    // The second page's link lies on another page than its paragraph, but on one page itself.
    ck_assert_int_eq(count(objects, "<</Type /OBJR /Obj"), 4);
}
END_TEST

START_TEST(bookmarks_follow_placed_headings)
{
    make_handout();
    dgs_str objects = objects_of(written());
    ck_assert_int_eq(count(objects, "/Title (Steps)"), 1);
    ck_assert_int_eq(count(objects, "/Title (Never placed)"), 0);
    ck_assert_int_eq(count(objects, "/Type /Outlines"), 1);
    ck_assert_int_eq(count(objects, "/Count 2"), 2); // of the pages, and of all bookmarks
    ck_assert_int_eq(count(objects, "/Count 1"), 1); // below the title
}
END_TEST

// ISO 14289-1, 7.14: a box for a pen is the content of a Form that says what it is. The words that name it are in it.
START_TEST(fields_of_a_printed_form_say_what_they_are)
{
    static const dgs_active tick = {.kind = DGS_ACTIVE_TICK, .tick = DGS_TICK_OPEN};
    make_handout();
    dgs_node *item = add_text(doc.root->last, DGS_NODE_PARA, "Morning"), *field = add(item, DGS_NODE_FIELD);
    field->active = &tick;
    field->alt = "Morning: check box";
    (void)place(1, DGS_BOX_FRAME, field, (dgs_rect){72, 400, 12, 12});
    (void)place(1, DGS_BOX_AREA, field, (dgs_rect){90, 400, 40, 12}); // paints nothing
    find_places();
    dgs_str pdf = written(), objects = objects_of(pdf);
    ck_assert_int_eq(count(objects, "/S /Form "), 1);
    ck_assert_int_eq(count(objects, "/A <</O /PrintField /Role /cb /checked /off>> /Alt (Morning: check box)"), 1);
    ck_assert_int_eq(count(contents_of(pdf), "/Form <</MCID "), 1);
}
END_TEST

START_TEST(links_to_nowhere_are_plain_text)
{
    make_handout();
    int *on = dgs_arena_array(arena, doc.count, sizeof *on);
    memcpy(on, pages.node_page, doc.count * sizeof *on);
    on[inner.target->index] = -1;
    pages.node_page = on;
    dgs_str objects = objects_of(written());
    ck_assert_int_eq(count(objects, "/Subtype /Link"), 3);
    ck_assert_int_eq(count(objects, "/S /Link "), 2);
}
END_TEST

START_TEST(art_is_shared_by_colour)
{
    make_handout();
    dgs_str pdf = written();
    ck_assert_int_eq(count(pdf, "/Subtype /Form"), 1); // the colour is the page's
    ck_assert_int_eq(count(contents_of(pdf), "/X1 Do"), 4);
    ck_assert_int_ge(count(contents_of(pdf), "0.784 0 0 rg"), 1);
    ck_assert_int_ge(count(contents_of(pdf), "0.784 0 0 RG"), 1);
    dgs_str form = stream_of(pdf, "/Subtype /Form");
    ck_assert_ptr_nonnull(find(form, "200 2200 m\n2200 2200 l\n3000 1400 2000 400 1200 200 c\nh\nf*\n"));
    ck_assert_ptr_nonnull(find(form, "h\nS\nQ\n"));
    ck_assert_ptr_nonnull(find(form, "\nq\n1 0 0 RG\n150 w\n4 M\n1 J\n[200 100 ]0 d\n"));
}
END_TEST

static void paint_rule(dgs_color color)
{
    place(0, DGS_BOX_RULE, NULL, (dgs_rect){72, 700, 100, 0})->color = color;
}

static dgs_str painted(void)
{
    return contents_of(written());
}

// A palette's colour is painted by its role: `cs` only where the space changes, and no byte that depends on the colour.
START_TEST(roles_are_painted_from_the_palette)
{
    const dgs_color own = {200, 0, 0};
    add(NULL, DGS_NODE_DOC);
    find_places();
    for (uint8_t role = DGS_ROLE_INK; role <= DGS_ROLE_QUIET; role++)
        paint_rule(options.colors[role] = (dgs_color){9, 8, 7, role}); // one colour, two roles
    paint_rule(options.colors[DGS_ROLE_QUIET]);
    paint_rule(own);
    paint_rule(own);
    paint_rule(options.colors[DGS_ROLE_INK]);
    paint_rule(options.colors[DGS_ROLE_BADGE] = (dgs_color){80, 80, 80, DGS_ROLE_BADGE});
    dgs_str before = painted();
    const char *at = before.p;
    static const char *const order[] = {"/C CS 0 SC\n", " S\n1 SC\n", " S\n0.784 0 0 RG\n", "/C CS 0 SC\n",
                                        "/D CS 1 SC\n"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = find((dgs_str){at, before.n - (size_t)(at - before.p)}, order[i]);
        ck_assert_msg(at != NULL, "%s", order[i]);
        at += strlen(order[i]);
    }
    ck_assert_int_eq(count(before, "SC\n"), 4);
    ck_assert_int_eq(count(before, "RG\n"), 1);
    dgs_str objects = objects_of(written());
    ck_assert_int_eq(count(objects, "/C [/Indexed /DeviceRGB 11 <090807090807000000"), 1);
    ck_assert_int_eq(count(objects, "/D [/Indexed /DeviceGray 3 <00500000>]"), 1);
    boxes[0][0].color.r = options.colors[DGS_ROLE_INK].r = 90;
    dgs_str after = painted();
    ck_assert_uint_eq(after.n, before.n);
    ck_assert_mem_eq(after.p, before.p, before.n);
}
END_TEST

// The palette of the drawings' roles is a dictionary that their forms refer to; no byte of theirs depends on a colour.
START_TEST(roles_of_drawings_are_painted_from_the_palette)
{
    static const uint8_t ops[] = {DGS_PATH_MOVE, DGS_PATH_LINE};
    static const float points[] = {2, 2, 22, 2};
    const dgs_paint ink = {DGS_PAINT_COLOR, {1, 2, 3, DGS_ROLE_ART_INK}}, own = {DGS_PAINT_COLOR, {255, 0, 0}};
    const dgs_paint object = {DGS_PAINT_COLOR, {1, 2, 3, DGS_ROLE_ART_OBJECT}};
    const dgs_path paths[] = {
        {.fill = object, .stroke = ink, .stroke_width = 1, .ops = ops, .nops = 2, .points = points},
        {.fill = ink, .stroke = ink, .stroke_width = 1, .ops = ops, .nops = 2, .points = points},
        {.fill = own, .ops = ops, .nops = 2, .points = points},
        {.fill = object, .ops = ops, .nops = 2, .points = points}};
    const dgs_art drawing = {.w = 24, .h = 24, .paths = paths, .npaths = 4};
    add(NULL, DGS_NODE_DOC);
    find_places();
    place(0, DGS_BOX_ART, NULL, (dgs_rect){72, 300, 24, 24})->art = &drawing;
    options.colors[DGS_ROLE_ART_OBJECT] = (dgs_color){232, 150, 58, DGS_ROLE_ART_OBJECT};
    dgs_str pdf = written(), before = stream_of(pdf, "/Subtype /Form"), objects = objects_of(pdf);
    const char *at = before.p;
    static const char *const order[] = {"/A cs 4 sc\n", "/A CS 0 SC\n", "B\n0 sc\n", "B\n1 0 0 rg\n",
                                        "f\n/A cs 4 sc\n"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = find((dgs_str){at, before.n - (size_t)(at - before.p)}, order[i]);
        ck_assert_msg(at != NULL, "%s", order[i]);
        at += strlen(order[i]) - 1;
    }
    ck_assert_int_eq(count(objects, "/A [/Indexed /DeviceRGB 4 <000000000000000000000000e8963a>]"), 1);
    const char *named = find(pdf, "/Subtype /Form /Resources <</ColorSpace ");
    ck_assert_ptr_nonnull(named);
    options.colors[DGS_ROLE_ART_OBJECT] = (dgs_color){90, 90, 90, DGS_ROLE_ART_OBJECT};
    pdf = written();
    dgs_str after = stream_of(pdf, "/Subtype /Form");
    ck_assert_int_eq(count(objects_of(pdf), "/A [/Indexed /DeviceGray 4 <000000005a>]"), 1);
    ck_assert_uint_eq(after.n, before.n);
    ck_assert_mem_eq(after.p, before.p, before.n);
}
END_TEST

START_TEST(pixels_keep_their_transparency)
{
    make_handout();
    dgs_str pdf = written();
    ck_assert_int_eq(count(pdf, "/Subtype /Image"), 2);
    ck_assert_int_eq(count(pdf, "/SMask "), 1);
    dgs_str mask = stream_of(pdf, "/ColorSpace /DeviceGray");
    ck_assert_uint_eq(mask.n, 5 * 9);
    dgs_str color = stream_of(pdf, "/ColorSpace /DeviceRGB");
    ck_assert_uint_eq(color.n, 5 * 25);
    uint8_t row[24] = {0};
    for (size_t y = 0; y < 5; y++) { // undo the filters: the samples must come back
        const uint8_t *packed = (const uint8_t *)color.p + y * 25;
        for (size_t x = 0; x < 24; x++) {
            unsigned before = packed[0] == 1 ? (x < 3 ? 0u : row[x - 3]) : packed[0] == 2 ? row[x] : 0u;
            row[x] = (uint8_t)(packed[x + 1] + before);
            ck_assert_uint_eq(row[x], (uint8_t)((y * 24 + x) * 7));
        }
    }
}
END_TEST

START_TEST(checked_png_streams_pass_through)
{
    make_handout();
    static const uint8_t rows[] = {0, 0, 1, 2, 0, 1, 2, 3};
    uint8_t packed[64];
    uLongf n = sizeof packed;
    ck_assert_int_eq(compress(packed, &n, rows, sizeof rows), Z_OK);
    dgs_raster raster = {.w = 3,
                         .h = 2,
                         .channels = 1,
                         .palette = DGS_STR("\x01\x02\x03\x04\x05\x06\x07\x08\x09\xff\xff\xff"),
                         .encoding = DGS_PIXELS_DEFLATE,
                         .samples = {(const char *)packed, n}};
    place(1, DGS_BOX_PICTURE, NULL, (dgs_rect){72, 400, 30, 20})->raster = &raster;
    dgs_str pdf = written();
    dgs_str plain = stream_of(pdf, "/ColorSpace [/Indexed /DeviceRGB 3 <010203040506070809ffffff>]");
    ck_assert_uint_eq(plain.n, sizeof rows);
    ck_assert_int_eq(memcmp(plain.p, rows, sizeof rows), 0);
    raster.encoding = DGS_PIXELS_PLAIN; // now the size of the pixels is wrong
    dgs_str none;
    ck_assert(!dgs_pdf_write(&input, arena, &none, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_SOFTWARE);
}
END_TEST

START_TEST(too_little_memory_is_an_error)
{
    make_handout();
    int failures = 0;
    bool done = false;
    for (size_t room = 512; !done; room += 4096) {
        dgs_arena *small = dgs_arena_new(room);
        dgs_err failed = {0};
        dgs_str pdf;
        done = dgs_pdf_write(&input, small, &pdf, &failed);
        failures += !done;
        ck_assert_int_eq(failed.kind, done ? DGS_OK : DGS_ERR_MEMORY);
        dgs_arena_free(small);
    }
    ck_assert_int_gt(failures, 20);
}
END_TEST

Suite *pdf_suite(void)
{
    Suite *suite = suite_create("pdf");
    TCase *tests = tcase_create("pdf");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, same_input_same_bytes);
    tcase_add_test(tests, cross_references_lead_to_objects);
    tcase_add_test(tests, everything_painted_is_marked_once);
    tcase_add_test(tests, the_tree_has_every_role);
    tcase_add_test(tests, a_paragraph_over_two_pages_is_one_element);
    tcase_add_test(tests, bookmarks_follow_placed_headings);
    tcase_add_test(tests, fields_of_a_printed_form_say_what_they_are);
    tcase_add_test(tests, links_to_nowhere_are_plain_text);
    tcase_add_test(tests, art_is_shared_by_colour);
    tcase_add_test(tests, roles_are_painted_from_the_palette);
    tcase_add_test(tests, roles_of_drawings_are_painted_from_the_palette);
    tcase_add_test(tests, pixels_keep_their_transparency);
    tcase_add_test(tests, checked_png_streams_pass_through);
    tcase_add_test(tests, too_little_memory_is_an_error);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return run_suite(pdf_suite());
}
