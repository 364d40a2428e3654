// The first byte as a layout of pixels, the others as their color profile: sRGB made of some pixels.
#include "fuzz.h"
#include "image/icc.h"

enum { PIXELS = 64 };

static void convert(const dgs_icc *icc, dgs_icc_layout layout)
{
    uint8_t from[PIXELS * 10], to[PIXELS * 4];
    for (size_t i = 0; i < sizeof from; i++)
        from[i] = (uint8_t)(i * 37);
    dgs_icc_convert(icc, from, to, PIXELS);
    for (size_t i = 0; layout.alpha && !layout.wide && layout.inks == 3 && i < PIXELS; i++)
        if (to[4 * i + 3] != from[4 * i + 3])
            fuzz_broken("a profile changes what is transparent");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const unsigned inks[] = {1, 3, 4};
    if (n == 0)
        return 0;
    const dgs_icc_layout layout = {.inks = inks[data[0] % 3],
                                   .alpha = (data[0] & 16) != 0 && data[0] % 3 != 2,
                                   .wide = (data[0] & 32) != 0 && data[0] % 3 != 2,
                                   .inverted = (data[0] & 64) != 0 && data[0] % 3 == 2};
    const dgs_icc_said said = {.profile = {(const char *)data + 1, n - 1}};
    dgs_icc *icc;
    if (dgs_icc_new(&said, layout, &icc) == DGS_ICC_OTHER)
        convert(icc, layout);
    dgs_icc_free(icc);
    return 0;
}
