#include "layout/look.h"

#include <math.h>

#include "base/geometry.h"
#include "layout/pages.h"

// At 12 pt, with 15 pt of leading, a column of Letter holds some 45 letters. Headings step by about a third, so that
// each rank is seen to be one.
static const dgs_sizes usual = {.title = {37, 38},
                                .panel_title = {30, 32},
                                .head = {17, 19},
                                .sub = {12, 16},
                                .numeral = {50, 50},
                                .kicker = {12, 16},
                                .cap = {22, 24},
                                .body = {12, 15},
                                .label = {12, 14},
                                .cell = {12, 16},
                                .small = {11, 13},
                                .day = {22, 20},
                                .contact = 14};

// Large print: at least 18 pt for reading, and more than 12 pt for every label.
static const dgs_sizes large = {.title = {36, 41},
                                .panel_title = {32, 37},
                                .head = {24, 29},
                                .sub = {20, 26},
                                .numeral = {60, 60},
                                .kicker = {18, 23},
                                .cap = {26, 30},
                                .body = {18, 24},
                                .label = {16, 19},
                                .cell = {16, 20},
                                .small = {16, 19},
                                .day = {30, 29},
                                .contact = 20};

// A long page holds as many words at 13 pt as Letter does at 12.
static const dgs_sizes longer = {.title = {37, 40},
                                 .panel_title = {32, 35},
                                 .head = {18, 22},
                                 .sub = {13, 17},
                                 .numeral = {54, 54},
                                 .kicker = {13, 17},
                                 .cap = {24, 27},
                                 .body = {13, 17},
                                 .label = {13, 15},
                                 .cell = {13, 17},
                                 .small = {11, 13},
                                 .day = {24, 23},
                                 .contact = 15};

// A phone shows a page as wide as its screen, 360 of its pixels or little more. Pages of 270 pt are 360 pixels wide, so
// that 12 pt come out as the 16 pixels that a phone's own text has, and some 45 letters make a line; 600 pt are the 800
// pixels of a common screen's height. Lines are far enough apart that a finger meets one link and no other.
static const dgs_sizes phone = {.title = {28, 30},
                                .panel_title = {28, 30},
                                .head = {17, 21},
                                .sub = {12, 17},
                                .numeral = {40, 40},
                                .kicker = {12, 17},
                                .cap = {20, 22},
                                .body = {12, 18},
                                .label = {12, 14},
                                .cell = {12, 18},
                                .small = {12, 18},
                                .day = {20, 20},
                                .contact = 24};

// A third larger, as large print is read.
static const dgs_sizes large_phone = {.title = {28, 31},
                                      .panel_title = {28, 31},
                                      .head = {20, 25},
                                      .sub = {16, 22},
                                      .numeral = {44, 44},
                                      .kicker = {16, 22},
                                      .cap = {22, 25},
                                      .body = {16, 22},
                                      .label = {16, 19},
                                      .cell = {16, 22},
                                      .small = {16, 22},
                                      .day = {24, 24},
                                      .contact = 26};

static const dgs_lengths lengths = {
    // A numeral is as wide as two of its own letters. Pictures are as high as a step with a warning.
    .step = {.numeral = 42, .disc = 34, .picture = 110, .height = 62, .least = 56, .mark = 11.5},
    // The picture leaves the title two lines.
    .hero = {.picture = 146},
    .care = {.cap = 93}, // "Call 911" in large type
    // A number takes two digits and its point; a box, more than 4 mm wide so that a pen meets it, and a blank.
    .list = {.bullet = 11, .number = 20, .tick = 18, .box = 12},
    // 6 mm to tick in, since a tracker is filled in by hand every evening. A row holds a line of text with its padding.
    .table = {.tick = DGS_MM(6), .row = 19, .more = 6},
    // Handwriting takes 9 mm from line to line.
    .blank = {.height = DGS_MM(9), .line = 21, .lift = 3, .label_gap = 6},
    .client = {.between = 24, .tight = 1, .above = 6, .start_pad = 5, .start_gap = 6},
    // An inch is read from arm's length; one and a half are as much as the box can give.
    .qr = {.side = 72, .most = 108, .caption = 12},
    .picture = {.height = 84, .row = 60, .words = 84, .least = 160},
    // Room to write at ease, a little under 10 mm; notes of fewer than seven lines are not worth beginning.
    .lined = {.pitch = 28, .least = 200},
    // Boxes that a finger meets on a screen, too: 24 of its pixels apart. A number of two digits is written 7 mm wide.
    .day = {.pitch = 18, .ring = 22},
    // Two bodies side by side, tall enough that a pen hits one buttock.
    .sheet = {.mark = 122, .least = 100, .most = 150},
    .furniture = 74, // the usual masthead with two lines of foot takes 70
};

