// The one table of options, from which the room parses, helps and writes the man page. Private to it.
#ifndef DGS_CLI_OPTIONS_H
#define DGS_CLI_OPTIONS_H
#include "base/str.h"
#include "cli/cli.h"

typedef enum dgs_option_group {
    DGS_OPTIONS_OUTPUT,
    DGS_OPTIONS_PRACTICE,
    DGS_OPTIONS_CONTENT,
    DGS_OPTIONS_OTHER
} dgs_option_group;

enum { DGS_OPTION_GROUPS = DGS_OPTIONS_OTHER + 1, DGS_OPTIONS_MAX = 32 };

typedef struct dgs_keyword {
    const char *word; // NULL ends a list
    unsigned value;
} dgs_keyword;

typedef struct dgs_option dgs_option;

typedef struct dgs_parser {
    dgs_arena *arena;
    dgs_job *job;
    dgs_err *err;
} dgs_parser;

// Puts the value into the job.
typedef bool dgs_option_set(const dgs_parser *parser, const dgs_option *option, const char *value);

struct dgs_option {
    const char *name;     // without "--"
    const char *argument; // as --help calls it; NULL = takes none
    const char *help;     // NULL = not shown
    dgs_option_group group;
    char letter; // without "-"; '\0' = none
    dgs_option_set *set;
    size_t field;                // offset of a text in dgs_job
    const dgs_keyword *keywords; // what the value may be, or NULL
    unsigned value;              // of an option without an argument
};

extern const dgs_option dgs_options[];
extern const size_t dgs_noptions;
extern const char *const dgs_option_group_names[DGS_OPTION_GROUPS];

typedef struct dgs_line { // a term and what it means
    const char *term, *text;
} dgs_line;

extern const dgs_line dgs_cli_examples[], dgs_cli_exits[], dgs_cli_environment[]; // a NULL term ends them
extern const char dgs_cli_summary[], dgs_cli_description[];
#endif
