// JPEG files made here with libjpeg and held against their pixels as libjpeg gives them, and what must be refused.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
// jpeglib.h needs stdio.h before it
#include <jpeglib.h>

#include "image/image.h"
#include "unit.h"

enum { W = 37, H = 21, FILE_MAX = 64 * 1024 };

static dgs_arena *arena;
static dgs_err err;

typedef struct bytes {
    unsigned char p[FILE_MAX];
    size_t n;
} bytes;

static bytes file; // the picture under test

static void set_up(void)
{
    arena = dgs_arena_new(64 * 1024 * 1024);
    ck_assert_ptr_nonnull(arena);
    err = (dgs_err){0};
}

static void tear_down(void)
{
    dgs_arena_free(arena);
}

// What a picture made for a test is.
typedef struct spec {
    J_COLOR_SPACE in, kept; // of the samples; of the file
    int channels;
    bool progressive, adobe, jfif;
} spec;

static const spec specs[] = {
    {JCS_GRAYSCALE, JCS_GRAYSCALE, 1, false, false, true},
    {JCS_GRAYSCALE, JCS_GRAYSCALE, 1, true, false, false},
    {JCS_RGB, JCS_YCbCr, 3, false, false, true},
    {JCS_RGB, JCS_YCbCr, 3, true, false, true},
    {JCS_RGB, JCS_YCbCr, 3, false, true, false},
    {JCS_RGB, JCS_YCbCr, 3, false, false, false},
    {JCS_RGB, JCS_RGB, 3, false, true, false},
    {JCS_RGB, JCS_RGB, 3, true, false, false},
    {JCS_CMYK, JCS_CMYK, 4, false, true, false},
    {JCS_CMYK, JCS_YCCK, 4, false, true, false},
    {JCS_CMYK, JCS_CMYK, 4, true, false, false},
    {JCS_CMYK, JCS_YCCK, 4, true, true, false},
};

// A smooth picture, which JPEG keeps well.
static unsigned sample(int x, int y, int channel)
{
    const int v[] = {x * 255 / W, y * 255 / H, (x + y) * 255 / (W + H), 40 + 2 * x};
    return (unsigned)v[channel];
}

static const char exif[] = "Exif\0\0II*\0\010\0\0\0\4\0"
                           "\022\001\3\0\1\0\0\0\6\0\0\0"
                           "\032\001\5\0\1\0\0\0\076\0\0\0"
                           "\033\001\5\0\1\0\0\0\076\0\0\0"
                           "\050\001\3\0\1\0\0\0\3\0\0\0"
                           "\0\0\0\0\144\0\0\0\1\0\0\0GPS 45 N 122 W";
static const char thumbnail[] = "JFXX\0\020 a small picture of somebody";

static void make_jpeg(const spec *s, unsigned density)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg = {.err = jpeg_std_error(&errors)};
    jpeg_create_compress(&jpeg);
    unsigned char *out = NULL, row[W * 4];
    unsigned long n = 0;
    jpeg_mem_dest(&jpeg, &out, &n);
    jpeg.image_width = W;
    jpeg.image_height = H;
    jpeg.input_components = s->channels;
    jpeg.in_color_space = s->in;
    jpeg_set_defaults(&jpeg);
    jpeg_set_colorspace(&jpeg, s->kept);
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg.write_JFIF_header = s->jfif;
    jpeg.write_Adobe_marker = s->adobe;
    jpeg.density_unit = density > 0 ? 1 : 0;
    jpeg.X_density = jpeg.Y_density = density > 0 ? (UINT16)density : 1;
    if (s->progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    jpeg_write_marker(&jpeg, JPEG_APP0, (const JOCTET *)thumbnail, sizeof thumbnail);
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, (const JOCTET *)exif, sizeof exif);
    jpeg_write_marker(&jpeg, JPEG_COM, (const JOCTET *)"taken at home", 13);
    while (jpeg.next_scanline < jpeg.image_height) {
        for (int x = 0; x < W; x++)
            for (int c = 0; c < s->channels; c++)
                row[x * s->channels + c] = (unsigned char)sample(x, (int)jpeg.next_scanline, c);
        JSAMPROW rows[] = {row};
        (void)jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    ck_assert_uint_le(n, sizeof file.p - 64);
    memcpy(file.p, out, n);
    file.n = n;
    free(out);
}

