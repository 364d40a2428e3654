// Pixels -> an image XObject, with its transparency as a second one.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/deflate.h"
#include "pdf/picture.h"
#include "pdf/string.h"

// Pictures that come as plain rows are few: level 6 is four times as fast as 9 and 2 % larger.
enum { LEVEL = 6 };

enum { NONE, SUB, UP, FILTERS }; // PNG row filters (ISO/IEC 15948, 9.2)

typedef struct rows {
    const uint8_t *samples;
    size_t width, step, height; // bytes a row, bytes a pixel, rows
} rows;

// Writes the row under one filter and returns how far its bytes are from 0, which tells how well it will compress.
static unsigned long filter_row(const rows *r, size_t y, int filter, uint8_t *out)
{
    const uint8_t *row = r->samples + y * r->width;
    const uint8_t *above = y == 0 ? NULL : row - r->width;
    unsigned long cost = 0;
    out[0] = (uint8_t)filter;
    for (size_t x = 0; x < r->width; x++) {
        uint8_t before = 0;
        if (filter == SUB && x >= r->step)
            before = row[x - r->step];
        else if (filter == UP && above != NULL)
            before = above[x];
        uint8_t v = (uint8_t)(row[x] - before);
        out[x + 1] = v;
        cost += v < 128 ? v : 256u - v;
    }
    return cost;
}

// The rows, each under its cheapest filter, compressed row by row: no second copy of the picture is made.
static bool pack_rows(const rows *r, dgs_arena *arena, dgs_str *out)
{
    dgs_buf packed = {.arena = arena};
    dgs_deflater *deflater = dgs_deflater_new(LEVEL);
    uint8_t *room = malloc(FILTERS * (r->width + 1));
    bool ok = deflater != NULL && room != NULL;
    for (size_t y = 0; ok && y < r->height; y++) {
        uint8_t *best = NULL;
        unsigned long least = 0;
        for (int filter = NONE; filter < FILTERS; filter++) {
            uint8_t *row = room + (size_t)filter * (r->width + 1);
            unsigned long cost = filter_row(r, y, filter, row);
            if (best == NULL || cost < least) {
                best = row;
                least = cost;
            }
        }
        dgs_str bytes = {(const char *)best, r->width + 1};
        ok = dgs_deflater_add(deflater, bytes, y + 1 == r->height, &packed);
    }
    free(room);
    dgs_deflater_free(deflater);
    *out = (dgs_str){packed.p, packed.n};
    return ok;
}

static void add_filter(dgs_buf *entries, const dgs_raster *raster)
{
    if (raster->encoding == DGS_PIXELS_JPEG)
        dgs_buf_adds(entries, "/Filter /DCTDecode\n");
    else
        dgs_buf_addf(entries, "/Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors %u /Columns %u>>\n",
                     raster->channels, raster->w);
}

static void add_color_space(dgs_buf *entries, const dgs_raster *raster)
{
    if (raster->palette.n == 0) {
        dgs_buf_adds(entries, raster->channels == 3 ? "/DeviceRGB" : "/DeviceGray");
        return;
    }
    dgs_buf_addf(entries, "[/Indexed /DeviceRGB %zu <", raster->palette.n / 3 - 1);
    dgs_pdf_add_hex(entries, raster->palette.p, raster->palette.n);
    dgs_buf_adds(entries, ">]");
}

static dgs_object *make_image(dgs_writer *writer, const dgs_raster *raster, dgs_str packed, const char *color_space,
                              const dgs_object *mask)
{
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_name(object, "Type", "XObject");
    dgs_object_set_name(object, "Subtype", "Image");
    dgs_object_set_int(object, "Width", (int)raster->w);
    dgs_object_set_int(object, "Height", (int)raster->h);
    dgs_object_set_int(object, "BitsPerComponent", 8);
    if (mask != NULL)
        dgs_object_set_ref(object, "SMask", mask);
    dgs_buf filter = {.arena = writer->arena}, entries = {.arena = writer->arena};
    add_filter(&filter, raster);
    dgs_buf_addf(&entries, "/ColorSpace %s\n", color_space);
    if (filter.failed || entries.failed)
        return NULL;
    dgs_object_set_entries(object, (dgs_str){entries.p, entries.n});
    dgs_object_set_raw_stream(object, packed, filter.p);
    return object;
}

