#include "batch/maker.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/utf8.h"
#include "batch/batch.h"
#include "check/check.h"
#include "check/report.h"
#include "host/file.h"
#include "host/named.h"
#include "image/logo.h"

enum { HANDOUT_MAX = 512 * 1024 * 1024 };

void dgs_task_put(const dgs_task *task, dgs_wire *to)
{
    dgs_wire_number(to, task->row);
    dgs_wire_number(to, (uint64_t)task->line);
    dgs_wire_text(to, task->file);
    dgs_wire_text(to, task->fault);
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        dgs_wire_text(to, task->text[i]);
    dgs_wire_text(to, task->sha256);
    dgs_wire_text(to, task->inputs);
    dgs_wire_text(to, task->known);
}

void dgs_task_take(dgs_str from, dgs_task *out)
{
    *out = (dgs_task){.row = dgs_wire_take_number(&from)};
    out->line = (int)dgs_wire_take_number(&from);
    out->file = dgs_wire_take_text(&from);
    out->fault = dgs_wire_take_text(&from);
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        out->text[i] = dgs_wire_take_text(&from);
    out->sha256 = dgs_wire_take_text(&from);
    out->inputs = dgs_wire_take_text(&from);
    out->known = dgs_wire_take_text(&from);
}

void dgs_answer_put(const dgs_answer *answer, dgs_wire *to)
{
    dgs_wire_number(to, answer->state);
    dgs_wire_number(to, answer->code);
    dgs_wire_number(to, answer->stop);
    dgs_wire_number(to, answer->nnotes);
    for (size_t i = 0; i < answer->nnotes; i++) {
        dgs_wire_number(to, answer->notes[i].level);
        dgs_wire_text(to, answer->notes[i].kind);
        dgs_wire_text(to, answer->notes[i].sentence);
    }
    dgs_wire_text(to, answer->line);
    dgs_wire_text(to, answer->message);
}

void dgs_answer_take(dgs_str from, dgs_answer *out)
{
    *out = (dgs_answer){.state = (dgs_row_state)dgs_wire_take_number(&from)};
    out->code = (dgs_err_kind)dgs_wire_take_number(&from);
    out->stop = dgs_wire_take_number(&from) != 0;
    for (uint64_t n = dgs_wire_take_number(&from); n > 0 && out->nnotes < DGS_NOTES_KEPT; n--) {
        dgs_note *note = &out->notes[out->nnotes];
        note->level = (dgs_note_level)dgs_wire_take_number(&from);
        note->kind = dgs_wire_take_text(&from);
        note->sentence = dgs_wire_take_text(&from);
        out->nnotes += note->kind != NULL && note->sentence != NULL;
    }
    out->line = dgs_wire_take_text(&from);
    out->message = dgs_wire_take_text(&from);
}

// A relative logo lies beside the list. Whether it may be read is asked apart from what the kernel holds, which may
// have no Landlock.
static bool take_logo(const dgs_maker *m, const char **name, dgs_err *err)
{
    const dgs_guard *guard = m->guard;
    const char *path = dgs_path_beside(m->arena, m->list, *name);
    if (path == NULL)
        return dgs_fail_memory(err);
    if (!dgs_named_input(m->arena, "logo", path, name, err))
        return false;
    if (guard != NULL && guard->may_read != NULL && !guard->may_read(guard->ctx, &m->defaults, *name))
        return dgs_file_fail_outside("logo", *name, err);
    return dgs_named_hint(m->arena, "logo", *name, err);
}

static bool settle_one(const dgs_maker *m, const dgs_task *task, dgs_setting setting, dgs_settings *out, dgs_err *err)
{
    const char *text = task->text[setting];
    out->of[setting] = m->defaults.of[setting];
    if (text == NULL)
        return true;
    out->of[setting] = (dgs_value){0};
    return (setting != DGS_SETTING_LOGO || take_logo(m, &text, err)) &&
           dgs_setting_put(out, setting, (dgs_value){text, m->list, task->line}, m->arena, err);
}

