#include "host/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/form.h"

// Standard input may have been given to us by somebody who does not want to wait for it.
static ssize_t read_some(int fd, char *to, size_t n)
{
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    for (;;) {
        ssize_t got = read(fd, to, n);
        if (got >= 0 || (errno != EINTR && errno != EAGAIN))
            return got;
        if (errno == EAGAIN)
            (void)poll(&wait, 1, -1);
    }
}

static bool read_all(int fd, const char *what, const char *path, size_t limit, dgs_buf *buf, dgs_err *err)
{
    char chunk[16384];
    for (;;) {
        ssize_t got = read_some(fd, chunk, sizeof chunk);
        if (got < 0)
            return dgs_fail(err, DGS_ERR_IO, "%s: the %s could not be read completely: %s", path, what,
                            strerror(errno));
        if (got == 0)
            return buf->failed ? dgs_fail_memory(err) : true;
        if ((size_t)got > limit - buf->n)
            return dgs_fail(err, DGS_ERR_DATA, "%s: the %s is larger than %zu KB: use a smaller file", path, what,
                            limit / 1024);
        dgs_buf_add(buf, chunk, (size_t)got);
    }
}

bool dgs_file_fail_outside(const char *what, const char *path, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_NOINPUT,
                    "%s: the %s is outside the folders that the sandbox may read: move it into the folder of the list "
                    "or of the content",
                    path, what);
}

// Where the file's permissions allow what was refused, it was the sandbox that refused.
bool dgs_file_fail_opening(const char *what, const char *path, int code, dgs_err *err)
{
    if (code == ENOMEM)
        return dgs_fail_memory(err);
    if (code == EMFILE || code == ENFILE)
        return dgs_fail(err, DGS_ERR_TEMPORARY, "%s: too many files are open: close other programs and try again",
                        path);
    if (code == EAGAIN) // it was opened so that nothing is waited for; somebody holds a lease of it (fcntl(2))
        return dgs_fail(err, DGS_ERR_TEMPORARY, "%s: another program is writing the %s: try again when it has finished",
                        path, what);
    if (code == EACCES && faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0)
        return dgs_file_fail_outside(what, path, err);
    return dgs_fail(err, DGS_ERR_NOINPUT, "%s: cannot open the %s (%s): %s", path, what, strerror(code),
                    dgs_fail_advice(code));
}

static bool is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 || errno != ENOENT;
}

// Adds one part of a path in the form in which there is such a file; as it is where there is none.
static bool add_part(dgs_buf *path, dgs_str part)
{
    size_t n = path->n;
    dgs_str forms[] = {part, part, part};
    if (!dgs_form_compose(path->arena, &forms[1]) || !dgs_form_decompose(path->arena, &forms[2]))
        return false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        path->n = n;
        dgs_buf_add(path, forms[i].p, forms[i].n);
        if (path->failed || is_there(path->p))
            return !path->failed;
    }
    path->n = n;
    dgs_buf_add(path, part.p, part.n);
    return true;
}

bool dgs_file_find(dgs_arena *arena, const char *path, const char **out, dgs_err *err)
{
    *out = path;
    bool plain = true;
    for (const char *s = path; *s != '\0'; s++)
        plain = plain && (unsigned char)*s < 0x80;
    if (plain || is_there(path))
        return true;
    dgs_buf found = {.arena = arena};
    for (const char *s = path; *s != '\0';) {
        size_t n = strcspn(s, "/"), slashes = strspn(s + n, "/");
        if (!add_part(&found, (dgs_str){s, n}))
            return dgs_fail_memory(err);
        dgs_buf_add(&found, s + n, slashes);
        s += n + slashes;
    }
    if (found.failed)
        return dgs_fail_memory(err);
    if (is_there(found.p))
        *out = found.p;
    return true;
}

static bool fail_folder(const char *what, const char *path, dgs_err *err)
{
    if (strcmp(path, "/dev/stdin") == 0 || strcmp(path, "/dev/fd/0") == 0 || strcmp(path, "/proc/self/fd/0") == 0)
        return dgs_fail(err, DGS_ERR_NOINPUT, "%s: standard input is closed, or is a folder: send the %s there", path,
                        what);
    return dgs_fail(err, DGS_ERR_NOINPUT, "%s: is a folder: name the %s itself", path, what);
}

