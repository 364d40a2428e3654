#include "profile/profile.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/form.h"
#include "base/line.h"
#include "base/utf8.h"
#include "profile/palette.h"
#include "profile/url.h"

typedef struct reader { // one setting in hand
    dgs_setting setting;
    const dgs_setting_about *about;
    dgs_value value; // the one in force where none is given; its text is never NULL
    dgs_arena *arena;
    dgs_err *err;
} reader;

// "--phone", or "practice.ini:7: phone".
static bool name_it(const reader *r, const char **name)
{
    *name = dgs_setting_name(r->setting, &r->value, r->arena);
    return *name == NULL ? dgs_fail_memory(r->err) : true;
}

static bool take_line(const reader *r, dgs_str typed, const char **name, const char **out)
{
    return name_it(r, name) && dgs_line_take(r->arena, *name, r->about->most, typed, out, r->err);
}

static bool read_text(const reader *r, dgs_fact *out)
{
    const char *name;
    return take_line(r, dgs_str_of(r->value.text), &name, &out->text);
}

static bool is_arabic(int32_t cp)
{
    return (cp >= 0x620 && cp < 0x660) || (cp >= 0x66e && cp < 0x6f0) || (cp >= 0x6fa && cp < 0x700) ||
           (cp >= 0x750 && cp < 0x7c0) || (cp >= 0x8a0 && cp < 0x900) || (cp >= 0xfb50 && cp < 0xfe00) ||
           (cp >= 0xfe70 && cp < 0xff00);
}

// Digits and signs, Arabic ones too, belong to any script.
static bool is_other_letter(int32_t cp)
{
    return cp < 0x80 ? isalpha(cp) : cp >= 0xc0 && (cp < 0x600 || cp >= 0x700) && (cp < 0x2000 || cp >= 0x2070);
}

// Whether a line's last letter is Arabic (Persian and Urdu too) or Thaana.
static bool ends_arabic(const char *line)
{
    dgs_str rest = dgs_str_of(line);
    bool arabic = false;
    for (int32_t cp; (cp = dgs_utf8_next(&rest)) >= 0;)
        arabic = is_arabic(cp) || (arabic && !is_other_letter(cp));
    return arabic;
}

// What comes between two lines where they become one; these scripts have a comma of their own.
static const char *between(const reader *r, const char *before)
{
    return strcmp(r->about->between, ", ") == 0 && ends_arabic(before) ? "، " : r->about->between;
}

static bool read_lines(const reader *r, dgs_fact *out)
{
    dgs_buf all = {.arena = r->arena};
    const char *join = "";
    for (const char *s = r->value.text, *name, *line;; s++) {
        size_t length = strcspn(s, "\n");
        if (!take_line(r, (dgs_str){s, length}, &name, &line))
            return false;
        dgs_buf_addf(&all, "%s%s", join, line);
        join = between(r, line);
        s += length;
        if (*s != '\0')
            continue;
        out->text = all.p;
        return all.failed ? dgs_fail_memory(r->err) : true;
    }
}

static bool read_phone(const reader *r, dgs_fact *out)
{
    const char *name;
    return take_line(r, dgs_str_of(r->value.text), &name, &out->text) &&
           dgs_url_phone(r->arena, name, out->text, &out->url, r->err);
}

static bool read_email(const reader *r, dgs_fact *out)
{
    const char *name;
    return take_line(r, dgs_str_of(r->value.text), &name, &out->text) &&
           dgs_url_email(r->arena, name, out->text, &out->url, r->err);
}

static bool read_web(const reader *r, dgs_fact *out)
{
    const char *name, *typed;
    dgs_url web;
    if (!take_line(r, dgs_str_of(r->value.text), &name, &typed) || !dgs_url_web(r->arena, name, typed, &web, r->err))
        return false;
    out->text = web.text;
    out->url = web.url;
    return true;
}

// A file's name is the file system's own business; only none at all is wrong.
static bool read_file(const reader *r, dgs_fact *out)
{
    const char *name;
    out->text = r->value.text;
    return out->text[0] != '\0' ||
           (name_it(r, &name) &&
            dgs_fail(r->err, DGS_ERR_DATA, "%s is empty: name the picture file, or remove it", name));
}

static unsigned nibble(char c)
{
    return (unsigned)(isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10);
}

static bool read_color(const reader *r, dgs_fact *out)
{
    const char *typed = r->value.text, *name;
    size_t digits = typed[0] == '#' ? strspn(typed + 1, "0123456789abcdefABCDEF") : 0;
    if ((digits != 3 && digits != 6) || typed[1 + digits] != '\0')
        return name_it(r, &name) &&
               dgs_fail(r->err, dgs_setting_fault(&r->value), "%s '%.40s' is not a color: write it like %s", name,
                        typed, r->value.file == NULL ? "'#0b5f5a', in quotes" : "#0b5f5a");
    size_t step = digits / 3;
    for (size_t i = 0; i < 3; i++) {
        const char *p = typed + 1 + i * step;
        out->value = out->value << 8 | nibble(p[0]) << 4 | nibble(p[step - 1]);
    }
    out->text = typed;
    return true;
}

