// Many manifests -> one.
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "base/utf8.h"
#include "batch/batch.h"
#include "batch/manifest.h"
#include "batch/name.h"
#include "host/say.h"
#include "save/many.h"
#include "save/save.h"

enum { AT_ONCE = 64 * 1024, TOLD_MAX = 20, SHARDS_MAX = 100000 };

typedef struct source { // a manifest
    const char *path;
    unsigned long shard, shards; // of its name; 0 shards = none
    dgs_manifest_reader *reader;
    const dgs_entry *entry; // NULL at its end
} source;

typedef struct merge {
    dgs_arena *arena;
    source *sources;
    size_t n, cap;
    dgs_names *files;
    unsigned long long row, rows, missing, failed, twice, unread; // unread: lines
    size_t told, contradictions, shards_missing;
    bool to_stdout;
} merge;

static bool add_source(merge *m, const char *path, dgs_err *err)
{
    const char *name = dgs_path_name(path);
    char *copy = dgs_str_copy(m->arena, dgs_str_of(path));
    source *s = DGS_PUSH(m->arena, m->sources, m->n, m->cap);
    if (copy == NULL || s == NULL)
        return dgs_fail_memory(err);
    s->path = copy;
    char *end = NULL;
    if (strncmp(name, "manifest-", 9) == 0)
        s->shard = strtoul(name + 9, &end, 10);
    if (end != NULL && strncmp(end, "-of-", 4) == 0)
        s->shards = strtoul(end + 4, NULL, 10);
    s->reader = dgs_manifest_open(copy, err);
    if (s->reader == NULL || !dgs_manifest_next(s->reader, &s->entry, err))
        return false;
    if (s->entry != NULL || dgs_manifest_passed_over(s->reader) == 0)
        return true;
    return dgs_fail(err, DGS_ERR_DATA, "%s: none of its lines is from a manifest: name one that dgs-pdf wrote", copy);
}

static bool is_manifest(const char *name)
{
    size_t n = strlen(name);
    return strncmp(name, "manifest", 8) == 0 && n > 14 && strcmp(name + n - 6, ".jsonl") == 0 && name[8] == '-';
}

// The manifests of a folder's shards; where there are none, that of the whole.
static bool add_folder(merge *m, const char *folder, dgs_err *err)
{
    size_t before = m->n;
    bool ok = true;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return dgs_fail(err, DGS_ERR_NOINPUT, "%s: cannot open the folder (%s): %s", folder, strerror(errno),
                        dgs_fail_advice(errno));
    char path[PATH_MAX];
    for (struct dirent *entry; ok && (entry = readdir(dir)) != NULL;)
        if (is_manifest(entry->d_name) && snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < PATH_MAX)
            ok = add_source(m, path, err);
    (void)closedir(dir);
    if (!ok || m->n > before)
        return ok;
    if (snprintf(path, sizeof path, "%s/manifest.jsonl", folder) < PATH_MAX && access(path, F_OK) == 0)
        return add_source(m, path, err);
    return dgs_fail(err, DGS_ERR_NOINPUT, "%s: has no manifest: name a folder that dgs-pdf batch wrote to", folder);
}

static bool open_all(merge *m, const dgs_batch_job *job, dgs_err *err)
{
    for (size_t i = 0; i < job->nmerge; i++) {
        struct stat st;
        const char *path = job->merge[i];
        bool folder = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
        if (folder ? !add_folder(m, path, err) : !add_source(m, path, err))
            return false;
    }
    return true;
}

static bool may_tell(merge *m)
{
    if (m->told == TOLD_MAX)
        dgs_say(stderr, "dgs-pdf: and more like these");
    return m->told++ < TOLD_MAX;
}

// A manifest of three shards tells that there must be two more.
static void find_shards(merge *m)
{
    unsigned long shards = 0;
    for (size_t i = 0; i < m->n; i++)
        shards = m->sources[i].shards > shards ? m->sources[i].shards : shards;
    for (unsigned long shard = 0; shard < shards && shards <= SHARDS_MAX; shard++) {
        bool there = false;
        for (size_t i = 0; i < m->n; i++)
            there |= m->sources[i].shards != shards || m->sources[i].shard == shard;
        if (there)
            continue;
        m->shards_missing++;
        if (may_tell(m))
            dgs_say(stderr, "dgs-pdf: the manifest of shard %lu of %lu is missing", shard, shards);
    }
}

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

