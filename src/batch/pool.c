// For sched_getaffinity(), which POSIX has not: where an engine gives this process some of the cores only. And for
// memory that processes share.
#define _GNU_SOURCE
#include "batch/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    DEPTH = 64,             // tasks that wait in a worker, so that it never waits for us, not even for the disk
    AT_ONCE = 8,            // tasks that go to it together
    WINDOW = 2 * DEPTH,     // tasks held for each worker, until those before them are done
    HELD_MAX = 1024 * 1024, // bytes of tasks and answers that are held
    TASKS_MAX = 1000,       // a worker's, before a new one takes its place: caches that grow begin anew
    MESSAGE_MAX = 1024 * 1024,
    TICK_MS = 100,
    GRACE_MS = 2000, // for all the tasks that workers hold, which leaves no gap among what is done
    LAST_MS = 5000   // then for the one that each is at, which takes some hundredths of a second mostly
};

// Beside the length of an answer: it is the worker's last one.
static const uint64_t last_answer = (uint64_t)1 << 63;

typedef enum slot_state { SLOT_WAITS, SLOT_SENT, SLOT_DONE, SLOT_LOST } slot_state;

typedef struct slot { // a task
    slot_state state;
    dgs_wire task, answer;
    char died[48];
    bool passing;
} slot;

typedef struct worker {
    pid_t pid;                       // 0 = none
    int to, from;                    // -1 = closed
    size_t sent;                     // tasks in its life
    unsigned long long queue[DEPTH]; // numbers of its tasks, oldest first
    size_t nqueue;
    bool wants;       // is given tasks at present
    bool leaves;      // by its own will, between two tasks
    dgs_wire out, in; // bytes on their way
    const struct pollfd *answers;
} worker;

typedef struct pool {
    const dgs_pool_calls *calls;
    dgs_err *err;
    slot *slots; // a ring by task number
    size_t nslots, held;
    unsigned long long first, end; // tasks held: first is the oldest without its turn, end is one behind the newest
    unsigned long long lost;       // tasks that wait for a second worker
    worker *workers;
    size_t nworkers;
    struct pollfd *polled;
    bool exhausted, stopping, failed;
    atomic_bool *over; // shared with the workers: they begin no other task
    long long deadline;
} pool;

