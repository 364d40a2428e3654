// PNG files made here with libpng and read back pixel by pixel, and what must be refused; kinds of files.
#include <png.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "host/folder.h"
#include "image/image.h"
#include "unit.h"

enum { ARENA = 64 * 1024 * 1024, FILE_MAX = 256 * 1024 };

static dgs_arena *arena;
static dgs_err err;

static void set_up(void)
{
    arena = dgs_arena_new(ARENA);
    ck_assert_ptr_nonnull(arena);
    err = (dgs_err){0};
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

// What a picture made for a test is. Its samples come from sample(), so that they can be asked for again.
typedef struct spec {
    int type, depth, interlace;
    bool trans;
    uint32_t w, h;
    double gamma; // 0 = that of sRGB
} spec;

typedef struct bytes {
    unsigned char p[FILE_MAX];
    size_t n;
} bytes;

static bytes file; // the picture under test

static const png_color palette[4] = {{255, 0, 0}, {0, 200, 10}, {1, 2, 3}, {250, 251, 252}};
static const png_byte palette_alpha[3] = {0, 128, 255};

static unsigned sample(const spec *s, uint32_t x, uint32_t y, unsigned channel)
{
    uint32_t v = (x * 2654435761u ^ y * 40503u ^ channel * 977u) * 2246822519u >> 16;
    if (s->type == PNG_COLOR_TYPE_PALETTE)
        return s->depth == 1 ? v & 1 : v & 3;
    return v >> (16 - s->depth);
}

static unsigned channels_of(int type)
{
    return (type & PNG_COLOR_MASK_PALETTE ? 1u
            : type & PNG_COLOR_MASK_COLOR ? 3u
                                          : 1u) +
           (type & PNG_COLOR_MASK_ALPHA ? 1u : 0u);
}

static void on_write(png_structp png, png_bytep p, size_t n)
{
    bytes *out = png_get_io_ptr(png);
    ck_assert(n <= sizeof out->p - out->n);
    memcpy(out->p + out->n, p, n);
    out->n += n;
}

static void on_flush(png_structp png)
{
    (void)png;
}

static void put_sample(unsigned char *row, const spec *s, size_t at, unsigned v)
{
    if (s->depth == 16) {
        row[2 * at] = (unsigned char)(v >> 8);
        row[2 * at + 1] = (unsigned char)v;
    } else {
        size_t bit = at * (size_t)s->depth;
        row[bit / 8] = (unsigned char)(row[bit / 8] | v << (8 - (size_t)s->depth - bit % 8));
    }
}

static void set_trans(png_structp png, png_infop info, const spec *s)
{
    png_color_16 key = {.red = (png_uint_16)sample(s, 0, 0, 0),
                        .green = (png_uint_16)sample(s, 0, 0, 1),
                        .blue = (png_uint_16)sample(s, 0, 0, 2),
                        .gray = (png_uint_16)sample(s, 0, 0, 0)};
    if (s->type == PNG_COLOR_TYPE_PALETTE)
        png_set_tRNS(png, info, (png_bytep)palette_alpha, s->depth == 1 ? 2 : 3, NULL);
    else
        png_set_tRNS(png, info, NULL, 0, &key);
}

static void make_png(const spec *s, int ncolors)
{
    file.n = 0;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, on_write, on_flush);
    png_set_compression_buffer_size(png, 100); // many IDAT chunks
    png_set_check_for_invalid_index(png, 0);
    png_set_IHDR(png, info, s->w, s->h, s->depth, s->type, s->interlace, 0, 0);
    png_set_pHYs(png, info, 11811, 5906, PNG_RESOLUTION_METER);
    png_set_gAMA(png, info, s->gamma > 0 ? s->gamma : 0.45455);
    if (s->type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, ncolors);
    if (s->trans)
        set_trans(png, info, s);
    png_write_info(png, info);
    size_t row_size = png_get_rowbytes(png, info), n = channels_of(s->type);
    png_bytep *rows = calloc(s->h, sizeof *rows);
    for (uint32_t y = 0; y < s->h; y++) {
        rows[y] = calloc(1, row_size);
        for (uint32_t x = 0; x < s->w; x++)
            for (unsigned c = 0; c < n; c++)
                put_sample(rows[y], s, x * n + c, sample(s, x, y, c));
    }
    png_write_image(png, rows);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    for (uint32_t y = 0; y < s->h; y++)
        free(rows[y]);
    free(rows);
}

