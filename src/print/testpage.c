// The engine's layout cannot make this page: it keeps all that it sets within margins of its own and knows no printer,
// while this page shows the printer's margins and measures lengths from the edge of the paper. So each thing is placed
// here, by the pen; shaping, tags and the file are the engine's.
#include "print/testpage.h"

#include <math.h>

#include "base/color.h"
#include "layout/qr_art.h"
#include "print/pen.h"
#include "profile/profile.h"

enum { STAIRS = 12 }; // millimetres from the edge that are shown

static const double side = 54; // from the paper's edge to the words: past the stairs and their numbers
static const double head_gap = 10, gap_least = 6, gap_most = 54;

typedef struct sheet { // the page while it is made
    dgs_pen pen;
    const dgs_profile *profile;
    const dgs_printer *printer;
    double width, height, measure;
    double gap; // between sections
    bool roomy; // no half sheet
    double y;
    dgs_node *part;
    dgs_hand body, small, number;
} sheet;

// A heading with a box to tick, and words under it.
static dgs_node *section(sheet *s, const char *heading, const char *words, double measure)
{
    const dgs_palette *palette = &s->profile->palette;
    const dgs_hand hand = {DGS_FACE_BOLD, 14, 18, palette->dark};
    const double box = 11, indent = 18, down = 4;
    s->y += s->gap;
    dgs_node *node = dgs_pen_node(&s->pen, s->part, DGS_NODE_SECTION, NULL);
    dgs_node *title = dgs_pen_node(&s->pen, node, DGS_NODE_HEADING, heading);
    dgs_node *para = dgs_pen_node(&s->pen, node, DGS_NODE_PARA, words);
    if (s->pen.failed)
        return NULL;
    title->level = 2;
    dgs_pen_box(&s->pen, (dgs_box){.kind = DGS_BOX_FRAME,
                                   .rect = {side, s->y + down, box, box},
                                   .color = palette->line,
                                   .line = 0.9,
                                   .radius = 2});
    s->y += dgs_pen_words(&s->pen, title, &hand, heading, side + indent, s->y, s->measure - indent) + 1;
    s->y += dgs_pen_words(&s->pen, para, &s->body, words, side, s->y, measure);
    return node;
}

static void line_to(sheet *s, const dgs_node *node, double x, double y, double w, double h, double line)
{
    dgs_pen_box(
        &s->pen,
        (dgs_box){
            .kind = DGS_BOX_RULE, .rect = {x, y, w, h}, .node = node, .color = s->profile->palette.ink, .line = line});
}

static void number(sheet *s, const dgs_node *node, int n, double x, double y, bool centred)
{
    dgs_buf digits = {.arena = s->pen.arena};
    dgs_buf_addint(&digits, n);
    if (digits.failed) {
        s->pen.failed = !dgs_fail_memory(s->pen.err);
        return;
    }
    double width = dgs_pen_width(&s->pen, &s->number, digits.p);
    (void)dgs_pen_words(&s->pen, node, &s->number, digits.p, centred ? x - width / 2 : x, y, s->width);
}

// A stair of lines, each a millimetre further from the edge: the outermost that is printed tells what the printer
// leaves free. `along` is where the middle of the stair stands on the edge.
static void stairs_level(sheet *s, bool bottom, double along)
{
    const double step = DGS_MM(3), line = 0.75;
    for (int i = 1; i <= STAIRS; i++) {
        double x = along + (i - 1 - STAIRS / 2.0) * step, deep = DGS_MM(i);
        double y = bottom ? s->height - deep : deep;
        line_to(s, NULL, x, y, step, 0, line);
        if (i % 5 == 0)
            number(s, NULL, i, x + step / 2, bottom ? y - s->number.leading - 1 : y + 1, true);
    }
}

static void stairs_upright(sheet *s, bool right, double along)
{
    const double step = DGS_MM(3), line = 0.75, air = 2;
    for (int i = 1; i <= STAIRS; i++) {
        double y = along + (i - 1 - STAIRS / 2.0) * step, deep = DGS_MM(i);
        double x = right ? s->width - deep : deep;
        line_to(s, NULL, x, y, 0, step, line);
        if (i % 5 != 0)
            continue;
        double before = i < 10 ? 5.5 : 11;
        number(s, NULL, i, right ? x - air - before : x + air, y + (step - s->number.leading) / 2, false);
    }
}

