// What a file is, by its first bytes. Reads nothing else of it.
#ifndef DGS_IMAGE_KIND_H
#define DGS_IMAGE_KIND_H
#include "base/str.h"

typedef enum dgs_kind_name { DGS_KIND_OTHER, DGS_KIND_PNG, DGS_KIND_JPEG, DGS_KIND_WEBP, DGS_KIND_SVG } dgs_kind_name;

typedef struct dgs_kind {
    dgs_kind_name name;
    const char *text;  // what it is to its owner: "a GIF picture"
    const char *to_do; // of one that is not read: how to get one that is
} dgs_kind;

// NULL where it is nothing that is known.
const dgs_kind *dgs_kind_of(dgs_str bytes);
#endif
