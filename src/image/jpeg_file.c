#include <string.h>

#include "image/exif.h"
#include "image/image.h"
#include "image/jpeg.h"

enum { // markers (ITU-T T.81, table B.1)
    SOF0 = 0xc0,
    SOF2 = 0xc2,
    SOF3 = 0xc3,
    DHT = 0xc4,
    SOF9 = 0xc9,
    SOF11 = 0xcb,
    DAC = 0xcc,
    SOF15 = 0xcf,
    RST0 = 0xd0,
    RST7 = 0xd7,
    SOI = 0xd8,
    EOI = 0xd9,
    SOS = 0xda,
    DQT = 0xdb,
    DRI = 0xdd,
    APP0 = 0xe0,
    APP1 = 0xe1,
    APP2 = 0xe2,
    APP14 = 0xee,
    APP15 = 0xef,
    COM = 0xfe
};

enum { ADOBE = 18, ADOBE_NONE = -1 };            // bytes of SOI and an Adobe segment
enum { PROFILE_HEAD = 14, PROFILE_PARTS = 255 }; // "ICC_PROFILE", 0, a part's number from 1 on, how many there are

typedef struct scanner {
    const char *name;
    dgs_str bytes;
    size_t at;
    char *out; // room for all of it, and the Adobe segment before it
    size_t n;
    dgs_jpeg_file *file;
    uint8_t ids[4]; // the components' names
    bool jfif;
    int adobe;                    // its transform, or ADOBE_NONE
    dgs_str parts[PROFILE_PARTS]; // of the profile
    unsigned nparts;              // that there are to be
    dgs_err *err;
} scanner;

static unsigned byte(dgs_str s, size_t at)
{
    return (unsigned char)s.p[at];
}

static unsigned be16(dgs_str s, size_t at)
{
    return byte(s, at) << 8 | byte(s, at + 1);
}

bool dgs_jpeg_damaged(const char *name, const char *reason, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_DATA, "%s: the JPEG is damaged (%s): save it again and use that file", name, reason);
}

static bool damaged(const scanner *s, const char *reason)
{
    return dgs_jpeg_damaged(s->name, reason, s->err);
}

static bool refuse(const scanner *s, const char *kind)
{
    return dgs_fail(s->err, DGS_ERR_DATA,
                    "%s: the JPEG is %s, which few programs read: save it as an ordinary 8-bit JPEG or as PNG", s->name,
                    kind);
}

static void keep(scanner *s, dgs_str part)
{
    memcpy(s->out + s->n, part.p, part.n);
    s->n += part.n;
}

static bool check_size(const scanner *s)
{
    uint32_t w = s->file->w, h = s->file->h;
    if (w == 0 || h == 0)
        return damaged(s, "it claims to have no pixels");
    return dgs_raster_check_size(s->name, w, h, s->err);
}

// B.2.2: precision, height, width, and three bytes a component.
static bool read_frame(scanner *s, dgs_str body)
{
    enum { HEAD = 6, COMPONENT = 3 };
    if (s->file->components > 0)
        return damaged(s, "it has two frames");
    if (body.n < HEAD || body.n != HEAD + COMPONENT * (size_t)byte(body, 5))
        return damaged(s, "its frame has the wrong length");
    if (byte(body, 0) != 8)
        return refuse(s, byte(body, 0) == 12 ? "12-bit" : "not 8-bit");
    s->file->h = be16(body, 1);
    s->file->w = be16(body, 3);
    s->file->components = byte(body, 5);
    if (s->file->components != 1 && s->file->components != 3 && s->file->components != 4)
        return refuse(s, "neither gray nor RGB nor CMYK");
    for (size_t i = 0; i < s->file->components; i++)
        s->ids[i] = (uint8_t)byte(body, HEAD + COMPONENT * i);
    return check_size(s);
}

// T.871, 10.1: "JFIF", version, unit, density.
static void read_jfif(scanner *s, dgs_str body)
{
    const double inch[] = {0, 1, 2.54};
    if (body.n < 12 || memcmp(body.p, "JFIF", 5) != 0)
        return;
    s->jfif = true;
    unsigned unit = byte(body, 7), x = be16(body, 8), y = be16(body, 10);
    if (unit < 1 || unit > 2 || x == 0 || y == 0)
        return;
    s->file->dpi_x = x * inch[unit];
    s->file->dpi_y = y * inch[unit];
}

