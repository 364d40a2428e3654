#include "image/png_chunks.h"

#include <zlib.h>

#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "image/exif.h"
#include "image/looks.h"

enum { CHUNK_FRAME = 12 }; // length, type and CRC round a chunk's payload

uint32_t dgs_png_number(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

bool dgs_png_chunk(dgs_str s, size_t *at, const char **type, dgs_str *payload)
{
    if (*at > s.n || s.n - *at < CHUNK_FRAME)
        return false;
    uint32_t n = dgs_png_number(s.p + *at);
    if (n > s.n - *at - CHUNK_FRAME)
        return false;
    *type = s.p + *at + 4;
    *payload = (dgs_str){s.p + *at + 8, n};
    *at += CHUNK_FRAME + (size_t)n;
    return true;
}

// The ways that chunks say the colors, each above those before it.
typedef enum rank { RANK_NONE, RANK_GAMMA, RANK_SRGB, RANK_PROFILE, RANK_CODES } rank;

typedef struct scan {
    dgs_arena *arena;
    dgs_png_about *about;
    rank rank;
    double gamma;
    bool chromaticities;
    dgs_chromaticity white, rgb[3];
} scan;

// Name, 0, the way it is packed, and the packed profile (11.3.3.3).
static bool unpack_profile(scan *s, dgs_str payload)
{
    const char *end = memchr(payload.p, '\0', payload.n < 80 ? payload.n : 80);
    size_t head = end == NULL ? payload.n : (size_t)(end - payload.p) + 2;
    if (s->rank >= RANK_PROFILE)
        return true;
    s->rank = RANK_PROFILE;
    s->about->damaged = true;
    if (head >= payload.n || payload.p[head - 1] != 0)
        return true;
    uint8_t size[4];
    uLongf n = sizeof size;
    const Bytef *packed = (const Bytef *)payload.p + head;
    uLong left = (uLong)(payload.n - head);
    int code = uncompress(size, &n, packed, left); // its first number is its length
    if ((code != Z_OK && code != Z_BUF_ERROR) || n < sizeof size)
        return true;
    n = dgs_png_number((const char *)size);
    if (n == 0 || n > DGS_ICC_MAX)
        return true;
    uint8_t *profile = dgs_arena_alloc(s->arena, n);
    if (profile == NULL)
        return false;
    size_t wanted = n;
    code = uncompress(profile, &n, packed, left);
    s->about->damaged = n != wanted || (code != Z_OK && code != Z_BUF_ERROR); // what is behind it does no harm
    s->about->colors.profile = (dgs_str){(const char *)profile, n};
    return true;
}

// Colors as ITU-T H.273 numbers them. Film's brightness (PQ, HLG) has no place on paper.
static void read_codes(scan *s, dgs_str payload)
{
    static const dgs_chromaticity d65 = {0.3127, 0.3290}, p3[] = {{0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}},
                                  wide[] = {{0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}};
    enum { BT709 = 1, BT2020 = 9, P3 = 12, CURVE_709 = 1, CURVE_22 = 4, CURVE_LINEAR = 8, CURVE_SRGB = 13 };
    unsigned primaries = payload.n < 4 ? 0 : (unsigned char)payload.p[0],
             curve = payload.n < 4 ? 0 : (unsigned char)payload.p[1];
    if ((primaries != BT709 && primaries != BT2020 && primaries != P3) ||
        (curve != CURVE_709 && curve != CURVE_22 && curve != CURVE_LINEAR && curve != CURVE_SRGB))
        return;
    s->rank = RANK_CODES;
    s->about->damaged = false;
    s->about->colors = (dgs_icc_said){.gamma = curve == CURVE_LINEAR ? 1
                                               : curve == CURVE_22   ? 1 / 2.2
                                                                     : 0,
                                      .primaries = primaries != BT709,
                                      .white = d65};
    memcpy(s->about->colors.rgb, primaries == P3 ? p3 : wide, sizeof p3);
}

// What is beyond these is a mistake.
static void read_gamma(scan *s, dgs_str payload)
{
    const double least = 0.05, most = 5;
    double gamma = payload.n < 4 ? 0 : dgs_png_number(payload.p) / 100000.0;
    if (gamma < least || gamma > most)
        return;
    s->gamma = gamma;
}

static void read_chromaticities(scan *s, dgs_str payload)
{
    double v[8];
    for (size_t i = 0; i < 8; i++) {
        v[i] = payload.n < 32 ? 0 : dgs_png_number(payload.p + 4 * i) / 100000.0;
        if (v[i] < 0 || v[i] > 1)
            return;
    }
    for (size_t i = 0; i < 8; i += 2)
        if (v[i + 1] <= 0)
            return;
    s->chromaticities = true;
    s->white = (dgs_chromaticity){v[0], v[1]};
    for (size_t i = 0; i < 3; i++)
        s->rgb[i] = (dgs_chromaticity){v[2 * i + 2], v[2 * i + 3]};
}

static bool read_chunk(scan *s, const char *type, dgs_str payload)
{
    if (memcmp(type, "iCCP", 4) == 0)
        return unpack_profile(s, payload);
    if (memcmp(type, "cICP", 4) == 0)
        read_codes(s, payload);
    else if (memcmp(type, "sRGB", 4) == 0)
        s->rank = s->rank < RANK_SRGB ? RANK_SRGB : s->rank;
    else if (memcmp(type, "gAMA", 4) == 0)
        read_gamma(s, payload);
    else if (memcmp(type, "cHRM", 4) == 0)
        read_chromaticities(s, payload);
    return true;
}

static bool near(const dgs_chromaticity *a, const dgs_chromaticity *b)
{
    const double alike = 0.005;
    return fabs(a->x - b->x) <= alike && fabs(a->y - b->y) <= alike;
}

// A gamma that is within 5 % of sRGB's 1/2.2 stands for sRGB: most programs that write it mean that.
static void take_gamma(scan *s)
{
    static const dgs_chromaticity white = {0.3127, 0.3290}, srgb[] = {{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};
    const double screen_gamma = 2.2, like_srgb = 0.05;
    bool same = !s->chromaticities || (near(&s->white, &white) && near(&s->rgb[0], &srgb[0]) &&
                                       near(&s->rgb[1], &srgb[1]) && near(&s->rgb[2], &srgb[2]));
    double gamma = s->gamma > 0 && fabs(s->gamma * screen_gamma - 1) > like_srgb ? s->gamma : 0;
    if (same && gamma == 0)
        return;
    s->rank = RANK_GAMMA;
    s->about->colors = (dgs_icc_said){.gamma = gamma, .primaries = !same, .white = s->white};
    memcpy(s->about->colors.rgb, s->rgb, sizeof s->rgb);
}

// Whether a chunk is one of those that are read here.
static bool is_wanted(const char *type)
{
    static const char *const wanted[] = {"iCCP", "cICP", "sRGB", "gAMA", "cHRM", "eXIf"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (memcmp(type, wanted[i], 4) == 0)
            return true;
    return false;
}

// Whether its CRC, which is behind it, is right (5.3). What is not, libpng and so each browser leaves out.
static bool is_intact(const char *type, dgs_str payload)
{
    uLong crc = crc32(0, (const Bytef *)type, 4);
    return crc32(crc, (const Bytef *)payload.p, (uInt)payload.n) == dgs_png_number(payload.p + payload.n);
}

bool dgs_png_read_about(dgs_arena *arena, dgs_str bytes, dgs_png_about *out)
{
    *out = (dgs_png_about){0};
    scan s = {.arena = arena, .about = out};
    size_t at = DGS_PNG_SIGNATURE;
    const char *type = NULL;
    bool before = true;
    dgs_exif exif = {0};
    for (dgs_str payload; dgs_png_chunk(bytes, &at, &type, &payload);) {
        before = before && memcmp(type, "IDAT", 4) != 0;
        if (!is_wanted(type))
            continue;
        if (!is_intact(type, payload))
            out->damaged = out->damaged || (before && memcmp(type, "iCCP", 4) == 0);
        else if (memcmp(type, "eXIf", 4) == 0 && exif.orientation == 0)
            dgs_exif_read(payload, &exif);
        else if (before && !read_chunk(&s, type, payload))
            return false;
    }
    if (s.rank == RANK_NONE)
        take_gamma(&s);
    out->orientation = exif.orientation;
    out->managed = !out->damaged && s.rank != RANK_NONE && s.rank != RANK_SRGB;
    return true;
}

// As the chunk of its kind says it (11.2.2): colors of a palette are RGB.
static unsigned inks_of(dgs_str bytes)
{
    enum { COLOR_TYPE = DGS_PNG_SIGNATURE + 8 + 9, COLORED = 2 };
    return bytes.n > COLOR_TYPE && (bytes.p[COLOR_TYPE] & COLORED) != 0 ? 3 : 1;
}

bool dgs_png_looks(dgs_arena *arena, dgs_str bytes, dgs_looks *out, dgs_err *err)
{
    dgs_png_about about;
    dgs_icc *icc = NULL;
    *out = DGS_LOOKS_PLAIN;
    if (!dgs_png_read_about(arena, bytes, &about))
        return dgs_fail_memory(err);
    if (about.orientation > 1)
        *out = DGS_LOOKS_TURNED;
    if (*out != DGS_LOOKS_PLAIN || !about.managed)
        return true;
    const dgs_icc_verdict verdict = dgs_icc_new(&about.colors, (dgs_icc_layout){.inks = inks_of(bytes)}, &icc);
    dgs_icc_free(icc);
    if (verdict == DGS_ICC_OTHER)
        *out = DGS_LOOKS_OTHER;
    return verdict != DGS_ICC_MEMORY || dgs_fail_memory(err);
}
