// Rules over the document before it is laid out. One function a rule.
#ifndef DGS_CHECK_CHECK_H
#define DGS_CHECK_CHECK_H
#include "base/err.h"
#include "content/doc.h"
#include "text/text.h"

// Every character of the document must have a glyph: a blank or a box in its place would go unseen into print.
// Fails with DGS_ERR_DATA and names the first character that has none, and where it stands.
bool dgs_check_glyphs(const dgs_doc *doc, const dgs_text *text, dgs_arena *arena, dgs_err *err);
#endif
