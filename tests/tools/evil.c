// Plays a libharu that has been taken over: when the program makes its document, it tries what it must not be able to
// do, and prints what came of each try. To be preloaded (ld.so(8)). EVIL names a folder that is none of the program's.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static void tell(const char *what, int result)
{
    dprintf(2, "evil %ld: %s %s\n", (long)getpid(), what, result >= 0 ? "done" : strerrorname_np(errno));
}

static void try_all(void)
{
    char path[4096], name[] = "true", *argv[] = {name, NULL};
    snprintf(path, sizeof path, "%s/written-%ld", getenv("EVIL"), (long)getpid());
    tell("write", open(path, O_WRONLY | O_CREAT, 0600));
    snprintf(path, sizeof path, "%s/secret", getenv("EVIL"));
    tell("read", open(path, O_RDONLY));
    tell("remove", unlink(path));
    tell("network", socket(AF_INET, SOCK_STREAM, 0));
    tell("socket", socket(AF_UNIX, SOCK_STREAM, 0));
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    tell("code", mprotect(page, 4096, PROT_READ | PROT_EXEC));
    if (getenv("EVIL_EXEC") != NULL)
        tell("exec", execve("/bin/true", argv, environ));
}

typedef void *new_memory(void *, unsigned, void *, void *);

void *HPDF_MMgr_New(void *error, unsigned pool, void *allocate, void *release);

void *HPDF_MMgr_New(void *error, unsigned pool, void *allocate, void *release)
{
    new_memory *real = (new_memory *)dlsym(RTLD_NEXT, "HPDF_MMgr_New");
    try_all();
    return real(error, pool, allocate, release);
}