// A country that is not in the table is refused: to print another country's numbers would be worse than to print none.
static bool read_country(const reader *r, dgs_fact *out)
{
    const char *code = r->value.text, *name;
    const dgs_country *country = dgs_country_find(code);
    out->text = code;
    out->value = (unsigned)dgs_country_number(country);
    if (country != NULL)
        return true;
    return name_it(r, &name) &&
           dgs_fail(
               r->err, dgs_setting_fault(&r->value),
               "%s '%.40s' is not supported, because the program does not have its emergency numbers: write US, CA, "
               "GB, IE, AU or NZ, or the English name of one of these countries",
               name, code);
}

static bool read_keyword(const reader *r, dgs_fact *out)
{
    out->text = r->value.text;
    return dgs_setting_keyword(r->setting, &r->value, r->arena, &out->value, r->err);
}

// Which words there are is the package's business; which fonts, the text room's.
static bool read_elsewhere(const reader *r, dgs_fact *out)
{
    out->text = r->value.text;
    return true;
}

const char *dgs_profile_plain(const char *typed, dgs_setting setting, dgs_arena *arena)
{
    dgs_str text = dgs_str_of(typed);
    if (dgs_setting_table[setting].kind == DGS_KIND_FILE)
        return typed;
    return dgs_form_plain(arena, &text) ? text.p : NULL;
}

static bool read_setting(const dgs_settings *settings, dgs_setting setting, dgs_arena *arena, dgs_fact *out,
                         dgs_err *err)
{
    static bool (*const readers[DGS_SETTING_KINDS])(const reader *r, dgs_fact *out) = {
        [DGS_KIND_TEXT] = read_text,       [DGS_KIND_LINES] = read_lines,     [DGS_KIND_PHONE] = read_phone,
        [DGS_KIND_EMAIL] = read_email,     [DGS_KIND_WEB] = read_web,         [DGS_KIND_FILE] = read_file,
        [DGS_KIND_ALT] = read_text,        [DGS_KIND_COLOR] = read_color,     [DGS_KIND_COUNTRY] = read_country,
        [DGS_KIND_KEYWORD] = read_keyword, [DGS_KIND_PARTS] = read_elsewhere, [DGS_KIND_FONTS] = read_elsewhere};
    const dgs_value *given = &settings->of[setting];
    reader r = {setting, &dgs_setting_table[setting], *given, arena, err};
    if (given->text == NULL)
        r.value.text = dgs_setting_otherwise(settings, setting);
    if (r.value.text == NULL)
        return true;
    const char *typed = r.value.text;
    r.value.text = dgs_profile_plain(typed, setting, arena);
    if (r.value.text == NULL)
        return dgs_fail_memory(err);
    if (!readers[r.about->kind](&r, out))
        return false;
    out->typed = r.value.text == typed ? NULL : typed;
    if (given->text == NULL)
        out->text = NULL;
    return true;
}

dgs_color dgs_fact_color(const dgs_fact *fact)
{
    return (dgs_color){(uint8_t)(fact->value >> 16), (uint8_t)(fact->value >> 8), (uint8_t)fact->value};
}

bool dgs_profile_fault(const dgs_settings *settings, dgs_setting setting, dgs_arena *arena, dgs_err *err)
{
    dgs_fact fact = {0};
    return read_setting(settings, setting, arena, &fact, err);
}

static bool check_masthead(const dgs_settings *settings, const dgs_profile *profile, dgs_arena *arena, dgs_err *err)
{
    const dgs_value *masthead = &settings->of[DGS_SETTING_MASTHEAD];
    if (profile->of[DGS_SETTING_MASTHEAD].value != DGS_MASTHEAD_LOGO || profile->of[DGS_SETTING_LOGO].text != NULL)
        return true;
    const char *name = dgs_setting_name(DGS_SETTING_MASTHEAD, masthead, arena);
    return name == NULL ? dgs_fail_memory(err)
                        : dgs_fail(err, dgs_setting_fault(masthead),
                                   "%s is logo, but there is no logo: name its file (%s), or write name", name,
                                   masthead->file == NULL ? "--logo" : "logo = ...");
}

bool dgs_profile_make(const dgs_settings *settings, dgs_ink ink, dgs_arena *arena, dgs_profile *out, dgs_err *err)
{
    *out = (dgs_profile){0};
    for (unsigned i = 0; i < DGS_SETTINGS; i++)
        if (!read_setting(settings, (dgs_setting)i, arena, &out->of[i], err))
            return false;
    if (!check_masthead(settings, out, arena, err))
        return false;
    dgs_fact *paper = &out->of[DGS_SETTING_PAPER];
    dgs_color second = dgs_fact_color(&out->of[DGS_SETTING_ACCENT]);
    bool has_second =
        settings->of[DGS_SETTING_ACCENT].text != NULL || dgs_setting_otherwise(settings, DGS_SETTING_ACCENT) != NULL;
    out->palette = dgs_palette_of(dgs_fact_color(&out->of[DGS_SETTING_COLOR]), has_second ? &second : NULL, ink);
    out->country = dgs_country_at(out->of[DGS_SETTING_REGION].value);
    if (paper->text == NULL)
        paper->value = out->country->paper;
    out->paper = (dgs_paper)paper->value;
    return true;
}
