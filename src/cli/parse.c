#include <getopt.h>
#include <string.h>

#include "cli/options.h"

enum { LONG_ONLY = 256 }; // above every letter: options as getopt_long gives them back

typedef struct words { // the table as getopt_long takes it
    struct option options[DGS_OPTIONS_MAX + 1];
    char letters[2 * DGS_OPTIONS_MAX + 2];
} words;

static void make_words(const dgs_options *options, words *w)
{
    char *letter = w->letters;
    *letter++ = ':'; // a missing argument is told from an unknown option
    for (size_t i = 0; i < options->n; i++) {
        const dgs_option *o = &options->of[i];
        w->options[i] =
            (struct option){o->name, o->argument == NULL ? no_argument : required_argument, NULL, LONG_ONLY + (int)i};
        if (o->letter == '\0')
            continue;
        *letter++ = o->letter;
        if (o->argument != NULL)
            *letter++ = ':';
    }
    w->options[options->n] = (struct option){0};
    *letter = '\0';
}

static const dgs_option *option_of(const dgs_options *options, int c)
{
    if (c >= LONG_ONLY)
        return &options->of[c - LONG_ONLY];
    for (size_t i = 0; i < options->n; i++)
        if (c != 0 && options->of[i].letter == c)
            return &options->of[i];
    return NULL;
}

// How many options begin with this word; getopt_long tells an ambiguous abbreviation in no other way.
static size_t count_abbreviated(const dgs_options *options, const char *word, size_t n, const char *found[2])
{
    size_t count = 0;
    for (size_t i = 0; i < options->n; i++) {
        if (options->of[i].help == NULL || strncmp(options->of[i].name, word, n) != 0)
            continue;
        if (count < 2)
            found[count] = options->of[i].name;
        count++;
    }
    return count;
}

static bool unknown_long(const dgs_parser *parser, const char *typed)
{
    const dgs_options *options = parser->options;
    dgs_err *err = parser->err;
    const char *names[DGS_OPTIONS_MAX + 1] = {NULL}, *found[2];
    size_t n = 0, length = strcspn(typed, "=");
    for (size_t i = 0; i < options->n; i++)
        if (options->of[i].help != NULL)
            names[n++] = options->of[i].name;
    const char *word = dgs_str_copy(parser->arena, (dgs_str){typed, length});
    if (word == NULL)
        return dgs_fail_memory(err);
    if (count_abbreviated(options, word, length, found) > 1)
        return dgs_fail(err, DGS_ERR_USAGE, "--%.60s may mean --%s or --%s: write it in full. See dgs-pdf --help.",
                        word, found[0], found[1]);
    const char *near = dgs_str_nearest(word, names);
    if (near != NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "unknown option --%.60s: did you mean --%s? See dgs-pdf --help.", word,
                        near);
    return dgs_fail(err, DGS_ERR_USAGE, "unknown option --%.60s: see dgs-pdf --help for the options", word);
}

// Whether it is "-out", which getopt reads as -o with the value "ut".
static bool one_dash(const dgs_options *options, const char *typed)
{
    if (typed[0] != '-' || typed[1] == '-' || typed[1] == '\0' || typed[2] == '\0')
        return false;
    size_t n = strcspn(typed + 1, "=");
    for (size_t i = 0; i < options->n; i++)
        if (options->of[i].help != NULL && strlen(options->of[i].name) == n &&
            strncmp(options->of[i].name, typed + 1, n) == 0)
            return true;
    return false;
}

static bool fail_one_dash(const char *typed, dgs_err *err)
{
    int n = (int)strcspn(typed, "=");
    return dgs_fail(err, DGS_ERR_USAGE, "'%.*s' has one dash: write -%.*s. See dgs-pdf --help.", n, typed, n, typed);
}

// What getopt_long answered '?' to: an unknown word or letter, or a word that takes no value and got one.
static bool unknown(const dgs_parser *parser, char **argv)
{
    dgs_err *err = parser->err;
    const char *typed = argv[optind - 1];
    bool letter = optopt != 0 && optopt < LONG_ONLY;
    if (letter && argv[optind] != NULL && one_dash(parser->options, argv[optind])) // whose letters getopt is still at
        return fail_one_dash(argv[optind], err);
    const dgs_option *flag = optopt >= LONG_ONLY ? option_of(parser->options, optopt) : NULL;
    if (flag != NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "--%s takes no value: remove what follows the =", flag->name);
    if (optopt == 0)
        return unknown_long(parser, typed + 2);
    return dgs_fail(err, DGS_ERR_USAGE, "unknown option -%c: see dgs-pdf --help for the options",
                    optopt > ' ' && optopt < 0x7f ? optopt : '?');
}