// Two lines for one row: which of them counts.
static const source *choose(merge *m, const source *a, const source *b)
{
    if (a->entry->sha256 == NULL || b->entry->sha256 == NULL)
        return a->entry->sha256 == NULL ? b : a;
    m->twice++;
    if (same(a->entry->sha256, b->entry->sha256) && same(a->entry->inputs, b->entry->inputs) &&
        same(a->entry->file, b->entry->file))
        return a;
    m->contradictions++;
    if (may_tell(m))
        dgs_say(stderr, "dgs-pdf: row %llu: %s and %s contradict each other: make the row again with --resume",
                a->entry->row, a->path, b->path);
    return a;
}

// The line of the next row, out of all manifests; NULL at their end.
static const source *find_next(merge *m)
{
    const source *best = NULL;
    for (size_t i = 0; i < m->n; i++) {
        const source *s = &m->sources[i];
        if (s->entry == NULL)
            continue;
        if (best == NULL || s->entry->row < best->entry->row)
            best = s;
        else if (s->entry->row == best->entry->row)
            best = choose(m, best, s);
    }
    return best;
}

static bool pass_row(merge *m, unsigned long long row, dgs_err *err)
{
    for (source *s = m->sources; s < m->sources + m->n; s++)
        if (s->entry != NULL && s->entry->row == row && !dgs_manifest_next(s->reader, &s->entry, err))
            return false;
    return true;
}

static void find_gap(merge *m, unsigned long long row)
{
    unsigned long long first = m->row + 1;
    m->row = row;
    if (row <= first)
        return;
    m->missing += row - first;
    if (!may_tell(m))
        return;
    if (row - first == 1)
        dgs_say(stderr, "dgs-pdf: row %llu is missing", first);
    else
        dgs_say(stderr, "dgs-pdf: rows %llu to %llu are missing", first, row - 1);
}

static bool check_file(merge *m, const dgs_entry *entry, dgs_err *err)
{
    unsigned long long other;
    if (entry->sha256 == NULL) {
        m->failed++;
        return true;
    }
    if (!dgs_names_take(m->files, entry->file, entry->row, &other, err))
        return false;
    if (other == 0)
        return true;
    m->contradictions++;
    if (may_tell(m))
        dgs_say(stderr, "dgs-pdf: row %llu: its file %s is also that of row %llu", entry->row, entry->file, other);
    return true;
}

// At the end of all of them.
static bool count_unread(merge *m, dgs_err *err)
{
    for (const source *s = m->sources; s < m->sources + m->n; s++) {
        unsigned long long n = dgs_manifest_passed_over(s->reader);
        m->unread += n;
        if (n > 0 && may_tell(m))
            dgs_say(stderr, "dgs-pdf: %s: %llu line%s cannot be read: damaged, cut off, or not in the order of rows",
                    s->path, n, n == 1 ? "" : "s");
    }
    return m->rows > 0 ||
           dgs_fail(err, DGS_ERR_DATA, "the manifests have no rows: name those of a batch that made some");
}

// Looks at all rows, in their order.
static bool precheck(merge *m, dgs_err *err)
{
    for (const source *s; (s = find_next(m)) != NULL; m->rows++) {
        unsigned long long row = s->entry->row;
        find_gap(m, row);
        if (!check_file(m, s->entry, err) || !pass_row(m, row, err))
            return false;
    }
    return count_unread(m, err);
}

// To standard output, which may be a terminal.
static bool say(dgs_str lines, dgs_err *err)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    if (to != NULL)
        dgs_say_json(to, lines);
    bool ok = (to != NULL && ferror(to) == 0) || dgs_fail_memory(err);
    if (to != NULL && fclose(to) != 0)
        ok = dgs_fail_memory(err);
    ok = ok && dgs_save_stream(STDOUT_FILENO, "standard output", (dgs_str){text, n}, err);
    free(text);
    return ok;
}

static bool put_out(merge *m, dgs_save_log *log, dgs_buf *lines, dgs_err *err)
{
    dgs_str bytes = {lines->p, lines->n};
    if (lines->failed)
        return dgs_fail_memory(err);
    lines->n = 0;
    if (bytes.n == 0)
        return true;
    return m->to_stdout ? say(bytes, err) : dgs_save_log_add(log, bytes, err);
}

