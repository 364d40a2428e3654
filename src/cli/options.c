#include "cli/options.h"

#include <string.h>
#include <strings.h>

static bool set_text(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    const char **field = (const char **)(void *)((char *)parser->job + option->field);
    *field = value;
    return true;
}

static bool set_file(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    if (value[0] == '\0')
        return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s is empty: name a %s after it", option->name,
                        strcmp(option->argument, "DIR") == 0 ? "folder" : "file");
    return set_text(parser, option, value);
}

// Where the next line of an address begins: behind a line end, or behind a backslash and an n as they are typed.
static const char *line_end(const char *s, size_t *mark)
{
    for (; *s != '\0'; s++) {
        *mark = s[0] == '\\' && s[1] == 'n' ? 2 : s[0] == '\n' ? 1 : 0;
        if (*mark > 0)
            return s;
    }
    return s;
}

static bool add_address(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    dgs_job *job = parser->job;
    for (;;) {
        size_t mark = 0;
        const char *end = line_end(value, &mark);
        if (job->naddress == DGS_ADDRESS_LINES)
            return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s has more than %d lines: put some on one line",
                            option->name, DGS_ADDRESS_LINES);
        const char *line = dgs_str_copy(parser->arena, (dgs_str){value, (size_t)(end - value)});
        if (line == NULL)
            return dgs_fail_memory(parser->err);
        job->address[job->naddress++] = line;
        if (mark == 0)
            return true;
        value = end + mark;
    }
}

static const dgs_keyword *find_keyword(const dgs_keyword *keywords, dgs_str word)
{
    for (; keywords->word != NULL; keywords++)
        if (strlen(keywords->word) == word.n && strncasecmp(keywords->word, word.p, word.n) == 0)
            return keywords;
    return NULL;
}

static bool unknown_keyword(const dgs_parser *parser, const dgs_option *option, dgs_str word)
{
    enum { MOST = 8 };
    const char *words[MOST + 1] = {NULL};
    dgs_buf all = {.arena = parser->arena};
    for (size_t i = 0; i < MOST && option->keywords[i].word != NULL; i++) {
        words[i] = option->keywords[i].word;
        dgs_buf_addf(&all, "%s%s", i == 0 ? "" : option->keywords[i + 1].word == NULL ? " or " : ", ", words[i]);
    }
    const char *typed = dgs_str_copy(parser->arena, word);
    if (all.failed || typed == NULL)
        return dgs_fail_memory(parser->err);
    const char *near = dgs_str_nearest(typed, words);
    if (near != NULL)
        return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s does not know '%.60s': did you mean %s?", option->name, typed,
                        near);
    return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s does not know '%.60s': write %s", option->name, typed, all.p);
}

// One or, where `many`, several keywords with commas between; their values or-ed.
static bool read_keywords(const dgs_parser *parser, const dgs_option *option, const char *value, bool many,
                          unsigned *out)
{
    *out = 0;
    for (;;) {
        size_t n = many ? strcspn(value, ",") : strlen(value);
        dgs_str word = dgs_str_trim((dgs_str){value, n});
        const dgs_keyword *keyword = find_keyword(option->keywords, word);
        if (keyword == NULL)
            return unknown_keyword(parser, option, word);
        *out |= keyword->value;
        if (value[n] == '\0')
            return true;
        value += n + 1;
    }
}

static bool set_paper(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    unsigned paper;
    if (!read_keywords(parser, option, value, false, &paper))
        return false;
    parser->job->paper = (dgs_paper)paper;
    return true;
}

static bool set_labels(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    unsigned labels;
    if (!read_keywords(parser, option, value, false, &labels))
        return false;
    parser->job->labels = (dgs_labels)labels;
    return true;
}

static bool set_dump(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    unsigned dump;
    if (!read_keywords(parser, option, value, false, &dump))
        return false;
    parser->job->dump = (dgs_dump)dump;
    return true;
}

static bool set_parts(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    return read_keywords(parser, option, value, true, &parser->job->parts);
}

static bool set_quiet(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    (void)option;
    (void)value;
    parser->job->quiet = true;
    return true;
}

static bool set_action(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    (void)value;
    parser->job->action = (dgs_action)option->value;
    return true;
}

static const dgs_keyword papers[] = {{"letter", DGS_PAPER_LETTER}, {"a4", DGS_PAPER_A4}, {NULL, 0}};
static const dgs_keyword labels[] = {{"patient", DGS_LABELS_PATIENT}, {"clinical", DGS_LABELS_CLINICAL}, {NULL, 0}};
static const dgs_keyword parts[] = {{"guide", 1}, {"article", 2}, {"worksheet", 4}, {NULL, 0}};
static const dgs_keyword dumps[] = {
    {"content", DGS_DUMP_CONTENT}, {"layout", DGS_DUMP_LAYOUT}, {"tags", DGS_DUMP_TAGS}, {NULL, 0}};

const char *const dgs_option_group_names[DGS_OPTION_GROUPS] = {
    [DGS_OPTIONS_OUTPUT] = "Output",
    [DGS_OPTIONS_PRACTICE] = "The practice (all may be left out)",
    [DGS_OPTIONS_CONTENT] = "Content",
    [DGS_OPTIONS_OTHER] = "Other",
};

#define TEXT(member) .set = set_text, .field = offsetof(dgs_job, member)
#define FILE_NAME(member) .set = set_file, .field = offsetof(dgs_job, member)

