#include "host/engine.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "host/file.h"

enum { CRASHES = 2 };

static const int crashes[CRASHES] = {SIGSEGV, SIGABRT};
static struct sigaction before[CRASHES];
static sigjmp_buf way_out;

static void restore(void)
{
    for (int i = 0; i < CRASHES; i++)
        (void)sigaction(crashes[i], &before[i], NULL);
}

// A crash for any other reason comes again when this returns, and ends the process as it should.
static void leave(int number)
{
    (void)number;
    if (errno == ENOMEM)
        siglongjmp(way_out, 1);
    restore();
}

static bool guard(void (*call)(void *ctx), void *ctx)
{
    struct sigaction action = {.sa_handler = leave};
    volatile bool came_back = false;
    for (int i = 0; i < CRASHES; i++)
        (void)sigaction(crashes[i], &action, &before[i]);
    errno = 0; // the trace that HarfBuzz leaves (text/memory.h)
    if (sigsetjmp(way_out, 1) == 0) {
        call(ctx);
        came_back = true;
    }
    int code = errno; // what the caller looks at
    restore();
    errno = code;
    return came_back;
}

dgs_key dgs_key_draw(void)
{
    dgs_key key;
    if (getrandom(&key, sizeof key, GRND_NONBLOCK) == (ssize_t)sizeof key)
        return key;
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    uint64_t place = (uint64_t)(uintptr_t)&key, time = (uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec;
    return (dgs_key){{place ^ (uint64_t)getpid() << 48, time}};
}

static dgs_str fonts; // for the life of the process

bool dgs_host_fonts(const char *named, dgs_err *err)
{
    const char *path = named == NULL ? DGS_SHARE "/dgs-pdf-cjk.fonts" : named;
    dgs_err missing = {0};
    dgs_str file = {NULL, 0};
    struct stat st;
    int fd = dgs_file_open("fonts", path, DGS_FILE_AGAIN, named == NULL ? &missing : err);
    if (fd < 0)
        return named == NULL;
    void *at = MAP_FAILED;
    if (fstat(fd, &st) == 0 && st.st_size == DGS_TEXT_DATA_SIZE)
        at = mmap(NULL, DGS_TEXT_DATA_SIZE, PROT_READ, MAP_PRIVATE, fd, 0);
    (void)close(fd);
    if (at != MAP_FAILED)
        file = (dgs_str){at, DGS_TEXT_DATA_SIZE};
    // What is used of it is held against its sums later. An installed one of another version is as good as none, so
    // that those who need none are not stopped by it.
    bool good = dgs_text_data(file, named != NULL);
    fonts = good ? file : fonts;
    return good || named == NULL || dgs_fail(err, DGS_ERR_DATA, "%s %s", path, dgs_text_other_data);
}

dgs_text *dgs_host_text(dgs_err *err)
{
    const dgs_text_host host = {dgs_key_draw(), guard, fonts};
    return dgs_text_new(&host, err);
}
