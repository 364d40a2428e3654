#include "host/named.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/path.h"
#include "base/str.h"
#include "host/file.h"

enum { FAR = 2 }; // letters that may differ

static bool is_there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

// "C:\art\logo.png", "C:/art/logo.png", "\\server\art\logo.png".
static bool is_windows(const char *s)
{
    return (isalpha((unsigned char)s[0]) && s[1] == ':' && (s[2] == '\\' || s[2] == '/')) ||
           (s[0] == '\\' && s[1] == '\\');
}

// "https://", "smb://": the length of what stands before the name, 0 where there is no scheme.
static size_t scheme_of(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
    return n > 1 && strncmp(s + n, "://", 3) == 0 ? n + 3 : 0;
}

static int hex(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

// The path of a file: URL (RFC 8089), or NULL where it is another machine's. No NUL comes of it.
static const char *path_of_url(dgs_arena *arena, const char *s)
{
    dgs_buf path = {.arena = arena};
    if (strncmp(s, "localhost/", 10) == 0)
        s += 9;
    if (s[0] != '/')
        return NULL;
    for (; *s != '\0'; s++) {
        int high = *s == '%' ? hex(s[1]) : -1, low = high < 0 ? -1 : hex(s[2]);
        bool encoded = low >= 0 && high * 16 + low > 0;
        dgs_buf_addc(&path, encoded ? (char)(high * 16 + low) : *s);
        s += encoded ? 2 : 0;
    }
    return path.p;
}

// "~/..." in the home folder, where there is one and no folder here has the name ~.
static const char *from_home(dgs_arena *arena, const char *typed)
{
    const char *home = getenv("HOME");
    bool may = strncmp(typed, "~/", 2) == 0 && home != NULL && home[0] == '/' && !is_there("~");
    return may ? dgs_path_join(arena, dgs_str_of(home), typed + 2) : typed;
}

static bool fail_address(const char *what, const char *typed, dgs_err *err)
{
    bool web = strncmp(typed, "http", 4) == 0;
    return dgs_fail(err, DGS_ERR_NOINPUT,
                    web ? "%s: is a web address: save the %s as a file on this computer, and name that"
                        : "%s: is an address, not a file: copy the %s to this computer, and name that",
                    typed, what);
}

static bool with_slashes(dgs_arena *arena, const char *path, const char **out, dgs_err *err)
{
    const char *found;
    char *copy = dgs_str_copy(arena, dgs_str_of(path));
    for (char *p = copy; p != NULL && *p != '\0'; p++)
        *p = *p == '\\' ? '/' : *p;
    if (copy == NULL)
        return dgs_fail_memory(err);
    if (!dgs_file_find(arena, copy, &found, err))
        return false;
    if (is_there(found))
        *out = found;
    return true;
}

bool dgs_named_input(dgs_arena *arena, const char *what, const char *typed, const char **out, dgs_err *err)
{
    size_t scheme = scheme_of(typed);
    bool file = scheme == 7 && strncmp(typed, "file", 4) == 0;
    if (scheme > 0 && !file && !is_there(typed))
        return fail_address(what, typed, err);
    const char *path = file ? path_of_url(arena, typed + scheme) : from_home(arena, typed);
    if (path == NULL)
        return file ? fail_address(what, typed, err) : dgs_fail_memory(err);
    if (!dgs_file_find(arena, path, out, err))
        return false;
    if (is_there(*out))
        return true;
    if (is_windows(path))
        return dgs_fail(err, DGS_ERR_NOINPUT, "%s: is a Windows path: copy the %s to this computer, and name that",
                        path, what);
    return strchr(path, '\\') == NULL || with_slashes(arena, path, out, err);
}

bool dgs_named_hint(dgs_arena *arena, const char *what, const char *path, dgs_err *err)
{
    char folder[4096] = ".";
    const char *name = dgs_path_name(path);
    dgs_str in = dgs_path_folder(path);
    size_t least = FAR + 1;
    const char *near = NULL;
    if (is_there(path) || in.n >= sizeof folder || name[0] == '\0')
        return true;
    if (in.n > 0)
        memcpy(folder, in.p, in.n);
    folder[in.n > 0 ? in.n : 1] = '\0';
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir != NULL && least > 0 && (entry = readdir(dir)) != NULL;) {
        size_t far = entry->d_name[0] == '.' ? least : dgs_str_distance(name, entry->d_name);
        if (far < least && far * 3 < strlen(name)) {
            least = far;
            near = dgs_str_copy(arena, dgs_str_of(entry->d_name));
        }
    }
    if (dir != NULL)
        (void)closedir(dir);
    return near == NULL || dgs_fail(err, DGS_ERR_NOINPUT, "%s: %s not found, did you mean %s: %s", path, what, near,
                                    least == 0 ? "capitals count" : "correct the name");
}

bool dgs_named_output(dgs_arena *arena, const char *typed, const char **out, dgs_err *err)
{
    if (is_windows(typed))
        return dgs_fail(err, DGS_ERR_CANTCREATE,
                        "%s: is a Windows path: name a file or folder on this computer, like handouts/anna.pdf", typed);
    if (scheme_of(typed) > 0)
        return dgs_fail(
            err, DGS_ERR_CANTCREATE,
            "%s: is an address, not a file: mount a network folder first, and name a file or folder on this computer",
            typed);
    *out = from_home(arena, typed);
    return *out != NULL || dgs_fail_memory(err);
}
