#include <png.h>
#include <zlib.h>

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/image.h"
#include "image/png_chunks.h"
#include "image/trim.h"

enum {
    SIGNATURE = DGS_PNG_SIGNATURE,
    IHDR_END = SIGNATURE + 25,  // the first chunk is IHDR with 13 bytes
    CHUNK_MALLOC_MAX = 1 << 20, // for what libpng would keep of one chunk; all we let it read is far smaller
    DEFLATE_RATIO_MAX = 1032    // deflate writes at most 258 bytes for 2 bits
};

// The work on one file; libpng's callbacks see it too.
typedef struct reader {
    const char *name;
    dgs_str bytes;
    size_t at, rows_end; // read so far; and when the last row was there
    dgs_arena *arena;
    dgs_raster *out;
    dgs_err *err;
    bool keep_stream;          // the compressed stream may be passed on, as far as IHDR tells
    bool in_rows, warned;      // libpng warned while it read the rows: the stream is not to be passed on
    bool no_memory;            // an allocation of libpng failed
    char reason[96];           // what libpng said when it gave up
    uint8_t *samples, *alpha;  // plain rows; alpha appears with the first pixel that is not opaque
    uint8_t index_alpha[256];  // of the palette's colours
    unsigned colors, channels; // in the palette; in a row as libpng gives it, alpha included
    bool wide;                 // libpng gives 16 bits a sample
    dgs_png_about about;
    uint8_t *srgb; // a row whose colors were converted
    dgs_icc *icc;  // makes sRGB of a row; NULL = its colors are taken as they are
    dgs_trim trim; // of a stream that is kept
} reader;

// The rows and columns of the picture that one pass of an interlaced file brings; a plain file is one pass.
typedef struct grid {
    uint32_t x0, dx, y0, dy;
} grid;

static const grid plain = {0, 1, 0, 1};
static const grid adam7[] = {{0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4},
                             {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}};

static _Noreturn void on_error(png_structp png, png_const_charp message)
{
    reader *r = png_get_error_ptr(png);
    (void)snprintf(r->reason, sizeof r->reason, "%s", message);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)message;
    reader *r = png_get_error_ptr(png);
    r->warned = r->warned || r->in_rows;
}

static png_voidp on_malloc(png_structp png, png_alloc_size_t size)
{
    reader *r = png_get_mem_ptr(png);
    void *p = malloc(size);
    if (p == NULL)
        r->no_memory = true;
    return p;
}

static void on_free(png_structp png, png_voidp p)
{
    (void)png;
    free(p);
}

static void on_read(png_structp png, png_bytep out, size_t n)
{
    reader *r = png_get_io_ptr(png);
    if (n > r->bytes.n - r->at)
        png_error(png, "it is incomplete");
    memcpy(out, r->bytes.p + r->at, n);
    r->at += n;
}

static bool damaged(const reader *r, const char *reason)
{
    return dgs_fail(r->err, DGS_ERR_DATA, "%s: the PNG is damaged (%s): save it again and use that file", r->name,
                    reason);
}

// Reads what the file claims to be before libpng does, so that a size beyond the limits gets its own sentence.
static bool check_header(reader *r)
{
    dgs_str s = r->bytes;
    if (s.n < SIGNATURE || png_sig_cmp((png_const_bytep)s.p, 0, SIGNATURE) != 0)
        return dgs_fail(r->err, DGS_ERR_DATA, "%s: is not a PNG picture: use a file saved as PNG", r->name);
    if (s.n < IHDR_END)
        return damaged(r, "it is incomplete");
    if (dgs_png_number(s.p + 8) != 13 || memcmp(s.p + 12, "IHDR", 4) != 0)
        return damaged(r, "it does not start with its size");
    uint32_t w = dgs_png_number(s.p + 16), h = dgs_png_number(s.p + 20);
    if (w == 0 || h == 0)
        return damaged(r, "it claims to have no pixels");
    if (!dgs_raster_check_size(r->name, w, h, r->err))
        return false;
    unsigned char depth = (unsigned char)s.p[24], type = (unsigned char)s.p[25], interlaced = (unsigned char)s.p[28];
    r->keep_stream = depth == 8 && interlaced == 0 &&
                     (type == PNG_COLOR_TYPE_GRAY || type == PNG_COLOR_TYPE_RGB || type == PNG_COLOR_TYPE_PALETTE);
    *r->out = (dgs_raster){.w = w, .h = h};
    return true;
}

