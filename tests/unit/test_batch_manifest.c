// Unit tests of src/batch and src/save: the manifest, and files that are made durable together.
#include <dirent.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/manifest.h"
#include "host/file.h"
#include "unit.h"

static char folder[64];
static dgs_folder out;
static dgs_arena *arena;
static dgs_err err;

static void set_up(void)
{
    err = (dgs_err){0};
    arena = dgs_arena_new(1 << 22);
    ck_assert_ptr_nonnull(arena);
    strcpy(folder, "/tmp/dgs-manifest.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    dgs_place place;
    dgs_place_find(AT_FDCWD, folder, &place);
    ck_assert(dgs_save_folder(&place, folder, &out, &err));
    dgs_place_leave(&place);
}

static void tear_down(void)
{
    char command[100];
    dgs_save_folder_leave(&out);
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    ck_assert_int_eq(system(command), 0);
    dgs_arena_free(arena);
}

static const char *in_folder(const char *name)
{
    dgs_buf path = {.arena = arena};
    dgs_buf_addf(&path, "%s/%s", folder, name);
    return path.p;
}

// How many names in the folder begin so.
static int count_names(const char *begin)
{
    int n = 0;
    DIR *dir = opendir(folder);
    ck_assert_ptr_nonnull(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        n += strncmp(entry->d_name, begin, strlen(begin)) == 0;
    (void)closedir(dir);
    return n;
}

static const char *text_of(const char *name)
{
    dgs_str text;
    return dgs_file_read(arena, "file", in_folder(name), 1 << 20, &text, &err) ? text.p : NULL;
}

static const char *made_line(unsigned long long row, const char *sum)
{
    const dgs_made made = {.row = row, .file = "a.pdf", .sha256 = sum, .inputs = "i", .bytes = 5, .pages = 4};
    const char *line = dgs_manifest_made_line(&made, arena);
    ck_assert_ptr_nonnull(line);
    return line;
}

static void add(dgs_manifest *m, unsigned long long row, const char *sum)
{
    ck_assert(dgs_manifest_add(m, dgs_str_of(made_line(row, sum)), row, &err));
}

static const dgs_entry *next(dgs_manifest_reader *reader)
{
    const dgs_entry *entry;
    ck_assert_msg(dgs_manifest_next(reader, &entry, &err), "%s", err.message);
    return entry;
}

static const dgs_entry *known(dgs_manifest *m, unsigned long long row)
{
    const dgs_entry *entry;
    ck_assert_msg(dgs_manifest_known(m, row, &entry, &err), "%s", err.message);
    return entry;
}

static void begin(dgs_manifest *m, bool resume)
{
    ck_assert_msg(dgs_manifest_begin(m, &out, "m.jsonl", resume, arena, &err), "%s", err.message);
}

START_TEST(lines_are_json)
{
    const dgs_note notes[] = {
        {DGS_NOTE_WARNING, "%s", "one"}, {DGS_NOTE_NOTICE, "%s", "three"}, {DGS_NOTE_WARNING, "%s", "cut \xc3"}};
    const dgs_made made = {2, "0002-\"Ä\".pdf", "abc", "def", 59657, 4, notes, 3},
                   silent = {1, "a", "b", "c", 5, 4, NULL, 0};
    ck_assert_str_eq(dgs_manifest_made_line(&silent, arena),
                     "{\"row\":1,\"file\":\"a\",\"sha256\":\"b\",\"bytes\":5,\"pages\":4,\"warnings\":[],\"notices\":[]"
                     ",\"inputs\":\"c\"}\n");
    ck_assert_str_eq(dgs_manifest_made_line(&made, arena),
                     "{\"row\":2,\"file\":\"0002-\\\"Ä\\\".pdf\",\"sha256\":\"abc\",\"bytes\":59657,\"pages\":4,"
                     "\"warnings\":[\"one\",\"cut ?\"],\"notices\":[\"three\"],\"inputs\":\"def\"}\n");
    ck_assert_str_eq(dgs_manifest_failed_line(3, "x.pdf", "no", 65, arena),
                     "{\"row\":3,\"file\":\"x.pdf\",\"error\":\"no\",\"exit\":65}\n");
    ck_assert_str_eq(dgs_manifest_planned_line(4, "y.pdf", arena), "{\"row\":4,\"file\":\"y.pdf\"}\n");
}
END_TEST

static long allocations, failing;
static bool later_too;

static void *allocate_some(size_t n)
{
    allocations++;
    return allocations == failing || (later_too && allocations > failing) ? NULL : malloc(n);
}

// Whichever allocation of the JSON library fails, with all behind it or alone: the line is whole or none.
START_TEST(memory_that_ends_cuts_no_line)
{
    const dgs_note notes[] = {{DGS_NOTE_WARNING, "a", "a coarse logo, \"logo.png\""},
                              {DGS_NOTE_WARNING, "b", "a name of 120 characters"},
                              {DGS_NOTE_NOTICE, "c", "another color"}};
    const dgs_made made = {.row = 7,
                           .file = "0007-A rather long name of a file.pdf",
                           .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                           .inputs = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                           .bytes = 60000,
                           .pages = 4,
                           .notes = notes,
                           .nnotes = 3};
    const char *whole = dgs_manifest_made_line(&made, arena), *line = NULL;
    ck_assert_ptr_nonnull(whole);
    json_set_alloc_funcs(allocate_some, free);
    for (int way = 0; way < 2; way++) {
        later_too = way == 1;
        failing = allocations = 0;
        while (allocations >= failing) {
            failing++;
            allocations = 0;
            line = dgs_manifest_made_line(&made, arena);
            ck_assert(line == NULL || strcmp(line, whole) == 0);
        }
        ck_assert(line != NULL && failing > 10);
    }
    json_set_alloc_funcs(malloc, free);
}
END_TEST

START_TEST(lines_that_are_none_are_passed_over)
{
    FILE *to = fopen(in_folder("m.jsonl"), "w");
    fprintf(to, "%sgarbage\n\n \n{}\n%s%s", made_line(1, "a"), made_line(3, "c"), made_line(2, "b"));
    fprintf(to, "%s%.20s", dgs_manifest_failed_line(5, "x.pdf", "no", 65, arena), made_line(6, "f"));
    ck_assert_int_eq(fclose(to), 0);
    dgs_manifest_reader *reader = dgs_manifest_open(in_folder("m.jsonl"), &err);
    ck_assert_ptr_nonnull(reader);
    for (int round = 0; round < 2; round++) {
        const dgs_entry *e = next(reader);
        ck_assert(e != NULL && e->row == 1 && strcmp(e->sha256, "a") == 0 && strcmp(e->file, "a.pdf") == 0);
        e = next(reader);
        ck_assert(e != NULL && e->row == 3 && strcmp(e->line, made_line(3, "c")) == 0);
        e = next(reader);
        ck_assert(e != NULL && e->row == 5 && e->sha256 == NULL);
        ck_assert_ptr_null(next(reader));
        ck_assert_uint_eq(dgs_manifest_passed_over(reader), 4);
        dgs_manifest_rewind(reader);
    }
    dgs_manifest_close(reader);
    ck_assert_ptr_null(dgs_manifest_open(in_folder("none.jsonl"), &err));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
}
END_TEST

START_TEST(lines_passed_over_are_counted_when_a_run_goes_on)
{
    dgs_manifest m;
    FILE *to = fopen(in_folder("m.jsonl"), "w");
    fprintf(to, "%sgarbage\n%s%.20s", made_line(1, "a"), made_line(2, "b"), made_line(3, "c"));
    ck_assert_int_eq(fclose(to), 0);
    ck_assert_msg(dgs_manifest_begin(&m, &out, "m.jsonl", true, arena, &err), "%s", err.message);
    ck_assert_uint_eq(m.passed_over, 2);
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_STOPPED, &err));
    ck_assert(dgs_manifest_begin(&m, &out, "m.jsonl", true, arena, &err));
    ck_assert_uint_eq(m.passed_over, 0); // what was kept is whole
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_STOPPED, &err));
}
END_TEST

