// libcups, opened when something is to be printed: no other command needs it, so the program does not link to it. Knows
// its calls, not what they are for.
#ifndef DGS_PRINT_CUPS_H
#define DGS_PRINT_CUPS_H
#include <cups/cups.h>

#include "base/err.h"

#define DGS_CUPS_CALLS(CALL) \
    CALL(cupsAddOption) \
    CALL(cupsCancelDestJob) \
    CALL(cupsCheckDestSupported) \
    CALL(cupsConnectDest) \
    CALL(cupsCopyDest) \
    CALL(cupsCopyDestInfo) \
    CALL(cupsCreateDestJob) \
    CALL(cupsDoRequest) \
    CALL(cupsEncryption) \
    CALL(cupsEnumDests) \
    CALL(cupsFindDestDefault) \
    CALL(cupsFindDestReady) \
    CALL(cupsFindDestSupported) \
    CALL(cupsFinishDestDocument) \
    CALL(cupsFreeDestInfo) \
    CALL(cupsFreeDests) \
    CALL(cupsFreeOptions) \
    CALL(cupsGetDestMediaByName) \
    CALL(cupsGetDestWithURI) \
    CALL(cupsGetNamedDest) \
    CALL(cupsGetOption) \
    CALL(cupsLastError) \
    CALL(cupsLastErrorString) \
    CALL(cupsServer) \
    CALL(cupsSetPasswordCB2) \
    CALL(cupsStartDestDocument) \
    CALL(cupsUser) \
    CALL(cupsWriteRequestData) \
    CALL(httpClose) \
    CALL(httpConnect2) \
    CALL(httpSeparateURI) \
    CALL(httpSetTimeout) \
    CALL(ippAddInteger) \
    CALL(ippAddString) \
    CALL(ippAddStrings) \
    CALL(ippContainsString) \
    CALL(ippDelete) \
    CALL(ippFindAttribute) \
    CALL(ippGetBoolean) \
    CALL(ippGetCount) \
    CALL(ippGetInteger) \
    CALL(ippGetRange) \
    CALL(ippGetString) \
    CALL(ippNewRequest) \
    CALL(ippPort)

typedef struct dgs_cups {
#define DGS_CUPS_MEMBER(name) __typeof__(name) *(name);
    DGS_CUPS_CALLS(DGS_CUPS_MEMBER)
#undef DGS_CUPS_MEMBER
} dgs_cups;

// Fails with DGS_ERR_UNAVAILABLE; the message says what to install. The library stays open until the program ends.
bool dgs_cups_open(dgs_cups *cups, dgs_err *err);
#endif
