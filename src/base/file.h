// Whole files into the arena, under a size limit. The only room of reading; writing is src/save.
#ifndef DGS_BASE_FILE_H
#define DGS_BASE_FILE_H
#include "base/err.h"
#include "base/str.h"

// Reads the file at `path` into the arena; *out is NUL-terminated beyond its length. `what` names the file in the
// error ("logo"). Fails with DGS_ERR_NOINPUT when it is missing, unreadable or no regular file (a pipe is read too),
// DGS_ERR_DATA when it holds more than `limit` bytes, DGS_ERR_IO when reading stops half way.
bool dgs_file_read(dgs_arena *arena, const char *what, const char *path, size_t limit, dgs_str *out, dgs_err *err);

// Says that the file is none that the sandbox lets be read: DGS_ERR_NOINPUT. Returns false.
bool dgs_file_fail_outside(const char *what, const char *path, dgs_err *err);

// For open(2) or fopen(3) that ended with this errno: DGS_ERR_TEMPORARY where descriptors or memory ended, else
// DGS_ERR_NOINPUT. Returns false.
bool dgs_file_fail_opening(const char *what, const char *path, int code, dgs_err *err);
#endif
