// What the files of this room share: styles, lines, galleys and the flow over pages.
//
// Composing has two steps. Blocks become atoms in a galley, an endless strip of a given width: an atom is what no page
// or column end may cut (a line, a step, a picture with its labels). Then the flow places atoms in columns on pages.
#ifndef DGS_LAYOUT_INNER_H
#define DGS_LAYOUT_INNER_H
#include "layout/layout.h"

// ---- styles ----

typedef struct dgs_style {
    dgs_face face, strong;
    double size, leading; // points
    dgs_color color, strong_color, link_color;
    bool underline; // links have a line under them: colour is not the only cue (WCAG 2.1, 1.4.1)
    dgs_feature feature;
} dgs_style;

// The colours in force, which differ inside a box.
typedef struct dgs_tone {
    dgs_color ink, strong, heading, quiet, link, line, rule, mark;
} dgs_tone;

typedef struct dgs_type { // points
    double size, leading;
} dgs_type;

// The faces of the handout, chosen from its palette (dgs_weights_of).
typedef struct dgs_weights {
    dgs_face text, strong, heading, name; // the last is for the practice
} dgs_weights;

// Every size of the handout, chosen from its look (dgs_sizes_of). Lengths that go with the text, such as indents, boxes
// to tick and spaces, are written as they are beside 12 pt text and multiplied by `unit`.
typedef struct dgs_sizes {
    dgs_type title, head, sub; // headings: of a part; of a section, a step or a box; of what is deeper
    dgs_type body;
    dgs_type label; // beside a picture
    dgs_type cell;  // the least that a table's text shrinks to where its longest words ask for it
    dgs_type small; // at head and foot
    double contact; // leading of the contacts there
    double unit;
} dgs_sizes;

dgs_sizes dgs_sizes_of(const dgs_look *look);
dgs_weights dgs_weights_of(const dgs_palette *palette); // of the page
dgs_weights dgs_weights_box(const dgs_palette *palette, dgs_box_role role);
dgs_paper dgs_look_page(const dgs_look *look); // the paper of one page: half of it for a booklet

typedef struct dgs_sheet { // one paper with its type area, points
    double width, height;
    double left, right, top, bottom; // edges of the type area; top lies under the masthead
    double head_top, foot_top;       // where masthead and foot begin
} dgs_sheet;

// ---- galleys ----

typedef struct dgs_atom {
    double before; // space above, dropped at the head of a column
    double height;
    bool keep;    // no page or column ends after it
    bool stretch; // the space above may grow to fill a page
    size_t head;  // so many atoms before it stands the head of its table, repeated where a page begins with this; or 0
    size_t first, nboxes;
} dgs_atom;

typedef struct dgs_galley {
    double width;
    double above; // the height of what must stand right above its first atom and is kept elsewhere
    dgs_atom *atoms;
    size_t natoms, cap_atoms;
    dgs_box *boxes; // from their atom's top left; a run's x from its box's left edge
    size_t nboxes, cap_boxes;
} dgs_galley;

typedef struct dgs_lay { // what every step of composing needs
    const dgs_doc *doc;
    const dgs_look *look;
    const dgs_palette *palette;
    dgs_tone tone;
    dgs_sizes sizes;
    dgs_weights weights;
    dgs_text *text;
    dgs_arena *arena;
    dgs_err *err;
    dgs_galley masthead, foot;        // of every page, made first
    struct dgs_frame *frame;          // holds the slots; NULL where nothing is live
    struct dgs_line_builder *builder; // of lines.c; NULL until needed
    dgs_sheet sheet;
    double number_y;    // where the page number stands in the foot
    double whole_most;  // sections of at most this height are not cut
    double row_extra;   // added to the rows of tables with tick boxes, to fill a page
    double figure_room; // a labelled picture and its caption are made to fit this height; 0 = any
} dgs_lay;

dgs_style dgs_style_body(const dgs_lay *lay);
dgs_style dgs_style_small(const dgs_lay *lay);
dgs_style dgs_style_heading(const dgs_lay *lay, const dgs_node *heading);
void dgs_style_type(dgs_style *style, dgs_type type);
double dgs_scaled(const dgs_lay *lay, double points);               // a length written as it is beside 12 pt text
double dgs_stroke(const dgs_lay *lay, double points);               // a line's width, which is less to save ink
double dgs_page_height(const dgs_lay *lay);                         // what no atom may be taller than
bool dgs_width_holds(const dgs_lay *lay, double width, double ems); // so many ems of body text
dgs_tone dgs_tone_page(const dgs_palette *palette);
dgs_tone dgs_tone_box(const dgs_palette *palette, dgs_box_role role);

