// Where something is to be written: found once and held, so that nothing which others do to the path afterwards leads
// it elsewhere. Knows nothing of what is written.
//
// In a folder that everybody may write to, or in one with the sticky bit that a group may, no symbolic link is followed
// that belongs to neither the user nor the folder's owner, whatever the kernel allows (proc(5),
// fs.protected_symlinks): another user may have put it there to have a file of ours replaced.
#ifndef DGS_SAVE_PLACE_H
#define DGS_SAVE_PLACE_H
#include <limits.h>
#include <sys/stat.h>

#include "base/err.h"

typedef struct dgs_place {
    int folder;              // open by O_PATH; -1: nothing is to be written, or nothing can be
    char name[NAME_MAX + 1]; // in it; there or not, and not a symbolic link when it was found
    bool open;               // the name is one of /proc's, that stands for what is open, such as a pipe
    dgs_err fault;           // why nothing can be written; for whoever comes to write
} dgs_place;

// Finds where a path leads, links followed; from the folder `start` or, with AT_FDCWD, from the current one.
void dgs_place_find(int start, const char *path, dgs_place *out);
void dgs_place_leave(dgs_place *place); // may be called twice

// What has the name now: openat(2) and fstatat(2). A link that has come there meanwhile is not followed: ELOOP, and
// S_IFLNK.
int dgs_place_open(const dgs_place *place, int flags);
bool dgs_place_stat(const dgs_place *place, struct stat *st);

// Whether a thing in the open folder was put there by the user or the folder's owner, or by anybody where only those
// who are trusted may write. `what` is of the thing itself, links not followed.
bool dgs_place_may_trust(int folder, const struct stat *what);

// Whether others may put names into an open folder.
bool dgs_place_is_shared(int folder);
#endif
