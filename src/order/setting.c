#include "order/setting.h"

#include <string.h>

#include "base/form.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "order/order.h"
#include "order/package.h"

// Colors that were looked at together: teal alone, whose marks are teal too; olive and clay; plum and gold.
static const struct {
    const char *color, *accent;
} themes[] = {[DGS_THEME_CALM] = {"#0b5f5a", NULL},
              [DGS_THEME_EARTH] = {"#4b5b22", "#b5602b"},
              [DGS_THEME_ROSE] = {"#7a2048", "#d9a93a"}};

const dgs_setting_about dgs_setting_table[DGS_SETTINGS] = {
    [DGS_SETTING_NAME] =
        {.key = "name",
         .also =
             "practice|practicename|business|businessname|company|companyname|clinic|clinicname|legalname|accountname|"
             "organizationname|locationname|"
             "studio|studioname|organization|organisation",
         .option = "practice-name",
         .argument = "NAME",
         .help = "The name at the top of the pages.",
         .example = "Willow Creek Massage",
         .most = DGS_NAME_MAX,
         .variable = "practice.name"},
    [DGS_SETTING_TAGLINE] = {.key = "tagline",
                             .also = "slogan|motto|strapline|subtitle",
                             .option = "tagline",
                             .argument = "TEXT",
                             .help = "One line under the name.",
                             .example = "Hands that listen",
                             .most = DGS_NAME_MAX,
                             .variable = "practice.tagline"},
    [DGS_SETTING_THERAPIST] =
        {.key = "therapist",
         .also = "therapistname|massagetherapist|practitioner|practitionername",
         .option = "therapist",
         .argument = "NAME",
         .help = "The therapist, with credentials if you like; with --client, the client's therapist.",
         .note = "The therapist, with credentials if you like.",
         .example = "Ana Perez, LMT",
         .most = DGS_LINE_MAX,
         .variable = "practice.therapist",
         .sentence = "signature"},
    [DGS_SETTING_LICENSE] = {.key = "license",
                             .also = "licence|licensenumber|licencenumber|licenseno|licenceno",
                             .option = "license",
                             .argument = "NUMBER",
                             .help = "The license number, printed next to the therapist.",
                             .example = "MT 12345",
                             .most = DGS_LINE_MAX,
                             .variable = "practice.license",
                             .sentence = "license"},
    [DGS_SETTING_WELCOME] = {.key = "welcome",
                             .also = "welcometext|welcomemessage|greeting",
                             .option = "welcome",
                             .argument = "TEXT",
                             .help = "A few words of welcome, below the introduction on the first page; 220 characters "
                                     "at most. They are signed with the therapist's name.",
                             .example = "Start with one step, and tell me next time how it went.",
                             .most = DGS_WELCOME_MAX,
                             .variable = "practice.welcome"},
    [DGS_SETTING_PHONE] = {.key = "phone",
                           .also = "phonenumber|phoneno|telephone|telephonenumber|tel|telno|practicephone|"
                                   "businessphone|workphone|contactphone|"
                                   "mainphone|companymainphone|phone1|phone1value",
                           .option = "phone",
                           .argument = "NUMBER",
                           .help = "A phone number, as it should be printed; in the PDF it is a link to call.",
                           .example = "(503) 555-0142",
                           .kind = DGS_KIND_PHONE,
                           .most = DGS_LINE_MAX,
                           .variable = "practice.phone",
                           .label = "phone",
                           .sentence = "call-link"},
    [DGS_SETTING_EMAIL] =
        {.key = "email",
         .also = "mail|emailaddress|mailaddress|practiceemail|businessemail|contactemail|workemail|email1|email1value",
         .option = "email",
         .argument = "ADDRESS",
         .help = "An email address.",
         .example = "hello@willowcreek.example",
         .kind = DGS_KIND_EMAIL,
         .most = DGS_LINE_MAX,
         .variable = "practice.email",
         .label = "email",
         .sentence = "mail-link"},
    [DGS_SETTING_WEBSITE] =
        {.key = "website",
         .also = "web|webpage|webaddress|websiteurl|weburl|url|homepage|site|practicewebsite|website1value",
         .option = "website",
         .argument = "URL",
         .help = "A website, with or without https://.",
         .example = "willowcreek.example",
         .kind = DGS_KIND_WEB,
         .most = DGS_URL_MAX,
         .variable = "practice.website",
         .label = "website",
         .sentence = "web-link"},
    [DGS_SETTING_BOOKING_URL] =
        {.key = "booking_url",
         .also = "booking|bookinglink|bookingpage|bookingsiteurl|bookingwebsite|bookingaddress|bookonline|"
                 "onlinebooking|appointmentlink|schedulinglink",
         .option = "booking-url",
         .argument = "URL",
         .help = "The page where clients book a visit. It is printed with a QR code to scan.",
         .example = "willowcreek.example/book",
         .kind = DGS_KIND_WEB,
         .most = DGS_URL_MAX,
         .variable = "practice.booking_url",
         .label = "book-online",
         .sentence = "book-link"},
    [DGS_SETTING_ADDRESS] =
        {.key = "address",
         .also = "street|address1|addressline1|street1|streetline1|streetaddress1|businessstreet|billingstreet|"
                 "address1street|"
                 "streetaddress|"
                 "postaladdress|mailingaddress|fulladdress|practiceaddress|businessaddress|addresslines",
         .option = "address",
         .argument = "LINES",
         .help = "The postal address. Separate lines with \\n, or give the option once for each line; 6 lines at most.",
         .note = "The postal address. Indent the lines after the first; 6 lines at most.",
         .example = "12 Mill Lane, Suite 4\nSpringfield, OR 97477",
         .kind = DGS_KIND_LINES,
         .most = DGS_LINE_MAX,
         .lines = DGS_ADDRESS_LINES,
         .between = ", ",
         .variable = "practice.address",
         .label = "address"},
    [DGS_SETTING_HOURS] = {.key = "hours",
                           .also = "openinghours|openhours|officehours|businesshours",
                           .option = "hours",
                           .argument = "LINES",
                           .help = "When the practice is open, in lines like the address; 7 at most.",
                           .example = "Mon to Fri 9 to 5\nSat 10 to 2",
                           .kind = DGS_KIND_LINES,
                           .most = DGS_LINE_MAX,
                           .lines = DGS_HOURS_LINES,
                           .between = " · ",
                           .variable = "practice.hours",
                           .label = "hours"},
    [DGS_SETTING_LOGO] = {.key = "logo",
                          .also = "logofile|logopath|logofilename|logoimage|picture",
                          .option = "logo",
                          .argument = "FILE",
                          .help = "The logo: a PNG, JPEG, WebP or SVG picture.",
                          .example = "logo.png",
                          .kind = DGS_KIND_FILE},
    [DGS_SETTING_LOGO_ALT] = {.key = "logo_alt",
                              .also = "logoalttext|alttext|logodescription",
                              .option = "logo-alt",
                              .argument = "TEXT",
                              .help = "What a screen reader says for the logo, if \"NAME logo\" is not enough.",
                              .example = "A willow tree beside a creek",
                              .kind = DGS_KIND_ALT,
                              .most = DGS_NAME_MAX,
                              .sentence = "logo-alt"},
    [DGS_SETTING_MASTHEAD] = {.key = "masthead",
                              .option = "masthead",
                              .argument = "WHAT",
                              .help =
                                  "What is at the top of the pages: name (the default), with the logo next to it, or "
                                  "logo, if the logo already says the name.",
                              .example = "logo",
                              .otherwise = "name",
                              .keywords = dgs_masthead_keywords,
                              .kind = DGS_KIND_KEYWORD},
    [DGS_SETTING_THEME] = {.key = "theme",
                           .option = "theme",
                           .argument = "THEME",
                           .help = "Colors for a practice that has none: calm (teal, the default), earth (olive and "
                                   "clay) or rose (plum and gold). A color of your own overrides it.",
                           .example = "earth",
                           .otherwise = "calm",
                           .keywords = dgs_theme_keywords,
                           .kind = DGS_KIND_KEYWORD},
    [DGS_SETTING_COLOR] = {.key = "color",
                           .also = "colour|brandcolor|brandcolour|maincolor|maincolour|primarycolor|primarycolour",
                           .option = "color",
                           .argument = "COLOR",
                           .note = "The practice's color: the code that begins with #. It is darkened as far as "
                                   "necessary to make text easy to read.",
                           .help = "The practice's color, like '#0b5f5a' (in quotes). It is darkened as far as "
                                   "necessary to make text easy to read.",
                           .example = "#0b5f5a",
                           .otherwise = "#0b5f5a",
                           .kind = DGS_KIND_COLOR},
    [DGS_SETTING_ACCENT] = {.key = "accent",
                            .also = "accentcolor|accentcolour|secondcolor|secondcolour|secondarycolor|secondarycolour",
                            .option = "accent",
                            .argument = "COLOR",
                            .help = "A second color, for icons and marks.",
                            .example = "#b5542b",
                            .kind = DGS_KIND_COLOR},
    [DGS_SETTING_REGION] = {.key = "region",
                            .also = "country|countrycode|regioncode|countryregion",
                            .option = "region",
                            .argument = "CODE",
                            .help = "The country whose emergency numbers are printed: US (the default), CA, GB, IE, AU "
                                    "or NZ, or its name in English. It also decides the paper, if no paper is named.",
                            .brief = "Emergency numbers: US, CA, GB, IE, AU or NZ.",
                            .example = "US",
                            .otherwise = "US",
                            .output = true,
                            .kind = DGS_KIND_COUNTRY},
    [DGS_SETTING_PAPER] = {.key = "paper",
                           .also = "papersize",
                           .option = "paper",
                           .argument = "SIZE",
                           .help = "The paper: letter, a4, legal, a5 or half-letter. Default: letter in the US and "
                                   "Canada, a4 elsewhere. The two small ones have more pages. Or phone: narrow "
                                   "pages to read on a phone; not for printing.",
                           .brief = "letter, a4, legal, a5, half-letter or phone.",
                           .example = "letter",
                           .otherwise = "letter",
                           .keywords = dgs_paper_keywords,
                           .output = true,
                           .kind = DGS_KIND_KEYWORD},
    [DGS_SETTING_PARTS] = {.key = "parts",
                           .option = "parts",
                           .argument = "LIST",
                           .help = dgs_builtin_parts_help,
                           .brief = dgs_builtin_parts_brief,
                           .example = dgs_builtin_parts,
                           .otherwise = dgs_builtin_parts,
                           .output = true,
                           .kind = DGS_KIND_PARTS},
    [DGS_SETTING_FILLABLE] =
        {.key = "fillable",
         .also = "form|fillin|fillableform",
         .option = "fillable",
         .note = "Let a phone or computer fill in the boxes and lines: yes or no. What is printed looks the same.",
         .help = "Let a phone or computer fill in the boxes and lines. What is printed looks the same. Not with "
                 "--booklet; print leaves the fields out.",
         .example = "yes",
         .otherwise = "no",
         .keywords = dgs_yes_keywords,
         .output = true,
         .kind = DGS_KIND_KEYWORD},
    [DGS_SETTING_FOOTER_NOTE] = {.key = "footer_note",
                                 .also = "footer|footnote|footertext",
                                 .option = "footer-note",
                                 .argument = "TEXT",
                                 .help = "One line at the foot of every page.",
                                 .example = "Please cancel 24 hours ahead.",
                                 .most = DGS_LINE_MAX},
    [DGS_SETTING_NAME_LANGUAGE] =
        {.key = "name_language",
         .option = "name-language",
         .argument = "CODE",
         .help =
             "The language of names and words that are not in English letters: zh-Hans, zh-Hant, ja, ko, ar, fa, ur, "
             "he, yi, hi, mr, ne, bn, as, am or ti. It decides the forms of Chinese characters (default: zh-Hans) and "
             "how "
             "a screen reader says the words.",
         .example = "zh-Hant",
         .output = true,
         .keywords = dgs_language_keywords,
         .kind = DGS_KIND_KEYWORD},
    [DGS_SETTING_FONTS] = {.key = "fonts",
                           .option = "fonts",
                           .argument = "FILE",
                           .help =
                               "The file of the Chinese, Japanese and Korean fonts, which \"make cjk-fonts\" makes. "
                               "Default: the installed one, if there is one.",
                           .example = "dgs-pdf-cjk.fonts",
                           .output = true,
                           .kind = DGS_KIND_FONTS},
};

