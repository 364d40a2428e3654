#include "content/package.h"

#include <string.h>

#include "content/loader.h"

enum { KEYWORD_MAX = 24 };

static const char *const DESIGNS[DGS_DESIGNS + 1] = {[DGS_DESIGN_STEPS] = "steps",
                                                     [DGS_DESIGN_ARTICLE] = "article",
                                                     [DGS_DESIGN_SHEET] = "sheet",
                                                     [DGS_DESIGN_CARD] = "card"};

// The keys of the manifest that come once; "part" and "source" come as often as there are.
typedef enum key { KEYWORD, LANGUAGE, ABOUT, EMERGENCY, FULL, BRIEF, TODAY, LIMITS } key;
enum { KEYS = LIMITS + 1 };
static const char *const NAMES[KEYS + 3] = {"keyword", "language", "about", "emergency", "full", "brief",
                                            "today",   "limits",   "part",  "source",    NULL};

typedef struct reading {
    dgs_package *package;
    const char *values[KEYS]; // NULL = not given yet
    int lines[KEYS];
    bool sources;
} reading;

static bool is_keyword(dgs_str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] != '\0' && strchr("abcdefghijklmnopqrstuvwxyz0123456789-", s.p[n]) != NULL)
        n++;
    return n > 0 && n == s.n && n <= KEYWORD_MAX && s.p[0] != '-';
}

// A file of the folder itself.
static bool is_file(const char *s)
{
    size_t n = strlen(s);
    return n > 3 && s[0] != '.' && strcmp(s + n - 3, ".md") == 0 && strchr(s, '/') == NULL &&
           strcmp(s, DGS_STRINGS_FILE) != 0 && strcmp(s, DGS_MANIFEST_FILE) != 0;
}

static bool take_signs(const char *value, dgs_loader *loader, int line)
{
    dgs_str id;
    for (const char *list = value; dgs_signs_next(&list, &id);)
        if (!is_keyword(id))
            return dgs_loader_fail(loader, line, "'%s' is not the name of a sign: write it like chest or both-legs",
                                   dgs_text_short(loader, id));
    return true;
}

static bool take_once(reading *r, dgs_loader *loader, key which, const char *value, int line)
{
    if (r->values[which] != NULL)
        return dgs_loader_fail(loader, line, "the key '%s' is here twice: remove one", NAMES[which]);
    if (value[strspn(value, ", ")] == '\0')
        return dgs_loader_fail(loader, line, "the key '%s' is empty: write its words after the colon", NAMES[which]);
    if (which == KEYWORD && !is_keyword(dgs_str_of(value)))
        return dgs_loader_fail(loader, line, "'%.60s' is not a keyword: use small letters, digits and hyphens", value);
    if (which == LANGUAGE && !dgs_language_ok(value))
        return dgs_loader_fail(loader, line, "'%.60s' is not a language: write it like en-US", value);
    if (which == EMERGENCY && !is_file(value))
        return dgs_loader_fail(loader, line, "'%.60s' cannot be the emergency file: write it like emergency.md", value);
    if (which >= FULL && !take_signs(value, loader, line))
        return false;
    r->values[which] = value;
    r->lines[which] = line;
    return true;
}

static bool read_design(dgs_loader *loader, const char *word, int line, dgs_design *out)
{
    for (unsigned i = 0; i < DGS_DESIGNS; i++)
        if (strcmp(word, DESIGNS[i]) == 0) {
            *out = (dgs_design)i;
            return true;
        }
    return dgs_loader_fail(loader, line, "design '%.60s' not found%s: write %s, %s, %s or %s", word,
                           dgs_loader_hint(loader, word, DESIGNS, "'", "'"), DESIGNS[0], DESIGNS[1], DESIGNS[2],
                           DESIGNS[3]);
}

