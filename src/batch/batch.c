#include "batch/batch.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/pass.h"
#include "host/engine.h"
#include "host/say.h"
#include "profile/profile.h"

// Of logos, decoded. A drawn one has 1 to 2 MB, a photo's file some hundred KB; what finds no room is read by each
// worker for itself, as where there is no memory to share.
enum { LOGOS_SHARED = 64 * 1024 * 1024 };

static bool prepare(dgs_batch *b, dgs_err *err)
{
    const dgs_batch_job *job = b->job;
    dgs_maker *m = &b->maker;
    m->job = job;
    m->guard = b->guard;
    m->order = b->order;
    m->defaults = *b->order->settings;
    m->list = job->list;
    m->arena = dgs_arena_new(DGS_MEMORY_MAX);
    if (m->arena == NULL)
        return dgs_fail_memory(err);
    if (!b->name.unique && (b->names = dgs_names_new(err)) == NULL)
        return false;
    m->text = dgs_host_text(err);
    m->cache = dgs_cache_new(err);
    return m->text != NULL && m->cache != NULL && dgs_inputs_common(job, b->order, m->arena, m->common, err) &&
           dgs_maker_warm(m, err);
}

// One descriptor for all passes: whatever takes the list's name meanwhile, these are the rows that were checked.
static bool open_list(dgs_batch *b, dgs_err *err)
{
    const dgs_rows_how how = {b->job->encoding, b->job->sheet, b->name.columns, b->name.ncolumns};
    b->rows = dgs_rows_open(b->maker.list, &how, err);
    if (b->rows == NULL)
        return false;
    b->maker.named = !dgs_rows_nameless(b->rows);
    const char *delimiter = dgs_rows_delimiter(b->rows), *sheet = dgs_rows_sheet(b->rows);
    if (delimiter != NULL && !b->job->quiet)
        dgs_say(stderr, "dgs-pdf: %s: its cells are separated by %s", b->maker.list, delimiter);
    if (!b->maker.named && b->maker.defaults.of[DGS_SETTING_NAME].text == NULL && !b->job->quiet)
        dgs_say(stderr,
                "dgs-pdf: notice: %s: no column has the practice's name, so the handouts have no name: call the column "
                "\"name\"",
                b->maker.list);
    if (dgs_rows_heading_line(b->rows) > 0 && !b->job->quiet)
        dgs_say(stderr, "dgs-pdf: notice: %s: the columns are named in line %d: the lines above it are not used",
                b->maker.list, dgs_rows_heading_line(b->rows));
    if (sheet != NULL && b->job->sheet == NULL && !b->job->quiet)
        dgs_say(stderr, "dgs-pdf: %s: reading the sheet '%s': use --sheet for another one", b->maker.list, sheet);
    return true;
}

// The workers of both passes work on the same list, and those that write read the same strangers' logos themselves:
// what they take from each other gives no right to anyone.
static void share_logos(dgs_batch *b)
{
    if (!dgs_rows_may_have(b->rows, DGS_SETTING_LOGO) || (b->logos = dgs_pool_share(LOGOS_SHARED)) == NULL)
        return;
    dgs_cache_share(b->maker.cache, b->logos, LOGOS_SHARED);
}

// Columns are known from the first line on, the keys of objects when all of them were read.
static void tell_unused(const dgs_batch *b)
{
    char names[DGS_ROWS_UNUSED_MAX];
    if (b->rows != NULL && !b->job->quiet && dgs_rows_unused(b->rows, names))
        dgs_say(
            stderr,
            "dgs-pdf: notice: %s: not used, since no key of a profile has this name (dgs-pdf init shows the keys): %s",
            b->maker.list, names);
}

