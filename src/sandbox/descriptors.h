// What a process was given open by whoever started it. Knows nothing of what is in it.
#ifndef DGS_SANDBOX_DESCRIPTORS_H
#define DGS_SANDBOX_DESCRIPTORS_H
#include "base/err.h"

// Closes all descriptors but the standard streams and those that an argument, or the environment's DGS_PDF_PROFILE,
// names as /dev/fd/N or /proc/self/fd/N (as a shell's <(...) does): a connection or file that was left open would lead
// out of every sandbox. To be called before anything is opened.
void dgs_descriptors_close(int argc, char *const *argv);

// A standard stream that is closed would give its number to the next file that is opened, and messages would go there.
// A folder stands for it, since it can be neither read nor written, also not by way of /dev/stdin and /dev/stdout.
// To be called first of all; DGS_ERR_IO where nothing can be opened.
bool dgs_descriptors_hold(dgs_err *err);
#endif