// A corner of the frame with two arms towards the stairs, which are in the gaps; (right, down) is 0 or 1.
static void corner(sheet *s, int right, int down)
{
    const double half = DGS_MM(3) * STAIRS / 2 + DGS_MM(3), line = 0.75;
    double x = right ? s->width - DGS_EDGE : DGS_EDGE, y = down ? s->height - DGS_FOOT_EDGE : DGS_EDGE;
    double level = s->width / 2 - half - DGS_EDGE, upright = fabs(s->height / 2 - y) - half;
    line_to(s, NULL, right ? x - level : x, y, level, 0, line);
    line_to(s, NULL, x, down ? y - upright : y, 0, upright, line);
}

static void edges(sheet *s)
{
    for (int i = 0; i < 4; i++)
        corner(s, i % 2, i / 2);
    stairs_level(s, false, s->width / 2);
    stairs_level(s, true, s->width / 2);
    stairs_upright(s, false, s->height / 2);
    stairs_upright(s, true, s->height / 2);
}

static void title(sheet *s)
{
    const dgs_hand hand = {DGS_FACE_BOLD, 24, 28, s->profile->palette.dark};
    dgs_buf words = {.arena = s->pen.arena};
    const char *name = s->profile->of[DGS_SETTING_NAME].text;
    if (name != NULL)
        dgs_buf_addf(&words, "%s · ", name);
    dgs_buf_addf(&words, "%s · %s", s->printer->name, dgs_papers[s->profile->paper].name);
    dgs_node *heading = dgs_pen_node(&s->pen, s->part, DGS_NODE_HEADING, "Printer test page");
    dgs_node *about = dgs_pen_node(&s->pen, s->part, DGS_NODE_PARA, words.p);
    if (s->pen.failed || words.failed)
        return;
    heading->level = 1;
    s->y += dgs_pen_words(&s->pen, heading, &hand, "Printer test page", side, s->y, s->measure);
    s->y += dgs_pen_words(&s->pen, about, &s->small, words.p, side, s->y, s->measure);
}

static void edge_words(sheet *s)
{
    const dgs_printer_paper *paper = &s->printer->papers[s->profile->paper];
    const dgs_margins *m = &paper->margins;
    dgs_buf words = {.arena = s->pen.arena};
    dgs_buf_adds(&words,
                 "All four corners of the frame are whole: handouts stay inside it. If one is cut, check "
                 "the paper size in the printer's settings. The steps count millimeters from the paper's edge.");
    if (paper->supported)
        dgs_buf_addf(&words, " The printer's own margins in mm: top %.1f, right %.1f, bottom %.1f, left %.1f.",
                     m->top / DGS_MM(1), m->right / DGS_MM(1), m->bottom / DGS_MM(1), m->left / DGS_MM(1));
    if (words.failed)
        s->pen.failed = !dgs_fail_memory(s->pen.err);
    else
        (void)section(s, "Edges", words.p, s->measure);
}

static void ruler(sheet *s)
{
    enum { LENGTH = 100 };
    const double tall = s->roomy ? 16 : 11;
    dgs_node *node = section(s, "Length",
                             "This ruler is 100 mm long (3.94 in): hold yours next to it. If it is shorter, turn off "
                             "“fit to page” in the printer's settings.",
                             s->measure);
    dgs_node *figure = s->pen.failed ? NULL : dgs_pen_node(&s->pen, node, DGS_NODE_FIGURE, NULL);
    if (figure == NULL)
        return;
    figure->alt = "A ruler of 100 millimeters.";
    s->y += 6;
    double x = side + 3;
    line_to(s, figure, x, s->y, DGS_MM(LENGTH), 0, 1);
    for (int i = 0; i <= LENGTH; i++)
        line_to(s, figure, x + DGS_MM(i), s->y, 0, i % 10 == 0 ? tall : tall * (i % 5 == 0 ? 0.7 : 0.45),
                i % 10 == 0 ? 0.75 : 0.5);
    for (int i = 0; i <= LENGTH; i += 10)
        number(s, figure, i, x + DGS_MM(i), s->y + tall, true);
    s->y += tall + s->number.leading;
}

typedef struct swatch {
    const char *name;
    dgs_ground ground; // where it is filled, with words on it
} swatch;

enum { SWATCHES = 8 };

