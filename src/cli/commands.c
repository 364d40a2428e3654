#include "cli/options.h"

static const dgs_man_line make_examples[] = {
    {"dgs-pdf --out handout.pdf",
     "The whole handout, with the practice's profile if there is one, else with room for a "
     "stamp."},
    {"dgs-pdf --out handout.pdf --practice-name 'Willow Creek Massage' --phone '(503) 555-0142' --website "
     "willowcreek.example --logo logo.png --color '#0b5f5a'",
     "The same with the practice's data on the command line."},
    {"dgs-pdf --out large.pdf --large-print --paper a4", "In large print, on A4 paper."},
    {NULL, NULL},
};

static const dgs_man_line init_examples[] = {
    {"dgs-pdf init", "Writes practice.ini here, to be filled in with any editor."},
    {"dgs-pdf init --content our-text",
     "Copies the built-in texts and pictures into the folder our-text, to be edited."},
    {NULL, NULL},
};

static const dgs_man_line profile_examples[] = {
    {"dgs-pdf profile", "What is known of the practice, and from where."},
    {NULL, NULL},
};

static const dgs_man_line batch_examples[] = {
    {"dgs-pdf batch practices.csv --out-dir handouts",
     "A handout for each row of a list whose first line names keys of a profile, like name,phone,website,logo,color."},
    {"dgs-pdf batch practices.csv --out-dir handouts --resume", "The rows that are missing or have changed."},
    {"dgs-pdf batch practices.csv --out-dir handouts --shard 0/4", "The first of four shards of the list."},
    {NULL, NULL},
};

static const dgs_man_line manifest_examples[] = {
    {"dgs-pdf manifest merge handouts --out handouts/manifest.jsonl",
     "One manifest from those that the shards left in a folder."},
    {NULL, NULL},
};

static const dgs_man_line print_examples[] = {
    {"dgs-pdf print --test-page", "One page that shows what the printer can do; once for each printer."},
    {"dgs-pdf print --client 'Sam Rivera' --focus 1,4 --copies 2", "Two copies for a client, on the usual printer."},
    {"dgs-pdf print --printer Reception --large-print --dry-run", "What would be sent to a printer, as JSON."},
    {NULL, NULL},
};

static const dgs_man_line printers_examples[] = {
    {"dgs-pdf printers", "The printers' names, and what each is ready for."},
    {NULL, NULL},
};

const dgs_command_about dgs_commands[] = {
    [DGS_COMMAND_MAKE] =
        {NULL, "--out FILE [OPTION]...", "make a massage practice's handout on deep gluteal syndrome",
         "Writes the handout as a tagged PDF, with the practice's name, logo, colour and contacts. Without them it "
         "leaves room for a stamp. Nothing is sent anywhere.",
         make_examples},
    [DGS_COMMAND_INIT] =
        {"init", "[FILE] [OPTION]...", "write a profile to fill in, or the texts to edit",
         "Writes a profile with every setting and an example of each to FILE, practice.ini without one. "
         "Settings given as options are filled in. With --content it copies the built-in texts and "
         "pictures instead. Files that are there already are kept unless --force is given.",
         init_examples},
    [DGS_COMMAND_PROFILE] = {"profile", "[OPTION]...", "show the settings in force",
                             "Prints each setting, its value, and the place that it comes from: an option, a line of a "
                             "profile, or the built-in default.",
                             profile_examples},
    [DGS_COMMAND_BATCH] =
        {"batch", "FILE --out-dir DIR [OPTION]...", "make a handout for each row of a list",
         "Reads a list of practices: CSV whose first line names keys of a profile, in its own words or in others that "
         "people use, with commas, semicolons, tabs or bars between; a workbook (.xlsx, .ods); or JSON, an object of "
         "texts a line (.jsonl) or an array of them. An address may have columns for "
         "street, suite, city, state and ZIP code. Columns that are no keys are not used, and a notice names them. An "
         "empty cell leaves the profile's or the option's value in force. Logos are looked for from the list's folder. "
         "All rows are checked "
         "first and the bad ones told; then the good ones are made. DIR/manifest.jsonl tells of each row its file, "
         "SHA-256, size, pages, warnings and notices, or what is wrong with it.",
         batch_examples},
    [DGS_COMMAND_MANIFEST] =
        {"manifest", "merge DIR|FILE... --out FILE", "merge the manifests of shards into one",
         "Merges manifests, of a folder all, into one in the order of rows. Rows that are missing or failed, rows that "
         "stand in several manifests, and manifests that contradict each other are told.",
         manifest_examples},
    [DGS_COMMAND_PRINT] =
        {"print", "[OPTION]...", "print a handout",
         "Makes the handout and sends it to a printer of the print service (CUPS): on the paper that it is laid out "
         "for, on both sides where it has several pages, in its own size, and without colour where the printer has "
         "none. Waits until all of it is printed, and says what the printer lacks. Ctrl-C cancels the job. No file is "
         "written here, and the job's name says nothing of the client. What is printed is composed in the sandbox, by "
         "a process that cannot reach the print service.",
         print_examples},
    [DGS_COMMAND_PRINTERS] = {"printers", "[OPTION]...", "list the printers",
                              "Prints for each printer its state, the paper that is in it, and whether it prints on "
                              "both sides and in colour.",
                              printers_examples},
};
const size_t dgs_ncommands = sizeof dgs_commands / sizeof *dgs_commands;

const dgs_man_line dgs_cli_exits[] = {
    {"0", "Done."},
    {"2", "The command line is wrong: an unknown option or keyword, a colour that is none."},
    {"3", "There were warnings and --strict was given; nothing was written."},
    {"4",
     "A batch is done, but some rows were not made, since they are bad or something that may not be replaced, such "
     "as a folder, has their file's name: correct that, doing it again does not help. Of manifest merge: rows are "
     "missing."},
    {"65", "A name, a text, a profile or a picture cannot be used as it is."},
    {"66", "An input file is missing or cannot be read."},
    {"69", "No print service or printer answers, or the printer cannot print this."},
    {"70", "A fault of this program: please report it."},
    {"71", "The sandbox cannot be closed on this system; see --no-sandbox."},
    {"73", "The output file cannot be created."},
    {"74", "Reading or writing failed half way; the old output file is as it was."},
    {"75", "Not enough memory or, in a batch, room on the disk or descriptors, or a printer that does not get on: it "
           "may work later."},
    {"130, 143", "Stopped by SIGINT or SIGTERM. A batch goes on with --resume; a print job is cancelled."},
    {NULL, NULL},
};

const dgs_man_line dgs_cli_files[] = {
    {"practice.ini", "The profile in the current folder. Without --profile and DGS_PDF_PROFILE, the first profile that "
                     "is there is taken: this one, then those below."},
    {"~/.config/dgs-pdf/practice.ini", "The profile of the user, in XDG_CONFIG_HOME where that is set."},
    {"/etc/xdg/dgs-pdf/practice.ini",
     "The profile of the machine, in the folders of XDG_CONFIG_DIRS where that is set."},
    {NULL, NULL},
};

const dgs_man_line dgs_cli_environment[] = {
    {"CUPS_SERVER, PRINTER", "The print service to ask, and its usual printer, as all programs of CUPS take them."},
    {"DGS_PDF_PROFILE", "The profile to take where --profile is not given."},
    {"SOURCE_DATE_EPOCH",
     "Seconds since 1970 (UTC): the date that the PDF carries. Without it the PDF carries none, so that the same input "
     "always gives the same bytes."},
    {NULL, NULL},
};
