#include "batch/pass.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "host/say.h"

enum {
    GROUP = 256,         // handouts that are made durable together
    FOLDER_ROWS = 1000,  // --split-dirs
    SIGNAL_EVERY = 1024, // rows, where there is no worker to wait for
    FILE_MAX = DGS_FILE_NAME_MAX + 32
};

static const double group_seconds = 1, look_seconds = 0.2;

static void name_file(const dgs_batch *b, const dgs_row *row, char file[FILE_MAX])
{
    char name[DGS_FILE_NAME_MAX + 1];
    dgs_settings in_force = b->maker.defaults;
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        if (row->text[i] != NULL)
            in_force.of[i].text = row->text[i];
    dgs_name_make(&b->name, row->n, &in_force, row->column, name);
    if (b->job->split_dirs)
        (void)snprintf(file, FILE_MAX, "%04llu/%s", (row->n - 1) / FOLDER_ROWS, name);
    else
        (void)snprintf(file, FILE_MAX, "%s", name);
}

static void tell_collision(dgs_batch *b, const dgs_row *row, const char *file, unsigned long long other)
{
    dgs_progress_clear(&b->progress);
    dgs_say(stderr, "dgs-pdf: row %llu: %s:%d: its file would have the name of row %llu's, %s", row->n, b->maker.list,
            row->line, other, file);
    b->collisions++;
}

// Rows without cells to read have no name of their own. When handouts are made all names were taken before, so that one
// which is not this row's is out of another list.
static bool take_name(dgs_batch *b, const dgs_row *row, const char *file, dgs_err *err)
{
    unsigned long long other;
    if (b->names == NULL || row->fault[0] != '\0')
        return true;
    if (!dgs_names_take(b->names, file, row->n, &other, err))
        return false;
    if (b->pass == DGS_PASS_MAKE)
        b->changed |= other != row->n;
    else if (other != 0)
        tell_collision(b, row, file, other);
    return true;
}

// The next row of the shard, and its file's name.
static dgs_pool_next find_row(dgs_batch *b, dgs_row *row, char file[FILE_MAX], dgs_err *err)
{
    for (;;) {
        dgs_rows_got got = dgs_rows_next(b->rows, row, err);
        b->changed |= dgs_rows_changed(b->rows);
        if (b->changed || got == DGS_ROWS_END)
            return DGS_POOL_END;
        if (got == DGS_ROWS_FAILED)
            return DGS_POOL_FAILED;
        b->counts.listed++;
        bool mine = dgs_shard_has(&b->shard, row->n);
        if (!mine && (b->names == NULL || b->pass == DGS_PASS_MAKE))
            continue;
        name_file(b, row, file);
        if (!take_name(b, row, file, err))
            return DGS_POOL_FAILED;
        if (b->changed)
            return DGS_POOL_END;
        if (mine)
            break;
    }
    b->counts.rows++;
    return DGS_POOL_TASK;
}

static dgs_pool_next next(void *ctx, dgs_wire *to, dgs_err *err)
{
    dgs_batch *b = ctx;
    dgs_row row;
    char file[FILE_MAX];
    dgs_pool_next got = find_row(b, &row, file, err);
    if (got != DGS_POOL_TASK)
        return got;
    const dgs_entry *known = NULL;
    if (b->pass == DGS_PASS_MAKE && b->job->resume && !dgs_manifest_known(&b->manifest, row.n, &known, err))
        return DGS_POOL_FAILED;
    dgs_task task = {.row = row.n, .line = row.line, .file = file, .fault = row.fault[0] == '\0' ? NULL : row.fault};
    if (!row.broken)
        memcpy(task.text, row.text, sizeof task.text);
    if (known != NULL && known->sha256 != NULL && strcmp(known->file, file) == 0) {
        task.sha256 = known->sha256;
        task.inputs = known->inputs;
        task.known = known->line;
    }
    dgs_task_put(&task, to);
    return DGS_POOL_TASK;
}

// Fonts that lacked memory once cannot be used again in the same process.
static bool work(void *ctx, dgs_str task, dgs_wire *answer)
{
    dgs_batch *b = ctx;
    dgs_maker_work(&b->maker, task, answer);
    return dgs_text_usable();
}

