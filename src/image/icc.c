#include "image/icc.h"

#include <lcms2.h>
#include <math.h>
#include <stdlib.h>

#include "base/limits.h"

const char dgs_icc_remark[] = "its color profile cannot be used, so its colors may be different: save it again in sRGB";

enum { VALUES = 1 << 16 };

struct dgs_icc {
    dgs_icc_layout layout;
    cmsHTRANSFORM transform;
    uint8_t gray[VALUES]; // of gray pixels: what a sample of 16 bits becomes
};

enum { GRAY = 1, RGB = 3, CMYK = 4, STEPS = 6, ALIKE = 2 }; // STEPS: of each channel, when profiles are compared

// All that one picture's colors need, so that it can be freed at one place.
typedef struct work {
    cmsContext context;
    cmsHPROFILE from, to;
} work;

// IEC 61966-2-1: above 0.04045 ((v + 0.055) / 1.055)^2.4, below v / 12.92.
static cmsToneCurve *srgb_curve(cmsContext context)
{
    const cmsFloat64Number parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    return cmsBuildParametricToneCurve(context, 4, parameters);
}

static cmsToneCurve *curve_of(cmsContext context, double gamma)
{
    return gamma > 0 ? cmsBuildGamma(context, 1 / gamma) : srgb_curve(context);
}

static cmsHPROFILE gray_profile(cmsContext context, const cmsToneCurve *curve)
{
    return curve == NULL ? NULL : cmsCreateGrayProfileTHR(context, cmsD50_xyY(), curve);
}

// Gray pixels with the profile of RGB: programs that save a gray picture of a colored one leave it so.
static cmsHPROFILE gray_of_rgb(cmsContext context, cmsHPROFILE profile)
{
    const cmsToneCurve *curve = profile == NULL ? NULL : cmsReadTag(profile, cmsSigGreenTRCTag);
    cmsHPROFILE gray = gray_profile(context, curve);
    if (profile != NULL)
        (void)cmsCloseProfile(profile);
    return gray;
}

static cmsHPROFILE read_profile(cmsContext context, dgs_str bytes, unsigned inks)
{
    cmsHPROFILE profile =
        bytes.n > DGS_ICC_MAX ? NULL : cmsOpenProfileFromMemTHR(context, bytes.p, (cmsUInt32Number)bytes.n);
    cmsColorSpaceSignature space = profile == NULL ? 0 : cmsGetColorSpace(profile);
    if (inks == GRAY && space == cmsSigRgbData)
        return gray_of_rgb(context, profile);
    if (space == (inks == GRAY ? cmsSigGrayData : inks == RGB ? cmsSigRgbData : cmsSigCmykData))
        return profile;
    if (profile != NULL)
        (void)cmsCloseProfile(profile);
    return NULL;
}

