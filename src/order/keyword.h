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

extern const dgs_keyword dgs_ink_keywords[];      // dgs_ink
extern const dgs_keyword dgs_paper_keywords[];    // dgs_paper
extern const dgs_keyword dgs_masthead_keywords[]; // dgs_masthead
extern const dgs_keyword dgs_theme_keywords[];    // dgs_theme
extern const dgs_keyword dgs_yes_keywords[];      // bool

extern const dgs_keyword dgs_language_keywords[]; // of names, as BCP 47 has them; by number, from 0 on

// The keyword that is written so, in capitals or not, spaces around it or not; NULL where there is none.
const dgs_keyword *dgs_keyword_find(const dgs_keyword *keywords, const char *value);

// Fails with an error of this kind because there is no such keyword. `what` begins the message, which names the nearest
// one or all of them.
bool dgs_keyword_fail(const dgs_keyword *keywords, const char *what, const char *value, dgs_arena *arena,
                      dgs_err_kind kind, dgs_err *err);

enum { DGS_KEYWORD_FOLDED = 64 };

// The letters and digits of a word that people write in many ways, in lower case: "E-mail" and "e_mail" are one. What
// is not ASCII stays, so that no word becomes another by what is left of it, but for spaces and what no reader sees.
// Empty where it is longer than any word that is looked for, or not UTF-8.
void dgs_keyword_fold(dgs_str typed, char out[DGS_KEYWORD_FOLDED]);

// Whether a folded word is one of these folded ones, which have | between; NULL has none.
bool dgs_keyword_among(const char *words, const char *folded);
#endif
