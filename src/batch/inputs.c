#include "batch/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "content/content.h"
#include "image/image.h"
#include "pdf/pdf.h"
#include "text/text.h"

enum { DEPTH_MAX = 4 };

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// The names in a folder, in an order of their own.
static bool list(const char *folder, dgs_arena *arena, char ***names, size_t *n, dgs_err *err)
{
    size_t cap = 0;
    *names = NULL;
    *n = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return dgs_fail(err, DGS_ERR_NOINPUT, "%s: cannot open the content folder (%s): check the name", folder,
                        strerror(errno));
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        char **name = DGS_PUSH(arena, *names, *n, cap);
        ok = name != NULL && (*name = dgs_str_copy(arena, dgs_str_of(entry->d_name))) != NULL;
    }
    (void)closedir(dir);
    if (ok && *n > 1)
        qsort(*names, *n, sizeof **names, by_name);
    return ok || dgs_fail_memory(err);
}

static bool add_file(dgs_buf *all, const char *path, dgs_arena *arena, dgs_err *err)
{
    dgs_str bytes;
    char sum[DGS_SHA256_HEX + 1];
    if (!dgs_file_read(arena, "content file", path, DGS_IMAGE_FILE_MAX, &bytes, err))
        return false;
    dgs_sha256_hex(bytes, sum);
    dgs_buf_addf(all, "file %zu %s %s\n", strlen(path), path, sum);
    return true;
}

// All files in the folder and those in it, by their hashes.
static bool add_folder(dgs_buf *all, const char *folder, int depth, size_t *files, dgs_arena *arena, dgs_err *err)
{
    char **names;
    size_t n;
    if (!list(folder, arena, &names, &n, err))
        return false;
    for (size_t i = 0; i < n; i++) {
        dgs_buf path = {.arena = arena};
        struct stat st;
        dgs_buf_addf(&path, "%s/%s", folder, names[i]);
        if (path.failed)
            return dgs_fail_memory(err);
        if (stat(path.p, &st) != 0)
            continue; // a link that leads nowhere
        if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX && !add_folder(all, path.p, depth + 1, files, arena, err))
            return false;
        if (S_ISREG(st.st_mode) && ++*files > DGS_CONTENT_FILES_MAX)
            return dgs_fail(err, DGS_ERR_DATA, "%s: holds more than %d files: name a folder with the content alone",
                            folder, DGS_CONTENT_FILES_MAX);
        if (S_ISREG(st.st_mode) && !add_file(all, path.p, arena, err))
            return false;
    }
    return true;
}

bool dgs_inputs_common(const dgs_job *job, dgs_arena *arena, char out[DGS_SHA256_HEX + 1], dgs_err *err)
{
    const dgs_look *look = &job->look;
    const char *date = getenv("SOURCE_DATE_EPOCH");
    dgs_buf all = {.arena = arena};
    size_t files = 0;
    dgs_buf_addf(&all, "dgs-pdf %s, %s, %s, %s, %s\n", DGS_VERSION, dgs_pdf_library(), dgs_text_library(),
                 dgs_image_library(), dgs_content_library());
    dgs_buf_addf(&all, "look %d %d %d %d %d labels %d strict %d\n", look->large_print, (int)look->ink, look->booklet,
                 (int)(look->bleed * 1000), look->crop_marks, (int)job->labels, job->strict);
    dgs_buf_addf(&all, "date %s\n", date == NULL ? "none" : date);
    if (job->content_dir != NULL && !add_folder(&all, job->content_dir, 0, &files, arena, err))
        return false;
    if (all.failed)
        return dgs_fail_memory(err);
    dgs_sha256_hex((dgs_str){all.p, all.n}, out);
    return true;
}

// ---- logos ----

static bool same_file(const dgs_inputs_logo *logo, const char *path, const struct stat *st)
{
    return logo->path != NULL && strcmp(logo->path, path) == 0 && logo->device == (unsigned long long)st->st_dev &&
           logo->inode == (unsigned long long)st->st_ino && logo->size == (unsigned long long)st->st_size &&
           logo->seconds == (unsigned long long)st->st_mtim.tv_sec &&
           logo->nanoseconds == (unsigned long long)st->st_mtim.tv_nsec;
}

static bool read_logo(dgs_inputs_logo *logo, const char *path, const struct stat *st, dgs_arena *arena, dgs_err *err)
{
    dgs_str bytes;
    if (!dgs_file_read(arena, "logo", path, DGS_IMAGE_FILE_MAX, &bytes, err))
        return false;
    free(logo->path);
    *logo = (dgs_inputs_logo){.path = strdup(path),
                              .device = (unsigned long long)st->st_dev,
                              .inode = (unsigned long long)st->st_ino,
                              .size = (unsigned long long)st->st_size,
                              .seconds = (unsigned long long)st->st_mtim.tv_sec,
                              .nanoseconds = (unsigned long long)st->st_mtim.tv_nsec};
    dgs_sha256_hex(bytes, logo->sha256);
    return logo->path != NULL || dgs_fail_memory(err);
}

dgs_inputs_logo *dgs_inputs_logo_find(dgs_inputs_logos *logos, const char *path, dgs_arena *arena, dgs_err *err)
{
    struct stat st = {0};
    if (stat(path, &st) != 0) {
        (void)dgs_fail(err, DGS_ERR_NOINPUT, "%s: cannot open the logo (%s): check the name", path, strerror(errno));
        return NULL;
    }
    for (size_t i = 0; i < DGS_INPUTS_LOGOS; i++)
        if (same_file(&logos->of[i], path, &st))
            return &logos->of[i];
    dgs_inputs_logo *logo = &logos->of[logos->next++ % DGS_INPUTS_LOGOS];
    return read_logo(logo, path, &st, arena, err) ? logo : NULL;
}

void dgs_inputs_logos_free(dgs_inputs_logos *logos)
{
    for (size_t i = 0; i < DGS_INPUTS_LOGOS; i++)
        free(logos->of[i].path);
}

// ---- a row ----

bool dgs_inputs_of(const char *common, const dgs_settings *in_force, const dgs_inputs_logo *logo, dgs_arena *arena,
                   char out[DGS_SHA256_HEX + 1], dgs_err *err)
{
    dgs_buf all = {.arena = arena};
    dgs_buf_adds(&all, common);
    for (unsigned i = 0; i < DGS_SETTINGS; i++) { // lengths, so that no value can be taken for the next key
        const char *text = in_force->of[i].text;
        if (text != NULL && i != DGS_SETTING_LOGO)
            dgs_buf_addf(&all, "\n%s %zu %s", dgs_setting_describe((dgs_setting)i).key, strlen(text), text);
    }
    if (logo != NULL)
        dgs_buf_addf(&all, "\nlogo %s", logo->sha256);
    if (all.failed)
        return dgs_fail_memory(err);
    dgs_sha256_hex((dgs_str){all.p, all.n}, out);
    return true;
}
