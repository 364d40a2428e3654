// dgs-bake-filter OUT.c: compiles the lists of system calls below into seccomp programs, by libseccomp, for the machine
// that it runs on. A build tool: the program itself installs what this wrote and need not load libseccomp.
//
// What a filter answers: a call that is on the list of forbidden ones gets EPERM, which says the truth. What is on no
// list gets ENOSYS, as if the kernel were older: a new C library then falls back to the call that it used before
// (clone3 to clone, faccessat2 to faccessat), where to kill the process would make each new library a crash. Calls in
// the way of another architecture (32-bit ones on x86-64) have no honest use here and kill it.
#include <errno.h>
#include <seccomp.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include "sandbox/filter.h"

// All networks, and what steers the machine, other processes or the terminal's input, and what changes files in ways
// that Landlock does not watch over (truncate(2) before its version 3): of no use at any time, to helpers neither.
// socketpair(2) reaches nobody but one's own children.
static const char never[] =
    "socket connect bind listen accept accept4 io_uring_setup io_uring_enter io_uring_register process_vm_readv "
    "process_vm_writev pidfd_open pidfd_getfd pidfd_send_signal process_madvise kcmp bpf perf_event_open "
    "userfaultfd mount umount2 pivot_root chroot unshare setns open_tree move_mount fsopen fsconfig fsmount "
    "fspick mount_setattr keyctl add_key request_key init_module finit_module delete_module kexec_load "
    "kexec_file_load reboot swapon swapoff acct settimeofday clock_settime clock_adjtime adjtimex sethostname "
    "setdomainname quotactl quotactl_fd syslog iopl ioperm vhangup name_to_handle_at open_by_handle_at "
    "fanotify_init mknod mknodat personality truncate chmod fchmodat chown lchown fchownat utime utimes utimensat "
    "futimesat setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr";
// The same of calls that libseccomp 2.5 does not know by name: fchmodat2, setxattrat, removexattrat, open_tree_attr,
// file_setattr. Numbers from 424 on are the same on all machines.
static const int never_by_number[] = {452, 463, 466, 467, 469};
static const char no_debugging[] = "ptrace"; // the leak checker of sanitizers does just that

// What composing and saving need.
static const char compose[] =
    "read readv pread64 write writev pwrite64 close lseek fcntl open openat openat2 getcwd stat fstat lstat newfstatat "
    "fstatat64 statx access faccessat faccessat2 readlink readlinkat getdents64 rename renameat renameat2 "
    "unlink unlinkat mkdir mkdirat ftruncate fchmod fchown fsync fdatasync syncfs pipe pipe2 poll ppoll sendmsg "
    "brk munmap mremap madvise rt_sigaction rt_sigprocmask rt_sigreturn restart_syscall clock_gettime "
    "gettimeofday time getpid gettid getuid geteuid getgid getegid getrandom getrlimit futex sysinfo "
    "sched_yield exit exit_group";

// What would bring another process about or reach one. EPERM is said of them; all else that is not named gets ENOSYS.
static const char no_process[] = "execve execveat fork vfork clone kill tkill tgkill ptrace";

// A batch's first process also starts, waits for and ends workers, and these close their own sandbox.
static const char parent[] =
    "fork clone wait4 waitid kill rt_sigtimedwait rt_sigtimedwait_time64 set_robust_list rseq sched_getaffinity "
    "clock_nanosleep nanosleep prctl seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self";
static const char no_program[] = "execve execveat";

// Sanitizers look for leaks and word their reports with a second thread and what it may look at.
#ifdef DGS_SANITIZED
static const char sanitizer[] =
    "clone wait4 ptrace getdents prctl tgkill kill sigaltstack getppid dup set_robust_list arch_prctl uname "
    "getcwd process_vm_readv";
#else
static const char sanitizer[] = "";
#endif

static bool add(scmp_filter_ctx filter, uint32_t action, const char *names)
{
    char name[64];
    for (int n; sscanf(names, "%63s%n", name, &n) == 1; names += n) {
        int call = seccomp_syscall_resolve_name(name);
        // A name that libseccomp does not know yet, or that this machine has not, falls to the rest.
        int code = call == __NR_SCMP_ERROR ? 0 : seccomp_rule_add(filter, action, call, 0);
        if (code != 0 && code != -EEXIST && code != -EACCES) // -EACCES: the action is that of the rest
            return fprintf(stderr, "dgs-bake-filter: %s: no rule can be made of it\n", name) < 0;
    }
    return true;
}

static bool add_never(scmp_filter_ctx filter)
{
    bool ok = add(filter, SCMP_ACT_ERRNO(EPERM), never);
    for (size_t i = 0; ok && i < sizeof never_by_number / sizeof *never_by_number; i++) {
        int code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), never_by_number[i], 0);
        ok = code == 0 || code == -EEXIST;
    }
    return ok;
}

