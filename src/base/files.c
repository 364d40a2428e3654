#include "base/files.h"

#include <string.h>

bool dgs_file_identity_same(const dgs_file_identity *a, const dgs_file_identity *b)
{
    return memcmp(a, b, sizeof *a) == 0; // numbers of one size: nothing lies between them
}

bool dgs_files_read(const dgs_files *files, dgs_arena *arena, const dgs_file_wanted *wanted, dgs_str *out, dgs_err *err)
{
    if (files == NULL)
        return dgs_fail(err, DGS_ERR_NOINPUT, "%s: the %s is missing from the files: add it", wanted->path,
                        wanted->what);
    return files->read(files->ctx, arena, wanted, out, err);
}

bool dgs_files_identity(const dgs_files *files, const char *path, dgs_file_identity *out)
{
    return files != NULL && files->identify != NULL && files->identify(files->ctx, path, out);
}

static const dgs_memory_file *named(const dgs_memory_files *memory, const char *name)
{
    for (size_t i = 0; i < memory->n; i++)
        if (strcmp(memory->of[i].name, name) == 0)
            return &memory->of[i];
    return NULL;
}

static bool find(void *ctx, dgs_arena *arena, const char *name, const char **path, dgs_err *err)
{
    const dgs_memory_file *file = named(ctx, name);
    *path = file == NULL ? NULL : dgs_str_copy(arena, dgs_str_of(file->name));
    return file == NULL || *path != NULL || dgs_fail_memory(err);
}

static bool read_whole(void *ctx, dgs_arena *arena, const dgs_file_wanted *wanted, dgs_str *out, dgs_err *err)
{
    const dgs_memory_file *file = named(ctx, wanted->path);
    (void)arena;
    if (file == NULL)
        return dgs_files_read(NULL, arena, wanted, out, err);
    if (file->bytes.n > wanted->most)
        return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is larger than %zu KB: use a smaller file", file->name,
                        wanted->what, wanted->most / 1024);
    *out = file->bytes;
    return true;
}

dgs_files dgs_files_of(const dgs_memory_files *memory)
{
    return (dgs_files){.ctx = (void *)memory, .name = "the content", .find = find, .read = read_whole};
}
