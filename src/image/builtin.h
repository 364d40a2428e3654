// The art that is built into the program. The build tool bake.c writes the file that defines it; nothing is read here.
#ifndef DGS_IMAGE_BUILTIN_H
#define DGS_IMAGE_BUILTIN_H
#include "image/picture.h"

typedef struct dgs_builtin_art {
    const char *name; // the file's name without folders: "walking.svg"
    const dgs_art art;
} dgs_builtin_art;

extern const dgs_builtin_art dgs_builtin_arts[]; // sorted by name (strcmp)
extern const size_t dgs_nbuiltin_arts;
extern const char *const dgs_builtin_art_names[]; // the same names, up to a NULL

// The art of that name, or NULL.
const dgs_art *dgs_builtin_art_find(const char *name);
#endif
