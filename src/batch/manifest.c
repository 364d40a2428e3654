#include "batch/manifest.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/utf8.h"
#include "host/file.h"

static int add_piece(const char *piece, size_t n, void *line)
{
    dgs_buf_add(line, piece, n);
    return ((dgs_buf *)line)->failed ? -1 : 0;
}

// Not by json_dumps(), which goes on where memory ends within a string, and then leaves out a piece of the line.
static const char *line_of(json_t *object, dgs_arena *arena)
{
    dgs_buf line = {.arena = arena};
    bool whole = object != NULL && json_dump_callback(object, add_piece, &line, JSON_COMPACT) == 0;
    dgs_buf_addc(&line, '\n');
    json_decref(object);
    return whole && !line.failed ? line.p : NULL;
}

// A message may end within a character, where a long name was cut off.
static const char *whole_characters(const char *text, dgs_arena *arena)
{
    char *copy = dgs_str_copy(arena, dgs_str_of(text));
    dgs_str rest = dgs_str_of(copy);
    while (copy != NULL && rest.n > 0)
        if (dgs_utf8_next(&rest) < 0) {
            copy[(size_t)(rest.p - copy)] = '?';
            rest = (dgs_str){rest.p + 1, rest.n - 1};
        }
    return copy;
}

// The warnings, or the notices; NULL when memory ends.
static json_t *sentences(const dgs_made *made, bool warnings, dgs_arena *arena)
{
    json_t *all = json_array();
    for (size_t i = 0; i < made->nnotes; i++) {
        if ((made->notes[i].level == DGS_NOTE_WARNING) != warnings)
            continue;
        const char *text = whole_characters(made->notes[i].sentence, arena);
        if (text == NULL || json_array_append_new(all, json_string(text)) != 0) {
            json_decref(all);
            return NULL;
        }
    }
    return all;
}

const char *dgs_manifest_made_line(const dgs_made *made, dgs_arena *arena)
{
    return line_of(json_pack("{s:I, s:s, s:s, s:I, s:I, s:o, s:o, s:s}", "row", (json_int_t)made->row, "file",
                             made->file, "sha256", made->sha256, "bytes", (json_int_t)made->bytes, "pages",
                             (json_int_t)made->pages, "warnings", sentences(made, true, arena), "notices",
                             sentences(made, false, arena), "inputs", made->inputs),
                   arena);
}

const char *dgs_manifest_failed_line(unsigned long long row, const char *file, const char *error, int code,
                                     dgs_arena *arena)
{
    const char *text = whole_characters(error, arena);
    return text == NULL ? NULL
                        : line_of(json_pack("{s:I, s:s, s:s, s:i}", "row", (json_int_t)row, "file", file, "error", text,
                                            "exit", code),
                                  arena);
}

const char *dgs_manifest_planned_line(unsigned long long row, const char *file, dgs_arena *arena)
{
    return line_of(json_pack("{s:I, s:s}", "row", (json_int_t)row, "file", file), arena);
}

struct dgs_manifest_reader {
    FILE *file;
    const char *path;
    char *line;
    size_t line_n, cap;
    json_t *object;
    dgs_entry entry;
    unsigned long long passed_over;
    dgs_file_identity as_opened;
};

// Takes the open file over where it does not fail.
static bool take_over(dgs_manifest_reader *reader, int fd, const char *path, dgs_err *err)
{
    reader->path = path;
    if (dgs_file_identity_of(fd, &reader->as_opened))
        reader->file = fdopen(fd, "r");
    return reader->file != NULL || dgs_fail_memory(err);
}

// Takes the open file over, even where it fails.
static dgs_manifest_reader *reader_of(int fd, const char *path, dgs_err *err)
{
    dgs_manifest_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL)
        dgs_fail_memory(err);
    else if (take_over(reader, fd, path, err))
        return reader;
    (void)close(fd); // nothing was read
    free(reader);
    return NULL;
}

dgs_manifest_reader *dgs_manifest_open(const char *path, dgs_err *err)
{
    int fd = dgs_file_open("manifest", path, DGS_FILE_AGAIN, err);
    return fd < 0 ? NULL : reader_of(fd, path, err);
}

void dgs_manifest_close(dgs_manifest_reader *reader)
{
    if (reader == NULL)
        return;
    json_decref(reader->object);
    (void)fclose(reader->file); // only read from
    free(reader->line);
    free(reader);
}

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static bool make_room(dgs_manifest_reader *reader, dgs_err *err)
{
    const size_t least = 4096;
    if (reader->line_n + 1 < reader->cap) // the NUL has to fit too
        return true;
    size_t cap = reader->cap == 0 ? least : 2 * reader->cap;
    char *more = realloc(reader->line, cap);
    if (more == NULL)
        return dgs_fail_memory(err);
    reader->line = more;
    reader->cap = cap;
    return true;
}

