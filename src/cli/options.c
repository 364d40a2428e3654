#include "cli/options.h"
#include "order/package.h"

static const dgs_keyword labels[] = {{"patient", DGS_LABELS_PATIENT}, {"clinical", DGS_LABELS_CLINICAL}, {NULL, 0}};
static const dgs_keyword engines[] = {
    {"slurm", DGS_SHARD_FROM_SLURM}, {"kubernetes", DGS_SHARD_FROM_KUBERNETES}, {"aws", DGS_SHARD_FROM_AWS}, {NULL, 0}};
static const dgs_keyword dumps[] = {
    {"content", DGS_DUMP_CONTENT}, {"layout", DGS_DUMP_LAYOUT}, {"tags", DGS_DUMP_TAGS}, {NULL, 0}};

const char *const dgs_option_group_names[DGS_OPTION_GROUPS] = {
    [DGS_OPTIONS_OUTPUT] = "Output",
    [DGS_OPTIONS_ROWS] = "Many handouts",
    [DGS_OPTIONS_SHARDS] = "A list that many processes share",
    [DGS_OPTIONS_PRINTER] = "The printer",
    [DGS_OPTIONS_PRACTICE] = "The practice (all optional; a profile may set them too)",
    [DGS_OPTIONS_CLIENT] = "For one client",
    [DGS_OPTIONS_OTHER] = "Other",
};

#define ON(command) (1u << DGS_COMMAND_##command)
#define FILES (ON(MAKE) | ON(BATCH))
#define HANDOUTS (FILES | ON(PRINT))
#define ONE (ON(MAKE) | ON(PRINT))
#define SETTINGS (HANDOUTS | ON(INIT) | ON(PROFILE))
#define ANYWHERE (SETTINGS | ON(INIT_CONTENT) | ON(MANIFEST) | ON(PRINTERS))
#define TEXT(member) .set = dgs_option_text, .field = offsetof(dgs_job, member)
#define FILE_NAME(member) .set = dgs_option_file, .field = offsetof(dgs_job, member)
#define FLAG(member) .set = dgs_option_flag, .field = offsetof(dgs_job, member)
#define KEYWORD(member, words) .set = dgs_option_keyword, .field = offsetof(dgs_job, member), .keywords = (words)
#define SETTINGS_OF(group_) .group = (group_), .set = dgs_option_setting // stands for all of them
#define ACTION(action) .set = dgs_option_action, .value = DGS_ACTION_##action, .on = ANYWHERE

