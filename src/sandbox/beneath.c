// For syscall(), realpath() and O_PATH; openat2(2) has no function in the C library.
#define _GNU_SOURCE
#include "sandbox/beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// By the kernel, which holds each step of the way in the folder. False also where the path is written in another way,
// such as from the root, or the kernel is older than 5.6.
static bool is_held(const char *folder, const char *path)
{
    const size_t n = strlen(folder);
    struct open_how how = {.flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    bool written_under = strncmp(path, folder, n) == 0 && path[n] == '/';
    if (!written_under && (strcmp(folder, ".") != 0 || path[0] == '/'))
        return false;
    int in = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    const char *rest = written_under ? path + n + strspn(path + n, "/") : path;
    int fd = in < 0 ? -1 : (int)syscall(SYS_openat2, in, rest, &how, sizeof how);
    if (in >= 0)
        (void)close(in);
    if (fd >= 0)
        (void)close(fd);
    return fd >= 0;
}

bool dgs_beneath(const char *folder, const char *path)
{
    if (is_held(folder, path))
        return true;
    char *whole = realpath(path, NULL), *of_folder = realpath(folder, NULL);
    size_t n = of_folder == NULL ? 0 : strlen(of_folder);
    if (n == 1) // the root
        n = 0;
    bool in = whole == NULL ||
              (of_folder != NULL && strncmp(whole, of_folder, n) == 0 && (whole[n] == '/' || whole[n] == '\0'));
    free(whole);
    free(of_folder);
    return in;
}
