// Addresses as people type them -> URLs that a PDF may carry (RFC 3986, 3966, 6068). Knows nothing of profiles.
#ifndef DGS_PROFILE_URL_H
#define DGS_PROFILE_URL_H
#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"

typedef struct dgs_url {
    const char *url;  // with its scheme, ASCII only
    const char *text; // as printed: without scheme and final slash
    const char *host; // lower case, ASCII
} dgs_url;

// Takes "willowcreek.example", "willowcreek.example/book" or a full http or https address. Without a scheme it is
// https. Other schemes, user names, spaces, hosts without a dot and those that seem to be others are refused
// with DGS_ERR_DATA; a host in the practice's own script is linked in its ASCII form (profile/host.h); what is not
// ASCII after the host is percent-encoded. `what` begins the message ("--website").
bool dgs_url_web(dgs_arena *arena, const char *what, const char *typed, dgs_url *out, dgs_err *err);

// "(503) 555-0142 ext. 12" -> "tel:5035550142;ext=12"; "1-800-MASSAGE" -> "tel:18006277243". Digits with the usual
// marks between them; at least 3 digits. Of two numbers neither is linked: *url is NULL.
bool dgs_url_phone(dgs_arena *arena, const char *what, const char *typed, const char **url, dgs_err *err);

// "info@willowcreek.example" -> "mailto:info@willowcreek.example", after a check of its shape.
bool dgs_url_email(dgs_arena *arena, const char *what, const char *typed, const char **url, dgs_err *err);
#endif
