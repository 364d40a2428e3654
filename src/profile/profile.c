#include "profile/profile.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/line.h"
#include "profile/palette.h"
#include "profile/url.h"

static const dgs_color DEFAULT_COLOR = {0x0b, 0x5f, 0x5a}; // a calm teal

typedef struct reader {
    const dgs_settings *settings;
    dgs_arena *arena;
    dgs_err *err;
} reader;

typedef struct field { // one text in hand
    const char *name;  // "--phone", or "practice.ini:7: phone"
    size_t limit;      // code points
} field;

static bool begin_field(reader r, dgs_setting setting, size_t limit, field *f)
{
    *f = (field){dgs_setting_name(setting, &r.settings->of[setting], r.arena), limit};
    return f->name == NULL ? dgs_fail_memory(r.err) : true;
}

static bool read_texts(reader r, dgs_profile *out)
{
    const struct {
        dgs_setting setting;
        size_t limit;
        const char **to;
    } texts[] = {
        {DGS_SETTING_NAME, DGS_NAME_MAX, &out->name},
        {DGS_SETTING_TAGLINE, DGS_NAME_MAX, &out->tagline},
        {DGS_SETTING_THERAPIST, DGS_LINE_MAX, &out->therapist},
        {DGS_SETTING_LICENSE, DGS_LINE_MAX, &out->license},
        {DGS_SETTING_PHONE, DGS_LINE_MAX, &out->phone},
        {DGS_SETTING_EMAIL, DGS_LINE_MAX, &out->email},
        {DGS_SETTING_WEBSITE, DGS_URL_MAX, &out->website},
        {DGS_SETTING_BOOKING_URL, DGS_URL_MAX, &out->booking_url},
        {DGS_SETTING_LOGO_ALT, DGS_NAME_MAX, &out->logo_alt},
        {DGS_SETTING_FOOTER_NOTE, DGS_LINE_MAX, &out->footer_note},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const dgs_value *value = &r.settings->of[texts[i].setting];
        field f;
        if (value->text != NULL &&
            (!begin_field(r, texts[i].setting, texts[i].limit, &f) ||
             !dgs_line_take(r.arena, f.name, f.limit, dgs_str_of(value->text), texts[i].to, r.err)))
            return false;
    }
    return true;
}

static bool read_lines(reader r, dgs_setting setting, const char **lines, size_t *n)
{
    const dgs_value *value = &r.settings->of[setting];
    field f;
    if (value->text == NULL)
        return true;
    if (!begin_field(r, setting, DGS_LINE_MAX, &f))
        return false;
    for (const char *s = value->text;; s++) {
        size_t length = strcspn(s, "\n");
        if (!dgs_line_take(r.arena, f.name, f.limit, (dgs_str){s, length}, &lines[(*n)++], r.err))
            return false;
        s += length;
        if (*s == '\0')
            return true;
    }
}

// The logo is a file's name, so its bytes are the file system's own business; only none at all is wrong.
static bool read_logo(reader r, dgs_profile *out)
{
    out->logo = r.settings->of[DGS_SETTING_LOGO].text;
    if (out->logo != NULL && out->logo[0] == '\0')
        return dgs_fail(r.err, DGS_ERR_DATA, "--logo is empty: name the picture file, or leave the option out");
    return true;
}

static bool read_web(reader r, dgs_setting setting, const char *typed, const char **url, const char **text)
{
    dgs_url web;
    field f;
    if (typed == NULL)
        return true;
    if (!begin_field(r, setting, 0, &f) || !dgs_url_web(r.arena, f.name, typed, &web, r.err))
        return false;
    *url = web.url;
    *text = web.text;
    return true;
}