static void set_up(reader *r, png_structp png)
{
    png_set_read_fn(png, r, on_read);
    png_set_user_limits(png, DGS_IMAGE_SIDE_MAX, DGS_IMAGE_SIDE_MAX);
    png_set_chunk_cache_max(png, 8);
    png_set_chunk_malloc_max(png, CHUNK_MALLOC_MAX);
    // Profiles and texts are not used, so their readers are not let near a stranger's bytes.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, (png_const_bytep) "pHYs", 1);
}

// What makes sRGB of the colors, where they are plainly others.
static bool choose_colors(reader *r, png_structp png, png_infop info)
{
    unsigned type = png_get_color_type(png, info);
    bool indexed = type == PNG_COLOR_TYPE_PALETTE;
    bool clear = (type & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png, info, PNG_INFO_tRNS) != 0;
    r->wide = png_get_bit_depth(png, info) == 16;
    const dgs_icc_layout layout = {
        .inks = (type & PNG_COLOR_MASK_COLOR) != 0 ? 3 : 1, .alpha = clear && !indexed, .wide = r->wide};
    dgs_icc_verdict verdict = DGS_ICC_SRGB;
    if (r->about.managed)
        verdict = dgs_icc_new(&r->about.colors, layout, &r->icc);
    if (verdict == DGS_ICC_MEMORY)
        return dgs_fail_memory(r->err);
    if (r->about.damaged || verdict == DGS_ICC_DAMAGED)
        r->out->remark = dgs_icc_remark;
    r->wide = r->wide && r->icc != NULL;
    r->keep_stream = r->keep_stream && (r->icc == NULL || indexed);
    return true;
}

static bool copy_palette(reader *r, png_structp png, png_infop info)
{
    png_colorp colors = NULL;
    int n = 0, ntrans = 0;
    if (png_get_PLTE(png, info, &colors, &n) == 0 || n < 1 || n > 256)
        png_error(png, "it has no palette");
    uint8_t *copy = dgs_arena_array(r->arena, (size_t)n, 3);
    if (copy == NULL)
        return dgs_fail_memory(r->err);
    r->colors = (unsigned)n;
    r->out->palette = (dgs_str){(const char *)copy, 3 * (size_t)n};
    for (size_t i = 0; i < (size_t)n; i++) {
        copy[3 * i] = colors[i].red;
        copy[3 * i + 1] = colors[i].green;
        copy[3 * i + 2] = colors[i].blue;
    }
    if (r->icc != NULL)
        dgs_icc_convert(r->icc, copy, copy, (size_t)n);
    png_bytep trans = NULL;
    memset(r->index_alpha, 255, sizeof r->index_alpha);
    if (png_get_tRNS(png, info, &trans, &ntrans, NULL) != 0 && trans != NULL && ntrans <= 256)
        memcpy(r->index_alpha, trans, (size_t)ntrans);
    return true;
}

// A pixel without a colour is an error of the file's writer; PDF and PNG programs each paint something else for it.
static void check_indices(const reader *r, png_structp png, const uint8_t *row, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (row[i] >= r->colors)
            png_error(png, "a pixel has a color that is not in its palette");
}

// Asks libpng for rows of 8-bit grey or RGB with or without alpha; palette pictures become a byte an index.
static bool choose_rows(reader *r, png_structp png, png_infop info)
{
    unsigned type = png_get_color_type(png, info);
    uint64_t raw = (uint64_t)png_get_rowbytes(png, info) * r->out->h;
    if (raw / DEFLATE_RATIO_MAX > r->bytes.n)
        png_error(png, "it is too short for its size");
    if (type == PNG_COLOR_TYPE_PALETTE) {
        png_set_packing(png);
        if (!copy_palette(r, png, info))
            return false;
    } else {
        png_set_expand(png);
        if (!r->wide)
            png_set_scale_16(png);
    }
    png_read_update_info(png, info);
    r->channels = png_get_channels(png, info);
    r->out->channels = r->channels < 3 ? 1 : 3;
    return true;
}

static void place_color(reader *r, const uint8_t *row, const grid *pass, uint32_t y)
{
    size_t color = r->out->channels, step = pass->dx * color;
    uint8_t *to = r->samples + ((size_t)y * r->out->w + pass->x0) * color;
    for (uint32_t x = pass->x0; x < r->out->w; x += pass->dx, to += step, row += r->channels) {
        to[0] = row[0];
        if (color == 3) {
            to[1] = row[1];
            to[2] = row[2];
        }
    }
}

