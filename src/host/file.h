// Whole files into the arena, under a size limit. The only room of reading; writing is src/save.
#ifndef DGS_HOST_FILE_H
#define DGS_HOST_FILE_H
#include "base/files.h"

typedef enum dgs_file_use {
    DGS_FILE_ONCE, // read once, from beginning to end
    DGS_FILE_AGAIN // read more than once
} dgs_file_use;

// Opens a regular file for reading, links followed. Nothing is waited for, and no other kind of file is opened: a pipe,
// socket or device fails with DGS_ERR_DATA where it is to be read once, with DGS_ERR_NOINPUT where again. `what` names
// the file in errors ("logo"). -1 on failure, else the caller closes it.
int dgs_file_open(const char *what, const char *path, dgs_file_use use, dgs_err *err);

// Reads the regular file at `path` into the arena; *out is NUL-terminated beyond its length. Fails as dgs_file_open()
// with DGS_FILE_ONCE; with DGS_ERR_DATA when it holds more than `limit` bytes, DGS_ERR_IO when reading stops halfway.
bool dgs_file_read(dgs_arena *arena, const char *what, const char *path, size_t limit, dgs_str *out, dgs_err *err);

// The name that the file at `path` has in its folder, where letters with marks may be composed or decomposed
// (base/form.h): what a person types is mostly the one, what came from a Mac's disk or a ZIP file of it the other. Each
// part of the path is looked for as it is, composed, and decomposed. *out is `path` itself where it is found so or not
// at all. False only when memory ends.
bool dgs_file_find(dgs_arena *arena, const char *path, const char **out, dgs_err *err);

// The same of what the user named by hand for one handout, such as <(...) in a shell: a pipe and a device are read too,
// and waited for.
bool dgs_file_read_given(dgs_arena *arena, const char *what, const char *path, size_t limit, dgs_str *out,
                         dgs_err *err);

// The same of what is open already, and stays so; `path` is its name in errors.
bool dgs_file_read_stream(dgs_arena *arena, const char *what, int fd, const char *path, size_t limit, dgs_str *out,
                          dgs_err *err);

// Says that the sandbox does not allow the file to be read: DGS_ERR_NOINPUT. Returns false.
bool dgs_file_fail_outside(const char *what, const char *path, dgs_err *err);

// For open(2) or fopen(3) that ended with this errno: DGS_ERR_TEMPORARY where descriptors or memory ended or another
// program holds the file, else DGS_ERR_NOINPUT. Returns false.
bool dgs_file_fail_opening(const char *what, const char *path, int code, dgs_err *err);

bool dgs_file_identity_of(int fd, dgs_file_identity *out);           // false where it is not a regular file
bool dgs_file_identity_at(const char *path, dgs_file_identity *out); // the same

// Whether the open file is as it was, and still the one that has the name.
bool dgs_file_unchanged(int fd, const char *path, const dgs_file_identity *before);
#endif
