// A program outside of the engine that draws SVG beyond our subset, as a call. Knows no program.
#ifndef DGS_BASE_DRAWER_H
#define DGS_BASE_DRAWER_H
#include "base/err.h"
#include "base/str.h"

typedef struct dgs_drawing {
    const char *name; // of its file, with which messages begin
    dgs_str svg;
    unsigned across, down; // pixels that it is to fit into
} dgs_drawing;

typedef struct dgs_font_wanted {
    const char *family; // as a browser knows it: "Brandon Grotesque"
    dgs_str text;       // UTF-8, to be set in it
} dgs_font_wanted;

typedef struct dgs_font_found {
    bool installed;
    uint32_t missing; // a character of the text that no font has; 0 = there are all
} dgs_font_found;

typedef struct dgs_drawer { // its calls get `ctx`
    void *ctx;
    bool (*ready)(void *ctx); // whether there is such a program
    const char *get_it;       // how to get one, in a message after "or "
    // *png is in the arena. Fails with DGS_ERR_DATA where it cannot draw it.
    bool (*draw)(void *ctx, const dgs_drawing *drawing, dgs_arena *arena, dgs_str *png, dgs_err *err);
    // Whether it has a font; false where that cannot be told. NULL = that never can.
    bool (*font)(void *ctx, const dgs_font_wanted *wanted, dgs_arena *arena, dgs_font_found *out);
} dgs_drawer;
#endif
