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

// The keyword that is written so, in capitals or not, blanks around it or not; NULL where there is none.
const dgs_keyword *dgs_keyword_find(const dgs_keyword *keywords, const char *value);

// Fails with an error of this kind because there is no such keyword. `what` begins the message, which names the nearest
// one or all of them.
bool dgs_keyword_fail(const dgs_keyword *keywords, const char *what, const char *value, dgs_arena *arena,
                      dgs_err_kind kind, dgs_err *err);
#endif
