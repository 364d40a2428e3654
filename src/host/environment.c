#include "host/environment.h"

#include <stdlib.h>
#include <string.h>

extern char **environ;

// HarfBuzz chooses how text is shaped (HB_SHAPER_LIST, HB_OPTIONS), libjpeg how much memory it takes and which
// instructions of the processor, expat what it tells on standard error, and getopt where options end.
static const char *const families[] = {"HB_", "JPEGMEM=", "JSIMD_", "EXPAT_", "POSIXLY_CORRECT="};

static bool is_of_library(const char *variable)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (strncmp(variable, families[i], strlen(families[i])) == 0)
            return true;
    return false;
}

static bool unset(const char *variable)
{
    size_t n = strcspn(variable, "=");
    char *name = strndup(variable, n);
    bool ok = name != NULL && unsetenv(name) == 0;
    free(name);
    return ok;
}

bool dgs_environment_settle(dgs_err *err)
{
    for (size_t i = 0; environ != NULL && environ[i] != NULL;) {
        if (!is_of_library(environ[i]))
            i++;
        else if (!unset(environ[i])) // what follows moves up
            return dgs_fail_memory(err);
    }
    // libjpeg-turbo's vector code and its plain code give other pixels where a picture's coefficients are beyond what a
    // camera writes, and do not warn of it.
    return setenv("JSIMD_FORCENONE", "1", 1) == 0 || dgs_fail_memory(err);
}
