// The logos that one process has read recently, decoded, so that handouts with the same logo read it once. Knows
// nothing of handouts.
#ifndef DGS_IMAGE_LOGOS_H
#define DGS_IMAGE_LOGOS_H
#include "image/logo.h"
#include "image/shelf.h"

enum { DGS_LOGOS_KEPT = 32 }; // so many at most

typedef struct dgs_logos dgs_logos;

// Keeps up to `most` bytes of logos, and beyond that the newest one. NULL when memory ends.
dgs_logos *dgs_logos_new(size_t most, dgs_err *err);
void dgs_logos_free(dgs_logos *logos); // and all that it has given; NULL is allowed

// From now on logos go on a shelf as long as it has room, and come from there. It lives longer than what is given.
void dgs_logos_share(dgs_logos *logos, dgs_shelf *shelf);

// What dgs_logo_load() makes of the file. The picture lives at least until the next call. The same file, by what its
// folder says of it (place on the disk, size, times), gives the same picture as long as it is kept, and a picture that
// was read again has another key. NULL on failure.
const dgs_picture *dgs_logos_load(dgs_logos *logos, const dgs_logo_source *from, dgs_err *err);
#endif
