#include <string.h>

#include "base/utf8.h"
#include "content/loader.h"
#include "image/builtin.h"
#include "image/image.h"

// Whether the custom files hold this one; *path is its name.
static bool custom(dgs_loader *loader, const char *name, bool *found, const char **path)
{
    const dgs_files *files = loader->source->content;
    *path = NULL;
    if (files != NULL && !files->find(files->ctx, loader->arena, name, path, loader->err))
        return false;
    *found = *path != NULL;
    return true;
}

bool dgs_source_has(dgs_loader *loader, const char *name, bool *found)
{
    const char *path;
    return custom(loader, name, found, &path);
}

bool dgs_source_check_files(dgs_loader *loader)
{
    const dgs_package *package = loader->package;
    const char *names[DGS_PARTS_MAX + 3] = {DGS_MANIFEST_FILE, DGS_STRINGS_FILE, package->emergency};
    dgs_buf all = {.arena = loader->arena};
    bool found = loader->source->content == NULL;
    for (size_t i = 0; !found && i < package->nparts + 3; i++) {
        names[i] = i < 3 ? names[i] : package->parts[i - 3].file;
        dgs_buf_addf(&all, "%s%s", i == 0 ? "" : i + 1 < package->nparts + 3 ? ", " : " or ", names[i]);
        if (!dgs_source_has(loader, names[i], &found))
            return false;
    }
    if (all.failed)
        return dgs_loader_memory(loader);
    return found || dgs_fail(loader->err, DGS_ERR_NOINPUT, "%s: has no content: name a folder with %s",
                             loader->source->content->name, all.p);
}

static dgs_str file_bytes(const dgs_builtin_file *file)
{
    return (dgs_str){file->start, (size_t)(file->end - file->start)};
}

bool dgs_content_export(const dgs_package *package, dgs_arena *arena, const dgs_content_file **out, size_t *n,
                        dgs_err *err)
{
    dgs_content_file *files = dgs_arena_array(arena, dgs_nbuiltin_files, sizeof *files);
    if (files == NULL)
        return dgs_fail_memory(err);
    *n = 0;
    for (size_t i = 0; i < dgs_nbuiltin_files; i++) {
        const dgs_builtin_file *file = &dgs_builtin_files[i];
        if (file->package < 0 || file->package == package->builtin)
            files[(*n)++] = (dgs_content_file){file->name, file_bytes(file)};
    }
    *out = files;
    return true;
}

// The built-in file of the package, or NULL.
static const dgs_builtin_file *find_builtin(const dgs_package *package, const char *name)
{
    for (size_t i = 0; package->builtin >= 0 && i < dgs_nbuiltin_files; i++)
        if (dgs_builtin_files[i].package == package->builtin && strcmp(dgs_builtin_files[i].name, name) == 0)
            return &dgs_builtin_files[i];
    return NULL;
}

static bool note_lacking(dgs_loader *loader, const char *name)
{
    dgs_buf_addf(&loader->lacking, "%s%s", loader->lacking.n == 0 ? "" : ", ", name);
    return loader->lacking.failed ? dgs_loader_memory(loader) : true;
}

static bool read_bytes(dgs_loader *loader, const char *name, dgs_source_file *out)
{
    bool found;
    if (!custom(loader, name, &found, &out->name))
        return false;
    out->custom = found;
    if (found)
        return dgs_files_read(loader->source->content, loader->arena,
                              &(dgs_file_wanted){"content file", out->name, DGS_CONTENT_FILE_MAX}, &out->text,
                              loader->err);
    const dgs_builtin_file *file = find_builtin(loader->package, name);
    if (file == NULL)
        return dgs_fail(loader->err, DGS_ERR_NOINPUT, "%s/%s: is missing, and %s names it: add the file",
                        loader->source->content->name, name, loader->package->file);
    out->text = file_bytes(file);
    out->name = name;
    return loader->source->content == NULL || note_lacking(loader, name);
}

static int line_of(dgs_str text, size_t offset)
{
    int line = 1;
    for (size_t i = 0; i < offset; i++)
        line += text.p[i] == '\n' || (text.p[i] == '\r' && (i + 1 == text.n || text.p[i + 1] != '\n'));
    return line;
}

static bool check_bytes(dgs_loader *loader, dgs_source_file *file)
{
    if (dgs_str_starts(file->text, "\xef\xbb\xbf")) // some editors begin files so
        file->text = (dgs_str){file->text.p + 3, file->text.n - 3};
    size_t bad = dgs_utf8_check(file->text);
    if (bad < file->text.n)
        return dgs_loader_fail(loader, line_of(file->text, bad), "this is not UTF-8: save the file as UTF-8");
    dgs_str rest = file->text;
    while (rest.n > 0) {
        dgs_str one = {rest.p, 0};
        (void)dgs_utf8_next(&rest);
        one.n = (size_t)(rest.p - one.p);
        int32_t control = dgs_utf8_control(one);
        if (control >= 0)
            return dgs_loader_fail(loader, line_of(file->text, (size_t)(one.p - file->text.p)),
                                   "this line has the control character U+%04X: remove it", (unsigned)control);
    }
    return true;
}

static bool find_lines(dgs_loader *loader, dgs_source_file *file)
{
    size_t n = (size_t)line_of(file->text, file->text.n), at = 0;
    size_t *lines = dgs_arena_array(loader->arena, n + 1, sizeof *lines);
    if (lines == NULL)
        return dgs_loader_memory(loader);
    dgs_str text = file->text;
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n' || (text.p[i] == '\r' && (i + 1 == text.n || text.p[i + 1] != '\n')))
            lines[++at] = i + 1;
    lines[n] = text.n;
    file->lines = lines;
    file->nlines = n;
    return true;
}

