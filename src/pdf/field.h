// Fields for a viewer: a widget over each printed box, line and ring, which stay painted as artifacts. Made with the
// fixed part; no field is a practice's or a client's.
#ifndef DGS_PDF_FIELD_H
#define DGS_PDF_FIELD_H
#include "pdf/writer.h"

// Whether the node is a FIELD that a viewer fills in in this file.
bool dgs_field_is_widget(const dgs_writer *writer, const dgs_node *node);

// Notes that the field takes this area of the page as well.
bool dgs_field_note(dgs_writer *writer, size_t page, const dgs_box *box);

// Writes the widgets of all that were noted, and the form that they belong to.
bool dgs_fields_write(dgs_writer *writer);
#endif
