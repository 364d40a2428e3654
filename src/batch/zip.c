#include "batch/zip.h"

#include <string.h>
#include <zlib.h>

// Offsets in the records of the format, and their sizes without what varies.
enum {
    END_SIZE = 22,
    END_ENTRIES = 10,
    END_PLACE = 16,
    END_COMMENT_MAX = 65535,
    ENTRY_SIZE = 46,
    ENTRY_FLAGS = 8,
    ENTRY_METHOD = 10,
    ENTRY_CRC = 16,
    ENTRY_PACKED = 20,
    ENTRY_UNPACKED = 24,
    ENTRY_NAME = 28,
    ENTRY_EXTRA = 30,
    ENTRY_COMMENT = 32,
    ENTRY_LOCAL = 42,
    LOCAL_SIZE = 30,
    LOCAL_NAME = 26,
    LOCAL_EXTRA = 28,
    STORED = 0,
    DEFLATED = 8,
    ENCRYPTED = 1
};

typedef struct entry {
    unsigned flags, method;
    uint32_t crc;
    size_t unpacked;
    dgs_str packed;
} entry;

static uint32_t number(dgs_str s, size_t at, size_t bytes)
{
    uint32_t n = 0;
    for (size_t i = bytes; i-- > 0;)
        n = n << 8 | (unsigned char)s.p[at + i];
    return n;
}

static dgs_str from(dgs_str s, size_t at)
{
    return at > s.n ? (dgs_str){NULL, 0} : (dgs_str){s.p + at, s.n - at};
}

// The record at the end, behind which a comment may stand.
static bool find_end(dgs_str zip, size_t *at)
{
    if (zip.n < END_SIZE)
        return false;
    for (*at = zip.n - END_SIZE; zip.n - *at <= END_SIZE + END_COMMENT_MAX; (*at)--) {
        if (memcmp(zip.p + *at, "PK\5\6", 4) == 0)
            return true;
        if (*at == 0)
            break;
    }
    return false;
}

static bool read_entry(dgs_str zip, dgs_str head, entry *out)
{
    *out = (entry){.flags = number(head, ENTRY_FLAGS, 2),
                   .method = number(head, ENTRY_METHOD, 2),
                   .crc = number(head, ENTRY_CRC, 4),
                   .unpacked = number(head, ENTRY_UNPACKED, 4)};
    dgs_str local = from(zip, number(head, ENTRY_LOCAL, 4));
    if (local.n < LOCAL_SIZE || memcmp(local.p, "PK\3\4", 4) != 0)
        return false;
    out->packed = from(local, (size_t)LOCAL_SIZE + number(local, LOCAL_NAME, 2) + number(local, LOCAL_EXTRA, 2));
    size_t n = number(head, ENTRY_PACKED, 4);
    if (n > out->packed.n)
        return false;
    out->packed.n = n;
    return true;
}

static bool find(dgs_str zip, const char *name, entry *out)
{
    size_t end;
    if (!find_end(zip, &end))
        return false;
    size_t entries = number(zip, end + END_ENTRIES, 2);
    dgs_str head = from(zip, number(zip, end + END_PLACE, 4));
    for (; entries > 0 && head.n >= ENTRY_SIZE && memcmp(head.p, "PK\1\2", 4) == 0; entries--) {
        size_t n = number(head, ENTRY_NAME, 2);
        if (n > head.n - ENTRY_SIZE)
            return false;
        if (dgs_str_is((dgs_str){head.p + ENTRY_SIZE, n}, name))
            return read_entry(zip, head, out);
        head = from(head, ENTRY_SIZE + n + number(head, ENTRY_EXTRA, 2) + number(head, ENTRY_COMMENT, 2));
    }
    return false;
}

bool dgs_zip_has(dgs_str zip, const char *name)
{
    entry e;
    return find(zip, name, &e);
}

static bool damaged(const dgs_zip_wanted *wanted, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_DATA,
                    "%s: the workbook is damaged (%s in it cannot be unpacked): open it and save it again",
                    wanted->path, wanted->name);
}

static bool too_large(const dgs_zip_wanted *wanted, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_DATA,
                    "%s: the workbook is too large (%s in it has more than %zu MB): save the sheet as CSV UTF-8",
                    wanted->path, wanted->name, wanted->most / 1024 / 1024);
}

// How many bytes there are is not believed: what comes is counted.
static bool inflate_all(const dgs_zip_wanted *wanted, const entry *e, dgs_zip_take *take, void *ctx, dgs_err *err)
{
    unsigned char out[16384];
    const int raw = -15; // a window of 32 KB, and neither head nor sum of zlib's own
    z_stream z = {.next_in = (unsigned char *)e->packed.p, .avail_in = (unsigned)e->packed.n};
    if (inflateInit2(&z, raw) != Z_OK)
        return dgs_fail_memory(err);
    size_t all = 0;
    uLong crc = crc32(0, NULL, 0);
    int state = Z_OK;
    bool ok = true;
    while (ok && state == Z_OK) {
        z.next_out = out;
        z.avail_out = sizeof out;
        state = inflate(&z, Z_NO_FLUSH);
        size_t n = sizeof out - z.avail_out;
        crc = crc32(crc, out, (unsigned)n);
        all += n;
        ok = state != Z_MEM_ERROR || dgs_fail_memory(err);
        ok = ok && (all <= wanted->most || too_large(wanted, err)) && take(ctx, (const char *)out, n);
    }
    (void)inflateEnd(&z);
    return ok && ((state == Z_STREAM_END && crc == e->crc && all == e->unpacked) || damaged(wanted, err));
}

bool dgs_zip_unpack(const dgs_zip_wanted *wanted, dgs_zip_take *take, void *ctx, dgs_err *err)
{
    entry e;
    if (!find(wanted->zip, wanted->name, &e))
        return damaged(wanted, err);
    if ((e.flags & ENCRYPTED) != 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the workbook has a password: save it without one", wanted->path);
    if (e.method == DEFLATED)
        return inflate_all(wanted, &e, take, ctx, err);
    if (e.method != STORED ||
        crc32(crc32(0, NULL, 0), (const unsigned char *)e.packed.p, (unsigned)e.packed.n) != e.crc)
        return damaged(wanted, err);
    return (e.packed.n <= wanted->most || too_large(wanted, err)) && take(ctx, e.packed.p, e.packed.n);
}