static const dgs_option TABLE[] = {
    {"out", "FILE", "Write the handout, or the merged manifest, to FILE; - is standard output.", DGS_OPTIONS_OUTPUT,
     'o', FILE_NAME(out), .on = ON(MAKE) | ON(MANIFEST), .brief = "Write to FILE; - is standard output."},
    {SETTINGS_OF(DGS_OPTIONS_OUTPUT)},
    {"no-fillable", NULL, "Make no fields to fill in, even if the profile says fillable = yes.", DGS_OPTIONS_OUTPUT,
     .set = dgs_option_setting_off, .value = DGS_SETTING_FILLABLE, .on = SETTINGS},
    {"large-print", NULL, "Set the text in 18 points, for poor sight; the handout has more pages.", DGS_OPTIONS_OUTPUT,
     FLAG(options.large_print), .on = HANDOUTS, .brief = "Text of 18 points, on more pages."},
    {"ink", "KIND",
     "How to print: color (the default), gray for a monochrome printer, or saver, with outlines instead of colored "
     "areas.",
     DGS_OPTIONS_OUTPUT, KEYWORD(options.ink, dgs_ink_keywords), .on = HANDOUTS,
     .brief = "color (the default), gray, or saver: outlines only."},
    {"ink-saver", .set = dgs_option_value, .field = offsetof(dgs_job, options.ink), .value = DGS_INK_SAVER,
     .once_on = HANDOUTS, .now = "--ink saver"},
    {"grayscale", .set = dgs_option_value, .field = offsetof(dgs_job, options.ink), .value = DGS_INK_GRAY,
     .once_on = HANDOUTS, .now = "--ink gray"},
    {"booklet", NULL,
     "Lay out half sheets, two on each side of the paper, in the order for folding: print it on both sides, "
     "turned over the short edge.",
     DGS_OPTIONS_OUTPUT, FLAG(options.booklet), .on = HANDOUTS},
    {"bleed", "LENGTH",
     "For a print shop: extend the strip of color at the top of the pages this far beyond the cut, like 3mm.",
     DGS_OPTIONS_OUTPUT, .set = dgs_option_length, .field = offsetof(dgs_job, options.bleed), .on = FILES},
    {"crop-marks", NULL, "For a print shop: print marks to cut at around each page.", DGS_OPTIONS_OUTPUT,
     FLAG(options.crop_marks), .on = FILES},
    {"dry-run", NULL,
     "Check everything, say what would be made, and write nothing. With print: show the job's attributes as JSON.",
     DGS_OPTIONS_OUTPUT, 'n', FLAG(dry_run), .on = HANDOUTS, .brief = "Check everything and write nothing."},
    {"strict", NULL, "Treat a warning as an error: write nothing and exit with 3.", DGS_OPTIONS_OUTPUT, FLAG(strict),
     .on = HANDOUTS},
    {"dump", "WHAT",
     "Print the content, the layout or the tags (what a screen reader reads) as text to standard output, and make no "
     "PDF.",
     DGS_OPTIONS_OUTPUT, KEYWORD(dump, dumps)},
    {"quiet", NULL,
     "Print only errors: no notices and no warnings, not even that there is no sandbox (a system without seccomp, or "
     "--no-sandbox).",
     DGS_OPTIONS_OUTPUT, 'q', FLAG(quiet), .on = ANYWHERE, .brief = "Print only errors."},
    {"json", NULL, "Print the settings, the printers, or a line for each row of a batch, as JSON.", DGS_OPTIONS_OUTPUT,
     FLAG(json), .on = ON(PROFILE) | ON(BATCH) | ON(PRINTERS), .brief = "Print JSON."},
    {"force", NULL, "Replace existing files.", DGS_OPTIONS_OUTPUT, FLAG(force), .on = ON(INIT) | ON(INIT_CONTENT),
     .brief = "Replace existing files."},
    {"out-dir", "DIR",
     "Write the handouts and the manifest into this folder. It is created if it is missing; the folder that it is in "
     "must "
     "exist.",
     DGS_OPTIONS_ROWS, FILE_NAME(batch.out_dir), .on = ON(BATCH),
     .brief = "The folder for the handouts and the manifest."},
    {"file-name", "TEMPLATE",
     "The names of the files: {n} is the row's number, {n:04} the same with zeros before it, and {name} or the name of "
     "any other column, in braces, the row's value. Default: '{n:04}-{name}.pdf'.",
     DGS_OPTIONS_ROWS, TEXT(batch.name), .on = ON(BATCH), .brief = "The names of the files, like '{n:04}-{name}.pdf'."},
    {"name", "TEMPLATE", TEXT(batch.name), .once_on = ON(BATCH), .now = "--file-name",
     .instead = "for the practice's name write --practice-name NAME, for a client's --client NAME"},
    {"encoding", "NAME",
     "The encoding of the list, if the list does not say so itself: utf-8 (the default), utf-16, windows-1252 "
     "(western Europe and America), windows-1250, windows-1251 or mac-roman.",
     DGS_OPTIONS_ROWS, KEYWORD(batch.encoding, dgs_charset_keywords), .on = ON(BATCH)},
    {"sheet", "NAME", "The sheet of a workbook to read: its name or its number. Default: the first.", DGS_OPTIONS_ROWS,
     TEXT(batch.sheet), .on = ON(BATCH), .brief = "The sheet of a workbook, by name or number."},
    {"max-errors", "N",
     "Make nothing if the check finds more than N bad rows. Default: make the good rows, however many are bad.",
     DGS_OPTIONS_ROWS, .set = dgs_option_most, .field = offsetof(dgs_job, batch.max_errors), .on = ON(BATCH)},

    {"no-precheck", NULL, "Do not check all rows before the first handout is made.", DGS_OPTIONS_ROWS,
     FLAG(batch.no_precheck), .on = ON(BATCH)},
    {"resume", NULL,
     "Continue an earlier run: keep the handouts that the manifest lists, if neither they nor what they were made "
     "from has changed.",
     DGS_OPTIONS_ROWS, FLAG(batch.resume), .on = ON(BATCH), .brief = "Make only what is missing or has changed."},
    {"jobs", "N", "Work with N processes. Default: one for each processor core.", DGS_OPTIONS_ROWS, 'j',
     .set = dgs_option_number, .field = offsetof(dgs_job, batch.jobs), .value = 1024, .on = ON(BATCH),
     .brief = "Work with N processes; default: one per core."},
    {"split-dirs", NULL, "Make a folder for each 1,000 rows.", DGS_OPTIONS_ROWS, FLAG(batch.split_dirs),
     .on = ON(BATCH)},
    {"shard", "I/N", "Make every Nth row, starting at row I + 1: I is 0 for the first of N shards.", DGS_OPTIONS_SHARDS,
     .set = dgs_option_shard, .on = ON(BATCH), .brief = "Make every Nth row, starting at row I + 1."},
    {"shard-from", "ENGINE",
     "Take the shard's number from the variables that slurm, kubernetes or aws sets for each task of an array.",
     DGS_OPTIONS_SHARDS, KEYWORD(batch.shard_from, engines), .on = ON(BATCH),
     .brief = "Take it from slurm, kubernetes or aws."},
    {"shards", "N", "The number of shards, if the engine does not give it.", DGS_OPTIONS_SHARDS,
     .set = dgs_option_number, .field = offsetof(dgs_job, batch.shards), .value = 1000000, .on = ON(BATCH)},
    {"printer", "NAME",
     "The printer: a name that dgs-pdf printers lists, or an address like ipp://192.168.1.9/ipp/print. Default: the "
     "default printer.",
     DGS_OPTIONS_PRINTER, FILE_NAME(print.printer), .on = ON(PRINT), .brief = "A name that dgs-pdf printers lists."},
    {"copies", "N", "Print N copies.", DGS_OPTIONS_PRINTER, .set = dgs_option_number,
     .field = offsetof(dgs_job, print.copies), .value = 999, .on = ON(PRINT), .brief = "Print N copies."},
    {"wait", "SECONDS",
     "How long to wait for a printer that is stopped (out of paper, say) before the job is canceled. Default: 300.",
     DGS_OPTIONS_PRINTER, .set = dgs_option_number, .field = offsetof(dgs_job, print.wait), .value = 86400,
     .on = ON(PRINT)},
    {"no-wait", NULL, "Send the job and do not wait for the printer.", DGS_OPTIONS_PRINTER, FLAG(print.no_wait),
     .on = ON(PRINT), .brief = "Do not wait for the printer."},
    {"test-page", NULL,
     "Instead of a handout, print one page that shows how the printer handles edges, lengths, colors, small text and "
     "a QR code.",
     DGS_OPTIONS_PRINTER, FLAG(print.test_page), .on = ON(PRINT), .brief = "Print one page that tests the printer."},
    {"profile", "FILE",
     "Take the practice's data from this profile. Default: the first of those under Files that exists. Options "
     "override it.",
     DGS_OPTIONS_PRACTICE, FILE_NAME(profile), .on = HANDOUTS | ON(PROFILE),
     .brief = "The profile to use; default: practice.ini."},
    {"no-profile", NULL, "Do not use a profile.", DGS_OPTIONS_PRACTICE, FLAG(no_profile), .on = HANDOUTS | ON(PROFILE)},
    {SETTINGS_OF(DGS_OPTIONS_PRACTICE)},
    {"client", "NAME",
     "The client whom this handout is for. This and the next four options appear on its first page, and nowhere else "
     "in the file.",
     DGS_OPTIONS_CLIENT, TEXT(client.name), .on = ONE, .brief = "The client's name, on the first page only."},
    {"date", "DATE", "The date, as it should be printed.", DGS_OPTIONS_CLIENT, TEXT(client.date), .on = ONE},
    {"next-visit", "TEXT", "When the client comes again.", DGS_OPTIONS_CLIENT, TEXT(client.next_visit), .on = ONE},
    {"note", "TEXT", "A short note for the client; up to three times.", DGS_OPTIONS_CLIENT, .set = dgs_option_note,
     .on = ONE},
    {"focus", "STEPS", "The steps to start with, like 1,4.", DGS_OPTIONS_CLIENT, .set = dgs_option_focus, .on = ONE},
    {"client-stdin", NULL,
     "Read these from standard input, in lines like \"client = NAME\", so that no list of processes shows them.",
     DGS_OPTIONS_CLIENT, FLAG(client_stdin), .on = ONE},
    {"content", "DIR",
     "Take the handout from this folder: its manifest (handout.md), text and pictures. dgs-pdf init-content DIR "
     "creates one to edit; a file that you remove comes from the built-in handout.",
     DGS_OPTIONS_OTHER, FILE_NAME(content_dir), .on = HANDOUTS, .once_on = ON(INIT), .now = "dgs-pdf init-content",
     .brief = "Take text and pictures from this folder."},
    {"handout", "KEYWORD", "Which of the built-in handouts to make; dgs-pdf --help lists them. Default: the first.",
     DGS_OPTIONS_OTHER, TEXT(handout), .on = HANDOUTS | ON(INIT_CONTENT), .once_on = ON(INIT),
     .now = "dgs-pdf init-content", .brief = "Which of the built-in handouts to make."},
    {"labels", "SET",
     "What is labeled in the picture of the hip: patient (the default, a few plain words) or clinical (for therapists, "
     "also the smaller muscles and landmarks).",
     DGS_OPTIONS_OTHER, KEYWORD(labels, labels), .on = HANDOUTS},
    {"no-sandbox", NULL,
     "Work without the sandbox, which limits the harm that a faulty picture or text can do; for systems and debugging "
     "tools that do not support it. A notice says so, unless --quiet is given.",
     DGS_OPTIONS_OTHER, FLAG(no_sandbox), .on = ANYWHERE},
    {"help", NULL, "Print the help of the command and exit.", DGS_OPTIONS_OTHER, 'h', ACTION(HELP)},
    {"version", NULL, "Print the versions of the program and of its libraries, and exit.", DGS_OPTIONS_OTHER, 'V',
     ACTION(VERSION)},
    {"man", NULL, NULL, DGS_OPTIONS_OTHER, ACTION(MAN)},
};
enum { ROWS = sizeof TABLE / sizeof *TABLE };
_Static_assert(ROWS + DGS_SETTINGS <= DGS_OPTIONS_MAX, "make DGS_OPTIONS_MAX larger");