START_TEST(a_manifest_that_is_no_file_is_not_opened)
{
    ck_assert_int_eq(mkfifo(in_folder("m.jsonl"), 0600), 0);
    ck_assert_ptr_null(dgs_manifest_open(in_folder("m.jsonl"), &err));
    ck_assert_int_eq(err.kind, DGS_ERR_NOINPUT);
}
END_TEST

START_TEST(what_cannot_be_read_is_no_end)
{
    const dgs_entry *e;
    dgs_manifest m;
    dgs_manifest_reader *reader = dgs_manifest_open("/proc/self/mem", &err); // EIO at its first byte
    ck_assert_ptr_nonnull(reader);
    ck_assert(!dgs_manifest_next(reader, &e, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_IO);
    ck_assert_ptr_null(e);
    dgs_manifest_close(reader);
    err = (dgs_err){0};
    ck_assert_int_eq(symlink("/proc/self/mem", in_folder("m.jsonl")), 0);
    ck_assert(!dgs_manifest_begin(&m, &out, "m.jsonl", true, arena, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_IO);
    struct stat st;
    ck_assert(lstat(in_folder("m.jsonl"), &st) == 0 && S_ISLNK(st.st_mode)); // as it was
}
END_TEST

// A file of one line of n bytes, its end included.
static bool one_line(size_t n)
{
    const char *line = made_line(1, "a");
    const dgs_entry *e;
    FILE *to = fopen(in_folder("m.jsonl"), "w");
    ck_assert_ptr_nonnull(to);
    fprintf(to, "%*s%s", (int)(n - strlen(line)), "", line);
    ck_assert_int_eq(fclose(to), 0);
    dgs_manifest_reader *reader = dgs_manifest_open(in_folder("m.jsonl"), &err);
    ck_assert_ptr_nonnull(reader);
    bool ok = dgs_manifest_next(reader, &e, &err);
    ck_assert(ok == (e != NULL && e->row == 1));
    dgs_manifest_close(reader);
    return ok;
}

START_TEST(a_line_has_a_limit)
{
    ck_assert(one_line(DGS_MANIFEST_LINE_MAX));
    ck_assert(!one_line(DGS_MANIFEST_LINE_MAX + 1));
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
}
END_TEST

START_TEST(an_earlier_run_is_gone_on_with)
{
    dgs_manifest m;
    begin(&m, false);
    for (unsigned long long row = 1; row <= 4; row++)
        add(&m, row, "old");
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
    begin(&m, true);
    ck_assert_str_eq(known(&m, 1)->sha256, "old");
    add(&m, 1, "new");
    ck_assert_ptr_nonnull(known(&m, 3)); // rows of another shard are not asked for
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_STOPPED, &err));
    dgs_buf wanted = {.arena = arena};
    dgs_buf_addf(&wanted, "%s%s", made_line(1, "new"), made_line(2, "old"));
    dgs_buf_addf(&wanted, "%s%s", made_line(3, "old"), made_line(4, "old"));
    ck_assert_str_eq(text_of("m.jsonl"), wanted.p);
    ck_assert_int_eq(count_names(".m.jsonl.before"), 0);
}
END_TEST

