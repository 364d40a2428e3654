// What one process keeps of the handouts that it has made: templates, which are laid out and written once and then
// filled for one practice after another. Nothing of it changes a byte of any handout.
#ifndef DGS_HANDOUT_CACHE_H
#define DGS_HANDOUT_CACHE_H
#include "handout/handout.h"
#include "image/logo.h"

typedef struct dgs_cache dgs_cache;

// NULL when memory is short; freed by dgs_cache_free(). One cache is for orders that differ in their settings only, and
// for one dgs_text.
dgs_cache *dgs_cache_new(dgs_err *err);
void dgs_cache_free(dgs_cache *cache);

// The handout that these orders are about. *out is the cache's or, without one, in the arena. Fails as
// dgs_package_find() does.
bool dgs_cache_package(dgs_cache *cache, const dgs_order *order, dgs_arena *arena, const dgs_package **out,
                       dgs_err *err);

// Reads a logo, as a handout of these orders will need it, and keeps it for that. False where it cannot be used.
bool dgs_cache_logo(dgs_cache *cache, const dgs_logo_source *from, dgs_err *err);

// From now on logos that this process reads are there for all that share these `n` bytes of zeros, at the same address,
// and have caches for the same orders: those of one batch. They live longer than the cache.
void dgs_cache_share(dgs_cache *cache, void *memory, size_t n);

typedef struct dgs_handout_file {
    dgs_handout handout;
    dgs_pdf pdf; // that was written of it
} dgs_handout_file;

// Composes and writes, as dgs_handout_compose() and dgs_handout_write() do. *out is in the arena or in the cache, and
// lasts until the arena is reset or the next handout is made. `cache` may be NULL.
bool dgs_cache_make(dgs_cache *cache, const dgs_order *order, dgs_text *text, dgs_arena *arena, dgs_handout_file *out,
                    dgs_err *err);
#endif