static void read_exif(scanner *s, dgs_str bytes)
{
    dgs_exif exif = {0};
    dgs_exif_read(bytes, &exif);
    s->file->orientation = exif.orientation;
    if (s->file->dpi_x > 0 || exif.dpi_x <= 0) // JFIF has said it
        return;
    s->file->dpi_x = exif.dpi_x;
    s->file->dpi_y = exif.dpi_y;
}

static void read_profile(scanner *s, dgs_str body)
{
    unsigned part = byte(body, PROFILE_HEAD - 2), of = byte(body, PROFILE_HEAD - 1);
    s->file->damaged = s->file->damaged || part == 0 || part > of || (s->nparts > 0 && of != s->nparts);
    if (s->file->damaged || s->parts[part - 1].n > 0)
        return;
    s->nparts = of;
    s->parts[part - 1] = (dgs_str){body.p + PROFILE_HEAD, body.n - PROFILE_HEAD};
}

static void read_application(scanner *s, unsigned marker, dgs_str body)
{
    if (marker == APP0)
        read_jfif(s, body);
    else if (marker == APP1 && body.n > 6 && memcmp(body.p, "Exif\0\0", 6) == 0 && s->file->orientation == 0)
        read_exif(s, (dgs_str){body.p + 6, body.n - 6});
    else if (marker == APP2 && body.n >= PROFILE_HEAD && memcmp(body.p, "ICC_PROFILE", 12) == 0)
        read_profile(s, body);
    else if (marker == APP14 && body.n >= 12 && memcmp(body.p, "Adobe", 5) == 0)
        s->adobe = (int)byte(body, 11);
}

static bool wrong_kind(const scanner *s, unsigned marker)
{
    if (marker == SOF3)
        return refuse(s, "lossless");
    if (marker == DAC || (marker >= SOF9 && marker <= SOF11))
        return refuse(s, "compressed with arithmetic coding");
    if (marker > SOF3 && marker <= SOF15)
        return refuse(s, "hierarchical");
    return damaged(s, "it has a segment in the wrong place");
}

// The bytes of a scan: up to a marker that is none of its own (B.1.1.5).
static bool keep_scan(scanner *s)
{
    size_t from = s->at;
    while (s->at + 1 < s->bytes.n) {
        const char *ff = memchr(s->bytes.p + s->at, 0xff, s->bytes.n - 1 - s->at);
        if (ff == NULL)
            break;
        s->at = (size_t)(ff - s->bytes.p);
        unsigned next = byte(s->bytes, s->at + 1);
        if (next != 0 && next != 0xff && (next < RST0 || next > RST7)) {
            keep(s, (dgs_str){s->bytes.p + from, s->at - from});
            return true;
        }
        s->at += next == 0xff ? 1 : 2;
    }
    return damaged(s, "it is incomplete");
}

static bool count_scan(scanner *s)
{
    const dgs_jpeg_file *f = s->file;
    if (f->components == 0)
        return damaged(s, "its pixels come before its size");
    s->file->scans++;
    if (f->scans > DGS_JPEG_SCANS_MAX || (uint64_t)f->w * f->h * f->scans > DGS_JPEG_WORK_MAX)
        return dgs_fail(s->err, DGS_ERR_DATA,
                        "%s: the JPEG comes in too many passes for its size: save it as an ordinary JPEG or as PNG",
                        s->name);
    return true;
}

