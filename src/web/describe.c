#include "web/describe.h"

#include <string.h>

#include "base/limits.h"
#include "cli/options.h"
#include "order/package.h"
#include "profile/country.h"
#include "text/text.h"

extern const char dgs_font_regular[], dgs_font_regular_end[];
extern const char dgs_font_semibold[], dgs_font_semibold_end[];
extern const char dgs_font_bold[], dgs_font_bold_end[];

static const char *const kinds[DGS_SETTING_KINDS] = {
    [DGS_KIND_TEXT] = "text",   [DGS_KIND_LINES] = "lines",     [DGS_KIND_PHONE] = "phone",
    [DGS_KIND_EMAIL] = "email", [DGS_KIND_WEB] = "web",         [DGS_KIND_FILE] = "file",
    [DGS_KIND_ALT] = "text",    [DGS_KIND_COLOR] = "color",     [DGS_KIND_COUNTRY] = "country",
    [DGS_KIND_PARTS] = "parts", [DGS_KIND_KEYWORD] = "keyword",
};

static void put_string(FILE *to, const char *s)
{
    fputc('"', to);
    for (; *s != '\0'; s++)
        if ((unsigned char)*s < ' ')
            fprintf(to, "\\u%04x", (unsigned)(unsigned char)*s);
        else
            fprintf(to, *s == '"' || *s == '\\' ? "\\%c" : "%c", *s);
    fputc('"', to);
}

// A member after another one; nothing where there is no value.
static void put_member(FILE *to, const char *key, const char *value)
{
    if (value == NULL)
        return;
    fprintf(to, ", \"%s\": ", key);
    put_string(to, value);
}

static void put_keywords(FILE *to, const dgs_keyword *keywords)
{
    if (keywords == NULL)
        return;
    fputs(", \"keywords\": [", to);
    for (const dgs_keyword *k = keywords; k->word != NULL; k++) {
        fputs(k == keywords ? "" : ", ", to);
        put_string(to, k->word);
    }
    fputc(']', to);
}

static void put_settings(FILE *to)
{
    for (size_t i = 0; i < DGS_SETTINGS; i++) {
        const dgs_setting_about *about = &dgs_setting_table[i];
        fprintf(to, "%s{\"kind\": \"%s\"", i == 0 ? "" : ",\n", kinds[about->kind]);
        put_member(to, "key", about->key);
        put_member(to, "option", about->option);
        put_member(to, "help", about->help);
        put_member(to, "example", about->example);
        put_member(to, "otherwise", about->otherwise);
        put_keywords(to, about->keywords);
        fprintf(to, ", \"most\": %zu, \"lines\": %zu}", about->most, about->lines);
    }
}

static void put_options(FILE *to)
{
    dgs_options options;
    dgs_options_make(&options);
    const char *between = "";
    for (size_t i = 0; i < options.n; i++) {
        const dgs_option *o = &options.of[i];
        if (o->help == NULL || o->set == dgs_option_setting || !dgs_option_is_on(o, DGS_COMMAND_MAKE))
            continue;
        fprintf(to, "%s{\"name\": ", between);
        put_string(to, o->name);
        put_member(to, "help", o->help);
        put_member(to, "argument", o->argument);
        put_keywords(to, o->keywords);
        fputc('}', to);
        between = ",\n";
    }
}

// Each code of two letters that there can be is asked for, as the table itself does not say where it ends.
static void put_countries(FILE *to)
{
    const char *between = "";
    char code[3] = "AA";
    for (; code[0] <= 'Z'; code[1]++) {
        const dgs_country *country = dgs_country_find(code);
        if (country != NULL) {
            fprintf(to, "%s{\"code\": \"%s\"", between, code);
            put_member(to, "paper", dgs_paper_keywords[country->paper].word);
            put_member(to, "call", country->call);
            fputc('}', to);
            between = ", ";
        }
        if (code[1] == 'Z') {
            code[0]++;
            code[1] = 'A' - 1;
        }
    }
}

bool dgs_web_describe(FILE *to)
{
    const dgs_package *package = dgs_package_builtin(NULL);
    fputs("{\"version\": ", to);
    put_string(to, DGS_VERSION);
    fputs(",\n\"settings\": [", to);
    put_settings(to);
    fputs("],\n\"options\": [", to);
    put_options(to);
    fprintf(to, "],\n\"client\": {\"client\": %d, \"date\": %d, \"next_visit\": %d, \"note\": %d}, \"notes\": %d",
            DGS_CLIENT_NAME_MAX, DGS_CLIENT_DATE_MAX, DGS_CLIENT_VISIT_MAX, DGS_CLIENT_NOTE_MAX, DGS_NOTES_MAX);
    fputs(",\n\"parts\": [", to);
    for (size_t i = 0; i < package->nparts; i++) {
        fputs(i == 0 ? "" : ", ", to);
        put_string(to, package->parts[i].keyword);
    }
    fputs("],\n\"countries\": [", to);
    put_countries(to);
    fputs("]}\n", to);
    return !ferror(to);
}

bool dgs_web_font(FILE *to, unsigned face)
{
    static const struct {
        const char *first, *end;
    } files[] = {[DGS_FACE_REGULAR] = {dgs_font_regular, dgs_font_regular_end},
                 [DGS_FACE_SEMIBOLD] = {dgs_font_semibold, dgs_font_semibold_end},
                 [DGS_FACE_BOLD] = {dgs_font_bold, dgs_font_bold_end}};
    if (face >= sizeof files / sizeof *files)
        return false;
    size_t n = (size_t)(files[face].end - files[face].first);
    return fwrite(files[face].first, 1, n, to) == n;
}