static cmsHPROFILE make_profile(cmsContext context, const dgs_icc_said *said, unsigned inks)
{
    static const dgs_chromaticity srgb_white = {0.3127, 0.3290}, srgb[] = {{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};
    const dgs_chromaticity *w = said->primaries ? &said->white : &srgb_white, *p = said->primaries ? said->rgb : srgb;
    const cmsCIExyY white = {w->x, w->y, 1};
    const cmsCIExyYTRIPLE primaries = {{p[0].x, p[0].y, 1}, {p[1].x, p[1].y, 1}, {p[2].x, p[2].y, 1}};
    cmsToneCurve *curve = curve_of(context, said->gamma), *curves[] = {curve, curve, curve};
    cmsHPROFILE profile = NULL;
    if (curve != NULL && inks == GRAY)
        profile = gray_profile(context, curve);
    else if (curve != NULL && inks == RGB)
        profile = cmsCreateRGBProfileTHR(context, &white, &primaries, curves);
    cmsFreeToneCurve(curve);
    return profile;
}

static cmsHPROFILE output_profile(cmsContext context, unsigned inks)
{
    const double version = 2.1; // with 4, lcms2 would deepen the blacks of inks, which no browser does
    cmsToneCurve *curve = inks == GRAY ? srgb_curve(context) : NULL;
    cmsHPROFILE profile = inks == GRAY ? gray_profile(context, curve) : cmsCreate_sRGBProfileTHR(context);
    if (curve != NULL)
        cmsFreeToneCurve(curve);
    if (profile != NULL)
        cmsSetProfileVersion(profile, version);
    return profile;
}

static cmsUInt32Number format_from(dgs_icc_layout layout)
{
    unsigned space = layout.inks == GRAY ? PT_GRAY : layout.inks == RGB ? PT_RGB : PT_CMYK;
    unsigned bytes = layout.wide ? 2 : 1;
    return COLORSPACE_SH(space) | CHANNELS_SH(layout.inks) | BYTES_SH(bytes) | EXTRA_SH(layout.alpha ? 1u : 0u) |
           ENDIAN16_SH(layout.wide ? 1u : 0u) | FLAVOR_SH(layout.inverted ? 1u : 0u);
}

static cmsUInt32Number format_to(dgs_icc_layout layout)
{
    unsigned space = layout.inks == GRAY ? PT_GRAY : PT_RGB, channels = layout.inks == GRAY ? 1 : 3;
    return COLORSPACE_SH(space) | CHANNELS_SH(channels) | BYTES_SH(1) | EXTRA_SH(layout.alpha ? 1u : 0u);
}

static cmsHTRANSFORM transform(const work *w, dgs_icc_layout layout)
{
    // The way lcms2 does three curves and a matrix on bytes is quick and right. For all else it would make a table,
    // which takes longer than a logo's pixels do and is up to 10 of 255 off.
    bool simple = layout.inks == RGB && !layout.wide && cmsIsMatrixShaper(w->from);
    cmsUInt32Number flags = simple ? 0 : cmsFLAGS_NOOPTIMIZE;
    return cmsCreateTransformTHR(w->context, w->from, format_from(layout), w->to, format_to(layout), INTENT_PERCEPTUAL,
                                 flags | (layout.alpha ? cmsFLAGS_COPY_ALPHA : 0));
}

// One value after the other is slow without an optimized transform; a table of all is not.
static bool fill_gray(const work *w, dgs_icc *icc)
{
    enum { AT_ONCE = 256 };
    uint16_t from[AT_ONCE];
    cmsHTRANSFORM each = cmsCreateTransformTHR(w->context, w->from, TYPE_GRAY_16, w->to, TYPE_GRAY_8, INTENT_PERCEPTUAL,
                                               cmsFLAGS_NOOPTIMIZE);
    for (unsigned at = 0; each != NULL && at < VALUES; at += AT_ONCE) {
        for (unsigned i = 0; i < AT_ONCE; i++)
            from[i] = (uint16_t)(at + i);
        cmsDoTransform(each, from, icc->gray + at, AT_ONCE);
    }
    if (each != NULL)
        cmsDeleteTransform(each);
    return each != NULL;
}

// Whether colors all over the cube stay what they are. CMYK never does.
static dgs_icc_verdict compare(const work *w, unsigned inks)
{
    if (inks == CMYK)
        return DGS_ICC_OTHER;
    cmsHTRANSFORM plain = transform(w, (dgs_icc_layout){.inks = inks});
    if (plain == NULL)
        return DGS_ICC_DAMAGED;
    bool alike = true;
    int count = inks == GRAY ? 256 : STEPS * STEPS * STEPS;
    for (int i = 0; i < count && alike; i++) {
        const int step = 255 / (STEPS - 1), rgb[] = {i % STEPS, i / STEPS % STEPS, i / STEPS / STEPS};
        uint8_t from[3] = {(uint8_t)i}, to[3];
        for (int k = 0; k < 3 && inks == RGB; k++)
            from[k] = (uint8_t)(rgb[k] * step);
        cmsDoTransform(plain, from, to, 1);
        for (unsigned k = 0; k < inks; k++)
            alike = alike && abs(from[k] - to[k]) <= ALIKE;
    }
    cmsDeleteTransform(plain);
    return alike ? DGS_ICC_SRGB : DGS_ICC_OTHER;
}

static dgs_icc_verdict judge(work *w, const dgs_icc_said *said, dgs_icc_layout layout, dgs_icc *out)
{
    w->from = said->profile.n > 0 ? read_profile(w->context, said->profile, layout.inks)
                                  : make_profile(w->context, said, layout.inks);
    if (w->from == NULL)
        return DGS_ICC_DAMAGED;
    w->to = output_profile(w->context, layout.inks);
    if (w->to == NULL)
        return DGS_ICC_MEMORY;
    dgs_icc_verdict verdict = compare(w, layout.inks);
    if (verdict != DGS_ICC_OTHER)
        return verdict;
    out->transform = transform(w, layout);
    if (out->transform == NULL)
        return DGS_ICC_DAMAGED;
    return layout.inks != GRAY || fill_gray(w, out) ? DGS_ICC_OTHER : DGS_ICC_MEMORY;
}

dgs_icc_verdict dgs_icc_new(const dgs_icc_said *said, dgs_icc_layout layout, dgs_icc **out)
{
    *out = NULL;
    dgs_icc *icc = calloc(1, sizeof *icc);
    work w = {.context = cmsCreateContext(NULL, NULL)};
    dgs_icc_verdict verdict = icc == NULL || w.context == NULL ? DGS_ICC_MEMORY : judge(&w, said, layout, icc);
    if (w.from != NULL)
        (void)cmsCloseProfile(w.from);
    if (w.to != NULL)
        (void)cmsCloseProfile(w.to);
    if (verdict == DGS_ICC_OTHER) {
        icc->layout = layout;
        *out = icc;
        return verdict; // whose transform keeps the context
    }
    if (icc != NULL && icc->transform != NULL)
        cmsDeleteTransform(icc->transform);
    if (w.context != NULL)
        cmsDeleteContext(w.context);
    free(icc);
    return verdict;
}

void dgs_icc_free(dgs_icc *icc)
{
    if (icc == NULL)
        return;
    cmsContext context = cmsGetTransformContextID(icc->transform);
    cmsDeleteTransform(icc->transform);
    cmsDeleteContext(context);
    free(icc);
}

static void convert_gray(const dgs_icc *icc, const uint8_t *from, uint8_t *to, size_t pixels)
{
    bool alpha = icc->layout.alpha, wide = icc->layout.wide;
    size_t sample = wide ? 2 : 1, pixel = alpha ? 2 * sample : sample;
    for (size_t i = 0; i < pixels; i++, from += pixel) {
        *to++ = icc->gray[wide ? from[0] << 8 | from[1] : from[0] * 257];
        if (alpha) // rounded, as libpng does it
            *to++ =
                (uint8_t)(wide ? ((unsigned)(from[sample] << 8 | from[sample + 1]) * 255 + 32895) >> 16 : from[sample]);
    }
}

void dgs_icc_convert(const dgs_icc *icc, const uint8_t *from, uint8_t *to, size_t pixels)
{
    if (icc->layout.inks == GRAY)
        convert_gray(icc, from, to, pixels);
    else
        cmsDoTransform(icc->transform, from, to, (cmsUInt32Number)pixels);
}
