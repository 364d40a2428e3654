// For locks of open files and getentropy(), which POSIX has not yet.
#define _GNU_SOURCE
#include "save/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
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

bool dgs_temporary_clean(int folder, const char *name)
{
    int fd = openat(folder, name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return errno != ENOENT;
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && fcntl(fd, F_OFD_SETLK, &whole) == 0)
        (void)unlinkat(folder, name, 0);
    (void)close(fd);
    return true;
}

void dgs_temporary_clean_all(int folder, const char *prefix)
{
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (dir == NULL && fd >= 0)
        (void)close(fd); // only looked at
    if (dir == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0)
            (void)dgs_temporary_clean(folder, entry->d_name);
    (void)closedir(dir);
}

int dgs_temporary_open_any(int folder, const char *prefix, mode_t mode, char name[DGS_TEMPORARY_NAME])
{
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES; i++) {
        uint64_t random;
        if (getentropy(&random, sizeof random) != 0)
            return -1;
        (void)snprintf(name, DGS_TEMPORARY_NAME, "%s%016llx.tmp", prefix, (unsigned long long)random);
        int fd = dgs_temporary_open(folder, name, mode);
        if (fd >= 0 || (errno != EEXIST && errno != EINTR))
            return fd;
    }
    return -1;
}

int dgs_temporary_open(int folder, const char *name, mode_t mode)
{
    (void)dgs_temporary_clean(folder, name);
    int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
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

void dgs_temporary_settle(int folder)
{
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)dgs_save_flush(fd);
    (void)close(fd);
}
