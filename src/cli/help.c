#include <string.h>

#include "cli/options.h"
#include "order/package.h"

enum { COLUMNS = 80, TERM_COLUMN = 2, TEXT_COLUMN = 28 };

// The length of what stays on one line: a word; of a command, also what is in quotes, and an option with its value.
static size_t unit_length(const char *s, bool command)
{
    size_t n = 0;
    for (bool quoted = false, more = command && s[0] == '-'; s[n] != '\0'; n++) {
        if (command && s[n] == '\'')
            quoted = !quoted;
        if (s[n] != ' ' || quoted)
            continue;
        if (!more || s[n + 1] == '-')
            break;
        more = false;
    }
    return n;
}

// Prints text from the column `at` on, with the cursor at `column`; lines end before COLUMNS. A command goes on behind
// a backslash, so that it can be copied into a shell.
static void put_words(FILE *to, const char *words, size_t column, size_t at, bool command)
{
    bool first = true;
    while (*words != '\0') {
        size_t n = unit_length(words, command);
        if (!first && column + 1 + n + (command ? 2 : 0) > COLUMNS) {
            fputs(command ? " \\\n" : "\n", to);
            column = 0;
            first = true;
            at += command && at == TERM_COLUMN ? 4 : 0;
        }
        if (column < at) {
            fprintf(to, "%*s", (int)(at - column), "");
            column = at;
        }
        fprintf(to, "%s%.*s", first ? "" : " ", (int)n, words);
        column += n + (first ? 0 : 1);
        first = false;
        words += n;
        words += *words == ' ';
    }
    fputc('\n', to);
}

static void put_option(FILE *to, const dgs_option *o)
{
    char letter[8] = "    ";
    if (o->letter != '\0')
        (void)snprintf(letter, sizeof letter, "-%c, ", o->letter);
    int n = fprintf(to, "%*s%s--%s%s%s", TERM_COLUMN, "", letter, o->name, o->argument == NULL ? "" : " ",
                    o->argument == NULL ? "" : o->argument);
    size_t column = n < 0 ? 0 : (size_t)n;
    if (column + 2 > TEXT_COLUMN) {
        fputc('\n', to);
        column = 0;
    }
    put_words(to, o->help, column, TEXT_COLUMN, false);
}

static void put_lines(FILE *to, const dgs_man_line *lines, const char *heading, size_t column)
{
    fprintf(to, "\n%s:\n", heading);
    for (; lines->term != NULL; lines++) {
        int n = fprintf(to, "%*s%s", TERM_COLUMN, "", lines->term);
        size_t at = n < 0 ? 0 : (size_t)n;
        if (at + 2 > column) {
            fputc('\n', to);
            at = 0;
        }
        put_words(to, lines->text, at, column, false);
    }
}

static void put_commands(FILE *to)
{
    fputs("\nCommands (dgs-pdf COMMAND --help tells more):\n", to);
    for (size_t i = 0; i < dgs_ncommands; i++) {
        if (dgs_commands[i].word == NULL)
            continue;
        int n = fprintf(to, "%*sdgs-pdf %s", TERM_COLUMN, "", dgs_commands[i].word);
        put_words(to, dgs_commands[i].summary, n < 0 ? 0 : (size_t)n, TEXT_COLUMN, false);
    }
}

static void put_handouts(FILE *to)
{
    fputs("\nHandouts:\n", to);
    for (size_t i = 0; i < dgs_nbuiltin_packages; i++) {
        int n = fprintf(to, "%*s%s", TERM_COLUMN, "", dgs_builtin_packages[i].keyword);
        put_words(to, dgs_builtin_packages[i].about, n < 0 ? 0 : (size_t)n, TEXT_COLUMN, false);
    }
}

static void put_options(FILE *to, const dgs_options *options, dgs_command command)
{
    for (size_t g = 0; g < DGS_OPTION_GROUPS; g++) {
        bool begun = false;
        for (size_t i = 0; i < options->n; i++) {
            const dgs_option *o = &options->of[i];
            if (o->group != g || o->help == NULL || !dgs_option_is_on(o, command))
                continue;
            if (!begun)
                fprintf(to, "\n%s:\n", dgs_option_group_names[g]);
            begun = true;
            put_option(to, o);
        }
    }
}

bool dgs_cli_help(FILE *to, dgs_command command)
{
    const dgs_command_about *about = &dgs_commands[command];
    dgs_options options;
    dgs_options_make(&options);
    fprintf(to, "dgs-pdf%s%s: %s\n\nExamples:\n", about->word == NULL ? "" : " ",
            about->word == NULL ? "" : about->word, about->summary);
    for (const dgs_man_line *line = about->examples; line->term != NULL; line++) {
        put_words(to, line->term, 0, TERM_COLUMN, true);
        put_words(to, line->text, 0, TERM_COLUMN + 2, false);
    }
    fputc('\n', to);
    put_words(to, about->description, 0, 0, false);
    if (command == DGS_COMMAND_MAKE) {
        put_handouts(to);
        put_commands(to);
    }
    put_options(to, &options, command);
    put_lines(to, dgs_cli_files, "Files", TEXT_COLUMN);
    put_lines(to, dgs_cli_environment, "Environment", TERM_COLUMN + 19);
    put_lines(to, dgs_cli_exits, "Exit status", TERM_COLUMN + 4);
    return !ferror(to);
}
