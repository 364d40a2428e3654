// What the program takes from a system and a page gives in another way: random numbers, files to write. There are no
// signals, so a crash where memory ends ends the instance, and the page begins another one.
#define _GNU_SOURCE // for getentropy(), which is POSIX only since 2024
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/engine.h"
#include "save/fail.h"
#include "save/many.h"
#include "save/save.h"

void arc4random_buf(void *to, size_t n); // for expat

void arc4random_buf(void *to, size_t n)
{
    enum { AT_MOST = 256 }; // getentropy(3)
    for (char *p = to; n > 0;) {
        size_t some = n < AT_MOST ? n : AT_MOST;
        (void)getentropy(p, some);
        p += some;
        n -= some;
    }
}

dgs_key dgs_key_draw(void)
{
    dgs_key key = {0};
    arc4random_buf(&key, sizeof key);
    return key;
}

dgs_text *dgs_host_text(dgs_err *err)
{
    const dgs_text_host host = {dgs_key_draw(), NULL};
    return dgs_text_new(&host, err);
}

// A place is a path from the folder where the program began.
void dgs_place_find(int start, const char *path, dgs_place *out)
{
    (void)start;
    *out = (dgs_place){.folder = -1};
    size_t n = strlen(path);
    if (n < sizeof out->name)
        memcpy(out->name, path, n + 1);
    else
        (void)dgs_save_fail_creating(path, ENAMETOOLONG, &out->fault);
}

void dgs_place_leave(dgs_place *place)
{
    (void)place;
}

bool dgs_save_stream(int fd, const char *name, dgs_str bytes, dgs_err *err)
{
    while (bytes.n > 0) {
        ssize_t n = write(fd, bytes.p, bytes.n);
        if (n <= 0)
            return dgs_save_fail_writing(name, n == 0 ? EIO : errno, err);
        bytes.p += n;
        bytes.n -= (size_t)n;
    }
    return true;
}

bool dgs_save_at(const dgs_place *place, const char *path, dgs_str bytes, dgs_err *err)
{
    if (place->fault.kind != DGS_OK)
        return dgs_fail(err, place->fault.kind, "%s", place->fault.message);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0)
        return dgs_save_fail_creating(path, errno, err);
    bool ok = dgs_save_stream(fd, path, bytes, err);
    (void)close(fd); // memory
    return ok;
}

bool dgs_save_folder(const dgs_place *place, const char *path, dgs_folder *out, dgs_err *err)
{
    *out = (dgs_folder){.fd = -1, .path = path};
    if (place->fault.kind != DGS_OK)
        return dgs_fail(err, place->fault.kind, "%s", place->fault.message);
    return mkdir(path, 0777) == 0 || errno == EEXIST || dgs_save_fail_creating(path, errno, err);
}

void dgs_save_folder_leave(dgs_folder *folder)
{
    (void)folder;
}
