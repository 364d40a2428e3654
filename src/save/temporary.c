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

// The lock ends with the writer (fcntl(2)).
static bool lock(int fd)
{
    struct stat st;
    bool mine = fcntl(fd, F_SETLK, &whole) == 0 || (errno != EACCES && errno != EAGAIN);
    return mine && fstat(fd, &st) == 0 && st.st_nlink > 0; // nobody took it away before
}

bool dgs_temporary_clean(const char *path)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return errno != ENOENT;
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && fcntl(fd, F_SETLK, &whole) == 0)
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
