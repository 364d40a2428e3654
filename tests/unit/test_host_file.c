// Unit tests of src/base: whole files.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "host/file.h"
#include "unit.h"

static dgs_arena *arena;
static char folder[] = "/tmp/dgs-base-XXXXXX";

static void make_folder(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void remove_folder(void)
{
    char path[64];
    snprintf(path, sizeof path, "%s/f", folder);
    (void)unlink(path);
    ck_assert_int_eq(rmdir(folder), 0);
    dgs_arena_free(arena);
}

static const char *write_file(const char *bytes, size_t n, mode_t mode)
{
    static char path[64];
    snprintf(path, sizeof path, "%s/f", folder);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, bytes, n), (ssize_t)n);
    ck_assert_int_eq(close(fd), 0);
    return path;
}

static dgs_err_kind read_kind(const char *path, size_t limit, const char *needle)
{
    dgs_err err = {0};
    dgs_str out;
    ck_assert(!dgs_file_read(arena, "logo", path, limit, &out, &err));
    ck_assert_msg(strstr(err.message, needle) != NULL, "\"%s\" does not say \"%s\"", err.message, needle);
    ck_assert_ptr_nonnull(strstr(err.message, "logo"));
    return err.kind;
}

START_TEST(file_is_read_whole_and_ends_with_nul)
{
    char bytes[40000];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 7);
    dgs_err err = {0};
    dgs_str out;
    ck_assert(dgs_file_read(arena, "logo", write_file(bytes, sizeof bytes, 0600), sizeof bytes, &out, &err));
    ck_assert_uint_eq(out.n, sizeof bytes);
    ck_assert_mem_eq(out.p, bytes, sizeof bytes);
    ck_assert_int_eq(out.p[out.n], '\0');
}
END_TEST

START_TEST(file_may_be_empty)
{
    dgs_err err = {0};
    dgs_str out;
    ck_assert(dgs_file_read(arena, "logo", write_file("", 0, 0600), 10, &out, &err));
    ck_assert_uint_eq(out.n, 0);
    ck_assert_str_eq(out.p, "");
}
END_TEST

START_TEST(file_larger_than_the_limit_is_refused)
{
    const char *path = write_file("12345", 5, 0600);
    ck_assert_int_eq(read_kind(path, 4, path), DGS_ERR_DATA);
    dgs_err err = {0};
    dgs_str out;
    ck_assert(dgs_file_read(arena, "logo", path, 5, &out, &err));
}
END_TEST