static bool parse_jpeg(dgs_raster *r)
{
    err = (dgs_err){0};
    // a copy of its exact size, so that the sanitizer sees a read beyond it
    char *copy = malloc(file.n == 0 ? 1 : file.n);
    memcpy(copy, file.p, file.n);
    bool ok = dgs_jpeg_parse(arena, "logo.jpg", (dgs_str){copy, file.n}, r, &err);
    free(copy);
    return ok;
}

// Decodes a kept stream as a PDF program would.
static unsigned char *decode(const dgs_raster *r)
{
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct jpeg = {.err = jpeg_std_error(&errors)};
    unsigned char *out = malloc((size_t)r->w * r->h * r->channels);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, (const unsigned char *)r->samples.p, r->samples.n);
    (void)jpeg_read_header(&jpeg, TRUE);
    ck_assert_int_eq(jpeg.num_components, r->channels);
    ck_assert(r->channels == 1 || jpeg.saw_Adobe_marker);
    (void)jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = out + (size_t)jpeg.output_scanline * r->w * r->channels;
        (void)jpeg_read_scanlines(&jpeg, &row, 1);
    }
    (void)jpeg_finish_decompress(&jpeg);
    ck_assert_int_eq(errors.num_warnings, 0);
    jpeg_destroy_decompress(&jpeg);
    return out;
}

static int expected(const spec *s, int x, int y, int channel)
{
    if (s->channels < 4)
        return (int)sample(x, y, channel);
    double ink[4];
    for (int c = 0; c < 4; c++)
        ink[c] = s->adobe ? 1 - sample(x, y, c) / 255.0 : sample(x, y, c) / 255.0;
    return (int)lround(255 * (1 - ink[channel]) * (1 - ink[3]));
}

static bool contains(dgs_str s, const char *words)
{
    for (size_t i = 0; i + strlen(words) <= s.n; i++)
        if (memcmp(s.p + i, words, strlen(words)) == 0)
            return true;
    return false;
}

START_TEST(jpeg_kind)
{
    const spec *s = &specs[_i];
    make_jpeg(s, s->jfif ? 300 : 0);
    dgs_raster r;
    ck_assert_msg(parse_jpeg(&r), "%s", err.message);
    ck_assert(r.w == W && r.h == H && r.alpha.n == 0 && r.palette.n == 0);
    ck_assert_int_eq(r.channels, s->channels == 1 ? 1 : 3);
    ck_assert_int_eq(r.encoding, s->channels == 4 ? DGS_PIXELS_PLAIN : DGS_PIXELS_JPEG);
    ck_assert_int_eq(r.orientation, 6);
    ck_assert_double_eq_tol(r.dpi_x, s->jfif ? 300 : 254, 0.01);
    unsigned char *pixels = s->channels == 4 ? NULL : decode(&r);
    const unsigned char *at = pixels == NULL ? (const unsigned char *)r.samples.p : pixels;
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            for (int c = 0; c < r.channels; c++, at++)
                ck_assert_int_le(abs(*at - expected(s, x, y, c)), 14);
    free(pixels);
    static const char *const told[] = {"Exif", "GPS", "somebody", "home", "JFIF"};
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        ck_assert_msg(!contains(r.samples, told[i]), "%s is still there", told[i]);
    uint32_t across, down;
    dgs_raster_size(&r, &across, &down);
    ck_assert(across == H && down == W); // it lies on its side
}
END_TEST

static unsigned char *marker(unsigned char code)
{
    unsigned char *p = file.p + 2;
    while (p[1] != code) {
        p += 2 + (p[2] << 8 | p[3]);
        ck_assert(p < file.p + file.n && p[0] == 0xff);
    }
    return p;
}

