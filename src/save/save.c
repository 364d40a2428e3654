#include "save/save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "save/fail.h"
#include "save/temporary.h"

bool dgs_save_stream(int fd, const char *name, dgs_str bytes, dgs_err *err)
{
    while (bytes.n > 0) {
        ssize_t put = write(fd, bytes.p, bytes.n > SSIZE_MAX ? SSIZE_MAX : bytes.n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return dgs_save_fail_writing(name, errno, err);
        if (put == 0) // allowed by POSIX, and would go on for ever
            return dgs_save_fail_writing(name, EIO, err);
        bytes.p += put;
        bytes.n -= (size_t)put;
    }
    return true;
}

// fsync() says EINVAL for what cannot be synchronised: a pipe, /dev/null, some network folders.
int dgs_save_flush(int fd)
{
    while (fsync(fd) != 0) {
        if (errno == EINVAL || errno == ENOTSUP)
            return 0;
        if (errno != EINTR)
            return errno;
    }
    return 0;
}

// Devices and pipes are written as they are: there is nothing to replace.
static bool write_through(const dgs_place *place, const char *path, dgs_str bytes, dgs_err *err)
{
    int fd = dgs_place_open(place, O_WRONLY | O_NOCTTY);
    if (fd < 0)
        return dgs_save_fail_creating(path, errno, err);
    bool ok = dgs_save_stream(fd, path, bytes, err);
    if (close(fd) != 0 && errno != EINTR && ok)
        ok = dgs_save_fail_writing(path, errno, err);
    return ok;
}

// Temporary names are found again by the next run, and tell nothing of what is written.
static unsigned long long hash(const char *name)
{
    return dgs_str_hash(DGS_HASH_BEGIN, dgs_str_of(name));
}

// Opens a new file beside the place that nobody else writes, and takes away those that killed runs left there. -1 with
// errno. In a folder of one's own the names are few, so that those which were left are found without reading the
// folder; where others could take them all before, they are not to be foretold.
static int open_temporary(const dgs_place *place, mode_t mode, char name[DGS_TEMPORARY_NAME])
{
    enum { TRIES = 100 };
    char prefix[40];
    (void)snprintf(prefix, sizeof prefix, ".dgs-pdf-%016llx-", hash(place->name));
    if (dgs_place_is_shared(place->folder)) {
        dgs_temporary_clean_all(place->folder, prefix);
        return dgs_temporary_open_any(place->folder, prefix, mode, name);
    }
    bool more = true;
    for (int i = 0; more && i < TRIES; i++) {
        (void)snprintf(name, DGS_TEMPORARY_NAME, "%s%d.tmp", prefix, i);
        more = dgs_temporary_clean(place->folder, name);
    }
    for (int i = 0; i < TRIES; i++) {
        (void)snprintf(name, DGS_TEMPORARY_NAME, "%s%d.tmp", prefix, i);
        int fd = dgs_temporary_open(place->folder, name, mode);
        if (fd >= 0 || (errno != EEXIST && errno != EINTR))
            return fd;
    }
    return -1;
}

// Gives the new file what the old one had. Its owner only root can keep; anybody else now owns the file, as a new one.
static bool take_after(int fd, const struct stat *old)
{
    bool same_owner = fchown(fd, old->st_uid, old->st_gid) == 0;
    return fchmod(fd, old->st_mode & (same_owner ? 07777 : 0777)) == 0;
}

// Fills the open temporary file.
static bool fill(int fd, const char *path, const struct stat *old, dgs_str bytes, dgs_err *err)
{
    bool ok = dgs_save_stream(fd, path, bytes, err);
    if (ok && old != NULL && !take_after(fd, old))
        ok = dgs_save_fail_writing(path, errno, err);
    int code = ok ? dgs_save_flush(fd) : 0;
    if (code != 0)
        ok = dgs_save_fail_writing(path, code, err);
    code = ok ? dgs_temporary_finish(fd) : 0;
    if (code != 0)
        ok = dgs_save_fail_writing(path, code, err);
    return ok;
}

// The lock holds up to the new name, so that no other run takes the file for one that was left.
static bool replace_at_once(const dgs_place *place, const char *path, const struct stat *old, dgs_str bytes,
                            dgs_err *err)
{
    char temporary[DGS_TEMPORARY_NAME];
    int fd = open_temporary(place, old == NULL ? 0666 : 0600, temporary);
    if (fd < 0)
        return dgs_save_fail_creating(path, errno, err);
    bool ok = fill(fd, path, old, bytes, err);
    if (ok && renameat(place->folder, temporary, place->folder, place->name) != 0)
        ok = dgs_save_fail_replacing(path, errno, "choose another name", err);
    (void)close(fd); // finished before
    if (!ok)
        (void)unlinkat(place->folder, temporary, 0);
    else
        dgs_temporary_settle(place->folder);
    return ok;
}

// A signal that would end the program waits, so that it leaves nothing half done in the folder.
static bool replace(const dgs_place *place, const char *path, const struct stat *old, dgs_str bytes, dgs_err *err)
{
    sigset_t ending, before;
    (void)sigemptyset(&ending);
    (void)sigaddset(&ending, SIGTERM);
    (void)sigaddset(&ending, SIGINT);
    (void)sigaddset(&ending, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &ending, &before);
    bool ok = replace_at_once(place, path, old, bytes, err);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return ok;
}

bool dgs_save_at(const dgs_place *place, const char *path, dgs_str bytes, dgs_err *err)
{
    struct stat st;
    size_t n = strlen(path);
    if (place->fault.kind != DGS_OK)
        return dgs_fail(err, place->fault.kind, "%s", place->fault.message);
    bool exists = dgs_place_stat(place, &st);
    if (!exists && errno != ENOENT)
        return dgs_save_fail_creating(path, errno, err);
    if (exists && S_ISDIR(st.st_mode))
        return dgs_save_fail_creating(path, EISDIR, err);
    if (n > 0 && path[n - 1] == '/')
        return dgs_save_fail_creating(path, exists ? ENOTDIR : EISDIR, err);
    if (exists && S_ISLNK(st.st_mode)) // has come there after the place was found
        return dgs_save_fail_creating(path, EEXIST, err);
    if (exists && !S_ISREG(st.st_mode))
        return write_through(place, path, bytes, err);
    if (exists && faccessat(place->folder, place->name, W_OK, AT_EACCESS) != 0)
        return dgs_fail(err, DGS_ERR_CANTCREATE,
                        "%s: the file is write-protected: let this user write it, or choose another name", path);
    return replace(place, path, exists ? &st : NULL, bytes, err);
}

bool dgs_save_file(const char *path, dgs_str bytes, dgs_err *err)
{
    dgs_place place;
    dgs_place_find(AT_FDCWD, path, &place);
    bool ok = dgs_save_at(&place, path, bytes, err);
    dgs_place_leave(&place);
    return ok;
}