static void add_settings(dgs_options *out, dgs_option_group group)
{
    for (unsigned i = 0; i < DGS_SETTINGS; i++) {
        const dgs_setting_about *about = &dgs_setting_table[i];
        if (about->output == (group == DGS_OPTIONS_OUTPUT))
            out->of[out->n++] = (dgs_option){.name = about->option,
                                             .argument = about->argument,
                                             .help = about->help,
                                             .brief = about->brief,
                                             .group = group,
                                             .set = dgs_option_setting,
                                             .on = SETTINGS,
                                             .value = i};
    }
}

// Where one handout is built in there is nothing to choose.
static bool is_of_use(const dgs_option *option)
{
    return option->field != offsetof(dgs_job, handout) || dgs_nbuiltin_packages > 1;
}

void dgs_options_make(dgs_options *out)
{
    out->n = 0;
    for (size_t i = 0; i < ROWS; i++)
        if (TABLE[i].set == dgs_option_setting)
            add_settings(out, TABLE[i].group);
        else if (is_of_use(&TABLE[i]))
            out->of[out->n++] = TABLE[i];
}

bool dgs_option_is_on(const dgs_option *option, dgs_command command)
{
    unsigned nothing_said = option->on == 0 && option->once_on == 0 ? ON(MAKE) : 0;
    return ((option->on | nothing_said) >> command & 1) != 0;
}

bool dgs_option_was_on(const dgs_option *option, dgs_command command)
{
    return (option->once_on >> command & 1) != 0;
}

bool dgs_cli_choice_at(size_t i, dgs_cli_choice *out)
{
    dgs_options options;
    dgs_options_make(&options);
    for (size_t at = 0; at < options.n; at++) {
        const dgs_option *o = &options.of[at];
        if (o->help == NULL || o->set == dgs_option_setting || !dgs_option_is_on(o, DGS_COMMAND_MAKE) || i-- > 0)
            continue;
        *out = (dgs_cli_choice){o->name, o->help, o->argument, o->keywords};
        return true;
    }
    return false;
}
