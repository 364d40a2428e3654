// The save room: what stands in the folder after it worked, and after it did not.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "save/save.h"
#include "unit.h"

Suite *save_suite(void);

static char folder[64];
static char path[128];
static dgs_err err;

static void set_up(void)
{
    err = (dgs_err){0};
    strcpy(folder, "/tmp/dgs-save-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/handout.pdf", folder);
}

static void tear_down(void)
{
    DIR *dir = opendir(folder);
    char name[400];
    for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;) {
        snprintf(name, sizeof name, "%s/%s", folder, e->d_name);
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            (void)remove(name);
    }
    closedir(dir);
    (void)rmdir(folder);
}

static int files_in_folder(void)
{
    int n = 0;
    DIR *dir = opendir(folder);
    ck_assert_ptr_nonnull(dir);
    for (struct dirent *e; (e = readdir(dir)) != NULL;)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(dir);
    return n;
}

static void put(const char *where, const char *words)
{
    FILE *f = fopen(where, "w");
    ck_assert_ptr_nonnull(f);
    ck_assert_int_ge(fputs(words, f), 0);
    ck_assert_int_eq(fclose(f), 0);
}

static void ck_content(const char *where, const char *words)
{
    char got[64] = {0};
    FILE *f = fopen(where, "r");
    ck_assert_ptr_nonnull(f);
    size_t n = fread(got, 1, sizeof got - 1, f);
    fclose(f);
    ck_assert_uint_eq(n, strlen(words));
    ck_assert_str_eq(got, words);
}

static void ck_saves(const char *where, const char *words)
{
    ck_assert_msg(dgs_save_file(where, dgs_str_of(words), &err), "%s", err.message);
}

static void ck_fails(const char *where, dgs_err_kind kind, const char *because)
{
    ck_assert(!dgs_save_file(where, DGS_STR("new"), &err));
    ck_assert_int_eq(err.kind, kind);
    ck_assert_msg(strstr(err.message, because) != NULL, "%s", err.message);
    ck_assert_msg(strncmp(err.message, where, strlen(where)) == 0, "%s", err.message);
}

static mode_t mode_of(const char *where)
{
    struct stat st;
    ck_assert_int_eq(stat(where, &st), 0);
    return st.st_mode & 07777;
}

