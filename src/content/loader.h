// What the files of this room share while a handout is read. Nobody outside includes it.
#ifndef DGS_CONTENT_LOADER_H
#define DGS_CONTENT_LOADER_H
#include <cmark.h>

#include "content/content.h"

typedef enum dgs_string { // the keys of strings.md
    DGS_STRING_TITLE,
    DGS_STRING_SUBJECT,
    DGS_STRING_LANGUAGE,
    DGS_STRING_TEXT_DATE,
    DGS_STRING_NEXT_CHECK,
    DGS_STRING_REVIEWER,
    DGS_STRING_ABBREVIATIONS,
    DGS_STRING_DISCLAIMER,
    DGS_STRING_TEXT_OF,
    DGS_STRING_FEEDBACK,
    DGS_STRING_REVIEWED_BY,
    DGS_STRING_PAGE_OF,
    DGS_STRING_PHONE,
    DGS_STRING_EMAIL,
    DGS_STRING_WEBSITE,
    DGS_STRING_ADDRESS,
    DGS_STRING_BOOK_ONLINE,
    DGS_STRING_CALL_LINK,
    DGS_STRING_MAIL_LINK,
    DGS_STRING_WEB_LINK,
    DGS_STRING_BOOK_LINK,
    DGS_STRING_STAMP,
    DGS_STRING_STAMP_PLACE,
    DGS_STRING_LOGO_ALT,
    DGS_STRING_LICENSE,
    DGS_STRING_SIGNATURE,
    DGS_STRING_HOURS,
    DGS_STRING_CLIENT_FOR,
    DGS_STRING_CLIENT_THERAPIST,
    DGS_STRING_NEXT_VISIT,
    DGS_STRING_CLIENT_NOTES,
    DGS_STRING_START_HERE,
    DGS_STRING_QR_ALT,
    DGS_STRING_QR_CAPTION,
    DGS_STRING_LINED_TITLE,
    DGS_STRING_LINED_TEXT,
    DGS_STRING_TICK_ALT,
    DGS_STRING_TICKED_ALT,
    DGS_STRING_NUMBER_ALT,
    DGS_STRING_LINE_ALT,
    DGS_STRING_LINES_ALT,
    DGS_STRING_PRACTICE_ALT,
    DGS_STRING_SKIP_DAYS,
    DGS_STRING_PEN_NOTE,
    DGS_STRING_FILE_LINK
} dgs_string;

enum {
    DGS_STRINGS = DGS_STRING_FILE_LINK + 1,
    DGS_VARIABLES_MAX = DGS_SETTINGS + 8 // the facts', four of the country and four of the client
};

#define DGS_STRINGS_FILE "strings.md"
#define DGS_MANIFEST_FILE "handout.md"

typedef struct dgs_variable { // {{practice.name}}
    const char *name;
    const char *option; // that gives it, where it is private; else NULL
    const char *value;  // NULL = not known
    bool regional;      // of the country, and so the same for all practices that one document may be for
} dgs_variable;

// What is said of a practice: its facts by dgs_setting, then what is made of several.
enum {
    DGS_FACT_CREDENTIALS = DGS_SETTINGS, // "Ana Perez, LMT · License 12345"
    DGS_FACT_SIGNATURE,                  // "— Ana Perez, LMT", under the welcome
    DGS_FACT_QR,                         // a code to scan: its text and url are those of the booking page
    DGS_FACT_FEEDBACK,                   // "Was this clear? Tell us: ..."
    DGS_FACTS
};

typedef struct dgs_merge_field { // a node that says a fact: the last span of a leaf, a LOGO or a QR
    unsigned fact;
    dgs_node *node;
    dgs_active *link; // of that span, or NULL
    bool offers;      // the link is also for whoever wants a file to fill in
} dgs_merge_field;

typedef struct dgs_source_file { // one Markdown file
    const char *name;            // as messages say it
    dgs_str text;
    const size_t *lines; // where each line begins, and the end of the text
    size_t nlines;
    bool custom;     // of the custom folder, not built in
    bool printed;    // false: read only so that its mistakes are found and its headings are known
    bool whole;      // nothing of it is left out for want of a value
    int title_level; // of its "#" heading, as tagged
} dgs_source_file;

