#include "batch/name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/form.h"
#include "base/keyed.h"
#include "base/utf8.h"
#include "host/engine.h"

bool dgs_name_is_column(dgs_str field, dgs_str column)
{
    char typed[DGS_KEYWORD_FOLDED], named[DGS_KEYWORD_FOLDED];
    field = dgs_utf8_trim(field);
    column = dgs_utf8_trim(column);
    if (field.n == column.n && memcmp(field.p, column.p, field.n) == 0)
        return true;
    dgs_keyword_fold(field, typed);
    dgs_keyword_fold(column, named);
    return typed[0] != '\0' && strcmp(typed, named) == 0;
}

static bool read_column(dgs_str field, dgs_name_template *out, dgs_name_part *part, dgs_err *err)
{
    size_t i = 0;
    while (i < out->ncolumns && !dgs_name_is_column(field, out->columns[i]))
        i++;
    if (i == DGS_NAME_COLUMNS_MAX)
        return dgs_fail(err, DGS_ERR_USAGE, "--file-name has more than %d columns that are not keys: use fewer",
                        DGS_NAME_COLUMNS_MAX);
    *part = (dgs_name_part){.kind = DGS_NAME_COLUMN, .column = i};
    out->columns[i] = field;
    out->ncolumns += i == out->ncolumns;
    return true;
}

static bool read_number(const char *field, dgs_name_part *part, dgs_err *err)
{
    *part = (dgs_name_part){.kind = DGS_NAME_NUMBER};
    if (field[1] == '\0')
        return true;
    const char *width = field + 2;
    if (width[0] == '0' && width[1] >= '1' && width[1] <= '9' && width[2] == '\0') {
        part->width = (unsigned)(width[1] - '0');
        return true;
    }
    return dgs_fail(err, DGS_ERR_USAGE, "--file-name has {%.40s}: write {n} or, for four digits, {n:04}", field);
}

static bool read_field(dgs_str inner, dgs_name_template *out, dgs_name_part *part, dgs_err *err)
{
    char field[64];
    const char *near;
    if (inner.n >= sizeof field || dgs_utf8_trim(inner).n == 0)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "--file-name has a field that is %s: write {n}, {n:04}, or the name of a column",
                        inner.n >= sizeof field ? "too long" : "empty");
    (void)snprintf(field, sizeof field, "%.*s", (int)inner.n, inner.p);
    if (strcmp(field, "n") == 0 || strncmp(field, "n:", 2) == 0)
        return read_number(field, part, err);
    *part = (dgs_name_part){.kind = DGS_NAME_SETTING};
    return dgs_setting_find(field, &part->setting, &near) || read_column(inner, out, part, err);
}

static bool read_part(const char **typed, dgs_name_template *out, dgs_err *err)
{
    dgs_name_part *part = &out->parts[out->n++];
    const char *at = *typed;
    size_t n = strcspn(at, "{}");
    if (n > 0) {
        *part = (dgs_name_part){.kind = DGS_NAME_TEXT, .text = {at, n}};
        *typed = at + n;
        return true;
    }
    n = strcspn(at + 1, "{}") + 1;
    if (at[0] != '{' || at[n] != '}')
        return dgs_fail(err, DGS_ERR_USAGE, "--file-name has an unmatched brace: write fields like {name}");
    *typed = at + n + 1;
    return read_field((dgs_str){at + 1, n - 1}, out, part, err);
}

// A number at the start with something else than a digit behind it is never the start of another row's name.
static bool is_unique(const dgs_name_template *t)
{
    if (t->n == 0 || t->parts[0].kind != DGS_NAME_NUMBER)
        return false;
    return t->n == 1 || (t->parts[1].kind == DGS_NAME_TEXT && strchr("0123456789", t->parts[1].text.p[0]) == NULL);
}

bool dgs_name_read(const char *typed, dgs_name_template *out, dgs_err *err)
{
    *out = (dgs_name_template){0};
    if (typed[0] == '\0')
        return dgs_fail(err, DGS_ERR_USAGE, "--file-name is empty: write --file-name '" DGS_NAME_TEMPLATE "'");
    if (strpbrk(typed, "/\\") != NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "--file-name has a slash, but all files go to --out-dir: remove it");
    while (*typed != '\0') {
        if (out->n == DGS_NAME_PARTS_MAX)
            return dgs_fail(err, DGS_ERR_USAGE, "--file-name has too many fields: use fewer");
        if (!read_part(&typed, out, err))
            return false;
    }
    out->unique = is_unique(out);
    return true;
}

