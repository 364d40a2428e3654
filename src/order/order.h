// What is asked for, as plain data: the practice's settings, how the handout is to look, and whom it is for. Knows
// nothing of who asks: a command line, a row of a list, or another program.
#ifndef DGS_ORDER_ORDER_H
#define DGS_ORDER_ORDER_H
#include "order/client.h"
#include "order/setting.h"

typedef enum dgs_labels { DGS_LABELS_PATIENT, DGS_LABELS_CLINICAL } dgs_labels;
typedef enum dgs_paper {
    DGS_PAPER_LETTER,
    DGS_PAPER_A4,
    DGS_PAPER_LEGAL,
    DGS_PAPER_A5,
    DGS_PAPER_HALF_LETTER
} dgs_paper;
typedef enum dgs_ink { DGS_INK_COLOR, DGS_INK_GRAY, DGS_INK_SAVER } dgs_ink;

typedef struct dgs_look { // how the handout is laid out and printed
    dgs_paper paper;
    bool large_print;
    dgs_ink ink;
    bool booklet; // pages are half sheets, imposed two on a side of `paper`
    double bleed; // points beyond the trimmed page; 0 = none
    bool crop_marks;
} dgs_look;

typedef struct dgs_order {
    const dgs_settings *settings;
    dgs_look look;            // its paper is that of the settings
    const dgs_client *client; // NULL = for everybody
    const char *content_dir;  // NULL = built in
    dgs_labels labels;        // of pictures: those for patients, or also those that only therapists need
    const char *handout;      // the keyword of a built-in one; NULL = the default, or that of content_dir
} dgs_order;
#endif