// What the row leaves open comes from the defaults.
static bool settle(const dgs_maker *m, const dgs_task *task, dgs_settings *out, dgs_err *err)
{
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        if (!settle_one(m, task, (dgs_setting)i, out, err))
            return false;
    return true;
}

static bool logo_is_sound(dgs_maker *m, const char *path, dgs_err *err)
{
    const dgs_logo_source from = {m->order->files, m->order->drawer, path};
    dgs_inputs_logo *logo = dgs_inputs_logo_find(&m->logos, path, m->arena, err);
    if (logo == NULL)
        return false;
    logo->sound = logo->sound || dgs_cache_logo(m->cache, &from, err);
    return logo->sound;
}

// Letters that every face has: nearly always.
static bool is_simple(const char *words)
{
    while ((*words >= ' ' && *words < 0x7f) || *words == '\n')
        words++;
    return *words == '\0';
}

static bool is_plain(int32_t cp)
{
    return (cp >= ' ' && cp < 0x7f) || cp == '\n' || cp == 0xa0 || dgs_utf8_ignorable(cp);
}

static bool has_characters(const dgs_maker *m, dgs_setting setting, const dgs_value *value, dgs_err *err)
{
    if (is_simple(value->text))
        return true;
    const dgs_str words = dgs_str_of(dgs_profile_plain(value->text, setting, m->arena));
    if (words.p == NULL)
        return dgs_fail_memory(err);
    dgs_str rest = words;
    dgs_stretches parts = {0};
    const dgs_piece whole = {words, false};
    if (!dgs_text_simple(words) && !dgs_text_stretches(m->text, &whole, 1, m->arena, &parts, err))
        return false;
    for (int32_t cp; (cp = dgs_utf8_next(&rest)) >= 0;) {
        for (; parts.n > 1 && parts.of->end < words.n - rest.n; parts.n--)
            parts.of++;
        char character[5] = {0};
        if (is_plain(cp) || dgs_text_stretch_has(m->text, parts.of, (uint32_t)cp) ||
            dgs_check_leaves_out(m->text, setting, words, cp))
            continue;
        (void)dgs_utf8_put((uint32_t)cp, character);
        const char *name = dgs_setting_name(setting, value, m->arena);
        if (name != NULL && dgs_text_lacks_data(m->text, (uint32_t)cp))
            return dgs_fail(err, DGS_ERR_DATA, "%s has \"%s\" (U+%04X), and %s", name, character, (unsigned)cp,
                            dgs_text_install);
        return name == NULL ? dgs_fail_memory(err)
                            : dgs_fail(err, DGS_ERR_DATA,
                                       "%s has \"%s\" (U+%04X), which the font does not have: write it another way",
                                       name, character, (unsigned)cp);
    }
    return true;
}

static dgs_order order_of(const dgs_maker *m, const dgs_settings *settings)
{
    dgs_order order = *m->order;
    order.settings = settings;
    return order;
}

static bool package_of(const dgs_maker *m, const dgs_settings *settings, dgs_err *err)
{
    const dgs_order order = order_of(m, settings);
    const dgs_package *package;
    unsigned parts;
    return dgs_cache_package(m->cache, &order, m->arena, &package, err) &&
           dgs_package_parts(package, settings, m->arena, &parts, err);
}

static bool check(dgs_maker *m, const dgs_settings *settings, dgs_err *err)
{
    dgs_profile profile;
    if (!dgs_profile_make(settings, m->order->options.ink, m->arena, &profile, err) || !package_of(m, settings, err))
        return false;
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        if (i != DGS_SETTING_LOGO && i != DGS_SETTING_FONTS && settings->of[i].text != NULL &&
            !has_characters(m, (dgs_setting)i, &settings->of[i], err))
            return false;
    const char *logo = profile.of[DGS_SETTING_LOGO].text;
    return logo == NULL || logo_is_sound(m, logo, err);
}

