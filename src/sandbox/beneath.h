// Whether a path leads out of a folder, links followed. Knows nothing of what is read.
#ifndef DGS_SANDBOX_BENEATH_H
#define DGS_SANDBOX_BENEATH_H
#include <stdbool.h>

// False only where it leads to something that is not in the folder; what leads nowhere, whoever opens it tells.
bool dgs_beneath(const char *folder, const char *path);
#endif