// One segment; the marker is read and stands in the file before `at`.
static bool read_segment(scanner *s, unsigned marker)
{
    size_t left = s->bytes.n - s->at;
    if (marker == 0 || marker == 1 || (marker >= RST0 && marker <= SOI))
        return damaged(s, "it has a segment in the wrong place");
    if (left < 2 || be16(s->bytes, s->at) > left)
        return damaged(s, "it is incomplete");
    size_t length = be16(s->bytes, s->at);
    if (length < 2)
        return damaged(s, "a segment is too short");
    dgs_str whole = {s->bytes.p + s->at - 2, length + 2}, body = {whole.p + 4, length - 2};
    s->at += length;
    if (marker >= APP0 && marker <= APP15) {
        read_application(s, marker, body);
        return true;
    }
    if (marker == COM)
        return true;
    bool frame = marker >= SOF0 && marker <= SOF2;
    if (!frame && marker != DHT && marker != DQT && marker != DRI && marker != SOS)
        return wrong_kind(s, marker);
    keep(s, whole);
    if (frame)
        return read_frame(s, body);
    return marker != SOS || (count_scan(s) && keep_scan(s));
}

static bool read_segments(scanner *s)
{
    s->at = 2;
    for (;;) {
        if (s->bytes.n - s->at < 2)
            return damaged(s, "it is incomplete");
        if (byte(s->bytes, s->at) != 0xff)
            return damaged(s, "there is something between its segments");
        while (s->at < s->bytes.n && byte(s->bytes, s->at) == 0xff)
            s->at++;
        if (s->at == s->bytes.n)
            return damaged(s, "it is incomplete");
        unsigned marker = byte(s->bytes, s->at++);
        if (marker == EOI)
            break;
        if (!read_segment(s, marker))
            return false;
    }
    keep(s, DGS_STR("\xff\xd9"));
    return s->file->scans > 0 || damaged(s, "it has no pixels");
}

// What the colours are: JFIF is always YCbCr, Adobe says it, else the components' names do, as libjpeg takes them.
static bool is_transformed(const scanner *s)
{
    if (s->file->components == 4)
        return s->adobe > 0;
    if (s->jfif || s->adobe != ADOBE_NONE)
        return s->jfif || s->adobe != 0;
    return memcmp(s->ids, "RGB", 3) != 0;
}

static void finish(scanner *s)
{
    static const char adobe[ADOBE - 1] = "\xff\xd8\xff\xee\0\016Adobe\0d\0\0\0\0";
    dgs_jpeg_file *file = s->file;
    size_t from = file->components == 1 ? ADOBE - 2 : 0;
    file->transformed = file->components > 1 && is_transformed(s);
    file->inverted = file->components == 4 && s->adobe != ADOBE_NONE;
    memcpy(s->out + from, adobe, from == 0 ? sizeof adobe : 2);
    if (from == 0)
        s->out[ADOBE - 1] = (char)(!file->transformed ? 0 : file->components == 3 ? 1 : 2);
    file->clean = (dgs_str){s->out + from, s->n - from};
}

// Puts the profile's parts together.
static bool join_profile(scanner *s, dgs_arena *arena)
{
    dgs_jpeg_file *file = s->file;
    size_t n = 0;
    for (unsigned i = 0; i < s->nparts; i++) {
        n += s->parts[i].n;
        file->damaged = file->damaged || s->parts[i].n == 0;
    }
    if (file->damaged || n == 0 || n > DGS_ICC_MAX) {
        file->damaged = file->damaged || n > 0;
        return true;
    }
    char *profile = dgs_arena_alloc(arena, n);
    if (profile == NULL)
        return dgs_fail_memory(s->err);
    file->profile = (dgs_str){profile, n};
    for (unsigned i = 0; i < s->nparts; i++) {
        memcpy(profile, s->parts[i].p, s->parts[i].n);
        profile += s->parts[i].n;
    }
    return true;
}

bool dgs_jpeg_scan(dgs_arena *arena, const char *name, dgs_str bytes, dgs_jpeg_file *out, dgs_err *err)
{
    *out = (dgs_jpeg_file){0};
    scanner s = {.name = name, .bytes = bytes, .n = ADOBE, .file = out, .adobe = ADOBE_NONE, .err = err};
    if (bytes.n < 2 || be16(bytes, 0) != (0xff00 | SOI))
        return dgs_fail(err, DGS_ERR_DATA, "%s: is not a JPEG picture: use a file saved as JPEG", name);
    s.out = dgs_arena_alloc(arena, ADOBE + bytes.n);
    if (s.out == NULL)
        return dgs_fail_memory(err);
    if (!read_segments(&s) || !join_profile(&s, arena))
        return false;
    finish(&s);
    return true;
}