static bool parse_png(dgs_raster *r)
{
    err = (dgs_err){0};
    // a copy of its exact size, so that the sanitizer sees a read beyond it
    char *copy = malloc(file.n == 0 ? 1 : file.n);
    memcpy(copy, file.p, file.n);
    bool ok = dgs_png_parse(arena, "logo.png", (dgs_str){copy, file.n}, r, &err);
    free(copy);
    return ok;
}

static unsigned paeth(int a, int b, int c)
{
    int pa = abs(b - c), pb = abs(a - c), pc = abs(a + b - 2 * c);
    return (unsigned)(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
}

// Inflates and unfilters a kept stream as a PDF program would: plain rows.
static unsigned char *undo_stream(const dgs_raster *r)
{
    size_t row = (size_t)r->w * r->channels, step = r->channels;
    uLongf n = (uLongf)(r->h * (row + 1));
    unsigned char *raw = malloc(n + 1), *out = calloc(r->h, row);
    uLongf got = n + 1; // a byte more than there should be
    uLong used = (uLong)r->samples.n;
    ck_assert_int_eq(uncompress2(raw, &got, (const Bytef *)r->samples.p, &used), Z_OK);
    ck_assert_uint_eq(used, r->samples.n); // nothing behind the stream
    ck_assert_uint_eq(got, n);
    for (size_t y = 0; y < r->h; y++)
        for (size_t i = 0; i < row; i++) {
            unsigned char *to = out + y * row + i;
            unsigned a = i < step ? 0 : to[-(ptrdiff_t)step], b = y == 0 ? 0 : *(to - row);
            unsigned c = i < step || y == 0 ? 0 : *(to - row - step);
            unsigned guess[] = {0, a, b, (a + b) / 2, paeth((int)a, (int)b, (int)c)};
            ck_assert_uint_le(raw[y * (row + 1)], 4);
            *to = (unsigned char)(raw[y * (row + 1) + 1 + i] + guess[raw[y * (row + 1)]]);
        }
    free(raw);
    return out;
}

static unsigned as_byte(const spec *s, unsigned v)
{
    return (unsigned)floor(v * 255.0 / ((1 << s->depth) - 1) + 0.5);
}

static unsigned expected_alpha(const spec *s, uint32_t x, uint32_t y)
{
    unsigned n = channels_of(s->type), v = sample(s, x, y, 0);
    if (s->type & PNG_COLOR_MASK_ALPHA)
        return as_byte(s, sample(s, x, y, n - 1));
    if (!s->trans)
        return 255;
    if (s->type == PNG_COLOR_TYPE_PALETTE)
        return v < 3 ? palette_alpha[v] : 255;
    bool key = true;
    for (unsigned c = 0; c < n; c++)
        key = key && sample(s, x, y, c) == sample(s, 0, 0, c);
    return key ? 0 : 255;
}

static void check_pixels(const spec *s, const dgs_raster *r)
{
    bool indexed = s->type == PNG_COLOR_TYPE_PALETTE, color = s->type & PNG_COLOR_MASK_COLOR;
    ck_assert_uint_eq(r->channels, color && !indexed ? 3 : 1);
    ck_assert_uint_eq(r->palette.n, !indexed ? 0 : s->depth == 1 ? 6 : 12);
    ck_assert(!indexed || memcmp(r->palette.p, palette, r->palette.n) == 0);
    unsigned char *undone = r->encoding == DGS_PIXELS_DEFLATE ? undo_stream(r) : NULL;
    const unsigned char *at = r->encoding == DGS_PIXELS_DEFLATE ? undone : (const unsigned char *)r->samples.p;
    ck_assert(r->encoding == DGS_PIXELS_DEFLATE || r->samples.n == (size_t)r->w * r->h * r->channels);
    bool opaque = true;
    for (uint32_t y = 0; y < s->h; y++)
        for (uint32_t x = 0; x < s->w; x++) {
            for (unsigned c = 0; c < r->channels; c++, at++)
                ck_assert_uint_eq(*at, indexed ? sample(s, x, y, c) : as_byte(s, sample(s, x, y, c)));
            unsigned alpha = expected_alpha(s, x, y);
            opaque = opaque && alpha == 255;
            if (r->alpha.n > 0)
                ck_assert_uint_eq((unsigned char)r->alpha.p[(size_t)y * s->w + x], alpha);
        }
    ck_assert_uint_eq(r->alpha.n, opaque ? 0 : (size_t)s->w * s->h);
    free(undone);
}

static const struct {
    int type, depth;
    bool trans;
} kinds[] = {{0, 1, false}, {0, 2, false}, {0, 4, false},  {0, 8, false}, {0, 16, false}, {0, 1, true}, {0, 2, true},
             {0, 4, true},  {0, 8, true},  {0, 16, true},  {2, 8, false}, {2, 16, false}, {2, 8, true}, {2, 16, true},
             {3, 1, false}, {3, 2, false}, {3, 4, false},  {3, 8, false}, {3, 1, true},   {3, 2, true}, {3, 4, true},
             {3, 8, true},  {4, 8, false}, {4, 16, false}, {6, 8, false}, {6, 16, false}};

START_TEST(png_kind)
{
    static const uint32_t sides[] = {1, 2, 3, 4, 5, 8, 9, 40};
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
        for (size_t k = 0; k < sizeof sides / sizeof sides[0]; k++)
            for (int interlace = 0; interlace < 2; interlace++) {
                spec s = {kinds[_i].type, kinds[_i].depth, interlace, kinds[_i].trans, sides[i], sides[k], 0};
                make_png(&s, s.depth == 1 ? 2 : 4);
                dgs_raster r;
                ck_assert_msg(parse_png(&r), "%s", err.message);
                ck_assert_uint_eq(r.w, s.w);
                ck_assert_uint_eq(r.h, s.h);
                bool kept = s.depth == 8 && !s.interlace && !s.trans && !(s.type & PNG_COLOR_MASK_ALPHA);
                ck_assert_int_eq(r.encoding, kept ? DGS_PIXELS_DEFLATE : DGS_PIXELS_PLAIN);
                ck_assert_double_eq_tol(r.dpi_x, 300, 0.01);
                ck_assert_double_eq_tol(r.dpi_y, 150, 0.02);
                check_pixels(&s, &r);
            }
}
END_TEST

// Light from 0 to 1, as a channel of sRGB (IEC 61966-2-1).
static long as_srgb(double light)
{
    return lround(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055));
}