static bool print_lines(dgs_batch *b, dgs_str lines, dgs_err *err)
{
    if (!b->job->json)
        return true;
    dgs_say_json(stdout, lines);
    return dgs_say_flush(true, err);
}

// Handouts first, then what the manifest says of them.
static bool flush(dgs_batch *b, dgs_err *err)
{
    dgs_str lines = {b->lines.p, b->lines.n};
    if (b->nlines == 0)
        return true;
    if ((b->fresh && !dgs_save_settle(&b->maker.out, err)) ||
        !dgs_manifest_add(&b->manifest, lines, b->last_line, err) || !print_lines(b, lines, err))
        return false;
    dgs_wire_clear(&b->lines);
    b->nlines = 0;
    b->fresh = false;
    return true;
}

static bool write_down(dgs_batch *b, unsigned long long row, const dgs_answer *answer, dgs_err *err)
{
    dgs_str line = dgs_str_of(answer->line);
    if (answer->line == NULL)
        return dgs_fail_memory(err);
    if (b->pass == DGS_PASS_CHECK)
        return !b->job->dry_run || print_lines(b, line, err);
    if (b->nlines == 0)
        b->lines_since = dgs_progress_seconds(&b->progress);
    dgs_wire_add(&b->lines, line.p, line.n);
    if (b->lines.failed)
        return dgs_fail_memory(err);
    b->nlines++;
    b->last_line = row;
    b->fresh |= answer->state == DGS_ROW_GOOD;
    return b->nlines < GROUP || flush(b, err);
}

// Whether the row was told to be bad before; from now on it was.
static bool was_told(dgs_batch *b, unsigned long long row)
{
    size_t at = (size_t)(row / 8);
    unsigned char bit = (unsigned char)(1u << row % 8);
    if (at >= b->told_n) {
        size_t n = at * 2 + 64;
        unsigned char *more = realloc(b->told, n);
        if (more == NULL)
            return false; // told twice at worst
        memset(more + b->told_n, 0, n - b->told_n);
        b->told = more;
        b->told_n = n;
    }
    bool before = (b->told[at] & bit) != 0;
    b->told[at] |= bit;
    return before;
}

static void tell(dgs_batch *b, unsigned long long row, const char *message)
{
    if (was_told(b, row))
        return;
    dgs_progress_clear(&b->progress);
    for (const char *s = message == NULL ? "failed" : message; *s != '\0'; s += *s == '\n') {
        size_t n = strcspn(s, "\n");
        dgs_say(stderr, "dgs-pdf: row %llu: %.*s", row, (int)n, s);
        s += n;
    }
}

static bool has_warning(const dgs_answer *answer)
{
    for (size_t i = 0; i < answer->nnotes; i++)
        if (answer->notes[i].level == DGS_NOTE_WARNING)
            return true;
    return false;
}

static void count(dgs_batch *b, const dgs_answer *answer)
{
    const dgs_batch_job *job = b->job;
    b->counts.made += answer->state == DGS_ROW_GOOD;
    b->counts.kept += answer->state == DGS_ROW_KEPT;
    b->counts.warned += has_warning(answer);
    b->counts.bad += answer->state == DGS_ROW_BAD;
    b->counts.temporary += answer->state == DGS_ROW_BAD && (answer->code == DGS_ERR_TEMPORARY || answer->stop);
    bool too_many = b->pass == DGS_PASS_MAKE && !job->any_errors && b->counts.bad > job->max_errors;
    b->stopping |= answer->stop || too_many;
}

// The answer that a dead worker did not give.
static bool answer_for_dead(dgs_batch *b, const dgs_task *task, const char *died, bool passing, dgs_answer *out,
                            dgs_err *err)
{
    dgs_buf message = {.arena = b->maker.arena};
    dgs_arena_reset(b->maker.arena);
    dgs_buf_addf(&message, "%s:%d: the worker process %s at this row", b->maker.list, task->line, died);
    if (message.failed)
        return dgs_fail_memory(err);
    *out = (dgs_answer){.state = DGS_ROW_BAD, .code = passing ? DGS_ERR_TEMPORARY : DGS_ERR_SOFTWARE};
    out->message = message.p;
    out->line = dgs_manifest_failed_line(task->row, task->file, message.p, (int)out->code, b->maker.arena);
    dgs_save_clean(&b->maker.out); // what it was writing
    return out->line != NULL || dgs_fail_memory(err);
}

