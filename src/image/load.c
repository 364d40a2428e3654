#include <string.h>

#include "base/file.h"
#include "image/image.h"

static bool load_png(dgs_arena *arena, const char *path, dgs_str bytes, dgs_picture *out, dgs_err *err)
{
    dgs_raster *raster = dgs_arena_alloc(arena, sizeof *raster);
    if (raster == NULL)
        return dgs_fail_memory(err);
    *out = (dgs_picture){.kind = DGS_PICTURE_RASTER, .raster = raster};
    return dgs_png_parse(arena, path, bytes, raster, err);
}

static bool load_svg(dgs_arena *arena, const char *path, dgs_str bytes, dgs_picture *out, dgs_err *err)
{
    dgs_art *art = dgs_arena_alloc(arena, sizeof *art);
    if (art == NULL)
        return dgs_fail_memory(err);
    *out = (dgs_picture){.kind = DGS_PICTURE_ART, .art = art};
    return dgs_svg_parse(arena, path, bytes, art, err);
}

// What a file is by its first bytes. Kinds without a loader are known only to be named when they are refused.
typedef struct kind {
    const char *name;
    size_t offset;
    dgs_str magic;
    bool (*load)(dgs_arena *, const char *, dgs_str, dgs_picture *, dgs_err *);
} kind;

static const kind kinds[] = {
    {"a PNG picture", 0, {"\x89PNG\r\n\x1a\n", 8}, load_png},
    {"an SVG drawing", 0, {"<", 1}, load_svg},
    {"a JPEG picture", 0, {"\xff\xd8\xff", 3}, NULL},
    {"a GIF picture", 0, {"GIF8", 4}, NULL},
    {"a WebP picture", 8, {"WEBP", 4}, NULL},
    {"an AVIF or HEIC picture", 4, {"ftyp", 4}, NULL},
    {"a TIFF picture", 0, {"II*\0", 4}, NULL},
    {"a TIFF picture", 0, {"MM\0*", 4}, NULL},
    {"a BMP picture", 0, {"BM", 2}, NULL},
    {"a PDF file", 0, {"%PDF", 4}, NULL},
    {"a compressed file", 0, {"\x1f\x8b", 2}, NULL},
};

static const kind *kind_of(dgs_str bytes)
{
    dgs_str xml = bytes;
    if (dgs_str_starts(xml, "\xef\xbb\xbf"))
        xml = (dgs_str){xml.p + 3, xml.n - 3};
    xml = dgs_str_trim(xml);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        dgs_str s = kinds[i].load == load_svg ? xml : bytes;
        if (s.n >= kinds[i].offset + kinds[i].magic.n &&
            memcmp(s.p + kinds[i].offset, kinds[i].magic.p, kinds[i].magic.n) == 0)
            return &kinds[i];
    }
    return NULL;
}

bool dgs_image_load(dgs_arena *arena, const char *what, const char *path, dgs_picture *out, dgs_err *err)
{
    dgs_str bytes;
    if (!dgs_file_read(arena, what, path, DGS_IMAGE_FILE_MAX, &bytes, err))
        return false;
    if (bytes.n == 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is empty: use a PNG or SVG file", path, what);
    const kind *k = kind_of(bytes);
    if (k == NULL)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is no picture: use a PNG or SVG file", path, what);
    if (k->load == NULL)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is %s: save it as PNG or SVG and use that file", path, what,
                        k->name);
    return k->load(arena, path, bytes, out, err);
}
