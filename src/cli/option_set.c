#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/geometry.h"
#include "cli/options.h"

static void *field_of(const dgs_parser *parser, const dgs_option *option)
{
    return (char *)parser->job + option->field;
}

bool dgs_option_text(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    *(const char **)field_of(parser, option) = value;
    return true;
}

bool dgs_option_file(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    if (value[0] == '\0')
        return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s is empty: name a %s after it", option->name,
                        strcmp(option->argument, "DIR") == 0 ? "folder" : "file");
    return dgs_option_text(parser, option, value);
}

bool dgs_option_flag(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    (void)value;
    *(bool *)field_of(parser, option) = true;
    return true;
}

// The field is an enum, which has the size of an unsigned int.
bool dgs_option_value(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    (void)value;
    *(unsigned *)field_of(parser, option) = option->value;
    return true;
}

bool dgs_option_action(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    (void)value;
    parser->job->action = (dgs_action)option->value;
    return true;
}

// A setting that is switched on or off, "yes" or "no".
static bool put_switch(const dgs_parser *parser, const dgs_option *option, const char *text)
{
    const dgs_setting setting = (dgs_setting)option->value;
    const char *before = parser->job->given.of[setting].text, *name = dgs_setting_table[setting].option;
    if (before != NULL && strcmp(before, text) != 0)
        return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s and --no-%s are both given: remove one", name, name);
    return dgs_setting_put(&parser->job->given, setting, (dgs_value){.text = text}, parser->arena, parser->err);
}

bool dgs_option_setting(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    if (option->argument == NULL)
        return put_switch(parser, option, "yes");
    return dgs_setting_put(&parser->job->given, (dgs_setting)option->value, (dgs_value){.text = value}, parser->arena,
                           parser->err);
}

bool dgs_option_setting_off(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    (void)value;
    return put_switch(parser, option, "no");
}

bool dgs_option_note(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    dgs_client *client = &parser->job->client;
    if (client->nnotes == DGS_NOTES_MAX)
        return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s is given more than %d times: combine two notes", option->name,
                        DGS_NOTES_MAX);
    client->notes[client->nnotes++] = value;
    return true;
}

bool dgs_option_focus(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    if (dgs_client_steps(value, &parser->job->client.focus))
        return true;
    return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s takes the numbers of steps, separated by commas: write --%s 1,4",
                    option->name, option->name);
}

// A length with its unit -> points.
bool dgs_option_length(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    static const struct {
        const char *word;
        double points;
    } units[] = {{"mm", DGS_MM(1)}, {"cm", DGS_MM(10)}, {"in", DGS_INCH(1)}, {"pt", 1}};
    const double most = DGS_MM(10);
    char *end;
    double n = strtod(value, &end);
    for (size_t i = 0; end != value && i < sizeof units / sizeof *units; i++)
        if (strcasecmp(end, units[i].word) == 0 && isfinite(n) && n >= 0 && n * units[i].points <= most) {
            *(double *)field_of(parser, option) = n * units[i].points;
            return true;
        }
    return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s '%.40s' is not a length from 0 to 10 mm: write --%s 3mm",
                    option->name, value, option->name);
}

static bool read_count(const char *value, unsigned long least, unsigned long most, unsigned long *out)
{
    char *end;
    errno = 0;
    *out = strtoul(value, &end, 10);
    return errno == 0 && value[0] >= '0' && value[0] <= '9' && *end == '\0' && *out >= least && *out <= most;
}

// The option's value is the largest number that it takes.
bool dgs_option_number(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    if (read_count(value, 1, option->value, field_of(parser, option)))
        return true;
    return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s '%.40s' is not a number from 1 to %u: write --%s 4", option->name,
                    value, option->value, option->name);
}

bool dgs_option_most(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    parser->job->batch.any_errors = false;
    if (read_count(value, 0, ULONG_MAX - 1, field_of(parser, option)))
        return true;
    return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s '%.40s' is not a number: write --%s 10", option->name, value,
                    option->name);
}

bool dgs_option_shard(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    enum { MOST = 1000000 };
    dgs_batch_job *batch = &parser->job->batch;
    char index[24] = "";
    const char *slash = strchr(value, '/');
    if (slash != NULL && slash - value < (long)sizeof index)
        memcpy(index, value, (size_t)(slash - value));
    if (slash == NULL || !read_count(index, 0, MOST, &batch->shard_index) ||
        !read_count(slash + 1, 1, MOST, &batch->shard_count))
        return dgs_fail(parser->err, DGS_ERR_USAGE,
                        "--%s '%.40s' is not a shard: write --%s 0/7 for the first of seven", option->name, value,
                        option->name);
    if (batch->shard_index < batch->shard_count)
        return true;
    return dgs_fail(parser->err, DGS_ERR_USAGE, "--%s %.40s: the first shard is 0 and the last %lu: write one of those",
                    option->name, value, batch->shard_count - 1);
}

bool dgs_option_keyword(const dgs_parser *parser, const dgs_option *option, const char *value)
{
    const dgs_keyword *found = dgs_keyword_find(option->keywords, value);
    if (found == NULL) {
        dgs_buf what = {.arena = parser->arena};
        dgs_buf_addf(&what, "--%s", option->name);
        return what.failed
                   ? dgs_fail_memory(parser->err)
                   : dgs_keyword_fail(option->keywords, what.p, value, parser->arena, DGS_ERR_USAGE, parser->err);
    }
    *(unsigned *)field_of(parser, option) = found->value;
    return true;
}