static bool compose(dgs_maker *m, const dgs_settings *settings, dgs_handout_file *out, dgs_err *err)
{
    const dgs_order order = order_of(m, settings);
    dgs_err all = {0}, first = {0};
    if (dgs_cache_make(m->cache, &order, m->text, m->arena, out, &all))
        return true;
    const dgs_report *report = &out->handout.report;
    if (!report->refused)
        return dgs_fail(err, all.kind, "%s", all.message);
    (void)dgs_report_fail(&report->findings[0], &first);
    return dgs_fail(err, all.kind, "%s (the first: %s%.600s)", all.message,
                    report->findings[0].file == NULL ? "dgs-pdf: " : "", first.message);
}

bool dgs_maker_warm(dgs_maker *maker, dgs_err *err)
{
    dgs_handout_file file;
    bool ok = check(maker, &maker->defaults, err) && compose(maker, &maker->defaults, &file, err);
    dgs_arena_reset(maker->arena);
    return ok;
}

// Whether an earlier handout was made from the same and is still there as it was.
static bool is_known(const dgs_maker *m, const dgs_task *task, const char *inputs)
{
    dgs_str bytes;
    dgs_err unread = {0};
    char sum[DGS_SHA256_HEX + 1];
    if (task->known == NULL || task->inputs == NULL || task->sha256 == NULL || strcmp(task->inputs, inputs) != 0)
        return false;
    const char *path = dgs_path_join(m->arena, dgs_str_of(m->job->out_dir), task->file);
    if (path == NULL || !dgs_file_read(m->arena, "handout", path, HANDOUT_MAX, &bytes, &unread))
        return false;
    dgs_sha256_hex(bytes, sum);
    return strcmp(sum, task->sha256) == 0;
}

static bool is_strict_enough(const dgs_maker *m, const dgs_report *report, dgs_err *err)
{
    if (!m->job->strict || dgs_report_warnings(report) == 0)
        return true;
    size_t i = 0;
    while (report->notes[i].level != DGS_NOTE_WARNING)
        i++;
    return dgs_fail(err, DGS_ERR_STRICT, "%s (a warning, and --strict is given)", report->notes[i].sentence);
}

static bool save(dgs_maker *m, const dgs_task *task, const char *inputs, const dgs_handout_file *file,
                 dgs_answer *answer, dgs_err *err)
{
    const dgs_report *report = &file->handout.report;
    dgs_made made = {.row = task->row,
                     .file = task->file,
                     .sha256 = file->pdf.sha256,
                     .inputs = inputs,
                     .bytes = file->pdf.bytes.n,
                     .pages = file->handout.pages.npages,
                     .notes = report->notes,
                     .nnotes = report->nnotes};
    memcpy(answer->notes, report->notes, sizeof report->notes);
    answer->nnotes = report->nnotes;
    answer->line = dgs_manifest_made_line(&made, m->arena);
    if (answer->line == NULL)
        return dgs_fail_memory(err);
    bool taken = false, ok = dgs_save_one(&m->out, task->file, file->pdf.bytes, &taken, err);
    answer->stop = !ok && !taken;
    return ok;
}

// In a list that has names, a row without one has lost it.
static bool note_nameless(const dgs_maker *m, const dgs_settings *settings, dgs_report *report, dgs_err *err)
{
    return !m->named || settings->of[DGS_SETTING_NAME].text != NULL || settings->of[DGS_SETTING_LOGO].text != NULL ||
           dgs_report_note(report, err, DGS_NOTE_WARNING, "the practice has no name: type it into the list");
}

// Its bytes were read twice, for the hash of the inputs and for the handout, and have to be the same.
static bool logo_stayed(const dgs_inputs_logo *logo, dgs_err *err)
{
    return logo == NULL || dgs_inputs_logo_unchanged(logo) ||
           dgs_fail(err, DGS_ERR_TEMPORARY, "%s: the logo changed while the handout was being made: try again",
                    logo->path);
}

