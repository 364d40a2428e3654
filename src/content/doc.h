// The document tree: everything a handout says, in reading order, as plain data. A seam between rooms: content makes
// it; check and layout read it; the tag tree of the PDF follows it. Holds no position, size, font or color.
#ifndef DGS_CONTENT_DOC_H
#define DGS_CONTENT_DOC_H
#include <stdbool.h>
#include <stddef.h>

#include "image/picture.h"
#include "order/package.h"

typedef enum dgs_node_kind {
    DGS_NODE_DOC,       // the root
    DGS_NODE_MASTHEAD,  // who gives this out: LOGO?, NAME?, TAGLINE?, THERAPIST?, CONTACTS?; without data a TAGLINE
    DGS_NODE_PART,      // one of the package: HEADING, blocks, SECTIONs
    DGS_NODE_SECTION,   // HEADING, blocks, SECTIONs one level deeper; perhaps a FIELD for notes under them
    DGS_NODE_STEP,      // a numbered section with an icon: HEADING, MARK?, PARAs
    DGS_NODE_BOX,       // a set-off box: HEADING?, blocks
    DGS_NODE_HEADING,   // leaf
    DGS_NODE_PARA,      // leaf
    DGS_NODE_LIST,      // ITEMs
    DGS_NODE_ITEM,      // leaf text, then FIELD? to tick, then nested LISTs
    DGS_NODE_TABLE,     // ROWs; the first one holds the header cells
    DGS_NODE_DAYS,      // a tracker: SECTIONs, a card each: HEADING, LISTs of ITEMs to tick, BLANK nodes
    DGS_NODE_ROW,       // CELLs
    DGS_NODE_CELL,      // leaf text, or a FIELD
    DGS_NODE_FIGURE,    // picture, alt; LABELs, then CAPTION?
    DGS_NODE_LABEL,     // leaf: real text next to the picture, tied to a named point of it
    DGS_NODE_CAPTION,   // leaf
    DGS_NODE_BLANK,     // leaf text, perhaps none, that stands before a line to write on: FIELD
    DGS_NODE_FIELD,     // what is filled in with a pen: active. It has no words, and no other node is filled in
    DGS_NODE_CONTACTS,  // PARAs: one contact each (phone, email, ...), then QR?; or BLANK nodes to write on
    DGS_NODE_QR,        // a QR code: qr, alt; CAPTION
    DGS_NODE_LOGO,      // picture, alt?: without one it is a decoration next to the name
    DGS_NODE_NAME,      // leaf: the practice
    DGS_NODE_TAGLINE,   // leaf
    DGS_NODE_THERAPIST, // leaf: "Ana Perez, LMT · License 12345"
    DGS_NODE_CLIENT,    // whom this copy is for, after the first title: PARAs (name and date, therapist, next visit)
    DGS_NODE_WELCOME, // the therapist's greeting, after what introduces the first part: PARA, then PARA? with the name
    DGS_NODE_BADGE,   // leaf: "Start here", on a step that this client begins with
    DGS_NODE_IMPRINT, // PARAs: the disclaimer, "Text of ... Reviewed by ..."; then NOTE?
    DGS_NODE_NOTE     // leaf: the practice's own line at the foot
} dgs_node_kind;

enum { DGS_NODE_KINDS = DGS_NODE_NOTE + 1 };

typedef enum dgs_box_role {
    DGS_BOX_NOTE,            // > text
    DGS_BOX_KEY,             // > [!KEY]: key points
    DGS_BOX_BOOK,            // > [!BOOK]: the booking call, with the practice's contacts
    DGS_BOX_EMERGENCY,       // when to call for help, in full
    DGS_BOX_EMERGENCY_SHORT, // the same in brief, at the head of a handout that begins with no part of steps
    DGS_BOX_NOW,             // > [!NOW]: a card that sends to one of these
    DGS_BOX_TODAY,           // > [!TODAY], and in brief right after either of them: when to call a doctor today
    DGS_BOX_VISIT,           // > [!VISIT]: when to make a visit
    DGS_BOX_LIMITS,          // whom a step could harm, right after those for today, where no part says it
    DGS_BOX_NOTES            // what this client gets, before the steps: HEADING, LIST
} dgs_box_role;

typedef enum dgs_list_style { DGS_LIST_BULLET, DGS_LIST_NUMBER, DGS_LIST_TICK } dgs_list_style;

typedef enum dgs_tick { DGS_TICK_NONE, DGS_TICK_OPEN, DGS_TICK_DONE } dgs_tick; // NONE: no box to tick

