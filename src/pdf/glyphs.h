// Runs of glyphs -> text operators.
#ifndef DGS_PDF_GLYPHS_H
#define DGS_PDF_GLYPHS_H
#include "pdf/canvas.h"
#include "pdf/font.h"

// How many glyphs from `first` on say their characters by the font's map; or, where the first ones do not, how many
// make up one cluster with them, whose characters *actual becomes. It is empty for the former.
size_t dgs_glyphs_stretch(const dgs_fonts *fonts, const dgs_run *run, size_t first, dgs_str *actual);

// Paints a run on its baseline.
void dgs_glyphs_paint(dgs_canvas *canvas, const dgs_fonts *fonts, const dgs_run *run, double baseline);
#endif
