#include "image/shelf.h"

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

typedef struct place {
    atomic_bool full; // set last: who sees it sees the rest
    dgs_file_identity file;
    const dgs_picture *picture;
} place;

struct dgs_shelf {
    size_t room;        // bytes behind this
    atomic_size_t used; // of them, or more where the last ones found too few
    atomic_size_t n;    // places that were taken, in the same way
    place of[DGS_SHELF_LOGOS];
};

enum { ALIGN = 16 }; // as malloc() has it

static size_t aligned(size_t n)
{
    return (n + ALIGN - 1) / ALIGN * ALIGN;
}

dgs_shelf *dgs_shelf_in(void *memory, size_t n)
{
    dgs_shelf *shelf = memory;
    size_t head = aligned(sizeof *shelf);
    if (n <= head)
        return NULL;
    shelf->room = n - head;
    return shelf;
}

const dgs_picture *dgs_shelf_find(dgs_shelf *shelf, const dgs_file_identity *file)
{
    size_t n = atomic_load(&shelf->n);
    for (size_t i = 0; i < n && i < DGS_SHELF_LOGOS; i++) {
        place *p = &shelf->of[i];
        if (atomic_load(&p->full) && dgs_file_identity_same(&p->file, file))
            return p->picture;
    }
    return NULL;
}

// A place and the room that belongs to it; NULL where one of them is not there.
static place *take_place(dgs_shelf *shelf, size_t n, void **room, size_t *number)
{
    size_t at = atomic_fetch_add(&shelf->used, n);
    if (at > shelf->room || n > shelf->room - at) {
        (void)atomic_fetch_sub(&shelf->used, n);
        return NULL;
    }
    *number = atomic_fetch_add(&shelf->n, 1);
    *room = (char *)shelf + aligned(sizeof *shelf) + at;
    if (*number < DGS_SHELF_LOGOS)
        return &shelf->of[*number];
    (void)atomic_fetch_sub(&shelf->n, 1);
    (void)atomic_fetch_sub(&shelf->used, n);
    return NULL;
}

const dgs_picture *dgs_shelf_put(dgs_shelf *shelf, const dgs_file_identity *file, const dgs_picture *picture)
{
    void *room;
    size_t number;
    const dgs_picture *there = dgs_shelf_find(shelf, file);
    if (there != NULL)
        return there;
    place *p = take_place(shelf, dgs_picture_copy(picture, NULL), &room, &number);
    if (p == NULL)
        return NULL;
    (void)dgs_picture_copy(picture, room);
    dgs_picture *copy = room;
    copy->key = number + 1;
    p->file = *file;
    p->picture = copy;
    atomic_store(&p->full, true);
    return copy;
}
