// Every kind of call, tried in the place of each process of the program, within the cell that it is in: the one before
// input is read, rsvg-convert's helper, a batch's first process that reads the list, and composing, in one handout or
// in a batch's worker. The cells add up as they do in the program.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/enter.h"
#include "unit.h"

#ifdef DGS_SANITIZED
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static char folder[64], inside[96], outside[96], into[128], beside[128], secret[128];

static pid_t other; // a process that is in no cell

static void make(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    ck_assert_int_ge(fd, 0);
    (void)close(fd);
}

static void set_up(void)
{
    strcpy(folder, "/tmp/dgs-calls-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    (void)snprintf(inside, sizeof inside, "%s/inside", folder);
    (void)snprintf(outside, sizeof outside, "%s/outside", folder);
    (void)snprintf(into, sizeof into, "%s/file", inside);
    (void)snprintf(beside, sizeof beside, "%s/file", outside);
    (void)snprintf(secret, sizeof secret, "%s/secret", outside);
    ck_assert(mkdir(inside, 0700) == 0 && mkdir(outside, 0700) == 0);
    make(secret);
}

static void tear_down(void)
{
    char command[100];
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    ck_assert_int_eq(system(command), 0);
}

// Tries: 0 or errno.

static int of(long result)
{
    return result >= 0 ? 0 : errno;
}

// A try that is one call with these arguments.
#define CALL(name, ...) \
    static int name(void) \
    { \
        return of(syscall(__VA_ARGS__)); \
    }
#define NOTHING 0L, 0L, 0L, 0L, 0L, 0L

CALL(inet, SYS_socket, AF_INET, SOCK_STREAM, 0)
CALL(inet6, SYS_socket, AF_INET6, SOCK_DGRAM, 0)
CALL(local, SYS_socket, AF_UNIX, SOCK_STREAM, 0)
CALL(netlink, SYS_socket, AF_NETLINK, SOCK_RAW, 0)
CALL(connects, SYS_connect, -1, 0L, 0L)
CALL(binds, SYS_bind, -1, 0L, 0L)
CALL(listens, SYS_listen, -1, 0)
CALL(mounts, SYS_mount, NOTHING)
CALL(roots, SYS_chroot, "/")
CALL(unshares, SYS_unshare, 0x10000000 /* a user namespace */)
CALL(joins, SYS_setns, -1, 0)
CALL(ring, SYS_io_uring_setup, 1, 0L)
CALL(faults, SYS_userfaultfd, 0)
CALL(keys, SYS_keyctl, NOTHING)
CALL(adds_key, SYS_add_key, NOTHING)
CALL(programs_kernel, SYS_bpf, 0, 0L, 0)
CALL(measures, SYS_perf_event_open, NOTHING)
CALL(reads_memory, SYS_process_vm_readv, other, 0L, 0, 0L, 0, 0)
CALL(writes_memory, SYS_process_vm_writev, other, 0L, 0, 0L, 0, 0)
CALL(takes_descriptor, SYS_pidfd_getfd, -1, 0, 0)
CALL(opens_process, SYS_pidfd_open, other, 0)
CALL(debugs, SYS_ptrace, PTRACE_TRACEME, 0L, 0L, 0L)
CALL(signals_other, SYS_kill, other, 0)
CALL(signals_itself, SYS_kill, getpid(), 0)
CALL(steers_itself, SYS_prctl, PR_SET_DUMPABLE, 0, 0, 0, 0)
CALL(makes_memory_file, SYS_memfd_create, "x", 0)
CALL(by_handle, SYS_open_by_handle_at, -1, 0L, 0)
CALL(makes_device, SYS_mknodat, AT_FDCWD, into, S_IFIFO | 0600, 0)
CALL(becomes, SYS_setuid, getuid())
CALL(shares_memory, SYS_shmget, 0L, 4096L, 0600)
CALL(watches, SYS_inotify_init1, 0)
CALL(from_the_future, 100000)
CALL(types, SYS_ioctl, 0, TIOCSTI, "x")
CALL(types_in_the_upper_half, SYS_ioctl, 0, (1L << 32) | TIOCSTI, "x")
CALL(pastes, SYS_ioctl, 0, TIOCLINUX, "\x03")
CALL(cuts, SYS_truncate, secret, 0L)
CALL(changes_mode, SYS_fchmodat, AT_FDCWD, secret, 0666)
CALL(changes_mode_anew, 452, AT_FDCWD, secret, 0666, 0)
CALL(changes_owner, SYS_fchownat, AT_FDCWD, secret, -1, -1, 0)
CALL(changes_time, SYS_utimensat, AT_FDCWD, secret, 0L, 0)
CALL(marks, SYS_setxattr, secret, "user.x", "x", 1L, 0)
CALL(links, SYS_linkat, AT_FDCWD, secret, AT_FDCWD, into, 0)
CALL(takes_away, SYS_unlinkat, AT_FDCWD, secret, 0)
CALL(renames, SYS_renameat, AT_FDCWD, secret, AT_FDCWD, beside)
CALL(moves_in, SYS_renameat, AT_FDCWD, secret, AT_FDCWD, into)
CALL(makes_folder, SYS_mkdirat, AT_FDCWD, beside, 0700)
CALL(writes_secret, SYS_openat, AT_FDCWD, secret, O_WRONLY | O_TRUNC)
CALL(writes_outside, SYS_openat, AT_FDCWD, beside, O_WRONLY | O_CREAT, 0600)
CALL(unnamed_outside, SYS_openat, AT_FDCWD, outside, O_TMPFILE | O_WRONLY, 0600)
CALL(reads_outside, SYS_openat, AT_FDCWD, secret, O_RDONLY)
CALL(lists_outside, SYS_openat, AT_FDCWD, outside, O_RDONLY | O_DIRECTORY)
CALL(reads_system, SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY)

static int forks(void)
{
    pid_t pid = (pid_t)syscall(SYS_clone, SIGCHLD, 0L, 0L, 0L, 0L);
    if (pid == 0)
        _exit(0);
    return pid < 0 ? errno : of(waitpid(pid, NULL, 0));
}

// Runs /bin/true, in a child where there can be one.
static int runs_by(int call)
{
    char name[] = "true", *argv[] = {name, NULL}, *environment[] = {NULL};
    int status = 0;
    pid_t pid = fork();
    if (pid <= 0) {
        (void)(call == SYS_execve ? syscall(SYS_execve, "/bin/true", argv, environment)
                                  : syscall(SYS_execveat, AT_FDCWD, "/bin/true", argv, environment, 0));
        if (pid == 0)
            _exit(errno);
        return errno;
    }
    return waitpid(pid, &status, 0) == pid && WIFEXITED(status) ? WEXITSTATUS(status) : ECHILD;
}

static int runs(void)
{
    return runs_by(SYS_execve);
}

static int runs_at(void)
{
    return runs_by(SYS_execveat);
}

static int maps_code(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0;
}

static int turns_to_code(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? ENOMEM : of(mprotect(page, 4096, PROT_READ | PROT_WRITE | PROT_EXEC));
}

// All that saving does, by the calls of the C library that it does it with.
static int saves(void)
{
    char moved[160];
    struct stat st;
    (void)snprintf(moved, sizeof moved, "%s.new", into);
    int at = open(inside, O_PATH | O_DIRECTORY | O_CLOEXEC), fd = openat(at, "file", O_RDWR | O_CREAT | O_EXCL, 0600);
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    bool ok = at >= 0 && fd >= 0 && fcntl(fd, F_OFD_SETLK, &whole) == 0 && write(fd, "words", 5) == 5 &&
              fchmod(fd, 0640) == 0 && fchown(fd, (uid_t)-1, (gid_t)-1) == 0 && ftruncate(fd, 3) == 0 &&
              fsync(fd) == 0 && syncfs(fd) == 0 && fstatat(at, "file", &st, AT_SYMLINK_NOFOLLOW) == 0 &&
              st.st_size == 3 && faccessat(at, "file", W_OK, AT_EACCESS) == 0 && rename(into, moved) == 0 &&
              unlink(moved) == 0 && mkdirat(at, "under", 0700) == 0;
    int why = errno;
    (void)close(fd);
    (void)close(at);
    return ok ? 0 : why;
}

static int works(void)
{
    char random[8], name[] = "/proc/self";
    int ends[2];
    struct pollfd one = {.events = POLLIN};
    void *memory = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    bool ok = memory != MAP_FAILED && munmap(memory, 1 << 20) == 0 && getentropy(random, sizeof random) == 0 &&
              pipe(ends) == 0 && write(ends[1], "x", 1) == 1;
    one.fd = ends[0];
    ok = ok && poll(&one, 1, 0) == 1 && close(ends[0]) == 0 && close(ends[1]) == 0 && access(name, F_OK) <= 0 &&
         signal(SIGPIPE, SIG_IGN) != SIG_ERR && getpid() > 0;
    return ok ? 0 : errno;
}

enum { ANY = 0, FILES = 1, SIGNALS = 6, PLAIN = 64 }; // the version of Landlock that it takes; not under sanitizers

typedef struct expectation {
    const char *name;
    int (*try)(void);
    unsigned holds;
    int wary, helper, parent, compose; // what each cell answers; 0 = it is allowed
} expectation;

#define NEVER(try) #try, try, ANY, EPERM, EPERM, EPERM, EPERM

static const expectation table[] = {
    {"work", works, ANY, 0, 0, 0, 0},
    {"save", saves, ANY, 0, 0, 0, 0},
    {NEVER(inet)},
    {NEVER(inet6)},
    {NEVER(local)},
    {NEVER(netlink)},
    {NEVER(connects)},
    {NEVER(binds)},
    {NEVER(listens)},
    {NEVER(mounts)},
    {NEVER(roots)},
    {NEVER(unshares)},
    {NEVER(joins)},
    {NEVER(ring)},
    {NEVER(faults)},
    {NEVER(keys)},
    {NEVER(adds_key)},
    {NEVER(programs_kernel)},
    {NEVER(measures)},
    {NEVER(writes_memory)},
    {NEVER(takes_descriptor)},
    {NEVER(opens_process)},
    {NEVER(by_handle)},
    {NEVER(makes_device)},
    {NEVER(cuts)},
    {NEVER(changes_mode)},
    {NEVER(changes_mode_anew)},
    {NEVER(changes_owner)},
    {NEVER(changes_time)},
    {NEVER(marks)},
    {"read another's memory", reads_memory, PLAIN, EPERM, EPERM, EPERM, EPERM},
    {"debug", debugs, PLAIN, EPERM, EPERM, ENOSYS, EPERM},
    {"type into the terminal", types, ANY, EPERM, EPERM, ENOSYS, ENOSYS},
    {"type, by another number", types_in_the_upper_half, ANY, EPERM, EPERM, ENOSYS, ENOSYS},
    {"paste into the terminal", pastes, ANY, EPERM, EPERM, ENOSYS, ENOSYS},
    {"a call that nobody knows", from_the_future, ANY, ENOSYS, ENOSYS, ENOSYS, ENOSYS},
    {"signal another process", signals_other, SIGNALS | PLAIN, EPERM, EPERM, EPERM, EPERM},
    {"signal itself", signals_itself, PLAIN, 0, 0, 0, EPERM},
    {"steer itself", steers_itself, PLAIN, 0, 0, 0, ENOSYS},
    {"make a file of memory", makes_memory_file, ANY, 0, 0, ENOSYS, ENOSYS},
    {"become another user", becomes, ANY, 0, 0, ENOSYS, ENOSYS},
    {"share memory", shares_memory, ANY, 0, 0, ENOSYS, ENOSYS},
    {"watch files", watches, ANY, 0, 0, ENOSYS, ENOSYS},
    {"fork", forks, PLAIN, 0, 0, 0, EPERM},
    {"exec", runs, FILES | PLAIN, 0, EACCES, EPERM, EPERM},
    {"exec at", runs_at, FILES | PLAIN, 0, EACCES, EPERM, EPERM},
    {"map code", maps_code, ANY, 0, 0, EPERM, EPERM},
    {"turn memory to code", turns_to_code, ANY, 0, 0, EPERM, EPERM},
    {"link", links, FILES, EXDEV, EXDEV, ENOSYS, ENOSYS},
    {"take away", takes_away, FILES, EACCES, EACCES, EACCES, EACCES},
    {"rename", renames, FILES, EACCES, EACCES, EACCES, EACCES},
    {"move in", moves_in, FILES, EACCES, EACCES, EACCES, EACCES},
    {"make a folder", makes_folder, FILES, EACCES, EACCES, EACCES, EACCES},
    {"write a file", writes_secret, FILES, EACCES, EACCES, EACCES, EACCES},
    {"write outside", writes_outside, FILES, EACCES, EACCES, EACCES, EACCES},
    {"write without a name", unnamed_outside, FILES, EACCES, EACCES, EACCES, EACCES},
    {"read outside", reads_outside, FILES, 0, EACCES, 0, EACCES},
    {"list outside", lists_outside, FILES, 0, EACCES, 0, EACCES},
    {"read the system", reads_system, FILES, 0, EACCES, 0, EACCES},
};

static int wanted(const expectation *e, dgs_cell cell)
{
    const int of_cell[] = {[DGS_CELL_WARY] = e->wary,
                           [DGS_CELL_HELPER] = e->helper,
                           [DGS_CELL_PARENT] = e->parent,
                           [DGS_CELL_COMPOSE] = e->compose};
    return of_cell[cell];
}

// In a child: goes through the cells and makes the try in the last of them. 0 where it came out as it should.
static int come_out(const expectation *e, const dgs_cell *cells, size_t n)
{
    dgs_err err = {0};
    const dgs_access allowed[] = {{.path = inside, .rights = DGS_ACCESS_READ | DGS_ACCESS_WRITE}};
    for (size_t i = 0; i < n; i++)
        if (!dgs_cell_enter(cells[i], allowed, 1, &err))
            return 100;
    int code = e->try();
    if (code == wanted(e, cells[n - 1]))
        return 0;
    (void)fprintf(stderr, "%s: %s, expected: %s\n", e->name, code == 0 ? "done" : strerrorname_np(code),
                  wanted(e, cells[n - 1]) == 0 ? "done" : strerrorname_np(wanted(e, cells[n - 1])));
    return 1;
}

static void hold(const dgs_cell *cells, size_t n)
{
    int breaches = 0, status;
    other = getpid();
    ck_assert(dgs_cell_seccomp());
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        bool plain = (table[i].holds & PLAIN) != 0;
        if ((int)(table[i].holds & ~(unsigned)PLAIN) > dgs_cell_landlock() || (plain && SANITIZED != 0))
            continue;
        pid_t pid = fork();
        if (pid == 0)
            _exit(come_out(&table[i], cells, n));
        ck_assert(pid > 0 && waitpid(pid, &status, 0) == pid);
        breaches += !WIFEXITED(status) || WEXITSTATUS(status) != 0;
        (void)unlink(into);
        (void)rmdir(beside);
        char under[160];
        (void)snprintf(under, sizeof under, "%s/under", inside);
        (void)rmdir(under);
    }
    ck_assert_int_eq(breaches, 0);
}

