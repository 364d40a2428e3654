// The sandbox room: what a process inside can no longer do, and what it still can. Each try is made in a child, since
// there is no way out.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/enter.h"
#include "unit.h"

Suite *sandbox_suite(void);

#ifdef DGS_SANITIZED
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static char folder[64], inside[96], outside[96], into[128], beside[128], secret[128];

static void set_up(void)
{
    strcpy(folder, "/tmp/dgs-sandbox-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(inside, sizeof inside, "%s/inside", folder);
    (void)snprintf(outside, sizeof outside, "%s/outside", folder);
    (void)snprintf(into, sizeof into, "%s/file", inside);
    (void)snprintf(beside, sizeof beside, "%s/file", outside);
    (void)snprintf(secret, sizeof secret, "%s/secret", outside);
    ck_assert(mkdir(inside, 0700) == 0 && mkdir(outside, 0700) == 0);
    int fd = open(secret, O_WRONLY | O_CREAT, 0600);
    ck_assert_int_ge(fd, 0);
    (void)close(fd);
}

static void tear_down(void)
{
    (void)unlink(into);
    (void)unlink(beside);
    (void)unlink(secret);
    (void)rmdir(inside);
    (void)rmdir(outside);
    (void)rmdir(folder);
}

// Tries: 0 or errno.

static int opens(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC, 0600);
    int why = fd < 0 ? errno : 0;
    if (fd >= 0)
        (void)close(fd);
    return why;
}

static int writes_inside(void)
{
    int why = opens(into, O_WRONLY | O_CREAT | O_TRUNC);
    return why != 0 ? why : unlink(into) == 0 ? 0 : errno;
}

static int writes_outside(void)
{
    return opens(beside, O_WRONLY | O_CREAT);
}

static int reads_outside(void)
{
    return opens(secret, O_RDONLY);
}

static int takes_away(void)
{
    return unlink(secret) == 0 ? 0 : errno;
}

static int moves_out(void)
{
    int why = opens(into, O_WRONLY | O_CREAT);
    return why != 0 ? why : rename(into, beside) == 0 ? 0 : errno;
}

static int has_socket(int family)
{
    int fd = socket(family, SOCK_STREAM, 0);
    int why = fd < 0 ? errno : 0;
    if (fd >= 0)
        (void)close(fd);
    return why;
}

static int has_network(void)
{
    return has_socket(AF_INET);
}

static int has_local_socket(void)
{
    return has_socket(AF_UNIX);
}

// Runs /bin/true; 0 where it ran. Where fork is allowed the child shows what execve() said.
static int runs(void)
{
    char name[] = "true", *argv[] = {name, NULL}, *environment[] = {NULL};
    int status = 0;
    pid_t pid = fork();
    if (pid < 0)
        return execve("/bin/true", argv, environment) == 0 ? 0 : errno; // it comes back only with an error
    if (pid == 0) {
        (void)execve("/bin/true", argv, environment);
        _exit(errno);
    }
    return waitpid(pid, &status, 0) == pid && WIFEXITED(status) ? WEXITSTATUS(status) : ECHILD;
}

static int forks(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    return pid < 0 ? errno : waitpid(pid, NULL, 0) == pid ? 0 : errno;
}

static int makes_code(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? ENOMEM : mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0 ? 0 : errno;
}

static int reaches_others(void)
{
    return kill(getppid(), 0) == 0 ? 0 : errno;
}

static int is_from_the_future(void)
{
    return syscall(100000) == 0 ? 0 : errno;
}

typedef struct expectation {
    const char *name;
    int (*try)(void);
    int code;
    bool landlock, plain; // holds only with Landlock; not under sanitizers
} expectation;

// In the child: the number of the first try that came out otherwise, from 1 on; 0 = none.
static int first_breach(dgs_cell cell, const expectation *tries, size_t n)
{
    dgs_err err = {0};
    const dgs_access allowed[] = {{inside, DGS_ACCESS_READ | DGS_ACCESS_WRITE}, {NULL, DGS_ACCESS_READ}};
    if (!dgs_cell_enter(cell, allowed, 2, &err))
        return 100;
    for (size_t i = 0; i < n; i++) {
        bool holds = (!tries[i].landlock || dgs_cell_landlock() > 0) && (!tries[i].plain || SANITIZED == 0);
        int code = holds ? tries[i].try() : tries[i].code;
        if (code == tries[i].code)
            continue;
        fprintf(stderr, "%s: %s, expected: %s\n", tries[i].name, strerror(code), strerror(tries[i].code));
        return (int)i + 1;
    }
    return 0;
}

static void hold(dgs_cell cell, const expectation *tries, size_t n)
{
    int status = 0;
    if (dgs_cell_landlock() == 0)
        fprintf(stderr, "this kernel has no Landlock: files are not tried\n");
    ck_assert(dgs_cell_seccomp());
    pid_t pid = fork();
    if (pid == 0)
        _exit(first_breach(cell, tries, n));
    ck_assert(pid > 0 && waitpid(pid, &status, 0) == pid);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "status %x", (unsigned)status);
}

