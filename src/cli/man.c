#include "cli/options.h"

// When the options changed last. A fixed date, so that each build writes the same page.
#define MAN_DATE "2026-11-22"

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

static void put_lines(FILE *to, const dgs_line *lines, const char *heading)
{
    fprintf(to, ".SH %s\n", heading);
    for (; lines->term != NULL; lines++) {
        fputs(".TP\n\\fB", to);
        put_text(to, lines->term);
        put_line(to, "\\fR\n", lines->text);
    }
}

bool dgs_cli_man(FILE *to)
{
    fputs(".TH DGS\\-PDF 1 \"" MAN_DATE "\" \"dgs\\-pdf " DGS_VERSION "\" \"User Commands\"\n", to);
    put_line(to, ".SH NAME\ndgs\\-pdf \\- ", dgs_cli_summary);
    fputs(".SH SYNOPSIS\n\\fBdgs\\-pdf \\-\\-out\\fR \\fIFILE\\fR [\\fIOPTION\\fR]...\n", to);
    put_line(to, ".SH DESCRIPTION\n", dgs_cli_description);
    fputs(".SH EXAMPLES\n", to);
    for (const dgs_line *line = dgs_cli_examples; line->term != NULL; line++) {
        put_line(to, ".TP\n", line->text);
        fputs("\\fB", to);
        put_text(to, line->term);
        fputs("\\fR\n", to);
    }
    fputs(".SH OPTIONS\n", to);
    for (size_t g = 0; g < DGS_OPTION_GROUPS; g++) {
        put_line(to, ".SS ", dgs_option_group_names[g]);
        for (size_t i = 0; i < dgs_noptions; i++)
            if (dgs_options[i].group == g && dgs_options[i].help != NULL)
                put_option(to, &dgs_options[i]);
    }
    put_lines(to, dgs_cli_environment, "ENVIRONMENT");
    put_lines(to, dgs_cli_exits, "EXIT STATUS");
    return !ferror(to);
}
