// Names of files, taken apart and put together as words. Looks at no disk.
#ifndef DGS_BASE_PATH_H
#define DGS_BASE_PATH_H
#include "base/str.h"

// What comes after the last slash: "logo.png" of "art/logo.png"; "" of "art/".
const char *dgs_path_name(const char *path);

// What comes before it: "art" of "art/logo.png", "/" of "/logo.png"; empty where there is no slash.
dgs_str dgs_path_folder(const char *path);

// "art/logo.png" in the arena, with one slash between; the name alone where the folder is empty. NULL when memory ends.
char *dgs_path_join(dgs_arena *arena, dgs_str folder, const char *name);

// The name as whoever wrote it into this file means it: from the file's folder on, unless it begins with a slash or
// with
// ~/, is an address ("https://..."), or a path of a Windows machine. NULL when memory ends.
const char *dgs_path_beside(dgs_arena *arena, const char *file, const char *name);
#endif
