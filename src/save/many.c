// For syncfs(), which POSIX has not: one call makes many files durable, where fsync() would wait for each. And for
// renameat2(), O_PATH and locks of open files.
#define _GNU_SOURCE
#include "save/many.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "save/fail.h"
#include "save/temporary.h"

#define PREFIX ".dgs-pdf-row-"

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

// Where the name's file goes; a folder that the name itself has is made, and no link is followed to another.
static bool find(const dgs_folder *folder, const char *name, const char *path, dgs_place *out, bool *taken,
                 dgs_err *err)
{
    char under[NAME_MAX + 1];
    dgs_str in = dgs_path_folder(name);
    if (in.n > 0) {
        (void)snprintf(under, sizeof under, "%.*s", (int)in.n, in.p);
        if (mkdirat(folder->fd, under, 0777) != 0 && errno != EEXIST)
            return dgs_save_fail_many(path, errno, true, err);
    }
    dgs_place_find(folder->fd, name, out);
    *taken = out->fault.kind == DGS_ERR_CANTCREATE;
    // The message begins with the name.
    return out->fault.kind == DGS_OK || dgs_fail(err, out->fault.kind, "%s/%s", folder->path, out->fault.message);
}

// Gives the finished file its name.
static bool move(const dgs_folder *folder, const char *temporary, const char *name, const char *path, bool *taken,
                 dgs_err *err)
{
    dgs_place place = {.folder = -1};
    bool under = strchr(name, '/') != NULL;
    if (under && (!find(folder, name, path, &place, taken, err) || place.folder < 0))
        return false;
    bool ok = renameat(folder->fd, temporary, under ? place.folder : folder->fd, under ? place.name : name) == 0;
    if (!ok) {
        int code = errno;
        *taken = code == EISDIR || code == EEXIST || code == ENOTEMPTY || code == EACCES || code == EPERM ||
                 code == EBUSY || code == ENAMETOOLONG;
        ok = *taken ? dgs_save_fail_replacing(path, code, "name the files differently with --file-name", err)
                    : dgs_save_fail_many(path, code, true, err);
    }
    dgs_place_leave(&place);
    return ok;
}

// The lock holds up to the new name, so that nobody takes the file for one that was left.
static bool put(const dgs_folder *folder, const char *name, const char *path, dgs_str bytes, bool *taken, dgs_err *err)
{
    char temporary[DGS_TEMPORARY_NAME];
    int fd = dgs_temporary_open_any(folder->fd, PREFIX, 0666, temporary);
    if (fd < 0)
        return dgs_save_fail_many(path, errno, true, err);
    int code = write_all(fd, bytes);
    code = code == 0 ? dgs_temporary_finish(fd) : code;
    bool ok = code == 0 ? move(folder, temporary, name, path, taken, err) : dgs_save_fail_many(path, code, false, err);
    (void)close(fd); // finished before
    if (!ok)
        (void)unlinkat(folder->fd, temporary, 0);
    return ok;
}

bool dgs_save_one(const dgs_folder *folder, const char *name, dgs_str bytes, bool *taken, dgs_err *err)
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", folder->path, name);
    *taken = n < 0 || n >= PATH_MAX;
    return *taken ? dgs_save_fail_many(folder->path, ENAMETOOLONG, true, err)
                  : put(folder, name, path, bytes, taken, err);
}

// Whether the open file is still the one that has the name; links of the last name are followed for a folder alone.
static bool has_name(int fd, int folder, const char *name, int flags)
{
    struct stat mine, named;
    return fstat(fd, &mine) == 0 && fstatat(folder, name, &named, flags) == 0 && mine.st_dev == named.st_dev &&
           mine.st_ino == named.st_ino;
}

// Whoever moves the folder away would find nothing where it was, and be told that all is well.
bool dgs_save_settle(const dgs_folder *folder, dgs_err *err)
{
    if (!has_name(folder->fd, AT_FDCWD, folder->path, 0))
        return dgs_fail(err, DGS_ERR_CANTCREATE,
                        "%s: the folder has been moved: put it back, then run again with --resume", folder->path);
    int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return dgs_save_fail_many(folder->path, errno, true, err);
    int code = syncfs(fd) == 0 ? 0 : errno;
    (void)close(fd); // only synchronised
    return code == 0 || dgs_save_fail_many(folder->path, code, false, err);
}

size_t dgs_save_count(const dgs_folder *folder, const char *ending)
{
    size_t n = 0, end = strlen(ending);
    int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (dir == NULL && fd >= 0)
        (void)close(fd); // only looked at
    if (dir == NULL)
        return 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        size_t length = strlen(entry->d_name);
        n += length > end && strcmp(entry->d_name + length - end, ending) == 0;
    }
    (void)closedir(dir);
    return n;
}

void dgs_save_clean(const dgs_folder *folder)
{
    if (folder->fd >= 0)
        dgs_temporary_clean_all(folder->fd, PREFIX);
}