START_TEST(being_killed_while_going_on_loses_nothing)
{
    dgs_manifest m;
    begin(&m, false);
    for (unsigned long long row = 1; row <= 3; row++)
        add(&m, row, "old");
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
    begin(&m, true);
    add(&m, 1, "new");
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_FAILED, &err)); // as kill -9 leaves it
    ck_assert_str_eq(text_of("m.jsonl"), made_line(1, "new"));
    ck_assert_int_eq(count_names(".m.jsonl.before-"), 1);
    begin(&m, true);
    ck_assert_int_eq(count_names(".m.jsonl.before-"), 1);
    ck_assert_str_eq(known(&m, 1)->sha256, "new");
    ck_assert_str_eq(known(&m, 2)->sha256, "old");
    ck_assert_str_eq(known(&m, 3)->sha256, "old");
    ck_assert_ptr_null(known(&m, 4));
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
    ck_assert_str_eq(text_of("m.jsonl"), "");
    ck_assert_int_eq(count_names(".m.jsonl.before"), 0);
    begin(&m, false);
    ck_assert_ptr_null(known(&m, 1));
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
}
END_TEST

// What another process is told that begins the manifest: 0 = nothing.
static int told_to_another(bool resume)
{
    int status;
    dgs_manifest second;
    pid_t child = fork();
    if (child == 0)
        _exit(dgs_manifest_begin(&second, &out, "m.jsonl", resume, arena, &err) ? 0 : (int)err.kind);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return WEXITSTATUS(status);
}

