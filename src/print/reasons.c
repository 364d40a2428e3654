// What a printer lacks, in words: the keywords of printer-state-reasons (RFC 8011, 5.4.12; PWG 5100.9).
#include <string.h>

#include "print/printer.h"

static const struct {
    const char *keyword; // without -error, -warning, -report
    const char *words;   // NULL: needs nobody
    bool stops;
} reasons[] = {
    {"connecting-to-device", "does not answer yet: is it switched on?", true},
    {"cover-open", "a cover is open: close it", true},
    {"developer-empty", "out of developer", true},
    {"developer-low", "low on developer", false},
    {"door-open", "a door is open: close it", true},
    {"fuser-over-temp", "too hot: it continues when it has cooled", true},
    {"fuser-under-temp", "warming up", false},
    {"input-tray-missing", "the paper tray is missing: put it in", true},
    {"interlock-open", "a door is open: close it", true},
    {"marker-supply-empty", "out of ink or toner", true},
    {"marker-supply-low", "low on ink or toner", false},
    {"marker-waste-almost-full", "the waste box is almost full", false},
    {"marker-waste-full", "the waste box is full: replace it", true},
    {"media-empty", "out of paper: put some in", true},
    {"media-jam", "paper is jammed: take it out", true},
    {"media-low", "low on paper", false},
    {"media-needed", "waits for paper of this size: put some in", true},
    {"moving-to-paused", "paused: resume it", true},
    {"offline", "offline: is it switched on?", true},
    {"opc-life-over", "the drum is worn out: replace it", true},
    {"opc-near-eol", "the drum is almost worn out", false},
    {"output-area-almost-full", "the output tray is almost full", false},
    {"output-area-full", "the output tray is full: empty it", true},
    {"output-tray-missing", "the output tray is missing: put it in", true},
    {"paused", "paused: resume it", true},
    {"shutdown", "switched off", true},
    {"spool-area-full", "has no room for the job", true},
    {"stopped-partly", NULL, false},
    {"stopping", NULL, false},
    {"timed-out", "does not answer: is it switched on?", true},
    {"toner-empty", "out of toner", true},
    {"toner-low", "low on toner", false},
};

enum { REASONS = sizeof reasons / sizeof *reasons };

// The reason's place in the table, or REASONS; *error: it ends with -error or with no severity, which is the same.
static size_t find(const char *reason, bool *error)
{
    static const char *const severities[] = {"-error", "-warning", "-report"};
    size_t n = strlen(reason), i = 0;
    *error = true;
    for (size_t k = 0; k < sizeof severities / sizeof *severities; k++) {
        size_t length = strlen(severities[k]);
        if (n <= length || strcmp(reason + n - length, severities[k]) != 0)
            continue;
        n -= length;
        *error = k == 0;
        break;
    }
    while (i < REASONS && (strncmp(reason, reasons[i].keyword, n) != 0 || reasons[i].keyword[n] != '\0'))
        i++;
    return i;
}

const char *dgs_reason_words(const char *reason)
{
    bool error;
    size_t i = find(reason, &error);
    return i == REASONS ? NULL : reasons[i].words;
}

// A printer that is offline or does not answer says so as a report.
bool dgs_reason_stops(const char *reason)
{
    bool error;
    size_t i = find(reason, &error);
    return i < REASONS && reasons[i].stops &&
           (error || strncmp(reason, "offline", 7) == 0 || strncmp(reason, "connecting", 10) == 0);
}

const char *dgs_reasons_text(const dgs_printer *printer, dgs_arena *arena)
{
    dgs_buf text = {.arena = arena};
    dgs_buf_adds(&text, "");
    for (size_t i = 0; i < printer->nreasons; i++) {
        const char *words = dgs_reason_words(printer->reasons[i]);
        if (words == NULL || (text.n > 0 && strstr(text.p, words) != NULL))
            continue;
        dgs_buf_addf(&text, "%s%s", text.n > 0 ? "; " : "", words);
    }
    return text.failed ? NULL : text.p;
}
