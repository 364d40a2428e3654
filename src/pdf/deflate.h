// zlib streams, one after the other, with one set of tables. Knows nothing of PDF.
#ifndef DGS_PDF_DEFLATE_H
#define DGS_PDF_DEFLATE_H
#include "base/str.h"

typedef struct dgs_deflater dgs_deflater;

// NULL when memory is short; freed by dgs_deflater_free(). Level 1 (fast) to 9 (small).
dgs_deflater *dgs_deflater_new(int level);
void dgs_deflater_free(dgs_deflater *deflater);

// Compresses more of one stream onto the end of `out`; `last` ends the stream and makes ready for the next one.
// False when memory is short (in `out`, whose flag then shows it too) or zlib fails.
bool dgs_deflater_add(dgs_deflater *deflater, dgs_str bytes, bool last, dgs_buf *out);
#endif
