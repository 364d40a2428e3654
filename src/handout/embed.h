// What the two halves of the public face share: src/handout/dgs-handout.h, whose contracts hold here. Nobody outside
// includes it.
#ifndef DGS_HANDOUT_EMBED_H
#define DGS_HANDOUT_EMBED_H
#include "handout/dgs-handout.h"
#include "handout/handout.h"

struct dgs_handout_order {
    dgs_arena *arena;
    dgs_text *text;
    dgs_settings settings;
    dgs_client client;
    dgs_order order; // points to those two, and to `content` and `drawer` where they are in use
    dgs_memory_file *named;
    size_t named_cap;
    dgs_memory_files files;
    dgs_files content;
    dgs_handout_draw *draw;
    void *draw_ctx;
    dgs_drawer drawer;
};

// Tells what `err` says; returns false. `error` may be NULL.
bool dgs_embed_fail(const dgs_err *err, dgs_handout_error *error);

dgs_handout_fault dgs_embed_fault(dgs_err_kind kind);
#endif
