// The practice: its name, contacts, logo file and colours, checked. Knows nothing of content or pages.
#ifndef DGS_PROFILE_PROFILE_H
#define DGS_PROFILE_PROFILE_H
#include <stdint.h>
#include <stdio.h>

#include "base/color.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"
#include "order/order.h"
#include "profile/region.h"
#include "profile/url.h"

// What sets a box, a badge or a table's head off the page: a fill, an outline, or a fill too pale for an edge of its
// own with an outline round it.
typedef struct dgs_ground {
    bool filled, outlined;   // at least one of them
    dgs_color fill, outline; // of those that are so
    dgs_color text;          // words on it
} dgs_ground;

// The colours of drawings. The ink has at least 3:1 on all others, the object at least 3:1 on dark (WCAG 2.1, 1.4.11);
// no two print as the same grey: dark, cloth, object, ground and paper go from dark to light. Where ink is saved they
// are all pale.
typedef struct dgs_art_palette {
    dgs_color ink;    // outlines
    dgs_color cloth;  // what people wear above, and what is filled with the practice's colour
    dgs_color dark;   // what they wear below
    dgs_color ground; // what they lie, sit and walk on: a tint that a grey printer shows
    dgs_color object; // the one thing to look at: of the second accent's hue or, without one, opposite to the colour's
} dgs_art_palette;

// The colours of a handout, all made from the practice's one or two (OKLCH), so that they read well. ink, quiet and
// accent have at least 7:1 on white and on the tile, alert on white and on the alert tile (WCAG 2.1, 1.4.6); the text
// of a field or badge at least 4.5:1 on it (1.4.3), ink at least 12:1 except where ink is saved. mark and line have at
// least 3:1 on white and on the tile (1.4.11), as has the outline of a field or badge; other outlines and rule are
// decoration: at least 1.3:1 on white. In grey the fills of tile, alert tile and field differ from white and from each
// other by at least 1.1:1.
typedef struct dgs_palette {
    dgs_ink mode;
    dgs_color ink;         // body text
    dgs_color quiet;       // small text beside it
    dgs_color accent;      // headings and links
    dgs_color mark;        // icons and bullets: the second accent where there is one
    dgs_color line;        // boxes to tick, lines to write on
    dgs_color rule;        // hairlines that part things
    dgs_color alert;       // the emergency box; never the practice's colour
    dgs_ground tile;       // boxes and icons: a pale tint
    dgs_ground field;      // the booking call, heads of tables: the practice's colour
    dgs_ground badge;      // the numbers of steps: the second accent where there is one
    dgs_ground alert_tile; // the emergency box
    dgs_art_palette art;
} dgs_palette;

typedef struct dgs_profile {
    const char *name, *tagline, *phone, *email, *website, *booking_url, *logo; // NULL = not given
    const char *phone_url, *email_url, *website_url; // tel:, mailto:, https: forms of the three; NULL as they are
    const char *website_text, *booking_text;         // as printed: without scheme and final slash
    const char *therapist, *license;                 // "Ana Perez, LMT"; a licence number as it is printed
    const char *logo_alt;                            // NULL: "NAME logo"
    const char *footer_note;                         // one line at the foot of the pages
    const char *address[DGS_ADDRESS_LINES];
    size_t naddress;
    const char *hours[DGS_HOURS_LINES];
    size_t nhours;
    bool has_color, has_accent; // whether they were given
    dgs_color color, accent;    // as they were given
    dgs_palette palette;
    const dgs_region *region;   // whose numbers are printed; NULL is the default
    dgs_paper paper;            // that of the region, where none is given
    bool has_paper, has_region; // whether they were given
    unsigned parts;             // dgs_part bits: 1 guide, 2 article, 4 worksheet
} dgs_profile;

// Finds the profile and takes from it the settings that are not given yet. It is the file `named`; without one, where
// `search` is true, that of DGS_PDF_PROFILE, ./practice.ini, or the XDG base directories' dgs-pdf/practice.ini. *file
// is its name, NULL without one. A relative logo of a profile is relative to the profile's folder. Fails with
// DGS_ERR_NOINPUT where a named profile is missing, DGS_ERR_DATA where one cannot be used; the message names file, line
// and the nearest key.
bool dgs_profile_settings(const char *named, bool search, dgs_arena *arena, dgs_settings *settings, const char **file,
                          dgs_err *err);

// Checks the settings and derives links and colours. Strings are in the arena. Fails with DGS_ERR_DATA (empty or too
// long a name, invalid UTF-8, control characters, an address that is none) or, for a colour or keyword on the command
// line, DGS_ERR_USAGE; the message names the option, or file, line and key.
bool dgs_profile_make(const dgs_settings *settings, dgs_ink ink, dgs_arena *arena, dgs_profile *out, dgs_err *err);

// What decides which nodes a handout has, which form its sentences take and how its grounds are set off: which settings
// are given, paper, parts, ink, and which grounds are filled and outlined. Two profiles of the same number differ in
// words, pictures and colours alone.
uint64_t dgs_profile_shape(const dgs_profile *profile);

// Prints each setting, its value, and where it comes from, as text or as JSON: {"profile": name or null, "settings":
// {key: {"value": text or null, "source": text or null}, ...}}. False when writing fails or memory ends.
bool dgs_profile_show(const dgs_settings *in_force, const char *file, bool json, FILE *to);

// A profile with every key, its meaning and an example; keys that `given` has are filled in.
bool dgs_profile_template(const dgs_settings *given, dgs_arena *arena, dgs_str *out, dgs_err *err);
#endif