bool dgs_save_folder(const dgs_place *place, const char *path, dgs_folder *out, dgs_err *err)
{
    struct stat st;
    *out = (dgs_folder){-1, path};
    if (place->fault.kind != DGS_OK)
        return dgs_fail(err, place->fault.kind, "%s", place->fault.message);
    if (mkdirat(place->folder, place->name, 0777) != 0 && errno != EEXIST)
        return dgs_save_fail_many(path, errno, true, err);
    if (!dgs_place_stat(place, &st) || !S_ISDIR(st.st_mode))
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: is not a folder: name another one", path);
    out->fd = dgs_place_open(place, O_PATH | O_DIRECTORY);
    if (out->fd >= 0 && faccessat(out->fd, ".", W_OK | X_OK, 0) == 0)
        return true;
    int code = errno;
    dgs_save_folder_leave(out);
    return dgs_save_fail_many(path, code, true, err);
}

void dgs_save_folder_leave(dgs_folder *folder)
{
    if (folder->fd >= 0)
        (void)close(folder->fd); // only named
    folder->fd = -1;
}

bool dgs_save_log_begin(dgs_save_log *log, int folder, const char *name, const char *path, dgs_err *err)
{
    *log = (dgs_save_log){.folder = folder, .name = name, .path = path};
    log->fd = dgs_temporary_open_any(folder, PREFIX, 0666, log->temporary);
    if (log->fd >= 0)
        return true;
    log->temporary[0] = '\0';
    return dgs_save_fail_many(path, errno, true, err);
}

static bool fail_taken(const char *path, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_TEMPORARY,
                    "%s: another run is writing here: wait until it ends, or name another folder", path);
}

typedef enum hold { HOLD_HAD, HOLD_SHARED, HOLD_TAKEN, HOLD_AGAIN } hold;

// Locks the whole file. A run locks its own from before it has the name, so where somebody holds a shared lock no run
// is at work: readers may take such a lock, and nothing is waited for because of them.
static hold lock_whole(int fd)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(fd, F_OFD_SETLK, &whole) == 0 || (errno != EACCES && errno != EAGAIN))
        return HOLD_HAD;
    if (fcntl(fd, F_OFD_GETLK, &whole) != 0)
        return HOLD_TAKEN;
    return whole.l_type == F_RDLCK ? HOLD_SHARED : whole.l_type == F_UNLCK ? HOLD_AGAIN : HOLD_TAKEN;
}

// A claim is a lock of the open file (fcntl(2), F_OFD_SETLK), since one of the process would end as soon as it closes
// the manifest that it reads here. What cannot be locked, or even be opened for writing, is not claimed by anybody.
bool dgs_save_claim_take(dgs_save_claim *claim, int folder, const char *name, const char *path, dgs_err *err)
{
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        *claim = (dgs_save_claim){.fd = openat(folder, name, O_RDWR | O_NOFOLLOW | O_CLOEXEC)};
        claim->absent = claim->fd < 0 && errno == ENOENT;
        if (claim->fd < 0)
            return true;
        hold held = lock_whole(claim->fd);
        claim->shared = held == HOLD_SHARED;
        if (held == HOLD_TAKEN)
            break;
        if (held != HOLD_AGAIN && has_name(claim->fd, folder, name, AT_SYMLINK_NOFOLLOW))
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

// Gives the log its name where what has the name is still what was claimed: two runs may have claimed it under a
// reader's lock. 0, or an errno: EEXIST where another run came first.
static int exchange(dgs_save_log *log, const dgs_save_claim *claim)
{
    if (renameat2(log->folder, log->temporary, log->folder, log->name, RENAME_EXCHANGE) != 0)
        return errno;
    if (has_name(claim->fd, log->folder, log->temporary, AT_SYMLINK_NOFOLLOW)) {
        (void)unlinkat(log->folder, log->temporary, 0); // if not now, by the next run
        return 0;
    }
    (void)renameat2(log->folder, log->temporary, log->folder, log->name, RENAME_EXCHANGE);
    return EEXIST;
}

// 0, or an errno: EEXIST where another run came first.
static int give_name(dgs_save_log *log, const dgs_save_claim *claim)
{
    int code = EINVAL;
    if (claim != NULL && claim->absent)
        code = renameat2(log->folder, log->temporary, log->folder, log->name, RENAME_NOREPLACE) == 0 ? 0 : errno;
    else if (claim != NULL && claim->shared)
        code = exchange(log, claim);
    if (code == 0 || code == EEXIST)
        return code;
    // No claim asks for more, or the file system does not know how to give it.
    return renameat(log->folder, log->temporary, log->folder, log->name) == 0 ? 0 : errno;
}

bool dgs_save_log_publish(dgs_save_log *log, const dgs_save_claim *claim, dgs_err *err)
{
    int code = give_name(log, claim);
    if (code == EEXIST)
        return fail_taken(log->path, err);
    if (code != 0)
        return dgs_save_fail_many(log->path, code, true, err);
    log->temporary[0] = '\0';
    dgs_temporary_settle(log->folder);
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
    if (log->temporary[0] != '\0')
        (void)unlinkat(log->folder, log->temporary, 0);
    log->temporary[0] = '\0';
    log->fd = -1;
}
