// One handout from what is asked for to its bytes: profile, content, check, layout and pdf in their order. Opens no
// file and asks no clock: what it reads, it reads by the calls of the order.
#ifndef DGS_HANDOUT_HANDOUT_H
#define DGS_HANDOUT_HANDOUT_H
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
    bool imposed;  // a booklet's sheets
    double typing; // points: the size of what is typed into its fields; 0 = it has none
    dgs_report report;
    dgs_date date; // the order's
} dgs_handout;

// Reads, checks and lays out. All of *out is in the arena; `text` may serve many handouts, one after the other.
// Findings are in out->report, after a failure too (check/report.h); where there are any it fails with DGS_ERR_DATA.
bool dgs_handout_compose(const dgs_order *order, dgs_text *text, dgs_arena *arena, dgs_handout *out, dgs_err *err);

// Writes the PDF into the arena. Where `tags` is not NULL the structure tree is added to it as text.
bool dgs_handout_write(const dgs_handout *handout, dgs_text *text, dgs_buf *tags, dgs_arena *arena, dgs_str *pdf,
                       dgs_err *err);
#endif
