#include "pdf/object.h"

#include <stdlib.h>
#include <string.h>

#include <hpdf.h>

#include "pdf/pdf.h"
#include "pdf/string.h"

struct dgs_object {
    dgs_objects *owner;
    HPDF_Obj_Header ref; // what libharu takes for the object where another one refers to it
    HPDF_Dict dict;      // libharu's; its attr leads back here; NULL for an object of another store
    dgs_str entries;
    bool is_stream;
    const char *filter;
    dgs_str stream;
};

struct dgs_objects {
    dgs_arena *arena;
    HPDF_Error_Rec error; // libharu's own, sticky
    HPDF_MMgr memory;
    HPDF_Xref xref;
    HPDF_Stream writer; // leads to `sink`
    dgs_buf *sink;
    dgs_packer *packer;
    dgs_object **items;
    size_t count, cap;
    int next; // number
    size_t stream_bytes;
    bool failed;
};

static HPDF_STATUS write_sink(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    dgs_objects *objects = stream->attr;
    dgs_buf_add(objects->sink, bytes, n);
    return HPDF_OK;
}

dgs_objects *dgs_objects_new(dgs_arena *arena, int first, dgs_pack_effort effort, dgs_err *err)
{
    dgs_objects *objects = calloc(1, sizeof *objects);
    if (objects == NULL) {
        (void)dgs_fail_memory(err);
        return NULL;
    }
    objects->arena = arena;
    objects->next = first;
    HPDF_Error_Init(&objects->error, NULL);
    objects->memory = HPDF_MMgr_New(&objects->error, 0, NULL, NULL);
    if (objects->memory != NULL) {
        objects->xref = HPDF_Xref_New(objects->memory, 0);
        objects->writer = HPDF_CallbackWriter_New(objects->memory, write_sink, objects);
    }
    objects->packer = dgs_packer_new(effort);
    if (objects->xref != NULL && objects->writer != NULL && objects->packer != NULL)
        return objects;
    dgs_objects_free(objects);
    (void)dgs_fail_memory(err);
    return NULL;
}

void dgs_objects_free(dgs_objects *objects)
{
    if (objects == NULL)
        return;
    if (objects->writer != NULL)
        HPDF_Stream_Free(objects->writer);
    if (objects->xref != NULL)
        HPDF_Xref_Free(objects->xref);
    if (objects->memory != NULL)
        HPDF_MMgr_Free(objects->memory);
    dgs_packer_free(objects->packer);
    free(objects);
}

// libharu's small calls may say OK and leave a value unset all the same; its own error record then tells.
static void note(dgs_objects *objects, bool ok)
{
    if (!ok || objects->error.error_no != HPDF_OK)
        objects->failed = true;
}

bool dgs_objects_ok(const dgs_objects *objects, dgs_err *err)
{
    HPDF_STATUS code = objects->error.error_no;
    if (code != HPDF_OK && code != HPDF_FAILD_TO_ALLOC_MEM)
        return dgs_fail(err, DGS_ERR_SOFTWARE, "libharu reports error 0x%04lx: please report this",
                        (unsigned long)code);
    return !objects->failed || dgs_fail_memory(err);
}

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out)
{
    (void)out; // the writer leads to the sink without a buffer between, so text may go there at once
    const dgs_object *object = dict->attr;
    dgs_buf *sink = object->owner->sink;
    dgs_buf_add(sink, object->entries.p, object->entries.n);
    if (object->is_stream)
        dgs_buf_addf(sink, "%s/Length %zu", object->filter, object->stream.n);
    return HPDF_OK;
}

void dgs_object_add_stream(dgs_buf *to, dgs_str bytes)
{
    dgs_buf_adds(to, "stream\r\n");
    dgs_buf_add(to, bytes.p, bytes.n);
    dgs_buf_adds(to, bytes.n > 0 && bytes.p[bytes.n - 1] == '\r' ? "\r\nendstream" : "\nendstream");
}

static HPDF_STATUS write_stream(HPDF_Dict dict)
{
    const dgs_object *object = dict->attr;
    if (!object->is_stream)
        return HPDF_OK;
    dgs_buf *sink = object->owner->sink;
    dgs_buf_addc(sink, '\n');
    dgs_object_add_stream(sink, object->stream);
    return HPDF_OK;
}

dgs_object *dgs_object_elsewhere(dgs_objects *objects, int number)
{
    dgs_object *object = objects->failed ? NULL : dgs_arena_alloc(objects->arena, sizeof *object);
    if (object == NULL) {
        note(objects, false);
        return NULL;
    }
    object->owner = objects;
    object->ref = (HPDF_Obj_Header){.obj_id = (HPDF_UINT32)number | HPDF_OTYPE_INDIRECT, .obj_class = HPDF_OCLASS_DICT};
    return object;
}

dgs_object *dgs_object_reserve(dgs_objects *objects)
{
    return dgs_object_elsewhere(objects, objects->next++);
}

// libharu's own list keeps the dictionary and frees it. Numbers are given here: two stores share those of one file.
dgs_object *dgs_object_new_at(dgs_objects *objects, int number)
{
    dgs_object *object = dgs_object_elsewhere(objects, number);
    if (object == NULL)
        return NULL;
    HPDF_Dict dict = HPDF_Dict_New(objects->memory);
    dgs_object **item = DGS_PUSH(objects->arena, objects->items, objects->count, objects->cap);
    // A dictionary that libharu could not keep was freed by it.
    if (dict == NULL || HPDF_Xref_Add(objects->xref, dict) != HPDF_OK || item == NULL) {
        note(objects, false);
        return NULL;
    }
    dict->header.obj_id = object->ref.obj_id;
    dict->attr = object;
    dict->write_fn = write_entries;
    dict->after_write_fn = write_stream;
    object->dict = dict;
    return *item = object;
}

