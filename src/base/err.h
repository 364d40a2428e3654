// One error type for all rooms: the exit code it leads to and one sentence that says what to do.
#ifndef DGS_BASE_ERR_H
#define DGS_BASE_ERR_H
#include <stdbool.h>

// The kinds are the exit codes (sysexits.h numbers where one fits), so main needs no table.
typedef enum dgs_err_kind {
    DGS_OK = 0,
    DGS_ERR_USAGE = 2,         // the command line itself: unknown option or keyword, an invalid color
    DGS_ERR_STRICT = 3,        // there were warnings, and --strict
    DGS_ERR_ROWS = 4,          // a batch is done, but for some rows; doing it again would not help
    DGS_ERR_DATA = 65,         // names, texts, pictures, content
    DGS_ERR_NOINPUT = 66,      // an input file is missing or cannot be read
    DGS_ERR_UNAVAILABLE = 69,  // no print service or printer, or one that cannot do it
    DGS_ERR_SOFTWARE = 70,     // a fault of this program
    DGS_ERR_SYSTEM = 71,       // the system lacks what the sandbox needs
    DGS_ERR_CANTCREATE = 73,   // the output cannot be created
    DGS_ERR_IO = 74,           // reading or writing failed halfway
    DGS_ERR_MEMORY = 75,       // not enough memory: may work later
    DGS_ERR_TEMPORARY = 75,    // the same of other things that run out, such as room on a disk for many files
    DGS_ERR_INTERRUPTED = 130, // stopped by SIGINT
    DGS_ERR_TERMINATED = 143   // stopped by SIGTERM
} dgs_err_kind;

typedef struct dgs_err {
    dgs_err_kind kind;
    char message[1024];
} dgs_err;

// Records a failure and returns false, so that a caller can write `return dgs_fail(err, ...)`. The first failure
// wins: a later one is ignored. The formatted message is masked (dgs_utf8_mask()), so that a name typed by a stranger
// cannot steer a terminal, and may go into a file as well.
bool dgs_fail(dgs_err *err, dgs_err_kind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

// The failure for an allocation that returned NULL. Returns false.
bool dgs_fail_memory(dgs_err *err);

// What to do about a file or folder that cannot be opened for this reason, an errno: the end of a message. Static.
const char *dgs_fail_advice(int code);
#endif
