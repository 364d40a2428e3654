// Links: annotations over runs of text.
#ifndef DGS_PDF_LINK_H
#define DGS_PDF_LINK_H
#include "pdf/tag.h"

// Does the link lead anywhere? A place that is on no page is none.
bool dgs_link_leads(const dgs_writer *writer, const dgs_link *link);

// Lays an annotation over an area (points, y down) and ties it to its Link element.
bool dgs_link_annotate(dgs_writer *writer, size_t page, dgs_rect area, const dgs_link *link, dgs_element *element);

// "[12 0 R /XYZ 0 700 null]": the place of a node on its page, for links and bookmarks.
void dgs_link_add_place(const dgs_writer *writer, dgs_buf *buf, const dgs_node *node);

// The page's annotations of this part: "7 0 R 9 0 R ".
void dgs_link_add_annotations(const dgs_pdf_page *page, dgs_buf *buf);
#endif
