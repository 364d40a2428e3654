// Words that stand for values: those that a setting or an option may take.
#ifndef DGS_ORDER_KEYWORD_H
#define DGS_ORDER_KEYWORD_H
#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

typedef struct dgs_keyword {
    const char *word; // NULL ends a list
    unsigned value;
} dgs_keyword;

extern const dgs_keyword dgs_paper_keywords[]; // dgs_paper

extern const dgs_keyword dgs_language_keywords[]; // of names, as BCP 47 has them; by number, from 0 on

// Reads a keyword, in capitals or not. `what` begins the message. Fails with an error of this kind where the word is
// unknown; the message names the nearest or all of them.
bool dgs_keyword_read(const dgs_keyword *keywords, const char *what, const char *value, dgs_arena *arena,
                      dgs_err_kind kind, unsigned *out, dgs_err *err);
#endif
