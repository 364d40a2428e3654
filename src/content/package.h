// Which handout an order is about: a built-in one, or that of a folder's manifest, handout.md.
#ifndef DGS_CONTENT_PACKAGE_H
#define DGS_CONTENT_PACKAGE_H
#include "base/err.h"
#include "base/files.h"
#include "order/package.h"

// The handout of this keyword and folder. Without a folder, or where that holds no manifest, it is the built-in one; a
// keyword of NULL is the default's. *out is built in or in the arena. Fails with DGS_ERR_USAGE where no built-in
// handout has the keyword or the manifest has another one, DGS_ERR_NOINPUT where the folder cannot be opened,
// DGS_ERR_DATA "file:line: ..." where the manifest cannot be used, or asks for less than the built-in handout of its
// keyword: no sign of that may be missing.
bool dgs_package_find(const char *keyword, const dgs_files *files, dgs_arena *arena, const dgs_package **out,
                      dgs_err *err);
#endif
