// Numbers and texts as bytes, for a pipe between processes of this program. Knows no process.
#ifndef DGS_BASE_WIRE_H
#define DGS_BASE_WIRE_H
#include <stdint.h>

#include "base/str.h"

// Bytes that grow with malloc(), and are used again for what comes next. Starts as zeros.
typedef struct dgs_wire {
    char *p;
    size_t n, cap;
    bool failed; // memory ended; further calls do nothing
} dgs_wire;

void dgs_wire_free(dgs_wire *wire);
void dgs_wire_clear(dgs_wire *wire); // empty; keeps a little of the memory
void dgs_wire_add(dgs_wire *wire, const void *bytes, size_t n);
void dgs_wire_number(dgs_wire *wire, uint64_t n);
void dgs_wire_text(dgs_wire *wire, const char *text); // NULL stays NULL
void dgs_wire_drop(dgs_wire *wire, size_t n);         // takes the first n bytes away

// Take what was put, in the same order; the place moves on. Texts are in the bytes. What is cut off reads as 0 or NULL,
// and so does a text without an end.
uint64_t dgs_wire_take_number(dgs_str *from);
const char *dgs_wire_take_text(dgs_str *from);
#endif
