// Whom one handout is for, in words as they were typed.
#ifndef DGS_ORDER_CLIENT_H
#define DGS_ORDER_CLIENT_H
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/str.h"

enum { DGS_FOCUS_MAX = 9 };

typedef struct dgs_client { // NULL and 0 = not said
    const char *name, *date, *next_visit, *therapist;
    const char *notes[DGS_NOTES_MAX];
    size_t nnotes;
    unsigned focus; // bit 1 << n: step n is one to begin with
} dgs_client;

// Whether anything is said of a client; a therapist alone is not.
bool dgs_client_any(const dgs_client *client);

// "1,4" -> the bits 1 << 1 and 1 << 4. False where it is not a list of steps' numbers.
bool dgs_client_steps(const char *typed, unsigned *out);

// Reads lines like "client = NAME" (client, date, next_visit, note, focus, therapist) into the client's data; `file` is
// for messages. Strings are in the arena. Fails with DGS_ERR_DATA on any other line; no message repeats a value.
bool dgs_client_read(dgs_str text, const char *file, dgs_arena *arena, dgs_client *client, dgs_err *err);
#endif
