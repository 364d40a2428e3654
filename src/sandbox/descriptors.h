// What a process was given open by whoever started it. Knows nothing of what is in it.
#ifndef DGS_SANDBOX_DESCRIPTORS_H
#define DGS_SANDBOX_DESCRIPTORS_H

// Closes all descriptors but the standard streams and those that an argument, or the environment's DGS_PDF_PROFILE,
// names as /dev/fd/N or /proc/self/fd/N (as a shell's <(...) does): a connection or file that was left open would lead
// out of every sandbox. To be called before anything is opened.
void dgs_descriptors_close(int argc, char *const *argv);
#endif
