#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(int fd, const char *what, const char *path, size_t limit, dgs_buf *buf, dgs_err *err)
{
    char chunk[16384];
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return dgs_fail(err, DGS_ERR_IO, "%s: the %s could not be read to its end: %s", path, what,
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
                    "%s: the %s lies outside the folders that the sandbox lets be read: move it under the folder "
                    "of the list or of the content, or allow it by --no-sandbox",
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
    if (code == EACCES && faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0)
        return dgs_file_fail_outside(what, path, err);
    return dgs_fail(err, DGS_ERR_NOINPUT, "%s: cannot open the %s (%s): check the name", path, what, strerror(code));
}

bool dgs_file_read(dgs_arena *arena, const char *what, const char *path, size_t limit, dgs_str *out, dgs_err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return dgs_file_fail_opening(what, path, errno, err);
    struct stat st;
    bool ok = true;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
        ok = dgs_fail(err, DGS_ERR_NOINPUT, "%s: is a folder: name the %s file itself", path, what);
    dgs_buf buf = {.arena = arena};
    ok = ok && read_all(fd, what, path, limit, &buf, err);
    (void)close(fd); // only read from
    *out = (dgs_str){buf.p == NULL ? "" : buf.p, buf.n};
    return ok;
}