const dgs_option dgs_options[] = {
    {"out", "FILE", "Write the handout to FILE; - is standard output.", DGS_OPTIONS_OUTPUT, 'o', FILE_NAME(out)},
    {"paper", "SIZE", "The paper: letter (the default) or a4.", DGS_OPTIONS_OUTPUT, .set = set_paper,
     .keywords = papers},
    {"parts", "LIST",
     "What to print: guide, article, worksheet, or some of them with commas between. All is the default. The emergency "
     "signs are on the first page of each choice.",
     DGS_OPTIONS_OUTPUT, .set = set_parts, .keywords = parts},
    {"dump", "WHAT",
     "Print the content, the layout or the tags (what a screen reader walks) as text to standard output, and make no "
     "PDF.",
     DGS_OPTIONS_OUTPUT, .set = set_dump, .keywords = dumps},
    {"quiet", NULL, "Print nothing but errors.", DGS_OPTIONS_OUTPUT, 'q', .set = set_quiet},
    {"practice-name", "NAME", "The name at the head of the pages.", DGS_OPTIONS_PRACTICE, TEXT(practice_name)},
    {"tagline", "TEXT", "One line under the name.", DGS_OPTIONS_PRACTICE, TEXT(tagline)},
    {"phone", "NUMBER", "A phone number, as it is to be printed; in the PDF it is a link to call.",
     DGS_OPTIONS_PRACTICE, TEXT(phone)},
    {"email", "ADDRESS", "An email address.", DGS_OPTIONS_PRACTICE, TEXT(email)},
    {"website", "URL", "A website, with or without https://.", DGS_OPTIONS_PRACTICE, TEXT(website)},
    {"booking-url", "URL", "The page where clients book a visit.", DGS_OPTIONS_PRACTICE, TEXT(booking_url)},
    {"address", "LINES",
     "The postal address. Part its lines by \\n, or give the option once for each line; 6 lines at most.",
     DGS_OPTIONS_PRACTICE, .set = add_address},
    {"logo", "FILE", "The logo, a PNG picture.", DGS_OPTIONS_PRACTICE, TEXT(logo)},
    {"color", "COLOR",
     "The practice's colour, like '#0b5f5a' (in quotes). It is darkened as far as text in it has to be to read well.",
     DGS_OPTIONS_PRACTICE, TEXT(color)},
    {"content", "DIR",
     "Take guide.md, article.md, worksheet.md, emergency.md, strings.md and pictures from this folder; what it does "
     "not hold comes from the built-in content.",
     DGS_OPTIONS_CONTENT, FILE_NAME(content_dir)},
    {"labels", "SET",
     "What is named in the picture of the hip: patient (the default, few plain words) or clinical (for therapists, "
     "also "
     "the smaller muscles and landmarks).",
     DGS_OPTIONS_CONTENT, .set = set_labels, .keywords = labels},
    {"help", NULL, "Print this help and stop.", DGS_OPTIONS_OTHER, 'h', .set = set_action, .value = DGS_ACTION_HELP},
    {"version", NULL, "Print the versions of the program and of its libraries, and stop.", DGS_OPTIONS_OTHER, 'V',
     .set = set_action, .value = DGS_ACTION_VERSION},
    {"man", NULL, NULL, DGS_OPTIONS_OTHER, .set = set_action, .value = DGS_ACTION_MAN},
};
const size_t dgs_noptions = sizeof dgs_options / sizeof *dgs_options;
_Static_assert(sizeof dgs_options / sizeof *dgs_options <= DGS_OPTIONS_MAX, "make DGS_OPTIONS_MAX larger");

const char dgs_cli_summary[] = "make a massage practice's handout on deep gluteal syndrome";
const char dgs_cli_description[] =
    "Writes \"5 Easy Steps to Better Health\" as a tagged PDF that prints on two sheets: a one-page guide, an article, "
    "and a worksheet with a 14-day tracker, with the practice's name, logo, colour and contacts. Without them it "
    "leaves room for a stamp. Nothing is sent anywhere.";

const dgs_line dgs_cli_examples[] = {
    {"dgs-pdf --out handout.pdf", "The whole handout, with room for a stamp."},
    {"dgs-pdf --out handout.pdf --practice-name 'Willow Creek Massage' --phone '(503) 555-0142' --website "
     "willowcreek.example --logo logo.png --color '#0b5f5a'",
     "The same with the practice's own data."},
    {"dgs-pdf --out worksheet.pdf --parts worksheet --paper a4", "The worksheet alone, on A4 paper."},
    {NULL, NULL},
};

const dgs_line dgs_cli_exits[] = {
    {"0", "Done."},
    {"2", "The command line is wrong: an unknown option or keyword, a colour that is none."},
    {"65", "A name, a text or a picture cannot be used as it is."},
    {"66", "An input file is missing or cannot be read."},
    {"70", "A fault of this program: please report it."},
    {"73", "The output file cannot be created."},
    {"74", "Reading or writing failed half way; the old output file is as it was."},
    {"75", "Not enough memory: it may work later."},
    {NULL, NULL},
};

const dgs_line dgs_cli_environment[] = {
    {"SOURCE_DATE_EPOCH",
     "Seconds since 1970 (UTC): the date that the PDF carries. Without it the PDF carries none, so that the same input "
     "always gives the same bytes."},
    {NULL, NULL},
};