// Colours become those of sRGB, transparency stays; within what 8 bits lose.
START_TEST(png_gamma)
{
    static const double gammas[] = {0.3, 1.0};
    for (size_t i = 0; i < 2; i++) {
        spec s = {kinds[_i].type, kinds[_i].depth, (int)i, kinds[_i].trans, 9, 40, gammas[i]};
        make_png(&s, s.depth == 1 ? 2 : 4);
        dgs_raster r;
        ck_assert_msg(parse_png(&r), "%s", err.message);
        bool indexed = s.type == PNG_COLOR_TYPE_PALETTE;
        for (size_t k = 0; k < r.palette.n; k++) {
            unsigned v = ((const png_byte *)palette)[k];
            ck_assert_int_le(labs((unsigned char)r.palette.p[k] - as_srgb(pow(v / 255.0, 1 / s.gamma))), 1);
        }
        ck_assert(indexed || r.encoding == DGS_PIXELS_PLAIN);
        for (uint32_t y = 0; y < s.h && !indexed; y++)
            for (uint32_t x = 0; x < s.w; x++) {
                unsigned got = (unsigned char)r.samples.p[((size_t)y * s.w + x) * r.channels];
                double part = sample(&s, x, y, 0) / (double)((1 << s.depth) - 1);
                ck_assert_int_le(labs((long)got - as_srgb(pow(part, 1 / s.gamma))), 1);
                if (r.alpha.n > 0)
                    ck_assert_uint_eq((unsigned char)r.alpha.p[(size_t)y * s.w + x], expected_alpha(&s, x, y));
            }
    }
}
END_TEST

