#include "image/convert.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "image/image.h"

enum { MEMORY_MAX = 1 << 30, NO_PROGRAM = 127, READ_END = 0, WRITE_END = 1 };

typedef struct job {
    const char *program;
    char size[2][32]; // "--width=600"
    char path[PATH_MAX + 8];
    int in[2], out[2]; // pipes: to the program, from it
    pid_t pid;
    dgs_str svg;
    size_t sent;
    dgs_buf png;
    time_t deadline;
    bool late;
} job;

const char *dgs_convert_find(dgs_arena *arena)
{
    const char *path = getenv("PATH");
    while (path != NULL && *path != '\0') {
        size_t n = strcspn(path, ":");
        dgs_buf program = {.arena = arena};
        dgs_buf_add(&program, path, n);
        dgs_buf_adds(&program, "/rsvg-convert");
        if (*path == '/' && !program.failed && access(program.p, X_OK) == 0)
            return program.p;
        path += n + (path[n] == ':');
    }
    return NULL;
}

static void limit(int what, rlim_t most)
{
    const struct rlimit limit = {most, most};
    if (setrlimit(what, &limit) != 0)
        _exit(NO_PROGRAM);
}

// In the child: becomes the program.
static _Noreturn void become(job *j)
{
    char name[] = "rsvg-convert", shape[] = "--keep-aspect-ratio", format[] = "--format=png";
    char *argv[] = {name, j->size[0], j->size[1], shape, format, NULL}, *environment[] = {j->path, NULL};
    int nothing = open("/dev/null", O_WRONLY);
    if (nothing < 0 || dup2(j->in[READ_END], 0) != 0 || dup2(j->out[WRITE_END], 1) != 1 || dup2(nothing, 2) != 2)
        _exit(NO_PROGRAM);
    long most = sysconf(_SC_OPEN_MAX);
    for (int fd = 3; fd < (most < 0 || most > USHRT_MAX ? USHRT_MAX : most); fd++)
        (void)close(fd);
    limit(RLIMIT_CPU, DGS_CONVERT_SECONDS);
    limit(RLIMIT_AS, MEMORY_MAX);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    (void)signal(SIGPIPE, SIG_DFL);
    (void)execve(j->program, argv, environment);
    _exit(NO_PROGRAM);
}

static time_t now(void)
{
    struct timespec t = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec;
}

static void shut(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

static bool start(job *j)
{
    if (pipe(j->in) != 0 || pipe(j->out) != 0)
        return false;
    j->pid = fork();
    if (j->pid == 0)
        become(j);
    if (j->pid < 0)
        return false;
    shut(&j->in[READ_END]);
    shut(&j->out[WRITE_END]);
    return fcntl(j->in[WRITE_END], F_SETFL, O_NONBLOCK) == 0 && fcntl(j->out[READ_END], F_SETFL, O_NONBLOCK) == 0;
}

static bool again(ssize_t n)
{
    return n < 0 && (errno == EAGAIN || errno == EINTR);
}

// A program that closes its input early may still have drawn: that is no failure yet.
static void feed(job *j)
{
    ssize_t n = write(j->in[WRITE_END], j->svg.p + j->sent, j->svg.n - j->sent);
    if (n > 0)
        j->sent += (size_t)n;
    if (j->sent == j->svg.n || (n < 0 && !again(n)))
        shut(&j->in[WRITE_END]);
}

static bool receive(job *j)
{
    char bytes[16384];
    ssize_t n = read(j->out[READ_END], bytes, sizeof bytes);
    if (n > 0)
        dgs_buf_add(&j->png, bytes, (size_t)n);
    if (n == 0)
        shut(&j->out[READ_END]);
    return (n >= 0 || again(n)) && !j->png.failed && j->png.n <= DGS_IMAGE_FILE_MAX;
}

// Gives and takes until the program has closed its output.
static bool talk(job *j)
{
    j->deadline = now() + DGS_CONVERT_SECONDS;
    while (j->out[READ_END] >= 0) {
        struct pollfd ends[] = {{.fd = j->out[READ_END], .events = POLLIN},
                                {.fd = j->in[WRITE_END], .events = POLLOUT}};
        int ready = poll(ends, 2, 250);
        if (now() > j->deadline) {
            j->late = true;
            return false;
        }
        if (ready < 0 && errno != EINTR)
            return false;
        if (ready <= 0)
            continue;
        if (ends[1].revents != 0)
            feed(j);
        if (ends[0].revents != 0 && !receive(j))
            return false;
    }
    return true;
}

// Runs the program to its end, whatever comes; true when it says that it has drawn.
static bool run(job *j)
{
    int status = 0;
    bool ok = start(j) && talk(j);
    for (int i = 0; i < 2; i++) {
        shut(&j->in[i]);
        shut(&j->out[i]);
    }
    if (j->pid <= 0)
        return false;
    if (!ok)
        (void)kill(j->pid, SIGKILL);
    while (waitpid(j->pid, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return ok && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool dgs_convert_svg(dgs_arena *arena, const char *program, const char *name, dgs_str svg, unsigned across,
                     unsigned down, dgs_str *png, dgs_err *err)
{
    const char *path = getenv("PATH");
    job *j = dgs_arena_alloc(arena, sizeof *j);
    if (j == NULL)
        return dgs_fail_memory(err);
    *j = (job){.program = program, .in = {-1, -1}, .out = {-1, -1}, .svg = svg, .png = {.arena = arena}};
    (void)snprintf(j->size[0], sizeof j->size[0], "--width=%u", across);
    (void)snprintf(j->size[1], sizeof j->size[1], "--height=%u", down);
    (void)snprintf(j->path, sizeof j->path, "PATH=%s", path == NULL ? "" : path);
    bool ok = run(j);
    if (j->png.failed)
        return dgs_fail_memory(err);
    if (!ok)
        return dgs_fail(err, DGS_ERR_DATA, "%s: rsvg-convert %s: save the logo as PNG and use that file", name,
                        j->late ? "needs too long to draw it" : "cannot draw it");
    *png = (dgs_str){j->png.p, j->png.n};
    return true;
}