static long long now_ms(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static slot *slot_of(pool *p, unsigned long long task)
{
    return &p->slots[task % p->nslots];
}

typedef struct inlet { // what a pipe holds is read at once, for several tasks
    int fd;
    char bytes[16384];
    size_t at, end;
} inlet;

// False at the end of the pipe.
static bool refill(inlet *in)
{
    ssize_t got;
    do
        got = read(in->fd, in->bytes, sizeof in->bytes);
    while (got < 0 && errno == EINTR);
    in->at = 0;
    in->end = got > 0 ? (size_t)got : 0;
    return got > 0;
}

// Adds the next `n` bytes; false at the end of the pipe.
static bool take_fully(inlet *in, size_t n, dgs_wire *to)
{
    while (n > 0) {
        if (in->at == in->end && !refill(in))
            return false;
        size_t now = in->end - in->at < n ? in->end - in->at : n;
        dgs_wire_add(to, in->bytes + in->at, now);
        in->at += now;
        n -= now;
    }
    return true;
}

static bool write_fully(int fd, const char *from, size_t n)
{
    while (n > 0) {
        ssize_t put = write(fd, from, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        from += put;
        n -= (size_t)put;
    }
    return true;
}

static bool read_task(inlet *in, dgs_wire *task)
{
    dgs_wire_clear(task);
    if (!take_fully(in, sizeof(uint64_t), task) || task->failed)
        return false;
    dgs_str head = {task->p, task->n};
    uint64_t n = dgs_wire_take_number(&head);
    dgs_wire_clear(task);
    return n <= MESSAGE_MAX && take_fully(in, (size_t)n, task) && !task->failed;
}

// False when memory ends, or an answer cannot be written.
static bool serve(const pool *p, int from, int to)
{
    dgs_wire task = {0}, answer = {0};
    inlet in = {.fd = from};
    bool fit = true, written = true;
    while (fit && written && !atomic_load(p->over) && read_task(&in, &task)) {
        dgs_wire_clear(&answer);
        dgs_wire_number(&answer, 0); // for the length, so that the pool wakes up once for an answer
        fit = p->calls->work(p->calls->ctx, (dgs_str){task.p, task.n}, &answer);
        uint64_t n = (answer.n - sizeof n) | (fit ? 0 : last_answer);
        written = !answer.failed;
        if (written) {
            memcpy(answer.p, &n, sizeof n);
            written = write_fully(to, answer.p, answer.n);
        }
    }
    bool well = !task.failed && written;
    dgs_wire_free(&task);
    dgs_wire_free(&answer);
    return well;
}

// Only its own pipe stays open in a worker, so that it sees the end of it when the parent dies.
static void be_worker(pool *p, const int in[2], const int out[2])
{
    for (size_t i = 0; i < p->nworkers; i++) {
        if (p->workers[i].to >= 0)
            (void)close(p->workers[i].to);
        if (p->workers[i].from >= 0)
            (void)close(p->workers[i].from);
    }
    (void)close(in[1]);
    (void)close(out[0]);
    dgs_err_kind begun = p->calls->begin == NULL ? DGS_OK : p->calls->begin(p->calls->ctx);
    if (begun != DGS_OK)
        _exit((int)begun);
    _exit(serve(p, in[0], out[1]) ? 0 : DGS_ERR_TEMPORARY);
}

static bool start_worker(pool *p, worker *w)
{
    int in[2], out[2];
    if (pipe(in) != 0)
        return false;
    if (pipe(out) != 0) {
        (void)close(in[0]);
        (void)close(in[1]);
        return false;
    }
    pid_t pid = fork();
    if (pid == 0)
        be_worker(p, in, out);
    (void)close(in[0]);
    (void)close(out[1]);
    if (pid < 0 || fcntl(in[1], F_SETFL, O_NONBLOCK) != 0 || fcntl(out[0], F_SETFL, O_NONBLOCK) != 0) {
        (void)close(in[1]);
        (void)close(out[0]);
        return false; // a child there is ends by the end of its pipe
    }
    w->pid = pid;
    w->to = in[1];
    w->from = out[0];
    w->sent = w->nqueue = 0;
    w->leaves = false;
    dgs_wire_clear(&w->in);
    dgs_wire_clear(&w->out);
    return true;
}

static void close_end(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

static void lose(slot *s, int status)
{
    bool killed = WIFSIGNALED(status) != 0;
    (void)snprintf(s->died, sizeof s->died, killed ? "was killed (signal %d)" : "ended (code %d)",
                   killed ? WTERMSIG(status) : WEXITSTATUS(status));
    s->passing = killed ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == DGS_ERR_TEMPORARY;
    s->state = SLOT_LOST;
}

// The worker's pipe has ended. The task that it was at, if any, is lost; those that waited behind it go to others.
// Where there are to be no others, all are dropped.
static void bury(pool *p, worker *w)
{
    int status = 0;
    close_end(&w->to);
    close_end(&w->from);
    while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    for (size_t i = 0; i < w->nqueue; i++) {
        slot *s = slot_of(p, w->queue[i]);
        if (i == 0 && !w->leaves && !p->failed && !atomic_load(p->over)) {
            lose(s, status);
        } else {
            s->state = SLOT_WAITS;
            p->lost++;
        }
    }
    w->pid = 0;
    w->nqueue = 0;
}

// The next task for a worker: one that a dead worker left, else a new one. False where there is none for now.
static bool find_task(pool *p, unsigned long long *task)
{
    if (p->stopping)
        return false;
    for (unsigned long long t = p->first; p->lost > 0 && t < p->end; t++)
        if (slot_of(p, t)->state == SLOT_WAITS) {
            p->lost--;
            *task = t;
            return true;
        }
    if (p->exhausted || p->end - p->first == p->nslots || p->held > HELD_MAX)
        return false;
    slot *s = slot_of(p, p->end);
    dgs_wire_clear(&s->task);
    dgs_wire_clear(&s->answer);
    dgs_pool_next got = p->calls->next(p->calls->ctx, &s->task, p->err);
    if (got == DGS_POOL_TASK && s->task.failed)
        (void)dgs_fail_memory(p->err);
    p->failed |= got == DGS_POOL_FAILED || s->task.failed;
    p->exhausted |= p->failed || got == DGS_POOL_END;
    if (p->exhausted)
        return false;
    p->held += s->task.n;
    s->state = SLOT_WAITS;
    *task = p->end++;
    return true;
}

static void write_out(worker *w)
{
    if (w->to < 0 || w->out.n == 0)
        return;
    ssize_t put = write(w->to, w->out.p, w->out.n);
    if (put > 0)
        dgs_wire_drop(&w->out, (size_t)put);
    else if (put < 0 && errno != EAGAIN && errno != EINTR)
        close_end(&w->to); // it is dead, as the end of its other pipe will tell
}

static bool wants_tasks(const worker *w)
{
    return w->pid != 0 && w->to >= 0 && w->nqueue <= DEPTH - AT_ONCE;
}

// One more task for a worker; false where it has enough of them, or there is none for now.
static bool give_task(pool *p, worker *w)
{
    unsigned long long task;
    if (w->nqueue == DEPTH || w->sent == TASKS_MAX || !find_task(p, &task))
        return false;
    slot *s = slot_of(p, task);
    s->state = SLOT_SENT;
    dgs_wire_number(&w->out, s->task.n);
    dgs_wire_add(&w->out, s->task.p, s->task.n);
    if (w->out.failed) {
        p->failed = !dgs_fail_memory(p->err);
        return false;
    }
    w->queue[w->nqueue++] = task;
    w->sent++;
    return true;
}

static void send_out(pool *p, worker *w)
{
    write_out(w);
    bool over = w->sent == TASKS_MAX || (p->exhausted && p->lost == 0) || p->stopping;
    if (over && w->out.n == 0 && w->nqueue == 0)
        close_end(&w->to); // it ends by itself
}

// Tasks go round, so that a short list is work for all.
static void fill_queues(pool *p)
{
    for (size_t i = 0; i < p->nworkers; i++)
        p->workers[i].wants = wants_tasks(&p->workers[i]);
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < p->nworkers; i++) {
            worker *w = &p->workers[i];
            w->wants = w->wants && give_task(p, w);
            more = more || w->wants;
        }
    }
    for (size_t i = 0; i < p->nworkers; i++)
        send_out(p, &p->workers[i]);
}

// Takes whole answers out of what came in.
static void take_answers(pool *p, worker *w)
{
    for (;;) {
        dgs_str rest = {w->in.p, w->in.n};
        uint64_t n = dgs_wire_take_number(&rest);
        bool last = (n & last_answer) != 0;
        n &= ~last_answer;
        if (w->in.n < sizeof n || rest.n < n || w->nqueue == 0)
            return;
        slot *s = slot_of(p, w->queue[0]);
        dgs_wire_add(&s->answer, rest.p, (size_t)n);
        if (s->answer.failed)
            p->failed = !dgs_fail_memory(p->err);
        p->held += (size_t)n;
        s->state = SLOT_DONE;
        memmove(w->queue, w->queue + 1, --w->nqueue * sizeof *w->queue);
        dgs_wire_drop(&w->in, sizeof n + (size_t)n);
        if (last) {
            w->leaves = true;
            close_end(&w->to);
        }
    }
}

static void read_in(pool *p, worker *w)
{
    char chunk[16384];
    ssize_t got;
    do {
        got = read(w->from, chunk, sizeof chunk);
        if (got > 0)
            dgs_wire_add(&w->in, chunk, (size_t)got);
    } while (got == sizeof chunk); // one that is not full has emptied the pipe
    bool ended = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
    if (w->in.failed)
        p->failed = !dgs_fail_memory(p->err);
    take_answers(p, w);
    if (ended)
        bury(p, w);
}

// Hands on the answers whose turn it is; where the rest is to be dropped, all that there are.
static void hand_on(pool *p, bool drop)
{
    while (p->first < p->end && !p->failed) {
        slot *s = slot_of(p, p->first);
        bool over = s->state == SLOT_DONE || s->state == SLOT_LOST;
        if (!over && !drop)
            return;
        if (over &&
            !p->calls->done(p->calls->ctx, (dgs_str){s->task.p, s->task.n}, (dgs_str){s->answer.p, s->answer.n},
                            s->state == SLOT_LOST ? s->died : NULL, s->state == SLOT_LOST && s->passing, p->err))
            p->failed = true;
        p->held -= s->task.n + s->answer.n;
        p->first++;
    }
}

static bool start_missing(pool *p)
{
    size_t living = 0;
    int why = 0;
    for (size_t i = 0; i < p->nworkers; i++) {
        worker *w = &p->workers[i];
        bool wanted = !p->stopping && !p->failed && (!p->exhausted || p->lost > 0);
        if (w->pid == 0 && wanted && !start_worker(p, w))
            why = errno;
        living += w->pid != 0;
    }
    if (living > 0 || why == 0)
        return living > 0;
    p->failed = true;
    return dgs_fail(p->err, DGS_ERR_TEMPORARY,
                    "cannot start a worker process (%s): close other programs and try "
                    "again",
                    strerror(why));
}

static void wait_for_workers(pool *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->nworkers; i++) {
        worker *w = &p->workers[i];
        if (w->pid == 0)
            continue;
        w->answers = &p->polled[n];
        p->polled[n++] = (struct pollfd){.fd = w->from, .events = POLLIN};
        if (w->to >= 0 && w->out.n > 0)
            p->polled[n++] = (struct pollfd){.fd = w->to, .events = POLLOUT};
    }
    (void)poll(p->polled, (nfds_t)n, TICK_MS);
    for (size_t i = 0; i < p->nworkers; i++)
        if (p->workers[i].pid != 0 && p->workers[i].answers->revents != 0)
            read_in(p, &p->workers[i]);
}