#define HOLD(...) hold((const dgs_cell[]){__VA_ARGS__}, sizeof((const dgs_cell[]){__VA_ARGS__}) / sizeof(dgs_cell))

START_TEST(before_input_is_read)
{
    HOLD(DGS_CELL_WARY);
}
END_TEST

START_TEST(the_helper_of_rsvg_convert)
{
    HOLD(DGS_CELL_WARY, DGS_CELL_HELPER);
}
END_TEST

START_TEST(the_reader_of_a_list)
{
    HOLD(DGS_CELL_WARY, DGS_CELL_PARENT, DGS_CELL_PARENT);
}
END_TEST

START_TEST(composing_one_handout)
{
    HOLD(DGS_CELL_WARY, DGS_CELL_COMPOSE);
}
END_TEST

START_TEST(composing_for_a_printer)
{
    HOLD(DGS_CELL_COMPOSE);
}
END_TEST

START_TEST(a_worker_of_a_batch)
{
    HOLD(DGS_CELL_WARY, DGS_CELL_PARENT, DGS_CELL_PARENT, DGS_CELL_COMPOSE);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sandbox calls");
    TCase *tests = tcase_create("calls");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 100);
    tcase_add_test(tests, before_input_is_read);
    tcase_add_test(tests, the_helper_of_rsvg_convert);
    tcase_add_test(tests, the_reader_of_a_list);
    tcase_add_test(tests, composing_one_handout);
    tcase_add_test(tests, composing_for_a_printer);
    tcase_add_test(tests, a_worker_of_a_batch);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
