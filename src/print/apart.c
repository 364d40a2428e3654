// For closefrom(), which POSIX has not.
#define _GNU_SOURCE
#include "print/apart.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { READ_END = 0, WRITE_END = 1, ANSWER = STDERR_FILENO + 1, ANSWER_MAX = 512 * 1024 * 1024 };

void dgs_composed_put(const dgs_composed *work, const dgs_err *err, dgs_wire *to)
{
    dgs_wire_number(to, (uint64_t)err->kind);
    if (err->kind != DGS_OK) {
        dgs_wire_text(to, err->message);
        return;
    }
    const dgs_sheets *sheets = &work->sheets;
    dgs_wire_number(to, (uint64_t)sheets->paper);
    dgs_wire_number(to, (uint64_t)sheets->ink);
    dgs_wire_number(to, sheets->booklet);
    dgs_wire_number(to, sheets->npages);
    dgs_wire_add(to, &sheets->unused, sizeof sheets->unused);
    dgs_wire_number(to, work->report.nnotes);
    for (size_t i = 0; i < work->report.nnotes; i++) {
        dgs_wire_number(to, (uint64_t)work->report.notes[i].level);
        dgs_wire_text(to, work->report.notes[i].sentence);
    }
    dgs_wire_number(to, work->pdf.n);
    dgs_wire_add(to, work->pdf.p, work->pdf.n);
}

static bool no_answer(dgs_err *err)
{
    return dgs_fail(
        err, DGS_ERR_SOFTWARE,
        "the process that composes the handout gave no complete answer: nothing is printed, so report this error");
}

static bool take_failure(uint64_t kind, dgs_str from, dgs_err *err)
{
    enum { CODE_MAX = 255 };
    const char *message = dgs_wire_take_text(&from);
    return message != NULL && kind <= CODE_MAX ? dgs_fail(err, (dgs_err_kind)kind, "%s", message) : no_answer(err);
}

static bool take_margins(dgs_str *from, dgs_margins *out)
{
    if (from->n < sizeof *out)
        return false;
    memcpy(out, from->p, sizeof *out);
    *from = (dgs_str){from->p + sizeof *out, from->n - sizeof *out};
    return isfinite(out->top) && isfinite(out->right) && isfinite(out->bottom) && isfinite(out->left);
}

static bool take_notes(dgs_str *from, dgs_report *report, dgs_err *err)
{
    for (uint64_t n = dgs_wire_take_number(from); n > 0; n--) {
        uint64_t level = dgs_wire_take_number(from);
        const char *sentence = dgs_wire_take_text(from);
        if (sentence == NULL || level > DGS_NOTE_WARNING)
            return no_answer(err);
        if (!dgs_report_note(report, err, (dgs_note_level)level, "%s", sentence))
            return false;
    }
    return true;
}

static bool take_pdf(dgs_str *from, dgs_arena *arena, dgs_str *out, dgs_err *err)
{
    uint64_t n = dgs_wire_take_number(from);
    if (n == 0 || n != from->n)
        return no_answer(err);
    char *copy = dgs_arena_alloc(arena, from->n);
    if (copy == NULL)
        return dgs_fail_memory(err);
    memcpy(copy, from->p, from->n);
    *out = (dgs_str){copy, from->n};
    return true;
}

bool dgs_composed_take(dgs_str from, const dgs_print_job *job, dgs_arena *arena, dgs_composed *out, dgs_err *err)
{
    if (from.n < sizeof(uint64_t))
        return no_answer(err);
    uint64_t kind = dgs_wire_take_number(&from);
    if (kind != DGS_OK)
        return take_failure(kind, from, err);
    uint64_t paper = dgs_wire_take_number(&from), ink = dgs_wire_take_number(&from);
    *out = (dgs_composed){.report = {.arena = arena}};
    out->sheets.booklet = dgs_wire_take_number(&from) != 0;
    out->sheets.npages = dgs_wire_take_number(&from);
    if (paper >= DGS_PAPERS || ink > DGS_INK_SAVER || out->sheets.npages == 0 ||
        !take_margins(&from, &out->sheets.unused))
        return no_answer(err);
    out->sheets.paper = (dgs_paper)paper;
    out->sheets.ink = (dgs_ink)ink;
    out->sheets.test_page = job->test_page;
    out->sheets.copies = dgs_compose_copies(job);
    return take_notes(&from, &out->report, err) && take_pdf(&from, arena, &out->pdf, err);
}