static const spec rgb = {PNG_COLOR_TYPE_RGB, 8, 0, false, 37, 11, 0};
static const spec indexed = {PNG_COLOR_TYPE_PALETTE, 8, 0, false, 37, 11, 0};

static void put32(unsigned char *p, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        p[i] = (unsigned char)(v >> (24 - 8 * i));
}

static uint32_t get32(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static unsigned char *chunk(const char *type) // its length field
{
    unsigned char *p = file.p + 8;
    while (memcmp(p + 4, type, 4) != 0) {
        p += get32(p) + 12;
        ck_assert(p < file.p + file.n);
    }
    return p;
}

static void seal(unsigned char *p) // sets the chunk's CRC
{
    uint32_t n = get32(p);
    put32(p + 8 + n, (uint32_t)crc32(0, p + 4, n + 4));
}

static void drop(const char *type)
{
    unsigned char *p = chunk(type), *behind = p + get32(p) + 12;
    memmove(p, behind, (size_t)(file.p + file.n - behind));
    file.n -= (size_t)(behind - p);
}

static void refuses_png(const char *words)
{
    dgs_raster r;
    ck_assert(!parse_png(&r));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strncmp(err.message, "logo.png: ", 10) == 0 && strstr(err.message, words) != NULL, "%s", err.message);
}

static void claim_size(uint32_t w, uint32_t h)
{
    make_png(&rgb, 0);
    put32(file.p + 16, w);
    put32(file.p + 20, h);
    seal(file.p + 8);
}

START_TEST(png_size)
{
    claim_size(100000, 100000);
    refuses_png("claims 100000 x 100000 pixels: use one of at most 20000 pixels a side");
    claim_size(20000, 20000);
    refuses_png("claims 20000 x 20000 pixels");
    claim_size(20001, 1);
    refuses_png("claims 20001 x 1 pixels");
    claim_size(0xffffffffu, 0xffffffffu);
    refuses_png("claims 4294967295 x 4294967295 pixels");
    claim_size(0, 11);
    refuses_png("damaged");
    claim_size(37, 0);
    refuses_png("damaged");
    claim_size(37, 12);
    refuses_png("damaged (Not enough image data)");
    claim_size(7000, 7000);
    refuses_png("too short for its size");
}
END_TEST

START_TEST(png_flawed_stream)
{
    spec less = rgb;
    less.h = 9;
    claim_size(37, 9); // rows to spare: read, but the stream is not passed on
    dgs_raster r;
    ck_assert_msg(parse_png(&r), "%s", err.message);
    ck_assert_int_eq(r.encoding, DGS_PIXELS_PLAIN);
    check_pixels(&less, &r);

    make_png(&rgb, 0);
    unsigned char *last = file.p + file.n - 12; // one more IDAT behind the last, with no part in the stream
    memmove(last + 16, last, 12);
    memcpy(last, "\0\0\0\4IDATabcd", 12);
    seal(last);
    file.n += 16;
    ck_assert_msg(parse_png(&r), "%s", err.message);
    ck_assert_int_eq(r.encoding, DGS_PIXELS_DEFLATE);
    check_pixels(&rgb, &r);
}
END_TEST

START_TEST(png_palette)
{
    make_png(&indexed, 4);
    drop("PLTE");
    refuses_png("damaged");
    make_png(&indexed, 2);
    refuses_png("a color that is not in its palette");
    spec small = indexed;
    small.depth = 4;
    small.trans = true;
    make_png(&small, 3);
    refuses_png("a color that is not in its palette");
    make_png(&indexed, 4);
    put32(chunk("PLTE"), 11);
    refuses_png("damaged");
}
END_TEST

