// Unit tests of src/base: arena, errors, whole files.
#include <errno.h>
#include <fcntl.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "unit.h"

static dgs_arena *arena;
static char folder[] = "/tmp/dgs-base-XXXXXX";

static void open_arena(void)
{
    arena = dgs_arena_new(1 << 20);
    ck_assert_ptr_nonnull(arena);
}

static void close_arena(void)
{
    dgs_arena_free(arena);
    arena = NULL;
}

static bool all_zero(const void *p, size_t n)
{
    const unsigned char *bytes = p;
    for (size_t i = 0; i < n; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

// ---- arena ----

START_TEST(arena_gives_zeroed_aligned_memory)
{
    for (size_t size = 0; size < 100; size++) {
        unsigned char *p = dgs_arena_alloc(arena, size);
        ck_assert_ptr_nonnull(p);
        ck_assert_uint_eq((uintptr_t)p % alignof(max_align_t), 0);
        ck_assert(all_zero(p, size));
        memset(p, 0xff, size);
    }
}
END_TEST

START_TEST(arena_tells_its_cap_from_the_machines_memory)
{
    dgs_arena *small = dgs_arena_new(3 * DGS_MB);
    dgs_err err = {0};
    ck_assert_ptr_nonnull(dgs_arena_alloc(small, 3 * DGS_MB));
    (void)dgs_fail_memory(&err);
    ck_assert(!dgs_arena_explain(small, &err)); // the cap is reached and nothing was refused
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    ck_assert_ptr_null(dgs_arena_alloc(small, 1));
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_str_eq(err.message, "the handout takes more than 3 MB of memory: use smaller pictures or a shorter text");
    dgs_arena_reset(small);
    err = (dgs_err){0};
    (void)dgs_fail_memory(&err);
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    char *p = dgs_arena_alloc(small, 8);
    ck_assert_ptr_null(dgs_arena_grow(small, p, 8, 3 * DGS_MB + 1));
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    err = (dgs_err){0};
    (void)dgs_fail(&err, DGS_ERR_IO, "something else");
    ck_assert(!dgs_arena_explain(small, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_IO);
    dgs_arena_free(small);
}
END_TEST

START_TEST(arena_hands_out_no_more_than_its_cap)
{
    dgs_arena *small = dgs_arena_new(64);
    ck_assert_ptr_null(dgs_arena_alloc(small, 65));
    ck_assert_ptr_null(dgs_arena_alloc(small, SIZE_MAX));
    ck_assert_ptr_nonnull(dgs_arena_alloc(small, 64));
    ck_assert_uint_eq(dgs_arena_used(small), 64);
    ck_assert_ptr_null(dgs_arena_alloc(small, 1));
    ck_assert_ptr_null(dgs_arena_alloc(small, 0));
    dgs_arena_free(small);
    dgs_arena_free(NULL);
}
END_TEST

START_TEST(arena_without_room_for_alignment_refuses)
{
    dgs_arena *odd = dgs_arena_new(alignof(max_align_t) + 1);
    ck_assert_ptr_null(dgs_arena_alloc(odd, alignof(max_align_t) + 1));
    ck_assert_ptr_nonnull(dgs_arena_alloc(odd, 1));
    dgs_arena_free(odd);
}
END_TEST

START_TEST(arena_array_refuses_a_product_that_overflows)
{
    ck_assert_ptr_null(dgs_arena_array(arena, SIZE_MAX / 2, 3));
    ck_assert_ptr_null(dgs_arena_array(arena, 2, SIZE_MAX));
    ck_assert_ptr_nonnull(dgs_arena_array(arena, 0, 8));
    ck_assert_ptr_nonnull(dgs_arena_array(arena, 8, 0));
    int *ints = dgs_arena_array(arena, 1000, sizeof *ints);
    ck_assert_ptr_nonnull(ints);
    ck_assert(all_zero(ints, 1000 * sizeof *ints));
}
END_TEST

START_TEST(arena_takes_blocks_larger_than_its_own)
{
    unsigned char *large = dgs_arena_alloc(arena, 600 * 1024);
    ck_assert_ptr_nonnull(large);
    large[600 * 1024 - 1] = 1;
    ck_assert_ptr_nonnull(dgs_arena_alloc(arena, 16));
}
END_TEST

START_TEST(arena_grows_the_newest_block_in_place)
{
    char *p = dgs_arena_alloc(arena, 20);
    memset(p, 'x', 20);
    size_t before = dgs_arena_used(arena);
    char *more = dgs_arena_grow(arena, p, 20, 4000);
    ck_assert_ptr_eq(more, p);
    ck_assert_int_eq(more[19], 'x');
    ck_assert(all_zero(more + 20, 3980));
    ck_assert_uint_le(dgs_arena_used(arena) - before, 4000);
}
END_TEST

START_TEST(arena_copies_an_older_block_when_it_grows)
{
    char *p = dgs_arena_alloc(arena, 32);
    memset(p, 'x', 32);
    char *behind = dgs_arena_alloc(arena, 32);
    memset(behind, 'y', 32);
    char *more = dgs_arena_grow(arena, p, 32, 64);
    ck_assert_ptr_nonnull(more);
    ck_assert_ptr_ne(more, p);
    ck_assert_mem_eq(more, p, 32);
    ck_assert(all_zero(more + 32, 32));
    ck_assert_int_eq(behind[0], 'y');
}
END_TEST

START_TEST(arena_that_cannot_grow_leaves_the_block_alone)
{
    dgs_arena *small = dgs_arena_new(64);
    char *p = dgs_arena_alloc(small, 48);
    memset(p, 'x', 48);
    ck_assert_ptr_null(dgs_arena_grow(small, p, 48, 80));
    ck_assert_ptr_null(dgs_arena_grow(small, p, 48, SIZE_MAX));
    ck_assert_int_eq(p[47], 'x');
    ck_assert_ptr_eq(dgs_arena_grow(small, p, 48, 48), p);
    ck_assert_ptr_eq(dgs_arena_grow(small, p, 48, 10), p);
    ck_assert_ptr_eq(dgs_arena_grow(small, p, 48, 64), p);
    dgs_arena_free(small);
}
END_TEST

START_TEST(arena_grows_from_nothing)
{
    char *p = dgs_arena_grow(arena, NULL, 0, 10);
    ck_assert_ptr_nonnull(p);
    ck_assert(all_zero(p, 10));
}
END_TEST

START_TEST(arena_push_keeps_every_item)
{
    int *items = NULL;
    size_t count = 0, cap = 0;
    for (int i = 0; i < 1000; i++) {
        int *item = DGS_PUSH(arena, items, count, cap);
        ck_assert_ptr_nonnull(item);
        ck_assert_int_eq(*item, 0);
        *item = i;
        if (i % 7 == 0)
            ck_assert_ptr_nonnull(dgs_arena_alloc(arena, 3)); // forces copies
    }
    ck_assert_uint_eq(count, 1000);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(items[i], i);
}
END_TEST

START_TEST(arena_push_fails_at_the_cap)
{
    dgs_arena *small = dgs_arena_new(8 * sizeof(int));
    int *items = NULL, *item = NULL;
    size_t count = 0, cap = 0;
    for (int i = 0; i < 8; i++) {
        item = DGS_PUSH(small, items, count, cap);
        ck_assert_ptr_nonnull(item);
    }
    item = DGS_PUSH(small, items, count, cap);
    ck_assert_ptr_null(item);
    ck_assert_uint_eq(count, 8);
    dgs_arena_free(small);
}
END_TEST

START_TEST(arena_reserve_refuses_a_size_that_overflows)
{
    size_t cap = SIZE_MAX / 2 + 1;
    ck_assert_ptr_null(dgs_arena_reserve(arena, NULL, cap, &cap, 1));
    cap = SIZE_MAX / 8;
    ck_assert_ptr_null(dgs_arena_reserve(arena, NULL, cap, &cap, 16));
    ck_assert_uint_eq(cap, SIZE_MAX / 8);
}
END_TEST

// ---- err ----

START_TEST(err_keeps_the_first_failure)
{
    dgs_err err = {0};
    ck_assert(!dgs_fail(&err, DGS_ERR_DATA, "%s: line %d", "a.md", 7));
    ck_assert(!dgs_fail(&err, DGS_ERR_IO, "later"));
    ck_assert(!dgs_fail_memory(&err));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_str_eq(err.message, "a.md: line 7");
}
END_TEST

START_TEST(err_masks_control_characters)
{
    dgs_err err = {0};
    (void)dgs_fail(&err, DGS_ERR_DATA, "%s", "a\x1b[2Jb\nc\x7f\td\xc3\xa9");
    ck_assert_str_eq(err.message, "a?[2Jb?c??d\xc3\xa9");
    err = (dgs_err){0};
    (void)dgs_fail(&err, DGS_ERR_DATA, "'%.3s' or %s", "\xc3\xa9\xe2\x82\xac",
                   "\xff\x80z"); // a cut character, and bytes
    ck_assert_str_eq(err.message, "'\xc3\xa9?' or ?z");
}
END_TEST

// U+009B is CSI: a terminal may obey it like ESC [.
START_TEST(err_masks_the_controls_of_latin_1_too)
{
    dgs_err err = {0};
    (void)dgs_fail(&err, DGS_ERR_DATA, "%s",
                   "a\xc2\x9b"
                   "2Jb");
    ck_assert_ptr_null(strstr(err.message, "\xc2\x9b"));
}
END_TEST

START_TEST(err_cuts_a_message_that_is_too_long)
{
    dgs_err err = {0};
    char longest[4000];
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    (void)dgs_fail(&err, DGS_ERR_USAGE, "%s", longest);
    ck_assert_uint_eq(strlen(err.message), sizeof err.message - 1);
}
END_TEST

START_TEST(err_for_memory_has_its_exit_code)
{
    dgs_err err = {0};
    ck_assert(!dgs_fail_memory(&err));
    ck_assert_int_eq(err.kind, DGS_ERR_MEMORY);
    ck_assert_int_eq(DGS_ERR_MEMORY, 75);
}
END_TEST

// ---- file ----

static void make_folder(void)
{
    open_arena();
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void remove_folder(void)
{
    char path[64];
    snprintf(path, sizeof path, "%s/f", folder);
    (void)unlink(path);
    ck_assert_int_eq(rmdir(folder), 0);
    close_arena();
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
    } cases[] = {{"pipe", "is a pipe: the logo has to be a regular file", "is a pipe, which cannot be read twice"},
                 {"link", "is a pipe: the logo has to be a regular file", "is a pipe, which cannot be read twice"},
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
        dgs_file_mark before;
        const char *path = write_file("abc", 3, 0600);
        int fd = open(path, O_RDWR);
        ck_assert(dgs_file_mark_of(fd, &before) && dgs_file_unchanged(fd, path, &before));
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

static TCase *arena_case(void)
{
    TCase *c = tcase_create("arena");
    tcase_add_checked_fixture(c, open_arena, close_arena);
    tcase_add_test(c, arena_gives_zeroed_aligned_memory);
    tcase_add_test(c, arena_hands_out_no_more_than_its_cap);
    tcase_add_test(c, arena_tells_its_cap_from_the_machines_memory);
    tcase_add_test(c, arena_without_room_for_alignment_refuses);
    tcase_add_test(c, arena_array_refuses_a_product_that_overflows);
    tcase_add_test(c, arena_takes_blocks_larger_than_its_own);
    tcase_add_test(c, arena_grows_the_newest_block_in_place);
    tcase_add_test(c, arena_copies_an_older_block_when_it_grows);
    tcase_add_test(c, arena_that_cannot_grow_leaves_the_block_alone);
    tcase_add_test(c, arena_grows_from_nothing);
    tcase_add_test(c, arena_push_keeps_every_item);
    tcase_add_test(c, arena_push_fails_at_the_cap);
    tcase_add_test(c, arena_reserve_refuses_a_size_that_overflows);
    return c;
}

static TCase *err_case(void)
{
    TCase *c = tcase_create("err");
    tcase_add_test(c, err_keeps_the_first_failure);
    tcase_add_test(c, err_masks_control_characters);
    tcase_add_test(c, err_masks_the_controls_of_latin_1_too);
    tcase_add_test(c, err_cuts_a_message_that_is_too_long);
    tcase_add_test(c, err_for_memory_has_its_exit_code);
    return c;
}

static TCase *file_case(void)
{
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
    return c;
}

static Suite *base_suite(void)
{
    Suite *suite = suite_create("base");
    suite_add_tcase(suite, arena_case());
    suite_add_tcase(suite, err_case());
    suite_add_tcase(suite, file_case());
    return suite;
}

int main(void)
{
    return run_suite(base_suite());
}
