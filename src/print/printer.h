// A printer as plain data: what it is, what it can do, and how it is. Made from libcups' answers; what is planned for a
// job needs nothing else.
#ifndef DGS_PRINT_PRINTER_H
#define DGS_PRINT_PRINTER_H
#include "order/order.h"
#include "print/service.h"

enum { DGS_PAPERS = DGS_PAPER_HALF_LETTER + 1, DGS_REASONS_MAX = 8 };

typedef enum dgs_known { DGS_UNKNOWN, DGS_NO, DGS_YES } dgs_known;

typedef struct dgs_paper_about {
    const char *media; // PWG 5101.1: "na_letter_8.5x11in"
    const char *name;  // "Letter"
    const char *word;  // as --paper takes it
} dgs_paper_about;
extern const dgs_paper_about dgs_papers[DGS_PAPERS]; // by dgs_paper

// The name of a media keyword, or the keyword itself for a size that is not one of ours.
const char *dgs_paper_name(const char *media);

typedef struct dgs_margins { // of a paper that is held upright, points
    double top, right, bottom, left;
} dgs_margins;

typedef struct dgs_printer_paper {
    bool supported, loaded;
    dgs_margins margins; // what cannot be printed on; of a supported one
} dgs_printer_paper;

typedef enum dgs_printer_state { // RFC 8011, 5.4.11; 0 = not told
    DGS_PRINTER_IDLE = 3,
    DGS_PRINTER_PROCESSING = 4,
    DGS_PRINTER_STOPPED = 5
} dgs_printer_state;

typedef struct dgs_printer { // texts are "" where nothing is reported
    const char *name, *description, *location, *model, *uri;
    bool is_default, accepting;
    bool answers;
    dgs_printer_state state;
    const char *reasons[DGS_REASONS_MAX]; // keywords of printer-state-reasons, without "none"
    size_t nreasons;
    bool tells_papers; // the next three are known
    dgs_printer_paper papers[DGS_PAPERS];
    const char *usual;         // media keyword
    const char *const *loaded; // media keywords
    size_t nloaded;
    dgs_known color;             // whether it prints in color
    dgs_known long_edge;         // whether it prints on both sides, turned over the long edge
    dgs_known short_edge;        // ... over the short edge
    dgs_known unscaled, fitting; // print-scaling none and fit
    dgs_known monochrome;        // whether it can be told to use no color
    dgs_known collates;          // whether it can be told to print copy after copy
    dgs_known pdf;
    int copies; // at most; 0 = not told
} dgs_printer;

// What the printer that the service speaks of says of itself. All in the arena; words that a stranger may have chosen
// are fit for a terminal. False only when memory ends.
bool dgs_printer_read(dgs_service *service, dgs_arena *arena, dgs_printer *out, dgs_err *err);

// How it is at this moment: state, reasons, accepting. False, without an error, where no answer came.
bool dgs_printer_poll(dgs_service *service, dgs_arena *arena, dgs_printer *printer);

// "out of paper" for media-empty-error: reasons with these words say what a person has to fix. NULL for one that needs
// nobody. The words go after "NAME: ".
const char *dgs_reason_words(const char *reason);
bool dgs_reason_stops(const char *reason); // the job cannot continue until it is fixed

// All reasons in words, with commas between; "" for none. NULL when memory ends.
const char *dgs_reasons_text(const dgs_printer *printer, dgs_arena *arena);
#endif