// The arguments count for some: no memory becomes code, a terminal is only asked whether it is one, limits are only
// read.
static bool add_with_arguments(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp plain = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                              code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC),
                              is_terminal = SCMP_A1(SCMP_CMP_EQ, TCGETS), only_read = SCMP_A2(SCMP_CMP_EQ, 0);
    const struct {
        int call;
        uint32_t action;
        struct scmp_arg_cmp argument;
    } rules[] = {{SCMP_SYS(mmap), SCMP_ACT_ALLOW, plain},        {SCMP_SYS(mmap), SCMP_ACT_ERRNO(EPERM), code},
                 {SCMP_SYS(mprotect), SCMP_ACT_ALLOW, plain},    {SCMP_SYS(mprotect), SCMP_ACT_ERRNO(EPERM), code},
                 {SCMP_SYS(ioctl), SCMP_ACT_ALLOW, is_terminal}, {SCMP_SYS(prlimit64), SCMP_ACT_ALLOW, only_read}};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (seccomp_rule_add_array(filter, rules[i].action, rules[i].call, 1, &rules[i].argument) != 0)
            return fprintf(stderr, "dgs-bake-filter: rule %zu cannot be made\n", i) < 0;
    return true;
}

static bool make_outer(scmp_filter_ctx filter)
{
    // The kernel takes the lower half of the number alone.
    const struct scmp_arg_cmp type = SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCSTI),
                              paste = SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCLINUX);
    return add_never(filter) && (sanitizer[0] != '\0' || add(filter, SCMP_ACT_ERRNO(EPERM), no_debugging)) &&
           seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1, &type) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1, &paste) == 0;
}

static bool make_parent(scmp_filter_ctx filter)
{
    return add(filter, SCMP_ACT_ALLOW, compose) && add(filter, SCMP_ACT_ALLOW, parent) &&
           add(filter, SCMP_ACT_ALLOW, sanitizer) && add_with_arguments(filter) && add_never(filter) &&
           add(filter, SCMP_ACT_ERRNO(EPERM), no_program);
}

static bool make_compose(scmp_filter_ctx filter)
{
    return add(filter, SCMP_ACT_ALLOW, compose) && add(filter, SCMP_ACT_ALLOW, sanitizer) &&
           add_with_arguments(filter) && add_never(filter) &&
           (sanitizer[0] != '\0' || add(filter, SCMP_ACT_ERRNO(EPERM), no_process)) &&
           add(filter, SCMP_ACT_ERRNO(EPERM), no_program);
}

// Writes the program as an array of C.
static bool write_program(scmp_filter_ctx filter, const char *name, FILE *to)
{
    struct sock_filter step;
    size_t n = 0;
    FILE *program = tmpfile();
    if (program == NULL)
        return false;
    bool ok = seccomp_export_bpf(filter, fileno(program)) == 0 && fseek(program, 0, SEEK_SET) == 0;
    fprintf(to, "static const struct sock_filter %s[] = {\n", name);
    for (; fread(&step, sizeof step, 1, program) == 1; n++)
        fprintf(to, "    {0x%x, %u, %u, 0x%xu},\n", step.code, step.jt, step.jf, step.k);
    fputs("};\n", to);
    return fclose(program) == 0 && ok && n > 0 && !ferror(to);
}

static bool bake(const char *name, uint32_t rest, bool (*make)(scmp_filter_ctx), FILE *to)
{
    const uint32_t tree = 2; // calls are looked for by halves, not one after the other
    scmp_filter_ctx filter = seccomp_init(rest);
    bool ok = filter != NULL && seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, tree) == 0 &&
              seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 && make(filter) &&
              write_program(filter, name, to);
    seccomp_release(filter);
    return ok;
}

int main(int argc, char **argv)
{
    FILE *to = argc == 2 ? fopen(argv[1], "w") : NULL;
    if (to == NULL)
        return 2;
    fputs("// Made by dgs-bake-filter.\n#include \"sandbox/filter.h\"\n\n", to);
    bool ok = bake("outer", SCMP_ACT_ALLOW, make_outer, to) &&
              bake("parent", SCMP_ACT_ERRNO(ENOSYS), make_parent, to) &&
              bake("compose", SCMP_ACT_ERRNO(ENOSYS), make_compose, to);
    fputs("\nconst dgs_filter dgs_filters[] = {\n"
          "    [DGS_FILTER_OUTER] = {outer, sizeof outer / sizeof *outer},\n"
          "    [DGS_FILTER_PARENT] = {parent, sizeof parent / sizeof *parent},\n"
          "    [DGS_FILTER_COMPOSE] = {compose, sizeof compose / sizeof *compose},\n"
          "};\n",
          to);
    if (fclose(to) == 0 && ok)
        return 0;
    (void)remove(argv[1]);
    fputs("dgs-bake-filter: the filters could not be made\n", stderr);
    return 1;
}
