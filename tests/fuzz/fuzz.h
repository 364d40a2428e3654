// What the fuzz targets share: an input's parts, its arena, files to read it from, and what must hold of every outcome.
#ifndef DGS_TESTS_FUZZ_H
#define DGS_TESTS_FUZZ_H
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "image/picture.h"
#include "layout/pages.h"
#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

// An input ends with two bytes that the target's bytes do not hold: how to treat them, and the arena. Where the latter
// is odd, the arena ends early, after 1 KB to 64 MB.
typedef struct fuzz_input {
    dgs_str bytes; // a block of its own, so that a read beyond its end is seen
    unsigned choice;
    dgs_arena *arena;
} fuzz_input;

bool fuzz_open(fuzz_input *in, const uint8_t *data, size_t n); // false: too short, or no memory
void fuzz_close(fuzz_input *in);

enum { FUZZ_PART_END = 0x1c }; // FS: no text that we take may hold it
// The bytes up to the next FS, which are taken away; the rest when there is none.
dgs_str fuzz_part(dgs_str *rest);

// Fonts, opened once: they serve many handouts in the program too.
dgs_text *fuzz_text(void);

// A file in a folder that lives as long as the process; returns its path. fuzz_remove() takes it away.
const char *fuzz_put(const char *name, dgs_str bytes);
void fuzz_remove(const char *name);
const char *fuzz_folder(void);

// What must hold of a call's outcome: nothing went wrong and `ok`, or there is an error that is the input's or the
// arena's and is told in one sentence of UTF-8 without control characters. Anything else ends the process.
void fuzz_check(bool ok, const dgs_err *err);

// Whether the call failed because memory or the input's arena ended.
bool fuzz_ended(const fuzz_input *in, const dgs_err *err);

// Ends the process, with a word of what did not hold.
_Noreturn void fuzz_broken(const char *what);

// What must hold of composed pages: words, pictures and areas of links stay on the paper. Where the blank at a line's
// end ends is no matter.
void fuzz_places(const dgs_pages *pages);

// Paints a picture on a page of its own; the file has to come out, unless the arena ends.
void fuzz_paint(const dgs_picture *picture, dgs_arena *arena);

// Keeps a PDF for the judges: in the folder DGS_FUZZ_OUT, named by its bytes, where that is set (fuzz_keeps).
bool fuzz_keeps(void);
void fuzz_keep(dgs_str pdf);
#endif
