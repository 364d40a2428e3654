// Libraries that only some logos need. They are loaded for those, not by every run, which would take a sixtieth longer.
// Knows none of them.
#ifndef DGS_HOST_LATE_H
#define DGS_HOST_LATE_H
#include "base/err.h"

// Loads them, where it is not done yet; to be called before a cell closes (sandbox/enter.h), after which nothing can be
// loaded any more. Fails with DGS_ERR_UNAVAILABLE where one is not there. NULL: the program has none such.
extern bool (*dgs_late_open)(dgs_err *err);

bool dgs_late_libraries(dgs_err *err); // what the program, in late.c, sets it to: loads Little CMS and libwebp
#endif
