// Document tree -> placed boxes on pages. Pure: no file, clock, global or PDF.
#ifndef DGS_LAYOUT_LAYOUT_H
#define DGS_LAYOUT_LAYOUT_H
#include <stdio.h>

#include "base/err.h"
#include "cli/job.h"
#include "layout/pages.h"
#include "profile/profile.h"

// Nothing is placed nearer to the paper's edge than this (printers cannot reach it): points.
#define DGS_EDGE DGS_INCH(0.25)
#define DGS_FOOT_EDGE DGS_INCH(0.5)

// Lays the document out. *out and all that it points to live in the arena and point into `doc` and `text`. Fails with
// DGS_ERR_DATA where something cannot be set at all (more than DGS_PAGES_MAX pages) and DGS_ERR_MEMORY.
enum { DGS_PAGES_MAX = 200 };
bool dgs_layout_make(const dgs_doc *doc, const dgs_palette *palette, dgs_paper paper, dgs_text *text, dgs_arena *arena,
                     dgs_pages *out, dgs_err *err);

// Whether the emergency box stands on the first page. Where the steps take more room than that page has, the caller
// moves the box before them and lays out again.
bool dgs_layout_emergency_first(const dgs_pages *pages, const dgs_doc *doc);

// Prints every box, one a line: page, x, y, width, height (points), kind, the node's kind and index ("-" for
// furniture), and for text its size and words.
bool dgs_layout_dump(const dgs_pages *pages, FILE *to);
#endif
