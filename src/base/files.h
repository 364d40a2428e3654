// Files as whoever uses the engine has them: found and read by calls, so that the engine itself opens nothing. Knows no
// disk.
#ifndef DGS_BASE_FILES_H
#define DGS_BASE_FILES_H
#include "base/err.h"
#include "base/str.h"

// What tells that a file is still the same one with the same bytes: place on the disk, size, times.
typedef struct dgs_file_identity {
    unsigned long long device, inode, size, changed[4];
} dgs_file_identity;

bool dgs_file_identity_same(const dgs_file_identity *a, const dgs_file_identity *b);

typedef struct dgs_file_wanted {
    const char *what; // names its use in messages: "logo"
    const char *path; // as find() gave it, or as the order names it
    size_t most;      // bytes
} dgs_file_wanted;

// The calls get `ctx`; they fail with a message that begins with the file's name. What they give is in the arena or
// lives as long as the files.
typedef struct dgs_files {
    void *ctx;
    const char *name; // of all of them together, in messages: a folder
    // Whether there is such a file: *path becomes its name, for read() and for messages; NULL = there is none. False
    // only where nothing can be found at all.
    bool (*find)(void *ctx, dgs_arena *arena, const char *name, const char **path, dgs_err *err);
    bool (*read)(void *ctx, dgs_arena *arena, const dgs_file_wanted *wanted, dgs_str *out, dgs_err *err);
    // NULL, or what tells that a file is still the same; false where that is not known.
    bool (*identify)(void *ctx, const char *path, dgs_file_identity *out);
} dgs_files;

// Reads a file; where `files` is NULL there is none to read, which is DGS_ERR_NOINPUT.
bool dgs_files_read(const dgs_files *files, dgs_arena *arena, const dgs_file_wanted *wanted, dgs_str *out,
                    dgs_err *err);
bool dgs_files_identity(const dgs_files *files, const char *path, dgs_file_identity *out);

typedef struct dgs_memory_file {
    const char *name;
    dgs_str bytes;
} dgs_memory_file;

typedef struct dgs_memory_files {
    const dgs_memory_file *of;
    size_t n;
} dgs_memory_files;

// Files in memory, which have to live as long as what is given here.
dgs_files dgs_files_of(const dgs_memory_files *memory);
#endif
