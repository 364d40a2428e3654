// Unit tests of src/batch: worker processes.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include "batch/pool.h"
#include "unit.h"

enum { TASKS_MOST = 10000 };

// What workers do with a task, by its number.
typedef enum behaviour { DOUBLES, DIES_AT_SEVEN, DIES_ALWAYS, LEAVES, SLEEPS, SAYS_MUCH, WAITS } behaviour;

typedef struct run {
    behaviour behaviour;
    uint64_t tasks, next, done, died, passing;
    uint64_t stop_at, stop_done; // tasks handed out and answers had, after which it is stopped; 0 of the first = never
    uint64_t fail_at;            // task that cannot be had
    size_t bulk;                 // bytes beside the number in each task
    bool in_order;
    uint64_t worker, changes; // who gave the last answer, and how often it was another than before
    dgs_err_kind begins;
    int worked; // gets a byte for each task that has been worked on; only of WAITS
} run;

static dgs_pool_next next(void *ctx, dgs_wire *task, dgs_err *err)
{
    run *r = ctx;
    static const char bulk[60000];
    if (r->next == r->tasks)
        return DGS_POOL_END;
    if (r->fail_at != 0 && r->next == r->fail_at) {
        (void)dgs_fail(err, DGS_ERR_DATA, "no more");
        return DGS_POOL_FAILED;
    }
    dgs_wire_number(task, r->next++);
    dgs_wire_add(task, bulk, r->bulk);
    return DGS_POOL_TASK;
}

static bool work(void *ctx, dgs_str task, dgs_wire *answer)
{
    const run *r = ctx;
    static const char much[100000];
    uint64_t n = dgs_wire_take_number(&task);
    if (r->behaviour == DIES_ALWAYS || (r->behaviour == DIES_AT_SEVEN && n % 10 == 7))
        (void)kill(getpid(), n % 20 == 7 ? SIGKILL : SIGABRT);
    if (r->behaviour == WAITS) {
        ck_assert_int_eq(write(r->worked, "x", 1), 1);
        const struct timespec tenth = {0, 100000000};
        (void)nanosleep(&tenth, NULL); // all of the work is done, but for its answer
    }
    if (r->behaviour == SLEEPS)
        (void)sleep(3600); // beyond the test's limit
    dgs_wire_number(answer, 2 * n);
    dgs_wire_number(answer, (uint64_t)getpid());
    if (r->behaviour == SAYS_MUCH)
        dgs_wire_add(answer, much, sizeof much);
    return r->behaviour != LEAVES || n % 10 != 7;
}

static bool done(void *ctx, dgs_str task, dgs_str answer, const char *died, bool passing, dgs_err *err)
{
    run *r = ctx;
    (void)err;
    uint64_t n = dgs_wire_take_number(&task);
    r->in_order &= n == r->done + r->died;
    r->died += died != NULL;
    r->passing += passing;
    if (died == NULL) {
        ck_assert_uint_eq(dgs_wire_take_number(&answer), 2 * n);
        uint64_t worker = dgs_wire_take_number(&answer);
        r->changes += r->done > 0 && worker != r->worker;
        r->worker = worker;
        r->done++;
    }
    return true;
}

static bool stop(void *ctx)
{
    const run *r = ctx;
    return r->stop_at != 0 && r->next >= r->stop_at && r->done >= r->stop_done;
}

static dgs_err_kind begin(void *ctx)
{
    return ((const run *)ctx)->begins;
}

static run ran(run r, size_t jobs, dgs_err *err)
{
    const dgs_pool_calls calls = {&r, next, work, done, stop, begin};
    r.in_order = true;
    (void)dgs_pool_run(&calls, jobs, err);
    return r;
}

START_TEST(answers_come_in_order)
{
    static const size_t jobs[] = {1, 2, 5};
    for (size_t i = 0; i < 3; i++) {
        dgs_err err = {0};
        run r = ran((run){.tasks = 3000}, jobs[i], &err);
        ck_assert_int_eq(err.kind, DGS_OK);
        ck_assert(r.in_order && r.done == 3000 && r.died == 0);
    }
    dgs_err err = {0};
    run none = ran((run){0}, 3, &err);
    ck_assert(none.done == 0 && err.kind == DGS_OK);
}
END_TEST

START_TEST(a_dead_worker_loses_one_task)
{
    dgs_err err = {0};
    run r = ran((run){.behaviour = DIES_AT_SEVEN, .tasks = 200}, 2, &err);
    ck_assert_int_eq(err.kind, DGS_OK);
    ck_assert(r.in_order && r.died == 20 && r.done == 180 && r.passing == 10);
    r = ran((run){.behaviour = DIES_ALWAYS, .tasks = 40}, 3, &err);
    ck_assert(r.in_order && r.died == 40);
}
END_TEST