#define HOLD(cell, tries) hold((cell), (tries), sizeof(tries) / sizeof *(tries))

START_TEST(compose)
{
    static const expectation tries[] = {
        {"write inside", writes_inside, 0, false, false},
        {"write outside", writes_outside, EACCES, true, false},
        {"read outside", reads_outside, EACCES, true, false},
        {"take a file away", takes_away, EACCES, true, false},
        {"move a file out", moves_out, EXDEV, true, false}, // what rename(2) says of another world (landlock(7))
        {"network", has_network, EPERM, false, false},
        {"local socket", has_local_socket, EPERM, false, false},
        {"fork", forks, EPERM, false, true},
        {"exec", runs, EPERM, false, false},
        {"code", makes_code, EPERM, false, false},
        {"another process", reaches_others, EPERM, false, false},
        {"a call that nobody knows", is_from_the_future, ENOSYS, false, false},
    };
    HOLD(DGS_CELL_COMPOSE, tries);
}
END_TEST

START_TEST(parent)
{
    static const expectation tries[] = {
        {"write inside", writes_inside, 0, false, false},
        {"write outside", writes_outside, EACCES, true, false},
        {"read outside", reads_outside, 0, false, false},
        {"network", has_network, EPERM, false, false},
        {"fork", forks, 0, false, false},
        {"exec", runs, EPERM, false, false},
        {"code", makes_code, EPERM, false, false},
    };
    HOLD(DGS_CELL_PARENT, tries);
}
END_TEST

START_TEST(wary)
{
    static const expectation tries[] = {
        {"write inside", writes_inside, 0, false, false},
        {"write outside", writes_outside, EACCES, true, false},
        {"take a file away", takes_away, EACCES, true, false},
        {"read outside", reads_outside, 0, false, false},
        {"network", has_network, EPERM, false, false},
        {"local socket", has_local_socket, EPERM, false, false},
        {"exec", runs, 0, false, false},
    };
    HOLD(DGS_CELL_WARY, tries);
}
END_TEST

// Only "inside" is allowed here: not even /bin.
START_TEST(helper)
{
    static const expectation tries[] = {
        {"write outside", writes_outside, EACCES, true, false},
        {"read outside", reads_outside, EACCES, true, false},
        {"network", has_network, EPERM, false, false},
        {"fork", forks, 0, false, false},
        {"exec", runs, EACCES, true, false},
    };
    HOLD(DGS_CELL_HELPER, tries);
}
END_TEST

// A worker closes what its parent left open.
START_TEST(one_in_another)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        dgs_err err = {0};
        const dgs_access allowed[] = {{folder, DGS_ACCESS_WRITE}}, less[] = {{inside, DGS_ACCESS_WRITE}};
        bool in = dgs_cell_enter(DGS_CELL_WARY, allowed, 1, &err) && dgs_cell_enter(DGS_CELL_PARENT, allowed, 1, &err);
        if (!in || writes_outside() != 0)
            _exit(1);
        if (!dgs_cell_enter(DGS_CELL_COMPOSE, less, 1, &err))
            _exit(2);
        _exit(writes_inside() != 0 || (dgs_cell_landlock() > 0 && writes_outside() != EACCES) ? 3 : 0);
    }
    ck_assert(pid > 0 && waitpid(pid, &status, 0) == pid);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "status %x", (unsigned)status);
}
END_TEST

// Moving between folders, as --split-dirs does, and one file alone.
START_TEST(moving_and_single_files)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        dgs_err err = {0};
        const dgs_access allowed[] = {{folder, DGS_ACCESS_WRITE}, {secret, DGS_ACCESS_READ}};
        if (!dgs_cell_enter(DGS_CELL_COMPOSE, allowed, 2, &err))
            _exit(1);
        if (moves_out() != 0 || reads_outside() != 0)
            _exit(2);
        _exit(dgs_cell_landlock() > 0 && opens(beside, O_RDONLY) != EACCES ? 3 : 0);
    }
    ck_assert(pid > 0 && waitpid(pid, &status, 0) == pid);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "status %x", (unsigned)status);
}
END_TEST

START_TEST(hidden_memory)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        dgs_err err = {0};
        _exit(dgs_cell_hide_memory(&err) && prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : 1);
    }
    ck_assert(pid > 0 && waitpid(pid, &status, 0) == pid);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
END_TEST

Suite *sandbox_suite(void)
{
    Suite *suite = suite_create("sandbox");
    TCase *tc = tcase_create("sandbox");
    tcase_add_checked_fixture(tc, set_up, tear_down);
    tcase_add_test(tc, compose);
    tcase_add_test(tc, parent);
    tcase_add_test(tc, wary);
    tcase_add_test(tc, helper);
    tcase_add_test(tc, one_in_another);
    tcase_add_test(tc, moving_and_single_files);
    tcase_add_test(tc, hidden_memory);
    suite_add_tcase(suite, tc);
    return suite;
}

int main(void)
{
    return run_suite(sandbox_suite());
}
