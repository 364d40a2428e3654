// What a profile says.
#include <string.h>

#include "base/path.h"
#include "base/utf8.h"
#include "order/ini.h"
#include "profile/profile.h"

typedef struct reading {
    dgs_settings *settings;
    dgs_arena *arena;
    const char *file;
} reading;

// Whether the kind of value has blanks in it: then "# 4" may be a part of an address.
static bool has_blanks(dgs_setting_kind kind)
{
    return kind != DGS_KIND_COLOR && kind != DGS_KIND_KEYWORD && kind != DGS_KIND_COUNTRY && kind != DGS_KIND_WEB &&
           kind != DGS_KIND_EMAIL;
}

// The value without a note after it: a # or ; with a blank after it and, where values have blanks, two before it or a
// closing quotation mark.
static dgs_str without_note(dgs_str value, dgs_setting_kind kind)
{
    for (size_t i = 1; i + 1 < value.n; i++) {
        bool mark = (value.p[i] == '#' || value.p[i] == ';') && value.p[i + 1] == ' ';
        bool blank = value.p[i - 1] == ' ' || value.p[i - 1] == '\t';
        bool wide = i > 1 && (value.p[i - 1] == '\t' || value.p[i - 2] == ' ' || value.p[i - 2] == '\t' ||
                              (value.p[i - 2] == '"' && value.p[0] == '"'));
        if (mark && blank && (wide || !has_blanks(kind)))
            return dgs_utf8_trim((dgs_str){value.p, i});
    }
    return value;
}

static bool holds(dgs_str s, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= s.n; i++)
        if (memcmp(s.p + i, word, n) == 0)
            return true;
    return false;
}

// The value without quotation marks round all of it, which other programs' files have. Curly ones may be wanted where
// words are printed.
static dgs_str without_quotes(dgs_str value, dgs_setting_kind kind)
{
    static const char *const pairs[][2] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"„", "“"}, {"‘", "’"}, {"«", "»"}};
    bool words = kind == DGS_KIND_TEXT || kind == DGS_KIND_LINES || kind == DGS_KIND_ALT;
    for (size_t i = 0; i < (words ? 2 : sizeof pairs / sizeof *pairs); i++) {
        size_t open = strlen(pairs[i][0]), close = strlen(pairs[i][1]);
        dgs_str inner = {value.p + open, value.n - open - close};
        if (value.n >= open + close && dgs_str_starts(value, pairs[i][0]) &&
            memcmp(value.p + value.n - close, pairs[i][1], close) == 0 && !holds(inner, pairs[i][0]))
            return dgs_utf8_trim(inner);
    }
    return value;
}

// An empty value is one that nobody filled in.
static bool take(void *ctx, const char *key, const char *value, int line, dgs_err *err)
{
    const reading *r = ctx;
    dgs_setting setting;
    const char *near;
    if (!dgs_setting_find(key, &setting, &near))
        return dgs_fail(err, DGS_ERR_DATA, "%s:%d: key '%.60s' not found%s%s: %s", r->file, line, key,
                        near == NULL ? "" : ", did you mean ", near == NULL ? "" : near,
                        near == NULL ? "dgs-pdf init writes a profile with all keys" : "correct that line");
    dgs_setting_kind kind = dgs_setting_table[setting].kind;
    dgs_str meant = without_quotes(without_note(dgs_utf8_trim(dgs_str_of(value)), kind), kind);
    const char *copy = dgs_str_copy(r->arena, meant);
    if (copy == NULL)
        return dgs_fail_memory(err);
    return copy[0] == '\0' || dgs_setting_put(r->settings, setting, (dgs_value){copy, r->file, line}, r->arena, err);
}

static bool place_file(dgs_value *named, const char *file, dgs_arena *arena, dgs_err *err)
{
    if (named->text == NULL)
        return true;
    named->text = dgs_path_beside(arena, file, named->text);
    return named->text == NULL ? dgs_fail_memory(err) : true;
}

bool dgs_profile_read(dgs_str text, const char *file, dgs_arena *arena, dgs_settings *settings, dgs_err *err)
{
    dgs_settings read = {0};
    reading r = {&read, arena, file};
    if (!dgs_ini_read(text, file, take, &r, err) || !place_file(&read.of[DGS_SETTING_LOGO], file, arena, err) ||
        !place_file(&read.of[DGS_SETTING_FONTS], file, arena, err))
        return false;
    for (size_t i = 0; i < DGS_SETTINGS; i++)
        if (settings->of[i].text == NULL)
            settings->of[i] = read.of[i];
    return true;
}