static dgs_object *make_mask(dgs_writer *writer, const dgs_raster *raster)
{
    dgs_str packed;
    rows r = {(const uint8_t *)raster->alpha.p, raster->w, 1, raster->h};
    if (!pack_rows(&r, writer->arena, &packed))
        return NULL;
    const dgs_raster mask = {.w = raster->w, .h = raster->h, .channels = 1, .encoding = DGS_PIXELS_DEFLATE};
    return make_image(writer, &mask, packed, "/DeviceGray", NULL);
}

static bool sound(const dgs_raster *raster)
{
    size_t pixels = (size_t)raster->w * raster->h;
    const dgs_window *s = &raster->shown;
    return s->x <= raster->w && s->w <= raster->w - s->x && s->y <= raster->h && s->h <= raster->h - s->y &&
           raster->w > 0 && raster->h > 0 && (raster->channels == 1 || raster->channels == 3) &&
           raster->palette.n % 3 == 0 && raster->palette.n <= 768 &&
           (raster->alpha.n == 0 || raster->alpha.n == pixels) &&
           (raster->encoding != DGS_PIXELS_PLAIN || raster->samples.n == pixels * raster->channels);
}

dgs_object *dgs_raster_make(dgs_writer *writer, const dgs_raster *raster)
{
    if (!sound(raster)) {
        (void)dgs_fail(writer->err, DGS_ERR_SOFTWARE, "a picture's size and its pixels differ: please report this");
        return NULL;
    }
    rows r = {(const uint8_t *)raster->samples.p, (size_t)raster->w * raster->channels, raster->channels, raster->h};
    dgs_str packed = raster->samples;
    bool ok = raster->encoding != DGS_PIXELS_PLAIN || pack_rows(&r, writer->arena, &packed);
    dgs_object *mask = ok && raster->alpha.n > 0 ? make_mask(writer, raster) : NULL;
    dgs_buf space = {.arena = writer->arena};
    add_color_space(&space, raster);
    ok = ok && !space.failed && (raster->alpha.n == 0 || mask != NULL);
    dgs_object *object = ok ? make_image(writer, raster, packed, space.p, mask) : NULL;
    if (!dgs_objects_ok(writer->objects, writer->err))
        return NULL;
    if (object == NULL)
        (void)dgs_fail_memory(writer->err);
    return object;
}

// How the unit square of an image (its first row on top) comes to stand upright, by its orientation: a to f of a matrix
// (ISO 32000-1, 8.3.3).
static const signed char turns[9][6] = {
    {1, 0, 0, 1, 0, 0},   {1, 0, 0, 1, 0, 0},  {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
    {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1}, {0, 1, 1, 0, 0, 0},  {0, 1, -1, 0, 1, 0},
};

// The part of the upright unit square that is shown.
static dgs_rect shown_part(const dgs_raster *raster, const signed char *turn)
{
    const dgs_window *s = &raster->shown;
    if (s->w == 0)
        return (dgs_rect){0, 0, 1, 1};
    double u[] = {(double)s->x / raster->w, (double)(s->x + s->w) / raster->w};
    double v[] = {1 - (double)(s->y + s->h) / raster->h, 1 - (double)s->y / raster->h};
    double x[2], y[2];
    for (int i = 0; i < 2; i++) {
        x[i] = turn[0] * u[i] + turn[2] * v[i] + turn[4];
        y[i] = turn[1] * u[i] + turn[3] * v[i] + turn[5];
    }
    return (dgs_rect){fmin(x[0], x[1]), fmin(y[0], y[1]), fabs(x[1] - x[0]), fabs(y[1] - y[0])};
}

void dgs_raster_paint(dgs_canvas *canvas, dgs_rect rect, int number, const dgs_raster *raster)
{
    const signed char *turn = turns[raster->orientation <= 8 ? raster->orientation : 1];
    dgs_rect part = shown_part(raster, turn);
    double w = rect.w / part.w, h = rect.h / part.h;
    dgs_buf *buf = &canvas->buf;
    dgs_buf_adds(buf, "q ");
    if (raster->shown.w > 0) {
        dgs_canvas_point(canvas, rect.x, rect.y + rect.h);
        dgs_canvas_num(canvas, rect.w);
        dgs_canvas_num(canvas, rect.h);
        dgs_buf_adds(buf, "re W n ");
    }
    const double scale[] = {turn[0] * w, turn[1] * h, turn[2] * w, turn[3] * h};
    for (int i = 0; i < 4; i++) {
        dgs_pdf_add_scale(buf, scale[i]);
        dgs_buf_addc(buf, ' ');
    }
    dgs_canvas_point(canvas, rect.x + (turn[4] - part.x) * w, rect.y + rect.h - (turn[5] - part.y) * h);
    dgs_buf_addf(buf, "cm /X%d Do Q\n", number);
}
