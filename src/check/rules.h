// What the files of this room share. Nobody outside includes it.
#ifndef DGS_CHECK_RULES_H
#define DGS_CHECK_RULES_H
#include "check/check.h"

typedef struct dgs_checking {
    dgs_text *text; // opens faces that it needs
    dgs_report *report;
    dgs_err *err;
} dgs_checking;

// Holds one node against a rule, which passes over nodes of other kinds.
typedef bool dgs_rule(const dgs_checking *c, const dgs_node *node);

dgs_rule dgs_rule_glyphs;
dgs_rule dgs_rule_logo;

// Adds the pair where it is new. False when memory ends.
bool dgs_pairs_add(dgs_pairs *pairs, dgs_arena *arena, dgs_pair pair);

// Whether there is anything in it that can be seen or said.
bool dgs_has_words(dgs_str text);

#endif