// ---- lines ----

typedef struct dgs_line {
    dgs_run *runs; // x from the line's left edge
    size_t nruns;
    double width;
} dgs_line;

typedef struct dgs_lines {
    dgs_line *lines;
    size_t n;
    double widest;
} dgs_lines;

// Breaks spans into lines of at most `measure` points. A word that is wider is broken between letters.
bool dgs_lines_break(dgs_lay *lay, const dgs_span *spans, size_t nspans, const dgs_style *style, double measure,
                     dgs_lines *out);
// One word a line, whatever the measure: for the width of the longest.
bool dgs_lines_words(dgs_lay *lay, const dgs_span *spans, size_t nspans, const dgs_style *style, dgs_lines *out);
// One line of plain text. A blank at its end is kept, without counting as width: it parts a mark from what follows.
bool dgs_lines_plain(dgs_lay *lay, const char *utf8, const dgs_style *style, dgs_lines *out);

// ---- filling and measuring galleys ----

bool dgs_galley_atom(dgs_lay *lay, dgs_galley *galley, double before, double height); // begins an atom
dgs_atom *dgs_galley_last(dgs_galley *galley);
bool dgs_galley_box(dgs_lay *lay, dgs_galley *galley, dgs_box box); // adds to the last atom
// Adds one line of text to the last atom, its line box's top left at (x, y).
bool dgs_galley_line(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, const dgs_line *line,
                     const dgs_style *style, double x, double y);
// Adds all lines, one an atom, at x; no widow, no orphan.
bool dgs_galley_lines(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, const dgs_lines *lines,
                      const dgs_style *style, double x, double before);
// Adds the inner galley's boxes to the last atom at (x, y).
bool dgs_galley_absorb(dgs_lay *lay, dgs_galley *galley, const dgs_galley *inner, double x, double y);
// Appends all atoms, at x.
bool dgs_galley_append(dgs_lay *lay, dgs_galley *galley, const dgs_galley *inner, double x, double before);
// Without the first space above; with the table head that is repeated where [from, to) begins inside a table.
double dgs_galley_height(const dgs_galley *galley, size_t from, size_t to);
const dgs_atom *dgs_galley_head(const dgs_galley *galley, size_t from); // that head, or NULL
// The end of the atoms from `from` that fit into `height`: a place where a column may end; `from` where none do.
size_t dgs_galley_fit(const dgs_galley *galley, size_t from, double height);
// The cuts that set the galley in `n` columns as level as they can be: ends[i] is the end of column i. Returns the
// height of the tallest.
double dgs_galley_level(const dgs_galley *galley, size_t from, size_t n, size_t *ends);

// Gives a box of text, placed on its page, its own copy of its runs with x on the page; furniture carries no links.
bool dgs_box_own_runs(dgs_lay *lay, dgs_box *box, bool furniture);

// ---- slots: what is live, composed apart from the frame round it ----

typedef struct dgs_slot {
    const dgs_node *node; // MASTHEAD, IMPRINT, or a BOX
    dgs_lay lay;          // as it was when the slot was composed
    double width, above, x;
    dgs_galley galley;
    double number_y; // of an IMPRINT's
} dgs_slot;

typedef struct dgs_frame {
    dgs_slot *slots;
    size_t n, cap;
} dgs_frame;

// Composes a live node and adds its atoms to the galley, each as a box of kind SLOT: where that comes to stand, the
// atom's own boxes will (dgs_slots_expand). What the frame does with these boxes cannot depend on what is in them.
bool dgs_slot_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x);
// The boxes of a page with the slots' in place of them.
bool dgs_slots_expand(dgs_lay *lay, const dgs_box *boxes, size_t n, dgs_page *out);

// ---- grounds ----

typedef enum dgs_ground_shape {
    DGS_GROUND_BOX,   // outlined all round
    DGS_GROUND_SLICE, // of a box that goes on: outlined on the left
    DGS_GROUND_DISC,
    DGS_GROUND_HEAD, // of a table: outlined below
    DGS_GROUND_ROW   // never outlined: a table's rules part its rows
} dgs_ground_shape;

// Adds to the last atom what sets a piece of it off the page, before that piece itself.
bool dgs_ground_add(dgs_lay *lay, dgs_galley *galley, const dgs_ground *ground, dgs_ground_shape shape, dgs_rect rect,
                    double radius);