static void paint_swatch(sheet *s, const swatch *w, dgs_rect rect)
{
    const double radius = 4, line = 1.5;
    const dgs_ground *g = &w->ground;
    if (g->filled)
        dgs_pen_box(&s->pen, (dgs_box){.kind = DGS_BOX_FILL, .rect = rect, .color = g->fill, .radius = radius});
    if (g->outlined)
        dgs_pen_box(&s->pen, (dgs_box){.kind = DGS_BOX_FRAME,
                                       .rect = rect,
                                       .color = g->outline,
                                       .line = line,
                                       .radius = radius,
                                       .decoration = true});
}

static bool has_swatch(const swatch *all, size_t n, const dgs_ground *ground)
{
    for (size_t i = 0; i < n; i++)
        if (all[i].ground.filled == ground->filled && dgs_color_same(all[i].ground.fill, ground->fill))
            return true;
    return false;
}

// What differs of the palette's colours; returns how many.
static size_t choose_swatches(const dgs_palette *p, swatch out[SWATCHES])
{
    const dgs_color white = {255, 255, 255};
    const swatch all[SWATCHES] = {{"Titles", {.filled = true, .fill = p->dark, .text = white}},
                                  {"Icons", {.filled = true, .fill = p->icon, .text = white}},
                                  {"Booking", p->field},
                                  {"Steps", p->badge},
                                  {"Tint", p->tint},
                                  {"Marks", p->accent},
                                  {"Alert", {.filled = true, .fill = p->alert, .text = white}},
                                  {"Text", {.filled = true, .fill = p->ink, .text = white}}};
    size_t n = 0;
    for (size_t i = 0; i < SWATCHES; i++)
        if (!has_swatch(out, n, &all[i].ground))
            out[n++] = all[i];
    return n;
}

static void swatches(sheet *s, dgs_node *node)
{
    const double between = 6, high = s->roomy ? 46 : 22;
    const char *sample = "10 pt";
    swatch chosen[SWATCHES] = {0};
    size_t n = choose_swatches(&s->profile->palette, chosen);
    double w = (s->measure - (double)(n - 1) * between) / (double)n;
    s->y += 6;
    for (size_t i = 0; i < n; i++) {
        double x = side + (double)i * (w + between);
        dgs_hand inside = {DGS_FACE_REGULAR, DGS_TESTPAGE_TEXT, 12, chosen[i].ground.text};
        dgs_node *label = dgs_pen_node(&s->pen, node, DGS_NODE_PARA, chosen[i].name);
        paint_swatch(s, &chosen[i], (dgs_rect){x, s->y, w, high});
        (void)dgs_pen_words(&s->pen, NULL, &inside, sample, x + (w - dgs_pen_width(&s->pen, &inside, sample)) / 2,
                            s->y + (high - inside.leading) / 2, w);
        (void)dgs_pen_words(&s->pen, label, &s->number, chosen[i].name, x, s->y + high + 2, s->measure);
    }
    s->y += high + 2 + s->number.leading;
}

// From white to black in eleven steps.
static void grey_steps(sheet *s)
{
    enum { STEPS = 11 };
    const double high = s->roomy ? 28 : 12, w = s->measure / STEPS;
    s->y += 8;
    for (int i = 0; i < STEPS; i++) {
        uint8_t light = (uint8_t)(255 - 255 * i / (STEPS - 1));
        dgs_pen_box(
            &s->pen,
            (dgs_box){.kind = DGS_BOX_FILL, .rect = {side + i * w, s->y, w, high}, .color = {light, light, light}});
    }
    dgs_pen_box(&s->pen, (dgs_box){.kind = DGS_BOX_FRAME,
                                   .rect = {side, s->y, s->measure, high},
                                   .color = s->profile->palette.line,
                                   .line = 0.75});
    s->y += high;
}

static void colors(sheet *s)
{
    dgs_node *node = section(s, "Colors",
                             "No color has streaks, words on it are readable, and each of the eleven grays is darker "
                             "than the one before. If not, ink or toner may be low.",
                             s->measure);
    if (s->pen.failed)
        return;
    swatches(s, node);
    grey_steps(s);
}

static const char *code_text(const dgs_profile *profile)
{
    const char *booking = profile->of[DGS_SETTING_BOOKING_URL].url, *website = profile->of[DGS_SETTING_WEBSITE].url;
    return booking != NULL ? booking : website != NULL ? website : "dgs-pdf test page";
}

