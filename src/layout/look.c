#include "layout/look.h"

#include "base/geometry.h"

// At 12 pt, with 15 pt of leading, a column of Letter holds some 45 letters. Headings step by about a third, so that
// each rank is seen to be one.
static const dgs_sizes usual = {.title = {28, 31},
                                .head = {16, 19},
                                .sub = {12, 16},
                                .body = {12, 15},
                                .label = {12, 14},
                                .cell = {12, 16},
                                .small = {10, 12},
                                .day = {22, 19},
                                .contact = 14};

// Large print: at least 18 pt for reading, and more than 12 pt for every label.
static const dgs_sizes large = {.title = {32, 38},
                                .head = {22, 28},
                                .sub = {20, 26},
                                .body = {18, 24},
                                .label = {15, 18},
                                .cell = {15, 20},
                                .small = {14, 17},
                                .day = {30, 29},
                                .contact = 19};

// A long page holds as many words at 13 pt as Letter does at 12.
static const dgs_sizes longer = {.title = {30, 34},
                                 .head = {17, 21},
                                 .sub = {13, 17},
                                 .body = {13, 17},
                                 .label = {13, 15},
                                 .cell = {13, 17},
                                 .small = {11, 13},
                                 .day = {24, 23},
                                 .contact = 15};

static const dgs_lengths lengths = {
    // The icon fills two thirds of its ground; words begin where ground and badge leave them air.
    .step = {.tile = 44, .icon = 28, .badge = 18, .text = 60, .above = 6},
    // A number takes two digits and its point; a box, more than 4 mm wide so that a pen meets it, and a blank.
    .list = {.bullet = 14, .number = 20, .tick = 18, .box = 12},
    // 6 mm to tick in, since a tracker is filled in by hand every evening. A row holds a line of text with its padding.
    .table = {.tick = DGS_MM(6), .row = 19, .more = 6},
    // Handwriting takes 9 mm from line to line.
    .blank = {.height = DGS_MM(9), .line = 21, .lift = 3, .label_gap = 6},
    .client = {.between = 24, .tight = 1, .above = 6, .start_pad = 5, .start_gap = 6},
    // An inch is read from arm's length; one and a half are as much as the box can give.
    .qr = {.side = 72, .most = 108, .caption = 12},
    .picture = {.height = 84, .words = 96, .least = 160},
    // Room to write at ease, a little under 10 mm; notes of fewer than seven lines are not worth beginning.
    .lined = {.pitch = 28, .least = 200},
    // Boxes that a finger meets on a screen, too: 24 of its pixels apart. A number of two digits is written 7 mm wide.
    .day = {.pitch = 18, .ring = 22},
    // Two bodies side by side, tall enough that a pen hits one buttock.
    .sheet = {.mark = 122, .least = 100, .most = 150},
    .box_icon = 20,
    .furniture = 72, // the usual masthead with two lines of foot takes 68
};

static const dgs_spaces spaces = {
    // Half a line separates paragraphs; what belongs together stands closer, what is set off has nearly a line.
    .block = {.tight = 2, .list = 4, .usual = 8, .apart = 12, .section = 14, .deeper = 7},
    .box = {.gutter = 20, .card_gutter = 12, .pad = 7, .apart = 12, .columns = 2, .call = 6, .qr = 8},
    // Tile and warning begin where the heading's capitals do, a little below the top of its line.
    .step = {.between = 6,
             .gutter = 16,
             .stacked = 3,
             .tile = 3,
             .tile_room = 4,
             .badge = 3,
             .icon = 1,
             .aside = 3,
             .aside_room = 2,
             .rule = 4,
             .rule_room = 6},
    .tick = {.between = 1, .gutter = 6},
    .blank = {.above = 2, .gutter = 10},
    .picture = {.beside = 14, .below = 5, .label = 6, .art = 8, .leader = 4, .air = 3},
    .page = {.gutter = 24, // two ems: less, and lines of two columns are read as one
             .part = 16,
             .band = 16,
             .box = 10,
             .pair = 12,
             .intro = 6,
             .foot = 6,
             .sheet = 5,
             .sheet_foot = 6,
             .groups = 6,
             .lined = 14},
    .day = {.between = 4, .side = 6, .above = 3, .below = 3, .number = 4, .words = 5, .ring = 6},
    .sheet = {.gutter = 10, .question = 6},
    .card = {.box = 5, .foot = 4, .practice = 8},
    .signature = 2, // less than between paragraphs
    .start = 1,
    .cell = 4,
};

