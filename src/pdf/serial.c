#include "pdf/serial.h"

#include <stdint.h>
#include <string.h>

#include "pdf/string.h"

// A row of the cross-reference stream (ISO 32000-1, 7.5.8.3): type, offset or object stream, generation or place.
enum { W_TYPE = 1, W_WHERE = 4, W_INDEX = 2, ROW = W_TYPE + W_WHERE + W_INDEX };
enum { FREE = 0, PLAIN = 1, PACKED = 2 };
enum { SLACK = 24 * 1024 };       // for what is no stream
enum { VALUE = 80, OFFSET = 10 }; // bytes that an object takes in an object stream, about
enum { PER_STREAM = 4096 };       // objects in one object stream: a reader that wants one must inflate them all

typedef struct place {
    uint8_t type;
    uint32_t where;
    uint16_t index;
} place;

typedef struct file {
    dgs_objects *objects;
    dgs_arena *arena;
    dgs_buf out;
    place *places; // by object number; 0 is the free list's head
    int count;     // numbers given, those of the streams made here included
} file;

static int begin_object(file *f, int number)
{
    f->places[number] = (place){.type = PLAIN, .where = (uint32_t)f->out.n};
    dgs_buf_addf(&f->out, "%d 0 obj\n", number);
    return number;
}

static void write_streams(file *f, int last)
{
    for (int n = 1; n <= last; n++) {
        if (!dgs_objects_is_stream(f->objects, n))
            continue;
        begin_object(f, n);
        dgs_objects_write(f->objects, n, &f->out);
        dgs_buf_adds(&f->out, "\nendobj\n");
    }
}

static void add_stream(file *f, const char *entries, dgs_str plain)
{
    dgs_str packed = {0};
    if (!dgs_objects_deflate(f->objects, plain, &packed))
        f->out.failed = true;
    dgs_buf_addf(&f->out, "<<%s/Filter /FlateDecode /Length %zu>>\nstream\r\n", entries, packed.n);
    dgs_buf_add(&f->out, packed.p, packed.n);
    dgs_buf_adds(&f->out, "\nendstream\nendobj\n");
}

// One object stream: numbers and offsets, then the values. Returns the number behind the last object taken.
static int write_object_stream(file *f, int first, int last)
{
    dgs_buf head = {.arena = f->arena}, body = {.arena = f->arena}, entries = {.arena = f->arena};
    int stream = ++f->count, taken = 0, n = first;
    size_t most = (size_t)(last - first + 1 < PER_STREAM ? last - first + 1 : PER_STREAM);
    dgs_buf_reserve(&head, most * OFFSET);
    dgs_buf_reserve(&body, most * VALUE);
    for (; n <= last && taken < PER_STREAM; n++) {
        if (dgs_objects_is_stream(f->objects, n))
            continue;
        f->places[n] = (place){.type = PACKED, .where = (uint32_t)stream, .index = (uint16_t)taken++};
        dgs_buf_addf(&head, "%d %zu ", n, body.n);
        dgs_objects_write(f->objects, n, &body);
        dgs_buf_addc(&body, '\n');
    }
    if (taken == 0) {
        f->count--;
        return n;
    }
    dgs_buf_addf(&entries, "/Type /ObjStm /N %d /First %zu", taken, head.n);
    dgs_buf_add(&head, body.p, body.n);
    f->out.failed = f->out.failed || head.failed || body.failed || entries.failed;
    if (f->out.failed)
        return n;
    begin_object(f, stream);
    add_stream(f, entries.p, (dgs_str){head.p, head.n});
    return n;
}

// The rows with the PNG predictor Up: most bytes equal those above them.
static dgs_str cross_reference_rows(file *f)
{
    dgs_buf rows = {.arena = f->arena};
    uint8_t above[ROW] = {0};
    dgs_buf_reserve(&rows, (size_t)(f->count + 1) * (ROW + 1));
    for (int n = 0; n <= f->count; n++) {
        place p = f->places[n];
        uint8_t row[ROW] = {
            p.type,           (uint8_t)(p.where >> 24), (uint8_t)(p.where >> 16), (uint8_t)(p.where >> 8),
            (uint8_t)p.where, (uint8_t)(p.index >> 8),  (uint8_t)p.index};
        dgs_buf_addc(&rows, 2);
        for (int i = 0; i < ROW; i++)
            dgs_buf_addc(&rows, (char)(uint8_t)(row[i] - above[i]));
        memcpy(above, row, ROW);
    }
    f->out.failed = f->out.failed || rows.failed;
    return (dgs_str){rows.p, rows.n};
}

static void write_cross_reference(file *f, const dgs_object *catalog, const dgs_object *info)
{
    unsigned char id[16];
    dgs_pdf_md5((dgs_str){f->out.p, f->out.n}, id);
    size_t start = f->out.n;
    int number = begin_object(f, ++f->count);
    dgs_buf entries = {.arena = f->arena};
    dgs_buf_addf(&entries, "/Type /XRef /Size %d /W [%d %d %d] /Root ", number + 1, W_TYPE, W_WHERE, W_INDEX);
    dgs_object_add_ref(&entries, catalog);
    dgs_buf_adds(&entries, " /Info ");
    dgs_object_add_ref(&entries, info);
    dgs_buf_adds(&entries, " /ID [<");
    dgs_pdf_add_hex(&entries, id, sizeof id);
    dgs_buf_adds(&entries, "> <");
    dgs_pdf_add_hex(&entries, id, sizeof id);
    dgs_buf_addf(&entries, ">] /DecodeParms <</Columns %d /Predictor 12>> ", ROW);
    dgs_str rows = cross_reference_rows(f);
    if (f->out.failed || entries.failed) {
        f->out.failed = true;
        return;
    }
    add_stream(f, entries.p, rows);
    dgs_buf_addf(&f->out, "startxref\n%zu\n%%%%EOF\n", start);
}

bool dgs_pdf_serialise(dgs_objects *objects, const dgs_object *catalog, const dgs_object *info, dgs_arena *arena,
                       dgs_str *out, dgs_err *err)
{
    int last = dgs_objects_count(objects), streams = last / PER_STREAM + 2;
    file f = {.objects = objects, .arena = arena, .out = {.arena = arena}, .count = last};
    f.places = dgs_arena_array(arena, (size_t)last + (size_t)streams + 1, sizeof *f.places);
    // Room for all streams at once: a buffer that doubles would leave its smaller copies in the arena.
    dgs_buf_reserve(&f.out, dgs_objects_stream_bytes(objects) + SLACK);
    if (f.places == NULL || f.out.failed)
        return dgs_fail_memory(err);
    f.places[0] = (place){.type = FREE, .index = 0xffff};
    dgs_buf_adds(&f.out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    write_streams(&f, last);
    for (int n = 1; n <= last;)
        n = write_object_stream(&f, n, last);
    write_cross_reference(&f, catalog, info);
    *out = (dgs_str){f.out.p, f.out.n};
    return dgs_objects_ok(objects, err) && (!f.out.failed || dgs_fail_memory(err));
}
