// logo-look FILE OUT: what becomes of a logo, for tests that hold it beside a browser's drawing. Writes OUT.png, as
// the drawing program drew it, or OUT.svg (paths, with nothing of SVG but path, fill and stroke), and tells "art" or
// "raster" and each remark on standard output; a refusal goes there as "refused" and its message.
#include <stdio.h>
#include <string.h>

#include "convert/convert.h"
#include "host/folder.h"
#include "image/logo.h"

static void put_paint(FILE *to, const char *name, const dgs_paint *paint)
{
    if (paint->kind == DGS_PAINT_NONE)
        fprintf(to, " %s=\"none\"", name);
    else
        fprintf(to, " %s=\"#%02x%02x%02x\"", name, paint->color.r, paint->color.g, paint->color.b);
}

static void put_stroke(FILE *to, const dgs_path *path)
{
    static const char *const caps[] = {"butt", "round", "square"}, *const joins[] = {"miter", "round", "bevel"};
    put_paint(to, "stroke", &path->stroke);
    fprintf(to, " stroke-width=\"%.9g\" stroke-linecap=\"%s\" stroke-linejoin=\"%s\" stroke-miterlimit=\"%.9g\"",
            (double)path->stroke_width, caps[path->cap], joins[path->join], (double)path->miter_limit);
    for (int i = 0; i < path->ndash; i++)
        fprintf(to, "%s%.9g", i == 0 ? " stroke-dasharray=\"" : " ", (double)path->dash[i]);
    fputs(path->ndash > 0 ? "\"" : "", to);
}

static void put_path(FILE *to, const dgs_path *path)
{
    static const size_t numbers[] = {2, 2, 6, 0};
    const float *v = path->points;
    fputs("<path", to);
    put_paint(to, "fill", &path->fill);
    put_stroke(to, path);
    fprintf(to, " fill-rule=\"%s\" d=\"", path->even_odd ? "evenodd" : "nonzero");
    for (size_t i = 0; i < path->nops; i++) {
        fputc("MLCZ"[path->ops[i]], to);
        for (size_t k = 0; k < numbers[path->ops[i]]; k++)
            fprintf(to, "%.9g ", (double)*v++);
    }
    fputs("\"/>\n", to);
}

static bool put_art(const dgs_art *art, FILE *to)
{
    fprintf(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.9g %.9g %.9g %.9g\">\n", (double)art->x,
            (double)art->y, (double)art->w, (double)art->h);
    for (size_t i = 0; i < art->npaths; i++)
        put_path(to, &art->paths[i]);
    fputs("</svg>\n", to);
    return !ferror(to);
}

// The drawing program's last picture, which is what is cut to the logo.
static dgs_str drawn;

static bool is_ready(void *ctx)
{
    return dgs_convert_drawer.ready(ctx);
}

static bool draw(void *ctx, const dgs_drawing *drawing, dgs_arena *arena, dgs_str *png, dgs_err *err)
{
    bool ok = dgs_convert_drawer.draw(ctx, drawing, arena, png, err);
    drawn = *png;
    return ok;
}

static bool ask_font(void *ctx, const dgs_font_wanted *wanted, dgs_arena *arena, dgs_font_found *out)
{
    return dgs_convert_drawer.font(ctx, wanted, arena, out);
}

static bool put(const dgs_picture *picture, const char *out)
{
    char path[4096];
    bool art = picture->kind == DGS_PICTURE_ART;
    (void)snprintf(path, sizeof path, "%s.%s", out, art ? "svg" : "png");
    FILE *to = fopen(path, "wb");
    bool ok = to != NULL && (art ? put_art(picture->art, to) : fwrite(drawn.p, 1, drawn.n, to) == drawn.n);
    if (to != NULL)
        ok = fclose(to) == 0 && ok;
    puts(art ? "art" : "raster");
    for (size_t i = 0; i < picture->nremarks; i++)
        printf("remark %s\n", picture->remarks[i]);
    return ok;
}

int main(int argc, char **argv)
{
    dgs_picture picture;
    dgs_err err = {0};
    dgs_arena *arena = dgs_arena_new(DGS_MEMORY_MAX);
    if (argc != 3 || arena == NULL || !dgs_convert_begin(NULL, &err))
        return 2;
    const dgs_drawer drawer = {NULL, is_ready, dgs_convert_drawer.get_it, draw, ask_font};
    bool ok = dgs_logo_load(arena, &(dgs_logo_source){&dgs_files_at, &drawer, argv[1]}, &picture, &err);
    if (!ok)
        printf("refused %s\n", err.message);
    else
        ok = put(&picture, argv[2]);
    dgs_convert_end();
    dgs_arena_free(arena);
    return 0;
}