static bool check_new(const dgs_package *p, dgs_loader *loader, const char *keyword, const char *file, int line)
{
    for (size_t i = 0; i < p->nparts; i++)
        if (strcmp(p->parts[i].keyword, keyword) == 0 || strcmp(p->parts[i].file, file) == 0)
            return dgs_loader_fail(loader, line, "an earlier part has this keyword or file: choose another one");
    return p->nparts < DGS_PARTS_MAX ||
           dgs_loader_fail(loader, line, "a handout has at most %d parts: combine two", DGS_PARTS_MAX);
}

// "moves, moves.md, steps, 1 page"
static bool take_part(reading *r, dgs_loader *loader, const char *value, int line)
{
    enum { FIELDS = 4 };
    const char *fields[FIELDS];
    dgs_package_part part = {0};
    for (size_t i = 0; i < FIELDS; i++) {
        size_t n = strcspn(value, ",");
        fields[i] = dgs_str_copy(loader->arena, dgs_str_trim((dgs_str){value, n}));
        if (fields[i] == NULL)
            return dgs_loader_memory(loader);
        value += n + (value[n] == ',' && i + 1 < FIELDS);
    }
    const char *pages = fields[3];
    bool counted = pages[0] >= '1' && pages[0] <= '0' + DGS_PART_PAGES_MAX &&
                   (strcmp(pages + 1, " page") == 0 || strcmp(pages + 1, " pages") == 0);
    if (!is_keyword(dgs_str_of(fields[0])) || !is_file(fields[1]) || !counted || *value != '\0')
        return dgs_loader_fail(loader, line,
                               "this is not a part: write its keyword, file, design and usual pages, "
                               "like \"- part: moves, moves.md, steps, 1 page\"");
    if (!read_design(loader, fields[2], line, &part.design) ||
        !check_new(r->package, loader, fields[0], fields[1], line))
        return false;
    part.keyword = fields[0];
    part.file = fields[1];
    part.pages = pages[0] - '0';
    r->package->parts[r->package->nparts++] = part;
    return true;
}

static bool take(void *ctx, dgs_loader *loader, dgs_str name, dgs_str value, int line)
{
    reading *r = ctx;
    const char *copy = dgs_str_copy(loader->arena, value);
    if (copy == NULL)
        return dgs_loader_memory(loader);
    for (unsigned i = 0; i < KEYS; i++)
        if (dgs_str_is(name, NAMES[i]))
            return take_once(r, loader, (key)i, copy, line);
    if (dgs_str_is(name, "part"))
        return take_part(r, loader, copy, line);
    if (dgs_str_is(name, "source")) {
        r->sources = r->sources || value.n > 0;
        return true;
    }
    const char *typed = dgs_text_short(loader, name);
    return dgs_loader_fail(loader, line, "key '%s' not found%s: README.md describes the keys", typed,
                           dgs_loader_hint(loader, typed, NAMES, "'", "'"));
}

// The medical words of a handout come from somewhere, and are of somebody's making: without sources it is not taken.
static bool check_whole(const reading *r, dgs_loader *loader)
{
    int last = (int)loader->file->nlines;
    for (size_t i = 0; i < KEYS; i++)
        if (r->values[i] == NULL && i != LIMITS)
            return dgs_loader_fail(loader, last, "the key '%s' is missing: add \"- %s: words\"", NAMES[i], NAMES[i]);
    if (r->package->nparts == 0)
        return dgs_loader_fail(loader, last,
                               "there is no part: add one like \"- part: moves, moves.md, steps, 1 page\"");
    for (size_t i = 0; i < r->package->nparts; i++)
        if (strcmp(r->package->parts[i].file, r->values[EMERGENCY]) == 0)
            return dgs_loader_fail(loader, r->lines[EMERGENCY],
                                   "the emergency file cannot be a part: name another one");
    return r->sources ||
           dgs_loader_fail(loader, last, "no source is named: add \"- source: where the facts come from\"");
}