static bool new_alpha(reader *r)
{
    size_t n = (size_t)r->out->w * r->out->h;
    r->alpha = dgs_arena_alloc(r->arena, n);
    if (r->alpha == NULL)
        return dgs_fail_memory(r->err);
    memset(r->alpha, 255, n);
    return true;
}

static bool place_alpha(reader *r, const uint8_t *row, const grid *pass, uint32_t y)
{
    bool indexed = r->colors > 0;
    row += indexed ? 0 : r->out->channels;
    for (uint32_t x = pass->x0; x < r->out->w; x += pass->dx, row += r->channels) {
        uint8_t alpha = indexed ? r->index_alpha[*row] : *row;
        if (alpha == 255)
            continue;
        if (r->alpha == NULL && !new_alpha(r))
            return false;
        r->alpha[(size_t)y * r->out->w + x] = alpha;
    }
    return true;
}

// Puts one row of a pass at its place in the picture, colour and alpha apart.
static bool place_row(reader *r, const uint8_t *row, const grid *pass, uint32_t y)
{
    place_color(r, row, pass, y);
    bool has_alpha = r->channels > r->out->channels || r->colors > 0;
    return !has_alpha || place_alpha(r, row, pass, y);
}

// Behind the last row libpng reads the stream to its end, which a few megabytes can make last for minutes.
static void check_rest(const reader *r, png_structp png, png_infop info)
{
    size_t at = SIGNATURE, end = 0, row = png_get_rowbytes(png, info);
    const char *type = NULL;
    for (dgs_str payload; dgs_png_chunk(r->bytes, &at, &type, &payload);)
        if (memcmp(type, "IDAT", 4) == 0)
            end = at;
    if (end > r->at && end - r->at > 2 * row + DGS_PNG_BEHIND_MAX)
        png_error(png, "it continues far beyond its last row");
}

// libpng 1.6.48 forgives what 1.6.39 does not: a last chunk whose checksum is wrong. It is the sign of a damaged file,
// and no file is to be good with the one library and bad with the other.
static void check_end(const reader *r, png_structp png)
{
    size_t at = SIGNATURE;
    const char *type = NULL;
    dgs_str payload = {0};
    while (at < r->at && dgs_png_chunk(r->bytes, &at, &type, &payload)) {
    }
    if (type == NULL ||
        dgs_png_number(payload.p + payload.n) != crc32(0, (const unsigned char *)type, 4 + (uInt)payload.n))
        png_error(png, "IEND: CRC error");
}

// libpng skips a pass without pixels too.
static bool has_pixels(const reader *r, const grid *pass)
{
    return r->out->w > pass->x0 && r->out->h > pass->y0;
}

static bool read_pass(reader *r, png_structp png, png_infop info, uint8_t *row, const grid *pass, bool last)
{
    uint32_t columns = (r->out->w - pass->x0 + pass->dx - 1) / pass->dx;
    for (uint32_t y = pass->y0; y < r->out->h; y += pass->dy) {
        if (last && r->out->h - y <= pass->dy)
            check_rest(r, png, info);
        png_read_row(png, row, NULL);
        const uint8_t *shown = row;
        if (r->srgb != NULL) {
            dgs_icc_convert(r->icc, row, r->srgb, columns);
            shown = r->srgb;
        }
        if (r->colors > 0)
            check_indices(r, png, row, columns);
        if (r->keep_stream)
            dgs_trim_row(&r->trim, row, y);
        if (r->samples != NULL && !place_row(r, shown, pass, y))
            return false;
    }
    return true;
}

