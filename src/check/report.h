// What is wrong with a handout: findings, collected so that all of them can be fixed at once, and notes, which stop
// nothing. Knows no rule.
#ifndef DGS_CHECK_REPORT_H
#define DGS_CHECK_REPORT_H
#include "base/err.h"
#include "base/str.h"

enum { DGS_REPORT_MAX = 50 }; // findings that are kept and printed; more are counted

typedef struct dgs_finding {
    const char *file; // NULL: it is in what the practice says about itself
    int line;
    const char *sentence; // what is wrong and what to do
} dgs_finding;

typedef enum dgs_note_level {
    DGS_NOTE_TINT,   // a notice of a color that was changed to be read; many practices have one
    DGS_NOTE_NOTICE, // what else the program did of its own, such as leaving out an emoji
    DGS_NOTE_WARNING // what will look or work worse than it could, such as a coarse logo
} dgs_note_level;

typedef struct dgs_note {
    dgs_note_level level;
    const char *kind; // the same text for all notes of a rule, whatever they are about
    const char *sentence;
} dgs_note;

enum { DGS_NOTES_KEPT = 20 };

typedef struct dgs_report { // begins as {.arena = ...}
    dgs_arena *arena;
    dgs_finding findings[DGS_REPORT_MAX]; // by file and line
    size_t n, more;
    bool refused;                   // dgs_report_close() has failed, with a message that only counts the findings
    dgs_note notes[DGS_NOTES_KEPT]; // as they came; further ones are dropped
    size_t nnotes;
} dgs_report;

// Adds a finding; one that is there already is not added again. False, with err set, only when memory ends.
bool dgs_report_add(dgs_report *report, dgs_err *err, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

// Adds a note; one that is there already is not added again. The format, which lives as long as the report, is its
// kind. False, with err set, only when memory ends.
bool dgs_report_note(dgs_report *report, dgs_err *err, dgs_note_level level, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// How many of the notes are warnings.
size_t dgs_report_warnings(const dgs_report *report);

// The words around the byte `at` of a text, short enough for a sentence; NULL, with err set, when memory ends.
const char *dgs_report_quote(const dgs_report *report, dgs_err *err, dgs_str text, size_t at);

// True when there are no findings. Else fails with DGS_ERR_DATA: one finding becomes the error's message; of several it
// gives the number, report->refused becomes true, and whoever asked for the handout tells each of them.
bool dgs_report_close(dgs_report *report, dgs_err *err);

// A finding as an error says it: "file:line: sentence", without control characters. Fails with DGS_ERR_DATA; returns
// false.
bool dgs_report_fail(const dgs_finding *finding, dgs_err *err);
#endif