static bool missing_value(const dgs_parser *parser)
{
    dgs_err *err = parser->err;
    const dgs_option *o = option_of(parser->options, optopt);
    if (o == NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "the last option has no value: see dgs-pdf --help");
    return dgs_fail(err, DGS_ERR_USAGE, "--%s has no value: write --%s %s. See dgs-pdf --help.", o->name, o->name,
                    o->argument);
}

static bool read_merge(int argc, char **argv, dgs_job *job, dgs_err *err)
{
    if (optind == argc || strcmp(argv[optind], "merge") != 0)
        return dgs_fail(
            err, DGS_ERR_USAGE,
            "name the folders or manifests to merge: write dgs-pdf manifest merge handouts --out manifest.jsonl");
    job->batch.merge = argv + optind + 1;
    job->batch.nmerge = (size_t)(argc - optind - 1);
    if (job->batch.nmerge == 0)
        return dgs_fail(err, DGS_ERR_USAGE,
                        "nothing to merge is named: write dgs-pdf manifest merge handouts --out "
                        "manifest.jsonl");
    return job->out != NULL ||
           dgs_fail(err, DGS_ERR_USAGE,
                    "no output is named: write --out manifest.jsonl, or --out - for standard output");
}

static bool check_batch(const dgs_job *job, dgs_err *err)
{
    const dgs_batch_job *batch = &job->batch;
    if (job->file == NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "no list is named: write dgs-pdf batch practices.csv --out-dir handouts");
    if (batch->out_dir == NULL && !job->dry_run)
        return dgs_fail(err, DGS_ERR_USAGE, "no folder is named: write dgs-pdf batch practices.csv --out-dir handouts");
    if (batch->shard_count > 0 && (batch->shard_from != DGS_SHARD_FROM_NOTHING || batch->shards > 0))
        return dgs_fail(err, DGS_ERR_USAGE, "--shard is complete by itself: remove --shard-from and --shards");
    if (batch->shards > 0 && batch->shard_from == DGS_SHARD_FROM_NOTHING)
        return dgs_fail(err, DGS_ERR_USAGE, "--shards is only for --shard-from: to make one shard, write --shard I/N");
    return true;
}

// What stands behind the options.
static bool read_rest(int argc, char **argv, dgs_job *job, dgs_err *err)
{
    if (job->command == DGS_COMMAND_INIT && optind < argc)
        job->file = argv[optind++];
    if (job->file != NULL && job->file[0] == '\0')
        return dgs_fail(err, DGS_ERR_USAGE, "the profile's name is empty: write dgs-pdf init practice.ini");
    if (job->command == DGS_COMMAND_BATCH && optind < argc)
        job->file = argv[optind++];
    if (job->command == DGS_COMMAND_INIT_CONTENT && optind < argc)
        job->content_dir = argv[optind++];
    if (job->command == DGS_COMMAND_INIT_CONTENT && (job->content_dir == NULL || job->content_dir[0] == '\0'))
        return dgs_fail(err, DGS_ERR_USAGE, "no folder is named: write dgs-pdf init-content our-text");
    if (job->command == DGS_COMMAND_MANIFEST)
        return read_merge(argc, argv, job, err);
    if (optind == argc)
        return true;
    if (dgs_client_any(&job->client)) // whose name the word may be
        return dgs_fail(err, DGS_ERR_USAGE,
                        "a word of this command belongs to no option: put text with spaces in quotes. See dgs-pdf "
                        "--help.");
    return dgs_fail(err, DGS_ERR_USAGE,
                    "'%.80s' belongs to no option: put text with spaces in quotes. See dgs-pdf --help.", argv[optind]);
}

static bool check_print(const dgs_job *job, dgs_err *err)
{
    bool client = job->client_stdin || dgs_client_any(&job->client);
    if (job->print.test_page && (client || job->options.booklet || job->options.large_print))
        return dgs_fail(err, DGS_ERR_USAGE,
                        "--test-page prints no handout: remove options for one, such as --client or --booklet");
    if (job->print.no_wait && job->print.wait > 0)
        return dgs_fail(err, DGS_ERR_USAGE, "--wait and --no-wait are both given: remove one");
    return true;
}