typedef struct stem { // with room for what is cut off later
    char p[DGS_FORM_ROOM];
    size_t n;
} stem;

// `bytes` are the character's.
static bool forbidden(int32_t cp, dgs_str bytes)
{
    return cp < 0x20 || dgs_utf8_control(bytes) >= 0 || cp == 0x2028 || cp == 0x2029 ||
           (cp < 0x7f && strchr("/\\:*?\"<>|", cp) != NULL);
}

static void add_safe(stem *to, dgs_str text)
{
    while (text.n > 0 && to->n + 4 < sizeof to->p) {
        dgs_str before = text;
        int32_t cp = dgs_utf8_next(&text);
        if (cp < 0)
            text = (dgs_str){text.p + 1, text.n - 1};
        dgs_str bytes = {before.p, before.n - text.n};
        if (dgs_utf8_ignorable(cp))
            continue;
        if (cp < 0 || forbidden(cp, bytes))
            bytes = DGS_STR("-");
        memcpy(to->p + to->n, bytes.p, bytes.n);
        to->n += bytes.n;
    }
}

// The digits of Latin-1 count too: COM¹ is COM1.
static bool is_port(dgs_str word)
{
    if (word.n < 4 || (strncasecmp(word.p, "com", 3) != 0 && strncasecmp(word.p, "lpt", 3) != 0))
        return false;
    dgs_str digit = {word.p + 3, word.n - 3};
    return (digit.n == 1 && digit.p[0] >= '1' && digit.p[0] <= '9') || dgs_str_is(digit, "¹") ||
           dgs_str_is(digit, "²") || dgs_str_is(digit, "³");
}

// CON, NUL, COM1 and the like are devices in every folder of Windows, whatever stands behind a dot, and with blanks
// before it (Microsoft, "Naming Files, Paths, and Namespaces").
static bool is_device(const char *p, size_t n)
{
    static const char *const words[] = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    dgs_str first = {p, 0};
    while (first.n < n && p[first.n] != '.')
        first.n++;
    while (first.n > 0 && p[first.n - 1] == ' ')
        first.n--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (first.n == strlen(words[i]) && strncasecmp(p, words[i], first.n) == 0)
            return true;
    return is_port(first);
}

static void cut(stem *s, size_t most)
{
    if (s->n > most) {
        s->n = most;
        while (s->n > 0 && ((unsigned char)s->p[s->n] & 0xc0) == 0x80)
            s->n--;
    }
    while (s->n > 0 && strchr(". -", s->p[s->n - 1]) != NULL)
        s->n--;
}

// A file that begins with a dot is hidden; one that begins with a dash or a plus sign is an option to the next program
// that is started with *, and a tilde means somebody's home to a shell.
static void mask_start(stem *s)
{
    if (s->n == 0 || strchr(".-+~", s->p[0]) == NULL)
        return;
    memmove(s->p + 1, s->p, s->n);
    s->p[0] = '_';
    s->n++;
}

static void take_off_start(stem *s)
{
    size_t blanks = 0;
    while (blanks < s->n && s->p[blanks] == ' ')
        blanks++;
    if (blanks == 0)
        return;
    s->n -= blanks;
    memmove(s->p, s->p + blanks, s->n);
}

static void take_off_ending(stem *s)
{
    if (s->n >= 4 && strncasecmp(s->p + s->n - 4, ".pdf", 4) == 0)
        s->n -= 4;
}

