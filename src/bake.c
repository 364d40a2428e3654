// dgs-bake OUT.c FILE.svg...: compiles drawings into C, so that the program reads no SVG when it runs. A build tool.
// The same files give the same bytes, in whatever order they are named.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "host/file.h"
#include "image/image.h"
#include "layout/silhouette.h"
#include "pdf/drawing.h"
#include "pdf/pack.h"
#include "save/save.h"

enum { ARENA_MAX = 512 * 1024 * 1024 };

typedef struct drawing {
    const char *path, *name;
    dgs_art art; // with its stream and silhouette
} drawing;

static int by_name(const void *a, const void *b)
{
    return strcmp(((const drawing *)a)->name, ((const drawing *)b)->name);
}

static size_t count_floats(const dgs_path *p)
{
    static const size_t needs[] = {
        [DGS_PATH_MOVE] = 2, [DGS_PATH_LINE] = 2, [DGS_PATH_CURVE] = 6, [DGS_PATH_CLOSE] = 0};
    size_t n = 0;
    for (size_t i = 0; i < p->nops; i++)
        n += needs[p->ops[i]];
    return n;
}

static bool are_whole(const float *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (v[i] != roundf(v[i]))
            return false;
    return true;
}

// Whether the PDF can hold the art in its own units, which are then neither rounded nor made longer numbers.
static bool is_whole(const dgs_art *art)
{
    const float box[] = {art->x, art->y, art->w, art->h};
    bool whole = are_whole(box, 4);
    for (size_t i = 0; i < art->npaths && whole; i++) {
        const dgs_path *p = &art->paths[i];
        whole = are_whole(p->points, count_floats(p)) && are_whole(&p->stroke_width, 1) && are_whole(p->dash, p->ndash);
    }
    return whole;
}

// Writes and compresses what the PDF will hold of the art.
static bool make_stream(dgs_arena *arena, dgs_art *art, dgs_err *err)
{
    dgs_buf plain = {.arena = arena};
    dgs_packer *packer = dgs_packer_new(DGS_PACK_BEST);
    art->whole = is_whole(art);
    dgs_drawing_write(art, true, &plain);
    bool ok =
        packer != NULL && !plain.failed && dgs_packer_pack(packer, (dgs_str){plain.p, plain.n}, arena, &art->stream);
    dgs_packer_free(packer);
    return ok || dgs_fail_memory(err);
}

static bool make_silhouette(dgs_arena *arena, dgs_art *art, dgs_err *err)
{
    if (art->nanchors == 0)
        return true;
    art->silhouette = dgs_silhouette_of(art, arena);
    return art->silhouette != NULL ? true : dgs_fail_memory(err);
}

static bool read_drawings(dgs_arena *arena, char **paths, size_t n, drawing *drawings, dgs_err *err)
{
    for (size_t i = 0; i < n; i++)
        drawings[i] = (drawing){.path = paths[i], .name = dgs_path_name(paths[i])};
    qsort(drawings, n, sizeof *drawings, by_name);
    for (size_t i = 0; i < n; i++) {
        dgs_str bytes;
        if (i > 0 && by_name(&drawings[i - 1], &drawings[i]) == 0)
            return dgs_fail(err, DGS_ERR_DATA, "%s and %s have the same name: rename one", drawings[i - 1].path,
                            drawings[i].path);
        if (!dgs_file_read(arena, "drawing", drawings[i].path, DGS_SVG_FILE_MAX, &bytes, err) ||
            !dgs_svg_parse(arena, drawings[i].path, bytes, &drawings[i].art, err) ||
            !make_stream(arena, &drawings[i].art, err) || !make_silhouette(arena, &drawings[i].art, err))
            return false;
    }
    return true;
}

// Decimals that read back as the same float; nine digits always do, six mostly.
static void put_float(dgs_buf *out, float v)
{
    char text[32];
    if (isinf(v)) {
        dgs_buf_adds(out, v > 0 ? "INFINITY" : "-INFINITY");
        return;
    }
    for (int digits = 6; digits <= 9; digits++) {
        (void)snprintf(text, sizeof text, "%.*g", digits, (double)v);
        if (strtof(text, NULL) == v)
            break;
    }
    bool whole = strpbrk(text, ".e") == NULL;
    dgs_buf_addf(out, "%s%sf", text, whole ? "." : "");
}

