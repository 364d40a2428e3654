// For closefrom(), which POSIX has not.
#define _GNU_SOURCE
#include "convert/helper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "convert/convert.h"
#include "convert/fonts.h"

enum { MEMORY_MAX = 1 << 30, NO_PROGRAM = 127 };

typedef union control { // the part of a message that carries descriptors
    struct cmsghdr head;
    char bytes[CMSG_SPACE(DGS_HELPER_ENDS * sizeof(int))];
} control;

bool dgs_helper_send(int helper, const dgs_helper_order *order, const int ends[DGS_HELPER_ENDS])
{
    control c = {0};
    struct iovec body = {(void *)order, sizeof *order};
    struct msghdr message = {.msg_iov = &body, .msg_iovlen = 1, .msg_control = &c, .msg_controllen = sizeof c};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(DGS_HELPER_ENDS * sizeof(int));
    memcpy(CMSG_DATA(head), ends, DGS_HELPER_ENDS * sizeof(int));
    ssize_t sent;
    while ((sent = sendmsg(helper, &message, 0)) < 0 && errno == EINTR)
        continue;
    return sent == (ssize_t)sizeof *order;
}

// False at the end: nobody is left who could ask. A message that is no order leaves ends[0] at -1.
static bool receive(int from, dgs_helper_order *order, int ends[DGS_HELPER_ENDS])
{
    control c = {0};
    struct iovec body = {order, sizeof *order};
    struct msghdr message = {.msg_iov = &body, .msg_iovlen = 1, .msg_control = &c, .msg_controllen = sizeof c};
    ssize_t got;
    ends[0] = -1;
    while ((got = recvmsg(from, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR)
        continue;
    struct cmsghdr *head = got <= 0 ? NULL : CMSG_FIRSTHDR(&message);
    if (got == (ssize_t)sizeof *order && head != NULL && head->cmsg_type == SCM_RIGHTS &&
        head->cmsg_len == CMSG_LEN(DGS_HELPER_ENDS * sizeof(int)))
        memcpy(ends, CMSG_DATA(head), DGS_HELPER_ENDS * sizeof(int));
    return got > 0;
}

// What would be written, such as fontconfig's cache of new fonts, is refused (EFBIG) and does not end the program.
static bool limit_itself(void)
{
    const struct rlimit time = {DGS_CONVERT_SECONDS, DGS_CONVERT_SECONDS}, memory = {MEMORY_MAX, MEMORY_MAX},
                        nothing = {0, 0};
    return setrlimit(RLIMIT_CPU, &time) == 0 && setrlimit(RLIMIT_AS, &memory) == 0 &&
           setrlimit(RLIMIT_FSIZE, &nothing) == 0 && signal(SIGXFSZ, SIG_IGN) != SIG_ERR &&
           setrlimit(RLIMIT_CORE, &nothing) == 0;
}

static void take_signals_back(void)
{
    sigset_t none;
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    (void)signal(SIGPIPE, SIG_DFL);
}

// Answers what a font is like. In a process of its own too: what it reads are files of fonts.
static _Noreturn void answer(const int ends[DGS_HELPER_ENDS])
{
#ifdef DGS_SANITIZED // whose own memory is beyond any limit
    _exit(dgs_fonts_answer(ends[DGS_HELPER_SVG], ends[DGS_HELPER_PNG]) ? 0 : NO_PROGRAM);
#endif
    _exit(limit_itself() && dgs_fonts_answer(ends[DGS_HELPER_SVG], ends[DGS_HELPER_PNG]) ? 0 : NO_PROGRAM);
}

// Becomes the program. The helper's standard streams lead nowhere already.
static _Noreturn void become(const char *program, const dgs_helper_order *order, const int ends[DGS_HELPER_ENDS])
{
    char name[] = "rsvg-convert", shape[] = "--keep-aspect-ratio", format[] = "--format=png", width[32], height[32];
    static char path[8 * 1024];
    char *argv[] = {name, width, height, shape, format, NULL}, *environment[] = {path, NULL};
    const char *folders = getenv("PATH");
    (void)snprintf(width, sizeof width, "--width=%u", order->across);
    (void)snprintf(height, sizeof height, "--height=%u", order->down);
    (void)snprintf(path, sizeof path, "PATH=%s", folders == NULL ? "" : folders);
    if (dup2(ends[DGS_HELPER_SVG], 0) != 0 || dup2(ends[DGS_HELPER_PNG], 1) != 1 || !limit_itself())
        _exit(NO_PROGRAM);
    closefrom(3);
    take_signals_back();
    (void)execve(program, argv, environment);
    _exit(NO_PROGRAM);
}

// Waits for the program, but not longer than it may take.
static dgs_helper_verdict watch(pid_t pid, const sigset_t *ended)
{
    const struct timespec most = {DGS_CONVERT_SECONDS, 0};
    int status = 0, got;
    while ((got = sigtimedwait(ended, NULL, &most)) < 0 && errno == EINTR)
        continue;
    if (got < 0)
        (void)kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return DGS_HELPER_FAILED;
    return got < 0 ? DGS_HELPER_LATE
                   : (WIFEXITED(status) && WEXITSTATUS(status) == 0 ? DGS_HELPER_DREW : DGS_HELPER_FAILED);
}

// In a process of its own, so that one drawing does not wait for another.
static _Noreturn void draw(const char *program, const dgs_helper_order *order, const int ends[DGS_HELPER_ENDS])
{
    sigset_t ended;
    (void)sigemptyset(&ended);
    (void)sigaddset(&ended, SIGCHLD);
    (void)sigprocmask(SIG_BLOCK, &ended, NULL);
    (void)signal(SIGCHLD, SIG_DFL);
    pid_t pid = fork();
    if (pid == 0 && order->across == 0 && order->down == 0)
        answer(ends);
    if (pid == 0)
        become(program, order, ends);
    (void)close(ends[DGS_HELPER_SVG]);
    (void)close(ends[DGS_HELPER_PNG]);
    char verdict = (char)(pid < 0 ? DGS_HELPER_FAILED : watch(pid, &ended));
    _exit(write(ends[DGS_HELPER_VERDICT], &verdict, 1) == 1 ? 0 : 1);
}

// Nothing of the first process stays open here but the socket, so that nobody waits for the helper's end by mistake.
static bool leave_streams(int *from)
{
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0)
        return false;
    int mine = fcntl(*from, F_DUPFD_CLOEXEC, 3);
    for (int fd = 0; fd < 3; fd++)
        if (dup2(nothing, fd) != fd)
            return false;
    *from = mine < 0 ? -1 : dup2(mine, 3);
    closefrom(4);
    return *from == 3 && fcntl(3, F_SETFD, FD_CLOEXEC) == 0;
}

static _Noreturn void serve(int from, const char *program, bool (*confine)(const char *program))
{
    dgs_helper_order order;
    int ends[DGS_HELPER_ENDS];
    (void)signal(SIGCHLD, SIG_IGN); // nobody waits for the drawings' processes
    (void)signal(SIGPIPE, SIG_IGN);
    if (!leave_streams(&from) || (confine != NULL && !confine(program)))
        _exit(1);
    while (receive(from, &order, ends)) {
        if (ends[0] < 0 || order.across > DGS_IMAGE_SIDE_MAX || order.down > DGS_IMAGE_SIDE_MAX)
            continue;
        if (fork() == 0)
            draw(program, &order, ends);
        for (int i = 0; i < DGS_HELPER_ENDS; i++)
            (void)close(ends[i]);
    }
    _exit(0);
}

// The process between the two ends at once, so that the helper is none of the children that others count or wait for.
int dgs_helper_start(const char *program, bool (*confine)(const char *program))
{
    int ends[2], status = 0;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return -1;
    pid_t between = fork();
    if (between == 0) {
        pid_t helper = fork();
        if (helper != 0)
            _exit(helper < 0 ? 1 : 0);
        (void)close(ends[0]);
        serve(ends[1], program, confine);
    }
    int why = errno;
    (void)close(ends[1]);
    while (between > 0 && waitpid(between, &status, 0) < 0 && errno == EINTR)
        continue;
    if (between > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return ends[0];
    (void)close(ends[0]);
    errno = between < 0 ? why : EAGAIN;
    return -1;
}
