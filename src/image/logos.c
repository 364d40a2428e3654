#include "image/logos.h"

#include <stdlib.h>

#include "base/limits.h"

typedef struct entry {
    dgs_arena *arena; // NULL = free
    bool known;       // whether `file` tells what it was read from
    dgs_file_identity file;
    unsigned long long turn; // when it was last asked for
    dgs_picture picture;
} entry;

struct dgs_logos {
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

static void drop(dgs_logos *logos, entry *e)
{
    if (e->arena != NULL)
        logos->held -= dgs_arena_used(e->arena);
    dgs_arena_free(e->arena);
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
        if ((e->arena != NULL || !in_use) && (found == NULL || e->turn < found->turn))
            found = e;
    return found;
}

static bool read_into(entry *e, const dgs_logo_source *from, dgs_err *err)
{
    dgs_file_identity after;
    e->known = dgs_files_identity(from->files, from->path, &e->file);
    e->arena = dgs_arena_new(DGS_MEMORY_MAX);
    if (e->arena == NULL)
        return dgs_fail_memory(err);
    bool ok = dgs_logo_load(e->arena, from, &e->picture, err);
    e->known = e->known && dgs_files_identity(from->files, from->path, &after) &&
               dgs_file_identity_same(&e->file, &after); // else it changed under our hands
    return ok;
}

static entry *add(dgs_logos *logos, const dgs_logo_source *from, dgs_err *err)
{
    while (logos->held > logos->most)
        drop(logos, oldest(logos, true));
    entry *e = oldest(logos, false);
    drop(logos, e);
    bool ok = read_into(e, from, err);
    if (e->arena != NULL)
        logos->held += dgs_arena_used(e->arena);
    if (!ok) {
        drop(logos, e);
        return NULL;
    }
    e->picture.key = ++logos->key;
    return e;
}

const dgs_picture *dgs_logos_load(dgs_logos *logos, const dgs_logo_source *from, dgs_err *err)
{
    dgs_file_identity file;
    entry *found = NULL;
    bool known = dgs_files_identity(from->files, from->path, &file);
    for (entry *e = logos->of; known && e < logos->of + DGS_LOGOS_KEPT; e++)
        if (e->known && dgs_file_identity_same(&e->file, &file))
            found = e;
    if (found == NULL)
        found = add(logos, from, err);
    if (found == NULL)
        return NULL;
    found->turn = ++logos->turn;
    return &found->picture;
}
