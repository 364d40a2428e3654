// The structure tree: what a screen reader walks. It follows the content's tree, not the pages; painting hands out the
// numbers that tie marks on the pages to it.
#ifndef DGS_PDF_TAG_H
#define DGS_PDF_TAG_H
#include "pdf/writer.h"

typedef struct dgs_element dgs_element;
typedef struct dgs_tags dgs_tags;

// Makes the elements of the part that is written, without content yet; sets writer->tags.
bool dgs_tags_begin(dgs_writer *writer);

// The element that owns what is painted of this box (its run `run`, for text); NULL for what is an artifact: furniture,
// and fills of nodes that hold no text themselves.
dgs_element *dgs_tags_owner(dgs_writer *writer, const dgs_box *box, size_t run);

// The element inside `owner` for what is active there, a Link: one for all its content items. NULL when memory is
// short.
dgs_element *dgs_tags_active(dgs_writer *writer, dgs_element *owner, const dgs_active *active);

// A Span element inside `owner` for a run that has a language or an expansion of its own (ISO 32000-1, 14.9.2 and
// 14.9.5); it is an element and no mark inside a mark, which poppler does not read past. `open` is the element that was
// painted last, or NULL: where it is one for the same language, which another script told, the run continues with it.
// NULL when memory is short.
dgs_element *dgs_tags_span(dgs_writer *writer, dgs_element *owner, const dgs_run *run, dgs_element *open);

// The Form of a FIELD that a viewer fills in: its widget is all that it holds. One more where the FIELD has one
// already.
dgs_element *dgs_tags_field(dgs_writer *writer, const dgs_node *field);

const char *dgs_tags_role(const dgs_element *element); // "P", "H1", ...

// A new marked-content number for content of the element on a page; -1 when memory is short.
int dgs_tags_mcid(dgs_writer *writer, dgs_element *element, size_t page);

// Puts an annotation into the element and gives it its StructParent.
bool dgs_tags_annotation(dgs_writer *writer, dgs_element *element, size_t page, dgs_object *annotation);

// The element covers this area of the page as well: a figure says where it is (on its first page).
void dgs_tags_cover(dgs_element *element, size_t page, dgs_rect area);

// Notes the words of the content that was begun last, for the dump.
bool dgs_tags_say(dgs_writer *writer, dgs_element *element, dgs_str text);

// Writes the part's elements; the variable part writes what leads to all of them too.
bool dgs_tags_end(dgs_writer *writer);
#endif
