#include "cli/options.h"
#include "order/package.h"

// When the options changed last. A fixed date, so that each build writes the same page.
#define MAN_DATE "2026-11-25"

// Text for roff (groff_man(7)): a hyphen that is typed stays one, backslashes are printed, no line is a request.
static void put_text(FILE *to, const char *s)
{
    if (*s == '.' || *s == '\'')
        fputs("\\&", to);
    for (; *s != '\0'; s++) {
        if (*s == '-')
            fputs("\\-", to);
        else if (*s == '\\')
            fputs("\\e", to);
        else if (*s == '\'')
            fputs("\\(aq", to);
        else
            fputc(*s, to);
    }
}

static void put_line(FILE *to, const char *before, const char *s)
{
    fputs(before, to);
    put_text(to, s);
    fputc('\n', to);
}

static void put_option(FILE *to, const dgs_option *o)
{
    fputs(".TP\n", to);
    if (o->letter != '\0')
        fprintf(to, "\\fB\\-%c\\fR, ", o->letter);
    fputs("\\fB\\-\\-", to);
    put_text(to, o->name);
    fputs("\\fR", to);
    if (o->argument != NULL)
        fprintf(to, " \\fI%s\\fR", o->argument);
    put_line(to, "\n", o->help);
}

static void put_lines(FILE *to, const dgs_man_line *lines, const char *heading)
{
    fprintf(to, ".SH %s\n", heading);
    for (; lines->term != NULL; lines++) {
        fputs(".TP\n\\fB", to);
        put_text(to, lines->term);
        put_line(to, "\\fR\n", lines->text);
    }
}

static void put_examples(FILE *to, const dgs_man_line *line)
{
    for (; line->term != NULL; line++) {
        put_line(to, ".TP\n", line->text);
        fputs("\\fB", to);
        put_text(to, line->term);
        fputs("\\fR\n", to);
    }
}

static void put_commands(FILE *to, const dgs_options *options)
{
    fputs(".SH COMMANDS\n", to);
    for (size_t c = 0; c < dgs_ncommands; c++) {
        const dgs_command_about *about = &dgs_commands[c];
        if (about->word == NULL)
            continue;
        fprintf(to, ".SS \\fBdgs\\-pdf %s\\fR ", about->word);
        put_line(to, "", about->synopsis);
        put_line(to, "", about->description);
        fputs("Its options:", to);
        for (size_t i = 0; i < options->n; i++)
            if (options->of[i].help != NULL && dgs_option_is_on(&options->of[i], (dgs_command)c)) {
                fputs("\n\\fB\\-\\-", to);
                put_text(to, options->of[i].name);
                fputs("\\fR", to);
            }
        fputc('\n', to);
    }
}

static void put_handouts(FILE *to)
{
    fputs(".SH HANDOUTS\n", to);
    for (size_t i = 0; i < dgs_nbuiltin_packages; i++) {
        fputs(".TP\n\\fB", to);
        put_text(to, dgs_builtin_packages[i].keyword);
        put_line(to, "\\fR\n", dgs_builtin_packages[i].about);
    }
}

static void put_options(FILE *to, const dgs_options *options)
{
    fputs(".SH OPTIONS\n", to);
    for (size_t g = 0; g < DGS_OPTION_GROUPS; g++) {
        put_line(to, ".SS ", dgs_option_group_names[g]);
        for (size_t i = 0; i < options->n; i++)
            if (options->of[i].group == g && options->of[i].help != NULL)
                put_option(to, &options->of[i]);
    }
}

static void put_limits(FILE *to)
{
    const char *term;
    char text[DGS_LIMIT_TEXT];
    fputs(".SH LIMITS\nAnything beyond one of these limits is refused with a sentence and exit status 65 (a fourth "
          "note on the "
          "command line with 2); nothing is written then. In a list, only the row is refused; a row that is itself too "
          "long ends the list.\n",
          to);
    for (size_t i = 0; dgs_cli_limit(i, &term, text); i++) {
        fputs(".TP\n\\fB", to);
        put_text(to, term);
        put_line(to, "\\fR\n", text);
    }
}

bool dgs_cli_man(FILE *to)
{
    const dgs_command_about *make = &dgs_commands[DGS_COMMAND_MAKE];
    dgs_options options;
    dgs_options_make(&options);
    fputs(".TH DGS\\-PDF 1 \"" MAN_DATE "\" \"dgs\\-pdf " DGS_VERSION "\" \"User Commands\"\n", to);
    put_line(to, ".SH NAME\ndgs\\-pdf \\- ", make->summary);
    fputs(".SH SYNOPSIS\n\\fBdgs\\-pdf \\-\\-out\\fR \\fIFILE\\fR [\\fIOPTION\\fR]...\n", to);
    for (size_t i = 0; i < dgs_ncommands; i++)
        if (dgs_commands[i].word != NULL) {
            fprintf(to, ".br\n\\fBdgs\\-pdf %s\\fR ", dgs_commands[i].word);
            put_line(to, "", dgs_commands[i].synopsis);
        }
    put_line(to, ".SH DESCRIPTION\n", make->description);
    put_handouts(to);
    put_commands(to, &options);
    fputs(".SH EXAMPLES\n", to);
    for (size_t i = 0; i < dgs_ncommands; i++)
        put_examples(to, dgs_commands[i].examples);
    put_options(to, &options);
    put_lines(to, dgs_cli_files, "FILES");
    put_lines(to, dgs_cli_environment, "ENVIRONMENT");
    put_lines(to, dgs_cli_exits, "EXIT STATUS");
    put_limits(to);
    return !ferror(to);
}
