// Spare copies of a file, kept in its folder while it is written again from its beginning, so that a kill loses
// nothing. Their names cannot be foretold, so nobody else can take them before; they are found again by how they begin.
// Knows nothing of what the bytes are.
#ifndef DGS_SAVE_SPARE_H
#define DGS_SAVE_SPARE_H
#include <stdbool.h>

enum { DGS_SPARE_NAME = 160 };

// A new name for a spare copy of the file `name`. False where the system gives no random number.
bool dgs_spare_draw(const char *name, char out[DGS_SPARE_NAME]);

// The open spare copy `spare` in the open folder, for reading. -1 with errno where it is not a regular file, or where,
// in a folder of many users, it is neither the user's nor the folder's owner's: EPERM.
int dgs_spare_open(int folder, const char *spare);

// Calls `take` with the name of each entry of the open folder that is named like a spare copy of the file `name`, until
// one call returns false; that is returned.
bool dgs_spare_each(int folder, const char *name, bool (*take)(void *ctx, const char *spare), void *ctx);

// Takes all of them away, but for the one named `except`; NULL = none. What may not be taken away stays.
void dgs_spare_clean(int folder, const char *name, const char *except);
#endif
