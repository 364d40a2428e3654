#include <string.h>

#include "image/image.h"

typedef struct request {
    dgs_arena *arena;
    const char *path;
    dgs_str bytes;
    dgs_picture *out;
    dgs_str *beyond;
    dgs_err *err;
} request;

static bool load_raster(const request *r, bool (*parse)(dgs_arena *, const char *, dgs_str, dgs_raster *, dgs_err *))
{
    dgs_raster *raster = dgs_arena_alloc(r->arena, sizeof *raster);
    if (raster == NULL)
        return dgs_fail_memory(r->err);
    *r->out = (dgs_picture){.kind = DGS_PICTURE_RASTER, .raster = raster};
    return parse(r->arena, r->path, r->bytes, raster, r->err);
}

static bool load_png(const request *r)
{
    return load_raster(r, dgs_png_parse);
}

static bool load_jpeg(const request *r)
{
    return load_raster(r, dgs_jpeg_parse);
}

static bool load_svg(const request *r)
{
    bool beyond = false;
    dgs_art *art = dgs_arena_alloc(r->arena, sizeof *art);
    if (art == NULL)
        return dgs_fail_memory(r->err);
    *r->out = (dgs_picture){.kind = DGS_PICTURE_ART, .art = art};
    if (dgs_svg_try(r->arena, r->path, r->bytes, art, &beyond, r->err))
        return true;
    if (beyond)
        *r->beyond = r->bytes;
    return false;
}

// What a file is by its first bytes. Kinds without a loader are known only to be named when they are refused.
typedef struct kind {
    const char *name;
    size_t offset;
    dgs_str magic;
    bool (*load)(const request *);
} kind;

static const kind kinds[] = {
    {"a PNG picture", 0, {"\x89PNG\r\n\x1a\n", 8}, load_png},
    {"an SVG drawing", 0, {"<", 1}, load_svg},
    {"a JPEG picture", 0, {"\xff\xd8\xff", 3}, load_jpeg},
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

bool dgs_image_try(dgs_arena *arena, const dgs_image_source *from, dgs_picture *out, dgs_str *beyond, dgs_err *err)
{
    static const char use[] = "use a PNG, JPEG or SVG file";
    const char *what = from->what, *path = from->path;
    request r = {.arena = arena, .path = path, .out = out, .beyond = beyond, .err = err};
    *beyond = (dgs_str){0};
    const dgs_file_wanted wanted = {what, path, DGS_IMAGE_FILE_MAX};
    if (!dgs_files_read(from->files, arena, &wanted, &r.bytes, err))
        return false;
    if (r.bytes.n == 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is empty: %s", path, what, use);
    const kind *k = kind_of(r.bytes);
    if (k == NULL)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is no picture: %s", path, what, use);
    if (k->load == NULL)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is %s: save it as PNG, JPEG or SVG and use that file", path,
                        what, k->name);
    return k->load(&r);
}

bool dgs_image_load(dgs_arena *arena, const dgs_image_source *from, dgs_picture *out, dgs_err *err)
{
    dgs_str beyond;
    return dgs_image_try(arena, from, out, &beyond, err);
}