START_TEST(a_second_run_is_refused_while_the_first_one_lives)
{
    dgs_manifest first, second;
    begin(&first, false);
    add(&first, 1, "a");
    ck_assert_int_eq(told_to_another(false), DGS_ERR_TEMPORARY);
    ck_assert_int_eq(told_to_another(true), DGS_ERR_TEMPORARY);
    add(&first, 2, "b");
    ck_assert(dgs_manifest_end(&first, DGS_MANIFEST_COMPLETE, &err));
    dgs_buf wanted = {.arena = arena};
    dgs_buf_addf(&wanted, "%s%s", made_line(1, "a"), made_line(2, "b"));
    ck_assert_str_eq(text_of("m.jsonl"), wanted.p);
    ck_assert_int_eq(count_names(".m.jsonl.before"), 0);
    begin(&second, true);
    ck_assert_str_eq(known(&second, 2)->sha256, "b");
    ck_assert(dgs_manifest_end(&second, DGS_MANIFEST_COMPLETE, &err));
}
END_TEST

START_TEST(of_two_that_claim_a_free_name_one_gets_it)
{
    dgs_save_claim one, two;
    dgs_save_log logs[2];
    ck_assert(dgs_save_claim_take(&one, out.fd, "m.jsonl", in_folder("m.jsonl"), &err));
    ck_assert(dgs_save_claim_take(&two, out.fd, "m.jsonl", in_folder("m.jsonl"), &err));
    ck_assert(one.absent && two.absent);
    ck_assert(dgs_save_log_begin(&logs[0], out.fd, "m.jsonl", in_folder("m.jsonl"), &err));
    ck_assert(dgs_save_log_publish(&logs[0], &one, &err));
    ck_assert(dgs_save_log_begin(&logs[1], out.fd, "m.jsonl", logs[0].path, &err));
    ck_assert(!dgs_save_log_publish(&logs[1], &two, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_TEMPORARY);
    dgs_save_log_end(&logs[0]);
    dgs_save_log_end(&logs[1]);
}
END_TEST

// What lies there under the name of a spare copy and is none: a pipe, a folder, a link to lines of another's.
START_TEST(what_is_no_spare_copy_is_passed_over)
{
    dgs_manifest m;
    FILE *to = fopen(in_folder("lines"), "w");
    fprintf(to, "%s%s", made_line(2, "x"), made_line(9, "x"));
    ck_assert_int_eq(fclose(to), 0);
    begin(&m, false);
    add(&m, 1, "a");
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
    ck_assert_int_eq(mkfifo(in_folder(".m.jsonl.before-0"), 0600), 0);
    ck_assert_int_eq(mkdir(in_folder(".m.jsonl.before-1"), 0700), 0);
    ck_assert_int_eq(symlink("lines", in_folder(".m.jsonl.before-2")), 0);
    begin(&m, true);
    ck_assert_str_eq(known(&m, 1)->sha256, "a");
    ck_assert_ptr_null(known(&m, 2));
    ck_assert_ptr_null(known(&m, 9));
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
    ck_assert_int_eq(count_names(".m.jsonl.before-"), 1); // the folder, which is nobody's spare copy
    ck_assert_ptr_nonnull(text_of("lines"));
}
END_TEST

// Another process that only reads the file and locks it as a whole, until `done` is closed.
static pid_t reader_with_lock(const char *path, int *done)
{
    int locked[2], end[2];
    char byte = 0;
    ck_assert(pipe(locked) == 0 && pipe(end) == 0);
    pid_t child = fork();
    if (child == 0) {
        struct flock whole = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
        (void)close(end[1]);
        int fd = open(path, O_RDONLY);
        _exit(fd < 0 || fcntl(fd, F_SETLK, &whole) != 0 || write(locked[1], &byte, 1) != 1 ||
              read(end[0], &byte, 1) != 0);
    }
    (void)close(locked[1]);
    (void)close(end[0]);
    ck_assert_int_eq(read(locked[0], &byte, 1), 1);
    (void)close(locked[0]);
    *done = end[1];
    return child;
}

START_TEST(a_readers_lock_stops_no_run_and_lets_no_two_at_it)
{
    int done, status;
    dgs_manifest m;
    dgs_save_claim one, two;
    dgs_save_log log;
    begin(&m, false);
    add(&m, 1, "a");
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
    pid_t child = reader_with_lock(in_folder("m.jsonl"), &done);
    ck_assert(dgs_save_claim_take(&one, out.fd, "m.jsonl", in_folder("m.jsonl"), &err));
    ck_assert(dgs_save_claim_take(&two, out.fd, "m.jsonl", in_folder("m.jsonl"), &err));
    ck_assert(one.shared && two.shared);
    begin(&m, true);
    ck_assert_str_eq(known(&m, 1)->sha256, "a");
    add(&m, 1, "b");
    ck_assert(dgs_save_log_begin(&log, out.fd, "m.jsonl", in_folder("m.jsonl"), &err));
    ck_assert(!dgs_save_log_publish(&log, &two, &err)); // it had claimed what was there before
    ck_assert_int_eq(err.kind, DGS_ERR_TEMPORARY);
    err = (dgs_err){0};
    dgs_save_log_end(&log);
    dgs_save_claim_end(&one);
    dgs_save_claim_end(&two);
    ck_assert_int_eq(told_to_another(true), DGS_ERR_TEMPORARY);
    ck_assert(dgs_manifest_end(&m, DGS_MANIFEST_COMPLETE, &err));
    ck_assert_str_eq(text_of("m.jsonl"), made_line(1, "b"));
    ck_assert_int_eq(count_names("."), 2); // itself and what it is in
    (void)close(done);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(files_are_written_into_folders_that_are_made)
{
    bool taken;
    ck_assert(dgs_save_one(&out, "a.pdf", DGS_STR("one"), &taken, &err));
    ck_assert(dgs_save_one(&out, "0001/b.pdf", DGS_STR("two"), &taken, &err));
    ck_assert(dgs_save_one(&out, "a.pdf", DGS_STR("three"), &taken, &err));
    ck_assert(dgs_save_settle(&out, &err));
    ck_assert_str_eq(text_of("a.pdf"), "three");
    ck_assert_str_eq(text_of("0001/b.pdf"), "two");
    ck_assert_int_eq(mkdir(in_folder("c.pdf"), 0777), 0);
    ck_assert(!dgs_save_one(&out, "c.pdf", DGS_STR("x"), &taken, &err));
    ck_assert(taken && err.kind == DGS_ERR_CANTCREATE);
    err = (dgs_err){0};
    ck_assert(!dgs_save_one(&out, "a.pdf/d.pdf", DGS_STR("x"), &taken, &err)); // a file where a folder is to be
    ck_assert(taken && err.kind == DGS_ERR_CANTCREATE);
    err = (dgs_err){0};
    ck_assert(!dgs_save_one(&(dgs_folder){-1, folder}, "d.pdf", DGS_STR("x"), &taken, &err)); // the whole folder
    ck_assert(!taken);
    ck_assert_int_eq(count_names(".dgs-pdf"), 0);
    err = (dgs_err){0};
    dgs_folder none;
    dgs_place place;
    dgs_place_find(AT_FDCWD, in_folder("a.pdf"), &place);
    ck_assert(!dgs_save_folder(&place, in_folder("a.pdf"), &none, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_CANTCREATE);
    dgs_place_leave(&place);
}
END_TEST

// Whoever has it would look in vain where it was.
START_TEST(a_folder_that_is_moved_away_is_told)
{
    bool taken;
    char away[80];
    (void)snprintf(away, sizeof away, "%s.away", folder);
    ck_assert_int_eq(rename(folder, away), 0);
    ck_assert_int_eq(mkdir(folder, 0777), 0);
    ck_assert(dgs_save_one(&out, "a.pdf", DGS_STR("one"), &taken, &err));
    ck_assert(!dgs_save_settle(&out, &err));
    ck_assert_int_eq(err.kind, DGS_ERR_CANTCREATE);
    ck_assert_ptr_nonnull(strstr(err.message, "has been moved"));
    ck_assert_int_ne(access(in_folder("a.pdf"), F_OK), 0);
    ck_assert_int_eq(rmdir(folder), 0);
    ck_assert_int_eq(rename(away, folder), 0);
}
END_TEST

START_TEST(what_a_dead_process_left_is_taken_away)
{
    dgs_save_log variable;
    ck_assert(dgs_save_log_begin(&variable, out.fd, "live", in_folder("live"), &err));
    FILE *left = fopen(in_folder(".dgs-pdf-row-99999-0.tmp"), "w");
    ck_assert_ptr_nonnull(left);
    ck_assert_int_eq(fclose(left), 0);
    pid_t child = fork(); // locks do not hold against their own process
    if (child == 0) {
        dgs_save_clean(&out);
        _exit(0);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_ne(access(in_folder(".dgs-pdf-row-99999-0.tmp"), F_OK), 0);
    ck_assert(dgs_save_log_publish(&variable, NULL, &err));
    dgs_save_log_end(&variable);
    ck_assert_int_eq(access(in_folder("live"), F_OK), 0);
    ck_assert(dgs_save_log_begin(&variable, out.fd, "unnamed", in_folder("unnamed"), &err));
    dgs_save_log_end(&variable);
    ck_assert_int_ne(access(in_folder("unnamed"), F_OK), 0);
}
END_TEST

START_TEST(what_runs_out_is_temporary)
{
    dgs_save_log log = {.fd = open("/dev/full", O_WRONLY), .path = "full"};
    ck_assert_int_ge(log.fd, 0);
    ck_assert(!dgs_save_log_add(&log, DGS_STR("x"), &err));
    ck_assert_int_eq(err.kind, DGS_ERR_TEMPORARY);
    ck_assert_ptr_nonnull(strstr(err.message, "full: the disk is full"));
    dgs_save_log_end(&log);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("batch_manifest");
    TCase *tests = tcase_create("manifest");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, lines_are_json);
    tcase_add_test(tests, memory_that_ends_cuts_no_line);
    tcase_add_test(tests, lines_that_are_none_are_passed_over);
    tcase_add_test(tests, lines_passed_over_are_counted_when_a_run_goes_on);
    tcase_add_test(tests, a_manifest_that_is_no_file_is_not_opened);
    tcase_add_test(tests, what_cannot_be_read_is_no_end);
    tcase_add_test(tests, a_line_has_a_limit);
    tcase_add_test(tests, an_earlier_run_is_gone_on_with);
    tcase_add_test(tests, being_killed_while_going_on_loses_nothing);
    tcase_add_test(tests, a_second_run_is_refused_while_the_first_one_lives);
    tcase_add_test(tests, of_two_that_claim_a_free_name_one_gets_it);
    tcase_add_test(tests, what_is_no_spare_copy_is_passed_over);
    tcase_add_test(tests, a_readers_lock_stops_no_run_and_lets_no_two_at_it);
    tcase_add_test(tests, files_are_written_into_folders_that_are_made);
    tcase_add_test(tests, a_folder_that_is_moved_away_is_told);
    tcase_add_test(tests, what_a_dead_process_left_is_taken_away);
    tcase_add_test(tests, what_runs_out_is_temporary);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