static bool done(void *ctx, dgs_str bytes, dgs_str answered, const char *died, bool passing, dgs_err *err)
{
    dgs_batch *b = ctx;
    dgs_task task;
    dgs_answer answer = {0};
    dgs_task_take(bytes, &task);
    if (died == NULL)
        dgs_answer_take(answered, &answer);
    else if (!answer_for_dead(b, &task, died, passing, &answer, err))
        return false;
    if (answer.state == DGS_ROW_BAD)
        tell(b, task.row, answer.message);
    count(b, &answer);
    for (size_t i = 0; i < answer.nnotes; i++)
        if (answer.notes[i].level != DGS_NOTE_TINT) // too many to be told: the manifest has them
            dgs_tally_add(&b->tally, task.row, &answer.notes[i]);
    b->progress.passed += answer.state == DGS_ROW_KEPT;
    dgs_progress_show(&b->progress, b->counts.made + b->counts.kept + b->counts.bad);
    return write_down(b, task.row, &answer, err);
}

// Nothing more is made of a list that is not the one that was checked.
static void look_at_list(dgs_batch *b, double seconds)
{
    if (seconds < b->next_look)
        return;
    b->next_look = seconds + look_seconds;
    b->changed |= !dgs_rows_precheck(b->rows);
}

static bool stop(void *ctx)
{
    dgs_batch *b = ctx;
    const struct timespec at_once = {0, 0};
    double seconds = dgs_progress_seconds(&b->progress);
    int got = sigtimedwait(&b->signals, NULL, &at_once);
    if (got > 0 && b->signal == 0)
        b->signal = got;
    look_at_list(b, seconds);
    b->stopping |= b->changed;
    bool due = b->nlines > 0 && seconds - b->lines_since >= group_seconds;
    if (due && b->flush_err.kind == DGS_OK && !flush(b, &b->flush_err))
        b->stopping = true;
    return b->stopping || b->signal != 0;
}

// In a worker.
static dgs_err_kind begin(void *ctx)
{
    dgs_batch *b = ctx;
    dgs_err err = {0};
    if (b->pass == DGS_PASS_MAKE)
        dgs_save_log_leave(&b->manifest.log);
    if (b->guard->composer == NULL ||
        b->guard->composer(b->guard->ctx, &b->maker.defaults, b->pass == DGS_PASS_MAKE ? &b->maker.out : NULL, &err))
        return DGS_OK;
    dgs_say(stderr, "dgs-pdf: %s", err.message);
    return err.kind;
}

static bool look_at_names(dgs_batch *b, dgs_err *err)
{
    dgs_row row;
    char file[FILE_MAX];
    dgs_pool_next got;
    while ((got = find_row(b, &row, file, err)) == DGS_POOL_TASK)
        if (b->counts.rows % SIGNAL_EVERY == 0 && stop(b))
            return true;
    return got == DGS_POOL_END;
}

bool dgs_pass_run(dgs_batch *batch, dgs_pass_kind pass, size_t jobs, unsigned long long expected, dgs_err *err)
{
    const dgs_pool_calls calls = {batch, next, work, done, stop, begin};
    batch->pass = pass;
    batch->counts = (dgs_pass_counts){0};
    batch->maker.check_only = pass == DGS_PASS_CHECK;
    dgs_progress_begin(&batch->progress, batch->job->quiet ? NULL : stderr, pass == DGS_PASS_MAKE ? "made" : "checked",
                       expected);
    batch->next_look = 0;
    bool begun = dgs_rows_begin(batch->rows, err);
    bool ok = begun && (pass == DGS_PASS_NAMES ? look_at_names(batch, err) : dgs_pool_run(&calls, jobs, err));
    batch->changed |= !dgs_rows_precheck(batch->rows);
    if (!begun && batch->changed) { // what is wrong with the other heading is not what is to be told
        *err = (dgs_err){0};
        ok = true;
    }
    if (batch->flush_err.kind != DGS_OK) {
        *err = batch->flush_err;
        ok = false;
    }
    ok = ok && (pass != DGS_PASS_MAKE || flush(batch, err));
    dgs_progress_clear(&batch->progress);
    return ok;
}
