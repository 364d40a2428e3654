#include <ctype.h>
#include <string.h>

#include "content/loader.h"

enum { FIELDS_MAX = 3 };

static const struct key {
    const char *name;
    bool may_be_empty;
    const char *fields[FIELDS_MAX]; // what may stand in {{ }}, NULL-terminated
} KEYS[DGS_STRINGS] = {
    [DGS_STRING_TITLE] = {"title", false, {NULL}},
    [DGS_STRING_SUBJECT] = {"subject", false, {NULL}},
    [DGS_STRING_LANGUAGE] = {"language", true, {NULL}}, // that of the manifest, where it is not given
    [DGS_STRING_TEXT_DATE] = {"text-date", false, {NULL}},
    [DGS_STRING_NEXT_CHECK] = {"next-check", false, {NULL}},
    [DGS_STRING_REVIEWER] = {"reviewer", true, {NULL}},
    [DGS_STRING_ABBREVIATIONS] = {"abbreviations", true, {NULL}},
    [DGS_STRING_DISCLAIMER] = {"disclaimer", false, {NULL}},
    [DGS_STRING_TEXT_OF] = {"text-of", false, {"date", "next", NULL}},
    [DGS_STRING_FEEDBACK] = {"feedback", false, {"email", NULL}},
    [DGS_STRING_REVIEWED_BY] = {"reviewed-by", false, {"reviewer", NULL}},
    [DGS_STRING_PAGE_OF] = {"page-of", false, {"page", "pages", NULL}},
    [DGS_STRING_PHONE] = {"phone", false, {NULL}},
    [DGS_STRING_EMAIL] = {"email", false, {NULL}},
    [DGS_STRING_WEBSITE] = {"website", false, {NULL}},
    [DGS_STRING_ADDRESS] = {"address", false, {NULL}},
    [DGS_STRING_BOOK_ONLINE] = {"book-online", false, {NULL}},
    [DGS_STRING_CALL_LINK] = {"call-link", false, {"name", "phone", NULL}},
    [DGS_STRING_MAIL_LINK] = {"mail-link", false, {"name", "email", NULL}},
    [DGS_STRING_WEB_LINK] = {"web-link", false, {"name", NULL}},
    [DGS_STRING_BOOK_LINK] = {"book-link", false, {"name", NULL}},
    [DGS_STRING_STAMP] = {"stamp", false, {NULL}},
    [DGS_STRING_STAMP_PLACE] = {"stamp-place", true, {NULL}},
    [DGS_STRING_LOGO_ALT] = {"logo-alt", false, {"name", NULL}},
    [DGS_STRING_LICENSE] = {"license", false, {"license", NULL}},
    [DGS_STRING_SIGNATURE] = {"signature", true, {"therapist", NULL}},
    [DGS_STRING_HOURS] = {"hours", false, {NULL}},
    [DGS_STRING_CLIENT_FOR] = {"client-for", false, {"name", NULL}},
    [DGS_STRING_CLIENT_THERAPIST] = {"client-therapist", false, {NULL}},
    [DGS_STRING_NEXT_VISIT] = {"next-visit", false, {NULL}},
    [DGS_STRING_CLIENT_NOTES] = {"client-notes", false, {NULL}},
    [DGS_STRING_START_HERE] = {"start-here", false, {NULL}},
    [DGS_STRING_QR_ALT] = {"code-alt", false, {"url", NULL}},
    [DGS_STRING_QR_CAPTION] = {"code-caption", false, {NULL}},
    [DGS_STRING_LINED_TITLE] = {"lined-title", false, {NULL}},
    [DGS_STRING_LINED_TEXT] = {"lined-text", false, {NULL}},
    [DGS_STRING_TICK_ALT] = {"check-box", true, {"label", NULL}},
    [DGS_STRING_TICKED_ALT] = {"checked-box", true, {"label", NULL}},
    [DGS_STRING_NUMBER_ALT] = {"write-number", true, {"label", NULL}},
    [DGS_STRING_LINE_ALT] = {"write-line", true, {"label", NULL}},
    [DGS_STRING_LINES_ALT] = {"write-lines", true, {"label", NULL}},
    [DGS_STRING_PRACTICE_ALT] = {"write-practice", true, {"label", NULL}},
    [DGS_STRING_SKIP_DAYS] = {"skip-days", true, {"label", NULL}},
    [DGS_STRING_PEN_NOTE] = {"pen-note", true, {NULL}},
    [DGS_STRING_FILE_LINK] = {"file-link", true, {"contact", NULL}},
};

// Takes "{{field}}" out of *text: what stands before it and the field's name. False when no field is left.
static bool next_field(dgs_str *text, dgs_str *before, dgs_str *field)
{
    for (size_t i = 0; i + 1 < text->n; i++) {
        if (text->p[i] != '{' || text->p[i + 1] != '{')
            continue;
        for (size_t j = i + 2; j + 1 < text->n; j++)
            if (text->p[j] == '}' && text->p[j + 1] == '}') {
                *before = (dgs_str){text->p, i};
                *field = dgs_str_trim((dgs_str){text->p + i + 2, j - i - 2});
                *text = (dgs_str){text->p + j + 2, text->n - j - 2};
                return true;
            }
    }
    return false;
}

