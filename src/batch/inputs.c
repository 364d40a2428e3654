#include "batch/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "content/content.h"
#include "host/file.h"
#include "image/image.h"
#include "pdf/pdf.h"
#include "text/text.h"

typedef struct level { // a folder that is being looked through, and those that it lies in
    const struct level *above;
    const char *path;
    size_t depth; // 0 = the content folder itself
    unsigned long long device, inode;
} level;

typedef struct survey { // what there is, before any of it is read
    dgs_arena *arena;
    const char *folder;
    char **files; // paths
    size_t n, cap, folders;
    unsigned long long bytes;
} survey;

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool fail_size(const survey *s, size_t most, const char *of_what, dgs_err *err)
{
    return dgs_fail(err, DGS_ERR_DATA, "%s: has more than %zu %s: name a folder with only the content", s->folder, most,
                    of_what);
}

// The names in a folder, in an order of their own.
static bool list(survey *s, const char *folder, char ***names, size_t *n, dgs_err *err)
{
    const size_t most = DGS_CONTENT_FILES_MAX + DGS_CONTENT_FOLDERS_MAX;
    size_t cap = 0;
    *names = NULL;
    *n = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return dgs_fail(err, errno == EMFILE || errno == ENFILE ? DGS_ERR_TEMPORARY : DGS_ERR_NOINPUT,
                        "%s: cannot open the content folder (%s): %s", folder, strerror(errno), dgs_fail_advice(errno));
    bool ok = true;
    for (struct dirent *entry; ok && *n <= most && (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        char **name = DGS_PUSH(s->arena, *names, *n, cap);
        ok = name != NULL && (*name = dgs_str_copy(s->arena, dgs_str_of(entry->d_name))) != NULL;
    }
    (void)closedir(dir);
    if (ok && *n > 1)
        qsort(*names, *n, sizeof **names, by_name);
    if (*n > most)
        return fail_size(s, DGS_CONTENT_FILES_MAX, "files", err);
    return ok || dgs_fail_memory(err);
}

static bool count_file(survey *s, char *path, const struct stat *st, dgs_err *err)
{
    s->bytes += (unsigned long long)st->st_size;
    if (s->n == DGS_CONTENT_FILES_MAX)
        return fail_size(s, DGS_CONTENT_FILES_MAX, "files", err);
    if (s->bytes > DGS_CONTENT_BYTES_MAX)
        return fail_size(s, DGS_CONTENT_BYTES_MAX / DGS_MB, "MB", err);
    char **file = DGS_PUSH(s->arena, s->files, s->n, s->cap);
    if (file == NULL)
        return dgs_fail_memory(err);
    *file = path;
    return true;
}

static bool look_through(survey *s, const level *here, dgs_err *err);

static bool count_folder(survey *s, const level *above, const char *path, const struct stat *st, dgs_err *err)
{
    level here = {above, path, above->depth + 1, (unsigned long long)st->st_dev, (unsigned long long)st->st_ino};
    for (const level *l = above; l != NULL; l = l->above)
        if (l->device == here.device && l->inode == here.inode)
            return dgs_fail(err, DGS_ERR_DATA,
                            "%s: leads back to %s, which contains it: remove this link from the content folder", path,
                            l->path);
    if (++s->folders > DGS_CONTENT_FOLDERS_MAX)
        return fail_size(s, DGS_CONTENT_FOLDERS_MAX, "folders", err);
    if (here.depth > DGS_CONTENT_DEPTH_MAX)
        return fail_size(s, DGS_CONTENT_DEPTH_MAX, "folders in each other", err);
    return look_through(s, &here, err);
}

// What is neither file nor folder is no content; where one has the name of a content file, whoever reads that tells it.
static bool look_through(survey *s, const level *here, dgs_err *err)
{
    char **names;
    size_t n;
    if (!list(s, here->path, &names, &n, err))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct stat st;
        char *path = dgs_path_join(s->arena, dgs_str_of(here->path), names[i]);
        if (path == NULL)
            return dgs_fail_memory(err);
        if (stat(path, &st) != 0)
            continue; // a link that leads nowhere
        if ((S_ISDIR(st.st_mode) && !count_folder(s, here, path, &st, err)) ||
            (S_ISREG(st.st_mode) && !count_file(s, path, &st, err)))
            return false;
    }
    return true;
}

static bool add_file(dgs_buf *all, const char *path, dgs_err *err)
{
    char bytes[16384], sum[DGS_SHA256_HEX + 1];
    dgs_sha256 hash;
    ssize_t got;
    int fd = dgs_file_open("content file", path, DGS_FILE_ONCE, err);
    if (fd < 0)
        return false;
    dgs_sha256_begin(&hash);
    unsigned long long n = 0; // a file may grow while it is read
    while ((got = read(fd, bytes, sizeof bytes)) > 0 && (n += (unsigned long long)got) <= DGS_CONTENT_BYTES_MAX)
        dgs_sha256_add(&hash, (dgs_str){bytes, (size_t)got});
    (void)close(fd); // only read from
    if (got != 0)
        return dgs_fail(err, DGS_ERR_IO, "%s: the content file could not be read completely: check the disk", path);
    dgs_sha256_digits(&hash, sum);
    dgs_buf_addf(all, "file %zu %s %s\n", strlen(path), path, sum);
    return true;
}