static const dgs_spaces spaces = {
    // Half a line separates paragraphs; what belongs together stands closer, what is set off has nearly a line. A
    // heading with the space below it takes a line and a half, so that lines of columns side by side are level.
    .block = {.tight = 3.5, .list = 4, .usual = 7.5, .apart = 12, .section = 15, .deeper = 7},
    .box = {.gutter = 14, .card_gutter = 12, .pad = 6, .apart = 12, .columns = 2, .call = 6, .qr = 8},
    .step = {.between = 8, .gutter = 10, .warning = 1, .mark = 5},
    .hero = {.pad = 10, .intro = 4, .client = 2, .gutter = 14, .panel = 8},
    .care = {.cap = 3},
    .tick = {.between = 0, .gutter = 6}, // lines of a list to tick are level with those beside it
    .blank = {.above = 2, .gutter = 10},
    .picture = {.beside = 14, .below = 5, .words = 1, .label = 6, .art = 8, .leader = 4, .air = 3},
    .page = {.gutter = 24, // two ems: less, and lines of two columns are read as one
             .part = 16,
             .band = 12,
             .box = 7,
             .pair = 12,
             .foot = 6,
             .sheet = 6,
             .sheet_foot = 5,
             .groups = 6,
             .lined = 14},
    .day = {.between = 3.5, .side = 6, .above = 3, .below = 3, .number = 4, .words = 5, .ring = 6},
    .sheet = {.gutter = 10, .question = 5},
    .card = {.box = 5, .foot = 4, .practice = 8},
    .signature = 0, // its line is level with others
    .start = 1,
    .cell = 4,
};

static const dgs_constants constant = {
    .page = {.head = 22,
             .under_head = 10,
             .above_foot = 8,
             .much_under = 10,
             .much_above = 7,
             // A square logo, of 42 pt, and a little more. Heights go in steps, so that practices whose logos differ a
             // little share one layout of what stands below.
             .masthead = 44,
             .step = 4,
             .logo = 500}, // a little less than the type area of A4, the narrower of the two full pages
    // A card is small and full: its words go as far as printers reach.
    .card_page = {.side = 32, .edge = DGS_INCH(0.25)},
    // What stands on every page is as low as it can be.
    .furniture = {.logo = 14, .contacts = 14, .therapist = 14, .tagline = 2, .contact_row = 18, .foot = 8, .name = 1},
    // Large words have few letters on a line as it is.
    .box = {.side = 10, .contact = 1},
    // The corners stay outside the code's quiet zone.
    .card = {.round = 6, .strip = 2, .strip_code = DGS_MM(20), .x = 4, .y = 2, .edge = 4, .below = 4},
    // A line at most, since a wider gap reads as the end of something. More than four lines at the foot are better left
    // free than spread.
    .fill = {.section = 14, .band = 16, .step = 16, .squeeze = 7, .left = 64, .row = 8, .row_step = 2},
    // From 150 pt on the art is large enough to stop looking for other places for its labels; below 110 pt it would be
    // too small to learn from.
    .picture = {.most = 300, .enough = 150, .least = 110, .pixels = 300},
    .stroke = {.rule = 0.75,
               .outline = 1,
               .tick = 0.9,
               .leader = 0.75,
               .notes = 0.5,
               .care = 2,
               .halo = 2.25, // three times the leader: as much white on each side as there is ink
               .dot = 3.5,
               .dot_halo = 5.5},
    .corner = {.box = 8, .table = 4, .logo = 5, .card = 5, .hero = 14},
    .inset = 10,
    .blank = {.least = DGS_MM(70)}, // a sentence of five words by hand
};

