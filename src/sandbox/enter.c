// For syscall() and O_PATH, which POSIX has not.
#define _GNU_SOURCE
#include "sandbox/enter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox/filter.h"

// linux/landlock.h as of ABI 6; Debian 12's header stops at 2. Numbers of system calls are the same on all machines.
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, ASK_VERSION = 1, PATH_BENEATH = 1 };
enum {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_DIR = 1 << 4,
    REMOVE_FILE = 1 << 5,
    MAKE_DIR = 1 << 7,
    MAKE_REG = 1 << 8,
    REFER = 1 << 13,
    ABI_2 = (1 << 14) - 1, // all rights of the first two versions
    TRUNCATE = 1 << 14,
    IOCTL_DEV = 1 << 15,
    ALL_TCP = 3,
    ALL_SCOPES = 3
};

typedef struct ruleset_attr {
    uint64_t files, tcp, scopes;
} ruleset_attr;

typedef struct path_attr {
    uint64_t rights;
    int32_t folder;
} __attribute__((packed)) path_attr;

static const unsigned reading = READ_FILE | READ_DIR;
static const unsigned writing = WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE;
static const unsigned of_a_file = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV;

static bool refused(const char *what, int why, dgs_err *err)
{
    return dgs_fail(
        err, DGS_ERR_SYSTEM,
        "the sandbox cannot be set up (%s: %s): use a kernel that supports it, or work without it with --no-sandbox",
        what, strerror(why));
}

int dgs_cell_landlock(void)
{
    long abi = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    return abi < 2 ? 0 : (int)abi;
}

// What the kernel is to watch over; what it does not know yet is left out.
static ruleset_attr watched(dgs_cell cell, int abi)
{
    ruleset_attr attr = {.files = ABI_2};
    if (abi >= 3)
        attr.files |= TRUNCATE;
    if (abi >= 4)
        attr.tcp = ALL_TCP;
    if (abi >= 5)
        attr.files |= IOCTL_DEV;
    if (abi >= 6)
        attr.scopes = ALL_SCOPES;
    if (cell == DGS_CELL_WARY || cell == DGS_CELL_PARENT)
        attr.files &= ~(uint64_t)(reading | EXECUTE | IOCTL_DEV);
    return attr;
}

// A path that is not there is none to allow. What lies in no file system, such as a pipe by its name in /proc, is not
// watched over and takes no rule (EBADFD).
static bool allow(int rules, const dgs_access *one, uint64_t known, dgs_err *err)
{
    struct stat st;
    int fd = one->held > 0 ? one->held : one->path == NULL ? -1 : open(one->path, O_PATH | O_CLOEXEC);
    if (fd < 0 && one->path != NULL && (errno == EMFILE || errno == ENFILE || errno == ENOMEM))
        return dgs_fail(err, DGS_ERR_TEMPORARY, "%s: cannot be opened (%s): close other programs and try again",
                        one->path, strerror(errno));
    if (fd < 0)
        return true;
    path_attr attr = {.folder = fd};
    attr.rights |= (one->rights & DGS_ACCESS_READ) != 0 ? reading : 0;
    attr.rights |= (one->rights & DGS_ACCESS_WRITE) != 0 ? writing : 0;
    attr.rights |= (one->rights & DGS_ACCESS_RUN) != 0 ? EXECUTE : 0;
    attr.rights &= known;
    if (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode))
        attr.rights &= of_a_file;
    bool ok = attr.rights == 0 || syscall(ADD_RULE, rules, PATH_BENEATH, &attr, 0) == 0 || errno == EBADFD;
    int why = errno;
    if (fd != one->held)
        (void)close(fd); // only named
    return ok || refused("Landlock", why, err);
}

static bool restrict_files(dgs_cell cell, const dgs_access *allowed, size_t n, dgs_err *err)
{
    int abi = dgs_cell_landlock();
    if (abi == 0)
        return true;
    ruleset_attr attr = watched(cell, abi);
    int rules = (int)syscall(CREATE_RULESET, &attr, sizeof attr, 0);
    if (rules < 0)
        return refused("Landlock", errno, err);
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++)
        ok = allow(rules, &allowed[i], attr.files, err);
#ifdef DGS_SANITIZED // the leak checker looks at this process's threads
    const dgs_access self = {.path = "/proc", .rights = DGS_ACCESS_READ};
    ok = ok && allow(rules, &self, attr.files, err);
#endif
    if (ok && syscall(RESTRICT_SELF, rules, 0) != 0)
        ok = refused("Landlock", errno, err);
    (void)close(rules);
    return ok;
}

// Without SECCOMP_FILTER_FLAG_SPEC_ALLOW older kernels would also slow the processor down against Spectre, variant 4,
// by which a program spies on itself; this one has nothing to hide from itself.
static bool restrict_calls(dgs_cell cell, dgs_err *err)
{
    static const dgs_filter_name names[] = {[DGS_CELL_WARY] = DGS_FILTER_OUTER,
                                            [DGS_CELL_HELPER] = DGS_FILTER_OUTER,
                                            [DGS_CELL_PARENT] = DGS_FILTER_PARENT,
                                            [DGS_CELL_COMPOSE] = DGS_FILTER_COMPOSE};
    const dgs_filter *filter = &dgs_filters[names[cell]];
    struct sock_fprog program = {.len = filter->n, .filter = (struct sock_filter *)filter->steps};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program) == 0 ||
           errno == ENOSYS || refused("seccomp", errno, err);
}

bool dgs_cell_seccomp(void)
{
    const uint32_t action = SECCOMP_RET_ERRNO;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool dgs_cell_enter(dgs_cell cell, const dgs_access *allowed, size_t n, dgs_err *err)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return refused("prctl", errno, err);
    return restrict_files(cell, allowed, n, err) && restrict_calls(cell, err);
}

bool dgs_cell_hide_memory(dgs_err *err)
{
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ||
           dgs_fail(err, DGS_ERR_SYSTEM,
                    "the client's data cannot be kept out of core files (%s): close other programs "
                    "and try again",
                    strerror(errno));
}