static bool read_links(reader r, dgs_profile *out)
{
    field phone, email;
    if (!begin_field(r, DGS_SETTING_PHONE, 0, &phone) || !begin_field(r, DGS_SETTING_EMAIL, 0, &email))
        return false;
    if (out->phone != NULL && !dgs_url_phone(r.arena, phone.name, out->phone, &out->phone_url, r.err))
        return false;
    if (out->email != NULL && !dgs_url_email(r.arena, email.name, out->email, &out->email_url, r.err))
        return false;
    return read_web(r, DGS_SETTING_WEBSITE, out->website, &out->website_url, &out->website_text) &&
           read_web(r, DGS_SETTING_BOOKING_URL, out->booking_url, &out->booking_url, &out->booking_text);
}

static uint8_t nibble(char c)
{
    return (uint8_t)(isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10);
}

static bool read_color(reader r, dgs_setting setting, bool *given, dgs_color *out)
{
    const dgs_value *value = &r.settings->of[setting];
    field f;
    *given = value->text != NULL;
    if (!*given)
        return true;
    const char *typed = value->text;
    size_t digits = typed[0] == '#' ? strspn(typed + 1, "0123456789abcdefABCDEF") : 0;
    if ((digits != 3 && digits != 6) || typed[1 + digits] != '\0')
        return begin_field(r, setting, 0, &f) &&
               dgs_fail(r.err, dgs_setting_fault(value), "%s '%.40s' is no colour: write it like %s", f.name, typed,
                        value->file == NULL ? "'#0b5f5a', in quotes" : "#0b5f5a");
    size_t step = digits / 3;
    uint8_t channel[3];
    for (size_t i = 0; i < 3; i++) {
        const char *p = typed + 1 + i * step;
        channel[i] = (uint8_t)(nibble(p[0]) * 16 + nibble(p[step - 1]));
    }
    *out = (dgs_color){channel[0], channel[1], channel[2]};
    return true;
}

// A region that is not in the table is refused: to print another country's numbers would be worse than to print none.
static bool read_region(reader r, dgs_profile *out)
{
    const dgs_value *value = &r.settings->of[DGS_SETTING_REGION];
    field f;
    const char *code = value->text == NULL ? "US" : value->text;
    out->has_region = value->text != NULL;
    out->region = dgs_region_find(code);
    if (out->region != NULL)
        return true;
    const bool britain = strcasecmp(code, "UK") == 0;
    return begin_field(r, DGS_SETTING_REGION, 0, &f) &&
           dgs_fail(r.err, dgs_setting_fault(value), "%s '%.40s' %s", f.name, code,
                    britain ? "is written GB, for Great Britain and Northern Ireland"
                            : "is not supported, because its emergency numbers are not in the program: write US, CA, "
                              "GB, IE, AU or NZ");
}

static bool read_keywords(reader r, dgs_profile *out)
{
    const dgs_value *paper = &r.settings->of[DGS_SETTING_PAPER];
    if (!read_region(r, out))
        return false;
    unsigned size = (unsigned)out->region->paper;
    out->has_paper = paper->text != NULL;
    if (out->has_paper && !dgs_setting_keyword(DGS_SETTING_PAPER, paper, r.arena, &size, r.err))
        return false;
    out->paper = (dgs_paper)size;
    return true;
}

bool dgs_profile_make(const dgs_settings *settings, dgs_ink ink, dgs_arena *arena, dgs_profile *out, dgs_err *err)
{
    *out = (dgs_profile){.color = DEFAULT_COLOR};
    reader r = {settings, arena, err};
    if (!read_color(r, DGS_SETTING_COLOR, &out->has_color, &out->color) ||
        !read_color(r, DGS_SETTING_ACCENT, &out->has_accent, &out->accent))
        return false;
    out->palette = dgs_palette_of(out->color, out->has_accent ? &out->accent : NULL, ink);
    return read_keywords(r, out) && read_texts(r, out) &&
           read_lines(r, DGS_SETTING_ADDRESS, out->address, &out->naddress) &&
           read_lines(r, DGS_SETTING_HOURS, out->hours, &out->nhours) && read_logo(r, out) && read_links(r, out);
}
