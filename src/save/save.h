// Bytes -> a file, all or nothing. Knows nothing of what the bytes are.
#ifndef DGS_SAVE_SAVE_H
#define DGS_SAVE_SAVE_H
#include "base/err.h"
#include "base/str.h"
#include "save/place.h"

// Replaces the file at `path` by `bytes`: a temporary file in the same folder, every write checked, fsync, rename,
// fsync of the folder. After any failure the old file is as it was and no temporary file is left. Fails with
// DGS_ERR_CANTCREATE where the folder is missing or may not be written to, or `path` is a folder or a
// write-protected file, DGS_ERR_IO where writing fails (full disk, file-size limit). An existing file's permission bits
// are kept; a new file gets 0666 less the umask. Where `path` is a symbolic link, the file it leads to is replaced
// (save/place.h); a device or pipe (/dev/null, /dev/stdout) is written to directly.
bool dgs_save_file(const char *path, dgs_str bytes, dgs_err *err);

// The same at a place that was found before, whose fault it tells; `path` is its name in messages.
bool dgs_save_at(const dgs_place *place, const char *path, dgs_str bytes, dgs_err *err);

// Writes all bytes to an open descriptor (standard output).
bool dgs_save_stream(int fd, const char *name, dgs_str bytes, dgs_err *err);
#endif
