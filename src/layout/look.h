// The look in one table: every size, length and space, what share of the page things take, and from which widths on
// they stand side by side. The values and their reasons are in look.c. Knows nothing of what is set with them.
#ifndef DGS_LAYOUT_LOOK_H
#define DGS_LAYOUT_LOOK_H
#include "order/order.h"

typedef struct dgs_type { // points
    double size, leading;
} dgs_type;

typedef struct dgs_sizes {
    dgs_type title, head, sub; // headings: of a part; of a section, a step or a box; of what is deeper
    dgs_type panel_title;      // of a part whose title is next to a panel
    dgs_type numeral;          // of a step
    dgs_type kicker, cap;      // above a title, and under what is large in a cap; the cap of a card
    dgs_type body;
    dgs_type label; // next to a picture
    dgs_type cell;  // the least that a table's text shrinks to where its longest words ask for it
    dgs_type small; // at head and foot
    dgs_type day;   // the number of a day
    double contact; // leading of the contacts there
} dgs_sizes;

// The size of things that go with the text: points next to 12 pt text in the table, multiplied where a look is chosen.
// All members are doubles, as are those of dgs_spaces.
typedef struct dgs_lengths {
    struct {
        double numeral, disc;   // what the words are indented by; the disc under a numeral, where it has one
        double picture, height; // at most
        double below;           // the height of a picture below the words, where it has no room next to them; 0 = none
        double least;           // the least height
        double mark;            // the disc before a warning
    } step;
    struct {
        double picture; // the width of what is next to the words, at most
    } hero;
    struct {
        double cap; // the least width of a cap's words
    } care;
    struct {
        double bullet, number, tick; // what items are indented by
        double box;                  // the side of a box to tick
    } list;
    struct {
        double tick;      // the side of a box to tick
        double row, more; // the least height of a row; at most what is added where there is room to fill
    } table;
    struct {                       // a line to write on
        double height, line, lift; // of the atom; where the line is in it; how far its label is above the line
        double label_gap;          // from label to line
    } blank;
    struct {                          // whom a copy is for
        double between, tight, above; // name and visits in a row; taken off their leading; under the title
        double start_pad, start_gap;  // in the badge "Start here"; from the heading to it
    } client;
    struct {
        double side, most, caption; // with its quiet zone: as usual, at most; leading of its caption
    } qr;
    struct {
        double height;       // of one without labels
        double row;          // of those in a row
        double words, least; // the least width of a caption next to it; the least height of one below its words
    } picture;
    struct {
        double pitch, least; // of lines for notes; the least room to begin them on a page
    } lined;
    struct {
        double pitch, ring; // of a day: from box to box; the ring to write in
    } day;
    struct {
        double mark, least,
            most; // of a sheet: the width of a picture to mark with its heading, its least and most height
    } sheet;
    double link;      // the least height of a link's area
    double furniture; // a masthead and foot that take more than this leave less air around them
} dgs_lengths;

// Spaces, in the same way.
typedef struct dgs_spaces {
    struct {                              // above a block
        double tight, list, usual, apart; // under its heading; a list under its paragraph; else; what is set off
        double section, deeper;           // a section; one within another
    } block;
    struct {
        double gutter, card_gutter; // between columns; next to the card of a code
        double pad, apart;          // inside a box, above and below; at most, to what must stand right above it
        double columns;             // above a list in columns
        double call, qr;            // above whom to call, and above a code, where they are below the words
    } box;
    struct {
        double between, gutter, warning; // steps; words and picture; above the warning
        double picture;                  // above a picture below the words
        double mark;                     // from its disc to its words
    } step;
    struct {
        double pad, intro; // above and below the words; under the title
        double title;      // above the title, where words are there
        double client;     // below whom the copy is for
        double gutter;     // words and what is next to them
        double panel;      // around the words of a panel
    } hero;
    struct {
        double cap; // between what is large and what is small in a cap
    } care;
    struct {
        double between, gutter; // items to tick: in a column, two columns
    } tick;
    struct {
        double above, gutter; // lines to write on: one below another, two side by side
    } blank;
    struct {
        double beside, below; // a caption
        double words;         // above what stands under a heading's picture
        double label, art;    // between labels; from a label to the art
        double leader, air;   // from a label to its leader; above and below a label, where the art is looked for
    } picture;
    struct {
        double gutter, part, band, box; // columns; above a part that joins a page, a band, a box
        double pair;                    // above the second of two that do not fit side by side
        double foot, sheet, sheet_foot; // above the foot of steps; a sheet's blocks; its foot
        double groups, lined;           // above groups side by side; above notes
    } page;
    struct {
        double between, side, above, below; // of days: from card to card; in a card, round what it holds
        double number, words, ring;         // before the number, after a box, before the ring
    } day;
    struct {
        double gutter, question; // of a sheet: between columns of questions, above a question
    } sheet;
    struct {
        double box, foot; // of a card: above a box, above what is at the foot of its back
        double practice;  // from the words of the last box to the practice
    } card;
    double signature; // above the name under a greeting, which belongs to the words
    double start;     // above and below the words in the badge "Start here"
    double cell;      // at both sides of a cell's words, and above and below together
} dgs_spaces;

