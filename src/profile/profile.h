// The practice: its name, contacts, logo file and colors, checked. Knows nothing of content or pages.
#ifndef DGS_PROFILE_PROFILE_H
#define DGS_PROFILE_PROFILE_H
#include <stdint.h>

#include "base/color.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"
#include "order/order.h"
#include "profile/country.h"
#include "profile/url.h"

// What sets a box, a badge or a table's head off the page: a fill, an outline, or a fill too pale for an edge of its
// own with an outline around it.
typedef struct dgs_ground {
    bool filled, outlined;   // at least one of them; of a numeral none where its letters are dark enough
    dgs_color fill, outline; // of those that are so
    dgs_color text;          // words on it
} dgs_ground;

// The colors of drawings. The ink has at least 3:1 on all others, the object at least 3:1 on dark (WCAG 2.1, 1.4.11);
// no two print as the same gray: dark, cloth, object, ground and paper go from dark to light. Where ink is saved they
// are all pale.
typedef struct dgs_art_palette {
    dgs_color ink;    // outlines
    dgs_color cloth;  // what people wear above, and what is filled with the practice's color
    dgs_color dark;   // what they wear below
    dgs_color ground; // what they lie, sit and walk on: a tint that a gray printer shows
    dgs_color object; // the one thing to look at: of the second accent's hue or, without one, opposite to the color's
} dgs_art_palette;

// The colors of a handout, all made from the practice's one or two (OKLCH), so that they read well. ink, quiet and
// dark have at least 7:1 on white and on the tint, alert on white, and the words of the alert's cap on it (WCAG 2.1,
// 1.4.6); the text of a field, numeral or badge at least 4.5:1 on it (1.4.3), ink at least 12:1 except where ink is
// saved. brand, icon and line have at least 3:1 on white and on the tint (1.4.11), as has the outline of a field,
// numeral or badge; other outlines and rule are decoration: at least 1.3:1 on white. A gray printer prints the tint as
// 236 of 255 or darker, and the alert's cap as 90 or darker. In gray the fills of tint and field differ from white and
// from each other by at least 1.1:1.
//
// A light color, or an orange or yellow that would have to become brown to be read, is never set in letters: dark and
// brand are then the ink, and the practice's own color is the ground of fields and numerals.
typedef struct dgs_palette {
    dgs_ink mode;
    dgs_color ink;        // body text
    dgs_color quiet;      // small text next to it
    dgs_color dark;       // headings and links
    dgs_color brand;      // large numerals, and lines that mean something
    dgs_color icon;       // icons and bullets: the second accent where there is one
    dgs_color line;       // boxes to tick, lines to write on
    dgs_color rule;       // hairlines that part things
    dgs_color alert;      // the emergency box; never the practice's color
    dgs_ground tint;      // boxes and icons: pale, of the practice's hue
    dgs_ground field;     // the booking call, heads of tables: the practice's color; pale where that is near alert
    dgs_ground numeral;   // of a step: brand letters, on a disc only where the color is a light one
    dgs_ground badge;     // marks with words on them: the second accent where there is one
    dgs_ground accent;    // "look here": a warm opposite of the color, under ink and with an outline in ink
    dgs_ground alert_cap; // the head of the emergency box: solid alert, words reversed
    dgs_ground care_today, care_visit; // the same of what is less urgent
    dgs_ground alert_tile;             // the emergency box: white, in a frame of alert
    dgs_art_palette art;
} dgs_palette;

typedef struct dgs_fact { // what a practice says by one setting
    const char
        *text; // as it is printed, lines in one; of COLOR, COUNTRY, KEYWORD and PARTS as it was typed; NULL = not given
    const char *url;      // where it leads: https:, tel: or mailto:; or NULL
    const char *typed;    // where plain letters are printed for others that only look different; or NULL
    const char *left_out; // signs that are in no font, with spaces between; or NULL
    const char *contents; // for those who cannot see where a link leads, or a picture; content words it
    unsigned value;       // in force, given or not: of COLOR 0xRRGGBB, of COUNTRY its number, of KEYWORD its own
} dgs_fact;

typedef struct dgs_profile {
    dgs_fact of[DGS_SETTINGS];
    dgs_palette palette;
    const dgs_country *country; // whose numbers are printed; NULL is the default
    dgs_paper paper;            // that of the country, where none is given
} dgs_profile;

// Takes from a profile's text the settings that are not given yet, without quotation marks round a value and without
// notes after it. `file` is its name in messages, and a relative logo is in that file's folder. Strings are in the
// arena. Fails with DGS_ERR_DATA where the profile cannot be used; the message names file, line and the nearest key.
bool dgs_profile_read(dgs_str text, const char *file, dgs_arena *arena, dgs_settings *settings, dgs_err *err);

// The color that a setting of that kind has.
dgs_color dgs_fact_color(const dgs_fact *fact);

// Checks the settings and derives links and colors. Strings are in the arena. Fails with DGS_ERR_DATA (empty or too
// long a name, invalid UTF-8, control characters, an invalid address) or, for a color or keyword on the command
// line, DGS_ERR_USAGE; the message names the option, or file, line and key.
bool dgs_profile_make(const dgs_settings *settings, dgs_ink ink, dgs_arena *arena, dgs_profile *out, dgs_err *err);

// A value with plain letters for those that only look different (base/form.h); NULL when memory ends.
const char *dgs_profile_plain(const char *typed, dgs_setting setting, dgs_arena *arena);

// Checks one setting alone, so that all that is wrong can be told at once. Fails as dgs_profile_make() does of it.
bool dgs_profile_fault(const dgs_settings *settings, dgs_setting setting, dgs_arena *arena, dgs_err *err);

// What decides, besides the parts that are printed, which nodes a handout has, which form its sentences take and how
// its grounds are set off: which settings are given, paper, ink, and which grounds are filled and outlined. Two
// profiles of the same number differ in words, pictures and colors alone.
uint64_t dgs_profile_layout_key(const dgs_profile *profile);

// Adds as text each setting, its value, and where it comes from, as text or as JSON: {"profile": name or null,
// "settings": {key: {"value": text or null, "source": text or null}, ...}}. False when memory ends.
bool dgs_profile_show(const dgs_settings *in_force, const char *file, bool json, dgs_buf *to);

// A profile with every key, its meaning and an example; keys that `given` has are filled in.
bool dgs_profile_template(const dgs_settings *given, dgs_arena *arena, dgs_str *out, dgs_err *err);
#endif
