// Line breaking over a whole paragraph: which items end the lines so that the right edge is as even as it can be.
// Numbers only; knows nothing of fonts or text.
#ifndef DGS_TEXT_BREAK_H
#define DGS_TEXT_BREAK_H
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

// Costs of ending a line after an item; anything between is added to the line's badness.
#define DGS_BREAK_NEVER 1e9
#define DGS_BREAK_MUST (-1e9)
#define DGS_BREAK_LETTER 1e-12 // free, between letters of Chinese or Japanese: see below

typedef struct dgs_break_item { // what no line break may go through: mostly a word
    double width;
    double space; // to the next item on the same line
    double cost;  // of a line end after this item, in the measure of (slack / measure) squared; 0 = free
} dgs_break_item;

// Chooses the line ends: ends[i] is the index after the last item of line i. Minimizes the sum over the lines of
// (slack / measure)^2 + cost; the last line's slack counts only below a third of the measure, and a last line of one
// word costs more (it reads as a mistake). Where that line comes after a DGS_BREAK_LETTER, one or two letters cost more
// but other letters do not, so that the lines before are full. After Knuth and Plass, "Breaking paragraphs into lines",
// Software: Practice and Experience 11 (1981), for ragged right setting. An item wider than the measure gets a line of
// its own. `ends` has room for n entries. Returns the number of lines; 0 when n is 0 or memory ends.
size_t dgs_break_lines(const dgs_break_item *pieces, size_t n, double measure, dgs_arena *arena, size_t *ends);

// The same with every line filled as far as it goes: for comparison.
size_t dgs_break_greedy(const dgs_break_item *pieces, size_t n, double measure, size_t *ends);

// The sum of the squared slack of all lines but the last, and those that had to end.
double dgs_break_slack(const dgs_break_item *pieces, size_t n, double measure, const size_t *ends, size_t nlines);
#endif
