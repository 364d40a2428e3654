// Many files: each is all or nothing at once, and durable together with others. Knows nothing of what the bytes are.
#ifndef DGS_SAVE_MANY_H
#define DGS_SAVE_MANY_H
#include "base/err.h"
#include "base/str.h"
#include "save/place.h"

// In all of them what runs out (room on the disk, descriptors, memory) fails with DGS_ERR_TEMPORARY.

typedef struct dgs_folder { // held, so that nobody can lead its path elsewhere
    int fd;                 // open by O_PATH; -1: none
    const char *path;       // as messages say it
} dgs_folder;

// Makes the folder at this place where there is none, and holds it.
bool dgs_save_folder(const dgs_place *place, const char *path, dgs_folder *out, dgs_err *err);
void dgs_save_folder_leave(dgs_folder *folder); // may be called twice

// Gives the file `name` in the folder these bytes; `name` may hold one folder, which is made where it is missing. After
// a failure the old file is as it was, and *taken says whether it was for this name alone, which a folder has, say, or
// which is too long: then other files may still be written, and doing it again does not help. Durable only after
// dgs_save_settle().
bool dgs_save_one(const dgs_folder *folder, const char *name, dgs_str bytes, bool *taken, dgs_err *err);

// Makes durable all that was written to the file system that holds the folder. Fails where the folder has been moved
// away or replaced.
bool dgs_save_settle(const dgs_folder *folder, dgs_err *err);

// Takes away what dgs_save_one() and dgs_save_log_begin() left half done in the folder when they were killed; what a
// living process still writes is left alone.
void dgs_save_clean(const dgs_folder *folder);

// How many names in the folder itself end in `ending`; 0 where it cannot be read.
size_t dgs_save_count(const dgs_folder *folder, const char *ending);

// A file that grows by pieces, each whole and durable when dgs_save_log_add() returns.
typedef struct dgs_save_log {
    int fd;     // -1: not open
    int folder; // where it lies; somebody else's
    const char *name, *path;
    char temporary[64]; // its name there; "" once it has its own
    long long size;
} dgs_save_log;

// The right to replace the file of a name, against other runs that ask for it: had until the new one is published, and
// from then on for as long as that stays open.
typedef struct dgs_save_claim {
    int fd;      // -1: nothing to lock
    bool absent; // no file has the name
    bool shared; // somebody who only reads the file keeps it from being locked
} dgs_save_claim;

// Fails with DGS_ERR_TEMPORARY where another process has it.
bool dgs_save_claim_take(dgs_save_claim *claim, int folder, const char *name, const char *path, dgs_err *err);
void dgs_save_claim_end(dgs_save_claim *claim); // may be called twice

// Begins an empty one that is to be `name` in the open `folder`, `path` in messages; all of them live as long as the
// log. The file that has the name keeps it until dgs_save_log_publish(); whoever has that open may go on without harm
// to the new one.
bool dgs_save_log_begin(dgs_save_log *log, int folder, const char *name, const char *path, dgs_err *err);
bool dgs_save_log_add(dgs_save_log *log, dgs_str bytes, dgs_err *err);
// Durable when it returns. With a claim of the log's name it fails where another run came first; NULL = none is had.
bool dgs_save_log_publish(dgs_save_log *log, const dgs_save_claim *claim, dgs_err *err);
void dgs_save_log_end(dgs_save_log *log); // without a name by then, it is gone; may be called twice

// In a process that was forked and does not write it: its claim is to end with the one that does.
void dgs_save_log_leave(dgs_save_log *log);
#endif
