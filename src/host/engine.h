// What the text room takes from the process that it runs in: a seed, and a way out of a crash. Knows no text.
#ifndef DGS_HOST_ENGINE_H
#define DGS_HOST_ENGINE_H
#include "base/keyed.h"
#include "text/text.h"

// From the kernel's random numbers; where it has none for us, from clock, process and address.
dgs_key dgs_key_draw(void);

// Maps the data file of the Chinese, Japanese and Korean faces, which dgs_host_text() hands on from then on: the file
// `named`, or where that is NULL the one that is installed, if it is there. For before the sandbox closes; once in a
// process. The program knows the file by its size and, of one that is named, by its SHA-256. Fails with
// DGS_ERR_NOINPUT where a named file is not there, and with DGS_ERR_DATA where it is another.
bool dgs_host_fonts(const char *named, dgs_err *err);

// Opened fonts, as dgs_text_new() gives them, for a process of its own: a call of HarfBuzz that crashes where memory
// ends is left by SIGSEGV's and SIGABRT's handlers, which are as they were at all other times.
dgs_text *dgs_host_text(dgs_err *err);
#endif
