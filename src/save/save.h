// Bytes -> a file, all or nothing. Knows nothing of what the bytes are.
#ifndef DGS_SAVE_SAVE_H
#define DGS_SAVE_SAVE_H
#include "base/err.h"
#include "base/str.h"

// Replaces the file at `path` by `bytes`: a temporary file in the same folder, every write checked, fsync, rename,
// fsync of the folder. After any failure the old file is as it was and no temporary file is left. Fails with
// DGS_ERR_CANTCREATE where the folder is missing or may not be written to, or `path` is a folder or a
// write-protected file, DGS_ERR_IO where writing fails (full disk, file-size limit). An existing file's permission bits
// are kept; a new file gets 0666 less the umask. Where `path` is a symbolic link, the file it leads to is replaced;
// a device or pipe (/dev/null, /dev/stdout) is written to directly.
bool dgs_save_file(const char *path, dgs_str bytes, dgs_err *err);

// Where the chain of symbolic links at `path` ends, whether there is a file or not yet: what dgs_save_file() replaces
// or makes. To be freed; NULL with errno.
char *dgs_save_target(const char *path);

// Writes all bytes to an open descriptor (standard output).
bool dgs_save_stream(int fd, const char *name, dgs_str bytes, dgs_err *err);
#endif
