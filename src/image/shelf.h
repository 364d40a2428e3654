// Decoded logos in memory that processes share, so that what one of them has read no other reads again. Each is written
// once, then only read, and none is ever taken out. Knows no files, and gets its memory from whoever begins the
// processes, who may share it with those alone that work on the same list with the same rights.
#ifndef DGS_IMAGE_SHELF_H
#define DGS_IMAGE_SHELF_H
#include "base/files.h"
#include "image/picture.h"

enum { DGS_SHELF_LOGOS = 1024 }; // so many at most

typedef struct dgs_shelf dgs_shelf;

// In `n` bytes of zeros at `memory`, which are shared by processes that have them at the same address and live longer
// than whatever is taken from the shelf. NULL where they are too few.
dgs_shelf *dgs_shelf_in(void *memory, size_t n);

// The picture of this file, whose key is from 1 to DGS_SHELF_LOGOS; NULL = there is none.
const dgs_picture *dgs_shelf_find(dgs_shelf *shelf, const dgs_file_identity *file);

// Puts a copy of the picture there, or finds that another process has done so meanwhile; NULL = there is no room.
const dgs_picture *dgs_shelf_put(dgs_shelf *shelf, const dgs_file_identity *file, const dgs_picture *picture);

// Copies a picture with all that belongs to it to `to`, which is aligned as malloc() does it, in one piece that begins
// with the dgs_picture itself. Returns its bytes; `to` may be NULL, and then that is all it does.
size_t dgs_picture_copy(const dgs_picture *picture, void *to);
#endif