static bool write_rows(merge *m, dgs_save_log *log, dgs_err *err)
{
    dgs_buf lines = {.arena = m->arena};
    for (source *s = m->sources; s < m->sources + m->n; s++) {
        dgs_manifest_rewind(s->reader);
        if (!dgs_manifest_next(s->reader, &s->entry, err))
            return false;
    }
    for (const source *s; (s = find_next(m)) != NULL;) {
        dgs_buf_add(&lines, s->entry->line, s->entry->line_n);
        if ((lines.n >= AT_ONCE && !put_out(m, log, &lines, err)) || !pass_row(m, s->entry->row, err))
            return false;
    }
    if (!put_out(m, log, &lines, err))
        return false;
    for (const source *s = m->sources; s < m->sources + m->n; s++)
        if (!dgs_manifest_unchanged(s->reader))
            return dgs_fail(err, DGS_ERR_TEMPORARY,
                            "%s: the manifest changed while it was being merged: wait until its batch ends, then merge "
                            "again",
                            s->path);
    return true;
}

// What is no regular file, such as a device, is not replaced.
static bool may_replace(const dgs_place *place, const char *path, dgs_err *err)
{
    struct stat st;
    if (place->fault.kind != DGS_OK)
        return dgs_fail(err, place->fault.kind, "%s", place->fault.message);
    return !dgs_place_stat(place, &st) || S_ISREG(st.st_mode) ||
           dgs_fail(err, DGS_ERR_CANTCREATE, "%s: is not a file: name one, or write to standard output with --out -",
                    path);
}

static bool save(merge *m, const dgs_place *place, const char *path, dgs_err *err)
{
    dgs_save_log log = {.fd = -1};
    if (m->to_stdout)
        return write_rows(m, NULL, err);
    bool ok = may_replace(place, path, err) && dgs_save_log_begin(&log, place->folder, place->name, path, err) &&
              write_rows(m, &log, err) && dgs_save_log_publish(&log, NULL, err);
    dgs_save_log_end(&log);
    return ok;
}

// "2 rows are missing, 1 row failed"
static void add_count(dgs_buf *all, unsigned long long n, const char *one, const char *many)
{
    if (n > 0)
        dgs_buf_addf(all, "%s%llu%s", all->n > 0 ? ", " : "", n, n == 1 ? one : many);
}

static bool conclude(const merge *m, dgs_err *err)
{
    if (m->missing == 0 && m->failed == 0 && m->shards_missing == 0 && m->unread == 0)
        return true;
    dgs_buf all = {.arena = m->arena};
    add_count(&all, m->missing, " row is missing", " rows are missing");
    add_count(&all, m->shards_missing, " shard has no manifest", " shards have no manifest");
    add_count(&all, m->failed, " row failed", " rows failed");
    add_count(&all, m->unread, " line cannot be read", " lines cannot be read");
    return all.failed ? dgs_fail_memory(err)
                      : dgs_fail(err, DGS_ERR_ROWS, "%s: make what is missing with --resume, then merge again", all.p);
}

// As where a list was made again with more shards, and the older manifests are still there.
static bool differ_in_number(const merge *m)
{
    for (size_t i = 1; i < m->n; i++)
        if (m->sources[i].shards != m->sources[0].shards)
            return true;
    return false;
}

static bool run(merge *m, const dgs_batch_job *job, const dgs_place *place, dgs_err *err)
{
    m->to_stdout = strcmp(job->merged, "-") == 0;
    m->files = dgs_names_new(err);
    if (m->files == NULL || !open_all(m, job, err))
        return false;
    find_shards(m);
    if (!precheck(m, err))
        return false;
    if (m->contradictions > 0 && differ_in_number(m))
        return dgs_fail(err, DGS_ERR_DATA,
                        "the manifests are of different numbers of shards: remove those of the older run; nothing was "
                        "written");
    if (m->contradictions > 0)
        return dgs_fail(err, DGS_ERR_DATA, "the manifests contradict each other %zu time%s: nothing was written",
                        m->contradictions, m->contradictions == 1 ? "" : "s");
    if (m->twice > 0 && !job->quiet)
        dgs_say(stderr, "dgs-pdf: %llu row%s in more than one manifest, the same in each", m->twice,
                m->twice == 1 ? " is" : "s are");
    return save(m, place, job->merged, err) && conclude(m, err);
}

bool dgs_batch_merge(const dgs_batch_job *job, const dgs_place *place, dgs_arena *arena, dgs_err *err)
{
    merge m = {.arena = arena};
    bool ok = run(&m, job, place, err);
    for (size_t i = 0; i < m.n; i++)
        dgs_manifest_close(m.sources[i].reader);
    dgs_names_free(m.files);
    return ok;
}