// The pass that writes nothing: bad rows, names that collide. *rows becomes their number, 0 where nobody counted.
static bool precheck(dgs_batch *b, size_t jobs, unsigned long long *rows, dgs_err *err)
{
    const dgs_batch_job *job = b->job;
    bool check = !job->no_precheck || b->job->dry_run;
    if ((check || b->names != NULL) && !dgs_pass_run(b, check ? DGS_PASS_CHECK : DGS_PASS_NAMES, jobs, 0, err))
        return false;
    *rows = b->counts.rows;
    if (b->signal != 0)
        return true;
    if (b->changed)
        return dgs_fail(err, DGS_ERR_TEMPORARY,
                        "%s: the list changed during the check, and nothing was written: run it again", b->maker.list);
    if (b->collisions > 0)
        return dgs_fail(
            err, DGS_ERR_DATA,
            "%s: %llu row%s would overwrite other rows' files: put {n} into --file-name; nothing was written",
            b->maker.list, b->collisions, b->collisions == 1 ? "" : "s");
    if (check && b->counts.listed == 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s: has no rows: add a line for each practice", b->maker.list);
    if (!job->any_errors && b->counts.bad > job->max_errors)
        return dgs_fail(err, DGS_ERR_DATA,
                        "%s: %llu row%s bad, more than --max-errors: correct them, or raise it; nothing was written",
                        b->maker.list, b->counts.bad, b->counts.bad == 1 ? " is" : "s are");
    return true;
}

// Workers read content when they first want it. Where it changed, the manifest tells the old inputs of what was made
// meanwhile, so that --resume makes that again.
static bool content_stayed(dgs_batch *b)
{
    char now[DGS_SHA256_HEX + 1];
    dgs_err unread = {0};
    dgs_maker *m = &b->maker;
    if (b->job->content_dir == NULL)
        return true;
    dgs_arena_reset(m->arena);
    return dgs_inputs_common(b->job, b->order, m->arena, now, &unread) && strcmp(now, m->common) == 0;
}

static void tell_unread(const dgs_batch *b)
{
    unsigned long long n = b->manifest.passed_over;
    if (n > 0 && !b->job->quiet)
        dgs_say(stderr,
                "dgs-pdf: %s: %llu line%s of the manifest cannot be read, as after a full disk or a power cut: %s will "
                "be made again",
                b->job->out_dir, n, n == 1 ? "" : "s", n == 1 ? "its row" : "their rows");
}

static bool make_all(dgs_batch *b, size_t jobs, unsigned long long rows, dgs_arena *arena, dgs_err *err)
{
    char name[80];
    dgs_folder *folder = &b->maker.out;
    dgs_shard_manifest(&b->shard, name);
    if (!dgs_save_folder(b->place, b->job->out_dir, folder, err) ||
        (b->guard->folder != NULL && !b->guard->folder(b->guard->ctx, folder, err)))
        return false;
    dgs_save_clean(folder);
    if (!dgs_manifest_begin(&b->manifest, folder, name, b->job->resume, arena, err))
        return false;
    tell_unread(b);
    bool ok = dgs_pass_run(b, DGS_PASS_MAKE, jobs, rows, err);
    b->content_changed = ok && !content_stayed(b);
    bool stopped = b->signal != 0 || b->stopping || b->changed;
    dgs_save_clean(folder); // of workers that were ended
    return dgs_manifest_end(&b->manifest,
                            !ok       ? DGS_MANIFEST_FAILED
                            : stopped ? DGS_MANIFEST_STOPPED
                                      : DGS_MANIFEST_COMPLETE,
                            err) &&
           ok;
}

// A log without words is one where all is well; what was kept is told there too.
static void sum_up(const dgs_batch *b)
{
    const dgs_pass_counts *c = &b->counts;
    char kept[40], warned[40], rate[40] = "";
    double seconds = dgs_progress_seconds(&b->progress);
    if (b->job->quiet || (c->kept == 0 && !isatty(STDERR_FILENO)))
        return;
    (void)snprintf(kept, sizeof kept, ", %llu kept", c->kept);
    (void)snprintf(warned, sizeof warned, ", %llu with warnings", c->warned);
    if (c->made > 0 && seconds > 0)
        (void)snprintf(rate, sizeof rate, " (%.0f a second)", (double)c->made / seconds);
    dgs_say(stderr, "%s: %llu handout%s made%s%s, in %.1f s%s", b->job->out_dir, c->made, c->made == 1 ? "" : "s",
            c->kept > 0 ? kept : "", c->warned > 0 ? warned : "", seconds, rate);
}

// Where no row was made there is nothing to continue.
static bool fail_bad(const dgs_batch *b, dgs_err *err)
{
    const dgs_pass_counts *c = &b->counts;
    bool more = !b->job->dry_run && c->made + c->kept > 0;
    return dgs_fail(err, DGS_ERR_ROWS, "%s: %llu of %llu row%s %s bad: correct %s%s", b->maker.list, c->bad, c->rows,
                    c->rows == 1 ? "" : "s", c->bad == 1 ? "is" : "are", c->bad == 1 ? "it" : "them",
                    more ? ", and continue with --resume" : "");
}

// Handouts of rows that were renamed, removed or have become bad stay, and would be delivered with the others. Shards
// know only their own.
static void tell_others(const dgs_batch *b)
{
    const dgs_pass_counts *c = &b->counts;
    if (b->job->quiet || b->job->split_dirs || b->shard.count > 1 || b->signal != 0 || b->stopping || b->changed)
        return;
    size_t files = dgs_save_count(&b->maker.out, ".pdf");
    if (files > c->made + c->kept)
        dgs_say(stderr,
                "dgs-pdf: notice: %s: also has %llu PDF file%s that this run did not make: deliver only the files that "
                "manifest.jsonl lists",
                b->job->out_dir, files - (c->made + c->kept), files - (c->made + c->kept) == 1 ? "" : "s");
}

// What the whole comes to, where nothing else failed.
static bool conclude(const dgs_batch *b, dgs_err *err)
{
    const dgs_pass_counts *c = &b->counts;
    const char *list = b->maker.list, *plural = c->bad == 1 ? "" : "s";
    if (b->signal != 0)
        return dgs_fail(err, b->signal == SIGINT ? DGS_ERR_INTERRUPTED : DGS_ERR_TERMINATED,
                        "%s: stopped by a signal: continue with --resume", list);
    if (b->changed)
        return dgs_fail(err, DGS_ERR_TEMPORARY,
                        "%s: the list changed while the batch was running, and nothing was made after %llu row%s: "
                        "continue with --resume",
                        list, c->rows, c->rows == 1 ? "" : "s");
    if (b->content_changed)
        return dgs_fail(err, DGS_ERR_TEMPORARY,
                        "%s: the content changed while the batch was running: continue with --resume, which makes the "
                        "affected handouts again",
                        b->job->content_dir);
    if (c->temporary > 0)
        return dgs_fail(err, DGS_ERR_TEMPORARY,
                        "%s: %llu row%s failed, for reasons that may be temporary: try again with --resume", list,
                        c->bad, plural);
    return c->bad == 0 || fail_bad(b, err);
}

static bool run(dgs_batch *b, dgs_arena *arena, dgs_err *err)
{
    unsigned long long rows = 0;
    size_t jobs = b->job->jobs == 0 ? dgs_pool_cores() : b->job->jobs;
    if (!prepare(b, err) || !open_list(b, err))
        return false;
    share_logos(b);
    if (!precheck(b, jobs, &rows, err))
        return false;
    if (b->signal == 0 && !b->job->dry_run) {
        if (!make_all(b, jobs, rows, arena, err))
            return false;
        sum_up(b);
        tell_others(b);
    } else if (b->signal == 0 && !b->job->quiet) {
        dgs_say(stderr, "%s: %llu good row%s, %llu bad; nothing was written", b->maker.list, b->counts.made,
                b->counts.made == 1 ? "" : "s", b->counts.bad);
    }
    return conclude(b, err);
}

// Signals are taken when there is time for them, so none of them can cut a line of the manifest.
bool dgs_batch_run(const dgs_batch_job *job, const dgs_order *order, const dgs_place *place, const dgs_guard *guard,
                   dgs_arena *arena, dgs_err *err)
{
    dgs_batch b = {.job = job, .order = order, .place = place, .guard = guard, .maker.out.fd = -1};
    sigset_t before;
    if (!dgs_name_read(job->name == NULL ? DGS_NAME_TEMPLATE : job->name, &b.name, err) ||
        !dgs_shard_find(job, &b.shard, err))
        return false;
    (void)sigemptyset(&b.signals);
    (void)sigaddset(&b.signals, SIGTERM);
    (void)sigaddset(&b.signals, SIGINT);
    (void)sigprocmask(SIG_BLOCK, &b.signals, &before);
    bool ok = run(&b, arena, err);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    tell_unused(&b);
    if (!job->quiet)
        dgs_tally_say(&b.tally, b.maker.list);
    dgs_tally_free(&b.tally);
    dgs_wire_free(&b.lines);
    dgs_rows_close(b.rows);
    dgs_names_free(b.names);
    dgs_inputs_logos_free(&b.maker.logos);
    dgs_cache_free(b.maker.cache);
    dgs_pool_unshare(b.logos, LOGOS_SHARED);
    dgs_text_free(b.maker.text);
    dgs_save_folder_leave(&b.maker.out);
    dgs_arena_free(b.maker.arena);
    free(b.told);
    return ok;
}