// The next line, its end included; of length 0 at the end of the file. Not by getline(3), which would take all memory
// for a file without line ends.
static bool read_line(dgs_manifest_reader *reader, dgs_err *err)
{
    reader->line_n = 0;
    for (int c = 0; c != '\n' && (c = getc_unlocked(reader->file)) != EOF;) {
        if (reader->line_n == DGS_MANIFEST_LINE_MAX)
            return dgs_fail(err, DGS_ERR_DATA,
                            "%s: a line has more than %d KB, so dgs-pdf did not write it: name another manifest, or "
                            "delete this one and make all rows again",
                            reader->path, DGS_MANIFEST_LINE_MAX / 1024);
        if (!make_room(reader, err))
            return false;
        reader->line[reader->line_n++] = (char)c;
        reader->line[reader->line_n] = '\0';
    }
    return !ferror(reader->file) ||
           dgs_fail(err, DGS_ERR_IO, "%s: the manifest could not be read completely: check the disk", reader->path);
}

static bool take_entry(dgs_manifest_reader *reader)
{
    size_t n = reader->line_n;
    json_decref(reader->object);
    reader->object = n > 0 && reader->line[n - 1] == '\n' ? json_loadb(reader->line, n, 0, NULL) : NULL;
    json_int_t row = json_integer_value(json_object_get(reader->object, "row"));
    dgs_entry entry = {(unsigned long long)row,
                       text_of(reader->object, "file"),
                       text_of(reader->object, "sha256"),
                       text_of(reader->object, "inputs"),
                       reader->line,
                       n};
    bool failed = text_of(reader->object, "error") != NULL;
    if (row < 1 || entry.row <= reader->entry.row || entry.file == NULL ||
        (!failed && (entry.sha256 == NULL || entry.inputs == NULL)))
        return false;
    if (failed)
        entry.sha256 = entry.inputs = NULL;
    reader->entry = entry;
    return true;
}

void dgs_manifest_rewind(dgs_manifest_reader *reader)
{
    (void)fseek(reader->file, 0, SEEK_SET); // of a regular file
    reader->entry = (dgs_entry){0};
    reader->passed_over = 0;
}

bool dgs_manifest_next(dgs_manifest_reader *reader, const dgs_entry **entry, dgs_err *err)
{
    *entry = NULL;
    while (read_line(reader, err)) {
        if (reader->line_n == 0)
            return true;
        if (take_entry(reader)) {
            *entry = &reader->entry;
            return true;
        }
        reader->passed_over += dgs_str_trim((dgs_str){reader->line, reader->line_n}).n > 0;
    }
    return false;
}

unsigned long long dgs_manifest_passed_over(const dgs_manifest_reader *reader)
{
    return reader->passed_over;
}

bool dgs_manifest_unchanged(const dgs_manifest_reader *reader)
{
    return dgs_file_unchanged(fileno(reader->file), reader->path, &reader->as_opened);
}

typedef struct gathering {
    dgs_manifest *m;
    dgs_save_log *to;
    unsigned long long last; // row
    dgs_arena *arena;
    dgs_err *err;
} gathering;

// Copies the entries after row `last` that the reader still has.
static bool copy_rest(gathering *g, dgs_manifest_reader *reader)
{
    enum { AT_ONCE = 64 * 1024 };
    dgs_buf lines = {.arena = g->arena};
    const dgs_entry *e;
    bool ok = true;
    while (ok && (ok = dgs_manifest_next(reader, &e, g->err)) && e != NULL) {
        if (e->row <= g->last)
            continue;
        dgs_buf_add(&lines, e->line, e->line_n);
        g->last = e->row;
        if (lines.n >= AT_ONCE) {
            ok = dgs_save_log_add(g->to, (dgs_str){lines.p, lines.n}, g->err);
            lines.n = 0;
        }
    }
    if (lines.failed)
        return dgs_fail_memory(g->err);
    return ok && (lines.n == 0 || dgs_save_log_add(g->to, (dgs_str){lines.p, lines.n}, g->err));
}

// The same of all entries; closes the reader, which may be NULL: it could not be opened.
static bool copy_all(gathering *g, dgs_manifest_reader *reader)
{
    if (reader == NULL)
        return false;
    bool ok = copy_rest(g, reader);
    g->m->passed_over += dgs_manifest_passed_over(reader);
    dgs_manifest_close(reader);
    return ok;
}