static void insert(unsigned char *at, const char *what, size_t n)
{
    memmove(at + n, at, (size_t)(file.p + file.n - at));
    memcpy(at, what, n);
    file.n += n;
}

static void refuses(const char *words)
{
    dgs_raster r;
    ck_assert(!parse_jpeg(&r));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_msg(strncmp(err.message, "logo.jpg: ", 10) == 0 && strstr(err.message, words) != NULL, "%s", err.message);
}

static const spec color = {JCS_RGB, JCS_YCbCr, 3, false, false, true};
static const spec scans = {JCS_RGB, JCS_YCbCr, 3, true, false, true};

START_TEST(jpeg_kinds_refused)
{
    static const struct {
        unsigned char frame;
        const char *words;
    } frames[] = {{0xc3, "is lossless, which few programs read: save it as"},
                  {0xc5, "is hierarchical"},
                  {0xc7, "is hierarchical"},
                  {0xc9, "is compressed with arithmetic coding"},
                  {0xca, "is compressed with arithmetic coding"},
                  {0xcf, "is hierarchical"},
                  {0xdc, "in the wrong place"}};
    for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) {
        make_jpeg(&color, 0);
        marker(0xc0)[1] = frames[i].frame;
        refuses(frames[i].words);
    }
    make_jpeg(&color, 0);
    marker(0xc0)[4] = 12;
    refuses("is 12-bit");
    make_jpeg(&color, 0);
    insert(marker(0xc0), "\xff\xcc\0\4\0\0", 6);
    refuses("arithmetic");
    make_jpeg(&color, 0);
    unsigned char *frame = marker(0xc0);
    frame[3] = 14;
    frame[9] = 2;
    memmove(frame + 16, frame + 19, (size_t)(file.p + file.n - frame - 19));
    file.n -= 3;
    refuses("is neither gray nor RGB nor CMYK");
}
END_TEST

START_TEST(jpeg_size)
{
    make_jpeg(&color, 0);
    memcpy(marker(0xc0) + 5, "\xff\xff\xff\xff", 4);
    refuses("claims 65535 x 65535 pixels: use one of at most 20000");
    make_jpeg(&color, 0);
    memcpy(marker(0xc0) + 5, "\x4e\x20\x4e\x20", 4);
    refuses("claims 20000 x 20000 pixels");
    make_jpeg(&color, 0);
    memcpy(marker(0xc0) + 5, "\0\0", 2);
    refuses("claims to have no pixels");
    make_jpeg(&color, 0);
    memcpy(marker(0xc0) + 5, "\x10\0\x10\0", 4); // far more than there is
    refuses("damaged");
}
END_TEST

// A progressive file whose last scan comes again and again.
// Whether the file's passes are few enough, whatever else may be wrong with it.
static void passes(bool few)
{
    dgs_raster r;
    bool ok = parse_jpeg(&r), told = strstr(err.message, "comes in too many passes for its size") != NULL;
    ck_assert(few ? ok || !told : !ok && told && err.kind == DGS_ERR_DATA);
}

START_TEST(jpeg_scans)
{
    make_jpeg(&scans, 0);
    unsigned char scan[2048], *p = file.p + file.n - 2;
    while (!(p[0] == 0xff && p[1] == 0xda))
        p--;
    size_t n = (size_t)(file.p + file.n - 2 - p);
    ck_assert_uint_le(n, sizeof scan);
    memcpy(scan, p, n);
    size_t have = 0;
    for (const unsigned char *q = file.p; q < file.p + file.n - 1; q++)
        have += q[0] == 0xff && q[1] == 0xda;
    for (; have < 20; have++)
        insert(p, (const char *)scan, n);
    memcpy(marker(0xc2) + 5, "\x09\xc4\x4e\x20", 4); // 2500 x 20000, twenty times: as much as may be
    passes(true);
    insert(p, (const char *)scan, n);
    passes(false);
    memcpy(marker(0xc2) + 5, "\0\x15\0\x25", 4);
    for (have++; have < DGS_JPEG_SCANS_MAX; have++)
        insert(p, (const char *)scan, n);
    passes(true);
    insert(p, (const char *)scan, n);
    passes(false);
    make_jpeg(&scans, 0);
    memcpy(marker(0xc2) + 5, "\x1b\x58\x1b\x58", 4); // 7000 x 7000: 49 million pixels, ten times
    dgs_raster r;
    bool few = parse_jpeg(&r);
    ck_assert(!few && err.kind == DGS_ERR_DATA);
}
END_TEST