// The same in every look, points: what goes with the paper, the printer or the eye, and how far a page is filled.
typedef struct dgs_constants {
    struct {
        double head;                   // from the paper's edge to the masthead; less is at the printer's limit
        double under_head, above_foot; // to the type area
        double much_under, much_above; // the same where masthead and foot take much
        double masthead, step;         // its least height, and in what steps it grows
        double logo;                   // the width of page from which on logos are as large as they get
    } page;
    struct {
        double side, edge; // of a card: its margins at the sides, above and below
    } card_page;
    struct {
        double logo, contacts;     // from the logo to the name, from the name to the contacts
        double therapist, tagline; // next to the tagline; above it
        double contact_row, foot;  // between contacts in a row, between what is in the foot
        double name;               // taken off the leading of a long name
    } furniture;
    struct {
        double side;    // at a box's sides
        double contact; // taken off the leading of contacts
    } box;
    struct {
        double round, strip;      // from a card to the edge of its box; the same in a strip
        double strip_code;        // the least side of a code in a strip
        double x, y, edge, below; // in it: next to and above the code, next to and below the caption
    } card;
    struct {
        double section, band, step, squeeze; // added at most above a section, a band, a step; taken off above a step
        double left;                         // a page with more left than this keeps its foot empty
        double row, row_step; // added at most to a row next to other words; what is tried one after another
    } fill;
    struct {
        double most, enough, least; // heights of labeled art
        double pixels;              // of a picture made of pixels, at most
    } picture;
    struct {
        double rule, outline, tick, leader, notes; // lines
        double care;                               // round a card
        double halo, dot, dot_halo;                // round a leader; the dot at its end
    } stroke;
    struct {
        double box, table, logo, card, hero; // the radius of corners
    } corner;
    double inset; // of the words on the ground of a part's head
    struct {
        double least; // room to write in next to words; less, and the line is below them
    } blank;
} dgs_constants;

typedef struct dgs_shares {             // of a width or a height
    double hero, picture, table, notes; // widths, at most: next to a hero's words, of a step's picture; of the wider of
                                        // two sections, the title of notes
    double panel;                       // width: of what is next to a title in its place
    double picture_beside;              // of a picture's width: the least next to its caption
    double lead, cap;                   // widths: of the words that a part begins with, next to a picture; of a card's
                                        // cap at most
    double call_most, call_least;       // widths that are tried for what a booking box asks
    double contacts;                    // width of the contacts in the masthead
    double joins, joins_narrow; // of a page's height: the least for a part that joins; where nothing is set in columns
    double whole, columns;      // heights: a section that is not cut; an atom of columns
    double begin;               // height: the least to begin columns on a page
    double area;                // height: the least type area
    double beside;              // height: the most that words next to a heading take
} dgs_shares;

typedef struct dgs_ems {  // widths, em of body text
    double line;          // a paragraph's, at most
    double column, hero;  // least: a column of the page, a title next to its picture
    double call, call_qr; // least of a booking box's words: in two columns, next to a code
    double strip_code;    // what a strip leaves for the words next to its code
    double list, notes;   // least of a box: for a list in two columns, for notes next to their title
    double step, care;    // least: of a step's words next to its picture, of a card's next to its cap
    double key;           // least: of key points side by side
    double page_number;   // of small text
} dgs_ems;

typedef struct dgs_look {
    dgs_sizes size;
    dgs_lengths len;
    dgs_spaces gap;
    dgs_constants constant;
    dgs_shares share;
    dgs_ems em;
    double unit, air; // what the lengths and the spaces were multiplied by
    double tall;      // the same of a screen's pages
} dgs_look;

// The table of a look. `air` is how the spaces differ from those of usual print: below 0 they are smaller by that
// share; 1, in large print, that they have grown with its type. On a screen it is how much taller the pages are.
void dgs_look_measure(const dgs_print_options *options, double air, dgs_look *out);
dgs_paper dgs_print_options_page(const dgs_print_options *options); // the paper of one page: half of it for a booklet
#endif
