// The seccomp programs (seccomp(2)) that src/bake_filter.c makes at build time from its lists of system calls. Private
// to the room.
#ifndef DGS_SANDBOX_FILTER_H
#define DGS_SANDBOX_FILTER_H
#include <linux/filter.h>
#include <stdbool.h>

typedef enum dgs_filter_name {
    DGS_FILTER_OUTER,  // takes away networks and whatever steers the machine; other programs may be started
    DGS_FILTER_PARENT, // leaves composing and saving, and to start, wait for and end copies of the process
    DGS_FILTER_COMPOSE // leaves composing and saving
} dgs_filter_name;

typedef struct dgs_filter {
    const struct sock_filter *steps;
    unsigned short n;
} dgs_filter;

extern const dgs_filter dgs_filters[]; // by dgs_filter_name
#endif