// Whether libjpeg is let unpack a progressive picture of 2497 x 20000 pixels in four inks, whose rows are filled up to
// whole groups of so many blocks.
static bool may_unpack(unsigned char sampling)
{
    const spec inks = {JCS_CMYK, JCS_CMYK, 4, true, false, false};
    dgs_arena *own = dgs_arena_new(DGS_MEMORY_MAX);
    dgs_raster r;
    make_jpeg(&inks, 0);
    unsigned char *frame = marker(0xc2);
    memcpy(frame + 5, "\x4e\x20\x09\xc1", 4);
    for (int i = 0; i < 4; i++)
        frame[11 + 3 * i] = sampling;
    err = (dgs_err){0};
    ck_assert(!dgs_jpeg_parse(own, "logo.jpg", (dgs_str){(const char *)file.p, file.n}, &r, &err)); // it ends early
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    dgs_arena_free(own);
    return strstr(err.message, "takes more than 384 MB to unpack: save it as an ordinary JPEG") == NULL;
}

START_TEST(jpeg_memory)
{
    ck_assert(may_unpack(0x11));  // 313 x 2500 blocks of 128 bytes, four times: 382 MB
    ck_assert(!may_unpack(0x41)); // 316 x 2500: 386 MB
}
END_TEST

START_TEST(jpeg_segments)
{
    make_jpeg(&color, 0);
    memcpy(file.p + file.n, "a second picture, GPS", 21); // dropped, as what stands behind the end
    file.n += 21;
    dgs_raster r;
    ck_assert_msg(parse_jpeg(&r), "%s", err.message);
    ck_assert(!contains(r.samples, "GPS"));
    make_jpeg(&color, 0);
    insert(marker(0xc0), "\xff\xff\xff", 3); // fill bytes
    ck_assert_msg(parse_jpeg(&r), "%s", err.message);
    make_jpeg(&color, 0);
    insert(marker(0xc0), "words", 5);
    refuses("there is something between its segments");
    make_jpeg(&color, 0);
    unsigned char *frame = marker(0xc0);
    unsigned char copy[19];
    memcpy(copy, frame, sizeof copy);
    insert(frame, (const char *)copy, sizeof copy);
    refuses("it has two frames");
    make_jpeg(&color, 0);
    marker(0xc0)[3] = 1;
    refuses("damaged");
    make_jpeg(&color, 0);
    file.p[0] = 'x';
    refuses("is not a JPEG picture");
}
END_TEST

