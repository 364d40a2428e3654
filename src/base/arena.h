// One capped arena a handout: everything that lives as long as the handout is allocated here and freed at once.
#ifndef DGS_BASE_ARENA_H
#define DGS_BASE_ARENA_H
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

typedef struct dgs_arena dgs_arena;

// A new arena that hands out at most `cap` bytes. NULL when memory is short. The caller frees it with
// dgs_arena_free().
dgs_arena *dgs_arena_new(size_t cap);
void dgs_arena_free(dgs_arena *arena);

// Takes back all that was handed out, and keeps some of the memory for what comes next.
void dgs_arena_reset(dgs_arena *arena);

// Zeroed memory aligned for any type, or NULL when the cap or the memory is reached. Never freed one by one.
void *dgs_arena_alloc(dgs_arena *arena, size_t size);

// The same for `count` items of `size` bytes; NULL also when the product overflows.
void *dgs_arena_array(dgs_arena *arena, size_t count, size_t size);

// A larger copy of a block got from this arena: in place where the block is the newest one, else copied. The new part
// is zeroed. `old` may be NULL with old_size 0.
void *dgs_arena_grow(dgs_arena *arena, void *old, size_t old_size, size_t new_size);

// After a failure for want of memory: where it was the cap that was reached, and not the machine's memory, *err says
// that instead, with DGS_ERR_DATA, for trying again later would not help. Returns false.
bool dgs_arena_explain(const dgs_arena *arena, dgs_err *err);

// Bytes handed out so far.
size_t dgs_arena_used(const dgs_arena *arena);

// A vector in the arena: makes room for one more item of `*items` (pointer to the array, its count and capacity),
// returns the zeroed new item, or NULL.
#define DGS_PUSH(arena, items, count, cap) \
    ((items) = dgs_arena_reserve((arena), (items), (count), &(cap), sizeof *(items)), \
     (items) == NULL ? NULL : &(items)[(count)++])
void *dgs_arena_reserve(dgs_arena *arena, void *items, size_t count, size_t *cap, size_t item_size);
#endif