bool dgs_setting_find(const char *key, dgs_setting *out, const char **near)
{
    const char *keys[DGS_SETTINGS + 1] = {NULL};
    char word[DGS_KEYWORD_FOLDED], own[DGS_KEYWORD_FOLDED];
    dgs_keyword_fold(dgs_str_of(key), word);
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        keys[i] = dgs_setting_table[i].key;
        dgs_keyword_fold(dgs_str_of(keys[i]), own);
        if (strcmp(word, own) != 0 && !dgs_keyword_among(dgs_setting_table[i].also, word))
            continue;
        *out = (dgs_setting)i;
        return true;
    }
    *near = dgs_str_nearest(key, keys);
    return false;
}

bool dgs_setting_printed(dgs_setting setting)
{
    static const bool printed[DGS_SETTING_KINDS] = {
        [DGS_KIND_TEXT] = true,  [DGS_KIND_LINES] = true, [DGS_KIND_PHONE] = true,
        [DGS_KIND_EMAIL] = true, [DGS_KIND_WEB] = true,   [DGS_KIND_FILE] = true};
    return printed[dgs_setting_table[setting].kind];
}

const char *dgs_setting_name(dgs_setting setting, const dgs_value *value, dgs_arena *arena)
{
    dgs_buf name = {.arena = arena};
    if (value->file == NULL)
        dgs_buf_addf(&name, "--%s", dgs_setting_table[setting].option);
    else
        dgs_buf_addf(&name, "%s:%d: %s", value->file, value->line, dgs_setting_table[setting].key);
    return name.failed ? NULL : name.p;
}

