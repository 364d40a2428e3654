#include "host/late.h"

#include <stddef.h>

bool (*dgs_late_open)(dgs_err *err) = NULL;