// Reads every row; where the stream is kept, only to see that it can be read.
static bool read_rows(reader *r, png_structp png, png_infop info)
{
    uint8_t *row = dgs_arena_alloc(r->arena, png_get_rowbytes(png, info));
    if (!r->keep_stream)
        r->samples = dgs_arena_array(r->arena, (size_t)r->out->w * r->out->h, r->out->channels);
    if (r->icc != NULL && r->colors == 0)
        r->srgb = dgs_arena_array(r->arena, r->out->w, r->channels);
    bool made = r->srgb != NULL || r->icc == NULL || r->colors > 0;
    if (row == NULL || !made || (r->samples == NULL && !r->keep_stream))
        return dgs_fail_memory(r->err);
    if (r->keep_stream)
        dgs_trim_color(&r->trim, r->out);
    r->in_rows = true;
    bool interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE, ok = true;
    const grid *passes = interlaced ? adam7 : &plain;
    size_t last = interlaced ? sizeof adam7 / sizeof adam7[0] - 1 : 0;
    while (!has_pixels(r, &passes[last]))
        last--;
    for (size_t i = 0; i <= last && ok; i++)
        ok = !has_pixels(r, &passes[i]) || read_pass(r, png, info, row, &passes[i], i == last);
    r->in_rows = false;
    r->rows_end = r->at;
    if (ok) {
        png_read_end(png, NULL);
        check_end(r, png);
    }
    return ok;
}

static void read_density(reader *r, png_structp png, png_infop info)
{
    const double inch = 0.0254;
    png_uint_32 x = 0, y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    if (png_get_pHYs(png, info, &x, &y, &unit) == 0 || unit != PNG_RESOLUTION_METER || x == 0 || y == 0)
        return;
    r->out->dpi_x = x * inch;
    r->out->dpi_y = y * inch;
}

static bool read_picture(reader *r, png_structp png, png_infop info)
{
    set_up(r, png);
    png_read_info(png, info);
    if (png_get_valid(png, info, PNG_INFO_tRNS) != 0)
        r->keep_stream = false;
    if (!choose_colors(r, png, info) || !choose_rows(r, png, info) || !read_rows(r, png, info))
        return false;
    read_density(r, png, info);
    return true;
}

// The only function that libpng may jump back to; whatever happens, its structures die here.
static bool decode(reader *r)
{
    png_structp png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, r, on_error, on_warning, r, on_malloc, on_free);
    png_infop info = png == NULL ? NULL : png_create_info_struct(png);
    volatile bool ok = false;
    if (info == NULL)
        r->no_memory = true;
    else if (setjmp(png_jmpbuf(png)) == 0)
        ok = read_picture(r, png, info);
    if (png != NULL)
        png_destroy_read_struct(&png, &info, NULL);
    dgs_icc_free(r->icc);
    r->icc = NULL;
    if (ok)
        return true;
    return r->no_memory ? dgs_fail_memory(r->err) : damaged(r, r->reason);
}

// Joins the payloads of the IDAT chunks that brought the rows: together they are one zlib stream. Behind the last row
// libpng has read to the end of the chunk, so that rows_end parts them from any that belong to nothing.
static bool collect_stream(reader *r)
{
    size_t at = SIGNATURE, total = 0;
    dgs_str read = {r->bytes.p, r->rows_end}, payload;
    const char *type = NULL;
    char *out = dgs_arena_alloc(r->arena, read.n);
    if (out == NULL)
        return dgs_fail_memory(r->err);
    while (dgs_png_chunk(read, &at, &type, &payload)) {
        if (memcmp(type, "IDAT", 4) != 0)
            continue;
        memcpy(out + total, payload.p, payload.n);
        total += payload.n;
    }
    r->out->samples = (dgs_str){out, total};
    r->out->encoding = DGS_PIXELS_DEFLATE;
    r->out->visible = dgs_trim_end(&r->trim);
    return true;
}

static reader begin(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err)
{
    return (reader){.name = name, .bytes = bytes, .arena = arena, .out = out, .err = err};
}

bool dgs_png_parse(dgs_arena *arena, const char *name, dgs_str bytes, dgs_raster *out, dgs_err *err)
{
    reader r = begin(arena, name, bytes, out, err);
    if (!check_header(&r))
        return false;
    if (!dgs_png_read_about(arena, bytes, &r.about))
        return dgs_fail_memory(err);
    out->orientation = r.about.orientation;
    const dgs_png_about about = r.about;
    if (!decode(&r))
        return false;
    if (r.keep_stream && r.warned) { // readable, but with a flaw that a PDF program may not forgive
        r = begin(arena, name, bytes, out, err);
        r.about = about;
        if (!decode(&r))
            return false;
    }
    if (r.keep_stream)
        return collect_stream(&r);
    size_t pixels = (size_t)out->w * out->h;
    out->samples = (dgs_str){(const char *)r.samples, pixels * out->channels};
    if (r.alpha != NULL)
        out->alpha = (dgs_str){(const char *)r.alpha, pixels};
    dgs_trim_find(out);
    return true;
}
