// Files as people name them: from their home folder, by an address, by the name on a Windows machine, in other
// capitals. Found where that is safe; else told exactly what is wrong. Knows nothing of what the files hold.
#ifndef DGS_HOST_NAMED_H
#define DGS_HOST_NAMED_H
#include "base/arena.h"
#include "base/err.h"

// The name of a file to read: "~/logo.png" and "file:///srv/logo.png" as plain paths, "art\logo.png" with slashes
// where there is such a file, each part in the form that it has on the disk (host/file.h). What is not there stays as
// it is. Fails with DGS_ERR_NOINPUT for an address on the web or in a network, or a path of Windows. `what` names the
// file's use ("logo").
bool dgs_named_input(dgs_arena *arena, const char *what, const char *typed, const char **out, dgs_err *err);

// True where the file is there, or where nothing is known of what was meant. Else fails with DGS_ERR_NOINPUT and the
// file in the same folder whose name differs in capitals or in two letters at most.
bool dgs_named_hint(dgs_arena *arena, const char *what, const char *path, dgs_err *err);

// The name of a file or folder to write: "~/handout.pdf" in the home folder. Fails with DGS_ERR_CANTCREATE for an
// address or a path of Windows.
bool dgs_named_output(dgs_arena *arena, const char *typed, const char **out, dgs_err *err);
#endif
