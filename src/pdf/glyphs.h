// Runs of glyphs -> text operators.
#ifndef DGS_PDF_GLYPHS_H
#define DGS_PDF_GLYPHS_H
#include "pdf/canvas.h"
#include "pdf/font.h"

// Paints a run on its baseline.
void dgs_glyphs_paint(dgs_canvas *canvas, const dgs_fonts *fonts, const dgs_run *run, double baseline);
#endif
