// Rules over a handout: over the document before it is laid out, and over what is about to be painted. One function a
// rule; each adds what it finds to the report. False, with err set, only when memory ends.
#ifndef DGS_CHECK_CHECK_H
#define DGS_CHECK_CHECK_H
#include "check/report.h"
#include "content/doc.h"
#include "layout/pages.h"
#include "profile/profile.h"
#include "text/text.h"

enum { DGS_ALT_MAX = 250 }; // characters of a picture's alternative text

// What a reader would miss: pictures without words, skipped heading levels, headings, list items, labels and links
// without words, links named by their address, columns without a heading, characters without a glyph in the font.
// Layout may be asked only for a document without findings. What is read and not printed is checked too. A warning is
// what makes a logo look worse than it could: too few pixels for its size (200 an inch), or nothing to be seen.
bool dgs_check_document(const dgs_doc *doc, dgs_text *text, dgs_report *report, dgs_err *err);

// The same over the variable nodes alone: what dgs_check_document() finds in a document that was refilled, where it
// found nothing before.
bool dgs_check_variable(const dgs_doc *doc, dgs_text *text, dgs_report *report, dgs_err *err);

// Contrast as it is painted (WCAG 2.1), in gray that of the grays: text 7:1 (1.4.6), on the palette's fields and badges
// 4.5:1 (1.4.3); what has to be seen to be used, such as boxes to check, lines to write on and bullets, 3:1 (1.4.11).
// Each pair of colors is reported once.
bool dgs_check_pages(const dgs_pages *pages, const dgs_palette *palette, dgs_report *report, dgs_err *err);

typedef struct dgs_pair {
    dgs_color ink, ground;
    double least; // contrast
} dgs_pair;

// What dgs_check_pages() holds against each other on some pages, each pair once.
typedef struct dgs_pairs {
    dgs_palette palette; // of the pages
    dgs_pair *pairs;
    size_t n, cap;
    bool refused; // text is on a picture, which no palette makes good
} dgs_pairs;

// Collects them. A field is one by its role here, not by its color. *out is in the arena.
bool dgs_check_pairs_of(const dgs_pages *pages, const dgs_palette *palette, dgs_arena *arena, dgs_pairs *out,
                        dgs_err *err);

// Whether the pages, painted with another palette's colors for those of the roles, would be found good. Quick, and
// never yes where dgs_check_pages() finds fault; where it is no, that says why. No for a palette that is not alike
// (dgs_palette_alike).
bool dgs_check_pairs_hold(const dgs_pairs *pairs, const dgs_palette *palette);

// Takes emoji and other signs that are in no face out of the practice's words, where letters remain, and notes that in
// the fact. False, with err set, only when memory ends.
bool dgs_check_signs(dgs_text *text, dgs_profile *profile, dgs_arena *arena, dgs_err *err);

// Whether it would take this character out of such words.
bool dgs_check_leaves_out(dgs_text *text, dgs_setting setting, dgs_str words, int32_t cp);

// A notice for each color that the practice gave and that is not printed as it is, with the color that is.
bool dgs_check_colors(const dgs_profile *profile, dgs_report *report, dgs_err *err);
#endif
