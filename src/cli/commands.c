#include "cli/options.h"

static const dgs_man_line make_examples[] = {
    {"dgs-pdf --out handout.pdf",
     "The whole handout, with your profile if you have one; if not, with room for a stamp."},
    {"dgs-pdf --out handout.pdf --practice-name 'Willow Creek Massage' --phone '(503) 555-0142' --website "
     "willowcreek.example --logo logo.png --color '#0b5f5a'",
     "The same, with the practice's data on the command line."},
    {"dgs-pdf --out large.pdf --large-print --paper a4", "In large print, on A4 paper."},
    {NULL, NULL},
};

static const dgs_man_line init_examples[] = {
    {"dgs-pdf init", "Creates practice.ini here, to fill in with any text editor."},
    {NULL, NULL},
};

static const dgs_man_line init_content_examples[] = {
    {"dgs-pdf init-content our-text", "Copies the built-in text and pictures into the folder our-text, to edit."},
    {NULL, NULL},
};

static const dgs_man_line profile_examples[] = {
    {"dgs-pdf profile", "Your settings, and where each comes from."},
    {NULL, NULL},
};

static const dgs_man_line batch_examples[] = {
    {"dgs-pdf batch practices.csv --out-dir handouts",
     "A handout for each row of a list whose first row names keys of a profile, like name,phone,website,logo,color."},
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
    {"dgs-pdf print --client 'Sam Rivera' --focus 1,4 --copies 2", "Two copies for a client, on the default printer."},
    {"dgs-pdf print --printer Reception --large-print --dry-run", "What would be sent to a printer, as JSON."},
    {NULL, NULL},
};

static const dgs_man_line printers_examples[] = {
    {"dgs-pdf printers", "The printers' names, and what each can do."},
    {NULL, NULL},
};

const dgs_command_about dgs_commands[] = {
    [DGS_COMMAND_MAKE] = {NULL, "--out FILE [OPTION]...", "make a massage practice's handout on deep gluteal syndrome",
                          "Writes the handout as a tagged PDF, with the practice's name, logo, color and contact "
                          "details. Without them it "
                          "leaves room for a stamp. Nothing is sent anywhere.",
                          make_examples},
    [DGS_COMMAND_INIT] =
        {"init", "[FILE] [OPTION]...", "create a profile to fill in",
         "Creates a profile with every setting and an example of each, as FILE; default: practice.ini. "
         "Settings given as options are filled in. An existing file is kept unless --force is given.",
         init_examples},
    [DGS_COMMAND_INIT_CONTENT] =
        {"init-content", "DIR [OPTION]...", "copy the text and pictures, to edit",
         "Copies the built-in text and pictures into the folder DIR, to be used with --content. "
         "Existing files are kept unless --force is given.",
         init_content_examples},
    [DGS_COMMAND_PROFILE] = {"profile", "[OPTION]...", "show your settings",
                             "Prints each setting, its value, and where it comes from: an option, a line of a profile, "
                             "or the built-in default.",
                             profile_examples},
    [DGS_COMMAND_BATCH] =
        {"batch", "FILE --out-dir DIR [OPTION]...", "make a handout for each row of a list",
         "Reads a list of practices: CSV with commas, semicolons, tabs or bars as separators, whose first row has the "
         "column names (keys of a profile, or what people usually call them); a workbook (.xlsx, .ods); or JSON, one "
         "object "
         "of strings per line (.jsonl) or an array of them. An address may have columns for street, suite, city, state "
         "and ZIP code. Other columns are not used, and a notice names them. An empty cell takes the value of the "
         "profile or the option. A logo's path begins at the list's folder. All rows are checked first and bad "
         "ones reported; then the good ones are made. DIR/manifest.jsonl has for each row its file, SHA-256, size, "
         "pages, warnings and notices, or what is wrong with it.",
         batch_examples},
    [DGS_COMMAND_MANIFEST] = {"manifest", "merge DIR|FILE... --out FILE", "merge the manifests of shards into one",
                              "Merges manifests (all those of a folder) into one, in the order of the rows. Reports "
                              "rows that are missing or "
                              "failed, rows that are in several manifests, and manifests that contradict each other.",
                              manifest_examples},
    [DGS_COMMAND_PRINT] =
        {"print", "[OPTION]...", "print a handout",
         "Makes the handout and sends it to a printer of the print service (CUPS): on the paper it is laid out for, on "
         "both sides if it has several pages, at its true size, and in grayscale on a monochrome printer. Waits until "
         "everything is printed, and says what the printer needs. Ctrl-C cancels the job. No file is written here, and "
         "the job's name says nothing about the client. What is printed is composed in the sandbox, by a process that "
         "cannot reach the print service.",
         print_examples},
    [DGS_COMMAND_PRINTERS] = {"printers", "[OPTION]...", "list the printers",
                              "Prints for each printer its state, the paper in it, and whether it prints on both sides "
                              "and in color.",
                              printers_examples},
};
const size_t dgs_ncommands = sizeof dgs_commands / sizeof *dgs_commands;

const dgs_man_line dgs_cli_exits[] = {
    {"0", "Done."},
    {"2",
     "The command line is wrong: an unknown option or keyword, a missing value, an invalid color. In a batch also: "
     "--file-name names a column that the list does not have, or --sheet is given for a list that is not a "
     "workbook."},
    {"3",
     "There were warnings and --strict was given; nothing was written. In a batch, such a row is bad, and the code "
     "is 4."},
    {"4", "A batch is done, but some rows were not made, because they are bad or because something that must not be "
          "replaced, such as a folder, has the name of their file: correct that; running it again does not help. With "
          "manifest merge: rows are missing."},
    {"65",
     "A name, a text, a profile, a picture or a list cannot be used as it is; nothing was written. In a batch also: "
     "two rows would have the same file name, or more rows are bad than --max-errors allows. With manifest merge: "
     "manifests contradict each other."},
    {"66", "An input file or folder is missing or cannot be read."},
    {"69", "No print service or printer answers, or the printer cannot print this."},
    {"70", "An error in this program: please report it."},
    {"71", "The sandbox cannot be set up on this system; see --no-sandbox."},
    {"73",
     "The output file or folder cannot be created: the folder that it should be in does not exist, or this user may "
     "not write there."},
    {"74", "Reading or writing failed halfway, as with a full disk; the old output file is unchanged."},
    {"75",
     "It may work later: there is not enough memory or, in a batch, disk space or file descriptors; the list or the "
     "content changed while it was being read; another batch is writing to the folder; or a printer is stopped."},
    {"130, 143", "Stopped by SIGINT or SIGTERM. A batch continues with --resume; a print job is canceled."},
    {NULL, NULL},
};

const dgs_man_line dgs_cli_files[] = {
    {"practice.ini", "The profile in the current folder. Without --profile and DGS_PDF_PROFILE, the first profile that "
                     "exists is used: this one, then those below."},
    {"~/.config/dgs-pdf/practice.ini", "The user's profile, in XDG_CONFIG_HOME if that is set."},
    {"/etc/xdg/dgs-pdf/practice.ini", "The system's profile, in the folders of XDG_CONFIG_DIRS if that is set."},
    {NULL, NULL},
};

const dgs_man_line dgs_cli_environment[] = {
    {"CUPS_SERVER, PRINTER", "The print service to use, and its default printer, as in all programs of CUPS."},
    {"DGS_PDF_PROFILE", "The profile to use if --profile is not given."},
    {"SOURCE_DATE_EPOCH",
     "Seconds since 1970 (UTC): the creation date in the PDF. Without it the PDF has none, so that the same input "
     "always gives the same bytes."},
    {NULL, NULL},
};