dgs_err_kind dgs_setting_fault(const dgs_value *value)
{
    return value->file == NULL ? DGS_ERR_USAGE : DGS_ERR_DATA;
}

static bool fail(dgs_setting setting, const dgs_value *value, dgs_arena *arena, dgs_err *err, const char *sentence)
{
    const char *name = dgs_setting_name(setting, value, arena);
    return name == NULL ? dgs_fail_memory(err) : dgs_fail(err, dgs_setting_fault(value), "%s %s", name, sentence);
}

// The length of a line's end at the head of a text, itself or typed: CR, LF, "\\n", "\\r\\n"; 0 = none is there.
static size_t line_end(const char *s)
{
    static const char *const ends[] = {"\\r\\n", "\\n", "\\r", "\r\n", "\n", "\r"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strncmp(s, ends[i], strlen(ends[i])) == 0)
            return strlen(ends[i]);
    return 0;
}

static size_t line_length(const char *s)
{
    size_t n = 0;
    while (s[n] != '\0' && line_end(s + n) == 0)
        n++;
    return n;
}

// An empty line among others is none. What has no words at all stays, to be told.
static bool add_lines(dgs_setting setting, dgs_value *to, const dgs_value *value, dgs_arena *arena, dgs_err *err)
{
    dgs_buf all = {.arena = arena};
    size_t lines = 0;
    dgs_buf_adds(&all, to->text == NULL ? "" : to->text);
    for (const char *s = value->text; *s != '\0'; s += line_end(s)) {
        dgs_str line = dgs_utf8_trim((dgs_str){s, line_length(s)});
        s += line_length(s);
        if (line.n == 0)
            continue;
        dgs_buf_adds(&all, all.n > 0 ? "\n" : "");
        dgs_buf_add(&all, line.p, line.n);
    }
    if (all.failed)
        return dgs_fail_memory(err);
    for (const char *s = all.p; s != NULL; s = strchr(s, '\n')) {
        s += *s == '\n';
        lines++;
    }
    if (lines > dgs_setting_table[setting].lines) {
        const char *name = dgs_setting_name(setting, value, arena);
        return name == NULL
                   ? dgs_fail_memory(err)
                   : dgs_fail(err, dgs_setting_fault(value), "%s has more than %zu lines: put some on one line", name,
                              dgs_setting_table[setting].lines);
    }
    *to = (dgs_value){all.p, value->file, to->text == NULL ? value->line : to->line};
    return true;
}

