#include "text/seal.h"

#include <string.h>

#include "base/sha256.h"

static const char sums_sum[] = "9a9cdffda3a590ee5efa8ae81b4ca5c934304f7f04a9c70f6970656f421f9c83";

static dgs_str sums_of(dgs_str file)
{
    return (dgs_str){file.p + (size_t)DGS_SEAL_BLOCKS * DGS_SEAL_BLOCK, (size_t)DGS_SEAL_BLOCKS * DGS_SEAL_SUM};
}

bool dgs_seal_sums(dgs_str file)
{
    char sum[DGS_SHA256_HEX + 1];
    dgs_sha256_hex(sums_of(file), sum);
    return strcmp(sum, sums_sum) == 0;
}

static bool is_sound(dgs_seal *seal, dgs_str file, size_t block)
{
    uint8_t sum[DGS_SHA256_BYTES];
    dgs_sha256 hash;
    if (seal->sound[block])
        return true;
    dgs_sha256_begin(&hash);
    dgs_sha256_add(&hash, (dgs_str){file.p + block * DGS_SEAL_BLOCK, DGS_SEAL_BLOCK});
    dgs_sha256_sum(&hash, sum);
    seal->sound[block] = memcmp(sum, sums_of(file).p + block * DGS_SEAL_SUM, DGS_SEAL_SUM) == 0;
    return seal->sound[block];
}

// Whether the blocks that these bytes of the file touch are sound.
static bool are_sound(dgs_seal *seal, dgs_str file, dgs_str bytes)
{
    size_t first = (size_t)(bytes.p - file.p);
    if (bytes.n == 0)
        return true;
    if (first + bytes.n > (size_t)DGS_SEAL_BLOCKS * DGS_SEAL_BLOCK)
        return false;
    for (size_t block = first / DGS_SEAL_BLOCK; block <= (first + bytes.n - 1) / DGS_SEAL_BLOCK; block++)
        if (!is_sound(seal, file, block))
            return false;
    return true;
}

// Lent by the face, which is made of bytes of the file.
static dgs_str table(hb_face_t *face, const char *tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, hb_tag_from_string(tag, 4));
    unsigned n = 0;
    const char *p = hb_blob_get_data(blob, &n);
    hb_blob_destroy(blob);
    return (dgs_str){p, n};
}

static size_t number(const unsigned char *p, size_t bytes)
{
    size_t n = 0;
    for (size_t i = 0; i < bytes; i++)
        n = n << 8 | p[i];
    return n;
}

bool dgs_seal_face(dgs_seal *seal, dgs_str file, dgs_str bytes, hb_face_t *face)
{
    dgs_str outlines = table(face, "glyf");
    const char *end = outlines.p + outlines.n;
    seal->sums = seal->sums || dgs_seal_sums(file);
    seal->damaged = seal->damaged || !seal->sums || outlines.n == 0 ||
                    !are_sound(seal, file, (dgs_str){bytes.p, (size_t)(outlines.p - bytes.p)}) ||
                    !are_sound(seal, file, (dgs_str){end, bytes.n - (size_t)(end - bytes.p)});
    return dgs_seal_glyph(seal, file, face, 0); // which every subset has
}

// The bytes of a glyph (OpenType 1.9, "loca"); nothing where it has none.
static dgs_str outline(hb_face_t *face, hb_codepoint_t gid)
{
    enum { FORMAT = 51, SHORT = 2, LONG = 4 }; // of "head", the low byte of indexToLocFormat
    dgs_str head = table(face, "head"), places = table(face, "loca"), all = table(face, "glyf");
    if (head.n <= FORMAT)
        return (dgs_str){0};
    size_t size = head.p[FORMAT] == 0 ? SHORT : LONG, at = gid * size;
    if (at + 2 * size > places.n)
        return (dgs_str){0};
    const unsigned char *p = (const unsigned char *)places.p + at;
    size_t scale = size == SHORT ? 2 : 1, from = number(p, size) * scale, to = number(p + size, size) * scale;
    return from < to && to <= all.n ? (dgs_str){all.p + from, to - from} : (dgs_str){0};
}

// A part of a composite glyph (OpenType 1.9, "glyf", composite glyph description): its number, and where the next one
// is, or 0 after the last.
static hb_codepoint_t part(const unsigned char *p, size_t *next)
{
    enum { WORDS = 1, SCALE = 8, MORE = 0x20, TWO_SCALES = 0x40, MATRIX = 0x80, HEAD = 4 };
    size_t flags = number(p, 2), size = HEAD + (flags & WORDS ? 4 : 2);
    size += flags & SCALE ? 2 : (flags & TWO_SCALES ? 4 : (flags & MATRIX ? 8 : 0));
    *next = flags & MORE ? *next + size : 0;
    return (hb_codepoint_t)number(p + 2, 2);
}

static bool is_glyph_sound(dgs_seal *seal, dgs_str file, hb_face_t *face, hb_codepoint_t gid, unsigned depth)
{
    enum { DEPTH = 8, HEAD = 10, PART = 6 };
    dgs_str bytes = outline(face, gid);
    if (!are_sound(seal, file, bytes) || depth > DEPTH)
        return false;
    const unsigned char *p = (const unsigned char *)bytes.p;
    size_t next = bytes.n >= HEAD && p[0] >= 0x80 ? HEAD : 0; // a number of contours below 0: a composite
    while (next != 0) {
        if (next + PART > bytes.n)
            return false;
        hb_codepoint_t gid_of_part = part(p + next, &next);
        if (!is_glyph_sound(seal, file, face, gid_of_part, depth + 1))
            return false;
    }
    return true;
}

bool dgs_seal_glyph(dgs_seal *seal, dgs_str file, hb_face_t *face, hb_codepoint_t gid)
{
    seal->damaged = seal->damaged || !is_glyph_sound(seal, file, face, gid, 0);
    return !seal->damaged;
}
