// The segments of a JPEG file, without its pixels. Knows nothing of libjpeg; only jpeg*.c include it.
#ifndef DGS_IMAGE_JPEG_H
#define DGS_IMAGE_JPEG_H
#include "base/err.h"
#include "image/picture.h"

typedef struct dgs_jpeg_file {
    uint32_t w, h;
    unsigned components; // 1 gray, 3 color, 4 CMYK or YCCK
    bool transformed;    // color is kept as YCbCr, CMYK as YCCK
    bool inverted;       // of CMYK and YCCK: 255 means no ink
    unsigned scans;
    uint8_t orientation; // 1 to 8 as Exif says it; 0 = not said
    double dpi_x, dpi_y; // 0 = not said
    // The file again: its tables, frame and scans, byte for byte, and where it has colors one Adobe segment, which
    // tells every decoder what the old file's segments and component names told (Adobe Technical Note 5116).
    dgs_str clean;
    dgs_str profile; // ICC.1, put together from its segments (annex B.4); empty where there is none
    bool damaged;    // it has one of which parts are missing
} dgs_jpeg_file;

// Reads the segments and holds size and kind against the limits. What it refuses is DGS_ERR_DATA.
bool dgs_jpeg_scan(dgs_arena *arena, const char *name, dgs_str bytes, dgs_jpeg_file *out, dgs_err *err);

// The failure for a file with a flaw.
bool dgs_jpeg_damaged(const char *name, const char *reason, dgs_err *err);
#endif
