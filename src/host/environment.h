// What libraries read of the environment, made the same for every user and processor. Knows no variable of ours.
#ifndef DGS_HOST_ENVIRONMENT_H
#define DGS_HOST_ENVIRONMENT_H
#include "base/err.h"

// To be called before any library is used and before other processes are begun, which inherit it.
bool dgs_environment_settle(dgs_err *err);
#endif
