// What the command line asks for, as plain data: words as they were typed, keywords already resolved.
#ifndef DGS_CLI_JOB_H
#define DGS_CLI_JOB_H
#include <stdbool.h>
#include <stddef.h>

typedef enum dgs_action { DGS_ACTION_MAKE, DGS_ACTION_HELP, DGS_ACTION_VERSION, DGS_ACTION_MAN } dgs_action;
typedef enum dgs_dump { DGS_DUMP_NONE, DGS_DUMP_CONTENT, DGS_DUMP_LAYOUT, DGS_DUMP_TAGS } dgs_dump;
typedef enum dgs_labels { DGS_LABELS_PATIENT, DGS_LABELS_CLINICAL } dgs_labels;
typedef enum dgs_paper { DGS_PAPER_LETTER, DGS_PAPER_A4 } dgs_paper;

enum { DGS_ADDRESS_LINES = 6 };

typedef struct dgs_job {
    dgs_action action;
    const char *out; // "-" = standard output; NULL only with a dump, --help or --version
    const char *practice_name, *tagline, *phone, *email, *website, *booking_url, *logo, *color;
    const char *address[DGS_ADDRESS_LINES];
    size_t naddress;
    dgs_paper paper;
    unsigned parts; // dgs_part bits: 1 guide, 2 article, 4 worksheet
    const char *content_dir;
    dgs_labels labels; // of pictures: those for patients, or also those that only therapists need
    dgs_dump dump;
    bool quiet;
} dgs_job;
#endif
