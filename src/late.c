// Little CMS and libwebp, loaded when they are needed. Part of the program alone: the engine calls the libraries by
// their own names, and whoever else uses it links them.
#include "host/late.h"

#include <dlfcn.h>
#include <lcms2.h>
#include <stddef.h>
#include <string.h>
#include <webp/decode.h>

// Every call of the two libraries that the engine makes: what it returns, its name, its parameters and their names.
// clang-format off
#define CALLS(CALL) \
    CALL(cmsToneCurve *, cmsBuildGamma, (cmsContext a, cmsFloat64Number b), (a, b)) \
    CALL(cmsToneCurve *, cmsBuildParametricToneCurve, (cmsContext a, cmsInt32Number b, const cmsFloat64Number *c), (a, b, c)) \
    CALL(cmsBool, cmsCloseProfile, (cmsHPROFILE a), (a)) \
    CALL(cmsContext, cmsCreateContext, (void *a, void *b), (a, b)) \
    CALL(cmsHPROFILE, cmsCreateGrayProfileTHR, (cmsContext a, const cmsCIExyY *b, const cmsToneCurve *c), (a, b, c)) \
    CALL(cmsHPROFILE, cmsCreateRGBProfileTHR, \
         (cmsContext a, const cmsCIExyY *b, const cmsCIExyYTRIPLE *c, cmsToneCurve *const d[3]), (a, b, c, d)) \
    CALL(cmsHTRANSFORM, cmsCreateTransformTHR, \
         (cmsContext a, cmsHPROFILE b, cmsUInt32Number c, cmsHPROFILE d, cmsUInt32Number e, cmsUInt32Number f, \
          cmsUInt32Number g), (a, b, c, d, e, f, g)) \
    CALL(cmsHPROFILE, cmsCreate_sRGBProfileTHR, (cmsContext a), (a)) \
    CALL(const cmsCIExyY *, cmsD50_xyY, (void), ()) \
    CALL(cmsColorSpaceSignature, cmsGetColorSpace, (cmsHPROFILE a), (a)) \
    CALL(int, cmsGetEncodedCMMversion, (void), ()) \
    CALL(cmsContext, cmsGetTransformContextID, (cmsHTRANSFORM a), (a)) \
    CALL(cmsBool, cmsIsMatrixShaper, (cmsHPROFILE a), (a)) \
    CALL(cmsHPROFILE, cmsOpenProfileFromMemTHR, (cmsContext a, const void *b, cmsUInt32Number c), (a, b, c)) \
    CALL(void *, cmsReadTag, (cmsHPROFILE a, cmsTagSignature b), (a, b)) \
    CALL(int, WebPGetDecoderVersion, (void), ()) \
    CALL(VP8StatusCode, WebPGetFeaturesInternal, (const uint8_t *a, size_t b, WebPBitstreamFeatures *c, int d), \
         (a, b, c, d)) \
    CALL(uint8_t *, WebPDecodeRGBAInto, (const uint8_t *a, size_t b, uint8_t *c, size_t d, int e), (a, b, c, d, e)) \
    CALL(uint8_t *, WebPDecodeRGBInto, (const uint8_t *a, size_t b, uint8_t *c, size_t d, int e), (a, b, c, d, e))
#define QUIET_CALLS(CALL) \
    CALL(cmsDeleteContext, (cmsContext a), (a)) \
    CALL(cmsDeleteTransform, (cmsHTRANSFORM a), (a)) \
    CALL(cmsDoTransform, (cmsHTRANSFORM a, const void *b, void *c, cmsUInt32Number d), (a, b, c, d)) \
    CALL(cmsFreeToneCurve, (cmsToneCurve *a), (a)) \
    CALL(cmsSetProfileVersion, (cmsHPROFILE a, cmsFloat64Number b), (a, b))
// clang-format on

// NOLINTBEGIN(bugprone-macro-parentheses) // a name and parameters of a function
static struct {
    bool open;
#define MEMBER(type, name, parameters, arguments) type(*name) parameters;
    CALLS(MEMBER)
#undef MEMBER
#define MEMBER(name, parameters, arguments) void(*name) parameters;
    QUIET_CALLS(MEMBER)
#undef MEMBER
} late;
// NOLINTEND(bugprone-macro-parentheses)

static const struct {
    const char *name;
    void *at;
} wanted[] = {
#define ROW(type, name, parameters, arguments) {#name, &late.name},
    CALLS(ROW)
#undef ROW
#define ROW(name, parameters, arguments) {#name, &late.name},
        QUIET_CALLS(ROW)
#undef ROW
};

static bool find(void *lcms, void *webp, dgs_err *err)
{
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        bool of_webp = strncmp(wanted[i].name, "WebP", 4) == 0;
        void *call = dlsym(of_webp ? webp : lcms, wanted[i].name);
        if (call == NULL)
            return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                            "the library %s on this computer has no %s: install a later version of it",
                            of_webp ? "libwebp" : "liblcms2", wanted[i].name);
        memcpy(wanted[i].at, &call, sizeof call); // POSIX: a function's address as an object's
    }
    return true;
}

// Where memory ends while it looks for a library, the loader says that there is none: so it looks twice.
static void *load(const char *name)
{
    void *library = NULL;
    for (int tries = 0; library == NULL && tries < 2; tries++)
        library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    return library; // open for as long as the program runs
}

bool dgs_late_libraries(dgs_err *err)
{
    if (late.open)
        return true;
    void *lcms = load("liblcms2.so.2"), *webp = load("libwebp.so.7");
    if (lcms == NULL || webp == NULL) {
        const char *why = dlerror(); // NULL, or such words, where memory ended
        if (why == NULL || strstr(why, "memory") != NULL || strstr(why, "allocate") != NULL)
            return dgs_fail_memory(err);
        return dgs_fail(
            err, DGS_ERR_UNAVAILABLE,
            "logos need the library %s, which is not installed: install it (on Debian and Ubuntu: apt install %s)",
            lcms == NULL ? "liblcms2" : "libwebp", lcms == NULL ? "liblcms2-2" : "libwebp7");
    }
    late.open = find(lcms, webp, err);
    return late.open;
}

// Where none is there, the answer is 0, which the engine takes for a failure.
static bool have_them(void)
{
    dgs_err err = {0};
    return late.open || dgs_late_libraries(&err);
}

#define GO_ON(type, name, parameters, arguments) \
    type name parameters \
    { \
        return have_them() ? late.name arguments : (type)0; \
    }
CALLS(GO_ON)
#undef GO_ON

#define GO_ON(name, parameters, arguments) \
    void name parameters \
    { \
        if (have_them()) \
            late.name arguments; \
    }
QUIET_CALLS(GO_ON)
