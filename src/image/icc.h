// The colors that a picture file says its numbers stand for, and sRGB made of them. Knows no kind of file.
#ifndef DGS_IMAGE_ICC_H
#define DGS_IMAGE_ICC_H
#include "base/str.h"

typedef struct dgs_chromaticity { // CIE x and y
    double x, y;
} dgs_chromaticity;

// What a file says of its colors. An ICC profile outranks the rest.
typedef struct dgs_icc_said {
    dgs_str profile; // ICC.1, or empty
    double gamma;    // what the light was raised to (PNG, gAMA); 0 = as sRGB
    bool primaries;  // the following are said; else those of sRGB
    dgs_chromaticity white, rgb[3];
} dgs_icc_said;

// How the picture's pixels are in memory. What is made of them has as many channels of 8 bits, RGB of CMYK.
typedef struct dgs_icc_layout {
    unsigned inks; // 1 gray, 3 RGB, 4 CMYK
    bool alpha;    // one more sample after them, which is kept
    bool wide;     // 16 bits, the most significant byte first
    bool inverted; // of CMYK: 255 means no ink
} dgs_icc_layout;

typedef enum dgs_icc_verdict {
    DGS_ICC_SRGB,    // the numbers may be taken as they are: no color becomes another by more than 2 of 255
    DGS_ICC_OTHER,   // *out makes sRGB of them
    DGS_ICC_DAMAGED, // what is said is not a profile, or not one for such pixels; the numbers are taken as they are
    DGS_ICC_MEMORY
} dgs_icc_verdict;

typedef struct dgs_icc dgs_icc;

// The caller frees *out with dgs_icc_free(), which takes NULL too.
dgs_icc_verdict dgs_icc_new(const dgs_icc_said *said, dgs_icc_layout layout, dgs_icc **out);
void dgs_icc_free(dgs_icc *icc);

// Makes sRGB of so many pixels, by the profile's rendering for pictures (perceptual). `to` may be `from`, unless they
// are CMYK.
void dgs_icc_convert(const dgs_icc *icc, const uint8_t *from, uint8_t *to, size_t pixels);

// What to tell of a picture whose profile is damaged: after its name and ": ".
extern const char dgs_icc_remark[];
#endif
