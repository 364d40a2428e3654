#include "image/webp.h"

#include <webp/decode.h>

#include <string.h>

#include "base/limits.h"
#include "image/exif.h"
#include "image/icc.h"
#include "image/trim.h"

enum { RIFF_HEAD = 12, CHUNK_HEAD = 8 };

static bool damaged(const char *name, const char *reason, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_DATA, "%s: the WebP is damaged (%s): save it again as PNG and use that file", name,
                    reason);
}

static uint32_t le32(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 | (uint32_t)b[1] << 8 | b[0];
}

// The first chunk of that name in the file (RIFF: name, length, payload, a byte more where that is odd), or nothing.
static dgs_str chunk_named(dgs_str file, const char *name)
{
    for (size_t at = RIFF_HEAD; at <= file.n && file.n - at >= CHUNK_HEAD;) {
        uint32_t n = le32(file.p + at + 4);
        if (n > file.n - at - CHUNK_HEAD)
            break;
        if (memcmp(file.p + at, name, 4) == 0)
            return (dgs_str){file.p + at + CHUNK_HEAD, n};
        at += CHUNK_HEAD + (size_t)n + (n & 1);
    }
    return (dgs_str){0};
}

static uint8_t orientation(dgs_str file)
{
    dgs_exif exif = {0};
    dgs_str told = chunk_named(file, "EXIF");
    if (told.n > 6 && memcmp(told.p, "Exif\0\0", 6) == 0) // some programs write a JPEG's head before it
        told = (dgs_str){told.p + 6, told.n - 6};
    dgs_exif_read(told, &exif);
    return exif.orientation;
}

static bool manage_colors(dgs_str file, dgs_raster *out, uint8_t *rgb, dgs_err *err)
{
    const dgs_icc_said said = {.profile = chunk_named(file, "ICCP")};
    dgs_icc *icc = NULL;
    dgs_icc_verdict verdict = DGS_ICC_SRGB;
    if (said.profile.n > 0)
        verdict = dgs_icc_new(&said, (dgs_icc_layout){.inks = 3}, &icc);
    if (verdict == DGS_ICC_MEMORY)
        return dgs_fail_memory(err);
    if (verdict == DGS_ICC_DAMAGED)
        out->remark = dgs_icc_remark;
    if (icc != NULL)
        dgs_icc_convert(icc, rgb, rgb, (size_t)out->w * out->h);
    dgs_icc_free(icc);
    return true;
}

// RGBA in one piece -> colors and alpha apart; the colors stay where they are, closer together.
static bool part_alpha(dgs_arena *arena, dgs_raster *out, uint8_t *rgba, dgs_err *err)
{
    size_t pixels = (size_t)out->w * out->h;
    uint8_t *alpha = dgs_arena_alloc(arena, pixels);
    if (alpha == NULL)
        return dgs_fail_memory(err);
    bool opaque = true;
    for (size_t i = 0; i < pixels; i++) {
        alpha[i] = rgba[4 * i + 3];
        opaque = opaque && alpha[i] == 255;
        memmove(rgba + 3 * i, rgba + 4 * i, 3);
    }
    if (!opaque)
        out->alpha = (dgs_str){(const char *)alpha, pixels};
    return true;
}

static bool decode(dgs_str bytes, bool alpha, const dgs_raster *out, uint8_t *to)
{
    const uint8_t *from = (const uint8_t *)bytes.p;
    int row = (int)out->w * (alpha ? 4 : 3);
    size_t size = (size_t)row * out->h;
    return (alpha ? WebPDecodeRGBAInto(from, bytes.n, to, size, row)
                  : WebPDecodeRGBInto(from, bytes.n, to, size, row)) != NULL;
}

static bool read_features(const char *name, dgs_str bytes, WebPBitstreamFeatures *told, dgs_err *err)
{
    VP8StatusCode code = WebPGetFeatures((const uint8_t *)bytes.p, bytes.n, told);
    if (code == VP8_STATUS_NOT_ENOUGH_DATA)
        return damaged(name, "it is incomplete", err);
    if (code != VP8_STATUS_OK || told->width <= 0 || told->height <= 0)
        return damaged(name, "its header cannot be read", err);
    if (told->has_animation)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the WebP is animated: save one of its pictures as PNG", name);
    return dgs_raster_check_size(name, (uint32_t)told->width, (uint32_t)told->height, err);
}

bool dgs_webp_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err)
{
    WebPBitstreamFeatures told;
    if (!read_features(name, bytes, &told, err))
        return false;
    *out = (dgs_raster){
        .w = (uint32_t)told.width, .h = (uint32_t)told.height, .channels = 3, .orientation = orientation(bytes)};
    bool alpha = told.has_alpha != 0;
    uint8_t *samples = dgs_arena_array(arena, (size_t)out->w * out->h, alpha ? 4 : 3);
    if (samples == NULL)
        return dgs_fail_memory(err);
    if (!decode(bytes, alpha, out, samples))
        return damaged(name, "its pixels cannot be read", err);
    if ((alpha && !part_alpha(arena, out, samples, err)) || !manage_colors(bytes, out, samples, err))
        return false;
    out->samples = (dgs_str){(const char *)samples, 3 * (size_t)out->w * out->h};
    dgs_trim_find(out);
    return true;
}
