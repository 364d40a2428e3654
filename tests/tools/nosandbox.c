// Preloaded into the program under valgrind, which does not know the calls of the sandbox and says so each time:
// seccomp seems to be there, and does nothing; Landlock is not. So the program says nothing of it either, and its words
// are those that tests expect.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <sys/syscall.h>

enum { LANDLOCK_FIRST = 444, LANDLOCK_LAST = 446 };

long syscall(long number, ...)
{
    long a[6];
    va_list list;
    va_start(list, number);
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(list, long);
    va_end(list);
    if (number == SYS_seccomp)
        return 0;
    if (number >= LANDLOCK_FIRST && number <= LANDLOCK_LAST) {
        errno = ENOSYS;
        return -1;
    }
    long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