// What this process has of the connection goes first of all; then only the pipe leads out of it.
static _Noreturn void be_composer(int pipe_end, const dgs_print_job *job, const dgs_order *order,
                                  const dgs_guard *guard, const dgs_printer *printer, dgs_arena *arena)
{
    dgs_composed work = {0};
    dgs_err err = {0};
    dgs_wire answer = {0};
    if (dup2(pipe_end, ANSWER) != ANSWER)
        _exit(DGS_ERR_TEMPORARY);
    closefrom(ANSWER + 1);
    (void)((guard->composer == NULL || guard->composer(guard->ctx, order->settings, NULL, &err)) &&
           dgs_compose(job, order, printer, arena, &work, &err));
    dgs_composed_put(&work, &err, &answer);
    for (size_t sent = 0; !answer.failed && sent < answer.n;) {
        ssize_t put = write(ANSWER, answer.p + sent, answer.n - sent);
        if (put < 0 && errno != EINTR)
            _exit(DGS_ERR_TEMPORARY);
        sent += put < 0 ? 0 : (size_t)put;
    }
    _exit(answer.failed ? DGS_ERR_MEMORY : 0);
}

static bool read_answer(int from, dgs_wire *answer, dgs_err *err)
{
    char chunk[64 * 1024];
    ssize_t got;
    while ((got = read(from, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return dgs_fail(err, DGS_ERR_IO, "the composed handout cannot be read (%s): try again", strerror(errno));
        dgs_wire_add(answer, chunk, (size_t)got);
        if (answer->failed)
            return dgs_fail_memory(err);
        if (answer->n > ANSWER_MAX)
            return no_answer(err);
    }
    return true;
}

// How it ended tells more than what it could still say.
static bool ended_well(pid_t pid, dgs_err *err)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return true; // nobody to ask; the answer tells
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        return dgs_fail(err, DGS_ERR_TEMPORARY,
                        "the process that composes the handout was killed: close other programs and try again");
    if (WIFSIGNALED(status))
        return dgs_fail(
            err, DGS_ERR_SOFTWARE,
            "the process that composes the handout ended by signal %d: nothing is printed, so report this error",
            WTERMSIG(status));
    if (WEXITSTATUS(status) == DGS_ERR_MEMORY)
        return dgs_fail_memory(err);
    return true;
}

bool dgs_compose_apart(const dgs_print_job *job, const dgs_order *order, const dgs_guard *guard,
                       const dgs_printer *printer, dgs_arena *arena, dgs_composed *out, dgs_err *err)
{
    int ends[2];
    dgs_wire answer = {0};
    if (pipe(ends) != 0)
        return dgs_fail(err, DGS_ERR_TEMPORARY, "cannot open a pipe (%s): close other programs and try again",
                        strerror(errno));
    pid_t pid = fork();
    if (pid == 0)
        be_composer(ends[WRITE_END], job, order, guard, printer, arena);
    int why = errno;
    (void)close(ends[WRITE_END]);
    bool ok = pid > 0 || dgs_fail(err, DGS_ERR_TEMPORARY,
                                  "cannot start a process (%s): close other programs and try again", strerror(why));
    ok = ok && read_answer(ends[READ_END], &answer, err);
    (void)close(ends[READ_END]); // whoever still writes then ends
    ok = (pid <= 0 || ended_well(pid, err)) && ok;
    ok = ok && dgs_composed_take((dgs_str){answer.p, answer.n}, job, arena, out, err);
    dgs_wire_free(&answer);
    return ok;
}