static bool check_whole(const dgs_job *job, dgs_err *err)
{
    if (job->profile != NULL && job->no_profile)
        return dgs_fail(err, DGS_ERR_USAGE, "--profile and --no-profile are both given: remove one");
    if (job->options.booklet && (job->options.bleed > 0 || job->options.crop_marks))
        return dgs_fail(err, DGS_ERR_USAGE,
                        "--booklet folds office paper, --bleed and --crop-marks are for a print shop: remove one");
    if (job->command == DGS_COMMAND_BATCH)
        return check_batch(job, err);
    if (job->command == DGS_COMMAND_PRINT)
        return check_print(job, err);
    if (job->command == DGS_COMMAND_MAKE && job->out == NULL && job->dump == DGS_DUMP_NONE && !job->dry_run)
        return dgs_fail(err, DGS_ERR_USAGE, "no output is named: write dgs-pdf --out handout.pdf. See dgs-pdf --help.");
    return true;
}

// The command's word, where the first argument is one.
static bool read_command(int argc, char **argv, dgs_job *job, dgs_err *err)
{
    if (argc < 2 || argv[1][0] == '-')
        return true;
    const char *known[16] = {NULL};
    for (size_t i = 0, n = 0; i < dgs_ncommands; i++) {
        if (dgs_commands[i].word == NULL)
            continue;
        if (strcmp(dgs_commands[i].word, argv[1]) == 0) {
            job->command = (dgs_command)i;
            return true;
        }
        known[n++] = dgs_commands[i].word;
    }
    const char *near = dgs_str_nearest(argv[1], known);
    if (near != NULL)
        return dgs_fail(err, DGS_ERR_USAGE, "unknown command '%.80s': did you mean dgs-pdf %s? See dgs-pdf --help.",
                        argv[1], near);
    return dgs_fail(
        err, DGS_ERR_USAGE,
        "'%.80s' is neither a command nor the value of an option: write dgs-pdf --out handout.pdf. See dgs-pdf "
        "--help.",
        argv[1]);
}

static void note_renamed(dgs_job *job, const dgs_option *o)
{
    for (size_t i = 0; i < job->nrenamed; i++)
        if (strcmp(job->renamed[i].now, o->now) == 0)
            return;
    if (job->nrenamed < DGS_RENAMED_MAX)
        job->renamed[job->nrenamed++] = (dgs_renamed){o->name, o->now};
}

static bool not_on(const dgs_parser *parser, const dgs_option *o)
{
    const char *command = dgs_commands[parser->job->command].word;
    if (o->instead != NULL)
        return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s is not an option: %s. See dgs-pdf --help.", o->name,
                        o->instead);
    if (command == NULL)
        return dgs_fail(parser->err, DGS_ERR_USAGE,
                        "--%s is only for some commands: write the command first. See dgs-pdf --help.", o->name);
    return dgs_fail(parser->err, DGS_ERR_USAGE,
                    "--%s is not an option of dgs-pdf %s: remove it. See dgs-pdf %s --help.", o->name, command,
                    command);
}

static bool read_option(const dgs_parser *parser, const dgs_option *o, const char *value)
{
    if (dgs_option_was_on(o, parser->job->command))
        note_renamed(parser->job, o);
    else if (!dgs_option_is_on(o, parser->job->command))
        return not_on(parser, o);
    return o->set(parser, o, value);
}

bool dgs_cli_parse(int argc, char **argv, dgs_arena *arena, dgs_job *out, dgs_err *err)
{
    words w = {0};
    dgs_options options;
    dgs_options_make(&options);
    make_words(&options, &w);
    *out = (dgs_job){.batch.any_errors = true};
    const dgs_parser parser = {&options, arena, out, err};
    if (!read_command(argc, argv, out, err))
        return false;
    int skipped = out->command == DGS_COMMAND_MAKE ? 0 : 1; // the command stands where getopt expects the program
    argc -= skipped;
    argv += skipped;
    opterr = 0;
    optind = 0; // begins anew, so that a test may call this twice
    for (int c; (c = getopt_long(argc, argv, w.letters, w.options, NULL)) != -1;) {
        if (c == ':')
            return missing_value(&parser);
        const dgs_option *o = c == '?' ? NULL : option_of(&options, c);
        if (o == NULL)
            return unknown(&parser, argv);
        if (optarg != NULL && optarg == argv[optind - 1] + 2 && one_dash(&options, argv[optind - 1]))
            return fail_one_dash(argv[optind - 1], err);
        if (!read_option(&parser, o, optarg))
            return false;
        if (out->action != DGS_ACTION_RUN)
            return true;
    }
    return read_rest(argc, argv, out, err) && check_whole(out, err);
}