START_TEST(a_new_file_takes_the_umask)
{
    mode_t old = umask(027);
    ck_saves(path, "words");
    umask(old);
    ck_content(path, "words");
    ck_assert_uint_eq(mode_of(path), 0640);
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(an_old_file_is_replaced_and_keeps_its_mode)
{
    put(path, "a longer text that stood here");
    ck_assert_int_eq(chmod(path, 0604), 0);
    ck_saves(path, "new");
    ck_content(path, "new");
    ck_assert_uint_eq(mode_of(path), 0604);
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(an_empty_file_can_be_saved)
{
    ck_saves(path, "");
    ck_content(path, "");
}
END_TEST

START_TEST(many_bytes_arrive)
{
    enum { N = 5 * 1000 * 1000 };
    char *bytes = malloc(N);
    memset(bytes, 'x', N);
    ck_assert(dgs_save_file(path, (dgs_str){bytes, N}, &err));
    free(bytes);
    struct stat st;
    ck_assert_int_eq(stat(path, &st), 0);
    ck_assert_int_eq(st.st_size, N);
}
END_TEST

START_TEST(a_name_without_folder_is_in_the_current_one)
{
    char before[4096];
    ck_assert_ptr_nonnull(getcwd(before, sizeof before));
    ck_assert_int_eq(chdir(folder), 0);
    ck_saves("here.pdf", "words");
    ck_assert_int_eq(chdir(before), 0);
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(a_missing_folder_is_named)
{
    char where[160];
    snprintf(where, sizeof where, "%s/none/handout.pdf", folder);
    ck_fails(where, DGS_ERR_CANTCREATE, "the folder does not exist: create it first");
    err = (dgs_err){0};
    put(path, "old");
    snprintf(where, sizeof where, "%s/handout.pdf", path);
    ck_fails(where, DGS_ERR_CANTCREATE, "part of the path is a file");
    ck_assert_int_eq(files_in_folder(), 1);
    err = (dgs_err){0};
    ck_fails("", DGS_ERR_CANTCREATE, "");
}
END_TEST

START_TEST(a_folder_is_no_file)
{
    ck_fails(folder, DGS_ERR_CANTCREATE, "is a folder");
    err = (dgs_err){0};
    char where[160];
    snprintf(where, sizeof where, "%s/new/", folder);
    ck_fails(where, DGS_ERR_CANTCREATE, "is a folder");
    ck_assert_int_eq(files_in_folder(), 0);
}
END_TEST

START_TEST(too_long_a_name_is_told)
{
    char where[512];
    int n = snprintf(where, sizeof where, "%s/", folder);
    memset(where + n, 'x', 300);
    strcpy(where + n + 300, ".pdf");
    ck_fails(where, DGS_ERR_CANTCREATE, "too long");
    ck_assert_int_eq(files_in_folder(), 0);
}
END_TEST

START_TEST(a_link_leads_to_the_file_that_is_replaced)
{
    char name[128];
    snprintf(name, sizeof name, "%s/link.pdf", folder);
    put(path, "old");
    ck_assert_int_eq(symlink("handout.pdf", name), 0); // relative to the link's own folder
    ck_saves(name, "new");
    ck_content(path, "new");
    struct stat st;
    ck_assert_int_eq(lstat(name, &st), 0);
    ck_assert(S_ISLNK(st.st_mode));
    ck_assert_int_eq(unlink(path), 0);
    ck_saves(name, "again"); // the file need not exist yet
    ck_content(path, "again");
    ck_assert_int_eq(files_in_folder(), 2);
}
END_TEST

START_TEST(links_in_a_circle_are_refused)
{
    char name[128];
    snprintf(name, sizeof name, "%s/other", folder);
    ck_assert_int_eq(symlink(name, path), 0);
    ck_assert_int_eq(symlink(path, name), 0);
    ck_fails(path, DGS_ERR_CANTCREATE, "leads back to itself");
    ck_assert_int_eq(files_in_folder(), 2);
}
END_TEST

START_TEST(devices_are_written_to)
{
    ck_saves("/dev/null", "words");
    struct stat st;
    ck_assert_int_eq(stat("/dev/null", &st), 0);
    ck_assert(S_ISCHR(st.st_mode));
    ck_fails("/dev/full", DGS_ERR_IO, "the disk is full");
}
END_TEST

START_TEST(a_pipe_is_written_to)
{
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    ck_assert_int_ge(fd, 0);
    ck_saves(path, "words");
    char got[16];
    ck_assert_int_eq(read(fd, got, sizeof got), 5);
    close(fd);
}
END_TEST

// A file-size limit holds for a whole process and cannot be lifted again, so a child runs into it.
static int save_limited(void)
{
    const struct rlimit limit = {1000, 1000};
    char bytes[5000] = {0};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0 || signal(SIGXFSZ, SIG_IGN) == SIG_ERR)
        return 1;
    if (dgs_save_file(path, (dgs_str){bytes, sizeof bytes}, &err))
        return 2;
    return err.kind == DGS_ERR_IO && strstr(err.message, "larger than the system's limit") != NULL ? 0 : 3;
}

START_TEST(a_size_limit_leaves_the_old_file)
{
    put(path, "old");
    pid_t child = fork();
    if (child == 0)
        _exit(save_limited());
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_content(path, "old");
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(a_folder_that_may_not_be_written_to)
{
    if (geteuid() == 0) {
        puts("skipped: root may write to every folder");
        return;
    }
    put(path, "old");
    ck_assert_int_eq(chmod(folder, 0500), 0);
    ck_fails(path, DGS_ERR_CANTCREATE, "you may not write to this folder");
    ck_assert_int_eq(chmod(folder, 0700), 0);
    ck_content(path, "old");
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(a_write_protected_file_is_left_alone)
{
    put(path, "old");
    ck_assert_int_eq(chmod(path, 0400), 0);
    if (geteuid() == 0) {
        puts("skipped: root may write to every file");
        return;
    }
    ck_fails(path, DGS_ERR_CANTCREATE, "write-protected");
    ck_content(path, "old");
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(an_owner_is_kept_where_that_is_allowed)
{
    enum { SOMEBODY = 12345 };
    if (geteuid() != 0) {
        puts("skipped: only root can give files away");
        return;
    }
    put(path, "old");
    ck_assert_int_eq(chown(path, SOMEBODY, SOMEBODY), 0);
    ck_saves(path, "new");
    struct stat st;
    ck_assert_int_eq(stat(path, &st), 0);
    ck_assert_uint_eq(st.st_uid, SOMEBODY);
    ck_assert_uint_eq(st.st_gid, SOMEBODY);
}
END_TEST

// The temporary file that the name of a handout leads to.
static char *temporary(const char *handout, int i, char name[300])
{
    uint64_t hash = 14695981039346656037u; // FNV-1a
    for (const char *p = handout; *p != '\0'; p++)
        hash = (hash ^ (unsigned char)*p) * 1099511628211u;
    snprintf(name, 300, "%s/.dgs-pdf-%016llx-%d.tmp", folder, (unsigned long long)hash, i);
    return name;
}

START_TEST(what_killed_runs_left_is_taken_away)
{
    char name[300];
    put(temporary("handout.pdf", 0, name), "half");
    put(temporary("handout.pdf", 1, name), "half");
    ck_saves(path, "new");
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(a_temporary_file_that_is_being_written_is_left_alone)
{
    char name[300];
    int ready[2], status;
    ck_assert_int_eq(pipe(ready), 0);
    put(temporary("handout.pdf", 0, name), "another run's");
    pid_t child = fork(); // locks do not hold against their own process
    if (child == 0) {
        struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        int fd = open(name, O_WRONLY);
        _exit(fcntl(fd, F_SETLK, &whole) == 0 && write(ready[1], "x", 1) == 1 && pause() == 0);
    }
    char byte;
    ck_assert_int_eq(read(ready[0], &byte, 1), 1);
    ck_saves(path, "new");
    ck_content(name, "another run's");
    ck_content(path, "new");
    ck_assert_int_eq(files_in_folder(), 2);
    ck_assert_int_eq(kill(child, SIGKILL), 0);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    close(ready[0]);
    close(ready[1]);
}
END_TEST

// In a folder of all, who takes the names that can be foretold keeps nothing from being made; what a killed run left
// there is known by its name, and taken away.
START_TEST(in_a_shared_folder_names_cannot_be_foretold)
{
    char name[300];
    ck_assert_int_eq(chmod(folder, 01777), 0);
    for (int i = 0; i < 100; i++)
        ck_assert_int_eq(mkdir(temporary("handout.pdf", i, name), 0700), 0);
    ck_saves(path, "new");
    ck_content(path, "new");
    ck_assert_int_eq(files_in_folder(), 101);
    strcpy(strstr(temporary("handout.pdf", 0, name), "-0.tmp"), "-0123456789abcdef.tmp");
    put(name, "half");
    ck_saves(path, "newer");
    ck_content(path, "newer");
    ck_assert_int_eq(files_in_folder(), 101);
}
END_TEST

// Two places are found before either is written: what comes to stand there meanwhile is not followed.
START_TEST(a_link_that_comes_after_the_place_was_found)
{
    char elsewhere[160];
    dgs_place place;
    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", folder);
    put(elsewhere, "precious");
    dgs_place_find(AT_FDCWD, path, &place);
    ck_assert_int_eq(symlink(elsewhere, path), 0);
    ck_assert(!dgs_save_at(&place, path, DGS_STR("new"), &err));
    ck_assert_int_eq(err.kind, DGS_ERR_CANTCREATE);
    ck_content(elsewhere, "precious");
    ck_assert_int_lt(dgs_place_open(&place, O_RDONLY), 0);
    ck_assert_int_eq(errno, ELOOP);
    dgs_place_leave(&place);
}
END_TEST

START_TEST(what_is_open_is_written_to_by_its_name_in_proc)
{
    int ends[2];
    char name[64], got[16];
    ck_assert_int_eq(pipe(ends), 0);
    snprintf(name, sizeof name, "/proc/self/fd/%d", ends[1]);
    ck_saves(name, "words");
    ck_assert_int_eq(read(ends[0], got, sizeof got), 5);
    close(ends[0]);
    close(ends[1]);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    snprintf(name, sizeof name, "/dev/fd/%d", fd);
    ck_saves(name, "more");
    ck_content(path, "more");
    close(fd);
    fd = open(folder, O_RDONLY);
    snprintf(name, sizeof name, "/proc/self/fd/%d/handout.pdf", fd);
    ck_saves(name, "most");
    ck_content(path, "most");
    close(fd);
}
END_TEST

START_TEST(streams_report_what_stops_them)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert(dgs_save_stream(ends[1], "standard output", DGS_STR("words"), &err));
    char got[16];
    ck_assert_int_eq(read(ends[0], got, sizeof got), 5);
    close(ends[0]);
    ck_assert(signal(SIGPIPE, SIG_IGN) != SIG_ERR);
    ck_assert(!dgs_save_stream(ends[1], "standard output", DGS_STR("words"), &err));
    ck_assert_int_eq(err.kind, DGS_ERR_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "standard output: the receiving program stopped"));
    close(ends[1]);
    err = (dgs_err){0};
    ck_assert(!dgs_save_stream(ends[1], "closed", DGS_STR("words"), &err));
    ck_assert_int_eq(err.kind, DGS_ERR_IO);
}
END_TEST

Suite *save_suite(void)
{
    Suite *suite = suite_create("save");
    TCase *tests = tcase_create("save");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_new_file_takes_the_umask);
    tcase_add_test(tests, an_old_file_is_replaced_and_keeps_its_mode);
    tcase_add_test(tests, an_empty_file_can_be_saved);
    tcase_add_test(tests, many_bytes_arrive);
    tcase_add_test(tests, a_name_without_folder_is_in_the_current_one);
    tcase_add_test(tests, a_missing_folder_is_named);
    tcase_add_test(tests, a_folder_is_no_file);
    tcase_add_test(tests, too_long_a_name_is_told);
    tcase_add_test(tests, a_link_leads_to_the_file_that_is_replaced);
    tcase_add_test(tests, links_in_a_circle_are_refused);
    tcase_add_test(tests, devices_are_written_to);
    tcase_add_test(tests, a_pipe_is_written_to);
    tcase_add_test(tests, a_size_limit_leaves_the_old_file);
    tcase_add_test(tests, a_folder_that_may_not_be_written_to);
    tcase_add_test(tests, a_write_protected_file_is_left_alone);
    tcase_add_test(tests, an_owner_is_kept_where_that_is_allowed);
    tcase_add_test(tests, what_killed_runs_left_is_taken_away);
    tcase_add_test(tests, a_temporary_file_that_is_being_written_is_left_alone);
    tcase_add_test(tests, in_a_shared_folder_names_cannot_be_foretold);
    tcase_add_test(tests, a_link_that_comes_after_the_place_was_found);
    tcase_add_test(tests, what_is_open_is_written_to_by_its_name_in_proc);
    tcase_add_test(tests, streams_report_what_stops_them);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return run_suite(save_suite());
}
