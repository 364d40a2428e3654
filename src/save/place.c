// For O_PATH and fstatfs(), which POSIX has not.
#define _GNU_SOURCE
#include "save/place.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "save/fail.h"

enum { LINKS_MAX = 40, PROC = 0x9fa0, FOREIGN = -1 }; // the kernel's own limit; statfs(2); none of errno's

typedef struct walk {
    int folder;
    char rest[PATH_MAX]; // of the path, from there on
    int links;
} walk;

typedef enum step { STEP_ON, STEP_THERE, STEP_FAILED } step;

static void enter(walk *w, int folder)
{
    (void)close(w->folder); // only named
    w->folder = folder;
}

// Puts what a link says before the rest of the path. 0, or an errno.
static int put_before(walk *w, const char *to, size_t n, const char *rest)
{
    const size_t left = strlen(rest), slash = left > 0; // none behind the last name
    if (n + slash + left >= sizeof w->rest)
        return ENAMETOOLONG;
    memmove(w->rest + n + slash, rest, left + 1);
    memcpy(w->rest, to, n);
    if (slash > 0)
        w->rest[n] = '/';
    if (n == 0)
        return ENOENT;
    int root = to[0] == '/' ? open("/", O_PATH | O_DIRECTORY | O_CLOEXEC) : w->folder;
    if (root < 0)
        return errno;
    if (root != w->folder)
        enter(w, root);
    return 0;
}

bool dgs_place_may_trust(int folder, const struct stat *what)
{
    struct stat st;
    if (fstat(folder, &st) != 0)
        return false;
    bool shared = (st.st_mode & S_IWOTH) != 0 || ((st.st_mode & S_ISVTX) != 0 && (st.st_mode & S_IWGRP) != 0);
    return !shared || what->st_uid == geteuid() || what->st_uid == st.st_uid;
}

static bool is_proc(const walk *w)
{
    struct statfs fs;
    return fstatfs(w->folder, &fs) == 0 && fs.f_type == PROC;
}

// A link of /proc stands for the thing itself, whatever its words say. *code: 0, or an errno.
static step follow_proc(walk *w, dgs_place *out, const char *rest, bool *done, int *code)
{
    struct stat st;
    int to = openat(w->folder, out->name, O_PATH | O_CLOEXEC);
    *done = true;
    if (to < 0 || fstat(to, &st) != 0) {
        *code = errno;
        return STEP_FAILED;
    }
    if (S_ISDIR(st.st_mode)) {
        enter(w, to);
        memmove(w->rest, rest, strlen(rest) + 1);
        return STEP_ON;
    }
    (void)close(to); // only named
    *done = !S_ISREG(st.st_mode);
    out->open = *done && *rest == '\0';
    *code = ENOTDIR;
    return out->open ? STEP_THERE : STEP_FAILED;
}

static step follow(walk *w, dgs_place *out, int link, const struct stat *st, const char *rest, int *code)
{
    char to[PATH_MAX];
    bool done = false;
    *code = !dgs_place_may_trust(w->folder, st) ? FOREIGN : ++w->links > LINKS_MAX ? ELOOP : 0;
    if (*code != 0)
        return STEP_FAILED;
    step next = is_proc(w) ? follow_proc(w, out, rest, &done, code) : STEP_ON;
    if (done)
        return next;
    ssize_t n = readlinkat(link, "", to, sizeof to);
    *code = n < 0 ? errno : n == (ssize_t)sizeof to ? ENAMETOOLONG : put_before(w, to, (size_t)n, rest);
    return *code == 0 ? STEP_ON : STEP_FAILED;
}

// Takes the next name off the path; "." where none is left. False where it is too long.
static bool take_name(walk *w, char name[NAME_MAX + 1], const char **rest)
{
    const char *begin = w->rest + strspn(w->rest, "/");
    size_t n = strcspn(begin, "/");
    *rest = begin + n + strspn(begin + n, "/");
    if (n > NAME_MAX)
        return false;
    memcpy(name, n == 0 ? "." : begin, n == 0 ? 1 : n);
    name[n == 0 ? 1 : n] = '\0';
    return true;
}

static step go_on(walk *w, dgs_place *out, int *code)
{
    struct stat st;
    const char *rest;
    *code = ENAMETOOLONG;
    if (!take_name(w, out->name, &rest))
        return STEP_FAILED;
    int next = openat(w->folder, out->name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
    *code = next < 0 || fstat(next, &st) != 0 ? errno : 0;
    if (next < 0)
        return *code == ENOENT && *rest == '\0' ? STEP_THERE : STEP_FAILED;
    step result = STEP_FAILED;
    if (*code == 0 && S_ISLNK(st.st_mode)) {
        result = follow(w, out, next, &st, rest, code);
    } else if (*code == 0 && *rest == '\0') {
        result = STEP_THERE;
    } else if (*code == 0 && !S_ISDIR(st.st_mode)) {
        *code = ENOTDIR;
    } else if (*code == 0) {
        enter(w, next);
        memmove(w->rest, rest, strlen(rest) + 1);
        return STEP_ON;
    }
    (void)close(next); // only named
    return result;
}

static void fail(dgs_place *out, const char *path, int code)
{
    if (code == FOREIGN)
        (void)dgs_fail(&out->fault, DGS_ERR_CANTCREATE,
                       "%s: another user's link leads there, in a folder that others can write to: name the target "
                       "itself, or a folder of your own",
                       path);
    else
        (void)dgs_save_fail_creating(path, code, &out->fault);
}

void dgs_place_find(int start, const char *path, dgs_place *out)
{
    walk w = {.folder = -1};
    int code = *path == '\0' ? ENOENT : strlen(path) >= sizeof w.rest ? ENAMETOOLONG : 0;
    *out = (dgs_place){.folder = -1};
    if (code == 0) {
        memcpy(w.rest, path, strlen(path) + 1);
        w.folder = openat(start, *path == '/' ? "/" : ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
        code = w.folder < 0 ? errno : 0;
    }
    for (step now = STEP_ON; code == 0 && w.folder >= 0 && now == STEP_ON;) {
        now = go_on(&w, out, &code);
        if (now == STEP_THERE) {
            out->folder = w.folder;
            return;
        }
        code = now == STEP_ON ? 0 : code;
    }
    if (w.folder >= 0)
        (void)close(w.folder); // only named
    fail(out, path, code);
}

void dgs_place_leave(dgs_place *place)
{
    if (place->folder >= 0)
        (void)close(place->folder); // only named
    place->folder = -1;
}

int dgs_place_open(const dgs_place *place, int flags)
{
    return openat(place->folder, place->name, flags | O_CLOEXEC | (place->open ? 0 : O_NOFOLLOW));
}

bool dgs_place_stat(const dgs_place *place, struct stat *st)
{
    return fstatat(place->folder, place->name, st, place->open ? 0 : AT_SYMLINK_NOFOLLOW) == 0;
}

bool dgs_place_is_shared(int folder)
{
    struct stat st;
    return fstat(folder, &st) != 0 || (st.st_mode & (S_IWOTH | S_IWGRP)) != 0;
}