// All files in the folder and those in it, by their hashes. How much there is is known before any is read.
static bool add_content(dgs_buf *all, const char *folder, dgs_arena *arena, dgs_err *err)
{
    struct stat st;
    survey s = {.arena = arena, .folder = folder};
    level top = {.path = folder};
    if (stat(folder, &st) == 0) { // else it cannot be opened, which is told
        top.device = (unsigned long long)st.st_dev;
        top.inode = (unsigned long long)st.st_ino;
    }
    if (!look_through(&s, &top, err))
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (!add_file(all, s.files[i], err))
            return false;
    return true;
}

bool dgs_inputs_common(const dgs_batch_job *job, const dgs_order *order, dgs_arena *arena, char out[DGS_SHA256_HEX + 1],
                       dgs_err *err)
{
    const dgs_print_options *options = &order->options;
    dgs_buf all = {.arena = arena};
    dgs_buf_addf(&all, "dgs-pdf %s, %s, %s, %s, %s\n", DGS_VERSION, dgs_pdf_library(), dgs_text_library(),
                 dgs_image_library(), dgs_content_library());
    dgs_buf_addf(&all, "look %d %d %d %d %d labels %d strict %d\n", options->large_print, (int)options->ink,
                 options->booklet, (int)(options->bleed * 1000), options->crop_marks, (int)order->labels, job->strict);
    if (order->handout != NULL)
        dgs_buf_addf(&all, "handout %s\n", order->handout);
    dgs_buf_adds(&all, "date ");
    if (order->date.given)
        dgs_buf_addint(&all, order->date.seconds);
    dgs_buf_adds(&all, order->date.given ? "\n" : "none\n");
    if (job->content_dir != NULL && !add_content(&all, job->content_dir, arena, err))
        return false;
    if (all.failed)
        return dgs_fail_memory(err);
    dgs_sha256_hex((dgs_str){all.p, all.n}, out);
    return true;
}

static bool read_logo(dgs_inputs_logo *logo, const char *path, const dgs_file_identity *identity, dgs_arena *arena,
                      dgs_err *err)
{
    dgs_str bytes;
    if (!dgs_file_read(arena, "logo", path, DGS_IMAGE_FILE_MAX, &bytes, err))
        return false;
    free(logo->path);
    *logo = (dgs_inputs_logo){.path = strdup(path), .identity = *identity};
    dgs_sha256_hex(bytes, logo->sha256);
    return logo->path != NULL || dgs_fail_memory(err);
}

dgs_inputs_logo *dgs_inputs_logo_find(dgs_inputs_logos *logos, const char *path, dgs_arena *arena, dgs_err *err)
{
    dgs_file_identity identity = {0};
    bool known = dgs_file_identity_at(path, &identity); // else reading tells what it is
    for (size_t i = 0; known && i < DGS_INPUTS_LOGOS; i++) {
        dgs_inputs_logo *logo = &logos->of[i];
        if (logo->path != NULL && strcmp(logo->path, path) == 0 && dgs_file_identity_same(&logo->identity, &identity))
            return logo;
    }
    dgs_inputs_logo *logo = &logos->of[logos->next++ % DGS_INPUTS_LOGOS];
    return read_logo(logo, path, &identity, arena, err) ? logo : NULL;
}

bool dgs_inputs_logo_unchanged(const dgs_inputs_logo *logo)
{
    dgs_file_identity now;
    return dgs_file_identity_at(logo->path, &now) && dgs_file_identity_same(&now, &logo->identity);
}

void dgs_inputs_logos_free(dgs_inputs_logos *logos)
{
    for (size_t i = 0; i < DGS_INPUTS_LOGOS; i++)
        free(logos->of[i].path);
}

bool dgs_inputs_of(const char *common, const dgs_settings *in_force, const dgs_inputs_logo *logo, dgs_arena *arena,
                   char out[DGS_SHA256_HEX + 1], dgs_err *err)
{
    dgs_buf all = {.arena = arena};
    dgs_buf_adds(&all, common);
    for (unsigned i = 0; i < DGS_SETTINGS; i++) { // lengths, so that no value can be taken for the next key
        const char *text = in_force->of[i].text;
        if (text != NULL && i != DGS_SETTING_LOGO &&
            i != DGS_SETTING_FONTS) // there is one file of fonts, and its name is nothing
            dgs_buf_addf(&all, "\n%s %zu %s", dgs_setting_table[i].key, strlen(text), text);
    }
    if (logo != NULL)
        dgs_buf_addf(&all, "\nlogo %s", logo->sha256);
    if (all.failed)
        return dgs_fail_memory(err);
    dgs_sha256_hex((dgs_str){all.p, all.n}, out);
    return true;
}
