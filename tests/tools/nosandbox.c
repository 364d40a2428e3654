// Preloaded into the program under valgrind, which does not know the calls of the sandbox and says so each time:
// seccomp and Landlock seem to be there, and do nothing. So the program says nothing of it, and its words are those
// that tests expect. With DGS_LANDLOCK=N all is real, but the kernel says that its Landlock is of version N; 0 = none.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>

enum { LANDLOCK_FIRST = 444, LANDLOCK_LAST = 446, ASK_VERSION = 1, SOME_VERSION = 7 };

long syscall(long number, ...)
{
    long a[6];
    va_list list;
    va_start(list, number);
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(list, long);
    va_end(list);
    long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    const char *version = getenv("DGS_LANDLOCK");
    bool landlock = number >= LANDLOCK_FIRST && number <= LANDLOCK_LAST, asks = landlock && a[2] == ASK_VERSION;
    if (version != NULL && landlock && atol(version) == 0) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (asks && number == LANDLOCK_FIRST)
        return version == NULL ? SOME_VERSION : atol(version);
    if (version == NULL && landlock)
        return number == LANDLOCK_FIRST ? open("/dev/null", O_RDONLY | O_CLOEXEC) : 0;
    if (version == NULL && number == SYS_seccomp)
        return 0;
    return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
