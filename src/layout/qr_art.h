// A QR code as vector art. Knows nothing of where it stands.
#ifndef DGS_LAYOUT_QR_ART_H
#define DGS_LAYOUT_QR_ART_H
#include "layout/pages.h"
#include "qr/qr.h"

// A module is printed at least this wide, so that ordinary printers and phones hold it apart: points.
#define DGS_QR_MODULE DGS_MM(0.4)
// What a phone that is not quite in focus still reads.
#define DGS_QR_MODULE_WELL DGS_MM(0.5)

// All dark modules as one path of outlines in the box's color, a module one unit wide, with the quiet zone around them:
// no two shapes meet inside it, so that no reader shows hairlines there. In the arena; NULL when memory ends.
const dgs_art *dgs_qr_art(const dgs_qr *qr, dgs_arena *arena);
#endif
