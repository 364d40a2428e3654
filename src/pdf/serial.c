#include "pdf/serial.h"

#include <stdint.h>
#include <string.h>

#include "pdf/string.h"

// Of a row's fields.
enum { W_TYPE = 1, W_WHERE = 4, W_INDEX = 2, ROW = W_TYPE + W_WHERE + W_INDEX };
enum { FREE = 0, PLAIN = 1, PACKED = 2 };
enum { SLACK = 24 * 1024 };       // for what is no stream
enum { VALUE = 80, OFFSET = 10 }; // bytes that an object takes in an object stream, about
enum { PER_STREAM = 4096 };       // objects in one object stream: a reader that wants one must inflate them all

typedef struct file {
    dgs_objects *objects;
    dgs_arena *arena;
    dgs_buf out;
    dgs_sha256 hash;
    size_t hashed;        // bytes
    dgs_xref_entry *xref; // by object number; 0 is the free list's head
    int next;             // number
} file;

static int begin_object(file *f, int number)
{
    f->xref[number] = (dgs_xref_entry){.type = PLAIN, .where = (uint32_t)f->out.n};
    dgs_buf_addf(&f->out, "%d 0 obj\n", number);
    return number;
}

static void write_streams(file *f)
{
    for (size_t i = 0; i < dgs_objects_count(f->objects); i++) {
        const dgs_object *object = dgs_objects_item(f->objects, i);
        if (!dgs_object_is_stream(object))
            continue;
        begin_object(f, dgs_object_number(object));
        dgs_object_write(object, &f->out);
        dgs_buf_adds(&f->out, "\nendobj\n");
    }
}

static void add_stream(file *f, const char *entries, dgs_str plain)
{
    dgs_str packed = {0};
    if (!dgs_objects_deflate(f->objects, plain, &packed))
        f->out.failed = true;
    dgs_buf_addf(&f->out, "<<%s/Filter /FlateDecode /Length %zu>>\n", entries, packed.n);
    dgs_object_add_stream(&f->out, packed);
    dgs_buf_adds(&f->out, "\nendobj\n");
}

// One object stream, of the objects from the i-th on: numbers and offsets, then the values. Returns the place behind
// the last one taken.
static size_t write_object_stream(file *f, size_t i)
{
    dgs_buf head = {.arena = f->arena}, body = {.arena = f->arena}, entries = {.arena = f->arena};
    size_t count = dgs_objects_count(f->objects), left = count - i, most = left < PER_STREAM ? left : PER_STREAM;
    int stream = f->next;
    unsigned taken = 0;
    dgs_buf_reserve(&head, most * OFFSET);
    dgs_buf_reserve(&body, most * VALUE);
    for (; i < count && taken < PER_STREAM; i++) {
        const dgs_object *object = dgs_objects_item(f->objects, i);
        if (dgs_object_is_stream(object))
            continue;
        int number = dgs_object_number(object);
        f->xref[number] = (dgs_xref_entry){.type = PACKED, .where = (uint32_t)stream, .index = (uint16_t)taken++};
        dgs_buf_addint(&head, number);
        dgs_buf_addc(&head, ' ');
        dgs_buf_addint(&head, (long long)body.n);
        dgs_buf_addc(&head, ' ');
        dgs_object_write(object, &body);
        dgs_buf_addc(&body, '\n');
    }
    if (taken == 0)
        return i;
    dgs_buf_addf(&entries, "/Type /ObjStm /N %u /First %zu", taken, head.n);
    dgs_buf_add(&head, body.p, body.n);
    f->out.failed = f->out.failed || head.failed || body.failed || entries.failed;
    if (f->out.failed)
        return i;
    begin_object(f, f->next++);
    add_stream(f, entries.p, (dgs_str){head.p, head.n});
    return i;
}

// The rows with the PNG predictor Up: most bytes equal those above them.
static dgs_str cross_reference_rows(file *f)
{
    enum { UP = 2 };
    size_t size = (size_t)f->next * (ROW + 1);
    uint8_t *rows = dgs_arena_alloc(f->arena, size), *to = rows, above[ROW] = {0};
    f->out.failed = f->out.failed || rows == NULL;
    for (int n = 0; rows != NULL && n < f->next; n++) {
        dgs_xref_entry p = f->xref[n];
        uint8_t row[ROW] = {
            p.type,           (uint8_t)(p.where >> 24), (uint8_t)(p.where >> 16), (uint8_t)(p.where >> 8),
            (uint8_t)p.where, (uint8_t)(p.index >> 8),  (uint8_t)p.index};
        *to++ = UP;
        for (int i = 0; i < ROW; i++)
            *to++ = (uint8_t)(row[i] - above[i]);
        memcpy(above, row, ROW);
    }
    return (dgs_str){(const char *)rows, size};
}

