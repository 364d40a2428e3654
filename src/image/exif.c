#include "image/exif.h"

#include <string.h>

enum { TAG_ORIENTATION = 0x112, TAG_X = 0x11a, TAG_Y = 0x11b, TAG_UNIT = 0x128, SHORT = 3, RATIONAL = 5, ENTRY = 12 };

typedef struct tiff { // TIFF 6.0, section 2
    dgs_str bytes;
    bool big; // the first byte is the most significant one
} tiff;

// A number of n bytes; 0 where the data ends before.
static uint32_t number(const tiff *t, size_t at, size_t n)
{
    uint32_t v = 0;
    if (at > t->bytes.n || t->bytes.n - at < n)
        return 0;
    for (size_t i = 0; i < n; i++)
        v = v << 8 | (unsigned char)t->bytes.p[at + (t->big ? i : n - 1 - i)];
    return v;
}

static double rational(const tiff *t, size_t entry)
{
    size_t at = number(t, entry + 8, 4);
    uint32_t above = number(t, at, 4), below = number(t, at + 4, 4);
    return below == 0 ? 0 : (double)above / below;
}

void dgs_exif_read(dgs_str bytes, dgs_exif *out)
{
    tiff t = {bytes, bytes.n > 0 && bytes.p[0] == 'M'};
    if (bytes.n < 8 || (memcmp(bytes.p, "II*\0", 4) != 0 && memcmp(bytes.p, "MM\0*", 4) != 0))
        return;
    size_t at = number(&t, 4, 4), entries = number(&t, at, 2);
    double x = 0, y = 0, inch = 1;
    for (size_t e = at + 2; entries > 0 && e < bytes.n; entries--, e += ENTRY) {
        uint32_t tag = number(&t, e, 2), type = number(&t, e + 2, 2), value = number(&t, e + 8, 2);
        if (tag == TAG_ORIENTATION && type == SHORT && value >= 1 && value <= 8)
            out->orientation = (uint8_t)value;
        else if (tag == TAG_X && type == RATIONAL)
            x = rational(&t, e);
        else if (tag == TAG_Y && type == RATIONAL)
            y = rational(&t, e);
        else if (tag == TAG_UNIT && type == SHORT)
            inch = value == 3 ? 2.54 : 1;
    }
    if (x <= 0 || y <= 0)
        return;
    out->dpi_x = x * inch;
    out->dpi_y = y * inch;
}