// One that is not to be trusted, or may not be read, says nothing: its rows are made again.
static bool copy_spare(void *ctx, const char *spare)
{
    gathering *g = ctx;
    int fd = dgs_spare_open(g->m->folder, spare);
    if (fd >= 0)
        return copy_all(g, reader_of(fd, g->m->path, g->err));
    bool ran_out = errno == EMFILE || errno == ENFILE || errno == ENOMEM;
    return !ran_out || dgs_file_fail_opening("manifest", g->m->path, errno, g->err);
}

static bool draw_spare(dgs_manifest *m, dgs_err *err)
{
    return dgs_spare_draw(m->name, m->before) ||
           dgs_fail(err, DGS_ERR_TEMPORARY, "%s: the system has no random numbers yet: try again later", m->path);
}

// What is known of all rows, out of the manifest and the spare copies of runs that were killed while going on, into one
// spare copy, which is opened.
static bool gather(dgs_manifest *m, dgs_arena *arena, dgs_err *err)
{
    dgs_save_log all;
    gathering g = {.m = m, .to = &all, .arena = arena, .err = err};
    bool ok = draw_spare(m, err) && dgs_save_log_begin(&all, m->folder, m->before, m->path, err);
    if (!ok)
        return false;
    ok = access(m->path, F_OK) != 0 || copy_all(&g, dgs_manifest_open(m->path, err));
    ok = ok && dgs_spare_each(m->folder, m->name, copy_spare, &g) && dgs_save_log_publish(&all, NULL, err);
    dgs_save_log_end(&all);
    if (!ok)
        return false;
    dgs_spare_clean(m->folder, m->name, m->before);
    int fd = dgs_spare_open(m->folder, m->before);
    if (fd < 0)
        return dgs_file_fail_opening("spare copy", m->path, errno, err);
    m->old = reader_of(fd, m->path, err);
    return m->old != NULL;
}

// Under the claim: no other run touches these files.
static bool begin_claimed(dgs_manifest *m, const dgs_save_claim *claim, bool resume, dgs_arena *arena, dgs_err *err)
{
    if (!resume)
        dgs_spare_clean(m->folder, m->name, NULL);
    bool ok = !resume || (gather(m, arena, err) && dgs_manifest_next(m->old, &m->next_old, err));
    if (ok && dgs_save_log_begin(&m->log, m->folder, m->name, m->path, err) &&
        dgs_save_log_publish(&m->log, claim, err))
        return true;
    dgs_save_log_end(&m->log);
    dgs_manifest_close(m->old);
    m->old = NULL;
    return false;
}

bool dgs_manifest_begin(dgs_manifest *m, const dgs_folder *folder, const char *name, bool resume, dgs_arena *arena,
                        dgs_err *err)
{
    *m = (dgs_manifest){.folder = folder->fd, .name = name, .log = {.fd = -1}};
    m->path = dgs_path_join(arena, dgs_str_of(folder->path), name);
    if (m->path == NULL)
        return dgs_fail_memory(err);
    dgs_save_claim claim;
    bool ok =
        dgs_save_claim_take(&claim, m->folder, m->name, m->path, err) && begin_claimed(m, &claim, resume, arena, err);
    dgs_save_claim_end(&claim);
    return ok;
}

bool dgs_manifest_known(dgs_manifest *m, unsigned long long row, const dgs_entry **entry, dgs_err *err)
{
    *entry = NULL;
    while (m->next_old != NULL && m->next_old->row < row)
        if (!dgs_manifest_next(m->old, &m->next_old, err))
            return false;
    if (m->next_old != NULL && m->next_old->row == row)
        *entry = m->next_old;
    return true;
}

bool dgs_manifest_add(dgs_manifest *m, dgs_str lines, unsigned long long last, dgs_err *err)
{
    if (!dgs_save_log_add(&m->log, lines, err))
        return false;
    m->last = last;
    return true;
}

// What the earlier one says of the rows that were not come to.
static bool keep_rest(dgs_manifest *m, dgs_err *err)
{
    dgs_arena *arena = dgs_arena_new(1 << 20);
    if (arena == NULL)
        return dgs_fail_memory(err);
    gathering g = {.m = m, .to = &m->log, .last = m->last, .arena = arena, .err = err};
    dgs_manifest_rewind(m->old);
    bool ok = copy_rest(&g, m->old);
    dgs_arena_free(arena);
    return ok;
}

bool dgs_manifest_end(dgs_manifest *m, dgs_manifest_end_kind kind, dgs_err *err)
{
    bool ok = kind != DGS_MANIFEST_STOPPED || m->old == NULL || keep_rest(m, err);
    dgs_manifest_close(m->old);
    m->old = NULL;
    if (ok && kind != DGS_MANIFEST_FAILED && m->before[0] != '\0')
        (void)unlinkat(m->folder, m->before, 0);
    dgs_save_log_end(&m->log);
    return ok;
}
