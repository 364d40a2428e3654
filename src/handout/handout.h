// One handout from what is asked for to its bytes: profile, content, check, layout and pdf in their order. Reads what
// they read; writes no file.
#ifndef DGS_HANDOUT_HANDOUT_H
#define DGS_HANDOUT_HANDOUT_H
#include <stdio.h>

#include "base/err.h"
#include "check/report.h"
#include "layout/layout.h"
#include "order/order.h"
#include "pdf/pdf.h"
#include "profile/profile.h"
#include "text/text.h"

typedef struct dgs_handout {
    const dgs_package *package; // built in or, of a content folder, in the arena
    unsigned parts;             // of it that are printed: a bit each
    dgs_profile profile;
    dgs_doc doc;
    dgs_pages pages;
    bool imposed; // a booklet's sheets
    dgs_report report;
} dgs_handout;

// Reads, checks and lays out. All of *out is in the arena; `text` may serve many handouts, one after the other.
// Findings are printed to `findings` where there are several; then it fails with DGS_ERR_DATA. Notes are in the report.
bool dgs_handout_compose(const dgs_order *order, dgs_text *text, dgs_arena *arena, FILE *findings, dgs_handout *out,
                         dgs_err *err);

// Writes the PDF into the arena. Its date is SOURCE_DATE_EPOCH, where that is set; DGS_ERR_USAGE where it is no date.
// Where `tags` is not NULL the structure tree is printed to it as text.
bool dgs_handout_write(const dgs_handout *handout, dgs_text *text, FILE *tags, dgs_arena *arena, dgs_str *pdf,
                       dgs_err *err);
#endif
