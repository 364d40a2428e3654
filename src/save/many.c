// For syncfs(), which POSIX has not: one call makes many files durable, where fsync() would wait for each. And for
// renameat2() and locks of open files.
#define _GNU_SOURCE
#include "save/many.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "save/fail.h"
#include "save/save.h"
#include "save/temporary.h"

#define PREFIX ".dgs-pdf-row-"
#define SUFFIX ".tmp"

// A new file in `folder` that nobody else writes; its path in `path`. -1 with errno.
static int open_temporary(const char *folder, char path[PATH_MAX])
{
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        int n = snprintf(path, PATH_MAX, "%s/" PREFIX "%ld-%d" SUFFIX, folder, (long)getpid(), i);
        if (n < 0 || n >= PATH_MAX) {
            errno = ENAMETOOLONG;
            return -1;
        }
        int fd = dgs_temporary_open(path, 0666);
        if (fd >= 0)
            return fd;
        if (errno != EEXIST && errno != EINTR)
            return -1;
    }
    return -1;
}

static int write_all(int fd, dgs_str bytes)
{
    while (bytes.n > 0) {
        ssize_t put = write(fd, bytes.p, bytes.n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return put == 0 ? EIO : errno;
        bytes.p += put;
        bytes.n -= (size_t)put;
    }
    return 0;
}

// The folder that the name has before its last slash.
static bool make_under(const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    (void)snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    return mkdir(folder, 0777) == 0 || errno == EEXIST;
}

// `under`: the name has a folder of its own, which may be missing. The lock holds up to the new name, so that nobody
// takes the file for one that was left.
static bool put(const char *temporary, int fd, const char *path, bool under, dgs_str bytes, dgs_err *err)
{
    int code = write_all(fd, bytes);
    if (code == 0)
        code = dgs_temporary_finish(fd);
    bool moved = false, written = code == 0;
    if (written) {
        moved = rename(temporary, path) == 0 ||
                (under && errno == ENOENT && make_under(path) && rename(temporary, path) == 0);
        code = moved ? 0 : errno;
    }
    (void)close(fd); // finished before
    if (!moved)
        (void)unlink(temporary);
    return code == 0 || dgs_save_fail_many(path, code, written && !moved, err);
}

bool dgs_save_one(const char *folder, const char *name, dgs_str bytes, dgs_err *err)
{
    char temporary[PATH_MAX], path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", folder, name);
    int fd = n < 0 || n >= PATH_MAX ? -1 : open_temporary(folder, temporary);
    if (n >= PATH_MAX)
        errno = ENAMETOOLONG;
    return fd < 0 ? dgs_save_fail_many(path, errno, true, err)
                  : put(temporary, fd, path, strchr(name, '/') != NULL, bytes, err);
}

bool dgs_save_settle(const char *folder, dgs_err *err)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return dgs_save_fail_many(folder, errno, true, err);
    int code = syncfs(fd) == 0 ? 0 : errno;
    (void)close(fd); // only synchronised
    return code == 0 || dgs_save_fail_many(folder, code, false, err);
}

void dgs_save_clean(const char *folder)
{
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        char path[PATH_MAX];
        int n = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (strncmp(entry->d_name, PREFIX, sizeof PREFIX - 1) == 0 && n > 0 && n < PATH_MAX)
            (void)dgs_temporary_clean(path);
    }
    (void)closedir(dir);
}

bool dgs_save_folder(const char *folder, dgs_err *err)
{
    struct stat st;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        return dgs_save_fail_many(folder, errno, true, err);
    if (stat(folder, &st) != 0 || !S_ISDIR(st.st_mode))
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: is no folder: name another one", folder);
    return access(folder, W_OK | X_OK) == 0 || dgs_save_fail_many(folder, errno, true, err);
}

bool dgs_save_log_begin(dgs_save_log *log, const char *folder, const char *path, dgs_err *err)
{
    char temporary[PATH_MAX];
    *log = (dgs_save_log){open_temporary(folder, temporary), path, NULL, 0};
    if (log->fd < 0)
        return dgs_save_fail_many(path, errno, true, err);
    log->temporary = strdup(temporary);
    if (log->temporary != NULL)
        return true;
    (void)unlink(temporary);
    dgs_save_log_end(log);
    return dgs_fail_memory(err);
}

// Whether the open file is still the one that has the name.
static bool has_name(int fd, const char *path)
{
    struct stat mine, named;
    return fstat(fd, &mine) == 0 && stat(path, &named) == 0 && mine.st_dev == named.st_dev &&
           mine.st_ino == named.st_ino;
}

static bool fail_taken(const char *path, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_TEMPORARY,
                    "%s: another run is writing here: wait until it ends, or name another folder", path);
}

// A claim is a lock of the open file (fcntl(2), F_OFD_SETLK), since one of the process would end as soon as it closes
// the manifest that it reads here. What cannot be locked, or even be opened for writing, is not claimed by anybody.
bool dgs_save_claim_take(dgs_save_claim *claim, const char *path, dgs_err *err)
{
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        *claim = (dgs_save_claim){.fd = open(path, O_RDWR | O_CLOEXEC)};
        claim->absent = claim->fd < 0 && errno == ENOENT;
        if (claim->fd < 0)
            return true;
        if (fcntl(claim->fd, F_OFD_SETLK, &whole) != 0 && (errno == EACCES || errno == EAGAIN))
            break;
        if (has_name(claim->fd, path))
            return true;
        dgs_save_claim_end(claim); // replaced meanwhile
    }
    dgs_save_claim_end(claim);
    return fail_taken(path, err);
}

void dgs_save_claim_end(dgs_save_claim *claim)
{
    if (claim->fd >= 0)
        (void)close(claim->fd);
    claim->fd = -1;
}

bool dgs_save_log_publish(dgs_save_log *log, const dgs_save_claim *claim, dgs_err *err)
{
    bool first = claim != NULL && claim->absent;
    int moved = first ? renameat2(AT_FDCWD, log->temporary, AT_FDCWD, log->path, RENAME_NOREPLACE) : -1;
    if (first && moved != 0 && errno == EEXIST)
        return fail_taken(log->path, err);
    if (moved != 0) // also where the file system does not know the other way
        moved = rename(log->temporary, log->path);
    if (moved != 0)
        return dgs_save_fail_many(log->path, errno, true, err);
    free(log->temporary);
    log->temporary = NULL;
    dgs_temporary_settle(log->path);
    return true;
}

bool dgs_save_log_add(dgs_save_log *log, dgs_str bytes, dgs_err *err)
{
    int code = write_all(log->fd, bytes);
    if (code == 0)
        code = dgs_save_flush(log->fd);
    if (code == 0) {
        log->size += (long long)bytes.n;
        return true;
    }
    if (ftruncate(log->fd, (off_t)log->size) == 0) // without the piece that did not fit
        (void)lseek(log->fd, (off_t)log->size, SEEK_SET);
    return dgs_save_fail_many(log->path, code, false, err);
}

void dgs_save_log_leave(dgs_save_log *log)
{
    if (log->fd >= 0)
        (void)close(log->fd);
    log->fd = -1;
}

void dgs_save_log_end(dgs_save_log *log)
{
    if (log->fd >= 0)
        (void)close(log->fd); // each piece was made durable
    if (log->temporary != NULL)
        (void)unlink(log->temporary);
    free(log->temporary);
    log->temporary = NULL;
    log->fd = -1;
}