// The smallest text, over a line as thin as those to write on.
static void sample_text(sheet *s, dgs_node *node, double measure)
{
    const char *sample = "Text of 10 points, the smallest in a handout: (503) 555-0142, 0123456789, ill, Ill, 1l, "
                         "rn, m. Below it is the thinnest line.";
    dgs_node *para = dgs_pen_node(&s->pen, node, DGS_NODE_PARA, sample);
    s->y += 4;
    s->y += dgs_pen_words(&s->pen, para, &s->small, sample, side, s->y, measure) + 5;
    line_to(s, NULL, side, s->y, measure, 0, DGS_TESTPAGE_LINE);
}

// The text stands beside the code.
static void small_things(sheet *s)
{
    const double room = 84, air = 16;
    double top = s->y + s->gap, measure = s->measure - room - air;
    dgs_node *node = section(s, "Small things",
                             "The words below are sharp, and a phone's camera reads the code, which has the smallest "
                             "squares. If not, choose a finer quality.",
                             measure);
    if (s->pen.failed)
        return;
    sample_text(s, node, measure);
    dgs_buf says = {.arena = s->pen.arena};
    dgs_buf_addf(&says, "QR code: %s", code_text(s->profile));
    dgs_node *code = dgs_pen_node(&s->pen, node, DGS_NODE_QR, NULL);
    if (says.failed && !s->pen.failed)
        s->pen.failed = !dgs_fail_memory(s->pen.err);
    if (s->pen.failed)
        return;
    code->alt = says.p;
    size_t at = s->pen.nboxes;
    double size = dgs_pen_qr(&s->pen, code, code_text(s->profile), DGS_QR_MODULE, 0, top);
    if (s->pen.failed)
        return;
    s->pen.boxes[at].rect.x = side + s->measure - size + DGS_QR_MODULE * DGS_QR_QUIET; // its quiet zone hangs out
    s->y = fmax(s->y, top + size);
}

static double compose(sheet *s)
{
    dgs_node *root = dgs_pen_node(&s->pen, NULL, DGS_NODE_DOC, NULL);
    s->part = s->pen.failed ? NULL : dgs_pen_node(&s->pen, root, DGS_NODE_PART, NULL);
    if (s->pen.failed)
        return 0;
    edges(s);
    title(s);
    ruler(s);
    edge_words(s);
    colors(s);
    small_things(s);
    return s->y;
}

static sheet begin(const dgs_handout *h, const dgs_printer *printer, dgs_text *text, dgs_arena *arena, dgs_err *err)
{
    const dgs_palette *p = &h->profile.palette;
    sheet s = {.pen = {.arena = arena, .text = text, .err = err},
               .profile = &h->profile,
               .printer = printer,
               .y = DGS_MM(STAIRS) + head_gap,
               .gap = gap_least,
               .roomy = h->profile.paper != DGS_PAPER_A5 && h->profile.paper != DGS_PAPER_HALF_LETTER,
               .body = {DGS_FACE_REGULAR, 12, 16, p->ink},
               .small = {DGS_FACE_REGULAR, DGS_TESTPAGE_TEXT, 13, p->quiet},
               .number = {DGS_FACE_REGULAR, DGS_TESTPAGE_TEXT, 12, p->quiet}};
    s.body.leading = s.roomy ? 16 : 15;
    dgs_paper_size(h->profile.paper, &s.width, &s.height);
    s.measure = s.width - 2 * side;
    return s;
}

bool dgs_testpage_compose(const dgs_order *order, const dgs_printer *printer, dgs_text *text, dgs_arena *arena,
                          dgs_handout *out, dgs_err *err)
{
    enum { SECTIONS = 4 };
    *out = (dgs_handout){.report = {.arena = arena}, .date = order->date};
    if (!dgs_profile_make(order->settings, order->options.ink, arena, &out->profile, err))
        return false;
    if (out->profile.paper == DGS_PAPER_PHONE)
        return dgs_fail(err, DGS_ERR_USAGE, "--paper phone cannot test a printer: name a paper such as letter");
    sheet first = begin(out, printer, text, arena, err), s = first;
    double bottom = first.height - DGS_MM(STAIRS) - 2 * first.number.leading;
    s.gap =
        fmin(gap_most, fmax(gap_least, gap_least + (bottom - compose(&first)) / SECTIONS)); // the room left is shared
    if (first.pen.failed)
        return false;
    (void)compose(&s);
    out->doc.about = (dgs_about){.title = "Printer test page",
                                 .subject = "How a printer handles edges, lengths, colors and small things",
                                 .language = "en-US"};
    out->doc.author = out->profile.of[DGS_SETTING_NAME].text;
    return dgs_pen_finish(&s.pen, s.width, s.height, &out->doc, &out->pages);
}
