// The sRGB color space as an ICC profile, made from its definition.
#ifndef DGS_PDF_ICC_H
#define DGS_PDF_ICC_H
#include "base/str.h"

// A display profile (ICC.1:2004-10, version 4.2) that says what the numbers of our colors mean. NULL bytes when the
// arena is full.
dgs_str dgs_icc_srgb(dgs_arena *arena);
#endif
