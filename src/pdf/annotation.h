// Annotations: what a reader can do something with, laid over the page. Links are one kind of them.
#ifndef DGS_PDF_ANNOTATION_H
#define DGS_PDF_ANNOTATION_H
#include "pdf/tag.h"

// Is there something to do? A link to a place that is on no page leads nowhere.
bool dgs_annotation_works(const dgs_writer *writer, const dgs_active *active);

// Lays an annotation over an area of the page (points, y down) and ties it to its element (dgs_tags_active).
bool dgs_annotation_add(dgs_writer *writer, size_t page, dgs_rect area, const dgs_active *active, dgs_element *element);

// "[12 0 R /XYZ 0 700 null]": the place of a node on its page, for links and bookmarks.
void dgs_annotation_add_place(const dgs_writer *writer, dgs_buf *buf, const dgs_node *node);

// The page's annotations of this part: "7 0 R 9 0 R ".
void dgs_annotations_list(const dgs_pdf_page *page, dgs_buf *buf);
#endif