static const dgs_shares shares = {
    .hero = 0.45,          // the title keeps the larger half
    .panel = 0.52,         // some 45 letters a line
    .picture = 0.27,       // the words of a step keep some 55 letters a line
    .picture_beside = 0.6, // less, and its caption stands below it
    .lead = 0.62,
    .cap = 0.3,
    .table = 0.53, // a tracker's columns hold their boxes, the section next to it its sentences
    .notes = 0.22, // "Notes for you" on one line
    // A long address asks for a wide column, so the call gives way down to a third.
    .call_most = 0.48,
    .call_least = 0.32,
    .contacts = 0.4,      // leaves the name the larger half
    .joins = 0.55,        // less would leave the part a title and a few lines there
    .joins_narrow = 0.45, // in one column a part begins with less
    .whole = 0.3,
    .columns = 0.6, // columns are never quite level, and all of them stand on one page
    .begin = 1.0 / 6,
    .area = 0.25,
    .beside = 0.25, // more would leave much empty below the heading
};

// Lines of 45 to 75 letters are read best; a letter takes about 0.45 em.
static const dgs_ems ems = {.line = 31, // about 70 letters
                            .column = 18.5,
                            .hero = 15,
                            .call = 29,
                            .call_qr = 14,
                            .strip_code = 6,
                            .list = 29,
                            .notes = 34,
                            .step = 16,
                            .care = 17,
                            .key = 12,
                            .page_number = 8}; // "Page 10 of 12" in a language that says it with more letters

dgs_paper dgs_print_options_page(const dgs_print_options *options)
{
    if (!options->booklet)
        return options->paper;
    return options->paper == DGS_PAPER_A4 ? DGS_PAPER_A5 : DGS_PAPER_HALF_LETTER;
}

static bool is_narrow(dgs_paper paper)
{
    return paper == DGS_PAPER_A5 || paper == DGS_PAPER_HALF_LETTER;
}

// Narrow spaces: only those from one thing down to the next, since columns have to stay apart; those above lines of
// text stay halves of a line, so that lines side by side stay level.
static void shrink(dgs_look *look)
{
    dgs_spaces *gap = &look->gap;
    double *const all[] = {&gap->page.band,       &gap->page.box, &gap->page.pair,    &gap->page.foot, &gap->page.sheet,
                           &gap->page.sheet_foot, &gap->box.pad,  &gap->step.between, &gap->hero.pad};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] *= look->air;
}

// The narrowest spaces are those of a page that a long name and address take much of: there a title is no larger than
// beside a panel, and lines to write on are 7.4 mm apart, as ruled paper has them (7.1 mm).
static void shrink_most(dgs_look *look)
{
    const double narrowest = 0.3, ruled = DGS_MM(7.4);
    if (look->air > narrowest)
        return;
    look->size.title = look->size.panel_title;
    look->len.blank.height = fmin(look->len.blank.height, ruled);
}

// What stands above lines of text is in halves of a line; above a list that belongs to the words before it, in
// quarters, which no lines side by side take for level.
static void keep_level(dgs_look *look)
{
    const double line = look->size.body.leading;
    look->gap.block.list = line / 4;
    look->gap.block.usual = line / 2;
    look->gap.block.tight = 1.5 * line - look->size.head.leading;
    look->gap.block.section = look->air < 0.7 ? line / 2 : line;
}