// Whoever edits a built-in handout may add signs and take none away.
static bool check_signs(const reading *r, dgs_loader *loader, const dgs_package *builtin)
{
    dgs_str wanted, id;
    for (size_t i = 0; builtin != NULL && i < dgs_package_forms(builtin); i++)
        for (const char *all = builtin->signs[i]; dgs_signs_next(&all, &wanted);) {
            bool found = false;
            for (const char *list = r->values[FULL + i]; list != NULL && !found && dgs_signs_next(&list, &id);)
                found = dgs_str_eq(id, wanted);
            if (!found)
                return dgs_loader_fail(
                    loader, r->lines[FULL + i],
                    "the sign \"%s\" is missing here: put it back, since every handout must have all signs",
                    dgs_text_short(loader, wanted));
        }
    return true;
}

static bool read_manifest(dgs_loader *loader, dgs_package *out)
{
    dgs_source_file file = {.printed = true};
    cmark_node *root;
    reading r = {.package = out};
    bool ok = dgs_source_open(loader, DGS_MANIFEST_FILE, &file, &root) &&
              dgs_pairs_read(loader, root, true, take, &r) && check_whole(&r, loader);
    const dgs_package *builtin = ok ? dgs_package_builtin(r.values[KEYWORD]) : NULL;
    ok = ok && check_signs(&r, loader, builtin);
    loader->file = NULL;
    if (!ok)
        return false;
    out->keyword = r.values[KEYWORD];
    out->language = r.values[LANGUAGE];
    out->about = r.values[ABOUT];
    out->emergency = r.values[EMERGENCY];
    for (size_t i = 0; i < DGS_FORMS; i++)
        out->signs[i] = r.values[FULL + i];
    out->file = file.name;
    out->builtin = builtin != NULL && strcmp(builtin->language, out->language) == 0 ? builtin->builtin : -1;
    return true;
}

static bool find_builtin(const char *keyword, dgs_arena *arena, const dgs_package **out, dgs_err *err)
{
    enum { MOST = 16 };
    const char *words[MOST + 1] = {NULL};
    dgs_buf all = {.arena = arena};
    *out = dgs_package_builtin(keyword);
    if (*out != NULL)
        return true;
    for (size_t i = 0; i < MOST && i < dgs_nbuiltin_packages; i++) {
        words[i] = dgs_builtin_packages[i].keyword;
        dgs_buf_addf(&all, "%s%s", i == 0 ? "" : ", ", words[i]);
    }
    if (all.failed)
        return dgs_fail_memory(err);
    const char *near = dgs_str_nearest(keyword, words);
    if (near != NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "--handout '%.60s' is invalid: did you mean %s?", keyword, near);
    return dgs_fail(err, DGS_ERR_USAGE, "--handout '%.60s' is invalid: write %s", keyword, all.p);
}

bool dgs_package_find(const char *keyword, const dgs_files *files, dgs_arena *arena, const dgs_package **out,
                      dgs_err *err)
{
    const dgs_content_source source = {.content = files};
    dgs_loader loader = {.arena = arena, .err = err, .source = &source, .lacking = {.arena = arena}};
    bool found;
    if (!find_builtin(keyword, arena, out, err))
        return false;
    if (files == NULL)
        return true;
    loader.package = *out; // should the manifest go while it is looked for
    if (!dgs_source_has(&loader, DGS_MANIFEST_FILE, &found))
        return false;
    if (!found)
        return true;
    dgs_package *read = dgs_arena_alloc(arena, sizeof *read);
    if (read == NULL)
        return dgs_fail_memory(err);
    if (!read_manifest(&loader, read))
        return false;
    if (keyword != NULL && strcmp(keyword, read->keyword) != 0)
        return dgs_fail(err, DGS_ERR_USAGE, "--handout is %s, and %s says %s: remove the option", keyword, read->file,
                        read->keyword);
    *out = read;
    return true;
}
