// What went wrong with a file, as a sentence that says what to do about it. Private to the room.
#ifndef DGS_SAVE_FAIL_H
#define DGS_SAVE_FAIL_H
#include "base/err.h"

// `code` is an errno. Both return false.
bool dgs_save_fail_writing(const char *name, int code, dgs_err *err);  // DGS_ERR_IO
bool dgs_save_fail_creating(const char *path, int code, dgs_err *err); // mostly DGS_ERR_CANTCREATE

// What has the file's name may not be replaced by it; `code` is rename(2)'s. `remedy` continues "move it away, or ".
bool dgs_save_fail_replacing(const char *path, int code, const char *remedy, dgs_err *err); // as for creating

// The same for one of many files that can be gone on with later: what runs out is DGS_ERR_TEMPORARY.
bool dgs_save_fail_many(const char *path, int code, bool creating, dgs_err *err);

// fsync(); 0 also for what cannot be synchronised, else an errno.
int dgs_save_flush(int fd);
#endif
