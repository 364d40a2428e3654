// Plays another user who changes a folder at the worst moment: before the N-th call that has a path, DGS_SWAP=N, the
// program stops, writes a byte to the pipe DGS_SWAP_TO and goes on when it has read one from DGS_SWAP_FROM. To be
// preloaded (ld.so(8)). Calls of all its processes count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int to = -1, from = -1;
static long *left; // shared by all processes

static int out_of_the_way(const char *path, int flags)
{
    int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
    int fd = path == NULL ? -1 : real(path, flags);
    int far = fcntl(fd, F_DUPFD_CLOEXEC, 200);
    close(fd);
    return far;
}

__attribute__((constructor)) static void begin(void)
{
    const char *n = getenv("DGS_SWAP");
    to = out_of_the_way(getenv("DGS_SWAP_TO"), O_WRONLY);
    from = out_of_the_way(getenv("DGS_SWAP_FROM"), O_RDONLY);
    left = mmap(NULL, sizeof *left, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (left == MAP_FAILED)
        abort();
    *left = n == NULL ? 0 : atol(n);
}

// Calls that have nothing to do with the folder do not count.
static void wait_for_it(int folder, const char *path)
{
    char byte = 'x';
    if (folder == AT_FDCWD && strstr(path, "shared") == NULL && strstr(path, "box") == NULL)
        return;
    if (left != NULL && *left > 0 && __atomic_sub_fetch(left, 1, __ATOMIC_SEQ_CST) == 0 && write(to, &byte, 1) == 1)
        (void)!read(from, &byte, 1);
}

int close_range(unsigned first, unsigned last, int flags)
{
    (void)last;
    return REAL(close_range)(first, 199, flags);
}

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
    va_end(args);
    wait_for_it(AT_FDCWD, path);
    return REAL(open)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
    va_end(args);
    wait_for_it(folder, path);
    return REAL(openat)(folder, path, flags, mode);
}

int stat(const char *path, struct stat *st)
{
    wait_for_it(AT_FDCWD, path);
    return REAL(stat)(path, st);
}

int fstatat(int folder, const char *path, struct stat *st, int flags)
{
    wait_for_it(folder, path);
    return REAL(fstatat)(folder, path, st, flags);
}

int access(const char *path, int how)
{
    wait_for_it(AT_FDCWD, path);
    return REAL(access)(path, how);
}

int faccessat(int folder, const char *path, int how, int flags)
{
    wait_for_it(folder, path);
    return REAL(faccessat)(folder, path, how, flags);
}

ssize_t readlinkat(int folder, const char *path, char *p, size_t n)
{
    wait_for_it(folder, path);
    return REAL(readlinkat)(folder, path, p, n);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
    wait_for_it(folder, path);
    return REAL(mkdirat)(folder, path, mode);
}

int renameat(int a, const char *old, int b, const char *new)
{
    wait_for_it(a, old);
    return REAL(renameat)(a, old, b, new);
}

int renameat2(int a, const char *old, int b, const char *new, unsigned flags)
{
    wait_for_it(a, old);
    return REAL(renameat2)(a, old, b, new, flags);
}

// The older ways, which the program no longer goes.
ssize_t readlink(const char *path, char *p, size_t n)
{
    wait_for_it(AT_FDCWD, path);
    return REAL(readlink)(path, p, n);
}

int rename(const char *old, const char *new)
{
    wait_for_it(AT_FDCWD, old);
    return REAL(rename)(old, new);
}

int mkdir(const char *path, mode_t mode)
{
    wait_for_it(AT_FDCWD, path);
    return REAL(mkdir)(path, mode);
}

// What is durable is not the question here, and it takes long on a busy disk.
int fsync(int fd)
{
    (void)fd;
    return 0;
}

int syncfs(int fd)
{
    (void)fd;
    return 0;
}
