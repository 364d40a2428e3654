// Names of hosts in any script -> their ASCII form (IDNA 2008, RFC 5890 to 5893). Knows nothing of addresses.
//
// libidn2 does it too, and a test compares both on the same names; but it and its tables of Unicode cost each run of
// the program a million instructions to load. Of IDNA this takes what people write: the letters of living scripts.
#ifndef DGS_PROFILE_HOST_H
#define DGS_PROFILE_HOST_H
#include "base/err.h"
#include "base/str.h"

// "müller-massage.example" -> "xn--mller-massage-wob.example"; one that is ASCII stays as it is. Where it is not one,
// or a label mixes scripts beyond what UTS 39 calls highly restrictive, or looks like another script's to the last
// letter, it fails with DGS_ERR_DATA: "WHAT 'TYPED' ...". Whether the result is a host is the caller's to check.
bool dgs_host_ascii(dgs_arena *arena, const char *what, const char *typed, dgs_str host, dgs_str *ascii, dgs_err *err);
#endif
