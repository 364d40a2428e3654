// What a practice says about itself, each by an option and by a key of the profile: one table of all that is known of
// them, and the words as they were typed. Knows nothing of what becomes of the words but the keywords.
//
// A new fact is a row in setting.c, and its place on the page (content). Options, list columns, profiles, the man page,
// template variables and the key by which composed pages are shared all follow from the row.
#ifndef DGS_ORDER_SETTING_H
#define DGS_ORDER_SETTING_H
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "order/keyword.h"

#define DGS_PROFILE_NAME "practice.ini" // where it is not named

typedef enum dgs_setting {
    DGS_SETTING_NAME,
    DGS_SETTING_TAGLINE,
    DGS_SETTING_THERAPIST,
    DGS_SETTING_LICENSE,
    DGS_SETTING_WELCOME,
    DGS_SETTING_PHONE,
    DGS_SETTING_EMAIL,
    DGS_SETTING_WEBSITE,
    DGS_SETTING_BOOKING_URL,
    DGS_SETTING_ADDRESS,
    DGS_SETTING_HOURS,
    DGS_SETTING_LOGO,
    DGS_SETTING_LOGO_ALT,
    DGS_SETTING_MASTHEAD,
    DGS_SETTING_THEME,
    DGS_SETTING_COLOR,
    DGS_SETTING_ACCENT,
    DGS_SETTING_REGION,
    DGS_SETTING_PAPER,
    DGS_SETTING_PARTS,
    DGS_SETTING_FILLABLE,
    DGS_SETTING_FOOTER_NOTE,
    DGS_SETTING_NAME_LANGUAGE,
    DGS_SETTING_FONTS
} dgs_setting;

enum { DGS_SETTINGS = DGS_SETTING_FONTS + 1, DGS_ADDRESS_LINES = 6, DGS_HOURS_LINES = 7 };

typedef struct dgs_value {
    const char *text; // NULL = not given; lines are separated by \n
    const char *file; // NULL = the command line
    int line;
} dgs_value;

typedef struct dgs_settings {
    dgs_value of[DGS_SETTINGS];
} dgs_settings;

typedef enum dgs_setting_kind { // what a value has to be
    DGS_KIND_TEXT,              // one line of words
    DGS_KIND_LINES,             // several such lines
    DGS_KIND_PHONE,             // a telephone number: a link to call it
    DGS_KIND_EMAIL,             // an email address: a link
    DGS_KIND_WEB,               // an address on the web: a link
    DGS_KIND_FILE,              // a picture's file name
    DGS_KIND_FONTS,             // the name of the file of fonts: for a whole run, and for no row of a list
    DGS_KIND_ALT,               // a line of words for people who cannot see a picture; never printed
    DGS_KIND_COLOR,             // "#0b5f5a"
    DGS_KIND_COUNTRY,           // a country's code
    DGS_KIND_KEYWORD,           // one of `keywords`
    DGS_KIND_PARTS,             // some of a handout's parts, which the package names (order/package.h)
    DGS_SETTING_KINDS
} dgs_setting_kind;

typedef struct dgs_setting_about {
    const char *key;       // in a profile: "booking_url"
    const char *also;      // what people call it too, in small letters and digits, with | between; or NULL
    const char *option;    // on the command line, without "--": "booking-url"
    const char *argument;  // as help calls the value: "URL"; NULL: the option alone says "yes"
    const char *help;      // one or more sentences
    const char *note;      // what a new profile says in its place, where an option has its own ways; NULL = the same
    const char *brief;     // one line for --help; NULL = the option is only named there
    const char *example;   // a value; \n separates its lines
    const char *otherwise; // what is in force if nobody gives it; NULL = nothing
    dgs_setting_kind kind;
    size_t most;                 // characters of a line, composed (base/form.h); 0 = no words of its own
    size_t lines;                // of LINES: how many there may be
    const char *between;         // of LINES: what is printed between two
    const char *variable;        // what stands for it in the content's text: "practice.name"; NULL = nothing does
    const char *label;           // the key in strings.md of the words before it: "phone"; or NULL
    const char *sentence;        // the key of a sentence that it is said in: "call-link"; or NULL
    bool output;                 // it says how the handout is made, and nothing of the practice
    const dgs_keyword *keywords; // of KEYWORD: what the value may be
} dgs_setting_about;

extern const dgs_setting_about dgs_setting_table[DGS_SETTINGS]; // by dgs_setting

// The setting of a profile's key, in capitals or not, with hyphens or spaces, or by another name that people use:
// "E-mail", "Booking Link". False where there is none, and *near is a key that may be meant, or NULL.
bool dgs_setting_find(const char *key, dgs_setting *out, const char **near);

// Whether a value is a node of its own in the document, words or a picture: where it is there, the pages are others.
bool dgs_setting_printed(dgs_setting setting);

// Puts a value, a copy in the arena, into the settings; a text is composed (base/form.h), a file's name stays. A
// setting of several lines takes the typed "\\n" or "\\r\\n" as a line end, its empty lines are left out, and lines
// given earlier at the same place stay before it. Fails with DGS_ERR_USAGE (command line) or DGS_ERR_DATA (file) where
// a setting has too many lines or, in a file, is given twice.
bool dgs_setting_put(dgs_settings *settings, dgs_setting setting, dgs_value value, dgs_arena *arena, dgs_err *err);

// How a message calls a setting: "--phone", or "practice.ini:7: phone". NULL when memory ends.
const char *dgs_setting_name(dgs_setting setting, const dgs_value *value, dgs_arena *arena);

// The kind of error that a wrong value is: DGS_ERR_USAGE on the command line, DGS_ERR_DATA in a file.
dgs_err_kind dgs_setting_fault(const dgs_value *value);

// What is in force where a setting is not given, as text: that of the table, or of color and accent that of the theme
// that is given. A color that is given puts the whole theme out of force. NULL = nothing.
const char *dgs_setting_otherwise(const dgs_settings *settings, dgs_setting setting);

// The value of a setting of keywords: of PAPER, a dgs_paper. Fails where the word is unknown, with the nearest.
bool dgs_setting_keyword(dgs_setting setting, const dgs_value *value, dgs_arena *arena, unsigned *out, dgs_err *err);
#endif
