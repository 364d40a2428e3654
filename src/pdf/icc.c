#include "pdf/icc.h"

#include <math.h>
#include <stdint.h>

// All numbers are big-endian; s15Fixed16 has 16 bits behind the point.
static void add32(dgs_buf *buf, uint32_t v)
{
    const uint8_t bytes[] = {(uint8_t)(v >> 24), (uint8_t)(v >> 16), (uint8_t)(v >> 8), (uint8_t)v};
    dgs_buf_add(buf, bytes, sizeof bytes);
}

static void add_fixed(dgs_buf *buf, double v)
{
    add32(buf, (uint32_t)(int32_t)lround(v * 65536));
}

static void add_xyz(dgs_buf *buf, const double xyz[3])
{
    dgs_buf_adds(buf, "XYZ ");
    add32(buf, 0);
    for (int i = 0; i < 3; i++)
        add_fixed(buf, xyz[i]);
}

// multiLocalizedUnicodeType with one record, for US English; padded to four bytes.
static void add_words(dgs_buf *buf, const char *ascii)
{
    size_t n = dgs_str_of(ascii).n;
    dgs_buf_adds(buf, "mluc");
    add32(buf, 0);
    add32(buf, 1);
    add32(buf, 12);
    dgs_buf_adds(buf, "enUS");
    add32(buf, (uint32_t)(2 * n));
    add32(buf, 28);
    for (size_t i = 0; i < n; i++)
        dgs_buf_add(buf, (const char[]){0, ascii[i]}, 2);
    if (n % 2 == 1)
        dgs_buf_add(buf, "\0\0", 2);
}

// The curve of IEC 61966-2-1 as parametricCurveType 3: (a x + b)^g from d on, c x below it.
static void add_curve(dgs_buf *buf)
{
    static const double gabcd[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    dgs_buf_adds(buf, "para");
    add32(buf, 0);
    add32(buf, 3u << 16);
    for (int i = 0; i < 5; i++)
        add_fixed(buf, gabcd[i]);
}

// From the white of sRGB (D65) to that of the profile space (D50), by Bradford's cone response.
static void add_adaptation(dgs_buf *buf)
{
    static const double bradford[] = {1.047882,  0.022918,  -0.050217, 0.029587, 0.990479,
                                      -0.017059, -0.009247, 0.015075,  0.751678};
    dgs_buf_adds(buf, "sf32");
    add32(buf, 0);
    for (int i = 0; i < 9; i++)
        add_fixed(buf, bradford[i]);
}

enum { HEADER = 128, TAGS = 10 };

static void add_header(dgs_buf *buf, size_t size)
{
    static const double d50[] = {0.9642, 1, 0.8249};
    size_t start = buf->n;
    add32(buf, (uint32_t)size);
    add32(buf, 0); // preferred engine: none
    add32(buf, 0x04200000);
    dgs_buf_adds(buf, "mntrRGB XYZ ");
    static const uint16_t date[] = {2004, 10, 22, 0, 0, 0}; // a fixed one: the same file every time
    for (int i = 0; i < 6; i++)
        dgs_buf_add(buf, (const uint8_t[]){(uint8_t)(date[i] >> 8), (uint8_t)date[i]}, 2);
    dgs_buf_adds(buf, "acsp");
    while (buf->n < start + 68 && !buf->failed)
        add32(buf, 0); // platform, flags, maker, model, attributes, intent: perceptual
    for (int i = 0; i < 3; i++)
        add_fixed(buf, d50[i]);
    while (buf->n < start + HEADER && !buf->failed)
        add32(buf, 0);
}

// One part's bytes; the three curves are one and the same.
static void add_part(dgs_buf *buf, int part)
{
    // The primaries of sRGB, adapted to D50 by the matrix above.
    static const double xyz[][3] = {{0.9642, 1, 0.8249},
                                    {0.436066, 0.222488, 0.013916},
                                    {0.385147, 0.716873, 0.097076},
                                    {0.143066, 0.060608, 0.714096}};
    if (part == 0)
        add_words(buf, "sRGB");
    else if (part == 1)
        add_words(buf, "No copyright, use freely");
    else if (part < 6)
        add_xyz(buf, xyz[part - 2]);
    else if (part == 6)
        add_curve(buf);
    else
        add_adaptation(buf);
}

dgs_str dgs_icc_srgb(dgs_arena *arena)
{
    enum { PARTS = 8 };
    static const struct {
        char name[5];
        int part;
    } tags[TAGS] = {{"desc", 0}, {"cprt", 1}, {"wtpt", 2}, {"rXYZ", 3}, {"gXYZ", 4},
                    {"bXYZ", 5}, {"rTRC", 6}, {"gTRC", 6}, {"bTRC", 6}, {"chad", 7}};
    dgs_buf parts = {.arena = arena}, profile = {.arena = arena};
    size_t at[PARTS + 1];
    for (int i = 0; i < PARTS; i++) {
        at[i] = parts.n;
        add_part(&parts, i);
    }
    at[PARTS] = parts.n;
    size_t first = HEADER + 4 + 12 * TAGS;
    add_header(&profile, first + parts.n);
    add32(&profile, TAGS);
    for (int i = 0; i < TAGS; i++) {
        int part = tags[i].part;
        dgs_buf_adds(&profile, tags[i].name);
        add32(&profile, (uint32_t)(first + at[part]));
        add32(&profile, (uint32_t)(at[part + 1] - at[part]));
    }
    dgs_buf_add(&profile, parts.p, parts.n);
    return parts.failed || profile.failed ? (dgs_str){NULL, 0} : (dgs_str){profile.p, profile.n};
}