static void put_floats(dgs_buf *out, const float *v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        put_float(out, v[i]);
        dgs_buf_addc(out, ',');
    }
}

// Every byte that is not plain is written in octal, which, unlike hexadecimal, ends after three digits.
static void put_string(dgs_buf *out, const char *s)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. ";
    if (s == NULL) {
        dgs_buf_adds(out, "NULL");
        return;
    }
    dgs_buf_addc(out, '"');
    for (; *s != '\0'; s++)
        if (strchr(plain, *s) != NULL)
            dgs_buf_addc(out, *s);
        else
            dgs_buf_addf(out, "\\%03o", (unsigned)(unsigned char)*s);
    dgs_buf_addc(out, '"');
}

// The ops and the points of all paths of a drawing, each in one array.
static void put_outlines(dgs_buf *out, size_t at, const dgs_art *art)
{
    dgs_buf_addf(out, "static const uint8_t ops%zu[] = {", at);
    for (size_t i = 0; i < art->npaths; i++)
        for (size_t k = 0; k < art->paths[i].nops; k++)
            dgs_buf_addf(out, "%u,", art->paths[i].ops[k]);
    dgs_buf_addf(out, "};\nstatic const float points%zu[] = {", at);
    for (size_t i = 0; i < art->npaths; i++)
        put_floats(out, art->paths[i].points, count_floats(&art->paths[i]));
    dgs_buf_adds(out, "};\n");
}

static void put_paint(dgs_buf *out, const char *field, dgs_paint paint)
{
    static const char *const kinds[] = {[DGS_PAINT_NONE] = "DGS_PAINT_NONE",
                                        [DGS_PAINT_COLOR] = "DGS_PAINT_COLOR",
                                        [DGS_PAINT_CURRENT] = "DGS_PAINT_CURRENT"};
    dgs_buf_addf(out, " .%s = {%s, {%u, %u, %u, %u}},", field, kinds[paint.kind], paint.color.r, paint.color.g,
                 paint.color.b, paint.color.role);
}

static void put_path(dgs_buf *out, size_t at, const dgs_path *p, size_t op, size_t point)
{
    dgs_buf_adds(out, "    {.id = ");
    put_string(out, p->id);
    dgs_buf_adds(out, ",");
    put_paint(out, "fill", p->fill);
    put_paint(out, "stroke", p->stroke);
    dgs_buf_addf(out, " .even_odd = %s, .stroke_width = ", p->even_odd ? "true" : "false");
    put_float(out, p->stroke_width);
    dgs_buf_adds(out, ", .miter_limit = ");
    put_float(out, p->miter_limit);
    dgs_buf_addf(out, ", .cap = %u, .join = %u, .ndash = %u, .dash = {", p->cap, p->join, p->ndash);
    put_floats(out, p->dash, DGS_DASH_MAX);
    dgs_buf_addf(out, "}, .ops = ops%zu + %zu, .nops = %zu, .points = points%zu + %zu},\n", at, op, p->nops, at, point);
}

static void put_anchors(dgs_buf *out, size_t at, const dgs_art *art)
{
    dgs_buf_addf(out, "static const dgs_anchor anchors%zu[] = {\n", at);
    for (size_t i = 0; i < art->nanchors; i++) {
        dgs_buf_adds(out, "    {");
        put_string(out, art->anchors[i].name);
        dgs_buf_adds(out, ", ");
        put_float(out, art->anchors[i].x);
        dgs_buf_adds(out, ", ");
        put_float(out, art->anchors[i].y);
        dgs_buf_addf(out, ", %s},\n", art->anchors[i].alert ? "true" : "false");
    }
    dgs_buf_adds(out, "};\n");
}

static void put_silhouette(dgs_buf *out, size_t at, const dgs_silhouette *s)
{
    dgs_buf_addf(out, "static const dgs_silhouette silhouette%zu = {", at);
    put_floats(out, &s->y, 1);
    put_floats(out, &s->h, 1);
    dgs_buf_adds(out, "{");
    put_floats(out, s->left, DGS_SILHOUETTE_ROWS);
    dgs_buf_adds(out, "}, {");
    put_floats(out, s->right, DGS_SILHOUETTE_ROWS);
    dgs_buf_adds(out, "}};\n");
}

