// Bytes as a PNG picture: read, painted, trimmed, painted again.
#include <string.h>
#include <zlib.h>

#include "fuzz_raster.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    dgs_raster raster;
    dgs_err err = {0};
    if (fuzz_open(&in, data, n)) {
        bool ok = dgs_png_parse(in.arena, "picture.png", in.bytes, &raster, &err);
        fuzz_check(ok, &err);
        if (ok)
            fuzz_raster(&raster, in.arena);
    }
    fuzz_close(&in);
    return 0;
}

#ifdef DGS_LIBFUZZER
size_t LLVMFuzzerMutate(uint8_t *data, size_t n, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t n, size_t room, unsigned seed);

static uint32_t number(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void put_number(uint8_t *p, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        p[i] = (uint8_t)(v >> (24 - 8 * i));
}

// Inflates the first IDAT, changes what was in it and compresses it again in its place, at the data's end; what stood
// behind it is replaced by IEND. Returns the new length, or `n` where that cannot be done.
static size_t mutate_pixels(uint8_t *data, size_t n, size_t room)
{
    enum { PIXELS = 1 << 16, FRAME = 12, TAIL = FRAME + 2 };
    static uint8_t pixels[PIXELS];
    size_t at = 8;
    while (at + FRAME < n && memcmp(data + at + 4, "IDAT", 4) != 0) {
        if (number(data + at) > n - at - FRAME)
            return n;
        at += FRAME + number(data + at);
    }
    uint8_t last[2] = {data[n - 2], data[n - 1]};
    uLongf got = PIXELS / 2;
    if (at + FRAME >= n || number(data + at) > n - at - FRAME ||
        uncompress(pixels, &got, data + at + 8, number(data + at)) != Z_OK || got == 0)
        return n;
    uLong changed = LLVMFuzzerMutate(pixels, got, PIXELS);
    if (room < at + FRAME + TAIL || compressBound(changed) > room - at - FRAME - TAIL)
        return n;
    uLongf packed = room - at - FRAME - TAIL;
    if (compress(data + at + 8, &packed, pixels, changed) != Z_OK)
        return n;
    put_number(data + at, (uint32_t)packed);
    at += FRAME + packed;
    put_number(data + at, 0);
    memcpy(data + at + 4, "IEND", 4);
    memcpy(data + at + FRAME, last, 2);
    return at + TAIL;
}

// Mutants would fail at the first checksum: those are made to fit, in most of them.
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t n, size_t room, unsigned seed)
{
    n = seed % 4 == 0 && n > 64 ? mutate_pixels(data, n, room) : LLVMFuzzerMutate(data, n, room);
    for (size_t at = 8; seed % 16 != 1 && at + 12 <= n;) {
        uint32_t length = number(data + at);
        if (length > n - at - 12)
            break;
        put_number(data + at + 8 + length, (uint32_t)crc32(0, data + at + 4, length + 4));
        at += 12 + (size_t)length;
    }
    return n;
}
#endif
