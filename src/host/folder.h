// The engine's files on a disk. Regular files alone are read, but for those that are named by hand.
#ifndef DGS_HOST_FOLDER_H
#define DGS_HOST_FOLDER_H
#include "base/files.h"

// The files of a content folder, whose name lives as long as they do. Finding fails with DGS_ERR_NOINPUT where there is
// no such folder.
dgs_files dgs_folder_files(const char *folder);

// Files by their paths, read by dgs_file_read() (host/file.h).
extern const dgs_files dgs_files_at;

// The same of paths that the user named by hand for one handout, read by dgs_file_read_given().
extern const dgs_files dgs_files_given;
#endif
