// What a handout is made from, as one hash: the same inputs give the same bytes. Reads the files that they name.
#ifndef DGS_BATCH_INPUTS_H
#define DGS_BATCH_INPUTS_H
#include "base/sha256.h"
#include "host/file.h"
#include "order/job.h"
#include "order/order.h"

// What all rows of a batch share: versions of program and libraries, options, date, the content's files.
// Fails where the content's folder cannot be read, and with DGS_ERR_DATA where there is too much in it (base/limits.h)
// or a link in it leads back to a folder that it is in; both are found before a file is read.
bool dgs_inputs_common(const dgs_batch_job *job, const dgs_order *order, dgs_arena *arena, char out[DGS_SHA256_HEX + 1],
                       dgs_err *err);

// A logo that was read lately; by its name and by what tells that the file is still the same.
typedef struct dgs_inputs_logo {
    char *path; // malloc'ed; NULL = none yet
    dgs_file_identity identity;
    bool sound; // it was decoded, and can be
    char sha256[DGS_SHA256_HEX + 1];
} dgs_inputs_logo;

enum { DGS_INPUTS_LOGOS = 32 };

typedef struct dgs_inputs_logos { // starts as zeros
    dgs_inputs_logo of[DGS_INPUTS_LOGOS];
    unsigned next;
} dgs_inputs_logos;

// The logo's entry, read again where the file has changed; lives until the next call. NULL on failure.
dgs_inputs_logo *dgs_inputs_logo_find(dgs_inputs_logos *logos, const char *path, dgs_arena *arena, dgs_err *err);

// Whether the file is still the one that was read.
bool dgs_inputs_logo_unchanged(const dgs_inputs_logo *logo);
void dgs_inputs_logos_free(dgs_inputs_logos *logos);

// The inputs of one row: what is shared, the settings in force, and the logo's bytes (NULL = no logo).
bool dgs_inputs_of(const char *common, const dgs_settings *in_force, const dgs_inputs_logo *logo, dgs_arena *arena,
                   char out[DGS_SHA256_HEX + 1], dgs_err *err);
#endif
