// A QR code as vector art. Knows nothing of where it stands.
#ifndef DGS_LAYOUT_QR_ART_H
#define DGS_LAYOUT_QR_ART_H
#include "layout/pages.h"
#include "qr/qr.h"

// A module is printed at least this wide, so that ordinary printers and phones hold it apart: points.
#define DGS_QR_MODULE DGS_MM(0.4)

// All dark modules as one path of outlines in the box's colour, a module one unit wide, with the quiet zone round them:
// no two shapes meet inside it, so that no reader shows hairlines there. In the arena; NULL when memory ends.
const dgs_art *dgs_qr_art(const dgs_qr *qr, dgs_arena *arena);

typedef struct dgs_code { // the code that was made last, and what it was made for: a box is composed in several forms
    const char *text;     // NULL = none yet
    size_t modules, side; // at most; of the code
    const dgs_art *art;
} dgs_code;
#endif