START_TEST(png_crc)
{
    static const char *const critical[] = {"IHDR", "PLTE", "IDAT", "IEND"};
    for (size_t i = 0; i < 4; i++) {
        make_png(&indexed, 4);
        unsigned char *p = chunk(critical[i]);
        p[8 + get32(p)] ^= 1;
        refuses_png("damaged");
    }
    dgs_raster r;
    make_png(&rgb, 0);
    unsigned char *p = chunk("pHYs"); // what only describes may be broken
    p[8 + get32(p)] ^= 1;
    ck_assert(parse_png(&r));
    ck_assert(r.encoding == DGS_PIXELS_DEFLATE && r.dpi_x == 0);
    make_png(&rgb, 0);
    memcpy(file.p + file.n, "tail", 4);
    file.n += 4;
    ck_assert(parse_png(&r));
    check_pixels(&rgb, &r);
}
END_TEST

START_TEST(png_truncated)
{
    spec s = {kinds[_i].type, kinds[_i].depth, 1, kinds[_i].trans, 19, 7, 0};
    make_png(&s, s.depth == 1 ? 2 : 4);
    for (size_t n = file.n; file.n = --n, n > 0;)
        refuses_png(n < 8 ? "is not a PNG picture" : "damaged");
    file.n = 0;
    refuses_png("is not a PNG picture");
}
END_TEST

START_TEST(png_any_byte_wrong)
{
    spec s = {kinds[_i].type, kinds[_i].depth, _i % 2, kinds[_i].trans, 9, 5, 0};
    make_png(&s, s.depth == 1 ? 2 : 4);
    for (size_t i = 0; i < file.n; i++)
        for (int bit = 0; bit < 8; bit++) {
            file.p[i] = (unsigned char)(file.p[i] ^ 1u << bit);
            dgs_raster r;
            ck_assert(parse_png(&r) || err.kind == DGS_ERR_DATA);
            file.p[i] = (unsigned char)(file.p[i] ^ 1u << bit);
        }
}
END_TEST

#define SVG(body) "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">" body "</svg>"
#define PATH(d) SVG("<path d=\"" d "\"/>")

// With any arena the work is done or memory is said to be short; nothing else.
START_TEST(small_arenas)
{
    static const spec specs[] = {{2, 8, 0, false, 9, 5, 0}, {6, 8, 1, false, 9, 5, 0}, {3, 4, 0, true, 9, 5, 0}};
    for (size_t i = 0; i < sizeof specs / sizeof specs[0]; i++) {
        make_png(&specs[i], 4);
        bool done = false;
        for (size_t cap = 0; !done; cap += 8) {
            dgs_arena *small = dgs_arena_new(cap);
            dgs_raster r;
            err = (dgs_err){0};
            done = dgs_png_parse(small, "a.png", (dgs_str){(char *)file.p, file.n}, &r, &err);
            ck_assert(done || err.kind == DGS_ERR_MEMORY);
            ck_assert_uint_lt(cap, 64 * 1024);
            dgs_arena_free(small);
        }
    }
}
END_TEST

static bool load(const void *p, size_t n, dgs_picture *out)
{
    char path[] = "test_image_XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, p, n), (ssize_t)n);
    close(fd);
    err = (dgs_err){0};
    bool ok = dgs_image_load(arena, &(dgs_image_source){&dgs_files_at, "logo", path}, out, &err);
    unlink(path);
    return ok;
}

START_TEST(load_by_content)
{
    dgs_picture picture;
    make_png(&rgb, 0);
    ck_assert_msg(load(file.p, file.n, &picture), "%s", err.message);
    ck_assert_int_eq(picture.kind, DGS_PICTURE_RASTER);
    check_pixels(&rgb, picture.raster);
    ck_assert_double_eq_tol(dgs_picture_aspect(&picture), 37.0 / 11, 1e-9);
    static const char svg[] = "\xef\xbb\xbf\n<?xml version='1.0'?>" PATH("M0 0h1");
    ck_assert(!load(svg, sizeof svg - 1, &picture)); // XML forbids the line end before its declaration
    static const char good[] = "\xef\xbb\xbf<?xml version='1.0'?>\n" PATH("M0 0h1");
    ck_assert_msg(load(good, sizeof good - 1, &picture), "%s", err.message);
    ck_assert_int_eq(picture.kind, DGS_PICTURE_ART);
    ck_assert(!dgs_image_load(arena, &(dgs_image_source){&dgs_files_at, "logo", "no/such/file.png"}, &picture,
                              &(dgs_err){0}));
}
END_TEST