static void begin_to_stop(pool *p)
{
    if (p->stopping)
        return;
    p->stopping = true;
    p->deadline = now_ms() + GRACE_MS;
}

// What it had answered is taken, since that is done, such as a file that has its name.
static void end_worker(pool *p, worker *w)
{
    (void)kill(w->pid, SIGKILL);
    while (w->pid != 0) {
        struct pollfd answers = {.fd = w->from, .events = POLLIN};
        (void)poll(&answers, 1, -1);
        read_in(p, w);
    }
}

static void end_workers(pool *p)
{
    for (size_t i = 0; i < p->nworkers; i++)
        if (p->workers[i].pid != 0)
            end_worker(p, &p->workers[i]);
}

static void run(pool *p)
{
    while (!p->failed) {
        if (p->calls->stop(p->calls->ctx))
            begin_to_stop(p);
        if (!start_missing(p))
            break;
        fill_queues(p);
        wait_for_workers(p);
        hand_on(p, false);
        if (p->stopping && now_ms() >= p->deadline) {
            if (atomic_exchange(p->over, true))
                break;
            p->deadline += LAST_MS;
        }
    }
    end_workers(p);
    hand_on(p, true);
}

void *dgs_pool_share(size_t n)
{
    const int no_file = -1;
    // cppcheck-suppress invalidFunctionArg // it knows no memory without a file
    void *p = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, no_file, 0);
    return p == MAP_FAILED ? NULL : p;
}