typedef enum dgs_emphasis {
    DGS_EMPH_NONE,
    DGS_EMPH_STRONG // both *emphasis* and **strong**: handouts are not set in italics
} dgs_emphasis;

struct dgs_node;

typedef enum dgs_active_kind {
    DGS_ACTIVE_OUT,    // a link out of this handout: url
    DGS_ACTIVE_WITHIN, // a link to a place in it: target
    DGS_ACTIVE_TICK,   // a field: a box to tick
    DGS_ACTIVE_LINE,   // a field: a line to write on, or a cell to write in
    DGS_ACTIVE_LINES   // a field: as many lines as there is room for, over pages
} dgs_active_kind;

enum { DGS_ACTIVE_KINDS = DGS_ACTIVE_LINES + 1 };

// What a reader can do something with. A link belongs to the leaf whose spans share it, a field to its FIELD.
typedef struct dgs_active {
    dgs_active_kind kind;
    dgs_tick tick;                 // TICK: as it is handed out; NONE of all else
    const char *url;               // http, https, mailto or tel
    const struct dgs_node *target; // a HEADING, or what follows a tracker; NULL while not known, and where not printed
    const char *contents;          // where it leads, for a screen reader (ISO 14289-1, 7.18.5); UTF-8
    const char *words;             // what was written as its words, perhaps ""; NULL for the practice's own links
    const char *file;              // where it was written
    int line;
    bool quiet;                     // WITHIN: its words look like those around it; a listener hears where it leads
    const struct dgs_node *goes_on; // LINE without words right after others: the BLANK with words before them; or NULL
} dgs_active;

typedef struct dgs_span {
    dgs_str text; // UTF-8; words are separated by single spaces; "\n" is a forced line end
    dgs_emphasis emphasis;
    const dgs_active *link;         // one object per link: spans of one link share it; NULL = none
    const char *lang;               // BCP 47: the language of these words, where it is not the document's; or NULL
    const char *expansion;          // what an abbreviation stands for, or NULL
    const struct dgs_node *page_of; // the text is the number of the page on which this node stands, or NULL
    // "--note": the text is private, what this option says about the client. A message names the option and never
    // quotes the text. NULL for all other words.
    const char *option;
    const char *sign;                    // the id of the sign that these words name, [words](sign:fever), or NULL
    const struct dgs_variable *variable; // {{...}} that the text was written as, or NULL; only content looks at it
} dgs_span;

typedef struct dgs_node {
    dgs_node_kind kind;
    struct dgs_node *parent, *first, *last, *next; // children in reading order
    size_t index;                                  // place in reading order (pre-order), 0 = the root
    // MASTHEAD, WELCOME, IMPRINT, BOX of role BOOK, and all below them: where dgs_content_refill() changes words. Never
    // where nothing at all is said of a practice.
    bool variable;
    const char *file; // where it comes from: NULL for what the program adds
    int line;
    const char *id;           // a HEADING's own name for links ("call-a-doctor-today-if"), as of what a quiet link
                              // leads to; a LABEL's point
    dgs_design design;        // PART: how it is laid out
    unsigned part;            // PART: its place among those of the package
    dgs_box_role box;         // BOX
    dgs_list_style list;      // LIST
    int level;                // HEADING: 1-6 as tagged, no level skipped
    int written;              // HEADING: how many # it has in its file
    int number;               // STEP: 1, 2, ...; ITEM of a numbered list; FIELD: 1, 2, ... under its heading
    int fields;               // HEADING: how many FIELDs were read under it; some of them may not be printed
    size_t lined_pages;       // SECTION: so many pages more are ruled for the reader's notes
    bool header;              // CELL: heads its column (first row) or its row (first cell)
    const dgs_active *active; // FIELD
    dgs_span *spans;          // leaves
    size_t nspans;
    const dgs_picture *picture; // FIGURE, LOGO; of a PART of steps, a STEP or a BOX (decoration)
    const char *picture_name;   // its file name, for dumps
    bool wordmark;              // LOGO: it says the name, which then stands nowhere next to it
    const char *alt;            // FIGURE, LOGO, QR, FIELD; of STEP and PART what stands under their picture; UTF-8
    const char *qr;             // QR: what it says to who scans it: a URL, ASCII
} dgs_node;

// The words of the page furniture and the facts about the text itself (strings.md).
typedef struct dgs_about {
    const char *title;    // document title
    const char *subject;  // one line
    const char *language; // BCP 47
    const char *page_of;  // "Page {{page}} of {{pages}}"
    const char *imprint;  // the disclaimer and the text's date, as the foot of every page says it
    const char *pen_note; // what a listener hears before the first field of a printed form, or NULL
    const char *file;     // where page_of is written
    int page_of_line;
} dgs_about;