static const char *in_folder(const char *name)
{
    static char path[64];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

START_TEST(file_that_never_ends_is_refused)
{
    dgs_err err = {0};
    dgs_str out;
    ck_assert(!dgs_file_read_given(arena, "logo", "/dev/zero", 100000, &out, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_ptr_nonnull(strstr(err.message, "larger than 97 KB"));
}
END_TEST

// Each of them would be waited for, or would never end.
START_TEST(file_that_is_not_regular_is_refused_at_once)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    (void)snprintf(name.sun_path, sizeof name.sun_path, "%s", in_folder("socket"));
    int socket_fd = socket(AF_UNIX, SOCK_STREAM, 0);
    ck_assert_int_eq(bind(socket_fd, (struct sockaddr *)&name, sizeof name), 0);
    ck_assert_int_eq(mkfifo(in_folder("pipe"), 0600), 0);
    ck_assert_int_eq(symlink("pipe", in_folder("link")), 0);
    static const struct {
        const char *name, *once, *again;
    } cases[] = {{"pipe", "is a pipe: the logo must be a regular file", "is a pipe, which cannot be read twice"},
                 {"link", "is a pipe: the logo must be a regular file", "is a pipe, which cannot be read twice"},
                 {"socket", "is a socket: the logo", "is a socket, which cannot"},
                 {"/dev/zero", "is a device: the logo", "is a device, which cannot"},
                 {"/dev/full", "is a device: the logo", "is a device, which cannot"},
                 {"/dev/tty", "is a device: the logo", "is a device, which cannot"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *path = cases[i].name[0] == '/' ? cases[i].name : in_folder(cases[i].name);
        dgs_err err = {0};
        ck_assert_int_eq(read_kind(path, 10, cases[i].once), DGS_ERR_DATA);
        ck_assert_int_eq(dgs_file_open("logo", path, DGS_FILE_AGAIN, &err), -1);
        ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
        ck_assert_msg(strstr(err.message, cases[i].again) != NULL, "%s", err.message);
    }
    dgs_err err = {0};
    dgs_str out;
    ck_assert(!dgs_file_read_given(arena, "logo", in_folder("socket"), 10, &out, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    (void)close(socket_fd);
    for (const char *const *n = (const char *const[]){"socket", "pipe", "link", NULL}; *n != NULL; n++)
        ck_assert_int_eq(unlink(in_folder(*n)), 0);
}
END_TEST

START_TEST(file_given_by_hand_may_be_a_pipe)
{
    char name[40];
    int ends[2];
    dgs_err err = {0};
    dgs_str out;
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "words", 5), 5);
    ck_assert_int_eq(close(ends[1]), 0);
    (void)snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
    ck_assert_msg(dgs_file_read_given(arena, "profile", name, 10, &out, &err), "%s", err.message);
    ck_assert_str_eq(out.p, "words");
    ck_assert(!dgs_file_read(arena, "profile", name, 10, &out, &err));
    (void)close(ends[0]);
}
END_TEST

START_TEST(file_that_was_opened_by_others_is_read_though_they_do_not_wait)
{
    int ends[2];
    dgs_err err = {0};
    dgs_str out;
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    pid_t writer = fork();
    if (writer == 0) {
        (void)close(ends[0]);
        for (int i = 0; i < 3; i++) {
            const struct timespec some = {0, 20 * 1000 * 1000};
            (void)nanosleep(&some, NULL);
            (void)!write(ends[1], "x", 1);
        }
        _exit(0);
    }
    (void)close(ends[1]);
    ck_assert_msg(dgs_file_read_stream(arena, "data", ends[0], "standard input", 10, &out, &err), "%s", err.message);
    ck_assert_str_eq(out.p, "xxx");
    (void)close(ends[0]);
    ck_assert_int_eq(waitpid(writer, NULL, 0), writer);
}
END_TEST

START_TEST(file_that_changes_or_loses_its_name_is_noticed)
{
    enum { APPENDED, CUT, EDITED, DELETED, REPLACED, KINDS };
    for (int kind = 0; kind < KINDS; kind++) {
        dgs_file_identity before;
        const char *path = write_file("abc", 3, 0600);
        int fd = open(path, O_RDWR);
        ck_assert(dgs_file_identity_of(fd, &before) && dgs_file_unchanged(fd, path, &before));
        const struct timespec long_ago[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
        if (kind == APPENDED)
            ck_assert_int_eq(pwrite(fd, "d", 1, 3), 1);
        if (kind == CUT)
            ck_assert_int_eq(ftruncate(fd, 2), 0);
        if (kind == EDITED) { // the clock of files may stand still for some milliseconds
            ck_assert_int_eq(pwrite(fd, "x", 1, 0), 1);
            ck_assert_int_eq(futimens(fd, long_ago), 0);
        }
        if (kind == DELETED)
            ck_assert_int_eq(unlink(path), 0);
        if (kind == REPLACED) {
            int other = open(in_folder("other"), O_WRONLY | O_CREAT, 0600);
            ck_assert_int_eq(write(other, "abc", 3), 3);
            ck_assert_int_eq(close(other), 0);
            ck_assert_int_eq(rename(in_folder("other"), path), 0);
        }
        ck_assert_msg(!dgs_file_unchanged(fd, path, &before), "change %d", kind);
        ck_assert_int_eq(close(fd), 0);
    }
}
END_TEST

START_TEST(file_missing_or_a_folder_is_no_input)
{
    char path[64];
    snprintf(path, sizeof path, "%s/none", folder);
    ck_assert_int_eq(read_kind(path, 10, path), DGS_ERR_NOINPUT);
    ck_assert_int_eq(read_kind(folder, 10, "folder"), DGS_ERR_NOINPUT);
    ck_assert_int_eq(read_kind("", 10, "logo"), DGS_ERR_NOINPUT);
}
END_TEST

START_TEST(file_without_read_permission_is_no_input)
{
    const char *path = write_file("x", 1, 0);
    if (geteuid() == 0) // root reads everything
        return;
    ck_assert_int_eq(read_kind(path, 10, path), DGS_ERR_NOINPUT);
}
END_TEST

START_TEST(file_that_fails_half_way_is_an_io_error)
{
    // Memory of this process at address 0: it opens, and reading fails.
    ck_assert_int_eq(read_kind("/proc/self/mem", 10, "/proc/self/mem"), DGS_ERR_IO);
}
END_TEST

START_TEST(file_without_memory_says_so)
{
    dgs_arena *small = dgs_arena_new(300);
    char bytes[1000] = {0};
    dgs_err err = {0};
    dgs_str out;
    ck_assert(!dgs_file_read(small, "logo", write_file(bytes, sizeof bytes, 0600), 1000, &out, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    dgs_arena_free(small);
}
END_TEST

START_TEST(file_that_may_be_opened_later_is_told_as_that)
{
    static const struct {
        int code;
        dgs_err_kind kind;
    } cases[] = {{ENOMEM, DGS_ERR_MEMORY},
                 {EMFILE, DGS_ERR_TEMPORARY},
                 {ENFILE, DGS_ERR_TEMPORARY},
                 {EAGAIN, DGS_ERR_TEMPORARY},
                 {ENOENT, DGS_ERR_NOINPUT}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dgs_err err = {0};
        ck_assert(!dgs_file_fail_opening("list", "none.csv", cases[i].code, &err));
        ck_assert_int_eq(err.kind, cases[i].kind);
    }
}
END_TEST

START_TEST(file_closes_what_it_opens)
{
    int before = dup(0);
    ck_assert_int_ge(before, 0);
    (void)close(before);
    dgs_err err = {0};
    dgs_str out;
    (void)dgs_file_read(arena, "logo", folder, 10, &out, &err);
    (void)dgs_file_read(arena, "logo", "/dev/zero", 10, &out, &err);
    ck_assert(dgs_file_read(arena, "logo", write_file("x", 1, 0600), 10, &out, &(dgs_err){0}));
    int after = dup(0);
    (void)close(after);
    ck_assert_int_eq(before, after);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("file");
    TCase *c = tcase_create("file");
    tcase_add_checked_fixture(c, make_folder, remove_folder);
    tcase_add_test(c, file_is_read_whole_and_ends_with_nul);
    tcase_add_test(c, file_may_be_empty);
    tcase_add_test(c, file_larger_than_the_limit_is_refused);
    tcase_add_test(c, file_that_never_ends_is_refused);
    tcase_add_test(c, file_that_is_not_regular_is_refused_at_once);
    tcase_add_test(c, file_given_by_hand_may_be_a_pipe);
    tcase_add_test(c, file_that_was_opened_by_others_is_read_though_they_do_not_wait);
    tcase_add_test(c, file_that_changes_or_loses_its_name_is_noticed);
    tcase_add_test(c, file_missing_or_a_folder_is_no_input);
    tcase_add_test(c, file_without_read_permission_is_no_input);
    tcase_add_test(c, file_that_fails_half_way_is_an_io_error);
    tcase_add_test(c, file_without_memory_says_so);
    tcase_add_test(c, file_that_may_be_opened_later_is_told_as_that);
    tcase_add_test(c, file_closes_what_it_opens);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
