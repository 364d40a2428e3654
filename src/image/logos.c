#include "image/logos.h"

#include <stdlib.h>

#include "base/limits.h"

typedef struct entry {
    dgs_picture *picture; // with all that belongs to it; NULL = free
    size_t bytes;         // that these are
    bool known;           // whether `file` tells what it was read from
    dgs_file_identity file;
    unsigned long long turn; // when it was last asked for
} entry;

struct dgs_logos {
    dgs_shelf *shelf;  // NULL = none
    size_t most, held; // bytes
    unsigned long long turn, key;
    entry of[DGS_LOGOS_KEPT];
};

dgs_logos *dgs_logos_new(size_t most, dgs_err *err)
{
    dgs_logos *logos = calloc(1, sizeof *logos);
    if (logos == NULL)
        (void)dgs_fail_memory(err);
    else
        logos->most = most;
    return logos;
}

void dgs_logos_share(dgs_logos *logos, dgs_shelf *shelf)
{
    logos->shelf = shelf;
}

static void drop(dgs_logos *logos, entry *e)
{
    logos->held -= e->bytes;
    free(e->picture);
    *e = (entry){0};
}

void dgs_logos_free(dgs_logos *logos)
{
    for (size_t i = 0; logos != NULL && i < DGS_LOGOS_KEPT; i++)
        drop(logos, &logos->of[i]);
    free(logos);
}

// The longest unused one; or a free one, whose turn is 0.
static entry *oldest(dgs_logos *logos, bool in_use)
{
    entry *found = NULL;
    for (entry *e = logos->of; e < logos->of + DGS_LOGOS_KEPT; e++)
        if ((e->picture != NULL || !in_use) && (found == NULL || e->turn < found->turn))
            found = e;
    return found;
}

// Without what reading it took, which is many times as much.
static const dgs_picture *add(dgs_logos *logos, const entry *read, const dgs_picture *picture, dgs_err *err)
{
    while (logos->held > logos->most)
        drop(logos, oldest(logos, true));
    entry *e = oldest(logos, false);
    drop(logos, e);
    *e = *read;
    e->bytes = dgs_picture_copy(picture, NULL);
    e->picture = malloc(e->bytes);
    if (e->picture == NULL) {
        *e = (entry){0};
        (void)dgs_fail_memory(err);
        return NULL;
    }
    (void)dgs_picture_copy(picture, e->picture);
    logos->held += e->bytes;
    e->picture->key = DGS_SHELF_LOGOS + ++logos->key;
    e->turn = ++logos->turn;
    return e->picture;
}

static const dgs_picture *read_into(dgs_logos *logos, const dgs_logo_source *from, dgs_arena *arena, dgs_err *err)
{
    dgs_file_identity after;
    dgs_picture picture;
    entry read = {.known = dgs_files_identity(from->files, from->path, &read.file)};
    if (!dgs_logo_load(arena, from, &picture, err))
        return NULL;
    read.known = read.known && dgs_files_identity(from->files, from->path, &after) &&
                 dgs_file_identity_same(&read.file, &after); // else it changed under our hands
    const dgs_picture *shared =
        logos->shelf == NULL || !read.known ? NULL : dgs_shelf_put(logos->shelf, &read.file, &picture);
    return shared != NULL ? shared : add(logos, &read, &picture, err);
}

static const dgs_picture *find(dgs_logos *logos, const dgs_file_identity *file)
{
    for (entry *e = logos->of; e < logos->of + DGS_LOGOS_KEPT; e++)
        if (e->known && dgs_file_identity_same(&e->file, file)) {
            e->turn = ++logos->turn;
            return e->picture;
        }
    return logos->shelf == NULL ? NULL : dgs_shelf_find(logos->shelf, file);
}

const dgs_picture *dgs_logos_load(dgs_logos *logos, const dgs_logo_source *from, dgs_err *err)
{
    dgs_file_identity file;
    const dgs_picture *found = dgs_files_identity(from->files, from->path, &file) ? find(logos, &file) : NULL;
    if (found != NULL)
        return found;
    dgs_arena *arena = dgs_arena_new(DGS_MEMORY_MAX);
    if (arena == NULL)
        (void)dgs_fail_memory(err);
    else
        found = read_into(logos, from, arena, err);
    dgs_arena_free(arena);
    return found;
}
