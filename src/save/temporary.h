// Temporary files: locked while their writer lives, so that what a killed one left behind can be told from what is
// being written. Private to the room.
#ifndef DGS_SAVE_TEMPORARY_H
#define DGS_SAVE_TEMPORARY_H
#include <stdbool.h>
#include <sys/types.h>

// Names are in an open folder.

// Makes and locks a new file, for writing; what a dead writer left under the name is taken away first. -1 with errno:
// EEXIST where somebody else writes it.
int dgs_temporary_open(int folder, const char *name, mode_t mode);

// Takes away the file of a dead writer. False only where there is none of the name at all.
bool dgs_temporary_clean(int folder, const char *name);

// The same of all names that begin so, where the folder can be read.
void dgs_temporary_clean_all(int folder, const char *prefix);

enum { DGS_TEMPORARY_NAME = 64 };

// Makes and locks a new file with a name that nobody can foretell, so that nobody can take it before: "PREFIXxxx.tmp",
// which it puts into `name`. -1 with errno.
int dgs_temporary_open_any(int folder, const char *prefix, mode_t mode, char name[DGS_TEMPORARY_NAME]);

// What only close(2) would tell, such as a share of a network disk that is used up, is asked for while the file has its
// temporary name, and keeps its lock. 0, or an errno. Closing it later tells nothing new.
int dgs_temporary_finish(int fd);

// After a crash of the whole machine a new name may be lost unless the folder that holds it is written out too. Says
// nothing where that fails: the file stands by then, so an error would tell less than the truth.
void dgs_temporary_settle(int folder);
#endif
