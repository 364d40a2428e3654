// Markdown -> document tree, and the tree -> text. Knows nothing of fonts, pages or PDF.
#ifndef DGS_CONTENT_CONTENT_H
#define DGS_CONTENT_CONTENT_H
#include "base/err.h"
#include "base/limits.h"
#include "content/doc.h"
#include "image/logos.h"
#include "order/order.h"
#include "profile/profile.h"

typedef struct dgs_content_source {
    const dgs_files *content;   // files that come before the built-in ones of the same name; NULL = built-in only
    const dgs_files *files;     // where the logo is
    const dgs_drawer *drawer;   // of logos beyond our subset of SVG; NULL = none
    const dgs_package *package; // the handout, of those files (content/package.h); NULL = the default
    unsigned parts;             // what is to be printed: a bit for each part of the package
    dgs_labels labels;          // which labels pictures get
    const dgs_client *client;   // whom this copy is for; NULL = nobody named
    dgs_logos
        *logos; // gives the logo, which then lives as long as it says, of refilled documents too; NULL = read again
} dgs_content_source;

// Builds the whole handout in reading order: MASTHEAD, the PARTs asked for, IMPRINT. The emergency signs are in it
// always: in full as the last child of the first part, where that is one of steps, else in short after its heading. A
// BOX BOOK gets CONTACTS: the practice's booking page, phone, email, website and address, or BLANK nodes to write on
// when none of them is known; the first one of a part also a QR that opens the booking page: its pages may be handed
// out on their own, and a second code on them would be noise. Without a practice name, sentences about it ("Call NAME
// at PHONE") become "Phone: PHONE".
//
// The title of the first part is a level 1 heading, the titles of later parts are level 2; sections are one deeper than
// what they are in. about.title is that of strings.md, or, where the package's first part is not printed, the title
// of the first that is.
//
// What is said of a client is checked and becomes CLIENT, BOX NOTES and BADGEs of the first part; it stands nowhere
// else, in about and author neither, and its spans name the option that gave it. Errors name the option, never what it
// says; a step to begin with that does not exist or that is not printed, is DGS_ERR_USAGE.
//
// {{practice.name}} and the like become the words that are known; with none and none to stand for them, the
// paragraph or item is left out. Links to headings that are not printed become plain text; a paragraph or item that
// names the page of one is left out. Labels for therapists only are left out unless they are asked for. All parts are
// read whatever is printed, so their mistakes are found. All in the arena. Errors are DGS_ERR_DATA "file:line: ..." or
// DGS_ERR_NOINPUT. assets/handouts/README.md describes the files. What a tree can hold and a reader cannot use, such as
// a heading without words or a skipped level, is left to src/check, which reports all of it at once.
bool dgs_content_load(const dgs_content_source *source, const dgs_profile *profile, dgs_arena *arena, dgs_doc *out,
                      dgs_err *err);

// Gives the document to another practice of the same dgs_profile_layout_key(): all of it becomes what
// dgs_content_load() makes of that profile with the same source, and the functions below did to it since. Nodes stay
// where they are, and so do their indexes, spans and links; only variable nodes get other words, addresses, codes and
// logo, and the document its author. Only for a document that is refillable.
//
// The new words are in `arena`, which may be a shorter-lived one than the document's, or are the profile's own: once
// these are gone, the document may only be refilled. After a failure too. A logo comes from the logos that the document
// was loaded with. Fails, as loading does, where the logo cannot be used or memory ends.
bool dgs_content_refill(dgs_doc *doc, const dgs_profile *profile, dgs_arena *arena, dgs_err *err);

// Moves the emergency box forward, for a handout that does not show it on the first page: before the notes for a client
// and the steps or, where it is there already, right after the title. Indexes change. False when it cannot go on.
bool dgs_content_emergency_first(dgs_doc *doc);

// Ends the last part with so many pages ruled for the reader's notes, so that the sheets come out full. Asked again, it
// changes their number. Indexes change.
void dgs_content_set_lined(dgs_doc *doc, size_t pages);

// Sets the numbers of the pages that the text names; `page_of(ctx, node)` gives a 0-based page, or -1 for unknown: the
// number stays. Returns whether any text changed, so that the pages must be laid out again.
bool dgs_content_set_pages(dgs_doc *doc, int (*page_of)(const void *ctx, const dgs_node *node), const void *ctx);

// Adds the tree as text, one block a line: two spaces for each level, the kind, its attributes, and where it has text
// or an alternative text ": " and that. For example
//     heading 2 #drink-water: Drink water
//     item [ ]: Morning
//       field tick #when-does-it-hurt-most-1: Morning
//     step 1 water-and-tea.svg
//     figure piriformis.svg: A right hip from behind
//     para: Aim for **6 to 8 cups**, see page 4 <page #your-14-days> or the list <https://example.org/>.
// Attributes: language of the doc; name of a part; role of a box; style of a list; level and #id of a heading; #point
// of a label; "header" of a cell; number; [ ] or [x]; kind and #name of a field, and as its text what it is for; file
// name of a picture; <url> of a code. In a text, ** stands around strong words,
// <url> or <#id> after a link's words, <page #id> after the number of a page, \n for a forced line end. False when
// memory ends.
bool dgs_content_dump(const dgs_doc *doc, dgs_buf *to);

typedef struct dgs_content_file {
    const char *name; // without folders: "strings.md"
    dgs_str bytes;    // the program's own; not to be freed
} dgs_content_file;

// A built-in handout as files to edit: its manifest and Markdown, the art as SVG, and README.md, which tells how. The
// list is in the arena. A folder that holds these files gives the same handout. Fails when memory ends.
bool dgs_content_export(const dgs_package *package, dgs_arena *arena, const dgs_content_file **out, size_t *n,
                        dgs_err *err);

const char *dgs_content_library(void); // "cmark 0.30.2": what the program was built with
#endif
