#include "base/wire.h"

#include <stdlib.h>
#include <string.h>

enum { KEPT = 64 * 1024 };

void dgs_wire_free(dgs_wire *wire)
{
    free(wire->p);
    *wire = (dgs_wire){0};
}

void dgs_wire_clear(dgs_wire *wire)
{
    if (wire->cap > KEPT)
        dgs_wire_free(wire);
    wire->n = 0;
    wire->failed = false;
}

void dgs_wire_add(dgs_wire *wire, const void *bytes, size_t n)
{
    if (wire->failed)
        return;
    if (n > wire->cap - wire->n) {
        size_t cap = wire->cap == 0 ? 512 : wire->cap;
        while (cap < wire->n + n)
            cap *= 2;
        char *p = realloc(wire->p, cap);
        if (p == NULL) {
            wire->failed = true;
            return;
        }
        wire->p = p;
        wire->cap = cap;
    }
    if (n > 0)
        memcpy(wire->p + wire->n, bytes, n);
    wire->n += n;
}

void dgs_wire_number(dgs_wire *wire, uint64_t n)
{
    dgs_wire_add(wire, &n, sizeof n); // both ends are the same program
}

void dgs_wire_text(dgs_wire *wire, const char *text)
{
    size_t n = text == NULL ? 0 : strlen(text) + 1;
    dgs_wire_number(wire, n);
    dgs_wire_add(wire, text, n);
}

void dgs_wire_drop(dgs_wire *wire, size_t n)
{
    memmove(wire->p, wire->p + n, wire->n - n);
    wire->n -= n;
}

uint64_t dgs_wire_take_number(dgs_str *from)
{
    uint64_t n = 0;
    if (from->n < sizeof n)
        return 0;
    memcpy(&n, from->p, sizeof n);
    *from = (dgs_str){from->p + sizeof n, from->n - sizeof n};
    return n;
}

const char *dgs_wire_take_text(dgs_str *from)
{
    uint64_t n = dgs_wire_take_number(from);
    if (n == 0 || n > from->n || from->p[n - 1] != '\0')
        return NULL;
    const char *text = from->p;
    *from = (dgs_str){text + n, from->n - n};
    return text;
}
