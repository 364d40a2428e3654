// Plays a libharu that has been taken over: when the program makes its document, it tries what it must not be able to
// do, and prints what came of each try. To be preloaded (ld.so(8)). EVIL names a folder that is none of the program's;
// with EVIL_CONNECTION it also looks for a connection that it could speak on, with EVIL_DESCRIPTORS it
// lists what it has open. EVIL_END=crash or leave ends the process.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static void tell(const char *what, int result)
{
    dprintf(2, "evil %ld: %s %s\n", (long)getpid(), what, result >= 0 ? "done" : strerrorname_np(errno));
}

// A socket that the process has open, besides its standard streams.
static int find_connection(void)
{
    struct stat st;
    for (int fd = 3; fd < 1024; fd++)
        if (fstat(fd, &st) == 0 && S_ISSOCK(st.st_mode))
            return fd;
    errno = ENOTCONN;
    return -1;
}

// What each descriptor leads to, besides the standard streams.
static void list_descriptors(void)
{
    char name[40], to[4096];
    for (int fd = 3; fd < 4096; fd++) {
        snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(name, to, sizeof to - 1);
        if (n > 0)
            dprintf(2, "evil %ld: descriptor %d %.*s\n", (long)getpid(), fd, (int)n, to);
    }
}

static void end_process(const char *how)
{
    if (how != NULL && strcmp(how, "leave") == 0)
        _exit(0);
    if (how != NULL)
        *(volatile int *)NULL = 0;
}

static void try_all(void)
{
    char path[4096], name[] = "true", *argv[] = {name, NULL};
    if (getenv("EVIL_CONNECTION") != NULL)
        tell("connection", find_connection());
    if (getenv("EVIL_DESCRIPTORS") != NULL)
        list_descriptors();
    snprintf(path, sizeof path, "%s/written-%ld", getenv("EVIL"), (long)getpid());
    tell("write", open(path, O_WRONLY | O_CREAT, 0600));
    snprintf(path, sizeof path, "%s/secret", getenv("EVIL"));
    tell("read", open(path, O_RDONLY));
    tell("remove", unlink(path));
    tell("network", socket(AF_INET, SOCK_STREAM, 0));
    tell("socket", socket(AF_UNIX, SOCK_STREAM, 0));
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    tell("code", mprotect(page, 4096, PROT_READ | PROT_EXEC));
    end_process(getenv("EVIL_END"));
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
