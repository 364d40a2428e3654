// The practice: its name, contacts, logo file and colours, checked. Knows nothing of content or pages.
#ifndef DGS_PROFILE_PROFILE_H
#define DGS_PROFILE_PROFILE_H
#include "base/err.h"
#include "base/geometry.h"
#include "base/str.h"
#include "cli/job.h"
#include "profile/url.h"

// Characters (code points) that a text may have at most.
enum { DGS_NAME_MAX = 160, DGS_LINE_MAX = 120 };

// The colours of a handout, all made from the practice's one colour (OKLCH), so that text in them reads well: ink,
// quiet and accent have at least 7:1 on white and on the tile, on_accent on accent, alert on white and on alert_tile
// (WCAG 2.1, 1.4.6). What has to be seen to be used (icons, boxes to tick, lines to write on; 1.4.11) is set in one of
// these too; rule is decoration: at least 1.3:1 on white.
typedef struct dgs_palette {
    dgs_color ink;               // body text
    dgs_color quiet;             // small text beside it
    dgs_color accent;            // headings, icons, fields: the practice's colour, darkened as far as it has to be
    dgs_color tile;              // a pale tint of it behind icons and boxes
    dgs_color rule;              // hairlines that part things
    dgs_color on_accent;         // text on a field of accent
    dgs_color alert, alert_tile; // the emergency box; never the practice's colour
} dgs_palette;

typedef struct dgs_profile {
    const char *name, *tagline, *phone, *email, *website, *booking_url, *logo; // NULL = not given
    const char *phone_url, *email_url, *website_url; // tel:, mailto:, https: forms of the three; NULL as they are
    const char *website_text, *booking_text;         // as printed: without scheme and final slash
    const char *address[DGS_ADDRESS_LINES];
    size_t naddress;
    dgs_palette palette;
} dgs_profile;

// Checks what the job says about the practice and derives links and colours. Strings are in the arena. Fails with
// DGS_ERR_DATA (empty or too long a name, invalid UTF-8, control characters, an address that is none) or
// DGS_ERR_USAGE (a colour that is none); the message names the option.
bool dgs_profile_from_job(const dgs_job *job, dgs_arena *arena, dgs_profile *out, dgs_err *err);

// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double dgs_contrast(dgs_color a, dgs_color b);
#endif
