#include "save/fail.h"

#include <errno.h>
#include <string.h>

bool dgs_save_fail_writing(const char *name, int code, dgs_err *err)
{
    switch (code) {
    case ENOSPC:
        return dgs_fail(err, DGS_ERR_IO, "%s: the disk is full: make room and try again", name);
    case EDQUOT:
        return dgs_fail(err, DGS_ERR_IO, "%s: your disk quota is used up: make room and try again", name);
    case EFBIG:
        return dgs_fail(err, DGS_ERR_IO, "%s: the file would be larger than the system's limit: raise it (ulimit -f)",
                        name);
    case EPIPE:
        return dgs_fail(err, DGS_ERR_IO, "%s: the receiving program stopped before the end", name);
    default:
        return dgs_fail(err, DGS_ERR_IO, "%s: writing failed (%s): check the disk and try again", name, strerror(code));
    }
}

bool dgs_save_fail_creating(const char *path, int code, dgs_err *err)
{
    switch (code) {
    case ENOENT:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: the folder does not exist: create it first", path);
    case ENOTDIR:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: part of the path is a file, not a folder: check the path", path);
    case EISDIR:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: is a folder: name a file in it", path);
    case EACCES:
    case EPERM:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: you may not write to this folder: choose another one", path);
    case EROFS:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: the disk is read-only: choose another one", path);
    case ENAMETOOLONG:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: the name is too long: use a shorter one", path);
    case ELOOP:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: the link leads back to itself: name another file", path);
    case ENOSPC:
    case EDQUOT:
    case EIO:
        return dgs_save_fail_writing(path, code, err);
    case EMFILE:
    case ENFILE:
        return dgs_fail(err, DGS_ERR_TEMPORARY, "%s: too many files are open: close other programs and try again",
                        path);
    default:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: cannot be created (%s): choose another name or folder", path,
                        strerror(code));
    }
}

bool dgs_save_fail_replacing(const char *path, int code, const char *remedy, dgs_err *err)
{
    switch (code) {
    case EISDIR:
    case EEXIST:
    case ENOTEMPTY:
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: a folder has this name: move it away, or %s", path, remedy);
    case EACCES:
    case EPERM:
    case EBUSY:
        return dgs_fail(err, DGS_ERR_CANTCREATE,
                        "%s: something with this name cannot be replaced (%s): move it away, or %s", path,
                        strerror(code), remedy);
    default:
        return dgs_save_fail_creating(path, code, err);
    }
}

bool dgs_save_fail_many(const char *path, int code, bool creating, dgs_err *err)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return dgs_fail(err, DGS_ERR_TEMPORARY, "%s: the disk is full: make room, then run again with --resume", path);
    case EMFILE:
    case ENFILE:
        return dgs_fail(err, DGS_ERR_TEMPORARY,
                        "%s: too many files are open: close other programs, then run again with --resume", path);
    case ENOMEM:
        return dgs_fail_memory(err);
    default:
        return creating ? dgs_save_fail_creating(path, code, err) : dgs_save_fail_writing(path, code, err);
    }
}