static void hash_new(file *f)
{
    if (!f->out.failed)
        dgs_sha256_add(&f->hash, (dgs_str){f->out.p + f->hashed, f->out.n - f->hashed});
    f->hashed = f->out.n;
}

static void write_cross_reference(file *f, dgs_trailer trailer)
{
    enum { ID = 16 }; // bytes of the file's identifier: of the hash of all that stands before
    uint8_t id[DGS_SHA256_BYTES];
    if (f->out.failed)
        return;
    hash_new(f);
    dgs_sha256_sum(&f->hash, id);
    size_t start = f->out.n;
    int number = begin_object(f, f->next++);
    dgs_buf entries = {.arena = f->arena};
    dgs_buf_addf(&entries, "/Type /XRef /Size %d /W [%d %d %d] /Root %d 0 R /Info %d 0 R /ID [<", number + 1, W_TYPE,
                 W_WHERE, W_INDEX, trailer.catalog, trailer.info);
    dgs_pdf_add_hex(&entries, id, ID);
    dgs_buf_adds(&entries, "> <");
    dgs_pdf_add_hex(&entries, id, ID);
    dgs_buf_addf(&entries, ">] /DecodeParms <</Columns %d /Predictor 12>> ", ROW);
    dgs_str rows = cross_reference_rows(f);
    if (f->out.failed || entries.failed) {
        f->out.failed = true;
        return;
    }
    add_stream(f, entries.p, rows);
    dgs_buf_addf(&f->out, "startxref\n%zu\n%%%%EOF\n", start);
}

// Makes room for all at once: a buffer that doubles would leave its smaller copies in the arena.
static bool begin_file(file *f, dgs_objects *objects, dgs_arena *arena, size_t head, dgs_err *err)
{
    int next = dgs_objects_next(objects);
    size_t streams = dgs_objects_count(objects) / PER_STREAM + 2; // and the cross-reference
    *f = (file){.objects = objects, .arena = arena, .out = {.arena = arena}, .next = next};
    f->xref = dgs_arena_array(arena, (size_t)next + streams, sizeof *f->xref);
    dgs_buf_reserve(&f->out, head + dgs_objects_stream_bytes(objects) + SLACK);
    return (f->xref != NULL && !f->out.failed) || dgs_fail_memory(err);
}

static void write_objects(file *f)
{
    write_streams(f);
    for (size_t i = 0; i < dgs_objects_count(f->objects);)
        i = write_object_stream(f, i);
}

static bool end_file(const file *f, dgs_err *err)
{
    return dgs_objects_ok(f->objects, err) && (!f->out.failed || dgs_fail_memory(err));
}

bool dgs_pdf_serialise_head(dgs_objects *objects, dgs_arena *arena, dgs_head *out, dgs_err *err)
{
    file f;
    if (!begin_file(&f, objects, arena, 0, err))
        return false;
    f.xref[0] = (dgs_xref_entry){.type = FREE, .index = 0xffff};
    dgs_buf_adds(&f.out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    write_objects(&f);
    dgs_sha256_begin(&f.hash);
    hash_new(&f);
    *out = (dgs_head){.bytes = {f.out.p, f.out.n}, .hash = f.hash, .xref = f.xref, .next = f.next};
    return end_file(&f, err);
}

bool dgs_pdf_serialise(dgs_objects *objects, const dgs_head *head, dgs_trailer trailer, dgs_arena *arena, dgs_pdf *out,
                       dgs_err *err)
{
    file f;
    if (!begin_file(&f, objects, arena, head->bytes.n, err))
        return false;
    memcpy(f.xref, head->xref, (size_t)head->next * sizeof *f.xref);
    dgs_buf_add(&f.out, head->bytes.p, head->bytes.n);
    f.hash = head->hash;
    f.hashed = head->bytes.n;
    write_objects(&f);
    write_cross_reference(&f, trailer);
    hash_new(&f);
    out->bytes = (dgs_str){f.out.p, f.out.n};
    dgs_sha256_digits(&f.hash, out->sha256);
    return end_file(&f, err);
}
