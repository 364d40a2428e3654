// What a practice says about itself, each by an option and by a key of the profile: the words as they were typed, and
// where. Knows nothing of their meaning but the keywords.
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
    DGS_SETTING_PHONE,
    DGS_SETTING_EMAIL,
    DGS_SETTING_WEBSITE,
    DGS_SETTING_BOOKING_URL,
    DGS_SETTING_ADDRESS,
    DGS_SETTING_HOURS,
    DGS_SETTING_LOGO,
    DGS_SETTING_LOGO_ALT,
    DGS_SETTING_COLOR,
    DGS_SETTING_ACCENT,
    DGS_SETTING_REGION,
    DGS_SETTING_PAPER,
    DGS_SETTING_PARTS,
    DGS_SETTING_FOOTER_NOTE
} dgs_setting;

enum { DGS_SETTINGS = DGS_SETTING_FOOTER_NOTE + 1, DGS_ADDRESS_LINES = 6, DGS_HOURS_LINES = 7 };

typedef struct dgs_value {
    const char *text; // NULL = not given; lines are parted by \n
    const char *file; // NULL = the command line
    int line;
} dgs_value;

typedef struct dgs_settings {
    dgs_value of[DGS_SETTINGS];
} dgs_settings;

typedef struct dgs_setting_about {
    const char *key;             // in a profile: "booking_url"
    const char *option;          // on the command line, without "--": "booking-url"
    const char *argument;        // as help calls the value: "URL"
    const char *help;            // one or more sentences
    const char *example;         // a value; lines are parted by \n
    const char *otherwise;       // what is in force where nobody gives it; NULL = nothing
    size_t lines;                // how many lines it may have; 0 = one that may be given once
    bool file;                   // it is a file's name
    bool output;                 // it says how the handout is made, and nothing of the practice
    const dgs_keyword *keywords; // what the value may be; NULL = any words
} dgs_setting_about;

extern const dgs_setting_about dgs_setting_table[DGS_SETTINGS]; // by dgs_setting

// The setting of a profile's key; false where there is none, and *near is a key that may be meant, or NULL.
bool dgs_setting_find(const char *key, dgs_setting *out, const char **near);

// Puts a value, a copy in the arena, into the settings; a text is composed (base/form.h), a file's name stays. A
// setting of several lines takes the typed "\\n" as a line end, and lines given earlier at the same place stay before
// it. Fails with DGS_ERR_USAGE (command line) or DGS_ERR_DATA (file) where a setting has too many lines or, in a file,
// is given twice.
bool dgs_setting_put(dgs_settings *settings, dgs_setting setting, dgs_value value, dgs_arena *arena, dgs_err *err);

// How a message calls a setting: "--phone", or "practice.ini:7: phone". NULL when memory ends.
const char *dgs_setting_name(dgs_setting setting, const dgs_value *value, dgs_arena *arena);

// The kind of error that a wrong value is: DGS_ERR_USAGE on the command line, DGS_ERR_DATA in a file.
dgs_err_kind dgs_setting_fault(const dgs_value *value);

// The value of a setting of keywords: of PAPER, a dgs_paper. Fails where the word is unknown, with the nearest.
bool dgs_setting_keyword(dgs_setting setting, const dgs_value *value, dgs_arena *arena, unsigned *out, dgs_err *err);
#endif