START_TEST(a_worker_that_leaves_loses_nothing)
{
    dgs_err err = {0};
    run r = ran((run){.behaviour = LEAVES, .tasks = 200}, 1, &err);
    ck_assert_int_eq(err.kind, DGS_OK);
    ck_assert(r.in_order && r.done == 200 && r.died == 0);
    ck_assert_uint_eq(r.changes, 20); // behind each seventh task of ten another one has begun
    r = ran((run){.behaviour = LEAVES, .tasks = 500}, 3, &err);
    ck_assert(r.in_order && r.done == 500 && r.died == 0 && err.kind == DGS_OK);
}
END_TEST

START_TEST(a_worker_that_cannot_begin_is_told)
{
    dgs_err err = {0};
    run r = ran((run){.tasks = 30, .begins = DGS_ERR_SYSTEM}, 2, &err);
    ck_assert(r.in_order && r.died == 30 && r.passing == 0);
    r = ran((run){.tasks = 30, .begins = DGS_ERR_TEMPORARY}, 2, &err);
    ck_assert(r.in_order && r.died == 30 && r.passing == 30);
}
END_TEST

START_TEST(large_tasks_and_answers_do_not_block)
{
    dgs_err err = {0};
    run r = ran((run){.behaviour = SAYS_MUCH, .tasks = 300, .bulk = 60000}, 2, &err);
    ck_assert_int_eq(err.kind, DGS_OK);
    ck_assert(r.in_order && r.done == 300);
}
END_TEST

// Each of the two workers holds many tasks by then, which would take longer than it is given.
START_TEST(a_stopped_run_hands_on_all_that_was_worked_on)
{
    dgs_err err = {0};
    char name[] = "/tmp/dgs-pool.XXXXXX";
    int worked = mkstemp(name);
    ck_assert_int_ge(worked, 0);
    ck_assert_int_eq(unlink(name), 0);
    run r =
        ran((run){.behaviour = WAITS, .tasks = TASKS_MOST, .stop_at = 100, .stop_done = 1, .worked = worked}, 2, &err);
    ck_assert_int_eq(err.kind, DGS_OK);
    ck_assert_int_eq((long long)r.done, lseek(worked, 0, SEEK_END));
    ck_assert(r.done > 0 && r.died == 0);
    (void)close(worked);
}
END_TEST

START_TEST(a_stopped_run_hands_on_what_there_is)
{
    dgs_err err = {0};
    run r = ran((run){.tasks = TASKS_MOST, .stop_at = 500}, 2, &err);
    ck_assert_int_eq(err.kind, DGS_OK);
    // So many tasks of two workers may wait for one before them, or be handed out, when it is stopped (pool.c, WINDOW).
    const uint64_t held = 2 * 128;
    ck_assert(r.in_order && r.done >= 500 - held && r.done <= 500 + held && r.died == 0);
    r = ran((run){.behaviour = SLEEPS, .tasks = 100, .stop_at = 1}, 2, &err);
    ck_assert(r.done == 0 && r.died == 0);
}
END_TEST

START_TEST(a_failure_ends_the_run)
{
    dgs_err err = {0};
    run r = ran((run){.tasks = 1000, .fail_at = 300}, 2, &err);
    ck_assert_int_eq(err.kind, DGS_ERR_DATA);
    ck_assert_str_eq(err.message, "no more");
    ck_assert(r.in_order && r.done <= 300);
}
END_TEST

START_TEST(bytes_come_back_as_they_went)
{
    dgs_wire wire = {0};
    dgs_wire_number(&wire, UINT64_MAX);
    dgs_wire_text(&wire, NULL);
    dgs_wire_text(&wire, "");
    dgs_wire_text(&wire, "words");
    dgs_str from = {wire.p, wire.n};
    ck_assert_uint_eq(dgs_wire_take_number(&from), UINT64_MAX);
    ck_assert_ptr_null(dgs_wire_take_text(&from));
    ck_assert_str_eq(dgs_wire_take_text(&from), "");
    ck_assert_str_eq(dgs_wire_take_text(&from), "words");
    ck_assert_uint_eq(from.n, 0);
    ck_assert_ptr_null(dgs_wire_take_text(&from)); // cut off
    dgs_wire_drop(&wire, 8);
    ck_assert_uint_eq(wire.n, 3 * 8 + 1 + 6);
    dgs_wire_free(&wire);
}
END_TEST

START_TEST(there_is_a_core)
{
    ck_assert_uint_ge(dgs_pool_cores(), 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("batch_pool");
    (void)signal(SIGPIPE, SIG_IGN); // as main() has it
    TCase *tests = tcase_create("pool");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, answers_come_in_order);
    tcase_add_test(tests, a_dead_worker_loses_one_task);
    tcase_add_test(tests, a_worker_that_leaves_loses_nothing);
    tcase_add_test(tests, a_worker_that_cannot_begin_is_told);
    tcase_add_test(tests, large_tasks_and_answers_do_not_block);
    tcase_add_test(tests, a_stopped_run_hands_on_all_that_was_worked_on);
    tcase_add_test(tests, a_stopped_run_hands_on_what_there_is);
    tcase_add_test(tests, a_failure_ends_the_run);
    tcase_add_test(tests, bytes_come_back_as_they_went);
    tcase_add_test(tests, there_is_a_core);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
