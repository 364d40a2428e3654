// What the program takes from a system and a page gives in another way: random numbers, files to write. There are no
// signals, so a crash where memory ends ends the instance, and the page begins another one.
#define _GNU_SOURCE // for getentropy(), which is POSIX only since 2024
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/engine.h"
#include "host/file.h"
#include "save/fail.h"
#include "save/many.h"
#include "save/save.h"

// NOLINTNEXTLINE(readability-redundant-declaration) // other C libraries declare it
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

static dgs_str fonts; // for the life of the instance

static bool read_fonts(int fd, char *to)
{
    for (size_t n = 0; n < DGS_TEXT_DATA_SIZE;) {
        ssize_t some = read(fd, to + n, DGS_TEXT_DATA_SIZE - n);
        if (some <= 0)
            return false;
        n += (size_t)some;
    }
    return true;
}

// The page puts the file that it was given at the root.
bool dgs_host_fonts(const char *named, dgs_err *err)
{
    const char *path = named == NULL ? "dgs-pdf-cjk.fonts" : named;
    dgs_err missing = {0};
    int fd = dgs_file_open("fonts", path, DGS_FILE_AGAIN, named == NULL ? &missing : err);
    if (fd < 0)
        return named == NULL;
    char *bytes = malloc(DGS_TEXT_DATA_SIZE);
    bool whole = bytes != NULL && read_fonts(fd, bytes);
    (void)close(fd);
    if (bytes == NULL)
        return dgs_fail_memory(err);
    fonts = (dgs_str){bytes, whole ? DGS_TEXT_DATA_SIZE : 0};
    return dgs_text_data(fonts, named != NULL) || dgs_fail(err, DGS_ERR_DATA, "%s %s", path, dgs_text_other_data);
}

dgs_text *dgs_host_text(dgs_err *err)
{
    const dgs_text_host host = {dgs_key_draw(), NULL, fonts};
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

bool dgs_place_stat(const dgs_place *place, struct stat *st)
{
    (void)place, (void)st;
    return false; // nothing is there yet
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
