#include "print/cups.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *name;
    size_t at;
} calls[] = {
#define ROW(name) {#name, offsetof(dgs_cups, name)},
    DGS_CUPS_CALLS(ROW)
#undef ROW
};

bool dgs_cups_open(dgs_cups *cups, dgs_err *err)
{
    void *library = dlopen("libcups.so.2", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL)
        return dgs_fail(
            err, DGS_ERR_UNAVAILABLE,
            "printing needs the library libcups, which is not installed: install it (on Debian and Ubuntu: apt "
            "install libcups2), or make a file with dgs-pdf --out handout.pdf and print that");
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        void *call = dlsym(library, calls[i].name);
        if (call == NULL)
            return dgs_fail(err, DGS_ERR_UNAVAILABLE,
                            "the library libcups on this computer has no %s: install version 2.0 or a later one (on "
                            "Debian and Ubuntu: apt install libcups2)",
                            calls[i].name);
        memcpy((char *)cups + calls[i].at, &call, sizeof call);
    }
    return true;
}
