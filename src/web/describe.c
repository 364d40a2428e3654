#include "web/describe.h"

#include <string.h>

#include "base/limits.h"
#include "cli/cli.h"
#include "order/package.h"
#include "profile/country.h"
#include "text/text.h"

extern const char dgs_font_regular[], dgs_font_regular_end[];
extern const char dgs_font_semibold[], dgs_font_semibold_end[];
extern const char dgs_font_bold[], dgs_font_bold_end[];
extern const char dgs_font_display[], dgs_font_display_end[];

static const char *const kinds[DGS_SETTING_KINDS] = {
    [DGS_KIND_TEXT] = "text",   [DGS_KIND_LINES] = "lines",     [DGS_KIND_PHONE] = "phone",
    [DGS_KIND_EMAIL] = "email", [DGS_KIND_WEB] = "web",         [DGS_KIND_FILE] = "file",
    [DGS_KIND_ALT] = "text",    [DGS_KIND_COLOR] = "color",     [DGS_KIND_COUNTRY] = "country",
    [DGS_KIND_PARTS] = "parts", [DGS_KIND_KEYWORD] = "keyword", [DGS_KIND_FONTS] = "fonts",
};

static void add_string(dgs_buf *to, const char *s)
{
    dgs_buf_addc(to, '"');
    for (; *s != '\0'; s++)
        if ((unsigned char)*s < ' ')
            dgs_buf_addf(to, "\\u%04x", (unsigned)(unsigned char)*s);
        else
            dgs_buf_addf(to, *s == '"' || *s == '\\' ? "\\%c" : "%c", *s);
    dgs_buf_addc(to, '"');
}

// A member after another one; nothing where there is no value.
static void add_member(dgs_buf *to, const char *key, const char *value)
{
    if (value == NULL)
        return;
    dgs_buf_addf(to, ", \"%s\": ", key);
    add_string(to, value);
}

static void add_keywords(dgs_buf *to, const dgs_keyword *keywords)
{
    if (keywords == NULL)
        return;
    dgs_buf_adds(to, ", \"keywords\": [");
    for (const dgs_keyword *k = keywords; k->word != NULL; k++) {
        dgs_buf_adds(to, k == keywords ? "" : ", ");
        add_string(to, k->word);
    }
    dgs_buf_addc(to, ']');
}

static void add_settings(dgs_buf *to)
{
    for (size_t i = 0; i < DGS_SETTINGS; i++) {
        const dgs_setting_about *about = &dgs_setting_table[i];
        dgs_buf_addf(to, "%s{\"kind\": \"%s\"", i == 0 ? "" : ",\n", kinds[about->kind]);
        add_member(to, "key", about->key);
        add_member(to, "option", about->option);
        add_member(to, "help", about->help);
        add_member(to, "example", about->example);
        add_member(to, "otherwise", about->otherwise);
        add_keywords(to, about->keywords);
        dgs_buf_addf(to, ", \"most\": %zu, \"lines\": %zu}", about->most, about->lines);
    }
}

static void add_options(dgs_buf *to)
{
    dgs_cli_choice choice;
    for (size_t i = 0; dgs_cli_choice_at(i, &choice); i++) {
        dgs_buf_addf(to, "%s{\"name\": ", i == 0 ? "" : ",\n");
        add_string(to, choice.name);
        add_member(to, "help", choice.help);
        add_member(to, "argument", choice.argument);
        add_keywords(to, choice.keywords);
        dgs_buf_addc(to, '}');
    }
}

// Each code of two letters that there can be is asked for, as the table itself does not say where it ends.
static void add_countries(dgs_buf *to)
{
    const char *between = "";
    char code[3] = "AA";
    for (; code[0] <= 'Z'; code[1]++) {
        const dgs_country *country = dgs_country_find(code);
        if (country != NULL && strcmp(country->code, code) == 0) {
            dgs_buf_addf(to, "%s{\"code\": \"%s\"", between, code);
            add_member(to, "paper", dgs_paper_keywords[country->paper].word);
            add_member(to, "call", country->call);
            dgs_buf_addc(to, '}');
            between = ", ";
        }
        if (code[1] == 'Z') {
            code[0]++;
            code[1] = 'A' - 1;
        }
    }
}

static void add_themes(dgs_buf *to)
{
    for (const dgs_keyword *k = dgs_theme_keywords; k->word != NULL; k++) {
        const dgs_settings alone = {.of = {[DGS_SETTING_THEME].text = k->word}};
        dgs_buf_adds(to, k == dgs_theme_keywords ? "{\"keyword\": " : ", {\"keyword\": ");
        add_string(to, k->word);
        add_member(to, "color", dgs_setting_otherwise(&alone, DGS_SETTING_COLOR));
        add_member(to, "accent", dgs_setting_otherwise(&alone, DGS_SETTING_ACCENT));
        dgs_buf_addc(to, '}');
    }
}

// The parts to choose some of; or those that go with no other part, as a card does.
static void add_parts(dgs_buf *to, const char *key, bool alone)
{
    const dgs_package *package = dgs_package_builtin(NULL);
    const char *between = "";
    dgs_buf_addf(to, ",\n\"%s\": [", key);
    for (size_t i = 0; i < package->nparts; i++) {
        if ((package->parts[i].design == DGS_DESIGN_CARD) != alone)
            continue;
        dgs_buf_adds(to, between);
        add_string(to, package->parts[i].keyword);
        between = ", ";
    }
    dgs_buf_addc(to, ']');
}

bool dgs_web_describe(dgs_buf *to)
{
    dgs_buf_adds(to, "{\"version\": ");
    add_string(to, DGS_VERSION);
    dgs_buf_adds(to, ",\n\"settings\": [");
    add_settings(to);
    dgs_buf_adds(to, "],\n\"options\": [");
    add_options(to);
    dgs_buf_addf(to, "],\n\"client\": {\"client\": %d, \"date\": %d, \"next_visit\": %d, \"note\": %d}, \"notes\": %d",
                 DGS_CLIENT_NAME_MAX, DGS_CLIENT_DATE_MAX, DGS_CLIENT_VISIT_MAX, DGS_CLIENT_NOTE_MAX, DGS_NOTES_MAX);
    add_parts(to, "parts", false);
    add_parts(to, "cards", true);
    dgs_buf_adds(to, ",\n\"themes\": [");
    add_themes(to);
    dgs_buf_adds(to, "],\n\"countries\": [");
    add_countries(to);
    dgs_buf_adds(to, "]}\n");
    return !to->failed;
}

bool dgs_web_face(unsigned face, dgs_str *out)
{
    static const struct {
        const char *first, *end;
    } files[] = {[DGS_FACE_REGULAR] = {dgs_font_regular, dgs_font_regular_end},
                 [DGS_FACE_SEMIBOLD] = {dgs_font_semibold, dgs_font_semibold_end},
                 [DGS_FACE_BOLD] = {dgs_font_bold, dgs_font_bold_end},
                 [DGS_FACE_DISPLAY] = {dgs_font_display, dgs_font_display_end}};
    if (face >= sizeof files / sizeof *files)
        return false;
    *out = (dgs_str){files[face].first, (size_t)(files[face].end - files[face].first)};
    return true;
}