// Orientation and density by hand: byte order, wrong types and offsets beyond the end.
START_TEST(jpeg_exif)
{
    static const struct {
        const char *tiff;
        size_t n;
        int orientation;
        double dpi;
    } cases[] = {
        {"MM\0*\0\0\0\010\0\1\1\022\0\3\0\0\0\1\0\3\0\0\0\0\0\0", 26, 3, 0},
        {"II*\0\010\0\0\0\1\0\022\1\3\0\1\0\0\0\011\0\0\0\0\0\0\0", 26, 0, 0}, // there is no 9
        {"II*\0\010\0\0\0\1\0\022\1\4\0\1\0\0\0\2\0\0\0\0\0\0\0", 26, 0, 0},   // of another type
        {"II*\0\377\377\377\377\1\0", 10, 0, 0},
        {"II*\0\010\0\0\0\377\377\022\1\3\0\1\0\0\0\10\0\0\0", 22, 8, 0}, // more entries than there are
        {"II*\0\010\0\0\0\2\0\032\1\5\0\1\0\0\0\377\377\377\177\033\1\5\0\1\0\0\0\0\0\0\0\0", 36, 0, 0},
        {"XX*\0\010\0\0\0", 8, 0, 0},
        {"II", 2, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const spec plain = {JCS_RGB, JCS_YCbCr, 3, false, false, false};
        make_jpeg(&plain, 0);
        unsigned char *app1 = marker(0xe1);
        char segment[64] = "\xff\xe1\0\0Exif\0";
        segment[3] = (char)(8 + cases[i].n);
        memcpy(segment + 10, cases[i].tiff, cases[i].n);
        size_t old = 2 + (size_t)(app1[2] << 8 | app1[3]);
        memmove(app1, app1 + old, (size_t)(file.p + file.n - app1) - old);
        file.n -= old;
        insert(file.p + 2, segment, 10 + cases[i].n);
        dgs_raster r;
        ck_assert_msg(parse_jpeg(&r), "%zu: %s", i, err.message);
        ck_assert_int_eq(r.orientation, cases[i].orientation);
        ck_assert_double_eq(r.dpi_x, cases[i].dpi);
    }
}
END_TEST

START_TEST(jpeg_truncated)
{
    make_jpeg(&specs[_i], 0);
    for (size_t n = file.n; file.n = --n, n > 0;)
        refuses(n < 2 ? "is not a JPEG picture" : "damaged");
}
END_TEST

START_TEST(jpeg_any_byte_wrong)
{
    make_jpeg(&specs[_i], 0);
    for (size_t i = 0; i < file.n; i++)
        for (int bit = 0; bit < 8; bit += 3) {
            file.p[i] = (unsigned char)(file.p[i] ^ 1u << bit);
            dgs_raster r;
            dgs_arena *own = dgs_arena_new(256 * 1024 * 1024), *kept = arena;
            arena = own;
            ck_assert(parse_jpeg(&r) || err.kind == DGS_ERR_DATA || err.kind == DGS_ERR_MEMORY);
            arena = kept;
            dgs_arena_free(own);
            file.p[i] = (unsigned char)(file.p[i] ^ 1u << bit);
        }
}
END_TEST

// With any arena the work is done or memory is said to be short; nothing else.
START_TEST(small_arenas)
{
    make_jpeg(&specs[_i], 0);
    bool done = false;
    for (size_t cap = 0; !done; cap += 64) {
        dgs_arena *small = dgs_arena_new(cap);
        dgs_raster r;
        err = (dgs_err){0};
        done = dgs_jpeg_parse(small, "a.jpg", (dgs_str){(char *)file.p, file.n}, &r, &err);
        ck_assert(done || err.kind == DGS_ERR_MEMORY);
        ck_assert_uint_lt(cap, 256 * 1024);
        dgs_arena_free(small);
    }
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static Suite *image_jpeg_suite(void)
{
    Suite *suite = suite_create("image_jpeg");
    TCase *tc = tcase_create("image_jpeg");
    tcase_set_timeout(tc, 120);
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_loop_test(tc, jpeg_kind, 0, COUNT(specs));
    tcase_add_test(tc, jpeg_kinds_refused);
    tcase_add_test(tc, jpeg_size);
    tcase_add_test(tc, jpeg_scans);
    tcase_add_test(tc, jpeg_memory);
    tcase_add_test(tc, jpeg_segments);
    tcase_add_test(tc, jpeg_exif);
    tcase_add_loop_test(tc, jpeg_truncated, 0, COUNT(specs));
    tcase_add_loop_test(tc, jpeg_any_byte_wrong, 0, COUNT(specs));
    tcase_add_loop_test(tc, small_arenas, 0, COUNT(specs));
    suite_add_tcase(suite, tc);
    return suite;
}

int main(void)
{
    return run_suite(image_jpeg_suite());
}