static const struct {
    dgs_str bytes;
    const char *words;
} refused[] = {
    {{"\xff\xd8\xff\xe0....", 8}, "the JPEG is damaged (it is incomplete): save it again"},
    {{"\x89PNG\r\n\x1a\n\0\0\0\4CgBI\x50\0\x20\2", 20}, "a PNG for iPhone apps, which other programs do not read: ask"},
    {{"GIF89a..", 8}, "the logo is a GIF picture: open it in any picture program and save it as PNG"},
    {{"RIFF....WEBPVP8 ", 16}, "the WebP is damaged (it is incomplete): save it again as PNG"},
    {{"RIFF....", 8}, "is not a picture"},
    {{"%PDF-1.7", 8}, "a PDF file: ask your designer for the logo as SVG"},
    {{"%!PS-Adobe-3.0 EPSF", 19}, "an EPS drawing: ask your designer for the logo as SVG"},
    {{"\0\0\0\x18"
      "ftypheic",
      12},
     "a HEIC picture: open it in your photo program"},
    {{"\0\0\0\x18"
      "ftypmif1",
      12},
     "a HEIC picture: open it in your photo program"},
    {{"\0\0\0\x1c"
      "ftypavif",
      12},
     "an AVIF picture: open it in any picture program"},
    {{"\0\0\1\0\1\0", 6}, "an icon of a website (ICO): ask your designer for the logo"},
    {{"\0\0\0\x0cjP  \r\n\x87\n", 12}, "a JPEG 2000 picture: open it"},
    {{"8BPS\0\1", 6}, "a Photoshop file: open it in the program that it comes from"},
    {{"\0\xffKA....", 8}, "an Affinity file: open it in the program that it comes from"},
    {{"fig-kiwi", 8}, "a Figma file: open it in the program that it comes from"},
    {{"\xd0\xcf\x11\xe0....", 8}, "an Office document: ask your designer for the logo"},
    {{"\0\5\x16\7....", 8}, "what a Mac keeps next to a file: use the file of the same name without \"._\" before it"},
    {{"PK\3\4....", 8}, "a ZIP file: unpack it"},
    {{" <!-- a --><!DOCTYPE HTML><html>", 32}, "a web page, not a picture: get the logo again"},
    {{"<html lang='en'>", 16}, "a web page, not a picture"},
    {{"BM......", 8}, "a BMP picture"},
    {{"II*\0....", 8}, "a TIFF picture"},
    {{"\x1f\x8b\x08.....", 8}, "a compressed file"},
    {{"hello", 5}, "the logo is not a picture: use a PNG, JPEG, WebP or SVG file"},
    {{"\x89PN", 3}, "the logo is not a picture"},
    {{"", 0}, "the logo is empty"},
    {{" \n ", 3}, "the logo is not a picture"},
    {{"<kml></kml>", 11}, "is not an SVG drawing"},
};

START_TEST(load_refusal)
{
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        dgs_picture picture;
        ck_assert(!load(refused[i].bytes.p, refused[i].bytes.n, &picture));
        ck_assert_int_eq(err.kind, DGS_ERR_DATA);
        ck_assert_msg(strstr(err.message, refused[i].words) != NULL, "%s", err.message);
    }
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static Suite *image_suite(void)
{
    Suite *suite = suite_create("image");
    TCase *tc = tcase_create("image");
    tcase_set_timeout(tc, 120);
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_loop_test(tc, png_kind, 0, COUNT(kinds));
    tcase_add_loop_test(tc, png_gamma, 0, COUNT(kinds));
    tcase_add_test(tc, png_size);
    tcase_add_test(tc, png_flawed_stream);
    tcase_add_test(tc, png_palette);
    tcase_add_test(tc, png_crc);
    tcase_add_loop_test(tc, png_truncated, 0, COUNT(kinds));
    tcase_add_loop_test(tc, png_any_byte_wrong, 0, COUNT(kinds));
    tcase_add_test(tc, small_arenas);
    tcase_add_test(tc, load_by_content);
    tcase_add_test(tc, load_refusal);
    suite_add_tcase(suite, tc);
    return suite;
}

int main(void)
{
    return run_suite(image_suite());
}