struct dgs_refill; // only content looks into it

typedef struct dgs_doc {
    dgs_node *root;
    const dgs_package *package; // whose parts these are
    const char *lacking;        // the files that the content folder lacked, in words; NULL = none
    // What was read and is not printed: the other parts, the other form of the emergency signs, the paragraphs that
    // name a page of those, the labels that were not asked for. Only check looks at it, so that a mistake is reported
    // whatever is printed; it has no indexes.
    dgs_node *unprinted;
    dgs_node *lined;                // the SECTION for notes, among the unprinted until dgs_content_set_lined()
    const dgs_active *const *links; // all that the files hold, printed or not
    size_t nlinks;
    dgs_about about;
    const char *author; // the practice's name, or NULL
    size_t count;       // nodes, the root included
    // Whether dgs_content_refill() can give it to another practice: no text names this one ({{practice.name}}), and it
    // is not made for one client.
    bool refillable;
    struct dgs_refill *refill; // what that takes
} dgs_doc;

const char *dgs_node_kind_name(dgs_node_kind kind); // lower case, for dumps and messages

// The text of a leaf's spans, joined; in the arena; NULL when it is full.
const char *dgs_node_text(dgs_arena *arena, const dgs_node *node);

// Whether any of the leaf's words are private.
bool dgs_node_private(const dgs_node *node);

// The first child of this kind, or NULL: of the root, DGS_NODE_PART gives the first part.
dgs_node *dgs_node_child(const dgs_node *parent, dgs_node_kind kind);

// The first node of this kind below `root` in reading order, or NULL.
const dgs_node *dgs_node_find(const dgs_node *root, dgs_node_kind kind);

// The FIELD that a leaf holds, or NULL; and whether that is a box to tick, and ticked.
const dgs_node *dgs_node_field(const dgs_node *node);
dgs_tick dgs_node_tick(const dgs_node *node);

// What a FIELD stands under, each NULL where there is none: the heading of its section or box, which is never that of a
// day; the heading of its day; and in a table the cells that head its row and its column.
const dgs_node *dgs_field_heading(const dgs_node *field);
const dgs_node *dgs_field_day(const dgs_node *field);
const dgs_node *dgs_field_row(const dgs_node *field);
const dgs_node *dgs_field_column(const dgs_node *field);

// Whether a FIELD takes a number: the ring of a day, the line after a scale, "0 · 1 · 2 ___".
bool dgs_field_is_number(const dgs_node *field);

// Whether a viewer may fill it in: what a therapist stamps and what is ticked already stay as they are.
bool dgs_field_is_open(const dgs_node *field);

// What a FIELD is for, in words: "Day 1, Water" in a tracker or a table, else those next to it, or where there are none
// its heading's. Never a client's, never more than a line.
void dgs_field_add_label(dgs_buf *to, const dgs_node *field);

// The same for whoever comes to a field without what is above it: an item of a list has its heading's words before
// its own, "When does it hurt most, Sitting".
void dgs_field_add_question(dgs_buf *to, const dgs_node *field);

// A FIELD's own name, "your-14-days-5": its heading's id and number, so that it depends on neither paper, look nor
// parts, practice nor client. UTF-8 without full stops, as a form's fields need it (ISO 32000-1, 12.7.3.2).
void dgs_field_add_name(dgs_buf *to, const dgs_node *field);

// The children of a node in the order in which they are heard, which is not that of the page in two places: the signs
// of an emergency come right after what introduces their part, because they cannot wait; and a tracker comes last of
// what it stands among, because whoever has heard enough of its days can stop there and misses no more than what is
// asked after them. So for each turn all children whose turn it is: `for (unsigned turn = 0; turn < DGS_HEARD_TURNS;
// turn++)`.
enum { DGS_HEARD_TURNS = 4 };
typedef struct dgs_heard {        // of the children of one node
    const dgs_node *body, *signs; // what introduces ends before the one; NULL where nothing is moved
} dgs_heard;
dgs_heard dgs_node_heard(const dgs_node *parent);
unsigned dgs_heard_turn(const dgs_heard *heard, const dgs_node *child);

// The next node in reading order below `root`, or NULL: `for (n = root; n; n = dgs_node_walk(root, n))`.
const dgs_node *dgs_node_walk(const dgs_node *root, const dgs_node *node);
#endif
