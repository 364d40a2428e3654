// Preloaded into the program: makes its calls of the C library fail as DGS_FAULT says, "CALL ERRNO N": the N-th call
// (1 = the first) of that name fails with this number, in each process; with "N+" all later ones do too, and with "N!"
// only in the process that comes to it first. "malloc" stands for all that allocates. For EINTR each call is let
// through at the second try, as it would be. The errno "short" makes write() take a part of the bytes only.
// DGS_FAULT_COUNT names a file that is told how many allocations there were.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static struct fault {
    char call[16];
    int code; // 0 = short
    long n;
    bool on, later;
    bool *first; // NULL, or whether the one process is still to come; shared by all
} fault;
static long allocations;
static int count_fd = -1;

static bool is_first(void)
{
    if (fault.first == NULL)
        return true;
    bool first = *fault.first;
    *fault.first = false;
    return first;
}

// Whether this call is to fail; counts it.
static bool hit(const char *call, long *seen)
{
    if (!fault.on || strcmp(call, fault.call) != 0)
        return false;
    ++*seen;
    return (*seen == fault.n || (fault.later && *seen > fault.n)) && is_first();
}

__attribute__((constructor)) static void read_order(void)
{
    const char *order = getenv("DGS_FAULT"), *count = getenv("DGS_FAULT_COUNT");
    char code[16], n[16];
    if (count != NULL) // out of the way of the numbers that tests count on; the program may open nothing later
        count_fd = fcntl(open(count, O_WRONLY | O_CREAT | O_TRUNC, 0666), F_DUPFD, 100);
    allocations = 0; // those of the loader do not count
    if (order == NULL || sscanf(order, "%15s %15s %15s", fault.call, code, n) != 3)
        return;
    fault.code = strcmp(code, "short") == 0 ? 0 : atoi(code);
    fault.n = atol(n);
    fault.later = strchr(n, '+') != NULL;
    if (strchr(n, '!') != NULL) {
        fault.first = mmap(NULL, sizeof *fault.first, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (fault.first == MAP_FAILED)
            abort();
        *fault.first = true;
    }
    fault.on = true;
}

__attribute__((destructor)) static void tell(void)
{
    if (count_fd >= 0)
        (void)dprintf(count_fd, "%ld\n", allocations);
}

// Memory: glibc has the real ones under these names.

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

static bool refuse(void)
{
    allocations++;
    bool over = fault.on && strcmp(fault.call, "malloc") == 0 &&
                (allocations == fault.n || (fault.later && allocations > fault.n)) && is_first();
    if (over)
        errno = ENOMEM;
    return over;
}

void *malloc(size_t size)
{
    return refuse() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return refuse() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t size)
{
    return refuse() ? NULL : __libc_realloc(p, size);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL_IF_HIT(name) \
    static long seen; \
    static bool once; \
    if (!(once && fault.code == EINTR) && hit(name, &seen)) { \
        once = true; \
        errno = fault.code; \
        return -1; \
    } \
    once = false

ssize_t write(int fd, const void *p, size_t n)
{
    static long shortened;
    if (fault.code == 0 && n > 1 && hit("write", &shortened))
        return REAL(write)(fd, p, 1 + n / 3);
    if (fault.code != 0) {
        FAIL_IF_HIT("write");
    }
    return REAL(write)(fd, p, n);
}

ssize_t read(int fd, void *p, size_t n)
{
    FAIL_IF_HIT("read");
    return REAL(read)(fd, p, n);
}

static int open_any(int folder, const char *path, int flags, mode_t mode)
{
    FAIL_IF_HIT("open");
    // Not by REAL(): where calls are fortified, clang takes openat for several functions.
    int (*real)(int, const char *, int, ...) = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, "openat");
    return real(folder, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    __builtin_va_list args;
    __builtin_va_start(args, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? __builtin_va_arg(args, mode_t) : 0;
    __builtin_va_end(args);
    return open_any(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    __builtin_va_list args;
    __builtin_va_start(args, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? __builtin_va_arg(args, mode_t) : 0;
    __builtin_va_end(args);
    return open_any(folder, path, flags, mode);
}

int close(int fd)
{
    int closed = REAL(close)(fd); // also where an error is told (close(2))
    FAIL_IF_HIT("close");
    return closed;
}

// The program closes what it was given open; the file of the count is the test's.
int close_range(unsigned first, unsigned last, int flags)
{
    FAIL_IF_HIT("close_range");
    unsigned mine = (unsigned)count_fd;
    if (count_fd < 0 || mine < first || mine > last)
        return REAL(close_range)(first, last, flags);
    return (mine == first || REAL(close_range)(first, mine - 1, flags) == 0) &&
                   (mine == last || REAL(close_range)(mine + 1, last, flags) == 0)
               ? 0
               : -1;
}

int fsync(int fd)
{
    FAIL_IF_HIT("fsync");
    return REAL(fsync)(fd);
}

int syncfs(int fd)
{
    FAIL_IF_HIT("syncfs");
    return REAL(syncfs)(fd);
}

int renameat(int a, const char *from, int b, const char *to)
{
    FAIL_IF_HIT("rename");
    return REAL(renameat)(a, from, b, to);
}

int renameat2(int a, const char *from, int b, const char *to, unsigned flags)
{
    FAIL_IF_HIT("renameat2");
    return REAL(renameat2)(a, from, b, to, flags);
}

int ftruncate(int fd, off_t n)
{
    FAIL_IF_HIT("ftruncate");
    return REAL(ftruncate)(fd, n);
}

int fcntl(int fd, int command, ...)
{
    __builtin_va_list args;
    __builtin_va_start(args, command);
    void *argument = __builtin_va_arg(args, void *);
    __builtin_va_end(args);
    FAIL_IF_HIT("fcntl");
    return REAL(fcntl)(fd, command, argument);
}

int pipe(int ends[2])
{
    FAIL_IF_HIT("pipe");
    return REAL(pipe)(ends);
}

pid_t fork(void)
{
    FAIL_IF_HIT("fork");
    return REAL(fork)();
}