dgs_str dgs_source_line(const dgs_source_file *file, int line)
{
    if (line < 1 || (size_t)line > file->nlines)
        return (dgs_str){"", 0};
    size_t from = file->lines[line - 1], to = file->lines[line];
    while (to > from && (file->text.p[to - 1] == '\n' || file->text.p[to - 1] == '\r'))
        to--;
    return (dgs_str){file->text.p + from, to - from};
}

// How many marks of quotes and lists a line begins with. "- - - -" alone is a rule, not four lists.
static size_t marks(dgs_str line)
{
    size_t n = 0, i = 0;
    bool rule = true;
    for (size_t j = 0; j < line.n; j++)
        rule = rule && strchr("-* \t", line.p[j]) != NULL;
    while (!rule && i < line.n) {
        size_t digits = 0;
        while (i + digits < line.n && line.p[i + digits] >= '0' && line.p[i + digits] <= '9')
            digits++;
        char c = i + digits < line.n ? line.p[i + digits] : '\0';
        bool mark = digits > 0 ? c == '.' || c == ')' : c == '>' || c == '-' || c == '*' || c == '+';
        if (!mark && c != ' ' && c != '\t')
            break;
        n += mark;
        i += digits + 1;
    }
    return n;
}

// The limit of what has no empty line keeps the time that cmark takes for a file of nothing but brackets short.
static bool check_lines(dgs_loader *loader, const dgs_source_file *file)
{
    size_t unbroken = 0;
    for (int line = 1; (size_t)line <= file->nlines; line++) {
        dgs_str s = dgs_source_line(file, line);
        if (marks(s) > DGS_CONTENT_NEST_MAX)
            return dgs_loader_fail(loader, line, "quotes and lists are nested more than %d deep: use fewer levels",
                                   DGS_CONTENT_NEST_MAX);
        unbroken = dgs_str_trim(s).n == 0 ? 0 : unbroken + s.n;
        if (unbroken > DGS_CONTENT_UNBROKEN_MAX)
            return dgs_loader_fail(loader, line,
                                   "there are more than %d KB without an empty line: divide them into paragraphs",
                                   DGS_CONTENT_UNBROKEN_MAX / DGS_KB);
    }
    return true;
}

bool dgs_source_open(dgs_loader *loader, const char *name, dgs_source_file *out, cmark_node **root)
{
    if (!read_bytes(loader, name, out))
        return false;
    loader->file = out;
    return check_bytes(loader, out) && find_lines(loader, out) && check_lines(loader, out) &&
           dgs_markdown_parse(loader, out->text, root);
}

static bool unknown_picture(dgs_loader *loader, const char *name, int line)
{
    const char **names = dgs_arena_array(loader->arena, dgs_nbuiltin_arts + 1, sizeof *names);
    if (names == NULL)
        return dgs_loader_memory(loader);
    for (size_t i = 0; i < dgs_nbuiltin_arts; i++)
        names[i] = dgs_builtin_arts[i].name;
    return dgs_loader_fail(loader, line, "picture '%s' not found%s: put the file in the content folder",
                           dgs_text_short(loader, dgs_str_of(name)), dgs_loader_hint(loader, name, names, "'", "'"));
}

// The picture of a file that is not printed is looked for, so that a wrong name is told, but not read.
static bool load_picture(dgs_loader *loader, const char *name, int line, bool printed, const dgs_picture **out)
{
    bool found;
    const char *path;
    if (name[0] == '\0' || name[0] == '/' || strstr(name, "..") != NULL)
        return dgs_loader_fail(loader, line, "'%s' is not a picture in the content folder: name its file",
                               dgs_text_short(loader, dgs_str_of(name)));
    if (!custom(loader, name, &found, &path))
        return false;
    dgs_picture picture = {.kind = DGS_PICTURE_ART};
    const dgs_image_source from = {loader->source->content, "picture", path};
    if (found && printed && !dgs_image_load(loader->arena, &from, &picture, loader->err))
        return false;
    if (!found) {
        picture.art = dgs_builtin_art_find(name);
        if (picture.art == NULL)
            return unknown_picture(loader, name, line);
    }
    if (!printed)
        return true;
    dgs_picture *copy = dgs_arena_alloc(loader->arena, sizeof *copy);
    if (copy == NULL)
        return dgs_loader_memory(loader);
    *copy = picture;
    *out = copy;
    return true;
}

bool dgs_source_picture(dgs_loader *loader, const char *name, int line, dgs_node *node)
{
    for (size_t i = 0; i < loader->npictures; i++)
        if (strcmp(loader->pictures[i].name, name) == 0) {
            node->picture = loader->pictures[i].picture;
            node->picture_name = loader->pictures[i].name;
            return true;
        }
    node->picture_name = dgs_str_copy(loader->arena, dgs_str_of(name));
    if (node->picture_name == NULL)
        return dgs_loader_memory(loader);
    if (!load_picture(loader, node->picture_name, line, loader->file->printed, &node->picture))
        return false;
    if (node->picture == NULL)
        return true;
    dgs_known_picture *known = DGS_PUSH(loader->arena, loader->pictures, loader->npictures, loader->pictures_cap);
    if (known == NULL)
        return dgs_loader_memory(loader);
    *known = (dgs_known_picture){node->picture_name, node->picture};
    return true;
}