typedef struct dgs_heading_name {
    const char *id;
    dgs_node *heading;
    bool printed;
} dgs_heading_name;

typedef struct dgs_open_link { // a link to a heading that may not have been read yet
    dgs_active *link;
    const char *id, *file;
    int line;
} dgs_open_link;

typedef struct dgs_known_picture {
    const char *name;
    const dgs_picture *picture;
} dgs_known_picture;

typedef struct dgs_span_part { // a span while its leaf is read
    size_t start, end;
    dgs_emphasis emphasis;
    const dgs_active *link;
    const dgs_node *page_of;
    const char *lang, *sign;
    const dgs_variable *variable;
} dgs_span_part;

typedef struct dgs_loader {
    dgs_arena *arena;
    dgs_err *err;
    const dgs_content_source *source;
    const dgs_package *package; // of the source
    const dgs_profile *profile;
    dgs_logos *logos;  // of the source
    dgs_client client; // checked; all empty without one
    dgs_variable variables[DGS_VARIABLES_MAX];
    size_t nvariables;
    const char *strings[DGS_STRINGS]; // NULL = not given
    int string_lines[DGS_STRINGS];
    const char *strings_file;
    dgs_buf lacking; // the files that the custom folder lacked
    dgs_fact facts[DGS_FACTS];
    dgs_merge_field *merge_fields;
    size_t nmerge_fields, merge_fields_cap;
    const dgs_source_file *file; // the one that is being read; NULL = none
    dgs_heading_name *headings;
    size_t nheadings, headings_cap;
    dgs_open_link *links;
    size_t nlinks, links_cap;
    const dgs_active **all_links;
    size_t nall_links, all_links_cap;
    const dgs_node *last_line; // the BLANK that was read last, or NULL
    dgs_node *unprinted;       // see dgs_doc
    dgs_buf text;              // of the leaf that is being read, used again for the next one, as its parts are
    dgs_span_part *span_parts;
    size_t span_parts_cap;
    dgs_known_picture *pictures;
    size_t npictures, pictures_cap;
} dgs_loader;

// loader.c: messages and nodes