// Nothing is printed and nothing stands side by side, so margins are small; boxes and links are large enough for a
// finger: 24 of a screen's pixels, 18 pt, or more.
static void fit_screen(dgs_look *look, bool large_print, double taller)
{
    look->air = 1;
    look->tall = 1 + taller;
    look->size = large_print ? large_phone : phone;
    look->unit = large_print ? 4.0 / 3 : 1;
    // Pages end as they are filled.
    look->constant.fill.section = look->constant.fill.band = look->constant.fill.step = 0;
    look->constant.inset = look->constant.box.side = 10;
    look->constant.page.head = 12;
    look->constant.page.masthead = 0;
    look->constant.box.contact = -6; // links below one another
    look->constant.blank.least = DGS_MM(40);
    look->em.page_number = 0; // it is below the foot
    look->len.link = large_print ? 13.5 : 18;
    look->len.step.numeral = 34;
    look->len.step.below = 72;
    look->len.list.box = large_print ? 15 : 18;
    look->len.list.tick = 26;
    look->len.day.pitch = look->len.day.ring = large_print ? 18 : 22; // so that a page holds a week
    look->gap.step.picture = look->gap.hero.title = 4;                // nothing beside them gives air
    look->gap.tick.between = 6;
}

static void multiply(double *all, size_t n, double by)
{
    for (size_t i = 0; i < n; i++)
        all[i] *= by;
}

// What a finger is to hit is at least 24 pixels of CSS high (WCAG 2.2, 2.5.8). The lines, on which nobody writes by
// hand, give what a list of six takes so that all stands on the page as before: a layout in vain would be one in vain
// for each row of a batch.
static void make_room_for_fingers(dgs_look *look)
{
    const double more = DGS_TARGET - look->size.body.leading - look->gap.tick.between;
    if (more <= 0)
        return;
    look->gap.tick.between += more;
    look->len.blank.height -= 1.5 * more;
}

// The largest letters and the widest lines take the most ink for what they say: titles at 37 pt would be a tenth of
// all. They stay larger than the headings below them.
static void save_ink(dgs_look *look)
{
    look->size.title.size = fmax(look->size.title.size * 0.66, look->size.head.size + 2);
    look->size.panel_title.size = fmax(look->size.panel_title.size * 0.8, look->size.head.size + 2);
    look->size.numeral.size *= 0.66;
    look->size.day.size *= 0.7;
    look->size.head.size *= 0.88;
    look->constant.stroke.care = look->constant.stroke.outline;
}

void dgs_look_measure(const dgs_print_options *options, double air, dgs_look *out)
{
    *out = (dgs_look){.size = usual,
                      .len = lengths,
                      .gap = spaces,
                      .constant = constant,
                      .share = shares,
                      .em = ems,
                      .unit = 1,
                      .air = 1 + air};
    if (options->large_print) {
        out->size = large;
        out->unit = 1.4;
        out->air = 1 + air * (out->unit - 1);
    } else if (options->paper == DGS_PAPER_LEGAL) {
        out->size = longer;
        out->unit = 13.0 / 12; // a long page is there to hold more: its spaces are those of Letter
    }
    if (options->fillable)
        make_room_for_fingers(out);
    if (options->paper == DGS_PAPER_PHONE) {
        fit_screen(out, options->large_print, air);
    } else if (is_narrow(dgs_print_options_page(options))) {
        out->size.title = options->large_print ? (dgs_type){30, 35} : (dgs_type){27, 30};
        out->constant.inset = 8;
    }
    if (options->ink == DGS_INK_SAVER)
        save_ink(out);
    multiply((double *)&out->len, sizeof out->len / sizeof(double), out->unit);
    if (options->large_print) {
        multiply((double *)&out->gap, sizeof out->gap / sizeof(double), out->air);
    } else {
        shrink(out);
        shrink_most(out);
        keep_level(out);
    }
}
