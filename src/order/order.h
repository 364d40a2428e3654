// What is asked for, as plain data: the practice's settings, how the handout is to look, and whom it is for. Knows
// nothing of who asks: a command line, a row of a list, or another program.
#ifndef DGS_ORDER_ORDER_H
#define DGS_ORDER_ORDER_H
#include <stdint.h>

#include "base/drawer.h"
#include "base/files.h"
#include "order/client.h"
#include "order/setting.h"

typedef enum dgs_labels { DGS_LABELS_PATIENT, DGS_LABELS_CLINICAL } dgs_labels;
typedef enum dgs_paper {
    DGS_PAPER_LETTER,
    DGS_PAPER_A4,
    DGS_PAPER_LEGAL,
    DGS_PAPER_A5,
    DGS_PAPER_HALF_LETTER,
    DGS_PAPER_PHONE // no paper: pages of a phone's width, to read on a screen
} dgs_paper;
typedef enum dgs_masthead { DGS_MASTHEAD_NAME, DGS_MASTHEAD_LOGO } dgs_masthead; // what says whose pages they are
typedef enum dgs_theme { DGS_THEME_CALM, DGS_THEME_EARTH, DGS_THEME_ROSE } dgs_theme;
typedef enum dgs_ink { DGS_INK_COLOR, DGS_INK_GRAY, DGS_INK_SAVER } dgs_ink;

typedef struct dgs_print_options { // how the handout is laid out and printed
    dgs_paper paper;
    bool large_print;
    dgs_ink ink;
    bool booklet; // pages are half sheets, imposed two on a side of `paper`
    double bleed; // points beyond the trimmed page; 0 = none
    bool crop_marks;
    bool fillable; // boxes and lines to type in; as the settings say
} dgs_print_options;

#define DGS_DATE_MAX INT64_C(253402300799) // the last second of the year 9999, as far as a PDF's dates go

typedef struct dgs_date { // of a file, which carries none where none is given
    bool given;
    int64_t seconds; // since 1970 UTC
} dgs_date;

typedef struct dgs_order {
    const dgs_settings *settings;
    dgs_print_options options; // its paper is that of the settings
    const dgs_client *client;  // NULL = for everybody
    const dgs_files *content;  // files that come before the built-in ones of the same name; NULL = built in only
    const dgs_files *files;    // where the logo is; NULL = nowhere
    const dgs_drawer *drawer;  // of logos beyond our subset of SVG; NULL = none
    dgs_labels labels;         // of pictures: those for patients, or also those that only therapists need
    dgs_date date;
    const char *handout; // the keyword of a built-in one; NULL = the default, or that of content's manifest
} dgs_order;
#endif