// ---- blocks: nodes -> atoms ----

bool dgs_block_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, double x);
bool dgs_block_children(dgs_lay *lay, dgs_galley *galley, const dgs_node *parent, double x);
bool dgs_block_leaf(dgs_lay *lay, dgs_galley *galley, const dgs_node *node, const dgs_style *style, double x,
                    double before);
bool dgs_step_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *step, double x);
bool dgs_box_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *box, double x);
double dgs_galley_kept(const dgs_galley *galley); // the height of what must stand right above the next atom
bool dgs_notes_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *box); // what the box of that name holds
bool dgs_client_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *client, double x);
bool dgs_welcome_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *welcome, double x);
bool dgs_mark_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *mark, double x); // behind the step's heading
bool dgs_booking_add(dgs_lay *lay, dgs_galley *inner, const dgs_node *box);          // what a booking box holds
bool dgs_list_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *list, double x);
bool dgs_table_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *table, double x);
bool dgs_figure_add(dgs_lay *lay, dgs_galley *galley, const dgs_node *figure, double x);
// Whether the inner galley, set in columns, makes an atom that any page can hold.
bool dgs_columns_fit(const dgs_lay *lay, const dgs_galley *inner, size_t ncolumns);
// Atoms of `inner` set in level columns as one atom of `galley`.
bool dgs_columns_add(dgs_lay *lay, dgs_galley *galley, const dgs_galley *inner, size_t ncolumns, double gutter,
                     double x, double before);
// The card of a QR code with its caption, one atom, into an empty galley, whose width becomes the card's: at most
// `room` points. Modules are at least 0.4 mm wide. The code has level M and is no larger than it needs to be for that;
// where the largest card is too small it has level L. Fails with DGS_ERR_DATA where that does not help either.
bool dgs_code_add(dgs_lay *lay, dgs_galley *card, const dgs_node *code, double room);
bool dgs_tick_box(dgs_lay *lay, dgs_galley *galley, dgs_rect rect);

// ---- masthead and foot ----

// Both are made once: the first page's masthead and the last page's foot carry nodes, elsewhere they are furniture.
bool dgs_masthead_make(dgs_lay *lay, dgs_galley *out);
bool dgs_foot_make(dgs_lay *lay, dgs_galley *out);
// The size of the logo with its tile; nothing without a logo.
dgs_rect dgs_logo_rect(const dgs_lay *lay, const dgs_node *logo);
// Adds it to the last atom, at the left edge and in the middle of `height`.
bool dgs_logo_add(dgs_lay *lay, dgs_galley *out, const dgs_node *logo, double height);

// ---- flow: galleys -> pages ----

typedef struct dgs_flow dgs_flow;

dgs_flow *dgs_flow_new(dgs_lay *lay); // NULL when memory ends; err is set
bool dgs_flow_page(dgs_flow *flow);   // begins a page
size_t dgs_flow_pages(const dgs_flow *flow);
double dgs_flow_room(const dgs_flow *flow, double before); // height left under the cursor
void dgs_flow_skip(dgs_flow *flow, double height);         // leaves that much free
// How many pages it would begin to set the galley, and then at the foot of the last page what is `below` high.
size_t dgs_flow_ahead(const dgs_flow *flow, const dgs_galley *galley, double before, double below);
// Sets the galley below what is there, over as many pages as it takes.
bool dgs_flow_galley(dgs_flow *flow, const dgs_galley *galley, double before);
// The same, the space left on a page spread over the atoms that may stretch, where each takes `most` of it at most.
bool dgs_flow_stretched(dgs_flow *flow, const dgs_galley *galley, double before, double most);
bool dgs_flow_columns(dgs_flow *flow, const dgs_galley *galley, size_t ncolumns, double gutter, double before);
// Two galleys side by side, as one piece; one under the other where they do not fit a page.
bool dgs_flow_pair(dgs_flow *flow, const dgs_galley *left, const dgs_galley *right, double gutter, double before);
// At the foot of the page.
bool dgs_flow_bottom(dgs_flow *flow, const dgs_galley *galley, double before);
bool dgs_flow_finish(dgs_flow *flow, dgs_pages *out);

// ---- parts ----

// A section with its lines. It begins on the page that is open where that has room for some; what stands below the last
// lines takes `below`.
bool dgs_lined_add(dgs_lay *lay, dgs_flow *flow, const dgs_node *section, double below);

bool dgs_part_add(dgs_lay *lay, dgs_flow *flow, const dgs_node *part);
#endif