bool dgs_setting_put(dgs_settings *settings, dgs_setting setting, dgs_value value, dgs_arena *arena, dgs_err *err)
{
    dgs_value *to = &settings->of[setting];
    dgs_str text = dgs_str_of(value.text);
    dgs_setting_kind kind = dgs_setting_table[setting].kind;
    if (kind != DGS_KIND_FILE && kind != DGS_KIND_FONTS &&
        !dgs_form_compose(arena, &text)) // a file has the name that it has
        return dgs_fail_memory(err);
    value.text = text.p;
    if (kind == DGS_KIND_LINES)
        return add_lines(setting, to, &value, arena, err);
    if (to->text != NULL && value.file != NULL)
        return fail(setting, &value, arena, err, "is given twice: keep one of the lines");
    value.text = dgs_str_copy(arena, text);
    if (value.text == NULL)
        return dgs_fail_memory(err);
    *to = value;
    return true;
}

const char *dgs_setting_otherwise(const dgs_settings *settings, dgs_setting setting)
{
    const char *theme = settings->of[DGS_SETTING_THEME].text;
    const dgs_keyword *found = theme == NULL ? NULL : dgs_keyword_find(dgs_theme_keywords, theme);
    if (found != NULL && settings->of[DGS_SETTING_COLOR].text == NULL) {
        if (setting == DGS_SETTING_COLOR)
            return themes[found->value].color;
        if (setting == DGS_SETTING_ACCENT)
            return themes[found->value].accent;
    }
    return dgs_setting_table[setting].otherwise;
}

bool dgs_setting_keyword(dgs_setting setting, const dgs_value *value, dgs_arena *arena, unsigned *out, dgs_err *err)
{
    const dgs_keyword *keywords = dgs_setting_table[setting].keywords, *found = dgs_keyword_find(keywords, value->text);
    if (found == NULL) {
        const char *name = dgs_setting_name(setting, value, arena);
        return name == NULL ? dgs_fail_memory(err)
                            : dgs_keyword_fail(keywords, name, value->text, arena, dgs_setting_fault(value), err);
    }
    *out = found->value;
    return true;
}
