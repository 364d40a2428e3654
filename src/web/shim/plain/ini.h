// Debian's libinih has these three as variables; without its patch they are constants (libraries.cmake).
#ifndef DGS_SHIM_INI_H
#define DGS_SHIM_INI_H
#include_next <ini.h>
#include <stdbool.h>
static int ini_max_line __attribute__((unused));
static bool ini_use_stack __attribute__((unused)), ini_allow_inline_comments __attribute__((unused));
#endif