// Records "file:line: ..." as DGS_ERR_DATA; returns false.
bool dgs_loader_fail(dgs_loader *loader, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
bool dgs_loader_memory(dgs_loader *loader); // the failed allocation; returns false

// ", did you mean " with the nearest word of a NULL-terminated list between `before` and `after`; "" when none is near.
const char *dgs_loader_hint(dgs_loader *loader, const char *word, const char *const *list, const char *before,
                            const char *after);

// A new node as the last child of `parent` (NULL = none); NULL after a failed allocation, which is recorded. Line 0:
// what the program adds itself.
dgs_node *dgs_loader_node(dgs_loader *loader, dgs_node *parent, dgs_node_kind kind, int line);
void dgs_node_append(dgs_node *parent, dgs_node *node);
void dgs_node_insert(dgs_node *before, dgs_node *node); // right after `before`
void dgs_node_detach(dgs_node *node);
void dgs_node_number(dgs_doc *doc); // sets index and count

// One span more with this text.
bool dgs_loader_span(dgs_loader *loader, dgs_node *leaf, const char *text, const dgs_active *link);

// Lines as one, `between` them; NULL without any. False after a failed allocation, which is recorded.
bool dgs_loader_join(dgs_loader *loader, const char *const *lines, size_t n, const char *between, const char **out);

// source.c: the files

typedef struct dgs_builtin_file {
    int package;                    // whose file it is, a place in dgs_builtin_packages; -1 = of all
    const char *name, *start, *end; // the end is the byte after the last one
} dgs_builtin_file;

// The packages' Markdown, art as SVG, and README.md: the build puts them here (dgs_embed in CMakeLists.txt).
extern const dgs_builtin_file dgs_builtin_files[];
extern const size_t dgs_nbuiltin_files;

// Finds a Markdown file ("strings.md") in the custom folder or among those of the package that are built in, checks its
// bytes and parses it. *root is in the arena and is never freed. What the folder lacks is noted in loader->lacking.
bool dgs_source_open(dgs_loader *loader, const char *name, dgs_source_file *out, cmark_node **root);
bool dgs_source_has(dgs_loader *loader, const char *name, bool *found); // whether the custom folder does
bool dgs_source_check_files(dgs_loader *loader);                        // and holds any file of the package
dgs_str dgs_source_line(const dgs_source_file *file, int line);         // without its end

// markdown.c: cmark's tree of a text, in the arena. Fails when memory ends.
bool dgs_markdown_parse(dgs_loader *loader, dgs_str text, cmark_node **root);

// Gives the node the picture of this name, from the custom folder or built in; read once. In a file that is not
// printed the node gets the name only.
bool dgs_source_picture(dgs_loader *loader, const char *name, int line, dgs_node *node);

// inline.c: words

typedef enum dgs_fields { // what {{...}} may be in a text; each but the last allows more than the one before
    DGS_FIELDS_NONE,
    DGS_FIELDS_PUBLIC, // variables that are not private, with words for when they are not known
    DGS_FIELDS_FILLED, // variables with such words
    DGS_FIELDS_ALL,    // variables and page numbers, whose text may be left out
    DGS_FIELDS_KEEP    // anything, which stays as it is
} dgs_fields;

// Turns inline nodes from `first` on into the spans of `leaf`.
bool dgs_inline_read(dgs_loader *loader, cmark_node *first, int line, dgs_fields fields, dgs_node *leaf);

// The plain words below a node (a picture's alternative text).
bool dgs_inline_plain(dgs_loader *loader, cmark_node *node, int line, const char **out);

void dgs_spans_drop_start(dgs_node *leaf, size_t bytes);      // and the spaces that follow
bool dgs_spans_end_in_line(const dgs_node *leaf);             // "... ___"
void dgs_spans_drop_line(dgs_node *leaf);                     // takes that "___" away
const char *dgs_text_short(dgs_loader *loader, dgs_str s);    // at most 60 bytes of it, for messages; never NULL
const char *dgs_text_composed(dgs_loader *loader, dgs_str s); // a copy (base/form.h); NULL when memory ends

// table.c
bool dgs_table_starts(const dgs_loader *loader, cmark_node *paragraph);
bool dgs_table_read(dgs_loader *loader, cmark_node *paragraph, dgs_node *into);

// blocks.c: everything but headings

// Adds the blocks from `first` on to `into`, a part, section, step or box.
bool dgs_blocks_read(dgs_loader *loader, cmark_node *first, dgs_node *into);
bool dgs_block_read(dgs_loader *loader, cmark_node *block, dgs_node *into);
// The HEADING of `into`, from its inline nodes; its id is registered. `written` is the number of its #.
bool dgs_heading_read(dgs_loader *loader, cmark_node *first, int line, int written, int level, dgs_node *into);
bool dgs_comment(cmark_node *html, int line, dgs_loader *loader); // fails when it is anything else

// figure.c
bool dgs_figure_read(dgs_loader *loader, cmark_node *paragraph, dgs_node *into);

// headings.c: whole files
// Each part's title is of the first level, so that its steps and sections are heard to be below it.
bool dgs_headings_part(dgs_loader *loader, size_t part, bool printed, dgs_node **out);
typedef struct dgs_signs {     // what the emergency file says
    dgs_node *form[DGS_FORMS]; // a box each
    bool custom;               // the file is one of the custom folder
} dgs_signs;
bool dgs_headings_emergency(dgs_loader *loader, dgs_signs *out);

// One title for all: those of the parts after the first, and what is under them, go one level down.
void dgs_headings_lower(dgs_node *root);

// signs.c: whether no sign was lost

// Fails where the emergency file of a custom folder lacks a sign required by the package in that form. Asked when
// variables and page numbers have taken away what they take.
bool dgs_signs_check(dgs_loader *loader, const dgs_signs *signs);
// Whether `tree` names every sign that `box` names.
bool dgs_signs_cover(const dgs_node *tree, const dgs_node *box);

// pairs.c

// Takes one line "- key: words".
typedef bool dgs_pair_take(void *ctx, dgs_loader *loader, dgs_str key, dgs_str value, int line);
// Reads a file of such lines, with headings and comments, and, where `prose`, paragraphs between.
bool dgs_pairs_read(dgs_loader *loader, cmark_node *root, bool prose, dgs_pair_take *take, void *ctx);

// signs.c: the next id of a list with commas between; false when there is none left.
bool dgs_signs_next(const char **list, dgs_str *id);

// strings.c
bool dgs_strings_load(dgs_loader *loader);
typedef struct dgs_fill {
    const char *field, *value; // value NULL: the field is left out
} dgs_fill;
// The key of this name, which the table of settings has; fails where there is none.
bool dgs_strings_find(dgs_loader *loader, const char *name, dgs_string *out);
// The text of a key with its fields filled in; NULL after a failed allocation, which is recorded.
const char *dgs_strings_fill(dgs_loader *loader, dgs_string key, const dgs_fill *fills, size_t n);

// variables.c: {{practice.name}}
void dgs_variables_set(dgs_loader *loader);
const dgs_variable *dgs_variables_find(const dgs_loader *loader, dgs_str name); // NULL = there is none
// The nearest name, as dgs_loader_hint() gives it.
const char *dgs_variables_hint(dgs_loader *loader, const char *word);
// Puts the values that are known into the tree's spans; the others keep the words that stand for them.
void dgs_variables_fill(dgs_node *tree);
bool dgs_variables_missing(const dgs_span *span); // neither a value nor such words

// field.c: gives the node a FIELD, after what it holds already
bool dgs_field_add(dgs_loader *loader, dgs_node *holder, dgs_active_kind kind, dgs_tick tick);
// Says of all fields what they are, once the tree is whole.
bool dgs_fields_describe(dgs_loader *loader, dgs_node *root);
// The heading that a node stands under, never that of a day; NULL where there is none.
dgs_node *dgs_heading_above(const dgs_node *node);

// days.c: trackers
bool dgs_days_in(const dgs_node *table);                 // whether it is one
bool dgs_days_make(dgs_loader *loader, dgs_node *table); // puts DAYS in its place
// Has the heading above each tracker lead past it, as a quiet link, when all else of the document is in its place.
bool dgs_days_skip(dgs_loader *loader, dgs_node *root);

// lined.c: the section for notes, among the unprinted
bool dgs_lined_load(dgs_loader *loader, dgs_doc *doc);

dgs_node *
dgs_part_introduced(dgs_node *part); // the last of the nodes that introduce a part: what is added goes after it

// client.c: whom this copy is for
bool dgs_client_check(dgs_loader *loader);                  // into loader->client
bool dgs_client_insert(dgs_loader *loader, dgs_node *root); // CLIENT, BOX NOTES and MARKs

// facts.c: what the practice says of itself
bool dgs_facts_make(dgs_loader *loader); // from profile and strings, into loader->facts

// practice.c: what the program adds
bool dgs_practice_masthead(dgs_loader *loader, dgs_node *root);
bool dgs_practice_welcome(dgs_loader *loader, dgs_node *root);
bool dgs_practice_contacts(dgs_loader *loader, dgs_node *box);
bool dgs_practice_imprint(dgs_loader *loader, dgs_node *root, const char **one_line);
// Has the first contact of a form for a pen say that a file to fill in can be asked for there.
bool dgs_practice_offer(dgs_loader *loader, const dgs_node *root);
bool dgs_practice_fill(dgs_loader *loader, const dgs_merge_field *field); // puts what is said into the node

// refill.c: sets variable, refillable and refill, when all else is done
bool dgs_refill_prepare(dgs_loader *loader, dgs_doc *doc);

// abbreviations.c
bool dgs_abbreviations_check(dgs_loader *loader, const char *value, int line); // "DGS = deep ...; NHS = ..."
bool dgs_abbreviations_mark(dgs_loader *loader, dgs_node *root);               // gives their spans the long form

bool dgs_language_ok(const char *tag); // strings.c: has the form of a BCP 47 tag

// resolve.c: links and page numbers
bool dgs_resolve_name(dgs_loader *loader, dgs_node *heading); // gives a HEADING its id, to which links may lead
bool dgs_resolve_id(dgs_loader *loader, dgs_node *heading);   // an id alone
bool dgs_resolve_also(dgs_loader *loader, const char *id, dgs_node *heading); // another id, whatever its words are
bool dgs_resolve_all(dgs_loader *loader, dgs_node *const *trees, size_t n);
#endif
