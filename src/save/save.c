#include "save/save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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
static bool write_through(const char *path, dgs_str bytes, dgs_err *err)
{
    int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return dgs_save_fail_creating(path, errno, err);
    bool ok = dgs_save_stream(fd, path, bytes, err);
    if (close(fd) != 0 && errno != EINTR && ok)
        ok = dgs_save_fail_writing(path, errno, err);
    return ok;
}

// The length of the folder's part of a path, its slash included; 0 = the current folder.
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash + 1 - path);
}

// FNV-1a: temporary names are found again by the next run, and tell nothing of what is written.
static unsigned long long hash(const char *name)
{
    uint64_t h = 14695981039346656037u;
    for (; *name != '\0'; name++)
        h = (h ^ (unsigned char)*name) * 1099511628211u;
    return h;
}

enum { TAIL = 48 }; // what a temporary name has more than its folder

static void name_temporary(char *name, const char *path, int i)
{
    size_t folder = folder_length(path);
    (void)snprintf(name, folder + TAIL, "%.*s.dgs-pdf-%016llx-%d.tmp", (int)folder, path, hash(path + folder), i);
}

// Opens a new file beside `path` that nobody else writes, and takes away those that killed runs left there; NULL when
// there is none to be had (errno tells why). The name is to be freed.
static char *open_temporary(const char *path, mode_t mode, int *fd)
{
    enum { TRIES = 100 };
    char *name = malloc(folder_length(path) + TAIL);
    bool more = name != NULL;
    for (int i = 0; more && i < TRIES; i++) {
        name_temporary(name, path, i);
        more = dgs_temporary_clean(name);
    }
    for (int i = 0; name != NULL && i < TRIES; i++) {
        name_temporary(name, path, i);
        *fd = dgs_temporary_open(name, mode);
        if (*fd >= 0)
            return name;
        if (errno != EEXIST && errno != EINTR)
            break;
    }
    int why = errno;
    free(name);
    errno = why;
    return NULL;
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
static bool replace_at_once(const char *path, const struct stat *old, dgs_str bytes, dgs_err *err)
{
    int fd = -1;
    char *temporary = open_temporary(path, old == NULL ? 0666 : 0600, &fd);
    if (temporary == NULL)
        return errno == ENOMEM ? dgs_fail_memory(err) : dgs_save_fail_creating(path, errno, err);
    bool ok = fill(fd, path, old, bytes, err);
    if (ok && rename(temporary, path) != 0)
        ok = dgs_save_fail_creating(path, errno, err);
    (void)close(fd); // finished before
    if (!ok)
        (void)unlink(temporary);
    else
        dgs_temporary_settle(path);
    free(temporary);
    return ok;
}

// A signal that would end the program waits, so that it leaves nothing half done in the folder.
static bool replace(const char *path, const struct stat *old, dgs_str bytes, dgs_err *err)
{
    sigset_t ending, before;
    (void)sigemptyset(&ending);
    (void)sigaddset(&ending, SIGTERM);
    (void)sigaddset(&ending, SIGINT);
    (void)sigaddset(&ending, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &ending, &before);
    bool ok = replace_at_once(path, old, bytes, err);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return ok;
}

char *dgs_save_target(const char *path)
{
    enum { LINKS = 40 };
    char *now = strdup(path);
    for (int i = 0; now != NULL && i < LINKS; i++) {
        char to[PATH_MAX];
        ssize_t n = readlink(now, to, sizeof to);
        if (n < 0)
            return now; // no link
        if ((size_t)n == sizeof to) {
            errno = ENAMETOOLONG;
            free(now);
            return NULL;
        }
        size_t folder = to[0] == '/' ? 0 : folder_length(now), room = folder + (size_t)n + 1;
        char *next = malloc(room);
        if (next != NULL)
            (void)snprintf(next, room, "%.*s%.*s", (int)folder, now, (int)n, to);
        free(now);
        now = next;
    }
    if (now != NULL)
        errno = ELOOP;
    free(now);
    return NULL;
}

bool dgs_save_file(const char *path, dgs_str bytes, dgs_err *err)
{
    struct stat st;
    bool exists = stat(path, &st) == 0;
    if (!exists && errno != ENOENT)
        return dgs_save_fail_creating(path, errno, err);
    if (exists && S_ISDIR(st.st_mode))
        return dgs_save_fail_creating(path, EISDIR, err);
    if (exists && !S_ISREG(st.st_mode))
        return write_through(path, bytes, err);
    if (exists && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
        return dgs_fail(err, DGS_ERR_CANTCREATE, "%s: the file is write-protected: choose another name", path);
    size_t n = strlen(path);
    if (n == 0 || path[n - 1] == '/')
        return dgs_save_fail_creating(path, n == 0 ? ENOENT : EISDIR, err);
    char *target = dgs_save_target(path);
    if (target == NULL)
        return errno == ENOMEM ? dgs_fail_memory(err) : dgs_save_fail_creating(path, errno, err);
    bool ok = replace(target, exists ? &st : NULL, bytes, err);
    free(target);
    return ok;
}
