// For getentropy(), which POSIX has not yet.
#define _GNU_SOURCE
#include "save/spare.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "save/place.h"

static void begin_of(const char *name, char out[DGS_SPARE_NAME])
{
    (void)snprintf(out, DGS_SPARE_NAME, ".%.100s.before-", name);
}

bool dgs_spare_draw(const char *name, char out[DGS_SPARE_NAME])
{
    uint64_t random;
    if (getentropy(&random, sizeof random) != 0)
        return false;
    begin_of(name, out);
    size_t n = strlen(out);
    (void)snprintf(out + n, DGS_SPARE_NAME - n, "%016llx", (unsigned long long)random);
    return true;
}

int dgs_spare_open(int folder, const char *spare)
{
    struct stat st;
    int fd = openat(folder, spare, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && dgs_place_may_trust(folder, &st))
        return fd;
    (void)close(fd); // nothing was read
    errno = EPERM;
    return -1;
}

bool dgs_spare_each(int folder, const char *name, bool (*take)(void *ctx, const char *spare), void *ctx)
{
    char begin[DGS_SPARE_NAME];
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (dir == NULL && fd >= 0)
        (void)close(fd); // only looked at
    if (dir == NULL)
        return true; // a folder that may not be read has none that can be found
    begin_of(name, begin);
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(dir)) != NULL;)
        if (strncmp(entry->d_name, begin, strlen(begin)) == 0)
            ok = take(ctx, entry->d_name);
    (void)closedir(dir);
    return ok;
}

typedef struct cleaning {
    int folder;
    const char *except;
} cleaning;

static bool clean_one(void *ctx, const char *spare)
{
    const cleaning *c = ctx;
    if (c->except == NULL || strcmp(spare, c->except) != 0)
        (void)unlinkat(c->folder, spare, 0);
    return true;
}

void dgs_spare_clean(int folder, const char *name, const char *except)
{
    cleaning c = {folder, except};
    (void)dgs_spare_each(folder, name, clean_one, &c);
}
