// The few things of Exif (2.3) that a printed picture needs. Knows no kind of file.
#ifndef DGS_IMAGE_EXIF_H
#define DGS_IMAGE_EXIF_H
#include "base/str.h"

typedef struct dgs_exif {
    uint8_t orientation; // 1 to 8; 0 = not said
    double dpi_x, dpi_y; // 0 = not said
} dgs_exif;

// Reads a TIFF file in small, whose first bytes tell the byte order. What is not such a file is ignored, and leaves
// *out as it is.
void dgs_exif_read(dgs_str bytes, dgs_exif *out);
#endif
