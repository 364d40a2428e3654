// A handout as data: its parts, the design of each, and what it has to say in an emergency. Some are built in; content
// reads others from a folder's handout.md. assets/handouts/README.md describes that file.
#ifndef DGS_ORDER_PACKAGE_H
#define DGS_ORDER_PACKAGE_H
#include <stddef.h>

#include "base/limits.h"
#include "order/setting.h"

typedef enum dgs_design { // how a part is laid out
    DGS_DESIGN_STEPS,     // numbered steps with icons, on one page; the emergency signs at its end
    DGS_DESIGN_ARTICLE,   // text in bands under each other
    DGS_DESIGN_SHEET,     // questions and sections side by side, to be filled in
    DGS_DESIGN_CARD       // half a sheet by itself: to be filled in on the front, the signs on the back
} dgs_design;

enum { DGS_DESIGNS = DGS_DESIGN_CARD + 1 };

typedef enum dgs_form { // of the signs, in the order of the emergency file
    DGS_FORM_FULL,      // when to call for help, where the first part is one of steps
    DGS_FORM_BRIEF,     // the same, at the head of any other first part
    DGS_FORM_TODAY,     // when to see a doctor today
    DGS_FORM_LIMITS     // whom a step could harm: not every handout has this form
} dgs_form;

enum { DGS_FORMS = DGS_FORM_LIMITS + 1 };

typedef struct dgs_package_part {
    const char *keyword, *file; // as --parts calls it; "moves.md"
    dgs_design design;
    int pages; // that it usually has, on letter paper
} dgs_package_part;

typedef struct dgs_package {
    const char *keyword;          // "deep-gluteal"
    const char *language;         // BCP 47
    const char *about;            // one line, for help
    const char *emergency;        // the file with the signs in their forms
    const char *signs[DGS_FORMS]; // the ids that each form has to name: "saddle, wiping"; NULL: no such form
    dgs_package_part parts[DGS_PARTS_MAX];
    size_t nparts;
    const char *file; // the manifest, as messages call it
    int builtin;      // which of the built-in ones gives the files that a folder lacks; -1 = none
} dgs_package;

// Made by CMake from assets/handouts; the first one is the default.
extern const dgs_package dgs_builtin_packages[];
extern const size_t dgs_nbuiltin_packages;
extern const char dgs_builtin_parts[];       // those of the default, with commas between
extern const char dgs_builtin_parts_help[];  // what the man page says of them
extern const char dgs_builtin_parts_brief[]; // what --help says of them, in one line

// The built-in handout of this keyword; with NULL, the default. NULL where there is none.
const dgs_package *dgs_package_builtin(const char *keyword);

// How many forms its emergency file has.
size_t dgs_package_forms(const dgs_package *package);

// Whether a part is among those of the bits; a part's bit is 1 << its place.
bool dgs_package_has(unsigned parts, size_t part);

// The first part of steps, or NULL.
const dgs_package_part *dgs_package_steps(const dgs_package *package);

// The card among the parts of these bits, which is then the only one; or NULL.
const dgs_package_part *dgs_package_card(const dgs_package *package, unsigned parts);

// The parts that the settings ask for: a bit of each; where the settings do not say, all but cards. Fails where a word
// is not one of the package's, and the message names the nearest, or all of them; and where a card is asked for with
// others.
bool dgs_package_parts(const dgs_package *package, const dgs_settings *settings, dgs_arena *arena, unsigned *out,
                       dgs_err *err);
#endif
