// The files in a ZIP archive in memory (PKWARE's APPNOTE 6.3, without ZIP64), by zlib, as far as workbooks go. libzip
// would do it too, but brings a library of ciphers that each run of the program would load. Knows nothing of workbooks.
#ifndef DGS_BATCH_ZIP_H
#define DGS_BATCH_ZIP_H
#include "base/err.h"
#include "base/str.h"

// Takes unpacked bytes as they come; false (told elsewhere) ends the unpacking.
typedef bool dgs_zip_take(void *ctx, const char *bytes, size_t n);

typedef struct dgs_zip_wanted {
    dgs_str zip;
    const char *path; // of the archive, for messages
    const char *name; // of the file in it
    size_t most;      // bytes that it may unpack to
} dgs_zip_wanted;

// Whether it holds a file of this name.
bool dgs_zip_has(dgs_str zip, const char *name);

// Unpacks one file. Fails with DGS_ERR_DATA where it is not there, damaged, packed in a way that no workbook is, or too
// large; returns false where `take` did.
bool dgs_zip_unpack(const dgs_zip_wanted *wanted, dgs_zip_take *take, void *ctx, dgs_err *err);
#endif
