// The one table of options, with those of the order's settings. Parsing, help and man page are made from it. Private to
// the room.
#ifndef DGS_CLI_OPTIONS_H
#define DGS_CLI_OPTIONS_H
#include "base/str.h"
#include "cli/cli.h"

typedef enum dgs_option_group {
    DGS_OPTIONS_OUTPUT,
    DGS_OPTIONS_ROWS,
    DGS_OPTIONS_SHARDS,
    DGS_OPTIONS_PRINTER,
    DGS_OPTIONS_PRACTICE,
    DGS_OPTIONS_CLIENT,
    DGS_OPTIONS_OTHER
} dgs_option_group;

enum { DGS_OPTION_GROUPS = DGS_OPTIONS_OTHER + 1, DGS_OPTIONS_MAX = 96 };

typedef struct dgs_option dgs_option;

typedef struct dgs_options dgs_options;

typedef struct dgs_parser {
    const dgs_options *options;
    dgs_arena *arena;
    dgs_job *job;
    dgs_err *err;
} dgs_parser;

// Puts the value into the job.
typedef bool dgs_option_set(const dgs_parser *parser, const dgs_option *option, const char *value);

struct dgs_option {
    const char *name;     // without "--"
    const char *argument; // as --help calls it; NULL = takes none
    const char *help;     // in the man page; NULL = not shown anywhere
    dgs_option_group group;
    char letter; // without "-"; '\0' = none
    dgs_option_set *set;
    unsigned on;                 // 1 << dgs_command: which commands take it; 0 and no once_on = MAKE alone
    unsigned once_on;            // commands that took it once: they still do, with a notice
    const char *now;             // how that is written now
    const char *instead;         // where no command takes it: what people who write it mean; or NULL
    const char *brief;           // what --help says, in one line; NULL = it only names the option
    size_t field;                // offset in dgs_job of what `set` fills
    const dgs_keyword *keywords; // what the value may be, or NULL
    unsigned value;              // of an option without an argument; of a setting: which one
};

struct dgs_options { // in the order in which they are shown
    dgs_option of[DGS_OPTIONS_MAX];
    size_t n;
};

// The options of the table, and one for each setting of the order's table.
void dgs_options_make(dgs_options *out);

extern const char *const dgs_option_group_names[DGS_OPTION_GROUPS];

bool dgs_option_is_on(const dgs_option *option, dgs_command command);
bool dgs_option_was_on(const dgs_option *option, dgs_command command);

// The setters of options; option_set.c.
dgs_option_set dgs_option_text, dgs_option_file, dgs_option_flag, dgs_option_value, dgs_option_keyword,
    dgs_option_setting, dgs_option_setting_off, dgs_option_note, dgs_option_focus, dgs_option_length, dgs_option_action,
    dgs_option_number, dgs_option_most, dgs_option_shard;

typedef struct dgs_man_line { // a term and what it means
    const char *term, *text;
} dgs_man_line;

typedef struct dgs_command_about {
    const char *word;     // NULL: the command without a word
    const char *synopsis; // what follows the program's name, as in a man page
    const char *summary;
    const char *description;      // in the man page
    const dgs_man_line *examples; // a NULL term ends them
} dgs_command_about;

// The limits of input: the i-th line of the man page about them. False after the last one.
enum { DGS_LIMIT_TEXT = 256 };
bool dgs_cli_limit(size_t i, const char **term, char text[DGS_LIMIT_TEXT]);

extern const dgs_command_about dgs_commands[]; // by dgs_command
extern const size_t dgs_ncommands;
extern const dgs_man_line dgs_cli_exits[], dgs_cli_files[], dgs_cli_environment[]; // a NULL term ends them
#endif