static bool check_fields(dgs_loader *loader, const struct key *key, const char *value, int line)
{
    dgs_str text = dgs_str_of(value), before, field;
    while (next_field(&text, &before, &field)) {
        bool known = false;
        for (size_t i = 0; key->fields[i] != NULL; i++)
            known = known || dgs_str_is(field, key->fields[i]);
        if (known)
            continue;
        const char *name = dgs_text_short(loader, field);
        return dgs_loader_fail(loader, line, "the key '%s' has no {{%s}}%s: remove it, or write one that it has",
                               key->name, name, dgs_loader_hint(loader, name, key->fields, "{{", "}}"));
    }
    return true;
}

bool dgs_language_ok(const char *tag)
{
    size_t n = strlen(tag), part = 0;
    for (size_t i = 0; i <= n; i++) {
        if (i < n && isalnum((unsigned char)tag[i]))
            part++;
        else if ((i < n && tag[i] != '-') || part == 0 || part > 8 || (i == part && part < 2))
            return false;
        else
            part = 0;
    }
    return n <= 35;
}

static bool set_value(dgs_loader *loader, dgs_string which, dgs_str value, int line)
{
    const struct key *key = &KEYS[which];
    char *copy = dgs_str_copy(loader->arena, value);
    if (copy == NULL)
        return dgs_loader_memory(loader);
    if (loader->strings[which] != NULL)
        return dgs_loader_fail(loader, line, "the key '%s' is here twice: remove one", key->name);
    if (value.n == 0 && !key->may_be_empty)
        return dgs_loader_fail(loader, line, "the key '%s' is empty: write its words after the colon", key->name);
    if (which == DGS_STRING_LANGUAGE && !dgs_language_ok(copy))
        return dgs_loader_fail(loader, line, "'%.60s' is not a language: write it like en-US", copy);
    if (which == DGS_STRING_ABBREVIATIONS && !dgs_abbreviations_check(loader, copy, line))
        return false;
    if (!check_fields(loader, key, copy, line))
        return false;
    loader->strings[which] = copy;
    loader->string_lines[which] = line;
    return true;
}

static bool take(void *ctx, dgs_loader *loader, dgs_str key, dgs_str value, int line)
{
    const char *names[DGS_STRINGS + 1] = {NULL};
    (void)ctx;
    for (size_t i = 0; i < DGS_STRINGS; i++) {
        names[i] = KEYS[i].name;
        if (dgs_str_is(key, KEYS[i].name))
            return set_value(loader, (dgs_string)i, value, line);
    }
    const char *name = dgs_text_short(loader, key);
    return dgs_loader_fail(loader, line, "key '%s' not found%s: use the keys of the built-in strings.md", name,
                           dgs_loader_hint(loader, name, names, "'", "'"));
}

static bool read_file(dgs_loader *loader, cmark_node *root)
{
    if (!dgs_pairs_read(loader, root, false, take, NULL))
        return false;
    for (size_t i = 0; i < DGS_STRINGS; i++)
        if (loader->strings[i] == NULL && !KEYS[i].may_be_empty)
            return dgs_loader_fail(loader, (int)loader->file->nlines, "the key '%s' is missing: add \"- %s: words\"",
                                   KEYS[i].name, KEYS[i].name);
    return true;
}

bool dgs_strings_load(dgs_loader *loader)
{
    dgs_source_file file = {.printed = true};
    cmark_node *root;
    bool ok = dgs_source_open(loader, DGS_STRINGS_FILE, &file, &root) && read_file(loader, root);
    loader->strings_file = file.name;
    loader->file = NULL;
    return ok;
}

bool dgs_strings_find(dgs_loader *loader, const char *name, dgs_string *out)
{
    for (size_t i = 0; i < DGS_STRINGS; i++) {
        *out = (dgs_string)i;
        if (strcmp(KEYS[i].name, name) == 0)
            return true;
    }
    return dgs_fail(loader->err, DGS_ERR_SOFTWARE, "strings.md cannot have the key '%s': report this as a bug", name);
}

const char *dgs_strings_fill(dgs_loader *loader, dgs_string key, const dgs_fill *fills, size_t n)
{
    dgs_buf buf = {.arena = loader->arena};
    dgs_str text = dgs_str_of(loader->strings[key]), before, field;
    dgs_buf_adds(&buf, "");
    while (next_field(&text, &before, &field)) {
        dgs_buf_add(&buf, before.p, before.n);
        for (size_t i = 0; i < n; i++)
            if (dgs_str_is(field, fills[i].field) && fills[i].value != NULL)
                dgs_buf_adds(&buf, fills[i].value);
    }
    dgs_buf_add(&buf, text.p, text.n);
    const char *filled = buf.failed ? NULL : dgs_str_copy(loader->arena, dgs_str_trim((dgs_str){buf.p, buf.n}));
    if (filled == NULL)
        dgs_loader_memory(loader);
    return filled;
}
