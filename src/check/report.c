#include "check/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Those without a file first, then by file and line.
static int compare(const dgs_finding *a, const dgs_finding *b)
{
    int order = strcmp(a->file == NULL ? "" : a->file, b->file == NULL ? "" : b->file);
    return order != 0 ? order : a->line - b->line;
}

static bool known(const dgs_report *report, const dgs_finding *finding)
{
    for (size_t i = 0; i < report->n; i++)
        if (compare(&report->findings[i], finding) == 0 && strcmp(report->findings[i].sentence, finding->sentence) == 0)
            return true;
    return false;
}

static void insert(dgs_report *report, const dgs_finding *finding)
{
    size_t at = report->n++;
    for (; at > 0 && compare(&report->findings[at - 1], finding) > 0; at--)
        report->findings[at] = report->findings[at - 1];
    report->findings[at] = *finding;
}

bool dgs_report_add(dgs_report *report, dgs_err *err, const char *file, int line, const char *format, ...)
{
    char sentence[800];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    const dgs_finding finding = {file, line, n < 0 ? "this cannot be printed: remove it" : sentence};
    if (known(report, &finding))
        return true;
    if (report->n == DGS_REPORT_MAX) {
        report->more++;
        return true;
    }
    dgs_finding kept = {file, line, dgs_str_copy(report->arena, dgs_str_of(finding.sentence))};
    if (kept.sentence == NULL)
        return dgs_fail_memory(err);
    insert(report, &kept);
    return true;
}

bool dgs_report_note(dgs_report *report, dgs_err *err, dgs_note_level level, const char *format, ...)
{
    dgs_err worded = {0}; // as an error, whose message has no control characters
    char sentence[800];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    (void)dgs_fail(&worded, DGS_ERR_DATA, "%s", n < 0 ? "a note that could not be worded" : sentence);
    for (size_t i = 0; i < report->nnotes; i++)
        if (strcmp(report->notes[i].sentence, worded.message) == 0)
            return true;
    if (report->nnotes == DGS_NOTES_KEPT)
        return true;
    const char *kept = dgs_str_copy(report->arena, dgs_str_of(worded.message));
    if (kept == NULL)
        return dgs_fail_memory(err);
    report->notes[report->nnotes++] = (dgs_note){level, format, kept};
    return true;
}

size_t dgs_report_warnings(const dgs_report *report)
{
    size_t n = 0;
    for (size_t i = 0; i < report->nnotes; i++)
        n += report->notes[i].level == DGS_NOTE_WARNING;
    return n;
}

// The middle of a character is no place to cut.
static bool inside_character(dgs_str s, size_t at)
{
    return at > 0 && at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80;
}

const char *dgs_report_quote(const dgs_report *report, dgs_err *err, dgs_str text, size_t at)
{
    enum { BEFORE = 40, MOST = 100 };
    size_t begin = at > BEFORE ? at - BEFORE : 0, end = text.n;
    while (inside_character(text, begin))
        begin--;
    if (end - begin > MOST)
        for (end = begin + MOST; inside_character(text, end);)
            end--;
    dgs_str cut = dgs_str_trim((dgs_str){text.p + begin, end - begin});
    dgs_buf quote = {.arena = report->arena};
    dgs_buf_adds(&quote, begin > 0 ? "…" : "");
    for (size_t i = 0; i < cut.n; i++)
        dgs_buf_addc(&quote, cut.p[i] == '\n' ? ' ' : cut.p[i]);
    dgs_buf_adds(&quote, end < text.n ? "…" : "");
    if (quote.failed)
        (void)dgs_fail_memory(err);
    return quote.failed ? NULL : quote.p;
}

bool dgs_report_fail(const dgs_finding *finding, dgs_err *err)
{
    if (finding->file == NULL)
        return dgs_fail(err, DGS_ERR_DATA, "%s", finding->sentence);
    return dgs_fail(err, DGS_ERR_DATA, "%s:%d: %s", finding->file, finding->line, finding->sentence);
}

bool dgs_report_close(dgs_report *report, dgs_err *err)
{
    if (report->n == 0)
        return true;
    if (report->n == 1)
        return dgs_report_fail(&report->findings[0], err);
    report->refused = true;
    return dgs_fail(err, DGS_ERR_DATA, "%zu problems: fix them and run again; nothing was written",
                    report->n + report->more);
}
