#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

enum { BLOCK_SIZE = 256 * 1024, SPARES_MAX = 32 }; // 8 MB of spares: what an ordinary handout takes

typedef struct block {
    struct block *older;
    size_t size, used;
    size_t dirty; // bytes that were handed out before: those behind them are still zero
    alignas(max_align_t) unsigned char bytes[];
} block;

struct dgs_arena {
    block *newest;
    block *spare; // of BLOCK_SIZE, for later
    size_t nspare, cap, used;
    bool full; // the cap has refused something
};

dgs_arena *dgs_arena_new(size_t cap)
{
    dgs_arena *arena = calloc(1, sizeof *arena);
    if (arena != NULL)
        arena->cap = cap;
    return arena;
}

static void free_blocks(block *b)
{
    while (b != NULL) {
        block *older = b->older;
        free(b);
        b = older;
    }
}

void dgs_arena_free(dgs_arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena->newest);
    free_blocks(arena->spare);
    free(arena);
}

void dgs_arena_reset(dgs_arena *arena)
{
    for (block *b = arena->newest; b != NULL;) {
        block *older = b->older;
        if (b->size == BLOCK_SIZE && arena->nspare < SPARES_MAX) {
            b->older = arena->spare;
            arena->spare = b;
            arena->nspare++;
        } else {
            free(b);
        }
        b = older;
    }
    arena->newest = NULL;
    arena->used = 0;
    arena->full = false;
}

static block *take_block(dgs_arena *arena, size_t size)
{
    block *b = arena->spare;
    if (size <= BLOCK_SIZE && b != NULL) {
        arena->spare = b->older;
        arena->nspare--;
        return b;
    }
    size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    b = calloc(1, sizeof *b + room); // no more than asked for, where the system gives zeros anyway
    if (b != NULL)
        b->size = room;
    return b;
}

static size_t align_up(size_t size)
{
    size_t a = alignof(max_align_t);
    return (size + a - 1) / a * a;
}

// Hands out the next bytes of the newest block, which has the room. Memory that was never used is not touched, so that
// what is reserved for good measure costs nothing.
static void *hand_out(dgs_arena *arena, size_t size)
{
    block *b = arena->newest;
    unsigned char *p = b->bytes + b->used;
    if (b->used < b->dirty)
        memset(p, 0, size < b->dirty - b->used ? size : b->dirty - b->used);
    b->used += size;
    arena->used += size;
    if (b->dirty < b->used)
        b->dirty = b->used;
    return p;
}

void *dgs_arena_alloc(dgs_arena *arena, size_t size)
{
    if (size <= arena->cap)
        size = align_up(size == 0 ? 1 : size);
    if (size > arena->cap - arena->used) {
        arena->full = true;
        return NULL;
    }
    block *b = arena->newest;
    if (b == NULL || size > b->size - b->used) {
        b = take_block(arena, size);
        if (b == NULL)
            return NULL;
        b->older = arena->newest;
        b->used = 0;
        arena->newest = b;
    }
    return hand_out(arena, size);
}

void *dgs_arena_array(dgs_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    return dgs_arena_alloc(arena, count * size);
}

// Grows the newest block's last piece where it stands; true when that worked.
static int grow_in_place(dgs_arena *arena, void *old, size_t old_size, size_t new_size)
{
    block *b = arena->newest;
    size_t had = align_up(old_size), more = align_up(new_size) - had;
    if (b == NULL || had > b->used || (unsigned char *)old != b->bytes + b->used - had)
        return 0;
    if (more > b->size - b->used || more > arena->cap - arena->used)
        return 0;
    (void)hand_out(arena, more);
    return 1;
}

void *dgs_arena_grow(dgs_arena *arena, void *old, size_t old_size, size_t new_size)
{
    if (new_size <= old_size)
        return old;
    if (new_size <= arena->cap && old_size > 0 && grow_in_place(arena, old, old_size, new_size))
        return old;
    void *p = dgs_arena_alloc(arena, new_size);
    if (p != NULL && old_size > 0)
        memcpy(p, old, old_size);
    return p;
}

bool dgs_arena_explain(const dgs_arena *arena, dgs_err *err)
{
    if (err->kind != DGS_ERR_MEMORY || !arena->full)
        return false;
    *err = (dgs_err){0};
    return dgs_fail(err, DGS_ERR_DATA,
                    "the handout takes more than %zu MB of memory: use smaller pictures or a shorter text",
                    arena->cap / DGS_MB);
}

size_t dgs_arena_used(const dgs_arena *arena)
{
    return arena->used;
}

void *dgs_arena_reserve(dgs_arena *arena, void *items, size_t count, size_t *cap, size_t item_size)
{
    if (count < *cap)
        return items;
    size_t more = *cap == 0 ? 8 : *cap * 2;
    if (more < *cap || more > SIZE_MAX / item_size)
        return NULL;
    void *p = dgs_arena_grow(arena, items, *cap * item_size, more * item_size);
    if (p != NULL)
        *cap = more;
    return p;
}
