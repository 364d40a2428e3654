// The chunks of a PNG file (ISO/IEC 15948), without its pixels. Knows nothing of libpng; only png*.c include it.
#ifndef DGS_IMAGE_PNG_CHUNKS_H
#define DGS_IMAGE_PNG_CHUNKS_H
#include "image/icc.h"

enum { DGS_PNG_SIGNATURE = 8 }; // bytes before the first chunk

uint32_t dgs_png_number(const char *p); // of 4 bytes, the most significant one first

// The next chunk from *at on; its payload goes to *payload. False at the end, or where a length leads beyond it.
bool dgs_png_chunk(dgs_str bytes, size_t *at, const char **type, dgs_str *payload);

typedef struct dgs_png_about {
    uint8_t orientation; // 1 to 8 as Exif says it; 0 = not said
    bool managed;        // the following says something
    dgs_icc_said colors;
    bool damaged; // it has a profile that cannot be unpacked
} dgs_png_about;

// What the chunks before the pixels say of the way to look at them; an eXIf chunk may come after them too. Of what says
// the colors cICP outranks iCCP, that sRGB, and that gAMA and cHRM. What is damaged is ignored. False only when
// memory ends.
bool dgs_png_read_about(dgs_arena *arena, dgs_str bytes, dgs_png_about *out);
#endif
