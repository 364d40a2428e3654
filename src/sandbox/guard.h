// What takes rights from a command's processes while it works. The command asks for it and knows nothing of how; what
// each call leaves is in sandbox/sandbox.h.
#ifndef DGS_SANDBOX_GUARD_H
#define DGS_SANDBOX_GUARD_H
#include "order/setting.h"
#include "save/many.h"

// The calls may be NULL: then nothing is taken. After false (err set) nothing more is done.
typedef struct dgs_guard {
    void *ctx;
    // Once the output folder is there, in the process that made it.
    bool (*folder)(void *ctx, const dgs_folder *out, dgs_err *err);
    // First of all in a process that composes handouts of these settings, or of rows over them. It writes files to
    // `out`, or none where that is NULL.
    bool (*composer)(void *ctx, const dgs_settings *settings, const dgs_folder *out, dgs_err *err);
    // Whether a row over these settings may name this file; NULL = any.
    bool (*may_read)(void *ctx, const dgs_settings *settings, const char *path);
} dgs_guard;
#endif