dgs_object *dgs_object_new(dgs_objects *objects)
{
    return dgs_object_new_at(objects, objects->next++);
}

int dgs_object_number(const dgs_object *object)
{
    return object == NULL ? 0 : (int)(object->ref.obj_id & 0x00ffffff);
}

static bool usable(const dgs_object *object)
{
    return object != NULL && !object->owner->failed;
}

void dgs_object_set_name(dgs_object *object, const char *key, const char *name)
{
    if (usable(object))
        note(object->owner, HPDF_Dict_AddName(object->dict, key, name) == HPDF_OK);
}

void dgs_object_set_int(dgs_object *object, const char *key, int value)
{
    if (usable(object))
        note(object->owner, HPDF_Dict_AddNumber(object->dict, key, value) == HPDF_OK);
}

void dgs_object_set_ref(dgs_object *object, const char *key, const dgs_object *value)
{
    // libharu keeps the place of what is referred to, and reads its number there.
    if (usable(object) && usable(value))
        note(object->owner, HPDF_Dict_Add(object->dict, key, (void *)&value->ref) == HPDF_OK);
}

// A text string: plain ASCII as it is, all else as UTF-16 with its mark (ISO 32000-1, 7.9.2.2).
static void *text_string(dgs_objects *objects, const char *utf8)
{
    if (dgs_pdf_is_ascii(utf8))
        return HPDF_String_New(objects->memory, utf8, NULL);
    dgs_buf utf16 = {.arena = objects->arena};
    dgs_pdf_add_utf16(&utf16, dgs_str_of(utf8));
    if (utf16.failed)
        return NULL;
    return HPDF_Binary_New(objects->memory, (HPDF_BYTE *)utf16.p, (HPDF_UINT)utf16.n);
}

void dgs_object_set_text(dgs_object *object, const char *key, const char *utf8)
{
    if (!usable(object))
        return;
    void *string = text_string(object->owner, utf8);
    note(object->owner, string != NULL && HPDF_Dict_Add(object->dict, key, string) == HPDF_OK);
}

void dgs_object_set_entries(dgs_object *object, dgs_str entries)
{
    if (!usable(object))
        return;
    char *copy = dgs_str_copy(object->owner->arena, entries);
    note(object->owner, copy != NULL);
    object->entries = (dgs_str){copy, copy == NULL ? 0 : entries.n};
}

void dgs_object_add_entry(dgs_object *object, const char *key, dgs_str value)
{
    if (!usable(object))
        return;
    dgs_buf all = {.arena = object->owner->arena};
    dgs_buf_add(&all, object->entries.p, object->entries.n);
    dgs_buf_adds(&all, all.n > 0 ? " /" : "/");
    dgs_buf_adds(&all, key);
    dgs_buf_addc(&all, ' ');
    dgs_buf_add(&all, value.p, value.n);
    note(object->owner, !all.failed);
    object->entries = (dgs_str){all.p, all.failed ? 0 : all.n};
}

void dgs_object_set_raw_stream(dgs_object *object, dgs_str bytes, const char *filter)
{
    if (!usable(object))
        return;
    object->is_stream = true;
    object->stream = bytes;
    object->filter = filter;
    object->owner->stream_bytes += bytes.n;
}

void dgs_object_set_stream(dgs_object *object, dgs_str plain)
{
    enum { WORTH = 512 }; // a smaller one loses a few dozen bytes at most
    dgs_str packed;
    if (plain.n < WORTH)
        dgs_object_set_raw_stream(object, plain, "");
    else if (usable(object) && dgs_objects_deflate(object->owner, plain, &packed))
        dgs_object_set_raw_stream(object, packed, "/Filter /FlateDecode\n");
}

void dgs_object_add_ref(dgs_buf *buf, const dgs_object *object)
{
    if (!usable(object))
        return;
    dgs_buf_addint(buf, dgs_object_number(object));
    dgs_buf_adds(buf, " 0 R");
}

size_t dgs_objects_count(const dgs_objects *objects)
{
    return objects->count;
}

const dgs_object *dgs_objects_item(const dgs_objects *objects, size_t i)
{
    return objects->items[i];
}

bool dgs_object_is_stream(const dgs_object *object)
{
    return object->is_stream;
}

int dgs_objects_next(const dgs_objects *objects)
{
    return objects->next;
}

size_t dgs_objects_stream_bytes(const dgs_objects *objects)
{
    return objects->stream_bytes;
}

void dgs_object_write(const dgs_object *object, dgs_buf *to)
{
    dgs_objects *objects = object->owner;
    objects->sink = to;
    note(objects, HPDF_Obj_WriteValue(object->dict, objects->writer, NULL) == HPDF_OK && !to->failed);
    objects->sink = NULL;
}

bool dgs_objects_deflate(dgs_objects *objects, dgs_str plain, dgs_str *out)
{
    bool ok = dgs_packer_pack(objects->packer, plain, objects->arena, out);
    note(objects, ok);
    return ok;
}

const char *dgs_pdf_library(void)
{
    static const char name[] = "libharu " HPDF_VERSION_TEXT;
    return name;
}
