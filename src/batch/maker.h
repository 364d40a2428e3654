// One row -> one handout's file, or what is wrong with it. Runs in a worker; knows no other row.
#ifndef DGS_BATCH_MAKER_H
#define DGS_BATCH_MAKER_H
#include "base/wire.h"
#include "batch/inputs.h"
#include "batch/manifest.h"
#include "batch/rows.h"
#include "check/report.h"
#include "handout/cache.h"
#include "sandbox/guard.h"
#include "save/many.h"
#include "text/text.h"

typedef struct dgs_task {
    unsigned long long row;
    int line;                            // of the list
    const char *file;                    // where the handout goes, under the folder
    const char *fault;                   // NULL, or why the row cannot be read: sentences with \n between
    const char *text[DGS_SETTINGS];      // its cells; NULL = the default
    const char *sha256, *inputs, *known; // what the manifest says of an earlier handout, and its line; NULL = nothing
} dgs_task;

typedef enum dgs_row_state {
    DGS_ROW_GOOD, // checked, or made
    DGS_ROW_KEPT, // as an earlier run left it
    DGS_ROW_BAD
} dgs_row_state;

typedef struct dgs_answer {
    dgs_row_state state;
    dgs_err_kind code; // why it is bad
    bool stop;         // all other rows would fail too: nothing more can be written
    dgs_note notes[DGS_NOTES_KEPT];
    size_t nnotes;
    const char *line;    // of the manifest
    const char *message; // what is wrong with it, for people, sentences with \n between; NULL = nothing
} dgs_answer;

void dgs_task_put(const dgs_task *task, dgs_wire *to);
void dgs_task_take(dgs_str from, dgs_task *out); // texts are in `from`
void dgs_answer_put(const dgs_answer *answer, dgs_wire *to);
void dgs_answer_take(dgs_str from, dgs_answer *out);

typedef struct dgs_maker {
    const dgs_batch_job *job;
    const dgs_order *order; // but for the settings, which are a row's
    const char *list;       // the rows' file, for messages and for logos next to it
    dgs_settings defaults;  // of all rows
    const dgs_guard *guard; // NULL = rows may name any logo
    dgs_text *text;
    dgs_arena *arena; // for one row at a time
    dgs_cache *cache; // NULL: every handout is made from nothing
    dgs_inputs_logos logos;
    char common[DGS_SHA256_HEX + 1]; // dgs_inputs_common()
    dgs_folder out;                  // where handouts go
    bool check_only;
    bool named; // the list has a column for names
} dgs_maker;

// Makes a handout with the defaults alone and throws it away: their faults and those of the content are reported before
// any row is read, and what all handouts share is there before workers begin.
bool dgs_maker_warm(dgs_maker *maker, dgs_err *err);

// Does the task of these bytes as dgs_pool_run() asks for it, its answer goes to `to`: checks the row's settings, its
// logo and the characters that the font has, or makes the handout and writes it under the job's folder.
void dgs_maker_work(dgs_maker *maker, dgs_str bytes, dgs_wire *to);
#endif