static void put_drawing(dgs_buf *out, size_t at, const drawing *d)
{
    size_t op = 0, point = 0;
    dgs_buf_adds(out, "\n// ");
    put_string(out, d->name);
    dgs_buf_adds(out, "\n");
    put_outlines(out, at, &d->art);
    dgs_buf_addf(out, "static const dgs_path paths%zu[] = {\n", at);
    for (size_t i = 0; i < d->art.npaths; i++) {
        const dgs_path *p = &d->art.paths[i];
        put_path(out, at, p, op, point);
        op += p->nops;
        point += count_floats(p);
    }
    dgs_buf_adds(out, "};\n");
    dgs_buf_addf(out, "static const char stream%zu[] = {", at);
    for (size_t i = 0; i < d->art.stream.n; i++)
        dgs_buf_addf(out, "%d,", d->art.stream.p[i]);
    dgs_buf_adds(out, "};\n");
    if (d->art.nanchors == 0)
        return;
    put_anchors(out, at, &d->art);
    put_silhouette(out, at, d->art.silhouette);
}

static void put_entry(dgs_buf *out, size_t at, const drawing *d)
{
    const float box[] = {d->art.x, d->art.y, d->art.w, d->art.h};
    dgs_buf_adds(out, "    {");
    put_string(out, d->name);
    dgs_buf_adds(out, ", {");
    for (size_t i = 0; i < 4; i++) {
        put_float(out, box[i]);
        dgs_buf_adds(out, ", ");
    }
    dgs_buf_addf(out, "paths%zu, %zu, ", at, d->art.npaths);
    if (d->art.nanchors == 0)
        dgs_buf_adds(out, "NULL, 0, ");
    else
        dgs_buf_addf(out, "anchors%zu, %zu, ", at, d->art.nanchors);
    dgs_buf_addf(out, "{stream%zu, sizeof stream%zu}, ", at, at);
    if (d->art.silhouette == NULL)
        dgs_buf_adds(out, "NULL, ");
    else
        dgs_buf_addf(out, "&silhouette%zu, ", at);
    dgs_buf_addf(out, "%s}},\n", d->art.whole ? "true" : "false");
}

static void put_file(dgs_buf *out, const drawing *drawings, size_t n)
{
    dgs_buf_adds(out, "// Made by dgs-bake from SVG files: change those.\n"
                      "#include \"image/builtin.h\"\n\n#include <math.h>\n#include <string.h>\n");
    for (size_t i = 0; i < n; i++)
        put_drawing(out, i, &drawings[i]);
    dgs_buf_adds(out, "\nconst dgs_builtin_art dgs_builtin_arts[] = {\n");
    for (size_t i = 0; i < n; i++)
        put_entry(out, i, &drawings[i]);
    dgs_buf_addf(out, "};\nconst size_t dgs_nbuiltin_arts = %zu;\n", n);
    dgs_buf_adds(out, "const char *const dgs_builtin_art_names[] = {");
    for (size_t i = 0; i < n; i++) {
        put_string(out, drawings[i].name);
        dgs_buf_adds(out, ", ");
    }
    dgs_buf_adds(out, "NULL};\n"
                      "\nconst dgs_art *dgs_builtin_art_find(const char *name)\n"
                      "{\n"
                      "    for (size_t i = 0; i < dgs_nbuiltin_arts; i++)\n"
                      "        if (strcmp(dgs_builtin_arts[i].name, name) == 0)\n"
                      "            return &dgs_builtin_arts[i].art;\n"
                      "    return NULL;\n"
                      "}\n");
}

static bool bake(dgs_arena *arena, const char *out_path, char **paths, size_t n, dgs_err *err)
{
    drawing *drawings = arena == NULL ? NULL : dgs_arena_array(arena, n, sizeof *drawings);
    if (drawings == NULL)
        return dgs_fail_memory(err);
    if (!read_drawings(arena, paths, n, drawings, err))
        return false;
    dgs_buf out = {.arena = arena};
    put_file(&out, drawings, n);
    if (out.failed)
        return dgs_fail_memory(err);
    return dgs_save_file(out_path, (dgs_str){out.p, out.n}, err);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        (void)fputs("usage: dgs-bake OUT.c FILE.svg...\n", stderr);
        return DGS_ERR_USAGE;
    }
    dgs_err err = {0};
    dgs_arena *arena = dgs_arena_new(ARENA_MAX);
    bool ok = bake(arena, argv[1], argv + 2, (size_t)argc - 2, &err);
    dgs_arena_free(arena);
    if (!ok)
        (void)fprintf(stderr, "dgs-bake: %s\n", err.message);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