void dgs_name_make(const dgs_name_template *from, unsigned long long n, const dgs_settings *settings,
                   const char *const *columns, char out[DGS_FILE_NAME_MAX + 1])
{
    stem s = {.n = 0};
    for (size_t i = 0; i < from->n; i++) {
        const dgs_name_part *part = &from->parts[i];
        const char *column = part->kind == DGS_NAME_COLUMN && columns != NULL ? columns[part->column] : NULL;
        char digits[32];
        (void)snprintf(digits, sizeof digits, "%0*llu", (int)part->width, n);
        add_safe(&s, part->kind == DGS_NAME_TEXT      ? part->text
                     : part->kind == DGS_NAME_NUMBER  ? dgs_str_of(digits)
                     : part->kind == DGS_NAME_SETTING ? dgs_str_of(settings->of[part->setting].text)
                                                      : dgs_str_of(column));
    }
    s.n = dgs_form_compose_in(s.p, s.n, sizeof s.p);
    take_off_start(&s);
    take_off_ending(&s);
    cut(&s, DGS_FILE_NAME_MAX - 5);
    mask_start(&s);
    bool device = is_device(s.p, s.n);
    if (device) { // "con.x" becomes "con-.x"
        size_t at = strcspn(s.p, ".") < s.n ? strcspn(s.p, ".") : s.n;
        memmove(s.p + at + 1, s.p + at, s.n - at);
        s.p[at] = '-';
        s.n++;
    }
    (void)snprintf(out, DGS_FILE_NAME_MAX + 1, "%.*s.pdf", s.n == 0 ? 7 : (int)s.n, s.n == 0 ? "handout" : s.p);
}

typedef struct taken {
    uint64_t hash; // 0 = free
    uint64_t row;
} taken;

struct dgs_names {
    dgs_key key;
    taken *slots;
    size_t nslots, n; // nslots is a power of two
    unsigned long long looks;
};

// Names are one where any file system takes them for one: Apple's APFS, as Macs have it, and HFS+ look neither at case
// nor at form, and HFS+ keeps all names decomposed (Apple File System Guide, "Frequently Asked Questions"); NTFS does
// not look at case (Microsoft, "Naming Files, Paths, and Namespaces"). Linux keeps two files, of which one is lost when
// they are copied there.
//
// Two of a million different names are the same by chance in 1 of 30 million runs.
static uint64_t hash_of(const dgs_key *key, const char *name)
{
    uint32_t folded[DGS_FORM_FOLDED];
    size_t n;
    dgs_form_fold(dgs_str_of(name), folded, &n);
    uint64_t hash = dgs_keyed_hash(key, (dgs_str){(const char *)folded, n * sizeof *folded});
    if (strlen(name) > DGS_FORM_ROOM) // longer than any file system takes: told apart byte by byte
        hash ^= dgs_keyed_hash(key, dgs_str_of(name));
    return hash == 0 ? 1 : hash;
}

static taken *find(dgs_names *names, uint64_t hash)
{
    size_t at = (size_t)hash & (names->nslots - 1);
    for (; names->slots[at].hash != 0 && names->slots[at].hash != hash; names->looks++)
        at = (at + 1) & (names->nslots - 1);
    return &names->slots[at];
}

static bool grow(dgs_names *names)
{
    dgs_names more = *names;
    more.nslots = names->nslots == 0 ? 1024 : names->nslots * 2;
    more.slots = calloc(more.nslots, sizeof *more.slots);
    if (more.slots == NULL)
        return false;
    for (size_t i = 0; i < names->nslots; i++)
        if (names->slots[i].hash != 0)
            *find(&more, names->slots[i].hash) = names->slots[i];
    free(names->slots);
    names->slots = more.slots;
    names->nslots = more.nslots;
    names->looks = more.looks;
    return true;
}

dgs_names *dgs_names_new(dgs_err *err)
{
    dgs_names *names = calloc(1, sizeof *names);
    if (names == NULL)
        dgs_fail_memory(err);
    else
        names->key = dgs_key_draw();
    return names;
}

void dgs_names_free(dgs_names *names)
{
    if (names == NULL)
        return;
    free(names->slots);
    free(names);
}

bool dgs_names_take(dgs_names *names, const char *name, unsigned long long n, unsigned long long *other, dgs_err *err)
{
    *other = 0;
    if (names->n * 3 >= names->nslots * 2 && !grow(names))
        return dgs_fail_memory(err);
    uint64_t hash = hash_of(&names->key, name);
    taken *slot = find(names, hash);
    if (slot->hash != 0) {
        *other = slot->row;
        return true;
    }
    *slot = (taken){hash, n};
    names->n++;
    return true;
}

unsigned long long dgs_names_looks(const dgs_names *names)
{
    return names->looks;
}
