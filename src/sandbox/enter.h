// What this process and those that it starts may still do, by the kernel's word: Landlock for files, seccomp for all
// other calls. Knows nothing of handouts. Linux only.
//
// Landlock takes as much as the kernel has (its ABI, landlock(7)): reading, making and writing files from ABI 2 on,
// cutting them off from 3, TCP from 4, devices' ioctl(2) from 5, signals to strangers and abstract sockets from 6. ABI
// 1 counts as none: under it no file can be moved between folders, as --split-dirs does. Where there is none, files are
// as free as before; seccomp holds in any case.
#ifndef DGS_SANDBOX_ENTER_H
#define DGS_SANDBOX_ENTER_H
#include <stddef.h>

#include "base/err.h"

typedef enum dgs_cell {
    // Before input is read: no network, nothing that steers the machine, no writing but where it is allowed. Reads what
    // it likes and may start programs, which are held by the same.
    DGS_CELL_WARY,
    // The same for a program that helps: reads and runs only what is allowed.
    DGS_CELL_HELPER,
    // A batch's first process: starts copies of itself, no other program. Files as in DGS_CELL_WARY.
    DGS_CELL_PARENT,
    // Composing: only the files that are allowed, no new process, no memory that becomes code.
    DGS_CELL_COMPOSE
} dgs_cell;

enum { DGS_ACCESS_READ = 1, DGS_ACCESS_WRITE = 2, DGS_ACCESS_RUN = 4 };

typedef struct dgs_access {
    const char *path; // a folder with all that is in it, or one file; NULL, or nothing there = nothing is allowed
    unsigned rights;  // DGS_ACCESS_*; WRITE of a folder is also to make, replace and take away files in it
    int held;         // instead of a path: open, a folder or file; 0 = none
} dgs_access;

// Goes in for good; cells add up, each takes more away. Fails with DGS_ERR_SYSTEM where the kernel refuses (the
// message names --no-sandbox), with DGS_ERR_TEMPORARY where memory or descriptors end.
bool dgs_cell_enter(dgs_cell cell, const dgs_access *allowed, size_t n, dgs_err *err);

// Keeps the process's memory out of core files and away from other processes of the same user.
bool dgs_cell_hide_memory(dgs_err *err);

// Whether the kernel has seccomp filters.
bool dgs_cell_seccomp(void);

// The kernel's Landlock ABI; 0 = it has none that serves.
int dgs_cell_landlock(void);
#endif
