#include "image/image.h"
#include "image/kind.h"
#include "image/webp.h"

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
    if (!parse(r->arena, r->path, r->bytes, raster, r->err))
        return false;
    r->out->remarks = &raster->remark;
    r->out->nremarks = raster->remark != NULL;
    return true;
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

static bool load_webp(const request *r)
{
    return load_raster(r, dgs_webp_parse);
}

static bool (*const loaders[])(const request *) = {
    [DGS_KIND_PNG] = load_png, [DGS_KIND_JPEG] = load_jpeg, [DGS_KIND_WEBP] = load_webp, [DGS_KIND_SVG] = load_svg};

bool dgs_image_try(dgs_arena *arena, const dgs_image_source *from, dgs_picture *out, dgs_str *beyond, dgs_err *err)
{
    static const char use[] = "use a PNG, JPEG, WebP or SVG file";
    const char *what = from->what, *path = from->path;
    request r = {.arena = arena, .path = path, .out = out, .beyond = beyond, .err = err};
    *beyond = (dgs_str){0};
    const dgs_file_wanted wanted = {what, path, DGS_IMAGE_FILE_MAX};
    if (!dgs_files_read(from->files, arena, &wanted, &r.bytes, err))
        return false;
    if (r.bytes.n == 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is empty: %s", path, what, use);
    const dgs_kind *kind = dgs_kind_of(r.bytes);
    if (kind == NULL)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is not a picture: %s", path, what, use);
    if (kind->name == DGS_KIND_OTHER)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is %s: %s", path, what, kind->text, kind->to_do);
    return loaders[kind->name](&r);
}

bool dgs_image_load(dgs_arena *arena, const dgs_image_source *from, dgs_picture *out, dgs_err *err)
{
    dgs_str beyond;
    return dgs_image_try(arena, from, out, &beyond, err);
}
