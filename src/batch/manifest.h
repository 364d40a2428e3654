// The manifest of a batch: a JSON object a line, in the order of rows. {"row", "file", "sha256", "bytes", "pages",
// "warnings": [...], "notices": [...], "inputs"} for a handout that was made, {"row", "file", "error", "exit"} for a
// row that failed, with the exit code that the failure alone would lead to. Knows nothing of how handouts are made.
#ifndef DGS_BATCH_MANIFEST_H
#define DGS_BATCH_MANIFEST_H
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"
#include "check/report.h"
#include "save/many.h"
#include "save/spare.h"

typedef struct dgs_made { // a handout
    unsigned long long row;
    const char *file; // under the folder
    const char *sha256, *inputs;
    size_t bytes, pages;
    const dgs_note *notes;
    size_t nnotes;
} dgs_made;

// Lines with their line end, in the arena; NULL when memory ends.
const char *dgs_manifest_made_line(const dgs_made *made, dgs_arena *arena);
const char *dgs_manifest_failed_line(unsigned long long row, const char *file, const char *error, int code,
                                     dgs_arena *arena);
const char *dgs_manifest_planned_line(unsigned long long row, const char *file, dgs_arena *arena); // of a dry run

typedef struct dgs_entry { // one line as it is read
    unsigned long long row;
    const char *file;
    const char *sha256, *inputs; // NULL: the row failed
    const char *line;            // the whole line, with its end
    size_t line_n;
} dgs_entry;

typedef struct dgs_manifest_reader dgs_manifest_reader;

// NULL on failure; DGS_ERR_NOINPUT where the file cannot be opened, or is not a regular one. `path` lives as long as
// the reader.
dgs_manifest_reader *dgs_manifest_open(const char *path, dgs_err *err);
void dgs_manifest_close(dgs_manifest_reader *reader);

// The next entry, which lives until the next call; NULL at the end. Lines that are not entries, such as one that was
// being written when the machine stopped, are ignored and counted; so are those whose row does not come after the
// last. Empty lines are not counted. Fails with DGS_ERR_IO where the file cannot be read on, with DGS_ERR_DATA where a
// line is longer than DGS_MANIFEST_LINE_MAX; then *entry is NULL too.
bool dgs_manifest_next(dgs_manifest_reader *reader, const dgs_entry **entry, dgs_err *err);
void dgs_manifest_rewind(dgs_manifest_reader *reader); // the next entry is the first again
unsigned long long dgs_manifest_passed_over(const dgs_manifest_reader *reader);

// Whether the file is still as it was when it was opened, and has its name.
bool dgs_manifest_unchanged(const dgs_manifest_reader *reader);

// A manifest that is being written. Where an earlier one is continued, that is kept next to it until the end, so that
// being killed loses nothing.
typedef struct dgs_manifest {
    char *path; // in the arena
    const char *name;
    int folder;
    char before[DGS_SPARE_NAME]; // the earlier one's spare copy; "" = there is none
    dgs_save_log log;
    dgs_manifest_reader *old; // NULL = nothing to continue with
    const dgs_entry *next_old;
    unsigned long long last;        // row written
    unsigned long long passed_over; // lines of the earlier one that are not entries
} dgs_manifest;

// Begins `name` in the folder; both live as long as the manifest. Where an earlier one is not to be gone on with, it is
// lost. Fails with DGS_ERR_TEMPORARY where another process is writing it.
bool dgs_manifest_begin(dgs_manifest *m, const dgs_folder *folder, const char *name, bool resume, dgs_arena *arena,
                        dgs_err *err);

// What the earlier manifest says of a row, or NULL. Rows are asked for in ascending order. Fails as
// dgs_manifest_next().
bool dgs_manifest_known(dgs_manifest *m, unsigned long long row, const dgs_entry **entry, dgs_err *err);

// Adds whole lines, of which `last` is the last one's row; they are durable when it returns.
bool dgs_manifest_add(dgs_manifest *m, dgs_str lines, unsigned long long last, dgs_err *err);

typedef enum dgs_manifest_end_kind {
    DGS_MANIFEST_COMPLETE,
    DGS_MANIFEST_STOPPED, // what the earlier one says of later rows is kept
    DGS_MANIFEST_FAILED   // nothing more can be written
} dgs_manifest_end_kind;
bool dgs_manifest_end(dgs_manifest *m, dgs_manifest_end_kind kind, dgs_err *err);
#endif
