// The objects of one PDF file, kept, numbered and written by libharu. The only file that knows libharu: nothing of its
// fonts, pictures, pages or saving is used, only the cross-reference list, dictionaries and their writers, whose
// structures are the same in libharu 2.3 and 2.4.
#ifndef DGS_PDF_OBJECT_H
#define DGS_PDF_OBJECT_H
#include "base/err.h"
#include "base/str.h"
#include "pdf/pack.h"

typedef struct dgs_objects dgs_objects;
typedef struct dgs_object dgs_object; // an indirect dictionary, or a stream

// A store whose first object gets the number `first` and whose streams are packed with that effort. NULL on failure;
// freed by dgs_objects_free().
dgs_objects *dgs_objects_new(dgs_arena *arena, int first, dgs_pack_effort effort, dgs_err *err);
void dgs_objects_free(dgs_objects *objects);

// The first failure of any call below is kept; calls after it do nothing and take the NULL objects that it left
// after. So only this one need be asked, before the file is written.
bool dgs_objects_ok(const dgs_objects *objects, dgs_err *err);

// A new dictionary with the next number, or with one that another store has reserved.
dgs_object *dgs_object_new(dgs_objects *objects);
dgs_object *dgs_object_new_at(dgs_objects *objects, int number);

// An object of another store, to refer to: with the next number, which that one is to use, or with one that it has
// used.
dgs_object *dgs_object_reserve(dgs_objects *objects);
dgs_object *dgs_object_elsewhere(dgs_objects *objects, int number);

int dgs_object_number(const dgs_object *object);

// Entries of the dictionary. Keys are short literals; text is UTF-8.
void dgs_object_set_name(dgs_object *object, const char *key, const char *name);
void dgs_object_set_int(dgs_object *object, const char *key, int value);
void dgs_object_set_ref(dgs_object *object, const char *key, const dgs_object *value);
void dgs_object_set_text(dgs_object *object, const char *key, const char *utf8);

// All further entries as PDF text ("/K [0 1] /Lang (en)"), copied; at most once for an object. For arrays, direct
// dictionaries and the many small objects of the structure tree this is lighter than libharu's own nodes.
void dgs_object_set_entries(dgs_object *object, dgs_str entries);

// One such entry more, its value as PDF text ("[0 1]"), copied: for an object whose entries come from several places.
void dgs_object_add_entry(dgs_object *object, const char *key, dgs_str value);

// Makes the object a stream of these bytes (not copied): plain ones are compressed where that is worth it; others are
// written as they are under these entries ("/Filter /FlateDecode", "" for none).
void dgs_object_set_stream(dgs_object *object, dgs_str plain);
void dgs_object_set_raw_stream(dgs_object *object, dgs_str bytes, const char *filter);

// "12 0 R" for entries.
void dgs_object_add_ref(dgs_buf *buf, const dgs_object *object);

// For the serialiser: the objects that the store writes, in the order in which they were made.
size_t dgs_objects_count(const dgs_objects *objects);
const dgs_object *dgs_objects_item(const dgs_objects *objects, size_t i);
bool dgs_object_is_stream(const dgs_object *object);
int dgs_objects_next(const dgs_objects *objects);             // the number after the last one given
size_t dgs_objects_stream_bytes(const dgs_objects *objects);  // of all streams, for reserving memory
void dgs_object_write(const dgs_object *object, dgs_buf *to); // its value, with its stream's bytes

// Appends the words "stream" and "endstream" with the bytes between them. Where the last byte is a carriage return, the
// line end after it has one of its own: a line feed alone would make one line end of both, and the stream a byte
// shorter than its Length says (ISO 19005-2, 6.1.7.1).
void dgs_object_add_stream(dgs_buf *to, dgs_str bytes);

// Compresses with the store's own packer.
bool dgs_objects_deflate(dgs_objects *objects, dgs_str plain, dgs_str *out);
#endif