static bool make(dgs_maker *m, const dgs_task *task, const dgs_settings *settings, dgs_answer *answer, dgs_err *err)
{
    char inputs[DGS_SHA256_HEX + 1];
    dgs_handout_file file = {0};
    const dgs_inputs_logo *logo = NULL;
    const char *path = settings->of[DGS_SETTING_LOGO].text;
    if ((path != NULL && (logo = dgs_inputs_logo_find(&m->logos, path, m->arena, err)) == NULL) ||
        !dgs_inputs_of(m->common, settings, logo, m->arena, inputs, err))
        return false;
    if (is_known(m, task, inputs)) {
        answer->state = DGS_ROW_KEPT;
        answer->line = task->known;
        return true;
    }
    return compose(m, settings, &file, err) && note_nameless(m, settings, &file.handout.report, err) &&
           is_strict_enough(m, &file.handout.report, err) && logo_stayed(logo, err) &&
           save(m, task, inputs, &file, answer, err);
}

// "practices.csv:12: " where the sentence does not begin so of itself.
static void add_sentence(const dgs_maker *m, const dgs_task *task, dgs_str sentence, dgs_buf *all)
{
    dgs_buf place = {.arena = m->arena};
    dgs_buf_addf(&place, "%s:%d: ", m->list, task->line);
    dgs_buf_adds(all, all->n > 0 ? "\n" : "");
    if (!place.failed && !dgs_str_starts(sentence, place.p))
        dgs_buf_adds(all, place.p);
    dgs_buf_add(all, sentence.p, sentence.n);
}

// All that is wrong with a row's cells, each by itself. A row that cannot be read has its own sentences.
static void gather(dgs_maker *m, const dgs_task *task, dgs_buf *all)
{
    dgs_settings settings = {0};
    for (dgs_str rest = dgs_str_of(task->fault); rest.n > 0;) {
        size_t n = strcspn(rest.p, "\n"), end = n < rest.n;
        add_sentence(m, task, (dgs_str){rest.p, n}, all);
        rest = (dgs_str){rest.p + n + end, rest.n - n - end};
    }
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        const dgs_value *value = &settings.of[i];
        dgs_err err = {0};
        bool ok = task->text[i] == NULL || (settle_one(m, task, (dgs_setting)i, &settings, &err) &&
                                            dgs_profile_fault(&settings, (dgs_setting)i, m->arena, &err) &&
                                            (i != DGS_SETTING_PARTS || package_of(m, &settings, &err)) &&
                                            (i == DGS_SETTING_LOGO ? logo_is_sound(m, value->text, &err)
                                                                   : has_characters(m, (dgs_setting)i, value, &err)));
        if (!ok)
            add_sentence(m, task, dgs_str_of(err.message), all);
    }
}

// What is wrong with the row is all told; what is wrong with the machine is told alone.
static const char *message_of(dgs_maker *m, const dgs_task *task, const dgs_err *err)
{
    dgs_buf all = {.arena = m->arena};
    if (err->kind == DGS_ERR_DATA || err->kind == DGS_ERR_NOINPUT)
        gather(m, task, &all);
    if (all.n == 0)
        add_sentence(m, task, dgs_str_of(err->message), &all);
    return all.failed ? err->message : all.p;
}

void dgs_maker_work(dgs_maker *maker, dgs_str bytes, dgs_wire *to)
{
    dgs_task task;
    dgs_settings settings;
    dgs_answer answer = {0};
    dgs_err err = {0};
    dgs_arena_reset(maker->arena);
    dgs_task_take(bytes, &task);
    bool ok = task.fault == NULL || dgs_fail(&err, DGS_ERR_DATA, "%s", task.fault);
    ok = ok && settle(maker, &task, &settings, &err) &&
         (maker->check_only ? check(maker, &settings, &err) : make(maker, &task, &settings, &answer, &err));
    if (ok && maker->check_only)
        answer.line = dgs_manifest_planned_line(task.row, task.file, maker->arena);
    if (!ok) {
        answer.state = DGS_ROW_BAD;
        answer.code = err.kind;
        answer.message = message_of(maker, &task, &err);
        answer.line = dgs_manifest_failed_line(task.row, task.file, answer.message, (int)err.kind, maker->arena);
    }
    dgs_answer_put(&answer, to);
}