static const dgs_constants constant = {
    .page = {.head = 24,
             .under_head = 17,
             .above_foot = 12,
             .much_under = 13,
             .much_above = 7,
             .rule = 8, // about the middle of the space under the masthead
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
    .box = {.side = 14, .bar = 5, .icon = 8, .contact = 1},
    .card = {.round = 6,
             .strip = 3,
             .strip_code = DGS_MM(20),
             .x = 4,
             .y = 2,
             .edge = 4,
             .below = 4}, // the corners stay outside the code's
                          // quiet zone
    // A line at most, since a wider gap reads as the end of something. More than four lines at the foot are better left
    // free than spread.
    .fill = {.section = 14, .band = 16, .step = 16, .squeeze = 5, .left = 64, .row = 8, .row_step = 2},
    // From 150 pt on the art is large enough to stop looking for other places for its labels; below 110 pt it would be
    // too small to learn from.
    .picture = {.most = 300, .enough = 150, .least = 110, .pixels = 300},
    .stroke = {.rule = 0.75,
               .outline = 1,
               .tick = 0.9,
               .leader = 0.75,
               .notes = 0.5,
               .halo = 2.25, // three times the leader: as much white on each side as there is ink
               .dot = 3.5,
               .dot_halo = 5.5},
    .corner = {.box = 8, .table = 4, .logo = 5, .card = 5},
    .blank = {.least = DGS_MM(70)}, // a sentence of five words by hand
};

static const dgs_shares shares = {
    .title = 0.42,   // the title of steps on two lines, its introduction on about six
    .picture = 0.55, // a labelled picture needs more width than the words next to it
    .table = 0.53,   // a tracker's columns hold their boxes, the section next to it its sentences
    .notes = 0.22,   // "Notes for you" on one line
    // A long address asks for a wide column, so the call gives way down to a third.
    .call_most = 0.48,
    .call_least = 0.32,
    .warnings = {0.30, 0.45, 0.57},
    .longer = 1.5,
    .contacts = 0.4,      // leaves the name the larger half
    .joins = 0.55,        // less would leave the part a title and a few lines there
    .joins_narrow = 0.45, // in one column a part begins with less
    .whole = 0.3,
    .stacked = 0.4,
    .columns = 0.6, // columns are never quite level, and all of them stand on one page
    .begin = 1.0 / 6,
    .area = 0.25,
    .beside = 0.25, // more would leave much empty below the heading
};

// Lines of 45 to 75 letters are read best; a letter takes about 0.45 em.
static const dgs_ems ems = {.line = 31, // about 70 letters
                            .column = 18.5,
                            .intro = 20,
                            .call = 28,
                            .call_qr = 14,
                            .strip_code = 6,
                            .list = 31.5,
                            .notes = 34,
                            .step_text = 18,
                            .aside = 10,
                            .page_number = 9}; // "Page 10 of 12" in a language that says it with more letters

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

static void multiply(double *all, size_t n, double by)
{
    for (size_t i = 0; i < n; i++)
        all[i] *= by;
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
                      .air = 1};
    if (options->large_print) {
        out->size = large;
        out->unit = 1.4;
        out->air = 1 + air * (out->unit - 1);
        out->share.stacked = 0.5; // its longest step takes nearly so much of Letter, and is not cut there
    } else if (options->paper == DGS_PAPER_LEGAL) {
        out->size = longer;
        out->unit = 13.0 / 12; // a long page is there to hold more: its spaces are those of Letter
    }
    if (is_narrow(dgs_print_options_page(options)))
        out->size.title = options->large_print ? (dgs_type){28, 34} : (dgs_type){24, 28};
    multiply((double *)&out->len, sizeof out->len / sizeof(double), out->unit);
    multiply((double *)&out->gap, sizeof out->gap / sizeof(double), out->air);
}
