// For locks of open files, which POSIX has not yet.
#define _GNU_SOURCE
#include "save/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "save/fail.h"

static const struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

// The lock ends with the last descriptor of the open file (fcntl(2), F_OFD_SETLK), so with the writer at the latest;
// one of the process would end with the first descriptor of the file that is closed.
static bool lock(int fd)
{
    struct stat st;
    bool mine = fcntl(fd, F_OFD_SETLK, &whole) == 0 || (errno != EACCES && errno != EAGAIN);
    return mine && fstat(fd, &st) == 0 && st.st_nlink > 0; // nobody took it away before
}

bool dgs_temporary_clean(const char *path)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return errno != ENOENT;
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && fcntl(fd, F_OFD_SETLK, &whole) == 0)
        (void)unlink(path);
    (void)close(fd);
    return true;
}

int dgs_temporary_open(const char *path, mode_t mode)
{
    (void)dgs_temporary_clean(path);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0 || lock(fd))
        return fd;
    (void)close(fd);
    errno = EEXIST;
    return -1;
}

int dgs_temporary_finish(int fd)
{
    int second;
    while ((second = fcntl(fd, F_DUPFD_CLOEXEC, 0)) >= 0 && close(second) != 0)
        if (errno != EINTR)
            return errno;
    return second < 0 ? errno : 0;
}

void dgs_temporary_settle(const char *path)
{
    char folder[PATH_MAX] = ".";
    const char *slash = strrchr(path, '/');
    if (slash != NULL)
        (void)snprintf(folder, sizeof folder, "%.*s", (int)(slash + 1 - path), path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)dgs_save_flush(fd);
    (void)close(fd);
}