static bool is_regular(const struct stat *st, const char *what, const char *path, dgs_file_use use, dgs_err *err)
{
    if (S_ISREG(st->st_mode))
        return true;
    if (S_ISDIR(st->st_mode))
        return fail_folder(what, path, err);
    const char *kind = S_ISFIFO(st->st_mode) ? "a pipe" : S_ISSOCK(st->st_mode) ? "a socket" : "a device";
    if (use == DGS_FILE_AGAIN)
        return dgs_fail(err, DGS_ERR_NOINPUT,
                        "%s: is %s, which cannot be read twice: save the %s as a file, and name that", path, kind,
                        what);
    return dgs_fail(err, DGS_ERR_DATA, "%s: is %s: the %s must be a regular file: save it as one", path, kind, what);
}

// Looked at before it is opened, since opening alone makes some devices do something; and after that, since it may have
// been replaced. In between, O_NONBLOCK keeps a pipe from being waited for.
int dgs_file_open(const char *what, const char *path, dgs_file_use use, dgs_err *err)
{
    struct stat st;
    if (stat(path, &st) == 0 && !is_regular(&st, what, path, use, err))
        return -1;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        (void)dgs_file_fail_opening(what, path, errno, err);
        return -1;
    }
    if (fstat(fd, &st) == 0 && is_regular(&st, what, path, use, err))
        return fd;
    (void)dgs_fail(err, DGS_ERR_IO, "%s: the %s cannot be examined: check the disk", path, what);
    (void)close(fd);
    return -1;
}

bool dgs_file_read_stream(dgs_arena *arena, const char *what, int fd, const char *path, size_t limit, dgs_str *out,
                          dgs_err *err)
{
    struct stat st;
    dgs_buf buf = {.arena = arena};
    bool folder = fstat(fd, &st) == 0 && S_ISDIR(st.st_mode);
    bool ok = folder ? fail_folder(what, path, err) : read_all(fd, what, path, limit, &buf, err);
    *out = (dgs_str){buf.p == NULL ? "" : buf.p, buf.n};
    return ok;
}

// Closes `fd`, which was only read from.
static bool read_and_close(dgs_arena *arena, const char *what, int fd, const char *path, size_t limit, dgs_str *out,
                           dgs_err *err)
{
    bool ok = dgs_file_read_stream(arena, what, fd, path, limit, out, err);
    (void)close(fd);
    return ok;
}

bool dgs_file_read(dgs_arena *arena, const char *what, const char *path, size_t limit, dgs_str *out, dgs_err *err)
{
    int fd = dgs_file_open(what, path, DGS_FILE_ONCE, err);
    return fd >= 0 && read_and_close(arena, what, fd, path, limit, out, err);
}

bool dgs_file_read_given(dgs_arena *arena, const char *what, const char *path, size_t limit, dgs_str *out, dgs_err *err)
{
    struct stat st;
    if (stat(path, &st) == 0 && S_ISSOCK(st.st_mode)) // cannot be opened by its name
        return is_regular(&st, what, path, DGS_FILE_ONCE, err);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return dgs_file_fail_opening(what, path, errno, err);
    return read_and_close(arena, what, fd, path, limit, out, err);
}

static bool identify(const struct stat *st, dgs_file_identity *out)
{
    *out = (dgs_file_identity){
        .device = (unsigned long long)st->st_dev,
        .inode = (unsigned long long)st->st_ino,
        .size = (unsigned long long)st->st_size,
        .changed = {(unsigned long long)st->st_mtim.tv_sec, (unsigned long long)st->st_mtim.tv_nsec,
                    (unsigned long long)st->st_ctim.tv_sec, (unsigned long long)st->st_ctim.tv_nsec},
    };
    return S_ISREG(st->st_mode);
}

bool dgs_file_identity_of(int fd, dgs_file_identity *out)
{
    struct stat st;
    return fstat(fd, &st) == 0 && identify(&st, out);
}

bool dgs_file_identity_at(const char *path, dgs_file_identity *out)
{
    struct stat st;
    return stat(path, &st) == 0 && identify(&st, out);
}

bool dgs_file_unchanged(int fd, const char *path, const dgs_file_identity *before)
{
    dgs_file_identity now, named;
    return dgs_file_identity_of(fd, &now) && dgs_file_identity_same(&now, before) &&
           dgs_file_identity_at(path, &named) && dgs_file_identity_same(&named, before);
}
