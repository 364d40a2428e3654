// A template of file names and a list of practices, parted by FS: CSV or JSON Lines, each row read, named and checked
// as a worker does it; or bytes as the manifest of an earlier run.
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "batch/maker.h"
#include "batch/name.h"
#include "fuzz.h"
#include "host/folder.h"

enum { CSV, JSON_LINES, MANIFEST, KINDS };

static void check_name(const char *name)
{
    dgs_str s = dgs_str_of(name);
    if (s.n > DGS_FILE_NAME_MAX || s.n < 5 || strcmp(name + s.n - 4, ".pdf") != 0 || name[0] == '.' ||
        strpbrk(name, "/\\:*?\"<>|") != NULL || dgs_utf8_check(s) < s.n || dgs_utf8_control(s) >= 0)
        fuzz_broken(name);
}

// The worker's line is JSON, and the manifest's reader takes it.
static void check_answer(const dgs_task *task, const dgs_answer *answer)
{
    json_t *line = answer->line == NULL ? NULL : json_loads(answer->line, 0, NULL);
    if (line == NULL && answer->code != DGS_ERR_MEMORY && answer->line != NULL)
        fuzz_broken("an answer's line is no JSON");
    if (line != NULL && (unsigned long long)json_integer_value(json_object_get(line, "row")) != task->row)
        fuzz_broken("an answer is another row's");
    json_decref(line);
    if ((answer->state == DGS_ROW_BAD) != (answer->message != NULL) ||
        (answer->message != NULL && answer->code == DGS_OK))
        fuzz_broken("a row is bad without a reason, or good with one");
    for (const char *s = answer->message; s != NULL && *s != '\0'; s += *s == '\n') { // sentences
        dgs_err err = {.kind = answer->code};
        size_t n = strcspn(s, "\n");
        (void)snprintf(err.message, sizeof err.message, "%.*s", (int)n, s);
        if (n < sizeof err.message)
            fuzz_check(false, &err);
        s += n;
    }
}

static void do_row(dgs_maker *maker, const dgs_name_template *names, const dgs_row *row)
{
    char file[DGS_FILE_NAME_MAX + 1];
    dgs_settings own = {0};
    dgs_task task = {
        .row = row->n, .line = row->line, .file = file, .fault = row->fault[0] == '\0' ? NULL : row->fault};
    for (size_t i = 0; i < DGS_SETTINGS; i++) {
        dgs_str cell = dgs_str_of(row->text[i] == NULL ? "" : row->text[i]);
        if (cell.n > DGS_CELL_MAX || dgs_utf8_check(cell) < cell.n)
            fuzz_broken("a cell is too long, or not UTF-8");
        own.of[i].text = task.text[i] = row->text[i];
    }
    dgs_name_make(names, row->n, &own, row->column, file);
    check_name(file);
    dgs_wire there = {0}, back = {0};
    dgs_answer answer;
    dgs_task_put(&task, &there);
    dgs_maker_work(maker, (dgs_str){there.p, there.n}, &back);
    dgs_answer_take((dgs_str){back.p, back.n}, &answer);
    check_answer(&task, &answer);
    dgs_wire_free(&there);
    dgs_wire_free(&back);
}

static void read_list(const fuzz_input *in, const char *file)
{
    static const dgs_settings none = {0};
    static const dgs_batch_job job = {0};
    const dgs_order order = {.settings = &none, .files = &dgs_files_at};
    char typed[200];
    dgs_str list = in->bytes, template = fuzz_part(&list);
    dgs_err err = {0};
    dgs_name_template names;
    (void)snprintf(typed, sizeof typed, "%.*s", (int)(template.n < sizeof typed ? template.n : sizeof typed - 1),
                   template.n == 0 ? "" : template.p);
    bool ok = dgs_name_read(template.n == 0 ? DGS_NAME_TEMPLATE : typed, &names, &err);
    dgs_maker maker = {.job = &job, .order = &order, .text = fuzz_text(), .arena = in->arena, .check_only = true};
    maker.list = ok ? fuzz_put(file, list) : NULL;
    const dgs_rows_how how = {DGS_CHARSET_FIND, NULL, names.columns, names.ncolumns};
    dgs_rows *rows = ok ? dgs_rows_open(maker.list, &how, &err) : NULL;
    fuzz_check(rows != NULL, &err);
    dgs_row row;
    unsigned long long n = 0;
    dgs_rows_got got = DGS_ROWS_END;
    for (int line = 0; rows != NULL && (got = dgs_rows_next(rows, &row, &err)) == DGS_ROWS_ROW; line = row.line) {
        if (row.n != ++n || row.line < line)
            fuzz_broken("rows are not in order");
        do_row(&maker, &names, &row);
    }
    fuzz_check(got != DGS_ROWS_FAILED && rows != NULL, &err);
    dgs_rows_close(rows);
    dgs_inputs_logos_free(&maker.logos);
}

static void read_manifest(const fuzz_input *in, const char *file)
{
    dgs_err err = {0};
    dgs_manifest_reader *reader = dgs_manifest_open(fuzz_put(file, in->bytes), &err);
    fuzz_check(reader != NULL, &err);
    unsigned long long row = 0;
    for (const dgs_entry *e; reader != NULL && dgs_manifest_next(reader, &e, &err) && e != NULL; row = e->row)
        if (e->row <= row || e->file == NULL || (e->sha256 == NULL) != (e->inputs == NULL))
            fuzz_broken("an entry of a manifest is none");
    dgs_manifest_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char *const names[KINDS] = {"list.csv", "list.jsonl", "manifest.jsonl"};
    fuzz_input in;
    if (fuzz_open(&in, data, n)) {
        unsigned kind = in.choice % KINDS;
        if (kind == MANIFEST)
            read_manifest(&in, names[kind]);
        else
            read_list(&in, names[kind]);
        fuzz_remove(names[kind]);
    }
    fuzz_close(&in);
    return 0;
}
