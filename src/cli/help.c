#include <string.h>

#include "cli/options.h"
#include "order/package.h"

enum { COLUMNS = 80, TERM_COLUMN = 2, OTHERS_COLUMN = 6, TEXT_COLUMN = 28 };

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

// Prints text from the column `at` on, with the cursor at `column`; lines end before COLUMNS. A command continues after
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
    put_words(to, o->brief, column, TEXT_COLUMN, false);
}

static void put_commands(FILE *to)
{
    fputs("\nCommands (dgs-pdf COMMAND --help shows their options):\n", to);
    for (size_t i = 0; i < dgs_ncommands; i++) {
        if (dgs_commands[i].word == NULL)
            continue;
        int n = fprintf(to, "%*sdgs-pdf %s", TERM_COLUMN, "", dgs_commands[i].word);
        put_words(to, dgs_commands[i].summary, n < 0 ? 0 : (size_t)n, TEXT_COLUMN, false);
    }
}

// Where one handout is built in there is nothing to choose; the man page describes it.
static void put_handouts(FILE *to)
{
    if (dgs_nbuiltin_packages < 2)
        return;
    fputs("\nHandouts:\n", to);
    for (size_t i = 0; i < dgs_nbuiltin_packages; i++) {
        int n = fprintf(to, "%*s%s", TERM_COLUMN, "", dgs_builtin_packages[i].keyword);
        put_words(to, dgs_builtin_packages[i].about, n < 0 ? 0 : (size_t)n, TEXT_COLUMN, false);
    }
}

static bool shown(const dgs_option *o, size_t group, dgs_command command)
{
    return o->group == group && o->help != NULL && dgs_option_is_on(o, command);
}

// Those that have no line of their own, by their names.
static void put_others(FILE *to, const dgs_options *options, size_t group, dgs_command command)
{
    size_t column = 0;
    for (size_t i = 0; i < options->n; i++) {
        const dgs_option *o = &options->of[i];
        if (!shown(o, group, command) || o->brief != NULL)
            continue;
        size_t n = strlen(o->name) + 2;
        if (column > 0 && column + 2 + n > COLUMNS) {
            fputc('\n', to);
            column = 0;
        }
        int put = fprintf(to, "%*s--%s", column == 0 ? OTHERS_COLUMN : 1, "", o->name);
        column += put < 0 ? 0 : (size_t)put;
    }
    if (column > 0)
        fputc('\n', to);
}

static void put_group(FILE *to, const dgs_options *options, size_t group, dgs_command command)
{
    size_t n = 0;
    for (size_t i = 0; i < options->n; i++)
        if (shown(&options->of[i], group, command) && n++ == 0)
            fprintf(to, "\n%s:\n", dgs_option_group_names[group]);
    for (size_t i = 0; i < options->n; i++)
        if (shown(&options->of[i], group, command) && options->of[i].brief != NULL)
            put_option(to, &options->of[i]);
    put_others(to, options, group, command);
}

bool dgs_cli_help(FILE *to, dgs_command command)
{
    const dgs_command_about *about = &dgs_commands[command];
    const char *space = about->word == NULL ? "" : " ", *word = about->word == NULL ? "" : about->word;
    dgs_options options;
    dgs_options_make(&options);
    fprintf(to, "dgs-pdf%s%s: %s\n\nExamples:\n", space, word, about->summary);
    for (const dgs_man_line *line = about->examples; line->term != NULL; line++) {
        put_words(to, line->term, 0, TERM_COLUMN, true);
        if (command != DGS_COMMAND_MAKE)
            put_words(to, line->text, 0, TERM_COLUMN + 2, false);
    }
    if (command == DGS_COMMAND_MAKE) {
        put_handouts(to);
        put_commands(to);
    }
    for (size_t group = 0; group < DGS_OPTION_GROUPS; group++)
        put_group(to, &options, group, command);
    fprintf(to, "\nUsage: dgs-pdf%s%s %s\n", space, word, about->synopsis);
    fputs("The rest: man dgs-pdf, or, where it is not installed, dgs-pdf --man | man -l -\n", to);
    return !ferror(to);
}
