#include "pdf/grayscale.h"

#include <stdlib.h>
#include <string.h>

#include "image/grayscale.h"
#include "image/image.h"
#include "pdf/pack.h"

const dgs_art *dgs_grayscale_art(dgs_writer *writer, const dgs_box *box)
{
    bool logo = box->node != NULL && box->node->kind == DGS_NODE_LOGO;
    dgs_ink ink = writer->options->ink;
    if (ink == DGS_INK_COLOR || (ink == DGS_INK_SAVER && logo))
        return box->art;
    dgs_art *out = dgs_arena_alloc(writer->arena, sizeof *out);
    bool ok = out != NULL && (ink == DGS_INK_GRAY ? dgs_art_gray(writer->arena, box->art, out)
                                                  : dgs_art_outline(writer->arena, box->art, out));
    if (!ok)
        (void)dgs_fail_memory(writer->err);
    return ok ? out : NULL;
}

enum { NONE, SUB, UP, AVERAGE, PAETH }; // PNG row filters (ISO/IEC 15948, 9.2)

static int paeth(int a, int b, int c)
{
    int p = a + b - c, pa = abs(p - a), pb = abs(p - b), pc = abs(p - c);
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

// Takes the filter off one row; `above` is the row before it, as it became, or NULL.
static void unfilter(uint8_t *row, const uint8_t *above, size_t width, size_t step, int filter)
{
    for (size_t x = 0; x < width; x++) {
        int left = x < step ? 0 : row[x - step], up = above == NULL ? 0 : above[x];
        int corner = x < step || above == NULL ? 0 : above[x - step];
        const int guesses[] = {[NONE] = 0, [SUB] = left, [UP] = up, [AVERAGE] = (left + up) / 2};
        row[x] = (uint8_t)(row[x] + (filter == PAETH ? paeth(left, up, corner) : guesses[filter]));
    }
}

// A PNG's stream, which the image room found sound, as plain rows.
static bool inflate_rows(dgs_writer *writer, const dgs_raster *raster, dgs_raster *out)
{
    size_t width = (size_t)raster->w * raster->channels, n = (width + 1) * raster->h;
    uint8_t *rows = dgs_arena_array(writer->arena, n, 1), *to = rows;
    if (rows == NULL)
        return dgs_fail_memory(writer->err);
    if (!dgs_pack_inflate(raster->samples, rows, n))
        return dgs_fail(writer->err, DGS_ERR_SOFTWARE, "a picture's pixels cannot be read again: please report this");
    for (size_t y = 0; y < raster->h; y++, to += width) {
        const uint8_t *from = rows + y * (width + 1);
        int filter = from[0];
        memmove(to, from + 1, width);
        unfilter(to, y == 0 ? NULL : to - width, width, raster->channels, filter > PAETH ? NONE : filter);
    }
    out->encoding = DGS_PIXELS_PLAIN;
    out->samples = (dgs_str){(const char *)rows, width * raster->h};
    return true;
}

static bool decode(dgs_writer *writer, const dgs_raster *raster, dgs_raster *out)
{
    *out = *raster;
    if (raster->channels == 1 || raster->encoding == DGS_PIXELS_PLAIN)
        return true;
    if (raster->encoding == DGS_PIXELS_JPEG)
        return dgs_jpeg_decode(writer->arena, raster, out, writer->err);
    return inflate_rows(writer, raster, out);
}

const dgs_raster *dgs_grayscale_raster(dgs_writer *writer, const dgs_box *box)
{
    if (writer->options->ink != DGS_INK_GRAY)
        return box->raster;
    dgs_raster plain, *out = dgs_arena_alloc(writer->arena, sizeof *out);
    if (out != NULL && !decode(writer, box->raster, &plain))
        return NULL;
    if (out != NULL && dgs_raster_gray(writer->arena, &plain, out))
        return out;
    (void)dgs_fail_memory(writer->err);
    return NULL;
}
