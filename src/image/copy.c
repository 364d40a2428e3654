// A picture with all that belongs to it, in one piece.
#include <string.h>

#include "image/shelf.h"

enum { ALIGN = 16 }; // as malloc() has it

typedef struct copier {
    char *to; // NULL: bytes are only counted
    size_t n;
} copier;

// The copy; NULL where bytes are counted.
static void *keep(copier *c, const void *from, size_t n)
{
    char *to = c->to == NULL ? NULL : c->to + c->n;
    if (to != NULL && n > 0)
        memcpy(to, from, n);
    c->n += (n + ALIGN - 1) / ALIGN * ALIGN;
    return to;
}

static const char *keep_text(copier *c, const char *text)
{
    return text == NULL ? NULL : keep(c, text, strlen(text) + 1);
}

static dgs_str keep_bytes(copier *c, dgs_str bytes)
{
    if (bytes.n == 0)
        return (dgs_str){0};
    return (dgs_str){keep(c, bytes.p, bytes.n), bytes.n};
}

static dgs_path keep_path(copier *c, const dgs_path *from)
{
    dgs_path path = *from;
    path.id = keep_text(c, from->id);
    path.ops = keep(c, from->ops, from->nops);
    path.points = keep(c, from->points, dgs_path_points(from) * 2 * sizeof *from->points);
    return path;
}

static const dgs_art *keep_art(copier *c, const dgs_art *from)
{
    dgs_art *art = keep(c, from, sizeof *from);
    dgs_path *paths = keep(c, from->paths, from->npaths * sizeof *paths);
    dgs_anchor *anchors = keep(c, from->anchors, from->nanchors * sizeof *anchors);
    for (size_t i = 0; i < from->npaths; i++) {
        const dgs_path path = keep_path(c, &from->paths[i]);
        if (paths != NULL)
            paths[i] = path;
    }
    for (size_t i = 0; i < from->nanchors; i++) {
        const char *name = keep_text(c, from->anchors[i].name);
        if (anchors != NULL)
            anchors[i].name = name;
    }
    const dgs_str stream = keep_bytes(c, from->stream);
    const dgs_silhouette *silhouette =
        from->silhouette == NULL ? NULL : keep(c, from->silhouette, sizeof *from->silhouette);
    if (art != NULL) {
        art->paths = paths;
        art->anchors = anchors;
        art->stream = stream;
        art->silhouette = silhouette;
    }
    return art;
}

static const dgs_raster *keep_raster(copier *c, const dgs_raster *from)
{
    dgs_raster raster = *from, *to = keep(c, from, sizeof *from);
    raster.palette = keep_bytes(c, from->palette);
    raster.samples = keep_bytes(c, from->samples);
    raster.alpha = keep_bytes(c, from->alpha);
    raster.remark = keep_text(c, from->remark);
    if (to != NULL)
        *to = raster;
    return to;
}

size_t dgs_picture_copy(const dgs_picture *picture, void *to)
{
    copier c = {to, 0};
    dgs_picture copy = *picture, *at = keep(&c, picture, sizeof *picture);
    const char **remarks = keep(&c, picture->remarks, picture->nremarks * sizeof *remarks);
    for (size_t i = 0; i < picture->nremarks; i++) {
        const char *remark = keep_text(&c, picture->remarks[i]);
        if (remarks != NULL)
            remarks[i] = remark;
    }
    copy.remarks = remarks;
    copy.art = picture->art == NULL ? NULL : keep_art(&c, picture->art);
    copy.raster = picture->raster == NULL ? NULL : keep_raster(&c, picture->raster);
    if (at != NULL)
        *at = copy;
    return c.n;
}
