// For close_range(), which POSIX has not.
#define _GNU_SOURCE
#include "sandbox/descriptors.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct given { // what may name a descriptor
    char *const *argv;
    int n;
    const char *profile; // of the environment; "" = none
} given;

// The least descriptor from `from` on that the text names; UINT_MAX = none.
static unsigned named_in(const char *text, const char *folder, unsigned from)
{
    unsigned least = UINT_MAX;
    for (const char *s = strstr(text, folder); s != NULL; s = strstr(s, folder)) {
        char *end;
        s += strlen(folder);
        unsigned long n = strtoul(s, &end, 10);
        if (*s >= '0' && *s <= '9' && (*end == '\0' || *end == '/') && n >= from && n < least)
            least = (unsigned)n;
    }
    return least;
}

static unsigned next_named(const given *g, unsigned from)
{
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
    unsigned least = UINT_MAX;
    for (int i = 0; i <= g->n; i++)
        for (size_t k = 0; k < sizeof folders / sizeof *folders; k++) {
            unsigned one = named_in(i < g->n ? g->argv[i] : g->profile, folders[k], from);
            least = one < least ? one : least;
        }
    return least;
}

// Before Linux 5.9, one by one: those that /proc lists or, without it, those that there may be.
static void close_each(const given *g)
{
    DIR *dir = opendir("/proc/self/fd");
    for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
        unsigned fd = (unsigned)strtoul(entry->d_name, NULL, 10);
        if (fd > STDERR_FILENO && fd != (unsigned)dirfd(dir) && next_named(g, fd) != fd)
            (void)close((int)fd);
    }
    if (dir != NULL) {
        (void)closedir(dir);
        return;
    }
    long most = sysconf(_SC_OPEN_MAX);
    for (long fd = STDERR_FILENO + 1; fd < most; fd++)
        if (next_named(g, (unsigned)fd) != (unsigned)fd)
            (void)close((int)fd);
}

void dgs_descriptors_close(int argc, char *const *argv)
{
    const char *profile = getenv("DGS_PDF_PROFILE");
    const given g = {argv, argc, profile == NULL ? "" : profile};
    unsigned from = STDERR_FILENO + 1;
    for (;;) {
        unsigned kept = next_named(&g, from);
        if (kept > from && close_range(from, kept == UINT_MAX ? kept : kept - 1, 0) != 0) {
            close_each(&g);
            return;
        }
        if (kept == UINT_MAX)
            return;
        from = kept + 1;
    }
}

bool dgs_descriptors_hold(dgs_err *err)
{
    bool all = true;
    for (int fd = STDIN_FILENO, held = 0; all && fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
            held = open("/", O_RDONLY | O_DIRECTORY);
            all = held == fd;
        }
    }
    return all || dgs_fail(err, DGS_ERR_IO,
                           "a standard stream is closed, and nothing can be opened for it: start the program with all "
                           "three of them open");
}