void dgs_pool_unshare(void *memory, size_t n)
{
    if (memory != NULL)
        (void)munmap(memory, n);
}

bool dgs_pool_run(const dgs_pool_calls *calls, size_t jobs, dgs_err *err)
{
    pool p = {.calls = calls, .err = err, .nslots = jobs * WINDOW, .nworkers = jobs};
    p.slots = calloc(p.nslots, sizeof *p.slots);
    p.workers = calloc(jobs, sizeof *p.workers);
    p.polled = calloc(2 * jobs, sizeof *p.polled);
    p.over = dgs_pool_share(sizeof *p.over); // all zero: false
    if (p.slots == NULL || p.workers == NULL || p.polled == NULL || p.over == NULL) {
        p.failed = !dgs_fail_memory(err);
    } else {
        for (size_t i = 0; i < jobs; i++)
            p.workers[i].to = p.workers[i].from = -1;
        run(&p);
    }
    for (size_t i = 0; p.slots != NULL && i < p.nslots; i++) {
        dgs_wire_free(&p.slots[i].task);
        dgs_wire_free(&p.slots[i].answer);
    }
    for (size_t i = 0; p.workers != NULL && i < jobs; i++) {
        dgs_wire_free(&p.workers[i].out);
        dgs_wire_free(&p.workers[i].in);
    }
    free(p.slots);
    free(p.workers);
    free(p.polled);
    dgs_pool_unshare(p.over, sizeof *p.over);
    return !p.failed;
}

size_t dgs_pool_cores(void)
{
    cpu_set_t mine;
    if (sched_getaffinity(0, sizeof mine, &mine) == 0 && CPU_COUNT(&mine) > 0)
        return (size_t)CPU_COUNT(&mine);
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : (size_t)cores;
}
